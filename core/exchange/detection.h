// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/number_parser.h"
#include "core/exchange/profile.h"
#include "core/exchange/table.h"

namespace steward::exchange {

/// Something the file does not say and that is never guessed. Codes: "import.ask.date_order" (choices dmy, mdy, ymd),
/// "import.ask.decimal_sign" (point, comma), "import.ask.date_numbers", "import.ask.kind", "import.ask.date" (the day
/// the figures of the file belong to), "import.ask.account" (no column names the account), "import.ask.mixed_dates",
/// "import.ask.other_kind" (the file looks like the first choice, not like the second), "import.ask.no_columns"
/// (nothing of the file is known as a field of the kind said, which is the choice), "import.ask.few_dates",
/// "import.ask.few_numbers", "import.ask.few_values" (the header names the field that is the choice, but most cells are
/// none of that; the answer is to map the column), "import.ask.no_values" (the values of a file of usage were left out,
/// and rows without a value would count as one each).
struct Ask
{
    Code code;
    QString column;
    QStringList examples;
    QStringList choices;
    friend bool operator==(const Ask&, const Ask&) = default;
    /// For core/words: %1 column, %2 examples, %3 and on the choices.
    [[nodiscard]] Message message() const;
};

/// Why a column stands for what it stands for.
enum class Evidence
{
    None,      ///< mapped to nothing: kept as a custom field
    Given,     ///< said by the user
    Profile,   ///< the profile of the tool names this header
    Canonical, ///< the header is our own name
    Synonym,   ///< a word that many tools use
    Values     ///< what the cells look like
};

struct Column
{
    int index = 0;
    QString header;
    Target target;
    Transform transform = Transform::None;
    Evidence evidence = Evidence::None;
    Currency currency;   ///< named in the header: "amount_usd"
    double fill = 0;     ///< share of rows with something in it, 0-1
    QStringList samples; ///< the first different cells, five at most
};

/// What a file is, whose it is, and what its columns are.
struct Detection
{
    Kind kind;
    QString profile; ///< id; "canonical" where only names of ours were met
    QString source;  ///< name space of its keys
    Table::Layout layout;
    std::vector<Column> columns;
    QHash<QString, QString> constants;
    std::optional<DateOrder> dateOrder;
    QString valuesLeftOut; ///< usage: header of the values, where somebody said that they are not imported
    std::vector<Ask> asks;
    qint64 rowsLooked = 0;
    QStringList alternatives; ///< "profile kind" of other readings that came close
    [[nodiscard]] const Column* column(Special special) const;
    [[nodiscard]] const Column* field(const QString& name) const;
};

/// What the user has said; empty parts are recognised.
struct Hints
{
    QString fileName;
    Kind kind;
    QString profile;                              ///< id
    std::vector<std::pair<QString, QString>> map; ///< header -> target
    bool isKindSure = false;                      ///< kind stands, also where the file looks like another one
};

/// Profiles in the order they are asked; the book's and those given by file win over shipped ones.
[[nodiscard]] Result<Detection> recognise(const Table& table, const Hints& hints, std::span<const Profile> profiles);

} // namespace steward::exchange
