// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/signal_numbers.h"
#include "core/workspace/numbers.h"
#include "ui/settings/draft_table.h"

#include <QLocale>

namespace steward::settings {

/// From when on each signal comes, number by number. Signals that are often put aside as no concern stand first. What
/// is typed leaves as changeRequested().
class SignalsModel final : public DraftTable
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Meaning,
        Number,
        Shipped,
        Aside, ///< how often it was put aside as no concern
        Count
    };
    explicit SignalsModel(QLocale locale, QObject* parent = nullptr);
    void set(const Numbers& numbers, const std::map<QString, query::SignalCases>& cases, bool isEditable);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changeRequested(const steward::query::SignalNumber& number);
    void refused(const QString& why);

private:
    struct Line
    {
        QString key; ///< of the signal and its number
        query::SignalNumber number;
        QString name;
        QString rule;
        double shipped = 0;
        query::SignalCases cases;
    };
    QLocale m_locale;
    std::vector<Line> m_lines;
};

} // namespace steward::settings
