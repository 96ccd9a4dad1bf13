// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/splitter.h"

#include <algorithm>
#include <bit>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace steward::csv {

namespace {

constexpr size_t blockSize = 32;
static_assert(Splitter::padding >= blockSize);

/// After this many quotes that never closed, a quoted field must close on its own line: keeps the time linear.
constexpr int unclosedBelieved = 32;
constexpr ptrdiff_t overlongKept = 1024;

#if defined(__SSE2__)
/// One bit a byte of the block: delimiter, quote, CR or LF.
class Structure
{
public:
    Structure(char delimiter, char quote)
        : m_delimiter(_mm_set1_epi8(delimiter))
        , m_quote(_mm_set1_epi8(quote))
        , m_lf(_mm_set1_epi8('\n'))
        , m_cr(_mm_set1_epi8('\r'))
    {
    }
    [[nodiscard]] quint32 of(const char* block) const { return half(block) | (half(block + 16) << 16); }

private:
    [[nodiscard]] quint32 half(const char* block) const
    {
        __m128i bytes;
        std::memcpy(&bytes, block, sizeof bytes);
        const __m128i separators = _mm_or_si128(_mm_cmpeq_epi8(bytes, m_delimiter), _mm_cmpeq_epi8(bytes, m_quote));
        const __m128i lineEnds = _mm_or_si128(_mm_cmpeq_epi8(bytes, m_lf), _mm_cmpeq_epi8(bytes, m_cr));
        return static_cast<quint32>(_mm_movemask_epi8(_mm_or_si128(separators, lineEnds)));
    }
    __m128i m_delimiter;
    __m128i m_quote;
    __m128i m_lf;
    __m128i m_cr;
};
#else
class Structure
{
public:
    Structure(char delimiter, char quote)
        : m_delimiter(delimiter)
        , m_quote(quote)
    {
    }
    [[nodiscard]] quint32 of(const char* block) const
    {
        quint32 mask = 0;
        for (unsigned at = 0; at < blockSize; ++at) {
            const char letter = block[at];
            if (letter == m_delimiter || letter == m_quote || letter == '\n' || letter == '\r')
                mask |= 1U << at;
        }
        return mask;
    }

private:
    char m_delimiter;
    char m_quote;
};
#endif

char* find(char* begin, char* end, char letter)
{
    return begin < end ? static_cast<char*>(std::memchr(begin, letter, static_cast<size_t>(end - begin))) : nullptr;
}

/// At most `kept` bytes, and no half character.
char* cutAtCharacter(char* begin, char* end, ptrdiff_t kept)
{
    char* cut = begin + std::min(kept, end - begin);
    while (cut > begin && cut < end && (static_cast<unsigned char>(*cut) & 0xC0) == 0x80)
        --cut;
    return cut;
}

/// First quote or escape in [begin, end), nullptr when there is none.
char* findSpecial(char* begin, char* end, char quote, char escape)
{
    char* const at = find(begin, end, quote);
    if (escape == 0)
        return at;
    char* const escaped = find(begin, at != nullptr ? at : end, escape);
    return escaped != nullptr ? escaped : at;
}

const char* find(const char* begin, const char* end, char letter)
{
    return begin < end ? static_cast<const char*>(std::memchr(begin, letter, static_cast<size_t>(end - begin)))
                       : nullptr;
}

} // namespace

qint64 lineBreaksIn(const char* begin, const char* end)
{
    qint64 breaks = 0;
    for (const char* at = find(begin, end, '\n'); at != nullptr; at = find(at + 1, end, '\n'))
        ++breaks;
    for (const char* at = find(begin, end, '\r'); at != nullptr; at = find(at + 1, end, '\r'))
        breaks += at + 1 == end || at[1] != '\n';
    return breaks;
}

Splitter::Splitter(const Dialect& dialect, const Limits& limits)
    : m_delimiter(dialect.delimiter)
    , m_quote(dialect.quote)
    , m_escape(dialect.quote == 0 ? char(0) : dialect.escape)
    , m_fieldLimit(static_cast<size_t>(limits.field))
    , m_columnLimit(static_cast<size_t>(std::max(1, limits.columns)))
    , m_fields(std::min<size_t>(m_columnLimit, 64))
{
}

void Splitter::restart(char* begin, char* end, bool final)
{
    m_count = 0;
    m_columns = 0;
    m_lineBreaks = 0;
    m_end = end;
    m_next = begin;
    m_open = nullptr;
    m_final = final;
    m_literal = m_quote == 0;
    m_anyQuoted = false;
    m_bareNoted = false;
    m_lineEnd = nullptr;
    m_outcome = Outcome::Record;
    m_flaw = {};
    m_escaped.clear();
    m_findings.clear();
}

Splitter::Outcome Splitter::split(char* begin, char* end, bool final)
{
    const int unclosedBefore = m_unclosed;
    restart(begin, end, final);
    if (plainRecord(begin, end))
        return m_outcome;
    char* at = begin;
    bool more = true;
    while (more) {
        const bool quoted = !m_literal && at < end && *at == m_quote;
        more = quoted ? quotedField(at) : plainFields(at);
    }
    if (m_outcome == Outcome::NeedMore)
        m_unclosed = unclosedBefore; // the same record is split again
    return m_outcome;
}

/// The record at `begin` in one go where it has no quote, ends well before the text does and keeps within every limit,
/// as nearly all do. False: nothing is said of it.
bool Splitter::plainRecord(char* begin, char* end)
{
    const Structure structure(m_delimiter, m_quote == 0 ? m_delimiter : m_quote);
    std::string_view* const fields = m_fields.data();
    const size_t room = m_fields.size();
    size_t count = 0;
    char* field = begin;
    for (char* block = begin; end - block > static_cast<ptrdiff_t>(blockSize); block += blockSize) {
        for (quint32 mask = structure.of(block); mask != 0; mask &= mask - 1) {
            char* const found = block + std::countr_zero(mask);
            const bool isDelimiter = *found == m_delimiter;
            if (count == room || (!isDelimiter && *found != '\n' && *found != '\r'))
                return false;
            fields[count++] = std::string_view(field, static_cast<size_t>(found - field));
            field = found + 1;
            if (isDelimiter)
                continue;
            if (static_cast<size_t>(found - begin) > m_fieldLimit)
                return false;
            m_count = m_columns = count;
            m_next = *found == '\r' && found[1] == '\n' ? found + 2 : found + 1;
            return true;
        }
    }
    return false;
}

void Splitter::push(char* begin, char* end)
{
    if (m_count == m_fields.size() && m_count < m_columnLimit)
        m_fields.resize(std::min(2 * m_count, m_columnLimit));
    if (m_count < m_fields.size()) {
        if (static_cast<size_t>(end - begin) > m_fieldLimit) {
            m_flaw = Code("csv.field-too-long");
            note(m_flaw, begin);
            end = cutAtCharacter(begin, end, overlongKept);
        }
        m_fields[m_count++] = std::string_view(begin, static_cast<size_t>(end - begin));
    } else if (m_columns == m_columnLimit) {
        m_flaw = Code("csv.too-many-columns");
        note(m_flaw, begin);
    }
    ++m_columns;
}

void Splitter::closeOpenField()
{
    if (m_open != nullptr)
        push(m_open, cutAtCharacter(m_open, m_end, overlongKept));
    m_open = nullptr;
}

void Splitter::note(Code code, char* at) { m_findings.push_back({code, m_columns, at}); }

/// The text ends in a field that began at `field`. Sets the outcome; always false: there is nothing more to look at.
bool Splitter::endOfText(char* field)
{
    if (m_final) {
        push(field, m_end);
        m_next = m_end;
    } else if (static_cast<size_t>(m_end - field) > m_fieldLimit) {
        push(field, m_end);
        m_next = m_end;
        m_outcome = Outcome::Overlong;
    } else {
        m_open = field;
        m_outcome = Outcome::NeedMore;
    }
    return false;
}

/// Steps over the line end at `at`; always false: the record is complete, or a CR needs to know what follows it.
bool Splitter::lineEndAt(char* at)
{
    if (*at == '\r' && at + 1 == m_end && !m_final)
        m_outcome = Outcome::NeedMore;
    m_next = *at == '\r' && at + 1 < m_end && at[1] == '\n' ? at + 2 : at + 1;
    return false;
}

/// Reads unquoted fields from `at` on. True when a quoted field begins at `at`; false when the outcome is known.
bool Splitter::plainFields(char*& at)
{
    const Structure structure(m_delimiter, m_literal ? m_delimiter : m_quote);
    char* field = at;
    for (char* block = at; block < m_end; block += blockSize) {
        quint32 mask = structure.of(block);
        if (const ptrdiff_t left = m_end - block; left < static_cast<ptrdiff_t>(blockSize))
            mask &= (1U << left) - 1;
        for (; mask != 0; mask &= mask - 1) {
            char* const found = block + std::countr_zero(mask);
            if (*found == m_delimiter) {
                push(field, found);
                field = found + 1;
            } else if (*found == '\n' || *found == '\r') {
                push(field, found);
                return lineEndAt(found);
            } else if (found == field) {
                at = found;
                return true;
            } else if (!m_bareNoted) {
                m_bareNoted = true;
                note(Code("csv.quote-bare"), found);
            }
        }
    }
    return endOfText(field);
}

/// Reads the quoted field at `at`. True when another field follows at `at`; false when the outcome is known.
bool Splitter::quotedField(char*& at)
{
    char* const quote = at;
    char* closing = nullptr;
    char* after = nullptr;
    const size_t notesBefore = m_findings.size();
    const size_t escapedBefore = m_escaped.size();
    const Closing found = findClosing(quote, closing, after);
    if (found == Closing::NeedMore) {
        m_open = quote + 1;
        m_outcome = Outcome::NeedMore;
        return false;
    }
    if (found == Closing::Unclosed) {
        m_findings.resize(notesBefore);
        m_escaped.resize(escapedBefore);
        note(Code("csv.quote-unclosed"), quote);
        ++m_unclosed;
        m_literal = true;
        return true;
    }
    m_anyQuoted = true;
    m_lineBreaks += lineBreaksIn(quote + 1, closing);
    push(quote + 1, closing);
    if (after == m_end) {
        m_next = m_end;
        return false;
    }
    if (*after != m_delimiter)
        return lineEndAt(after);
    at = after + 1;
    return true;
}

/// Where the search for the closing quote gives up: at the field limit, later in a broken file at the end of the line.
char* Splitter::searchStop(char* quote)
{
    char* stop = m_end;
    if (static_cast<size_t>(m_end - quote) > m_fieldLimit + 2)
        stop = quote + m_fieldLimit + 2;
    if (m_unclosed < unclosedBelieved)
        return stop;
    if (m_lineEnd == nullptr || m_lineEnd < quote) {
        m_lineEnd = std::find_if(quote, m_end, [](char letter) { return letter == '\n' || letter == '\r'; });
    }
    return std::min(stop, m_lineEnd);
}

/// A stray quote right behind a delimiter or line end, in a field that already runs over lines: more likely it opens a
/// field and the one we are in was never closed.
bool Splitter::opensWithoutClosing(char* opening, char* stray)
{
    if (stray == opening + 1 || !isTerminator(stray[-1]))
        return false;
    for (; m_breaksChecked < stray && !m_breakSeen; ++m_breaksChecked)
        m_breakSeen = *m_breaksChecked == '\n' || *m_breaksChecked == '\r';
    return m_breakSeen;
}

Splitter::Closing Splitter::findClosing(char* quote, char*& closing, char*& after)
{
    char* const stop = searchStop(quote);
    const bool cut = stop == m_end && !m_final;
    bool escaped = false;
    bool stray = false;
    m_breaksChecked = quote + 1;
    m_breakSeen = false;
    for (char* from = quote + 1;;) {
        char* const at = findSpecial(from, stop, m_quote, m_escape);
        if (at == nullptr)
            return cut ? Closing::NeedMore : Closing::Unclosed;
        const bool isQuote = *at == m_quote && *at != m_escape;
        if (at + 1 == m_end && !m_final)
            return Closing::NeedMore;
        if (at + 1 < m_end && (!isQuote || at[1] == m_quote)) {
            if (!escaped)
                m_escaped.push_back(m_columns);
            escaped = true;
            from = at + 2;
            continue;
        }
        if (!isQuote)
            return Closing::Unclosed; // an escape is the last byte of the file
        after = at + 1;
        while (after < m_end && !isTerminator(*after) && (*after == ' ' || *after == '\t'))
            ++after;
        if (after == m_end && !m_final)
            return Closing::NeedMore;
        if (after == m_end || isTerminator(*after)) {
            closing = at;
            return Closing::Closed;
        }
        if (opensWithoutClosing(quote, at))
            return Closing::Unclosed;
        if (!std::exchange(stray, true))
            note(Code("csv.quote-inside"), at);
        from = at + 1;
    }
}

void Splitter::unescape()
{
    for (const size_t escaped : m_escaped) {
        if (escaped >= m_count)
            continue;
        std::string_view& field = m_fields[escaped];
        char* const begin = m_next - (m_next - field.data());
        char* const end = begin + field.size();
        char* to = begin;
        for (char* from = begin; from < end; ++from) {
            const bool pair = from + 1 < end &&
                              ((m_escape != 0 && *from == m_escape && (from[1] == m_escape || from[1] == m_quote)) ||
                               (*from == m_quote && from[1] == m_quote));
            if (pair)
                ++from;
            *to++ = *from;
        }
        field = std::string_view(begin, static_cast<size_t>(to - begin));
    }
    m_escaped.clear();
}

} // namespace steward::csv
