// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <memory>

namespace steward::deck {

/// Packs one text after another. What it needs for that (a quarter of a megabyte) is taken once, not for each of the
/// hundred small parts of a deck: that alone was half of the time a deck took.
class Deflater
{
public:
    Deflater();
    ~Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    /// Appends the packed bytes; false: no memory.
    [[nodiscard]] bool append(const QByteArray& bytes, QByteArray& to);

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

/// An archive in memory. The same entries give the same bytes: none has a time.
class ZipWriter
{
public:
    /// packing: nullptr leaves the entries as they are.
    explicit ZipWriter(Deflater* packing)
        : m_packing(packing)
    {
    }
    /// name in ASCII, unique.
    void add(const QByteArray& name, const QByteArray& bytes);
    /// Closes the archive. Error "deck.failed": no memory, or over two gigabytes.
    [[nodiscard]] Result<QByteArray> bytes();

private:
    Deflater* m_packing;
    QByteArray m_entries;
    QByteArray m_directory;
    int m_count = 0;
    bool m_isGood = true;
};

} // namespace steward::deck
