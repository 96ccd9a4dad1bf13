// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_file.h"

#include "core/base/failpoint.h"
#include "core/book/affected.h"
#include "core/book/check.h"
#include "core/book/copy.h"
#include "core/book/digest.h"
#include "core/book/edit_session.h"
#include "core/book/eraser.h"
#include "core/book/erasures.h"
#include "core/book/hash.h"
#include "core/book/history.h"
#include "core/book/load.h"
#include "core/book/read.h"
#include "core/book/search.h"

#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

namespace steward::book {

BookFile::BookFile(std::unique_ptr<Connection> connection, std::unique_ptr<HolderFile> holder, OpenOptions options,
                   Opened opened, const State& state)
    : m_holder(std::move(holder))
    , m_connection(std::move(connection))
    , m_options(std::move(options))
    , m_opened(std::move(opened))
    , m_path(m_connection->path())
    , m_state(state)
{
}

BookFile::~BookFile()
{
    // Who wants to know what went wrong here calls close() first; the next opening repairs it.
    if (m_connection)
        (void)close();
}

Status BookFile::close()
{
    if (!m_connection)
        return {};
    const bool isReadOnly = m_connection->isReadOnly();
    // Idle work: whether it fails or not, the book is closed, and the next closing tries again.
    if (m_hasWritten)
        static_cast<void>(pruneHistory(handle(), m_options.clock.now()));
    Status done = isReadOnly ? Status() : m_connection->finishWriting();
    m_connection.reset();
    // On a full disk the log keeps what was committed; the next opening brings it into the file.
    const bool isLogLeft = !done && done.error().code == Code("file.no-space");
    // Only now: reading the file beside an open connection would drop its locks.
    if (!isReadOnly && m_state.isDigestStale && isLogLeft)
        QFile::remove(digestPath(m_path));
    else if (!isReadOnly && m_state.isDigestStale && done)
        recordDigest();
    m_holder.reset();
    return isLogLeft ? fail(bookLogLeft, ErrorKind::Io, {QFileInfo(m_path).fileName()}) : done;
}

/// None is better than one that no longer describes the file.
void BookFile::recordDigest()
{
    auto digest = digestOf(m_path, {});
    if (digest)
        digest->checked = m_state.checked;
    if (!digest || !writeDigest(m_path, *digest))
        QFile::remove(digestPath(m_path));
}

Status BookFile::requireOpen() const { return m_connection ? Status() : fail(Code("book.closed"), ErrorKind::Usage); }

Instant BookFile::nextInstant() const { return std::max(m_options.clock.now(), Instant{m_state.newestEdit.ms + 1}); }

Result<bool> BookFile::transaction(const std::function<Result<bool>()>& work)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    if (auto writing = m_connection->startWriting(); !writing)
        return tl::unexpected(writing.error());
    m_state.isDigestStale = true;
    if (auto begun = execute(handle(), "BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    Result<bool> done = work();
    if (done && *done) {
        failpoint("book.edit.commit");
        // After a full disk the transaction is already gone, whatever the work says.
        if (sqlite3_get_autocommit(handle()) != 0)
            done = tl::unexpected(errorOf(SQLITE_FULL));
        else if (auto committed = execute(handle(), "COMMIT"); !committed)
            done = tl::unexpected(committed.error());
    }
    if ((!done || !*done) && sqlite3_get_autocommit(handle()) == 0)
        if (auto back = execute(handle(), "ROLLBACK"); !back && done)
            done = tl::unexpected(back.error());
    m_hasWritten = m_hasWritten || (done && *done);
    if (done && *done)
        failpoint("book.edit.committed");
    return done;
}

Result<Book::Edited> BookFile::edit(const Message& label, const QString& actor, const Work& work)
{
    Edited edited;
    const auto done = transaction([&] { return runEdit(label, actor, work, edited); });
    if (!done)
        return tl::unexpected(done.error());
    return *done ? edited : Edited{};
}

Status BookFile::tryOut(const Work& work)
{
    if (auto open = requireOpen(); !open)
        return open;
    if (auto started = m_connection->startTrial(); !started)
        return started;
    Status done = execute(handle(), "BEGIN IMMEDIATE");
    if (done) {
        const auto session = Session::start(handle());
        if (session) {
            EditSession worker(handle(), **session, nextInstant(), m_options.clock.today());
            done = work(worker);
            if (done)
                done = worker.finish();
        } else {
            done = tl::unexpected(session.error());
        }
    }
    if (sqlite3_get_autocommit(handle()) == 0)
        if (auto back = execute(handle(), "ROLLBACK"); !back && done)
            done = back;
    const Status ended = m_connection->endTrial();
    return done ? ended : done;
}

Result<bool> BookFile::runEdit(const Message& label, const QString& actor, const Work& work, Edited& edited)
{
    const Instant at = nextInstant();
    EditChanges changes;
    {
        const auto session = Session::start(handle());
        if (!session)
            return tl::unexpected(session.error());
        EditSession worker(handle(), **session, at, m_options.clock.today());
        if (auto worked = work(worker); !worked)
            return tl::unexpected(worked.error());
        if (auto finished = worker.finish(); !finished)
            return tl::unexpected(finished.error());
        auto made = worker.changes();
        if (!made)
            return tl::unexpected(made.error());
        changes = std::move(*made);
    }
    if (changes.changeset.isEmpty())
        return false;
    failpoint("book.edit.applied");
    if (auto indexed = updateIndex(handle(), changes.recorded); !indexed)
        return tl::unexpected(indexed.error());
    auto affected = affectedBy(handle(), changes.recorded);
    if (!affected)
        return tl::unexpected(affected.error());
    add(*affected, std::move(changes.usage));
    const auto id = recordEdit(handle(), {label, actor, at, affected->rows, changes.changeset});
    if (!id)
        return tl::unexpected(id.error());
    edited = std::move(*affected);
    edited.id = *id;
    m_state.newestEdit = at;
    failpoint("book.edit.recorded");
    return true;
}

Result<Book::Edited> BookFile::undo() { return applyStored(true); }
Result<Book::Edited> BookFile::redo() { return applyStored(false); }

Result<Book::Edited> BookFile::applyStored(bool isUndo)
{
    Edited edited;
    const auto work = [&]() -> Result<bool> {
        const auto stored = isUndo ? nextUndo(handle()) : nextRedo(handle());
        if (!stored)
            return tl::unexpected(stored.error());
        const auto changeset = isUndo ? inverted(stored->changeset) : Result<QByteArray>(stored->changeset);
        if (!changeset)
            return tl::unexpected(changeset.error());
        if (auto applied = apply(handle(), *changeset); !applied)
            return tl::unexpected(applied.error());
        failpoint("book.undo.applied");
        if (auto indexed = updateIndex(handle(), *changeset); !indexed)
            return tl::unexpected(indexed.error());
        auto affected = affectedBy(handle(), *changeset);
        if (!affected)
            return tl::unexpected(affected.error());
        edited = std::move(*affected);
        edited.id = stored->id;
        if (auto marked = markUndone(handle(), stored->id, isUndo); !marked)
            return tl::unexpected(marked.error());
        return true;
    };
    const auto done = transaction(work);
    return done ? Result<Edited>(edited) : tl::unexpected(done.error());
}

Result<std::vector<HistoryEntry>> BookFile::history(int limit)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return readHistory(handle(), limit);
}

Result<Erased> BookFile::erase(ContactId contact, const QString& actor, const Progress& progress)
{
    Erased erased;
    const Instant at = nextInstant();
    const auto work = [&]() -> Result<bool> {
        auto done = Eraser(handle(), Traces{{contact.value()}, {}, {}, {}}, progress).erase(actor, at);
        if (!done)
            return tl::unexpected(done.error());
        erased = std::move(*done);
        return true;
    };
    if (const auto done = transaction(work); !done)
        return tl::unexpected(done.error());
    m_state.newestEdit = at;
    if (auto compacted = compactAfterErasure(handle()); !compacted)
        return tl::unexpected(compacted.error());
    return erased;
}

Result<Erased> BookFile::previewErase(ContactId contact, const Progress& progress)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return Eraser(handle(), Traces{{contact.value()}, {}, {}, {}}, progress).preview();
}

Result<Erasures> BookFile::erasures()
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return readErasures(handle());
}

Result<Portfolio> BookFile::load(const Progress& progress)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return loadPortfolio(*m_connection, progress);
}

Result<Portfolio> BookFile::reload(const Portfolio& before, const Edited& edited)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return reloadPortfolio(*m_connection, before, edited);
}

Result<std::vector<SearchHit>> BookFile::search(const QString& text, int limit)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return searchIndex(handle(), text, limit);
}

Status BookFile::forEach(Entity entity, const std::function<bool(const Row&)>& row)
{
    if (auto open = requireOpen(); !open)
        return open;
    return readRows(handle(), entity, row);
}

Result<std::vector<ExternalKey>> BookFile::keys(Entity entity)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return readKeys(handle(), entity);
}

Result<std::vector<CustomValue>> BookFile::customValues(Entity entity)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return readCustomValues(handle(), entity);
}

Result<std::vector<Change>> BookFile::changes()
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return readChanges(handle());
}

Status BookFile::forEachUsage(const UsageVisitor& visit)
{
    if (auto open = requireOpen(); !open)
        return open;
    return readUsage(handle(), visit);
}

Result<QByteArray> BookFile::hash()
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    return contentHash(handle());
}

Result<CheckReport> BookFile::check(const Progress& progress)
{
    if (auto open = requireOpen(); !open)
        return tl::unexpected(open.error());
    auto report = checkBook(handle(), progress);
    if (!report || m_connection->isReadOnly())
        return report;
    const auto repaired = transaction([&] { return repairIndex(handle()); });
    if (!repaired)
        return tl::unexpected(repaired.error());
    report->isIndexRebuilt = *repaired;
    return report;
}

Status BookFile::backup(const QString& path, const Progress& progress)
{
    if (auto open = requireOpen(); !open)
        return open;
    return copyBook(handle(), path, progress);
}

} // namespace steward::book
