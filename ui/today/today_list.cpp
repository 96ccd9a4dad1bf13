// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_list.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace steward::today {

TodayList::TodayList(TodayModel& model, QWidget* parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new TodayDelegate(this))
{
    setObjectName(QStringLiteral("today.list"));
    setAccessibleName(tr("Today"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (currentIndex().isValid()) {
            // Where more was asked for, the first of it takes the place.
            m_key = m_model.at(row()).kind == TodayModel::Kind::More ? QString() : m_model.keyAt(row());
            m_row = row();
        }
        m_scrolled = verticalScrollBar()->value();
        m_delegate->setCurrentRow(-1);
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &TodayList::restore);
}

void TodayList::restore()
{
    int wanted = m_model.rowOf(m_key);
    if (wanted < 0)
        wanted = std::clamp(m_row, 0, std::max(0, m_model.rowCount() - 1));
    const int last = m_model.rowCount() - 1;
    int next = wanted;
    while (next <= last && !m_model.isChoosable(next))
        ++next;
    while (next > last || (next > 0 && !m_model.isChoosable(next)))
        --next;
    if (next >= 0 && next <= last && m_model.isChoosable(next))
        choose(next);
    verticalScrollBar()->setValue(m_scrolled);
    scrollTo(currentIndex());
    Q_EMIT rowChanged();
}

void TodayList::choose(int row) { setCurrentIndex(m_model.index(row)); }

void TodayList::step(int direction)
{
    for (int next = row() + direction; next >= 0 && next < m_model.rowCount(); next += direction)
        if (m_model.isChoosable(next)) {
            choose(next);
            return;
        }
}

void TodayList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = event->key();
    if (isPlain && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        step(key == Qt::Key_Down ? 1 : -1);
        return;
    }
    if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        Q_EMIT opened();
        return;
    }
    if (isPlain && key == Qt::Key_Space) {
        Q_EMIT whyRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

void TodayList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && m_model.rowAt(index.row()) && m_model.at(index.row()).kind != TodayModel::Kind::Group)
        Q_EMIT opened();
}

void TodayList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        m_model.toggle(index.row());
}

void TodayList::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    hover(indexAt(event->position().toPoint()).row());
}

void TodayList::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    hover(-1);
}

void TodayList::hover(int row)
{
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void TodayList::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid())
        step(1);
    QListView::focusInEvent(event);
    viewport()->update();
}

void TodayList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    m_delegate->setCurrentRow(current.row());
    // One word is enough: the view asks every row how tall it is.
    Q_EMIT m_delegate->sizeHintChanged(current);
    QListView::currentChanged(current, previous);
    Q_EMIT rowChanged();
}

} // namespace steward::today
