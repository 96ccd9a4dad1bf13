// SPDX-License-Identifier: GPL-3.0-or-later
// steward-window-probe COUNT [FOLDER]: how long the window keeps somebody waiting on a book of COUNT accounts. Prints a
// line for each thing done: the longest time the event loop stood still, and for keys the time to the painted result,
// each beside the most it may be. Offscreen, with the threads of the real program.
#include "core/base/heap.h"
#include "core/workspace/beside.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>
#include <QTimer>
#include <cstdio>
#include <functional>

using namespace steward;
using namespace steward::shell;

namespace {

const QDate today(2026, 11, 19);

/// Ticks as often as the event loop lets it; the longest pause is what a user feels.
class Heartbeat final : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(2);
        connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
        m_timer.start();
        m_last.start();
    }
    double longest()
    {
        tick();
        return std::exchange(m_longest, 0);
    }

private:
    void tick()
    {
        m_longest = std::max(m_longest, double(m_last.nsecsElapsed()) / 1e6);
        m_last.restart();
    }
    QTimer m_timer;
    QElapsedTimer m_last;
    double m_longest = 0;
};

template <class T, class Fn>
Status insertRows(book::Edit& edit, int count, Fn&& fill)
{
    std::vector<Row> rows;
    rows.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        T record;
        fill(record, i);
        rows.push_back(toRow(record));
    }
    return edit.insert(T::entity, rows);
}

/// Firms with a contract, a person, two conversations and an answer each.
Status fill(book::Edit& edit, int count)
{
    static const char* const words[] = {"Acme",      "Borealis", "Cirrus", "Delta",
                                        "Halvorsen", "Ironquay", "Sable",  "Vela"};
    static const char* const stages[] = {"onboarding", "adoption", "retention"};
    const auto accountOf = [](int i) { return AccountId(qint64(i) * 16 + 1); };
    auto done = insertRows<Account>(edit, count, [&](Account& account, int i) {
        account.id = accountOf(i).value();
        account.name = QStringLiteral("%1 %2").arg(QLatin1String(words[i % 8])).arg(i);
        account.stage = QLatin1String(stages[i % 3]);
        account.industry = QLatin1String(words[i / 7 % 8]);
        account.customerSince = today.addDays(-400 - i % 900);
    });
    const auto add = [&](auto record, auto&& set) {
        if (done)
            done = insertRows<decltype(record)>(edit, count, [&](auto& each, int i) {
                each.account = accountOf(i);
                set(each, i);
            });
    };
    add(Subscription(), [](Subscription& each, int i) {
        each.amount = Minor{qint64(i % 977 + 10) * 1000};
        each.currency = Currency("EUR");
        each.billingPeriod = QStringLiteral("month");
        each.seats = i % 300 + 5;
        each.start = today.addDays(-400 - i % 900);
        each.renewalDate = today.addDays(i % 365);
    });
    add(Contact(), [](Contact& each, int i) { each.name = QStringLiteral("Person %1").arg(i); });
    for (const int days : {3, 40})
        add(Touch(), [days](Touch& each, int i) {
            each.kind = QStringLiteral("call");
            each.day = today.addDays(-days - i % 50);
            each.direction = QStringLiteral("both");
        });
    add(Survey(), [](Survey& each, int i) {
        each.kind = QStringLiteral("nps");
        each.score = double(i % 11);
        each.day = today.addDays(-i % 300);
    });
    return done;
}

bool makeBook(const QString& path, int count)
{
    const Clock clock{[] { return today; }, [] { return Instant{QDateTime(today, QTime(9, 0)).toMSecsSinceEpoch()}; }};
    const auto workspace = Workspace::create(path, {book::Access::ReadWrite, clock, {}});
    if (!workspace)
        return false;
    return (*workspace)
        ->edit({Code("edit.sample"), {qint64(count)}}, [&](book::Edit& edit) { return fill(edit, count); })
        .has_value();
}

/// The most that is still good, in milliseconds.
struct Limits
{
    double stand = 100;
    double opening = 50;
    double key = 0;
};

/// The offscreen platform tells of every popup that it cannot raise it.
void sayNothing(QtMsgType, const QMessageLogContext&, const QString&) {}

/// Counts what the window paints.
class Paints final : public QObject
{
public:
    explicit Paints(QWidget& window) { window.installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override
    {
        // What is asked for while it paints comes with the next one.
        if (event->type() == QEvent::UpdateRequest)
            ++m_count;
        return false;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

struct Probe
{
    Probe(const QString& folder, QSettings& store, Limits most)
        : limits(most)
        , bookThread(QStringLiteral("book"))
        , figures(QStringLiteral("figures"))
        , aside(QStringLiteral("files"))
        , slow(QStringLiteral("scores"))
        , book(bookThread, figures, {[] { return today; }, [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }})
        , window((slow.run(giveWay), book.setAside(aside), book.setSlow(slow), book), store, {folder, folder},
                 QLocale(QLocale::English))
        , paints(window)
    {
    }
    static void settle(int ms) { QTest::qWait(ms); }
    template <class Fn>
    static void waitFor(Fn&& isThere)
    {
        while (!isThere())
            QTest::qWait(5);
    }
    void row(const char* what, const char* kind, double value, double most)
    {
        std::printf("%-40s %-22s %8.1f ms", what, kind, value);
        if (most > 0)
            std::printf("  (most %.1f)%s", most, value > most ? "  OVER" : "");
        std::printf("\n");
        std::fflush(stdout);
        failed += most > 0 && value > most;
    }
    void stood(const char* what) { row(what, "longest stand", heart.longest(), limits.stand); }
    /// Done often, each time until its result is painted. Nothing else waits then. named: what the time is of, for
    /// those that took too long.
    template <class Fn>
    void each(
        const char* what, int times, double most, Fn&& act,
        const std::function<QString(int)>& named = [](int i) { return QString::number(i); })
    {
        std::vector<std::pair<double, int>> took;
        QElapsedTimer clock;
        heart.longest();
        for (int i = 0; i < times; ++i) {
            const int painted = paints.count();
            clock.start();
            act(i);
            while (paints.count() == painted && clock.elapsed() < 1000)
                QCoreApplication::processEvents();
            // What it painted may have asked for more.
            for (int last = painted; last != paints.count();) {
                last = paints.count();
                QCoreApplication::processEvents();
            }
            took.emplace_back(double(clock.nsecsElapsed()) / 1e6, i);
            settle(8);
        }
        std::ranges::sort(took);
        row(what, "median", took[took.size() / 2].first, 0);
        row("", "99th percentile", took[std::min(took.size() - 1, took.size() * 99 / 100)].first, most);
        constexpr std::ptrdiff_t mostNamed = 8;
        for (const auto& [ms, i] :
             std::ranges::subrange(took.end() - std::min(std::ssize(took), mostNamed), took.end()))
            if (most > 0 && ms > most)
                std::printf("    %-36s %-22s %8.1f ms\n", qPrintable(named(i)), "", ms);
        stood("");
    }
    /// Once; the window goes on by itself meanwhile.
    template <class Fn>
    void once(const char* what, Fn&& act)
    {
        heart.longest();
        act();
        settle(300);
        stood(what);
    }
    void filter(const char* what, const QString& text)
    {
        auto* field = window.accounts().findChild<QLineEdit*>(QStringLiteral("accounts.filter"));
        field->setFocus();
        // Of fewer keys the slowest one would be the 99th percentile.
        constexpr int keys = 300;
        const auto length = static_cast<int>(text.size());
        const int rounds = (keys + 2 * length - 1) / (2 * length);
        const auto type = [&](int i) {
            const int at = i % (2 * length);
            if (at < length)
                QTest::keyClick(field, text[at].toLatin1());
            else
                QTest::keyClick(field, Qt::Key_Backspace);
        };
        const auto typed = [&](int i) {
            const int at = i % (2 * length);
            return at < length ? text.first(at + 1) : QString(text.first(2 * length - at - 1) + u'\u2190');
        };
        each(what, rounds * 2 * length, limits.key, type, typed);
    }

    Limits limits;
    int failed = 0;
    Heartbeat heart;
    ThreadExecutor bookThread;
    ThreadExecutor figures;
    ThreadExecutor aside;
    ThreadExecutor slow;
    OpenBook book;
    MainWindow window;
    Paints paints;
};

void openBook(Probe& probe, const QString& path)
{
    QElapsedTimer clock;
    clock.start();
    const auto there = [&](const char* what) {
        probe.row(what, "after", double(clock.nsecsElapsed()) / 1e6, 0);
        probe.stood("");
    };
    probe.window.show();
    probe.window.start(path);
    probe.waitFor([&] { return bool(probe.book.numbers()); });
    there("the accounts are there");
    probe.waitFor([&] { return !probe.book.numbers()->scores.empty(); });
    there("their scores are there");
    probe.filter("filter while trends are worked out", QStringLiteral("acme"));
    probe.waitFor([&] { return !probe.book.numbers()->trends.empty(); });
    there("their trends are there");
    probe.settle(500);
    probe.stood("at rest");
}

void useAccounts(Probe& probe)
{
    probe.filter("filter by words", QStringLiteral("halvorsen 7"));
    probe.filter("filter by a condition", QStringLiteral("arr>30k"));
    accounts::AccountsTable& table = probe.window.accounts().table();
    accounts::AccountsPresenter& presenter = probe.window.accounts().presenter();
    table.setFocus();
    using accounts::ColumnId;
    for (const auto column : {ColumnId::Arr, ColumnId::Name, ColumnId::NextTask, ColumnId::Nps, ColumnId::Health})
        probe.once("another order", [&] { presenter.setSort({{column, false}}); });
    probe.once("groups", [&] { presenter.setGroup(ColumnId::Stage); });
    probe.once("no groups", [&] { presenter.setGroup({}); });
    probe.once("another saved view", [&] { presenter.chooseView(1); });
    probe.once("the first view again", [&] { presenter.chooseView(0); });
    probe.each("next account with its preview", 100, probe.limits.opening,
               [&](int) { QTest::keyClick(&table, Qt::Key_Down); });
    probe.once("all rows chosen and copied", [&] {
        table.selectAll();
        probe.window.accounts().copy();
    });
    probe.once("to the end", [&] { QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier); });
    probe.once("a cell is opened", [&] {
        table.setCurrentIndex(table.model()->index(3, static_cast<int>(ColumnId::Stage)));
        QTest::keyClick(&table, Qt::Key_F2);
    });
    probe.once("and left", [&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); });
}

void openAccounts(Probe& probe)
{
    const Numbers numbers = probe.book.numbers();
    const std::size_t count = numbers->lines.size();
    probe.each("an account is opened", 60, probe.limits.opening, [&](int i) {
        const std::size_t at = std::size_t(i) * 9973 % count;
        probe.window.goTo(widgets::accountPlace(numbers->lines[at].facts->id()));
    });
    probe.each("back to the accounts and to the account", 20, probe.limits.opening, [&](int i) {
        if (i % 2 == 0)
            probe.window.goTo({QStringLiteral("accounts"), 0, {}});
        else
            probe.window.goTo({QStringLiteral("account"), 0, {}});
    });
}

void changeBook(Probe& probe)
{
    const auto wholeAgain = [&](const Numbers& before) {
        probe.waitFor([&] { return probe.book.numbers() != before && !probe.book.numbers()->trends.empty(); });
    };
    accounts::AccountsTable& table = probe.window.accounts().table();
    probe.window.goTo({QStringLiteral("accounts"), 0, {}});
    table.setCurrentIndex(table.model()->index(5, 1));
    QElapsedTimer clock;
    clock.start();
    Numbers before = probe.book.numbers();
    probe.window.accounts().presenter().change({table.currentAccount()}, accounts::ColumnId::Region,
                                               QStringLiteral("Atlantis"));
    probe.waitFor([&] { return probe.book.numbers() != before; });
    probe.row("a cell is edited", "shown after", double(clock.nsecsElapsed()) / 1e6, 0);
    probe.settle(2000);
    probe.stood("");
    before = probe.book.numbers();
    probe.once("the edit is undone", [&] {
        probe.book.undo();
        wholeAgain(before);
    });
    before = probe.book.numbers();
    probe.once("the window looks back half a year", [&] {
        probe.book.lookBack(today.addDays(-182), LookBack::AsItHappened);
        wholeAgain(before);
    });
    before = probe.book.numbers();
    probe.once("looks back by what was known then", [&] {
        probe.book.lookBack(today, LookBack::AsWeKnewIt); // before it there was no book
        probe.waitFor([&] { return probe.book.numbers() != before && !probe.book.numbers()->scores.empty(); });
    });
    probe.once("and opens an account",
               [&] { probe.window.goTo(widgets::accountPlace(probe.book.numbers()->lines.front().facts->id())); });
    before = probe.book.numbers();
    probe.once("and to today again", [&] {
        probe.book.backToToday();
        wholeAgain(before);
    });
}

void useTheRest(Probe& probe)
{
    probe.once("the palette is opened", [&] { probe.window.palette().open(); });
    const QString text = QStringLiteral("sable 99");
    probe.each("a key in the palette", 16, 0, [&](int i) {
        if (i < text.size())
            QTest::keyClick(&probe.window.palette().field(), text[i].toLatin1());
        else
            QTest::keyClick(&probe.window.palette().field(), Qt::Key_Backspace);
    });
    probe.once("the palette is left", [&] { probe.window.palette().leave(); });
    for (const widgets::View* view : probe.window.views())
        probe.once(qPrintable(QString(QStringLiteral("the view ") + view->face().name)), [&] {
            probe.window.goTo({view->face().name, 0, {}});
        });
    probe.once("another theme", [&] { style::applyAppearance(style::Appearance::Dark); });
    probe.once("and the first one", [&] { style::applyAppearance(style::Appearance::Light); });
    probe.once("the book is closed", [&] { probe.book.close(); });
}

} // namespace

int main(int argc, char** argv)
{
    growHeapInLargeSteps();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(sayNothing);
    QApplication::setStyle(new style::StewardStyle);
    QApplication app(argc, argv);
    style::applyAppearance(style::Appearance::Light);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.value(1).toInt();
    if (count <= 0) {
        std::fputs("usage: steward-window-probe COUNT [FOLDER]\n", stderr);
        return 2;
    }
    const QString folder = arguments.value(2, QDir::tempPath());
    const QString path = QDir(folder).filePath(QStringLiteral("probe-%1.steward").arg(count));
    if (!QFileInfo::exists(path) && !makeBook(path, count)) {
        std::fputs("The book could not be made.\n", stderr);
        return 1;
    }
    QSettings store(QDir(folder).filePath(QStringLiteral("probe.ini")), QSettings::IniFormat);
    int failed = 0;
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        store.clear();
        store.setValue(QStringLiteral("window/view"), QStringLiteral("accounts"));
        const double key = count > 10000 ? 50 : size.width() > 1280 ? 33 : 16.7;
        Probe probe(folder, store, {.key = key});
        probe.window.resize(size);
        std::printf("%d accounts, %d x %d\n", count, size.width(), size.height());
        openBook(probe, path);
        useAccounts(probe);
        openAccounts(probe);
        changeBook(probe);
        useTheRest(probe);
        failed += probe.failed;
    }
    std::printf("%d of the limits were passed\n", failed);
    return 0;
}
