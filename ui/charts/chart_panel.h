// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/time_chart.h"

#include <QAbstractTableModel>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace steward::charts {

/// The points of a chart as rows: day, value, what happened. Newest first.
class SeriesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit SeriesModel(QLocale locale, QObject* parent = nullptr);
    void show(const TimeSeries& series);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QDate day;
        std::optional<double> value;
        QString what;
    };
    QLocale m_locale;
    QString m_name;
    int m_decimals = 0;
    std::vector<Row> m_rows;
};

/// Title, caption, the chart, and the same data as a table behind it.
class ChartPanel final : public QWidget
{
    Q_OBJECT
public:
    ChartPanel(const QString& name, QLocale locale, QWidget* parent = nullptr);
    void show(const QString& title, const QString& caption, const TimeSeries& series);
    void setTableShown(bool isShown);
    [[nodiscard]] bool isTableShown() const;
    [[nodiscard]] TimeChart& chart() { return *m_chart; }
    [[nodiscard]] QAbstractItemModel& table() { return m_model; }

private:
    SeriesModel m_model;
    QLabel* m_title;
    QLabel* m_caption;
    QPushButton* m_toggle;
    QStackedLayout* m_stack;
    TimeChart* m_chart;
    QTableView* m_table;
};

} // namespace steward::charts
