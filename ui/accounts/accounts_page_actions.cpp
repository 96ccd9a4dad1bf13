// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_page.h"

#include "core/words/words.h"
#include "ui/accounts/export_rows.h"
#include "ui/style/icons.h"
#include "ui/style/tip.h"
#include "ui/widgets/staying_menu.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QMenu>
#include <QWidgetAction>

/// What can be done in the view of accounts.
namespace steward::accounts {

using style::px;

namespace {

/// As it is, no key in it, and no wider than a menu should be.
QString menuText(const QString& text)
{
    const QFontMetrics metrics(QApplication::font());
    return style::plainLabel(metrics.elidedText(text, Qt::ElideRight, px(320)));
}

} // namespace

void AccountsPage::addCommands()
{
    using widgets::MenuId;
    using widgets::Needs;
    const auto key = [](QLatin1String keys) { return QKeySequence(keys, QKeySequence::PortableText); };
    addCommand({QStringLiteral("accounts.copy"),
                tr("&Copy the rows"),
                tr("Copy the chosen rows for a spreadsheet"),
                {},
                key(QLatin1String("Ctrl+C")),
                Needs::Book,
                MenuId::Edit,
                false,
                [this] { copy(); }});
    addCommand({QStringLiteral("accounts.paste"),
                tr("&Paste a block"),
                tr("Paste cells of a spreadsheet from the current cell on"),
                {},
                key(QLatin1String("Ctrl+V")),
                Needs::Editing,
                MenuId::Edit,
                false,
                [this] { paste(); }});
    addCommand({QStringLiteral("accounts.fill-down"),
                tr("&Fill down"),
                tr("Give the chosen rows the value of the first one in this column"),
                {},
                key(QLatin1String("Ctrl+D")),
                Needs::Editing,
                MenuId::Edit,
                false,
                [this] { fillDown(); }});
    addCommand({QStringLiteral("accounts.select-all"),
                tr("Select &all"),
                tr("Choose every row shown"),
                {},
                key(QLatin1String("Ctrl+A")),
                Needs::Book,
                MenuId::Edit,
                false,
                [this] { selectAll(); }});
    addCommand({QStringLiteral("accounts.find"), tr("F&ilter the accounts"), tr("Type what the accounts must have"),
                QStringLiteral("filter"), key(QLatin1String("Ctrl+F")), Needs::Book, MenuId::Own, false,
                [this] { focusFilter(); }});
    addCommand({QStringLiteral("accounts.preview"), tr("&Preview"),
                tr("Show or hide what is known of the current account"), QStringLiteral("panel-right"),
                key(QLatin1String("Ctrl+P")), Needs::Book, MenuId::Own, false,
                [this] { setPreviewShown(!isPreviewShown()); }});
    addCommand({QStringLiteral("accounts.view.save"), tr("Save as a new &view..."),
                tr("Keep filter, order and groups under a name"), QStringLiteral("plus"),
                key(QLatin1String("Ctrl+Shift+S")), Needs::Book, MenuId::Own, false, [this] { saveViewAs(); }});
    addWriting(QStringLiteral("note"), tr("&Note..."), tr("Write a note about the current account (N)"),
               QStringLiteral("sticky-note"), key(QLatin1String("N")));
    addWriting(QStringLiteral("call"), tr("Log ca&ll..."), tr("Log a call with the current account (C)"),
               QStringLiteral("phone"), key(QLatin1String("C")));
    const auto sort = [this](bool adds) {
        if (const QModelIndex cell = m_table->currentIndex(); cell.isValid())
            sortBy(cell.column(), adds);
    };
    addCommand({QStringLiteral("accounts.sort"),
                tr("&Sort by this column"),
                tr("Order the accounts by the column of the current cell; once more turns it round"),
                {},
                key(QLatin1String("S")),
                Needs::Book,
                MenuId::Own,
                false,
                [sort] { sort(false); }});
    addCommand({QStringLiteral("accounts.sort-further"),
                tr("Sort f&urther by this column"),
                tr("Order those that are equal by the column of the current cell"),
                {},
                key(QLatin1String("Shift+S")),
                Needs::Book,
                MenuId::Own,
                false,
                [sort] { sort(true); }});
    addCommand({QStringLiteral("accounts.group-by"), tr("&Group the accounts..."),
                tr("Put accounts together that have the same CSM, stage or segment"), QStringLiteral("layers"),
                key(QLatin1String("G")), Needs::Book, MenuId::Own, false, [this] { m_group->click(); }});
    addCommand({QStringLiteral("accounts.columns-shown"), tr("C&olumns..."), tr("Choose the columns that are shown"),
                QStringLiteral("columns-3"), key(QLatin1String("Shift+C")), Needs::Book, MenuId::Own, false,
                [this] { m_columns->click(); }});
    // The key for menus is the platform's; where the keyboard has none this is what users know.
    addCommand({QStringLiteral("accounts.row-menu"),
                tr("&What can be done with the row..."),
                tr("Open the menu of the current account"),
                {},
                key(QLatin1String("Shift+F10")),
                Needs::Book,
                MenuId::Own,
                false,
                [this] { showMenu(m_table->visualRect(m_table->currentIndex()).center()); }});
    addCommand({QStringLiteral("accounts.export-seen"), tr("&Export what I see..."),
                tr("Write these rows and columns as a spreadsheet or CSV"), QStringLiteral("download"),
                key(QLatin1String("Ctrl+E")), Needs::Book, MenuId::File, false, [this] { exportSeen(); }});
}

/// Written on the page of the account, which opens with it.
void AccountsPage::addWriting(const QString& record, const QString& text, const QString& tip, const QString& icon,
                              const QKeySequence& keys)
{
    addCommand({QString(QStringLiteral("accounts.") + record), text, tip, icon, keys, widgets::Needs::Editing,
                widgets::MenuId::Own, false, [this, record] {
                    if (const AccountId account = m_table->currentAccount(); account.isValid())
                        Q_EMIT goRequested(widgets::accountPlace(account, widgets::newPart(record)));
                }});
}

void AccountsPage::fillGroupMenu(QMenu& menu)
{
    auto* choice = new QActionGroup(&menu);
    const auto add = [&](QMenu& to, const QString& text, std::optional<ColumnId> column) {
        QAction* action = to.addAction(menuText(text));
        choice->addAction(action);
        action->setCheckable(true);
        action->setChecked(m_presenter.model().group() == column);
        connect(action, &QAction::triggered, this, [this, column] { m_presenter.setGroup(column); });
    };
    add(menu, tr("No groups"), std::nullopt);
    const Numbers& numbers = m_presenter.model().numbers();
    if (!numbers)
        return;
    menu.addSeparator();
    for (const ColumnId id :
         {ColumnId::Csm, ColumnId::Stage, ColumnId::Segment, ColumnId::Industry, ColumnId::Region, ColumnId::Tier})
        add(menu, nameOf(id, *numbers), id);
    if (columnsOf(*numbers) == columnCount)
        return;
    QMenu& own = addOwnMenu(menu, new QMenu(&menu));
    for (int id = columnCount; id < columnsOf(*numbers); ++id)
        add(own, nameOf(static_cast<ColumnId>(id), *numbers), static_cast<ColumnId>(id));
}

void AccountsPage::fillColumnMenu(QMenu& menu)
{
    const Numbers& numbers = m_presenter.model().numbers();
    if (!numbers) {
        menu.addAction(tr("No book is open"))->setEnabled(false);
        return;
    }
    QMenu* own = nullptr;
    for (int section = 0; section < columnsOf(*numbers); ++section) {
        const auto id = static_cast<ColumnId>(section);
        if (isOwn(id) && !own)
            own = &addOwnMenu(menu, new widgets::StayingMenu(&menu));
        QAction* action = (own ? own : &menu)->addAction(menuText(nameOf(id, *numbers)));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(section));
        action->setEnabled(id != ColumnId::Name);
        connect(action, &QAction::toggled, this,
                [this, section](bool isShown) { m_table->setColumnShown(section, isShown); });
    }
}

/// Those of the book itself stand in a menu of their own, as there may be dozens.
QMenu& AccountsPage::addOwnMenu(QMenu& menu, QMenu* own)
{
    own->setTitle(tr("Your own &fields"));
    menu.addSeparator();
    menu.addMenu(own);
    return *own;
}

void AccountsPage::showMenu(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("accounts.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const AccountId account = m_table->currentAccount(); account.isValid())
        connect(menu->addAction(style::icon(QStringLiteral("arrow-right")), tr("&Open the account")),
                &QAction::triggered, this, [this, account] { Q_EMIT goRequested(widgets::accountPlace(account)); });
    constexpr const char* parts[][4] = {{"note", "call", "preview"},
                                        {"copy", "paste", "fill-down", "select-all"},
                                        {"sort", "sort-further", "group-by", "columns-shown"}};
    for (const auto& part : parts) {
        menu->addSeparator();
        for (const char* name : part)
            if (name)
                menu->addAction(&command(QStringLiteral("accounts.") + QString::fromLatin1(name)));
    }
    const QPoint place = m_table->viewport()->mapToGlobal(at);
    menu->popup(place);
    // Asked for with a key, Enter does the first thing; under the mouse nothing is chosen yet.
    if (place != QCursor::pos())
        menu->setActiveAction(menu->actions().front());
}

void AccountsPage::sortBy(int column, bool adds)
{
    const auto id = static_cast<ColumnId>(column);
    std::vector<SortKey> keys = m_presenter.model().sort();
    const auto known = std::ranges::find(keys, id, &SortKey::column);
    const SortKey key{id, known != keys.end() && !known->isDescending};
    if (adds && known != keys.end())
        *known = key;
    else if (adds)
        keys.push_back(key);
    else
        keys = {key};
    m_presenter.setSort(keys);
}

void AccountsPage::copy()
{
    const auto block = m_table->block();
    m_presenter.copy(block.accounts, block.columns);
}

void AccountsPage::paste()
{
    const auto room = m_table->room();
    const QString wrong = m_presenter.paste(room.accounts, room.columns, QApplication::clipboard()->text());
    m_hints->setNote(wrong);
    if (!wrong.isEmpty())
        Q_EMIT said(wrong);
}

void AccountsPage::fillDown()
{
    const auto block = m_table->block();
    const auto column = static_cast<ColumnId>(m_table->currentIndex().column());
    if (block.accounts.size() < 2)
        return;
    const QString text = m_presenter.model()
                             .index(m_presenter.model().rowOf(block.accounts.front()), static_cast<int>(column))
                             .data(Qt::EditRole)
                             .toString();
    const std::vector<AccountId> below(block.accounts.begin() + 1, block.accounts.end());
    if (const QString wrong = m_presenter.change(below, column, text); !wrong.isEmpty())
        Q_EMIT said(wrong);
}

void AccountsPage::exportSeen()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export what I see"), tr("accounts.xlsx"),
                                                      tr("Spreadsheet (*.xlsx);;CSV (*.csv)"));
    if (path.isEmpty())
        return;
    const Seen seen{m_presenter.model().numbers(), m_presenter.model().shown(), m_table->block().columns};
    const qsizetype rows = qsizetype(seen.lines.size());
    m_presenter.book().aside(
        [seen, path] { return exportRows(seen, path); }, this,
        [this, path, rows](const Status& done) {
            Q_EMIT said(
                done ? tr("%n accounts are in %1", nullptr, static_cast<int>(rows)).arg(QFileInfo(path).fileName())
                     : words::render(done.error(), m_presenter.locale()));
        });
}

void AccountsPage::saveViewAs()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* name = new QLineEdit;
    name->setObjectName(QStringLiteral("accounts.views.name"));
    name->setAccessibleName(tr("Name of the view"));
    name->setPlaceholderText(tr("Name of the view, then Enter"));
    name->setMinimumWidth(px(240));
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(name);
    menu->addAction(action);
    connect(name, &QLineEdit::returnPressed, this, [this, menu, name] {
        m_presenter.saveViewAs(name->text());
        menu->close();
    });
    menu->popup(m_tabs->mapToGlobal(QPoint(m_tabs->width(), m_tabs->height())));
    name->setFocus();
}

} // namespace steward::accounts
