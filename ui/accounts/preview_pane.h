// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/columns.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace steward::accounts {

/// One account beside the table: its score and why, what it is worth, when it renews, who is there and what is open.
class PreviewPane final : public QScrollArea
{
    Q_OBJECT
public:
    explicit PreviewPane(QLocale locale, QWidget* parent = nullptr);
    /// No account shows what to do to see one.
    void show(const Numbers& numbers, const query::AccountLine* line);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void openRequested(steward::AccountId account);
    void closeRequested();

private:
    void addNote(QVBoxLayout* layout, const QString& text);
    void addHead(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers);
    void addScore(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers);
    void addReasons(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers);
    void addKeyFacts(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers);
    void addSection(QVBoxLayout* layout, const QString& title, const QString& note);
    void addRow(QVBoxLayout* layout, const QString& text, const QString& note, bool isLate = false);
    void addTasks(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers);
    void addPeople(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers);
    void addConversations(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers);

    QLocale m_locale;
    QPushButton* m_open; ///< below what scrolls
    AccountId m_shownAccount;
    std::weak_ptr<const BookNumbers> m_shownNumbers; ///< weak: what is old is freed away from the window
};

} // namespace steward::accounts
