// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "core/book/digest.h"
#include "core/sample/sample.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace steward::cli {

namespace {

const QString accountsOption = QStringLiteral("accounts");
const QString seedOption = QStringLiteral("seed");

/// A book of ours that nobody shall see: with what lies beside it.
void removeBook(const QString& path)
{
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
    QFile::remove(book::digestPath(path));
}

/// Made under a hidden name and put in its place when it is full: whatever stops it, no empty book is left behind.
Status fill(const QString& target, const Invocation& invocation, const sample::SampleOptions& options)
{
    const QFileInfo file(target);
    if (file.exists() || file.isSymLink())
        return fail(Code("book.file-exists"), ErrorKind::Io, {target});
    const QString path = file.path() + QStringLiteral("/.") + file.fileName() + QStringLiteral(".sample");
    removeBook(path);
    auto workspace = Workspace::create(path, {book::Access::ReadWrite, invocation.clock, invocation.progress});
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto edit = [&](int accounts, const book::Book::Work& work) -> Status {
        const auto edited = (*workspace)->edit({Code("edit.sample"), {qint64(accounts)}}, work);
        return edited ? Status() : tl::unexpected(edited.error());
    };
    Status done = sample::writeSample(edit, options);
    const auto closed = (*workspace)->close();
    workspace->reset();
    if (done)
        done = closed ? book::moveBook(path, target) : closed;
    removeBook(path);
    return done;
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
