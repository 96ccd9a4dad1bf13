// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/task_queue.h"

#include "tests/core/work/work_fixture.h"

using namespace steward;
using namespace steward::tests;
using work::TaskState;
using namespace Qt::Literals::StringLiterals;

namespace {

void task(Told& book, const QString& title, QDate due, const QString& priority = u"normal"_s, QDate snoozed = {},
          QDate done = {}, PersonId assignee = {})
{
    book.add<Task>([&](Task& row) {
        row.title = title;
        row.due = due;
        row.priority = priority;
        row.snoozedTo = snoozed;
        row.doneOn = done;
        row.assignee = assignee;
    });
}

QString titles(const Told& book, const work::TaskQuestion& question)
{
    QStringList all;
    for (const work::QueuedTask& each : work::taskQueue(book.facts.build(), question))
        all << each.task.title;
    return all.join(u' ');
}

} // namespace

TEST_CASE("late tasks come first, then today's, later ones, undated and put off, the important of a day in front")
{
    Told book;
    book.account(u"A"_s).customer();
    task(book, u"undated"_s, {});
    task(book, u"later"_s, today.addDays(2));
    task(book, u"asleep"_s, ago(9), u"high"_s, today.addDays(1));
    task(book, u"today"_s, today);
    task(book, u"urgent"_s, today, u"high"_s);
    task(book, u"late"_s, ago(1));
    task(book, u"older"_s, ago(5), u"low"_s);
    task(book, u"done"_s, ago(5), u"low"_s, {}, ago(2));
    CHECK(titles(book, {today, {}, {}, false}) == u"older late urgent today later undated asleep");
    CHECK(titles(book, {today, {}, {}, true}) == u"older late urgent today later undated asleep done");
}

TEST_CASE("a task without an assignee is that of who holds the account")
{
    Told book;
    book.account(u"A"_s).customer();
    book.facts.csm(PersonId(7), ago(100));
    task(book, u"hers"_s, today);
    task(book, u"his"_s, today, u"normal"_s, {}, {}, PersonId(8));
    CHECK(titles(book, {today, {}, PersonId(7), false}) == u"hers");
    CHECK(titles(book, {today, {}, PersonId(8), false}) == u"his");
    CHECK(titles(book, {today, AccountId(99'999), {}, false}).isEmpty());
}
