// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/book_server.h"

#include "tests/support/printers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace steward;

namespace {

QString bookIn(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QStringLiteral("West book.steward"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    return path;
}

} // namespace

TEST_CASE("a second opener is answered by whoever has the book open", "[server]")
{
    QTemporaryDir folder;
    const QString book = bookIn(folder);
    const auto server = BookServer::listen(book, [](const Question& question) {
        question.answer(question.ask == Ask::Copy ? Result<QString>(question.folder + QStringLiteral("/copy.steward"))
                                                  : QString());
    });
    REQUIRE(server);
    CHECK(askHolder(book, Ask::Copy, QStringLiteral("/private"), 5000) == QStringLiteral("/private/copy.steward"));
    CHECK(askHolder(book, Ask::Front, {}, 5000) == QString());

    const QString link = folder.filePath(QStringLiteral("link.steward"));
    REQUIRE(QFile::link(book, link));
    CHECK(askHolder(link, Ask::Front, {}, 5000).has_value());
}

TEST_CASE("nobody listening and nobody answering are told apart", "[server]")
{
    QTemporaryDir folder;
    const QString book = bookIn(folder);
    const auto nobody = askHolder(book, Ask::Front, {}, 200);
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().kind == ErrorKind::NotFound);

    std::vector<Question> waiting;
    const auto server = BookServer::listen(book, [&](Question question) { waiting.push_back(std::move(question)); });
    REQUIRE(server);
    const auto silent = askHolder(book, Ask::Front, {}, 200);
    REQUIRE_FALSE(silent);
    CHECK(silent.error().kind == ErrorKind::Failed);
    CHECK(waiting.size() == 1);
}

TEST_CASE("the socket is for its owner only and is gone with the server", "[server]")
{
    QTemporaryDir folder;
    const QString book = bookIn(folder);
    const QString socket = QDir::temp().filePath(socketName(book));
    {
        const auto server = BookServer::listen(book, [](const Question&) {});
        REQUIRE(server);
        REQUIRE(QFile::exists(socket));
        CHECK((QFile::permissions(socket) &
               (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) == 0);
    }
    CHECK_FALSE(QFile::exists(socket));
    CHECK_FALSE(askHolder(book, Ask::Front, {}, 200));
}
