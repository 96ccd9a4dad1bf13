// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"
#include "core/book/connection.h"
#include "core/book/migrator.h"
#include "core/book/upgrade.h"
#include "core/model/people.h"
#include "core/workspace/workspace.h"
#include "tests/fault/full_book.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <cstdio>
#include <poll.h>
#include <unistd.h>

/// The process that the fault tests kill, starve and race: `fault_worker BOOK COMMAND [ARGUMENT]...`. It says
/// "committed" only after an edit has returned, so that a test knows what was acknowledged. Status 1 and the error's
/// code on stderr when something fails.
using namespace steward;

namespace {

const QString source = QStringLiteral("crm");

book::OpenOptions options()
{
    book::OpenOptions options;
    options.clock = {[] { return QDate::currentDate(); }, [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }};
    return options;
}

void say(const QString& line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

int failed(const Error& error)
{
    std::fputs(QByteArray(error.code.id().data(), qsizetype(error.code.id().size())).constData(), stderr);
    std::fputs("\n", stderr);
    return 1;
}

QString codeText(Code code) { return QString::fromLatin1(code.id().data(), qsizetype(code.id().size())); }

QString randomText() { return QString::number(QRandomGenerator::global()->generate64(), 36); }

/// One account for twenty rows, the others its contacts; every account with its outside key.
Status addRows(book::Edit& edit, int count)
{
    std::vector<Row> accounts;
    std::vector<Row> contacts;
    std::vector<ExternalKey> keys;
    for (int i = 0; i < count; ++i) {
        if (i % 20 == 0) {
            Account account;
            account.name = QStringLiteral("Account %1 %2").arg(i).arg(randomText());
            const QString key = QStringLiteral("%1-%2").arg(i).arg(randomText());
            account.id = edit.idFor(Entity::Account, source, key);
            keys.push_back({Entity::Account, source, key, account.id});
            accounts.push_back(toRow(account));
            continue;
        }
        Contact contact;
        contact.account = AccountId(keys.back().record);
        contact.name = QStringLiteral("Contact %1").arg(i);
        contact.email = randomText() + QStringLiteral("@example.org");
        contact.title = QStringLiteral("0");
        contacts.push_back(toRow(contact));
    }
    if (auto done = edit.insert(Entity::Account, accounts); !done)
        return done;
    if (auto done = edit.setKeys(keys); !done)
        return done;
    return edit.insert(Entity::Contact, contacts);
}

/// Every contact gets the number of this edit as its title: a copy that mixes two edits has two titles.
Status renumber(book::Edit& edit, const std::vector<qint64>& contacts, int generation)
{
    for (const qint64 id : contacts) {
        auto row = edit.row(Entity::Contact, id);
        if (!row)
            return tl::unexpected(row.error());
        auto contact = fromRow<Contact>(row->value());
        contact.title = QString::number(generation);
        if (auto saved = edit.save(contact); !saved)
            return tl::unexpected(saved.error());
    }
    return {};
}

struct Counts
{
    qint64 accounts = 0;
    std::vector<qint64> contacts;
    QSet<QString> titles;
};

Result<Counts> countRows(book::Book& book)
{
    Counts counts;
    auto done = book.forEach(Entity::Account, [&](const Row&) { return ++counts.accounts > 0; });
    if (!done)
        return tl::unexpected(done.error());
    done = book.forEach(Entity::Contact, [&](const Row& row) {
        const auto contact = fromRow<Contact>(row);
        counts.contacts.push_back(contact.id);
        counts.titles.insert(contact.title);
        return true;
    });
    return done ? Result<Counts>(counts) : tl::unexpected(done.error());
}

QJsonArray codesOf(const std::vector<Message>& messages)
{
    QJsonArray codes;
    for (const Message& message : messages)
        codes.append(codeText(message.code));
    return codes;
}

/// What is in the book, as one line of JSON.
Status describe(Workspace& workspace)
{
    const auto counts = countRows(workspace.book());
    if (!counts)
        return tl::unexpected(counts.error());
    const auto report = workspace.book().check({});
    if (!report)
        return tl::unexpected(report.error());
    const auto hash = workspace.book().hash();
    if (!hash)
        return tl::unexpected(hash.error());
    const auto history = workspace.book().history(100'000);
    if (!history)
        return tl::unexpected(history.error());
    const QJsonObject json{
        {QStringLiteral("accounts"), counts->accounts},
        {QStringLiteral("contacts"), qint64(counts->contacts.size())},
        {QStringLiteral("titles"), counts->titles.size()},
        {QStringLiteral("problems"), codesOf(report->problems)},
        {QStringLiteral("index_rebuilt"), report->isIndexRebuilt},
        {QStringLiteral("hash"), QString::fromLatin1(hash->toHex())},
        {QStringLiteral("edits"),
         qint64(std::count_if(history->begin(), history->end(), [](const auto& entry) { return !entry.undone; }))},
        {QStringLiteral("writable"), workspace.book().opened().access == book::Access::ReadWrite},
        {QStringLiteral("notices"), codesOf(workspace.notices())}};
    say(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    return {};
}

Status commit(Workspace& workspace, const book::Book::Work& work)
{
    const auto edited = workspace.edit({Code("test.edit"), {}}, work);
    if (!edited)
        return tl::unexpected(edited.error());
    say(QStringLiteral("committed"));
    return {};
}

Status addAccounts(Workspace& workspace, int edits, int rows)
{
    for (int i = 0; i < edits; ++i)
        if (auto done = commit(workspace, [&](book::Edit& edit) { return addRows(edit, rows); }); !done)
            return done;
    return {};
}

Status burst(Workspace& workspace, int edits)
{
    const auto counts = countRows(workspace.book());
    if (!counts)
        return tl::unexpected(counts.error());
    for (int i = 1; i <= edits; ++i)
        if (auto done = commit(workspace, [&](book::Edit& edit) { return renumber(edit, counts->contacts, i); }); !done)
            return done;
    return {};
}

Status takeBack(Workspace& workspace, bool isRedo)
{
    const auto edited = isRedo ? workspace.redo() : workspace.undo();
    if (edited)
        say(QStringLiteral("committed"));
    return edited ? Status() : tl::unexpected(edited.error());
}

/// Holds the book until stdin ends and answers second openers; each line of stdin is one edit of 20 rows.
Status hold(Workspace& workspace)
{
    say(QStringLiteral("holding"));
    pollfd input{STDIN_FILENO, POLLIN, 0};
    for (char line[64];;) {
        workspace.serve();
        if (::poll(&input, 1, 10) <= 0)
            continue;
        if (::read(STDIN_FILENO, line, sizeof line) <= 0)
            return {};
        if (auto done = addAccounts(workspace, 1, 20); !done)
            return done;
    }
}

/// An edit on a full disk, then, in the same process, the same edit once the ballast is gone.
Status starve(Workspace& workspace, const QString& ballast, int rows)
{
    const auto before = workspace.book().hash();
    const auto refused = addAccounts(workspace, 1, rows);
    if (refused)
        return fail(Code("test.not-full"));
    say(codeText(refused.error().code));
    const auto after = workspace.book().hash();
    if (!before || !after || *before != *after)
        return fail(Code("test.changed"));
    QFile::remove(ballast);
    return addAccounts(workspace, 1, rows);
}

Status work(Workspace& workspace, const QString& command, const QStringList& arguments)
{
    const int number = arguments.value(0).toInt();
    if (command == u"rows")
        return addAccounts(workspace, 1, number);
    if (command == u"edits")
        return addAccounts(workspace, number, 20);
    if (command == u"burst")
        return burst(workspace, number);
    if (command == u"fill")
        return commit(workspace, [&](book::Edit& edit) { return tests::fillBook(edit, arguments.value(0)); });
    if (command == u"undo" || command == u"redo")
        return takeBack(workspace, command == u"redo");
    if (command == u"hold")
        return hold(workspace);
    if (command == u"starve")
        return starve(workspace, arguments.value(0), arguments.value(1).toInt());
    if (command == u"backup")
        return workspace.book().backup(arguments.value(0), {});
    if (command == u"state" || command == u"look")
        return describe(workspace);
    return fail(Code("test.command"), ErrorKind::Usage);
}

/// The migration of a real opening, with one more step than the program ships with.
Status upgradeWith(const QString& path, const QString& script)
{
    QFile sql(script);
    if (!sql.open(QIODevice::ReadOnly))
        return fail(Code("test.script"));
    auto steps = book::schemaSteps();
    steps.push_back({int(steps.size()) + 1, QStringLiteral("next"), sql.readAll()});
    auto connection = book::Connection::open(path, book::OpenMode::ReadWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto copy = book::upgrade((*connection)->handle(), path, steps, options().clock.now(), {});
    if (!copy)
        return tl::unexpected(copy.error());
    say(*copy);
    return {};
}

void listBackups(const QString& path)
{
    for (const book::Backup& backup : book::listBackups(path, {}))
        say((backup.isGood ? QStringLiteral("good ") : QStringLiteral("damaged ")) + backup.path);
}

Status run(const QString& path, const QString& command, const QStringList& arguments)
{
    if (command == u"upgrade")
        return upgradeWith(path, arguments.value(0));
    if (command == u"backups" || command == u"rotate") {
        if (command == u"rotate")
            book::rotateBackups(path, {arguments.value(0).toInt(), 0, 0, 0});
        listBackups(path);
        return {};
    }
    if (command == u"shelve") {
        auto workspace = Workspace::openToWrite(path, options());
        return workspace ? (*workspace)->book().backup(book::backupPath(path, options().clock.now()), {})
                         : tl::unexpected(workspace.error());
    }
    auto workspace = command == u"create" ? Workspace::create(path, options())
                     : command == u"look" ? Workspace::openToRead(path, options())
                                          : Workspace::openToWrite(path, options());
    if (!workspace)
        return tl::unexpected(workspace.error());
    if (command != u"create")
        if (auto done = work(**workspace, command, arguments); !done)
            return done;
    return (*workspace)->close();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto done = run(words.value(1), words.value(2), words.mid(3));
    return done ? 0 : failed(done.error());
}
