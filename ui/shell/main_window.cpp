// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/words/words.h"
#include "ui/style/icons.h"
#include "ui/style/tip.h"
#include "ui/widgets/page_stack.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>

namespace steward::shell {

using style::px;

MainWindow::MainWindow(OpenBook& book, QSettings& store, Folders folders, QLocale locale)
    : m_book(book)
    , m_store(store)
    , m_folders(std::move(folders))
    , m_locale(std::move(locale))
    , m_settings(loadSettings(store))
    , m_actions(*this)
{
    setObjectName(QStringLiteral("window"));
    setWindowIcon(style::icon(QStringLiteral("book-open")));
    setAcceptDrops(true);
    setAutoFillBackground(true);
    offerLanguages();
    build();
    buildMenus();
    connectBook();
    connectActions();
    connectChoices();
    restoreWindow();
    showBookState();
    m_isRestoring = false;
}

void MainWindow::build()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new TopBar(m_actions, m_locale, body);
    m_past = new widgets::Notice(widgets::Notice::Kind::Past, body);
    m_past->setObjectName(QStringLiteral("past"));
    m_otherMode = m_past->addButton(tr("As we knew it"), QStringLiteral("past.mode"));
    connect(m_past->addButton(tr("Back to today"), QStringLiteral("past.today")), &QPushButton::clicked, &m_book,
            &OpenBook::backToToday);
    m_failure = new widgets::Notice(widgets::Notice::Kind::Failure, body);
    m_failure->setObjectName(QStringLiteral("failure"));
    connect(m_failure->addButton(tr("Close"), QStringLiteral("failure.close")), &QPushButton::clicked, m_failure,
            &QWidget::hide);
    m_failure->hide();
    m_railColumn = new QWidget(body);
    m_railColumn->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_rail = new Rail(m_railColumn);
    m_railEnd = new Rail(m_railColumn);
    m_railEnd->setObjectName(QStringLiteral("rail.end"));
    m_railEnd->setAccessibleName(tr("More views"));
    auto* railColumn = new QVBoxLayout(m_railColumn);
    railColumn->setContentsMargins(0, px(4), 0, 0);
    railColumn->setSpacing(0);
    railColumn->addWidget(m_rail, 1);
    railColumn->addWidget(m_railEnd);
    m_firstRun = new FirstRun(body);
    m_opening = new widgets::StatePage(QStringLiteral("book-open"));
    m_broken = new widgets::StatePage(QStringLiteral("database"));
    // Who holds the book may be gone by now, and a drive be there again.
    connect(m_broken->addButton(tr("Try again"), QStringLiteral("broken.again"), true), &QPushButton::clicked, this,
            [this] { openBook(m_book.path()); });
    connect(m_broken->addButton(tr("Open another book..."), QStringLiteral("broken.open")), &QPushButton::clicked, this,
            &MainWindow::askForBook);
    connect(m_broken->addButton(tr("New book..."), QStringLiteral("broken.new")), &QPushButton::clicked,
            &m_actions[ActionId::NewBook], &QAction::trigger);
    m_views = new widgets::PageStack(body);
    // What a page would like to have never makes the window wider than a small screen.
    m_views->setMinimumSize(px(700), px(360));
    m_history = new HistoryPanel(m_locale, m_views);
    m_history->hide();
    for (QWidget* page :
         {static_cast<QWidget*>(m_firstRun), static_cast<QWidget*>(m_opening), static_cast<QWidget*>(m_broken)})
        m_views->addWidget(page);
    buildRail();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_railColumn);
    middle->addWidget(m_views, 1);
    m_status = new StatusLine(m_locale, body);
    column->addWidget(m_bar);
    column->addWidget(m_past);
    column->addWidget(m_failure);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    setCentralWidget(body);
    m_toast = new widgets::Toast(m_views);
    m_palette = new CommandPalette(m_book, m_actions, this);
    m_letters = new LetterDrop(m_book, m_locale, this);
    resize(px(1280), px(800));
}

void MainWindow::connectBook()
{
    connect(&m_book, &OpenBook::stateChanged, this, &MainWindow::showBookState);
    connect(&m_book, &OpenBook::numbersChanged, this, [this] {
        m_status->showAges(m_book.numbers());
        m_idle.start();
    });
    connect(&m_book.jobs(), &Jobs::changed, this, [this] { m_status->showJobs(m_book.jobs().running()); });
    connect(m_status, &StatusLine::cancelRequested, &m_book.jobs(), &Jobs::cancel);
    connect(&m_book, &OpenBook::historyChanged, this, &MainWindow::showEdits);
    connect(&m_book, &OpenBook::failed, this, &MainWindow::showFailure);
    connect(&m_book, &OpenBook::frontAsked, this, &MainWindow::comeToFront);
    connect(&m_book, &OpenBook::edited, this, [this](const Message& label, OpenBook::Step step) {
        const QString what = words::render(label, m_locale);
        const bool isUndo = step == OpenBook::Step::Undone;
        const QString text = isUndo                           ? tr("Undid: %1").arg(what)
                             : step == OpenBook::Step::Redone ? tr("Did again: %1").arg(what)
                                                              : tr("Did: %1").arg(what);
        // What is typed is saved all the time; that is no news.
        if (isUndo || !label.code.id().starts_with("edit.typing-"))
            m_toast->show(text, !isUndo);
        m_status->showLast(text, !isUndo);
    });
    connect(m_status, &StatusLine::undoRequested, &m_book, &OpenBook::undo);
    connect(m_toast, &widgets::Toast::undoRequested, &m_book, &OpenBook::undo);
}

void MainWindow::showBookState()
{
    using State = OpenBook::State;
    const State state = m_book.state();
    const QString name = QFileInfo(m_book.path()).completeBaseName();
    setWindowTitle(m_book.path().isEmpty() ? tr("Steward") : tr("%1 \u2013 Steward").arg(name));
    const bool isReady = state == State::Ready;
    switch (state) {
    case State::Closed:
        m_firstRun->showRecent(m_settings.recentBooks);
        m_idle.start();
        m_views->setCurrentWidget(m_firstRun);
        break;
    case State::Opening:
        m_opening->say(tr("Opening %1").arg(name), tr("Reading the accounts and what is known of them."));
        m_views->setCurrentWidget(m_opening);
        break;
    case State::Failed:
        m_broken->say(tr("%1 cannot be opened").arg(name), words::render(m_book.error(), m_locale));
        m_views->setCurrentWidget(m_broken);
        break;
    case State::Ready:
        m_views->setCurrentWidget(m_front);
        break;
    }
    enableActions();
    // The last change was another book's, or cannot be taken back from here.
    if (!m_book.isEditable()) {
        m_toast->dismiss();
        m_status->showLast({}, false);
    }
    if (isReady && m_settings.lastBook != m_book.path())
        rememberBook(m_settings, m_book.path());
    m_railColumn->setVisible(isReady);
    m_status->setVisible(isReady);
    m_bar->setVisible(isReady);
    if (!isReady)
        m_history->hide();
    showNotices();
    showDay();
    showEdits();
    if (isReady && !m_waitingView.isEmpty()) {
        bring({std::exchange(m_waitingView, {}), 0, {}});
        if (const QStringList files = std::exchange(m_waitingFiles, {}); !files.isEmpty())
            m_front->takeFiles(files);
    }
}

/// What opening found; first, that nothing can be changed.
void MainWindow::showNotices()
{
    QStringList told;
    for (const Message& notice : m_book.notices())
        told.append(words::render(notice, m_locale));
    const bool isReady = m_book.state() == OpenBook::State::Ready;
    m_failure->setVisible(isReady && !told.isEmpty());
    if (!isReady || told.isEmpty())
        return;
    const bool isReadOnly = !m_book.isEditable() && !m_book.looksBack();
    const QString title = isReadOnly ? QString(widgets::whyNoEdit(false) + u'.') : told.takeFirst();
    m_failure->say(title, told.join(u' '));
}

void MainWindow::enableActions()
{
    const bool isReady = m_book.state() == OpenBook::State::Ready;
    const widgets::Standing standing{isReady, m_book.isEditable(), m_book.looksBack()};
    m_actions.enable(standing);
    for (widgets::View* view : viewsMade())
        view->enable(isReady && view == m_front, standing);
    for (const ViewPlace& place : m_places)
        if (place.go)
            place.go->setEnabled(isReady);
    // Before a book is open the view has nothing that can be done.
    m_menus[static_cast<std::size_t>(MenuId::Own)].menu->menuAction()->setEnabled(isReady);
    m_actions[ActionId::Back].setEnabled(isReady && m_visits.canGoBack());
    m_actions[ActionId::Forward].setEnabled(isReady && m_visits.canGoForward());
    showEdits();
}

void MainWindow::showDay()
{
    const DayAsked& asked = m_book.asked();
    m_past->setVisible(m_book.state() == OpenBook::State::Ready && m_book.looksBack());
    m_bar->showDay(asked);
    if (!asked.past)
        return;
    const bool isKnown = *asked.past == LookBack::AsWeKnewIt;
    const QString day = m_locale.toString(asked.day, QStringLiteral("d MMMM yyyy"));
    m_past->say(isKnown ? tr("Looking back to %1, as we knew it.").arg(day)
                        : tr("Looking back to %1, as it happened.").arg(day),
                tr("Read only."));
    m_otherMode->setText(isKnown ? tr("As it happened") : tr("As we knew it"));
}

void MainWindow::showEdits()
{
    const auto undoable = m_book.undoable();
    const auto redoable = m_book.redoable();
    const auto name = [this](const QString& verb, const std::optional<Message>& label) {
        return label ? QString(verb + u": " + style::plainLabel(words::render(*label, m_locale))) : verb;
    };
    QAction& undo = m_actions[ActionId::Undo];
    QAction& redo = m_actions[ActionId::Redo];
    undo.setText(name(tr("&Undo"), undoable));
    redo.setText(name(tr("&Redo"), redoable));
    undo.setEnabled(m_book.isEditable() && undoable.has_value());
    redo.setEnabled(m_book.isEditable() && redoable.has_value());
    if (!m_history->isHidden())
        m_history->show(m_book.history());
}

void MainWindow::showFailure(const Error& error)
{
    warn(tr("The change was not made."), words::render(error, m_locale));
}

void MainWindow::warn(const QString& title, const QString& text)
{
    m_failure->say(title, text);
    m_failure->show();
}

void MainWindow::say(const QString& text) { m_toast->show(text, false); }

void MainWindow::start(const QString& path)
{
    const QString book = bookToOpen(m_settings, path);
    // The program may have begun to open it before there was a window.
    if (!book.isEmpty() && m_book.state() == OpenBook::State::Closed)
        openBook(book);
    m_views->currentWidget()->setFocus();
}

void MainWindow::openBook(const QString& path)
{
    m_visits.clear();
    m_book.open(QFileInfo(path).absoluteFilePath());
}

void MainWindow::comeToFront()
{
    if (isMinimized())
        showNormal();
    raise();
    activateWindow();
}

void MainWindow::rememberWindow()
{
    m_settings.geometry = saveGeometry();
    m_settings.view = m_front->face().name;
    for (const widgets::View* view : viewsMade())
        m_settings.viewStates[view->face().name] = view->state();
    saveSettings(m_settings, m_store);
}

void MainWindow::restoreWindow()
{
    restoreGeometry(m_settings.geometry);
    const auto isLast = [this](const ViewPlace& place) {
        return place.maker.face.name == m_settings.view && place.maker.face.isOnRail;
    };
    const auto last = std::ranges::find_if(m_places, isLast);
    bring({(last == m_places.end() ? m_places.front() : *last).maker.face.name, 0, {}});
    m_visits.clear();
    applyRail();
}

/// In a narrow window the names of the views go first.
void MainWindow::applyRail()
{
    const bool isWide = m_settings.hasWideRail && width() >= px(1300);
    m_rail->setWide(isWide);
    m_railEnd->setWide(isWide);
}

void MainWindow::setAppearance(style::Appearance appearance)
{
    m_settings.appearance = appearance;
    style::applyAppearance(appearance);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    rememberWindow();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_status && !m_isRestoring) {
        m_status->showAges(m_book.numbers());
        showDay();
    }
}

bool MainWindow::event(QEvent* event)
{
    const bool isDesktopsTheme = event->type() == QEvent::ThemeChange;
    if (isDesktopsTheme && m_settings.appearance == style::Appearance::System)
        style::applyAppearance(style::Appearance::System);
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_railEnd)
        applyRail();
}

} // namespace steward::shell
