// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/markdown.h"

#include "core/print/chart_picture.h"

namespace steward::print {

namespace {

QString escaped(const QString& text)
{
    QString result;
    for (const QChar c : text.simplified()) {
        if (QStringView(u"\\`*_{}[]<>#|~").contains(c))
            result += u'\\';
        result += c;
    }
    // What would begin a list or a heading at the start of a line.
    if (!result.isEmpty() && QStringView(u"-+").contains(result.front()))
        result.prepend(u'\\');
    return result;
}

QString row(const QStringList& cells)
{
    return QString(QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n"));
}

void write(const deck::Table& table, QString& out)
{
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        QStringList cells;
        for (const deck::Cell& each : table.rows[i].cells)
            cells.append(escaped(each.text));
        out += row(cells);
        if (i > 0)
            continue;
        cells.clear();
        for (const deck::Column& each : table.columns)
            cells.append(each.align == deck::Align::Right ? QStringLiteral("--:") : QStringLiteral("---"));
        out += row(cells);
    }
    out += u'\n';
}

/// Rows by category, a column a series; all cells as the chart labels them.
void write(const deck::Chart& chart, const QLocale& locale, QString& out)
{
    QStringList head{QString()};
    QStringList rule{QStringLiteral("---")};
    for (const deck::Series& each : chart.series) {
        head.append(escaped(each.name));
        rule.append(QStringLiteral("--:"));
    }
    out += row(head) + row(rule);
    for (qsizetype k = 0; k < chart.categories.size(); ++k) {
        QStringList cells{escaped(chart.categories[k])};
        for (const deck::Series& each : chart.series) {
            const auto value = valueAt(each, static_cast<std::size_t>(k));
            cells.append(value ? escaped(labelText(*value, chart.form, locale)) : QStringLiteral("–"));
        }
        out += row(cells);
    }
    out += u'\n';
}

void write(const deck::Text& text, QString& out)
{
    for (const deck::Paragraph& each : text.paragraphs) {
        const QString line = escaped(each.text());
        if (line.isEmpty())
            continue;
        const bool isStrong = !each.runs.empty() && each.runs.front().isStrong && each.size >= 18;
        out += isStrong ? QString(QStringLiteral("**") + line + QStringLiteral("**\n\n")) : QString(line + u"\n\n");
    }
}

} // namespace

QByteArray markdown(const deck::Deck& deck, const QLocale& locale)
{
    QString out;
    for (const deck::Slide& slide : deck.slides) {
        const bool isCover = slide.layout == deck::Layout::Cover;
        if (!out.isEmpty())
            out += QStringLiteral("---\n\n");
        out +=
            (isCover ? QStringLiteral("# ") : QStringLiteral("## ")) + escaped(slide.title()) + QStringLiteral("\n\n");
        for (const deck::Element& each : slide.elements) {
            if (const auto* text = std::get_if<deck::Text>(&each); text && text->place != deck::Place::Title)
                write(*text, out);
            else if (const auto* table = std::get_if<deck::Table>(&each))
                write(*table, out);
            else if (const auto* chart = std::get_if<deck::Chart>(&each))
                write(*chart, locale, out);
        }
        if (!slide.source.isEmpty())
            out += u'*' + escaped(slide.source) + QStringLiteral("*\n\n");
        for (const QString& each : slide.notes)
            out += QStringLiteral("> ") + escaped(each) + QStringLiteral("\n>\n");
        if (!slide.notes.isEmpty())
            out += u'\n';
    }
    return out.toUtf8();
}

} // namespace steward::print
