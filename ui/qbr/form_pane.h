// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

class QFormLayout;
class QLineEdit;
class QVBoxLayout;

namespace steward::reviews {

/// Beside the reviews: something to fill in under a title. Ctrl+Enter saves, Enter presses the button that has the
/// focus, Esc closes.
class FormPane : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit FormPane(const QString& name, QWidget* parent = nullptr);

Q_SIGNALS:
    void closed();

protected:
    void setTitle(const QString& title);
    /// Below the title.
    [[nodiscard]] QVBoxLayout& column() { return *m_column; }
    /// A field with its name; letters typed there are no commands of the view.
    void addField(QWidget* field, const char* name, const QString& label, QFormLayout* form = nullptr);
    /// The place of the sentence that says what is wrong.
    [[nodiscard]] widgets::ToneLabel* faultLabel() { return m_fault; }
    void tellFault(QLineEdit* field, const QString& sentence);
    void clearFault();
    virtual void save() = 0;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_fault;
    QVBoxLayout* m_column;
    QLineEdit* m_faulty = nullptr;
};

/// A key that writes something: it belongs to the field it is pressed in.
[[nodiscard]] bool isTyped(const QKeyEvent& key);

} // namespace steward::reviews
