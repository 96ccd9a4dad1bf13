// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/book_server.h"

#include "core/workspace/local_socket.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <thread>

namespace steward {

namespace {

const QString askKey = QStringLiteral("ask");
const QString folderKey = QStringLiteral("folder");
const QString pathKey = QStringLiteral("path");
const QString copyWord = QStringLiteral("copy");
const QString frontWord = QStringLiteral("front");

QByteArray lineOf(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

} // namespace

/// Accepts connections, reads one line of JSON each, writes one line back when the answer comes.
class BookServer::Worker
{
public:
    Worker(const QString& name, Arrived arrived)
        : m_listener(name)
        , m_arrived(std::move(arrived))
    {
        if (m_listener.isListening())
            m_thread = std::thread([this] { work(); });
    }
    ~Worker()
    {
        m_listener.stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    [[nodiscard]] bool isListening() const { return m_listener.isListening(); }

private:
    void work()
    {
        for (LocalSocket asker = m_listener.next(); asker.isValid(); asker = m_listener.next())
            read(std::make_shared<LocalSocket>(std::move(asker)));
    }
    /// Whoever asks sends the question at once; one that does not keeps the others waiting no longer than this.
    void read(const std::shared_ptr<LocalSocket>& asker)
    {
        constexpr int soonMs = 1'000;
        const QByteArray line = asker->receiveLine(soonMs, m_listener.stopping());
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        if (!request.contains(askKey))
            return;
        const auto reply = [asker](const Result<QString>& result) {
            asker->send(result ? lineOf({{pathKey, *result}}) : lineOf({}));
        };
        const Ask ask = request.value(askKey).toString() == copyWord ? Ask::Copy : Ask::Front;
        m_arrived({ask, request.value(folderKey).toString(), reply});
    }

    LocalListener m_listener;
    Arrived m_arrived;
    std::thread m_thread; ///< last: it works with the others
};

BookServer::BookServer(std::unique_ptr<Worker> worker)
    : m_worker(std::move(worker))
{
}

BookServer::~BookServer() = default;

std::unique_ptr<BookServer> BookServer::listen(const QString& book, Arrived arrived)
{
    // A name left by a process that died would stay for ever; SQLite's lock says that nobody is behind it.
    auto worker = std::make_unique<Worker>(socketName(book), std::move(arrived));
    return worker->isListening() ? std::unique_ptr<BookServer>(new BookServer(std::move(worker))) : nullptr;
}

QString socketName(const QString& book)
{
    const QFileInfo info(book);
    const QString real = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(real.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("steward-") + QString::fromLatin1(hash);
}

Result<QString> askHolder(const QString& book, Ask ask, const QString& folder, int timeoutMs)
{
    const auto silent = [&](ErrorKind kind) {
        return fail(Code("book.holder-silent"), kind, {QFileInfo(book).fileName()});
    };
    const LocalSocket holder = LocalSocket::to(socketName(book), timeoutMs);
    if (!holder.isValid())
        return silent(ErrorKind::NotFound);
    holder.send(lineOf({{askKey, ask == Ask::Copy ? copyWord : frontWord}, {folderKey, folder}}));
    const QJsonObject reply = QJsonDocument::fromJson(holder.receiveLine(timeoutMs)).object();
    if (!reply.contains(pathKey))
        return silent(ErrorKind::Failed);
    return reply.value(pathKey).toString();
}

} // namespace steward
