// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/table.h"

#include "core/base/cell.h"
#include "core/csv/formula.h"

#include <algorithm>

namespace steward::csv {

namespace {

constexpr size_t sampleRecords = 200;
constexpr size_t sampleBytes = 1 << 20;
constexpr size_t heldRecords = 64;
constexpr size_t heldBytes = 4096;

size_t bytesOf(const Record& record)
{
    size_t bytes = 0;
    for (const std::string_view cell : record.fields)
        bytes += cell.size();
    return bytes;
}

/// Cheap look before tailOf(): every record of a large file comes by here.
bool mayBeginTotal(std::string_view cell)
{
    constexpr size_t longest = 100;
    if (cell.size() < 3 || cell.size() > longest)
        return false;
    const char first = static_cast<char>(cell[0] | 0x20); // small letters differ by this bit
    if (first != 't' && first != 'g' && first != 's' && first != 'i')
        return false;
    static constexpr std::string_view starts[] = {"tot", "gra", "sub", "ges", "ins", "sum"};
    const auto matches = [&](std::string_view start) {
        return qstrnicmp(cell.data(), start.data(), start.size()) == 0;
    };
    return std::any_of(std::begin(starts), std::end(starts), matches);
}

QString firstText(const Row& row)
{
    for (const std::string& cell : row.cells)
        if (!trimmedCell(cell).empty())
            return QString::fromUtf8(cell.data(), static_cast<qsizetype>(std::min<size_t>(cell.size(), 320))).left(80);
    return {};
}

} // namespace

Result<Table> Table::open(const QString& path, const Options& options, const LayoutOptions& layout)
{
    return Reader::open(path, options).map([&](Reader&& reader) { return Table(std::move(reader), layout); });
}

Result<Table> Table::open(const QByteArray& bytes, const Options& options, const LayoutOptions& layout)
{
    return Reader::open(bytes, options).map([&](Reader&& reader) { return Table(std::move(reader), layout); });
}

Table::Table(Reader reader, const LayoutOptions& layout)
    : m_reader(std::move(reader))
{
    m_reader.expectWidth(-1);
    readSample();
    std::vector<Row> rows;
    for (const Kept& kept : m_sample)
        rows.push_back(kept.row);
    m_layout = detectLayout(rows, layout);
    for (const Issue& issue : m_layout.issues)
        m_reader.report(issue);
    m_sampleTaken = static_cast<size_t>(m_layout.titleRows) + static_cast<size_t>(m_layout.headerRows);
}

void Table::keep(std::vector<Kept>& where, const Record& record)
{
    where.push_back({{record.line, {record.fields.begin(), record.fields.end()}}, record.flaw});
}

void Table::readSample()
{
    size_t bytes = 0;
    while (m_sample.size() < sampleRecords && bytes < sampleBytes && m_reader.next(m_live)) {
        const size_t here = bytesOf(m_live);
        if (here > sampleBytes && !m_sample.empty()) {
            m_hasLive = true;
            return;
        }
        keep(m_sample, m_live);
        bytes += here;
    }
}

bool Table::nextRaw(Record& record)
{
    if (m_sampleTaken < m_sample.size()) {
        const Kept& kept = m_sample[m_sampleTaken++];
        m_views.assign(kept.row.cells.begin(), kept.row.cells.end());
        record = {kept.row.line, m_views, kept.flaw};
        return true;
    }
    if (std::exchange(m_hasLive, false)) {
        record = m_live;
        return true;
    }
    m_sample.clear();
    m_sampleTaken = 0;
    return m_reader.next(record);
}

/// Few cells filled, or it begins like a total: at the end of the file this can be the report's footer.
bool Table::mayBeTail(const Record& record) const
{
    if (m_layout.columns < 2 || record.flaw != Code())
        return false;
    size_t filled = 0;
    for (const std::string_view cell : record.fields) {
        filled += !cell.empty();
        if (filled > 1)
            break;
    }
    if (filled <= 1 || record.fields.size() < static_cast<size_t>(m_layout.columns))
        return bytesOf(record) < heldBytes;
    const auto first =
        std::find_if(record.fields.begin(), record.fields.end(), [](std::string_view cell) { return !cell.empty(); });
    return mayBeginTotal(*first) && tailOf(record.fields) == Tail::Total;
}

/// The file has ended: what of the held records is a total, what a footer, what was data all along?
void Table::settleTail()
{
    std::vector<Tail> tails;
    for (const Kept& kept : m_held) {
        const std::vector<std::string_view> cells(kept.row.cells.begin(), kept.row.cells.end());
        tails.push_back(tailOf(cells));
    }
    const auto firstFooter = static_cast<size_t>(std::find(tails.begin(), tails.end(), Tail::Footer) - tails.begin());
    const bool hasFooter = firstFooter < tails.size();
    const auto columns = static_cast<size_t>(m_layout.columns);
    size_t end = m_held.size(); // records from here on are below the table
    while (end > 0) {
        const bool isBare = hasFooter && (m_held[end - 1].row.cells.size() < columns || end - 1 > firstFooter);
        if (tails[end - 1] == Tail::None && !isBare)
            break;
        --end;
    }
    for (size_t at = 0; at < m_held.size(); ++at) {
        Kept& kept = m_held[at];
        if (at < end) {
            m_ready.push_back(std::move(kept));
            continue;
        }
        const bool isTotal = tails[at] == Tail::Total;
        m_reader.report({isTotal ? Code("csv.total-row") : Code("csv.footer"), kept.row.line, 0, firstText(kept.row)});
        if (isTotal)
            m_totals.push_back(std::move(kept.row));
    }
    m_held.clear();
}

bool Table::release(Record& record)
{
    if (m_readyTaken == m_ready.size()) {
        m_ready.clear();
        m_readyTaken = 0;
        return false;
    }
    const Kept& kept = m_ready[m_readyTaken++];
    m_views.assign(kept.row.cells.begin(), kept.row.cells.end());
    record = {kept.row.line, m_views, kept.flaw};
    return true;
}

bool Table::next(Record& record)
{
    while (true) {
        if (!m_ready.empty() && release(record)) {
            handOut(record);
            return true;
        }
        if (m_ended)
            return false;
        if (!nextRaw(record)) {
            m_ended = true;
            settleTail();
            if (m_rows == 0 && m_ready.empty() && m_reader.status())
                m_reader.report({Code("csv.no-rows"), 0, 0, {}});
            continue;
        }
        if (mayBeTail(record)) {
            keep(m_held, record);
            if (m_held.size() >= heldRecords)
                m_ready = std::exchange(m_held, {});
            continue;
        }
        if (m_held.empty()) {
            handOut(record);
            return true;
        }
        m_ready = std::exchange(m_held, {});
        keep(m_ready, record);
    }
}

void Table::handOut(Record& record)
{
    ++m_rows;
    const auto columns = static_cast<size_t>(m_layout.columns);
    const auto width = static_cast<size_t>(m_layout.width);
    const size_t cells = record.fields.size();
    size_t kept = cells;
    while (kept > columns && trimmedCell(record.fields[kept - 1]).empty())
        --kept;
    record.fields = record.fields.first(kept);
    if (record.flaw == Code() && (cells < columns || kept > columns || cells > std::max(width, columns))) {
        const std::string_view first = record.fields.empty() ? std::string_view() : record.fields.front();
        m_reader.report(cells < columns ? Code("csv.short-row") : Code("csv.long-row"), record.line,
                        static_cast<int>(cells), first);
    }
    if (!m_layout.hasSpreadsheetMark)
        return;
    if (m_views.data() != record.fields.data())
        m_views.assign(record.fields.begin(), record.fields.end());
    for (std::string_view& cell : m_views)
        cell = stripSpreadsheetApostrophe(cell);
    record.fields = std::span<const std::string_view>(m_views).first(kept);
}

} // namespace steward::csv
