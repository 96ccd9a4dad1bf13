// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/layout.h"
#include "core/csv/reader.h"

namespace steward::csv {

/// A file as a table: the reader plus its layout. Hands out the records between header and report footer, without the
/// trailing empty columns and, in a file that carries Steward's mark, without the apostrophes of the spreadsheet form.
/// Reported beside what Reader and detectLayout() report: "csv.total-row", "csv.footer", "csv.no-rows".
class Table
{
public:
    [[nodiscard]] static Result<Table> open(const QString& path, const Options& options = {},
                                            const LayoutOptions& layout = {});
    [[nodiscard]] static Result<Table> open(const QByteArray& bytes, const Options& options = {},
                                            const LayoutOptions& layout = {});
    explicit Table(Reader reader, const LayoutOptions& layout = {});

    /// The record's views are valid until the next call. Cells beyond columns() are there only when they hold
    /// something. False at the end and when the device fails: status() tells which.
    bool next(Record& record);
    [[nodiscard]] Status status() const { return m_reader.status(); }

    [[nodiscard]] const Layout& layout() const { return m_layout; }
    [[nodiscard]] const std::vector<QString>& names() const { return m_layout.names; }
    [[nodiscard]] const Reader& reader() const { return m_reader; }
    [[nodiscard]] Reader& reader() { return m_reader; }
    /// Cells of the record handed out last that do not lie in the reader's text.
    [[nodiscard]] bool isCopy(const Record& record) const
    {
        return !m_views.empty() && record.fields.data() == m_views.data();
    }
    [[nodiscard]] const Issues& issues() const { return m_reader.issues(); }
    /// Records handed out so far.
    [[nodiscard]] qint64 rows() const { return m_rows; }
    /// Rows of totals below the table, known at its end: for comparing with what was read.
    [[nodiscard]] const std::vector<Row>& totals() const { return m_totals; }

private:
    struct Kept
    {
        Row row;
        Code flaw;
    };

    void readSample();
    bool nextRaw(Record& record);
    [[nodiscard]] bool mayBeTail(const Record& record) const;
    void handOut(Record& record);
    void settleTail();
    void keep(std::vector<Kept>& where, const Record& record);
    bool release(Record& record);

    Reader m_reader;
    Layout m_layout;
    std::vector<Kept> m_sample;
    size_t m_sampleTaken = 0;
    Record m_live; // a long record that was looked at but not copied
    bool m_hasLive = false;
    std::vector<Kept> m_held;  // may be the end of the table
    std::vector<Kept> m_ready; // was held and is not
    size_t m_readyTaken = 0;
    std::vector<std::string_view> m_views;
    std::vector<Row> m_totals;
    qint64 m_rows = 0;
    bool m_ended = false;
};

} // namespace steward::csv
