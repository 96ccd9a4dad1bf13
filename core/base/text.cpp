// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace steward {

namespace {

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

QChar lowerOfAscii(QChar c) { return c >= u'A' && c <= u'Z' ? QChar(char16_t(c.unicode() + 0x20)) : c; }

} // namespace

QString caseFolded(const QString& text)
{
    if (!isAscii(text))
        return text.toCaseFolded();
    QString lower(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, lower.begin(), lowerOfAscii);
    return lower;
}

QString folded(QStringView text)
{
    const QString whole = text.toString();
    return caseFolded(isAscii(whole) ? whole : whole.normalized(QString::NormalizationForm_C)).simplified();
}

QString bareName(QStringView text)
{
    QString bare = folded(text);
    bare.removeIf([](QChar c) { return c == u' ' || c == u'_' || c == u'-' || c == u'.' || c == u'/'; });
    return bare;
}

bool naturalLess(QStringView a, QStringView b)
{
    const auto figuresAt = [](QStringView text, qsizetype from) {
        qsizetype end = from;
        while (end < text.size() && text[end].isDigit())
            ++end;
        while (from + 1 < end && text[from] == u'0')
            ++from;
        return std::pair(text.mid(from, end - from), end);
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            const auto [left, leftEnd] = figuresAt(a, i);
            const auto [right, rightEnd] = figuresAt(b, j);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (left != right)
                return left < right;
            i = leftEnd;
            j = rightEnd;
            continue;
        }
        const QChar left = a[i++].toCaseFolded();
        const QChar right = b[j++].toCaseFolded();
        if (left != right)
            return left < right;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b;
}

QString firmName(QStringView text)
{
    static constexpr std::array forms = {
        u"inc", u"incorporated", u"llc", u"llp", u"ltd", u"limited", u"corp", u"corporation", u"co",  u"company",
        u"plc", u"gmbh",         u"ag",  u"kg",  u"ohg", u"ug",      u"se",   u"sa",          u"sas", u"sarl",
        u"srl", u"spa",          u"bv",  u"nv",  u"ab",  u"as",      u"oy",   u"pty",         u"kk"};
    QString name = folded(text);
    name.replace(u'.', QString());
    name.replace(u',', u' ');
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    while (words.size() > 1) {
        const QString& last = words.last();
        const bool isForm = std::any_of(forms.begin(), forms.end(), [&](const char16_t* form) { return last == form; });
        if (!isForm && last != u"&")
            break;
        words.removeLast();
    }
    return words.join(u' ');
}

} // namespace steward
