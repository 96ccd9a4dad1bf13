// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journey/journey_text.h"
#include "ui/widgets/row_list.h"

#include <QAbstractListModel>

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
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    QLocale m_locale;
    ShownBoard m_shown;
    std::size_t m_lane = 0;
    mutable std::vector<std::unique_ptr<CardText>> m_texts;
};

/// One lane of cards. Left and right go to the lanes beside; a card is dragged to another lane.
class LaneList final : public widgets::RowList
{
    Q_OBJECT
public:
    /// cards: taken over.
    explicit LaneList(LaneModel* cards, QWidget* parent = nullptr);
    [[nodiscard]] LaneModel& cards() { return *m_model; }
    [[nodiscard]] const work::BoardCard* current() const { return m_model->cardAt(row()); }

Q_SIGNALS:
    void stepped(int direction);
    void cardDropped(steward::AccountId account);

protected:
    [[nodiscard]] QString keyAt(int row) const override;
    void restore() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    class Delegate;
    LaneModel* m_model;
};

} // namespace steward::journeys
