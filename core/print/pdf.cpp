// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/pdf.h"

#include "core/print/chart_picture.h"
#include "core/print/measure.h"
#include "core/print/pdf_bookmarks.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>
#include <algorithm>
#include <set>

namespace steward::print {

namespace {

using deck::Ink;

constexpr double textSize = 18;

QColor colour(Ink ink) { return QColor::fromRgb(deck::rgb(ink)); }

/// The first of these fonts that the machine has; Arial's widths are what the slides were measured with.
QFont fontOf(double size, bool isStrong)
{
    QFont font;
    font.setFamilies({QStringLiteral("Arial"), QStringLiteral("Liberation Sans"), QStringLiteral("Helvetica"),
                      QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(size);
    font.setBold(isStrong);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

class Painter
{
public:
    Painter(QPainter& painter, const QLocale& locale)
        : m_painter(painter)
        , m_locale(locale)
    {
    }
    void slide(const deck::Slide& slide, int number)
    {
        const bool isCover = slide.layout == deck::Layout::Cover;
        m_painter.fillRect(QRectF(0, 0, deck::slideWidth, deck::slideHeight), colour(isCover ? Ink::Dark : Ink::Back));
        for (const deck::Element& each : slide.elements)
            std::visit([this](const auto& element) { draw(element); }, each);
        if (isCover) {
            drawCover();
            return;
        }
        draw(deck::Mark{deck::Mark::Form::Rule, {56, 497, 848, 0}, Ink::Rule, 0.75});
        const Look look{12, Ink::Muted, false};
        line({56, 517}, slide.footer, look, deck::Align::Left);
        line({396, 517}, slide.source, look, deck::Align::Left);
        line({904, 517}, QString::number(number), look, deck::Align::Right);
    }

private:
    struct Look
    {
        double size;
        Ink ink;
        bool isStrong;
    };

    void drawCover()
    {
        QPolygonF line;
        for (const auto& [x, y] : deck::coverLine)
            line.append({x, y});
        m_painter.setPen(QPen(colour(Ink::Accent), deck::coverLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolyline(line);
    }
    /// One line of text on its base line, as wide as it was measured: another font is set a little narrower.
    double line(QPointF at, const QString& text, const Look& look, deck::Align align)
    {
        if (text.isEmpty())
            return 0;
        QFont font = fontOf(look.size, look.isStrong);
        // Metrics of the painter's device: one point of the slide is one unit of it.
        font.setPixelSize(static_cast<int>(look.size * precision));
        const double measured = textWidth(text, look.size, look.isStrong);
        const double real = QFontMetricsF(font).horizontalAdvance(text) / precision;
        const double squeeze = real > measured && real > 0 ? measured / real : 1;
        const double width = real * squeeze;
        const double x = align == deck::Align::Left     ? at.x()
                         : align == deck::Align::Centre ? at.x() - width / 2
                                                        : at.x() - width;
        m_painter.save();
        m_painter.translate(x, at.y());
        m_painter.scale(squeeze / precision, 1 / precision);
        m_painter.setFont(font);
        m_painter.setPen(colour(look.ink));
        m_painter.drawText(QPointF(0, 0), text);
        m_painter.restore();
        return width;
    }

    void draw(const deck::Text& text)
    {
        struct Line
        {
            QString text;
            const deck::Paragraph* paragraph;
            double before;
        };
        std::vector<Line> lines;
        double height = 0;
        for (const deck::Paragraph& each : text.paragraphs) {
            double before = each.spaceBefore;
            const bool isStrong = !each.runs.empty() && each.runs.front().isStrong;
            for (const QString& part : brokenLines(each.text(), text.box.w, each.size, isStrong)) {
                lines.push_back({part, &each, before});
                height += before + lineHeight(each.size);
                before = 0;
            }
        }
        double y = text.box.y;
        if (text.anchor == deck::Anchor::Bottom)
            y += text.box.h - height;
        if (text.anchor == deck::Anchor::Middle)
            y += (text.box.h - height) / 2;
        for (const Line& each : lines) {
            const deck::Paragraph& paragraph = *each.paragraph;
            y += each.before + lineHeight(paragraph.size);
            const double base = y - paragraph.size * 0.26;
            const double x = paragraph.align == deck::Align::Left     ? text.box.x
                             : paragraph.align == deck::Align::Centre ? text.box.x + text.box.w / 2
                                                                      : text.box.x + text.box.w;
            runs(each.text, paragraph, {x, base});
        }
    }
    /// A line that is its whole paragraph keeps the looks of its runs; of a broken one the first run's.
    void runs(const QString& text, const deck::Paragraph& paragraph, QPointF at)
    {
        if (paragraph.runs.empty())
            return;
        const auto look = [&](const deck::Run& run) { return Look{paragraph.size, run.ink, run.isStrong}; };
        const bool isWhole = paragraph.runs.size() > 1 && paragraph.align == deck::Align::Left &&
                             text.simplified() == paragraph.text().simplified();
        if (!isWhole) {
            line(at, text, look(paragraph.runs.front()), paragraph.align);
            return;
        }
        for (const deck::Run& each : paragraph.runs) {
            line(at, each.text, look(each), deck::Align::Left);
            at.rx() += textWidth(each.text, paragraph.size, each.isStrong);
        }
    }

    void draw(const deck::Mark& mark)
    {
        const QRectF box(mark.box.x, mark.box.y, mark.box.w, mark.box.h);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour(mark.ink));
        switch (mark.form) {
        case deck::Mark::Form::Bar:
            m_painter.drawRect(box);
            break;
        case deck::Mark::Form::Card:
            m_painter.drawRoundedRect(box, 6, 6);
            break;
        case deck::Mark::Form::Disc:
            m_painter.drawEllipse(box);
            break;
        case deck::Mark::Form::Rule:
            m_painter.setPen(QPen(colour(mark.ink), mark.thickness));
            m_painter.drawLine(box.topLeft(), box.bottomRight());
            break;
        }
    }

    void draw(const deck::Table& table)
    {
        double y = table.y;
        for (const deck::Row& row : table.rows) {
            double x = table.x;
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                if (i < row.cells.size())
                    cell(row.cells[i], table.columns[i], {x, y, table.columns[i].width, row.height}, table.size);
                x += table.columns[i].width;
            }
            y += row.height;
            draw(deck::Mark{deck::Mark::Form::Rule,
                            {table.x, y, table.box().w, 0},
                            row.isStrongRule ? Ink::Muted : Ink::Rule,
                            row.isStrongRule ? 1.25 : 0.75});
        }
    }
    void cell(const deck::Cell& cell, const deck::Column& column, const deck::Box& box, double size)
    {
        constexpr double margin = 6;
        deck::Text text;
        text.box = {box.x, box.y, box.w - margin, box.h};
        text.anchor = deck::Anchor::Middle;
        text.paragraphs = {{{{cell.text, cell.ink, cell.isStrong}}, size, column.align, 0}};
        draw(text);
    }

    void draw(const deck::Chart& chart)
    {
        for (const Shape& each : pictureOf(chart, m_locale))
            std::visit([this](const auto& shape) { draw(shape); }, each);
    }
    void draw(const Filled& shape)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour(shape.ink));
        m_painter.drawPolygon(shape.corners.data(), static_cast<int>(shape.corners.size()));
    }
    void draw(const Stroke& shape)
    {
        QPen pen(colour(shape.ink), shape.width);
        if (shape.isDashed)
            pen.setDashPattern({3, 2.5});
        m_painter.setPen(pen);
        m_painter.drawPolyline(shape.points.data(), static_cast<int>(shape.points.size()));
    }
    void draw(const Label& shape)
    {
        line(shape.at, shape.text, {shape.size, shape.ink, shape.isStrong},
             shape.align < 0   ? deck::Align::Right
             : shape.align > 0 ? deck::Align::Left
                               : deck::Align::Centre);
    }

    static constexpr double precision = 8; ///< sizes of fonts are whole numbers of eighths of a point
    QPainter& m_painter;
    const QLocale& m_locale;
};

/// Letters beyond ASCII in texts and tables, each once.
std::set<QString> foreignLetters(const deck::Deck& deck)
{
    std::set<QString> letters;
    const auto add = [&](const QString& text) {
        for (const char32_t c : text.toUcs4())
            if (c > 0x7F && QChar::isPrint(c) && !QChar::isSpace(c) && !QChar::isMark(c))
                letters.insert(QString::fromUcs4(&c, 1));
    };
    for (const deck::Slide& slide : deck.slides)
        for (const deck::Element& each : slide.elements) {
            if (const auto* text = std::get_if<deck::Text>(&each))
                add(text->text());
            if (const auto* table = std::get_if<deck::Table>(&each))
                for (const deck::Row& row : table->rows)
                    for (const deck::Cell& cell : row.cells)
                        add(cell.text);
        }
    return letters;
}

/// Looks where painting looks: in our fonts and those that stand in for them.
bool hasGlyph(const QString& letter)
{
    QTextLayout layout(letter, fontOf(textSize, false));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    return !runs.isEmpty() && std::ranges::none_of(runs, [](const QGlyphRun& run) {
        const auto indexes = run.glyphIndexes();
        return indexes.isEmpty() || indexes.contains(0);
    });
}

} // namespace

void paint(QPainter& painter, const deck::Slide& slide, int number, const QLocale& locale)
{
    painter.setRenderHint(QPainter::Antialiasing);
    Painter(painter, locale).slide(slide, number);
}

QString lettersWithoutFont(const deck::Deck& deck)
{
    constexpr std::size_t most = 12;
    QString missing;
    std::set<QString> seen;
    for (const QString& letter : foreignLetters(deck))
        if (seen.size() < most && !hasGlyph(letter) && seen.insert(letter).second)
            missing += letter;
    return missing;
}

Result<QByteArray> pdf(const deck::Deck& deck, const QLocale& locale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (deck.slides.empty())
        return fail(Code("deck.empty"));
    if (!buffer.open(QIODevice::WriteOnly))
        return fail(Code("deck.failed"));
    QPdfWriter writer(&buffer);
    writer.setTitle(deck.title);
    writer.setCreator(QStringLiteral("Steward"));
    writer.setPageSize(
        QPageSize(QSizeF(deck::slideWidth, deck::slideHeight), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    constexpr int perPoint = 10;
    constexpr int pointsAnInch = 72;
    writer.setResolution(pointsAnInch * perPoint);
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(Code("deck.failed"));
    painter.scale(perPoint, perPoint);
    int number = 0;
    QStringList titles;
    for (const deck::Slide& each : deck.slides) {
        titles.append(each.title());
        if (number++ > 0 && !writer.newPage())
            return fail(Code("deck.failed"));
        paint(painter, each, number, locale);
    }
    painter.end();
    buffer.close();
    return withBookmarks(bytes, titles);
}

} // namespace steward::print
