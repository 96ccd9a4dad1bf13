// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/predicate.h"

#include "core/base/cell.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace steward::filter {

namespace {

using Interval = std::pair<double, double>; // both ends belong to it

constexpr double infinite = std::numeric_limits<double>::infinity();

double serial(QDate day) { return static_cast<double>(day.toJulianDay()); }

bool isOrdered(Type type) { return type == Type::Number || type == Type::Fraction || type == Type::Day; }

bool isComparison(Operator op)
{
    return op == Operator::Less || op == Operator::LessEqual || op == Operator::Greater || op == Operator::GreaterEqual;
}

bool isPresent(const Value& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return !text->isEmpty();
    if (const auto* texts = std::get_if<QStringList>(&value))
        return !texts->isEmpty();
    return !std::holds_alternative<std::monostate>(value);
}

} // namespace

/// One node of a compiled filter.
struct Predicate::Test
{
    enum class Kind
    {
        Everything,
        And,
        Or,
        Not,
        Search,
        Contains,
        Equals,
        Within,
        Flag,
        Present
    };
    Kind kind = Kind::Everything;
    std::vector<Test> children;
    int field = -1;
    std::string needle;              // Search
    QStringList texts;               // Contains, Equals
    std::vector<Interval> intervals; // Within
    bool flag = false;

    [[nodiscard]] bool matches(const Row& row) const
    {
        const auto ofRow = [&](const Test& child) { return child.matches(row); };
        switch (kind) {
        case Kind::Everything:
            return true;
        case Kind::And:
            return std::all_of(children.begin(), children.end(), ofRow);
        case Kind::Or:
            return std::any_of(children.begin(), children.end(), ofRow);
        case Kind::Not:
            return !children.front().matches(row);
        case Kind::Search:
            return row.searchText().find(needle) != std::string_view::npos;
        case Kind::Contains:
        case Kind::Equals:
            return matchesText(row.value(field));
        case Kind::Within:
            return isWithin(row.value(field));
        case Kind::Flag: {
            const Value value = row.value(field);
            const bool* known = std::get_if<bool>(&value);
            return known && *known == flag;
        }
        case Kind::Present:
            return isPresent(row.value(field));
        }
        return false;
    }

    /// See Predicate::narrows().
    [[nodiscard]] bool narrows(const Test& other) const
    {
        const auto isOfThis = [&](const Test& each) { return narrows(each); };
        const auto isOfOther = [&](const Test& each) { return each.narrows(other); };
        if (other.kind == Kind::Everything)
            return true;
        if (other.kind == Kind::And)
            return std::ranges::all_of(other.children, isOfThis);
        if (kind == Kind::Or)
            return std::ranges::all_of(children, isOfOther);
        if (kind == Kind::And && std::ranges::any_of(children, isOfOther))
            return true;
        if (other.kind == Kind::Or)
            return std::ranges::any_of(other.children, isOfThis);
        return kind == other.kind && field == other.field && narrowsAlike(other);
    }

private:
    /// Of two of a kind about the same field.
    [[nodiscard]] bool narrowsAlike(const Test& other) const
    {
        const auto isWithinOne = [&](const Interval& each) {
            return std::ranges::any_of(other.intervals, [&](const Interval& wide) {
                return wide.first <= each.first && each.second <= wide.second;
            });
        };
        switch (kind) {
        case Kind::Not:
            return other.children.front().narrows(children.front());
        case Kind::Search:
            return needle.find(other.needle) != std::string::npos;
        case Kind::Contains:
        case Kind::Equals:
            return std::ranges::all_of(texts, [&](const QString& each) { return other.matchesOne(each); });
        case Kind::Within:
            return std::ranges::all_of(intervals, isWithinOne);
        case Kind::Flag:
            return flag == other.flag;
        case Kind::Present:
            return true;
        case Kind::Everything:
        case Kind::And:
        case Kind::Or:
            break;
        }
        return false;
    }
    [[nodiscard]] bool matchesOne(const QString& text) const
    {
        return std::any_of(texts.begin(), texts.end(), [&](const QString& wanted) {
            return kind == Kind::Contains ? text.contains(wanted, Qt::CaseInsensitive)
                                          : text.compare(wanted, Qt::CaseInsensitive) == 0;
        });
    }
    [[nodiscard]] bool matchesText(const Value& value) const
    {
        if (const auto* text = std::get_if<QString>(&value))
            return matchesOne(*text);
        const auto* several = std::get_if<QStringList>(&value);
        return several &&
               std::any_of(several->begin(), several->end(), [&](const QString& each) { return matchesOne(each); });
    }
    [[nodiscard]] bool isWithin(const Value& value) const
    {
        double number = 0;
        if (const auto* real = std::get_if<double>(&value))
            number = *real;
        else if (const auto* day = std::get_if<QDate>(&value); day && day->isValid())
            number = serial(*day);
        else
            return false;
        return std::any_of(intervals.begin(), intervals.end(),
                           [&](const Interval& each) { return number >= each.first && number <= each.second; });
    }
};

namespace {

using Test = Predicate::Test;

class Compiler
{
public:
    Compiler(std::span<const Field> fields, const Context& context)
        : m_fields(fields)
        , m_context(context)
    {
    }

    Result<Test> test(const Node& node)
    {
        Test result;
        switch (node.kind) {
        case Node::Kind::Everything:
            return result;
        case Node::Kind::And:
            result.kind = Test::Kind::And;
            return group(node, std::move(result));
        case Node::Kind::Or:
            result.kind = Test::Kind::Or;
            return group(node, std::move(result));
        case Node::Kind::Not:
            result.kind = Test::Kind::Not;
            return group(node, std::move(result));
        case Node::Kind::Text:
            result.kind = Test::Kind::Search;
            result.needle = folded(node.text).toStdString();
            return result;
        case Node::Kind::Has:
            return presence(node, false);
        case Node::Kind::Lacks:
            return presence(node, true);
        case Node::Kind::Compare:
            return comparison(node);
        }
        return result;
    }

private:
    static tl::unexpected<Error> wrong(Code code, Place place, Arguments arguments)
    {
        arguments.emplace_back(qint64{place.at});
        arguments.emplace_back(qint64{place.length});
        return fail(code, ErrorKind::Usage, std::move(arguments));
    }
    tl::unexpected<Error> unknownField(const QString& name, Place place) const
    {
        const QString meant = nearestField(name, m_fields);
        return meant.isEmpty() ? wrong(Code("filter.no-such-field"), place, {name})
                               : wrong(Code("filter.unknown-field"), place, {name, meant});
    }
    static tl::unexpected<Error> unknownValue(const Field& field, const QString& value, Place place)
    {
        const QString meant = nearest(value, field.values);
        return meant.isEmpty() ? wrong(Code("filter.no-such-value"), place,
                                       {field.name, value, field.values.join(QStringLiteral(", "))})
                               : wrong(Code("filter.unknown-value"), place, {field.name, value, meant});
    }
    static Test negated(Test test)
    {
        Test result;
        result.kind = Test::Kind::Not;
        result.children.push_back(std::move(test));
        return result;
    }

    Result<Test> group(const Node& node, Test result)
    {
        for (const Node& child : node.children) {
            auto compiled = test(child);
            if (!compiled)
                return compiled;
            result.children.push_back(std::move(*compiled));
        }
        return result;
    }

    Result<Test> presence(const Node& node, bool isLacking)
    {
        Test any;
        any.kind = Test::Kind::Or;
        for (const Operand& operand : node.operands) {
            Test present;
            present.kind = Test::Kind::Present;
            present.field = operand.isRange ? -1 : indexOf(m_fields, operand.from);
            if (present.field < 0)
                return unknownField(operand.from, node.valuePlace);
            any.children.push_back(isLacking ? negated(std::move(present)) : std::move(present));
        }
        return any;
    }

    Result<Test> comparison(const Node& node)
    {
        const int index = indexOf(m_fields, node.field);
        if (index < 0)
            return unknownField(node.field, node.place);
        const Field& field = m_fields[static_cast<std::size_t>(index)];
        if (isComparison(node.op)) {
            if (!isOrdered(field.type))
                return wrong(Code("filter.not-ordered"), node.place, {field.name});
            if (node.operands.size() != 1 || node.operands.front().isRange)
                return wrong(Code("filter.one-value"), node.valuePlace, {field.name});
        }
        auto result = isOrdered(field.type)      ? ordered(node, field)
                      : field.type == Type::Flag ? flag(node, field)
                                                 : words(node, field);
        if (!result)
            return result;
        result->field = index;
        return node.op == Operator::NotEqual ? negated(std::move(*result)) : std::move(*result);
    }

    static Result<Test> words(const Node& node, const Field& field)
    {
        Test result;
        const bool isPart = field.type == Type::Text && node.op == Operator::Matches;
        result.kind = isPart ? Test::Kind::Contains : Test::Kind::Equals;
        for (const Operand& operand : node.operands) {
            if (operand.isRange)
                return wrong(Code("filter.not-ordered"), node.valuePlace, {field.name});
            if (field.type == Type::Choice && !field.values.isEmpty() &&
                !field.values.contains(operand.from, Qt::CaseInsensitive))
                return unknownValue(field, operand.from, node.valuePlace);
            result.texts.append(operand.from);
        }
        return result;
    }

    static Result<Test> flag(const Node& node, const Field& field)
    {
        Test result;
        result.kind = Test::Kind::Flag;
        const Operand& operand = node.operands.front();
        const FlagCell cell = parseFlag(operand.from.toStdString());
        if (node.operands.size() != 1 || operand.isRange || (cell != FlagCell::Yes && cell != FlagCell::No))
            return wrong(Code("filter.not-a-flag"), node.valuePlace, {field.name, operand.from});
        result.flag = cell == FlagCell::Yes;
        return result;
    }

    Result<Test> ordered(const Node& node, const Field& field)
    {
        Test result;
        result.kind = Test::Kind::Within;
        for (const Operand& operand : node.operands) {
            auto interval = field.type == Type::Day ? days(node, field, operand) : numbers(node, field, operand);
            if (!interval)
                return tl::unexpected(interval.error());
            result.intervals.push_back(*interval);
        }
        return result;
    }

    /// What the operator makes of a value that reaches from `low` to `high`.
    static Interval bounded(Operator op, double low, double high, double step)
    {
        switch (op) {
        case Operator::Less:
            return {-infinite, step > 0 ? low - step : std::nextafter(low, -infinite)};
        case Operator::LessEqual:
            return {-infinite, high};
        case Operator::Greater:
            return {step > 0 ? high + step : std::nextafter(high, infinite), infinite};
        case Operator::GreaterEqual:
            return {low, infinite};
        case Operator::Matches:
        case Operator::Equal:
        case Operator::NotEqual:
            break;
        }
        return {low, high};
    }

    static Result<Interval> numbers(const Node& node, const Field& field, const Operand& operand)
    {
        const bool isFraction = field.type == Type::Fraction;
        const auto from = numberOperand(operand.from, isFraction);
        const auto to = operand.isRange ? numberOperand(operand.to, isFraction) : from;
        const bool isFromOpen = operand.isRange && operand.from.isEmpty();
        const bool isToOpen = operand.isRange && operand.to.isEmpty();
        if ((!from && !isFromOpen) || (!to && !isToOpen))
            return wrong(Code("filter.not-a-number"), node.valuePlace,
                         {field.name, from || isFromOpen ? operand.to : operand.from});
        return bounded(node.op, isFromOpen ? -infinite : *from, isToOpen ? infinite : *to, 0);
    }

    Result<Interval> days(const Node& node, const Field& field, const Operand& operand) const
    {
        const auto from = dayOperand(operand.from, m_context, field.looksAhead);
        const auto to = operand.isRange ? dayOperand(operand.to, m_context, field.looksAhead) : from;
        const bool isFromOpen = operand.isRange && operand.from.isEmpty();
        const bool isToOpen = operand.isRange && operand.to.isEmpty();
        if ((!from && !isFromOpen) || (!to && !isToOpen))
            return wrong(Code("filter.not-a-date"), node.valuePlace,
                         {field.name, from || isFromOpen ? operand.to : operand.from});
        if (operand.isRange)
            return range(isFromOpen ? std::nullopt : from, isToOpen ? std::nullopt : to, field.looksAhead);
        Operator op = node.op;
        Period period = from->period;
        if (from->isDistance && op == Operator::Matches)
            period = field.looksAhead ? Period{m_context.today, period.to} : Period{period.from, m_context.today};
        else if (from->isDistance && !field.looksAhead)
            op = mirrored(op); // longer ago is earlier
        return bounded(op, serial(period.from), serial(period.to), 1);
    }

    /// "30d..90d" on a field that looks back runs from 90 days ago to 30 days ago.
    static Interval range(const std::optional<DayOperand>& from, const std::optional<DayOperand>& to, bool looksAhead)
    {
        const bool isDistance = (from && from->isDistance) || (to && to->isDistance);
        const auto& first = isDistance && !looksAhead ? to : from;
        const auto& last = isDistance && !looksAhead ? from : to;
        return {first ? serial(first->period.from) : -infinite, last ? serial(last->period.to) : infinite};
    }

    static Operator mirrored(Operator op)
    {
        switch (op) {
        case Operator::Less:
            return Operator::Greater;
        case Operator::LessEqual:
            return Operator::GreaterEqual;
        case Operator::Greater:
            return Operator::Less;
        case Operator::GreaterEqual:
            return Operator::LessEqual;
        default:
            return op;
        }
    }

    std::span<const Field> m_fields;
    Context m_context;
};

} // namespace

bool Predicate::operator()(const Row& row) const { return !m_test || m_test->matches(row); }

bool Predicate::narrows(const Predicate& other) const
{
    return !other.m_test || (m_test ? *m_test : Test()).narrows(*other.m_test);
}

Result<Predicate> compile(const Node& tree, std::span<const Field> fields, const Context& context)
{
    auto test = Compiler(fields, context).test(tree);
    if (!test)
        return tl::unexpected(test.error());
    return Predicate(std::make_shared<const Predicate::Test>(std::move(*test)));
}

} // namespace steward::filter
