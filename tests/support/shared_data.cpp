// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"

#include <QDir>

namespace steward::tests {

QString sharedData()
{
    const QString path = QDir::cleanPath(QStringLiteral(STEWARD_SOURCE_DIR) + QStringLiteral("/../shared/data"));
    return QDir(path).exists() ? path : qEnvironmentVariable("STEWARD_SHARED_DATA");
}

} // namespace steward::tests
