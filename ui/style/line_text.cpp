// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/line_text.h"

#include "ui/style/tip.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPainter>
#include <QStaticText>
#include <QStyle>
#include <vector>

namespace steward::style {

namespace {

struct Key
{
    QString text;
    std::size_t font = 0;
    int room = -1; ///< -1: the whole text
    bool operator==(const Key&) const = default;
};
std::size_t qHash(const Key& key, std::size_t seed = 0) { return qHashMulti(seed, key.text, key.font, key.room); }

struct Line
{
    QStaticText text;
    qreal width = 0;
};

class Lines
{
public:
    const Line& line(const QFont& font, const QString& text, int room = -1)
    {
        const Key key{text, indexOf(font), room};
        if (const Line* known = m_lines.object(key))
            return *known;
        auto* line = new Line(made(font, text, room));
        m_lines.insert(key, line);
        return *line;
    }

private:
    static Line made(const QFont& font, QString text, int room)
    {
        for (QChar& c : text)
            if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
                c = u' ';
        text = unturned(std::move(text));
        const QFontMetricsF metrics(font);
        Line line;
        const QString shown = room < 0 ? text : metrics.elidedText(text, Qt::ElideRight, room);
        line.text.setTextFormat(Qt::PlainText);
        line.text.setText(shown);
        line.text.prepare({}, font);
        line.width = metrics.horizontalAdvance(shown);
        return line;
    }

    /// There are few: sizes and weights of the one the user chose.
    std::size_t indexOf(const QFont& font)
    {
        constexpr std::size_t mostFonts = 32;
        const auto found = std::ranges::find(m_fonts, font);
        if (found != m_fonts.end())
            return std::size_t(found - m_fonts.begin());
        if (m_fonts.size() == mostFonts) {
            m_fonts.clear();
            m_lines.clear();
        }
        m_fonts.push_back(font);
        return m_fonts.size() - 1;
    }

    /// Of some large windows; a laid out line takes about a kilobyte.
    static constexpr int mostLines = 4096;
    QCache<Key, Line> m_lines{mostLines};
    std::vector<QFont> m_fonts;
};

Lines& lines()
{
    thread_local Lines known;
    return known;
}

} // namespace

qreal drawLine(QPainter& painter, const QRect& place, Qt::Alignment alignment, const QString& text)
{
    if (text.isEmpty())
        return 0;
    const QFont& font = painter.font();
    const Line* line = &lines().line(font, text);
    if (line->width > place.width())
        line = &lines().line(font, text, std::max(0, place.width()));
    const Qt::Alignment side = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    qreal x = place.x();
    if (side & Qt::AlignRight)
        x += place.width() - line->width;
    else if (side & Qt::AlignHCenter)
        x += (place.width() - line->width) / 2;
    painter.drawStaticText(QPointF(x, place.y() + (place.height() - line->text.size().height()) / 2), line->text);
    return line->width;
}

void drawWholeLine(QPainter& painter, QPointF baseline, const QString& text)
{
    if (text.isEmpty())
        return;
    const Line& line = lines().line(painter.font(), text);
    painter.drawStaticText(baseline - QPointF(0, QFontMetricsF(painter.font()).ascent()), line.text);
}

qreal lineWidth(const QFont& font, const QString& text) { return text.isEmpty() ? 0 : lines().line(font, text).width; }

} // namespace steward::style
