// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_files.h"

#include <QLocale>

/// Kinds of files, fields and values in the words that stand on screen.
namespace steward::importing {

/// "Accounts", "Answers to surveys": what a file holds. Of a kind nobody knows: "Not recognised".
[[nodiscard]] QString kindName(exchange::Kind kind);
/// The kinds that can be chosen, the usual ones first.
[[nodiscard]] std::vector<exchange::Kind> kindsToChoose();
/// "renewal date" for "renewal_date", "CSM" for "csm_id".
[[nodiscard]] QString fieldName(const QString& name);
/// Of whom the file is: "Salesforce export"; empty where nothing but common words was met.
[[nodiscard]] QString profileName(const QString& profile);

[[nodiscard]] QString moneyText(Money money, const QLocale& locale);

/// Names of the records a row refers to; empty: none known.
using NameOf = std::function<QString(Entity entity, qint64 id)>;
/// A value of a record as a person reads it; empty where it is unknown.
[[nodiscard]] QString valueText(const Row& row, std::size_t field, const EntityInfo& entity, const NameOf& nameOf,
                                const QLocale& locale);

struct Change
{
    QString field;
    QString before; ///< empty: there was none
    QString after;  ///< empty: there is none any more
    friend bool operator==(const Change&, const Change&) = default;
};
/// Field by field, in the order of the catalogue; of a new record what it says of itself.
[[nodiscard]] std::vector<Change> changesOf(const exchange::PlannedRecord& record, const NameOf& nameOf,
                                            const QLocale& locale);
/// One line of them, for copying and reading aloud.
[[nodiscard]] QString textOf(const std::vector<Change>& changes);

/// What is wrong with a row, or worth a look: one sentence.
[[nodiscard]] QString sentenceOf(const exchange::Issue& issue, const QLocale& locale);
/// Why a file cannot be taken: one sentence with its name in it, without its folder.
[[nodiscard]] QString sentenceOf(const Error& error, const QString& fileName, const QLocale& locale);

} // namespace steward::importing
