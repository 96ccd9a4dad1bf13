// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/tasks_presenter.h"

#include <QAbstractListModel>

namespace steward::tasks {

/// The queue as a list: a head before each part that has any task. Texts are made when a row is looked at.
class TasksModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit TasksModel(QLocale locale, QObject* parent = nullptr);
    void show(const ShownQueue& shown);
    /// nullptr: a head, or no row.
    [[nodiscard]] const work::QueuedTask* taskAt(int row) const;
    [[nodiscard]] Part partAt(int row) const { return m_entries[std::size_t(row)].part; }
    [[nodiscard]] const TaskText& textAt(int row) const;
    /// How many tasks the part of the row has.
    [[nodiscard]] QString countAt(int row) const;
    /// A task that moves to another part leaves its row behind: the two name a row. -1: not shown.
    [[nodiscard]] int rowOf(qint64 task, Part part) const;
    [[nodiscard]] int rowOf(qint64 task) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Entry
    {
        Part part = Part::Overdue;
        int task = -1; ///< in its part; -1: the head
    };
    QLocale m_locale;
    ShownQueue m_shown;
    std::vector<Entry> m_entries;
    mutable std::vector<std::unique_ptr<TaskText>> m_texts; ///< by entry, once looked at
};

} // namespace steward::tasks
