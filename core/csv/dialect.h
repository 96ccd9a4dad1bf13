// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace steward::csv {

/// How the bytes of a file become text. Windows1252 also stands for Latin-1 and ASCII-like single-byte files.
enum class Encoding
{
    Utf8,
    Utf16Le,
    Utf16Be,
    Utf32Le,
    Utf32Be,
    Windows1252
};

enum class LineEnd
{
    None,
    Lf,
    Crlf,
    Cr,
    Mixed
};

/// How text becomes records. Delimiter, quote and escape are single ASCII characters; quote 0 means "quotes are data",
/// escape 0 means "a quote inside quotes is doubled and nothing else".
struct Dialect
{
    Encoding encoding = Encoding::Utf8;
    bool byteOrderMark = false;
    bool sepLine = false; ///< the first line is Excel's "sep=;" and no record
    char delimiter = ',';
    char quote = '"';
    char escape = 0;
    LineEnd lineEnd = LineEnd::None;
    friend bool operator==(const Dialect&, const Dialect&) = default;
};

/// One reading that was tried: the share of records that have the most common width.
struct Candidate
{
    char delimiter = 0;
    char quote = 0;
    char escape = 0;
    int columns = 0;
    double share = 0;
    double score = 0;
};

/// Why the dialect was chosen; shown to the user when a file looks wrong.
struct Evidence
{
    qint64 multibyte = 0;              ///< valid UTF-8 sequences of two bytes or more
    qint64 invalid = 0;                ///< bytes that are part of no valid UTF-8 sequence
    bool asciiOnly = false;            ///< nothing in the preview tells encodings apart
    qint64 recordsLooked = 0;          ///< records of the preview that were counted
    std::vector<Candidate> candidates; ///< best first
};

struct Sniffed
{
    Dialect dialect;
    Evidence evidence;
};

/// "UTF-8", "UTF-16LE", "windows-1252": the names of the IANA registry.
[[nodiscard]] QString encodingName(Encoding encoding);

} // namespace steward::csv
