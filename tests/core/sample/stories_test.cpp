// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "core/journey/stages.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/look_back.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"
#include "tests/core/sample/sample_fixture.h"
#include "tests/support/printers.h"

#include <algorithm>
#include <functional>
#include <set>

/// Every story by its facts alone: what the product makes of them is tested where it is made.
using namespace steward;
using namespace steward::tests;

namespace {

const sample::Months& months() { return sampleBook().months; }

MetricId activeUsers()
{
    for (const Metric& each : sampleBook().facts.book().metrics)
        if (each.name == u"active_users")
            return MetricId(each.id);
    return {};
}

/// Mean of the people active on the days that have a sample.
double use(const AccountFacts& facts, QDate from, QDate to)
{
    double sum = 0;
    int days = 0;
    for (const auto& point : facts.usage.of(activeUsers()))
        if (usageDate(point.day) >= from && usageDate(point.day) <= to) {
            sum += point.value;
            ++days;
        }
    return days == 0 ? 0 : sum / days;
}
double useInMonth(const AccountFacts& facts, int month)
{
    return use(facts, months().start(month), months().end(month));
}

const Subscription& contract(const AccountFacts& facts) { return facts.of<Subscription>().all().back(); }
double seatShare(const AccountFacts& facts, QDate from, QDate to)
{
    const auto seats = seatsOn(contract(facts), facts.of<SubscriptionPhase>().all(), to);
    return use(facts, from, to) / double(seats.value_or(1));
}
qint64 daysToRenewal(const AccountFacts& facts) { return sampleDay.daysTo(contract(facts).renewalDate); }

std::vector<const Survey*> npsOf(const AccountFacts& facts)
{
    std::vector<const Survey*> answers;
    for (const Survey& each : facts.of<Survey>())
        if (each.kind == u"nps")
            answers.push_back(&each);
    return answers;
}
int lowestNps(const AccountFacts& facts)
{
    int lowest = 10;
    for (const Survey* each : npsOf(facts))
        lowest = std::min(lowest, static_cast<int>(each->score.value_or(10)));
    return lowest;
}
bool hasOpenDetractor(const AccountFacts& facts)
{
    const auto answers = npsOf(facts);
    return std::any_of(answers.begin(), answers.end(),
                       [](const Survey* each) { return each->score <= 6 && !each->repliedOn.isValid(); });
}

const Contact* inRole(const AccountFacts& facts, QStringView role)
{
    for (const ContactRole& each : facts.of<ContactRole>())
        if (each.role == role)
            for (const Contact& contact : facts.of<Contact>())
                if (ContactId(contact.id) == each.contact)
                    return &contact;
    return nullptr;
}

QDate reached(const AccountFacts& facts, QStringView kind)
{
    for (const Milestone& each : facts.of<Milestone>())
        if (each.kind == kind)
            return each.reached;
    return {};
}

template <class T, class Is>
int count(const AccountFacts& facts, const Is& is)
{
    const auto& rows = facts.of<T>();
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), is));
}

using Facts = const AccountFacts&;

void isSteady(Facts facts)
{
    CHECK(useInMonth(facts, 18) == Approx(useInMonth(facts, 17)).epsilon(0.06));
    CHECK(lowestNps(facts) >= 8);
    for (const Invoice& each : facts.of<Invoice>())
        CHECK((!each.paidOn.isValid() || each.due.daysTo(each.paidOn) <= 5));
    CHECK(engagedContacts(facts, sampleDay).size() >= 3);
    CHECK(count<Goal>(facts, [](const Goal& each) { return each.status == u"behind"; }) == 0);
    CHECK(count<Ticket>(facts, [](const Ticket& each) { return isOpen(each); }) == 0);
    CHECK(daysToRenewal(facts) > 180);
    // Nothing for Today: every question of content 2.1 has an answer in the facts.
    CHECK(count<Task>(facts, [](const Task& each) { return isOpen(each); }) == 0);
    CHECK(count<Escalation>(facts, [](const Escalation& each) { return isOpen(each); }) == 0);
    CHECK(npsOf(facts).back()->day > sampleDay.addDays(-180));
    if (facts.account.segment == u"self")
        return;
    CHECK(count<Goal>(facts, [](const Goal& each) { return isOpen(each); }) >= 1);
    CHECK(count<Qbr>(facts, [](const Qbr& each) { return each.heldOn > sampleDay.addDays(-60); }) >= 1);
    const int days = facts.account.segment == u"expert" ? 180 : 90; // three cadences, at least 90 days
    for (const char16_t* role : {u"sponsor", u"champion", u"decision_maker"}) {
        const Contact* person = inRole(facts, role);
        REQUIRE(person);
        CHECK(seenOn(facts, ContactId(person->id)) > sampleDay.addDays(-days));
        CHECK(metOn(facts, *person).isValid());
    }
}

void declinesQuietly(Facts facts)
{
    for (int month = 16; month <= 18; ++month)
        CHECK(useInMonth(facts, month) < 0.98 * useInMonth(facts, month - 1));
    CHECK(useInMonth(facts, 18) < 0.88 * useInMonth(facts, 14));
    CHECK(useInMonth(facts, 18) > 0.70 * useInMonth(facts, 14));
    const qint64 lastTouch = facts.of<Touch>().all().back().day.daysTo(sampleDay);
    CHECK(lastTouch >= 75);
    CHECK(lastTouch <= 77);
    const qint64 silent = lastTwoWay(facts).daysTo(sampleDay); // three cadences of 30 days
    CHECK(silent >= 90);
    CHECK(silent <= 94);
    CHECK(npsOf(facts).back()->score == 8.0);
    CHECK(months().of(npsOf(facts).back()->day) == 7);
    CHECK(facts.of<Ticket>().isEmpty());
}

void losesTheSponsor(Facts facts)
{
    const Contact* sponsor = inRole(facts, u"sponsor");
    REQUIRE(sponsor);
    CHECK(months().of(sponsor->leftOn) == 16);
    CHECK(useInMonth(facts, 18) == Approx(useInMonth(facts, 15)).epsilon(0.04));
    for (const Contact& each : facts.of<Contact>())
        if (each.successorOf.isValid())
            CHECK_FALSE(metOn(facts, each).isValid());
}

void isLostUnwarned(Facts facts)
{
    const QDate left = facts.account.churnedOn;
    REQUIRE(left.isValid());
    CHECK(std::set{9, 12, 15, 17}.count(months().of(left)) == 1);
    CHECK(engagedContacts(facts, left.addDays(-1)).size() <= 1);
    CHECK(facts.of<Value>().isEmpty());
    CHECK(use(facts, left.addDays(-28), left) > 0.85 * use(facts, left.addDays(-90), left.addDays(-60)));
    CHECK_FALSE(facts.of<Churn>()[0].words.isEmpty());
}

void isLostLoudly(Facts facts)
{
    const QDate left = facts.account.churnedOn;
    REQUIRE(left.isValid());
    CHECK(std::set{11, 14, 16}.count(months().of(left)) == 1);
    CHECK(use(facts, left.addDays(-90), left.addDays(-70)) < 0.45 * use(facts, left.addDays(-270), left.addDays(-245)));
    CHECK(hasOpenDetractor(facts));
    for (const Invoice& each : facts.of<Invoice>())
        if (each.paidOn.isValid())
            CHECK(each.due.daysTo(each.paidOn) >= 25);
}

void isStuck(Facts facts)
{
    const qint64 age = contract(facts).start.daysTo(sampleDay);
    CHECK(age >= 60);
    CHECK(age <= 102);
    CHECK(facts.of<Milestone>().size() >= 9);
    CHECK(count<Milestone>(facts, [](const Milestone& each) { return each.reached.isValid(); }) == 2);
    CHECK(seatShare(facts, sampleDay.addDays(-28), sampleDay) == Approx(0.10).margin(0.04));
    CHECK(lastTwoWay(facts).daysTo(sampleDay) >= 20);
    CHECK(facts.account.stage == u"onboarding");
}

void startsQuickly(Facts facts)
{
    const QDate start = contract(facts).start;
    CHECK(start.daysTo(reached(facts, u"activation")) == 12);
    CHECK(start.daysTo(reached(facts, u"first_value")) == 19);
    CHECK(count<Survey>(facts,
                        [](const Survey& each) { return each.touchpoint == u"onboarding" && each.score == 5.0; }) == 1);
}

void isReadyToGrow(Facts facts)
{
    const double share = seatShare(facts, sampleDay.addDays(-56), sampleDay);
    CHECK(share > 0.86);
    CHECK(share < 1.06);
    REQUIRE(facts.of<SubscriptionPhase>().size() == 1); // they have grown before
    CHECK(facts.of<SubscriptionPhase>()[0].seats > contract(facts).seats);
    CHECK(lowestNps(facts) >= 9);
    CHECK(count<Goal>(facts, [](const Goal& each) { return isMet(each); }) >= 1);
    CHECK(count<Touch>(facts, [](const Touch& each) { return each.purpose == u"expansion"; }) >= 2);
}

void isFullButUnhappy(Facts facts)
{
    CHECK(seatShare(facts, sampleDay.addDays(-27), sampleDay) == Approx(0.97).margin(0.02));
    CHECK(count<Escalation>(facts, [](const Escalation& each) { return isOpen(each); }) == 2);
    CHECK(npsOf(facts).back()->score == 3.0);
    CHECK(npsOf(facts).back()->contact == ContactId(inRole(facts, u"decision_maker")->id));
}

void isShelfware(Facts facts)
{
    CHECK(contract(facts).seats == 200);
    CHECK(use(facts, sampleDay.addDays(-27), sampleDay) == Approx(45).margin(2));
    CHECK(daysToRenewal(facts) == 110);
    CHECK(lowestNps(facts) >= 9);
}

void paysByHabit(Facts facts)
{
    int paid = 0;
    for (const Invoice& each : facts.of<Invoice>())
        if (each.paidOn.isValid()) {
            ++paid;
            CHECK(each.issued.daysTo(each.paidOn) >= 38);
            CHECK(each.issued.daysTo(each.paidOn) <= 44);
        }
    CHECK(paid > 10);
}

void hasTroublePaying(Facts facts)
{
    std::set<qint64> overdue;
    for (const Invoice& each : facts.of<Invoice>())
        if (each.paidOn.isValid())
            CHECK(each.due.daysTo(each.paidOn) <= 3);
        else if (each.due < sampleDay)
            overdue.insert(each.due.daysTo(sampleDay));
    CHECK(overdue == std::set<qint64>{35, 65});
    CHECK(facts.of<AccountEvent>()[0].kind == u"budget_freeze");
}

void hasADeadCard(Facts facts)
{
    const PaymentMethod& card = facts.of<PaymentMethod>()[0];
    CHECK(card.kind == u"card");
    CHECK(std::set<qint64>{5, 20, 40}.count(card.cardExpires.daysTo(sampleDay)) == 1);
    CHECK(count<Invoice>(facts, [&](const Invoice& each) {
              return !each.paidOn.isValid() && each.issued > card.cardExpires;
          }) == 1);
    CHECK(use(facts, sampleDay.addDays(-27), sampleDay) ==
          Approx(use(facts, sampleDay.addDays(-55), sampleDay.addDays(-28))).epsilon(0.08));
}

void isNoisyButLoyal(Facts facts)
{
    CHECK(double(facts.of<Ticket>().size()) / months().count == Approx(12).margin(1));
    CHECK(lowestNps(facts) == 9);
    for (const Survey& each : facts.of<Survey>())
        CHECK((each.kind != u"csat" || each.score >= 4.0));
    CHECK(contract(facts).start.daysTo(sampleDay) > 5 * 365);
}

void isTurnedRound(Facts facts)
{
    const auto answers = npsOf(facts);
    REQUIRE(answers.size() == 2);
    CHECK(months().of(answers[0]->day) == 8);
    CHECK(answers[0]->score == 2.0);
    CHECK(answers[0]->day.daysTo(answers[0]->repliedOn) == 1);
    CHECK(months().of(answers[1]->day) == 13);
    CHECK(answers[1]->score == 8.0);
    CHECK(answers[0]->contact == answers[1]->contact);
    CHECK(count<Advocacy>(
              facts, [](const Advocacy& each) { return each.kind == u"reference" && each.consentOn.isValid(); }) == 1);
}

void cameBack(Facts facts)
{
    REQUIRE(facts.of<Subscription>().size() == 2);
    const Subscription& first = facts.of<Subscription>()[0];
    CHECK(months().of(first.endedOn) == 4);
    CHECK(months().of(contract(facts).start) == 10);
    CHECK(double(contract(facts).amount->value) == Approx(0.6 * double(first.amount->value)).epsilon(0.001));
    CHECK(facts.of<Churn>()[0].reactivated == true);
    CHECK_FALSE(facts.account.churnedOn.isValid());
    CHECK(use(facts, first.endedOn, contract(facts).start.addDays(-1)) == 0);
}

void isDowngraded(Facts facts)
{
    REQUIRE(facts.of<SubscriptionPhase>().size() == 1);
    const SubscriptionPhase& phase = facts.of<SubscriptionPhase>()[0];
    CHECK(months().of(phase.from) == 12);
    CHECK(phase.amount->value < contract(facts).amount->value);
    CHECK_FALSE(contract(facts).endedOn.isValid());
}

void hasASeason(Facts facts)
{
    const qint64 begun = facts.account.industry == u"education" ? 120 : 20;
    for (const int years : {0, 1}) {
        const QDate from = sampleDay.addDays(-begun).addYears(-years);
        const double during = use(facts, from, std::min(from.addDays(55), sampleDay));
        const double before = use(facts, from.addDays(-30), from.addDays(-1));
        CHECK(during == Approx(0.3 * before).epsilon(0.25));
    }
}

void isAChild(Facts facts)
{
    CHECK(facts.account.parent.isValid());
    CHECK(facts.account.parent == sampleBook().story(19).front()->account.parent);
}

void isHardlyKnown(Facts facts)
{
    CHECK(facts.of<Contact>().size() == 1);
    CHECK(facts.of<Subscription>().size() == 1);
    CHECK(facts.usage.isEmpty());
    CHECK((facts.of<Invoice>().isEmpty() && facts.of<Survey>().isEmpty() && facts.of<Ticket>().isEmpty()));
    CHECK((facts.of<Touch>().isEmpty() && facts.of<Goal>().isEmpty() && facts.of<Milestone>().isEmpty()));
}

void disagrees(Facts facts)
{
    CHECK(facts.of<RenewalCall>().all().back().call == u"commit");
    CHECK(facts.of<Value>().isEmpty());
    CHECK(daysToRenewal(facts) == 85);
    CHECK(hasOpenDetractor(facts));
}

} // namespace

TEST_CASE("every story of the sample book shows its pattern in the facts")
{
    const std::pair<int, std::function<void(Facts)>> stories[] = {
        {1, isSteady},     {2, declinesQuietly},   {3, losesTheSponsor}, {4, isLostUnwarned},   {5, isLostLoudly},
        {6, isStuck},      {7, startsQuickly},     {8, isReadyToGrow},   {9, isFullButUnhappy}, {10, isShelfware},
        {11, paysByHabit}, {12, hasTroublePaying}, {13, hasADeadCard},   {14, isNoisyButLoyal}, {15, isTurnedRound},
        {16, cameBack},    {17, isDowngraded},     {18, hasASeason},     {19, isAChild},        {20, isHardlyKnown},
        {21, disagrees}};
    for (const auto& [number, shows] : stories) {
        const auto accounts = sampleBook().story(number);
        CHECK_FALSE(accounts.empty());
        for (const AccountFacts* each : accounts) {
            INFO("story " << number << ", " << each->account.name.toStdString());
            shows(*each);
        }
    }
}

TEST_CASE("what a story says of one of its accounts holds for exactly one")
{
    const auto among = [](int story, const std::function<bool(Facts)>& is) {
        const auto accounts = sampleBook().story(story);
        return std::count_if(accounts.begin(), accounts.end(), [&](const AccountFacts* each) { return is(*each); });
    };
    CHECK(among(3, [](Facts facts) { return daysToRenewal(facts) == 120; }) == 1);
    CHECK(among(4, [](Facts facts) { return !npsOf(facts).empty() && lowestNps(facts) >= 7; }) == 3);
    CHECK(among(18, [](Facts facts) { return !facts.of<QuietPeriod>().isEmpty(); }) == 1);
    CHECK(among(19, [](Facts facts) { return hasOpenDetractor(facts); }) == 1);
    CHECK(among(17, [](Facts facts) { return facts.of<SubscriptionPhase>()[0].seats < contract(facts).seats; }) == 1);
}

TEST_CASE("no sample firm that is well looks stuck on its way, in any of the months told")
{
    std::vector<journey::StageRule> rules;
    const auto journeys = must(content::shipped()).journeys;
    for (const auto& stage : journeys.templates.front().stages)
        rules.push_back({stage.id, stage.days});
    int stuck = 0;
    for (int month = 1; month <= months().count; ++month) {
        const QDate day = months().end(month);
        const Portfolio then = asOf(sampleBook().facts, day, LookBack::AsItHappened);
        for (const AccountFacts& each : then) {
            const auto clock = journey::stageClock(each, then.book(), rules, {}, day);
            if (!clock || clock->state != journey::ClockState::Stuck)
                continue;
            INFO(each.account.name.toStdString() << " in month " << month);
            CHECK((each.account.story == u"6" || each.account.story == u"10"));
            ++stuck;
        }
    }
    CHECK(stuck > 0);
}
