// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/book/edit.h"
#include "core/book/erase.h"
#include "core/portfolio/portfolio.h"

namespace steward::book {

enum class Access
{
    ReadWrite,
    ReadOnly
};

struct OpenOptions
{
    Access access = Access::ReadWrite;
    Clock clock;
    Progress progress;
};

/// How an opening went beyond success: what the user has to be told.
struct Opened
{
    Access access = Access::ReadWrite;
    std::vector<Message>
        notices; ///< read-only because ..., newer schema, network drive, migrated, disk changed bytes ...
};

struct HistoryEntry
{
    qint64 id = 0;
    Message label;
    QString actor;
    Instant at;
    qint64 rows = 0; ///< rows inserted, updated or deleted
    bool undone = false;
    bool isUndoable = false;       ///< its changeset is still kept
    std::optional<Message> whyNot; ///< why it cannot be undone, where it is not for its age
};

struct SearchHit
{
    Entity entity = Entity::Account;
    qint64 record = 0;
    AccountId account;
    QString field;
    QString excerpt; ///< plain text around the hit
    double rank = 0; ///< lower is better (bm25)
};

struct CheckReport
{
    qint64 rows = 0;
    std::vector<Message> problems; ///< empty: the book is sound
    bool isIndexRebuilt = false;
};

/// One `.steward` file and its one connection, confined to the thread that opened it. Synchronous; core/workspace knows
/// threads.
class Book
{
public:
    /// Makes a new, empty book, whole or not at all; "book.file-exists" where the path exists.
    [[nodiscard]] static Result<std::unique_ptr<Book>> create(const QString& path, const OpenOptions& options);
    [[nodiscard]] static Result<std::unique_ptr<Book>> open(const QString& path, const OpenOptions& options);
    /// Closes cleanly: one plain file, digest recorded. Errors on the way are lost; call close() to see them.
    virtual ~Book() = default;
    [[nodiscard]] virtual Status close() = 0;

    [[nodiscard]] virtual const Opened& opened() const = 0;
    [[nodiscard]] virtual QString path() const = 0;

    using Work = std::function<Status(Edit&)>;
    struct Edited
    {
        qint64 id = 0; ///< 0: nothing changed, nothing was recorded
        qint64 rows = 0;
        std::vector<AccountId> accounts; ///< whose facts changed, for the next snapshot
        bool wholeBook = false;          ///< facts of the whole book changed too
    };
    /// Runs work in one transaction under a session. An error from work, a cancel or a failed commit leaves the book as
    /// it was.
    [[nodiscard]] virtual Result<Edited> edit(const Message& label, const QString& actor, const Work& work) = 0;
    /// Runs work as edit() does and takes everything back: to know what an edit would change. A book that was not
    /// edited before keeps its bytes.
    [[nodiscard]] virtual Status tryOut(const Work& work) = 0;
    /// The newest edit not undone; ErrorKind::NotFound where there is none or its changeset is pruned.
    [[nodiscard]] virtual Result<Edited> undo() = 0;
    [[nodiscard]] virtual Result<Edited> redo() = 0;
    /// Newest first.
    [[nodiscard]] virtual Result<std::vector<HistoryEntry>> history(int limit) = 0;

    /// Takes a person out of the whole file for good: the contact's personal fields (the record stays, called
    /// erasedMark()), every text of other records that names him, outside keys, stored changesets, labels, the index;
    /// the same person at another account too. Not undoable; undo of earlier edits ends at the oldest that had to be
    /// rewritten. Afterwards the file is compacted: "book.erase.unfinished" where only that failed. Snapshots are to
    /// be loaded anew.
    [[nodiscard]] virtual Result<Erased> erase(ContactId contact, const QString& actor, const Progress& progress) = 0;
    /// What erase() would do.
    [[nodiscard]] virtual Result<Erased> previewErase(ContactId contact, const Progress& progress) = 0;
    [[nodiscard]] virtual Result<Erasures> erasures() = 0;

    /// All facts; progress in accounts.
    [[nodiscard]] virtual Result<Portfolio> load(const Progress& progress) = 0;
    /// The facts of these accounts anew, and the book's own, on top of an older snapshot.
    [[nodiscard]] virtual Result<Portfolio> reload(const Portfolio& before, const Edited& edited) = 0;

    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(const QString& text, int limit) = 0;
    /// Every row of an entity in id order, streamed; stops when the function returns false.
    [[nodiscard]] virtual Status forEach(Entity entity, const std::function<bool(const Row&)>& row) = 0;
    [[nodiscard]] virtual Result<std::vector<ExternalKey>> keys(Entity entity) = 0;
    [[nodiscard]] virtual Result<std::vector<CustomValue>> customValues(Entity entity) = 0;
    [[nodiscard]] virtual Result<std::vector<Change>> changes() = 0;
    /// Every sample by (account, metric, day), then those of unknown accounts by (key, metric, day) with account 0.
    /// unlinked: the key, empty where the account is known. Stops when the function returns false.
    using UsageVisitor = std::function<bool(const Edit::UsageSample& sample, const QString& unlinked)>;
    [[nodiscard]] virtual Status forEachUsage(const UsageVisitor& visit) = 0;

    /// XXH3 (128 bits) over an ordered dump of the model tables; history and the derived index left out. Equal books,
    /// equal hashes.
    [[nodiscard]] virtual Result<QByteArray> hash() = 0;
    [[nodiscard]] virtual Result<CheckReport> check(const Progress& progress) = 0;
    /// A complete, verified copy at path, whole or not at all.
    [[nodiscard]] virtual Status backup(const QString& path, const Progress& progress) = 0;
};

/// A closed book under another name of the same folder, at once, with its digest; "book.file-exists" where the name is
/// taken.
[[nodiscard]] Status moveBook(const QString& from, const QString& to);

} // namespace steward::book
