// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/draft_table.h"

namespace steward::settings {

/// The stages of a journey that is being changed. What is typed leaves as changeRequested().
class StagesModel final : public DraftTable
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Days,
        Accounts,
        Count
    };
    struct Line
    {
        QString id;
        QString name;
        QString days; ///< "180"; empty: it has no end
        int accounts = 0;
        bool isChanged = false;
        friend bool operator==(const Line&, const Line&) = default;
    };
    using DraftTable::DraftTable;
    void set(std::vector<Line> lines, bool isEditable);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changeRequested(int row, int column, const QString& text);

private:
    std::vector<Line> m_lines;
};

} // namespace steward::settings
