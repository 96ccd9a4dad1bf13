// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/journey_page.h"

#include "core/words/content_words.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>

namespace steward::journeys {

using style::px;
using widgets::Needs;

namespace {

/// Where the stages of the journey are changed.
widgets::Place stagesPlace() { return {QStringLiteral("settings"), 0, QStringLiteral("journey")}; }

} // namespace

widgets::View::Face JourneyPage::ownFace()
{
    return {QStringLiteral("journey"), tr("Journey"), QStringLiteral("route")};
}

JourneyPage::JourneyPage(OpenBook& book, QLocale locale, QWidget* parent)
    : ListPage(ownFace(), parent)
    , m_presenter(book, locale)
    , m_account(book, locale)
    , m_table(locale)
{
    m_tabs = new widgets::TabStrip;
    m_tabs->setObjectName(QStringLiteral("journey.form"));
    m_tabs->setAccessibleName(tr("Form"));
    m_tabs->addTab(tr("Board"));
    m_tabs->addTab(tr("List"));
    m_tabs->addTab(tr("Map"));
    m_tabs->addTab(tr("Account"));
    addAbove(m_tabs);
    makeBody();
    connectPanes();
    connectMap();
    addCommands();
    m_edit = widgets::linkButton(tr("Edit stages"), QStringLiteral("journey.edit-stages"));
    header().add(m_edit);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT goRequested(stagesPlace()); });
    connect(&m_presenter, &JourneyPresenter::changed, this, &JourneyPage::showState);
    connect(&m_presenter, &JourneyPresenter::flowChanged, this, [this] { m_map->show(m_presenter.flow()); });
    showForm(Form::Board);
    showState();
}

void JourneyPage::makeBody()
{
    m_board = new BoardView(m_presenter.locale());
    makeList();
    m_forms = new QStackedWidget;
    m_forms->addWidget(m_board);
    m_forms->addWidget(m_list);
    m_map = new FlowView(m_presenter.locale());
    m_forms->addWidget(m_map);
    m_line = new LineView(m_presenter.book(), m_presenter.locale());
    m_forms->addWidget(m_line);
    m_behind = new account::LinesPane(QStringLiteral("journey.behind"), tr("What is behind the card"));
    m_choice = new account::ChoicePane(QStringLiteral("journey.choice"));
    m_record = new account::RecordPane(m_account);
    m_hints = new widgets::KeyHints({{QStringLiteral("A"), tr("accept the move"), true},
                                     {QStringLiteral("M"), tr("move"), true},
                                     {QStringLiteral("C"), tr("stuck at"), true},
                                     {QStringLiteral("Space"), tr("why")},
                                     {QStringLiteral("Enter"), tr("open account")},
                                     {QStringLiteral("L"), tr("board or list")},
                                     {QStringLiteral("F"), tr("map")},
                                     {QStringLiteral("O"), tr("over time")},
                                     {QStringLiteral("U"), tr("undo"), true}});
    setContent(m_forms, m_hints, {m_behind, m_choice, m_record});
}

void JourneyPage::makeList()
{
    m_list = new widgets::PlainTable(m_table, QStringLiteral("journey.list"), tr("Accounts on their journey"));
    m_list->setItemDelegate(new widgets::RowDelegate(m_list));
    const double widths[] = {210, 110, 84, 70, 76, 230, 130, 110};
    for (int column = 0; column < JourneyTable::ColumnCount; ++column)
        widgets::setColumn(*m_list, column, widths[column]);
    m_list->horizontalHeader()->setStretchLastSection(false);
    for (const int column : {int(JourneyTable::Account), int(JourneyTable::Why)})
        m_list->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_list->installEventFilter(this);
    connect(&m_table, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const work::BoardCard* current = m_table.cardAt(m_list->currentIndex().row());
        m_listed = current ? current->account : AccountId();
    });
    connect(&m_table, &QAbstractItemModel::modelReset, this, [this] {
        const int row = m_listed.isValid() ? m_table.rowOf(m_listed) : -1;
        if (m_table.rowCount() > 0)
            m_list->setCurrentIndex(m_table.index(std::max(0, row), 0));
    });
}

void JourneyPage::addCommands()
{
    addKey("journey.next", tr("&Next account"), tr("One card down"), {}, Qt::Key_J, Needs::Book, [this] { step(1); });
    addKey("journey.previous", tr("&Previous account"), tr("One card up"), {}, Qt::Key_K, Needs::Book,
           [this] { step(-1); });
    addKey("journey.accept", tr("&Accept the move"), tr("Make the move that is offered"), QStringLiteral("arrow-right"),
           Qt::Key_A, Needs::Editing, [this] { accept(); });
    addKey("journey.move", tr("&Move..."), tr("Move the account to another stage, and say why"),
           QStringLiteral("route"), Qt::Key_M, Needs::Editing,
           [this] { askMove(card() ? card()->account : AccountId(), {}); });
    addKey("journey.friction", tr("Where they &get stuck..."), tr("Say where the account gets stuck in its stage"),
           QStringLiteral("hourglass"), Qt::Key_C, Needs::Editing, [this] { askFriction(); });
    addKey("journey.form", tr("Board or &list"), tr("The same as a list, or as a board"), QStringLiteral("list"),
           Qt::Key_L, Needs::Book, [this] {
               showForm(m_form == Form::Board ? Form::List : Form::Board);
               focusContent();
           });
    addKey("journey.map", tr("&Flow map"), tr("How accounts went between the stages"), QStringLiteral("route"),
           Qt::Key_F, Needs::Book, [this] {
               showForm(Form::Map);
               focusContent();
           });
    addKey("journey.line", tr("&Over time"), tr("The account along its time"), QStringLiteral("history"), Qt::Key_O,
           Needs::Book, [this] {
               showForm(Form::Line);
               focusContent();
           });
    addKey("journey.stages", tr("&Edit stages..."), tr("Rename, split, add or remove stages, or use another journey"),
           QStringLiteral("settings"), Qt::Key_E, Needs::Book, [this] { Q_EMIT goRequested(stagesPlace()); });
    addKey("journey.undo", tr("&Undo"), tr("Take back the last change"), QStringLiteral("undo-2"), Qt::Key_U,
           Needs::Editing, [this] { m_presenter.book().undo(); });
}

void JourneyPage::come(const widgets::Place&)
{
    if (focusProxy())
        focusProxy()->setFocus();
    showBehind();
}

void JourneyPage::showEvent(QShowEvent* event)
{
    ListPage::showEvent(event);
    m_presenter.setWatched(true);
}

void JourneyPage::hideEvent(QHideEvent* event)
{
    ListPage::hideEvent(event);
    m_presenter.setWatched(false);
}

QByteArray JourneyPage::state() const
{
    constexpr const char* forms[] = {"board", "list", "map", "line"};
    return QByteArray(forms[int(m_form)]) + (m_isBehindShown ? " why" : "");
}

void JourneyPage::restore(const QByteArray& state)
{
    const QList<QByteArray> parts = state.split(' ');
    m_isBehindShown = parts.contains("why");
    showForm(parts.contains("list")   ? Form::List
             : parts.contains("map")  ? Form::Map
             : parts.contains("line") ? Form::Line
                                      : Form::Board);
    leavePane();
}

void JourneyPage::showState()
{
    using State = JourneyPresenter::State;
    const State state = m_presenter.state();
    const QLocale& locale = m_presenter.locale();
    const ShownBoard& shown = m_presenter.shown();
    m_tabs->setVisible(state == State::Ready);
    m_edit->setVisible(state == State::Ready);
    if (state == State::Ready)
        showContent();
    else if (state == State::Loading)
        showNothing(tr("Putting the accounts on the board"), tr("They are there in a moment."));
    else if (state == State::NoAccounts)
        showNoAccounts(tr("Once you have imported your accounts, each stands here in its stage."));
    else
        showNothing(
            tr("No account says in which stage it is"),
            tr("Import a column with the stage, or set it in Accounts; then the board shows who stands where."));
    m_board->show(shown, m_presenter.lanes());
    m_table.show(shown);
    showLine();
    QStringList about;
    if (shown && shown->board.journey)
        about << words::ContentWords(shown->numbers->content, locale).text(shown->board.journey->name);
    if (m_presenter.offers() > 0)
        about << (m_presenter.offers() == 1 ? tr("one ready to move")
                                            : tr("%1 ready to move").arg(locale.toString(m_presenter.offers())));
    if (shown && shown->board.withoutStage > 0)
        about << tr("%1 without a stage").arg(locale.toString(shown->board.withoutStage));
    header().setCaption(state == State::Ready ? about.join(QStringLiteral(" \u00b7 ")) : QString());
    focusContent();
    showBehind();
}

/// Who takes the focus of the page; where the page has it, it goes there.
void JourneyPage::focusContent()
{
    QWidget* content = m_presenter.state() == JourneyPresenter::State::Ready ? wanted() : nullptr;
    const bool hasFocus = isAncestorOf(focusWidget()) && focusWidget() && focusWidget()->hasFocus();
    const bool isPane = m_choice->isVisible() || m_record->isVisible() || m_behind->list().hasFocus();
    setFocusProxy(content);
    if (hasFocus && !isPane)
        (content ? content : this)->setFocus();
}

QWidget* JourneyPage::wanted() const
{
    switch (m_form) {
    case Form::Board:
        return m_board->current();
    case Form::List:
        return m_list;
    case Form::Map:
        return m_map;
    case Form::Line:
        return m_line;
    }
    return nullptr;
}

void JourneyPage::showForm(Form form)
{
    const work::BoardCard* current = m_forms->count() > 0 ? card() : nullptr;
    const AccountId account = current ? current->account : m_onLine;
    m_form = form;
    m_hints->setVisible(form == Form::Board || form == Form::List);
    m_forms->setCurrentIndex(int(form));
    {
        const QSignalBlocker blocker(m_tabs);
        m_tabs->setCurrentIndex(int(form));
    }
    if (form == Form::List && account.isValid())
        m_list->setCurrentIndex(m_table.index(std::max(0, m_table.rowOf(account)), 0));
    if (account.isValid())
        m_onLine = account;
    showLine();
    focusContent();
    showBehind();
}

/// Of the account somebody stood on last, else of the first one of the list.
void JourneyPage::showLine()
{
    if (m_table.rowOf(m_onLine) < 0)
        m_onLine = m_table.rowCount() > 0 ? m_table.cardAt(0)->account : AccountId();
    if (m_form == Form::Line)
        m_line->show(m_onLine);
}

const work::BoardCard* JourneyPage::card() const
{
    if (m_form == Form::List)
        return m_table.cardAt(m_list->currentIndex().row());
    if (m_form == Form::Line)
        return m_table.cardAt(m_table.rowOf(m_onLine));
    if (m_form == Form::Map)
        return nullptr;
    const LaneList* lane = m_board->current();
    return lane ? lane->current() : nullptr;
}

const work::BoardLane* JourneyPage::lane() const
{
    if (!card())
        return nullptr;
    if (m_form == Form::Board)
        return &m_board->current()->cards().lane();
    return &m_table.laneAt(m_table.rowOf(card()->account));
}

void JourneyPage::step(int direction)
{
    if (m_form == Form::Board) {
        if (LaneList* list = m_board->current())
            list->step(direction);
        return;
    }
    if (m_form == Form::Map) {
        m_map->chart().choose(std::max(0, m_map->chart().chosen() + direction));
        return;
    }
    const int row = m_form == Form::Line ? m_table.rowOf(m_onLine) : m_list->currentIndex().row();
    const int next = row + direction;
    if (next < 0 || next >= m_table.rowCount())
        return;
    m_onLine = m_table.cardAt(next)->account;
    if (m_form == Form::Line)
        m_line->show(m_onLine);
    else
        m_list->setCurrentIndex(m_table.index(next, m_list->currentIndex().column()));
}

/// The table would take Space for itself.
bool JourneyPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggleBehind();
        return true;
    }
    return ListPage::eventFilter(watched, event);
}

void JourneyPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        ListPage::keyPressEvent(event);
    else if (m_record->isVisible())
        m_record->leave();
    else if (m_choice->isVisible())
        leavePane();
    else if (m_isBehindShown)
        toggleBehind();
}

} // namespace steward::journeys
