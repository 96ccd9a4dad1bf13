// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/reading.h"

#include <algorithm>
#include <array>

namespace steward::health {

namespace {

constexpr std::array<std::string_view, std::size_t(DataKind::Count)> kindNames = {
    "usage",         "subscriptions", "invoices",   "tickets", "surveys", "touches", "contacts",
    "contact_roles", "goals",         "milestones", "values",  "risks",   "pulse",   "escalations"};

constexpr std::array<std::string_view, 5> gapNames = {"", "not_connected", "too_old", "too_little", "not_practised"};

QLatin1StringView latin(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

} // namespace

std::string_view nameOf(DataKind kind) { return kindNames.at(std::size_t(kind)); }

std::string_view nameOf(Gap gap) { return gapNames.at(std::size_t(gap)); }

std::optional<DataKind> dataKindNamed(QStringView name)
{
    const auto found =
        std::find_if(kindNames.begin(), kindNames.end(), [name](std::string_view each) { return name == latin(each); });
    return found == kindNames.end() ? std::nullopt : std::optional(DataKind(found - kindNames.begin()));
}

namespace {

const QString& textOf(DataKind kind)
{
    static const auto texts = [] {
        std::array<QString, kindNames.size()> made;
        std::ranges::transform(kindNames, made.begin(), [](std::string_view name) { return QString(latin(name)); });
        return made;
    }();
    return texts.at(std::size_t(kind));
}

} // namespace

Reading unknown(Trail& trail, Gap gap, DataKind missing, QDate day)
{
    if (gap == Gap::TooOld)
        trail.argue(textOf(missing), day);
    else
        trail.argue(textOf(missing));
    return {State::Unknown, gap, missing, {}, {}};
}

} // namespace steward::health
