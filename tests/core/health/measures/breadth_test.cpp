// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/health/health_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList all{u"a"_s, u"b"_s, u"c"_s, u"d"_s};

/// Features a, b, c, d; each used on so many of the last 28 days.
Told book(std::initializer_list<int> days, const QStringList& inPlan = all, const QStringList& ofGoal = {})
{
    Told told;
    told.account(u"A"_s, u"mid"_s);
    Plan plan;
    plan.id = 700'001;
    plan.features = inPlan;
    told.facts.plan(plan);
    told.add<Subscription>([](Subscription& row) {
        row.plan = PlanId(700'001);
        row.amount = Minor{100};
        row.start = ago(400);
    });
    if (!ofGoal.isEmpty())
        told.add<Goal>([&](Goal& row) {
            row.status = u"on_track"_s;
            row.features = ofGoal;
        });
    int feature = 0;
    for (const int used : days) {
        Metric metric;
        metric.id = 800'001 + feature;
        metric.name = u"feature_%1"_s.arg(QChar(u'a' + feature));
        metric.absence = u"zero"_s;
        told.facts.metric(metric);
        UsageSeries series{MetricId(metric.id), {}};
        for (int before = 40; before >= 0; --before)
            series.points.push_back({usageDay(ago(before)), before < used ? 1.0 : 0.0});
        told.facts.usage(std::move(series));
        ++feature;
    }
    return told;
}

} // namespace

TEST_CASE("a feature counts when it was used on three days of four weeks", "[health]")
{
    const Contribution half = measure(book({28, 3, 2, 0}), "breadth");
    CHECK(micro(half) == 70'000'000);
    CHECK(half.why.key == u"measure.breadth.used_plan");
    CHECK(half.why.arguments == Arguments{qint64(2), qint64(4), u"c, d"_s});
    CHECK(micro(measure(book({3, 3, 3, 3}), "breadth")) == 100'000'000);
    CHECK(measure(book({3, 3}, {u"a"_s, u"b"_s}), "breadth").why.key == u"measure.breadth.all_plan");
}

TEST_CASE("features are those of the plan, and of them those that serve a goal", "[health]")
{
    CHECK(micro(measure(book({28, 0, 0, 0}, {u"A"_s, u"b"_s}), "breadth")) == 70'000'000);
    const Contribution serving = measure(book({28, 0, 28, 0}, {u"a"_s, u"b"_s, u"c"_s}, {u"B"_s, u"c"_s}), "breadth");
    CHECK(micro(serving) == 70'000'000);
    CHECK(serving.why.key == u"measure.breadth.used");
    CHECK(serving.why.arguments == Arguments{qint64(1), qint64(2), u"b"_s});
}

TEST_CASE("without a plan that names features breadth is unknown, unless goals name them", "[health]")
{
    const Contribution bare = measure(book({28, 28, 0, 0}, {}), "breadth");
    CHECK(bare.gap == health::Gap::NotConnected);
    // A goal would tell, in a book that has none; where goals name no feature, the plan is what is missing.
    CHECK(bare.missing == health::DataKind::Goals);
    Told agreed = book({28, 28, 0, 0}, {});
    agreed.add<Goal>([](Goal& row) { row.status = u"on_track"_s; });
    CHECK(measure(agreed, "breadth").missing == health::DataKind::Subscriptions);
    CHECK(measure(agreed, "breadth").gap == health::Gap::TooLittle);
    const Contribution serving = measure(book({28, 0, 28, 0}, {}, {u"b"_s, u"c"_s}), "breadth");
    CHECK(serving.why.key == u"measure.breadth.used");
    CHECK(micro(serving) == 70'000'000);
}

TEST_CASE("breadth is not asked where no feature is measured, and stays known for five weeks", "[health]")
{
    Told none;
    none.account(u"A"_s, u"mid"_s).customer().users(300, today, [](int) { return 12; });
    CHECK(measure(none, "breadth").why.key == u"not_applicable.no_feature_metrics");
    const QStringList two{u"a"_s, u"b"_s};
    CHECK(micro(measure(book({28, 0}, two), "breadth", today.addDays(35))) == 70'000'000);
    CHECK(measure(book({28, 0}, two), "breadth", today.addDays(36)).gap == health::Gap::TooOld);
}
