// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facts.h"
#include "core/portfolio/day_span.h"
#include "core/portfolio/usage_points.h"

#include <QTimeZone>
#include <memory>
#include <span>
#include <tuple>

namespace steward {

/// An immutable list that snapshots share. Empty costs 24 bytes; a copy never copies what it holds, nor does front().
template <class T>
class Rows
{
public:
    Rows() = default;
    /// Made in facts.cpp for every kind of row there is: what looking back asks of a row takes long to compile.
    explicit Rows(std::vector<T> rows);
    [[nodiscard]] std::span<const T> all() const
    {
        return m_body ? std::span<const T>(m_body->rows.data(), m_size) : std::span<const T>();
    }
    [[nodiscard]] auto begin() const { return all().begin(); }
    [[nodiscard]] auto end() const { return all().end(); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return m_body->rows[i]; }
    /// Not the front of a longer list.
    [[nodiscard]] bool isWhole() const { return !m_body || m_size == m_body->rows.size(); }
    /// The first rows of the list, shared with it.
    [[nodiscard]] Rows front(std::size_t count) const
    {
        Rows part;
        if (count > 0)
            part = *this;
        part.m_size = std::min(count, m_size);
        return part;
    }
    /// What a past day may change in it; of the whole list also where this is its front.
    [[nodiscard]] const looking::DaySpan& daySpan() const
    {
        static const looking::DaySpan none;
        return m_body ? m_body->days : none;
    }
    /// True when both are the same list in memory: cheap "nothing changed".
    [[nodiscard]] bool isSharedWith(const Rows& other) const
    {
        return m_body == other.m_body && m_size == other.m_size;
    }
    friend bool operator==(const Rows& a, const Rows& b)
    {
        return a.isSharedWith(b) || std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    struct Body
    {
        Body(std::vector<T> all, const looking::DaySpan& span)
            : rows(std::move(all))
            , days(span)
        {
        }
        std::vector<T> rows;
        looking::DaySpan days;
    };
    std::shared_ptr<const Body> m_body;
    std::size_t m_size = 0;
};

/// One metric of an account: its samples up to the day looked at, ascending.
struct UsageView
{
    MetricId metric;
    UsagePoints points;
};

/// The usage of an account as of a day. Cut when read, never copied. The samples of many accounts may lie in one block
/// of memory, which lives as long as one of them.
class Usage
{
public:
    Usage() = default;
    /// In any order, one series a metric; points ascending by day.
    explicit Usage(std::vector<UsageSeries> series);
    /// Views into a block: by metric, one a metric.
    Usage(std::shared_ptr<const void> block, std::span<const UsageView> series)
        : m_block(std::move(block))
        , m_series(series)
    {
    }
    [[nodiscard]] std::size_t size() const { return m_series.size(); }
    [[nodiscard]] bool isEmpty() const { return m_series.empty(); }
    [[nodiscard]] UsageView operator[](std::size_t i) const;
    /// The samples of a metric; empty where there are none.
    [[nodiscard]] UsagePoints of(MetricId metric) const;
    /// The same, cut after that day.
    [[nodiscard]] Usage until(QDate day) const;
    [[nodiscard]] bool isSharedWith(const Usage& other) const
    {
        return m_series.data() == other.m_series.data() && m_series.size() == other.m_series.size();
    }
    friend bool operator==(const Usage& a, const Usage& b);

    /// for (const UsageView each : usage), by metric id; a series may be empty up to the day.
    class Iterator
    {
    public:
        Iterator(const Usage* usage, std::size_t index)
            : m_usage(usage)
            , m_index(index)
        {
        }
        UsageView operator*() const { return (*m_usage)[m_index]; }
        Iterator& operator++()
        {
            ++m_index;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const Usage* m_usage;
        std::size_t m_index;
    };
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size()}; }

private:
    std::shared_ptr<const void> m_block;
    std::span<const UsageView> m_series;
    qint32 m_until = std::numeric_limits<qint32>::max();
};

/// The facts that hang on an account. Each list is ordered by its Happened day (unknown days first), then id.
using AccountTables =
    std::tuple<Rows<StageMove>, Rows<Assignment>, Rows<Contact>, Rows<ContactRole>, Rows<Subscription>,
               Rows<SubscriptionPhase>, Rows<PaymentMethod>, Rows<Invoice>, Rows<Movement>, Rows<Snapshot>, Rows<Churn>,
               Rows<Ticket>, Rows<Survey>, Rows<SurveySent>, Rows<Touch>, Rows<Pulse>, Rows<Goal>, Rows<Milestone>,
               Rows<Risk>, Rows<Escalation>, Rows<Opportunity>, Rows<RenewalCall>, Rows<Value>, Rows<PlanFigure>,
               Rows<Baseline>, Rows<FeatureNote>, Rows<QuietPeriod>, Rows<AccountEvent>, Rows<Override>, Rows<Advocacy>,
               Rows<Feedback>, Rows<Qbr>, Rows<PlaybookRun>, Rows<Task>, Rows<SignalDecision>>;

/// Everything known of one account. A value; figures read it and nothing else of the account. It has some forty lists:
/// what copies, compares and frees them is compiled once, in facts.cpp.
struct AccountFacts
{
    AccountFacts();
    AccountFacts(const AccountFacts&);
    AccountFacts(AccountFacts&&) noexcept;
    AccountFacts& operator=(const AccountFacts&);
    AccountFacts& operator=(AccountFacts&&) noexcept;
    ~AccountFacts();

    Account account;
    AccountTables tables;
    Usage usage;
    Rows<Change>
        changes; ///< fields with history of the account and its records, by (entity, record, field, day, recorded)
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
    friend bool operator==(const AccountFacts& a, const AccountFacts& b);
};

/// Facts of the whole book.
struct BookFacts
{
    BookFacts();
    BookFacts(const BookFacts&);
    BookFacts(BookFacts&&) noexcept;
    BookFacts& operator=(const BookFacts&);
    BookFacts& operator=(BookFacts&&) noexcept;
    ~BookFacts();

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

    friend bool operator==(const BookFacts& a, const BookFacts& b);
};

} // namespace steward
