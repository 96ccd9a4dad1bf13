// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/splitter.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace steward::csv {

/// Memory that text lies in.
struct TextMemory
{
    std::unique_ptr<char[]> bytes;
    size_t capacity = 0;
};

/// The text that was decoded and not yet consumed. A long record costs its own length once. Behind end() there are
/// always Splitter::padding readable bytes.
class TextBuffer
{
public:
    explicit TextBuffer(size_t longestRecord)
        : m_longestRecord(longestRecord)
    {
    }

    [[nodiscard]] char* begin() const { return m_memory.bytes.get() + m_begin; }
    [[nodiscard]] char* end() const { return m_memory.bytes.get() + m_end; }
    [[nodiscard]] size_t size() const { return m_end - m_begin; }
    [[nodiscard]] size_t beginOffset() const { return m_begin; }
    [[nodiscard]] size_t endOffset() const { return m_end; }
    [[nodiscard]] const char* at(size_t offset) const { return m_memory.bytes.get() + offset; }

    void consume(const char* up) { m_begin = static_cast<size_t>(up - m_memory.bytes.get()); }
    void added(size_t bytes)
    {
        m_end += bytes;
        std::memset(m_memory.bytes.get() + m_end, 0, Splitter::padding);
    }

    /// Makes `room` bytes writable behind end(); returns by how much offsets became smaller.
    size_t makeRoom(size_t room)
    {
        const size_t needed = room + Splitter::padding;
        if (m_end + needed <= m_memory.capacity)
            return 0;
        const size_t moved = m_begin;
        const size_t kept = size();
        if (m_isKeeping || kept + needed > m_memory.capacity)
            renew(kept + needed);
        else if (moved > 0)
            std::memmove(m_memory.bytes.get(), begin(), kept);
        m_begin = 0;
        m_end = kept;
        return moved;
    }

    /// What was consumed stays where it is from now on: takeLeft() gives the memory that was left for new one.
    void keep() { m_isKeeping = true; }
    [[nodiscard]] std::vector<TextMemory> takeLeft() { return std::exchange(m_left, {}); }
    /// Memory that is wanted no more.
    void reuse(TextMemory memory)
    {
        if (memory.capacity == smallest)
            m_spare.push_back(std::move(memory));
    }

private:
    static constexpr size_t smallest = 256 * 1024;

    void renew(size_t atLeast)
    {
        TextMemory next;
        if (atLeast <= smallest && !m_spare.empty()) {
            next = std::move(m_spare.back());
            m_spare.pop_back();
        } else {
            next.capacity = atLeast <= smallest ? smallest : std::max(atLeast, m_longestRecord + smallest);
            next.bytes = std::make_unique_for_overwrite<char[]>(next.capacity);
        }
        if (size() > 0)
            std::memcpy(next.bytes.get(), begin(), size());
        std::swap(m_memory, next);
        if (m_isKeeping && next.bytes)
            m_left.push_back(std::move(next));
    }

    size_t m_longestRecord;
    TextMemory m_memory;
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_isKeeping = false;
    std::vector<TextMemory> m_left;
    std::vector<TextMemory> m_spare;
};

} // namespace steward::csv
