// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/choice_pane.h"
#include "ui/account/lines_pane.h"
#include "ui/account/record_pane.h"
#include "ui/journey/board_view.h"
#include "ui/journey/flow_view.h"
#include "ui/journey/journey_presenter.h"
#include "ui/journey/journey_table.h"
#include "ui/journey/line_view.h"
#include "ui/widgets/list_page.h"
#include "ui/widgets/plain_views.h"
#include "ui/widgets/tab_strip.h"

#include <QStackedWidget>

namespace steward::journeys {

/// Where every account stands on its way, as a board or as a list; moves are offered and made from here. How they went
/// between the stages, as a map; one account along its time, as a line.
class JourneyPage final : public widgets::ListPage
{
    Q_OBJECT
public:
    enum class Form
    {
        Board,
        List,
        Map,
        Line
    };
    [[nodiscard]] static Face ownFace();
    JourneyPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] QByteArray state() const override;
    void restore(const QByteArray& state) override;
    [[nodiscard]] JourneyPresenter& presenter() { return m_presenter; }
    [[nodiscard]] BoardView& board() { return *m_board; }
    [[nodiscard]] JourneyTable& table() { return m_table; }
    [[nodiscard]] QTableView& list() { return *m_list; }
    [[nodiscard]] FlowView& map() { return *m_map; }
    [[nodiscard]] LineView& line() { return *m_line; }
    [[nodiscard]] account::LinesPane& behind() { return *m_behind; }
    [[nodiscard]] account::ChoicePane& choice() { return *m_choice; }
    [[nodiscard]] account::RecordPane& record() { return *m_record; }
    [[nodiscard]] Form form() const { return m_form; }
    /// The card somebody stands on; nullptr: none. The map has none.
    [[nodiscard]] const work::BoardCard* card() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeBody();
    void makeList();
    void connectMap();
    void openRecord(const RecordRef& record);
    void openAccount();
    void showLine();
    void showText(const std::optional<BehindText>& text);
    void toggleList();
    [[nodiscard]] QWidget* wanted() const;
    void connectPanes();
    void addCommands();
    void showState();
    void showForm(Form form);
    void showBehind();
    void leavePane();
    void toggleBehind();
    void step(int direction);
    /// to: the stage that is offered first; empty: the next one.
    void askMove(AccountId account, const QString& to);
    void askFriction();
    void accept();
    void focusContent();
    [[nodiscard]] const work::BoardLane* lane() const;

    JourneyPresenter m_presenter;
    account::AccountPresenter m_account; ///< of a record that is read
    JourneyTable m_table;
    widgets::TabStrip* m_tabs = nullptr;
    QPushButton* m_edit = nullptr; ///< to the stages
    BoardView* m_board = nullptr;
    widgets::PlainTable* m_list = nullptr;
    FlowView* m_map = nullptr;
    LineView* m_line = nullptr;
    widgets::KeyHints* m_hints = nullptr;
    account::LinesPane* m_behind = nullptr;
    account::ChoicePane* m_choice = nullptr;
    account::RecordPane* m_record = nullptr;
    QStackedWidget* m_forms = nullptr;
    work::BoardCard m_asked; ///< what the question is about
    AccountId m_listed;      ///< current one of the list before it is made anew
    AccountId m_onLine;      ///< the one along its time
    Form m_form = Form::Board;
    QStringList m_frictions; ///< asked about; empty: the question is another
    bool m_isBehindShown = false;
};

} // namespace steward::journeys
