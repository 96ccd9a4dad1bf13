// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/segments/rule.h"

#include "core/base/text.h"
#include "core/portfolio/group_by.h"

namespace steward::segments {

namespace {

constexpr std::array textFields{u"name", u"domain", u"industry", u"region", u"country",
                                u"tier", u"stage",  u"status",   u"group",  u"tags"};
constexpr std::array numberFields{u"employees", u"arr"};
constexpr QStringView customPrefix = u"custom.";

template <class List>
bool isOneOf(const List& list, const QString& name)
{
    return std::any_of(list.begin(), list.end(), [&name](const char16_t* each) { return name == QStringView(each); });
}

bool isField(const QString& name)
{
    return isOneOf(textFields, name) || isOneOf(numberFields, name) ||
           (name.startsWith(customPrefix) && name.size() > customPrefix.size());
}

QStringList customTexts(const AccountFacts& facts, const QString& field)
{
    for (const CustomValue& value : facts.custom)
        if (value.entity == Entity::Account && bareName(value.field) == bareName(field) && !value.value.isEmpty())
            return {value.value};
    return {};
}

// What the account says in a field; empty: not known.
QStringList textsOf(const AccountFacts& facts, const QString& field, QDate day)
{
    const Account& account = facts.account;
    if (field.startsWith(customPrefix))
        return customTexts(facts, field.mid(customPrefix.size()));
    if (field == u"tags")
        return account.tags;
    QString text;
    if (field == u"name")
        text = account.name;
    else if (field == u"domain")
        text = account.domain;
    else if (field == u"industry")
        text = account.industry;
    else if (field == u"region")
        text = account.region;
    else if (field == u"country")
        text = account.country;
    else if (field == u"group")
        text = account.groupName;
    else if (field == u"tier")
        text = accountTextOn(facts, "tier", account.tier, day);
    else if (field == u"stage")
        text = accountTextOn(facts, "stage", account.stage, day);
    else if (field == u"status")
        text = accountTextOn(facts, "status", account.status, day);
    return text.isEmpty() ? QStringList() : QStringList{text};
}

std::optional<double> numberOf(const AccountFacts& facts, const QString& field, const Given& given)
{
    if (field == u"employees")
        return facts.account.employees ? std::optional(static_cast<double>(*facts.account.employees)) : std::nullopt;
    if (field == u"arr") {
        if (!given.arr)
            return std::nullopt;
        double units = static_cast<double>(given.arr->minor);
        for (int i = given.arr->currency.minorDigits(); i > 0; --i)
            units /= 10;
        return units;
    }
    const QStringList texts = textsOf(facts, field, given.day);
    bool isNumber = false;
    const double number = texts.isEmpty() ? 0 : texts.first().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QStringList foldedTexts(const QJsonValue& value)
{
    QStringList texts;
    if (value.isString())
        texts.push_back(folded(value.toString()));
    for (const QJsonValue& each : value.toArray())
        texts.push_back(folded(each.toString()));
    return texts;
}

} // namespace

Result<Rule> Rule::fromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(Code("segment.rule.json"), ErrorKind::Failed, {qint64(error.offset)});
    return fromJson(document.object());
}

Result<Rule> Rule::fromJson(const QJsonObject& object)
{
    if (object.contains(u"field"))
        return condition(object);
    if (object.size() != 1)
        return fail(Code("segment.rule.empty"));
    const QString key = object.keys().first();
    if (key == u"all")
        return listed(Kind::All, object.begin().value());
    if (key == u"any")
        return listed(Kind::Any, object.begin().value());
    if (key != u"not")
        return fail(Code("segment.rule.unknown"), ErrorKind::Failed, {key});
    auto inner = fromJson(object.begin().value().toObject());
    if (!inner)
        return inner;
    Rule rule;
    rule.m_kind = Kind::Not;
    rule.m_rules.push_back(std::move(*inner));
    return rule;
}

Result<Rule> Rule::listed(Kind kind, const QJsonValue& value)
{
    Rule rule;
    rule.m_kind = kind;
    for (const QJsonValue& each : value.toArray()) {
        auto inner = fromJson(each.toObject());
        if (!inner)
            return inner;
        rule.m_rules.push_back(std::move(*inner));
    }
    if (rule.m_rules.empty())
        return fail(Code("segment.rule.empty"));
    return rule;
}

Result<Rule> Rule::condition(const QJsonObject& object)
{
    Rule rule;
    rule.m_field = object[u"field"].toString();
    if (!isField(rule.m_field))
        return fail(Code("segment.rule.unknown"), ErrorKind::Failed, {rule.m_field});
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString key = it.key();
        if (key == u"is" || key == u"has" || key == u"contains") {
            rule.m_kind = key == u"is" ? Kind::Is : key == u"has" ? Kind::Has : Kind::Contains;
            rule.m_texts = foldedTexts(it.value());
        } else if (key == u"at_least" || key == u"below") {
            rule.m_kind = Kind::Range;
            (key == u"below" ? rule.m_below : rule.m_atLeast) = it.value().toDouble();
        } else if (key == u"known") {
            rule.m_kind = Kind::Known;
            rule.m_isKnown = it.value().toBool();
        } else if (key != u"field") {
            return fail(Code("segment.rule.unknown"), ErrorKind::Failed, {key});
        }
    }
    const bool asksText = rule.m_kind == Kind::Is || rule.m_kind == Kind::Has || rule.m_kind == Kind::Contains;
    if (rule.m_kind == Kind::All || (asksText && rule.m_texts.isEmpty()))
        return fail(Code("segment.rule.empty"));
    return rule;
}

bool Rule::matches(const AccountFacts& facts, const Given& given) const
{
    const auto holds = [&](const Rule& rule) { return rule.matches(facts, given); };
    if (m_kind == Kind::Not)
        return !holds(m_rules.front());
    if (m_kind == Kind::Any)
        return std::any_of(m_rules.begin(), m_rules.end(), holds);
    if (m_kind == Kind::All)
        return std::all_of(m_rules.begin(), m_rules.end(), holds);
    return meets(facts, given);
}

bool Rule::meets(const AccountFacts& facts, const Given& given) const
{
    if (m_kind == Kind::Range) {
        const auto number = numberOf(facts, m_field, given);
        return number && (!m_atLeast || *number >= *m_atLeast) && (!m_below || *number < *m_below);
    }
    const bool isNumber = isOneOf(numberFields, m_field);
    const QStringList texts = textsOf(facts, m_field, given.day);
    if (m_kind == Kind::Known)
        return m_isKnown == (isNumber ? numberOf(facts, m_field, given).has_value() : !texts.isEmpty());
    return std::any_of(texts.begin(), texts.end(), [this](const QString& text) {
        const QString plain = folded(text);
        if (m_kind == Kind::Contains)
            return std::any_of(m_texts.begin(), m_texts.end(),
                               [&plain](const QString& wanted) { return plain.contains(wanted); });
        return m_texts.contains(plain);
    });
}

} // namespace steward::segments
