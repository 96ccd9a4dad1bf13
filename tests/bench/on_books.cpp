// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/on_books.h"

#include "core/book/book.h"
#include "core/exchange/import.h"
#include "tests/bench/files.h"
#include "tests/bench/measure.h"

#include <QDateTime>
#include <QFile>
#include <cstdio>
#include <numeric>

namespace steward::bench {

namespace {

const QDate today(2026, 11, 1);

book::OpenOptions options()
{
    return {book::Access::ReadWrite,
            {[] { return today; }, [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }},
            {}};
}

template <class T>
bool isGood(const T& result)
{
    if (!result)
        std::fprintf(stderr, "%.*s\n", static_cast<int>(result.error().code.id().size()),
                     result.error().code.id().data());
    return result.has_value();
}

/// Rows of the file that were created, -1 on failure.
qint64 importFile(book::Book& book, const QString& kind, const QString& path)
{
    const auto profiles = exchange::profilesOf(book);
    if (!isGood(profiles))
        return -1;
    exchange::ImportRequest request;
    request.path = path;
    request.hints.kind = exchange::kindNamed(kind);
    request.today = today;
    request.currency = Currency::fromCode(QStringLiteral("EUR")).value_or(Currency());
    const auto plan = exchange::planImport(book, request, *profiles);
    if (!isGood(plan))
        return -1;
    const auto report = exchange::applyImport(book, *plan);
    return isGood(report) ? report->counts.created : -1;
}

} // namespace

qint64 makeBook(const QString& path, const QString& accounts)
{
    auto book = book::Book::create(path, options());
    if (!isGood(book))
        return -1;
    const qint64 rows = importFile(**book, QStringLiteral("accounts"), accounts);
    return isGood((*book)->close()) ? rows : -1;
}

qint64 importUsage(const QString& path, const QString& usage)
{
    auto book = book::Book::open(path, options());
    if (!isGood(book))
        return -1;
    const qint64 rows = importFile(**book, QStringLiteral("usage"), usage);
    return isGood((*book)->close()) ? rows : -1;
}

bool printLoad(const QString& path)
{
    auto book = book::Book::open(path, options());
    if (!isGood(book))
        return false;
    std::optional<Portfolio> loaded;
    const auto load = [&] {
        auto portfolio = (*book)->load({});
        loaded = isGood(portfolio) ? std::optional(std::move(*portfolio)) : std::nullopt;
        return loaded ? static_cast<qint64>(loaded->size()) : qint64(-1);
    };
    const auto taken = measure(QStringLiteral("load"), load);
    print(taken);
    // Out of the time: memory that is given back.
    loaded.reset();
    // The same work as the peer's: the sum of every account.
    std::vector<double> sums;
    const auto summed = measure(QStringLiteral("load-sum"), [&] {
        const qint64 accounts = load();
        for (qint64 i = 0; i < accounts; ++i) {
            double& sum = sums.emplace_back(0);
            for (const UsageView series : loaded->at(static_cast<std::size_t>(i)).usage)
                for (const UsageSeries::Point& point : series.points)
                    sum += point.value;
        }
        return accounts;
    });
    print(summed);
    return taken.rows > 0 && std::accumulate(sums.begin(), sums.end(), 0.0) > 0;
}

bool printGrowth(const QString& folder)
{
    bool isDone = true;
    for (const qint64 accounts : {1'000, 10'000, 100'000}) {
        const QString stem = folder + QStringLiteral("/growth-") + QString::number(accounts);
        const QString book = stem + QStringLiteral(".steward");
        const QString accountFile = stem + QStringLiteral("-accounts.csv");
        const QString usageFile = stem + QStringLiteral("-usage.csv");
        QFile::remove(book);
        if (writeAccounts(accountFile, accounts) < 0 ||
            writeSamples(usageFile, accounts, accounts * 10, Grain::Day, Order::ByDay) < 0)
            return false;
        const QString at = QStringLiteral("-") + QString::number(accounts);
        auto imported = measure(QStringLiteral("growth-import") + at, [&] {
            return makeBook(book, accountFile) == accounts && importUsage(book, usageFile) == accounts * 10 ? accounts
                                                                                                            : -1;
        });
        print(imported);
        auto opened = book::Book::open(book, options());
        if (!isGood(opened))
            return false;
        auto loaded = measure(QStringLiteral("growth-load") + at, [&] {
            const auto portfolio = (*opened)->load({});
            return isGood(portfolio) ? static_cast<qint64>(portfolio->size()) : -1;
        });
        print(loaded);
        isDone = isDone && imported.rows == accounts && loaded.rows == accounts;
    }
    return isDone;
}

} // namespace steward::bench
