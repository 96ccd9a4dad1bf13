// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/view.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <functional>
#include <span>
#include <vector>

/// One table of everything that can be done in the window whatever the view: menus, shortcuts, palette and tooltips
/// are made from it.
namespace steward::shell {

enum class ActionId
{
    OpenBook,
    OpenSample,
    NewBook,
    CloseBook,
    LogLetters,
    PasteLetter,
    Quit,
    Undo,
    Redo,
    History,
    Palette,
    Compact,
    Normal,
    Comfortable,
    FollowSystem,
    Light,
    Dark,
    Rail,
    Back,
    Forward,
    LookBack,
    Today,
    Count
};

using widgets::MenuId;
using widgets::Needs;

struct ActionSpec
{
    ActionId id;
    const char* name; ///< stable objectName
    MenuId menu;
    const char* text;
    const char* tip;
    const char* icon; ///< may be empty
    const char* keys; ///< portable; may be empty
    Needs needs = Needs::Book;
    bool isChoice = false; ///< one of a group of which one holds
    bool startsGroup = false;
};
[[nodiscard]] std::span<const ActionSpec> actionSpecs();

/// The actions of one window: those of the table, those that go to a view, and those of the views.
class Actions final : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QWidget& window);
    [[nodiscard]] QAction& operator[](ActionId id) const { return *m_actions[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const std::vector<QAction*>& all() const { return m_actions; }
    /// One more that the palette finds and shortcuts reach: made by a view, or made to go to one.
    void adopt(QAction& action);
    void enable(const widgets::Standing& standing);

private:
    QWidget& m_window;
    std::vector<QAction*> m_actions;
};

} // namespace steward::shell
