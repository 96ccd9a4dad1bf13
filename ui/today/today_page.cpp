// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_page.h"

#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "core/words/words.h"
#include "ui/account/snooze_days.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace steward::today {

using style::px;
using style::Tone;
using style::Type;
using widgets::Needs;

widgets::View::Face TodayPage::ownFace() { return {QStringLiteral("today"), tr("Today"), QStringLiteral("inbox")}; }

TodayPage::TodayPage(OpenBook& book, QLocale locale, QWidget* parent)
    : ListPage(ownFace(), parent)
    , m_presenter(book, locale)
    , m_account(book, locale)
    , m_model(locale)
{
    makeHeader();
    makeBody();
    setFocusProxy(m_list);
    addCommands();
    connectPanes();
    connect(&m_presenter, &TodayPresenter::changed, this, &TodayPage::showState);
    showState();
}

void TodayPage::makeHeader()
{
    m_owners = new account::OwnerBox(QStringLiteral("today.owner"), tr("Whose accounts"),
                                     tr("Whose accounts are shown"), tr("Whole book"));
    header().add(m_owners);
    connect(m_owners, &account::OwnerBox::chosen, this, [this](PersonId person) { m_presenter.setOwner(person); });
}

void TodayPage::makeBody()
{
    m_list = new TodayList(m_model);
    m_why = new WhyPane(m_presenter.locale());
    m_choice = new account::ChoicePane(QStringLiteral("today.choice"));
    m_play = new account::PlayPane;
    m_record = new account::RecordPane(m_account);
    m_since = new SincePane(m_presenter.book(), m_presenter.locale());
    m_message = new account::MessagePane(QStringLiteral("today.message"));
    setContent(m_list,
               new widgets::KeyHints({{QStringLiteral("J+K"), tr("move")},
                                      {QStringLiteral("Space"), tr("why")},
                                      {QStringLiteral("Enter"), tr("open")},
                                      {QStringLiteral("P"), tr("play")},
                                      {QStringLiteral("U"), tr("undo"), true},
                                      {QStringLiteral("Ctrl+K"), tr("all commands")}}),
               {m_why, m_choice, m_play, m_record, m_since, m_message});
}

void TodayPage::addCommands()
{
    using account::NewRecord;
    addKey("today.next", tr("&Next row"), tr("One row down"), {}, Qt::Key_J, Needs::Book, [this] { m_list->step(1); });
    addKey("today.previous", tr("Pre&vious row"), tr("One row up"), {}, Qt::Key_K, Needs::Book,
           [this] { m_list->step(-1); });
    addKey("today.part", tr("Next part of the &list"), tr("From the clock to who needs you, to what can wait"), {},
           Qt::Key_G, Needs::Book, [this] { m_list->stepPart(); });
    addKey("today.play", tr("Start the &play..."), tr("See the play and start it"), QStringLiteral("play"), Qt::Key_P,
           Needs::Book, [this] { showPlay(); });
    addKey("today.note", tr("N&ote..."), tr("Write a note on the account"), QStringLiteral("sticky-note"), Qt::Key_N,
           Needs::Editing, [this] { write(NewRecord::Note); });
    addKey("today.call", tr("Log &call..."), tr("Write down a call"), QStringLiteral("phone"), Qt::Key_C,
           Needs::Editing, [this] { write(NewRecord::Call); });
    addKey("today.meet", tr("&Meeting"), tr("Brief and note of a conversation"), QStringLiteral("users"), Qt::Key_M,
           Needs::Book, [this] { meet(); });
    addKey("today.snooze", tr("&Snooze..."), tr("Put the row off to a day"), QStringLiteral("clock"), Qt::Key_S,
           Needs::Editing, [this] { askSnooze(); });
    addKey("today.wake", tr("What was put o&ff..."), tr("What was put off to a later day; take it up now"),
           QStringLiteral("clock"), Qt::Key_Z, Needs::Editing, [this] { askWake(); });
    addKey("today.dismiss", tr("&Dismiss..."), tr("Close the reason, and say why"), QStringLiteral("x"), Qt::Key_D,
           Needs::Editing, [this] { askDismiss(); });
    addKey("today.task", tr("New &task..."), tr("A task on the account"), QStringLiteral("check"), Qt::Key_T,
           Needs::Editing, [this] { write(NewRecord::Task); });
    addKey("today.see", tr("I see it di&fferently..."), tr("Rate the account yourself"), QStringLiteral("pencil"),
           Qt::Key_Equal, Needs::Editing, [this] { write(NewRecord::Rating); });
    addKey("today.done", tr("Done (on the cloc&k)"), tr("Keep the promise: its task is done"), QStringLiteral("check"),
           Qt::Key_X, Needs::Editing, [this] {
               if (const work::TodayRow* current = row(); current && m_presenter.taskOf(*current))
                   m_presenter.finishTask(*current);
               else
                   Q_EMIT said(tr("Only a promise on the clock is done from here."));
           });
    addKey("today.since", tr("S&ince..."), tr("What changed since yesterday, last Monday or any day"),
           QStringLiteral("history"), QKeySequence(QStringLiteral("Shift+S")), Needs::Book, [this] { showSince(); });
    addKey("today.undo", tr("&Undo"), tr("Take back the last change"), QStringLiteral("undo-2"), Qt::Key_U,
           Needs::Editing, [this] { m_presenter.book().undo(); });
}

void TodayPage::connectPanes()
{
    connect(m_list, &TodayList::opened, this, &TodayPage::openRow);
    connect(m_list, &TodayList::behindRequested, this, &TodayPage::toggleWhy);
    connect(m_list, &TodayList::rowChanged, this, &TodayPage::showSide);
    connect(m_why, &WhyPane::closed, this, &TodayPage::toggleWhy);
    connect(m_why, &WhyPane::playAsked, this, &TodayPage::showPlay);
    connect(m_why, &WhyPane::accountAsked, this, &TodayPage::openAccount);
    connect(m_why, &WhyPane::reasonOpened, this, &TodayPage::openRecords);
    connect(m_why, &WhyPane::recordOpened, this, [this](const RecordRef& record) {
        m_account.show(m_model.accountAt(m_list->row()));
        showPane(m_record);
        m_record->showRecord(record);
    });
    connect(m_record, &account::RecordPane::closed, this, &TodayPage::leavePane);
    connect(m_record, &account::RecordPane::said, this, &TodayPage::said);
    connect(&m_account, &account::AccountPresenter::changed, m_record, &account::RecordPane::refresh);
    auto* messages = new account::PlayMessages(*m_play, *m_message, m_presenter.book(), m_presenter.locale(), [this] {
        const work::TodayRow* current = row();
        return account::PlayMessages::About{m_model.accountAt(m_list->row()),
                                            current ? std::optional(current->signalList.front()) : std::nullopt};
    });
    connect(messages, &account::PlayMessages::opened, this, [this] { showPane(m_message); });
    connect(m_message, &account::MessagePane::said, this, &TodayPage::said);
    connect(m_message, &account::MessagePane::closed, this, &TodayPage::leavePane);
    connect(m_since, &SincePane::closed, this, &TodayPage::leavePane);
    connect(m_since, &SincePane::recordOpened, this, [this](AccountId account, const RecordRef& record) {
        if (record.entity == Entity::Account) {
            openAccount(AccountId(record.id));
            return;
        }
        m_account.show(account);
        m_list->setFocus(); // what had it is hidden now
        showPane(m_record);
        m_record->showRecord(record);
        m_record->setFocus();
    });
    connect(m_choice, &account::ChoicePane::closed, this, &TodayPage::leavePane);
    connect(m_choice, &account::ChoicePane::chosen, this, &TodayPage::answer);
    connect(m_play, &account::PlayPane::closed, this, &TodayPage::leavePane);
    connect(m_play, &account::PlayPane::startRequested, this, [this] {
        if (const work::TodayRow* current = row())
            m_presenter.startPlay(work::TodayRow(*current));
        leavePane();
    });
    connect(m_play, &account::PlayPane::stepToggled, this, [this](qint64 task, bool isDone) {
        account::setTaskDone(m_presenter.book(), m_model.accountAt(m_list->row()), task, isDone);
    });
    connect(m_play, &account::PlayPane::stepsRequested, this, [this] {
        account::makeSteps(m_presenter.book(), m_model.accountAt(m_list->row()), m_play->text().run,
                           m_presenter.locale());
    });
    connect(m_play, &account::PlayPane::endRequested, this, [this](const QString& outcome, const QString& sentence) {
        const AccountId account = m_model.accountAt(m_list->row());
        const qint64 run = m_play->text().run;
        leavePane();
        account::endPlay(m_presenter.book(), account, run, outcome, sentence, m_presenter.locale());
    });
}

void TodayPage::come(const widgets::Place&) { showSide(); }

QByteArray TodayPage::state() const
{
    return QByteArray::number(m_presenter.owner().value()) + (m_isWhyShown ? " why" : "");
}

void TodayPage::restore(const QByteArray& state)
{
    const QList<QByteArray> parts = state.split(' ');
    m_isWhyShown = parts.contains("why");
    m_wantedOwner = PersonId(parts.front().toLongLong());
    showState();
}

void TodayPage::showState()
{
    using State = TodayPresenter::State;
    const State state = m_presenter.state();
    const OpenBook& book = m_presenter.book();
    const bool isReady = state == State::Ready;
    //: The day of the page, as QDate writes it: in German "dddd, d. MMMM".
    QString caption = m_presenter.locale().toString(book.asked().day, tr("dddd d MMMM"));
    if (const auto& shown = m_presenter.shown()) {
        const QLocale& locale = m_presenter.locale();
        const int budget = shown->day->numbers->content.signalRules.ranking.budget;
        //: How many rows stand in "Needs you" before the rest can wait.
        caption += QStringLiteral(" \u00b7 ") + tr("up to %1 rows a day").arg(locale.toString(budget));
        if (!shown->putOff.empty())
            caption += QStringLiteral(" \u00b7 ") + (book.isEditable() ? tr("%1 put off (Z)") : tr("%1 put off"))
                                                        .arg(locale.toString(shown->putOff.size()));
    }
    header().setCaption(caption);
    m_owners->setVisible(isReady || state == State::Nothing);
    if (isReady)
        showContent();
    else if (state == State::Empty)
        showNoAccounts(tr("Once you have imported your accounts, what needs you stands here, with the reasons."));
    else if (state == State::Loading)
        showNothing(tr("Looking through the accounts"), tr("What each of them asks of you today is worked out."));
    else if (state == State::Failed)
        showNothing(tr("Today cannot be worked out"), words::render(m_presenter.error(), m_presenter.locale()));
    else if (state == State::Nothing)
        showNothing(tr("Nothing needs you today"),
                    QStringList{tr("No promise is due and no account asks for anything. New data may change that."),
                                nextText(*m_presenter.shown(), m_presenter.locale())}
                        .join(u'\n'));
    m_list->setReadOnly(book.isEditable() ? QString() : widgets::whyNoEdit(book.looksBack()));
    m_model.show(m_presenter.shown());
    showOwners();
    Q_EMIT needsYou(m_presenter.needsYou());
    showSide();
}

void TodayPage::showOwners()
{
    if (m_wantedOwner.isValid() && m_presenter.shown()) {
        for (const auto& [person, name] : m_presenter.owners())
            if (person == m_wantedOwner)
                m_presenter.setOwner(person);
        m_wantedOwner = {};
    }
    m_owners->offer(m_presenter.owners(), m_presenter.owner());
}

/// What stands beside the list follows the current row; what is being asked or written stays.
void TodayPage::showSide()
{
    if (!m_model.shown())
        return;
    if (m_play->isVisible()) {
        const work::TodayRow* current = row();
        const auto text = current && current->accounts.size() == 1
                              ? account::playText(*m_model.shown()->day->numbers, current->accounts.front(),
                                                  m_play->text().play, m_presenter.locale())
                              : std::nullopt;
        if (text && current->play == text->play)
            m_play->show(*text, m_model.textAt(m_list->row()).name, m_presenter.book().isEditable());
        else if (current && current->play != m_play->text().play)
            leavePane();
        return;
    }
    if (m_isWhyShown && !m_choice->isVisible() && !m_record->isVisible() && !m_since->isVisible())
        m_why->show(row(), m_model.shown());
}

/// Back to the list, with the reasons beside it where they were.
void TodayPage::leavePane()
{
    showPane(m_isWhyShown ? m_why : nullptr);
    // Figures of an account that nobody looks at are not worked out again with every edit.
    if (!m_record->isVisible())
        m_account.show({});
    m_list->setFocus();
    showSide();
}

void TodayPage::toggleWhy()
{
    m_isWhyShown = !m_isWhyShown;
    leavePane();
}

/// From what is written or read back to the reasons, from them to the list.
void TodayPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        ListPage::keyPressEvent(event);
    else if (m_record->isVisible())
        m_record->leave();
    else if (m_isWhyShown)
        toggleWhy();
}

void TodayPage::openAccount(AccountId account) { Q_EMIT goRequested(widgets::accountPlace(account)); }

void TodayPage::openRow()
{
    const int current = m_list->row();
    if (current < 0)
        return;
    if (m_model.toggle(current)) {
        m_list->showBelow();
        return;
    }
    if (const AccountId account = m_model.accountAt(current); account.isValid())
        openAccount(account);
    else if (!m_isWhyShown)
        toggleWhy();
}

/// On the conversation of a row on the clock, else on that of today.
void TodayPage::meet()
{
    const work::TodayRow* current = row();
    const AccountId account = m_model.accountAt(m_list->row());
    if (!account.isValid()) {
        Q_EMIT said(tr("Choose one account for that; Enter opens a group."));
        return;
    }
    QString planned = QStringLiteral("0");
    if (current && current->lane == work::Lane::Clock)
        for (const RecordRef& record : current->signalList.front().say.records)
            if (record.entity == Entity::Touch)
                planned = QString::number(record.id);
    Q_EMIT goRequested({QStringLiteral("meeting"), account.value(), planned + QStringLiteral(" today")});
}

void TodayPage::showSince()
{
    if (!m_model.shown())
        return;
    showPane(m_since);
    m_since->open(m_presenter.owner());
}

/// What a reason rests on.
void TodayPage::openRecords(const work::Signal& signal)
{
    m_account.show(signal.account);
    showPane(m_record);
    m_record->showRecords(nameOf(signal, *m_model.shown()->day, m_presenter.locale()),
                          sentenceOf(signal, *m_model.shown()->day, m_presenter.locale()), signal.say.records);
}

void TodayPage::showPlay()
{
    const work::TodayRow* current = row();
    if (!current)
        return;
    const auto text = current->accounts.empty()
                          ? std::nullopt
                          : account::playText(*m_model.shown()->day->numbers, current->accounts.front(), current->play,
                                              m_presenter.locale());
    if (!text) {
        Q_EMIT said(tr("No play answers this; write a task with T."));
        return;
    }
    showPane(m_play);
    m_play->show(*text, m_model.textAt(m_list->row()).name, m_presenter.book().isEditable());
    m_play->focusFirst();
}

void TodayPage::write(account::NewRecord kind)
{
    const AccountId account = m_model.accountAt(m_list->row());
    if (!account.isValid()) {
        Q_EMIT said(tr("Choose one account for that; Enter opens a group."));
        return;
    }
    if (m_record->isVisible() && m_record->isWriting())
        return;
    m_account.show(account);
    showPane(m_record);
    m_record->showNew(kind);
}

} // namespace steward::today
