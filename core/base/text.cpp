// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QStringList>
#include <array>

namespace steward {

QString folded(QStringView text)
{
    return text.toString().normalized(QString::NormalizationForm_C).toCaseFolded().simplified();
}

QString bareName(QStringView text)
{
    QString bare = folded(text);
    bare.removeIf([](QChar c) { return c == u' ' || c == u'_' || c == u'-' || c == u'.' || c == u'/'; });
    return bare;
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
