// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_list.h"

#include "ui/style/steward_style.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace steward::widgets {

RowList::RowList(QAbstractItemModel& model, const QString& name, const QString& spoken, QWidget* parent)
    : QListView(parent)
{
    setObjectName(name);
    setAccessibleName(spoken);
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { keep(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { restore(); });
}

QString RowList::keyAt(int) const { return {}; }

bool RowList::isChoosable(int row) const
{
    return row >= 0 && row < model()->rowCount() && (model()->index(row, 0).flags() & Qt::ItemIsSelectable);
}

int RowList::nextRow(int from, int direction) const
{
    for (int row = from + direction; row >= 0 && row < model()->rowCount(); row += direction)
        if (isChoosable(row))
            return row;
    return -1;
}

int RowList::rowOfKey(const QString& key) const
{
    for (int row = 0; !key.isEmpty() && row < model()->rowCount(); ++row)
        if (keyAt(row) == key)
            return row;
    return -1;
}

void RowList::keep()
{
    if (currentIndex().isValid()) {
        m_key = keyAt(row());
        m_keptRow = row();
    }
    m_scrolled = verticalScrollBar()->value();
}

/// An undo brings the row back that somebody stood on, unless they went on since.
int RowList::comeBack()
{
    if (m_gone.empty() || m_gone.back().instead != m_key)
        return -1;
    const int row = rowOfKey(m_gone.back().key);
    if (row >= 0)
        m_gone.pop_back();
    return row;
}

void RowList::restore()
{
    const int last = model()->rowCount() - 1;
    if (m_keptRow < 0 || last < 0)
        return;
    int wanted = comeBack();
    if (wanted < 0)
        wanted = rowOfKey(m_key);
    const bool isGone = wanted < 0 && !m_key.isEmpty();
    if (wanted < 0)
        wanted = std::min(m_keptRow, last);
    if (!isChoosable(wanted)) {
        const int below = nextRow(wanted, 1);
        wanted = below >= 0 ? below : nextRow(wanted, -1);
    }
    if (wanted >= 0)
        choose(wanted);
    constexpr std::size_t mostGone = 50;
    if (m_gone.size() == mostGone)
        m_gone.erase(m_gone.begin());
    if (wanted >= 0 && isGone)
        m_gone.push_back({m_key, keyAt(wanted)});
    verticalScrollBar()->setValue(m_scrolled);
    scrollTo(currentIndex());
    Q_EMIT rowChanged();
}

void RowList::choose(int row) { setCurrentIndex(model()->index(row, 0)); }

void RowList::step(int direction)
{
    if (const int next = nextRow(row(), direction); next >= 0)
        choose(next);
}

void RowList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = event->key();
    if (isPlain && (key == Qt::Key_Up || key == Qt::Key_Down))
        step(key == Qt::Key_Down ? 1 : -1);
    else if (isPlain && key == Qt::Key_Home && nextRow(-1, 1) >= 0)
        choose(nextRow(-1, 1)); // a heading is nobody's row
    else if (isPlain && key == Qt::Key_End && nextRow(model()->rowCount(), -1) >= 0)
        choose(nextRow(model()->rowCount(), -1));
    else if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter))
        Q_EMIT opened();
    else if (isPlain && key == Qt::Key_Space)
        Q_EMIT behindRequested();
    else if (!event->text().isEmpty() && event->text().front().isPrint())
        event->ignore(); // letters are commands of the view: one that is off does not look for a row instead
    else
        QListView::keyPressEvent(event);
}

void RowList::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (isChoosable(indexAt(event->position().toPoint()).row()))
        Q_EMIT opened();
}

void RowList::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    hover(indexAt(event->position().toPoint()).row());
}

void RowList::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    hover(-1);
}

void RowList::hover(int row)
{
    m_hovered = row;
    viewport()->update();
}

/// Where there is no row to be on, the focus is seen around the list.
void RowList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (!hasFocus() || (currentIndex().isValid() && (currentIndex().flags() & Qt::ItemIsSelectable)))
        return;
    QPainter painter(viewport());
    style::paintFocus(painter, viewport()->rect(), style::Theme::of(palette()));
}

void RowList::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid())
        step(1);
    QListView::focusInEvent(event);
    viewport()->update();
}

void RowList::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

void RowList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT rowChanged();
}

} // namespace steward::widgets
