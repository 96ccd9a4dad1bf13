// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStandardItemModel>

namespace steward::shell {

/// The views of the window at its left: icon, name and how many things need you. Narrow, the names go.
class Rail final : public QListView
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    /// Returns its row.
    int addView(const QString& name, const QString& icon, const QString& tip);
    /// Marks the view in front; -1: none of them.
    void choose(int view);
    /// How many things in a view need somebody; 0: none.
    void setCount(int view, int count);
    /// As high as its views and no higher.
    void setFitted();
    void setWide(bool isWide);
    [[nodiscard]] bool isWide() const { return m_isWide; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int view);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int m_chosen = -1; ///< row of the view that is shown; -1: it stands elsewhere
    void applyWidth();
    QStandardItemModel m_model;
    bool m_isWide = true;
};

} // namespace steward::shell
