// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/field.h"

#include <span>

/// How each C++ type of a field is carried in a FieldValue. One overload pair a type.
namespace steward {

template <class Tag>
struct IsId : std::false_type
{
};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type
{
    using Target = Tag;
};

template <class M>
[[nodiscard]] constexpr FieldType fieldType()
{
    if constexpr (std::is_same_v<M, QString>)
        return FieldType::Text;
    else if constexpr (std::is_same_v<M, qint64> || std::is_same_v<M, std::optional<qint64>>)
        return FieldType::Integer;
    else if constexpr (std::is_same_v<M, std::optional<double>>)
        return FieldType::Real;
    else if constexpr (std::is_same_v<M, std::optional<bool>>)
        return FieldType::Flag;
    else if constexpr (std::is_same_v<M, QDate>)
        return FieldType::Day;
    else if constexpr (std::is_same_v<M, Instant> || std::is_same_v<M, std::optional<Instant>>)
        return FieldType::Instant;
    else if constexpr (std::is_same_v<M, std::optional<Minor>>)
        return FieldType::Amount;
    else if constexpr (std::is_same_v<M, Currency>)
        return FieldType::Currency;
    else if constexpr (std::is_same_v<M, QStringList>)
        return FieldType::Texts;
    else if constexpr (std::is_same_v<M, Json>)
        return FieldType::Json;
    else if constexpr (IsId<M>::value)
        return FieldType::Reference;
    else
        return FieldType::References;
}

[[nodiscard]] inline FieldValue textValue(const QString& text)
{
    return text.isEmpty() ? FieldValue() : FieldValue(text);
}

[[nodiscard]] inline FieldValue toValue(const QString& v) { return textValue(v); }
[[nodiscard]] inline FieldValue toValue(qint64 v) { return v; }
[[nodiscard]] inline FieldValue toValue(const std::optional<qint64>& v) { return v ? FieldValue(*v) : FieldValue(); }
[[nodiscard]] inline FieldValue toValue(const std::optional<double>& v) { return v ? FieldValue(*v) : FieldValue(); }
[[nodiscard]] inline FieldValue toValue(const std::optional<bool>& v)
{
    return v ? FieldValue(qint64(*v)) : FieldValue();
}
[[nodiscard]] inline FieldValue toValue(QDate v) { return v.isValid() ? FieldValue(v) : FieldValue(); }
[[nodiscard]] inline FieldValue toValue(Instant v) { return v.ms; }
[[nodiscard]] inline FieldValue toValue(const std::optional<Instant>& v)
{
    return v ? FieldValue(v->ms) : FieldValue();
}
[[nodiscard]] inline FieldValue toValue(const std::optional<Minor>& v)
{
    return v ? FieldValue(v->value) : FieldValue();
}
[[nodiscard]] inline FieldValue toValue(Currency v) { return textValue(v.code()); }
[[nodiscard]] inline FieldValue toValue(const Json& v) { return textValue(v.text); }
template <class Tag>
[[nodiscard]] FieldValue toValue(Id<Tag> v)
{
    return v.isValid() ? FieldValue(v.value()) : FieldValue();
}
/// ["a","b"]; empty lists are unknown.
[[nodiscard]] FieldValue toValue(const QStringList& v);
/// [12,34]; written by hand because ids exceed what a JSON double holds.
[[nodiscard]] FieldValue idsValue(std::span<const qint64> ids);
[[nodiscard]] std::vector<qint64> idsOf(const FieldValue& value);
template <class Tag>
[[nodiscard]] FieldValue toValue(const std::vector<Id<Tag>>& v)
{
    std::vector<qint64> ids;
    ids.reserve(v.size());
    for (const auto id : v)
        ids.push_back(id.value());
    return idsValue(ids);
}

[[nodiscard]] inline qint64 integerOf(const FieldValue& value)
{
    const auto* v = std::get_if<qint64>(&value);
    return v ? *v : 0;
}
[[nodiscard]] inline QString textOf(const FieldValue& value)
{
    const auto* v = std::get_if<QString>(&value);
    return v ? *v : QString();
}

inline void assign(QString& to, const FieldValue& v) { to = textOf(v); }
inline void assign(qint64& to, const FieldValue& v) { to = integerOf(v); }
inline void assign(std::optional<qint64>& to, const FieldValue& v)
{
    const auto* i = std::get_if<qint64>(&v);
    to = i ? std::optional(*i) : std::nullopt;
}
inline void assign(std::optional<double>& to, const FieldValue& v)
{
    if (const auto* d = std::get_if<double>(&v))
        to = *d;
    else if (const auto* i = std::get_if<qint64>(&v))
        to = static_cast<double>(*i);
    else
        to.reset();
}
inline void assign(std::optional<bool>& to, const FieldValue& v)
{
    const auto* i = std::get_if<qint64>(&v);
    to = i ? std::optional(*i != 0) : std::nullopt;
}
inline void assign(QDate& to, const FieldValue& v)
{
    const auto* d = std::get_if<QDate>(&v);
    to = d ? *d : QDate();
}
inline void assign(Instant& to, const FieldValue& v) { to.ms = integerOf(v); }
inline void assign(std::optional<Instant>& to, const FieldValue& v)
{
    const auto* i = std::get_if<qint64>(&v);
    to = i ? std::optional(Instant{*i}) : std::nullopt;
}
inline void assign(std::optional<Minor>& to, const FieldValue& v)
{
    const auto* i = std::get_if<qint64>(&v);
    to = i ? std::optional(Minor{*i}) : std::nullopt;
}
inline void assign(Currency& to, const FieldValue& v) { to = Currency::fromCode(textOf(v)).value_or(Currency()); }
inline void assign(Json& to, const FieldValue& v) { to.text = textOf(v); }
void assign(QStringList& to, const FieldValue& v);
template <class Tag>
void assign(Id<Tag>& to, const FieldValue& v)
{
    to = Id<Tag>(integerOf(v));
}
template <class Tag>
void assign(std::vector<Id<Tag>>& to, const FieldValue& v)
{
    to.clear();
    for (const qint64 id : idsOf(v))
        to.emplace_back(id);
}

} // namespace steward
