// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace steward::filter {

enum class Type
{
    Text,     ///< `:` contains, `=` equals, without regard to case
    Choice,   ///< one of a few words (band, stage): `:` and `=` equal
    Number,   ///< 1234.5, with k, m, bn
    Fraction, ///< 0.95, written as 95% or 0.95
    Day,
    Flag ///< yes or no
};

/// A column a filter may name.
struct Field
{
    QString name;
    Type type = Type::Text;
    QStringList aliases;
    /// Choice: all its words; others: values worth proposing.
    QStringList values;
    /// Days: whether "90d" means the next 90 days (a renewal) or the last ones (a touch).
    bool looksAhead = false;
    /// Texts: whether every one of them is a number, for lists that put them below each other and order by size.
    bool hasNumbers = false;
};

/// Index of the field of this name or alias, ignoring case, blanks, `_`, `-` and `.`; -1 when there is none.
[[nodiscard]] int indexOf(std::span<const Field> fields, QStringView name);

/// The one of the names that is nearest by edit distance, when it is near enough to be meant; otherwise empty.
[[nodiscard]] QString nearest(QStringView name, const QStringList& names);
[[nodiscard]] QString nearestField(QStringView name, std::span<const Field> fields);

/// A cell: nothing known, text, several texts (tags), number, day, flag.
using Value = std::variant<std::monostate, QString, QStringList, double, QDate, bool>;

/// What a predicate looks at. Implementations are cheap views of a record.
class Row
{
public:
    virtual ~Row() = default;
    /// The value of the field with this index in the fields given to compile(). Text as it is shown; it is compared
    /// without case.
    [[nodiscard]] virtual Value value(int field) const = 0;
    /// All searchable columns in one text: folded() (core/base/text.h), UTF-8.
    [[nodiscard]] virtual std::string_view searchText() const = 0;

protected:
    Row() = default;
    Row(const Row&) = default;
    Row& operator=(const Row&) = default;
};

} // namespace steward::filter
