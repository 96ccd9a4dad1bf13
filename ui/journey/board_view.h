// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journey/lane_list.h"

#include <QScrollArea>

class QHBoxLayout;

namespace steward::journeys {

/// The head of a lane: name, how many, how much; how long they stay against the aim; who is stuck, behind, or ready.
class LaneHead final : public QWidget
{
    Q_OBJECT
public:
    explicit LaneHead(QWidget* parent = nullptr);
    /// isTall: with a line more, for lanes that say where accounts stand still and where they get stuck.
    void show(const LaneText& text, bool isTall);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int tall() const;
    LaneText m_text;
    bool m_isTall = false;
};

/// The stages side by side, each with its accounts as cards.
class BoardView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit BoardView(QLocale locale, QWidget* parent = nullptr);
    /// lanes: of the board, in the order shown.
    void show(const ShownBoard& shown, const std::vector<std::size_t>& lanes);
    /// The lane somebody works in: the one with the focus, else the one that had it last; nullptr: there is none.
    [[nodiscard]] LaneList* current() const;
    [[nodiscard]] const std::vector<LaneList*>& lists() const { return m_lists; }
    /// To the next lane with a card, left or right.
    void stepLane(int direction);

Q_SIGNALS:
    void opened();
    void behindRequested();
    void chosen();
    /// A card was dragged to a stage.
    void dropped(steward::AccountId account, const QString& stage);

private:
    struct Lane
    {
        QWidget* column;
        LaneHead* head;
        LaneList* list;
    };
    void addLane();
    QLocale m_locale;
    QWidget* m_body;
    QHBoxLayout* m_row;
    std::vector<Lane> m_columns;
    std::vector<LaneList*> m_lists; ///< those shown
    LaneList* m_last = nullptr;
};

} // namespace steward::journeys
