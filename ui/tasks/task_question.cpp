// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/task_question.h"

#include "ui/account/snooze_days.h"

#include <QCoreApplication>

namespace steward::tasks {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("tasks", text); }

std::vector<account::Option> ofUs(const BookNumbers& numbers)
{
    std::vector<account::Option> options;
    for (const Person& person : numbers.facts.book().people)
        if (!person.archivedOn.isValid())
            options.push_back({QString::number(person.id), person.name});
    std::ranges::sort(options, {}, &account::Option::text);
    return options;
}

} // namespace

account::ChoicePane::Question questionOf(Asking asking, const TasksPresenter::Chosen& tasks, const BookNumbers& numbers,
                                         const QLocale& locale)
{
    account::ChoicePane::Question question;
    question.about = tasks.size() == 1 ? tasks.front().task.title : tr("%1 tasks").arg(locale.toString(tasks.size()));
    if (asking == Asking::Assign) {
        question.title = tr("Who does it");
        question.action = tr("Reassign");
        question.options = ofUs(numbers);
        return question;
    }
    question.options = account::snoozeDays(numbers, locale);
    question.word = tr("Or another day, like \"fri\" or \"end of month\"");
    if (asking == Asking::Snooze) {
        question.title = tr("Snooze until");
        question.action = tr("Snooze");
        return question;
    }
    question.title = tr("Due on");
    question.action = tr("Reschedule");
    question.options.insert(question.options.begin(), {numbers.asked.day.toString(Qt::ISODate), tr("Today")});
    question.options.push_back({QString(), tr("On no day")});
    return question;
}

} // namespace steward::tasks
