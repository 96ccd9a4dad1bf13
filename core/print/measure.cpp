// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/measure.h"

#include <QChar>
#include <array>

namespace steward::print {

namespace {

/// Thousandths of the size for U+0020 to U+007E (Adobe's metrics of Helvetica, which Arial and Liberation Sans share).
using Widths = std::array<short, 95>;
constexpr Widths regular{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                         556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                         1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                         667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                         333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                         556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr Widths strong{278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
                        556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
                        611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
                        667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
                        278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

int widthOf(char32_t c, const Widths& widths)
{
    constexpr int wide = 1000;
    constexpr int other = 667;
    if (c >= 0x20 && c <= 0x7E)
        return widths[c - 0x20];
    if (c == 0xA0 || c == 0x2009 || c == 0x202F)
        return widths[0];
    if (QChar::isMark(c))
        return 0;
    const QString parts = QChar::decomposition(c);
    if (!parts.isEmpty() && parts[0].unicode() >= 0x20 && parts[0].unicode() <= 0x7E)
        return widths[static_cast<std::size_t>(parts[0].unicode() - 0x20)];
    // From the first CJK block on, and everything outside the first plane (emoji): squares.
    return c >= 0x2E80 ? wide : c == 0x2026 || c == 0x2014 ? wide : other;
}

/// In thousandths of the size: whole numbers, so that parts add up.
qint64 unitsOf(QStringView text, const Widths& widths)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        sum += widthOf(c, widths);
        i += isPair ? 1 : 0;
    }
    return sum;
}

double pointsOf(qint64 units, double size) { return static_cast<double>(units) * size / 1000; }

} // namespace

double textWidth(QStringView text, double size, bool isStrong)
{
    return pointsOf(unitsOf(text, isStrong ? strong : regular), size);
}

QStringList brokenLines(const QString& text, double width, double size, bool isStrong)
{
    const Widths& widths = isStrong ? strong : regular;
    QStringList lines;
    for (const QString& paragraph : text.split(u'\n')) {
        QString line;
        qint64 filled = 0;
        for (QString word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            const qint64 longer = (line.isEmpty() ? 0 : filled + widths[0]) + unitsOf(word, widths);
            if (pointsOf(longer, size) <= width) {
                line = line.isEmpty() ? word : QString(line + u' ' + word);
                filled = longer;
                continue;
            }
            if (!line.isEmpty())
                lines.append(line);
            while (textWidth(word, size, isStrong) > width && word.size() > 1) {
                qsizetype fits = 1;
                while (fits < word.size() && textWidth(QStringView(word).left(fits + 1), size, isStrong) <= width)
                    ++fits;
                fits -= fits > 1 && word[fits - 1].isHighSurrogate() ? 1 : 0;
                lines.append(word.left(fits));
                word.remove(0, fits);
            }
            line = word;
            filled = unitsOf(word, widths);
        }
        lines.append(line);
    }
    return lines;
}

double textHeight(const QString& text, double width, double size, bool isStrong)
{
    return static_cast<double>(brokenLines(text, width, size, isStrong).size()) * lineHeight(size);
}

QString fitted(const QString& text, double width, int lines, double size, bool isStrong)
{
    QStringList all = brokenLines(text, width, size, isStrong);
    if (all.size() <= lines)
        return text;
    all = all.mid(0, lines);
    QString& last = all.last();
    while (!last.isEmpty() && textWidth(QString(last + u'…'), size, isStrong) > width)
        last.chop(1);
    const qsizetype blank = last.lastIndexOf(u' ');
    if (blank > last.size() / 2)
        last.truncate(blank);
    last = QString(last.trimmed() + u'…');
    return all.join(u' ');
}

} // namespace steward::print
