// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace steward::widgets {

/// An action as a button beside others: its icon, its words and the key that does the same. Where only the icon has
/// room the tip names the key.
class KeyButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit KeyButton(QAction& action, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Empty: no key, or no room for words.
    [[nodiscard]] QString shownKey() const;
};

} // namespace steward::widgets
