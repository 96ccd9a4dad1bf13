// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/base/heap.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>

namespace {

std::atomic<bool> cancelled{false};

/// The first Ctrl+C asks the work to stop and leave the book as it was; the second ends the program, and the book's
/// journal sees to it.
void stop(int)
{
    if (cancelled.exchange(true))
        std::_Exit(130);
}

/// STEWARD_TODAY replaces today, so that a demonstration and a test have a date of their own.
steward::Clock clockOfMachine(const QDate& given)
{
    return {[given] { return given.isValid() ? given : QDate::currentDate(); },
            [] { return steward::Instant{QDateTime::currentMSecsSinceEpoch()}; }};
}

/// Only slides and pages need fonts, and they need no display.
std::unique_ptr<QCoreApplication> applicationFor(int& argc, char** argv)
{
    const bool needsFonts = std::any_of(argv, argv + argc, [](const char* each) {
        return qstrcmp(each, "qbr") == 0 || qstrcmp(each, "handover") == 0;
    });
    if (!needsFonts)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv)
{
    steward::growHeapInLargeSteps();
    const std::unique_ptr<QCoreApplication> app = applicationFor(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("steward-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STEWARD_VERSION));
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    // A write beyond the limit of file sizes fails and is told, as on a full disk.
    std::signal(SIGXFSZ, SIG_IGN);

    const QByteArray today = qgetenv("STEWARD_TODAY");
    const QDate given =
        steward::dayFromIso(std::string_view(today.constData(), static_cast<std::size_t>(today.size())));
    if (!today.isEmpty() && !given.isValid()) {
        std::fputs("STEWARD_TODAY is no date; write it as 2026-11-21.\n", stderr);
        return 2;
    }
    return steward::cli::runCommandLine(QCoreApplication::arguments().mid(1), clockOfMachine(given), cancelled);
}
