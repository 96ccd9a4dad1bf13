// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/qbr/reviews_presenter.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractTableModel>

namespace steward::reviews {

/// The accounts whose review is due or held in the quarter, one a row.
class ReviewsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Csm,
        Arr,
        Meeting,
        LastHeld,
        Ready,
        Missing,
        Count
    };
    /// 0 to 100, of column Ready; none: held already.
    static constexpr int PercentRole = widgets::FirstFreeRole;

    explicit ReviewsModel(const ReviewsPresenter& presenter, QObject* parent = nullptr);
    /// What the presenter shows now.
    void refresh();
    [[nodiscard]] AccountId accountAt(int row) const;
    /// -1: not there.
    [[nodiscard]] int rowOf(AccountId account) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(const ReviewLine& line, int column) const;
    [[nodiscard]] QString recapText(const ReviewLine& line) const;
    [[nodiscard]] QVariant sortKey(const ReviewLine& line, int column) const;
    void applySort();

    const ReviewsPresenter& m_presenter;
    ShownReviews m_shown; ///< keeps the rows
    std::vector<const ReviewLine*> m_rows;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// "72 % ready", "held".
[[nodiscard]] QString readyText(const ReviewLine& line, const QLocale& locale);
[[nodiscard]] QString readyText(int percent, const QLocale& locale);

/// Paints the meter of column Ready.
class ReviewsDelegate final : public widgets::RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                      const style::Theme& theme) const override;
};

/// The meter of readiness: a bar in the accent, its rest on the track.
void paintMeter(QPainter& painter, const QRect& rect, int percent, const style::Theme& theme);

} // namespace steward::reviews
