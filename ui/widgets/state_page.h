// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace steward::widgets {

/// What stands in place of a view that has nothing to show: what is missing, what would be here, and how to get it.
class StatePage final : public QWidget
{
    Q_OBJECT
public:
    explicit StatePage(const QString& iconName, QWidget* parent = nullptr);
    void say(const QString& title, const QString& text);
    void setIcon(const QString& iconName);
    QPushButton* addButton(const QString& text, const QString& name, bool isPrimary = false);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTones();
    void fit();
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    class QHBoxLayout* m_buttons;
};

} // namespace steward::widgets
