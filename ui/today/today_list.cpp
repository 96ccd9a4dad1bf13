// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_list.h"

#include <QMouseEvent>

namespace steward::today {

TodayList::TodayList(TodayModel& model, QWidget* parent)
    : RowList(model, QStringLiteral("today.list"), tr("Today"), parent)
    , m_model(model)
    , m_delegate(new TodayDelegate(this))
{
    setItemDelegate(m_delegate);
}

/// Where more was asked for, the first of it takes the place.
QString TodayList::keyAt(int row) const
{
    return m_model.at(row).kind == TodayModel::Kind::More ? QString() : m_model.keyAt(row);
}

void TodayList::stepPart()
{
    const auto begins = [this](int row) {
        const TodayModel::Kind kind = m_model.at(row).kind;
        return kind == TodayModel::Kind::Head || kind == TodayModel::Kind::Wait;
    };
    const int count = m_model.rowCount();
    for (int passed = 1; passed <= count; ++passed) {
        const int at = (row() + passed) % count;
        const int wanted = begins(at) && !isChoosable(at) ? nextRow(at, 1) : at;
        if (begins(at) && wanted >= 0) {
            choose(wanted);
            return;
        }
    }
}

void TodayList::showBelow()
{
    constexpr int few = 4;
    executeDelayedItemsLayout();
    scrollTo(m_model.index(std::min(row() + few, m_model.rowCount() - 1), 0));
    scrollTo(currentIndex());
}

void TodayList::setReadOnly(const QString& why)
{
    m_delegate->setReadOnly(why);
    viewport()->update();
}

void TodayList::keep()
{
    RowList::keep();
    m_delegate->setCurrentRow(-1);
}

void TodayList::restore()
{
    m_delegate->fit(m_model);
    RowList::restore();
}

void TodayList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int row = indexAt(event->position().toPoint()).row();
    if (m_model.rowAt(row) && m_model.at(row).kind != TodayModel::Kind::Group)
        Q_EMIT opened();
}

/// A heading is nobody's row: the current one stays.
void TodayList::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || isChoosable(index.row()))
        RowList::mousePressEvent(event);
}

void TodayList::mouseReleaseEvent(QMouseEvent* event)
{
    RowList::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        m_model.toggle(index.row());
}

void TodayList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    m_delegate->setCurrentRow(current.row());
    // One word is enough: the view asks every row how tall it is.
    Q_EMIT m_delegate->sizeHintChanged(current);
    // Its keys and its why make it taller: the last row of the list would stand below the edge.
    executeDelayedItemsLayout();
    RowList::currentChanged(current, previous);
    scrollTo(current);
}

} // namespace steward::today
