// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "core/portfolio/book_currency.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/look_back.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_mrr.h"
#include "tests/core/sample/sample_fixture.h"
#include "tests/support/printers.h"

#include <map>
#include <set>

using namespace steward;
using namespace steward::tests;

namespace {

template <class T, class Is>
int countOf(const Portfolio& facts, const Is& is)
{
    std::ptrdiff_t count = 0;
    for (const AccountFacts& each : facts)
        count += std::count_if(each.of<T>().begin(), each.of<T>().end(), is);
    return static_cast<int>(count);
}
template <class T>
int countOf(const Portfolio& facts)
{
    return countOf<T>(facts, [](const T&) { return true; });
}

/// Whole units of the book's currency a year, by account, largest first.
std::vector<double> arrOf(const Portfolio& facts, QDate day)
{
    const ExchangeRates rates = ratesOf(facts);
    std::vector<double> all;
    for (const AccountFacts& each : facts) {
        Converted<Mrr> sum;
        for (const auto& [currency, mrr] : mrrOn(paidSpans(each, facts.book()), day))
            sum.add(rates, mrr, currency, day);
        CHECK(sum.isComplete());
        all.push_back(double(sum.value.toArrMinor()) / 100.0);
    }
    std::sort(all.rbegin(), all.rend());
    return all;
}

std::map<QString, int> segmentsOf(const Portfolio& facts)
{
    std::map<QString, int> counts;
    for (const AccountFacts& each : facts)
        ++counts[each.account.segment];
    return counts;
}

} // namespace

TEST_CASE("the sample book holds as many of each as its shape says")
{
    const Portfolio& facts = sampleBook().facts;
    const auto stories = must(content::shippedSample()).stories;
    const auto wanted = [&](const char* kind) { return stories.facts.at(QLatin1String(kind)); };
    CHECK(std::distance(facts.begin(), facts.end()) == stories.accounts);
    CHECK(countOf<Contact>(facts) == Approx(wanted("contacts")).epsilon(0.03));
    CHECK(countOf<Touch>(facts) == Approx(wanted("touches")).epsilon(0.03));
    CHECK(countOf<Ticket>(facts) == Approx(wanted("tickets")).epsilon(0.03));
    CHECK(countOf<Survey>(facts) == Approx(wanted("survey_answers")).epsilon(0.03));
    CHECK(countOf<Invoice>(facts) == Approx(wanted("invoices")).epsilon(0.05));
    CHECK(countOf<Goal>(facts) == Approx(wanted("goals")).epsilon(0.03));
    CHECK(countOf<Opportunity>(facts) == Approx(wanted("opportunities")).margin(3));
    CHECK(countOf<Risk>(facts) == Approx(wanted("risks")).margin(2));
    CHECK(countOf<Advocacy>(facts) == Approx(wanted("advocacy")).margin(2));
    CHECK(countOf<Qbr>(facts, [](const Qbr& each) { return each.heldOn.isValid(); }) ==
          Approx(wanted("qbrs")).margin(2));
    for (const auto& story : stories.stories) {
        INFO("story " << story.id);
        CHECK(static_cast<int>(sampleBook().story(story.id).size()) == story.accounts);
    }
}

TEST_CASE("the sample book has the size, the long tail and the mix that its shape says")
{
    const Portfolio& facts = sampleBook().facts;
    const auto arr = arrOf(facts, sampleDay);
    const double total = std::accumulate(arr.begin(), arr.end(), 0.0);
    CHECK(total == Approx(4'200'000).epsilon(0.04));
    CHECK(std::accumulate(arr.begin(), arr.begin() + 6, 0.0) / total == Approx(0.40).margin(0.02));
    CHECK(arr.front() <= 421'000);
    const std::map<QString, int> mix{{QStringLiteral("enterprise"), 10}, {QStringLiteral("mid"), 18},
                                     {QStringLiteral("self"), 14},       {QStringLiteral("startup"), 6},
                                     {QStringLiteral("msp"), 4},         {QStringLiteral("expert"), 3},
                                     {QStringLiteral("guided"), 3},      {QStringLiteral("public"), 2}};
    CHECK(segmentsOf(facts) == mix);
    std::map<PersonId, int> held;
    std::map<AccountId, int> children;
    std::set<QString> trades;
    std::map<QString, int> currencies;
    for (const AccountFacts& each : facts) {
        ++held[each.account.csm];
        ++currencies[each.account.currency.code()];
        trades.insert(each.account.industry);
        if (each.account.parent.isValid())
            ++children[each.account.parent];
    }
    CHECK(held.size() == 3);
    for (const auto& [csm, accounts] : held)
        CHECK(accounts == 20);
    CHECK(facts.book().people.size() == 4);
    CHECK(currencies ==
          std::map<QString, int>{{QStringLiteral("EUR"), 54}, {QStringLiteral("USD"), 4}, {QStringLiteral("GBP"), 2}});
    trades.erase(QString());
    CHECK(trades.size() == 8);
    CHECK(children.size() == 4);
    for (const auto& [parent, count] : children)
        CHECK((count == 2 || count == 3));
}

TEST_CASE("nine renewals fall in the next ninety days and two have passed")
{
    int soon = 0;
    int passed = 0;
    for (const AccountFacts& each : sampleBook().facts)
        for (const Subscription& contract : each.of<Subscription>())
            if (!contract.endedOn.isValid()) {
                const qint64 days = sampleDay.daysTo(contract.renewalDate);
                soon += days >= 0 && days <= 90 ? 1 : 0;
                passed += days < 0 ? 1 : 0;
            }
    CHECK(soon == 9);
    CHECK(passed == 2);
}

TEST_CASE("the sample book bears the further marks")
{
    const Portfolio& facts = sampleBook().facts;
    const auto consented = [](const Advocacy& each) { return each.consentOn.isValid(); };
    CHECK(countOf<Advocacy>(facts, consented) == 6);
    CHECK(countOf<Advocacy>(facts, [](const Advocacy& each) { return each.withdrawnOn.isValid(); }) == 1);
    CHECK(countOf<Advocacy>(facts, [](const Advocacy& each) {
              return each.consentUntil.isValid() && each.consentUntil < sampleDay;
          }) == 1);
    CHECK(countOf<PaymentMethod>(facts, [](const PaymentMethod& each) { return each.kind == u"transfer"; }) == 5);
    CHECK(countOf<AccountEvent>(facts, [](const AccountEvent& each) { return each.kind == u"merger"; }) == 1);
    CHECK(countOf<Assignment>(facts, [](const Assignment& each) { return !each.handover.text.isEmpty(); }) == 2);
    CHECK(countOf<Assignment>(facts, [](const Assignment& each) {
              return !each.handover.text.isEmpty() && !each.readOn.isValid();
          }) == 1);
    CHECK(countOf<Qbr>(facts, [](const Qbr& each) { return each.status == u"planned"; }) == 3);
    CHECK(countOf<Override>(facts, [](const Override& each) { return sampleDay.daysTo(each.until) <= 7; }) == 1);
    CHECK(countOf<Touch>(facts, [](const Touch& each) { return each.recapOwedUntil && !each.recapSentAt; }) == 1);
    CHECK(countOf<Task>(facts, [](const Task& each) {
              return each.category == u"promise" && isOpen(each) && each.due < sampleDay;
          }) == 4);
    CHECK(countOf<Contact>(
              facts, [](const Contact& each) { return each.successorOf.isValid() && each.metOn.isValid(); }) == 1);
    int open = 0;
    int late = 0;
    int firstMonth = 0;
    for (const AccountFacts& each : facts) {
        for (const Survey& answer : each.of<Survey>())
            if (!each.account.churnedOn.isValid() && answer.kind == u"nps" && answer.score <= 6 &&
                !answer.repliedOn.isValid()) {
                ++open;
                late += answer.day.daysTo(sampleDay) > 4 ? 1 : 0;
            }
        firstMonth += contractStart(each, facts.book()) > sampleDay.addMonths(-1) ? 1 : 0;
    }
    CHECK(open == 5);
    CHECK(late == 2);
    CHECK(firstMonth == 1);
    int single = 0;
    for (const int story : {2, 21})
        for (const AccountFacts* each : sampleBook().story(story))
            if (engagedContacts(*each, sampleDay).size() <= 1 &&
                each->of<Subscription>()[0].renewalDate <= sampleDay.addDays(180))
                ++single;
    CHECK(single == 3);
}

TEST_CASE("six hundred sample accounts keep the shares of sixty")
{
    const SampleFacts large(600);
    std::map<QString, int> wanted = segmentsOf(sampleBook().facts);
    for (auto& [segment, accounts] : wanted)
        accounts *= 10;
    CHECK(segmentsOf(large.facts) == wanted);
    for (int story = 1; story <= 21; ++story)
        CHECK(large.story(story).size() == 10 * sampleBook().story(story).size());
    CHECK(countOf<Contact>(large.facts) == Approx(3300).epsilon(0.03));
    CHECK(countOf<Invoice>(large.facts) == Approx(10000).epsilon(0.05));
    const auto arr = arrOf(large.facts, sampleDay);
    CHECK(std::accumulate(arr.begin(), arr.end(), 0.0) == Approx(42'000'000).epsilon(0.04));
    std::set<QString> names;
    std::set<QString> domains;
    for (const AccountFacts& each : large.facts) {
        names.insert(each.account.name);
        domains.insert(each.account.domain);
        CHECK((each.usage.isEmpty() == (each.account.story == u"20")));
    }
    CHECK(names.size() == 600);
    CHECK(domains.size() == 600);
}
