// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/type.h"

#include <QBoxLayout>
#include <QWidget>

namespace steward::settings {

/// A part of the settings that is worked out only while somebody looks.
class WatchedPane : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    virtual void watch(bool isWatched) = 0;
    void showEvent(QShowEvent* event) override
    {
        QWidget::showEvent(event);
        watch(true);
    }
    void hideEvent(QHideEvent* event) override
    {
        QWidget::hideEvent(event);
        watch(false);
    }
    /// Of a part beside others.
    static QVBoxLayout* columnOf(QWidget* part)
    {
        auto* column = new QVBoxLayout(part);
        column->setContentsMargins(style::px(16), style::px(10), style::px(16), style::px(8));
        column->setSpacing(style::px(6));
        return column;
    }
};

} // namespace steward::settings
