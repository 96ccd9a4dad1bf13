// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/picture.h"
#include "tests/ui/sample_window.h"

namespace steward::tests {

/// The window on the sample book, drawn in light or dark.
template <class Page>
struct PictureWindow : SampleWindow<Page>
{
    PictureWindow(const QString& viewName, style::Appearance look)
        : SampleWindow<Page>(viewName, look)
        , view(viewName)
        , appearance(look)
    {
    }
    /// Keeps the picture as "view-name-light".
    void take(const QString& name)
    {
        QTest::qWait(10);
        const bool isDark = appearance == style::Appearance::Dark;
        const QString look = isDark ? QStringLiteral("dark") : QStringLiteral("light");
        keepPicture(this->window.grab().toImage(), QStringList{view, name, look}.join(u'-'));
    }
    QString view;
    style::Appearance appearance;
};

} // namespace steward::tests
