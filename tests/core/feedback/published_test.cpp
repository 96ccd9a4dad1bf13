// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/answers.h"

#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QFile>

/// Against figures that others published for their data. The files have no quotes in them.
using namespace steward;
using namespace steward::feedback;

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

} // namespace

TEST_CASE("Customer 360: NPS of 399 answers and of each month", "[nps][published]")
{
    if (tests::sharedData().isEmpty()) {
        WARN("skipped: the shared data are not beside this clone");
        return;
    }
    auto book = tests::aBook().account(QStringLiteral("All"));
    const auto rows = records(QStringLiteral("customer360/nps.csv"));
    for (std::size_t i = 1; i < rows.size(); ++i)
        book.nps(rows[i][2].toDouble(), QDate::fromString(rows[i].last(), Qt::ISODate));
    const Portfolio portfolio = book.build();
    Query query;
    const auto whole = nps(portfolio, {}, query);
    REQUIRE(whole.size() == 1);
    CHECK(whole[0].count == NpsCount{86, 73, 240});
    CHECK(*whole[0].nps == Approx(-38.5965).margin(0.0001));

    QFile json(tests::sharedData() + QStringLiteral("/expected_aggregates.json"));
    REQUIRE(json.open(QIODevice::ReadOnly));
    const QJsonObject set = QJsonDocument::fromJson(json.readAll()).object()[u"open/customer360"].toObject();
    const QJsonObject months = set[u"nps_by_month"].toObject();
    query.by = AnswersBy::Month;
    const auto byMonth = nps(portfolio, {}, query);
    REQUIRE(byMonth.size() == std::size_t(months.size()));
    for (const NpsRow& row : byMonth) {
        const QJsonObject want = months[row.group.name].toObject();
        CHECK(row.responses == want[u"n"].toInt());
        CHECK(*row.nps == Approx(want[u"nps"].toDouble()).margin(0.0001));
    }
}

TEST_CASE("RavenStack: CSAT of 1,175 ratings on tickets", "[csat][published]")
{
    if (tests::sharedData().isEmpty()) {
        WARN("skipped: the shared data are not beside this clone");
        return;
    }
    auto book = tests::aBook().account(QStringLiteral("All"));
    const auto rows = records(QStringLiteral("ravenstack/ravenstack_support_tickets.csv"));
    for (std::size_t i = 1; i < rows.size(); ++i)
        book.make<Ticket>([&row = rows[i]](Ticket& t) {
            t.opened = QDate::fromString(row[2], Qt::ISODate);
            if (!row[7].isEmpty())
                t.csat = row[7].toDouble();
        });
    const auto result = csat(book.build(), {}, {});
    REQUIRE(result.size() == 1);
    CHECK(result[0].count.all == 1'175);
    CHECK(*result[0].csat == Approx(66.2979).margin(0.0001));
    CHECK(*result[0].mean == Approx(3.981277).margin(0.000001));
}
