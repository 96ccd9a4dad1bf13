// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/facts.h"

namespace steward {

/// The newest version of a setting in force, without the quotes of a JSON text; nullptr, or empty: there is none.
[[nodiscard]] const Definition* settingNamed(const Rows<Definition>& definitions, QStringView name);
[[nodiscard]] QString settingText(const Rows<Definition>& definitions, QStringView name);

/// The setting that names the template of the book's journey.
inline constexpr auto journeySetting = u"journey";
/// The book's own copies of a file of the shipped content, newest version first.
[[nodiscard]] std::vector<QByteArray> contentCopies(const Rows<Definition>& definitions, QStringView file);

/// Currency, time zone and fiscal year of the book from its definitions; what none of them says keeps its default.
void readSettings(BookFacts& book);

} // namespace steward
