// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <csignal>
#include <cstdio>

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

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("steward-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STEWARD_VERSION));
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);

    const QByteArray today = qgetenv("STEWARD_TODAY");
    const QDate given =
        steward::dayFromIso(std::string_view(today.constData(), static_cast<std::size_t>(today.size())));
    if (!today.isEmpty() && !given.isValid()) {
        std::fputs("STEWARD_TODAY is no date; write it as 2026-11-21.\n", stderr);
        return 2;
    }
    return steward::cli::runCommandLine(QCoreApplication::arguments().mid(1), clockOfMachine(given), cancelled);
}
