// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/csv/options.h"

#include <span>
#include <string_view>
#include <vector>

namespace steward::csv {

/// Finds the fields of one record after the other in UTF-8 text. Knows no files and no lines before the record.
///
/// Quotes: a field is quoted when the quote is its first character. Inside, a doubled quote is one quote. A quote that
/// neither is doubled nor ends the field is data and noted. A quote that never closes is data too, and so is every
/// other quote up to the end of that line: the lines behind it stay records.
class Splitter
{
public:
    enum class Outcome
    {
        Record,   ///< fields(), next() are set
        NeedMore, ///< the text ends inside the record
        Overlong  ///< as Record, but the rest of the line is still to be skipped: a field passed its limit
    };
    struct Finding
    {
        Code code;
        size_t field = 0;         ///< from 0
        const char* at = nullptr; ///< where in the text; valid until unescape()
    };

    Splitter(const Dialect& dialect, const Limits& limits);

    /// Splits the record at the start of [begin, end). final: there is no text behind end. At least `padding` bytes
    /// behind end are readable. On NeedMore call again with the same record and more text.
    Outcome split(char* begin, char* end, bool final);
    /// After NeedMore, when no more text is wanted: the field that the text ends in joins fields(), cut short.
    void closeOpenField();
    static constexpr size_t padding = 32;

    /// Removes doubled quotes in place; call after looking at the findings, before reading the fields.
    void unescape();

    [[nodiscard]] std::span<const std::string_view> fields() const { return {m_fields.data(), m_count}; }
    [[nodiscard]] size_t columns() const { return m_columns; } ///< also those above the limit
    [[nodiscard]] char* next() const { return m_next; }        ///< first byte behind the line end
    [[nodiscard]] bool isBlank() const { return m_columns == 1 && m_fields[0].empty() && !m_anyQuoted; }
    [[nodiscard]] bool hasLineBreaks() const { return m_lineBreaks > 0; }
    [[nodiscard]] qint64 lineBreaks() const { return m_lineBreaks; } ///< inside quoted fields
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }
    /// A code when the record cannot be trusted: a field or the number of columns passed its limit.
    [[nodiscard]] Code flaw() const { return m_flaw; }

private:
    enum class Closing
    {
        Closed,
        NeedMore,
        Unclosed
    };

    void restart(char* begin, char* end, bool final);
    bool plainRecord(char* begin, char* end);
    bool plainFields(char*& at);
    bool quotedField(char*& at);
    Closing findClosing(char* quote, char*& closing, char*& after);
    [[nodiscard]] bool opensWithoutClosing(char* opening, char* stray);
    [[nodiscard]] char* searchStop(char* quote);
    [[nodiscard]] bool isTerminator(char letter) const
    {
        return letter == m_delimiter || letter == '\n' || letter == '\r';
    }
    void push(char* begin, char* end);
    void note(Code code, char* at);
    bool endOfText(char* field);
    bool lineEndAt(char* at);

    char m_delimiter;
    char m_quote;
    char m_escape;
    size_t m_fieldLimit;
    size_t m_columnLimit;
    std::vector<std::string_view> m_fields; // grows up to the limit
    size_t m_count = 0;
    size_t m_columns = 0;
    std::vector<size_t> m_escaped; // fields with doubled or escaped quotes
    std::vector<Finding> m_findings;
    Code m_flaw;
    Outcome m_outcome = Outcome::Record;
    char* m_end = nullptr;
    char* m_next = nullptr;
    char* m_open = nullptr;    // start of the field that the text ends in
    char* m_lineEnd = nullptr; // end of the physical line, once only one-line quotes are believed
    char* m_breaksChecked = nullptr;
    bool m_breakSeen = false;
    bool m_final = false;
    bool m_literal = false; // quotes are data up to the end of this record
    bool m_anyQuoted = false;
    bool m_bareNoted = false;
    qint64 m_lineBreaks = 0;
    int m_unclosed = 0;
};

/// Line ends in [begin, end); CRLF is one.
[[nodiscard]] qint64 lineBreaksIn(const char* begin, const char* end);

} // namespace steward::csv
