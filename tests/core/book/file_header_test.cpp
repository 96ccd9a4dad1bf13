// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/file_header.h"

#include "tests/support/printers.h"

#include <QFile>
#include <QTemporaryDir>
#include <sys/stat.h>

using namespace steward::book;

namespace {

/// The header of a closed book of two pages of 16 KiB.
QByteArray bookHeader()
{
    QByteArray head(100, '\0');
    head.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    head[16] = 0x40;
    head[18] = head[19] = 1;
    head[27] = 7;
    head[31] = 2;
    head[63] = 1;
    head.replace(68, 4, "StWd");
    head[95] = 7;
    return head;
}

constexpr qint64 twoPages = 32768;

} // namespace

TEST_CASE("the header of a book says its version, its size and its change counter", "[header]")
{
    const FileHeader header = parseFileHeader(bookHeader(), twoPages);
    CHECK(header.kind == FileKind::Book);
    CHECK(header.pageSize == 16384);
    CHECK(header.pageCount == 2);
    CHECK(header.changeCounter == 7);
    CHECK(header.userVersion == 1);
    CHECK_FALSE(header.isWal);
}

TEST_CASE("a book cut anywhere is recognised as cut", "[header]")
{
    for (qint64 size = 100; size < twoPages; size += 97)
        CHECK(parseFileHeader(bookHeader(), size).kind == FileKind::Truncated);
    CHECK(parseFileHeader(bookHeader(), twoPages + 1).kind == FileKind::Truncated);
}

TEST_CASE("files of others are named for what they are", "[header]")
{
    QByteArray other = bookHeader();
    other.replace(68, 4, QByteArray(4, '\0'));
    CHECK(parseFileHeader(other, twoPages).kind == FileKind::OtherDatabase);
    CHECK(parseFileHeader("account_id,name\n", 16).kind == FileKind::NoDatabase);
    CHECK(parseFileHeader(bookHeader().left(99), 99).kind == FileKind::NoDatabase);
    CHECK(parseFileHeader({}, 0).kind == FileKind::Empty);
}

TEST_CASE("folders, pipes and missing files are named, and a pipe does not block", "[header]")
{
    QTemporaryDir folder;
    CHECK(readFileHeader(folder.path()).kind == FileKind::Directory);
    CHECK(readFileHeader(folder.filePath(QStringLiteral("none.steward"))).kind == FileKind::Missing);
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    CHECK(readFileHeader(pipe).kind == FileKind::Special);
    CHECK(readFileHeader(QStringLiteral("/dev/zero")).kind == FileKind::Special);
}
