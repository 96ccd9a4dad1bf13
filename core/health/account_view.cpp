// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/account_view.h"

#include "core/health/payment_view.h"
#include "core/health/people_view.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/stage_steps.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"

#include <QCalendar>
#include <algorithm>

namespace steward::health {

namespace {

constexpr int cadenceWithoutSegment = 30;

} // namespace

AccountView::AccountView(const AccountFacts& facts, const BookDay& book)
    : m_facts(facts)
    , m_book(book)
    , m_rules(book.view().grouping().find(facts.id()))
    , m_start(contractStart(facts, book.facts()))
{
    if (!facts.account.workingWeek.isEmpty())
        m_ownCalendar.emplace(facts.account.workingWeek, book.view().holidays());
    readUsage();
}

void AccountView::readUsage()
{
    const auto roles = m_book.view().metrics();
    const auto better = [](int rank, int best) { return rank > 0 && (best == 0 || rank < best); };
    int primaryRank = 0;
    int seatRank = 0;
    std::size_t next = 0;
    for (const UsageView series : m_facts.usage) {
        while (next < roles.size() && roles[next].id < series.metric)
            ++next;
        if (next == roles.size() || roles[next].id != series.metric || series.points.empty())
            continue;
        const MetricRole& role = roles[next];
        UsageRead& read = m_usage.emplace_back(UsageRead{&role, series.points, m_book.metricHorizon(next)});
        // A monthly value speaks for its month: windows end with the newest one.
        if (role.isMonthly)
            read.end = std::min(read.end, usageDate(series.points.back().day));
        if (const int rank = m_book.primaryRank(role); better(rank, primaryRank)) {
            primaryRank = rank;
            m_primary = read;
        }
        if (better(role.seatRank, seatRank)) {
            seatRank = role.seatRank;
            m_seats = read;
        }
    }
}

std::optional<int> AccountView::ageOn(QDate on) const
{
    return m_start.isValid() && on.isValid() && m_start <= on ? std::optional(static_cast<int>(m_start.daysTo(on)))
                                                              : std::nullopt;
}

void AccountView::addStart(Trail& trail) const
{
    if (!trail.isWanted())
        return;
    for (const Subscription& each : of<Subscription>())
        if (each.start == m_start) {
            trail.record(each);
            return;
        }
    trail.record(m_facts.account);
}

int AccountView::readContractMonth() const
{
    m_contractMonth = 1;
    if (m_start.isValid() && m_start <= day()) {
        const auto from = QCalendar().partsFromDate(m_start);
        const auto to = QCalendar().partsFromDate(day());
        m_contractMonth = (to.year - from.year) * 12 + to.month - from.month + (to.day >= from.day ? 1 : 0);
    }
    return *m_contractMonth;
}

std::optional<int> AccountView::cadence() const
{
    if (!m_rules)
        return cadenceWithoutSegment;
    if (!m_rules->touch)
        return std::nullopt;
    return m_rules->touch->daysIn(contractMonth());
}

int AccountView::onboardingTarget() const { return m_rules ? m_rules->onboardingDays : GroupRules().onboardingDays; }

bool AccountView::isOnboardingStage() const { return m_book.view().model().isOnboardingStage(stageOn(m_facts, day())); }

SourceRead AccountView::source(const Rule& rule) const { return source(rule.reads().front(), rule.freshDays()); }

SourceRead AccountView::source(DataKind kind, std::optional<int> freshDays) const
{
    const QDate end = m_book.horizon(kind);
    if (!m_book.holds(kind))
        return {end, Gap::NotConnected, kind};
    if (freshDays && end.daysTo(day()) > *freshDays)
        return {end, Gap::TooOld, kind};
    return {end, Gap::None, kind};
}

SourceRead AccountView::source(const std::optional<UsageRead>& usage, const Rule& rule) const
{
    if (!usage) {
        const SourceRead any = source(DataKind::Usage, rule.freshDays());
        const std::string_view lacks = m_usage.empty()      ? "no_usage"
                                       : &usage == &m_seats ? "no_seat_metric"
                                                            : "no_primary_metric";
        return any.isReadable() ? SourceRead{any.end, Gap::TooLittle, DataKind::Usage, lacks} : any;
    }
    const auto at = static_cast<std::size_t>(usage->role - m_book.view().metrics().data());
    const QDate horizon = m_book.metricHorizon(at);
    if (rule.freshDays() && horizon.daysTo(day()) > *rule.freshDays())
        return {horizon, Gap::TooOld, DataKind::Usage};
    return {usage->end, Gap::None, DataKind::Usage};
}

QDate AccountView::end(const Rule& rule) const
{
    if (rule.reads().front() == DataKind::Usage && m_primary)
        return m_primary->end;
    const QDate horizon = m_book.horizon(rule.reads().front());
    return horizon.isValid() ? horizon : day();
}

std::optional<DataKind> AccountView::notPractised(std::span<const DataKind> kinds) const
{
    for (const DataKind kind : kinds)
        if (!m_book.isPractised(kind))
            return kind;
    return std::nullopt;
}

const QuietPeriod* AccountView::quietPeriod(QDate from, QDate to) const
{
    for (const QuietPeriod& each : of<QuietPeriod>())
        if ((!each.from.isValid() || each.from <= to) && (!each.to.isValid() || each.to >= from))
            return &each;
    return nullptr;
}

int AccountView::workingDays(QDate from, QDate to) const
{
    if (to <= from)
        return 0;
    int days = calendar().daysBetween(from, to);
    QDate counted = from; // quiet periods may overlap; they lie by the day they begin
    for (const QuietPeriod& each : of<QuietPeriod>()) {
        const QDate first = each.from.isValid() ? std::max(counted, each.from.addDays(-1)) : counted;
        const QDate last = each.to.isValid() ? std::min(to, each.to) : to;
        if (first >= last)
            continue;
        days -= calendar().daysBetween(first, last);
        counted = last;
    }
    return days;
}

UsagePoints AccountView::within(const UsageRead& usage, QDate from, QDate to)
{
    return usage.points.within(usageDay(from), usageDay(to));
}

QDate AccountView::reached(QStringView milestone) const
{
    QDate first;
    for (const Milestone& each : of<Milestone>())
        if (each.kind == milestone && each.reached.isValid() && (!first.isValid() || each.reached < first))
            first = each.reached;
    return first;
}

bool AccountView::isAdopted() const
{
    if (m_book.isPractised(DataKind::Milestones) || reached(u"activation").isValid())
        return reached(u"activation").isValid();
    if (!m_primary)
        return false;
    // Weeks count back from nothing in particular: seven days each, by the day number.
    constexpr int enough = 4;
    int inARow = 0;
    qint32 week = std::numeric_limits<qint32>::min();
    for (const UsageSeries::Point& point : m_primary->points) {
        const qint32 mine = point.day / 7;
        if (point.value <= 0 || mine == week)
            continue;
        inARow = mine == week + 1 ? inARow + 1 : 1;
        week = mine;
        if (inARow == enough || m_primary->role->isMonthly)
            return true;
    }
    return false;
}

QDate AccountView::renewal() const
{
    QDate next;
    const auto see = [&](QDate date) {
        if (date.isValid() && date >= day() && (!next.isValid() || date < next))
            next = date;
    };
    for (const Subscription& each : of<Subscription>())
        if (isInForce(each, day()))
            see(each.renewalDate);
    if (!next.isValid())
        see(m_facts.account.renewalDate);
    return next;
}

const Contact* AccountView::contact(ContactId id) const
{
    for (const Contact& each : of<Contact>())
        if (ContactId(each.id) == id)
            return &each;
    return nullptr;
}

const RoleState& AccountView::role(KeyRole role) const
{
    auto& state = m_roles[std::size_t(role)];
    if (!state)
        state = roleState(*this, idOf(role));
    return *state;
}

const CardOnFile& AccountView::card() const { return m_card ? *m_card : m_card.emplace(cardOnFile(*this)); }

const Overdue& AccountView::overdue(QDate day, HabitRule habit) const
{
    if (!m_overdue || std::get<QDate>(*m_overdue) != day || std::get<HabitRule>(*m_overdue) != habit)
        m_overdue.emplace(day, habit, overdueOn(*this, day, habit));
    return std::get<Overdue>(*m_overdue);
}

std::span<const ContactId> AccountView::engaged(int days) const
{
    if (m_engagedDays != days) {
        m_engaged = engagedContacts(m_facts, day(), days);
        m_engagedDays = days;
    }
    return m_engaged;
}

} // namespace steward::health
