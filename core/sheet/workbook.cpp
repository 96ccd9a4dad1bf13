// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sheet/workbook.h"

#include "core/base/atomic_file.h"
#include "core/base/day.h"
#include "core/sheet/c_locale.h"
#include "core/sheet/cell_text.h"
#include "core/sheet/package_check.h"
#include "core/sheet/xlsx_library.h"

#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>

namespace steward::sheet {

namespace {

/// Above so many cells the texts are kept in the sheets and rows leave the memory at once.
constexpr qint64 manyCells = 200'000;

/// By digits behind the decimal point.
constexpr std::array moneyFormats = {"#,##0", "#,##0.0", "#,##0.00", "#,##0.000"};

double widthOf(const Column& column)
{
    if (column.width > 0)
        return std::min(column.width, 255.0);
    constexpr double forFilterArrow = 3;
    const double title = static_cast<double>(column.title.size()) + forFilterArrow;
    const double usual = column.type == ColumnType::Text ? 18 : 12;
    return std::clamp(title, usual, 40.0);
}

/// The serial number of a day, 0 where spreadsheets have none (or, before March 1900, disagree).
double serialOf(QDate day)
{
    constexpr qint64 julianOfZero = 2'415'019; // 1899-12-30
    constexpr qint64 first = 61;
    constexpr qint64 last = 2'958'465;
    const qint64 serial = day.toJulianDay() - julianOfZero;
    return serial >= first && serial <= last ? static_cast<double>(serial) : 0;
}

class Workbook
{
public:
    Workbook(const XlsxLibrary& xlsx, const QString& folder, bool isBig)
        : m_xlsx(xlsx)
        , m_folder(QFile::encodeName(folder))
        , m_path(m_folder + "/workbook.xlsx")
    {
        lxw_workbook_options options{};
        options.constant_memory = isBig ? LXW_TRUE : LXW_FALSE;
        options.tmpdir = m_folder.data();
        options.use_zip64 = LXW_FALSE;
        m_workbook = m_xlsx.workbook_new_opt(m_path.constData(), &options);
        if (!m_workbook)
            return;
        m_header = format("@");
        m_xlsx.format_set_bold(m_header);
        m_xlsx.format_set_bottom(m_header, LXW_BORDER_THIN);
    }
    ~Workbook()
    {
        if (m_workbook)
            m_xlsx.lxw_workbook_free(m_workbook);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    [[nodiscard]] bool isOpen() const { return m_workbook != nullptr; }
    [[nodiscard]] QString path() const { return QFile::decodeName(m_path); }
    [[nodiscard]] const std::vector<qint64>& cellsOfSheet() const { return m_cells; }
    [[nodiscard]] const Report& report() const { return m_report; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

    /// False when cancelled.
    bool add(const Sheet& sheet, const Progress& progress, qint64 done, qint64 total)
    {
        m_sheet = m_xlsx.workbook_add_worksheet(m_workbook, sheetName(sheet.name, m_names).toUtf8().constData());
        if (!m_sheet) {
            m_hasFailed = true;
            return true;
        }
        m_cells.push_back(0);
        layOut(sheet);
        std::vector<Cell> cells(sheet.columns.size());
        for (qint64 row = 0; row < sheet.rows; ++row) {
            if (row % 1000 == 0) {
                if (progress.isCancelled())
                    return false;
                progress.at(done + row, total);
            }
            std::fill(cells.begin(), cells.end(), Cell{});
            sheet.fill(row, cells);
            for (std::size_t i = 0; i < cells.size(); ++i)
                write(static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i), cells[i]);
        }
        return true;
    }
    /// False when the library noticed a failure; it does not notice all.
    bool close()
    {
        const lxw_error error = m_xlsx.workbook_close(m_workbook); // also frees it
        m_workbook = nullptr;
        return error == LXW_NO_ERROR;
    }

private:
    lxw_format* format(const char* number)
    {
        lxw_format* made = m_xlsx.workbook_add_format(m_workbook);
        m_xlsx.format_set_num_format(made, number);
        return made;
    }
    lxw_format* formatOf(const Column& column)
    {
        switch (column.type) {
        case ColumnType::Text:
            return format("@");
        case ColumnType::Number:
            return format("General");
        case ColumnType::Whole:
            return format("#,##0");
        case ColumnType::Date:
            return m_date = format("yyyy-mm-dd");
        case ColumnType::Money:
            return format(moneyFormats[static_cast<std::size_t>(std::clamp(column.minorDigits, 0, 3))]);
        case ColumnType::Percent:
            return format("0.0%");
        }
        return nullptr;
    }

    void layOut(const Sheet& sheet)
    {
        const auto last = static_cast<lxw_col_t>(sheet.columns.size() - 1);
        m_formats.clear();
        m_scales.clear();
        m_date = format("yyyy-mm-dd");
        for (lxw_col_t i = 0; i <= last; ++i) {
            const Column& column = sheet.columns[i];
            m_formats.push_back(formatOf(column));
            m_scales.push_back(std::pow(10.0, std::clamp(column.minorDigits, 0, 3)));
            check(m_xlsx.worksheet_set_column(m_sheet, i, i, widthOf(column), m_formats.back()));
        }
        m_xlsx.worksheet_freeze_panes(m_sheet, 1, 0);
        check(m_xlsx.worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(sheet.rows), last));
        for (lxw_col_t i = 0; i <= last; ++i)
            writeText(0, i, sheet.columns[i].title, m_header);
    }

    void write(lxw_row_t row, lxw_col_t column, const Cell& cell)
    {
        lxw_format* format = m_formats[column];
        if (const auto* text = std::get_if<QString>(&cell))
            writeText(row, column, *text, format);
        else if (const auto* number = std::get_if<double>(&cell))
            writeNumber(row, column, *number, format);
        else if (const auto* whole = std::get_if<qint64>(&cell))
            writeNumber(row, column, static_cast<double>(*whole), format);
        else if (const auto* money = std::get_if<Minor>(&cell))
            writeNumber(row, column, static_cast<double>(money->value) / m_scales[column], format);
        else if (const auto* day = std::get_if<QDate>(&cell); day && day->isValid())
            writeDay(row, column, *day);
    }
    void writeText(lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* format)
    {
        if (text.isEmpty())
            return;
        const CellText ready = cellText(text);
        m_report.replacedCharacters += ready.replaced;
        m_report.cutTexts += ready.isCut ? 1 : 0;
        count(m_xlsx.worksheet_write_string(m_sheet, row, column, ready.utf8.constData(), format));
    }
    void writeNumber(lxw_row_t row, lxw_col_t column, double number, lxw_format* format)
    {
        if (std::isfinite(number))
            count(m_xlsx.worksheet_write_number(m_sheet, row, column, number, format));
        else
            ++m_report.notNumbers;
    }
    void writeDay(lxw_row_t row, lxw_col_t column, QDate day)
    {
        if (const double serial = serialOf(day); serial > 0) {
            writeNumber(row, column, serial, m_date);
            return;
        }
        ++m_report.daysAsText;
        writeText(row, column, isoText(day), m_formats[column]);
    }
    void count(lxw_error error)
    {
        check(error);
        ++m_cells.back();
        ++m_report.cells;
    }
    void check(lxw_error error) { m_hasFailed = m_hasFailed || error != LXW_NO_ERROR; }

    const XlsxLibrary& m_xlsx;
    QByteArray m_folder;
    QByteArray m_path;
    lxw_workbook* m_workbook = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_header = nullptr;
    lxw_format* m_date = nullptr;
    std::vector<lxw_format*> m_formats;
    std::vector<double> m_scales;
    std::vector<qint64> m_cells;
    QSet<QString> m_names;
    Report m_report;
    bool m_hasFailed = false;
};

Status checkLimits(std::span<const Sheet> sheets)
{
    for (const Sheet& sheet : sheets) {
        const auto columns = static_cast<qsizetype>(sheet.columns.size());
        if (columns > mostColumns)
            return fail(Code("sheet.too-many-columns"), ErrorKind::Failed,
                        {sheet.name, qint64{columns}, qint64{mostColumns}});
        if (sheet.rows + 1 > mostRows)
            return fail(Code("sheet.too-many-rows"), ErrorKind::Failed, {sheet.name, sheet.rows, mostRows - 1});
        if (columns == 0)
            return fail(Code("sheet.empty"), ErrorKind::Failed, {sheet.name});
    }
    return sheets.empty() ? Status(fail(Code("sheet.empty"), ErrorKind::Failed, {QString()})) : Status();
}

/// Copies the finished file to its place, whole or not at all.
Status putInPlace(const QString& from, const QString& path)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Code("sheet.write-failed"), ErrorKind::Io, {path});
    AtomicFile target(path);
    if (Status opened = target.open(); !opened)
        return opened;
    constexpr qint64 piece = 1 << 20;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            return fail(Code("sheet.write-failed"), ErrorKind::Io, {path});
        if (Status written = target.write(bytes); !written)
            return written;
    }
    return target.commit();
}

} // namespace

Result<Report> writeWorkbook(const QString& path, std::span<const Sheet> sheets, const Progress& progress)
{
    if (Status limits = checkLimits(sheets); !limits)
        return tl::unexpected(limits.error());
    qint64 rows = 0;
    qint64 cells = 0;
    for (const Sheet& sheet : sheets) {
        rows += sheet.rows;
        cells += sheet.rows * static_cast<qint64>(sheet.columns.size());
    }
    const QTemporaryDir folder;
    const CLocale locale;
    const XlsxLibrary* xlsx = XlsxLibrary::get();
    if (!xlsx)
        return fail(Code("sheet.write-failed"), ErrorKind::Io, {path});
    Workbook workbook(*xlsx, folder.path(), cells > manyCells);
    if (!folder.isValid() || !workbook.isOpen())
        return fail(Code("sheet.write-failed"), ErrorKind::Io, {path});
    qint64 done = 0;
    for (const Sheet& sheet : sheets) {
        if (!workbook.add(sheet, progress, done, rows))
            return fail(Code("cancelled"), ErrorKind::Cancelled);
        done += sheet.rows;
    }
    const bool isClosed = workbook.close();
    if (!isClosed || workbook.hasFailed() || !isWholePackage(workbook.path(), workbook.cellsOfSheet()))
        return fail(Code("sheet.write-failed"), ErrorKind::Io, {path});
    if (progress.isCancelled())
        return fail(Code("cancelled"), ErrorKind::Cancelled);
    if (Status placed = putInPlace(workbook.path(), path); !placed)
        return tl::unexpected(placed.error());
    progress.at(rows, rows);
    return workbook.report();
}

} // namespace steward::sheet
