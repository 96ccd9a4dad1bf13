// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/detect.h"

#include <QFileInfo>

namespace steward::exchange {

Result<Detection> detect(const QString& path, const Hints& hints, std::span<const Profile> profiles,
                         const Answers& answers)
{
    auto table = Table::read(path, {});
    if (!table)
        return tl::unexpected(table.error());
    Hints named = hints;
    if (named.fileName.isEmpty())
        named.fileName = QFileInfo(path).fileName();
    auto detection = recognise(*table, named, profiles);
    if (!detection)
        return detection;
    completeUsageColumns(*table, *detection);
    [[maybe_unused]] const auto formats = typeColumns(*table, *detection, answers);
    return detection;
}

} // namespace steward::exchange
