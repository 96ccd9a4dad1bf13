// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/one_page.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <memory>

namespace steward::print {

namespace {

constexpr int resolution = 1200;
constexpr double marginMm = 17;
constexpr double largest = 10.5;
constexpr double smallest = 7.5;
constexpr double pixelsAPoint = 96.0 / 72; // margins of a text are scaled from a screen's pixels to the page

QString tr(const char* text) { return QCoreApplication::translate("print", text); }

class Writer
{
public:
    Writer(QTextDocument& document, double size)
        : m_cursor(&document)
        , m_size(size)
    {
    }
    void add(const QString& text, double factor, bool isStrong, const QColor& ink, double above, double indent = 0)
    {
        QTextBlockFormat block;
        block.setTopMargin(above * m_size * pixelsAPoint);
        block.setLeftMargin(indent * m_size * pixelsAPoint);
        block.setTextIndent(-indent * m_size * pixelsAPoint);
        QTextCharFormat letters;
        QFont font;
        font.setFamilies({QStringLiteral("Arial"), QStringLiteral("Liberation Sans"), QStringLiteral("Helvetica"),
                          QStringLiteral("DejaVu Sans")});
        font.setPointSizeF(m_size * factor);
        font.setBold(isStrong);
        letters.setFont(font);
        letters.setForeground(ink);
        if (m_isFirst)
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block);
        m_isFirst = false;
        m_cursor.insertText(text, letters);
    }

private:
    QTextCursor m_cursor;
    double m_size;
    bool m_isFirst = true;
};

std::unique_ptr<QTextDocument> laid(const OnePage& page, QPdfWriter& writer, double size)
{
    const QColor ink(0x1A2330);
    const QColor muted(0x566273);
    const QColor accent(0x2A5BD0);
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->documentLayout()->setPaintDevice(&writer);
    document->setDocumentMargin(0);
    document->setTextWidth(writer.width());
    Writer text(*document, size);
    text.add(page.title, 1.7, true, ink, 0);
    text.add(page.about, 1, false, muted, 0.2);
    for (const OnePage::Section& section : page.sections) {
        if (section.lines.isEmpty())
            continue;
        text.add(section.title, 1.1, true, accent, 0.9);
        for (const QString& line : section.lines)
            text.add(QStringLiteral("\u2013 ") + line, 1, false, ink, 0.25, 1);
    }
    if (!page.footer.isEmpty())
        text.add(page.footer, 0.85, false, muted, 1.2);
    return document;
}

/// The longest section loses a line, and says how many it lost.
bool shorten(OnePage& page, std::vector<qsizetype>& lost)
{
    const auto longest =
        std::ranges::max_element(page.sections, {}, [](const auto& each) { return each.lines.size(); });
    if (longest == page.sections.end() || longest->lines.size() < 2)
        return false;
    qsizetype& count = lost[std::size_t(longest - page.sections.begin())];
    if (count > 0)
        longest->lines.removeLast();
    longest->lines.removeLast();
    ++count;
    longest->lines.append(tr("and %1 more").arg(count));
    return longest->lines.size() > 1;
}

} // namespace

Result<QByteArray> onePagePdf(const OnePage& page)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({marginMm, marginMm, marginMm, marginMm}, QPageLayout::Millimeter);
        writer.setTitle(page.title);
        writer.setCreator(QStringLiteral("Steward"));
        OnePage shown = page;
        std::vector<qsizetype> lost(shown.sections.size(), 0);
        double size = largest;
        auto document = laid(shown, writer, size);
        const auto fits = [&] { return document->size().height() <= writer.height(); };
        while (!fits() && size > smallest) {
            size -= 0.5;
            document = laid(shown, writer, size);
        }
        while (!fits() && shorten(shown, lost))
            document = laid(shown, writer, size);
        QPainter painter;
        if (!painter.begin(&writer))
            return fail(Code("deck.failed"), ErrorKind::Io, {page.title});
        document->drawContents(&painter);
    }
    return bytes;
}

} // namespace steward::print
