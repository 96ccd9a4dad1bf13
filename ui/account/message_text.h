// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/address.h"
#include "core/work/signal.h"
#include "ui/account/account_figures.h"

#include <QLocale>

/// Messages to people of an account, in words: drafts of plays with their fields filled. Steward sends nothing.
namespace steward::account {

/// Somebody a message may go to.
struct Addressee
{
    ContactId contact;
    QString name;
    QString address; ///< empty: not known
    QString note;    ///< role
};
/// Who is there and may be written to, who leads first; with leavers: also who left a short while ago.
[[nodiscard]] std::vector<Addressee> addresseesOf(const AccountFacts& facts, QDate day, const content::Content& content,
                                                  const QLocale& locale, bool withLeavers = false);

/// A message as it is first shown.
struct MessageText
{
    QString title; ///< what it is for
    QString about; ///< to whom of whom
    std::vector<Addressee> to;
    ContactId chosen; ///< none: nobody of them
    QString subject;
    QString body;
    bool isComplaint = false;
};

struct PlayDraftRef
{
    QString play;
    QString draft;
    friend bool operator==(const PlayDraftRef&, const PlayDraftRef&) = default;
};
/// A draft of a play for an account, filled for one contact; none: there is no such draft or account. to: none takes
/// whom the draft or its reason names; a draft for a role nobody holds goes to nobody. signal: why it is written; one
/// that does not start this play, or nullptr: the gravest of the account that does.
[[nodiscard]] std::optional<MessageText> draftText(const BookNumbers& numbers, AccountId account,
                                                   const PlayDraftRef& ref, ContactId to, const work::Signal* signal,
                                                   const QLocale& locale);

/// Who looks after the account, as a sender; empty: nobody does.
[[nodiscard]] mail::Address senderOf(const AccountFacts& facts, const BookFacts& book);
/// Drafts are dated to the morning of the day.
[[nodiscard]] Instant morningOf(QDate day, const BookFacts& book);

/// A rule for drafts that a text breaks, as a sentence.
[[nodiscard]] QString wordOf(const content::DraftIssue& issue);
/// What a message lacks or breaks as it stands now, in sentences; those of `stops` are for it to be sent.
struct MessageFaults
{
    QStringList stops;
    QStringList hints;
};
[[nodiscard]] MessageFaults faultsOf(const QString& subject, const QString& body, const Addressee* to,
                                     bool isComplaint);
/// What the contact asked for that an e-mail today would break, in sentences.
[[nodiscard]] QStringList brokenWishes(const BookNumbers& numbers, AccountId account, ContactId contact, QDate day,
                                       const QLocale& locale);
/// Where a message has gaps: what is to be written in double brackets, and fields that nothing filled. From, length.
[[nodiscard]] std::vector<std::pair<int, int>> gapsIn(const QString& text);

} // namespace steward::account
