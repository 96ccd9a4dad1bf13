// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/plot.h"

#include <algorithm>
#include <array>

/// One small function a story; its figures stand in stories.json.
namespace steward::sample {

namespace {

struct Shaping
{
    Plot& plot;
    const content::SampleStory& story;
    const Months& months;
    Random& random;

    /// A figure of the story's pattern; of a list the one of this account.
    [[nodiscard]] int figure(const char* name, int at = -1) const
    {
        const auto found = story.figures.find(QLatin1String(name));
        if (found == story.figures.end() || found->second.empty())
            return 0;
        const int last = static_cast<int>(found->second.size()) - 1;
        return found->second[static_cast<std::size_t>(std::clamp(at < 0 ? plot.nth : at, 0, last))];
    }
    [[nodiscard]] std::pair<int, int> range(const char* name) const { return {figure(name, 0), figure(name, 1)}; }
    [[nodiscard]] QDate ago(int days) const { return months.ago(days); }
    void flat(double share) const { plot.use = {{plot.start, share}}; }
    void leaves(int month) const
    {
        plot.churned = months.day(month, 15);
        plot.churnReason = story.churnReasons.value(plot.nth);
        plot.renewal = {};
        plot.stage = QStringLiteral("retention");
        plot.nps = range("nps");
    }
};

/// Took more seats some months ago.
void grewIn(const Shaping& s, int month, double factor)
{
    s.plot.changedOn = s.months.day(month, 8);
    s.plot.changedTo = factor;
    s.plot.isInSeats = true;
}

void steady(Shaping& s)
{
    s.flat(0.80 + 0.02 * s.plot.nth / 2.0);
    s.plot.nps = s.range("nps");
    s.plot.late = s.range("pays_late");
    s.plot.quota.contacts = std::max(3, s.figure("contacts"));
    s.plot.quota.answers = 7;
    s.plot.isRatedByAll = true; // nothing about them is unknown
    s.plot.quota.tickets = 8;
    s.plot.ticketEvery = 24;
    s.plot.quota.qbrs = s.plot.hasPeople() ? 2 : 0;
    s.plot.quota.risks = 0;
    s.plot.pulse = 5;
    s.plot.featuresUsed = 7;
    s.plot.renewal = quarterEnd(s.ago(-(200 + 15 * s.plot.nth)));
}

void quietDecline(Shaping& s)
{
    constexpr std::array renewals{60, 75, 200, 290};
    const int last = s.figure("green_until_month");
    const double step = 1.0 + s.figure("monthly_change") / 100.0;
    double share = 0.86;
    s.plot.use = {{s.plot.start, share}, {s.months.end(last), share}};
    for (int month = last + 1; month <= s.months.count; ++month) {
        share *= step;
        s.plot.use.push_back({s.months.end(month), share});
    }
    s.plot.hasSeasons = false; // a summer would hide the slide, or be taken for one
    s.plot.noise = 0.015;
    // Ours, unanswered: they said nothing for three cadences.
    s.plot.touches = {{QStringLiteral("unanswered"), workday(s.ago(s.figure("last_touch_days")))}};
    s.plot.lastTouch = 91;
    s.plot.isSingleThreaded = true;
    s.plot.scores = {{s.months.asOf.addMonths(-s.figure("nps_months_ago")), s.figure("nps"), QStringLiteral("champion"),
                      s.months.asOf.addMonths(-s.figure("nps_months_ago")).addDays(3)}};
    s.plot.quota.answers = 3;
    s.plot.quota.tickets = 0;
    s.plot.quota.risks = 0;
    s.plot.goalsBehind = 1;
    s.plot.renewal = s.ago(-renewals[static_cast<std::size_t>(s.plot.nth % 4)]);
    s.plot.pulse = 4;
}

void championGone(Shaping& s)
{
    s.flat(0.84);
    s.plot.hasSeasons = false;
    s.plot.noise = s.figure("use_noise") / 100.0;
    s.plot.sponsorLeft = s.months.day(s.figure("sponsor_leaves_month"), 10);
    s.plot.isSuccessorNamed = s.plot.nth == 0;
    s.plot.renewal = s.ago(-(s.plot.nth < s.figure("renewing") ? s.figure("renewal_days") : 230 + 40 * s.plot.nth));
    s.plot.touches.push_back({QStringLiteral("sponsor_left"), s.plot.sponsorLeft.addDays(-6)});
    s.plot.nps = {8, 9};
}

void lostUnwarned(Shaping& s)
{
    s.leaves(s.figure("churn_months"));
    s.flat(0.78);
    if (s.plot.nth >= s.figure("content"))
        s.plot.nps = {6, 6};
    s.plot.isSingleThreaded = true;
    s.plot.isValueConfirmed = false;
    s.plot.quota.contacts = s.plot.hasPeople() ? 2 : 1;
}

void lostLoudly(Shaping& s)
{
    s.leaves(s.figure("churn_months"));
    // All of it is there for everybody to see three months before the end.
    const QDate to = s.plot.churned.addMonths(-3);
    const QDate from = to.addMonths(-s.figure("over_months"));
    s.plot.use = {{s.plot.start, 0.75}, {from, 0.75}, {to, 0.75 * (1.0 + s.figure("use_change", 0) / 100.0)}};
    s.plot.hasSeasons = false;
    s.plot.late = s.range("pays_late");
    s.plot.paysNothingFrom = s.plot.churned.addDays(-245);
    s.plot.pays = QStringLiteral("direct_debit");
    s.plot.scores = {
        {workday(s.plot.churned.addDays(-110)), s.random.between(s.range("nps")), QStringLiteral("sponsor"), {}}};
    s.plot.touches = {{QStringLiteral("complaint"), workday(s.plot.churned.addDays(-104))},
                      {QStringLiteral("quiet"), workday(s.plot.churned.addDays(-30))}};
    s.plot.csat = {1, 3};
    s.plot.isValueConfirmed = false;
    s.plot.goalsBehind = 3;
    s.plot.quota.risks = 1;
    s.plot.pulse = 2;
}

void begunOn(Shaping& s, QDate start)
{
    s.plot.start = start;
    s.plot.renewal = start.addYears(1);
    s.plot.stage = QStringLiteral("onboarding");
    s.plot.quota.qbrs = 0;
    s.plot.quota.advocacy = 0;
}

void stuckOnboarding(Shaping& s)
{
    const auto [from, to] = s.range("started_days");
    begunOn(s, workday(s.ago(from + (to - from) * s.plot.nth / 3)));
    s.flat(s.figure("seats_used") / 100.0);
    s.plot.isValueConfirmed = false;
    s.plot.touches = {{QStringLiteral("kickoff"), workday(s.plot.start.addDays(7))},
                      {QStringLiteral("stuck"), workday(s.ago(12))},
                      {QStringLiteral("stuck"), workday(s.ago(5))}};
    s.plot.lastTouch = s.figure("silent_days") + 2;
    s.plot.quota.goals = s.plot.nth == 3 ? 1 : 0;
    s.plot.quota.touches = 6;
    s.plot.quota.answers = 1;
    s.plot.quota.opportunities = 0;
    s.plot.quota.risks = 1;
    s.plot.pulse = 3;
    s.plot.featuresUsed = 2;
}

void quickStart(Shaping& s)
{
    const auto [from, to] = s.range("started_days");
    begunOn(s, workday(s.ago(from + (to - from) * s.plot.nth / 2)));
    s.plot.stage = QStringLiteral("adoption");
    s.plot.use = {{s.plot.start, 0.05},
                  {s.plot.start.addDays(s.figure("activation_day")), 0.60},
                  {s.plot.start.addDays(45), 0.85}};
    s.plot.onboardingDays = 33;
    s.plot.csat = {5, 5};
    s.plot.nps = {9, 10};
    s.plot.touches = {{QStringLiteral("kickoff"), s.plot.start.addDays(2)},
                      {QStringLiteral("quick"), s.plot.start.addDays(s.figure("activation_day"))},
                      {QStringLiteral("quick"), s.plot.start.addDays(s.figure("value_day"))}};
    s.plot.quota.goals = 2;
    s.plot.quota.touches = 9;
    if (s.plot.nth == 0) // a month old
        s.plot.quota.answers = 2;
    s.plot.quota.risks = 0;
    s.plot.pulse = 6;
}

void readyToGrow(Shaping& s)
{
    const auto [low, high] = s.range("seats_used");
    const double full = (low + (high - low) * (s.plot.nth + 1) / 5.0) / 100.0;
    const QDate since = s.months.asOf.addMonths(-s.figure("for_months")).addDays(-5);
    s.plot.use = {{s.plot.start, 0.62}, {since.addDays(-90), 0.74}, {since, full}};
    s.plot.noise = 0.01;
    s.plot.nps = s.range("nps");
    s.plot.isGoalMet = true;
    s.plot.featuresUsed = 6;
    grewIn(s, 5 + s.plot.nth, 1.25);
    s.plot.touches = {{QStringLiteral("new_team"), workday(s.ago(48))},
                      {QStringLiteral("new_team"), workday(s.ago(20))}};
    s.plot.pulse = 6;
    s.plot.renewal = quarterEnd(s.ago(-(150 + 35 * s.plot.nth)));
    s.plot.quota.risks = 0;
}

void fullButUnhappy(Shaping& s)
{
    s.flat(s.figure("seats_used") / 100.0);
    s.plot.noise = 0.01;
    s.plot.escalations = s.figure("escalations");
    s.plot.scores = {{workday(s.ago(1)), s.figure("nps"), QStringLiteral("decision_maker"), {}}};
    s.plot.touches = {{QStringLiteral("complaint"), workday(s.ago(40))},
                      {QStringLiteral("escalation"), workday(s.ago(9))}};
    s.plot.csat = {2, 3};
    s.plot.goalsBehind = 1;
    s.plot.openTickets = 2;
    s.plot.pulse = 2;
    s.plot.renewal = s.ago(-40);
}

void shelfware(Shaping& s)
{
    s.plot.seats = s.figure("seats_bought");
    s.plot.start = s.months.asOf.addMonths(1 - s.figure("contract_month")).addDays(-12);
    s.plot.renewal = s.ago(-s.figure("renewal_days"));
    s.plot.stage = QStringLiteral("adoption");
    s.flat(double(s.figure("seats_used")) / s.plot.seats);
    s.plot.noise = 0.02;
    s.plot.nps = {9, 10};
    s.plot.quota.risks = 1;
    s.plot.pulse = 3;
}

void slowPayer(Shaping& s)
{
    s.flat(0.82);
    s.plot.late = s.range("pays_late");
    s.plot.pays = QStringLiteral("transfer");
    s.plot.nps = {8, 9};
    s.plot.pulse = 5;
    s.plot.quota.risks = 0;
    s.plot.renewal = quarterEnd(s.ago(-(240 + 30 * s.plot.nth)));
}

void paymentTrouble(Shaping& s)
{
    s.flat(0.74);
    s.plot.overdue = s.story.figures.at(QStringLiteral("overdue"));
    s.plot.pays = QStringLiteral("direct_debit");
    s.plot.late = {0, 3};
    s.plot.touches = {{s.story.words.at(QStringLiteral("event")), workday(s.ago(30))}};
    s.plot.renewal = s.plot.nth == 0 ? s.ago(-70) : s.ago(9);
    s.plot.quota.risks = 1;
    s.plot.pulse = 3;
}

void deadCard(Shaping& s)
{
    constexpr std::array charges{3, 15, 29};
    constexpr std::array renewals{25, 80, 260};
    const auto at = static_cast<std::size_t>(s.plot.nth % 3);
    s.flat(0.8);
    s.plot.pays = QStringLiteral("card");
    s.plot.cardExpired = s.ago(s.figure("card_expired"));
    s.plot.unpaidCharge = s.ago(charges[at]);
    s.plot.renewal = s.ago(-renewals[at]);
    s.plot.quota.risks = 0;
}

void noisyButLoyal(Shaping& s)
{
    s.flat(0.88);
    s.plot.start = s.months.asOf.addYears(-s.figure("years")).addDays(-20 * (s.plot.nth + 1));
    s.plot.quota.tickets = s.figure("tickets_month") * s.months.count;
    s.plot.csat = s.range("csat");
    s.plot.nps = s.range("nps");
    grewIn(s, 10 + 2 * s.plot.nth, 1.2);
    s.plot.renewal = s.plot.nth == 0 ? s.ago(-190) : s.ago(-30);
    s.plot.quota.risks = 0;
    s.plot.pulse = 5;
}

void turnedRound(Shaping& s)
{
    const QDate low = workday(s.months.day(s.figure("low_month"), 8));
    s.flat(0.83);
    s.plot.scores = {{low, s.figure("nps_low"), QStringLiteral("sponsor"), low.addDays(s.figure("reply_days"))},
                     {workday(s.months.day(s.figure("high_month"), 12)), s.figure("nps_high"),
                      QStringLiteral("sponsor"), workday(s.months.day(s.figure("high_month"), 16))}};
    s.plot.nps = {8, 9};
    s.plot.touches = {{QStringLiteral("reply"), low.addDays(s.figure("reply_days"))},
                      {QStringLiteral("recovered"), workday(low.addDays(45))},
                      {QStringLiteral("reference"), workday(s.months.day(15, 20))}};
    s.plot.quota.risks = 1;
    s.plot.pulse = 5;
    grewIn(s, 16, 1.15);
    s.plot.renewal = quarterEnd(s.ago(-(160 + 60 * s.plot.nth)));
}

void cameBack(Shaping& s)
{
    s.flat(0.75);
    s.plot.paused = s.months.day(s.figure("churn_month"), 12);
    s.plot.returned = s.months.day(s.figure("return_month"), 1);
    s.plot.returnShare = s.figure("return_share") / 100.0;
    s.plot.churnReason = s.story.churnReasons.value(0);
    s.plot.renewal = s.plot.returned.addYears(1);
}

void downgraded(Shaping& s)
{
    s.flat(0.7);
    s.plot.changedOn = s.months.start(s.figure("month"));
    s.plot.isInSeats = s.plot.nth == 0;
    s.plot.changedTo = 1.0 - s.figure(s.plot.isInSeats ? "seats_cut" : "credit") / 100.0;
    s.plot.renewal = s.plot.nth == 0 ? s.ago(-170) : s.ago(5);
}

void season(Shaping& s)
{
    constexpr std::array begunDaysAgo{120, 20};
    s.flat(0.8);
    s.plot.trade = s.story.trades.value(s.plot.nth, s.plot.trade);
    const double factor = 1.0 + s.figure("use_change", 0) / 100.0;
    const int days = s.figure("weeks") * 7;
    for (const int years : {1, 0}) {
        const QDate from = s.ago(begunDaysAgo[static_cast<std::size_t>(s.plot.nth % 2)]).addYears(-years);
        s.plot.dips.push_back({from, from.addDays(days - 1), factor});
        s.plot.touches.push_back({QStringLiteral("season"), workday(from.addDays(-5))});
    }
    s.plot.renewal = s.ago(-(180 + 90 * s.plot.nth));
}

void childFirm(Shaping& s)
{
    const bool isGreen = s.plot.nth == 0;
    s.flat(isGreen ? 0.86 : 0.5);
    if (isGreen) {
        s.plot.nps = {9, 10};
        s.plot.pulse = 6;
        s.plot.renewal = s.ago(-210);
        return;
    }
    s.plot.use = {{s.plot.start, 0.75}, {s.ago(150), 0.7}, {s.months.asOf, 0.2}};
    s.plot.scores = {{workday(s.ago(12)), 2, QStringLiteral("sponsor"), {}}};
    s.plot.nps = {3, 6};
    s.plot.csat = {1, 3};
    s.plot.overdue = {48};
    s.plot.pays = QStringLiteral("direct_debit");
    s.plot.isValueConfirmed = false;
    s.plot.goalsBehind = 2;
    s.plot.openTickets = 1;
    s.plot.pulse = 2;
    s.plot.renewal = s.ago(-50);
}

void hardlyAnyData(Shaping& s)
{
    s.plot.isListOnly = true;
    s.plot.stage.clear();
    s.plot.quota = {s.figure("contacts"), 0, 0, 0, 0, 0, 0, 0, 0};
    s.plot.renewal = s.ago(-140 - 60 * s.plot.nth);
}

void disagreement(Shaping& s)
{
    s.plot.use = {{s.plot.start, 0.66}, {s.ago(140), 0.62}, {s.ago(45), 0.50}, {s.months.asOf, 0.30}};
    s.plot.featuresUsed = 3;
    s.plot.quota.goals = 3;
    s.plot.openTickets = 1;
    s.plot.renewal = s.ago(-s.figure("renewal_days"));
    s.plot.isValueConfirmed = false;
    s.plot.goalsBehind = 3;
    s.plot.nps = {5, 6};
    s.plot.scores = {{workday(s.ago(1)), 5, QStringLiteral("champion"), {}}};
    s.plot.csat = {2, 4};
    s.plot.pulse = 5;
    s.plot.isSingleThreaded = true;
    s.plot.lastTouch = 24;
}

} // namespace

void shape(Plot& plot, const content::SampleStory& story, const Months& months, Random& random)
{
    using Shape = void (*)(Shaping&);
    static constexpr std::array<Shape, 21> shapes{
        steady,      quietDecline,   championGone, lostUnwarned, lostLoudly,     stuckOnboarding, quickStart,
        readyToGrow, fullButUnhappy, shelfware,    slowPayer,    paymentTrouble, deadCard,        noisyButLoyal,
        turnedRound, cameBack,       downgraded,   season,       childFirm,      hardlyAnyData,   disagreement};
    Shaping shaping{plot, story, months, random};
    plot.use = {{plot.start, 0.78}};
    if (story.id >= 1 && story.id <= static_cast<int>(shapes.size()))
        shapes[static_cast<std::size_t>(story.id - 1)](shaping);
    mark(plot, months);
}

void mark(Plot& plot, const Months& months)
{
    const auto has = [&plot](int story, int nth) { return plot.story == story && plot.nth == nth; };
    const auto give = [&plot](bool given, const char* name) {
        if (given)
            plot.marks.append(QString::fromLatin1(name));
    };
    give(has(15, 0) || has(15, 1) || has(8, 0) || has(14, 0) || has(1, 2) || has(11, 1), "advocate");
    give(has(9, 0) || has(12, 0) || has(17, 0) || has(19, 1) || has(21, 0), "detractor_open");
    give(has(2, 0) || has(2, 1) || has(21, 0), "single_threaded");
    give(has(10, 0), "merger");
    give(has(11, 1), "sponsor_replaced");
    give(has(7, 0), "first_month");
    give(has(11, 0) || has(11, 1) || has(9, 0) || has(21, 0) || has(14, 0), "by_transfer");
    give(has(8, 1) || has(3, 2), "handover");
    give(has(9, 0) || has(8, 0) || has(15, 0), "qbr_due");
    give(has(14, 0), "recap_late");
    give(has(21, 0) || has(9, 0) || has(2, 2) || has(3, 0), "promise_overdue");
    give(has(18, 1), "override_ending");

    if (plot.isMarked(u"merger"))
        plot.touches.push_back({QStringLiteral("merger"), workday(months.ago(16))});
    if (plot.isMarked(u"by_transfer"))
        plot.pays = QStringLiteral("transfer");
    if (plot.isMarked(u"sponsor_replaced")) {
        plot.sponsorLeft = months.day(13, 9);
        plot.isSuccessorNamed = true;
        plot.successorMet = workday(months.day(14, 6));
        plot.touches.push_back({QStringLiteral("successor_met"), plot.successorMet});
    }
    if (plot.isMarked(u"handover")) {
        plot.isHandoverRead = plot.story == 8;
        plot.handedOver = months.ago(plot.isHandoverRead ? 90 : 8);
        if (plot.isHandoverRead)
            plot.touches.push_back({QStringLiteral("handover"), workday(plot.handedOver.addDays(2))});
    }
    if (has(12, 0))
        plot.scores.push_back({workday(months.ago(9)), 4, QStringLiteral("decision_maker"), {}});
    if (has(17, 0))
        plot.scores.push_back({workday(months.ago(1)), 6, QStringLiteral("sponsor"), {}});
}

} // namespace steward::sample
