// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/follow_edit.h"

#include "core/query/play_draft.h"
#include "core/work/acts.h"
#include "core/work/runs.h"
#include "core/workspace/open_book.h"
#include "tests/support/printers.h"

#include <QTemporaryDir>

/// What follows an edit in the same edit: steps of plays; and plays that are improved while they run.
using namespace steward;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 11, 19);

struct Sample
{
    Sample()
        : book(executor, executor, {[] { return today; }, [this] { return Instant{now += 1000}; }})
    {
        book.makeSample(folder.filePath(u"sample.steward"_s));
        REQUIRE(book.state() == OpenBook::State::Ready);
    }
    [[nodiscard]] const AccountFacts& facts(AccountId account) const { return *book.numbers()->facts.find(account); }
    [[nodiscard]] const content::Play& play(const QString& id) const
    {
        return *content::findById(book.numbers()->content.plays, id);
    }
    void start(AccountId account, const QString& id)
    {
        book.edit({Code("edit.play-started"), {id, id}}, [&](book::Edit& edit) {
            auto planned = work::plannedRun(play(id), facts(account), book.numbers()->facts.book(), today, {});
            return work::start(edit, planned);
        });
    }
    [[nodiscard]] const PlaybookRun& run(AccountId account, const QString& id) const
    {
        const PlaybookRun* run = work::runningOf(facts(account), id);
        REQUIRE(run);
        return *run;
    }
    [[nodiscard]] std::vector<Task> tasks(AccountId account, const QString& id) const
    {
        return work::tasksOf(run(account, id), facts(account), &play(id));
    }
    /// Accounts with a renewal between 200 and 330 days away and no renewal play.
    [[nodiscard]] std::vector<AccountId> accounts() const
    {
        std::vector<AccountId> found;
        for (const AccountFacts& each : book.numbers()->facts) {
            const auto anchors = work::anchorsOf(each, book.numbers()->facts.book(), today);
            const qint64 days = anchors.renewal.isValid() ? today.daysTo(anchors.renewal) : 0;
            if (days >= 100 && days <= 330 && !work::runningOf(each, u"renewal"_s))
                found.push_back(each.id());
        }
        return found;
    }
    void save(const query::PlayDraft& draft)
    {
        book.edit({Code("edit.play-changed"), {draft.play(), qint64(draft.version() + 1)}},
                  [&](book::Edit& edit) { return query::savePlay(edit, book.numbers()->facts.book(), draft); });
    }

    qint64 now = QDateTime(today, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
};

} // namespace

TEST_CASE("a renewal moved by 35 days moves the open steps before it in the same edit, and one undo moves both back")
{
    Sample sample;
    const AccountId account = sample.accounts().front();
    sample.start(account, u"renewal"_s);
    sample.start(account, u"silent"_s);
    std::vector<Task> before = sample.tasks(account, u"renewal"_s);
    const std::vector<Task> silent = sample.tasks(account, u"silent"_s);
    sample.book.edit({Code("edit.task-done"), {before[0].title}},
                     [&](book::Edit& edit) { return work::setDone(edit, before[0], true); });
    sample.book.edit({Code("edit.task-done"), {before[1].title}},
                     [&](book::Edit& edit) { return work::reschedule(edit, before[1], today.addDays(2)); });
    before = sample.tasks(account, u"renewal"_s);
    const auto history = sample.book.history().size();
    sample.book.edit({Code("edit.account-field"), {u"renewal"_s, u"x"_s}}, [&](book::Edit& edit) -> Status {
        Account moved = sample.facts(account).account;
        if (moved.renewalDate.isValid())
            moved.renewalDate = moved.renewalDate.addDays(35);
        if (const auto saved = edit.save(moved); !saved)
            return tl::unexpected(saved.error());
        for (Subscription each : sample.facts(account).of<Subscription>())
            if (each.renewalDate.isValid()) {
                each.renewalDate = each.renewalDate.addDays(35);
                if (const auto saved = edit.save(each); !saved)
                    return tl::unexpected(saved.error());
            }
        return {};
    });
    CHECK(sample.book.history().size() == history + 1);
    const std::vector<Task> after = sample.tasks(account, u"renewal"_s);
    REQUIRE(after.size() == before.size());
    CHECK(after[0].due == before[0].due);
    CHECK(after[1].due == today.addDays(2));
    const auto anchors = work::anchorsOf(sample.facts(account), sample.book.numbers()->facts.book(), today);
    const auto calendar = calendarOf(sample.book.numbers()->facts.book(), sample.facts(account).account);
    for (std::size_t i = 2; i < after.size(); ++i) {
        CHECK(after[i].due > before[i].due);
        CHECK(after[i].due == work::dueDay(sample.play(u"renewal"_s).steps[i].at, anchors, calendar));
    }
    const std::vector<Task> stayed = sample.tasks(account, u"silent"_s);
    for (std::size_t i = 0; i < silent.size(); ++i)
        CHECK(stayed[i].due == silent[i].due);
    sample.book.undo();
    const std::vector<Task> back = sample.tasks(account, u"renewal"_s);
    for (std::size_t i = 0; i < back.size(); ++i)
        CHECK(back[i].due == before[i].due);
}

TEST_CASE("a play improved while five runs are under way leaves them on their version and moves one over")
{
    Sample sample;
    std::vector<AccountId> accounts = sample.accounts();
    REQUIRE(accounts.size() >= 5);
    accounts.resize(5);
    for (const AccountId each : accounts)
        sample.start(each, u"renewal"_s);
    const std::vector<Task> before = sample.tasks(accounts[0], u"renewal"_s);
    sample.book.edit({Code("edit.task-done"), {before[0].title}},
                     [&](book::Edit& edit) { return work::setDone(edit, before[0], true); });

    query::PlayDraft draft = query::PlayDraft::of(sample.book.numbers()->facts.book(), u"renewal"_s);
    auto step = draft.steps()[1];
    step.at = u"R-165"_s;
    step.title = u"Value file with three names"_s;
    draft.setStep(1, step);
    draft.removeStep(2);
    draft.addStep(1, u"Ask the sponsor who signs"_s);
    sample.save(draft);
    REQUIRE(sample.play(u"renewal"_s).version == 2);
    const auto kept = query::playOfVersion(sample.book.numbers()->facts.book(), u"renewal"_s, 1);
    REQUIRE(kept);
    CHECK(kept->steps[1].title.en != step.title);
    for (const AccountId each : accounts) {
        CHECK(sample.run(each, u"renewal"_s).version == 1);
        const auto tasks = sample.tasks(each, u"renewal"_s);
        CHECK(tasks.size() == before.size());
        CHECK(std::ranges::none_of(tasks, [&](const Task& task) { return task.title == step.title; }));
    }

    const AccountId moving = accounts[0];
    sample.book.edit({Code("edit.play-moved"), {u"renewal"_s, qint64(2), u"A"_s}}, [&](book::Edit& edit) {
        return work::moveRun(edit, sample.run(moving, u"renewal"_s), sample.facts(moving),
                             sample.book.numbers()->facts.book(), &*kept, sample.play(u"renewal"_s));
    });
    CHECK(sample.run(moving, u"renewal"_s).version == 2);
    const auto tasks = sample.tasks(moving, u"renewal"_s);
    CHECK(tasks.size() == before.size() + 1);
    const auto titled = [&](const QString& title) { return std::ranges::find(tasks, title, &Task::title); };
    CHECK(tasks[0].doneOn == today);
    REQUIRE(titled(step.title) != tasks.end());
    CHECK(titled(step.title)->due > before[1].due);
    CHECK(titled(before[2].title)->status == u"cancelled");
    REQUIRE(titled(u"Ask the sponsor who signs"_s) != tasks.end());
    CHECK(titled(u"Ask the sponsor who signs"_s)->due >= today);
    for (std::size_t i = 1; i < accounts.size(); ++i)
        CHECK(sample.run(accounts[i], u"renewal"_s).version == 1);
    sample.book.undo();
    CHECK(sample.run(moving, u"renewal"_s).version == 1);
    CHECK(sample.tasks(moving, u"renewal"_s).size() == before.size());
    sample.book.undo();
    CHECK(sample.play(u"renewal"_s).version == 1);
}

TEST_CASE("undo of a started play leaves no task and no run")
{
    Sample sample;
    const AccountId account = sample.accounts().front();
    const auto tasks = sample.facts(account).of<Task>().size();
    const auto runs = sample.facts(account).of<PlaybookRun>().size();
    for (const QString& id : content::playIds()) {
        if (work::runningOf(sample.facts(account), id))
            continue;
        sample.start(account, id);
        CHECK(sample.facts(account).of<Task>().size() == tasks + sample.play(id).steps.size());
        sample.book.undo();
        CHECK(sample.facts(account).of<Task>().size() == tasks);
        CHECK(sample.facts(account).of<PlaybookRun>().size() == runs);
    }
}
