// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/typing.h"

#include <QTimeZone>

namespace steward::exchange {

/// One cell read for a field. A blank, "-" or "N/A" is unknown: value and problem are empty.
struct CellValue
{
    FieldValue value;
    std::optional<Instant> at; ///< a Day whose cell has a time
    Currency currency;         ///< named in the cell
    Code problem;              ///< "import.cell.*": the cell cannot be read as its field
    bool isRounded = false;    ///< an amount with more decimals than its currency has
    [[nodiscard]] bool isUnknown() const { return value.index() == 0 && problem == Code(); }
};

struct CellContext
{
    const ColumnFormat& format;
    Transform transform = Transform::None;
    const QTimeZone& zone;
    int minorDigits = 2;
};

/// Text is kept byte for byte but for the blanks around it; leading zeros and long digits stay.
[[nodiscard]] CellValue readCell(std::string_view cell, FieldType type, const CellContext& context);

/// As an exact export writes it: amounts in the currency's decimals, ISO dates and instants, shortest exact doubles.
[[nodiscard]] QString fieldText(const FieldValue& value, FieldType type, int minorDigits = 2);
/// Decimals of the amounts of a row.
[[nodiscard]] int minorDigitsOf(const EntityInfo& entity, const Row& row);
/// The inverse of fieldText() for files Steward wrote. none: the text is not one of its.
[[nodiscard]] std::optional<FieldValue> valueOfText(const QString& text, FieldType type, int minorDigits = 2);

} // namespace steward::exchange
