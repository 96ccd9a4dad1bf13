// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "core/sample/sample.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace steward::cli {

namespace {

const QString accountsOption = QStringLiteral("accounts");
const QString seedOption = QStringLiteral("seed");

/// A whole number of an option, or what it is where the option was not given.
Result<qint64> wholeOption(const Invocation& invocation, const QString& option, qint64 otherwise, qint64 least,
                           qint64 most)
{
    if (!invocation.has(option))
        return otherwise;
    bool isNumber = false;
    const qint64 value = invocation.value(option).toLongLong(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    return fail(Code("request.range"), ErrorKind::Usage,
                {QString(QStringLiteral("--") + option), invocation.value(option), least, most});
}

Status fill(const QString& path, const Invocation& invocation, const sample::SampleOptions& options)
{
    auto workspace = Workspace::create(path, {book::Access::ReadWrite, invocation.clock, invocation.progress});
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto edited = (*workspace)->edit({Code("edit.sample"), {qint64(options.accounts)}}, [&](book::Edit& edit) {
        return sample::writeSample(edit, options);
    });
    const auto closed = (*workspace)->close();
    if (edited)
        return closed;
    // An empty book is of no use to who asked for a full one, and in the way of the next try.
    workspace->reset();
    QFile::remove(path);
    return tl::unexpected(edited.error());
}

Result<Outcome> makeSample(const Invocation& invocation)
{
    const QString path = invocation.arguments.first();
    const auto accounts = wholeOption(invocation, accountsOption, 60, 1, sample::mostAccounts);
    const auto seed = wholeOption(invocation, seedOption, 1, 0, std::numeric_limits<qint64>::max());
    if (!accounts || !seed)
        return tl::unexpected(accounts ? seed.error() : accounts.error());
    const sample::SampleOptions options{static_cast<int>(*accounts), static_cast<quint64>(*seed), invocation.asOf,
                                        invocation.progress};
    if (auto filled = fill(path, invocation, options); !filled)
        return tl::unexpected(filled.error());
    Outcome outcome;
    outcome.notices.push_back({Code("done.created"), {QFileInfo(path).fileName()}});
    return outcome;
}

} // namespace

std::vector<Command> sampleCommands()
{
    return {
        {QStringLiteral("sample"),
         QStringLiteral("sample FILE [--accounts N] [--seed N]"),
         QCoreApplication::translate("cli",
                                     "Make a book of invented customers to try Steward with; it ends on --as-of"),
         {{accountsOption, QStringLiteral("N"), QCoreApplication::translate("cli", "So many accounts, 60 if not said")},
          {seedOption, QStringLiteral("N"), QCoreApplication::translate("cli", "Another number makes another book")}},
         1,
         1,
         makeSample}};
}

} // namespace steward::cli
