// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

#include <string_view>

/// A shipped file with one edit: every check is seen failing on a copy that was good before.
/// The text to replace must stand in the file exactly as often as the edit expects it: at least once; the first is
/// replaced.
[[nodiscard]] QByteArray brokenCopy(const QString& file, const QByteArray& from, const QByteArray& to);

[[nodiscard]] bool hasIssue(const steward::content::Issues& issues, std::string_view code);
/// "content.weights.sum scorecards.json scorecards[mid_touch] 101", one a line, for messages of tests.
[[nodiscard]] std::string listed(const steward::content::Issues& issues);
