// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/writer.h"

#include "core/csv/formula.h"

#include <algorithm>

namespace steward::csv {

namespace {

constexpr size_t flushAt = 64 * 1024;

void appendQuoted(std::string& out, std::string_view cell)
{
    out += '"';
    for (size_t at = 0; at < cell.size();) {
        const size_t quote = std::min(cell.size(), cell.find('"', at));
        out.append(cell, at, quote - at);
        if (quote < cell.size())
            out += "\"\"";
        at = quote + 1;
    }
    out += '"';
}

/// The first bytes of a file decide what readers take it for (a byte order mark, "sep=;", "%PDF"): only a plain name
/// stays unquoted.
bool isPlainName(std::string_view cell)
{
    return !cell.empty() && !cell.starts_with("sep=") && std::all_of(cell.begin(), cell.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == ' ';
    });
}

} // namespace

Result<Writer> Writer::open(const QString& path, const WriteOptions& options)
{
    auto file = std::make_unique<AtomicFile>(path);
    if (Status opened = file->open(); !opened)
        return tl::unexpected(std::move(opened.error()));
    Writer writer(file->device(), options);
    writer.m_file = std::move(file);
    return writer;
}

Writer::Writer(QIODevice& device, const WriteOptions& options)
    : m_options(options)
    , m_device(&device)
{
    if (m_options.byteOrderMark)
        m_text = "\xef\xbb\xbf";
}

bool Writer::needsQuotes(std::string_view cell) const
{
    if (m_options.form == Form::Spreadsheet || (m_firstCell && !isPlainName(cell)))
        return true;
    return std::any_of(cell.begin(), cell.end(), [this](char letter) {
        return letter == m_options.delimiter || letter == '"' || letter == '\n' || letter == '\r';
    });
}

void Writer::cell(std::string_view utf8)
{
    if (std::exchange(m_inRow, true))
        m_text += m_options.delimiter;
    if (!needsQuotes(utf8))
        m_text += utf8;
    else if (m_options.form == Form::Spreadsheet && needsApostrophe(utf8))
        appendQuoted(m_text, spreadsheetCell(utf8));
    else
        appendQuoted(m_text, utf8);
    m_firstCell = false;
}

void Writer::cell(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    cell(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

void Writer::endRow()
{
    if (m_hasMark)
        cell(std::string_view());
    if (m_text.size() == m_rowStart && m_options.form == Form::Exact)
        m_text += "\"\""; // a row of one empty cell must not look like a blank line
    m_text += m_options.lineEnd == LineEnd::Lf ? "\n" : "\r\n";
    m_inRow = false;
    if (m_text.size() >= flushAt)
        flush();
    m_rowStart = m_text.size();
}

void Writer::header(std::span<const QString> names)
{
    for (const QString& name : names)
        cell(name);
    if (m_options.form == Form::Spreadsheet)
        cell(spreadsheetMark);
    endRow();
    m_hasMark = m_options.form == Form::Spreadsheet;
}

void Writer::row(std::span<const QString> cells)
{
    for (const QString& text : cells)
        cell(text);
    endRow();
}

void Writer::flush()
{
    const auto size = static_cast<qint64>(m_text.size());
    if (!m_failed && m_device->write(m_text.data(), size) != size)
        m_failed = true;
    m_text.clear();
}

Status Writer::finish()
{
    flush();
    if (m_file)
        return m_failed ? m_file->abandon() : m_file->commit();
    return m_failed ? fail(Code("csv.write-failed"), ErrorKind::Io, {m_device->errorString()}) : Status();
}

} // namespace steward::csv
