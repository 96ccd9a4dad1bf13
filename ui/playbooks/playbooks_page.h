// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/choice_pane.h"
#include "ui/account/lines_pane.h"
#include "ui/playbooks/play_editor.h"
#include "ui/playbooks/play_view.h"
#include "ui/playbooks/playbooks_presenter.h"
#include "ui/widgets/list_page.h"

namespace steward::playbooks {

/// The plays: what each is for and how it goes, for whom it would start today, where it runs.
class PlaybooksPage final : public widgets::ListPage
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    PlaybooksPage(OpenBook& book, QLocale locale, QWidget* parent = nullptr);

    void come(const widgets::Place& place) override;
    [[nodiscard]] QByteArray state() const override;
    void restore(const QByteArray& state) override;
    [[nodiscard]] PlaybooksPresenter& presenter() { return m_presenter; }
    [[nodiscard]] account::LinesView& plays() { return *m_plays; }
    [[nodiscard]] PlayView& play() { return *m_play; }
    [[nodiscard]] account::LinesPane& accounts() { return *m_accounts; }
    [[nodiscard]] account::ChoicePane& choice() { return *m_choice; }
    [[nodiscard]] PlayEditor& editor() { return *m_editor; }
    /// The play that is read; nullptr: none yet.
    [[nodiscard]] const PlayState* current() const;
    void choose(const QString& play);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeBody();
    void connectParts();
    void addCommands();
    void showState();
    void showPlay();
    void step(int direction);
    void askStart();
    void start(const QString& id, const QString& word);
    void change();
    void begin(const QString& like);
    void openEditor(query::PlayDraft draft, int running, int step);
    void retire();
    void askMove();
    void move(const QString& id);
    void leaveChoice();
    void copy(const QString& text);

    PlaybooksPresenter m_presenter;
    account::LinesView* m_plays = nullptr;
    PlayView* m_play = nullptr;
    account::LinesPane* m_accounts = nullptr;
    account::ChoicePane* m_choice = nullptr;
    PlayEditor* m_editor = nullptr;
    QString m_wanted;                 ///< the play to be chosen when they are there
    bool m_isMoving = false;          ///< the question is which run moves, not whom it starts for
    AccountId m_warned;               ///< of whom it was said that this is not the time
    std::vector<AccountId> m_offered; ///< for whom the question offers to start
};

} // namespace steward::playbooks
