// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/style/icons.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>

/// The views of the window and their places on the rail.
namespace steward::shell {

namespace {

constexpr int idleMs = 40;     ///< between two views that nobody asked for
constexpr int handsOnMs = 500; ///< after a key or a click
const QString accountsView = QStringLiteral("accounts");
const QString importView = QStringLiteral("import");

} // namespace

void MainWindow::buildRail()
{
    for (ViewMaker& maker : viewMakers(m_book, m_locale, m_views))
        m_places.push_back({std::move(maker)});
    for (ViewPlace& place : m_places)
        if (place.maker.face.isOnRail)
            addToRail(place);
    m_railEnd->setFitted();
    m_firstRun->offerImport(true);
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMs);
    connect(&m_idle, &QTimer::timeout, this, &MainWindow::makeNext);
    QCoreApplication::instance()->installEventFilter(this);
}

void MainWindow::addToRail(ViewPlace& place)
{
    constexpr std::ptrdiff_t mostKeys = 9;
    const widgets::View::Face& face = place.maker.face;
    place.go = new QAction(style::icon(face.icon), face.title, this);
    place.go->setObjectName(QString(QStringLiteral("go.") + face.name));
    const auto before = std::ranges::count_if(m_places, [](const ViewPlace& each) { return each.go != nullptr; });
    if (before <= mostKeys)
        place.go->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(before)));
    place.go->setToolTip(tr("Show %1").arg(face.title));
    const QString key = place.go->shortcut().toString(QKeySequence::NativeText);
    place.rail = face.isAtEnd ? m_railEnd : m_rail;
    place.row =
        place.rail->addView(face.title, face.icon, key.isEmpty() ? face.title : tr("%1 (%2)").arg(face.title, key));
    m_actions.adopt(*place.go);
    connect(place.go, &QAction::triggered, this, [this, name = face.name] { goTo({name, 0, {}}); });
}

widgets::View& MainWindow::made(ViewPlace& place)
{
    if (place.view)
        return *place.view;
    widgets::View& view = *place.maker.make();
    place.view = &view;
    m_views->addWidget(&view);
    for (const widgets::View::Doing& doing : view.doings())
        m_actions.adopt(*doing.action);
    if (place.rail)
        connect(&view, &widgets::View::needsYou, place.rail,
                [rail = place.rail, row = place.row](int count) { rail->setCount(row, count); });
    connectView(view);
    view.restore(m_settings.viewStates.value(view.face().name));
    view.setDensity(m_settings.density);
    if (view.face().name == accountsView)
        static_cast<accounts::AccountsPage&>(view).offerImport(true);
    if (m_front) {
        fillMenus();
        enableActions();
    }
    return view;
}

void MainWindow::connectView(widgets::View& view)
{
    connect(&view, &widgets::View::said, this, &MainWindow::say);
    connect(&view, &widgets::View::goRequested, this, &MainWindow::goTo);
    connect(&view, &widgets::View::leaveRequested, this, &MainWindow::leaveFront);
    connect(&view, &widgets::View::moved, this, &MainWindow::visit);
}

/// One at a time, so that the window answers in between.
void MainWindow::makeNext()
{
    const auto next = std::ranges::find(m_places, nullptr, &ViewPlace::view);
    if (next == m_places.end()) {
        m_palette->prepare();
        return;
    }
    made(*next);
    m_idle.start(idleMs);
}

/// While nothing can be edited, a key that would says why it does nothing, and does nothing else in its place.
bool MainWindow::saysWhyNot(QObject* watched, const QKeyEvent& event)
{
    const auto* widget = qobject_cast<QWidget*>(watched);
    const bool isTyped = qobject_cast<const QLineEdit*>(watched) || qobject_cast<const QComboBox*>(watched);
    if (!widget || !isAncestorOf(widget) || (isTyped && event.modifiers() == Qt::NoModifier))
        return false;
    const QKeySequence pressed(event.keyCombination());
    const auto waits = [&](const QAction& action, widgets::Needs needs) {
        return needs == widgets::Needs::Editing && action.shortcut() == pressed;
    };
    const auto& doings = m_front->doings();
    const auto isOwn = [&](const widgets::View::Doing& each) { return waits(*each.action, each.needs); };
    const auto isWindows = [&](const ActionSpec& each) { return waits(m_actions[each.id], each.needs); };
    if (pressed.isEmpty() || (std::ranges::none_of(doings, isOwn) && std::ranges::none_of(actionSpecs(), isWindows)))
        return false;
    Q_EMIT m_front->said(widgets::whyNoEdit(m_book.looksBack()));
    return true;
}

/// Qt goes from a page straight to its focus proxy and leaves out all that stands before it.
bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* from = focusWidget() ? focusWidget() : this;
    const auto after = [next](const QWidget* each) {
        return next ? each->nextInFocusChain() : each->previousInFocusChain();
    };
    for (QWidget* each = after(from); each != from; each = after(each)) {
        const bool isStop = (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy() && each->window() == this;
        if (!isStop || !each->isVisible() || !each->isEnabled())
            continue;
        each->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

/// Who types waits for no view that nobody asked for.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::KeyPress) {
        m_book.handsOn();
        const bool isReadOnly = m_book.state() == OpenBook::State::Ready && !m_book.isEditable();
        if (isReadOnly && saysWhyNot(watched, *static_cast<QKeyEvent*>(event)))
            return true;
    }
    if (m_idle.isActive() && (type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Wheel))
        m_idle.start(handsOnMs);
    return QMainWindow::eventFilter(watched, event);
}

std::vector<widgets::View*> MainWindow::viewsMade() const
{
    std::vector<widgets::View*> all;
    for (const ViewPlace& place : m_places)
        if (place.view)
            all.push_back(place.view);
    return all;
}

std::vector<widgets::View*> MainWindow::views()
{
    for (ViewPlace& place : m_places)
        made(place);
    return viewsMade();
}

widgets::View* MainWindow::view(const QString& name)
{
    const auto known = std::ranges::find(m_places, name, [](const ViewPlace& place) { return place.maker.face.name; });
    return known == m_places.end() ? nullptr : &made(*known);
}

accounts::AccountsPage& MainWindow::accounts() { return static_cast<accounts::AccountsPage&>(*view(accountsView)); }

} // namespace steward::shell
