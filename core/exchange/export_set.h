// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The files of a complete export beside those of the entities. Internal to the room.
namespace steward::exchange {

inline QString externalKeysFile() { return QStringLiteral("external_keys"); }
inline QString customValuesFile() { return QStringLiteral("custom_values"); }
inline QString changesFile() { return QStringLiteral("changes"); }
inline QString erasuresFile() { return QStringLiteral("erasures"); }
inline QString usageFile() { return QStringLiteral("usage"); }
[[nodiscard]] const QStringList& keyHeader();
[[nodiscard]] const QStringList& customHeader();
[[nodiscard]] const QStringList& changeHeader();
[[nodiscard]] const QStringList& erasureHeader();
[[nodiscard]] const QStringList& usageHeader();

} // namespace steward::exchange
