// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/book_view.h"
#include "core/health/payment_state.h"
#include "core/health/role_state.h"

namespace steward::health {

/// A usage metric of the account with its samples up to the day, and the last day its source can speak about.
struct UsageRead
{
    const MetricRole* role = nullptr;
    UsagePoints points; ///< not empty
    QDate end;
};

/// The source a measure reads: how far it reaches, or why it cannot be read.
struct SourceRead
{
    QDate end; ///< windows end here
    Gap gap = Gap::None;
    DataKind missing = DataKind::Count;
    std::string_view reason = {}; ///< what exactly is missing: id of the scorecards' list "unknown"

    [[nodiscard]] bool isReadable() const { return gap == Gap::None; }
    [[nodiscard]] Reading unknown(Trail& trail) const
    {
        Reading reading = health::unknown(trail, gap, missing, end);
        reading.reason = reason;
        return reading;
    }
};

/// One account as of one day: what measures and caps share. What costs something is worked out once, when first asked
/// for. Lives on the stack of one scoring, in one thread; the facts are as of the day and outlive it.
class AccountView
{
public:
    AccountView(const AccountFacts& facts, const BookDay& book);
    AccountView(const AccountView&) = delete;
    AccountView& operator=(const AccountView&) = delete;

    [[nodiscard]] const AccountFacts& facts() const { return m_facts; }
    [[nodiscard]] const BookDay& book() const { return m_book; }
    [[nodiscard]] QDate day() const { return m_book.day(); }
    template <class T>
    [[nodiscard]] const Rows<T>& of() const
    {
        return m_facts.of<T>();
    }

    /// Start of the contract; invalid: not known.
    [[nodiscard]] QDate start() const { return m_start; }
    [[nodiscard]] std::optional<int> age() const { return ageOn(day()); }
    [[nodiscard]] std::optional<int> ageOn(QDate day) const;
    /// The record the start is known from.
    void addStart(Trail& trail) const;
    /// Month of the contract on the day, counted from 1.
    [[nodiscard]] int contractMonth() const { return m_contractMonth ? *m_contractMonth : readContractMonth(); }
    /// Its segment names a person; no segment: yes.
    [[nodiscard]] bool hasPeople() const { return !m_rules || m_rules->namedPerson; }
    [[nodiscard]] bool hasSegment() const { return m_rules != nullptr; }
    /// Days between planned conversations; without a segment those of mid-touch, 30. none: no conversation is planned.
    [[nodiscard]] std::optional<int> cadence() const;
    [[nodiscard]] int onboardingTarget() const;
    [[nodiscard]] const WorkingCalendar& calendar() const
    {
        return m_ownCalendar ? *m_ownCalendar : m_book.view().calendar();
    }
    [[nodiscard]] bool isOnboardingStage() const;
    /// The scorecard that applies is the one of onboarding.
    [[nodiscard]] bool isOnboarded() const { return m_isOnboarded; }
    void setOnboarded(bool isOnboarded) { m_isOnboarded = isOnboarded; }

    /// First of the rule's kinds of data: connected and fresh enough.
    [[nodiscard]] SourceRead source(const Rule& rule) const;
    [[nodiscard]] SourceRead source(DataKind kind, std::optional<int> freshDays) const;
    /// The same for the usage read; nothing read: too little.
    [[nodiscard]] SourceRead source(const std::optional<UsageRead>& usage, const Rule& rule) const;
    /// Where windows of the rule end; the day itself where nothing is known.
    [[nodiscard]] QDate end(const Rule& rule) const;
    /// none: each is practised; else the first that is not.
    [[nodiscard]] std::optional<DataKind> notPractised(std::span<const DataKind> kinds) const;

    /// The book's primary metric, else the best of the account's own.
    [[nodiscard]] const std::optional<UsageRead>& primary() const { return m_primary; }
    [[nodiscard]] const std::optional<UsageRead>& seats() const { return m_seats; }
    /// Every series that has samples up to the day, by metric.
    [[nodiscard]] std::span<const UsageRead> usage() const { return m_usage; }
    /// The quiet period that holds one of the days, both ends in it; nullptr: none.
    [[nodiscard]] const QuietPeriod* quietPeriod(QDate from, QDate to) const;
    [[nodiscard]] const QuietPeriod* quietPeriod(QDate day) const { return quietPeriod(day, day); }
    /// Working days after `from` up to and with `to`, those of quiet periods left out; 0 where to is not after from.
    [[nodiscard]] int workingDays(QDate from, QDate to) const;
    /// The samples of the days, both ends in it.
    [[nodiscard]] static UsagePoints within(const UsageRead& usage, QDate from, QDate to);

    /// First day a milestone was reached; invalid: not reached.
    [[nodiscard]] QDate reached(QStringView milestone) const;
    /// Activation reached; where milestones are not practised: primary metric above 0 in four weeks in a row, once.
    [[nodiscard]] bool isAdopted() const;
    /// Next end of an agreed term on or after the day, of a subscription in force, else the account's own; invalid:
    /// none.
    [[nodiscard]] QDate renewal() const;
    [[nodiscard]] const Contact* contact(ContactId id) const;
    [[nodiscard]] const RoleState& role(KeyRole role) const;
    [[nodiscard]] const CardOnFile& card() const;
    [[nodiscard]] const Overdue& overdue(QDate day, HabitRule habit) const;
    /// Present, and talked with us, answered or asked in so many days up to the day; by id.
    [[nodiscard]] std::span<const ContactId> engaged(int days) const;

private:
    void readUsage();
    [[nodiscard]] int readContractMonth() const;

    const AccountFacts& m_facts;
    const BookDay& m_book;
    const GroupRules* m_rules;
    QDate m_start;
    std::optional<WorkingCalendar> m_ownCalendar;
    bool m_isOnboarded = false;
    QVarLengthArray<UsageRead, 8> m_usage;
    std::optional<UsageRead> m_primary;
    std::optional<UsageRead> m_seats;
    mutable std::optional<int> m_contractMonth;
    mutable std::optional<CardOnFile> m_card;
    mutable std::optional<std::tuple<QDate, HabitRule, Overdue>> m_overdue;
    mutable std::array<std::optional<RoleState>, keyRoleCount> m_roles;
    mutable std::vector<ContactId> m_engaged;
    mutable int m_engagedDays = 0; ///< m_engaged is of; 0: not asked for yet
};

} // namespace steward::health
