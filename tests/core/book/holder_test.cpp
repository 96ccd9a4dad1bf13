// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/holder.h"

#include "tests/support/printers.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QTemporaryDir>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace steward;
using namespace steward::book;

namespace {

/// The id of a process that has ended and been collected.
qint64 deadProcess()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    int status = 0;
    ::waitpid(child, &status, 0);
    return child;
}

const Instant morning{1'795'252'320'000};

} // namespace

TEST_CASE("the lock file says who has the book open and since when, and goes with its holder", "[holder]")
{
    QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("West book.steward"));
    const Holder self = thisProcess(QStringLiteral("0.1.0"), morning);
    {
        const auto file = HolderFile::take(book, self);
        REQUIRE(file);
        CHECK(readHolder(book) == self);
        CHECK((QFile::permissions(holderPath(book)) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }
    CHECK_FALSE(QFile::exists(holderPath(book)));
}

TEST_CASE("a living holder is named, a dead one is replaced, one elsewhere is never presumed dead", "[holder]")
{
    QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("b.steward"));
    Holder other = thisProcess(QStringLiteral("0.1.0"), morning);
    const Holder self{QStringLiteral("ana"), other.host, ::getpid(), QStringLiteral("0.1.0"), morning};

    SECTION("alive")
    {
        other.pid = ::getppid();
        const auto held = HolderFile::take(book, other);
        REQUIRE(held);
        const auto second = HolderFile::take(book, self);
        REQUIRE_FALSE(second);
        CHECK(second.error().kind == ErrorKind::Held);
        CHECK(second.error().code == bookHeld);
        const QDateTime since = QDateTime::fromMSecsSinceEpoch(other.since.ms); // of the person who is told
        const Arguments told{QFileInfo(book).fileName(), other.user, other.host, since.date(),
                             since.time().toString(QStringLiteral("HH:mm"))};
        CHECK(second.error().arguments == told);
    }
    SECTION("dead")
    {
        other.pid = deadProcess();
        auto held = HolderFile::take(book, other);
        REQUIRE(held);
        const auto second = HolderFile::take(book, self);
        REQUIRE(second);
        CHECK(readHolder(book) == self);
        held->reset();
        CHECK(readHolder(book) == self);
    }
    SECTION("elsewhere")
    {
        other.host = QStringLiteral("another-machine");
        other.pid = deadProcess();
        const auto held = HolderFile::take(book, other);
        REQUIRE(held);
        CHECK_FALSE(HolderFile::take(book, self));
    }
    SECTION("garbage")
    {
        QFile file(holderPath(book));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("half a line");
        file.close();
        CHECK(HolderFile::take(book, self));
    }
}

TEST_CASE("a holder that was killed is gone though its parent has not heard of it", "[holder]")
{
    QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("b.steward"));
    const pid_t child = ::fork();
    if (child == 0)
        for (;;)
            ::pause();
    Holder other = thisProcess(QStringLiteral("0.1.0"), morning);
    const Holder self = other;
    other.pid = child;
    const auto held = HolderFile::take(book, other);
    REQUIRE(held);
    awaitEnding(book, other.host); // of one that lives it returns at once
    CHECK_FALSE(isStale(other, other.host));
    REQUIRE(::kill(child, SIGKILL) == 0);
    awaitEnding(book, other.host);
    CHECK(isStale(other, other.host));
    CHECK(HolderFile::take(book, self));
    ::waitpid(child, nullptr, 0);
}
