// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/movements.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QFile>

/// The rule set against figures that others published for their data. The files have no quotes in them.
using namespace steward;
using namespace steward::revenue;

namespace {

std::vector<QStringList> records(const QString& file)
{
    std::vector<QStringList> all;
    QFile csv(tests::sharedData() + u'/' + file);
    if (csv.open(QIODevice::ReadOnly))
        for (const QByteArray& line : csv.readAll().split('\n'))
            if (!line.trimmed().isEmpty())
                all.push_back(QString::fromUtf8(line.trimmed()).split(u','));
    return all;
}

QJsonObject expected(const QString& set)
{
    QFile json(tests::sharedData() + QStringLiteral("/expected_aggregates.json"));
    REQUIRE(json.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(json.readAll()).object().value(set).toObject();
}

/// Columns: account, start, end, monthly amount in whole units.
Portfolio bookOf(const QString& file, int account, int start, int end, int amount)
{
    std::map<QString, std::vector<Subscription>> byAccount;
    const auto rows = records(file);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Subscription s;
        s.id = qint64(i);
        s.start = QDate::fromString(rows[i][start], Qt::ISODate);
        s.endedOn = QDate::fromString(rows[i][end], Qt::ISODate);
        s.amount = Minor{rows[i][amount].toLongLong() * 100};
        byAccount[rows[i][account]].push_back(s);
    }
    auto book = tests::aBook();
    for (auto& [name, list] : byAccount) {
        book.account(name);
        for (Subscription& each : list)
            book.row(each);
    }
    return book.build();
}

double units(Mrr mrr) { return static_cast<double>(mrr.toMinor()) / 100; }

Month monthOf(const QString& iso) { return *Month::fromIso(iso); }

void checkMoved(const RevenueRow& row, const QJsonObject& want)
{
    INFO(row.month.toIso().toStdString());
    const auto amount = [&want](const char16_t* key) { return want[QStringView(key)].toDouble(); };
    CHECK(units(row.bridge.added) == amount(u"new"));
    CHECK(units(row.bridge.churn) == -amount(u"churn"));
    CHECK(units(row.bridge.reactivation) == amount(u"reactivation"));
    CHECK(units(row.bridge.expansion) == amount(u"expansion") + amount(u"upgrade"));
    CHECK(units(row.bridge.contraction) == -amount(u"contraction") - amount(u"downgrade"));
}

} // namespace

TEST_CASE("RavenStack: MRR of 24 months by both rules, and what moved it", "[revenue][published]")
{
    if (tests::sharedData().isEmpty()) {
        WARN("skipped: the shared data are not beside this clone");
        return;
    }
    const Portfolio book = bookOf(QStringLiteral("ravenstack/ravenstack_subscriptions.csv"), 1, 2, 3, 6);
    const QJsonObject want = expected(QStringLiteral("open/ravenstack"));
    const QJsonObject levels = want[u"mrr_by_month"].toObject();
    const QJsonObject moved = want[u"movements_by_month_account_level"].toObject();
    REQUIRE(levels.size() == 24);
    Query query;
    query.from = {2023, 1};
    query.to = {2024, 12};
    const auto monthEnd = movements(book, {}, query).rows;
    query.rule = MrrRule::Overlap;
    const auto overlap = movements(book, {}, query).rows;
    for (std::size_t i = 0; i < 24; ++i) {
        const QString month = monthEnd[i].month.toIso();
        CHECK(units(monthEnd[i].bridge.end) == levels[month].toObject()[u"month_end_mrr"].toDouble());
        CHECK(units(overlap[i].bridge.end) == levels[month].toObject()[u"published"].toDouble());
        CHECK(monthEnd[i].customersEnd == levels[month].toObject()[u"month_end_paying_accounts"].toInt());
        const QJsonObject month1 = moved[month].toObject();
        checkMoved(monthEnd[i], month1);
        if (month1.contains(u"NRR_pct")) {
            CHECK(100 * *monthEnd[i].rates().nrr == Approx(month1[u"NRR_pct"].toDouble()).margin(0.0001));
            CHECK(100 * *monthEnd[i].rates().grr == Approx(month1[u"GRR_pct"].toDouble()).margin(0.0001));
        }
    }
    CHECK(units(monthEnd[23].bridge.end) == 10'159'608);
}

TEST_CASE("the MRR playbook: all 30 months of its table", "[revenue][published]")
{
    if (tests::sharedData().isEmpty()) {
        WARN("skipped: the shared data are not beside this clone");
        return;
    }
    const Portfolio book = bookOf(QStringLiteral("mrr_playbook/subscription_periods.csv"), 1, 2, 3, 4);
    const QJsonObject table = expected(QStringLiteral("open/mrr_playbook"))[u"mrr"].toObject();
    REQUIRE(table.size() == 30);
    Query query;
    query.from = monthOf(table.keys().first());
    query.to = monthOf(table.keys().last());
    for (const RevenueRow& row : movements(book, {}, query).rows) {
        const QJsonObject want = table[row.month.toIso()].toObject();
        CHECK(units(row.bridge.end) == want[u"mrr"].toDouble());
        CHECK(row.customersEnd == want[u"customers"].toInt());
        checkMoved(row, want);
    }
}
