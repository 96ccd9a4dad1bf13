// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/portfolio/look_back.h"

#include <QHash>
#include <QStringList>
#include <atomic>
#include <functional>

namespace steward::cli {

struct Option
{
    QString name;  ///< without the dashes
    QString value; ///< what it takes, as "DATE"; empty: a switch
    QString help;
    bool isWritten = false; ///< its value names a file that the command writes
};

/// What was asked for, checked for form only.
struct Invocation
{
    QStringList arguments;
    QHash<QString, QStringList> options; ///< switches have an empty text
    QString book;                        ///< of --book or STEWARD_BOOK; may be empty
    QDate asOf;                          ///< always valid: today unless --as-of says another day
    bool looksBack = false;              ///< --as-of was given
    LookBack mode = LookBack::AsItHappened;
    Format format = Format::Table;
    Clock clock;
    Progress progress;

    [[nodiscard]] bool has(const QString& option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString& option) const { return options.value(option).value(0); }
};

/// Exit status of what was done: 0, or 3 when rows were rejected.
struct Outcome
{
    std::optional<Answer> answer;
    std::vector<Message> notices; ///< to stderr, one line each
    int status = 0;
};

struct Command
{
    QString name;
    QString form; ///< "import KIND FILE"
    QString help; ///< one sentence
    std::vector<Option> options;
    qsizetype least = 0; ///< arguments
    qsizetype most = 0;
    std::function<Result<Outcome>(const Invocation&)> run;
};

/// Every command there is, in the order of --help.
[[nodiscard]] std::vector<Command> commands();

/// A day that changes are counted from must not lie after the day the command is asked for.
[[nodiscard]] Status requirePast(const Invocation& invocation, QDate day);

/// The value of an option read as a day or a month; ErrorKind::Usage where it is neither. none where the option was not
/// given.
[[nodiscard]] Result<std::optional<QDate>> dayOption(const Invocation& invocation, const QString& option);
[[nodiscard]] Result<std::optional<Month>> monthOption(const Invocation& invocation, const QString& option);

/// The value of an option read as a whole number from least to most, or what it is where the option was not given.
[[nodiscard]] Result<qint64> wholeOption(const Invocation& invocation, const QString& option, qint64 otherwise,
                                         qint64 least, qint64 most);

/// Parses, runs and prints one command line (without the program's name). Returns the exit status of model.md.
[[nodiscard]] int runCommandLine(const QStringList& line, const Clock& clock, const std::atomic<bool>& cancelled);

} // namespace steward::cli
