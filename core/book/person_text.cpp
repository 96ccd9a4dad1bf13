// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/person_text.h"

#include <algorithm>

namespace steward::book {

namespace {

constexpr qsizetype leastPhoneDigits = 6;

/// As JSON writes it where it keeps to ASCII; digits of the escapes in either case are found by searching in any case.
QString asciiJson(const QString& text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += u'\\';
        if (c.unicode() < 0x80)
            escaped += c;
        else
            escaped += QStringLiteral("\\u%1").arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
    }
    return escaped;
}

QString plainJson(QString text)
{
    return text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
}

bool isWordChar(QChar c) { return c.isLetterOrNumber(); }

/// In JSON a line break before a word is written "\n": that n is no letter of the word.
bool isEscaped(const QString& text, qsizetype at) { return at > 0 && text[at - 1] == u'\\'; }

/// A phone number without what leads out of a place: of "+44 (0)20 79" and "0044 20 79" the same.
QString phoneDigits(QStringView text)
{
    QString digits;
    const QString plain = text.toString().remove(QStringLiteral("(0)"));
    for (const QChar c : plain)
        if (c.isDigit() && (c != u'0' || !digits.isEmpty()))
            digits += c;
    return digits;
}

/// One with the code of the country and one without are the same number.
bool isSamePhone(const QString& a, const QString& b)
{
    constexpr qsizetype leastShared = 8;
    constexpr qsizetype longestCode = 3;
    const QString& longer = a.size() < b.size() ? b : a;
    const QString& shorter = a.size() < b.size() ? a : b;
    return shorter.size() >= leastShared && longer.size() - shorter.size() <= longestCode && longer.endsWith(shorter);
}

/// How many characters part two groups of digits here, 0 where something else stands. In JSON a line break is "\n".
qsizetype partingAt(const QString& text, qsizetype at)
{
    constexpr QStringView parting = u"/.()_";
    const QChar c = text[at];
    if (c == u'\\' && at + 1 < text.size() && (text[at + 1] == u'n' || text[at + 1] == u't' || text[at + 1] == u'r'))
        return 2;
    return parting.contains(c) || c.isSpace() || c.category() == QChar::Punctuation_Dash ? 1 : 0;
}

/// Where groups of digits end that begin at from and may be one number; the longest last.
std::vector<qsizetype> endsOfGroups(const QString& text, qsizetype from)
{
    constexpr qsizetype mostParting = 3;
    constexpr qsizetype longest = 30;
    std::vector<qsizetype> ends;
    qsizetype end = from;
    for (qsizetype at = from; at < std::min(text.size(), from + longest) && at - end <= mostParting;) {
        if (text[at].isDigit()) {
            end = ++at;
            if (end == text.size() || !text[end].isDigit())
                ends.push_back(end);
        } else if (const qsizetype parting = partingAt(text, at)) {
            at += parting;
        } else {
            break;
        }
    }
    return ends;
}

} // namespace

QString erasedMark() { return QStringLiteral("[erased]"); }

PersonText::PersonText(const Traces& traces)
{
    for (const QString& email : traces.emails)
        add(email, Kind::Email);
    for (const QString& name : traces.names)
        add(name, Kind::Name);
    for (const QString& phone : traces.phones)
        if (std::count_if(phone.begin(), phone.end(), [](QChar c) { return c.isDigit(); }) >= leastPhoneDigits) {
            add(phone, Kind::Phone);
            m_needles.push_back({phoneDigits(phone), Kind::Digits, false});
        }
    std::stable_sort(m_needles.begin(), m_needles.end(), [](const Needle& a, const Needle& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.text.size() > b.text.size();
    });
}

void PersonText::add(const QString& text, Kind kind)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() < 2 || trimmed == erasedMark())
        return;
    const qsizetype blank = trimmed.lastIndexOf(u' ');
    const bool isTheirsOnly = kind == Kind::Name && blank < 0;
    addForm(trimmed, kind, isTheirsOnly);
    if (kind == Kind::Name && blank > 0)
        addForm(trimmed.mid(blank + 1) + QStringLiteral(", ") + trimmed.left(blank), Kind::TurnedName, false);
}

void PersonText::addForm(const QString& text, Kind kind, bool isTheirsOnly)
{
    const QString composed = text.normalized(QString::NormalizationForm_C);
    QStringList forms{text, composed, text.normalized(QString::NormalizationForm_D), plainJson(composed),
                      asciiJson(composed)};
    forms.removeDuplicates();
    for (const QString& form : forms)
        m_needles.push_back({form, kind, isTheirsOnly});
}

bool PersonText::isWhole(const QString& text, qsizetype from, qsizetype to, Kind kind)
{
    const QChar before = from > 0 ? text[from - 1] : QChar(u' ');
    const QChar after = to < text.size() ? text[to] : QChar(u' ');
    const bool isStart = !isWordChar(before) || isEscaped(text, from - 1);
    switch (kind) {
    case Kind::Name:
    case Kind::TurnedName:
        return isStart && !isWordChar(after);
    case Kind::Phone:
    case Kind::Digits:
        return !before.isDigit() && !after.isDigit();
    case Kind::Email: {
        constexpr QStringView partOfAddress = u"._%+-";
        // "anna@acme.com.au" is another address, "anna@acme.com." ends a sentence.
        const bool goesOn =
            isWordChar(after) || ((after == u'.' || after == u'-') && to + 1 < text.size() && isWordChar(text[to + 1]));
        return isStart && !partOfAddress.contains(before) && !goesOn;
    }
    }
    return false;
}

PersonText::Place PersonText::findDigits(const QString& text, const QString& digits, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        const bool hasPlus = text[at] == u'+' || text[at] == u'\uFF0B';
        if (!text[at].isDigit() && !hasPlus)
            continue;
        const qsizetype begin = hasPlus ? at + 1 : at;
        const auto ends = endsOfGroups(text, begin);
        for (auto end = ends.rbegin(); end != ends.rend(); ++end)
            if (isSamePhone(phoneDigits(QStringView(text).sliced(begin, *end - begin)), digits) &&
                isWhole(text, at, *end, Kind::Digits))
                return {at, *end - at};
        if (!ends.empty())
            at = ends.front() - 1;
    }
    return {};
}

PersonText::Place PersonText::find(const QString& text, const Needle& needle, qsizetype from)
{
    if (needle.kind == Kind::Digits)
        return findDigits(text, needle.text, from);
    for (qsizetype at = text.indexOf(needle.text, from, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(needle.text, at + 1, Qt::CaseInsensitive))
        if (isWhole(text, at, at + needle.text.size(), needle.kind))
            return {at, needle.text.size()};
    return {};
}

bool PersonText::isIn(const QString& text, bool isTheirs) const
{
    return std::any_of(m_needles.begin(), m_needles.end(), [&](const Needle& needle) {
        return (isTheirs || !needle.isTheirsOnly) && find(text, needle, 0).size > 0;
    });
}

QString PersonText::erasedFrom(const QString& text, bool isTheirs) const
{
    QString result = text;
    for (const Needle& needle : m_needles) {
        if (needle.isTheirsOnly && !isTheirs)
            continue;
        for (Place place = find(result, needle, 0); place.size > 0;
             place = find(result, needle, place.at + erasedMark().size()))
            result.replace(place.at, place.size, erasedMark());
    }
    return result;
}

} // namespace steward::book
