// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/field.h"

namespace steward {

struct Import;
struct Source;
struct Definition;
struct FxRate;
struct Person;
struct CustomerGroup;
struct Metric;
struct Plan;
struct Account;
struct Contact;
struct Subscription;
struct Ticket;
struct Survey;
struct Touch;
struct Goal;
struct Request;
struct PlaybookRun;

using ImportId = Id<Import>;
using PersonId = Id<Person>;
using CustomerGroupId = Id<CustomerGroup>;
using MetricId = Id<Metric>;
using PlanId = Id<Plan>;
using AccountId = Id<Account>;
using ContactId = Id<Contact>;
using SubscriptionId = Id<Subscription>;
using TicketId = Id<Ticket>;
using SurveyId = Id<Survey>;
using TouchId = Id<Touch>;
using GoalId = Id<Goal>;
using RequestId = Id<Request>;
using PlaybookRunId = Id<PlaybookRun>;

/// What every fact has.
struct Record
{
    qint64 id = 0;    ///< stable, never changes; 0 before it is saved
    Instant recorded; ///< when the edit that made it was made; what became known later: see Change
    ImportId import;  ///< the import it came from; none when typed
    QDate archivedOn; ///< figures leave it out from that day on

    friend bool operator==(const Record&, const Record&) = default;
    template <class T = Record>
    static constexpr auto fields()
    {
        return std::tuple{field("id", &T::id), field("recorded", &T::recorded), field("import_id", &T::import),
                          field("archived_on", &T::archivedOn)};
    }
};

/// A fact of one account. Where the account is not known yet, account is none and unlinked holds "entity|source|key":
/// the record counts in the whole book, in no account, and links by itself when that key appears.
struct AccountRecord : Record
{
    AccountId account;
    QString unlinked;

    friend bool operator==(const AccountRecord&, const AccountRecord&) = default;
    template <class T = AccountRecord>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(), std::tuple{field("account_id", &T::account, Trait::Key),
                                                           field("unlinked", &T::unlinked)});
    }
};

} // namespace steward
