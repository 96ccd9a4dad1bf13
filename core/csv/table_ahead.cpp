// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/table_ahead.h"

#include <algorithm>
#include <iterator>

namespace steward::csv {

TableAhead::TableAhead(Table table)
    : m_table(std::move(table))
    , m_size(m_table.reader().size())
{
    m_table.reader().keepTexts();
    m_thread = std::thread([this] { run(); });
}

TableAhead::~TableAhead()
{
    m_full.close();
    m_thread.join();
}

void TableAhead::add(Batch& batch, const Record& record, bool isCopied)
{
    batch.rows.push_back({record.line, record.fields.size(), record.flaw});
    if (!isCopied) {
        batch.cells.insert(batch.cells.end(), record.fields.begin(), record.fields.end());
        return;
    }
    for (const std::string_view cell : record.fields)
        batch.cells.emplace_back(batch.copies.emplace_back(cell));
}

TableAhead::Batch TableAhead::emptyBatch()
{
    auto used = m_used.tryTake();
    if (!used)
        return {};
    for (TextMemory& text : used->texts)
        m_table.reader().reuse(std::move(text));
    used->rows.clear();
    used->cells.clear();
    used->texts.clear();
    used->copies.clear();
    return std::move(*used);
}

bool TableAhead::handOver(Batch batch)
{
    batch.bytesRead = m_table.reader().bytesRead();
    return m_full.put(std::move(batch));
}

/// A batch is what lies in one piece of text: it is handed over when the reader has gone on to the next.
void TableAhead::run()
{
    Batch batch;
    Record record;
    while (m_table.next(record)) {
        if (auto texts = m_table.reader().takeTexts(); !texts.empty()) {
            // The record itself already lies in the text behind.
            std::ranges::move(texts, std::back_inserter(batch.texts));
            if (!batch.rows.empty()) {
                if (!handOver(std::move(batch)))
                    return;
                batch = emptyBatch();
            }
        }
        add(batch, record, m_table.isCopy(record));
    }
    if (!batch.rows.empty())
        handOver(std::move(batch));
    m_full.close();
}

bool TableAhead::nextBatch()
{
    if (!m_batch.rows.empty())
        m_used.put(std::move(m_batch));
    auto next = m_full.take();
    m_batch = next ? std::move(*next) : Batch();
    m_row = m_cell = 0;
    return next.has_value();
}

} // namespace steward::csv
