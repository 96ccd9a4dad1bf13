// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/order_note.h"

#include "ui/accounts/columns.h"

#include <QCoreApplication>
#include <array>

namespace steward::accounts {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("accounts", text); }

bool hasSponsor(const query::AccountLine& line, QDate day)
{
    return std::ranges::any_of(line.facts->of<ContactRole>(), [day](const ContactRole& each) {
        return each.role == u"sponsor" && !(each.to.isValid() && each.to <= day);
    });
}

} // namespace

QString orderNote(const BookNumbers& numbers, const QLocale& locale)
{
    if (numbers.scores.empty())
        return {};
    std::size_t customers = 0;
    std::vector<const query::AccountLine*> unknown;
    for (const query::AccountLine& line : numbers.lines) {
        if (hasLeft(line))
            continue;
        ++customers;
        if (!line.health)
            unknown.push_back(&line);
    }
    if (2 * unknown.size() <= customers)
        return {};
    QString note = tr("%1 of %2 accounts have no score yet: they stand by the points lost so far times their ARR.")
                       .arg(locale.toString(unknown.size()), locale.toString(customers));
    std::size_t withoutRenewal = 0;
    std::size_t withoutSeats = 0;
    std::size_t withoutSponsor = 0;
    for (const query::AccountLine* line : unknown) {
        withoutRenewal += line->renewal.isValid() ? 0U : 1U;
        withoutSeats += line->seats ? 0U : 1U;
        withoutSponsor += hasSponsor(*line, numbers.asked.day) ? 0U : 1U;
    }
    const std::array<std::pair<std::size_t, const char*>, 3> lacks = {
        {{withoutRenewal, QT_TRANSLATE_NOOP("accounts", "renewal date")},
         {withoutSeats, QT_TRANSLATE_NOOP("accounts", "seats")},
         {withoutSponsor, QT_TRANSLATE_NOOP("accounts", "sponsor")}}};
    QStringList lacking;
    for (const auto& [count, name] : lacks)
        if (2 * count > unknown.size())
            lacking << tr(name);
    if (!lacking.isEmpty())
        note += u' ' + tr("Most lack: %1. Ctrl+G fills the gaps.").arg(lacking.join(QStringLiteral(", ")));
    return note;
}

} // namespace steward::accounts
