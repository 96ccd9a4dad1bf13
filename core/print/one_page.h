// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace steward::print {

/// What stands on one page: a title and sections of lines.
struct OnePage
{
    struct Section
    {
        QString title;
        QStringList lines; ///< plain text
    };
    QString title;
    QString about;
    std::vector<Section> sections; ///< those without lines are left out
    QString footer;
};

/// A page of A4 as PDF with text as text. Where there is much the letters are smaller; where even small ones are not
/// enough the longest sections end with how many lines more there are. Needs a QGuiApplication. Error "deck.failed".
[[nodiscard]] Result<QByteArray> onePagePdf(const OnePage& page);

} // namespace steward::print
