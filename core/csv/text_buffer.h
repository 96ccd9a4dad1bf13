// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/splitter.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace steward::csv {

/// The text that was decoded and not yet consumed. Grows by realloc: large blocks are remapped, not copied, so a long
/// record costs its own length once. Behind end() there are always Splitter::padding readable bytes.
class TextBuffer
{
public:
    explicit TextBuffer(size_t longestRecord)
        : m_longestRecord(longestRecord)
    {
    }

    [[nodiscard]] char* begin() const { return m_data.get() + m_begin; }
    [[nodiscard]] char* end() const { return m_data.get() + m_end; }
    [[nodiscard]] size_t size() const { return m_end - m_begin; }
    [[nodiscard]] size_t beginOffset() const { return m_begin; }
    [[nodiscard]] size_t endOffset() const { return m_end; }
    [[nodiscard]] const char* at(size_t offset) const { return m_data.get() + offset; }

    void consume(const char* up) { m_begin = static_cast<size_t>(up - m_data.get()); }
    void added(size_t bytes)
    {
        m_end += bytes;
        std::memset(m_data.get() + m_end, 0, Splitter::padding);
    }

    /// Makes `room` bytes writable behind end(); returns by how much offsets became smaller.
    size_t makeRoom(size_t room)
    {
        const size_t needed = room + Splitter::padding;
        if (m_end + needed <= m_capacity)
            return 0;
        const size_t moved = m_begin;
        if (moved > 0)
            std::memmove(m_data.get(), begin(), size());
        m_end -= moved;
        m_begin = 0;
        if (m_end + needed > m_capacity)
            grow(m_end + needed);
        return moved;
    }

private:
    static constexpr size_t smallest = 512 * 1024;

    /// Only makeRoom() calls it, when the text begins at 0.
    void grow(size_t atLeast)
    {
        const size_t capacity = atLeast <= smallest ? smallest : std::max(atLeast, m_longestRecord + smallest);
        auto grown = std::make_unique_for_overwrite<char[]>(capacity);
        if (m_end > 0)
            std::memcpy(grown.get(), m_data.get(), m_end);
        m_data = std::move(grown);
        m_capacity = capacity;
    }

    size_t m_longestRecord;
    std::unique_ptr<char[]> m_data;
    size_t m_begin = 0;
    size_t m_end = 0;
    size_t m_capacity = 0;
};

} // namespace steward::csv
