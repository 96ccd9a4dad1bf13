// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QApplication>
#include <cstdio>
#include <cstdlib>

namespace {

/// Any warning that a test did not expect fails the run: Qt's warnings are bugs that did not crash yet. The offscreen
/// platform says of every window that it has no window manager, and of every menu that it cannot raise it, nor give it
/// the keyboard.
void failOnWarning(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (text.contains(QLatin1String("propagateSizeHints")) ||
        text.contains(QLatin1String("This plugin does not support")))
        return;
    std::fprintf(stderr, "%s\n", qPrintable(text));
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
        std::abort();
}

} // namespace

int main(int argc, char** argv)
{
    // catch_discover_tests runs this program where there is no display; without a platform it would list no tests at
    // all.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    qInstallMessageHandler(failOnWarning);
    return Catch::Session().run(argc, argv);
}
