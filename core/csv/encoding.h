// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/dialect.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steward::csv {

/// What the first bytes tell about the encoding. Never fails: without evidence it is UTF-8.
struct EncodingGuess
{
    Encoding encoding = Encoding::Utf8;
    int markBytes = 0; ///< length of the byte order mark
    qint64 multibyte = 0;
    qint64 invalid = 0;
    bool asciiOnly = true;
};

/// A byte order mark decides; then NUL bytes on one side of every pair (UTF-16 without a mark); then whether the bytes
/// are valid UTF-8. Where they are not: UTF-8 with damage when valid multi-byte sequences outnumber the invalid bytes,
/// otherwise Windows-1252. complete: the bytes are the whole file, so a sequence cut at the end is an error.
[[nodiscard]] EncodingGuess guessEncoding(std::string_view bytes, bool complete);

/// A place in the decoded text where something else than the file's bytes stands.
struct Mark
{
    size_t offset = 0; ///< in the decoded text
    Encoding encoding = Encoding::Utf8;
    unsigned value = 0; ///< the byte or code unit that could not be decoded; 0 for a NUL that was replaced
};

/// Turns bytes into UTF-8 piece by piece. What cannot be decoded becomes U+FFFD and leaves a mark.
class Decoder
{
public:
    /// undecided: only ASCII was seen so far; the first piece with other bytes decides between UTF-8 and Windows-1252.
    Decoder(Encoding encoding, bool undecided, bool replaceNul);

    /// Appends the text of `bytes` at `out`, which has room for decodedRoom(bytes.size()); returns the bytes written.
    size_t decode(std::string_view bytes, bool last, char* out, size_t outOffset);

    [[nodiscard]] static size_t decodedRoom(size_t bytes) { return 3 * (bytes + 8); }
    [[nodiscard]] Encoding encoding() const { return m_encoding; }
    /// Marks since the last call, and how many more there were than fit.
    [[nodiscard]] std::vector<Mark> takeMarks();
    [[nodiscard]] qint64 takeLostMarks() { return std::exchange(m_lostMarks, 0); }
    [[nodiscard]] bool hasMarks() const { return !m_marks.empty() || m_lostMarks > 0; }
    /// Offset behind the last NUL that was let through, 0 when none.
    [[nodiscard]] size_t takeNulEnd() { return std::exchange(m_nulEnd, 0); }

private:
    size_t decodeUtf8(std::string_view bytes, bool last, char* out);
    size_t decodeSingle(std::string_view bytes, char* out);
    size_t decodeUtf16(std::string_view bytes, bool last, char* out);
    size_t decodeUtf32(std::string_view bytes, bool last, char* out);
    char* replace(char* out, unsigned value);
    char* handleNuls(char* begin, char* end);
    void mark(size_t offset, unsigned value);

    Encoding m_encoding;
    bool m_undecided;
    bool m_replaceNul;
    std::string m_carry; // bytes of a character that the next piece completes
    std::string m_joined;
    size_t m_base = 0; // offset of the text being written
    char* m_out = nullptr;
    std::vector<Mark> m_marks;
    qint64 m_lostMarks = 0;
    size_t m_nulEnd = 0;
};

} // namespace steward::csv
