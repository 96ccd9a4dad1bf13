// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/message_text.h"

#include "core/work/recovery.h"
#include "core/work/subject.h"
#include "tests/ui/account/account_fixture.h"
#include "ui/account/play_text.h"

/// What the messages of plays say to the customers of the sample book.
using namespace steward;
using namespace steward::account;
using namespace Qt::Literals::StringLiterals;
using tests::british;

namespace {

struct Written : tests::SampleBook
{
    [[nodiscard]] std::optional<MessageText> write(const query::AccountLine& line, const QString& play,
                                                   const QString& draft) const
    {
        return draftText(*book.numbers(), line.facts->id(), {play, draft}, {}, nullptr, british);
    }
    [[nodiscard]] static const Contact* find(const query::AccountLine& line, ContactId id)
    {
        for (const Contact& each : line.facts->of<Contact>())
            if (each.id == id.value())
                return &each;
        return nullptr;
    }
    [[nodiscard]] static bool holds(const query::AccountLine& line, ContactId id, QStringView role)
    {
        return std::ranges::any_of(line.facts->of<ContactRole>(), [&](const ContactRole& each) {
            return each.contact == id && each.role == role && !each.to.isValid();
        });
    }
};

} // namespace

TEST_CASE("the answer to an unhappy customer goes to who was unhappy, with their score and words")
{
    const Written sample;
    int quoted = 0;
    for (const query::AccountLine& line : sample.lines()) {
        const auto text = sample.write(line, u"detractor"_s, u"first"_s);
        REQUIRE(text);
        if (text->body.contains(u"{score}"_s))
            continue;
        ++quoted;
        INFO(line.facts->account.name.toStdString() << ": " << text->body.toStdString());
        CHECK(std::ranges::any_of(line.facts->of<Survey>(), [&](const Survey& each) {
            return each.contact == text->chosen && each.score &&
                   text->body.contains(u"gave us %1"_s.arg(british.toString(*each.score)));
        }));
    }
    CHECK(quoted > 0);
}

TEST_CASE("the next step for an unhappy customer is with who was unhappy")
{
    const Written sample;
    int named = 0;
    for (const query::AccountLine& line : sample.lines())
        for (const PlaybookRun& run : line.facts->of<PlaybookRun>()) {
            const Survey* answer = run.ended.isValid() ? nullptr : work::unhappyAnswer(run, *line.facts);
            const Contact* unhappy = answer ? Written::find(line, answer->contact) : nullptr;
            const auto text = unhappy ? playText(*sample.book.numbers(), line.facts->id(), run.playbook, british)
                                      : std::optional<PlayText>();
            if (!text || !text->next())
                continue;
            ++named;
            INFO(line.facts->account.name.toStdString() << ": " << text->next()->who.toStdString());
            CHECK(text->next()->who.endsWith(u"with "_s + unhappy->name));
        }
    CHECK(named > 0);
}

TEST_CASE("nobody is told that a goal is reached which is not")
{
    const Written sample;
    int told = 0;
    for (const query::AccountLine& line : sample.lines()) {
        const auto text = sample.write(line, u"celebrate"_s, u"note"_s);
        REQUIRE(text);
        INFO(line.facts->account.name.toStdString() << ": " << text->body.toStdString());
        if (const Contact* to = Written::find(line, text->chosen))
            CHECK_FALSE(text->body.contains(u"May I tell %1"_s.arg(to->name)));
        for (const Goal& goal : line.facts->of<Goal>()) {
            const bool isTold = text->subject.contains(work::nameOf(goal));
            told += isTold;
            CHECK((!isTold || goal.metOn.isValid()));
        }
    }
    CHECK(told > 0);
}

TEST_CASE("an open invoice is a matter of who pays it, not of the sponsor")
{
    const Written sample;
    int numbered = 0;
    for (const query::AccountLine& line : sample.lines()) {
        const auto text = sample.write(line, u"late_payment"_s, u"late"_s);
        REQUIRE(text);
        INFO(line.facts->account.name.toStdString());
        CHECK((!text->chosen.isValid() || Written::holds(line, text->chosen, u"billing") ||
               Written::holds(line, text->chosen, u"champion")));
        numbered += !text->body.contains(u"{invoice}"_s);
    }
    CHECK(numbered > 0);
}

TEST_CASE("welcome is said to a successor, good luck to who left, and to nobody else")
{
    const Written sample;
    int left = 0;
    for (const query::AccountLine& line : sample.lines()) {
        const auto welcome = sample.write(line, u"sponsor_left"_s, u"successor"_s);
        const auto leaver = sample.write(line, u"sponsor_left"_s, u"leaver"_s);
        REQUIRE(welcome);
        REQUIRE(leaver);
        const Contact* to = Written::find(line, welcome->chosen);
        CHECK((!to || to->successorOf.isValid()));
        to = Written::find(line, leaver->chosen);
        CHECK((!to || to->leftOn.isValid()));
        left += to != nullptr;
        const auto faults = faultsOf(welcome->subject, welcome->body, nullptr, false);
        CHECK(faults.stops.front() == u"Nobody to write to is chosen."_s);
    }
    CHECK(left > 0);
}
