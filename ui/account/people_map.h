// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/people_seen.h"

#include <QLocale>
#include <QWidget>
#include <array>

namespace steward::account {

/// A person as a map shows them.
struct MapPerson
{
    qint64 contact = 0;
    QString name;
    QString role;
    QString note;      ///< "left 4 Nov", "never met"
    int influence = 0; ///< 1 to 5; 0: unknown
    int view = 0;      ///< index into viewNames(); 0: unknown
    bool isPresent = true;
    bool isMet = true;
    qint64 reportsTo = 0;
    std::vector<QDate> seen;
    QDate from;
    QDate to; ///< left
};
/// "Unknown", "Opponent" ... as the columns of the map.
[[nodiscard]] QStringList viewNames();

/// Influence upward, their view of us to the right, what is unknown of somebody in a row and a column of its
/// own; whom nobody has placed at
/// all stands above it, by name. Who reports to whom as dotted lines. The arrow keys walk the people, Enter opens one.
class PeopleMap final : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleMap(QWidget* parent = nullptr);
    void show(std::vector<MapPerson> people);
    [[nodiscard]] qint64 chosen() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(qint64 contact);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool isAnyPlaceShared() const;
    struct Spot
    {
        QPointF at;
        double width; ///< for the words below
    };
    struct Arranged
    {
        QRectF area;                ///< of the grid
        std::array<double, 7> tops; ///< of its rows, and the end of the last
        int rows = 5;               ///< and one more where somebody's influence is unknown
        int firstColumn = 1;        ///< 0 where somebody's view is
        double columnWidth = 0;
        double waitingTop = 0;   ///< of those nobody has placed, above the grid
        double height = 0;       ///< at least
        std::vector<Spot> spots; ///< of each person
    };
    [[nodiscard]] Arranged arranged() const;
    [[nodiscard]] int personAt(QPointF point) const;
    void choose(int person);
    std::vector<MapPerson> m_people;
    int m_chosen = -1;
};

/// When each person was seen: a bar for the time there, a dot for each conversation, a cross where they left.
class SeenBars final : public QWidget
{
    Q_OBJECT
public:
    explicit SeenBars(QLocale locale, QWidget* parent = nullptr);
    void show(std::vector<MapPerson> people, QDate day);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLocale m_locale;
    std::vector<MapPerson> m_people;
    QDate m_day;
};

} // namespace steward::account
