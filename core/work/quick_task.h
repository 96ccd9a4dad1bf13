// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

#include <QDate>
#include <QLocale>
#include <vector>

namespace steward::work {

/// A task typed in one line: "call Acme friday !high".
struct QuickTask
{
    QString title; ///< what is left when day, priority and account are taken out
    AccountId account;
    QDate due;
    QString priority; ///< low, normal, high, urgent; empty: not said
    friend bool operator==(const QuickTask&, const QuickTask&) = default;
};

/// A part of a text, in letters.
struct TextPart
{
    int from = 0;
    int length = 0;
    friend bool operator==(const TextPart&, const TextPart&) = default;
};

/// The names of a book's accounts, to be found by how they begin. Immutable; made once for many lines.
class AccountNames
{
public:
    AccountNames() = default;
    explicit AccountNames(std::vector<std::pair<AccountId, QString>> names);
    /// The account of that name, else the only one whose name begins so; none: several do, or none does.
    [[nodiscard]] AccountId only(const QString& beginning) const;
    /// The same, and the beginning ends where a word of the name ends.
    [[nodiscard]] AccountId onlyByWords(const QString& beginning) const;

private:
    std::vector<std::pair<QString, AccountId>> m_names; ///< folded, in order
};

/// A day as people write it: today, tomorrow, a day of the week (the next one; in English and in the locale), "next
/// week" (its Monday), "end of month", "+3", "3 dec" (the next one), a date. Invalid: it is none.
[[nodiscard]] QDate dayFrom(const QString& text, QDate today, const QLocale& locale);

/// Understands days as dayFrom() does; !high, !low, !urgent; and the beginning of an account's name of three letters or
/// more, where only one account begins so. What it does not understand stays in the title. understood, when given, gets
/// the parts of the text that are not.
[[nodiscard]] QuickTask quickTask(const QString& text, const AccountNames& accounts, QDate today, const QLocale& locale,
                                  std::vector<TextPart>* understood = nullptr);

} // namespace steward::work
