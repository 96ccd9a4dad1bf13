// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "core/book/backups.h"
#include "core/book/holder.h"
#include "core/workspace/follow_edit.h"

#include <QDateTime>
#include <QFileInfo>

namespace steward {

namespace {

constexpr int holderTimeoutMs = 10'000;
constexpr qint64 backupAfterMs = 30 * 60'000;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString userName() { return qEnvironmentVariable("USER", QStringLiteral("?")); }

struct Source
{
    QString path;
    std::unique_ptr<QTemporaryDir> folder;
    Message notice;
};

/// A copy made by whoever holds the book.
Result<Source> copyOfHolder(const QString& path)
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return fail(Code("file.unwritable"), ErrorKind::Io, {folder->path()});
    auto copy = askHolder(path, Ask::Copy, folder->path(), holderTimeoutMs);
    if (!copy)
        return tl::unexpected(copy.error());
    return Source{*copy, std::move(folder), {Code("book.reading-copy"), {QFileInfo(path).fileName()}}};
}

/// A copy with what its log holds, which nobody can bring into the file where it lies.
Result<Source> copyOfUnfinished(const QString& path)
{
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QStringLiteral("copy.steward"));
    for (const char* suffix : {"", "-wal", "-journal"}) {
        const QString from = path + QLatin1String(suffix);
        if (QFile::exists(from) && !(QFile::copy(from, copy + QLatin1String(suffix)) &&
                                     QFile::setPermissions(copy + QLatin1String(suffix), ownerOnly)))
            return fail(Code("file.unwritable"), ErrorKind::Io, {copy});
    }
    return Source{copy, std::move(folder), {Code("book.reading-unfinished"), {QFileInfo(path).fileName()}}};
}

std::optional<Source> newestBackup(const QString& path)
{
    for (const book::Backup& backup : book::listBackups(path, {}))
        if (backup.isGood) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(backup.at.ms);
            return Source{backup.path,
                          nullptr,
                          {Code("book.reading-backup"),
                           {QFileInfo(path).fileName(), at.date(), at.time().toString(QStringLiteral("HH:mm"))}}};
        }
    return std::nullopt;
}

} // namespace

Workspace::Workspace(std::unique_ptr<book::Book> book, Clock clock)
    : m_book(std::move(book))
    , m_clock(std::move(clock))
    , m_notices(m_book->opened().notices)
{
}

Workspace::~Workspace()
{
    m_server.reset();
    if (m_book)
        static_cast<void>(m_book->close());
}

Result<std::unique_ptr<Workspace>> Workspace::openToWrite(const QString& path, const book::OpenOptions& options)
{
    auto opened = book::Book::open(path, options);
    if (!opened)
        return tl::unexpected(opened.error());
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(*opened), options.clock));
    if (workspace->m_book->opened().access == book::Access::ReadOnly)
        return fail(Code("book.only-to-look"), ErrorKind::ReadOnly, {QFileInfo(path).fileName()});
    workspace->listen();
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::openToRead(const QString& path, const book::OpenOptions& options)
{
    book::OpenOptions looking = options;
    looking.access = book::Access::ReadOnly;
    auto opened = book::Book::open(path, looking);
    if (opened)
        return std::unique_ptr<Workspace>(new Workspace(std::move(*opened), options.clock));
    const bool isHeld = opened.error().kind == ErrorKind::Held;
    if (!isHeld && opened.error().code != Code("book.unfinished"))
        return tl::unexpected(opened.error());
    const QString real = QFileInfo(path).canonicalFilePath();
    auto source = isHeld ? copyOfHolder(path) : copyOfUnfinished(real);
    if (!source && !isHeld)
        return tl::unexpected(source.error());
    if (!source) {
        auto backup = newestBackup(path);
        if (!backup)
            return tl::unexpected(opened.error());
        source = std::move(*backup);
    }
    auto copy = book::Book::open(source->path, looking);
    if (!copy)
        return tl::unexpected(copy.error());
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(*copy), options.clock));
    workspace->m_copyFolder = std::move(source->folder);
    workspace->m_notices.push_back(source->notice);
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::create(const QString& path, const book::OpenOptions& options)
{
    auto created = book::Book::create(path, options);
    if (!created)
        return tl::unexpected(created.error());
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(*created), options.clock));
    workspace->listen();
    return workspace;
}

void Workspace::listen()
{
    m_server = BookServer::listen(m_book->path(), [this](Question question) {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(question));
        if (m_asked)
            m_asked();
    });
}

void Workspace::setAsked(std::function<void()> asked)
{
    const std::lock_guard lock(m_mutex);
    m_asked = std::move(asked);
    if (!m_waiting.empty())
        m_asked();
}

Result<Portfolio> Workspace::portfolio(const Progress& progress)
{
    if (!m_portfolio) {
        auto loaded = m_book->load(progress);
        if (!loaded)
            return loaded;
        m_portfolio = std::move(*loaded);
    }
    return *m_portfolio;
}

Result<std::function<Status(book::Edit&, const book::Book::Work&)>> Workspace::following(const Progress& progress)
{
    bool isRunning = false;
    const auto read = m_book->forEach(Entity::PlaybookRun, [&isRunning](const Row& row) {
        const auto run = fromRow<PlaybookRun>(row);
        isRunning = isRunning || !(run.ended.isValid() || run.archivedOn.isValid());
        return !isRunning;
    });
    if (!read)
        return tl::unexpected(read.error());
    if (!isRunning)
        return nullptr;
    const auto facts = portfolio(progress);
    if (!facts)
        return tl::unexpected(facts.error());
    return
        [before = *facts](book::Edit& edit, const book::Book::Work& work) { return editAndFollow(edit, work, before); };
}

Result<book::Book::Edited> Workspace::settle(Result<book::Book::Edited> edited)
{
    if (edited && m_portfolio) {
        auto next = m_book->reload(*m_portfolio, *edited);
        if (!next)
            return tl::unexpected(next.error());
        m_portfolio = std::move(*next);
    }
    serve();
    return edited;
}

Result<book::Book::Edited> Workspace::edit(const Message& label, const book::Book::Work& work)
{
    if (!m_portfolio)
        return settle(m_book->edit(label, userName(), work));
    return settle(m_book->edit(label, userName(),
                               [this, &work](book::Edit& edit) { return editAndFollow(edit, work, *m_portfolio); }));
}

Result<book::Book::Edited> Workspace::undo() { return settle(m_book->undo()); }

Result<book::Book::Edited> Workspace::redo() { return settle(m_book->redo()); }

Result<book::Erased> Workspace::erase(ContactId contact, const Progress& progress)
{
    m_portfolio.reset();
    auto erased = m_book->erase(contact, userName(), progress);
    serve();
    return erased;
}

void Workspace::serve()
{
    for (;;) {
        Question question;
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.empty())
                return;
            question = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        answer(question);
    }
}

void Workspace::answer(const Question& question)
{
    if (question.ask == Ask::Front) {
        if (m_front)
            m_front();
        question.answer(QString());
        return;
    }
    const QString path = question.folder + QStringLiteral("/copy.steward");
    const auto copied = m_book->backup(path, {});
    question.answer(copied ? Result<QString>(path) : Result<QString>(tl::unexpected(copied.error())));
}

/// A failure is told and no more: the book itself is sound, and the next closing tries again.
void Workspace::backUpWhenDue()
{
    constexpr int newestEdits = 1000;
    if (m_book->opened().access != book::Access::ReadWrite)
        return;
    const auto edits = m_book->history(newestEdits);
    const Instant covered = book::newestBackupTime(m_book->path()).value_or(Instant());
    const Instant now = m_clock.now();
    const auto isDue = [&](const auto& edit) { return edit.at > covered && now.ms - edit.at.ms >= backupAfterMs; };
    if (!edits || std::none_of(edits->begin(), edits->end(), isDue))
        return;
    if (auto made = m_book->backup(book::backupPath(m_book->path(), now), {}); !made)
        m_notices.push_back({Code("book.backup-failed"), {QFileInfo(m_book->path()).fileName()}});
    else
        book::rotateBackups(m_book->path(), {});
}

Status Workspace::close()
{
    serve();
    backUpWhenDue();
    m_server.reset();
    const Status closed = m_book->close();
    if (closed || closed.error().code != book::bookLogLeft)
        return closed;
    m_notices.push_back({closed.error().code, closed.error().arguments});
    return {};
}

} // namespace steward
