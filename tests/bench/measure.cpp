// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace steward::bench {

namespace {

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpuOf(const rusage& usage) { return secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime); }

rusage ownUsage()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

double sinceStart(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// In the child: becomes the command, its words not shown.
[[noreturn]] void become(const QStringList& command, const QString& input)
{
    const auto put = [](const char* path, int flags, int where) {
        if (const int file = open(path, flags); file >= 0)
            dup2(file, where);
    };
    put(input.isEmpty() ? "/dev/null" : input.toUtf8().constData(), O_RDONLY, STDIN_FILENO);
    put("/dev/null", O_WRONLY, STDOUT_FILENO);
    std::vector<QByteArray> texts;
    for (const QString& each : command)
        texts.push_back(each.toUtf8());
    std::vector<char*> words;
    for (QByteArray& each : texts)
        words.push_back(each.data());
    words.push_back(nullptr);
    execvp(words[0], words.data());
    _exit(127);
}

} // namespace

Measurement measure(const QString& name, const std::function<qint64()>& work)
{
    const double cpu = cpuOf(ownUsage());
    const auto start = std::chrono::steady_clock::now();
    Measurement result{name, 0, 0, work(), 0};
    result.seconds = sinceStart(start);
    const rusage after = ownUsage();
    result.cpu = cpuOf(after) - cpu;
    result.peakBytes = after.ru_maxrss * 1024;
    return result;
}

Measurement measureProcess(const QString& name, qint64 rows, const QString& input, const QStringList& command)
{
    Measurement result{name, 0, 0, -1, 0};
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0)
        become(command, input);
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return result;
    result.seconds = sinceStart(start);
    result.cpu = cpuOf(usage);
    result.peakBytes = usage.ru_maxrss * 1024;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        result.rows = rows;
    return result;
}

void print(const Measurement& measurement)
{
    const QJsonObject object{{QStringLiteral("name"), measurement.name},
                             {QStringLiteral("seconds"), measurement.seconds},
                             {QStringLiteral("cpu"), measurement.cpu},
                             {QStringLiteral("rows"), measurement.rows},
                             {QStringLiteral("peak_bytes"), measurement.peakBytes}};
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace steward::bench
