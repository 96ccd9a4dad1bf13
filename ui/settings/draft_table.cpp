// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/draft_table.h"

#include "ui/settings/table_words.h"
#include "ui/style/tip.h"

namespace steward::settings {

QVariant DraftTable::answer(const QModelIndex& index, int role, const Cell& cell) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return cell.now;
    case Qt::ToolTipRole:
        return style::plainTip(cell.tip);
    case BeforeRole:
        return cell.before;
    case IsGroupRole:
        return cell.isGroup;
    case Qt::AccessibleTextRole:
        return cell.before.isEmpty() ? spoken(*this, index)
                                     : QString(spoken(*this, index) + u", " + tr("until now %1").arg(cell.before));
    case widgets::GroundRole:
        return static_cast<int>(cell.isMarked ? widgets::Ground::Pasted : widgets::Ground::Plain);
    case widgets::NumericRole:
        return cell.isNumber;
    case Qt::TextAlignmentRole:
        return cell.isNumber ? numberAlignment : wordAlignment;
    default:
        return {};
    }
}

} // namespace steward::settings
