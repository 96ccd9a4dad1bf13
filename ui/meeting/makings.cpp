// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/makings.h"

#include "ui/style/steward_style.h"
#include "ui/style/tip.h"
#include "ui/widgets/row_painter.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace steward::meeting {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double rowTall = 29;
constexpr double edge = 16;
constexpr double boxWidth = 25;
constexpr double iconWidth = 24;
constexpr double titleWidth = 200;

} // namespace

void MakingsModel::show(std::vector<MakingText> texts, const std::set<work::Making>& without)
{
    beginResetModel();
    m_texts = std::move(texts);
    m_without = without;
    endResetModel();
}

int MakingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
}

QVariant MakingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MakingText& text = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text.title;
    case Qt::AccessibleTextRole:
        return QString(text.title + QStringLiteral(": ") + text.detail);
    case Qt::ToolTipRole:
        return style::plainTip(text.detail);
    case Qt::CheckStateRole:
        return canTick(index.row()) ? QVariant(isTicked(index.row()) ? Qt::Checked : Qt::Unchecked) : QVariant();
    default:
        return {};
    }
}

bool MakingsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || !canTick(index.row()))
        return false;
    Q_EMIT ticked(at(index.row()).making, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags MakingsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return canTick(index.row()) ? base | Qt::ItemIsUserCheckable : base;
}

class MakingsList::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(80), px(rowTall)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& model = static_cast<const MakingsModel&>(*index.model());
        const MakingText& text = model.at(index.row());
        const bool isTicked = model.isTicked(index.row());
        painter->save();
        widgets::RowPainter row(*painter, option.palette);
        row.ground(option, index, false);
        QRect rect = option.rect.adjusted(px(edge), 0, -px(edge), -1);
        if (model.canTick(index.row()))
            row.box(rect, isTicked);
        rect.setLeft(rect.left() + px(boxWidth));
        const QColor ink = row.theme()[isTicked ? Tone::Text : Tone::Muted];
        row.icon(rect.left(), rect, text.icon, row.theme()[Tone::Muted], 15);
        rect.setLeft(rect.left() + px(iconWidth));
        const int end = row.text(rect, text.title, Type::Strong, ink) + px(12);
        rect.setLeft(std::max(end, rect.left() + px(titleWidth)));
        row.text(rect, text.detail, Type::Body, ink);
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), style::Theme::of(option.palette));
    }
};

MakingsList::MakingsList(MakingsModel& model, QWidget* parent)
    : RowList(model, QStringLiteral("meeting.makings"), tr("What will be made"), parent)
    , m_model(model)
{
    setItemDelegate(new Delegate(this));
    setUniformItemSizes(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &RowList::behindRequested, this, [this] { toggle(row()); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
}

void MakingsList::toggle(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        m_model.setData(m_model.index(row), m_model.isTicked(row) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void MakingsList::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    RowList::mousePressEvent(event);
    if (index.isValid() && event->button() == Qt::LeftButton && event->position().x() < px(edge + boxWidth))
        toggle(index.row());
}

QSize MakingsList::sizeHint() const { return {px(300), std::max(1, m_model.rowCount()) * px(rowTall) + 1}; }
QSize MakingsList::minimumSizeHint() const { return {px(120), px(2 * rowTall)}; }

} // namespace steward::meeting
