// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_delegate.h"

#include "ui/accounts/cell_change.h"
#include "ui/accounts/score_head.h"
#include "ui/charts/sparkline.h"
#include "ui/style/line_text.h"
#include "ui/style/type.h"
#include "ui/widgets/badge.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPainter>

namespace steward::accounts {

using style::px;

namespace {

constexpr double shareWidth = 30;

} // namespace

QWidget* AccountsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* edit = new QLineEdit(parent);
    const auto& model = *qobject_cast<const AccountsModel*>(index.model());
    const auto column = static_cast<ColumnId>(index.column());
    const BookNumbers& numbers = *model.numbers(); // there is a cell
    edit->setObjectName(QStringLiteral("accounts.cell"));
    edit->setAccessibleName(nameOf(column, numbers));
    if (isRightAligned(column, numbers))
        edit->setAlignment(Qt::AlignRight);
    const QStringList choices = choicesOf(column, numbers);
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
        style::drawLine(painter, rect, Qt::AlignLeft,
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

int AccountsDelegate::roomBeside(ColumnId column) { return column == ColumnId::SeatUse ? px(shareWidth + 8) : 0; }

/// Left of its number, as long as the share; more than all is all.
void AccountsDelegate::paintShare(QPainter& painter, const QRect& rect, const QVariant& share,
                                  const style::Theme& theme)
{
    if (!share.isValid())
        return;
    const QRect track(rect.left(), rect.center().y() - px(2), px(shareWidth), px(5));
    painter.fillRect(track, theme[style::Tone::Track]);
    QRect used = track;
    used.setWidth(qRound(track.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
    painter.fillRect(used, theme[style::Tone::Quantity]);
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
        if (index.column() == static_cast<int>(ColumnId::SeatUse))
            paintShare(painter, rect, index.data(widgets::SortRole), theme);
        return;
    }
    painter.setFont(style::fontOf(style::Type::Strong));
    painter.setPen(theme[style::Tone::Text]);
    const QString name = index.data().toString();
    const int width = qRound(style::drawLine(painter, rect, Qt::AlignLeft, name)) + style::px(10);
    painter.setFont(style::fontOf(style::Type::Small));
    painter.setPen(theme[style::Tone::Muted]);
    style::drawLine(painter, rect.adjusted(width, 0, 0, 0), Qt::AlignLeft, index.data(GroupNoteRole).toString());
}

} // namespace steward::accounts
