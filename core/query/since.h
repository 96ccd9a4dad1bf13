// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/portfolio/portfolio.h"

namespace steward::query {

/// What can have changed since a day.
enum class SinceKind
{
    AccountNew,
    AccountArchived,
    ContactLeft,
    ContactJoined,
    SubscriptionStarted,
    SubscriptionEnded, ///< not one that an upgrade replaced
    Arr,               ///< what the account brings a year became another amount, by currency
    RenewalWindow,     ///< the last day to give notice came within 30 days
    Ticket,            ///< opened urgent or escalated
    Survey,            ///< an NPS answer of 0 to 6
    StageMove,
    Field, ///< another field with a history
    Import,
    Count
};
/// "account_new" ...
[[nodiscard]] QString nameOf(SinceKind kind);

struct SinceLine
{
    SinceKind kind = SinceKind::Field;
    AccountId account; ///< none: the whole book
    QString accountName;
    Entity entity = Entity::Account; ///< what the line opens
    qint64 record = 0;
    QDate day;
    Message message;
    std::optional<Mrr> value; ///< of the account, in the book's currency
};

/// Who made an edit: everything it wrote has its instant as `recorded`.
struct Author
{
    Instant recorded;
    QString name;          ///< a person, or the file
    bool isImport = false; ///< wins over the person who ran it
};

struct SinceQuestion
{
    QDate from;   ///< first day that counts
    QDate to;     ///< last day, today
    PersonId csm; ///< only accounts he holds on the last day, and imports; none: all
    std::vector<Import> imports;
    std::vector<Author> authors;
};

constexpr int noticeWindowDays = 30;

/// What happened on the days asked about, by the day it happened. now: the facts with everything known; then: the same
/// book looked back to the day before `from`. Of a new account only what hurts is listed beside its arrival. The most
/// valuable account first, then by day; the whole book last.
[[nodiscard]] std::vector<SinceLine> since(const Portfolio& then, const Portfolio& now, const SinceQuestion& question);

} // namespace steward::query
