// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/handover.h"
#include "core/csv/table.h"
#include "core/csv/text_buffer.h"

#include <deque>
#include <thread>

namespace steward::csv {

/// The records of a table, read by a thread of its own a few hundred kilobytes ahead of who takes them: splitting text
/// and making something of it each keep a processor busy. For one thread; every record is the one Table::next() gives.
class TableAhead
{
public:
    explicit TableAhead(Table table);
    /// Waits until the thread has stopped, which it does within one piece of text.
    ~TableAhead();
    TableAhead(const TableAhead&) = delete;
    TableAhead& operator=(const TableAhead&) = delete;

    /// As Table::next(): the views are valid until the next call.
    bool next(Record& record)
    {
        if (m_row == m_batch.rows.size() && !nextBatch())
            return false;
        const Row& row = m_batch.rows[m_row++];
        record.line = row.line;
        record.fields = std::span<const std::string_view>(m_batch.cells).subspan(m_cell, row.cells);
        record.flaw = row.flaw;
        m_cell += row.cells;
        return true;
    }
    /// To be asked after the last record.
    [[nodiscard]] Status status() const { return m_table.status(); }
    /// Where the reading is, at least as far as the record handed out last.
    [[nodiscard]] qint64 bytesRead() const { return m_batch.bytesRead; }
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    struct Row
    {
        qint64 line = 0;
        size_t cells = 0;
        Code flaw;
    };
    /// Records and the memory their cells lie in.
    struct Batch
    {
        std::vector<Row> rows;
        std::vector<std::string_view> cells;
        std::vector<TextMemory> texts;
        std::deque<std::string> copies; ///< cells that lie in no text
        qint64 bytesRead = 0;
    };

    void run();
    static void add(Batch& batch, const Record& record, bool isCopied);
    [[nodiscard]] Batch emptyBatch();
    bool handOver(Batch batch);
    bool nextBatch();

    static constexpr size_t batchesAhead = 2;
    Table m_table; ///< the thread's, until it has closed m_full
    qint64 m_size;
    Handover<Batch> m_full{batchesAhead};
    Handover<Batch> m_used{2 * batchesAhead}; ///< to be filled again: never full
    Batch m_batch;                            ///< being taken
    size_t m_row = 0;
    size_t m_cell = 0;
    std::thread m_thread;
};

} // namespace steward::csv
