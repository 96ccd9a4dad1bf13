// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/journey_table.h"

#include "ui/style/tip.h"

namespace steward::journeys {

using journey::ClockState;

JourneyTable::JourneyTable(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void JourneyTable::show(const ShownBoard& shown)
{
    beginResetModel();
    m_shown = shown;
    m_texts.clear();
    m_texts.resize(shown ? shown->listed.size() : 0);
    endResetModel();
}

const work::BoardCard* JourneyTable::cardAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return &laneAt(row).cards[m_shown->listed[std::size_t(row)].card];
}

const work::BoardLane& JourneyTable::laneAt(int row) const
{
    return m_shown->board.lanes[m_shown->listed[std::size_t(row)].lane];
}

int JourneyTable::rowOf(AccountId account) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (cardAt(row)->account == account)
            return row;
    return -1;
}

const CardText& JourneyTable::textAt(int row) const
{
    auto& text = m_texts[std::size_t(row)];
    if (!text)
        text = std::make_unique<CardText>(cardText(*cardAt(row), *m_shown, m_locale));
    return *text;
}

int JourneyTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
}

int JourneyTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant JourneyTable::display(int row, Column column) const
{
    const CardText& text = textAt(row);
    const work::BoardCard& card = *cardAt(row);
    switch (column) {
    case Account:
        return text.name;
    case Stage:
        return nameOf(laneAt(row), *m_shown, m_locale);
    case Days:
        return text.days;
    case Aim:
        return card.clock.target ? tr("%1 d").arg(m_locale.toString(*card.clock.target)) : QString();
    case Clock:
        return text.clock;
    case Why:
        return text.why;
    case Offer:
        return text.offer;
    case Arr:
        return text.arr;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JourneyTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    const bool isNumber = column == Days || column == Aim || column == Arr;
    const ClockState state = cardAt(index.row())->clock.state;
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), column);
    case Qt::ToolTipRole:
        return style::plainTip(display(index.row(), column).toString());
    case Qt::AccessibleTextRole:
        return column == Account ? spoken(textAt(index.row())) : display(index.row(), column);
    case widgets::NumericRole:
        return isNumber;
    case Qt::TextAlignmentRole:
        return int(isNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case widgets::ToneRole:
        if (column == Clock || column == Days)
            return int(state == ClockState::Stuck    ? widgets::Shade::Late
                       : state == ClockState::Behind ? widgets::Shade::Soon
                                                     : widgets::Shade::Plain);
        return int(column == Why || column == Aim ? widgets::Shade::Muted : widgets::Shade::Plain);
    default:
        return {};
    }
}

QVariant JourneyTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Days || section == Aim || section == Arr ? Qt::AlignRight | Qt::AlignVCenter
                                                                       : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Account:
        return tr("Account");
    case Stage:
        return tr("Stage");
    case Days:
        return tr("There for");
    case Aim:
        return tr("Aim");
    case Clock:
        return tr("Clock");
    case Why:
        return tr("Why");
    case Offer:
        return tr("Ready to move");
    case Arr:
        return tr("ARR");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace steward::journeys
