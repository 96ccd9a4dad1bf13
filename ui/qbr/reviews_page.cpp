// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews_page.h"

#include "core/words/words.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QPushButton>

namespace steward::reviews {

using style::px;

widgets::View::Face ReviewsPage::ownFace()
{
    return {QStringLiteral("reviews"), tr("QBRs"), QStringLiteral("presentation")};
}

ReviewsPage::ReviewsPage(OpenBook& book, QLocale locale, QWidget* parent)
    : View(ownFace(), parent)
    , m_presenter(book, locale)
    , m_account(book, locale)
    , m_model(m_presenter)
    , m_editor(m_presenter)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_listHeader = new QWidget;
    auto* head = new QVBoxLayout(m_listHeader);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    head->addWidget(makeHeader());
    head->addWidget(new widgets::Rule);
    column->addWidget(m_listHeader);
    m_states = new QStackedWidget;
    m_nothing = new widgets::StatePage(QStringLiteral("presentation"));
    m_editorView = new EditorView(m_editor);
    m_states->addWidget(makeBody());
    m_states->addWidget(m_nothing);
    m_states->addWidget(m_editorView);
    m_actions = new ActionsPane(m_presenter);
    m_after = new AfterPane(m_presenter);
    m_record = new account::RecordPane(m_account);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_states, 1);
    row->addWidget(m_actions);
    row->addWidget(m_after);
    row->addWidget(m_record);
    column->addLayout(row, 1);
    setFocusProxy(m_table);
    addCommands();
    connectPanes();
    connect(&m_presenter, &ReviewsPresenter::changed, this, &ReviewsPage::show);
    connect(&m_presenter, &ReviewsPresenter::exportChanged, this, &ReviewsPage::showHeader);
    connect(&m_presenter, &ReviewsPresenter::said, this, &View::said);
    show();
}

QWidget* ReviewsPage::makeHeader()
{
    m_header = new widgets::PageHeader(tr("QBRs"));
    m_quarters = new QComboBox;
    m_quarters->setObjectName(QStringLiteral("reviews.quarter"));
    m_quarters->setAccessibleName(tr("Quarter"));
    m_quarters->setToolTip(tr("The quarter the reviews are about"));
    m_owners = new QComboBox;
    m_owners->setObjectName(QStringLiteral("reviews.owner"));
    m_owners->setAccessibleName(tr("Whose accounts"));
    m_owners->setToolTip(tr("Whose accounts are shown"));
    m_owners->setMinimumWidth(px(150));
    m_all = widgets::plainButton(tr("Write all due..."), QStringLiteral("reviews.all"), true);
    for (QWidget* each :
         {static_cast<QWidget*>(m_quarters), static_cast<QWidget*>(m_owners), static_cast<QWidget*>(m_all)})
        m_header->add(each);
    connect(m_quarters, &QComboBox::activated, this, [this](int index) {
        const auto chosen = qbr::quarterFromText(m_quarters->itemData(index).toString());
        if (chosen)
            m_presenter.setQuarter(*chosen);
    });
    connect(m_owners, &QComboBox::activated, this,
            [this](int index) { m_presenter.setOwner(PersonId(m_owners->itemData(index).toLongLong())); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        if (m_presenter.isWriting())
            m_presenter.cancel();
        else
            writeAll();
    });
    return m_header;
}

QWidget* ReviewsPage::makeBody()
{
    m_table = new widgets::PlainTable(m_model, QStringLiteral("reviews.table"), tr("Reviews"));
    m_table->setItemDelegate(new ReviewsDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    const std::pair<int, int> widths[] = {{ReviewsModel::Name, 200},     {ReviewsModel::Csm, 110},
                                          {ReviewsModel::Arr, 84},       {ReviewsModel::Meeting, 112},
                                          {ReviewsModel::LastHeld, 100}, {ReviewsModel::Ready, 216}};
    for (const auto& [section, width] : widths)
        m_table->setColumnWidth(section, px(width));
    m_review = new ReviewPane(m_presenter);
    m_batch = new BatchPane(m_presenter);
    auto* hints = new widgets::KeyHints({{QStringLiteral("Enter"), tr("what is missing")},
                                         {QStringLiteral("E"), tr("edit the slides")},
                                         {QStringLiteral("W"), tr("write the deck")},
                                         {QStringLiteral("Shift+W"), tr("write all due")},
                                         {QStringLiteral("A"), tr("actions")},
                                         {QStringLiteral("Shift+M"), tr("after the meeting")},
                                         {QStringLiteral("Ctrl+K"), tr("all commands")}});
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_table, 1);
    left->addWidget(hints);
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(m_review);
    row->addWidget(m_batch);
    return body;
}

void ReviewsPage::connectPanes()
{
    connect(m_editorView, &EditorView::closed, &m_editor, &EditorPresenter::close);
    connect(m_editorView, &EditorView::writeRequested, this, &ReviewsPage::writeOne);
    connect(m_editorView, &EditorView::actionsRequested, this, [this] { openGap(QStringLiteral("actions")); });
    connect(m_editorView, &EditorView::planRequested, this, [this] { openTarget(m_editor.planTarget()); });
    connect(m_editorView, &EditorView::baselineRequested, this, [this] { openTarget(m_editor.baselineTarget()); });
    connect(&m_editor, &EditorPresenter::said, this, &View::said);
    connect(&m_editor, &EditorPresenter::changed, this, [this] {
        if (!m_editor.isOpen() && m_states->currentWidget() == m_editorView)
            leaveEditor();
    });
    connect(m_table, &QAbstractItemView::doubleClicked, this, &ReviewsPage::openEditor);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReviewsPage::chooseRow);
    connect(m_table, &widgets::PlainTable::enterPressed, this, [this] {
        if (m_review->gaps().lines().rowCount() > 0)
            m_review->gaps().setFocus();
        else
            m_review->write().setFocus();
    });
    connect(m_review, &ReviewPane::gapOpened, this, &ReviewsPage::openGap);
    connect(m_review, &ReviewPane::afterRequested, this, &ReviewsPage::openAfter);
    connect(m_review, &ReviewPane::writeRequested, this, &ReviewsPage::writeOne);
    connect(m_review, &ReviewPane::editRequested, this, &ReviewsPage::openEditor);
    connect(m_review, &ReviewPane::templateRequested, this, &ReviewsPage::chooseTemplate);
    connect(m_review, &ReviewPane::accountRequested, this,
            [this] { command(QStringLiteral("reviews.account")).trigger(); });
    connect(m_review, &ReviewPane::closed, this, [this] { m_table->setFocus(); });
    connect(m_batch, &BatchPane::closed, this, &ReviewsPage::leavePane);
    connect(m_batch, &BatchPane::chosen, this, [this](AccountId account) {
        m_table->setCurrentIndex(m_model.index(m_model.rowOf(account), 0));
        leavePane();
    });
    connect(m_actions, &ActionsPane::closed, this, &ReviewsPage::leavePane);
    connect(m_after, &AfterPane::closed, this, &ReviewsPage::leavePane);
    connect(&m_presenter, &ReviewsPresenter::exportChanged, m_after, &AfterPane::refresh);
    connect(m_after, &AfterPane::recapRequested, this, &ReviewsPage::writeRecap);
    connect(m_after, &AfterPane::calendarRequested, this, &ReviewsPage::writeCheckIns);
    connect(m_record, &account::RecordPane::closed, this, &ReviewsPage::leavePane);
    connect(m_record, &account::RecordPane::said, this, &ReviewsPage::said);
    connect(&m_account, &account::AccountPresenter::changed, m_record, &account::RecordPane::refresh);
    connect(&m_presenter, &ReviewsPresenter::packChanged, this, [this] {
        if (m_actions->isVisible())
            m_actions->refresh();
        if (m_after->isVisible())
            m_after->refresh();
    });
    connect(&m_presenter, &ReviewsPresenter::batchEnded, this, [this] {
        if (m_presenter.written().empty())
            return;
        m_batch->refresh();
        showPane(m_batch);
        m_batch->list().setFocus();
    });
}

void ReviewsPage::show()
{
    using State = ReviewsPresenter::State;
    const State state = m_presenter.state();
    if (state == State::Loading)
        m_nothing->say(tr("Looking through the reviews"), tr("Who is due, and what is missing, is worked out."));
    else if (state == State::Empty)
        m_nothing->say(tr("No accounts yet"),
                       tr("Once you have imported your accounts, those whose review is due stand here."));
    else if (state == State::Failed)
        m_nothing->say(tr("The reviews cannot be worked out"),
                       words::render(m_presenter.error(), m_presenter.locale()));
    else if (state == State::Nothing)
        m_nothing->say(tr("Nobody is due in %1").arg(m_presenter.quarterText(m_presenter.quarter())),
                       tr("Segments say how often an account is reviewed; choose another quarter above."));
    const bool isReady = state == State::Ready;
    if (!m_editor.isOpen())
        m_states->setCurrentIndex(isReady ? 0 : 1);
    m_isShowing = true;
    m_model.refresh();
    m_isShowing = false;
    fitColumns();
    showHeader();
    if (isReady && m_model.rowCount() > 0) {
        const int row = std::max(0, m_model.rowOf(m_presenter.chosen()));
        m_table->setCurrentIndex(m_model.index(row, 0));
        chooseRow();
    }
    Q_EMIT needsYou(m_presenter.needsYou());
}

/// Dates and states are never cut: their columns are as wide as the widest, in any language.
void ReviewsPage::fitColumns()
{
    const QFontMetrics metrics(m_table->font());
    for (const int column :
         {ReviewsModel::Csm, ReviewsModel::Arr, ReviewsModel::Meeting, ReviewsModel::LastHeld, ReviewsModel::Ready}) {
        int widest = metrics.horizontalAdvance(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < m_model.rowCount(); ++row)
            widest = std::max(widest, metrics.horizontalAdvance(m_model.index(row, column).data().toString()));
        const int room = px(column == ReviewsModel::Ready ? 72 + 24 : 24);
        m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), widest + room));
    }
}

void ReviewsPage::showHeader()
{
    const QLocale& locale = m_presenter.locale();
    const int due = m_presenter.dueCount();
    const bool isKnown = m_presenter.shown() != nullptr;
    m_header->setCaption(
        isKnown ? tr("%1 due, %2 of them ready").arg(locale.toString(due), locale.toString(m_presenter.readyCount()))
                : QString());
    m_quarters->clear();
    for (const qbr::Quarter& each : m_presenter.quarters())
        m_quarters->addItem(m_presenter.quarterText(each), each.toText());
    m_quarters->setCurrentIndex(m_quarters->findData(m_presenter.quarter().toText()));
    m_quarters->setVisible(m_quarters->count() > 0);
    m_owners->clear();
    m_owners->addItem(tr("Whole book"), qint64(0));
    for (const auto& [person, name] : m_presenter.owners())
        m_owners->addItem(name, person.value());
    m_owners->setCurrentIndex(std::max(0, m_owners->findData(m_presenter.owner().value())));
    m_owners->setVisible(isKnown);
    m_all->setText(m_presenter.isWriting() ? tr("Stop writing") : tr("Write all due..."));
    m_all->setEnabled(m_presenter.isWriting() || due > 0);
}

void ReviewsPage::chooseRow()
{
    if (m_isShowing)
        return;
    const AccountId account = m_model.accountAt(m_table->currentIndex().row());
    if (!account.isValid())
        return;
    const bool isOther = account != m_presenter.chosen();
    m_presenter.choose(account);
    if (isOther && (m_actions->isVisible() || m_after->isVisible() || m_record->isVisible()))
        leavePane();
}

void ReviewsPage::showPane(QWidget* pane)
{
    for (QWidget* each : {static_cast<QWidget*>(m_review), static_cast<QWidget*>(m_batch),
                          static_cast<QWidget*>(m_actions), static_cast<QWidget*>(m_after)})
        each->setVisible(each == pane);
    if (pane != m_record && m_record->isVisible()) {
        const QSignalBlocker blocker(m_record);
        m_record->leave();
    }
    m_editorView->showFacts(pane != m_actions && pane != m_after && pane != m_record);
}

void ReviewsPage::leavePane()
{
    showPane(m_review);
    if (m_editor.isOpen())
        m_editorView->outline().setFocus();
    else
        m_table->setFocus();
}

void ReviewsPage::openGap(const QString& gap)
{
    if (m_presenter.pack())
        openTarget(m_presenter.targetOf(gap));
}

void ReviewsPage::openTarget(const GapTarget& target)
{
    using Kind = GapTarget::Kind;
    const bool needsEdit = target.kind == Kind::New || target.kind == Kind::Draft;
    if (needsEdit && !m_presenter.book().isEditable()) {
        Q_EMIT said(tr("The book is open for looking only."));
        return;
    }
    m_account.show(m_presenter.chosen());
    switch (target.kind) {
    case Kind::Import:
        Q_EMIT goRequested({QStringLiteral("import"), 0, {}});
        return;
    case Kind::Actions:
    case Kind::OldActions:
        showPane(m_actions);
        m_actions->open(target.kind == Kind::OldActions);
        return;
    case Kind::Record:
        showPane(m_record);
        m_record->showRecord(target.record);
        m_record->editRecord();
        return;
    case Kind::New:
        showPane(m_record);
        m_record->showNew(target.begun);
        return;
    case Kind::Draft:
        showPane(m_record);
        m_record->showDraft(target.draft);
        return;
    }
}

bool ReviewsPage::takesFiles(const QStringList& files) const
{
    return files.size() == 1 && (files.front().endsWith(QStringLiteral(".pptx"), Qt::CaseInsensitive) ||
                                 files.front().endsWith(QStringLiteral(".potx"), Qt::CaseInsensitive));
}

void ReviewsPage::takeFiles(const QStringList& files)
{
    ExportChoice choice = m_presenter.exportChoice();
    choice.look = files.front();
    choice.form = print::Form::Pptx;
    m_presenter.setExportChoice(choice);
    Q_EMIT said(tr("Slides take the look of %1.").arg(QFileInfo(files.front()).fileName()));
}

void ReviewsPage::come(const widgets::Place& place)
{
    if (place.record != 0) {
        if (m_editor.isOpen() && m_presenter.chosen() != AccountId(place.record))
            m_editor.close();
        m_presenter.choose(AccountId(place.record));
        if (const int row = m_model.rowOf(m_presenter.chosen()); row >= 0)
            m_table->setCurrentIndex(m_model.index(row, 0));
    }
    leavePane();
}

widgets::Place ReviewsPage::place() const { return {face().name, 0, {}}; }

QByteArray ReviewsPage::state() const
{
    const ExportChoice& choice = m_presenter.exportChoice();
    const QJsonObject all{{QStringLiteral("form"), print::endingOf(choice.form)},
                          {QStringLiteral("look"), choice.look},
                          {QStringLiteral("folder"), m_folder}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

/// The customer's copy is what is offered at first, each time.
void ReviewsPage::restore(const QByteArray& state)
{
    const QJsonObject all = QJsonDocument::fromJson(state).object();
    ExportChoice choice;
    if (const auto form = print::formOf(QString(u'.' + all.value(u"form").toString())))
        choice.form = *form;
    choice.look = all.value(u"look").toString();
    m_folder = all.value(u"folder").toString();
    m_presenter.setExportChoice(choice);
}

/// From what is written or read to the list.
void ReviewsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        View::keyPressEvent(event);
    else if (m_record->isVisible())
        m_record->leave();
    else if (m_actions->isVisible() || m_after->isVisible() || m_batch->isVisible() || !m_editor.isOpen())
        leavePane();
    else
        m_editor.close();
}

} // namespace steward::reviews
