// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasks_list.h"

#include "ui/style/steward_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/row_painter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
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
constexpr int measuredRows = 150; ///< enough to know how wide days are written
constexpr double endWidth = 84;
constexpr double originFrom = 820; ///< narrower than that where it comes from stands in the pane alone

} // namespace

class TasksList::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// Days are never cut, however long the language writes them.
    void fit(const TasksModel& model)
    {
        m_end = px(endWidth);
        m_due = px(dueWidth);
        const QFont strong = style::fontOf(Type::Strong);
        for (int row = 0; row < std::min(model.rowCount(), measuredRows); ++row) {
            if (!model.taskAt(row))
                continue;
            const TaskText& text = model.textAt(row);
            const auto width = [&](const QString& day) {
                return static_cast<int>(style::numberWidth(strong, day)) + px(10);
            };
            m_end = std::max(m_end, width(text.end));
            m_due = std::max(m_due, width(text.due));
        }
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(80), px(rowTall)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& model = static_cast<const TasksModel&>(*index.model());
        const bool isHead = !model.taskAt(index.row());
        painter->save();
        widgets::RowPainter row(*painter, option.palette);
        row.ground(option, index, isHead);
        const QRect rect = option.rect.adjusted(px(edge), 0, -px(edge), -1);
        if (isHead)
            paintHead(row, rect, model, index.row());
        else
            paintTask(row, rect, model.textAt(index.row()));
        painter->restore();
        if (!isHead && (option.state & QStyle::State_HasFocus))
            style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), style::Theme::of(option.palette));
    }

private:
    static void paintHead(widgets::RowPainter& row, const QRect& rect, const TasksModel& model, int at)
    {
        const bool isLate = model.partAt(at) == Part::Overdue;
        const QColor ink = isLate ? row.theme().band(style::Band::Red).text : row.theme()[Tone::Text];
        const int end = row.text(rect, titleOf(model.partAt(at)), Type::Strong, ink) + px(8);
        row.text(QRect(end, rect.top(), rect.right() - end, rect.height()), model.countAt(at), Type::Small,
                 row.theme()[Tone::Muted]);
    }
    void paintTask(widgets::RowPainter& row, QRect rect, const TaskText& text) const
    {
        const QColor muted = row.theme()[Tone::Muted];
        const bool hasOrigin = rect.width() >= px(originFrom);
        row.box(rect, text.isDone);
        if (text.isUrgent)
            row.icon(rect.left() + px(boxWidth), rect, QStringLiteral("circle-alert"),
                     row.theme().band(style::Band::Red).text, 14);
        int right = rect.right();
        const auto column = [&](int width) {
            right -= width;
            return QRect(right, rect.top(), width, rect.height());
        };
        const bool isLate = text.endShade == widgets::Shade::Late;
        row.number(column(m_end), text.end, isLate ? Type::Strong : Type::Body,
                   widgets::inkOf(text.endShade, row.theme()));
        row.number(column(m_due), text.due, Type::Body, muted);
        if (hasOrigin) {
            const QRect origin = column(px(originWidth)).adjusted(px(8), 0, -px(4), 0);
            if (!text.originIcon.isEmpty())
                row.icon(origin.left(), origin, text.originIcon, muted, 13);
            row.text(origin.adjusted(px(18), 0, 0, 0), text.origin, Type::Body, muted);
        }
        const QRect account = column(std::min(std::max(px(accountWidth), rect.width() / 5), rect.width() * 3 / 10))
                                  .adjusted(px(8), 0, 0, 0);
        const QRectF shape(account.left(), account.center().y() - px(6), px(13), px(13));
        widgets::paintBandShape(row.painter(), shape, text.band, row.theme());
        row.text(account.adjusted(px(19), 0, 0, 0), text.account, Type::Body, row.theme()[Tone::Text]);
        rect.setLeft(rect.left() + px(boxWidth + markWidth));
        rect.setRight(right);
        row.text(rect, text.title, text.isUrgent ? Type::Strong : Type::Body,
                 text.isDone ? muted : row.theme()[Tone::Text]);
    }

    int m_end = px(endWidth);
    int m_due = px(dueWidth);
};

TasksList::TasksList(TasksModel& model, QWidget* parent)
    : RowList(model, QStringLiteral("tasks.list"), tr("Tasks"), parent)
    , m_model(model)
    , m_delegate(new Delegate(this))
{
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setUniformItemSizes(true);
}

/// A task that moves to another part leaves its row behind.
QString TasksList::keyAt(int row) const
{
    const work::QueuedTask* task = m_model.taskAt(row);
    return task ? QStringLiteral("%1:%2").arg(int(m_model.partAt(row))).arg(task->task.id) : QString();
}

void TasksList::keep()
{
    RowList::keep();
    m_kept.clear();
    m_reach = -1;
    const QModelIndexList selected = selectionModel()->selectedRows();
    if (selected.size() < 2)
        return;
    // Where all of them go, what came after takes the place of the first.
    for (const QModelIndex& index : selected) {
        m_kept << keyAt(index.row());
        setKeptRow(std::min(keptRow(), index.row()));
    }
}

void TasksList::restore()
{
    m_delegate->fit(m_model);
    RowList::restore();
    for (const QString& key : m_kept)
        if (const int row = rowOfKey(key); row >= 0)
            selectionModel()->select(m_model.index(row), QItemSelectionModel::Select);
}

void TasksList::extend(int direction)
{
    const int next = nextRow(row(), direction);
    if (next < 0)
        return;
    if (row() != m_reach)
        m_anchor = row();
    m_reach = next;
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
        rows.push_back(row());
    std::ranges::sort(rows);
    TasksPresenter::Chosen tasks;
    for (const int each : rows)
        if (const work::QueuedTask* task = m_model.taskAt(each))
            tasks.push_back(*task);
    return tasks;
}

void TasksList::keyPressEvent(QKeyEvent* event)
{
    const bool isExtending = (event->modifiers() & ~Qt::KeypadModifier) == Qt::ShiftModifier;
    if (isExtending && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        extend(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    RowList::keyPressEvent(event);
}

void TasksList::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isOnBox = event->position().x() < px(edge + boxWidth) && isChoosable(index.row());
    m_reach = -1;
    if (isOnBox && event->button() == Qt::LeftButton) {
        if (!selectionModel()->isSelected(index))
            choose(index.row());
        Q_EMIT ticked();
        return;
    }
    RowList::mousePressEvent(event);
}

void TasksList::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->position().x() >= px(edge + boxWidth))
        RowList::mouseDoubleClickEvent(event);
}

} // namespace steward::tasks
