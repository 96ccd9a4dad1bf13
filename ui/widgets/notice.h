// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace steward::widgets {

/// A line above a view that cannot be missed: something failed, or the window looks back.
class Notice final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind
    {
        Failure,
        Past
    };
    explicit Notice(Kind kind, QWidget* parent = nullptr);
    /// title says it, text says more; both plain text.
    void say(const QString& title, const QString& text);
    /// A button at the right, added once.
    QPushButton* addButton(const QString& text, const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyTones();
    Kind m_kind;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace steward::widgets
