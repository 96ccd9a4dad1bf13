// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/after_meeting.h"

#include "core/base/date_parser.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"
#include "core/words/date_order.h"
#include "core/words/short_words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace steward::reviews {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("reviews", text); }

const QString timeFormat = QStringLiteral("HH:mm");

} // namespace

const QTimeZone& AfterMeeting::zone() const { return m_presenter.shown()->numbers()->facts.book().zone; }

QString AfterMeeting::account() const
{
    const qbr::Pack* pack = m_presenter.pack();
    return pack ? pack->accountName : QString();
}

QString AfterMeeting::checkInSubject() const
{
    return tr("Check-in after the review %1").arg(m_presenter.quarterText(m_presenter.quarter()));
}

std::optional<qbr::HeldMeeting> AfterMeeting::meeting() const
{
    const Qbr* review = m_presenter.review(false);
    if (!review || !review->meetingStart)
        return std::nullopt;
    return qbr::HeldMeeting{*review->meetingStart, meetingEnd(*review).value_or(*review->meetingStart),
                            review->attendees};
}

bool AfterMeeting::isHeld() const
{
    const Qbr* review = m_presenter.review(false);
    return review && review->heldOn.isValid();
}

std::vector<AfterMeeting::Guest> AfterMeeting::guests() const
{
    std::vector<Guest> all;
    const AccountFacts* facts = m_presenter.facts();
    if (!facts)
        return all;
    for (const Contact& each : facts->of<Contact>())
        if (isPresent(each, m_presenter.book().asked().day) && !each.name.isEmpty())
            all.push_back({ContactId(each.id), each.name, each.title});
    return all;
}

std::optional<qbr::HeldMeeting> AfterMeeting::meetingFrom(const QString& day, const QString& from,
                                                          const QString& to) const
{
    const auto read = [&](const QString& text) {
        return parseDate(text.toStdString(), {words::dateOrderOf(m_presenter.locale()), DateNumbers::None});
    };
    const QDate date = read(day.trimmed()).isValid() ? read(day.trimmed()).writtenDay() : QDate();
    const auto at = [&](QDate on, const QString& time) -> std::optional<Instant> {
        const QTime clock = QTime::fromString(time.trimmed(), QStringLiteral("H:m"));
        if (!on.isValid() || !clock.isValid())
            return std::nullopt;
        return read(QString(on.toString(Qt::ISODate) + u' ' + clock.toString(timeFormat))).instant(zone());
    };
    const auto start = at(date, from);
    auto end = at(date, to);
    if (start && end && end->ms <= start->ms)
        end = at(date.addDays(1), to);
    constexpr qint64 longest = 8LL * 3600 * 1000; // else from and to are the wrong way round
    if (!start || !end || end->ms - start->ms > longest)
        return std::nullopt;
    return qbr::HeldMeeting{*start, *end, {}};
}

bool AfterMeeting::isAhead(const qbr::HeldMeeting& meeting) const
{
    return dayOf(meeting.start, zone()) > m_presenter.book().asked().day;
}

std::array<QString, 3> AfterMeeting::textsOf(const qbr::HeldMeeting& meeting) const
{
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(meeting.start.ms, zone());
    return {words::dayText(start.date(), m_presenter.locale()), start.time().toString(timeFormat),
            QDateTime::fromMSecsSinceEpoch(meeting.end.ms, zone()).time().toString(timeFormat)};
}

std::optional<qbr::Recap> AfterMeeting::recap() const
{
    if (!m_presenter.pack() || !isHeld())
        return std::nullopt;
    return qbr::recapOf(m_presenter.shown()->numbers()->facts, *m_presenter.pack());
}

AfterMeeting::Due AfterMeeting::dueOf(const qbr::Recap& recap) const
{
    const QLocale& locale = m_presenter.locale();
    const auto text = [&](Instant at) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.ms, zone());
        return QString(locale.toString(local.date(), QStringLiteral("ddd ")) + words::dayText(local.date(), locale) +
                       QStringLiteral(", ") + local.time().toString(timeFormat));
    };
    if (recap.sent)
        return {tr("sent %1").arg(text(*recap.sent)), false, true};
    const bool isLate = dayOf(recap.due, zone()) < m_presenter.book().asked().day;
    return {(isLate ? tr("overdue since %1") : tr("due %1")).arg(text(recap.due)), isLate, false};
}

qbr::FollowUps AfterMeeting::followUps() const
{
    const auto known = recap();
    if (!known)
        return {};
    return qbr::followUpsOf(*m_presenter.facts(), m_presenter.shown()->numbers()->facts.book(), *known,
                            checkInSubject());
}

void AfterMeeting::record(const qbr::HeldMeeting& meeting)
{
    if (!m_presenter.pack() || !m_presenter.book().isEditable())
        return;
    const QString quarter = m_presenter.quarterText(m_presenter.quarter());
    const qbr::MeetingWords words{tr("Send the recap of the review %1").arg(quarter),
                                  tr("Quarterly review %1").arg(quarter)};
    m_presenter.book().edit({Code("edit.review-held"), {account()}},
                            [numbers = m_presenter.shown()->numbers(), id = m_presenter.pack()->account,
                             period = m_presenter.period(), meeting, words](book::Edit& edit) {
                                return qbr::recordMeeting(edit, *numbers->facts.find(id), numbers->facts.book(), period,
                                                          meeting, words);
                            });
}

void AfterMeeting::recordRecap()
{
    const auto known = recap();
    if (!known || known->sent || !m_presenter.book().isEditable())
        return;
    m_presenter.book().edit({Code("edit.review-recap"), {account()}},
                            [numbers = m_presenter.shown()->numbers(), id = known->account, review = known->review](
                                book::Edit& edit) { return qbr::recordRecap(edit, *numbers->facts.find(id), review); });
}

void AfterMeeting::makeFollowUps()
{
    const qbr::FollowUps made = followUps();
    if (made.isEmpty() || !m_presenter.book().isEditable())
        return;
    m_presenter.book().edit({Code("edit.review-follow-ups"), {account()}},
                            [made](book::Edit& edit) { return qbr::save(edit, made); });
}

} // namespace steward::reviews
