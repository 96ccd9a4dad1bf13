// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/account_lines.h"

#include "core/base/text.h"
#include "core/filter/operand.h"
#include "core/filter/parser.h"
#include "core/filter/predicate.h"

#include <map>

namespace steward::query {

namespace {

using filter::Type;
using filter::Value;

/// What an account is called in money: major units of the book's currency, for comparing only.
Value major(const std::optional<Mrr>& mrr, int months)
{
    constexpr double perMajor = 100.0 * Mrr::perMinor;
    return mrr ? Value(static_cast<double>(mrr->units()) * months / perMajor) : Value();
}

Value text(const QString& value) { return value.isEmpty() ? Value() : Value(value); }

Value day(QDate value) { return value.isValid() ? Value(value) : Value(); }

Value standing(AccountStanding value)
{
    switch (value) {
    case AccountStanding::Unknown:
        return {};
    case AccountStanding::Prospect:
        return QStringLiteral("prospect");
    case AccountStanding::Trial:
        return QStringLiteral("trial");
    case AccountStanding::Customer:
        return QStringLiteral("customer");
    case AccountStanding::Former:
        return QStringLiteral("former");
    }
    return {};
}

/// As it stands on screen: who has left is in none, and whose score is not known is in one of its own.
Value band(const AccountLine& line)
{
    if (line.standing == AccountStanding::Former)
        return {};
    return line.band.isEmpty() && line.coverage ? Value(QStringLiteral("unknown")) : text(line.band);
}

struct AccountField
{
    const char* name;
    Type type;
    Value (*value)(const AccountLine&);
    bool looksAhead = false;
    const char* alias = nullptr;
};

const Account& accountOf(const AccountLine& line) { return line.facts->account; }

constexpr AccountField known[] = {
    {"name", Type::Text, [](const AccountLine& l) { return text(accountOf(l).name); }},
    {"key", Type::Text, [](const AccountLine& l) { return text(l.key); }},
    {"csm", Type::Text, [](const AccountLine& l) { return text(l.csm); }},
    {"stage", Type::Text, [](const AccountLine& l) { return text(l.stage); }},
    {"segment", Type::Text, [](const AccountLine& l) { return text(l.segment); }},
    {"standing", Type::Choice, [](const AccountLine& l) { return standing(l.standing); }},
    {"mrr", Type::Number, [](const AccountLine& l) { return major(l.comparable, 1); }},
    {"arr", Type::Number, [](const AccountLine& l) { return major(l.comparable, 12); }},
    {"currency", Type::Text, [](const AccountLine& l) { return text(l.currency.code()); }},
    {"renewal", Type::Day, [](const AccountLine& l) { return day(l.renewal); }, true},
    {"nps", Type::Number, [](const AccountLine& l) { return l.nps ? Value(*l.nps) : Value(); }},
    {"last_touch", Type::Day, [](const AccountLine& l) { return day(l.lastTouch); }, false, "touch"},
    {"seats", Type::Number,
     [](const AccountLine& l) { return l.seats ? Value(static_cast<double>(*l.seats)) : Value(); }},
    {"seat_use", Type::Fraction, [](const AccountLine& l) { return l.seatUse ? Value(*l.seatUse) : Value(); }, false,
     "used"},
    {"health", Type::Number, [](const AccountLine& l) { return l.health ? Value(*l.health) : Value(); }, false,
     "score"},
    {"band", Type::Choice, [](const AccountLine& l) { return band(l); }},
    {"coverage", Type::Number, [](const AccountLine& l) { return l.coverage ? Value(*l.coverage * 100) : Value(); },
     false, "known"},
    {"domain", Type::Text, [](const AccountLine& l) { return text(accountOf(l).domain); }},
    {"industry", Type::Text, [](const AccountLine& l) { return text(accountOf(l).industry); }, false, "trade"},
    {"region", Type::Text, [](const AccountLine& l) { return text(accountOf(l).region); }},
    {"country", Type::Text, [](const AccountLine& l) { return text(accountOf(l).country); }},
    {"tier", Type::Text, [](const AccountLine& l) { return text(accountOf(l).tier); }, false, "plan"},
    {"status", Type::Text, [](const AccountLine& l) { return text(accountOf(l).status); }},
    {"employees", Type::Number,
     [](const AccountLine& l) {
         const auto& employees = accountOf(l).employees;
         return employees ? Value(static_cast<double>(*employees)) : Value();
     }},
    {"customer_since", Type::Day, [](const AccountLine& l) { return day(accountOf(l).customerSince); }, false, "since"},
    {"churned_on", Type::Day, [](const AccountLine& l) { return day(accountOf(l).churnedOn); }, false, "left"},
    {"churn_reason", Type::Text, [](const AccountLine& l) { return text(accountOf(l).churnReason); }},
    {"tag", Type::Text,
     [](const AccountLine& l) { return accountOf(l).tags.isEmpty() ? Value() : Value(accountOf(l).tags); }, false,
     "tags"},
};

QStringList standings()
{
    return {QStringLiteral("customer"), QStringLiteral("former"), QStringLiteral("prospect"), QStringLiteral("trial")};
}

QStringList bands()
{
    return {QStringLiteral("green"), QStringLiteral("red"), QStringLiteral("unknown"), QStringLiteral("yellow")};
}

/// A line as the filter sees it; the search text is made at most once.
class LineRow final : public filter::Row
{
public:
    LineRow(const AccountLine& line, std::span<const filter::Field> fields)
        : m_line(line)
        , m_fields(fields)
    {
    }
    Value value(int field) const override { return valueOf(m_line, m_fields, static_cast<std::size_t>(field)); }
    std::string_view searchText() const override
    {
        if (m_text.empty()) {
            QStringList parts;
            for (std::size_t i = 0; i < m_fields.size(); ++i)
                if (const Value v = value(static_cast<int>(i)); std::holds_alternative<QString>(v))
                    parts << std::get<QString>(v);
                else if (std::holds_alternative<QStringList>(v))
                    parts << std::get<QStringList>(v);
            m_text = folded(parts.join(u'\n')).toStdString() + '\n';
        }
        return m_text;
    }

private:
    const AccountLine& m_line;
    std::span<const filter::Field> m_fields;
    mutable std::string m_text;
};

/// -1, 0, 1; values of one field have one type. Text is compared without case.
int compared(const Value& a, const Value& b, bool hasNumbers)
{
    if (const auto* left = std::get_if<QString>(&a); left && hasNumbers)
        return compared(*filter::numberOperand(*left, true), *filter::numberOperand(std::get<QString>(b), true), false);
    if (const auto* left = std::get_if<QString>(&a))
        return QString::compare(*left, std::get<QString>(b), Qt::CaseInsensitive);
    if (const auto* left = std::get_if<double>(&a))
        return *left < std::get<double>(b) ? -1 : *left > std::get<double>(b);
    if (const auto* left = std::get_if<QDate>(&a))
        return *left < std::get<QDate>(b) ? -1 : *left > std::get<QDate>(b);
    if (const auto* left = std::get_if<QStringList>(&a))
        return QString::compare(left->join(u' '), std::get<QStringList>(b).join(u' '), Qt::CaseInsensitive);
    return 0;
}

struct SortKey
{
    std::size_t field = 0;
    bool isDescending = false;
};

QString namesOf(std::span<const filter::Field> fields)
{
    QStringList names;
    for (const auto& field : fields.first(std::min(fields.size(), std::size(known))))
        names << field.name;
    return names.join(QStringLiteral(", "));
}

Result<std::vector<SortKey>> sortKeys(const QString& order, std::span<const filter::Field> fields)
{
    std::vector<SortKey> keys;
    for (QString part : order.split(u',', Qt::SkipEmptyParts)) {
        part = part.trimmed();
        const bool isDescending = part.startsWith(u'-');
        const QString name = isDescending ? part.mid(1) : part;
        const int field = filter::indexOf(fields, name);
        if (field < 0) {
            const QString meant = filter::nearestField(name, fields);
            return meant.isEmpty() ? fail(Code("sort.no-such-field"), ErrorKind::Usage, {name, namesOf(fields)})
                                   : fail(Code("filter.unknown-field"), ErrorKind::Usage, {name, meant});
        }
        keys.push_back({static_cast<std::size_t>(field), isDescending});
    }
    return keys;
}

} // namespace

std::vector<filter::Field> accountFields(const Portfolio& portfolio)
{
    std::vector<filter::Field> fields;
    for (const AccountField& each : known) {
        filter::Field field{QString::fromLatin1(each.name), each.type, {}, {}, each.looksAhead};
        if (each.alias)
            field.aliases << QString::fromLatin1(each.alias);
        if (each.type == Type::Choice)
            field.values = field.name == u"band" ? bands() : standings();
        fields.push_back(std::move(field));
    }
    const auto precedes = [](const QString& a, const QString& b) { return naturalLess(a, b); };
    std::map<QString, bool, decltype(precedes)> hasNumbers(precedes); // in the order they are offered
    for (const AccountFacts& facts : portfolio)
        for (const CustomValue& value : facts.custom) {
            bool& all = hasNumbers.try_emplace(value.field, true).first->second;
            all = all && (value.value.isEmpty() || filter::numberOperand(value.value, true));
        }
    for (const auto& [name, all] : hasNumbers)
        if (filter::indexOf(fields, name) < 0)
            fields.push_back({name, Type::Text, {}, {}, false, all});
    return fields;
}

std::size_t fixedAccountFields() { return std::size(known); }

filter::Value valueOf(const AccountLine& line, std::span<const filter::Field> fields, std::size_t index)
{
    if (index < std::size(known))
        return known[index].value(line);
    for (const CustomValue& value : line.facts->custom)
        if (value.field == fields[index].name)
            return text(value.value);
    return {};
}

Result<std::vector<AccountLine>> filtered(std::vector<AccountLine> lines, const QString& filter,
                                          std::span<const filter::Field> fields, QDate today, int fiscalStart)
{
    const auto tree = filter::parse(filter);
    if (!tree)
        return tl::unexpected(tree.error());
    const auto accepts = filter::compile(*tree, fields, {today, fiscalStart});
    if (!accepts)
        return tl::unexpected(accepts.error());
    std::erase_if(lines, [&](const AccountLine& line) { return !(*accepts)(LineRow(line, fields)); });
    return lines;
}

Status sortBy(std::vector<AccountLine>& lines, const QString& order, std::span<const filter::Field> fields)
{
    const auto keys = sortKeys(order, fields);
    if (!keys)
        return tl::unexpected(keys.error());
    const auto precedes = [&](const AccountLine& a, const AccountLine& b) {
        for (const SortKey& key : *keys) {
            const Value left = valueOf(a, fields, key.field);
            const Value right = valueOf(b, fields, key.field);
            const bool isLeftKnown = left.index() != 0;
            if (isLeftKnown != (right.index() != 0))
                return isLeftKnown;
            const int way = isLeftKnown ? compared(left, right, fields[key.field].hasNumbers) : 0;
            if (way != 0)
                return key.isDescending ? way > 0 : way < 0;
        }
        return false;
    };
    std::stable_sort(lines.begin(), lines.end(), precedes);
    return {};
}

} // namespace steward::query
