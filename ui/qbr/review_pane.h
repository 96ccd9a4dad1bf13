// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/qbr/after_meeting.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

class QComboBox;
class QPushButton;

namespace steward::reviews {

/// How ready a review is, as a bar. Its accessible name says it in words.
class Meter final : public QWidget
{
    Q_OBJECT
public:
    explicit Meter(QWidget* parent = nullptr);
    void setPercent(int percent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_percent = 0;
};

/// How decks are written: for whom, as what, in whose look. The same choice beside the list and in the editor.
class ExportFields final : public QWidget
{
    Q_OBJECT
public:
    explicit ExportFields(ReviewsPresenter& presenter, QWidget* parent = nullptr);
    void refresh();

Q_SIGNALS:
    void templateRequested();

private:
    ReviewsPresenter& m_presenter;
    QComboBox* m_copy;
    QComboBox* m_form;
    QComboBox* m_look;
};

/// Beside the list: how ready the review of an account is, what is missing and where it is entered, and its deck.
class ReviewPane final : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit ReviewPane(ReviewsPresenter& presenter, QWidget* parent = nullptr);
    [[nodiscard]] account::LinesView& gaps() { return *m_gaps; }
    [[nodiscard]] QPushButton& write() { return *m_write; }
    void refresh();

Q_SIGNALS:
    void gapOpened(const QString& gap);
    void afterRequested();
    void writeRequested();
    void editRequested();
    void templateRequested();
    void accountRequested();
    void closed();

protected:
    [[nodiscard]] bool keepsLetters() const override { return false; }
    void keyPressEvent(QKeyEvent* event) override;

private:
    void openGap(int row);
    [[nodiscard]] std::vector<account::Line> stepsAfter(const AfterMeeting& after, const qbr::Recap& recap);

    ReviewsPresenter& m_presenter;
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_about;
    widgets::ToneLabel* m_ready;
    widgets::ToneLabel* m_summary;
    Meter* m_meter;
    account::LinesView* m_gaps;
    QStringList m_ids; ///< of the gaps, by row
    ExportFields* m_export;
    QPushButton* m_write;
};

} // namespace steward::reviews
