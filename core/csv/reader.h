// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/csv/issue.h"
#include "core/csv/options.h"

#include <QByteArray>
#include <QIODevice>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace steward::csv {

struct TextMemory;

/// One record. The views are UTF-8 text inside the reader's buffer: valid until the next call of next().
struct Record
{
    qint64 line = 0; ///< physical line where the record starts, from 1; a "sep=" line counts
    std::span<const std::string_view> fields;
    Code flaw; ///< set when the record cannot be trusted and should be rejected: "csv.nul", "csv.field-too-long",
               ///< "csv.too-many-columns", "csv.line-too-long"; the fields are what could be read
};

/// Reads delimited text of any size record by record: memory is bounded by the longest record, time is linear.
/// Damage is reported in issues() and reading goes on. Codes beside the flaws: "csv.short-row", "csv.long-row" (column:
/// number of fields), "csv.quote-bare", "csv.quote-inside", "csv.quote-unclosed", "csv.invalid-bytes" (value: the byte
/// in hex), "csv.nul-replaced", "csv.file-changed". Not thread-safe; may be moved between threads.
class Reader
{
public:
    /// Opens and sniffs. Errors: see openSource() in core/csv/source.h.
    [[nodiscard]] static Result<Reader> open(const QString& path, const Options& options = {});
    [[nodiscard]] static Result<Reader> open(const QByteArray& bytes, const Options& options = {});
    [[nodiscard]] static Result<Reader> open(std::unique_ptr<QIODevice> device, const Options& options = {});

    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// False at the end, and when the device fails: status() tells which.
    bool next(Record& record);
    [[nodiscard]] Status status() const;

    /// Width that records are compared with for "csv.short-row" and "csv.long-row"; 0 (the start): the first record
    /// sets it; -1: widths are not compared.
    void expectWidth(int width);

    /// For those who read ahead: from now on the text of records stays where it is. takeTexts() gives the memory that
    /// next() has left for new one; the records handed out before that lie in it, as long as it is kept.
    void keepTexts();
    [[nodiscard]] std::vector<TextMemory> takeTexts();
    /// Memory of takeTexts() that is wanted no more.
    void reuse(TextMemory text);

    /// Adds to issues(): for those who read on from here and want one list.
    void report(Issue issue);
    void report(Code code, qint64 line, int column, std::string_view value);

    [[nodiscard]] const Dialect& dialect() const;
    [[nodiscard]] const Evidence& evidence() const;
    [[nodiscard]] const Issues& issues() const;
    [[nodiscard]] qint64 blankRows() const;
    [[nodiscard]] qint64 bytesRead() const;
    [[nodiscard]] qint64 size() const; ///< of the file when it was opened; -1: not known

private:
    class Work;
    explicit Reader(std::unique_ptr<Work> work);
    static Result<Reader> start(Result<struct Source> source, const Options& options);
    std::unique_ptr<Work> m_work;
};

} // namespace steward::csv
