// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/scorecard_draft.h"
#include "ui/settings/draft_table.h"

namespace steward::settings {

/// How many points a measure gives: the points of one of its curves, or one row for each of its states.
class PointsModel final : public DraftTable
{
    Q_OBJECT
public:
    enum Column
    {
        At,
        Points,
        Count
    };
    struct Line
    {
        QString state; ///< empty: a point of a curve
        content::Point now;
        content::Point before;
        friend bool operator==(const Line&, const Line&) = default;
    };
    using DraftTable::DraftTable;
    void set(std::vector<Line> lines, bool isEditable);
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    [[nodiscard]] bool isCurve() const { return !m_lines.empty() && m_lines.front().state.isEmpty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void pointRequested(int at, steward::content::Point point);
    void stateRequested(const QString& state, int points);

private:
    std::vector<Line> m_lines;
};

[[nodiscard]] std::vector<PointsModel::Line> pointLines(const query::ScorecardDraft& draft, const QString& measure,
                                                        const QString& curve);
/// "1.25", with a true minus.
[[nodiscard]] QString textOf(content::Fixed x);

} // namespace steward::settings
