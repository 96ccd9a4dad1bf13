// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace steward::filter {

enum class Operator
{
    Matches, ///< `:` text contains, everything else equals; a relative date means "within"
    Equal,
    NotEqual, ///< true exactly where Equal is not, also for an unknown value
    Less,
    LessEqual,
    Greater,
    GreaterEqual
};

/// One value as typed: `50k`, `10k..50k`, `"Acme Corp"`. An open end of a range is empty.
struct Operand
{
    QString from;
    QString to;
    bool isRange = false;
    friend bool operator==(const Operand&, const Operand&) = default;
};

/// Where a part stands in the text it was read from, in UTF-16 units. Takes no part in comparing trees.
struct Place
{
    qsizetype at = 0;
    qsizetype length = 0;
    friend bool operator==(const Place&, const Place&) { return true; }
};

/// A filter as a value. Canonical: And and Or have two or more children and none of their own kind, Not has one.
struct Node
{
    enum class Kind
    {
        Everything, ///< the empty filter
        And,
        Or,
        Not,
        Text,    ///< `text` in any searchable column
        Compare, ///< `field` against any of `operands`
        Has,     ///< one of the fields in `operands` has a value
        Lacks    ///< one of the fields in `operands` has none
    };
    Kind kind = Kind::Everything;
    std::vector<Node> children;
    QString text;
    QString field;
    Operator op = Operator::Matches;
    std::vector<Operand> operands;
    Place place;
    /// Of a Compare: where its values stand.
    Place valuePlace;
    friend bool operator==(const Node&, const Node&) = default;
};

/// The shortest usual spelling; parse(toText(tree)) == tree for every tree that parse() gave.
[[nodiscard]] QString toText(const Node& tree);

/// A word or value, in quotes where it would be read as something else.
[[nodiscard]] QString quoted(const QString& word);

/// "<=", ":"
[[nodiscard]] QStringView symbol(Operator op);

} // namespace steward::filter
