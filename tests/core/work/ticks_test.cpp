// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/ticks.h"

#include "core/work/plays.h"
#include "core/work/runs.h"
#include "tests/core/work/work_fixture.h"

/// Steps that facts tick: each with the fact, and with one that is none of its business.
using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int begun = 20; // days ago

using Tell = std::function<void(Told&)>;

template <class T, class Fill>
Tell row(Fill fill)
{
    return [fill](Told& book) { book.add<T>([&](T& each) { fill(each); }); };
}

Tell assignment(const QString& role, bool isWritten, QDate read)
{
    return row<Assignment>([=](Assignment& each) {
        each.role = role;
        each.from = ago(30);
        each.handover.text = isWritten ? u"{\"why\":\"they bought it\"}"_s : QString();
        each.readOn = read;
    });
}

Tell call(const QString& checkpoint, QDate cycle)
{
    return row<RenewalCall>([=](RenewalCall& each) {
        each.checkpoint = checkpoint;
        each.cycle = cycle;
        each.day = ago(1);
        each.call = u"likely"_s;
    });
}

Tell milestone(const QString& kind, QDate reached)
{
    return row<Milestone>([=](Milestone& each) {
        each.kind = kind;
        each.planned = ago(5);
        each.reached = reached;
    });
}

Tell invoice(QDate due, QDate paid)
{
    return row<Invoice>([=](Invoice& each) {
        each.number = u"R-1"_s;
        each.issued = due.addDays(-14);
        each.due = due;
        each.paidOn = paid;
        each.status = paid.isValid() ? u"paid"_s : u"open"_s;
        each.amount = Minor{5'000};
    });
}

Tell answer(double score, QDate day, QDate replied)
{
    return row<Survey>([=](Survey& each) {
        each.kind = u"nps"_s;
        each.score = score;
        each.day = day;
        each.repliedOn = replied;
    });
}

Tell touch(const QString& kind, QDate day, const QString& direction, bool isPlanned = false)
{
    return row<Touch>([=](Touch& each) {
        each.kind = kind;
        each.day = day;
        each.direction = direction;
        each.planned = isPlanned;
    });
}

Tell review(QDate held)
{
    return row<Qbr>([=](Qbr& each) {
        each.quarter = QDate(2026, 10, 1);
        each.heldOn = held;
    });
}

/// A sponsor who left, another who followed, and who was met.
Tell sponsors(bool hasLeft, bool isMet)
{
    return [=](Told& book) {
        book.add<Contact>([&](Contact& each) {
            each.id = 71;
            each.name = u"First"_s;
            each.leftOn = hasLeft ? ago(25) : QDate();
        });
        book.add<Contact>([&](Contact& each) {
            each.id = 72;
            each.name = u"Second"_s;
            each.metOn = isMet ? ago(2) : QDate();
        });
        for (const qint64 id : {71, 72})
            book.add<ContactRole>([&](ContactRole& each) {
                each.contact = ContactId(id);
                each.role = u"sponsor"_s;
                each.from = id == 71 ? ago(300) : ago(24);
            });
    };
}

const QDate cycle = today.addDays(100);

Told bookWith(const Tell& tell)
{
    Told book;
    book.account(u"A"_s, u"mid"_s).add<Subscription>([](Subscription& each) {
        each.amount = Minor{1'200'000};
        each.billingPeriod = u"year"_s;
        each.start = ago(265);
        each.renewalDate = cycle;
    });
    if (tell)
        tell(book);
    return book;
}

content::PlayStep stepFor(const QString& fact)
{
    content::PlayStep step;
    step.autoDone = fact;
    return step;
}

std::optional<work::Tick> tickOf(const QString& fact, const Tell& tell)
{
    const Told book = bookWith(tell);
    const Portfolio facts = book.facts.build();
    const QDate renewal = work::anchorsOf(facts.at(0), facts.book(), ago(begun)).renewal;
    return work::tickOf(stepFor(fact), facts.at(0), ago(begun), renewal, today);
}

} // namespace

TEST_CASE("every fact that a shipped step waits for can be asked of a book")
{
    int count = 0;
    for (const content::Play& play : shippedContent().plays)
        for (const content::PlayStep& step : play.steps)
            if (!step.autoDone.isEmpty()) {
                CAPTURE(play.id.toStdString(), step.id.toStdString());
                CHECK(work::isTickFact(step.autoDone));
                CHECK_FALSE(tickOf(step.autoDone, {}));
                ++count;
            }
    CHECK(count >= 11);
    for (const QString& other : {u""_s, u"milestone"_s, u"milestone."_s, u"invoice.sent"_s, u"renewal.call"_s})
        CHECK_FALSE(work::isTickFact(other));
}

TEST_CASE("a step ticks when its fact is there, and not for another one")
{
    struct Case
    {
        QString fact;
        Tell there;
        QDate day;
        std::vector<Tell> others;
    };
    const Case cases[] = {
        {u"handover.written"_s,
         assignment(u"csm"_s, true, {}),
         ago(30),
         {assignment(u"csm"_s, false, {}), assignment(u"sales"_s, true, {})}},
        {u"handover.read"_s,
         assignment(u"csm"_s, true, ago(3)),
         ago(3),
         {assignment(u"csm"_s, true, {}), assignment(u"csm"_s, true, today.addDays(2))}},
        {u"renewal.call.180"_s,
         call(u"180"_s, cycle),
         ago(1),
         {call(u"90"_s, cycle), call(u"180"_s, cycle.addYears(-1)), call(u"other"_s, cycle)}},
        {u"renewal.call.90"_s, call(u"90"_s, cycle), ago(1), {call(u"180"_s, cycle)}},
        {u"milestone.activation"_s,
         milestone(u"activation"_s, ago(4)),
         ago(4),
         {milestone(u"activation"_s, {}), milestone(u"first_value"_s, ago(4)),
          milestone(u"activation"_s, today.addDays(1))}},
        {u"invoice.paid"_s,
         invoice(ago(60), ago(6)),
         ago(6),
         {invoice(ago(60), {}), invoice(ago(60), ago(begun + 5)), invoice(ago(10), ago(6)),
          [](Told& book) {
              invoice(ago(60), ago(6))(book);
              invoice(ago(50), {})(book);
          }}},
        {u"answer.replied"_s,
         answer(3, ago(begun + 2), ago(7)),
         ago(7),
         {answer(3, ago(begun + 2), {}), answer(9, ago(begun + 2), ago(7)), answer(3, ago(begun + 200), ago(7))}},
        {u"customer.spoke"_s,
         touch(u"call"_s, ago(8), u"both"_s),
         ago(8),
         {touch(u"call"_s, ago(begun + 1), u"both"_s), touch(u"email"_s, ago(8), u"out"_s),
          touch(u"note"_s, ago(8), u"in"_s), touch(u"call"_s, ago(8), u"both"_s, true)}},
        {u"review.held"_s, review(ago(2)), ago(2), {review({}), review(ago(begun + 30))}},
        {u"successor.met"_s, sponsors(true, true), ago(2), {sponsors(true, false), sponsors(false, true)}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.fact.toStdString());
        const auto tick = tickOf(each.fact, each.there);
        REQUIRE(tick);
        CHECK(tick->day == each.day);
        CHECK(tick->record.id != 0);
        for (std::size_t i = 0; i < each.others.size(); ++i) {
            CAPTURE(i);
            CHECK_FALSE(tickOf(each.fact, each.others[i]));
        }
    }
}

TEST_CASE("a play that is started finds done what a fact has done already, and the rest open")
{
    const auto& play = entryOf(shippedContent().plays, u"renewal"_s);
    const Told book = bookWith(call(u"180"_s, cycle));
    const Portfolio facts = book.facts.build();
    const auto planned = work::plannedRun(play, facts.at(0), facts.book(), today, {});
    for (const Task& task : planned.tasks) {
        const bool isCheckpoint = entryOf(play.steps, task.originKey).autoDone == u"renewal.call.180";
        CHECK((task.status == u"done") == isCheckpoint);
        CHECK(task.doneOn == (isCheckpoint ? today : QDate()));
    }
}

TEST_CASE("an edit that holds the fact ticks its step alone, and one that a person opened again stays open")
{
    const auto& play = entryOf(shippedContent().plays, u"renewal"_s);
    const auto running = [&](const Tell& tell) {
        Told book = bookWith(tell);
        const Portfolio bare = bookWith({}).facts.build();
        book.add<PlaybookRun>([&](PlaybookRun& run) {
            run.id = 500;
            run.playbook = play.id;
            run.started = ago(begun);
        });
        for (const Task& task : work::plannedRun(play, bare.at(0), bare.book(), ago(begun), {}).tasks)
            book.add<Task>([&](Task& each) {
                const auto kept = std::pair(each.id, each.account);
                each = task;
                std::tie(each.id, each.account) = kept;
                each.run = PlaybookRunId(500);
            });
        return book;
    };
    const auto following = [&](const Tell& before, const Tell& after) {
        const Portfolio then = running(before).facts.build();
        const Portfolio now = running(after).facts.build();
        return work::tasksThatFollow(
            then.at(0), now.at(0), now.book(), [&](const PlaybookRun&) { return &play; }, today);
    };
    const auto ticked = following({}, call(u"90"_s, cycle));
    REQUIRE(ticked.size() == 1);
    CHECK(entryOf(play.steps, ticked.front().originKey).autoDone == u"renewal.call.90");
    CHECK(ticked.front().status == u"done");
    CHECK(ticked.front().doneOn == ago(1));
    // The fact was there before: whoever opened the step again meant it.
    CHECK(following(call(u"90"_s, cycle), call(u"90"_s, cycle)).empty());
    CHECK(following({}, touch(u"call"_s, ago(1), u"both"_s)).empty());
    CHECK(following({}, call(u"90"_s, cycle.addYears(-1))).empty());
}

TEST_CASE("steps counted from a payment, a repair or a decision get their day when it comes")
{
    Told book = bookWith(invoice(ago(60), ago(6)));
    book.add<Escalation>([](Escalation& each) {
        each.opened = ago(25);
        each.closed = ago(3);
    });
    book.add<Opportunity>([](Opportunity& each) {
        each.kind = u"expansion"_s;
        each.closedOn = ago(2);
        each.won = true;
    });
    Portfolio facts = book.facts.build();
    const auto anchors = work::anchorsOf(facts.at(0), facts.book(), ago(begun));
    CHECK(anchors.payment == ago(6));
    CHECK(anchors.fix == ago(3));
    CHECK(anchors.close == ago(2));
    // One trouble is open still.
    book.add<Ticket>([](Ticket& each) {
        each.opened = ago(4);
        each.priority = u"urgent"_s;
    });
    facts = book.facts.build();
    CHECK_FALSE(work::anchorsOf(facts.at(0), facts.book(), ago(begun)).fix.isValid());
}
