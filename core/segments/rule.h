// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/portfolio/facts.h"

#include <QJsonObject>

namespace steward::segments {

/// What a rule may ask about an account beside its own fields: handed in, because it is computed elsewhere.
struct Given
{
    QDate day;                ///< fields with a history have their value of that day
    std::optional<Money> arr; ///< in the book's currency; none: not known
};

/// One condition or a tree of them, read from JSON:
///   {"all": [...]}, {"any": [...]}, {"not": {...}}
///   {"field": "industry", "is": "Retail"} or "is": ["Retail", "Finance"]    without case
///   {"field": "tags", "has": "msp"}                                          a list that holds it
///   {"field": "name", "contains": "bank"}
///   {"field": "employees", "at_least": 200}, "below": 1000                   both may stand together
///   {"field": "country", "known": true}
/// Fields: name, domain, industry, region, country, tier, stage, status, group, tags, employees, arr (whole units of
/// the book's currency), and any custom field by "custom.<name>". What is not known meets no condition but
/// "known": false.
class Rule
{
public:
    /// Errors: "segment.rule.json", "segment.rule.unknown" (the key or field nobody knows), "segment.rule.empty".
    [[nodiscard]] static Result<Rule> fromJson(const QByteArray& json);
    [[nodiscard]] static Result<Rule> fromJson(const QJsonObject& object);
    [[nodiscard]] bool matches(const AccountFacts& facts, const Given& given) const;

private:
    enum class Kind
    {
        All,
        Any,
        Not,
        Is,
        Has,
        Contains,
        Range,
        Known
    };
    Kind m_kind = Kind::All;
    std::vector<Rule> m_rules;
    QString m_field;
    QStringList m_texts; ///< folded
    std::optional<double> m_atLeast;
    std::optional<double> m_below;
    bool m_isKnown = true;

    [[nodiscard]] static Result<Rule> listed(Kind kind, const QJsonValue& value);
    [[nodiscard]] static Result<Rule> condition(const QJsonObject& object);
    [[nodiscard]] bool meets(const AccountFacts& facts, const Given& given) const;
};

} // namespace steward::segments
