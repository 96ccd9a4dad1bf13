// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/style/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

namespace steward::shell {

namespace {

// clang-format off
constexpr ActionSpec specs[] = {
    {ActionId::OpenBook, "book.open", MenuId::File, QT_TRANSLATE_NOOP("actions", "&Open a book..."), QT_TRANSLATE_NOOP("actions", "Open a book on this computer"), "folder-open", "Ctrl+O", Needs::Nothing},
    {ActionId::OpenSample, "book.sample", MenuId::File, QT_TRANSLATE_NOOP("actions", "Explore the &sample book"), QT_TRANSLATE_NOOP("actions", "Open a book of 60 invented customers"), "book-open", "", Needs::Nothing},
    {ActionId::NewBook, "book.new", MenuId::File, QT_TRANSLATE_NOOP("actions", "&New book..."), QT_TRANSLATE_NOOP("actions", "Make an empty book for your own accounts"), "plus", "Ctrl+N", Needs::Nothing},
    {ActionId::CloseBook, "book.close", MenuId::File, QT_TRANSLATE_NOOP("actions", "&Close the book"), QT_TRANSLATE_NOOP("actions", "Close the book; everything is saved already"), "x", "Ctrl+W", Needs::Book},
    {ActionId::LogLetters, "letters.log", MenuId::File, QT_TRANSLATE_NOOP("actions", "Log &messages and meetings..."), QT_TRANSLATE_NOOP("actions", "Read saved e-mails (.eml) and meetings (.ics) into the accounts of their addresses"), "mail", "Ctrl+Shift+M", Needs::Editing, false, true},
    {ActionId::PasteLetter, "letters.paste", MenuId::File, QT_TRANSLATE_NOOP("actions", "Log what was co&pied"), QT_TRANSLATE_NOOP("actions", "Log the e-mail or chat on the clipboard with the people it names"), "", "Ctrl+Shift+V", Needs::Editing},
    {ActionId::Quit, "quit", MenuId::File, QT_TRANSLATE_NOOP("actions", "&Quit"), QT_TRANSLATE_NOOP("actions", "Close Steward; everything is saved already"), "", "Ctrl+Q", Needs::Nothing, false, true},
    {ActionId::Undo, "edit.undo", MenuId::Edit, QT_TRANSLATE_NOOP("actions", "&Undo"), QT_TRANSLATE_NOOP("actions", "Take back the last change"), "undo-2", "Ctrl+Z", Needs::Editing},
    {ActionId::Redo, "edit.redo", MenuId::Edit, QT_TRANSLATE_NOOP("actions", "&Redo"), QT_TRANSLATE_NOOP("actions", "Bring back what was undone"), "redo-2", "Ctrl+Shift+Z", Needs::Editing},
    {ActionId::History, "history.show", MenuId::Edit, QT_TRANSLATE_NOOP("actions", "&History"), QT_TRANSLATE_NOOP("actions", "Show every change of this book"), "history", "Ctrl+H", Needs::Book, false, true},
    {ActionId::Palette, "palette.show", MenuId::Go, QT_TRANSLATE_NOOP("actions", "&Search or run a command"), QT_TRANSLATE_NOOP("actions", "Find an account, a person, a text or a command"), "search", "Ctrl+K", Needs::Nothing},
    {ActionId::Compact, "density.compact", MenuId::View, QT_TRANSLATE_NOOP("actions", "&Compact rows"), QT_TRANSLATE_NOOP("actions", "Show as many rows as possible"), "", "Ctrl+Alt+1", Needs::Book, true, true},
    {ActionId::Normal, "density.normal", MenuId::View, QT_TRANSLATE_NOOP("actions", "&Normal rows"), QT_TRANSLATE_NOOP("actions", "Rows of the usual height"), "", "Ctrl+Alt+2", Needs::Book, true},
    {ActionId::Comfortable, "density.comfortable", MenuId::View, QT_TRANSLATE_NOOP("actions", "Comfo&rtable rows"), QT_TRANSLATE_NOOP("actions", "Rows with more space"), "", "Ctrl+Alt+3", Needs::Book, true},
    {ActionId::FollowSystem, "theme.system", MenuId::View, QT_TRANSLATE_NOOP("actions", "Light or dark as the &system"), QT_TRANSLATE_NOOP("actions", "Follow the desktop"), "", "", Needs::Nothing, true, true},
    {ActionId::Light, "theme.light", MenuId::View, QT_TRANSLATE_NOOP("actions", "&Light"), QT_TRANSLATE_NOOP("actions", "Dark text on light ground"), "sun", "", Needs::Nothing, true},
    {ActionId::Dark, "theme.dark", MenuId::View, QT_TRANSLATE_NOOP("actions", "&Dark"), QT_TRANSLATE_NOOP("actions", "Light text on dark ground"), "moon", "", Needs::Nothing, true},
    {ActionId::Rail, "rail.toggle", MenuId::View, QT_TRANSLATE_NOOP("actions", "&Names beside the icons"), QT_TRANSLATE_NOOP("actions", "Show or hide the names of the views at the left"), "", "Ctrl+B", Needs::Book, false, true},
    {ActionId::Back, "go.back", MenuId::Go, QT_TRANSLATE_NOOP("actions", "&Back"), QT_TRANSLATE_NOOP("actions", "Where you were before"), "arrow-left", "Alt+Left", Needs::Book, false, true},
    {ActionId::Forward, "go.forward", MenuId::Go, QT_TRANSLATE_NOOP("actions", "&Forward"), QT_TRANSLATE_NOOP("actions", "Where you came back from"), "arrow-right", "Alt+Right", Needs::Book},
    {ActionId::LookBack, "look-back", MenuId::Go, QT_TRANSLATE_NOOP("actions", "&Look back..."), QT_TRANSLATE_NOOP("actions", "Show the book as it was on an earlier day"), "history", "Ctrl+L", Needs::Book, false, true},
    {ActionId::Today, "look-back.today", MenuId::Go, QT_TRANSLATE_NOOP("actions", "Back to &today"), QT_TRANSLATE_NOOP("actions", "Stop looking back"), "", "Ctrl+Shift+L", Needs::Past},
};
// clang-format on
static_assert(std::size(specs) == static_cast<std::size_t>(ActionId::Count));

QString translated(const char* text) { return QCoreApplication::translate("actions", text); }

} // namespace

std::span<const ActionSpec> actionSpecs() { return specs; }

Actions::Actions(QWidget& window)
    : QObject(&window)
    , m_window(window)
    , m_actions(std::size(specs))
{
    QActionGroup* group = nullptr;
    for (const ActionSpec& spec : specs) {
        auto* action = new QAction(translated(spec.text), &window);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setToolTip(translated(spec.tip));
        action->setShortcut(QKeySequence(QString::fromLatin1(spec.keys), QKeySequence::PortableText));
        if (*spec.icon)
            action->setIcon(style::icon(QString::fromLatin1(spec.icon)));
        if (spec.isChoice) {
            if (spec.startsGroup || !group)
                group = new QActionGroup(&window);
            action->setCheckable(true);
            group->addAction(action);
        }
        window.addAction(action);
        m_actions[static_cast<std::size_t>(spec.id)] = action;
    }
}

void Actions::adopt(QAction& action)
{
    m_window.addAction(&action);
    m_actions.push_back(&action);
}

void Actions::enable(const widgets::Standing& standing)
{
    for (const ActionSpec& spec : specs) {
        QAction& action = (*this)[spec.id];
        action.setEnabled(widgets::isMet(spec.needs, standing));
        const bool waits = spec.needs == Needs::Editing && standing.hasBook && !standing.isEditable;
        action.setToolTip(waits ? widgets::whyNoEdit(standing.looksBack) : translated(spec.tip));
    }
}

} // namespace steward::shell
