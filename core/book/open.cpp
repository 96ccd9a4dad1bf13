// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"
#include "core/book/book_file.h"
#include "core/book/check.h"
#include "core/book/digest.h"
#include "core/book/file_header.h"
#include "core/book/history.h"
#include "core/book/migrator.h"
#include "core/book/opening.h"
#include "core/book/schema_text.h"
#include "core/book/statement.h"
#include "core/book/upgrade.h"

#include <QFile>
#include <QFileInfo>
#include <unistd.h>

/// Opening (promises.md, "Opening a book").
namespace steward::book {

namespace {

/// An opening step by step; a step that fails stops it.
class Opening
{
public:
    Opening(const QString& path, const OpenOptions& options)
        : m_path(QFileInfo::exists(path) ? QFileInfo(path).canonicalFilePath() : path)
        , m_options(options)
    {
        m_opened.access = options.access;
    }
    [[nodiscard]] Result<std::unique_ptr<Book>> run();

private:
    [[nodiscard]] Status checkHeader();
    [[nodiscard]] Status chooseAccess();
    [[nodiscard]] Status connect();
    [[nodiscard]] Status checkVersion();
    [[nodiscard]] Status bringUpToDate();
    [[nodiscard]] Status checkSchemaText();
    [[nodiscard]] Status checkContent();
    [[nodiscard]] bool isCheckDue() const;
    [[nodiscard]] Status checkOwnRules();
    [[nodiscard]] Status noteOtherWriter(Instant newestEdit);
    [[nodiscard]] Status openImmutable(Message why);
    [[nodiscard]] Status foldLogIn();
    [[nodiscard]] Error namingHolder(const Error& error) const;
    [[nodiscard]] bool permitsThisReader() const;
    [[nodiscard]] QString newestBackup() const;
    /// What is wrong with the file, and the backup to take instead where there is one.
    [[nodiscard]] Message pointing(Code withBackup, Code alone) const;
    [[nodiscard]] tl::unexpected<Error> damaged(Code withBackup, Code alone) const;
    [[nodiscard]] sqlite3* handle() const { return m_connection->handle(); }
    [[nodiscard]] bool isReadOnly() const { return m_opened.access == Access::ReadOnly; }

    QString m_path;
    const OpenOptions& m_options;
    Opened m_opened;
    FileHeader m_header;
    bool m_hasLog = false;       ///< a -wal or -journal with content beside it
    bool m_isUnfinished = false; ///< has a log, or its header wants one: not closed cleanly
    bool m_wasHeld = false;      ///< by a Steward that is gone: not closed cleanly either
    bool m_isUnwritable = false;
    DigestVerdict m_digest = DigestVerdict::None;
    Instant m_checked; ///< last full examination
    bool m_isCheckedNow = false;
    std::unique_ptr<HolderFile> m_holder;
    std::unique_ptr<Connection> m_connection;
};

QString Opening::newestBackup() const
{
    for (const Backup& backup : listBackups(m_path, m_options.progress))
        if (backup.isGood)
            return backup.path;
    return {};
}

Message Opening::pointing(Code withBackup, Code alone) const
{
    const QString backup = newestBackup();
    return backup.isEmpty() ? Message{alone, {m_path}} : Message{withBackup, {m_path, backup}};
}

tl::unexpected<Error> Opening::damaged(Code withBackup, Code alone) const
{
    Message message = pointing(withBackup, alone);
    return fail(message.code, ErrorKind::Corrupt, std::move(message.arguments));
}

/// Nothing of SQLite has touched the file yet.
Status Opening::checkHeader()
{
    m_header = readFileHeader(m_path);
    m_hasLog = QFileInfo(m_path + QStringLiteral("-wal")).size() > 0 ||
               QFileInfo(m_path + QStringLiteral("-journal")).size() > 0;
    // Killed before the first commit, or copied without its log: nothing can read it until its header is plain again.
    m_isUnfinished = m_hasLog || m_header.isWal;
    switch (m_header.kind) {
    case FileKind::Book:
        return {};
    case FileKind::Truncated:
        // A crash inside a checkpoint leaves a short file whose log has the rest.
        return m_hasLog ? Status() : damaged(Code("book.truncated"), Code("book.truncated.alone"));
    case FileKind::Missing:
        return fail(Code("book.missing"), ErrorKind::NotFound, {m_path});
    case FileKind::Empty:
        return damaged(Code("book.empty"), Code("book.empty.alone"));
    case FileKind::OtherDatabase:
        return fail(Code("book.other-program"), ErrorKind::Corrupt, {m_path});
    case FileKind::NoDatabase:
        return damaged(Code("book.no-book"), Code("book.no-book.alone"));
    case FileKind::TooLarge:
        return fail(Code("book.too-large"), ErrorKind::Failed, {m_path});
    case FileKind::Directory:
    case FileKind::Special:
        return fail(Code("book.no-file"), ErrorKind::Usage, {m_path});
    case FileKind::Unreadable:
        break;
    }
    return fail(Code("book.unreadable"), ErrorKind::Io, {m_path});
}

/// Reads the bytes themselves, so it comes before the connection: closing a second descriptor of a file drops the locks
/// of the first.
Status Opening::chooseAccess()
{
    m_wasHeld = readHolder(m_path).has_value();
    const auto recorded = readDigest(m_path);
    m_checked = recorded ? recorded->checked : Instant();
    if (recorded && !m_isUnfinished) {
        const auto now = digestOf(m_path, m_options.progress);
        if (!now)
            return tl::unexpected(now.error());
        m_digest = compare(recorded, *now);
        // What a crash of ours left half done is no other program's work.
        if (m_digest == DigestVerdict::OtherWriter && m_wasHeld)
            m_digest = DigestVerdict::None;
    }
    m_isUnwritable = ::access(QFile::encodeName(m_path).constData(), W_OK) != 0 ||
                     ::access(QFile::encodeName(QFileInfo(m_path).path()).constData(), W_OK) != 0;
    if (isReadOnly())
        return {};
    if (m_isUnwritable) {
        m_opened.access = Access::ReadOnly;
        m_opened.notices.push_back({Code("book.medium-read-only"), {m_path}});
        return {};
    }
    auto holder = HolderFile::take(m_path, self(m_options));
    if (!holder)
        return tl::unexpected(holder.error());
    m_holder = std::move(*holder);
    return {};
}

/// What a crash left in the log goes into the file first, as for a writer: SQLite cannot read a log without writing
/// beside it.
Status Opening::foldLogIn()
{
    const auto isFull = [](const Error& error) { return error.code == Code("file.no-space"); };
    const auto unfinished = [this] { return fail(Code("book.unfinished"), ErrorKind::ReadOnly, {m_path}); };
    const auto holder = HolderFile::take(m_path, self(m_options));
    if (!holder && !isFull(holder.error()))
        return tl::unexpected(holder.error());
    const auto connection = Connection::open(m_path, OpenMode::ReadWrite);
    if (!connection)
        return isFull(connection.error()) ? unfinished() : Status(tl::unexpected(namingHolder(connection.error())));
    if (!holder)
        return unfinished();
    // It describes the file without its log.
    QFile::remove(digestPath(m_path));
    const auto done = (*connection)->finishWriting();
    return !done && isFull(done.error()) ? unfinished() : done;
}

/// SQLite knows only that somebody has the book; the lock file knows who.
Error Opening::namingHolder(const Error& error) const
{
    const auto free = error.kind == ErrorKind::Held ? requireFree(m_path, self(m_options).host) : Status();
    return free ? error : free.error();
}

Status Opening::connect()
{
    OpenMode mode = OpenMode::ReadWrite;
    if (isReadOnly()) {
        if (m_isUnfinished && m_isUnwritable) {
            const auto free = requireFree(m_path, self(m_options).host);
            return free ? fail(Code("book.unfinished"), ErrorKind::ReadOnly, {m_path}) : free;
        }
        if (m_isUnfinished)
            if (auto folded = foldLogIn(); !folded)
                return folded;
        mode = m_isUnwritable ? OpenMode::Immutable : OpenMode::ReadOnly;
    }
    auto connection = Connection::open(m_path, mode);
    if (!connection)
        return tl::unexpected(namingHolder(connection.error()));
    m_connection = std::move(*connection);
    return {};
}

Status Opening::openImmutable(Message why)
{
    if (!m_connection->isReadOnly())
        if (auto done = m_connection->finishWriting(); !done)
            return done;
    m_connection.reset();
    m_holder.reset();
    auto connection = Connection::open(m_path, OpenMode::Immutable);
    if (!connection)
        return tl::unexpected(connection.error());
    m_connection = std::move(*connection);
    m_opened.access = Access::ReadOnly;
    m_opened.notices.push_back(std::move(why));
    return {};
}

/// Anything but a version that this program knows is a no.
bool Opening::permitsThisReader() const
{
    const auto oldest = textAnswer(handle(), R"(SELECT "value" FROM "meta" WHERE "name" = 'min_reader')");
    bool isNumber = false;
    const int version = oldest.value_or(QString()).toInt(&isNumber);
    return isNumber && version > 0 && version <= static_cast<int>(schemaSteps().size());
}

/// A newer book is read, and written only when it says that this program may. Looked at without a lock and without a
/// byte written.
Status Opening::checkVersion()
{
    const auto known = static_cast<quint32>(schemaSteps().size());
    if (m_header.userVersion <= known)
        return connect();
    if (m_isUnfinished)
        return fail(Code("book.newer"), ErrorKind::ReadOnly, {m_path, qint64(m_header.userVersion)});
    auto looked = Connection::open(m_path, OpenMode::Immutable);
    if (!looked)
        return tl::unexpected(looked.error());
    m_connection = std::move(*looked);
    if (permitsThisReader()) {
        m_connection.reset();
        return connect();
    }
    return openImmutable({Code("book.newer"), {m_path, qint64(m_header.userVersion)}});
}

Status Opening::bringUpToDate()
{
    if (isReadOnly())
        return {};
    const auto copy = upgrade(handle(), m_path, schemaSteps(), m_options.clock.now(), m_options.progress);
    if (!copy)
        return tl::unexpected(copy.error());
    if (!copy->isEmpty())
        m_opened.notices.push_back({Code("book.migrated"), {*copy}});
    return {};
}

Status Opening::checkSchemaText()
{
    if (m_header.userVersion > schemaSteps().size())
        return {};
    const auto foreign = foreignSchema(handle(), schemaVersion(handle()));
    if (!foreign)
        return tl::unexpected(foreign.error());
    if (foreign->isEmpty())
        return {};
    return openImmutable({Code("book.schema.foreign"), {foreign->join(QStringLiteral(", "))}});
}

/// A week after the last one; only a writer can record that it was done.
bool Opening::isCheckDue() const
{
    constexpr qint64 weekMs = 7LL * 86'400'000;
    const qint64 age = m_options.clock.now().ms - m_checked.ms;
    return !isReadOnly() && (age < 0 || age >= weekMs);
}

/// The rules of a book beyond those of SQLite; what breaks one is told, the book opens all the same.
Status Opening::checkOwnRules()
{
    if (m_header.userVersion != schemaSteps().size())
        return {};
    const auto report = checkBook(handle(), m_options.progress);
    if (!report)
        return tl::unexpected(report.error());
    if (!report->problems.empty())
        m_opened.notices.push_back({Code("book.check-found"), {m_path, static_cast<qint64>(report->problems.size())}});
    return {};
}

/// SQLite's quick check where no digest vouches for the bytes; everything after an unclean close, after another program
/// and once a week.
Status Opening::checkContent()
{
    const bool isUnclean = m_isUnfinished || (m_wasHeld && m_digest != DigestVerdict::Same);
    const bool isFull = isUnclean || m_digest == DigestVerdict::OtherWriter || isCheckDue();
    if (m_digest == DigestVerdict::Same && !isFull)
        return {};
    const auto result = textAnswer(handle(), isFull ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
    const bool isSound = result && *result == QStringLiteral("ok");
    const auto broken =
        isFull ? integerAnswer(handle(), "SELECT count(*) FROM pragma_foreign_key_check") : Result<qint64>(0);
    if (!isSound || !broken || *broken != 0)
        return damaged(Code("book.damaged"), Code("book.damaged.alone"));
    if (m_digest == DigestVerdict::Damaged)
        m_opened.notices.push_back(pointing(Code("book.bytes-changed"), Code("book.bytes-changed.alone")));
    if (m_digest == DigestVerdict::OtherWriter)
        m_opened.notices.push_back({Code("book.other-writer"), {m_path}});
    if (isUnclean)
        m_opened.notices.push_back({Code("book.recovered"), {m_path}});
    if (!isFull)
        return {};
    m_isCheckedNow = true;
    m_checked = m_options.clock.now();
    return checkOwnRules();
}

/// What it wrote is not known, but that it wrote is part of the book's history.
Status Opening::noteOtherWriter(Instant newestEdit)
{
    if (m_digest != DigestVerdict::OtherWriter || isReadOnly())
        return {};
    if (auto writing = m_connection->startWriting(); !writing)
        return writing;
    return recordForeignWrite(handle(), std::max(m_options.clock.now(), Instant{newestEdit.ms + 1}));
}

Result<std::unique_ptr<Book>> Opening::run()
{
    awaitEnding(m_path, self(m_options).host);
    using Step = Status (Opening::*)();
    for (const Step step : {&Opening::checkHeader, &Opening::chooseAccess, &Opening::checkVersion,
                            &Opening::checkContent, &Opening::bringUpToDate, &Opening::checkSchemaText})
        if (auto done = (this->*step)(); !done)
            return tl::unexpected(done.error());
    if (m_connection->isOnNetwork())
        m_opened.notices.push_back({Code("book.network"), {m_path}});
    auto newest = newestEditTime(handle());
    if (!newest)
        return tl::unexpected(newest.error());
    if (auto noted = noteOtherWriter(*newest); !noted)
        return tl::unexpected(noted.error());
    newest = newestEditTime(handle());
    if (!newest)
        return tl::unexpected(newest.error());
    // Damaged bytes keep the digest that tells so; what another program wrote is recorded anew.
    const bool isDigestStale =
        m_digest != DigestVerdict::Damaged && (m_digest != DigestVerdict::Same || m_isCheckedNow);
    return std::make_unique<BookFile>(std::move(m_connection), std::move(m_holder), m_options, std::move(m_opened),
                                      BookFile::State{*newest, m_checked, isDigestStale || m_isUnfinished});
}

} // namespace

Result<std::unique_ptr<Book>> Book::open(const QString& path, const OpenOptions& options)
{
    if (auto ready = requireClock(options); !ready)
        return tl::unexpected(ready.error());
    return Opening(path, options).run();
}

} // namespace steward::book
