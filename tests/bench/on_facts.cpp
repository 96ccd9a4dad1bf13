// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/on_facts.h"

#include "core/query/account_lines.h"
#include "core/revenue/movements.h"
#include "tests/bench/measure.h"

namespace steward::bench {

namespace {

const QDate today(2026, 11, 1);

/// One subscription, begun in one of 36 months; every ninth ended, every third grown.
AccountFacts accountOf(qint64 i, Currency currency)
{
    AccountFacts facts;
    facts.account.id = i + 1;
    facts.account.name = QStringLiteral("Customer %1").arg(i);
    facts.account.tier = i % 5 == 0 ? QStringLiteral("enterprise") : QStringLiteral("growth");
    Subscription subscription;
    subscription.id = i * 2 + 1;
    subscription.account = facts.id();
    subscription.currency = currency;
    subscription.amount = Minor{10'000 + i % 900 * 100};
    subscription.billingPeriod = QStringLiteral("month");
    subscription.start = QDate(2023, 1, 1).addMonths(static_cast<int>(i % 36));
    if (i % 9 == 0)
        subscription.endedOn = subscription.start.addMonths(10);
    std::vector<Subscription> all{subscription};
    if (i % 3 == 0) {
        subscription.id += 1;
        subscription.start = subscription.start.addMonths(6);
        all.push_back(subscription);
    }
    facts.set(std::move(all));
    return facts;
}

Portfolio portfolioOf(qint64 accounts)
{
    BookFacts book;
    book.currency = Currency::fromCode(QStringLiteral("EUR")).value_or(Currency());
    std::vector<AccountFacts> all;
    all.reserve(static_cast<std::size_t>(accounts));
    for (qint64 i = 0; i < accounts; ++i)
        all.push_back(accountOf(i, book.currency));
    return {std::move(book), std::move(all), {}, 1};
}

void printMovements(const Portfolio& portfolio)
{
    const QString name = QStringLiteral("movements-24-months-") + QString::number(portfolio.size());
    print(measure(name, [&] {
        revenue::Query query;
        query.from = Month(2024, 11);
        query.to = Month(2026, 10);
        const auto table = revenue::movements(portfolio, Grouping(), query);
        return static_cast<qint64>(table.rows.size());
    }));
}

/// The mean of many edits, each one account.
void printEdits(Portfolio portfolio)
{
    constexpr int edits = 1'000;
    auto taken = measure(QStringLiteral("edit-one-of-100000"), [&] {
        for (int i = 0; i < edits; ++i) {
            AccountFacts changed = portfolio.at(static_cast<std::size_t>(i * 97));
            changed.account.name += QStringLiteral(" Ltd");
            std::vector<AccountFacts> list;
            list.push_back(std::move(changed));
            portfolio = portfolio.with(std::move(list), {}, portfolio.generation() + 1);
        }
        return qint64(1);
    });
    taken.seconds /= edits;
    taken.cpu /= edits;
    print(taken);
}

bool printLists(const Portfolio& portfolio)
{
    const auto fields = query::accountFields(portfolio);
    std::vector<query::AccountLine> lines;
    print(measure(QStringLiteral("account-lines-100000"), [&] {
        lines = query::accountLines(portfolio, today, Grouping());
        return static_cast<qint64>(lines.size());
    }));
    std::vector<query::AccountLine> kept;
    const auto filter = measure(QStringLiteral("filter-100000"), [&] {
        auto result = query::filtered(lines, QStringLiteral("arr > 5000 and tier = enterprise"), fields, today, 1);
        kept = std::move(result).value_or(std::vector<query::AccountLine>());
        return static_cast<qint64>(kept.size());
    });
    print(filter);
    print(measure(QStringLiteral("sort-100000"), [&] {
        return query::sortBy(lines, QStringLiteral("-arr"), fields) ? static_cast<qint64>(lines.size()) : -1;
    }));
    return filter.rows > 0;
}

} // namespace

bool printFacts()
{
    printMovements(portfolioOf(10'000));
    const Portfolio large = portfolioOf(100'000);
    printMovements(large);
    printEdits(large);
    return printLists(large);
}

} // namespace steward::bench
