// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasks_list.h"

#include "ui/style/steward_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/row_painter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace steward::tasks {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double rowTall = 29;
constexpr double edge = 16;
constexpr double boxWidth = 26;
constexpr double markWidth = 20;
constexpr double accountWidth = 210;
constexpr double originWidth = 136;
constexpr double dueWidth = 74;
constexpr double endWidth = 84;
constexpr double originFrom = 820; ///< narrower than that where it comes from stands in the pane alone

} // namespace

class TasksList::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(80), px(rowTall)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& model = static_cast<const TasksModel&>(*index.model());
        const bool isHead = !model.taskAt(index.row());
        painter->save();
        widgets::RowPainter row(*painter, option.palette);
        paintGround(row, option, isHead, index.row() == hovered);
        const QRect rect = option.rect.adjusted(px(edge), 0, -px(edge), -1);
        if (isHead)
            paintHead(row, rect, model, index.row());
        else
            paintTask(row, rect, model.textAt(index.row()));
        painter->restore();
        if (!isHead && (option.state & QStyle::State_HasFocus))
            style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), style::Theme::of(option.palette));
    }
    int hovered = -1;

private:
    static void paintGround(widgets::RowPainter& row, const QStyleOptionViewItem& option, bool isHead, bool isHovered)
    {
        const bool isSelected = !isHead && (option.state & QStyle::State_Selected);
        const bool isActive = (option.state & QStyle::State_Active) && option.widget && option.widget->hasFocus();
        const Tone ground = isSelected             ? (isActive ? Tone::Sel : Tone::SelInactive)
                            : isHovered && !isHead ? Tone::Hover
                                                   : Tone::Base;
        row.painter().fillRect(option.rect, row.theme()[ground]);
        row.painter().setPen(QPen(row.theme()[isHead ? Tone::Sep : Tone::Grid], 0));
        row.painter().drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    static void paintHead(widgets::RowPainter& row, const QRect& rect, const TasksModel& model, int at)
    {
        const bool isLate = model.partAt(at) == Part::Overdue;
        const QColor ink = isLate ? row.theme().band(style::Band::Red).text : row.theme()[Tone::Text];
        const int end = row.text(rect, titleOf(model.partAt(at)), Type::Strong, ink) + px(8);
        row.text(QRect(end, rect.top(), rect.right() - end, rect.height()), model.countAt(at), Type::Small,
                 row.theme()[Tone::Muted]);
    }
    static void paintBox(widgets::RowPainter& row, const QRect& rect, bool isDone)
    {
        const double side = px(15);
        const QRectF box(rect.left() + 0.5, rect.center().y() + 0.5 - side / 2, side, side);
        row.painter().setRenderHint(QPainter::Antialiasing);
        row.painter().setPen(QPen(row.theme()[isDone ? Tone::Accent : Tone::Ctl], 1));
        row.painter().setBrush(row.theme()[isDone ? Tone::Accent : Tone::Base]);
        row.painter().drawRoundedRect(box, 3, 3);
        row.painter().setRenderHint(QPainter::Antialiasing, false);
        if (isDone)
            row.icon(rect.left() + px(1.5), rect, QStringLiteral("check"), row.theme()[Tone::OnAccent], 12);
    }
    static void paintTask(widgets::RowPainter& row, QRect rect, const TaskText& text)
    {
        const QColor muted = row.theme()[Tone::Muted];
        const bool hasOrigin = rect.width() >= px(originFrom);
        paintBox(row, rect, text.isDone);
        if (text.isUrgent)
            row.icon(rect.left() + px(boxWidth), rect, QStringLiteral("circle-alert"),
                     row.theme().band(style::Band::Red).text, 14);
        int right = rect.right();
        const auto column = [&](double width) {
            right -= px(width);
            return QRect(right, rect.top(), px(width), rect.height());
        };
        const bool isLate = text.endShade == widgets::Shade::Late;
        row.number(column(endWidth), text.end, isLate ? Type::Strong : Type::Body,
                   widgets::inkOf(text.endShade, row.theme()));
        row.number(column(dueWidth), text.due, Type::Body, muted);
        if (hasOrigin) {
            const QRect origin = column(originWidth).adjusted(px(8), 0, -px(4), 0);
            if (!text.originIcon.isEmpty())
                row.icon(origin.left(), origin, text.originIcon, muted, 13);
            row.text(origin.adjusted(px(18), 0, 0, 0), text.origin, Type::Body, muted);
        }
        const QRect account = column(std::min(accountWidth, rect.width() / px(1) * 0.3)).adjusted(px(8), 0, 0, 0);
        const QRectF shape(account.left(), account.center().y() - px(6), px(13), px(13));
        widgets::paintBandShape(row.painter(), shape, text.band, row.theme());
        row.text(account.adjusted(px(19), 0, 0, 0), text.account, Type::Body, row.theme()[Tone::Text]);
        rect.setLeft(rect.left() + px(boxWidth + markWidth));
        rect.setRight(right);
        row.text(rect, text.title, text.isUrgent ? Type::Strong : Type::Body,
                 text.isDone ? muted : row.theme()[Tone::Text]);
    }
};

TasksList::TasksList(TasksModel& model, QWidget* parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new Delegate(this))
{
    setObjectName(QStringLiteral("tasks.list"));
    setAccessibleName(tr("Tasks"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TasksList::keep);
    connect(&model, &QAbstractItemModel::modelReset, this, &TasksList::restore);
}

void TasksList::keep()
{
    m_kept.clear();
    const auto keepRow = [&](int row) {
        if (const work::QueuedTask* task = m_model.taskAt(row))
            m_kept.emplace_back(task->task.id, m_model.partAt(row));
    };
    if (currentIndex().isValid()) {
        m_row = currentIndex().row();
        keepRow(m_row);
    }
    // Where all of them go, what came after takes the place of the first.
    for (const QModelIndex& index : selectionModel()->selectedRows())
        if (index != currentIndex()) {
            keepRow(index.row());
            m_row = std::min(m_row, index.row());
        }
    m_scrolled = verticalScrollBar()->value();
    m_anchor = -1;
}

void TasksList::restore()
{
    const int last = m_model.rowCount() - 1;
    if (last < 0 || m_row < 0)
        return;
    int row = m_kept.empty() ? -1 : m_model.rowOf(m_kept.front().first, m_kept.front().second);
    const bool isThere = row >= 0;
    if (!isThere)
        row = std::clamp(m_row, 0, last);
    while (row < last && !m_model.taskAt(row))
        ++row;
    while (row > 0 && !m_model.taskAt(row))
        --row;
    choose(row);
    for (std::size_t i = 1; isThere && i < m_kept.size(); ++i)
        if (const int other = m_model.rowOf(m_kept[i].first, m_kept[i].second); other >= 0)
            selectionModel()->select(m_model.index(other), QItemSelectionModel::Select);
    verticalScrollBar()->setValue(m_scrolled);
    scrollTo(currentIndex());
    Q_EMIT rowChanged();
}

void TasksList::choose(int row)
{
    setCurrentIndex(m_model.index(row));
    m_anchor = row;
}

void TasksList::step(int direction, bool isExtending)
{
    int next = currentIndex().row() + direction;
    while (next >= 0 && next < m_model.rowCount() && !m_model.taskAt(next))
        next += direction;
    if (next < 0 || next >= m_model.rowCount())
        return;
    if (!isExtending) {
        choose(next);
        return;
    }
    if (m_anchor < 0)
        m_anchor = currentIndex().row();
    const QItemSelection range(m_model.index(std::min(m_anchor, next)), m_model.index(std::max(m_anchor, next)));
    selectionModel()->select(range, QItemSelectionModel::ClearAndSelect);
    selectionModel()->setCurrentIndex(m_model.index(next), QItemSelectionModel::NoUpdate);
}

TasksPresenter::Chosen TasksList::chosen() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    if (rows.empty())
        rows.push_back(currentIndex().row());
    std::ranges::sort(rows);
    TasksPresenter::Chosen tasks;
    for (const int row : rows)
        if (const work::QueuedTask* task = m_model.taskAt(row))
            tasks.push_back(*task);
    return tasks;
}

void TasksList::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    const bool moves = key == Qt::Key_Up || key == Qt::Key_Down;
    if (moves && (held == Qt::NoModifier || held == Qt::ShiftModifier))
        step(key == Qt::Key_Down ? 1 : -1, held == Qt::ShiftModifier);
    else if (held == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter))
        Q_EMIT opened();
    else if (held == Qt::NoModifier && key == Qt::Key_Space)
        Q_EMIT contextRequested();
    else
        QListView::keyPressEvent(event);
}

void TasksList::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isOnBox = event->position().x() < px(edge + boxWidth) && index.isValid() && m_model.taskAt(index.row());
    if (isOnBox && event->button() == Qt::LeftButton) {
        if (!selectionModel()->isSelected(index))
            choose(index.row());
        Q_EMIT ticked();
        return;
    }
    QListView::mousePressEvent(event);
    m_anchor = currentIndex().row();
}

void TasksList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && m_model.taskAt(index.row()) && event->position().x() >= px(edge + boxWidth))
        Q_EMIT opened();
}

void TasksList::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    hover(indexAt(event->position().toPoint()).row());
}

void TasksList::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    hover(-1);
}

void TasksList::hover(int row)
{
    m_delegate->hovered = row;
    viewport()->update();
}

void TasksList::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid())
        step(1);
    QListView::focusInEvent(event);
    viewport()->update();
}

void TasksList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT rowChanged();
}

} // namespace steward::tasks
