// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_delegate.h"

#include "ui/accounts/cell_change.h"
#include "ui/style/type.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

namespace steward::accounts {

QWidget* AccountsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* edit = new QLineEdit(parent);
    const auto* model = qobject_cast<const AccountsModel*>(index.model());
    const auto column = static_cast<ColumnId>(index.column());
    edit->setObjectName(QStringLiteral("accounts.cell"));
    edit->setAccessibleName(nameOf(column));
    if (isNumeric(columnOf(column).kind))
        edit->setAlignment(Qt::AlignRight);
    const QStringList choices = model && model->numbers() ? choicesOf(column, *model->numbers()) : QStringList();
    if (!choices.isEmpty()) {
        auto* completer = new QCompleter(choices, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
    }
    return edit;
}

void AccountsDelegate::paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                    const style::Theme& theme) const
{
    const bool isHead = index.data(widgets::GroundRole).toInt() == static_cast<int>(widgets::Ground::GroupHead);
    if (!isHead) {
        RowDelegate::paintContent(painter, rect, index, theme);
        return;
    }
    painter.setFont(style::fontOf(style::Type::Strong));
    painter.setPen(theme[style::Tone::Text]);
    const QString name = index.data().toString();
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, name);
    const int width = painter.fontMetrics().horizontalAdvance(name) + style::px(10);
    painter.setFont(style::fontOf(style::Type::Small));
    painter.setPen(theme[style::Tone::Muted]);
    painter.drawText(rect.adjusted(width, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     index.data(GroupNoteRole).toString());
}

} // namespace steward::accounts
