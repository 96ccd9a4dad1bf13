// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/account_page.h"

#include "core/words/content_words.h"
#include "ui/account/lines.h"
#include "ui/style/type.h"
#include "ui/widgets/key_button.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace steward::account {

using style::px;
using widgets::MenuId;
using widgets::Needs;

widgets::View::Face AccountPage::ownFace()
{
    return {QStringLiteral("account"), tr("Account"), QStringLiteral("building-2"), false};
}

AccountPage::AccountPage(OpenBook& book, QLocale locale, QWidget* parent)
    : View(ownFace(), parent)
    , m_presenter(book, std::move(locale))
    , m_header(new Header)
    , m_tabs(new widgets::TabStrip)
    , m_pages(new QStackedWidget)
    , m_states(new QStackedWidget)
    , m_nobody(new widgets::StatePage(QStringLiteral("building-2")))
    , m_overview(new Overview(m_presenter))
    , m_timeline(new TimelineTab(m_presenter))
    , m_people(new PeopleTab(m_presenter))
    , m_pane(new RecordPane(m_presenter))
    , m_strip(new PlayStrip)
    , m_play(new PlayPane)
    , m_message(new MessagePane(QStringLiteral("account.message")))
    , m_choice(new ChoicePane(QStringLiteral("account.choice")))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_tabs->setObjectName(QStringLiteral("account.tabs"));
    m_tabs->setAccessibleName(tr("Parts of the account"));
    addCommands();
    m_people->offer(command(QStringLiteral("account.person")));
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(px(10), 0, px(12), 0);
    tabRow->setSpacing(px(4));
    tabRow->addWidget(m_tabs);
    tabRow->addStretch();
    for (const char* name : {"account.see", "account.call", "account.note"}) {
        auto* button = new widgets::KeyButton(command(QString::fromLatin1(name)));
        button->setObjectName(QString::fromLatin1(name) + u".button");
        tabRow->addWidget(button);
        m_buttons.push_back(button);
    }
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_pages, 1);
    middle->addWidget(m_pane);
    middle->addWidget(m_play);
    middle->addWidget(m_message);
    middle->addWidget(m_choice);
    m_play->hide();
    m_message->hide();
    m_choice->hide();
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_strip);
    column->addLayout(tabRow);
    column->addWidget(new widgets::Rule);
    column->addLayout(middle, 1);
    m_states->addWidget(body);
    m_states->addWidget(m_nobody);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
    addTab(QStringLiteral("overview"), tr("Overview"), m_overview);
    addTab(QStringLiteral("timeline"), tr("Timeline"), m_timeline);
    addTab(QStringLiteral("people"), tr("People"), m_people);
    m_plan = addList(QStringLiteral("plan"), tr("Plan"));
    addPlanFile();
    addSharing();
    m_money = addList(QStringLiteral("money"), tr("Money"));
    m_money->setColumns({.icon = 28, .detail = 190, .end = 130, .row = 31, .head = 34, .amount = 110});
    m_voice = addList(QStringLiteral("voice"), tr("Voice"));
    connectParts();
    connectPlay();
    connectMessages();
    refresh();
    focusTab();
}

void AccountPage::addTab(const QString& name, const QString& title, QWidget* page)
{
    m_names << name;
    m_pages->addWidget(page);
    m_tabs->addTab(title);
}

LinesView* AccountPage::addList(const QString& name, const QString& title)
{
    auto* list = new LinesView(QStringLiteral("account.") + name, title, {0, 28, 190, 130, 31, 34});
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(px(8), px(4), px(8), 0);
    column->addWidget(list);
    box->setFocusProxy(list);
    connect(list, &LinesView::opened, this, [this, list](const RecordRef& record) {
        // What is said of the account itself in its plan is the onboarding plan; another one shares a goal.
        if (list == m_plan && record.entity == Entity::Account && record.id != m_presenter.account().value())
            Q_EMIT goRequested(widgets::accountPlace(AccountId(record.id), QStringLiteral("plan")));
        else if (list == m_plan && record.entity == Entity::Account)
            command(QStringLiteral("account.onboarding")).trigger();
        else
            openRecord(record);
    });
    addTab(name, title, box);
    return list;
}

void AccountPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        m_pane->leave();
        hidePlay();
        focusTab();
        Q_EMIT moved();
    });
    connect(&m_presenter, &AccountPresenter::changed, this, &AccountPage::refresh);
    connect(m_overview, &Overview::scoreOpened, this, [this](const ScoreRow& row) {
        using Kind = query::ScoreLine::Kind;
        if (row.line.kind == Kind::Measure || row.line.kind == Kind::Cap || row.line.kind == Kind::Override) {
            hidePlay();
            m_pane->showRecords(row.name, row.why, row.line.why.records);
        }
    });
    connect(m_overview, &Overview::tabAsked, this, &AccountPage::showTab);
    connect(m_overview, &Overview::opened, this, &AccountPage::openRecord);
    connect(m_timeline, &TimelineTab::opened, this, &AccountPage::openRecord);
    connect(m_people, &PeopleTab::opened, this, &AccountPage::openRecord);
    connect(m_pane, &RecordPane::said, this, &AccountPage::said);
    connect(m_pane, &RecordPane::closed, this, [this] { m_pages->currentWidget()->setFocus(); });
}

void AccountPage::addMaking(const char* name, const QString& text, const QString& icon, const QKeySequence& keys,
                            NewRecord kind)
{
    const QString tip = QString(text).remove(u'&').remove(QStringLiteral("...")) + u" (" +
                        keys.toString(QKeySequence::NativeText) + u')';
    addCommand({QString::fromLatin1(name), text, tip, icon, keys, Needs::Editing, MenuId::Own, false, [this, kind] {
                    if (m_presenter.state() != AccountPresenter::State::Ready || m_pane->isWriting())
                        return;
                    hidePlay();
                    m_pane->showNew(kind);
                }});
}

void AccountPage::addGoing(int tab)
{
    static constexpr const char* names[] = {"overview", "timeline", "people", "plan", "money", "voice"};
    const QString name = QString::fromLatin1(names[tab]);
    const QString titles[] = {tr("Go to &Overview"), tr("Go to &Timeline"), tr("Go to P&eople"),
                              tr("Go to P&lan"),     tr("Go to Mone&y"),    tr("Go to &Voice")};
    const QKeySequence keys(QStringLiteral("Alt+%1").arg(tab + 1));
    addCommand({QStringLiteral("account.go.") + name,
                titles[tab],
                QString(titles[tab]).remove(u'&') + u" (" + keys.toString(QKeySequence::NativeText) + u')',
                {},
                keys,
                Needs::Book,
                MenuId::Own,
                false,
                [this, name] { showTab(name); }});
}

void AccountPage::addCommands()
{
    addMaking("account.note", tr("&Note..."), QStringLiteral("sticky-note"), Qt::Key_N, NewRecord::Note);
    addMaking("account.call", tr("Log &call..."), QStringLiteral("phone"), Qt::Key_C, NewRecord::Call);
    addCommand({QStringLiteral("account.meet"), tr("&Meeting"),
                tr("Brief and note of a conversation; what was agreed becomes tasks (M)"), QStringLiteral("users"),
                Qt::Key_M, Needs::Book, MenuId::Own, false, [this] { meet(); }});
    addMaking("account.meeting", tr("Log a meeting that was..."), QStringLiteral("users"),
              QKeySequence(QStringLiteral("Shift+E")), NewRecord::Meeting);
    addMaking("account.email", tr("Log e-mai&l..."), QStringLiteral("mail"), Qt::Key_E, NewRecord::Email);
    addMaking("account.see", tr("I &see it differently..."), QStringLiteral("pencil"), Qt::Key_Equal,
              NewRecord::Rating);
    addMaking("account.band", tr("Set a &band by hand..."), QStringLiteral("lock"),
              QKeySequence(QStringLiteral("Shift+B")), NewRecord::Band);
    addMaking("account.task", tr("New &task..."), QStringLiteral("check"), Qt::Key_T, NewRecord::Task);
    addMaking("account.goal", tr("New &goal..."), QStringLiteral("target"), Qt::Key_G, NewRecord::Goal);
    addMaking("account.risk", tr("New ris&k..."), QStringLiteral("flag"), Qt::Key_R, NewRecord::Risk);
    addMaking("account.person", tr("New &person..."), QStringLiteral("user"), QKeySequence(QStringLiteral("Shift+P")),
              NewRecord::Person);
    addMaking("account.value", tr("New value the&y gained..."), {}, Qt::Key_V, NewRecord::Value);
    addMaking("account.milestone", tr("New milestone..."), {}, QKeySequence(QStringLiteral("Shift+M")),
              NewRecord::Milestone);
    addMaking("account.renewal-call", tr("Call the renewal..."), {}, QKeySequence(QStringLiteral("Shift+R")),
              NewRecord::RenewalCall);
    addMaking("account.step", tr("New step of the s&hared plan..."), {}, QKeySequence(QStringLiteral("Shift+T")),
              NewRecord::Step);
    addMaking("account.onboarding", tr("&Onboarding plan..."), QStringLiteral("list-checks"), Qt::Key_O,
              NewRecord::OnboardingPlan);
    addCommand({QStringLiteral("account.renewal"),
                tr("&Renewal and notice dates..."),
                tr("Renewal and notice dates (D)"),
                {},
                Qt::Key_D,
                Needs::Editing,
                MenuId::Own,
                false,
                [this] { openRenewal(); }});
    addCommand({QStringLiteral("account.edit"), tr("E&dit..."), tr("Edit what is open, else the account (F2)"),
                QStringLiteral("pencil"), Qt::Key_F2, Needs::Editing, MenuId::Own, false, [this] { editShown(); }});
    addCommand({QStringLiteral("account.find"), tr("&Find in the timeline"), tr("Find in the timeline (/)"),
                QStringLiteral("search"), Qt::Key_Slash, Needs::Book, MenuId::Own, false, [this] {
                    showTab(QStringLiteral("timeline"));
                    m_timeline->focusSearch();
                }});
    for (int tab = 0; tab < 6; ++tab)
        addGoing(tab);
    addCommand({QStringLiteral("account.leave"),
                tr("&Back to the list"),
                tr("Back to the list you came from (Esc)"),
                QStringLiteral("arrow-left"),
                {},
                Needs::Book,
                MenuId::Own,
                false,
                [this] { leave(); }});
}

/// From a pane back to the page, from a search back to its list, from the page to where one came from.
void AccountPage::leave()
{
    if (m_play->isVisible()) {
        m_play->hide();
        m_pages->currentWidget()->setFocus();
    } else if (m_choice->isVisible()) {
        m_choice->hide();
        m_pages->currentWidget()->setFocus();
    } else if (m_pane->isVisible())
        m_pane->leave();
    else if (m_timeline->search().hasFocus())
        m_timeline->list().setFocus();
    else
        Q_EMIT leaveRequested();
}

void AccountPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        View::keyPressEvent(event);
}

void AccountPage::openRecord(RecordRef record)
{
    hidePlay();
    m_pane->showRecord(record);
}

void AccountPage::editShown()
{
    if (m_presenter.state() != AccountPresenter::State::Ready || m_pane->isWriting())
        return;
    RecordRef record = m_pane->isVisible() ? m_pane->record() : RecordRef();
    if (const auto* list = qobject_cast<LinesView*>(focusWidget()); record.id == 0 && list) {
        record = list->currentRecord();
        if (list == m_plan && record.entity == Entity::Account && record.id != 0) {
            command(QStringLiteral("account.onboarding")).trigger();
            return;
        }
    }
    const auto* map = qobject_cast<PeopleMap*>(focusWidget());
    if (record.id == 0 && map && map->chosen() != 0)
        record = {Entity::Contact, map->chosen()};
    if (record.id == 0)
        record = {Entity::Account, m_presenter.account().value()};
    openRecord(record);
    m_pane->editRecord();
}

/// Of the contract that renews next; where none says it, the account's own field.
void AccountPage::openRenewal()
{
    if (m_presenter.state() != AccountPresenter::State::Ready)
        return;
    RecordRef record{Entity::Account, m_presenter.account().value()};
    for (const Subscription& each : m_presenter.figures().facts->of<Subscription>())
        if (!each.endedOn.isValid() && !each.archivedOn.isValid() &&
            (record.entity == Entity::Account || each.renewalDate == m_presenter.figures().line->renewal))
            record = {Entity::Subscription, each.id};
    openRecord(record);
    m_pane->editRecord();
}

void AccountPage::come(const widgets::Place& place)
{
    if (place.record != 0 && AccountId(place.record) != m_presenter.account()) {
        m_pane->leave();
        hidePlay();
    }
    if (place.record != 0)
        m_presenter.show(AccountId(place.record));
    showTab(place.part);
    for (const QString& record : {QStringLiteral("note"), QStringLiteral("call")})
        if (place.part == widgets::newPart(record))
            command(QString(QStringLiteral("account.") + record)).trigger();
}

widgets::Place AccountPage::place() const { return widgets::accountPlace(m_presenter.account(), tab()); }

QString AccountPage::tab() const { return m_names.value(m_tabs->currentIndex()); }

void AccountPage::showTab(const QString& tab)
{
    const auto index = static_cast<int>(m_names.indexOf(tab));
    if (index >= 0)
        m_tabs->setCurrentIndex(index);
    focusTab();
    m_pages->currentWidget()->setFocus();
}

void AccountPage::focusTab() { setFocusProxy(m_pages->currentWidget()); }

void AccountPage::refresh()
{
    const bool isReady = m_presenter.state() == AccountPresenter::State::Ready;
    m_states->setCurrentIndex(isReady ? 0 : 1);
    if (!isReady) {
        const bool isNotThere = m_presenter.state() == AccountPresenter::State::NotThere;
        if (isNotThere)
            m_nobody->say(
                tr("This account is not in the book on that day"),
                tr("It came later, or its import was undone. Look at another day, or choose another account."));
        else if (m_presenter.account().isValid())
            m_nobody->say(tr("One moment"), tr("The account is being put together."));
        else
            m_nobody->say(tr("No account is open"), tr("Choose one in Accounts and press Enter."));
        return;
    }
    const AccountFigures& figures = m_presenter.figures();
    const QLocale& locale = m_presenter.locale();
    m_header->show(headerText(figures, locale));
    showPlay();
    m_overview->refresh();
    m_timeline->refresh();
    m_people->refresh();
    m_plan->show(planLines(figures, locale));
    m_money->show(moneyLines(figures, locale));
    m_voice->show(voiceLines(figures, locale));
    showCounts();
    m_pane->refresh();
}

void AccountPage::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    fitButtons();
}

/// Where they do not fit beside the tabs, their pictures must do.
void AccountPage::fitButtons()
{
    int needed = m_tabs->sizeHint().width() + px(10 + 12);
    for (QToolButton* button : m_buttons) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        needed += button->sizeHint().width() + px(4);
    }
    if (needed > width())
        for (QToolButton* button : m_buttons)
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void AccountPage::showCounts()
{
    const AccountFigures& figures = m_presenter.figures();
    const QLocale& locale = m_presenter.locale();
    const auto present = std::ranges::count_if(figures.people, &query::PersonSeen::isPresent);
    const std::pair<int, qsizetype> counts[] = {
        {1, qsizetype(figures.timeline.size())},
        {2, present},
        {3, qsizetype(figures.facts->of<Goal>().size())},
        {5, qsizetype(figures.facts->of<Survey>().size() + figures.facts->of<Feedback>().size())}};
    for (const auto& [tab, count] : counts)
        m_tabs->setCount(tab, locale.toString(count));
    fitButtons();
}

} // namespace steward::account
