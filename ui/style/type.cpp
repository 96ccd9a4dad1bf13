// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/type.h"

#include "ui/style/line_text.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <cmath>
#include <optional>
#include <vector>

namespace steward::style {

namespace {

bool measureDigits(const QFontMetricsF& metrics)
{
    const qreal zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.01)
            return false;
    return true;
}

/// Asked for every number painted, of the few fonts there are; measured once each.
bool hasEqualDigits(const QFont& font, const QFontMetricsF& metrics)
{
    constexpr std::size_t mostFonts = 16;
    thread_local std::vector<std::pair<QFont, bool>> known;
    const auto found = std::ranges::find(known, font, &std::pair<QFont, bool>::first);
    if (found != known.end())
        return found->second;
    if (known.size() == mostFonts)
        known.clear();
    known.emplace_back(font, measureDigits(metrics));
    return known.back().second;
}

/// Where digits differ each takes the room of a 0.
qreal widthInCells(const QFontMetricsF& metrics, const QString& text)
{
    const qreal zero = metrics.horizontalAdvance(u'0');
    qreal width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? zero : metrics.horizontalAdvance(c);
    return width;
}

QFont made(Type type, QFont font)
{
    const qreal base = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    const auto set = [&](qreal size, bool isStrong, qreal tracking) {
        font.setPointSizeF(size);
        font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
        if (tracking != 0)
            font.setLetterSpacing(QFont::PercentageSpacing, 100 + tracking);
    };
    switch (type) {
    case Type::Small:
        set(std::max(base - 1, 6.0), false, 0);
        break;
    case Type::Body:
        set(base, false, 0);
        break;
    case Type::Strong:
        set(base, true, 0);
        break;
    case Type::Title2:
        set(base + 2, true, 0);
        break;
    case Type::Title:
        set(base + 5, true, -1);
        break;
    case Type::Hero:
        set(base * 2, true, -1.5);
        break;
    }
    return font;
}

/// What is worked out from the font of the application, until that is another one.
struct Measures
{
    QFont base;
    QFont fonts[std::size_t(Type::Hero) + 1];
    qreal height = 0;
    int line = 0;
};

const Measures& measures()
{
    thread_local std::optional<Measures> known;
    const QFont base = QApplication::font();
    if (known && known->base == base)
        return *known;
    known.emplace();
    known->base = base;
    for (std::size_t i = 0; i < std::size(known->fonts); ++i)
        known->fonts[i] = made(static_cast<Type>(i), base);
    known->height = QFontMetricsF(base).height();
    known->line = QFontMetrics(base).height();
    return *known;
}

} // namespace

QFont fontOf(Type type) { return measures().fonts[static_cast<std::size_t>(type)]; }

int px(double n)
{
    constexpr double designedLine = 17;
    return static_cast<int>(std::lround(n * measures().height / designedLine));
}

int rowHeight(Density density)
{
    const int line = measures().line;
    switch (density) {
    case Density::Compact:
        return line + 8;
    case Density::Normal:
        return line + 12;
    case Density::Comfortable:
        return line + 18;
    }
    return line + 12;
}

void drawNumber(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const bool isOneLine = hasEqualDigits(painter.font(), metrics);
    const qreal width = isOneLine ? lineWidth(painter.font(), text) : widthInCells(metrics, text);
    const qreal baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    if (isOneLine) {
        drawWholeLine(painter, QPointF(x, baseline), text);
        return;
    }
    const qreal zero = metrics.horizontalAdvance(u'0');
    for (const QChar c : text) {
        const qreal own = metrics.horizontalAdvance(c);
        const qreal cell = c.isDigit() ? zero : own;
        drawWholeLine(painter, QPointF(x + (cell - own) / 2, baseline), QString(c));
        x += cell;
    }
}

qreal numberWidth(const QFont& font, const QString& text)
{
    const QFontMetricsF metrics(font);
    return hasEqualDigits(font, metrics) ? metrics.horizontalAdvance(text) : widthInCells(metrics, text);
}

QStringList linesOf(const QString& text, const QFont& font, int width, int most)
{
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        if (lines.size() + 1 == most) {
            lines << QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

} // namespace steward::style
