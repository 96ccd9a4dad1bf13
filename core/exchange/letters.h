// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/mail/address.h"

#include <QTimeZone>

/// Messages and meetings of other programs become touches of the accounts whose people wrote, were written to or met.
namespace steward::exchange {

/// What a file says of one conversation, before anybody knows whose it is.
struct Letter
{
    QString key; ///< the same for the same message or meeting, whoever saved it
    Touch touch; ///< without account, people and direction
    mail::Address from;
    std::vector<mail::Address> others;
    bool isCancelled = false; ///< a meeting
};

[[nodiscard]] bool isLetterFile(const QString& path);
/// The conversations of an .eml or .ics file. zone: the book's; a meeting from today on is
/// planned, one before it was held. Errors:
/// "letter.unreadable", "letter.none".
[[nodiscard]] Result<std::vector<Letter>> lettersOf(const QString& path, const QTimeZone& zone, QDate today);

/// Letters at their accounts. A touch whose id is not 0 is in the book and differs.
struct LetterPlan
{
    std::vector<std::pair<Touch, QString>> touches; ///< with their outside keys
    QStringList accounts;                           ///< names, each once
    std::vector<AccountId> accountIds;              ///< of the same
    int known = 0;                                  ///< letters that are in the book already, as they are
    int left = 0;                                   ///< letters of people who were erased, and meetings that never were
    QStringList strangers;                          ///< addresses of letters that belong to no account
    QStringList newPeople;                          ///< addresses at an account's domain that are no contact of it
};
/// Whose letters they are: the accounts whose contacts have one of the addresses, else those whose domain it is. One
/// that belongs to none goes to `otherwise`, where that is an account. Reads the book, changes nothing.
[[nodiscard]] Result<LetterPlan> planLetters(book::Book& book, const Portfolio& facts, std::span<const Letter> letters,
                                             AccountId otherwise);
/// "2 conversations with Acme and Borealis": the label of the edit.
[[nodiscard]] Message labelOf(const LetterPlan& plan);
/// Inside an edit; the plan was made of the book as it is in that edit.
[[nodiscard]] Status writeLetters(book::Edit& edit, const LetterPlan& plan);

} // namespace steward::exchange
