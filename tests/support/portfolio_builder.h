// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/portfolio.h"

#include <map>

namespace steward::tests {

/// Books for tests, in the order they are told:
///   const Portfolio book = aBook().account("A").subscription(1000, {2026, 1, 1}).account("B")...build();
/// Rows hang on the account named last. Amounts are whole units of the book's currency unless said otherwise. Ids count
/// up from 1 through all records, accounts too.
class PortfolioBuilder
{
public:
    PortfolioBuilder() { m_book.currency = Currency("EUR"); }

    PortfolioBuilder& account(const QString& name)
    {
        m_accounts.emplace_back();
        auto& account = m_accounts.back().account;
        account.id = nextId();
        account.name = name;
        account.currency = m_book.currency;
        m_ids[name] = account.id;
        return *this;
    }
    /// Facts whose account nobody knows; they name it by a key.
    PortfolioBuilder& unlinked(const QString& key)
    {
        m_unlinkedKey = key;
        return *this;
    }
    /// Changes the account named last.
    template <class Fn>
    PortfolioBuilder& with(Fn&& fn)
    {
        fn(m_accounts.back().account);
        return *this;
    }
    /// Any row of the account named last; id and account are set, everything else as given.
    template <class T>
    PortfolioBuilder& row(T value)
    {
        value.id = value.id ? value.id : nextId();
        if (!m_unlinkedKey.isEmpty())
            value.unlinked = m_unlinkedKey;
        else
            value.account = AccountId(m_accounts.back().account.id);
        rowsOf<T>().push_back(std::move(value));
        return *this;
    }
    /// The same, filled by a function.
    template <class T, class Fn>
    PortfolioBuilder& make(Fn&& fn)
    {
        T value;
        fn(value);
        return row(std::move(value));
    }

    PortfolioBuilder& subscription(qint64 amount, QDate start, QDate endedOn = {},
                                   const QString& period = QStringLiteral("month"), Currency currency = {})
    {
        Subscription s;
        s.amount = Minor{amount * 100};
        s.start = start;
        s.endedOn = endedOn;
        s.billingPeriod = period;
        s.currency = currency.isKnown() ? currency : m_book.currency;
        return row(std::move(s));
    }
    PortfolioBuilder& nps(double score, QDate day, ContactId contact = {})
    {
        Survey s;
        s.kind = QStringLiteral("nps");
        s.score = score;
        s.day = day;
        s.contact = contact;
        return row(std::move(s));
    }
    PortfolioBuilder& csm(PersonId person, QDate from, QDate to = {})
    {
        Assignment a;
        a.role = QStringLiteral("csm");
        a.person = person;
        a.from = from;
        a.to = to;
        return row(std::move(a));
    }
    PortfolioBuilder& person(qint64 id, const QString& name)
    {
        Person p;
        p.id = id;
        p.name = name;
        m_people.push_back(std::move(p));
        return *this;
    }
    PortfolioBuilder& rate(Currency currency, QDate day, const QString& text)
    {
        FxRate r;
        r.id = nextId();
        r.currency = currency;
        r.day = day;
        r.rate = text;
        m_rates.push_back(std::move(r));
        return *this;
    }
    PortfolioBuilder& metric(Metric value)
    {
        m_metrics.push_back(std::move(value));
        return *this;
    }
    PortfolioBuilder& source(const QString& kind, QDate dataUpTo, const QString& name = {})
    {
        Source s;
        s.id = nextId();
        s.kind = kind;
        s.name = name;
        s.dataUpTo = dataUpTo;
        m_sources.push_back(std::move(s));
        return *this;
    }
    /// Samples of the account named last.
    PortfolioBuilder& usage(UsageSeries series)
    {
        m_accounts.back().usage.push_back(std::move(series));
        return *this;
    }
    PortfolioBuilder& plan(Plan value)
    {
        m_plans.push_back(std::move(value));
        return *this;
    }
    /// Id of an account by its name.
    [[nodiscard]] AccountId id(const QString& name) const { return AccountId(m_ids.at(name)); }

    [[nodiscard]] Portfolio build() const
    {
        BookFacts book = m_book;
        book.people = Rows<Person>(m_people);
        book.rates = Rows<FxRate>(m_rates);
        book.plans = Rows<Plan>(m_plans);
        book.metrics = Rows<Metric>(m_metrics);
        book.sources = Rows<Source>(m_sources);
        std::vector<AccountFacts> accounts;
        for (const Pending& pending : m_accounts) {
            AccountFacts facts;
            facts.account = pending.account;
            fill(facts, pending.lists);
            facts.usage = Usage(pending.usage);
            accounts.push_back(std::move(facts));
        }
        AccountFacts unlinkedFacts;
        fill(unlinkedFacts, m_unlinked);
        return Portfolio(std::move(book), std::move(accounts), std::move(unlinkedFacts), 1);
    }

private:
    template <class Tables>
    struct ListsOf;
    template <class... T>
    struct ListsOf<std::tuple<Rows<T>...>>
    {
        using Type = std::tuple<std::vector<T>...>;
    };
    using Lists = ListsOf<AccountTables>::Type;
    struct Pending
    {
        Account account;
        Lists lists;
        std::vector<UsageSeries> usage;
    };

    qint64 nextId() { return ++m_lastId; }
    template <class T>
    std::vector<T>& rowsOf()
    {
        return std::get<std::vector<T>>(m_unlinkedKey.isEmpty() ? m_accounts.back().lists : m_unlinked);
    }
    static void fill(AccountFacts& facts, const Lists& lists)
    {
        std::apply([&facts](const auto&... list) { (facts.set(list), ...); }, lists);
    }

    BookFacts m_book;
    std::vector<Person> m_people;
    std::vector<FxRate> m_rates;
    std::vector<Plan> m_plans;
    std::vector<Metric> m_metrics;
    std::vector<Source> m_sources;
    std::vector<Pending> m_accounts;
    Lists m_unlinked;
    QString m_unlinkedKey;
    std::map<QString, qint64> m_ids;
    qint64 m_lastId = 0;
};

[[nodiscard]] inline PortfolioBuilder aBook() { return {}; }

} // namespace steward::tests
