// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

namespace steward::content {

/// How an argument of a sentence is formatted.
enum class ArgumentType
{
    Text,    ///< as it is: a title, a quote, a list already joined
    Count,   ///< a whole number
    Number,  ///< a number with the decimals it needs
    Percent, ///< 41 for 41 %
    Date,
    Money
};

struct NamedArgument
{
    QString name;
    ArgumentType type = ArgumentType::Text;
    friend bool operator==(const NamedArgument&, const NamedArgument&) = default;
};

/// What a cap offers to its sentence and demands of its data. Lists are words with a blank between.
struct EvidenceShape
{
    std::string_view id;        ///< of the cap
    std::string_view arguments; ///< in the order in which a message carries them
    std::string_view numbers;
};

[[nodiscard]] const EvidenceShape* capShape(QStringView cap);
/// Placeholders of any other sentence of the catalogue, by its key: "brief.last_talk", "unknown.too_old". Empty: none
/// known.
[[nodiscard]] std::string_view sentenceArguments(QStringView key);

[[nodiscard]] QStringList wordsOf(std::string_view list);
/// The names of a list with their types: "date", whose type is known, or "seats:count" for a name of one's own (text,
/// count, number, percent, date, money). A name without a type is not known: nullopt.
[[nodiscard]] std::optional<std::vector<NamedArgument>> namedArguments(const QStringList& list);

} // namespace steward::content
