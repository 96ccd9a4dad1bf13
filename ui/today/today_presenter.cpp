// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_presenter.h"

#include "core/words/content_words.h"
#include "core/work/acts.h"
#include "ui/account/play_text.h"
#include "ui/today/row_text.h"

namespace steward::today {

namespace {

std::vector<work::Signal> putOffOf(const BookDay& day, PersonId owner)
{
    std::vector<work::Signal> putOff;
    for (const work::AccountSignals& account : day.watched.accounts)
        for (const work::Signal& each : account.signalList) {
            if (each.state != work::SignalState::Snoozed)
                continue;
            const AccountFacts* facts = day.numbers->facts.find(account.account);
            if (facts && (!owner.isValid() || facts->account.csm == owner))
                putOff.push_back(each);
        }
    std::ranges::stable_sort(putOff, {}, &work::Signal::until);
    return putOff;
}

std::optional<NextMeeting> nextMeetingOf(const BookDay& day, PersonId owner)
{
    std::optional<NextMeeting> next;
    for (const query::AccountLine& line : day.numbers->lines) {
        if (owner.isValid() && line.facts->account.csm != owner)
            continue;
        for (const Touch& each : line.facts->of<Touch>()) {
            const bool isAhead = each.planned.value_or(false) && each.day > day.numbers->asked.day;
            const auto when = [](QDate of, const std::optional<Instant>& at) { return std::pair(of, at ? at->ms : 0); };
            if (isAhead && (!next || when(each.day, each.at) < when(next->day, next->at)))
                next = NextMeeting{line.facts->id(), each.day, each.at};
        }
    }
    return next;
}

std::shared_ptr<const Shown> shownOf(const Day& day, PersonId owner)
{
    if (!day)
        return nullptr;
    Shown shown{day, todayOf(*day, owner), putOffOf(*day, owner), {}};
    if (shown.today.count(work::Lane::Clock) + shown.today.count(work::Lane::Now) == 0)
        shown.next = nextMeetingOf(*day, owner);
    return makeRetiring<const Shown>(std::move(shown));
}

} // namespace

TodayPresenter::TodayPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : BookPresenter(book, std::move(locale), parent)
{
    TodayPresenter::takeNumbers();
}

void TodayPresenter::takeNumbers()
{
    const Numbers& numbers = book().numbers();
    if (!numbers || numbers->lines.empty()) {
        forget();
        m_shown.reset();
        setState(numbers ? State::Empty : State::Loading);
        return;
    }
    if (m_shown && m_shown->day->numbers->asked != numbers->asked) {
        m_shown.reset();
        setState(State::Loading);
    }
    // Trends come with the scorer of the scores before them: they change nothing here.
    const bool isKnown = m_shown && m_shown->day->numbers->scorer == numbers->scorer;
    if (!numbers->scorer || isKnown)
        return;
    if (m_shown)
        workOutEdited();
    else
        workOutWhole();
}

void TodayPresenter::workOutWhole()
{
    workOut<Shown>(
        Pace::Slowly,
        [numbers = book().numbers(), owner = m_owner](const IsStale&) -> Result<ShownDay> {
            const auto day = dayOf(numbers);
            if (!day)
                return tl::unexpected(day.error());
            return shownOf(*day, owner);
        },
        [this](const ShownDay& shown) { take(shown); });
}

/// What was edited is there at once, the rest follows.
void TodayPresenter::workOutEdited()
{
    workOut<Shown>(
        Pace::Soon,
        [numbers = book().numbers(), owner = m_owner, before = m_shown](const IsStale&) -> Result<ShownDay> {
            const auto day = dayAfter(numbers, *before->day);
            if (!day)
                return tl::unexpected(day.error());
            return shownOf(*day, owner);
        },
        [this](const ShownDay& shown) {
            take(shown);
            workOutWhole();
        });
}

void TodayPresenter::take(const ShownDay& shown)
{
    if (!shown)
        return;
    const bool isSame = state() == State::Ready && m_shown && m_shown->day->numbers == shown->day->numbers &&
                        m_shown->today == shown->today && m_shown->putOff == shown->putOff;
    retire(std::exchange(m_shown, shown));
    if (!isSame)
        setState(m_shown->today.rows.empty() ? State::Nothing : State::Ready);
}

int TodayPresenter::needsYou() const
{
    if (!m_shown)
        return 0;
    return static_cast<int>(m_shown->today.count(work::Lane::Clock) + m_shown->today.count(work::Lane::Now));
}

void TodayPresenter::setOwner(PersonId owner)
{
    if (owner == m_owner)
        return;
    m_owner = owner;
    if (!m_shown)
        return;
    workOut<Shown>(
        Pace::Soon, [day = m_shown->day, owner](const IsStale&) -> Result<ShownDay> { return shownOf(day, owner); },
        [this](const ShownDay& shown) { take(shown); });
}

BookPresenter::People TodayPresenter::owners() const
{
    if (!m_shown)
        return {};
    std::set<qint64> holders;
    for (const query::AccountLine& line : m_shown->day->numbers->lines)
        holders.insert(line.facts->account.csm.value());
    return peopleOf(m_shown->day->numbers->facts.book(), holders);
}

void TodayPresenter::snooze(const work::TodayRow& row, QDate to, const QString& word)
{
    const QString name = row.accounts.size() == 1 ? nameOf(row.accounts.front(), *m_shown->day)
                                                  : rowText(row, *m_shown->day, locale()).name;
    book().edit({Code("edit.signals-snoozed"), {name, to}},
                [everything = m_shown->day->numbers->everything, put = row.signalList,
                 decision = work::Decision{to, {}, m_owner, word}](book::Edit& edit) {
                    return work::decide(edit, everything, put, decision);
                });
}

void TodayPresenter::wake(const work::Signal& signal)
{
    book().edit({Code("edit.signals-woken"), {nameOf(signal.account, *m_shown->day)}},
                [everything = m_shown->day->numbers->everything, signal,
                 decision = work::Decision{{}, {}, m_owner, {}}](book::Edit& edit) {
                    return work::decide(edit, everything, std::span(&signal, 1), decision);
                });
}

/// Who is not closed in one go, by name; of many the first.
QString TodayPresenter::staying(const QStringList& names, const QLocale& locale)
{
    constexpr qsizetype most = 4;
    if (names.isEmpty())
        return {};
    QString who = names.mid(0, most).join(QStringLiteral(", "));
    if (names.size() > most)
        who = tr("%1 and %2 more").arg(who, locale.toString(names.size() - most));
    return (names.size() == 1 ? tr("%1 stays: a complaint or a valuable account is looked at one by one.")
                              : tr("%1 stay: a complaint or a valuable account is looked at one by one."))
        .arg(who);
}

QString TodayPresenter::dismiss(const work::TodayRow& row, const QString& reason, bool isAll, const QString& word)
{
    const BookDay& day = *m_shown->day;
    std::vector<work::Signal> closed = row.signalList;
    if (row.accounts.size() < 2 && !isAll)
        closed.resize(1);
    QStringList kept;
    if (row.accounts.size() > 1)
        std::erase_if(closed, [&](const work::Signal& each) {
            const bool isKept = work::isForHumans(each, day.worths);
            if (isKept)
                kept << nameOf(each.account, day);
            return isKept;
        });
    const QString stays = staying(kept, locale());
    if (closed.empty())
        return stays;
    const bool isKept = taskOf(row) && reason == u"already_on_it";
    const auto* known = content::findById(day.numbers->content.signalRules.dismiss, reason);
    const words::ContentWords words(day.numbers->content, locale());
    const QString why = known ? words.text(known->name).toLower() : reason;
    book().edit({Code("edit.signals-dismissed"), {rowText(row, day, locale()).name, why}},
                [everything = day.numbers->everything, closed, decision = work::Decision{{}, reason, m_owner, word}](
                    book::Edit& edit) { return work::decide(edit, everything, closed, decision); });
    return isKept ? tr("The promise stays open in Tasks until it is done.") : stays;
}

void TodayPresenter::startPlay(const work::TodayRow& row)
{
    if (!row.play.isEmpty())
        account::startPlay(book(), row.play, row.accounts, sentenceOf(row.signalList.front(), *m_shown->day, locale()),
                           locale());
}

const Task* TodayPresenter::taskOf(const work::TodayRow& row) const
{
    const AccountFacts* facts =
        row.accounts.size() == 1 ? m_shown->day->numbers->facts.find(row.accounts.front()) : nullptr;
    if (!facts || row.lane != work::Lane::Clock)
        return nullptr;
    for (const RecordRef& record : row.signalList.front().say.records)
        if (record.entity == Entity::Task)
            for (const Task& task : facts->of<Task>())
                if (task.id == record.id)
                    return &task;
    return nullptr;
}

void TodayPresenter::finishTask(const work::TodayRow& row)
{
    if (const Task* task = taskOf(row))
        account::setTaskDone(book(), row.accounts.front(), task->id, true);
}

} // namespace steward::today
