// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace steward::csv {

namespace {

constexpr size_t marksKept = 10'000;

unsigned byteAt(std::string_view bytes, size_t at) { return static_cast<unsigned char>(bytes[at]); }

bool startsWith(std::string_view bytes, std::initializer_list<unsigned> start)
{
    size_t at = 0;
    for (const unsigned byte : start)
        if (at >= bytes.size() || byteAt(bytes, at++) != byte)
            return false;
    return true;
}

/// Length of the run of ASCII bytes at the start, 32 at a time.
size_t asciiRun(const char* data, size_t size)
{
    size_t at = 0;
    for (std::array<quint64, 4> words{}; at + sizeof words <= size; at += sizeof words) {
        std::memcpy(words.data(), data + at, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080ULL) != 0)
            break;
    }
    while (at < size && static_cast<unsigned char>(data[at]) < 0x80)
        ++at;
    return at;
}

enum class Sequence
{
    Valid,
    Invalid,
    Cut
};
struct Sequenced
{
    Sequence kind;
    size_t length; ///< bytes of the sequence; for an invalid one, what one U+FFFD stands for
};

/// The well-formed sequences of the Unicode standard, table 3-7: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
Sequenced utf8Sequence(const char* data, size_t size)
{
    const auto byte = [&](size_t at) { return static_cast<unsigned char>(data[at]); };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {Sequence::Valid, 1};
    const size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                          : (lead & 0xF0) == 0xE0        ? 3
                          : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                         : 0;
    if (length == 0)
        return {Sequence::Invalid, 1};
    for (size_t at = 1; at < length; ++at) {
        if (at == size)
            return {Sequence::Cut, at};
        unsigned low = 0x80;
        unsigned high = 0xBF;
        if (at == 1) {
            low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : low;
            high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : high;
        }
        if (byte(at) < low || byte(at) > high)
            return {Sequence::Invalid, at};
    }
    return {Sequence::Valid, length};
}

void countUtf8(std::string_view bytes, bool complete, EncodingGuess& guess)
{
    for (size_t at = asciiRun(bytes.data(), bytes.size()); at < bytes.size();) {
        guess.asciiOnly = false;
        const Sequenced next = utf8Sequence(bytes.data() + at, bytes.size() - at);
        if (next.kind == Sequence::Valid)
            ++guess.multibyte;
        else if (next.kind == Sequence::Invalid || complete)
            ++guess.invalid;
        at += next.length;
        at += asciiRun(bytes.data() + at, bytes.size() - at);
    }
}

/// Text in UTF-16 without a mark: the high bytes of Latin letters, digits and delimiters are NUL, the low bytes never.
bool looksLikeUtf16(std::string_view bytes, size_t highByte)
{
    const size_t pairs = std::min<size_t>(bytes.size(), 65'536) / 2;
    if (pairs < 2)
        return false;
    size_t highNuls = 0;
    size_t lowNuls = 0;
    for (size_t pair = 0; pair < pairs; ++pair) {
        highNuls += bytes[2 * pair + highByte] == 0;
        lowNuls += bytes[2 * pair + 1 - highByte] == 0;
    }
    return highNuls * 10 >= pairs * 4 && lowNuls * 20 <= highNuls;
}

/// The 32 characters of Windows-1252 that differ from Latin-1; the five holes stay control characters, as in browsers.
constexpr std::array<char16_t, 32> windows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char* putUtf8(char* out, char32_t letter)
{
    const auto put = [&](char32_t bits) { *out++ = static_cast<char>(static_cast<unsigned char>(bits)); };
    if (letter < 0x80) {
        put(letter);
    } else if (letter < 0x800) {
        put(0xC0 | (letter >> 6));
        put(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        put(0xE0 | (letter >> 12));
        put(0x80 | ((letter >> 6) & 0x3F));
        put(0x80 | (letter & 0x3F));
    } else {
        put(0xF0 | (letter >> 18));
        put(0x80 | ((letter >> 12) & 0x3F));
        put(0x80 | ((letter >> 6) & 0x3F));
        put(0x80 | (letter & 0x3F));
    }
    return out;
}

} // namespace

QString encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case Encoding::Utf16Le:
        return QStringLiteral("UTF-16LE");
    case Encoding::Utf16Be:
        return QStringLiteral("UTF-16BE");
    case Encoding::Utf32Le:
        return QStringLiteral("UTF-32LE");
    case Encoding::Utf32Be:
        return QStringLiteral("UTF-32BE");
    case Encoding::Windows1252:
        return QStringLiteral("windows-1252");
    }
    return {};
}

EncodingGuess guessEncoding(std::string_view bytes, bool complete)
{
    EncodingGuess guess;
    const auto marked = [&](Encoding encoding, int markBytes) {
        guess.encoding = encoding;
        guess.markBytes = markBytes;
        guess.asciiOnly = false;
        return guess;
    };
    if (startsWith(bytes, {0xFF, 0xFE, 0, 0}) && bytes.size() % 4 == 0)
        return marked(Encoding::Utf32Le, 4);
    if (startsWith(bytes, {0, 0, 0xFE, 0xFF}))
        return marked(Encoding::Utf32Be, 4);
    if (startsWith(bytes, {0xFF, 0xFE}))
        return marked(Encoding::Utf16Le, 2);
    if (startsWith(bytes, {0xFE, 0xFF}))
        return marked(Encoding::Utf16Be, 2);
    if (startsWith(bytes, {0xEF, 0xBB, 0xBF})) {
        countUtf8(bytes.substr(3), complete, guess);
        return marked(Encoding::Utf8, 3);
    }
    if (looksLikeUtf16(bytes, 1))
        return marked(Encoding::Utf16Le, 0);
    if (looksLikeUtf16(bytes, 0))
        return marked(Encoding::Utf16Be, 0);
    countUtf8(bytes, complete, guess);
    if (guess.invalid > 0 && guess.multibyte <= guess.invalid)
        guess.encoding = Encoding::Windows1252;
    return guess;
}

Decoder::Decoder(Encoding encoding, bool undecided, bool replaceNul)
    : m_encoding(encoding)
    , m_undecided(undecided && encoding == Encoding::Utf8)
    , m_replaceNul(replaceNul)
{
}

size_t Decoder::decode(std::string_view bytes, bool last, char* out, size_t outOffset)
{
    m_base = outOffset;
    m_out = out;
    if (!m_carry.empty()) {
        m_joined = std::exchange(m_carry, {});
        m_joined.append(bytes);
        bytes = m_joined;
    }
    if (m_undecided && asciiRun(bytes.data(), bytes.size()) < bytes.size()) {
        m_undecided = false;
        EncodingGuess guess;
        countUtf8(bytes, last, guess);
        if (guess.invalid > 0 && guess.multibyte <= guess.invalid)
            m_encoding = Encoding::Windows1252;
    }
    size_t written = 0;
    switch (m_encoding) {
    case Encoding::Utf8:
        written = decodeUtf8(bytes, last, out);
        break;
    case Encoding::Windows1252:
        written = decodeSingle(bytes, out);
        break;
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        written = decodeUtf16(bytes, last, out);
        break;
    case Encoding::Utf32Le:
    case Encoding::Utf32Be:
        written = decodeUtf32(bytes, last, out);
        break;
    }
    return static_cast<size_t>(handleNuls(out, out + written) - out);
}

std::vector<Mark> Decoder::takeMarks() { return std::exchange(m_marks, {}); }

void Decoder::mark(size_t offset, unsigned value)
{
    if (m_marks.size() < marksKept)
        m_marks.push_back({offset, m_encoding, value});
    else
        ++m_lostMarks;
}

char* Decoder::replace(char* out, unsigned value)
{
    mark(m_base + static_cast<size_t>(out - m_out), value);
    return putUtf8(out, 0xFFFD);
}

/// NULs are rare: one memchr tells, and only then the text is looked at again. Replacing makes it longer, so from
/// behind.
char* Decoder::handleNuls(char* begin, char* end)
{
    const auto size = static_cast<size_t>(end - begin);
    if (size == 0 || std::memchr(begin, 0, size) == nullptr)
        return end;
    if (!m_replaceNul) {
        const char* last = end;
        while (last[-1] != 0)
            --last;
        m_nulEnd = m_base + static_cast<size_t>(last - begin);
        return end;
    }
    std::string text(begin, end);
    const std::vector<Mark> before = std::exchange(m_marks, {});
    size_t known = 0;
    char* out = begin;
    for (size_t at = 0; at < text.size(); ++at) {
        for (; known < before.size() && before[known].offset == m_base + at; ++known)
            mark(m_base + static_cast<size_t>(out - begin), before[known].value);
        if (text[at] != 0)
            *out++ = text[at];
        else
            out = replace(out, 0);
    }
    return out;
}

size_t Decoder::decodeUtf8(std::string_view bytes, bool last, char* out)
{
    char* to = out;
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    while (from < end) {
        // Copy up to the first bad sequence in one go; good text is the rule.
        const char* run = from;
        Sequenced next{Sequence::Valid, 0};
        while (run < end && next.kind == Sequence::Valid) {
            run += asciiRun(run, static_cast<size_t>(end - run));
            if (run == end)
                break;
            next = utf8Sequence(run, static_cast<size_t>(end - run));
            if (next.kind == Sequence::Valid)
                run += next.length;
        }
        to = std::copy(from, run, to);
        from = run;
        if (next.kind == Sequence::Cut && !last) {
            m_carry.assign(from, end);
            break;
        }
        if (next.kind != Sequence::Valid) {
            to = replace(to, static_cast<unsigned char>(*from));
            from += next.length;
        }
    }
    return static_cast<size_t>(to - out);
}

size_t Decoder::decodeSingle(std::string_view bytes, char* out)
{
    char* to = out;
    for (const char byte : bytes) {
        const unsigned value = static_cast<unsigned char>(byte);
        to = putUtf8(to, value >= 0x80 && value < 0xA0 ? windows1252[value - 0x80] : static_cast<char32_t>(value));
    }
    return static_cast<size_t>(to - out);
}

size_t Decoder::decodeUtf16(std::string_view bytes, bool last, char* out)
{
    const size_t high = m_encoding == Encoding::Utf16Le ? 1 : 0;
    const auto unit = [&](size_t at) { return (byteAt(bytes, at + high) << 8) | byteAt(bytes, at + 1 - high); };
    char* to = out;
    size_t at = 0;
    for (; at + 2 <= bytes.size(); at += 2) {
        const unsigned first = unit(at);
        const bool isHigh = first >= 0xD800 && first < 0xDC00;
        if (isHigh && at + 4 > bytes.size() && !last)
            break;
        const unsigned second = isHigh && at + 4 <= bytes.size() ? unit(at + 2) : 0;
        if (isHigh && second >= 0xDC00 && second < 0xE000) {
            to = putUtf8(to, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            at += 2;
        } else if (first >= 0xD800 && first < 0xE000) {
            to = replace(to, first);
        } else {
            to = putUtf8(to, first);
        }
    }
    if (at < bytes.size() && last)
        to = replace(to, byteAt(bytes, at));
    else if (at < bytes.size())
        m_carry.assign(bytes.substr(at));
    return static_cast<size_t>(to - out);
}

size_t Decoder::decodeUtf32(std::string_view bytes, bool last, char* out)
{
    const bool little = m_encoding == Encoding::Utf32Le;
    char* to = out;
    size_t at = 0;
    for (; at + 4 <= bytes.size(); at += 4) {
        unsigned letter = 0;
        for (size_t byte = 0; byte < 4; ++byte)
            letter = (letter << 8) | byteAt(bytes, at + (little ? 3 - byte : byte));
        const bool valid = letter < 0xD800 || (letter >= 0xE000 && letter <= 0x10FFFF);
        to = valid ? putUtf8(to, letter) : replace(to, letter);
    }
    if (at < bytes.size() && last)
        to = replace(to, byteAt(bytes, at));
    else if (at < bytes.size())
        m_carry.assign(bytes.substr(at));
    return static_cast<size_t>(to - out);
}

} // namespace steward::csv
