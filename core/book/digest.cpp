// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/digest.h"

#include "core/base/file_hash.h"
#include "core/base/xxh128.h"
#include "core/book/file_header.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace steward::book {

QString digestPath(const QString& file)
{
    const QFileInfo info(file);
    return info.path() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".digest");
}

Result<Digest> digestOf(const QString& file, const Progress& progress)
{
    const quint32 changeCounter = readFileHeader(file).changeCounter;
    auto whole = hashOfFile(file, progress);
    if (!whole)
        return tl::unexpected(whole.error());
    return Digest{std::move(whole->hash), changeCounter, whole->size};
}

std::optional<Digest> readDigest(const QString& file)
{
    QFile in(digestPath(file));
    if (!in.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QList<QByteArray> words = in.read(4096).trimmed().split(' ');
    if (words.size() < 4 || words.size() > 5 || words[0] != "xxh3-128")
        return std::nullopt;
    Digest digest;
    digest.hash = QByteArray::fromHex(words[1]);
    bool isCounter = false;
    bool isSize = false;
    digest.changeCounter = words[2].toUInt(&isCounter);
    digest.size = words[3].toLongLong(&isSize);
    digest.checked = Instant{words.value(4).toLongLong()};
    const bool isWhole = isCounter && isSize && digest.hash.size() == Xxh128::bytes;
    return isWhole ? std::optional(digest) : std::nullopt;
}

Status writeDigest(const QString& file, const Digest& digest)
{
    QSaveFile out(digestPath(file));
    if (!out.open(QIODevice::WriteOnly))
        return fail(Code("file.unwritable"), ErrorKind::Io, {out.fileName()});
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    out.write("xxh3-128 " + digest.hash.toHex() + ' ' + QByteArray::number(digest.changeCounter) + ' ' +
              QByteArray::number(digest.size) + ' ' + QByteArray::number(digest.checked.ms) + '\n');
    if (!out.commit())
        return fail(Code("file.unwritable"), ErrorKind::Io, {out.fileName()});
    return {};
}

DigestVerdict compare(const std::optional<Digest>& recorded, const Digest& now)
{
    if (!recorded)
        return DigestVerdict::None;
    Digest comparable = *recorded;
    comparable.checked = now.checked;
    if (comparable == now)
        return DigestVerdict::Same;
    return recorded->changeCounter == now.changeCounter ? DigestVerdict::Damaged : DigestVerdict::OtherWriter;
}

} // namespace steward::book
