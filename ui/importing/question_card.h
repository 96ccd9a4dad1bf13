// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/import_presenter.h"

#include <QBoxLayout>
#include <QWidget>

namespace steward::importing {

/// What the chosen file does not say and nobody may guess, asked with examples out of the file.
class QuestionCard final : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionCard(ImportPresenter& presenter, QWidget* parent = nullptr);
    /// Asks what the chosen file asks now; hides itself where it asks nothing.
    void show();
    /// Where an answer is given first; nullptr: nothing is asked.
    [[nodiscard]] QWidget* firstAnswer() const { return m_first; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void clear();
    void add(const exchange::Ask& ask);
    void addTitle(const QString& title, const QString& text);
    void addChoice(const QString& text, const QString& example, const QString& name, bool isChosen,
                   std::function<void()> choose);
    void addLeaveOut();
    void askDateOrder(const exchange::Ask& ask);
    void askDecimal(const exchange::Ask& ask);
    void askKind();
    void askOtherKind(const exchange::Ask& ask);
    void askDay();
    void askColumn(const QString& title, const QString& text);

    ImportPresenter& m_presenter;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QWidget* m_first = nullptr;
};

} // namespace steward::importing
