// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/directory.h"
#include "core/exchange/words.h"

namespace steward::exchange {

/// What the rules of an entity may ask and tell. Internal to the room.
class RuleContext
{
public:
    virtual ~RuleContext() = default;
    [[nodiscard]] virtual const ImportRequest& request() const = 0;
    [[nodiscard]] virtual const Detection& detection() const = 0;
    [[nodiscard]] virtual Directory& directory() = 0;
    [[nodiscard]] virtual const Words& words() const = 0;
    /// The day an imported date is compared with: what the file can speak about, otherwise today.
    [[nodiscard]] virtual QDate dataDay() const = 0;
    /// The end of the scale that answers of this kind ("csat"; of a ticket: empty) were given on, where no column says
    /// it: what the user said, else what the book holds of the source, else 5, 7, 10 or 100 by the highest answer of
    /// the file; an answer beyond the book's scale widens it. Told once a kind.
    [[nodiscard]] virtual qint64 scaleEnd(const QString& kind) = 0;

    /// A word about a row that is taken all the same.
    virtual void note(const Draft& draft, Code code, const QString& column, const QString& value) = 0;
    /// Finds by key or name, or makes, a person, a plan or an account named in a row.
    [[nodiscard]] virtual qint64 findOrCreate(Entity entity, const QString& text) = 0;
    /// Makes or updates a record that comes along with a row. Returns its id.
    virtual qint64 putSide(Entity entity, const QString& key, Draft& draft) = 0;
    /// The record as it was before this file; nullptr: the file makes it.
    [[nodiscard]] virtual const Row* inBook(Entity entity, qint64 id) const = 0;
    /// A word about a record of the plan, at the first row that spoke of it.
    virtual void tell(const PlannedRecord& record, Code code, const QString& column, const QString& value) = 0;
    /// The account had a contract before this file.
    [[nodiscard]] virtual bool hasContract(qint64 account) = 0;
    /// Changes one field of a record of the book or of the plan.
    virtual void change(Entity entity, qint64 id, QStringView field, const FieldValue& value) = 0;
};

/// Turns specials into fields and says what contradicts itself. Before the record of the row is known.
void completeDraft(Draft& draft, RuleContext& context);
/// Records that hang on the row's record: the subscription of an account with an ARR, the role of a contact.
void followDraft(Draft& draft, qint64 record, RuleContext& context);
/// After the last row: what follows from all of them together (churned on, replaced by). entity: of the file.
void finishImport(Entity entity, const std::vector<PlannedRecord>& records, RuleContext& context);

/// Dates what a new record does not say of itself (rules_day.cpp): a state such as an open risk counts from the day of
/// the file, or from its end where that is earlier; of something that happened it is told that it counts nowhere.
void dateNew(Draft& draft, RuleContext& context);
/// The day from which a record of this kind counts, and which a later file may say of one whose file did not; -1: none.
[[nodiscard]] int dayBesideContent(const EntityInfo& entity);
/// Nothing but the content of its row tells a record of this kind from others, so that is its key.
[[nodiscard]] bool isKnownByContent(const Draft& draft);

// One file an entity, called by the first three above.
void completeAccount(Draft& draft, RuleContext& context);
void followAccount(Draft& draft, qint64 account, RuleContext& context);
void completeSubscription(Draft& draft, RuleContext& context);
void followSubscription(const Draft& draft, qint64 subscription, RuleContext& context);
void completeContact(Draft& draft, RuleContext& context);
void followContact(Draft& draft, qint64 contact, RuleContext& context);
void completeInvoice(Draft& draft, RuleContext& context);
void completeTicket(Draft& draft, RuleContext& context);
void completeSurvey(Draft& draft, RuleContext& context);
void completeOpportunity(Draft& draft, RuleContext& context);
void completeMovement(Draft& draft, RuleContext& context);
void completePlan(Draft& draft, RuleContext& context);
void completeRate(Draft& draft, RuleContext& context);
void completePulse(Draft& draft, RuleContext& context);
void completeQuietPeriod(Draft& draft);
/// Lists accounts that churned and whose paid subscription still runs.
void tellPaidAfterChurn(const std::vector<PlannedRecord>& records, RuleContext& context);
void deriveChurn(const std::vector<PlannedRecord>& records, RuleContext& context);
void linkReplacements(const std::vector<PlannedRecord>& records, RuleContext& context);

} // namespace steward::exchange
