// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/play_text.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"
#include "core/query/play_draft.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "core/words/words.h"
#include "core/work/acts.h"
#include "core/work/recovery.h"
#include "core/work/runs.h"
#include "core/work/subject.h"
#include "core/work/ticks.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace steward::account {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("account", text, nullptr, n); }

QString nameOf(PersonId person, const BookFacts& book)
{
    const auto found = std::ranges::find(book.people, person.value(), &Person::id);
    return found == book.people.end() ? QString() : found->name;
}

/// fact: that did it; empty: none.
PlayStepText stepText(const Task& task, const QString& fact, const BookNumbers& numbers, const QLocale& locale)
{
    const QDate day = numbers.asked.day;
    PlayStepText text;
    text.title = task.title;
    text.due = task.due.isValid() ? words::shortDay(task.due, day, locale) : tr("no date yet");
    text.isDone = task.doneOn.isValid() || task.status == u"done";
    text.isDropped = !text.isDone && !isOpen(task);
    text.isLate = isOpen(task) && task.due.isValid() && task.due < day;
    const QString owner = nameOf(task.assignee, numbers.facts.book());
    const bool isTheirs = !task.waitingFor.isEmpty() && task.waitingFor != u"me";
    const words::ContentWords words(numbers.content, locale);
    if (!fact.isEmpty()) {
        text.who = tr("ticked itself: %1").arg(fact);
        return text;
    }
    text.who = isTheirs ? tr("waiting for: %1").arg(words.word(u"waiting_for", task.waitingFor).toLower()) : owner;
    return text;
}

QString factOf(const Task& task, const PlaybookRun& run, const content::Play& play, const AccountFacts& facts,
               const BookNumbers& numbers, const QLocale& locale)
{
    const auto* step = content::findById(play.steps, task.originKey);
    if (!step || !task.doneOn.isValid())
        return {};
    const QDate renewal = work::anchorsOf(facts, numbers.facts.book(), run.started).renewal;
    auto tick = work::tickOf(*step, facts, run.started, renewal, numbers.asked.day);
    Task ticked = task;
    if (tick)
        work::markDone(ticked, *tick, run.started);
    if (!tick || ticked.doneOn != task.doneOn)
        return {};
    if (tick->what.code == Code("tick.milestone"))
        tick->what.arguments[0] =
            words::ContentWords(numbers.content, locale).word(u"milestone", step->autoDone.section(u'.', 1));
    return words::render(tick->what, locale);
}

/// Who holds the role and is there.
const Contact* holderOf(QStringView role, const AccountFacts& facts, QDate day)
{
    for (const ContactRole& each : facts.of<ContactRole>()) {
        const bool isHeld = each.role == role && !each.archivedOn.isValid() && each.from <= day &&
                            (!each.to.isValid() || each.to > day);
        for (const Contact& contact : facts.of<Contact>())
            if (isHeld && contact.id == each.contact.value() && !contact.archivedOn.isValid() &&
                isPresent(contact, day))
                return &contact;
    }
    return nullptr;
}

/// Who holds one of the roles a play is about: whom its messages go to, else the sponsor, else the champion; where it
/// is about champions alone the champion first.
std::vector<QString> rolesOf(const content::Play& play)
{
    const auto isAbout = [&](QStringView role) {
        return std::ranges::any_of(play.signalIds, [&](const QString& each) { return each.startsWith(role); });
    };
    std::vector<QString> roles;
    for (const content::PlayDraft& each : play.drafts)
        if (each.to == u"billing")
            roles.push_back(each.to);
    roles.insert(roles.end(), {QStringLiteral("sponsor"), QStringLiteral("champion")});
    if (isAbout(u"champion") && !isAbout(u"sponsor"))
        std::ranges::reverse(roles);
    return roles;
}

/// With whom of theirs a step is: whom it was promised to, else who was unhappy, else who holds a role.
QString withWhom(const Task& task, const PlaybookRun& run, const content::Play& play, const AccountFacts& facts,
                 const BookNumbers& numbers, const QLocale& locale)
{
    const Survey* answer = work::unhappyAnswer(run, facts);
    const ContactId own = task.promisedTo.isValid() ? task.promisedTo : answer ? answer->contact : ContactId();
    for (const Contact& contact : facts.of<Contact>())
        if (own.isValid() && contact.id == own.value())
            return tr("with %1").arg(contact.name);
    const words::ContentWords words(numbers.content, locale);
    for (const QString& role : rolesOf(play))
        if (const Contact* contact = holderOf(role, facts, numbers.asked.day))
            return tr("with %1, %2").arg(contact->name, words.word(u"contact_role", role).toLower());
    return tr("with nobody named yet: name the sponsor in People (Alt+3)");
}

void fillRunning(PlayText& text, const PlaybookRun& run, const AccountFacts& facts, const content::Play& play,
                 const BookNumbers& numbers, const QLocale& locale)
{
    text.run = run.id;
    text.why = run.why;
    const work::RunSteps steps = work::stepsOf(run, facts, numbers.facts.book(), play, numbers.asked.day);
    int done = 0;
    for (const Task& task : steps.tasks) {
        const QString fact = factOf(task, run, play, facts, numbers, locale);
        PlayStepText& step = text.steps.emplace_back(stepText(task, fact, numbers, locale));
        step.isNext = steps.isNext(task);
        if (step.isNext) {
            const QString with = withWhom(task, run, play, facts, numbers, locale);
            step.who = step.who.isEmpty() ? with : QString(step.who + QStringLiteral(" \u00b7 ") + with);
        }
        done += step.isDone ? 1 : 0;
        if (steps.isWritten) {
            step.task = task.id;
        } else if (std::exchange(step.isDropped, false)) {
            step.isPassed = true;
            step.who = tr("before; nobody wrote down whether it was done");
        }
    }
    // A step that was dropped is none to be done.
    const auto wanted = static_cast<int>(std::ranges::count(text.steps, false, &PlayStepText::isDropped));
    const QString since = words::shortDay(run.started, numbers.asked.day, locale);
    text.about =
        steps.isWritten
            ? tr("%1 of %2 done, since %3").arg(locale.toString(done), locale.toString(std::max(done, wanted)), since)
            : tr("since %1; its steps are no tasks yet").arg(since);
}

void fillPlanned(PlayText& text, const AccountFacts& facts, const content::Play& play, const BookNumbers& numbers,
                 const QLocale& locale)
{
    const auto planned = work::plannedRun(play, facts, numbers.facts.book(), numbers.asked.day, {});
    QDate last;
    for (const Task& task : planned.tasks) {
        text.steps.push_back(stepText(task, factOf(task, planned.run, play, facts, numbers, locale), numbers, locale));
        last = std::max(last, task.due);
    }
    const QString steps = locale.toString(text.steps.size());
    text.about = last.isValid()
                     ? tr("%1 steps, the last on %2").arg(steps, words::shortDay(last, numbers.asked.day, locale))
                     : tr("%1 steps").arg(steps);
}

/// A run is told in the words it began with.
content::Play inVersionOf(const PlaybookRun& run, const content::Play& newest, const BookFacts& book)
{
    const qint64 version = run.version.value_or(newest.version);
    auto older = version == newest.version ? std::nullopt : query::playOfVersion(book, newest.id, version);
    return older ? std::move(*older) : newest;
}

const PlaybookRun* runOf(const AccountFacts& facts, qint64 id)
{
    const auto rows = facts.of<PlaybookRun>().all();
    const auto found = std::ranges::find(rows, id, &PlaybookRun::id);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

QString factThatDid(const Task& task, const AccountFacts& facts, const BookNumbers& numbers, const QLocale& locale)
{
    const PlaybookRun* run = task.run.isValid() ? runOf(facts, task.run.value()) : nullptr;
    const auto* newest = run ? content::findById(numbers.content.plays, run->playbook) : nullptr;
    return newest ? factOf(task, *run, *newest, facts, numbers, locale) : QString();
}

QString warningOf(const content::Play& play, AccountId account, const BookNumbers& numbers, const QLocale& locale)
{
    const AccountFacts* facts = play.needsStanding ? numbers.facts.find(account) : nullptr;
    const auto score = facts && numbers.scorer ? numbers.scorer->score(account, numbers.asked.day)
                                               : std::optional<health::AccountScore>();
    if (!score)
        return {};
    QStringList reasons;
    for (const Message& each : work::againstAsking(*facts, *score, numbers.content.signalRules.standing))
        reasons << words::render(each, locale);
    return reasons.isEmpty()
               ? QString()
               : tr("Not the time to ask them for something: %1.").arg(reasons.join(QStringLiteral("; ")));
}

QString nameOfPlay(const content::Content& content, const QString& play, const QLocale& locale)
{
    const auto* known = content::findById(content.plays, play);
    return known ? words::ContentWords(content, locale).text(known->name) : play;
}

const PlayStepText* PlayText::next() const
{
    const auto found = std::ranges::find_if(steps, &PlayStepText::isNext);
    return found == steps.end() ? nullptr : &*found;
}

QString nextText(const PlayStepText& step)
{
    return step.isLate ? tr("%1 (%2, late)").arg(step.title, step.due) : tr("%1 (%2)").arg(step.title, step.due);
}

std::vector<const PlaybookRun*> runningPlays(const AccountFacts& facts)
{
    std::vector<const PlaybookRun*> running;
    for (const PlaybookRun& each : facts.of<PlaybookRun>())
        if (!each.ended.isValid() && !each.archivedOn.isValid())
            running.push_back(&each);
    std::ranges::stable_sort(running, std::ranges::greater(), [](const PlaybookRun* run) { return run->started; });
    return running;
}

std::optional<PlayText> playText(const BookNumbers& numbers, AccountId account, const QString& play,
                                 const QLocale& locale)
{
    const auto* newest = content::findById(numbers.content.plays, play);
    const AccountFacts* facts = numbers.facts.find(account);
    if (!newest || !facts)
        return std::nullopt;
    const PlaybookRun* run = work::runningOf(*facts, play);
    const content::Play known = run ? inVersionOf(*run, *newest, numbers.facts.book()) : *newest;
    const words::ContentWords words(numbers.content, locale);
    PlayText text;
    text.play = play;
    text.name = words.text(known.name);
    text.reason = words.text(known.text);
    text.good = words.text(known.good);
    text.mistake = words.text(known.mistake);
    text.ends = words.text(known.endsWhen);
    text.stop = words.text(known.stopIf);
    text.warning = warningOf(known, account, numbers, locale);
    static const QRegularExpression field(QStringLiteral("\\{[^}]*\\}"));
    for (const content::PlayDraft& each : known.drafts)
        text.drafts.emplace_back(each.id, words.text(each.subject)
                                              .replace(QStringLiteral("{account}"), facts->account.name)
                                              .replace(field, QStringLiteral("\u2026")));
    if (run)
        fillRunning(text, *run, *facts, known, numbers, locale);
    else
        fillPlanned(text, *facts, known, numbers, locale);
    return text;
}

std::vector<std::pair<QString, QString>> playOutcomes()
{
    return {{QStringLiteral("worked"), tr("It worked")},
            {QStringLiteral("partly"), tr("It worked in part")},
            {QStringLiteral("did_not"), tr("It did not work")},
            {QStringLiteral("overtaken"), tr("Something else came first")},
            {QStringLiteral("in_error"), tr("It was started by mistake")}};
}

QString wordOfOutcome(const QString& outcome)
{
    if (outcome == u"worked")
        return tr("worked");
    if (outcome == u"partly")
        return tr("worked in part");
    if (outcome == u"did_not")
        return tr("did not work");
    return outcome == u"overtaken" ? tr("overtaken") : QString();
}

void startPlay(OpenBook& book, const QString& play, std::vector<AccountId> accounts, const QString& why,
               const QLocale& locale)
{
    const Numbers numbers = book.numbers();
    const auto* known = numbers ? content::findById(numbers->content.plays, play) : nullptr;
    if (!known)
        return;
    std::erase_if(accounts, [&](AccountId account) {
        const AccountFacts* facts = numbers->facts.find(account);
        return !facts || work::runningOf(*facts, play);
    });
    if (accounts.empty())
        return;
    const QString name = nameOfPlay(numbers->content, play, locale);
    const Message label =
        accounts.size() == 1
            ? Message{Code("edit.play-started"), {name, numbers->facts.find(accounts.front())->account.name}}
            : Message{Code("edit.play-started-many"), {name, qint64(accounts.size())}};
    book.edit(label, [numbers, known, accounts, why](book::Edit& edit) -> Status {
        for (const AccountId account : accounts) {
            auto planned =
                work::plannedRun(*known, *numbers->facts.find(account), numbers->facts.book(), numbers->asked.day, why);
            if (auto done = work::start(edit, planned); !done)
                return done;
        }
        return {};
    });
}

void makeSteps(OpenBook& book, AccountId account, qint64 run, const QLocale& locale)
{
    const Numbers numbers = book.numbers();
    const AccountFacts* facts = numbers ? numbers->facts.find(account) : nullptr;
    const PlaybookRun* known = facts ? runOf(*facts, run) : nullptr;
    const auto* newest = known ? content::findById(numbers->content.plays, known->playbook) : nullptr;
    if (!newest || !work::tasksOf(*known, *facts, newest).empty())
        return;
    book.edit({Code("edit.play-steps"), {nameOfPlay(numbers->content, known->playbook, locale), facts->account.name}},
              [numbers, facts, play = inVersionOf(*known, *newest, numbers->facts.book()),
               run = *known](book::Edit& edit) -> Status {
                  auto steps = work::stepsOf(run, *facts, numbers->facts.book(), play, edit.today());
                  for (Task& task : steps.tasks) {
                      task.run = PlaybookRunId(run.id);
                      task.created = edit.today();
                      if (const auto saved = edit.save(task); !saved)
                          return tl::unexpected(saved.error());
                  }
                  return {};
              });
}

void endPlay(OpenBook& book, AccountId account, qint64 run, const QString& outcome, const QString& sentence,
             const QLocale& locale)
{
    const Numbers numbers = book.numbers();
    const AccountFacts* facts = numbers ? numbers->facts.find(account) : nullptr;
    const PlaybookRun* known = facts ? runOf(*facts, run) : nullptr;
    if (!known)
        return;
    const auto* play = content::findById(numbers->content.plays, known->playbook);
    book.edit({Code("edit.play-ended"), {nameOfPlay(numbers->content, known->playbook, locale), facts->account.name}},
              [ended = *known, tasks = work::tasksOf(*known, *facts, play), outcome, sentence](book::Edit& edit) {
                  PlaybookRun over = ended;
                  over.sentence = sentence;
                  return work::endRun(edit, over, tasks, outcome);
              });
}

void setTaskDone(OpenBook& book, AccountId account, qint64 task, bool isDone)
{
    const AccountFacts* facts = book.numbers() ? book.numbers()->facts.find(account) : nullptr;
    if (!facts)
        return;
    for (const Task& each : facts->of<Task>())
        if (each.id == task)
            book.edit({isDone ? Code("edit.task-done") : Code("edit.task-reopened"), {each.title}},
                      [each, isDone](book::Edit& edit) { return work::setDone(edit, each, isDone); });
}

} // namespace steward::account
