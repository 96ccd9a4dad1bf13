// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/reader.h"

#include "core/csv/encoding.h"
#include "core/csv/sniff.h"
#include "core/csv/source.h"
#include "core/csv/splitter.h"
#include "core/csv/text_buffer.h"

#include <QBuffer>
#include <algorithm>

namespace steward::csv {

namespace {

constexpr size_t chunk = 64 * 1024;

std::string_view view(const QByteArray& bytes) { return {bytes.constData(), static_cast<size_t>(bytes.size())}; }

QString shortText(std::string_view text)
{
    constexpr size_t kept = 80;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), 4 * kept))).left(kept);
}

QString hexText(const Mark& mark)
{
    const bool wide = mark.encoding != Encoding::Utf8 && mark.encoding != Encoding::Windows1252;
    return QString::number(mark.value, 16).toUpper().rightJustified(wide ? 4 : 2, u'0');
}

} // namespace

class Reader::Work
{
public:
    Work(Source source, Sniffed sniffed, const Options& options);

    bool next(Record& record);
    void issue(Code code, qint64 line, int column, std::string_view value);
    TextBuffer& text() { return m_text; }

    Sniffed m_sniffed;
    Issues m_issues;
    Status m_status;
    qint64 m_blankRows = 0;
    qint64 m_bytesRead = 0;
    qint64 m_size = -1;
    int m_width = 0;

private:
    bool fill(size_t wanted);
    void decodePiece(std::string_view bytes, bool last);
    std::string_view readPiece();
    bool skipLine();
    Splitter::Outcome splitRecord();
    void handOut(Record& record, Splitter::Outcome outcome);
    void reportFindings(const Record& record);
    void reportMarks(qint64 line);
    void reportWidth(const Record& record);
    void finish();

    Options m_options;
    Source m_source;
    Decoder m_decoder;
    Splitter m_splitter;
    TextBuffer m_text;
    QByteArray m_raw;
    qsizetype m_previewTaken = 0;
    std::vector<Mark> m_marks; // offsets in the buffer, ascending
    size_t m_marksSeen = 0;
    size_t m_nulEnd = 0; // behind the last NUL in the buffer
    qint64 m_line = 1;
    bool m_atEnd = false;    // the device has no more
    bool m_skipping = false; // the rest of a line is thrown away
    bool m_finished = false;
};

Reader::Work::Work(Source source, Sniffed sniffed, const Options& options)
    : m_sniffed(std::move(sniffed))
    , m_issues(options.limits.issues)
    , m_size(source.size)
    , m_options(options)
    , m_source(std::move(source))
    , m_decoder(m_sniffed.dialect.encoding, m_sniffed.evidence.asciiOnly, options.nul == NulRule::Replace)
    , m_splitter(m_sniffed.dialect, options.limits)
    , m_text(static_cast<size_t>(options.limits.line))
    , m_skipping(m_sniffed.dialect.sepLine)
{
    if (m_sniffed.dialect.byteOrderMark) {
        const bool four =
            m_sniffed.dialect.encoding == Encoding::Utf32Le || m_sniffed.dialect.encoding == Encoding::Utf32Be;
        m_previewTaken = m_sniffed.dialect.encoding == Encoding::Utf8 ? 3 : four ? 4 : 2;
    }
}

/// The next bytes of the file: first what was read for sniffing. Empty at the end.
std::string_view Reader::Work::readPiece()
{
    if (m_previewTaken < m_source.preview.size()) {
        const std::string_view piece = view(m_source.preview).substr(static_cast<size_t>(m_previewTaken), chunk);
        m_previewTaken += static_cast<qsizetype>(piece.size());
        m_bytesRead = m_previewTaken;
        return piece;
    }
    if (m_source.complete)
        return {};
    m_source.preview.clear();
    m_previewTaken = 0;
    m_raw.resize(static_cast<qsizetype>(chunk));
    const qint64 got = m_source.device->read(m_raw.data(), m_raw.size());
    if (got < 0)
        m_status = fail(Code("csv.unreadable"), ErrorKind::Io, {m_source.device->errorString()});
    m_bytesRead += std::max<qint64>(got, 0);
    if (m_bytesRead > m_options.limits.file) {
        m_status = fail(Code("csv.too-large"), ErrorKind::Failed, {QString(), m_bytesRead, m_options.limits.file});
        return {};
    }
    return got > 0 ? std::string_view(m_raw.constData(), static_cast<size_t>(got)) : std::string_view();
}

void Reader::Work::decodePiece(std::string_view bytes, bool last)
{
    if (const size_t moved = m_text.makeRoom(Decoder::decodedRoom(bytes.size())); moved > 0) {
        for (Mark& mark : m_marks)
            mark.offset -= std::min(mark.offset, moved);
        m_nulEnd -= std::min(m_nulEnd, moved);
    }
    m_text.added(m_decoder.decode(bytes, last, m_text.end(), m_text.endOffset()));
    m_nulEnd = std::max(m_nulEnd, m_decoder.takeNulEnd());
    if (m_decoder.hasMarks()) {
        m_marks.erase(m_marks.begin(), m_marks.begin() + static_cast<ptrdiff_t>(m_marksSeen));
        m_marksSeen = 0;
        const std::vector<Mark> marks = m_decoder.takeMarks();
        m_marks.insert(m_marks.end(), marks.begin(), marks.end());
        if (const qint64 lost = m_decoder.takeLostMarks(); lost > 0)
            m_issues.count(Code("csv.invalid-bytes"), lost);
    }
}

/// Reads until the buffer holds `wanted` bytes or the file ends. False when nothing came.
bool Reader::Work::fill(size_t wanted)
{
    const size_t before = m_text.size();
    while (!m_atEnd && (m_text.size() < wanted || m_text.size() == before)) {
        const std::string_view piece = readPiece();
        m_atEnd = piece.empty();
        decodePiece(piece, m_atEnd);
    }
    return m_text.size() > before;
}

/// Throws away text up to and with the next line end. False at the end of the file.
bool Reader::Work::skipLine()
{
    while (true) {
        char* const at =
            std::find_if(m_text.begin(), m_text.end(), [](char letter) { return letter == '\n' || letter == '\r'; });
        if (at == m_text.end()) {
            m_text.consume(m_text.end());
            if (!fill(1))
                return false;
            continue;
        }
        const bool isCr = *at == '\r';
        m_text.consume(at + 1);
        if (isCr && (m_text.size() > 0 || fill(1)) && *m_text.begin() == '\n')
            m_text.consume(m_text.begin() + 1);
        ++m_line;
        return true;
    }
}

/// Splits the record at the start of the buffer, with as much more text as it needs.
Splitter::Outcome Reader::Work::splitRecord()
{
    while (true) {
        const Splitter::Outcome outcome = m_splitter.split(m_text.begin(), m_text.end(), m_atEnd);
        if (outcome != Splitter::Outcome::NeedMore || m_text.size() > static_cast<size_t>(m_options.limits.line))
            return outcome;
        // At least twice as much: splitting from the start again stays linear.
        fill(std::min(2 * m_text.size(), static_cast<size_t>(m_options.limits.line) + 1));
    }
}

bool Reader::Work::next(Record& record)
{
    while (m_status) {
        if (m_skipping) {
            m_skipping = false;
            if (!skipLine())
                break;
        }
        if (m_text.size() == 0 && !fill(1))
            break;
        const Splitter::Outcome outcome = splitRecord();
        if (!m_status)
            break;
        if (outcome == Splitter::Outcome::Record && m_splitter.isBlank() && !m_options.keepBlankRows) {
            ++m_blankRows;
            ++m_line;
            m_text.consume(m_splitter.next());
            continue;
        }
        handOut(record, outcome);
        return true;
    }
    finish();
    record = {};
    return false;
}

void Reader::Work::handOut(Record& record, Splitter::Outcome outcome)
{
    char* const begin = m_text.begin();
    char* next = m_splitter.next();
    record.line = m_line;
    record.flaw = m_splitter.flaw();
    if (outcome == Splitter::Outcome::NeedMore) { // longer than a record may be
        record.flaw = Code("csv.line-too-long");
        issue(record.flaw, m_line, 0, std::string_view(begin, std::min<size_t>(80, m_text.size())));
        next = m_text.end();
        m_splitter.closeOpenField();
    }
    record.fields = m_splitter.fields();
    if (m_nulEnd > m_text.beginOffset() && std::find(begin, next, '\0') != next) {
        record.flaw = Code("csv.nul");
        const auto holder = std::find_if(record.fields.begin(), record.fields.end(),
                                         [](std::string_view cell) { return cell.find('\0') != cell.npos; });
        const bool isKnown = holder != record.fields.end();
        issue(record.flaw, m_line, isKnown ? static_cast<int>(holder - record.fields.begin()) + 1 : 0, {});
    }
    if (!m_splitter.findings().empty())
        reportFindings(record);
    m_text.consume(next);
    if (m_marksSeen < m_marks.size())
        reportMarks(record.line);
    m_splitter.unescape();
    record.fields = m_splitter.fields();
    reportWidth(record);
    m_skipping = outcome != Splitter::Outcome::Record;
    m_line += m_splitter.lineBreaks() + (m_skipping ? 0 : 1);
}

void Reader::Work::issue(Code code, qint64 line, int column, std::string_view value)
{
    if (m_issues.wanted())
        m_issues.add({code, line, column, shortText(value)});
    else
        m_issues.count(code, 1);
}

void Reader::Work::reportFindings(const Record& record)
{
    for (const Splitter::Finding& finding : m_splitter.findings()) {
        const qint64 line = record.line + (m_splitter.hasLineBreaks() ? lineBreaksIn(m_text.begin(), finding.at) : 0);
        const char* const stop = std::min<const char*>(finding.at + 320, m_text.end());
        const char* const lineEnd =
            std::find_if(finding.at, stop, [](char letter) { return letter == '\n' || letter == '\r'; });
        issue(finding.code, line, static_cast<int>(finding.field) + 1,
              std::string_view(finding.at, static_cast<size_t>(lineEnd - finding.at)));
    }
}

/// Marks inside the record that was just consumed: the field that holds one is the last that begins before it.
void Reader::Work::reportMarks(qint64 line)
{
    const std::span<const std::string_view> fields = m_splitter.fields();
    for (; m_marksSeen < m_marks.size() && m_marks[m_marksSeen].offset < m_text.beginOffset(); ++m_marksSeen) {
        const Mark& mark = m_marks[m_marksSeen];
        const char* const at = m_text.at(mark.offset);
        const auto behind =
            std::partition_point(fields.begin(), fields.end(), [&](std::string_view f) { return f.data() <= at; });
        const bool broken = m_splitter.hasLineBreaks() && !fields.empty();
        const qint64 breaks = broken ? lineBreaksIn(fields.front().data(), at) : 0;
        const Code code = mark.value == 0 ? Code("csv.nul-replaced") : Code("csv.invalid-bytes");
        if (m_issues.wanted())
            m_issues.add({code, line + breaks, static_cast<int>(behind - fields.begin()), hexText(mark)});
        else
            m_issues.count(code, 1);
    }
}

void Reader::Work::reportWidth(const Record& record)
{
    const int columns = static_cast<int>(std::min<size_t>(m_splitter.columns(), INT_MAX));
    if (m_width == 0)
        m_width = columns;
    if (m_width < 0 || columns == m_width || record.flaw != Code())
        return;
    const std::string_view first = record.fields.empty() ? std::string_view() : record.fields.front();
    issue(columns < m_width ? Code("csv.short-row") : Code("csv.long-row"), record.line, columns, first);
}

void Reader::Work::finish()
{
    if (std::exchange(m_finished, true) || !m_status)
        return;
    if (m_size >= 0 && m_bytesRead != m_size)
        m_issues.add({Code("csv.file-changed"), m_line, 0, {}});
}

Reader::Reader(std::unique_ptr<Work> work)
    : m_work(std::move(work))
{
}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::start(Result<Source> source, const Options& options)
{
    if (!source)
        return tl::unexpected(std::move(source.error()));
    Sniffed sniffed = sniff(view(source->preview), source->complete, options);
    return Reader(std::make_unique<Work>(std::move(*source), std::move(sniffed), options));
}

Result<Reader> Reader::open(const QString& path, const Options& options)
{
    return start(openSource(path, options.limits), options);
}

Result<Reader> Reader::open(const QByteArray& bytes, const Options& options)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    return buffer->open(QIODevice::ReadOnly) ? open(std::move(buffer), options)
                                             : fail(Code("csv.unreadable"), ErrorKind::Io);
}

Result<Reader> Reader::open(std::unique_ptr<QIODevice> device, const Options& options)
{
    return start(openSource(std::move(device), QString(), options.limits), options);
}

bool Reader::next(Record& record) { return m_work->next(record); }
Status Reader::status() const { return m_work->m_status; }
void Reader::expectWidth(int width) { m_work->m_width = width; }
void Reader::keepTexts() { m_work->text().keep(); }
std::vector<TextMemory> Reader::takeTexts() { return m_work->text().takeLeft(); }
void Reader::reuse(TextMemory text) { m_work->text().reuse(std::move(text)); }

void Reader::report(Issue issue) { m_work->m_issues.add(std::move(issue)); }
void Reader::report(Code code, qint64 line, int column, std::string_view value)
{
    m_work->issue(code, line, column, value);
}
const Dialect& Reader::dialect() const { return m_work->m_sniffed.dialect; }
const Evidence& Reader::evidence() const { return m_work->m_sniffed.evidence; }
const Issues& Reader::issues() const { return m_work->m_issues; }
qint64 Reader::blankRows() const { return m_work->m_blankRows; }
qint64 Reader::bytesRead() const { return m_work->m_bytesRead; }
qint64 Reader::size() const { return m_work->m_size; }

} // namespace steward::csv
