// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/move_bars.h"

#include "ui/style/steward_style.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <cmath>

namespace steward::charts {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double leastBar = 48;  ///< pixels at 96 dpi
constexpr double leastScale = 5; ///< a bar as long as there is room for is never less: 0.2 points look like little

} // namespace

void MovesModel::show(std::vector<Move> moves)
{
    beginResetModel();
    m_moves = std::move(moves);
    endResetModel();
}

int MovesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_moves.size());
}

QVariant MovesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Move& move = m_moves[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return move.name;
    return role == Qt::AccessibleTextRole ? QVariant(move.spoken)
           : role == Qt::ToolTipRole      ? QVariant(style::plainTip(move.spoken))
                                          : QVariant();
}

class MoveBars::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {px(200), std::max(px(20), QFontMetrics(style::fontOf(Type::Body)).height() + 3)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const style::Theme& theme = style::Theme::of(option.palette);
        const auto& moves = static_cast<const MovesModel*>(index.model())->moves();
        const Move& move = moves[std::size_t(index.row())];
        painter->save();
        painter->fillRect(option.rect, theme[Tone::Base]);
        const QRect rect = option.rect.adjusted(0, 0, -px(2), 0);
        const QFontMetrics small(style::fontOf(Type::Small));
        const QFontMetrics body(style::fontOf(Type::Body));
        int noteWidth = 0;
        int nameWidth = 0;
        double most = 0;
        bool falls = false;
        bool rises = false;
        for (const Move& each : moves) {
            noteWidth = std::max(noteWidth, small.horizontalAdvance(each.note));
            nameWidth = std::max(nameWidth, body.horizontalAdvance(each.name) + 2);
            most = std::max(most, std::abs(each.value));
            falls = falls || each.value < 0;
            rises = rises || each.value > 0;
        }
        const QRect note(rect.right() - noteWidth, rect.top(), noteWidth + 1, rect.height());
        const QRect number(note.left() - px(50), rect.top(), px(46), rect.height());
        // In a narrow pane the bar gives way, then the name, never under the number.
        const int named = std::clamp(number.left() - px(leastBar) - rect.left(), 0, nameWidth);
        const QRect name(rect.left(), rect.top(), named, rect.height());
        painter->setFont(style::fontOf(Type::Body));
        painter->setPen(theme[Tone::Text]);
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(move.name, Qt::ElideRight, name.width()));
        const double left = name.right() + px(6);
        const double room = std::max(1.0, number.left() - px(4) - left);
        const double axis = falls && rises ? left + room / 2 : falls ? left + room : left;
        const double scale = (falls && rises ? room / 2 : room) / std::max(most, leastScale);
        const double length = std::abs(move.value) * scale;
        const auto& tones = theme.band(move.value < 0 ? style::Band::Red : style::Band::Green);
        painter->fillRect(QRectF(move.value < 0 ? axis - length : axis, rect.center().y() - px(5), length, px(11)),
                          tones.solid);
        painter->setFont(style::fontOf(Type::Strong));
        painter->setPen(tones.text);
        style::drawNumber(*painter, number, Qt::AlignRight, move.text);
        painter->setFont(style::fontOf(Type::Small));
        painter->setPen(theme[Tone::Muted]);
        style::drawNumber(*painter, note, Qt::AlignLeft, move.note);
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            style::paintFocus(*painter, option.rect, theme);
    }
};

MoveBars::MoveBars(const QString& name, QWidget* parent)
    : QListView(parent)
    , m_model(new MovesModel(this))
{
    setObjectName(name);
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setResizeMode(Adjust);
}

void MoveBars::show(std::vector<Move> moves)
{
    m_model->show(std::move(moves));
    updateGeometry();
}

QSize MoveBars::sizeHint() const
{
    return {px(240), std::max(1, m_model->rowCount()) * std::max(sizeHintForRow(0), px(20))};
}

QSize MoveBars::minimumSizeHint() const { return {px(200), sizeHint().height()}; }

void MoveBars::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void MoveBars::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const QModelIndex index = indexAt(event->position().toPoint()); index.isValid())
        Q_EMIT opened(index.row());
}

void MoveBars::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0));
    QListView::focusInEvent(event);
}

} // namespace steward::charts
