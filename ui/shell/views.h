// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/widgets/view.h"

#include <QLocale>

namespace steward::shell {

/// The views of the window, in the order of the rail; parent owns them. A new view is a line in the body.
[[nodiscard]] std::vector<widgets::View*> makeViews(OpenBook& book, const QLocale& locale, QWidget* parent);

} // namespace steward::shell
