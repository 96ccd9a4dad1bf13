// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/filter/field.h"
#include "core/filter/operand.h"
#include "core/filter/tree.h"

#include <memory>
#include <span>

namespace steward::filter {

/// A filter bound to fields. A cheap value; may be asked from several threads at once. Everything matches the default
/// one.
class Predicate
{
public:
    struct Test;

    Predicate() = default;
    explicit Predicate(std::shared_ptr<const Test> test)
        : m_test(std::move(test))
    {
    }
    [[nodiscard]] bool operator()(const Row& row) const;
    /// Whether every row this accepts passes the other too, as far as their form tells: of an answer "yes" one may be
    /// sure, after a "no" only trying helps. Both of the same fields.
    [[nodiscard]] bool narrows(const Predicate& other) const;

private:
    std::shared_ptr<const Test> m_test;
};

/// Binds a tree to fields; their order gives the index that Row::value() is asked with.
///
/// A comparison with an unknown value is false, except `!=`. Days: `renewal<90d` on a field that looks ahead is
/// "earlier than 90 days from now" and includes days already past, `touch>30d` on one that looks back is "longer ago
/// than 30 days"; `renewal:90d` is within, from today on. Against a period `<` is before it, `>` after it, `<=` and
/// `>=` include it.
///
/// Errors have kind Usage; the last two arguments are position and length: filter.unknown-field (name, the one that was
/// probably meant), filter.no-such-field (name), filter.unknown-value (field, value, the one meant),
/// filter.no-such-value (field, value, all there are), filter.not-a-number, filter.not-a-date, filter.not-a-flag
/// (field, value), filter.not-ordered (field), filter.one-value (field: < and > take neither list nor range).
[[nodiscard]] Result<Predicate> compile(const Node& tree, std::span<const Field> fields, const Context& context);

} // namespace steward::filter
