// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace steward::widgets {

/// Pages of which one is seen, that fill whatever room there is. Where one of them wraps text, a QStackedWidget has its
/// surroundings ask every page for its height anew with each change of any of them.
class PageStack final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

} // namespace steward::widgets
