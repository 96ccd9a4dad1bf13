// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/slide_frame.h"

#include "core/print/measure.h"

#include <algorithm>

namespace steward::print {

namespace {

constexpr double titleSize = 28;
/// Programs measure a little differently: nothing is filled to the last point.
constexpr double slack = 0.95;
constexpr double cellMargin = 8;
constexpr double addedSize = 15; ///< of what the CSM added
constexpr double addedGap = 10;
constexpr int addedLines = 2;

/// A figure and its sign stay on one line.
QString bound(QString text)
{
    for (qsizetype at = text.indexOf(u" %"); at >= 0; at = text.indexOf(u" %", at + 1))
        if (at > 0 && text[at - 1].isDigit())
            text[at] = QChar::Nbsp;
    return text;
}

deck::Text textOf(const QString& name, const deck::Box& box, const QString& text, const Look& look)
{
    deck::Text made;
    made.name = name;
    made.box = box;
    made.anchor = look.anchor;
    for (const QString& line : text.split(u'\n'))
        made.paragraphs.push_back({{{line, look.ink, look.isStrong}}, look.size, look.align, 0});
    return made;
}

} // namespace

Frame::Frame(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide, const QString& source, int page,
             int pages)
    : m_source(slide)
{
    m_slide.id = slide.id;
    m_slide.isHidden = slide.isHidden;
    m_slide.source = fitted(source, 380, 1, 12);
    // The quarter stands there whole, however long the name.
    const auto footer = [&](const QString& account) {
        return wording.say("frame.footer",
                           {{QStringLiteral("account"), account}, {QStringLiteral("quarter"), pack.quarter.toText()}});
    };
    constexpr double footerWidth = 310;
    m_slide.footer = footer(fitted(pack.accountName, footerWidth - textWidth(footer({}), 12), 1, 12));
    m_title = slide.ownTitle.isEmpty() ? wording.say(slide.title) : slide.ownTitle;
    const deck::Box box = deck::boxOf(deck::Layout::Free, deck::Place::Title);
    const QString tail = pages > 1 ? wording.say("goals.more", {{QStringLiteral("title"), QString()},
                                                                {QStringLiteral("k"), qint64(page)},
                                                                {QStringLiteral("n"), qint64(pages)}})
                                   : QString();
    // Two lines, with room for the page.
    const double room = box.w * slack - (tail.isEmpty() ? 0 : textWidth(tail, titleSize, true) / 2);
    m_title = fitted(bound(m_title), room, 2, titleSize, true);
    if (!tail.isEmpty())
        m_title += QString(u' ' + tail);
    // Read first: what the slide says.
    m_slide.elements.push_back(deck::Text{
        QStringLiteral("Title"), box, {{{{m_title, deck::Ink::Text, true}}, titleSize}}, deck::Place::Title});
    const auto* part = content::findById(wording.content().parts, slide.part);
    if (part)
        m_slide.elements.push_back(deck::Text{QStringLiteral("Part"),
                                              deck::boxOf(deck::Layout::Free, deck::Place::Kicker),
                                              {{{{wording.fill(part->name), deck::Ink::Accent, true}}, 14}},
                                              deck::Place::Kicker});
    m_hasAdded = page == 1 && addsText(slide);
    if (m_hasAdded) {
        const auto lines = brokenLines(slide.ownText.simplified(), deck::contentBox.w * slack, addedSize, false).size();
        m_bottom -= addedGap + lineHeight(addedSize) * static_cast<double>(std::min<qsizetype>(lines, addedLines));
    }
}

void Frame::text(const deck::Box& box, const QString& text, const Look& look)
{
    const int lines = std::max(1, static_cast<int>(box.h / lineHeight(look.size) + 0.05));
    const QString fits = fitted(bound(text), box.w * slack, lines, look.size, look.isStrong);
    if (!fits.isEmpty())
        add(textOf(QStringLiteral("Text"), box, fits, look));
}

double Frame::flow(const deck::Box& box, const QString& text, const Look& look)
{
    const double most = std::min(box.h, m_bottom - box.y);
    const double height = std::min(most, textHeight(text, box.w * slack, look.size, look.isStrong));
    if (height < lineHeight(look.size) - 0.5)
        return box.y;
    this->text({box.x, box.y, box.w, height}, text, look);
    return box.y + height;
}

void Frame::mark(deck::Mark::Form form, const deck::Box& box, deck::Ink ink) { add(deck::Mark{form, box, ink, 1}); }

void Frame::rule(double x, double y, double width) { mark(deck::Mark::Form::Rule, {x, y, width, 0}, deck::Ink::Rule); }

void Frame::keyFigure(const deck::Box& box, const QString& figure, const QString& label, deck::Ink ink)
{
    constexpr double most = 44;
    double size = most;
    while (size > 20 && textWidth(figure, size, true) > box.w * slack)
        size -= 2;
    text({box.x, box.y, box.w, lineHeight(most)}, figure, {size, ink, true, deck::Align::Left, deck::Anchor::Bottom});
    text({box.x, box.y + lineHeight(most) + 4, box.w, lineHeight(14) * 2}, label, {14, deck::Ink::Muted});
}

double Frame::ask(const QString& question, const QString& more)
{
    constexpr double top = 158;
    constexpr double inside = 24;
    constexpr double between = 8;
    constexpr Look large{24};
    constexpr Look small{17, deck::Ink::Muted};
    const double width = deck::contentBox.w - 2 * inside;
    const double asked = textHeight(question, width * slack, large.size);
    const double rest = more.isEmpty() ? 0 : between + textHeight(more, width * slack, small.size);
    const double height = asked + rest + 2 * inside;
    const double x = deck::contentBox.x + inside;
    mark(deck::Mark::Form::Card, {deck::contentBox.x, top, deck::contentBox.w, height}, deck::Ink::Tint);
    text({x, top + inside, width, asked}, question, large);
    if (!more.isEmpty())
        text({x, top + inside + asked + between, width, rest - between}, more, small);
    return top + height;
}

void Frame::blanks(double y)
{
    constexpr double line = 50;
    for (y += line; y < m_bottom; y += line)
        rule(deck::contentBox.x, y, deck::contentBox.w);
}

deck::Slide Frame::take()
{
    const double end = deck::contentBox.y + deck::contentBox.h;
    if (m_hasAdded) {
        const double top = m_bottom + addedGap;
        text({deck::contentBox.x, top, deck::contentBox.w, end - top}, m_source.ownText.simplified(), {addedSize});
    }
    return std::move(m_slide);
}

QString figureText(const qbr::Slide& slide, const char* id, const Wording& wording)
{
    const auto found =
        std::ranges::find_if(slide.numbers, [&](const qbr::Number& each) { return each.id == QLatin1String(id); });
    return found == slide.numbers.end() ? QString() : wording.figure(*found);
}

std::vector<deck::Column> columnsFor(const std::vector<deck::Row>& rows, double width, double size)
{
    std::vector<deck::Column> columns(rows.front().cells.size());
    double needed = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        double widest = 0;
        for (const deck::Row& each : rows)
            widest = std::max(widest, textWidth(each.cells[i].text, size, each.cells[i].isStrong));
        columns[i] = {widest / slack + cellMargin + 1, i == 0 ? deck::Align::Left : deck::Align::Right};
        needed += columns[i].width;
    }
    if (needed > width)
        return {};
    for (deck::Column& each : columns)
        each.width += (width - needed) / static_cast<double>(columns.size());
    return columns;
}

deck::Table tableOf(const Wording& wording, const QString& title, double x, double y, std::vector<deck::Column> columns,
                    std::vector<deck::Row> rows, double size)
{
    for (deck::Row& row : rows)
        for (std::size_t i = 0; i < row.cells.size() && i < columns.size(); ++i)
            row.cells[i].text =
                fitted(row.cells[i].text.simplified(), (columns[i].width - cellMargin) * slack,
                       std::max(1, static_cast<int>((row.height - 6) / lineHeight(size))), size, row.cells[i].isStrong);
    deck::Table table;
    table.name = QStringLiteral("Table");
    table.alt = wording.say(
        "table.alt", {{QStringLiteral("title"), title}, {QStringLiteral("n"), static_cast<qint64>(rows.size()) - 1}});
    table.x = x;
    table.y = y;
    table.columns = std::move(columns);
    table.rows = std::move(rows);
    table.size = size;
    return table;
}

deck::Text caption(const deck::Box& box, const QString& text, const std::vector<std::pair<QString, deck::Ink>>& series)
{
    deck::Paragraph line{{{QString(text + QStringLiteral("  ")), deck::Ink::Muted}}, 14};
    for (const auto& [name, ink] : series)
        line.runs.push_back({QString(name + QStringLiteral("  ")), ink, true});
    return {QStringLiteral("Caption"), box, {std::move(line)}};
}

} // namespace steward::print
