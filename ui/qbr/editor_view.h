// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/rows.h"
#include "ui/qbr/editor_presenter.h"
#include "ui/qbr/slide_view.h"
#include "ui/widgets/tone_label.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace steward::reviews {

/// The deck of one review: outline at the left, the slide as it will be, your facts at the right. Words are saved when
/// their field is left.
class EditorView final : public QWidget
{
    Q_OBJECT
public:
    explicit EditorView(EditorPresenter& presenter, QWidget* parent = nullptr);
    [[nodiscard]] account::LinesView& outline() { return *m_outline; }
    [[nodiscard]] account::LinesView& facts() { return *m_facts; }
    [[nodiscard]] account::LinesView& gaps() { return *m_gaps; }
    [[nodiscard]] SlideView& slide() { return *m_slide; }
    [[nodiscard]] QLineEdit& ownTitle() { return *m_title; }
    /// The facts, where nothing else stands at their place.
    void showFacts(bool isShown);
    void editTitle();
    void saveWords();

Q_SIGNALS:
    void closed();
    void planRequested();
    void baselineRequested();
    void actionsRequested();
    void gapOpened(const QString& gap);
    void writeRequested();
    void presentRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeOutline();
    [[nodiscard]] QLayout* makePlace();
    [[nodiscard]] QWidget* makeSlide();
    [[nodiscard]] QWidget* makeFacts();
    void refresh();
    void showOutline();
    void showFactLines();
    void showWords();
    void showChart();
    void showGaps();

    EditorPresenter& m_presenter;
    widgets::ToneLabel* m_name;
    widgets::ToneLabel* m_about;
    widgets::ToneLabel* m_minutes;
    account::LinesView* m_outline;
    QStringList m_ids; ///< of the outline, by row; empty: a head
    SlideView* m_slide;
    widgets::ToneLabel* m_place;
    widgets::ToneLabel* m_chartLabel;
    QComboBox* m_chart;
    QPushButton* m_hide;
    QLineEdit* m_title;
    QPlainTextEdit* m_text;
    widgets::ToneLabel* m_check;
    widgets::ToneLabel* m_notes;
    account::LinesView* m_gaps;
    QStringList m_gapIds; ///< by row; empty: the head
    QWidget* m_right = nullptr;
    account::LinesView* m_facts;
    widgets::ToneLabel* m_moved;
    QPushButton* m_refresh;
    bool m_isShowing = false;
    QString m_shownWords; ///< slide whose words are in the fields
};

} // namespace steward::reviews
