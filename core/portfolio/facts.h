// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facts.h"

#include <QTimeZone>
#include <memory>
#include <span>
#include <tuple>

namespace steward {

/// An immutable list that snapshots share. Empty costs 16 bytes; a copy never copies what it holds.
template <class T>
class Rows
{
public:
    Rows() = default;
    explicit Rows(std::vector<T> rows)
        : m_rows(rows.empty() ? nullptr : std::make_shared<const std::vector<T>>(std::move(rows)))
    {
    }
    [[nodiscard]] std::span<const T> all() const { return m_rows ? std::span<const T>(*m_rows) : std::span<const T>(); }
    [[nodiscard]] auto begin() const { return all().begin(); }
    [[nodiscard]] auto end() const { return all().end(); }
    [[nodiscard]] std::size_t size() const { return m_rows ? m_rows->size() : 0; }
    [[nodiscard]] bool isEmpty() const { return !m_rows; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return (*m_rows)[i]; }
    /// True when both are the same list in memory: cheap "nothing changed".
    [[nodiscard]] bool isSharedWith(const Rows& other) const { return m_rows == other.m_rows; }
    friend bool operator==(const Rows& a, const Rows& b)
    {
        return a.m_rows == b.m_rows || std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    std::shared_ptr<const std::vector<T>> m_rows;
};

/// The facts that hang on an account. Each list is ordered by its Happened day (unknown days first), then id.
using AccountTables =
    std::tuple<Rows<StageMove>, Rows<Assignment>, Rows<Contact>, Rows<ContactRole>, Rows<Subscription>,
               Rows<SubscriptionPhase>, Rows<PaymentMethod>, Rows<Invoice>, Rows<Movement>, Rows<Snapshot>, Rows<Churn>,
               Rows<Ticket>, Rows<Survey>, Rows<SurveySent>, Rows<Touch>, Rows<Pulse>, Rows<Goal>, Rows<Milestone>,
               Rows<Risk>, Rows<Escalation>, Rows<Opportunity>, Rows<RenewalCall>, Rows<Value>, Rows<PlanFigure>,
               Rows<Baseline>, Rows<FeatureNote>, Rows<QuietPeriod>, Rows<AccountEvent>, Rows<Override>, Rows<Advocacy>,
               Rows<Feedback>, Rows<Qbr>, Rows<PlaybookRun>, Rows<Task>, Rows<SignalDecision>>;

/// Everything known of one account. A value; figures read it and nothing else of the account.
struct AccountFacts
{
    Account account;
    AccountTables tables;
    Rows<UsageSeries> usage;  ///< by metric id
    Rows<Change> changes;     ///< fields with history of the account and its records, by (record, field, day, recorded)
    Rows<CustomValue> custom; ///< of the account, by field
    Rows<ExternalKey> keys;   ///< of the account, in the order they were learnt

    template <class T>
    [[nodiscard]] const Rows<T>& of() const
    {
        return std::get<Rows<T>>(tables);
    }
    template <class T>
    void set(std::vector<T> rows)
    {
        std::get<Rows<T>>(tables) = Rows<T>(std::move(rows));
    }
    [[nodiscard]] AccountId id() const { return AccountId(account.id); }
    friend bool operator==(const AccountFacts&, const AccountFacts&) = default;
};

/// Facts of the whole book.
struct BookFacts
{
    Rows<Person> people;
    Rows<CustomerGroup> groups;
    Rows<Metric> metrics;
    Rows<Plan> plans;
    Rows<Source> sources;
    Rows<FxRate> rates;
    Rows<Definition> definitions;
    Rows<Request> requests;
    Rows<Goal> groupGoals; ///< goals of a customer group and of no single account
    Currency currency;     ///< of the book; unknown in a book without settings
    QTimeZone zone = QTimeZone::utc();
    int fiscalYearStart = 1; ///< month 1-12

    friend bool operator==(const BookFacts&, const BookFacts&) = default;
};

} // namespace steward
