// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"
#include "tests/bench/files.h"
#include "tests/bench/measure.h"
#include "tests/bench/on_books.h"
#include "tests/bench/on_decks.h"
#include "tests/bench/on_facts.h"
#include "tests/bench/on_scores.h"
#include "tests/bench/on_signals.h"

#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace {

using namespace steward::bench;

constexpr auto usage = R"(steward-bench accounts FILE N
steward-bench samples FILE ACCOUNTS N day|month by-account|by-day
steward-bench make BOOK ACCOUNTS_FILE
steward-bench import BOOK USAGE_FILE
steward-bench load BOOK
steward-bench growth FOLDER
steward-bench facts
steward-bench score-tables FOLDER ACCOUNTS
steward-bench scores FILE ACCOUNTS      prints, and writes every score into FILE
steward-bench signals ACCOUNTS
steward-bench decks BOOK N             reviews of a sample book as PPTX in memory
steward-bench run NAME ROWS INPUT|- COMMAND...    measures another program
Every measurement is one JSON object on a line: name, seconds, cpu, rows, peak_bytes.
)";

bool printed(const Measurement& measurement)
{
    print(measurement);
    return measurement.rows >= 0;
}

/// none: not a command, or with other arguments.
std::optional<bool> perform(const QStringList& words)
{
    const QString command = words.value(0);
    const auto number = [&](int index) { return words.value(index).toLongLong(); };
    if (command == u"accounts" && words.size() == 3)
        return writeAccounts(words[1], number(2)) >= 0;
    if (command == u"samples" && words.size() == 6)
        return writeSamples(words[1], number(2), number(3), words[4] == u"month" ? Grain::Month : Grain::Day,
                            words[5] == u"by-day" ? Order::ByDay : Order::ByAccount) >= 0;
    if (command == u"make" && words.size() == 3)
        return printed(measure(QStringLiteral("make"), [&] { return makeBook(words[1], words[2]); }));
    if (command == u"import" && words.size() == 3)
        return printed(measure(QStringLiteral("import"), [&] { return importUsage(words[1], words[2]); }));
    if (command == u"load" && words.size() == 2)
        return printLoad(words[1]);
    if (command == u"growth" && words.size() == 2)
        return printGrowth(words[1]);
    if (command == u"facts" && words.size() == 1)
        return printFacts();
    if (command == u"score-tables" && words.size() == 3)
        return writeScoreTables(words[1], number(2));
    if (command == u"scores" && words.size() == 3)
        return printScores(words[1], number(2));
    if (command == u"signals" && words.size() == 2)
        return printSignals(number(1));
    if (command == u"decks" && words.size() == 3)
        return printDecks(words[1], number(2));
    if (command == u"run" && words.size() > 4)
        return printed(measureProcess(words[1], number(2), words[3] == u"-" ? QString() : words[3], words.mid(4)));
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv)
{
    steward::growHeapInLargeSteps();
    const QCoreApplication app(argc, argv);
    const auto done = perform(QCoreApplication::arguments().mid(1));
    if (!done) {
        std::fputs(usage, stderr);
        return 2;
    }
    return *done ? EXIT_SUCCESS : EXIT_FAILURE;
}
