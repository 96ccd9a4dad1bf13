// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <algorithm>
#include <string_view>

namespace steward {

/// The text is one of the words, as they stand. Words are literals: their lengths are known beforehand, which makes it
/// several times as fast as a row of comparisons.
[[nodiscard]] inline bool isOneOf(QStringView text, std::initializer_list<std::u16string_view> words)
{
    const std::u16string_view plain(text.utf16(), static_cast<std::size_t>(text.size()));
    return std::find(words.begin(), words.end(), plain) != words.end();
}

} // namespace steward
