// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/zip.h"

#include <limits>
#include <utility>
#include <zlib.h>

namespace steward::deck {

namespace {

constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;
constexpr quint16 neededVersion = 20;
/// 1980-01-01 00:00: the first moment an archive knows.
constexpr quint16 noTime = 0;
constexpr quint16 firstDay = 0x0021;

/// Little-endian, whatever the machine is.
void put16(QByteArray& to, quint32 number)
{
    to.append(static_cast<char>(number & 0xFF));
    to.append(static_cast<char>((number >> 8) & 0xFF));
}

void put32(QByteArray& to, quint32 number)
{
    put16(to, number & 0xFFFF);
    put16(to, number >> 16);
}

/// What the header of an entry and its line in the directory share.
struct Entry
{
    quint16 method;
    quint32 crc;
    quint32 packed;
    quint32 size;
    quint32 nameSize;

    void putTo(QByteArray& to) const
    {
        put16(to, neededVersion);
        put16(to, 0); // flags
        put16(to, method);
        put16(to, noTime);
        put16(to, firstDay);
        put32(to, crc);
        put32(to, packed);
        put32(to, size);
        put16(to, nameSize);
        put16(to, 0); // no extra fields
    }
};

} // namespace

struct Deflater::Stream
{
    z_stream stream = {};
    bool isOpen = false;
};

Deflater::Deflater()
    : m_stream(std::make_unique<Stream>())
{
    // The text of slides repeats itself: more effort saves a tenth of the bytes for half as much time again.
    constexpr int level = 1;
    // A small table of what was seen: it is emptied for each part.
    constexpr int memory = 6;
    m_stream->isOpen =
        deflateInit2(&m_stream->stream, level, Z_DEFLATED, -MAX_WBITS, memory, Z_DEFAULT_STRATEGY) == Z_OK;
}

Deflater::~Deflater()
{
    if (m_stream->isOpen)
        deflateEnd(&m_stream->stream);
}

bool Deflater::append(const QByteArray& bytes, QByteArray& to)
{
    if (!m_stream->isOpen || bytes.size() > std::numeric_limits<int>::max())
        return false;
    z_stream& stream = m_stream->stream;
    const qsizetype before = to.size();
    const auto most = static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    to.resize(before + most);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(to.data() + before);
    stream.avail_out = static_cast<uInt>(most);
    const bool isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    to.truncate(before + most - static_cast<qsizetype>(stream.avail_out));
    return deflateReset(&stream) == Z_OK && isDone;
}

void ZipWriter::add(const QByteArray& name, const QByteArray& bytes)
{
    constexpr qsizetype most = std::numeric_limits<qint32>::max();
    m_isGood = m_isGood && bytes.size() < most && m_entries.size() < most;
    if (!m_isGood)
        return;
    QByteArray packed;
    if (m_packing)
        m_isGood = m_packing->append(bytes, packed);
    const QByteArray& content = m_packing ? packed : bytes;
    const Entry entry{m_packing ? deflated : stored,
                      static_cast<quint32>(
                          crc32(0, reinterpret_cast<const Bytef*>(bytes.constData()), static_cast<uInt>(bytes.size()))),
                      static_cast<quint32>(content.size()), static_cast<quint32>(bytes.size()),
                      static_cast<quint32>(name.size())};
    put32(m_directory, 0x02014B50);
    put16(m_directory, neededVersion);
    entry.putTo(m_directory);
    put16(m_directory, 0); // no comment
    put16(m_directory, 0); // on this disk
    put16(m_directory, 0);
    put32(m_directory, 0); // no attributes
    put32(m_directory, static_cast<quint32>(m_entries.size()));
    m_directory += name;
    put32(m_entries, 0x04034B50);
    entry.putTo(m_entries);
    m_entries += name;
    m_entries += content;
    ++m_count;
}

Result<QByteArray> ZipWriter::bytes()
{
    constexpr qsizetype most = std::numeric_limits<qint32>::max();
    if (!m_isGood || m_entries.size() + m_directory.size() > most || m_count > std::numeric_limits<quint16>::max())
        return fail(Code("deck.failed"));
    const auto directory = static_cast<quint32>(m_entries.size());
    const auto size = static_cast<quint32>(m_directory.size());
    m_entries += std::exchange(m_directory, {});
    put32(m_entries, 0x06054B50);
    put16(m_entries, 0);
    put16(m_entries, 0);
    put16(m_entries, static_cast<quint32>(m_count));
    put16(m_entries, static_cast<quint32>(m_count));
    put32(m_entries, size);
    put32(m_entries, directory);
    put16(m_entries, 0); // no comment
    return std::exchange(m_entries, {});
}

} // namespace steward::deck
