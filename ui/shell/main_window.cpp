// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/words/words.h"
#include "ui/style/icons.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>

namespace steward::shell {

using style::px;

namespace {

const QString bookSuffix = QStringLiteral("steward");
const QString accountsView = QStringLiteral("accounts");
const QString importView = QStringLiteral("import");

QStringList filesOf(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

/// The first book among files; empty: none.
QString bookOf(const QStringList& files)
{
    for (const QString& file : files)
        if (QFileInfo(file).suffix() == bookSuffix)
            return file;
    return {};
}

} // namespace

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
    build();
    buildMenus();
    connectBook();
    connectViews();
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
    connect(m_broken->addButton(tr("Open another book..."), QStringLiteral("broken.open"), true), &QPushButton::clicked,
            this, &MainWindow::askForBook);
    m_history = new HistoryPanel(m_locale, body);
    m_history->hide();
    m_views = new QStackedWidget(body);
    for (QWidget* page :
         {static_cast<QWidget*>(m_firstRun), static_cast<QWidget*>(m_opening), static_cast<QWidget*>(m_broken)})
        m_views->addWidget(page);
    buildViews();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_railColumn);
    middle->addWidget(m_views, 1);
    middle->addWidget(m_history);
    m_status = new StatusLine(m_locale, body);
    column->addWidget(m_bar);
    column->addWidget(m_past);
    column->addWidget(m_failure);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    setCentralWidget(body);
    m_toast = new widgets::Toast(m_views);
    m_palette = new CommandPalette(m_book, m_actions, this);
    m_lookBack = new LookBackMenu(this);
    resize(px(1280), px(800));
}

void MainWindow::buildViews()
{
    m_viewList = makeViews(m_book, m_locale, m_views);
    m_front = m_viewList.front();
    for (widgets::View* view : m_viewList) {
        m_views->addWidget(view);
        for (const widgets::View::Doing& doing : view->doings())
            m_actions.adopt(*doing.action);
        if (view->face().isOnRail)
            addToRail(*view);
    }
    m_railEnd->setFitted();
    m_firstRun->offerImport(view(importView) != nullptr);
    accounts().offerImport(view(importView) != nullptr);
}

void MainWindow::addToRail(widgets::View& view)
{
    constexpr std::size_t mostKeys = 9;
    const widgets::View::Face& face = view.face();
    auto* action = new QAction(style::icon(face.icon), face.title, this);
    action->setObjectName(QString(QStringLiteral("go.") + face.name));
    if (m_goActions.size() < mostKeys)
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(m_goActions.size() + 1)));
    action->setToolTip(tr("Show %1").arg(face.title));
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    Rail* rail = face.isAtEnd ? m_railEnd : m_rail;
    const int row =
        rail->addView(face.title, face.icon, key.isEmpty() ? face.title : tr("%1 (%2)").arg(face.title, key));
    m_goActions.push_back(action);
    m_railPlaces.push_back({rail, row});
    m_actions.adopt(*action);
    connect(action, &QAction::triggered, this, [this, name = face.name] { goTo({name, 0, {}}); });
    connect(&view, &widgets::View::needsYou, rail, [rail, row](int count) { rail->setCount(row, count); });
}

widgets::View* MainWindow::view(const QString& name) const
{
    const auto known = std::ranges::find(m_viewList, name, [](const widgets::View* view) { return view->face().name; });
    return known == m_viewList.end() ? nullptr : *known;
}

accounts::AccountsPage& MainWindow::accounts() const
{
    return static_cast<accounts::AccountsPage&>(*view(accountsView));
}

void MainWindow::connectBook()
{
    connect(&m_book, &OpenBook::stateChanged, this, &MainWindow::showBookState);
    connect(&m_book, &OpenBook::numbersChanged, this, [this] { m_status->showAges(m_book.numbers()); });
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
    if (isReady && m_settings.lastBook != m_book.path())
        rememberBook(m_settings, m_book.path());
    m_railColumn->setVisible(isReady);
    m_status->setVisible(isReady);
    m_bar->setVisible(isReady);
    if (!isReady)
        m_history->hide();
    if (isReady && !m_book.notices().empty())
        m_failure->say(words::render(m_book.notices().front(), m_locale), {});
    m_failure->setVisible(isReady && !m_book.notices().empty());
    showDay();
    showEdits();
    if (isReady && !m_waitingView.isEmpty()) {
        bring({std::exchange(m_waitingView, {}), 0, {}});
        if (const QStringList files = std::exchange(m_waitingFiles, {}); !files.isEmpty())
            m_front->takeFiles(files);
    }
}

void MainWindow::enableActions()
{
    const bool isReady = m_book.state() == OpenBook::State::Ready;
    const widgets::Standing standing{isReady, m_book.isEditable(), m_book.looksBack()};
    m_actions.enable(standing);
    for (widgets::View* view : m_viewList)
        view->enable(isReady && view == m_front, standing);
    for (QAction* action : m_goActions)
        action->setEnabled(isReady);
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
        return label ? QString(verb + u": " + words::render(*label, m_locale).replace(u'&', QStringLiteral("&&")))
                     : verb;
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
    m_failure->say(tr("The change was not made."), words::render(error, m_locale));
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
    for (const widgets::View* view : m_viewList)
        m_settings.viewStates[view->face().name] = view->state();
    saveSettings(m_settings, m_store);
}

void MainWindow::restoreWindow()
{
    restoreGeometry(m_settings.geometry);
    for (widgets::View* view : m_viewList) {
        view->restore(m_settings.viewStates.value(view->face().name));
        view->setDensity(m_settings.density);
    }
    if (widgets::View* last = view(m_settings.view); last && last->face().isOnRail)
        m_front = last;
    bring({m_front->face().name, 0, {}});
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

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList files = filesOf(event->mimeData());
    const auto takes = [&](const widgets::View* view) { return view->takesFiles(files); };
    if (!bookOf(files).isEmpty() || std::ranges::any_of(m_viewList, takes))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    if (take(filesOf(event->mimeData())))
        event->acceptProposedAction();
}

bool MainWindow::take(const QStringList& files)
{
    if (const QString path = bookOf(files); !path.isEmpty()) {
        openBook(path);
        return true;
    }
    const auto takes = [&](const widgets::View* view) { return view->takesFiles(files); };
    const auto taker = std::ranges::find_if(m_viewList, takes);
    if (files.isEmpty() || taker == m_viewList.end())
        return false;
    if (m_book.state() == OpenBook::State::Ready) {
        goTo({(*taker)->face().name, 0, {}});
        (*taker)->takeFiles(files);
    } else {
        makeBookFor((*taker)->face().name, files);
    }
    return true;
}

} // namespace steward::shell
