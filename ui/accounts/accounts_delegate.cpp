// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_delegate.h"

#include "ui/accounts/cell_change.h"
#include "ui/accounts/score_head.h"
#include "ui/charts/sparkline.h"
#include "ui/style/type.h"
#include "ui/widgets/badge.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

namespace steward::accounts {

using style::px;

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
    Q_EMIT editingBegun();
    return edit;
}

void AccountsDelegate::destroyEditor(QWidget* editor, const QModelIndex& index) const
{
    RowDelegate::destroyEditor(editor, index);
    Q_EMIT editingEnded();
}

void AccountsDelegate::paintHealth(QPainter& painter, const QRect& rect, const AccountsModel& model, int row,
                                   const style::Theme& theme)
{
    const query::AccountLine* line = model.lineAt(row);
    if (!line || model.numbers()->scores.empty())
        return;
    if (hasLeft(*line)) {
        painter.setFont(style::fontOf(style::Type::Body));
        painter.setPen(theme[style::Tone::Muted]);
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                         model.index(row, static_cast<int>(ColumnId::Health)).data().toString());
        return;
    }
    const BookNumbers& numbers = *model.numbers();
    const style::Band band = style::bandOf(line->band);
    const QString number =
        line->health ? model.index(row, static_cast<int>(ColumnId::Health)).data().toString() : QString();
    const widgets::Badge badge{band, number, false, numbers.scores[numbers.indexOf(*line)].isSetByHand};
    widgets::paintBadge(painter, rect, badge, theme);
    const int from = rect.left() + px(14) + px(5) + px(34) + std::max(0, widgets::lockWidth(badge) - px(8));
    const int width = std::min(px(72), rect.right() - from - px(3));
    if (width < px(24) || numbers.trends.empty())
        return;
    const auto points = pointsOf(numbers.trends[numbers.indexOf(*line)]);
    charts::paintSparkline(painter, QRectF(from, rect.center().y() - px(7), width, px(14)), {points, band, {}}, theme);
}

void AccountsDelegate::paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                    const style::Theme& theme) const
{
    const bool isHead = index.data(widgets::GroundRole).toInt() == static_cast<int>(widgets::Ground::GroupHead);
    const auto* model = qobject_cast<const AccountsModel*>(index.model());
    if (!isHead && model && index.column() == static_cast<int>(ColumnId::Health)) {
        paintHealth(painter, rect, *model, index.row(), theme);
        return;
    }
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
