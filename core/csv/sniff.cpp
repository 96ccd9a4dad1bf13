// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/sniff.h"

#include "core/csv/encoding.h"
#include "core/csv/splitter.h"

#include <algorithm>
#include <map>
#include <string>

namespace steward::csv {

namespace {

constexpr size_t bytesLooked = 256 * 1024;
constexpr qint64 recordsLooked = 2000;
constexpr std::string_view usualDelimiters = ",;\t|";
constexpr std::string_view rareDelimiters = ":^~\x1f\x01"; // believed only when every record agrees

/// The start of the file as text, with room behind it for the splitter.
struct Sample
{
    std::string text;
    size_t size = 0;
    bool complete = false;
};

struct Reading
{
    Candidate candidate;
    qint64 records = 0;
    qint64 damage = 0;   ///< quotes that make no sense in this reading
    qint64 enclosed = 0; ///< cells that begin and end with a quote
    qint64 cells = 0;    ///< that are not empty
    qint64 mixed = 0;    ///< cells that hold another usual delimiter
    bool firstAgrees = false;
    LineEnd lineEnd = LineEnd::None;
};

Sample sampleOf(std::string_view bytes, bool complete, const EncodingGuess& guess)
{
    Sample sample;
    const std::string_view start = bytes.substr(static_cast<size_t>(guess.markBytes)).substr(0, bytesLooked);
    sample.complete = complete && start.size() + static_cast<size_t>(guess.markBytes) == bytes.size();
    sample.text.resize(Decoder::decodedRoom(start.size()) + Splitter::padding);
    Decoder decoder(guess.encoding, false, false);
    sample.size = decoder.decode(start, sample.complete, sample.text.data(), 0);
    return sample;
}

void countCells(const Splitter& splitter, char delimiter, Reading& reading)
{
    for (const std::string_view cell : splitter.fields()) {
        reading.cells += !cell.empty();
        reading.enclosed +=
            cell.size() > 1 && cell.front() == cell.back() && (cell.front() == '"' || cell.front() == '\'');
        reading.mixed += std::any_of(usualDelimiters.begin() + 1, usualDelimiters.end(),
                                     [&](char other) { return other != delimiter && cell.find(other) != cell.npos; });
    }
}

void countLineEnd(const char* next, const char* begin, LineEnd& seen)
{
    LineEnd here = LineEnd::None;
    if (next > begin && next[-1] == '\r')
        here = LineEnd::Cr;
    else if (next > begin && next[-1] == '\n')
        here = next - begin > 1 && next[-2] == '\r' ? LineEnd::Crlf : LineEnd::Lf;
    if (here != LineEnd::None)
        seen = seen == LineEnd::None || seen == here ? here : LineEnd::Mixed;
}

/// 0 to about 1: how many records have the same width, how few quotes are broken, whether the first record agrees.
double scoreOf(const Reading& reading)
{
    const Candidate& candidate = reading.candidate;
    if (candidate.columns < 2)
        return 0.1;
    const double damage = std::min(1.0, double(reading.damage) / double(std::max<qint64>(1, reading.records)));
    const double clean = 1.0 - double(reading.mixed) / double(std::max<qint64>(1, reading.cells));
    const double width = 0.005 * std::min(candidate.columns, 10);
    return candidate.share * (0.85 + 0.1 * clean + width) * (reading.firstAgrees ? 1.0 : 0.9) * (1.0 - 0.5 * damage);
}

Reading read(Sample& sample, char delimiter, char quote, char escape)
{
    Dialect dialect;
    dialect.delimiter = delimiter;
    dialect.quote = quote;
    dialect.escape = escape;
    Splitter splitter(dialect, Limits{});
    Reading reading;
    std::map<size_t, qint64> widths;
    size_t firstWidth = 0;
    char* at = sample.text.data();
    char* const end = at + sample.size;
    while (at < end && reading.records < recordsLooked) {
        char* const begin = at;
        if (splitter.split(at, end, sample.complete) != Splitter::Outcome::Record)
            break;
        at = splitter.next();
        countLineEnd(at, begin, reading.lineEnd);
        if (splitter.isBlank())
            continue;
        if (reading.records++ == 0)
            firstWidth = splitter.columns();
        ++widths[splitter.columns()];
        reading.damage += static_cast<qint64>(splitter.findings().size());
        countCells(splitter, delimiter, reading);
    }
    reading.candidate = {delimiter, quote, escape, 0, 0, 0};
    qint64 most = 0;
    for (const auto& [width, times] : widths) {
        if (times >= most) { // of two widths as common the larger one: a title row is narrower than the table
            most = times;
            reading.candidate.columns = static_cast<int>(width);
        }
    }
    if (reading.records > 0)
        reading.candidate.share = double(most) / double(reading.records);
    reading.firstAgrees = static_cast<int>(firstWidth) == reading.candidate.columns;
    reading.candidate.score = scoreOf(reading);
    return reading;
}

/// Quotes are data when treating them as quotes only does damage; believed where writers exist that know no quoting.
bool quotesAreData(const Reading& quoted, const Reading& bare)
{
    const bool quotingIsUnusual = quoted.candidate.delimiter != ',' && quoted.candidate.delimiter != ';';
    return quotingIsUnusual && quoted.damage > 0 && bare.records >= 10 && bare.enclosed <= quoted.damage / 10 &&
           bare.candidate.columns > 1 && bare.candidate.share >= quoted.candidate.share;
}

Reading bestQuoting(Sample& sample, char delimiter, const Options& options)
{
    const std::string_view text(sample.text.data(), sample.size);
    if (options.quote)
        return read(sample, delimiter, *options.quote, options.escape.value_or(char(0)));
    Reading best = read(sample, delimiter, '"', options.escape.value_or(char(0)));
    if (best.damage > 0 && !options.escape && text.find("\\\"") != text.npos) {
        Reading escaped = read(sample, delimiter, '"', '\\');
        if (escaped.damage < best.damage && escaped.candidate.share >= best.candidate.share)
            best = std::move(escaped);
    }
    if (best.damage > 0) {
        Reading bare = read(sample, delimiter, 0, 0);
        if (quotesAreData(best, bare))
            return bare;
    }
    if (text.find('"') == text.npos && best.enclosed * 2 > best.cells) {
        Reading single = read(sample, delimiter, '\'', options.escape.value_or(char(0)));
        if (single.damage == 0)
            return single;
    }
    return best;
}

/// "sep=;" alone on the first line, as Excel writes and reads it.
std::optional<char> sepLine(const Sample& sample)
{
    const std::string_view text(sample.text.data(), sample.size);
    const bool isSep =
        text.size() >= 5 && (text.starts_with("sep=") || text.starts_with("SEP=") || text.starts_with("Sep="));
    if (!isSep || (text.size() > 5 && text[5] != '\r' && text[5] != '\n'))
        return std::nullopt;
    const char delimiter = text[4];
    const bool usable = delimiter != 0 && delimiter != '"' && delimiter != '\r' && delimiter != '\n' &&
                        static_cast<unsigned char>(delimiter) < 0x80;
    return usable ? std::optional(delimiter) : std::nullopt;
}

void dropFirstLine(Sample& sample)
{
    const size_t end = std::min(sample.size, sample.text.find_first_of("\r\n"));
    size_t next = std::min(sample.size, end + 1);
    if (next < sample.size && sample.text[end] == '\r' && sample.text[next] == '\n')
        ++next;
    sample.text.erase(0, next);
    sample.size -= next;
}

std::vector<Reading> readings(Sample& sample, const Options& options, std::optional<char> fromSepLine)
{
    std::vector<Reading> tried;
    if (const auto forced = options.delimiter ? options.delimiter : fromSepLine) {
        tried.push_back(bestQuoting(sample, *forced, options));
        return tried;
    }
    const std::string_view text(sample.text.data(), sample.size);
    for (const char delimiter : usualDelimiters)
        if (delimiter == ',' || text.find(delimiter) != text.npos)
            tried.push_back(bestQuoting(sample, delimiter, options));
    for (const char delimiter : rareDelimiters) {
        if (text.find(delimiter) == text.npos)
            continue;
        Reading reading = bestQuoting(sample, delimiter, options);
        reading.candidate.score *= 0.8;
        if (reading.candidate.share == 1.0 && reading.records > 1 && reading.candidate.columns > 1)
            tried.push_back(std::move(reading));
    }
    std::stable_sort(tried.begin(), tried.end(),
                     [](const Reading& a, const Reading& b) { return a.candidate.score > b.candidate.score; });
    return tried;
}

} // namespace

Sniffed sniff(std::string_view bytes, bool complete, const Options& options)
{
    EncodingGuess guess = guessEncoding(bytes, complete);
    if (options.encoding && *options.encoding != guess.encoding) {
        guess.encoding = *options.encoding;
        guess.markBytes = 0;
    }
    Sample sample = sampleOf(bytes, complete, guess);
    Sniffed sniffed;
    const std::optional<char> fromSepLine = sepLine(sample);
    if (fromSepLine)
        dropFirstLine(sample);
    const std::vector<Reading> tried = readings(sample, options, fromSepLine);
    const Reading& best = tried.front();
    sniffed.dialect = {guess.encoding,
                       guess.markBytes > 0,
                       fromSepLine.has_value(),
                       best.candidate.delimiter,
                       best.candidate.quote,
                       best.candidate.escape,
                       best.lineEnd};
    sniffed.evidence = {guess.multibyte, guess.invalid, guess.asciiOnly && !options.encoding, best.records, {}};
    for (const Reading& reading : tried)
        sniffed.evidence.candidates.push_back(reading.candidate);
    return sniffed;
}

} // namespace steward::csv
