// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/language.h"
#include "ui/style/tip.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>

/// What the actions of the window do.
namespace steward::shell {

void MainWindow::buildMenus()
{
    const std::pair<MenuId, QString> titles[] = {{MenuId::File, tr("&File")},
                                                 {MenuId::Edit, tr("&Edit")},
                                                 {MenuId::View, tr("&View")},
                                                 {MenuId::Go, tr("&Go")},
                                                 {MenuId::Own, QString()}};
    for (const auto& [id, title] : titles) {
        QMenu* menu = menuBar()->addMenu(title);
        MenuPlace& place = m_menus[static_cast<std::size_t>(id)];
        place.menu = menu;
        for (const ActionSpec& spec : actionSpecs()) {
            if (spec.menu != id)
                continue;
            if (spec.startsGroup && !menu->isEmpty()) {
                QAction* separator = menu->addSeparator();
                if (!place.before)
                    place.before = separator;
            }
            menu->addAction(&m_actions[spec.id]);
            if (spec.id == ActionId::OpenBook) {
                QMenu* recent = menu->addMenu(tr("Open &recent"));
                connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
            }
        }
    }
    QMenu* language = m_menus[static_cast<std::size_t>(MenuId::View)].menu->addMenu(tr("Lan&guage"));
    language->addActions({m_languages.begin(), m_languages.end()});
    QMenu* go = m_menus[static_cast<std::size_t>(MenuId::Go)].menu;
    go->addSeparator();
    for (const ViewPlace& place : m_places)
        if (place.go)
            go->addAction(place.go);
}

/// The menus hold what the view in front can do, and what can be done from everywhere.
void MainWindow::fillMenus()
{
    for (const widgets::View* view : viewsMade()) {
        for (const widgets::View::Doing& doing : view->doings()) {
            const MenuPlace& place = m_menus[static_cast<std::size_t>(doing.menu)];
            place.menu->removeAction(doing.action);
            if (view == m_front || doing.isEverywhere)
                place.menu->insertAction(place.before, doing.action);
        }
    }
    const MenuPlace& own = m_menus[static_cast<std::size_t>(MenuId::Own)];
    own.menu->setTitle(m_front->face().title);
    own.menu->menuAction()->setVisible(!own.menu->isEmpty());
}

void MainWindow::fillRecent(QMenu& menu)
{
    menu.clear();
    for (const QString& path : m_settings.recentBooks) {
        QAction* action = menu.addAction(style::plainLabel(QFileInfo(path).completeBaseName()));
        action->setToolTip(style::plainTip(path));
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { openBook(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No book was opened before"))->setEnabled(false);
}

/// The first one: as the system.
void MainWindow::offerLanguages()
{
    auto* group = new QActionGroup(this);
    QStringList codes = languages();
    codes.prepend(QString());
    for (const QString& code : codes) {
        auto* action = new QAction(code.isEmpty() ? tr("As the &system") : nameOfLanguage(code), group);
        action->setObjectName(
            QString(QStringLiteral("language.") + (code.isEmpty() ? QStringLiteral("system") : code)));
        action->setToolTip(tr("The language of the texts, from the next start on"));
        action->setCheckable(true);
        action->setChecked(m_settings.language == code);
        m_languages.push_back(action);
        m_actions.adopt(*action);
        connect(action, &QAction::triggered, this, [this, code] {
            m_settings.language = code;
            say(tr("Steward has this language from the next start on."));
        });
    }
}

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto&& what) { connect(&m_actions[id], &QAction::triggered, this, what); };
    on(ActionId::OpenBook, [this] { askForBook(); });
    on(ActionId::OpenSample, [this] { openSample(); });
    on(ActionId::NewBook, [this] { askForNewBook(); });
    on(ActionId::CloseBook, [this] {
        m_settings.lastBook.clear();
        m_book.close();
    });
    on(ActionId::LogLetters, [this] { askForLetters(); });
    on(ActionId::PasteLetter, [this] { pasteLetter(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::Undo, [this] { m_book.undo(); });
    on(ActionId::Redo, [this] { m_book.redo(); });
    on(ActionId::History, [this] { toggleHistory(); });
    on(ActionId::Palette, [this] { m_palette->open(); });
    on(ActionId::Rail, [this] {
        m_settings.hasWideRail = !m_rail->isWide();
        m_rail->setWide(m_settings.hasWideRail);
        m_railEnd->setWide(m_settings.hasWideRail);
    });
    on(ActionId::Back, [this] { go(m_visits.back()); });
    on(ActionId::Forward, [this] { go(m_visits.forward()); });
    on(ActionId::LookBack, [this] { chooseDay(); });
    on(ActionId::Today, [this] { m_book.backToToday(); });
}

void MainWindow::connectChoices()
{
    using style::Appearance;
    using style::Density;
    const std::pair<ActionId, Density> densities[] = {{ActionId::Compact, Density::Compact},
                                                      {ActionId::Normal, Density::Normal},
                                                      {ActionId::Comfortable, Density::Comfortable}};
    for (const auto& [id, density] : densities) {
        m_actions[id].setChecked(m_settings.density == density);
        connect(&m_actions[id], &QAction::triggered, this, [this, chosen = density] {
            m_settings.density = chosen;
            for (widgets::View* view : viewsMade())
                view->setDensity(chosen);
        });
    }
    const std::pair<ActionId, Appearance> appearances[] = {{ActionId::FollowSystem, Appearance::System},
                                                           {ActionId::Light, Appearance::Light},
                                                           {ActionId::Dark, Appearance::Dark}};
    for (const auto& [id, appearance] : appearances) {
        m_actions[id].setChecked(m_settings.appearance == appearance);
        connect(&m_actions[id], &QAction::triggered, this, [this, chosen = appearance] { setAppearance(chosen); });
    }
    connect(m_firstRun, &FirstRun::sampleRequested, this, &MainWindow::openSample);
    connect(m_firstRun, &FirstRun::openRequested, this, &MainWindow::askForBook);
    connect(m_firstRun, &FirstRun::bookRequested, this, &MainWindow::openBook);
    connect(m_firstRun, &FirstRun::importRequested, this, [this] { makeBookFor(QStringLiteral("import"), {}); });
    for (Rail* rail : {m_rail, m_railEnd})
        connect(rail, &Rail::chosen, this, [this, rail](int row) {
            for (const ViewPlace& place : m_places)
                if (place.rail == rail && place.row == row)
                    place.go->trigger();
        });
    connect(m_history, &HistoryPanel::closeRequested, this, &MainWindow::toggleHistory);
    connect(m_views, &QStackedWidget::currentChanged, m_history, &QWidget::raise);
    connect(m_palette, &CommandPalette::accountChosen, this,
            [this](AccountId account) { goTo(widgets::accountPlace(account)); });
    connect(m_letters, &LetterDrop::logged, this, [this](AccountId account, bool isMeeting) {
        const Place meeting{QStringLiteral("meeting"), account.value(), {}};
        const bool isInFront = m_front->face().name == meeting.view && m_front->place().record == meeting.record;
        if (!isInFront)
            goTo(isMeeting ? meeting : widgets::accountPlace(account, QStringLiteral("timeline")));
    });
    connect(m_letters, &LetterDrop::said, this, &MainWindow::say);
    connect(m_letters, &LetterDrop::notLogged, this, &MainWindow::warn);
    connect(m_otherMode, &QPushButton::clicked, this, [this] {
        const bool isKnown = m_book.asked().past == LookBack::AsWeKnewIt;
        m_book.lookBack(m_book.asked().day, isKnown ? LookBack::AsItHappened : LookBack::AsWeKnewIt);
    });
}

void MainWindow::openSample()
{
    const QString path = QDir(m_folders.sample).filePath(tr("Sample book.steward"));
    QDir().mkpath(m_folders.sample);
    m_visits.clear();
    if (QFileInfo::exists(path))
        m_book.open(path);
    else
        m_book.makeSample(path);
}

void MainWindow::askForBook()
{
    const QString folder = m_settings.lastBook.isEmpty() ? QDir::homePath() : QFileInfo(m_settings.lastBook).path();
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a book"), folder, tr("Books (*.steward)"));
    if (!path.isEmpty())
        openBook(path);
}

void MainWindow::askForNewBook()
{
    const QString folder = m_settings.lastBook.isEmpty() ? m_folders.books : QFileInfo(m_settings.lastBook).path();
    QString path = QFileDialog::getSaveFileName(this, tr("New book"), QDir(folder).filePath(tr("My accounts.steward")),
                                                tr("Books (*.steward)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix() != QStringLiteral("steward"))
        path += QStringLiteral(".steward");
    m_visits.clear();
    m_book.makeEmpty(path);
}

/// A book nobody asked for by name: beside the others of the user, never over one that is there.
void MainWindow::makeBookFor(const QString& view, const QStringList& files)
{
    const QDir folder(m_folders.books);
    folder.mkpath(QStringLiteral("."));
    QString path = folder.filePath(tr("My accounts.steward"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(tr("My accounts %1.steward").arg(number));
    m_waitingView = view;
    m_waitingFiles = files;
    m_visits.clear();
    m_book.makeEmpty(path);
}

void MainWindow::toggleHistory()
{
    if (!m_history->isHidden()) {
        m_history->hide();
        if (m_beforeHistory)
            m_beforeHistory->setFocus();
        return;
    }
    m_beforeHistory = focusWidget();
    m_history->show(m_book.history());
    m_history->setVisible(true);
    m_history->setFocus();
}

void MainWindow::chooseDay()
{
    // A calendar takes long to make and few need it.
    if (!m_lookBack) {
        m_lookBack = new LookBackMenu(this);
        connect(m_lookBack, &LookBackMenu::chosen, &m_book, &OpenBook::lookBack);
    }
    m_lookBack->setUp(m_book.today(), m_book.asked());
    QPushButton& chip = m_bar->dayChip();
    const int left = chip.width() - m_lookBack->sizeHint().width();
    m_lookBack->popup(chip.mapToGlobal(QPoint(left, chip.height() + 2)));
}

void MainWindow::visit()
{
    if (m_isRestoring || m_book.state() != OpenBook::State::Ready)
        return;
    m_visits.visit(m_front->place());
    enableActions();
}

void MainWindow::bring(const Place& place)
{
    widgets::View* target = view(place.view);
    Place there = place;
    if (!target && place.view == widgets::accountPlace({}).view) {
        target = &accounts();
        there = {target->face().name, place.record, {}};
    }
    if (!target)
        return;
    m_front = target;
    const bool wasThere = focusWidget() && target->isAncestorOf(focusWidget());
    const QWidget* kept = target->focusWidget();
    if (m_book.state() == OpenBook::State::Ready)
        m_views->setCurrentWidget(target);
    const QWidget* fallen = focusWidget();
    m_rail->choose(-1);
    m_railEnd->choose(-1);
    for (const ViewPlace& shown : m_places)
        if (shown.rail && shown.view == target)
            shown.rail->choose(shown.row);
    fillMenus();
    enableActions();
    target->come(there);
    // A page that does not know who had the focus gives it to whatever it begins with.
    const QWidget* now = focusWidget();
    const bool isStray = !wasThere && now == fallen && fallen != kept && target->focusProxy();
    if (!now || !target->isAncestorOf(now) || isStray)
        target->setFocus();
}

void MainWindow::goTo(const Place& place)
{
    visit();
    bring(place);
    visit();
}

void MainWindow::go(const std::optional<Place>& place)
{
    if (place)
        bring(*place);
}

/// To the last view of the rail, as it was; without one to the accounts, on the account that is left.
void MainWindow::leaveFront()
{
    const auto isList = [this](const Place& place) {
        const widgets::View* there = view(place.view);
        return there && there->face().isOnRail;
    };
    if (const auto place = m_visits.backTo(isList))
        bring(*place);
    else
        goTo({QStringLiteral("accounts"), m_front->place().record, {}});
}

} // namespace steward::shell
