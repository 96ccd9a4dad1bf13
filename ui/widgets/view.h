// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"
#include "ui/style/type.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>
#include <functional>
#include <vector>

/// What the shell asks of a view and a view of the shell. The shell lists them in ui/shell/views.cpp.
namespace steward::widgets {

/// A place in the window: a view, and what is shown in it. Back and forward walk through places.
struct Place
{
    QString view;      ///< Face::name
    qint64 record = 0; ///< 0: none, or the one that was there before
    QString part;      ///< the view's own: a tab, a saved view
    friend bool operator==(const Place&, const Place&) = default;
};
/// The page of an account; part: one of its tabs, or empty.
[[nodiscard]] Place accountPlace(AccountId account, const QString& part = {});

/// The part of an account's page where a record is begun: "note", "call".
[[nodiscard]] QString newPart(const QString& record);

/// When something can be done.
enum class Needs
{
    Nothing,
    Book,
    Editing, ///< a book open for changing, and today
    Past     ///< a window that looks back
};

/// How the window stands, for what can be done in it.
struct Standing
{
    bool hasBook = false;
    bool isEditable = false;
    bool looksBack = false;
};
[[nodiscard]] bool isMet(Needs needs, const Standing& standing);
/// Why nothing can be edited in an open book, as hints, tooltips and answers to a key say it.
[[nodiscard]] QString whyNoEdit(bool looksBack);

enum class MenuId
{
    File,
    Edit,
    View,
    Go,
    Own ///< the menu with the title of the view, there while the view is in front
};

/// One thing that can be done: menu, shortcut, palette and tooltip are made from it.
struct Command
{
    QString name; ///< stable objectName, "account.note"
    QString text; ///< with mnemonic; "..." where it asks
    QString tip;
    QString icon; ///< a name in resources/icons; may be empty
    QKeySequence keys;
    Needs needs = Needs::Book;
    MenuId menu = MenuId::Own;
    bool isEverywhere = false; ///< also while another view is in front
    std::function<void()> run;
};

/// A view of the window. Composes its widgets; its presenter listens to the book. Give it a focus proxy.
class View : public QWidget
{
    Q_OBJECT
public:
    struct Face
    {
        QString name;  ///< stable: Place::view, settings, object names
        QString title; ///< on the rail and in the menu
        QString icon;
        bool isOnRail = true;
        bool isAtEnd = false; ///< at the foot of the rail, with what is needed seldom
    };
    explicit View(Face face, QWidget* parent = nullptr);

    [[nodiscard]] const Face& face() const { return m_face; }
    /// Brought to the front. A place without a record means: as you were.
    virtual void come(const Place& place);
    /// What come() brings back.
    [[nodiscard]] virtual Place place() const;
    /// Files dropped on the window, or chosen for it; the view is brought to the front before takeFiles().
    [[nodiscard]] virtual bool takesFiles(const QStringList& files) const;
    virtual void takeFiles(const QStringList& files);
    /// What this machine remembers of the view.
    [[nodiscard]] virtual QByteArray state() const;
    virtual void restore(const QByteArray& state);
    virtual void setDensity(style::Density density);

    struct Doing
    {
        QAction* action = nullptr;
        Needs needs = Needs::Book;
        MenuId menu = MenuId::Own;
        bool isEverywhere = false;
        QString tip;
    };
    [[nodiscard]] const std::vector<Doing>& doings() const { return m_doings; }
    /// The action made by addCommand().
    [[nodiscard]] QAction& command(const QString& name) const;
    /// Called by the shell: makes the commands usable that can be used now.
    void enable(bool isInFront, const Standing& standing);

Q_SIGNALS:
    void said(const QString& text);
    void goRequested(const steward::widgets::Place& place);
    /// Back to the list that somebody came from.
    void leaveRequested();
    /// place() is another one now, by what the user did, and worth coming back to.
    void moved();
    /// How many things in the view need somebody; 0: none.
    void needsYou(int count);

protected:
    QAction& addCommand(Command command);

private:
    Face m_face;
    std::vector<Doing> m_doings;
};

} // namespace steward::widgets
