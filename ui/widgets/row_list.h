// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <vector>

namespace steward::widgets {

/// A list that is worked from the keyboard: the arrow keys pass over rows that cannot be chosen, Enter and a double
/// click open, Space asks for what is behind a row. Where rows have keys, the current one stays current when the model
/// is made anew; where it went its place is taken by the next until it is back.
class RowList : public QListView
{
    Q_OBJECT
public:
    /// name: objectName; spoken: what the rows are. The model outlives it.
    RowList(QAbstractItemModel& model, const QString& name, const QString& spoken, QWidget* parent = nullptr);
    /// One row down or up.
    void step(int direction);
    void choose(int row);
    [[nodiscard]] int row() const { return currentIndex().row(); }
    /// Under the pointer; -1: none.
    [[nodiscard]] int hovered() const { return m_hovered; }

Q_SIGNALS:
    void opened();
    void behindRequested();
    void rowChanged();

protected:
    /// Stays with a row when others come and go; empty: nothing stays.
    [[nodiscard]] virtual QString keyAt(int row) const;
    /// Before the model is made anew, and after.
    virtual void keep();
    virtual void restore();
    [[nodiscard]] bool isChoosable(int row) const;
    /// The next one in the direction that can be chosen; -1: none.
    [[nodiscard]] int nextRow(int from, int direction) const;
    [[nodiscard]] int rowOfKey(const QString& key) const;
    /// Where the current one is looked for after its row is gone.
    void setKeptRow(int row) { m_keptRow = row; }
    [[nodiscard]] int keptRow() const { return m_keptRow; }

    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void hover(int row);
    /// A row that went while it was the current one, and the row that took its place.
    struct Gone
    {
        QString key;
        QString instead;
    };
    /// -1: nobody waits for a row that is back.
    [[nodiscard]] int comeBack();
    QString m_key;
    std::vector<Gone> m_gone; ///< the newest last
    int m_keptRow = -1;
    int m_scrolled = 0;
    int m_hovered = -1;
};

} // namespace steward::widgets
