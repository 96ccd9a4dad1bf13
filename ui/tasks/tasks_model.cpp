// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasks_model.h"

#include "ui/style/tip.h"

namespace steward::tasks {

TasksModel::TasksModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

void TasksModel::show(const ShownQueue& shown)
{
    beginResetModel();
    m_shown = shown;
    m_entries.clear();
    m_texts.clear();
    for (std::size_t part = 0; shown && part < shown->parts.size(); ++part) {
        const auto count = static_cast<int>(shown->parts[part].size());
        for (int task = count > 0 ? -1 : 0; task < count; ++task)
            m_entries.push_back({Part(part), task});
    }
    m_texts.resize(m_entries.size());
    endResetModel();
}

const work::QueuedTask* TasksModel::taskAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const Entry& entry = m_entries[std::size_t(row)];
    return entry.task < 0 ? nullptr : &m_shown->parts[std::size_t(entry.part)][std::size_t(entry.task)];
}

const TaskText& TasksModel::textAt(int row) const
{
    auto& text = m_texts[std::size_t(row)];
    if (!text) {
        const work::QueuedTask* task = taskAt(row);
        text =
            std::make_unique<TaskText>(task ? taskText(*task, partAt(row), *m_shown->numbers, m_locale) : TaskText());
    }
    return *text;
}

QString TasksModel::countAt(int row) const
{
    return m_locale.toString(m_shown->parts[std::size_t(partAt(row))].size());
}

int TasksModel::rowOf(qint64 task, Part part) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const work::QueuedTask* each = partAt(row) == part ? taskAt(row) : nullptr; each && each->task.id == task)
            return row;
    return -1;
}

int TasksModel::rowOf(qint64 task) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const work::QueuedTask* each = taskAt(row); each && each->task.id == task)
            return row;
    return -1;
}

int TasksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

Qt::ItemFlags TasksModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return taskAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

QVariant TasksModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const work::QueuedTask* task = taskAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return task ? task->task.title : titleOf(partAt(row));
    case widgets::SortRole:
        return row;
    case Qt::ToolTipRole:
        return task ? style::plainTip(task->task.title) : QVariant();
    case Qt::AccessibleTextRole:
        return task ? spoken(textAt(row), partAt(row)) : QString(titleOf(partAt(row)) + u", " + countAt(row));
    default:
        return {};
    }
}

} // namespace steward::tasks
