// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"
#include "core/query/scores.h"
#include "core/work/journey_board.h"
#include "core/workspace/open_book.h"
#include "tests/support/printers.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

using namespace steward;

namespace {

const QDate today(2026, 11, 19);

Status renamed(book::Edit& edit, Account account, const QString& name)
{
    account.name = name;
    account.renewalDate = today.addDays(20);
    const auto saved = edit.save(account);
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

/// The sample book with everything at once; counts how often numbers came.
struct Sample
{
    Sample()
        : book(executor, executor, {[] { return today; }, [this] { return Instant{now += 1000}; }})
    {
        QObject::connect(&book, &OpenBook::numbersChanged, [this] { steps.push_back(book.numbers()); });
        book.makeSample(folder.filePath(QStringLiteral("sample.steward")));
        REQUIRE(book.state() == OpenBook::State::Ready);
    }
    void rename(AccountId account, const QString& name)
    {
        book.edit({Code("edit.account-field"), {name, name}},
                  [&](book::Edit& edit) { return renamed(edit, book.numbers()->find(account)->facts->account, name); });
    }
    qint64 now = QDateTime(today, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
    std::vector<Numbers> steps;
};

} // namespace

TEST_CASE("a book comes in three steps: lines, scores, trends")
{
    Sample sample;
    REQUIRE(sample.steps.size() == 3);
    CHECK(sample.steps[0]->lines.size() == 60);
    CHECK(sample.steps[0]->scores.empty());
    CHECK(sample.steps[1]->scores.size() == 60);
    CHECK(sample.steps[1]->trends.empty());
    CHECK(sample.steps[2]->trends.size() == 60);
    const BookNumbers& numbers = *sample.steps[2];
    for (std::size_t i = 0; i < numbers.lines.size(); ++i) {
        const auto score = numbers.scorer->score(numbers.lines[i].facts->id(), today);
        INFO(numbers.lines[i].facts->account.name.toStdString());
        const auto shown = score ? score->shown : std::nullopt;
        CHECK(numbers.scores[i].shown == shown);
        CHECK(numbers.trends[i].back() == (shown ? shown->rounded(1) : unknownWeek));
    }
}

TEST_CASE("an edit keeps scores and trends, and they are those of the whole book worked out anew")
{
    Sample sample;
    const AccountId account = sample.book.numbers()->lines[7].facts->id();
    sample.steps.clear();
    sample.rename(account, QStringLiteral("Zenith"));
    REQUIRE_FALSE(sample.steps.empty());
    for (const Numbers& step : sample.steps) {
        CHECK(step->scores.size() == 60);
        CHECK(step->trends.size() == 60);
    }
    const Numbers& last = sample.steps.back();
    CHECK(last->find(account)->facts->account.name == QStringLiteral("Zenith"));
    const auto lines = numbersOf(last->everything, last->asked);
    REQUIRE(lines);
    const auto scored = withScores(*lines);
    REQUIRE(scored);
    const Numbers whole = withTrends(*scored);
    CHECK(last->scores == whole->scores);
    CHECK(last->trends == whole->trends);
    for (std::size_t i = 0; i < whole->lines.size(); ++i) {
        CHECK(last->lines[i].band == whole->lines[i].band);
        CHECK(last->lines[i].health == whole->lines[i].health);
        CHECK(last->lines[i].coverage == whole->lines[i].coverage);
    }
}

TEST_CASE("looking back is worked out anew, and so is coming back")
{
    Sample sample;
    sample.steps.clear();
    sample.book.lookBack(today.addMonths(-6), LookBack::AsItHappened);
    REQUIRE(sample.steps.size() == 3);
    CHECK(sample.steps.front()->scores.empty());
    sample.book.backToToday();
    CHECK(sample.book.numbers()->asked.day == today);
    CHECK_FALSE(sample.book.numbers()->trends.empty());
}

TEST_CASE("a score is rounded to a whole number unless that would put it into another band")
{
    const Sample sample;
    const auto& cards = sample.steps.front()->content.scorecards;
    const int edge = cards.bands.front().from;
    const auto text = [&](qint64 numerator, qint64 denominator) {
        return scoreText({numerator, denominator}, cards, QLocale::c());
    };
    CHECK(text(49, 1) == QStringLiteral("49"));
    CHECK(text(494, 10) == QStringLiteral("49"));
    CHECK(text(edge * 100 - 4, 100) == QString::number(edge - 1) + QStringLiteral(".9"));
    CHECK(text(edge * 100 + 4, 100) == QString::number(edge));
}

TEST_CASE("the making of the sample cannot be undone by the user, what comes after it can")
{
    Sample sample;
    CHECK_FALSE(sample.book.undoable());
    sample.rename(sample.book.numbers()->lines[3].facts->id(), QStringLiteral("Zenith"));
    CHECK(sample.book.undoable());
    sample.book.undo();
    CHECK_FALSE(sample.book.undoable());
    CHECK(sample.book.numbers()->lines.size() == 60);
}

TEST_CASE("long work is listed while it runs, can be stopped, and publishes what it changed")
{
    Sample sample;
    const AccountId account = sample.book.numbers()->lines[0].facts->id();
    std::vector<std::size_t> running;
    QObject::connect(&sample.book.jobs(), &Jobs::changed,
                     [&] { running.push_back(sample.book.jobs().running().size()); });
    QObject window;
    std::optional<Status> done;
    const auto rename = [&](Workspace& workspace, const Progress& progress) -> Status {
        progress.at(1, 2);
        const auto edited = workspace.edit({Code("edit.account-field"), {QString(), QString()}}, [&](book::Edit& edit) {
            return renamed(edit, sample.book.numbers()->find(account)->facts->account, QStringLiteral("Zenith"));
        });
        return edited ? Status() : Status(tl::unexpected(edited.error()));
    };
    sample.book.workOnBook({Code("edit.sample"), {qint64(60)}}, rename, &window,
                           [&](const Status& status) { done = status; });
    REQUIRE(done);
    CHECK(*done);
    CHECK(running.front() == 1);
    CHECK(running.back() == 0);
    CHECK(sample.book.numbers()->find(account)->facts->account.name == QStringLiteral("Zenith"));
    CHECK(sample.book.undoable());

    bool wasCancelled = false;
    sample.book.workAside(
        {Code("edit.sample"), {qint64(60)}},
        [&](const Progress& progress) {
            sample.book.jobs().cancel(sample.book.jobs().running().front().id);
            wasCancelled = progress.isCancelled();
            return Status();
        },
        &window, [](const Status&) {});
    CHECK(wasCancelled);
}

TEST_CASE("a backup that is due is made once nobody changes anything, not before an edit is shown")
{
    Sample sample;
    constexpr qint64 hour = 3'600'000;
    const auto backups = [&] { return book::listBackups(sample.book.path(), {}).size(); };
    sample.rename(sample.book.numbers()->lines[7].facts->id(), QStringLiteral("Zenith"));
    sample.now += hour;
    REQUIRE(backups() == 0);
    std::size_t atEdit = 1;
    QObject::connect(&sample.book, &OpenBook::edited, [&] { atEdit = backups(); });
    sample.rename(sample.book.numbers()->lines[7].facts->id(), QStringLiteral("Zenith and Co."));
    CHECK(atEdit == 0);
    CHECK(backups() == 0);
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        if (backups() > 0)
            loop.quit();
    });
    look.start(50);
    QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
    loop.exec();
    CHECK(backups() == 1);
}

TEST_CASE("what the stages ask is worked out once for all steps of the numbers, and anew for other facts")
{
    Sample sample;
    const auto& rules = sample.steps.front()->stageRules;
    REQUIRE(rules);
    const BookNumbers& numbers = *sample.steps.back();
    const auto expected =
        work::stageRules(numbers.content.journeys, work::journeyOf(numbers.facts, numbers.content.journeys));
    CHECK(std::ranges::equal(
        *rules, expected, [](const auto& a, const auto& b) { return a.id == b.id && a.targetDays == b.targetDays; }));
    for (const Numbers& step : sample.steps)
        CHECK(step->stageRules == rules);
}
