// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accounts_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/first_run.h"
#include "ui/shell/history_panel.h"
#include "ui/shell/letter_drop.h"
#include "ui/shell/look_back_menu.h"
#include "ui/shell/machine_settings.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/views.h"
#include "ui/shell/visits.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/toast.h"

#include <QMainWindow>
#include <QMenu>
#include <QPointer>
#include <QTimer>
#include <array>

namespace steward::shell {

/// Where the window makes books.
struct Folders
{
    QString sample; ///< the sample book
    QString books;  ///< a book made for files that were dropped
};

/// The window: composes the views and hands what somebody asks for to the book. Holds no numbers of its own.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// store: where this machine remembers the window.
    MainWindow(OpenBook& book, QSettings& store, Folders folders, QLocale locale);

    [[nodiscard]] const Actions& actions() const { return m_actions; }
    [[nodiscard]] accounts::AccountsPage& accounts();
    /// Made now, if it was not needed before. Null where the window has none of that name.
    [[nodiscard]] widgets::View* view(const QString& name);
    /// All of them, in the order of the rail.
    [[nodiscard]] std::vector<widgets::View*> views();
    [[nodiscard]] widgets::View* front() const { return m_front; }
    /// Brings a place to the front; back and forward find it again. While the window has no page of accounts, the
    /// account is shown among the accounts.
    void goTo(const Place& place);
    /// What was dropped on the window: a book is opened, messages and meetings are logged, anything else goes to the
    /// view that takes it, into a new book where none is open. False: nobody takes it.
    bool take(const QStringList& files);
    [[nodiscard]] CommandPalette& palette() { return *m_palette; }
    /// Opens a book, or what was open when the window was last closed.
    void start(const QString& path);
    void openBook(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool saysWhyNot(QObject* watched, const QKeyEvent& event);
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildRail();
    struct ViewPlace;
    void addToRail(ViewPlace& place);
    widgets::View& made(ViewPlace& place);
    void makeNext();
    [[nodiscard]] std::vector<widgets::View*> viewsMade() const;
    void buildMenus();
    void fillMenus();
    void connectView(widgets::View& view);
    void connectBook();
    void connectActions();
    void connectChoices();
    void offerLanguages();
    void showBookState();
    void showNotices();
    void showDay();
    void showEdits();
    void showFailure(const Error& error);
    void say(const QString& text);
    void openSample();
    void askForBook();
    void askForNewBook();
    void askForLetters();
    void takeLetters(const QStringList& files);
    void pasteLetter();
    [[nodiscard]] AccountId accountInFront() const;
    void warn(const QString& title, const QString& text);
    void makeBookFor(const QString& view, const QStringList& files);
    void enableActions();
    void fillRecent(QMenu& menu);
    void toggleHistory();
    void chooseDay();
    void visit();
    void go(const std::optional<Place>& place);
    void leaveFront();
    void bring(const Place& place);
    void rememberWindow();
    void restoreWindow();
    void applyRail();
    void setAppearance(style::Appearance appearance);
    void comeToFront();

    OpenBook& m_book;
    QSettings& m_store;
    Folders m_folders;
    QLocale m_locale;
    MachineSettings m_settings;
    Actions m_actions;
    Visits m_visits;
    struct ViewPlace
    {
        ViewMaker maker;
        widgets::View* view = nullptr; ///< null: not needed yet
        QAction* go = nullptr;         ///< of one on the rail, as the next two
        Rail* rail = nullptr;
        int row = 0;
    };
    std::vector<QAction*> m_languages;
    std::vector<ViewPlace> m_places;
    QTimer m_idle; ///< when it ends, the next view is made
    widgets::View* m_front = nullptr;
    struct MenuPlace
    {
        QMenu* menu = nullptr;
        QAction* before = nullptr; ///< where what a view can do goes in; null: at the end
    };
    std::array<MenuPlace, 5> m_menus;
    QString m_waitingView;      ///< to be brought to the front once the book is open
    QStringList m_waitingFiles; ///< for it
    TopBar* m_bar = nullptr;
    widgets::Notice* m_past = nullptr;
    widgets::Notice* m_failure = nullptr;
    QWidget* m_railColumn = nullptr;
    Rail* m_rail = nullptr;
    Rail* m_railEnd = nullptr;
    QStackedWidget* m_views = nullptr;
    FirstRun* m_firstRun = nullptr;
    widgets::StatePage* m_opening = nullptr;
    widgets::StatePage* m_broken = nullptr;
    HistoryPanel* m_history = nullptr;
    QPointer<QWidget> m_beforeHistory; ///< had the focus when the history was opened
    StatusLine* m_status = nullptr;
    widgets::Toast* m_toast = nullptr;
    CommandPalette* m_palette = nullptr;
    LookBackMenu* m_lookBack = nullptr;
    LetterDrop* m_letters = nullptr;
    QPushButton* m_otherMode = nullptr;
    bool m_isRestoring = true;
};

} // namespace steward::shell
