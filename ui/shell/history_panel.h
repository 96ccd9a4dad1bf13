// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

#include <QListView>
#include <QLocale>
#include <QStandardItemModel>
#include <QWidget>

namespace steward::shell {

/// Every change of the book, newest first: what, who, when. Lies over the right edge of its parent, so that no window
/// is too narrow for it; Escape closes it.
class HistoryPanel final : public QWidget
{
    Q_OBJECT
public:
    HistoryPanel(QLocale locale, QWidget* parent);
    void show(const std::vector<book::HistoryEntry>& history);
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void place();

    QLocale m_locale;
    QStandardItemModel m_model;
    QListView* m_list;
};

} // namespace steward::shell
