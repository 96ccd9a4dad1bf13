// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accounts_presenter.h"
#include "ui/accounts/accounts_table.h"
#include "ui/accounts/filter_completer.h"
#include "ui/accounts/preview_pane.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/state_page.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/view.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace steward::accounts {

/// The view of accounts: layout and wiring only; every decision is the presenter's.
class AccountsPage final : public widgets::View
{
    Q_OBJECT
public:
    [[nodiscard]] static Face ownFace();
    explicit AccountsPage(AccountsPresenter& presenter, QWidget* parent = nullptr);

    [[nodiscard]] AccountsTable& table() { return *m_table; }
    [[nodiscard]] AccountsPresenter& presenter() { return m_presenter; }
    void focusFilter();
    /// Makes the account current, with the preview; the filter goes where it hides it.
    void showAccount(AccountId account);
    void setPreviewShown(bool isShown);
    /// Whether the empty book leads to the import.
    void offerImport(bool isOffered) { m_import->setVisible(isOffered); }
    [[nodiscard]] bool isPreviewShown() const { return !m_preview->isHidden(); }

    /// record: an account; part: the position of a saved view.
    void come(const widgets::Place& place) override;
    [[nodiscard]] widgets::Place place() const override;
    /// Columns, saved views, preview and the account that was current.
    [[nodiscard]] QByteArray state() const override;
    void restore(const QByteArray& state) override;
    void setDensity(style::Density density) override { m_table->setDensity(density); }

    void copy();
    void paste();
    void fillDown();
    void selectAll() { m_table->selectAll(); }
    void exportSeen();
    void saveViewAs();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeTabs();
    [[nodiscard]] QWidget* makeFilterBar();
    [[nodiscard]] QWidget* makeBody();
    void addCommands();
    void addWriting(const QString& record, const QString& text, const QString& tip, const QString& icon,
                    const QKeySequence& keys);
    void takeNumbers();
    void fillGroupMenu(QMenu& menu);
    void fillColumnMenu(QMenu& menu);
    static QMenu& addOwnMenu(QMenu& menu, QMenu* own);
    void showMenu(QPoint at);
    void showViews();
    void showFilter();
    void showFault();
    void showState();
    void showPreview();
    /// adds: after what the order is by already. By the first again turns it round.
    void sortBy(int column, bool adds);

    AccountsPresenter& m_presenter;
    widgets::TabStrip* m_tabs = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_revert = nullptr;
    widgets::FilterEdit* m_filter = nullptr;
    FilterCompleter* m_completer = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_sum = nullptr;
    QLabel* m_fault = nullptr;
    QLabel* m_orderNote = nullptr;
    QStackedWidget* m_states = nullptr;
    QSplitter* m_split = nullptr;
    AccountsTable* m_table = nullptr;
    PreviewPane* m_preview = nullptr;
    widgets::StatePage* m_empty = nullptr;
    QPushButton* m_import = nullptr;
    widgets::StatePage* m_noMatch = nullptr;
    widgets::KeyHints* m_hints = nullptr;
    QToolButton* m_group = nullptr;
    QToolButton* m_columns = nullptr;
    QToolButton* m_previewButton = nullptr;
    QTimer m_rested;          ///< since the last letter typed in the filter
    QTimer m_faultDue;        ///< a fault of the filter is told when nobody types
    AccountId m_wanted;       ///< to be current once the accounts are there
    bool m_isOnFirst = false; ///< nobody has chosen a row: whatever comes first is the current one
    bool m_wantsPreview = true;
};

} // namespace steward::accounts
