// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/html.h"

#include "core/deck/xml.h"
#include "core/print/chart_picture.h"

namespace steward::print {

namespace {

using deck::Ink;

constexpr auto style = R"css(
:root{color-scheme:light}
body{margin:0;background:#dfe3e8;font-family:Arial,"Liberation Sans",Helvetica,sans-serif}
section{position:relative;width:960px;height:540px;margin:24px auto;overflow:hidden}
section>*{position:absolute;margin:0}
section p{margin:0}
h1,h2{line-height:1.15}
table{border-collapse:collapse;table-layout:fixed}
th{font-weight:400;text-align:inherit}
th,td{padding:0 8px 0 0;overflow:hidden}
.data{left:0;top:0;width:1px;height:1px;clip-path:inset(50%)}
aside{position:static!important;width:960px;margin:0 auto 24px;font-size:14px}
@page{size:960px 540px;margin:0}
@media print{body{background:none}section{margin:0;break-after:page}aside{display:none}}
)css";

QByteArray colour(Ink ink) { return "#" + QByteArray::number(deck::rgb(ink), 16).rightJustified(6, '0'); }
QByteArray px(double value) { return QByteArray::number(value, 'f', 1) + "px"; }
QByteArray point(QPointF at) { return QByteArray::number(at.x(), 'f', 1) + ',' + QByteArray::number(at.y(), 'f', 1); }

QByteArray place(const deck::Box& box)
{
    return QByteArray("left:" + px(box.x) + ";top:" + px(box.y) + ";width:" + px(box.w) + ";height:" + px(box.h));
}

const char* alignment(deck::Align align)
{
    return align == deck::Align::Left ? "left" : align == deck::Align::Centre ? "center" : "right";
}

class Writer
{
public:
    Writer(const deck::Deck& deck, const QLocale& locale)
        : m_deck(deck)
        , m_locale(locale)
    {
    }
    QByteArray bytes()
    {
        m_out = "<!DOCTYPE html>\n<html lang=\"";
        text(m_deck.language);
        m_out += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=1000\">\n<title>";
        text(m_deck.title);
        m_out += QByteArray("</title>\n<style>") + style + "</style>\n</head>\n<body>\n";
        int number = 0;
        for (const deck::Slide& each : m_deck.slides)
            slide(each, ++number);
        return m_out + "</body>\n</html>\n";
    }

private:
    void text(const QString& text)
    {
        deck::Xml xml(0);
        const qsizetype head = xml.size();
        m_out += xml.text(text).bytes().mid(head);
    }
    void slide(const deck::Slide& slide, int number)
    {
        const bool isCover = slide.layout == deck::Layout::Cover;
        m_out += "<section style=\"background:" + colour(isCover ? Ink::Dark : Ink::Back) + "\">\n";
        for (const deck::Element& each : slide.elements)
            std::visit([&](const auto& element) { write(element, isCover); }, each);
        if (isCover)
            cover();
        else
            foot(slide, number);
        m_out += "</section>\n";
        if (slide.notes.isEmpty())
            return;
        m_out += "<aside>";
        for (const QString& each : slide.notes) {
            m_out += "<p>";
            text(each);
            m_out += "</p>";
        }
        m_out += "</aside>\n";
    }
    void cover()
    {
        std::vector<QPointF> points;
        for (const auto& [x, y] : deck::coverLine)
            points.emplace_back(x, y);
        m_out += "<svg aria-hidden=\"true\" style=\"" + place({0, 0, deck::slideWidth, deck::slideHeight}) +
                 "\" viewBox=\"0,0," + point({deck::slideWidth, deck::slideHeight}) + "\">";
        draw(Stroke{std::move(points), Ink::Accent, deck::coverLineWidth, false});
        m_out += "</svg>\n";
    }
    void foot(const deck::Slide& slide, int number)
    {
        write(deck::Mark{deck::Mark::Form::Rule, {56, 497, 848, 0}, Ink::Rule, 1}, false);
        const auto line = [&](double x, double width, const QString& words, deck::Align align) {
            write(deck::Text{{}, {x, 505, width, 16}, {{{{words, Ink::Muted}}, 12, align}}}, false);
        };
        line(56, 330, slide.footer, deck::Align::Left);
        line(396, 400, slide.source, deck::Align::Left);
        line(804, 100, QString::number(number), deck::Align::Right);
    }

    void write(const deck::Text& element, bool isCover)
    {
        const bool isTitle = element.place == deck::Place::Title;
        const QByteArray tag = !isTitle ? "div" : isCover ? "h1" : "h2";
        m_out += "<" + tag + " style=\"" + place(element.box);
        if (element.anchor != deck::Anchor::Top)
            m_out += QByteArray(";display:flex;flex-direction:column;justify-content:") +
                     (element.anchor == deck::Anchor::Bottom ? "flex-end" : "center");
        m_out += "\">";
        for (const deck::Paragraph& each : element.paragraphs) {
            m_out += isTitle ? "<span style=\"" : "<p style=\"";
            m_out += "font-size:" + px(each.size) + ";line-height:1.2;text-align:" + alignment(each.align);
            if (each.spaceBefore > 0)
                m_out += ";margin-top:" + px(each.spaceBefore);
            m_out += "\">";
            for (const deck::Run& run : each.runs) {
                m_out += "<span style=\"color:" + colour(run.ink) + (run.isStrong ? ";font-weight:700\">" : "\">");
                text(run.text);
                m_out += "</span>";
            }
            m_out += isTitle ? "</span>" : "</p>";
        }
        m_out += "</" + tag + ">\n";
    }
    void write(const deck::Mark& mark, bool)
    {
        deck::Box box = mark.box;
        if (mark.form == deck::Mark::Form::Rule)
            box.h = mark.thickness;
        m_out += "<div aria-hidden=\"true\" style=\"" + place(box) + ";background:" + colour(mark.ink);
        if (mark.form == deck::Mark::Form::Card)
            m_out += ";border-radius:6px";
        if (mark.form == deck::Mark::Form::Disc)
            m_out += ";border-radius:50%";
        m_out += "\"></div>\n";
    }
    void write(const deck::Table& table, bool)
    {
        m_out += "<table style=\"" + place(table.box()) + ";font-size:" + px(table.size) + "\"><colgroup>";
        for (const deck::Column& each : table.columns)
            m_out += "<col style=\"width:" + px(each.width) + "\">";
        m_out += "</colgroup>\n";
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const deck::Row& row = table.rows[i];
            m_out += "<tr style=\"height:" + px(row.height) + ";border-bottom:1px solid " +
                     colour(row.isStrongRule ? Ink::Muted : Ink::Rule) + "\">";
            const QByteArray tag = i == 0 ? "th" : "td";
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const deck::Cell cell = c < row.cells.size() ? row.cells[c] : deck::Cell();
                m_out += "<" + tag + (i == 0 ? " scope=\"col\"" : "") + " style=\"color:" + colour(cell.ink) +
                         ";text-align:" + alignment(table.columns[c].align) +
                         (cell.isStrong ? ";font-weight:700\">" : "\">");
                text(cell.text);
                m_out += "</" + tag + ">";
            }
            m_out += "</tr>\n";
        }
        m_out += "</table>\n";
    }
    void write(const deck::Chart& chart, bool)
    {
        const deck::Box& box = chart.box;
        m_out += "<svg role=\"img\" style=\"" + place(box) + "\" viewBox=\"" + point({box.x, box.y}) + ',' +
                 point({box.w, box.h}) + "\"><title>";
        text(chart.alt);
        m_out += "</title>";
        for (const Shape& each : pictureOf(chart, m_locale))
            std::visit([&](const auto& shape) { draw(shape); }, each);
        m_out += "</svg>\n";
        values(chart);
    }
    /// Every value of a chart, for who reads the page by ear or copies from it: the picture names only some.
    void values(const deck::Chart& chart)
    {
        const auto cell = [&](const char* tag, const QString& words) {
            m_out += QByteArray("<") + tag + ">";
            text(words);
            m_out += QByteArray("</") + QByteArray(tag).left(2) + ">";
        };
        m_out += "<table class=\"data\"><tr><td></td>";
        for (const deck::Series& each : chart.series)
            cell("th scope=\"col\"", each.name);
        m_out += "</tr>\n";
        for (qsizetype k = 0; k < chart.categories.size(); ++k) {
            m_out += "<tr>";
            cell("th scope=\"row\"", chart.categories[k]);
            for (const deck::Series& each : chart.series) {
                const auto value = valueAt(each, static_cast<std::size_t>(k));
                cell("td", value ? labelText(*value, chart.form, m_locale) : QStringLiteral("–"));
            }
            m_out += "</tr>\n";
        }
        m_out += "</table>\n";
    }

    void draw(const Filled& shape)
    {
        m_out += "<polygon fill=\"" + colour(shape.ink) + "\" points=\"" + joined(shape.corners) + "\"/>";
    }
    void draw(const Stroke& shape)
    {
        m_out += "<polyline fill=\"none\" stroke=\"" + colour(shape.ink) + "\" stroke-width=\"" +
                 QByteArray::number(shape.width) + (shape.isDashed ? "\" stroke-dasharray=\"4 3" : "") +
                 "\" points=\"" + joined(shape.points) + "\"/>";
    }
    void draw(const Label& shape)
    {
        const char* anchor = shape.align < 0 ? "end" : shape.align > 0 ? "start" : "middle";
        m_out += "<text x=\"" + QByteArray::number(shape.at.x(), 'f', 1) + "\" y=\"" +
                 QByteArray::number(shape.at.y(), 'f', 1) + "\" font-size=\"" + QByteArray::number(shape.size) +
                 "\" fill=\"" + colour(shape.ink) + "\" text-anchor=\"" + anchor +
                 (shape.isStrong ? "\" font-weight=\"700\">" : "\">");
        text(shape.text);
        m_out += "</text>";
    }
    static QByteArray joined(const std::vector<QPointF>& points)
    {
        QByteArray all;
        for (const QPointF& each : points)
            all += point(each) + ' ';
        return all.trimmed();
    }

    const deck::Deck& m_deck;
    const QLocale& m_locale;
    QByteArray m_out;
};

} // namespace

QByteArray html(const deck::Deck& deck, const QLocale& locale) { return Writer(deck, locale).bytes(); }

} // namespace steward::print
