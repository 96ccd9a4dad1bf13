// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/book/backups.h"
#include "core/query/book_content.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

QString idText(qint64 id) { return QString::number(id); }

/// What a change did, for stderr; the answer itself is empty.
Outcome told(Message message)
{
    Outcome outcome;
    outcome.notices.push_back(std::move(message));
    return outcome;
}

Result<Outcome> create(const Invocation& invocation)
{
    const QString path = invocation.arguments.first();
    auto workspace = Workspace::create(path, {book::Access::ReadWrite, invocation.clock, invocation.progress});
    if (!workspace)
        return tl::unexpected(workspace.error());
    return closed(**workspace, told({Code("done.created"), {QFileInfo(path).fileName()}}));
}

QJsonObject entryJson(const book::HistoryEntry& entry)
{
    return {
        {QStringLiteral("id"), idText(entry.id)},
        {QStringLiteral("label"), words::render(entry.label, QLocale())},
        {QStringLiteral("actor"), entry.actor},
        {QStringLiteral("at"), isoText(entry.at)},
        {QStringLiteral("rows"), entry.rows},
        {QStringLiteral("undone"), entry.undone},
        {QStringLiteral("undoable"), entry.isUndoable},
        {QStringLiteral("why_not"), entry.whyNot ? QJsonValue(words::render(*entry.whyNot, QLocale())) : QJsonValue()}};
}

Result<Outcome> history(const Invocation& invocation)
{
    constexpr int newest = 1000;
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto entries = (*workspace)->book().history(newest);
    if (!entries)
        return tl::unexpected(entries.error());
    QJsonArray array;
    for (const auto& entry : *entries)
        array.append(entryJson(entry));
    const std::vector<Column> columns{{QStringLiteral("id"), true},
                                      {QStringLiteral("at")},
                                      {QStringLiteral("actor")},
                                      {QStringLiteral("label")},
                                      {QStringLiteral("undone")}};
    return Outcome{Answer{array, columns, {}, {}}, (*workspace)->notices(), 0};
}

/// Undo and redo: the label of what was taken back or done again.
Result<Outcome> step(const Invocation& invocation, Result<book::Book::Edited> (Workspace::*move)(), Code done)
{
    auto workspace = openToWrite(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    auto edited = ((**workspace).*move)();
    if (!edited) {
        // The command was right, there is only nothing it could do.
        if (edited.error().kind == ErrorKind::NotFound)
            edited.error().kind = ErrorKind::Failed;
        return tl::unexpected(edited.error());
    }
    const auto entries = (*workspace)->book().history(1000);
    if (!entries)
        return tl::unexpected(entries.error());
    QString label;
    for (const auto& entry : *entries)
        if (entry.id == edited->id)
            label = words::render(entry.label, QLocale());
    return closed(**workspace, told({done, {label}}));
}

Result<Outcome> undo(const Invocation& invocation) { return step(invocation, &Workspace::undo, Code("done.undone")); }

Result<Outcome> redo(const Invocation& invocation) { return step(invocation, &Workspace::redo, Code("done.redone")); }

QString verdictOn(qint64 rows, qsizetype problems, qsizetype content)
{
    if (problems == 1)
        return tr("One problem; restore a backup with: steward-cli restore FILE");
    if (problems > 1)
        return tr("%1 problems; restore a backup with: steward-cli restore FILE").arg(problems);
    const QString sound = rows == 1 ? tr("The book is sound: one row.") : tr("The book is sound: %1 rows.").arg(rows);
    return content == 0 ? sound
                        : QString(sound + u' ' +
                                  tr("Content of its own is not used; correct it in Settings, or take the change back "
                                     "with: steward-cli undo"));
}

Result<Outcome> check(const Invocation& invocation)
{
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto report = (*workspace)->book().check(invocation.progress);
    if (!report)
        return tl::unexpected(report.error());
    QJsonArray problems;
    for (const Message& problem : report->problems)
        problems.append(words::render(problem, QLocale()));
    // Of a damaged book nothing more is read.
    const auto facts =
        report->problems.empty() ? (*workspace)->portfolio(invocation.progress) : Result<Portfolio>(Portfolio());
    if (!facts)
        return tl::unexpected(facts.error());
    QJsonArray content;
    for (const Message& notice : query::contentNotices(facts->book()))
        content.append(words::render(notice, QLocale()));
    const QJsonObject json{{QStringLiteral("rows"), report->rows},
                           {QStringLiteral("problems"), problems},
                           {QStringLiteral("content"), content}};
    const bool isSound = problems.isEmpty();
    return Outcome{Answer{json,
                          {{QStringLiteral("problem"), false, 300}},
                          isSound ? QStringLiteral("content") : QStringLiteral("problems"),
                          verdictOn(report->rows, problems.size(), content.size())},
                   (*workspace)->notices(), isSound && content.isEmpty() ? 0 : 1};
}

Result<Outcome> backup(const Invocation& invocation)
{
    const QString target = invocation.arguments.first();
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    if (auto made = (*workspace)->book().backup(target, invocation.progress); !made)
        return tl::unexpected(made.error());
    if (auto verified = book::verifyBackup(target, invocation.progress); !verified)
        return tl::unexpected(verified.error());
    Outcome outcome = told({Code("done.backed-up"), {target}});
    outcome.notices.insert(outcome.notices.begin(), (*workspace)->notices().begin(), (*workspace)->notices().end());
    return outcome;
}

/// The book is not opened: restoring is what one does when it cannot be.
Result<Outcome> restore(const Invocation& invocation)
{
    if (invocation.book.isEmpty())
        return fail(Code("request.no-book"), ErrorKind::Usage);
    if (!QFileInfo::exists(invocation.arguments.first()))
        return fail(Code("file.unreadable"), ErrorKind::NotFound, {invocation.arguments.first()});
    const auto replaced =
        book::restoreBackup(invocation.arguments.first(), invocation.book, invocation.clock.now(), invocation.progress);
    if (!replaced)
        return tl::unexpected(replaced.error());
    return told(replaced->isEmpty()
                    ? Message{Code("done.restored"), {QFileInfo(invocation.book).fileName()}}
                    : Message{Code("done.restored-over"),
                              {QFileInfo(invocation.book).fileName(), QFileInfo(*replaced).fileName()}});
}

Result<Outcome> search(const Invocation& invocation)
{
    constexpr int most = 100;
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto hits = (*workspace)->book().search(invocation.arguments.join(u' '), most);
    if (!hits)
        return tl::unexpected(hits.error());
    const auto portfolio = (*workspace)->portfolio(invocation.progress);
    if (!portfolio)
        return tl::unexpected(portfolio.error());
    QJsonArray array;
    for (const auto& hit : *hits) {
        const AccountFacts* facts = portfolio->find(hit.account);
        array.append(QJsonObject{{QStringLiteral("kind"), info(hit.entity).name},
                                 {QStringLiteral("id"), idText(hit.record)},
                                 {QStringLiteral("account"), facts ? QJsonValue(facts->account.name) : QJsonValue()},
                                 {QStringLiteral("field"), hit.field},
                                 {QStringLiteral("excerpt"), hit.excerpt}});
    }
    const std::vector<Column> columns{
        {QStringLiteral("kind")}, {QStringLiteral("account")}, {QStringLiteral("field")}, {QStringLiteral("excerpt")}};
    return Outcome{Answer{array, columns, {}, {}}, (*workspace)->notices(), 0};
}

} // namespace

std::vector<Command> bookCommands()
{
    constexpr qsizetype manyWords = 64;
    return {
        {QStringLiteral("create"), QStringLiteral("create FILE"), tr("Make a new, empty book"), {}, 1, 1, create},
        {QStringLiteral("search"),
         QStringLiteral("search TEXT"),
         tr("Find words in names, notes, comments and tickets"),
         {},
         1,
         manyWords,
         search},
        {QStringLiteral("history"),
         QStringLiteral("history"),
         tr("List every change of the book, newest first"),
         {},
         0,
         0,
         history},
        {QStringLiteral("undo"), QStringLiteral("undo"), tr("Take the newest change back"), {}, 0, 0, undo},
        {QStringLiteral("redo"), QStringLiteral("redo"), tr("Do again what was taken back"), {}, 0, 0, redo},
        {QStringLiteral("check"), QStringLiteral("check"), tr("Examine the book for damage"), {}, 0, 0, check},
        {QStringLiteral("backup"),
         QStringLiteral("backup FILE"),
         tr("Write a complete, verified copy of the book"),
         {},
         1,
         1,
         backup},
        {QStringLiteral("restore"),
         QStringLiteral("restore FILE"),
         tr("Put a backup in the place of the book, keeping the old one"),
         {},
         1,
         1,
         restore},
    };
}

} // namespace steward::cli
