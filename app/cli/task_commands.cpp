// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/base/text.h"
#include "core/query/find_account.h"
#include "core/work/task_queue.h"

#include <QCoreApplication>
#include <algorithm>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }
QJsonValue dayOrNull(QDate day) { return day.isValid() ? QJsonValue(isoText(day)) : QJsonValue(); }

const Person* personOf(const BookFacts& book, PersonId id)
{
    const auto found = std::ranges::find(book.people, id.value(), &Person::id);
    return found == book.people.end() ? nullptr : &*found;
}

/// "play renewal", "signal usage.drop", "quarterly review", "meeting": where the key is a number of ours, it is left
/// out.
QString whyOf(const work::QueuedTask& each, const AccountFacts& facts)
{
    for (const PlaybookRun& run : facts.of<PlaybookRun>())
        if (each.task.run.isValid() && run.id == each.task.run.value())
            return tr("play %1").arg(run.playbook);
    if (each.task.origin == u"qbr")
        return tr("quarterly review");
    if (each.task.origin == u"meeting")
        return tr("meeting");
    return each.task.originKey.isEmpty() ? each.task.origin : QString(each.task.origin + u' ' + each.task.originKey);
}

QJsonObject taskJson(const work::QueuedTask& each, const Portfolio& facts)
{
    const AccountFacts* account = facts.find(each.account);
    const Person* owner = personOf(facts.book(), each.owner);
    QString promisedTo;
    for (const Contact& contact : account->of<Contact>())
        if (contact.id == each.task.promisedTo.value())
            promisedTo = contact.name;
    return {{QStringLiteral("id"), QString::number(each.task.id)},
            {QStringLiteral("account"), account->account.name},
            {QStringLiteral("account_id"), QString::number(account->account.id)},
            {QStringLiteral("title"), each.task.title},
            {QStringLiteral("category"), textOrNull(each.task.category)},
            {QStringLiteral("priority"), textOrNull(each.task.priority)},
            {QStringLiteral("due"), dayOrNull(each.task.due)},
            {QStringLiteral("snoozed_to"), dayOrNull(each.task.snoozedTo)},
            {QStringLiteral("owner"), owner ? QJsonValue(owner->name) : QJsonValue()},
            {QStringLiteral("waiting_for"), textOrNull(each.task.waitingFor)},
            {QStringLiteral("promised_to"), textOrNull(promisedTo)},
            {QStringLiteral("origin"), textOrNull(whyOf(each, *account))},
            {QStringLiteral("state"), work::nameOf(each.state)}};
}

/// "14 open: 4 overdue, 1 today; 6 wait for somebody else"
QString noteOn(const std::vector<work::QueuedTask>& queue)
{
    using work::TaskState;
    const auto count = [&](auto wanted) { return std::ranges::count_if(queue, wanted); };
    const auto has = [](TaskState state) {
        return [state](const work::QueuedTask& each) { return each.state == state; };
    };
    const auto isOpenTask = [](const work::QueuedTask& each) {
        return each.state != TaskState::Done && each.state != TaskState::Dropped;
    };
    const auto waits = [&](const work::QueuedTask& each) { return isOpenTask(each) && each.isWaiting(); };
    return tr("%1 open: %2 overdue, %3 due today; %4 wait for somebody else")
        .arg(count(isOpenTask))
        .arg(count(has(TaskState::Overdue)))
        .arg(count(has(TaskState::Today)))
        .arg(count(waits));
}

Result<Answer> tasksAnswer(const Invocation& invocation, const Portfolio& facts)
{
    work::TaskQuestion question{invocation.asOf, {}, {}, invocation.has(QStringLiteral("all"))};
    if (!invocation.arguments.isEmpty()) {
        const auto account = query::findAccount(facts, invocation.arguments.first());
        if (!account)
            return tl::unexpected(account.error());
        question.account = *account;
    }
    if (invocation.has(QStringLiteral("csm"))) {
        const QString name = invocation.value(QStringLiteral("csm"));
        const auto& people = facts.book().people;
        const auto person =
            std::ranges::find_if(people, [&](const Person& each) { return folded(each.name) == folded(name); });
        if (person == people.end())
            return fail(Code("person.unknown"), ErrorKind::NotFound, {name});
        question.owner = PersonId(person->id);
    }
    const auto queue = work::taskQueue(facts, question);
    QJsonArray array;
    for (const work::QueuedTask& each : queue)
        array.append(taskJson(each, facts));
    constexpr qsizetype wide = 80;
    return Answer{array,
                  {{QStringLiteral("state")},
                   {QStringLiteral("due")},
                   {QStringLiteral("account"), false, 32},
                   {QStringLiteral("title"), false, wide},
                   {QStringLiteral("owner")},
                   {QStringLiteral("waiting_for"), false, wide, Show::Plain, tr("waits for")},
                   {QStringLiteral("promised_to"), false, wide, Show::Plain, tr("promised to")},
                   {QStringLiteral("origin")}},
                  {},
                  queue.empty() ? QString() : noteOn(queue)};
}

} // namespace

std::vector<Command> taskCommands()
{
    return {{QStringLiteral("tasks"),
             QStringLiteral("tasks [ACCOUNT] [--csm NAME] [--all]"),
             tr("Your own tasks and promises, what is late first, with who has the next move"),
             {{QStringLiteral("csm"), QStringLiteral("NAME"), tr("only tasks of this person")},
              {QStringLiteral("all"), {}, tr("also what is done or dropped")}},
             0,
             1,
             [](const Invocation& invocation) {
                 return answerFrom(invocation, [&](const Portfolio& facts) { return tasksAnswer(invocation, facts); });
             }}};
}

} // namespace steward::cli
