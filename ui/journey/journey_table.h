// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journey/journey_text.h"

#include <QAbstractTableModel>

namespace steward::journeys {

/// The board as a table, for many accounts, in the order of Shown::listed.
class JourneyTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Account,
        Stage,
        Days,
        Aim,
        Clock,
        Why,
        Offer,
        Arr,
        ColumnCount
    };
    explicit JourneyTable(QLocale locale, QObject* parent = nullptr);
    void show(const ShownBoard& shown);
    /// nullptr: no row.
    [[nodiscard]] const work::BoardCard* cardAt(int row) const;
    [[nodiscard]] const work::BoardLane& laneAt(int row) const;
    /// -1: not shown.
    [[nodiscard]] int rowOf(AccountId account) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const CardText& textAt(int row) const;
    [[nodiscard]] QVariant display(int row, Column column) const;
    QLocale m_locale;
    ShownBoard m_shown;
    mutable std::vector<std::unique_ptr<CardText>> m_texts; ///< by row; made when somebody looks
};

} // namespace steward::journeys
