// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/book_server.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>

namespace steward {

namespace {

const QString askKey = QStringLiteral("ask");
const QString folderKey = QStringLiteral("folder");
const QString pathKey = QStringLiteral("path");
const QString copyWord = QStringLiteral("copy");
const QString frontWord = QStringLiteral("front");

QByteArray lineOf(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

} // namespace

/// Accepts connections, reads one line of JSON each, writes one line back.
class BookServer::Worker : public QObject
{
public:
    explicit Worker(Arrived arrived)
        : m_arrived(std::move(arrived))
    {
    }

    bool listen(const QString& name)
    {
        m_server = std::make_unique<QLocalServer>();
        m_server->setSocketOptions(QLocalServer::UserAccessOption);
        // A socket file left by a process that died would keep the name for ever; SQLite's lock says that nobody is
        // behind it.
        QLocalServer::removeServer(name);
        QObject::connect(m_server.get(), &QLocalServer::newConnection, this, [this] { accept(); });
        return m_server->listen(name);
    }
    void close() { m_server.reset(); }

private:
    void accept()
    {
        while (QLocalSocket* socket = m_server->nextPendingConnection()) {
            QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        }
    }
    void read(QLocalSocket* socket)
    {
        if (!socket->canReadLine())
            return;
        const QJsonObject request = QJsonDocument::fromJson(socket->readLine(65536)).object();
        const QPointer<QLocalSocket> guarded(socket);
        const auto reply = [this, guarded](const Result<QString>& result) {
            const QByteArray line = result ? lineOf({{pathKey, *result}}) : lineOf({});
            QMetaObject::invokeMethod(this, [guarded, line] {
                if (guarded) {
                    guarded->write(line);
                    guarded->flush();
                }
            });
        };
        const Ask ask = request.value(askKey).toString() == copyWord ? Ask::Copy : Ask::Front;
        m_arrived({ask, request.value(folderKey).toString(), reply});
    }

    Arrived m_arrived;
    std::unique_ptr<QLocalServer> m_server;
};

BookServer::BookServer() = default;

std::unique_ptr<BookServer> BookServer::listen(const QString& book, Arrived arrived)
{
    std::unique_ptr<BookServer> server(new BookServer);
    server->m_worker = new Worker(std::move(arrived));
    server->m_worker->moveToThread(&server->m_thread);
    QObject::connect(&server->m_thread, &QThread::finished, server->m_worker, &QObject::deleteLater);
    server->m_thread.start();
    bool isListening = false;
    const QString name = socketName(book);
    QMetaObject::invokeMethod(
        server->m_worker, [&] { isListening = server->m_worker->listen(name); }, Qt::BlockingQueuedConnection);
    return isListening ? std::move(server) : nullptr;
}

BookServer::~BookServer()
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_worker, [this] { m_worker->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
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
    QLocalSocket socket;
    socket.connectToServer(socketName(book));
    if (!socket.waitForConnected(timeoutMs))
        return fail(Code("book.holder-silent"), ErrorKind::NotFound, {QFileInfo(book).fileName()});
    socket.write(lineOf({{askKey, ask == Ask::Copy ? copyWord : frontWord}, {folderKey, folder}}));
    socket.flush();
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(timeoutMs))
            return fail(Code("book.holder-silent"), ErrorKind::Failed, {QFileInfo(book).fileName()});
    const QJsonObject reply = QJsonDocument::fromJson(socket.readLine()).object();
    if (!reply.contains(pathKey))
        return fail(Code("book.holder-silent"), ErrorKind::Failed, {QFileInfo(book).fileName()});
    return reply.value(pathKey).toString();
}

} // namespace steward
