// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/book_settings.h"

#include <algorithm>

namespace steward {

const Definition* settingNamed(const Rows<Definition>& definitions, QStringView name)
{
    const Definition* newest = nullptr;
    for (const Definition& each : definitions)
        if (each.kind == u"setting" && each.name == name && !each.archivedOn.isValid() && !each.retiredOn.isValid() &&
            (!newest || each.version.value_or(0) >= newest->version.value_or(0)))
            newest = &each;
    return newest;
}

QString settingText(const Rows<Definition>& definitions, QStringView name)
{
    const Definition* newest = settingNamed(definitions, name);
    QString text = newest ? newest->text.text.trimmed() : QString();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    return text;
}

std::vector<QByteArray> contentCopies(const Rows<Definition>& definitions, QStringView file)
{
    std::vector<const Definition*> found;
    for (const Definition& each : definitions)
        if (each.kind == u"content" && each.name == file && !each.retiredOn.isValid())
            found.push_back(&each);
    std::ranges::stable_sort(found, std::greater(), [](const Definition* each) { return each->version.value_or(0); });
    std::vector<QByteArray> copies;
    for (const Definition* each : found)
        copies.push_back(each->text.text.toUtf8());
    return copies;
}

void readSettings(BookFacts& book)
{
    book.currency = Currency::fromCode(settingText(book.definitions, u"currency")).value_or(Currency());
    if (const QTimeZone zone(settingText(book.definitions, u"time_zone").toUtf8()); zone.isValid())
        book.zone = zone;
    const int month = settingText(book.definitions, u"fiscal_year_start").toInt();
    book.fiscalYearStart = month >= 1 && month <= 12 ? month : 1;
}

} // namespace steward
