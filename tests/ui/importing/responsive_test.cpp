// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/thread_probe.h"
#include "tests/ui/importing/importing_fixture.h"
#include "ui/importing/import_page.h"
#include "ui/shell/main_window.h"

#include <QElapsedTimer>
#include <QTimer>
#include <cstdio>

using namespace steward;
using namespace steward::importing;
using namespace steward::tests;
using State = ImportPresenter::State;

namespace {

/// The window on threads of its own, as the product runs.
struct Window
{
    Window()
        : bookThread(QStringLiteral("book"))
        , figuresThread(QStringLiteral("figures"))
        , store(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , book(bookThread, figuresThread,
               {[] { return QDate(2026, 11, 19); }, [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }})
        , window(book, store, {folder.path(), folder.path()}, QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        window.resize(1280, 800);
        window.show();
        book.makeEmpty(folder.filePath(QStringLiteral("big.steward")));
        REQUIRE(QTest::qWaitFor([this] { return book.numbers() != nullptr; }, 60'000));
        page = qobject_cast<ImportPage*>(window.view(QStringLiteral("import")));
        REQUIRE(page);
        Q_EMIT page->goRequested({QStringLiteral("import"), 0, {}});
    }
    bool waitFor(State state)
    {
        return QTest::qWaitFor([this, state] { return page->presenter().state() == state; }, 600'000);
    }
    QString write(const QString& name, const std::function<void(QFile&)>& fill)
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        fill(file);
        return file.fileName();
    }

    QTemporaryDir folder;
    ThreadExecutor bookThread;
    ThreadExecutor figuresThread;
    QSettings store;
    OpenBook book;
    shell::MainWindow window;
    ImportPage* page = nullptr;
};

constexpr int firms = 1'000;

QStringList millionRows(Window& open)
{
    const QString names = open.write(QStringLiteral("accounts.csv"), [](QFile& file) {
        file.write("account_id,account_name,arr\n");
        for (int i = 0; i < firms; ++i)
            file.write(QStringLiteral("A%1,Firm %1,%2\n").arg(i).arg(1000 + i).toUtf8());
    });
    const QString usage = open.write(QStringLiteral("usage.csv"), [](QFile& file) {
        file.write("account_id,day,logins\n");
        for (int i = 0; i < firms; ++i)
            for (int day = 0; day < 1'000; ++day)
                file.write(QStringLiteral("A%1,%2,%3\n")
                               .arg(i)
                               .arg(QDate(2024, 2, 1).addDays(day).toString(Qt::ISODate))
                               .arg((i * 7 + day) % 90)
                               .toUtf8());
    });
    return {names, usage};
}

} // namespace

TEST_CASE("a file of a million rows is previewed and applied while the window goes on answering")
{
    Window open;
    const QStringList files = millionRows(open);
    tests::ThreadProbe probe;
    QElapsedTimer clock;
    clock.start();
    open.page->presenter().add(files);
    int steps = 0;
    QObject::connect(&open.page->presenter(), &ImportPresenter::progressed, [&] { ++steps; });
    REQUIRE(open.waitFor(State::Ready));
    const qint64 previewMs = clock.restart();
    CHECK(open.page->presenter().changes() == 1'000 + 1'000'000);
    // Progress is told several times a second; where others take the processor, at least in steps this small.
    constexpr qint64 smallSteps = 20;
    CHECK(steps > std::min(previewMs / 200, smallSteps));
    const qint64 previewLongest = probe.longest();
    // The window was asked at least once in 100 ms while the rows were read, whatever else the machine did.
    CHECK(probe.ticks() > probe.ownTime() / 100);
    // Had it waited for the work or done it, this would be most of the time.
    CHECK(probe.ownLongest() < previewMs / 4);
    probe.restart();
    open.page->presenter().apply();
    REQUIRE(open.waitFor(State::Done));
    const qint64 applyMs = clock.restart();
    REQUIRE(QTest::qWaitFor([&] { return open.book.numbers()->lines.size() == firms; }, 120'000));
    CHECK(probe.ticks() > probe.ownTime() / 100);
    CHECK(probe.ownLongest() < applyMs / 2);
    std::printf("1,001,000 rows: preview %lld ms, longest the window was away %lld ms; apply %lld ms, away %lld ms\n",
                previewMs, previewLongest, applyMs, probe.longest());
}

TEST_CASE("an import that is stopped has written nothing, while it is read and while it is written")
{
    Window open;
    const QStringList files = millionRows(open);
    ImportPresenter& presenter = open.page->presenter();
    // At once when it is under way: on a fast machine who looks now and then comes too late.
    bool isStopped = false;
    QObject::connect(&presenter, &ImportPresenter::progressed, &presenter, [&] {
        if (!isStopped && presenter.percent() > 0) {
            isStopped = true;
            presenter.cancel();
        }
    });
    presenter.add(files);
    REQUIRE(QTest::qWaitFor([&] { return isStopped; }, 60'000));
    REQUIRE(open.waitFor(State::Ready));
    CHECK(presenter.preview() == nullptr);
    CHECK_FALSE(presenter.canApply());
    presenter.add(files);
    REQUIRE(open.waitFor(State::Ready));
    REQUIRE(presenter.canApply());
    presenter.apply();
    presenter.cancel();
    REQUIRE(QTest::qWaitFor([&] { return presenter.state() != State::Applying; }, 120'000));
    CHECK(presenter.state() == State::Ready);
    CHECK(presenter.problem() == QStringLiteral("Stopped. Nothing was written."));
    CHECK(open.book.history().empty());
}
