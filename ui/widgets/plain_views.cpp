// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_views.h"

#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPushButton>

namespace steward::widgets {

using style::px;
using style::Tone;
using style::Type;

PlainTable::PlainTable(QAbstractItemModel& model, const QString& name, const QString& spoken, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(name);
    setAccessibleName(spoken);
    setModel(&model);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setEditTriggers(EditKeyPressed | DoubleClicked);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(style::rowHeight(style::Density::Normal));
    horizontalHeader()->setFixedHeight(px(28));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setFont(style::fontOf(Type::Small));
    horizontalHeader()->setMinimumSectionSize(px(40));
}

void PlainTable::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // An editor hands on the Enter that ends it.
    if (isEnter && state() != EditingState && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT enterPressed(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void setColumn(QTableView& table, int column, double least)
{
    table.setColumnWidth(column, std::max(style::px(least), table.horizontalHeader()->sectionSizeHint(column)));
}

QListView* plainList(QAbstractItemModel& model, const QString& name, const QString& spoken)
{
    auto* list = new QListView;
    list->setObjectName(name);
    list->setAccessibleName(spoken);
    list->setModel(&model);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

QPushButton* linkButton(const QString& text, const QString& name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setFlat(true);
    return button;
}

QPushButton* plainButton(const QString& text, const QString& name, bool isPrimary)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setDefault(isPrimary);
    return button;
}

Footer::Footer(QWidget* parent)
    : QWidget(parent)
{
    setMinimumHeight(px(52));
}

void Footer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(QPen(style::Theme::of(palette())[Tone::Sep], 0));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace steward::widgets
