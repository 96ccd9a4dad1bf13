// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/start_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace steward::widgets {

QString startFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

} // namespace steward::widgets
