// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/outside.h"

#include <QDesktopServices>
#include <QUrl>

namespace steward::widgets {

bool openMail(const QUrl& draft)
{
    return draft.isValid() && draft.scheme() == QLatin1String("mailto") && QDesktopServices::openUrl(draft);
}

} // namespace steward::widgets
