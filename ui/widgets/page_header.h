// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace steward::widgets {

class ToneLabel;

/// The bar above a view: its title, a quiet caption beside it, and at the right what can be done there.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);
    void setCaption(const QString& caption);
    /// At the right, after those that are there.
    void add(QWidget* widget);

private:
    QHBoxLayout* m_row;
    ToneLabel* m_caption;
};

} // namespace steward::widgets
