// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/record_pane.h"
#include "ui/qbr/actions_pane.h"
#include "ui/qbr/after_pane.h"
#include "ui/qbr/editor_view.h"
#include "ui/qbr/review_pane.h"
#include "ui/qbr/reviews_model.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/plain_views.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/view.h"

#include <QStackedWidget>

class QComboBox;
class QPushButton;

namespace steward::reviews {

/// The view QBRs: who is due, how ready each review is, what is missing and where it is entered, decks one by one or
/// all at once. Layout and wiring; every decision is the presenter's.
class ReviewsPage final : public widgets::View
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    ReviewsPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] widgets::Place place() const override;
    [[nodiscard]] QByteArray state() const override;
    void restore(const QByteArray& state) override;
    [[nodiscard]] bool takesFiles(const QStringList& files) const override;
    void takeFiles(const QStringList& files) override;

    [[nodiscard]] ReviewsPresenter& presenter() { return m_presenter; }
    [[nodiscard]] ReviewsModel& model() { return m_model; }
    [[nodiscard]] widgets::PlainTable& table() { return *m_table; }
    [[nodiscard]] ReviewPane& review() { return *m_review; }
    [[nodiscard]] BatchPane& batch() { return *m_batch; }
    [[nodiscard]] ActionsPane& actions() { return *m_actions; }
    [[nodiscard]] AfterPane& after() { return *m_after; }
    [[nodiscard]] account::RecordPane& record() { return *m_record; }
    [[nodiscard]] EditorPresenter& editor() { return m_editor; }
    [[nodiscard]] EditorView& editorView() { return *m_editorView; }
    void openEditor();
    /// Opens the place where a gap is filled.
    void openGap(const QString& gap);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeBody();
    void addCommands();
    void addEditorCommands();
    void inEditor(const std::function<void()>& run);
    void leaveEditor();
    void openTarget(const GapTarget& target);
    void connectPanes();
    void show();
    void showHeader();
    void fitColumns();
    void showPane(QWidget* pane);
    void leavePane();
    void chooseRow();
    void writeOne();
    void writeAll();
    void openAfter();
    void writeRecap();
    void writeCheckIns();
    /// Asks where a file goes; empty: nowhere.
    [[nodiscard]] QString askPath(const QString& title, const QString& name, const QString& ending);
    void chooseTemplate();
    [[nodiscard]] QString startFolder() const;

    ReviewsPresenter m_presenter;
    account::AccountPresenter m_account; ///< of what is written beside the list
    ReviewsModel m_model;
    EditorPresenter m_editor;
    widgets::PageHeader* m_header = nullptr;
    QComboBox* m_quarters = nullptr;
    QComboBox* m_owners = nullptr;
    QPushButton* m_all = nullptr;
    widgets::PlainTable* m_table = nullptr;
    ReviewPane* m_review = nullptr;
    BatchPane* m_batch = nullptr;
    ActionsPane* m_actions = nullptr;
    AfterPane* m_after = nullptr;
    account::RecordPane* m_record = nullptr;
    EditorView* m_editorView = nullptr;
    QWidget* m_listHeader = nullptr;
    QStackedWidget* m_states = nullptr;
    widgets::StatePage* m_nothing = nullptr;
    QString m_folder; ///< where decks were written last
    bool m_isShowing = false;
};

} // namespace steward::reviews
