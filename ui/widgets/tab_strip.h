// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace steward::widgets {

/// Tabs as words with a count; the active one strong over a line. A dot says that it was changed and not saved.
class TabStrip final : public QTabBar
{
    Q_OBJECT
public:
    explicit TabStrip(QWidget* parent = nullptr);
    /// An empty count shows none.
    void setCount(int tab, const QString& count);
    void setChanged(int tab, bool isChanged);
    /// QTabBar::setTabVisible() forgets a change when the next tab has none.
    void setShown(int tab, bool isShown);
    QSize sizeHint() const override;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;

private:
    struct Mark
    {
        QString count;
        bool isChanged = false;
    };
    [[nodiscard]] Mark mark(int tab) const;
    [[nodiscard]] int textWidth(int index) const;
    void keep(int tab, const Mark& mark);
    void measureAgain(int tab);
    [[nodiscard]] int textWidths() const;
    [[nodiscard]] int shownTabs() const;
    [[nodiscard]] int gap() const;
};

} // namespace steward::widgets
