// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <vector>

namespace steward::charts {

/// What added to and took from a quantity: bars from one axis, red to the left, green to the right, the signed number.
struct Move
{
    QString name;
    double value = 0;
    QString text; ///< the value as shown, with its sign
    QString note; ///< before and after
    QString spoken;
};

class MovesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void show(std::vector<Move> moves);
    [[nodiscard]] const std::vector<Move>& moves() const { return m_moves; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Move> m_moves;
};

/// As tall as its bars.
class MoveBars final : public QListView
{
    Q_OBJECT
public:
    explicit MoveBars(const QString& name, QWidget* parent = nullptr);
    void show(std::vector<Move> moves);
    [[nodiscard]] MovesModel& moves() { return *m_model; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    class Delegate;
    MovesModel* m_model;
};

} // namespace steward::charts
