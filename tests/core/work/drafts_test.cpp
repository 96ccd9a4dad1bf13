// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/drafts.h"

#include "tests/core/work/work_fixture.h"

using namespace steward;
using namespace steward::tests;
using work::PreferenceBreak;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Ana, who has a late invoice and wants e-mail, once a month.
Told told()
{
    Told book;
    book.account(u"Keldomo"_s, u"mid"_s).customer();
    book.facts.source(u"invoice"_s, today);
    book.add<Contact>([](Contact& row) {
        row.id = 500'001;
        row.name = u"Ana Silva"_s;
        row.preferredChannel = u"email"_s;
        row.maxFrequency = u"monthly"_s;
    });
    book.add<Invoice>([](Invoice& row) {
        row.id = 500'002;
        row.number = u"2026-7"_s;
        row.issued = ago(70);
        row.due = ago(40);
        row.amount = Minor{250'000};
        row.status = u"open"_s;
    });
    book.add<Touch>([](Touch& row) {
        row.kind = u"call"_s;
        row.day = ago(20);
        row.contacts = {ContactId(500'001)};
    });
    return book;
}

} // namespace

TEST_CASE("a draft is filled from the book, and what is missing or to be written is named")
{
    const Told book = told();
    const auto late = signalOf(book, "pay.late");
    REQUIRE(late);
    const auto facts = book.facts.build();
    const auto fields = work::draftFields({facts.at(0), facts.book(), today, nullptr, &*late, ContactId(500'001)});
    CHECK(fields[u"first"_s] == Argument(u"Ana"_s));
    CHECK(fields[u"account"_s] == Argument(u"Keldomo"_s));
    CHECK(fields[u"invoice"_s] == Argument(u"2026-7"_s));
    CHECK(fields[u"due"_s] == Argument(ago(40)));
    CHECK(fields[u"amount"_s] == Argument(Money{250'000, Currency("EUR")}));
    const content::Play& play = entryOf(shippedContent().plays, u"late_payment"_s);
    const auto& draft = play.drafts.back();
    CHECK(work::stateOf(draft.subject.en, draft.body.en, fields).missing == QStringList{u"csm"_s});
    const auto& card = play.drafts.front();
    const auto state = work::stateOf(card.subject.en, card.body.en, fields);
    CHECK(state.missing == QStringList{u"date"_s, u"csm"_s});
    CHECK(state.gaps == QStringList{u"where"_s});
    CHECK_FALSE(state.isReady());
}

TEST_CASE("a message that breaks what the contact asked for is told before it is written")
{
    const auto facts = told().facts.build();
    const auto broken = [&](QStringView channel, QDate day) {
        return work::brokenPreferences(facts.at(0), ContactId(500'001), channel, day);
    };
    CHECK(broken(u"email", today.addDays(10)).empty());
    CHECK(broken(u"email", today) == std::vector{PreferenceBreak::TooOften});
    CHECK(broken(u"call", today.addDays(10)) == std::vector{PreferenceBreak::Channel});
    CHECK(broken(u"call", today).size() == 2);
}

TEST_CASE("a message that was changed by hand is held to the rules of drafts")
{
    const QString sorry = u"Hello Ana, I am sorry. The fix is in. [[what was done]]"_s;
    CHECK(work::checkMessage(u"I am sorry"_s, sorry, u"Ana"_s, true).issues.empty());
    CHECK(work::checkMessage(u"I am sorry"_s, sorry, u"Ana"_s, true).state.gaps == QStringList{u"what was done"_s});
    const auto cold = work::checkMessage(u"News"_s, u"Hello Ana, {value} is what you gain."_s, u"Ana"_s, true);
    REQUIRE(cold.issues.size() == 1);
    CHECK(cold.issues.front().fault == content::DraftFault::NoApology);
    CHECK(cold.state.missing == QStringList{u"value"_s});
    const auto longer = work::checkMessage(u"News"_s, u"word "_s.repeated(131), {}, false);
    REQUIRE(longer.issues.size() == 1);
    CHECK(longer.issues.front().what == u"131");
}
