// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

#include <map>
#include <optional>

namespace steward::content {

/// From what the days of a step are counted.
enum class StepFrom
{
    Start,
    Kickoff,
    Renewal,
    Review,
    Payment, ///< the invoice was paid
    Fix,     ///< the trouble was fixed
    Close,   ///< the opportunity was closed
    Daily    ///< every working day while it runs
};

/// When a step is due: "+1w" is one working day after the start, "R-90" ninety days before the renewal, "K" the day of
/// the kick-off.
struct StepDay
{
    StepFrom from = StepFrom::Start;
    int days = 0;
    bool isWorking = false; ///< working days, not calendar days
    friend bool operator==(const StepDay&, const StepDay&) = default;
};
/// none: not such a text.
[[nodiscard]] std::optional<StepDay> stepDayFrom(QStringView text);

struct PlayStep
{
    QString id;
    StepDay at;
    QString owner;    ///< csm, lead, sales, onboarding, support, finance, product, exec, customer
    QStringList with; ///< others who take part
    bool isOptional = false;
    QString autoDone; ///< fact that ticks it; empty: a person does
    Text title;
};

/// A message to be written with fields and gaps: {first} comes from the book, [[their words]] from the CSM.
struct PlayDraft
{
    QString id;
    QString to; ///< to whom it goes: a role of a contact, "leaver", "successor"; empty: whom its reason speaks of
    bool isComplaint = false;
    Text subject;
    Text body;
};

/// A play of content.md 3. Entry::text is why it is run.
struct Play : Entry
{
    Text good;    ///< what good looks like
    Text mistake; ///< the usual one
    Text endsWhen;
    Text stopIf;                ///< may be empty
    QString anchor;             ///< start, kickoff, renewal, qbr
    QStringList signalIds;      ///< that offer it
    QString stage;              ///< kind of stage that offers it: "onboarding"; empty: none
    bool needsStanding = false; ///< only for accounts in good standing
    std::vector<PlayStep> steps;
    std::vector<PlayDraft> drafts;
};

/// What a draft breaks of the rules for drafts; empty: nothing. The same for ours and the user's.
enum class DraftFault
{
    TooLong,   ///< over 130 words
    NoApology, ///< a complaint that does not begin with one
    Phrase,    ///< a phrase that nobody wants to read
    Field      ///< a field that the book does not know
};
struct DraftIssue
{
    DraftFault fault = DraftFault::TooLong;
    QString what; ///< the phrase, the field, the number of words
    friend bool operator==(const DraftIssue&, const DraftIssue&) = default;
};
[[nodiscard]] std::vector<DraftIssue> checkDraft(QStringView subject, QStringView body, bool isComplaint);
/// A text that a user wrote has a key of its own, with the version it was written in behind it. Drafts with one are the
/// user's: what they break of the rules is told, never refused.
[[nodiscard]] QString ownKey(const QString& key, int version);
[[nodiscard]] bool isOwnKey(QStringView key);
[[nodiscard]] bool isOwn(const PlayDraft& draft);
/// What the CSM still has to write: the texts in double brackets.
[[nodiscard]] QStringList gapsOf(QStringView body);
/// The fields a draft may use.
[[nodiscard]] const QStringList& draftFields();

/// The ids of the shipped plays, in the order in which they are listed.
[[nodiscard]] const QStringList& playIds();

/// Reads and checks one file of playbooks/: ids unique, every step has a day and an owner, shipped drafts keep
/// their rules.
[[nodiscard]] Parsed<Play> parsePlay(const QByteArray& bytes, const QString& file);

} // namespace steward::content
