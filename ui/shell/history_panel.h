// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"

#include <QListView>
#include <QLocale>
#include <QStandardItemModel>
#include <QWidget>

namespace steward::shell {

/// Every change of the book, newest first: what, who, when.
class HistoryPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(QLocale locale, QWidget* parent = nullptr);
    void show(const std::vector<book::HistoryEntry>& history);

Q_SIGNALS:
    void closeRequested();

private:
    QLocale m_locale;
    QStandardItemModel m_model;
    QListView* m_list;
};

} // namespace steward::shell
