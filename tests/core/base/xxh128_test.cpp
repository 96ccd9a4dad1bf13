// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"
#include "core/base/xxh128.h"

#include <QFile>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace steward;

namespace {

QByteArray sample(int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(i % 251);
    return bytes;
}

QByteArray digestOf(const QByteArray& bytes, qsizetype piece)
{
    Xxh128 hash;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        hash.add(bytes.constData() + at, static_cast<std::size_t>(std::min(piece, bytes.size() - at)));
    return hash.finish().toHex();
}

} // namespace

// The digests are those of "xxhsum -H2" of the bytes 0, 1, ... 250, 0, 1, ...
TEST_CASE("XXH3 gives the digests of another program, in whatever pieces the bytes come")
{
    const std::pair<int, const char*> known[] = {
        {0, "99aa06d3014798d86001c324468d497f"},    {1, "a6cd5e9392000f6ac44bdff4074eecdb"},
        {3, "e3b55f57945a17cf5f4299fc161c9cbb"},    {16, "72950631827607e2842812cc870dcae2"},
        {17, "685bc458b37d057fc06e233df7729217"},   {128, "14792fc3af88dc6c05321a0b64d67b41"},
        {129, "dd5e74ac6b45f54ebc30b63382b09a3b"},  {240, "65b5be86da5540e7c92b68e16f83bbb6"},
        {241, "1da1cb61bcb8a2a102e8cd95421c6d02"},  {256, "96c36c85d00e5bc544f5d90dacde463a"},
        {1000, "18bf41bc8229e27733ef703fb2b20ed1"}, {100000, "54182c58bbb1337c42c23aeead96750d"},
    };
    for (const auto& [size, digest] : known) {
        INFO(size);
        for (const qsizetype piece : {1, 64, 255, 256, 257, 4096})
            CHECK(digestOf(sample(size), piece) == QByteArray(digest));
    }
}

TEST_CASE("a file has the digest of its bytes, however many pieces it is read in")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bytes"));
    for (const int size : {0, 1 << 17, (1 << 17) + 1}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(sample(size));
        file.close();
        const auto hash = hashOfFile(path);
        REQUIRE(hash);
        CHECK(hash->hash.toHex() == digestOf(sample(size), 4096));
        CHECK(hash->size == size);
    }
    const std::atomic<bool> isCancelled = true;
    const auto stopped = hashOfFile(path, {{}, &isCancelled});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::Cancelled);
    const auto missing = hashOfFile(folder.filePath(QStringLiteral("none")));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Code("file.unreadable"));
}
