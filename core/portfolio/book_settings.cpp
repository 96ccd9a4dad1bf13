// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/book_settings.h"

namespace steward {

namespace {

/// The value of a setting: the newest version in force, without the quotes of a JSON text. Empty where there is none.
QString settingOf(const Rows<Definition>& definitions, QStringView name)
{
    const Definition* newest = nullptr;
    for (const Definition& each : definitions)
        if (each.kind == u"setting" && each.name == name && !each.archivedOn.isValid() && !each.retiredOn.isValid() &&
            (!newest || each.version.value_or(0) >= newest->version.value_or(0)))
            newest = &each;
    QString text = newest ? newest->text.text.trimmed() : QString();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    return text;
}

} // namespace

void readSettings(BookFacts& book)
{
    book.currency = Currency::fromCode(settingOf(book.definitions, u"currency")).value_or(Currency());
    if (const QTimeZone zone(settingOf(book.definitions, u"time_zone").toUtf8()); zone.isValid())
        book.zone = zone;
    const int month = settingOf(book.definitions, u"fiscal_year_start").toInt();
    book.fiscalYearStart = month >= 1 && month <= 12 ? month : 1;
}

} // namespace steward
