// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"

#include <QDir>

namespace steward::tests {

QString sourceDir() { return QStringLiteral(STEWARD_SOURCE_DIR); }

QString sharedData()
{
    const QString path = QDir::cleanPath(sourceDir() + QStringLiteral("/../shared/data"));
    return QDir(path).exists() ? path : qEnvironmentVariable("STEWARD_SHARED_DATA");
}

} // namespace steward::tests
