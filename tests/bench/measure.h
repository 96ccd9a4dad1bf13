// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

namespace steward::bench {

/// What one run took. Times in seconds, memory in bytes.
struct Measurement
{
    QString name;
    double seconds = 0; ///< wall clock
    double cpu = 0;     ///< user and system time of the process
    qint64 rows = 0;
    qint64 peakBytes = 0; ///< largest resident size of the process so far
};

/// Runs work, which answers how many rows it treated; below 0: it failed.
[[nodiscard]] Measurement measure(const QString& name, const std::function<qint64()>& work);

/// Runs another program and waits for it. input: a file for its standard input, empty for none. rows is -1 when it
/// could not be started or did not end with 0.
[[nodiscard]] Measurement measureProcess(const QString& name, qint64 rows, const QString& input,
                                         const QStringList& command);

/// One JSON object on one line of standard output.
void print(const Measurement& measurement);

} // namespace steward::bench
