// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sheet/cell_text.h"

namespace steward::sheet {

namespace {

bool isHex(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }

/// "_x0041_" at this place.
bool isEscape(QStringView text, qsizetype at)
{
    return at + 7 <= text.size() && text[at] == u'_' && text[at + 1] == u'x' && isHex(text[at + 2]) &&
           isHex(text[at + 3]) && isHex(text[at + 4]) && isHex(text[at + 5]) && text[at + 6] == u'_';
}

/// Whether XML 1.0 cannot carry the character, nor half a pair.
bool isIllegal(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at == 0 || !text[at - 1].isHighSurrogate();
    const bool isControl = c < u' ' && c != u'\t' && c != u'\n' && c != u'\r';
    return isControl || c == QChar(0xFFFE) || c == QChar(0xFFFF);
}

} // namespace

CellText cellText(QStringView text)
{
    CellText result;
    result.isCut = text.size() > longestCell;
    if (result.isCut)
        text = text.left(text[longestCell - 1].isHighSurrogate() ? longestCell - 1 : longestCell);
    QString clean;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool illegal = isIllegal(text, i);
        const bool escaped = !illegal && isEscape(text, i);
        if (clean.isNull() && (illegal || escaped)) {
            clean = text.left(i).toString();
            clean.reserve(text.size() + 16);
        }
        result.replaced += illegal ? 1 : 0;
        if (escaped)
            clean.append(QStringLiteral("_x005F"));
        if (!clean.isNull())
            clean.append(illegal ? QChar(QChar::ReplacementCharacter) : text[i]);
    }
    result.utf8 = clean.isNull() ? text.toUtf8() : clean.toUtf8();
    return result;
}

QString sheetName(const QString& wanted, QSet<QString>& taken)
{
    constexpr qsizetype longest = 31;
    QString name;
    for (qsizetype i = 0; i < wanted.size() && name.size() < longest; ++i) {
        const bool forbidden = isIllegal(wanted, i) || wanted[i] < u' ' || QStringView(u"[]:*?/\\").contains(wanted[i]);
        name.append(forbidden ? QChar(u'-') : wanted[i]);
    }
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    while (name.endsWith(u'\''))
        name.chop(1);
    if (name.trimmed().isEmpty() || name.compare(u"history", Qt::CaseInsensitive) == 0)
        name = QStringLiteral("Sheet");
    QString unique = name;
    for (int n = 2; taken.contains(unique.toCaseFolded()); ++n) {
        const QString number = QString(u' ' + QString::number(n));
        unique = QString(name.left(longest - number.size()) + number);
    }
    taken.insert(unique.toCaseFolded());
    return unique;
}

} // namespace steward::sheet
