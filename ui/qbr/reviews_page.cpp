// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews_page.h"

#include "core/words/words.h"
#include "ui/qbr/summary_lines.h"
#include "ui/style/type.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>

namespace steward::reviews {

using style::px;

namespace {

/// The width of the widest text of a column. Thousands differ in their digits alone: each form is measured once, with
/// the widest of them.
int widestOf(const ReviewsModel& model, int column, const QFontMetrics& metrics)
{
    constexpr QStringView digits = u"0123456789";
    const QChar wide =
        *std::ranges::max_element(digits, {}, [&](QChar each) { return metrics.horizontalAdvance(each); });
    QSet<QString> forms;
    for (int row = 0; row < model.rowCount(); ++row) {
        QString form = model.index(row, column).data().toString();
        for (QChar& each : form)
            if (digits.contains(each))
                each = wide;
        forms.insert(form);
    }
    int widest = 0;
    for (const QString& form : forms)
        widest = std::max(widest, metrics.horizontalAdvance(form));
    return widest;
}

} // namespace

widgets::View::Face ReviewsPage::ownFace()
{
    return {QStringLiteral("reviews"), tr("QBRs"), QStringLiteral("presentation")};
}

ReviewsPage::ReviewsPage(OpenBook& book, QLocale locale, QWidget* parent)
    : ListPage(ownFace(), parent)
    , m_presenter(book, locale)
    , m_account(book, locale)
    , m_model(m_presenter)
    , m_editor(m_presenter)
{
    makeHeader();
    makeTable();
    makeBody();
    setFocusProxy(m_table);
    addCommands();
    connectEditor();
    connectPanes();
    connect(&m_presenter, &ReviewsPresenter::changed, this, &ReviewsPage::showState);
    connect(&m_presenter, &ReviewsPresenter::exportChanged, this, &ReviewsPage::showHeader);
    connect(&m_presenter, &ReviewsPresenter::said, this, &View::said);
    showState();
}

void ReviewsPage::makeHeader()
{
    m_quarters = new QComboBox;
    m_quarters->setObjectName(QStringLiteral("reviews.quarter"));
    m_quarters->setAccessibleName(tr("Quarter"));
    m_quarters->setToolTip(tr("The quarter the reviews are about"));
    m_owners = new account::OwnerBox(QStringLiteral("reviews.owner"), tr("Whose accounts"),
                                     tr("Whose accounts are shown"), tr("Whole book"));
    m_all = widgets::plainButton(tr("Write all due..."), QStringLiteral("reviews.all"), true);
    header().add(m_quarters);
    header().add(m_owners);
    header().add(m_all);
    connect(m_quarters, &QComboBox::activated, this, [this](int index) {
        const auto chosen = quarterFromText(m_quarters->itemData(index).toString());
        if (chosen)
            m_presenter.setQuarter(*chosen);
    });
    connect(m_owners, &account::OwnerBox::chosen, this, [this](PersonId person) { m_presenter.setOwner(person); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        if (m_presenter.isWriting())
            m_presenter.cancel();
        else
            writeAll();
    });
}

void ReviewsPage::makeTable()
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
}

void ReviewsPage::makeBody()
{
    m_editorView = new EditorView(m_editor);
    m_content = new QStackedWidget;
    m_content->addWidget(m_table);
    m_content->addWidget(m_editorView);
    m_review = new ReviewPane(m_presenter);
    m_batch = new account::LinesPane(QStringLiteral("reviews.batch"), tr("Decks that are written"));
    m_csms = new account::LinesPane(QStringLiteral("reviews.csms"), tr("Reviews by CSM"));
    m_actions = new ActionsPane(m_presenter);
    m_after = new AfterPane(m_presenter);
    m_record = new account::RecordPane(m_account);
    m_hints = new widgets::KeyHints({{QStringLiteral("Enter"), tr("what is missing")},
                                     {QStringLiteral("E"), tr("edit the slides")},
                                     {QStringLiteral("F5"), tr("present")},
                                     {QStringLiteral("W"), tr("write the deck")},
                                     {QStringLiteral("Shift+M"), tr("after the meeting")},
                                     {QStringLiteral("C"), tr("by CSM")},
                                     {QStringLiteral("Ctrl+K"), tr("all commands")}});
    setContent(m_content, m_hints, {m_review, m_batch, m_csms, m_actions, m_after, m_record});
    openPane(m_review);
}

void ReviewsPage::connectEditor()
{
    connect(m_editorView, &EditorView::closed, &m_editor, &EditorPresenter::close);
    connect(m_editorView, &EditorView::writeRequested, this, &ReviewsPage::writeOne);
    connect(m_editorView, &EditorView::gapOpened, this, &ReviewsPage::openGap);
    connect(m_editorView, &EditorView::presentRequested, this, &ReviewsPage::present);
    connect(m_editorView, &EditorView::actionsRequested, this, [this] { openGap(QStringLiteral("actions")); });
    connect(m_editorView, &EditorView::planRequested, this, [this] { openTarget(m_editor.planTarget()); });
    connect(m_editorView, &EditorView::baselineRequested, this, [this] { openTarget(m_editor.baselineTarget()); });
    connect(&m_editor, &EditorPresenter::said, this, &View::said);
    connect(&m_editor, &EditorPresenter::changed, this, [this] {
        if (!m_editor.isOpen() && m_content->currentWidget() == m_editorView)
            leaveEditor();
    });
}

void ReviewsPage::connectPanes()
{
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
    connect(m_batch, &account::LinesPane::recordOpened, this, [this](const RecordRef& record) {
        m_table->setCurrentIndex(m_model.index(m_model.rowOf(AccountId(record.id)), 0));
        leavePane();
    });
    connect(m_csms, &account::LinesPane::recordOpened, this, [this](const RecordRef& record) {
        m_presenter.setOwner(PersonId(record.id));
        leavePane();
    });
    connect(m_batch, &account::LinesPane::closed, this, &ReviewsPage::leavePane);
    connect(m_csms, &account::LinesPane::closed, this, &ReviewsPage::leavePane);
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
    connect(&m_presenter, &ReviewsPresenter::batchEnded, this, &ReviewsPage::showBatch);
}

void ReviewsPage::showState()
{
    using State = ReviewsPresenter::State;
    const State state = m_presenter.state();
    const bool isReady = state == State::Ready;
    if (isReady || m_editor.isOpen())
        showContent();
    else if (state == State::Empty)
        showNoAccounts(tr("Once you have imported your accounts, those whose review is due stand here."));
    else if (state == State::Loading)
        showNothing(tr("Looking through the reviews"), tr("Who is due, and what is missing, is worked out."));
    else if (state == State::Failed)
        showNothing(tr("The reviews cannot be worked out"), words::render(m_presenter.error(), m_presenter.locale()));
    else
        showNothing(tr("Nobody is due in %1").arg(m_presenter.quarterText(m_presenter.quarter())),
                    m_presenter.shown() && m_presenter.shown()->withoutRhythm() > 0
                        ? words::render(Message{Code("review.no-segment"), {m_presenter.shown()->withoutRhythm()}},
                                        m_presenter.locale())
                        : tr("Segments say how often an account is reviewed; choose another quarter above."));
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
    if (m_csms->isVisible())
        showCsms();
    Q_EMIT needsYou(m_presenter.needsYou());
}

void ReviewsPage::showEvent(QShowEvent* event)
{
    ListPage::showEvent(event);
    if (m_isFitDue)
        fitColumns();
}

/// Dates and states are never cut: their columns are as wide as the widest, in any language.
void ReviewsPage::fitColumns()
{
    // Texts of thousands of rows take long to measure; nobody waits for those of a page behind another.
    m_isFitDue = !isVisible();
    if (m_isFitDue)
        return;
    const QFontMetrics metrics(style::fontOf(style::Type::Strong)); // what is due is written so
    for (const int column :
         {ReviewsModel::Csm, ReviewsModel::Arr, ReviewsModel::Meeting, ReviewsModel::LastHeld, ReviewsModel::Ready}) {
        int widest = metrics.horizontalAdvance(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        widest = std::max(widest, widestOf(m_model, column, metrics));
        const int room = px(column == ReviewsModel::Ready ? 72 + 24 : 24);
        m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), widest + room));
    }
    // A name has what the reasons do not need.
    int left = m_table->viewport()->width() - px(260);
    for (int column = 0; column < ReviewsModel::Missing; ++column)
        if (column != ReviewsModel::Name)
            left -= m_table->columnWidth(column);
    int widest = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(m_model.index(row, ReviewsModel::Name).data().toString()));
    m_table->setColumnWidth(ReviewsModel::Name,
                            std::max(m_table->columnWidth(ReviewsModel::Name), std::min(widest + px(24), left)));
}

void ReviewsPage::showHeader()
{
    const QLocale& locale = m_presenter.locale();
    const int due = m_presenter.dueCount();
    const bool isKnown = m_presenter.shown() != nullptr;
    QString caption =
        isKnown ? tr("%1 due, %2 of them ready").arg(locale.toString(due), locale.toString(m_presenter.readyCount()))
                : QString();
    if (isKnown && m_presenter.shown()->withoutRhythm() > 0)
        caption += tr("; %1 without a segment").arg(locale.toString(m_presenter.shown()->withoutRhythm()));
    header().setCaption(caption);
    m_quarters->clear();
    for (const Quarter& each : m_presenter.quarters())
        m_quarters->addItem(m_presenter.quarterText(each), each.toText());
    m_quarters->setCurrentIndex(m_quarters->findData(m_presenter.quarter().toText()));
    m_quarters->setVisible(m_quarters->count() > 0);
    m_owners->offer(m_presenter.owners(), m_presenter.owner());
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

/// In the editor the facts stand where nothing else does.
void ReviewsPage::openPane(widgets::SidePane* pane)
{
    showPane(pane);
    m_editorView->showFacts(pane == nullptr);
}

void ReviewsPage::leavePane()
{
    openPane(m_editor.isOpen() ? nullptr : m_review);
    if (m_editor.isOpen())
        m_editorView->outline().setFocus();
    else
        m_table->setFocus();
}

void ReviewsPage::showBatch()
{
    if (m_presenter.written().empty())
        return;
    openPane(m_batch);
    m_batch->show(tr("Decks that are written"), batchText(m_presenter), batchLines(m_presenter));
    m_batch->list().setFocus();
}

void ReviewsPage::showCsms()
{
    if (m_editor.isOpen() || !m_presenter.shown())
        return;
    openPane(m_csms);
    m_csms->show(tr("By CSM"), tr("Enter shows the reviews of one; whole book: above."), csmLines(m_presenter));
    m_csms->list().setFocus();
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
        Q_EMIT said(widgets::whyNoEdit(m_presenter.book().looksBack()));
        return;
    }
    m_account.show(m_presenter.chosen());
    switch (target.kind) {
    case Kind::Import:
        Q_EMIT goRequested({QStringLiteral("import"), 0, {}});
        return;
    case Kind::Actions:
    case Kind::OldActions:
        openPane(m_actions);
        m_actions->open(target.kind == Kind::OldActions);
        return;
    case Kind::Record:
        openPane(m_record);
        m_record->showRecord(target.record);
        m_record->editRecord();
        return;
    case Kind::New:
        openPane(m_record);
        m_record->showNew(target.begun);
        return;
    case Kind::Draft:
        openPane(m_record);
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
        ListPage::keyPressEvent(event);
    else if (m_record->isVisible())
        m_record->leave();
    else if (m_actions->isVisible() || m_after->isVisible() || !m_editor.isOpen())
        leavePane();
    else
        m_editor.close();
}

} // namespace steward::reviews
