// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/pdf_bookmarks.h"

#include <QRegularExpression>
#include <optional>
#include <vector>

namespace steward::print {

namespace {

/// The number behind a key, as in "/Size 100"; 0: none.
qsizetype numberBehind(const QByteArray& bytes, const QByteArray& key)
{
    const qsizetype at = bytes.lastIndexOf(key);
    if (at < 0)
        return 0;
    QByteArray digits;
    for (const char c : bytes.mid(at + key.size()).trimmed().left(12)) {
        if (c < '0' || c > '9')
            break;
        digits += c;
    }
    return digits.toLongLong();
}

/// What is read of a PDF with one plain table of references.
struct Structure
{
    qsizetype table = 0; ///< where it begins
    qsizetype size = 0;  ///< numbers of objects are below it
    qsizetype root = 0;
    QByteArray info;
    QByteArray catalog;           ///< its dictionary
    std::vector<qsizetype> pages; ///< numbers of their objects
};

std::optional<QByteArray> dictionaryOf(const QByteArray& pdf, const Structure& structure, qsizetype number)
{
    constexpr qsizetype entryLength = 20;
    constexpr qsizetype offsetLength = 10;
    const QByteArray head = "xref\n0 " + QByteArray::number(structure.size) + '\n';
    const qsizetype entry = structure.table + head.size() + number * entryLength;
    if (number <= 0 || number >= structure.size || pdf.mid(structure.table, head.size()) != head)
        return std::nullopt;
    const qsizetype from = pdf.mid(entry, offsetLength).toLongLong();
    const QByteArray begin = QByteArray::number(number) + " 0 obj\n";
    const qsizetype end = pdf.indexOf("endobj", from);
    if (from <= 0 || end < 0 || pdf.mid(from, begin.size()) != begin)
        return std::nullopt;
    const QByteArray body = pdf.mid(from + begin.size(), end - from - begin.size()).trimmed();
    return body.startsWith("<<") && body.endsWith(">>") ? std::optional(body) : std::nullopt;
}

std::optional<Structure> structureOf(const QByteArray& pdf)
{
    Structure structure;
    structure.table = numberBehind(pdf, "startxref");
    const QByteArray trailer = pdf.mid(pdf.lastIndexOf("trailer"));
    structure.size = numberBehind(trailer, "/Size");
    structure.root = numberBehind(trailer, "/Root");
    structure.info = QByteArray::number(numberBehind(trailer, "/Info")) + " 0 R";
    const auto catalog = dictionaryOf(pdf, structure, structure.root);
    if (!catalog || catalog->contains("/Outlines"))
        return std::nullopt;
    structure.catalog = *catalog;
    const auto pages = dictionaryOf(pdf, structure, numberBehind(*catalog, "/Pages"));
    if (!pages)
        return std::nullopt;
    const qsizetype open = pages->indexOf('[', pages->indexOf("/Kids"));
    const QString kids = QString::fromLatin1(pages->mid(open, pages->indexOf(']', open) - open));
    static const QRegularExpression reference(QStringLiteral("(\\d+)\\s+0\\s+R"));
    for (auto each = reference.globalMatch(kids); each.hasNext();)
        structure.pages.push_back(each.next().captured(1).toLongLong());
    return structure;
}

/// Letters of every script, as PDF writes them.
QByteArray text(const QString& words)
{
    QByteArray hex = "<FEFF";
    for (const QChar c : words.simplified())
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return hex + '>';
}

QByteArray reference(qsizetype number) { return QByteArray::number(number) + " 0 R"; }

class Addition
{
public:
    Addition(const QByteArray& pdf, const Structure& structure)
        : m_structure(structure)
        , m_bytes(pdf)
    {
        if (!m_bytes.endsWith('\n'))
            m_bytes += '\n';
    }
    QByteArray bytes(const QStringList& titles)
    {
        const qsizetype outline = m_structure.size;
        const qsizetype first = outline + 1;
        const qsizetype count = titles.size();
        QByteArray catalog = m_structure.catalog;
        catalog.chop(2);
        object(m_structure.root, catalog + "\n/Outlines " + reference(outline) + "\n/PageMode /UseOutlines\n>>");
        object(outline, "<<\n/Type /Outlines\n/First " + reference(first) + "\n/Last " + reference(first + count - 1) +
                            "\n/Count " + QByteArray::number(count) + "\n>>");
        for (qsizetype i = 0; i < count; ++i) {
            QByteArray item = "<<\n/Title " + text(titles[i]) + "\n/Parent " + reference(outline);
            item += "\n/Dest [" + reference(m_structure.pages[std::size_t(i)]) + " /Fit]";
            if (i > 0)
                item += "\n/Prev " + reference(first + i - 1);
            if (i + 1 < count)
                item += "\n/Next " + reference(first + i + 1);
            object(first + i, item + "\n>>");
        }
        close(first + count);
        return m_bytes;
    }

private:
    void object(qsizetype number, const QByteArray& body)
    {
        m_offsets.push_back(m_bytes.size());
        m_bytes += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    /// The table of what is new; the old one stays in force for the rest.
    void close(qsizetype size)
    {
        const qsizetype table = m_bytes.size();
        const auto entry = [&](qsizetype offset) {
            m_bytes += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        };
        m_bytes += "xref\n" + QByteArray::number(m_structure.root) + " 1\n";
        entry(m_offsets.front());
        m_bytes += QByteArray::number(m_structure.size) + ' ' + QByteArray::number(size - m_structure.size) + '\n';
        for (std::size_t i = 1; i < m_offsets.size(); ++i)
            entry(m_offsets[i]);
        m_bytes += "trailer\n<<\n/Size " + QByteArray::number(size) + "\n/Info " + m_structure.info + "\n/Root " +
                   reference(m_structure.root) + "\n/Prev " + QByteArray::number(m_structure.table) +
                   "\n>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    }

    const Structure& m_structure;
    QByteArray m_bytes;
    std::vector<qsizetype> m_offsets;
};

} // namespace

QByteArray withBookmarks(const QByteArray& pdf, const QStringList& titles)
{
    const auto structure = structureOf(pdf);
    if (!structure || titles.isEmpty() || structure->pages.size() != std::size_t(titles.size()))
        return pdf;
    return Addition(pdf, *structure).bytes(titles);
}

} // namespace steward::print
