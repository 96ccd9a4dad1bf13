// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include "tests/support/printers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <csignal>
#include <limits>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace steward;

namespace {

int foldersSynced = 0;

} // namespace

/// In the place of libc's, to see which folders are synced.
extern "C" int fsync(int file)
{
    struct stat status;
    foldersSynced += ::fstat(file, &status) == 0 && S_ISDIR(status.st_mode);
    return static_cast<int>(::syscall(SYS_fsync, file));
}

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Writes in a child that is killed at the failpoint; returns the signal that ended it, 0 when it ended by itself.
int writeAndDie(const QString& path, const char* failpoint)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("STEWARD_FAILPOINT", failpoint, 1);
        AtomicFile file(path);
        const bool written = file.open() && file.write(QByteArray(1'000'000, 'n')) && file.commit();
        ::_exit(written ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

} // namespace

TEST_CASE("a kill while a file is written leaves the older one whole", "[atomic]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("export.csv"));
    REQUIRE(writeAndDie(path, "atomic-file.before-commit:1") == SIGKILL);
    CHECK_FALSE(QFile::exists(path));
    REQUIRE(writeAndDie(path, "nothing:1") == 0);
    CHECK(contents(path) == QByteArray(1'000'000, 'n'));
    {
        QFile older(path); // not by AtomicFile: the failpoint reads the environment once, and the child must be the
                           // first to pass it
        REQUIRE(older.open(QIODevice::WriteOnly));
        REQUIRE(older.write("old") == 3);
    }
    REQUIRE(writeAndDie(path, "atomic-file.before-commit:1") == SIGKILL);
    CHECK(contents(path) == "old");
    REQUIRE(writeAndDie(path, "atomic-file.after-commit:1") == SIGKILL);
    CHECK(contents(path) == QByteArray(1'000'000, 'n'));
}

TEST_CASE("what is not committed is not there, and what is belongs to its owner under any umask", "[atomic]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("export.csv"));
    {
        AtomicFile file(path);
        REQUIRE(file.open());
        REQUIRE(file.write("half"));
    }
    CHECK(QDir(folder.path()).isEmpty());
    const mode_t before = ::umask(0);
    {
        AtomicFile file(path);
        REQUIRE(file.open());
        REQUIRE(file.commit());
    }
    ::umask(before);
    struct stat status = {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a folder that is not there is told by name", "[atomic]")
{
    AtomicFile file(QStringLiteral("/nonexistent/folder/export.csv"));
    const Status opened = file.open();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Code("file.unwritable"));
    CHECK_FALSE(syncFolder(QStringLiteral("/nonexistent/folder")));
}

TEST_CASE("what is free is asked of the folder, where nobody can tell there is room", "[atomic]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    CHECK(hasRoomFor(path, 1));
    CHECK_FALSE(hasRoomFor(path, std::numeric_limits<qint64>::max()));
    CHECK(hasRoomFor(folder.filePath(QStringLiteral("none/a.csv")), std::numeric_limits<qint64>::max()));
}

TEST_CASE("a database is never replaced by a file", "[atomic]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("West book.steward"));
    const QByteArray database = QByteArray("SQLite format 3", 16) + QByteArray(84, 'x');
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(database) == database.size());
    }
    const QString link = folder.filePath(QStringLiteral("link.csv"));
    REQUIRE(QFile::link(path, link));
    for (const QString& name : {path, link}) {
        AtomicFile file(name);
        const Status opened = file.open();
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Code("file.is-database"));
    }
    CHECK(contents(path) == database);
}

TEST_CASE("the folder is synced when a file has got its name, and only then", "[atomic]")
{
    const QTemporaryDir folder;
    AtomicFile file(folder.filePath(QStringLiteral("export.csv")));
    foldersSynced = 0;
    REQUIRE(file.open());
    REQUIRE(file.write(QByteArray("new")));
    CHECK(foldersSynced == 0);
    REQUIRE(file.commit());
    CHECK(foldersSynced == 1);
}
