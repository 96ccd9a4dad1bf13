// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/play.h"
#include "core/work/signal.h"

#include <QHash>

/// Messages to be written (content 3, drafts): fields come from the book, gaps from the CSM. Steward sends nothing.
namespace steward::work {

/// What a message is about.
struct DraftSubject
{
    const AccountFacts& facts; ///< as of the day
    const BookFacts& book;
    QDate day;
    const health::AccountScore* score = nullptr; ///< with evidence; nullptr: fields of use stay empty
    const Signal* signal = nullptr;              ///< why it is written; nullptr: none
    ContactId to;
    bool isReached = false; ///< it tells that a goal is reached: one that is not is never named
};

/// Every field the book can fill, typed; core/words writes them as the reader's language does. A field that is not in
/// it is empty: the times offered, and what nobody has entered.
[[nodiscard]] QHash<QString, Argument> draftFields(const DraftSubject& subject);

/// What a draft still lacks.
struct DraftState
{
    QStringList missing; ///< fields without a value, each once
    QStringList gaps;    ///< what the CSM has to write
    [[nodiscard]] bool isReady() const { return missing.isEmpty() && gaps.isEmpty(); }
};
[[nodiscard]] DraftState stateOf(QStringView subject, QStringView body, const QHash<QString, Argument>& fields);

/// The same of a message that was filled and changed by hand, with what it breaks of the rules for drafts. first: the
/// name in its greeting.
struct MessageCheck
{
    DraftState state;
    std::vector<content::DraftIssue> issues;
};
[[nodiscard]] MessageCheck checkMessage(const QString& subject, const QString& body, const QString& first,
                                        bool isComplaint);

/// What a contact has asked for that a message on that channel breaks; the day counts for how often. Said beside the
/// button, before anything is written.
enum class PreferenceBreak
{
    Channel, ///< they prefer another one
    TooOften ///< they were written to or spoken with too short a while ago
};
[[nodiscard]] std::vector<PreferenceBreak> brokenPreferences(const AccountFacts& facts, ContactId contact,
                                                             QStringView channel, QDate day);

} // namespace steward::work
