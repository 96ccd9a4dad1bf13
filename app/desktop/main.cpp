// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"
#include "core/query/book_content.h"
#include "core/workspace/beside.h"
#include "core/workspace/open_book.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/style/steward_style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <future>
#include <optional>
#include <unistd.h>

namespace {

using namespace steward;

/// QT_LOGGING_RULES=steward.start.info=true says when the window and when the first accounts are painted; tests listen.
Q_LOGGING_CATEGORY(startLog, "steward.start", QtWarningMsg)

/// Waits for the window to paint, and then to paint what is in the book, once each.
class FirstPaint final : public QObject
{
public:
    FirstPaint(const OpenBook& book, QWidget& window)
        : QObject(&window)
        , m_book(book)
    {
        window.installEventFilter(this);
    }
    bool eventFilter(QObject* window, QEvent* event) override
    {
        if (event->type() != QEvent::UpdateRequest)
            return false;
        if (!std::exchange(m_isShown, true))
            QTimer::singleShot(0, this, [] { qCInfo(startLog, "window painted"); });
        if (m_book.numbers()) {
            window->removeEventFilter(this);
            QTimer::singleShot(0, this, [] { qCInfo(startLog, "accounts painted"); });
        }
        return false;
    }

private:
    bool m_isShown = false;
    const OpenBook& m_book;
};

/// While it lives, a desktop without a session bus is not made to start one: menus ask for it, and wait longer than for
/// all else until the window is there. Programs that Steward opens later find things as they were.
class NoNewBus final
{
public:
    NoNewBus()
        : m_isSet(qEnvironmentVariableIsEmpty(name) &&
                  !QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus")))
    {
        if (m_isSet)
            qputenv(name, "disabled:");
    }
    ~NoNewBus()
    {
        if (m_isSet)
            qunsetenv(name);
    }
    NoNewBus(const NoNewBus&) = delete;
    NoNewBus& operator=(const NoNewBus&) = delete;

private:
    static constexpr const char* name = "DBUS_SESSION_BUS_ADDRESS";
    bool m_isSet;
};

/// STEWARD_TODAY replaces today, so that a demonstration and a test have a date of their own.
Clock clockOfMachine(const QDate& given)
{
    return {[given] { return given.isValid() ? given : QDate::currentDate(); },
            [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }};
}

/// A session that ends asks with SIGTERM: the windows close as they do by hand, and the book is closed with them.
class EndOfSession final
{
public:
    explicit EndOfSession(QObject& context)
    {
        if (::pipe(pipeEnds.data()) != 0)
            return;
        auto* asked = new QSocketNotifier(pipeEnds.front(), QSocketNotifier::Read, &context);
        QObject::connect(asked, &QSocketNotifier::activated, &context, [asked] {
            asked->setEnabled(false);
            QApplication::closeAllWindows();
            QCoreApplication::quit();
        });
        for (const int signal : {SIGTERM, SIGHUP, SIGINT})
            std::signal(signal, tell);
    }

private:
    static void tell(int)
    {
        const char any = 0;
        static_cast<void>(::write(pipeEnds.back(), &any, 1) == 1);
    }
    static inline std::array<int, 2> pipeEnds{-1, -1};
};

QString bookOfCommandLine()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("desktop", "Workstation for customer success managers"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("desktop", "The book to open"),
                                 QStringLiteral("[FILE]"));
    parser.process(QCoreApplication::arguments());
    return parser.positionalArguments().value(0);
}

/// The book named on a command line that holds nothing else (empty: no book is named); none where there is more to
/// read.
std::optional<QString> plainlyAsked(int argc, char** argv)
{
    if (argc < 2)
        return QString();
    const QString only = QString::fromLocal8Bit(argv[1]);
    return argc == 2 && !only.startsWith(u'-') ? std::optional(only) : std::nullopt;
}

/// Help and version are told where there is no display, too.
bool onlyTells(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char* word) {
        const QByteArrayView each(word);
        return each == "-h" || each == "--help" || each == "--help-all" || each == "-v" || each == "--version";
    });
}

} // namespace

int main(int argc, char** argv)
{
    growHeapInLargeSteps();
    // A write beyond the limit of file sizes fails and is told, as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    // Qt does it, too, but not before there are threads.
    std::setlocale(LC_ALL, "");
    QCoreApplication::setOrganizationName(QStringLiteral("Steward"));
    QCoreApplication::setApplicationName(QStringLiteral("Steward"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STEWARD_VERSION));
    if (argc > 1 && onlyTells(argc, argv)) {
        const QCoreApplication teller(argc, argv);
        const QSettings machine;
        const shell::Language spoken(shell::loadSettings(machine).language);
        static_cast<void>(bookOfCommandLine()); // tells, and ends
        return 0;
    }
    std::optional<NoNewBus> noNewBus(std::in_place);
    std::optional<QApplication> app; // ends last
    std::optional<shell::Language> language;
    // The first object tells Qt which thread is the main one.
    QApplication::setStyle(new style::StewardStyle);
    const QByteArray today = qgetenv("STEWARD_TODAY");
    const QDate given = dayFromIso(std::string_view(today.constData(), static_cast<std::size_t>(today.size())));
    if (!today.isEmpty() && !given.isValid()) {
        std::fputs("STEWARD_TODAY is no date; write it as 2026-11-21.\n", stderr);
        return 2;
    }
    QSettings store;
    const shell::MachineSettings settings = shell::loadSettings(store);
    const auto startPlatform = [&] {
        app.emplace(argc, argv);
        language.emplace(settings.language);
    };
    std::optional<QString> path = plainlyAsked(argc, argv);
    if (!path) {
        startPlatform();
        path = bookOfCommandLine();
    }
    ThreadExecutor bookThread(QStringLiteral("book"));
    ThreadExecutor figuresThread(QStringLiteral("figures"));
    ThreadExecutor asideThread(QStringLiteral("files"));
    ThreadExecutor slowThread(QStringLiteral("scores"));
    OpenBook book(bookThread, figuresThread, clockOfMachine(given));
    book.setAside(asideThread);
    slowThread.run(giveWay);
    book.setSlow(slowThread);
    // Read while the platform starts and the window is made, which takes as long.
    if (const QString first = shell::bookToOpen(settings, *path); !first.isEmpty())
        book.open(first);
    // Of every book, and as long in reading.
    const auto content = std::async(std::launch::async, [] {
        giveWay();
        static_cast<void>(query::shippedContent());
    });
    if (!app)
        startPlatform();
    style::applyAppearance(settings.appearance);
    const shell::Folders folders{QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                                 QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    shell::MainWindow window(book, store, folders, QLocale());
    // The window that has the book was asked to come to the front; where this one was started for it, it goes.
    QObject::connect(&book, &OpenBook::openElsewhere, &window, [&](const QString& elsewhere) {
        if (!path->isEmpty() && QFileInfo(*path).absoluteFilePath() == elsewhere)
            QTimer::singleShot(0, &*app, &QCoreApplication::quit);
    });
    if (startLog().isInfoEnabled()) {
        new FirstPaint(book, window);
        QObject::connect(&book, &OpenBook::frontAsked, &window, [] { qCInfo(startLog, "asked to the front"); });
    }
    const EndOfSession endOfSession(window);
    window.show();
    window.start(*path);
    noNewBus.reset();
    return QApplication::exec();
}
