// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/widgets/view.h"

#include <QLocale>

namespace steward::shell {

/// A view that is made when it is first needed: a window that opens has to show one of them only.
struct ViewMaker
{
    ViewMaker(widgets::View::Face shown, std::function<widgets::View*()> maker)
        : face(std::move(shown))
        , make(std::move(maker))
    {
    }
    /// Of one that is there already.
    ViewMaker(widgets::View* made)
        : face(made->face())
        , make([made] { return made; })
    {
    }
    widgets::View::Face face;
    std::function<widgets::View*()> make;
};

/// The views of the window, in the order of the rail; parent owns them. A new view is a line in the body.
[[nodiscard]] std::vector<ViewMaker> viewMakers(OpenBook& book, const QLocale& locale, QWidget* parent);

} // namespace steward::shell
