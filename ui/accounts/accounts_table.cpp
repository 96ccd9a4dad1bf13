// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace steward::accounts {

using style::px;

namespace {

constexpr int mostMeasured = 300; ///< rows that the width of a column is taken from

} // namespace

AccountsTable::AccountsTable(AccountsModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new AccountsDelegate(this))
{
    setObjectName(QStringLiteral("accounts.table"));
    setAccessibleName(tr("Accounts"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(EditKeyPressed | DoubleClicked);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!(index.flags() & Qt::ItemIsEditable) && currentAccount().isValid())
            Q_EMIT opened(currentAccount());
    });
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setObjectName(QStringLiteral("accounts.header"));
    header->setFixedHeight(px(28));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setFont(style::fontOf(style::Type::Small));
    header->setMinimumSectionSize(px(40));
    for (const Column& column : columns()) {
        header->resizeSection(static_cast<int>(column.id), px(column.width));
        setColumnHidden(static_cast<int>(column.id), !column.isShown);
    }
    setDensity(style::Density::Normal);
    connect(&model, &AccountsModel::columnsAboutToChange, this, &AccountsTable::keepLooks);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &AccountsTable::keepCurrent);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        takeColumns();
        spanGroups();
        if (m_model.numbers() && m_fitted != m_model.numbers().get())
            fitNumbers();
        restoreCurrent();
    });
    // Made after the book was read, it hears of no numbers.
    takeColumns();
    if (model.numbers())
        fitNumbers();
}

QString AccountsTable::nameOfSection(int section) const
{
    return section < columnCount ? QString::fromLatin1(columns()[std::size_t(section)].name)
                                 : nameInSettings(static_cast<ColumnId>(section), *m_model.numbers());
}

/// The columns of another book, or those an import brought.
void AccountsTable::takeColumns()
{
    const QStringList own = m_model.numbers() ? ownNames(*m_model.numbers()) : QStringList();
    if (own == m_own)
        return;
    m_own = own;
    applyLooks();
}

void AccountsTable::applyLooks()
{
    QHeaderView& header = *horizontalHeader();
    m_lent.clear();
    for (int section = columnCount; section < m_model.columnCount(); ++section) {
        header.resizeSection(section, px(columnOf(static_cast<ColumnId>(section)).width));
        setColumnHidden(section, true);
    }
    std::map<QString, int> sections;
    for (int section = 0; section < m_model.columnCount(); ++section)
        sections.emplace(nameOfSection(section), section);
    int place = 0;
    for (const Look& look : m_looks)
        if (const auto found = sections.find(look.name); found != sections.end()) {
            header.moveSection(header.visualIndex(found->second), place++);
            header.resizeSection(found->second, look.width);
            setColumnHidden(found->second, !look.isShown);
        }
}

void AccountsTable::setColumnShown(int section, bool isShown)
{
    setColumnHidden(section, !isShown);
    if (m_model.numbers())
        fitNumbers();
}

void AccountsTable::setLooks(std::vector<Look> looks)
{
    m_looks = std::move(looks);
    applyLooks();
    if (m_model.numbers())
        fitNumbers();
}

std::vector<AccountsTable::Look> AccountsTable::looks()
{
    keepLooks();
    return m_looks;
}

/// What the columns look like now, and behind them what was kept of others.
void AccountsTable::keepLooks()
{
    giveRoomBack();
    std::vector<Look> looks;
    for (int visual = 0; visual < m_model.columnCount(); ++visual) {
        const int section = horizontalHeader()->logicalIndex(visual);
        const bool isShown = !isColumnHidden(section);
        // A hidden section has no width of its own to ask for.
        if (!isShown)
            setColumnHidden(section, false);
        looks.push_back({nameOfSection(section), columnWidth(section), isShown});
        if (!isShown)
            setColumnHidden(section, true);
    }
    for (Look& look : m_looks)
        if (std::ranges::find(looks, look.name, &Look::name) == looks.end())
            looks.push_back(std::move(look));
    m_looks = std::move(looks);
    lendRoom();
}

/// A column that was dragged since keeps what it was given by hand.
void AccountsTable::giveRoomBack()
{
    for (const Lent& each : m_lent)
        if (columnWidth(each.section) == each.lent)
            setColumnWidth(each.section, each.own);
    m_lent.clear();
}

/// Names and tasks are cut only where there is no room for them: in a wide window they take what the last column would.
/// First what nine of ten need, so that one long name does not take it all, then the longest.
void AccountsTable::lendRoom()
{
    giveRoomBack();
    const QHeaderView& header = *horizontalHeader();
    int room = viewport()->width();
    int last = 0;
    for (int at = 0; at < header.count(); ++at)
        if (const int section = header.logicalIndex(at); !isColumnHidden(section)) {
            room -= columnWidth(section);
            last = section;
        }
    room += columnWidth(last) - px(columnOf(static_cast<ColumnId>(last)).width);
    if (room < 0) {
        endWithWholeColumn();
        return;
    }
    struct Wish
    {
        int section;
        int own;
        std::array<int, 2> wanted; ///< for nine of ten, for all
    };
    std::vector<Wish> wishes;
    for (const ColumnId id : {ColumnId::Name, ColumnId::NextTask}) {
        const int section = static_cast<int>(id);
        if (room <= 0 || isColumnHidden(section) || section == last)
            continue;
        if (const auto wanted = wantedBy(section))
            wishes.push_back({section, columnWidth(section), *wanted});
    }
    for (const std::size_t round : {0U, 1U})
        for (const Wish& wish : wishes) {
            const int more = std::min(room, wish.wanted[round] - columnWidth(wish.section));
            if (more <= 0)
                continue;
            setColumnWidth(wish.section, columnWidth(wish.section) + more);
            room -= more;
        }
    for (const Wish& wish : wishes)
        if (columnWidth(wish.section) != wish.own)
            m_lent.push_back({wish.section, wish.own, columnWidth(wish.section)});
}

/// Where not all columns fit, those from the right go as a whole: names take what would be a strip of the first of
/// them.
void AccountsTable::endWithWholeColumn()
{
    constexpr int section = static_cast<int>(ColumnId::Name);
    const QHeaderView& header = *horizontalHeader();
    int strip = viewport()->width();
    bool hasName = false;
    for (int at = 0; at < header.count(); ++at) {
        const int next = header.logicalIndex(at);
        if (isColumnHidden(next))
            continue;
        if (columnWidth(next) > strip)
            break;
        strip -= columnWidth(next);
        hasName = hasName || next == section;
    }
    if (!hasName || strip == 0)
        return;
    const int own = columnWidth(section);
    setColumnWidth(section, own + strip);
    m_lent.push_back({section, own, own + strip});
}

std::optional<std::array<int, 2>> AccountsTable::wantedBy(int section)
{
    if (const auto known = m_wanted.find(section); known != m_wanted.end())
        return known->second;
    const QFontMetrics body(style::fontOf(style::Type::Body));
    std::vector<int> widths;
    for (int row = 0; row < std::min(m_model.rowCount(), mostMeasured); ++row)
        if (m_model.lineAt(row))
            widths.push_back(body.horizontalAdvance(m_model.index(row, section).data().toString()) + px(18));
    if (widths.empty())
        return {};
    std::ranges::sort(widths);
    return m_wanted[section] = {widths[(widths.size() - 1) * 9 / 10], widths.back()};
}

bool AccountsTable::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event)
{
    const bool isRefused = trigger == EditKeyPressed && index.isValid() && !(index.flags() & Qt::ItemIsEditable);
    if (isRefused && m_model.lineAt(index.row()))
        Q_EMIT editRefused(index.column());
    return QTableView::edit(index, trigger, event);
}

void AccountsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        lendRoom();
}

void AccountsTable::setDensity(style::Density density)
{
    verticalHeader()->setDefaultSectionSize(style::rowHeight(density));
}

/// Numbers and dates are never cut: their columns grow to the widest of the rows that come first.
void AccountsTable::fitNumbers()
{
    giveRoomBack();
    m_wanted.clear();
    const QFont body = style::fontOf(style::Type::Strong);
    const QFontMetrics head(style::fontOf(style::Type::Small));
    for (int section = 0; section < m_model.columnCount(); ++section) {
        if (isColumnHidden(section))
            continue;
        const auto id = static_cast<ColumnId>(section);
        // Words of ours are few and short; names from a file may be anything.
        const bool isWhole = isRightAligned(id, *m_model.numbers()) || id == ColumnId::Stage || id == ColumnId::Segment;
        const QString title = m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        // The head of a field that a file brought may be a sentence.
        qreal widest = std::min(head.horizontalAdvance(title), px(240)) + px(14);
        for (int row = 0; isWhole && row < std::min(m_model.rowCount(), mostMeasured); ++row)
            if (m_model.lineAt(row))
                widest = std::max(widest, style::numberWidth(body, m_model.index(row, section).data().toString()) +
                                              AccountsDelegate::roomBeside(id));
        const int needed = static_cast<int>(widest) + px(18);
        if (columnWidth(section) < needed)
            setColumnWidth(section, needed);
    }
    m_fitted = m_model.numbers().get();
    lendRoom();
}

void AccountsTable::spanGroups()
{
    clearSpans();
    if (!m_model.group())
        return;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (!m_model.lineAt(row))
            setSpan(row, 0, 1, m_model.columnCount());
}

AccountId AccountsTable::currentAccount() const
{
    const auto* line = m_model.lineAt(currentIndex().row());
    return line ? line->facts->id() : AccountId();
}

void AccountsTable::keepCurrent()
{
    if (const AccountId current = currentAccount(); current.isValid())
        m_keptAccount = current;
    if (currentIndex().isValid())
        m_keptColumn = currentIndex().column();
}

void AccountsTable::restoreCurrent()
{
    const int row = m_keptAccount.isValid() ? m_model.rowOf(m_keptAccount) : -1;
    if (row >= 0)
        setCurrentIndex(m_model.index(row, m_keptColumn));
}

bool AccountsTable::choose(AccountId account)
{
    const int row = m_model.rowOf(account);
    if (row < 0)
        return false;
    m_keptAccount = account;
    setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())));
    scrollTo(currentIndex());
    return true;
}

std::vector<ColumnId> AccountsTable::shownColumns() const
{
    std::vector<ColumnId> shown;
    for (int visual = 0; visual < m_model.columnCount(); ++visual)
        if (const int logical = horizontalHeader()->logicalIndex(visual); !isColumnHidden(logical))
            shown.push_back(static_cast<ColumnId>(logical));
    return shown;
}

AccountsTable::Block AccountsTable::block() const
{
    Block block;
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    if (rows.empty() && currentIndex().isValid())
        rows.push_back(currentIndex().row());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const int row : rows)
        if (const auto* line = m_model.lineAt(row))
            block.accounts.push_back(line->facts->id());
    block.columns = shownColumns();
    return block;
}

AccountsTable::Block AccountsTable::room() const
{
    Block room;
    for (int row = currentIndex().row(); row >= 0 && row < m_model.rowCount(); ++row)
        if (const auto* line = m_model.lineAt(row))
            room.accounts.push_back(line->facts->id());
    const auto shown = shownColumns();
    const auto from = std::ranges::find(shown, static_cast<ColumnId>(currentIndex().column()));
    room.columns.assign(from, shown.end());
    return room;
}

void AccountsTable::keyPressEvent(QKeyEvent* event)
{
    // An editor hands on the Enter that ends it.
    const bool isPlain =
        state() != EditingState && (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier);
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentAccount().isValid())
            Q_EMIT opened(currentAccount());
        return;
    }
    if (isPlain && event->key() == Qt::Key_Space) {
        Q_EMIT whyRequested();
        return;
    }
    QTableView::keyPressEvent(event);
}

void AccountsTable::hover(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void AccountsTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    hover(indexAt(event->position().toPoint()).row());
}

void AccountsTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void AccountsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentAccountChanged();
}

} // namespace steward::accounts
