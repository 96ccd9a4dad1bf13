// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/lines_pane.h"
#include "ui/account/owner_box.h"
#include "ui/account/record_pane.h"
#include "ui/qbr/actions_pane.h"
#include "ui/qbr/after_pane.h"
#include "ui/qbr/editor_view.h"
#include "ui/qbr/review_pane.h"
#include "ui/qbr/reviews_model.h"
#include "ui/widgets/list_page.h"
#include "ui/widgets/plain_views.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace steward::reviews {

/// The view QBRs: who is due, how ready each review is, what is missing and where it is entered, decks one by one or
/// all at once. Layout and wiring; every decision is the presenter's.
class ReviewsPage final : public widgets::ListPage
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
    [[nodiscard]] account::LinesPane& batch() { return *m_batch; }
    [[nodiscard]] account::LinesPane& csms() { return *m_csms; }
    [[nodiscard]] ActionsPane& actions() { return *m_actions; }
    [[nodiscard]] AfterPane& after() { return *m_after; }
    [[nodiscard]] account::RecordPane& record() { return *m_record; }
    [[nodiscard]] EditorPresenter& editor() { return m_editor; }
    [[nodiscard]] EditorView& editorView() { return *m_editorView; }
    void openEditor();
    /// Opens the place where a gap is filled.
    void openGap(const QString& gap);
    /// Shows the deck of the account chosen over the whole screen.
    void present();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeHeader();
    void makeTable();
    void makeBody();
    void addCommands();
    void addEditorCommands();
    void inEditor(const std::function<void()>& run);
    void leaveEditor();
    void openTarget(const GapTarget& target);
    void connectEditor();
    void connectPanes();
    void showState();
    void showHeader();
    void fitColumns();
    void openPane(widgets::SidePane* pane);
    void leavePane();
    void showBatch();
    void showCsms();
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
    QComboBox* m_quarters = nullptr;
    account::OwnerBox* m_owners = nullptr;
    QPushButton* m_all = nullptr;
    widgets::PlainTable* m_table = nullptr;
    ReviewPane* m_review = nullptr;
    account::LinesPane* m_batch = nullptr;
    account::LinesPane* m_csms = nullptr;
    ActionsPane* m_actions = nullptr;
    AfterPane* m_after = nullptr;
    account::RecordPane* m_record = nullptr;
    EditorView* m_editorView = nullptr;
    QStackedWidget* m_content = nullptr; ///< the list, or the editor
    widgets::KeyHints* m_hints = nullptr;
    QString m_folder; ///< where decks were written last
    bool m_isShowing = false;
    bool m_isFitDue = false; ///< the rows changed while the page was hidden
};

} // namespace steward::reviews
