// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/entity.h"

#include <optional>
#include <vector>

namespace steward {

/// The record a figure was computed from.
struct RecordRef
{
    Entity entity = Entity::Account;
    qint64 id = 0;
    friend auto operator<=>(const RecordRef&, const RecordRef&) = default;
};

/// One reason for a figure: what is said (code and typed arguments), the records behind it and how far the data reach.
struct Evidence
{
    Message message;
    std::vector<RecordRef> records;
    QDate dataTo; ///< invalid: not limited by a source
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// What every figure returns instead of a bare number. No value means "not defined" or "not known", never 0; the
/// evidence says which. method names the rule that was used and is stored and shown with the number.
template <class T>
struct Figure
{
    std::optional<T> value;
    Code method;
    std::vector<Evidence> evidence;

    [[nodiscard]] bool isKnown() const { return value.has_value(); }
    friend bool operator==(const Figure&, const Figure&) = default;
};

} // namespace steward
