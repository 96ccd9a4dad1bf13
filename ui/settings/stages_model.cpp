// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stages_model.h"

#include "ui/settings/table_words.h"
#include "ui/widgets/row_delegate.h"

namespace steward::settings {

void StagesModel::set(std::vector<Line> lines, bool isEditable)
{
    replace(m_lines, std::move(lines), &Line::id, isEditable);
}

int StagesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int StagesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant StagesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return line.name.trimmed().isEmpty() ? tr("no name yet") : line.name;
        return index.column() == Days ? (line.days.isEmpty() ? QStringLiteral("\u2013") : line.days)
                                      : QString::number(line.accounts);
    case Qt::EditRole:
        return index.column() == Name ? line.name : line.days;
    case Qt::AccessibleTextRole:
        return line.isChanged ? QString(spoken(*this, index) + u", " + tr("changed")) : spoken(*this, index);
    case widgets::GroundRole:
        return static_cast<int>(line.isChanged ? widgets::Ground::Pasted : widgets::Ground::Plain);
    case widgets::NumericRole:
        return index.column() != Name;
    case Qt::TextAlignmentRole:
        return index.column() == Name ? wordAlignment : numberAlignment;
    default:
        return {};
    }
}

QVariant StagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Stage"), tr("Target, days"), tr("Accounts")}, {Days, Accounts}, section, orientation, role);
}

Qt::ItemFlags StagesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != Accounts && isEditable() ? flags | Qt::ItemIsEditable : flags;
}

bool StagesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        value.toString().trimmed() == index.data(Qt::EditRole).toString())
        return false;
    Q_EMIT changeRequested(index.row(), index.column(), value.toString().trimmed());
    return true;
}

} // namespace steward::settings
