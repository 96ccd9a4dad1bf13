// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journey/journey_text.h"

#include <QAbstractListModel>
#include <QListView>

namespace steward::journeys {

/// The accounts of one stage. Texts are made when a card is looked at.
class LaneModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit LaneModel(QLocale locale, QObject* parent = nullptr);
    /// lane: of the board; shown may be null.
    void show(const ShownBoard& shown, std::size_t lane);
    [[nodiscard]] const work::BoardLane& lane() const { return m_shown->board.lanes[m_lane]; }
    /// nullptr: no row.
    [[nodiscard]] const work::BoardCard* cardAt(int row) const;
    [[nodiscard]] const CardText& textAt(int row) const;
    /// -1: not in the lane.
    [[nodiscard]] int rowOf(AccountId account) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QLocale m_locale;
    ShownBoard m_shown;
    std::size_t m_lane = 0;
    mutable std::vector<std::unique_ptr<CardText>> m_texts;
};

/// One lane of cards. Left and right go to the lanes beside, Enter opens, Space asks what is behind a card; where the
/// current one went, the next takes its place.
class LaneList final : public QListView
{
    Q_OBJECT
public:
    explicit LaneList(const QLocale& locale, QWidget* parent = nullptr);
    [[nodiscard]] LaneModel& cards() { return m_model; }
    [[nodiscard]] const work::BoardCard* current() const { return m_model.cardAt(currentIndex().row()); }
    void step(int direction);
    void choose(int row);

Q_SIGNALS:
    void opened();
    void behindRequested();
    void stepped(int direction);
    void chosen();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    class Delegate;
    void hover(int row);
    LaneModel m_model;
    Delegate* m_delegate;
    AccountId m_kept; ///< the current one before a reset
    int m_row = -1;
};

} // namespace steward::journeys
