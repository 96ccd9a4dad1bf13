// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/gaps_page.h"

#include "ui/importing/delegates.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/tone_label.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QHideEvent>
#include <QLineEdit>
#include <QSplitter>

namespace steward::importing {

using style::px;

namespace {

class CellDelegate final : public widgets::RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        auto* edit = new QLineEdit(parent);
        edit->setObjectName(QStringLiteral("gaps.cell"));
        edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return edit;
    }
};

} // namespace

widgets::View::Face GapsPage::ownFace() { return {QStringLiteral("gaps"), tr("Gaps"), QStringLiteral("list"), false}; }

GapsPage::GapsPage(OpenBook& book, const QLocale& locale, QWidget* parent)
    : View(ownFace(), parent)
    , m_presenter(book, locale)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(new widgets::Rule);
    column->addWidget(makeBody(), 1);
    addCommands();
    setFocusProxy(m_list);
    connect(&m_presenter, &GapsPresenter::changed, this, &GapsPage::show);
    connect(&m_presenter, &GapsPresenter::said, this, &View::said);
    show();
}

void GapsPage::addCommands()
{
    addCommand({QStringLiteral("gaps.open"), tr("Fill the &gaps"),
                tr("What is missing of the accounts, most worth knowing first"), QStringLiteral("list"),
                QKeySequence(QStringLiteral("Ctrl+G")), widgets::Needs::Book, widgets::MenuId::Go, true, [this] {
                    Q_EMIT goRequested({face().name, 0, {}});
                }});
    addCommand({QStringLiteral("gaps.edit"),
                tr("&Edit"),
                tr("Write into the chosen cell"),
                {},
                QKeySequence(Qt::Key_F2),
                widgets::Needs::Editing,
                widgets::MenuId::Own,
                false,
                [this] { edit(m_grid->currentIndex()); }});
    addCommand({QStringLiteral("gaps.copy"),
                tr("&Copy"),
                tr("Copy the chosen rows for a spreadsheet"),
                {},
                QKeySequence(QKeySequence::Copy),
                widgets::Needs::Book,
                widgets::MenuId::Own,
                false,
                [this] { copy(); }});
    addCommand({QStringLiteral("gaps.paste"),
                tr("&Paste a column"),
                tr("Fill the cells from here on from a spreadsheet; wrong ones are marked and left out"),
                {},
                QKeySequence(QKeySequence::Paste),
                widgets::Needs::Editing,
                widgets::MenuId::Own,
                false,
                [this] { paste(); }});
}

QWidget* GapsPage::makeHeader()
{
    auto* header = new widgets::PageHeader(tr("Gaps"));
    header->setCaption(tr("what is missing, most worth knowing first; an empty field lowers no score"));
    m_import = plainButton(tr("Import files..."), QStringLiteral("gaps.import"));
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT goRequested({QStringLiteral("import"), 0, {}}); });
    header->add(m_import);
    return header;
}

QWidget* GapsPage::makeBody()
{
    m_list = plainList(m_presenter.gaps(), QStringLiteral("gaps.list"), tr("What is missing"));
    m_list->setItemDelegate(new TwoLineDelegate({{}, GapsModel::CountRole, GapsModel::WorthRole, -1, true}, this));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && now.row() != m_presenter.current())
            m_presenter.choose(now.row());
    });
    m_grid = new PlainTable(m_presenter.grid(), QStringLiteral("gaps.grid"), tr("Accounts that lack it"));
    m_grid->setItemDelegate(new CellDelegate(this));
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    widgets::setColumn(*m_grid, GapGridModel::Arr, 110);
    connect(m_grid, &PlainTable::enterPressed, this, &GapsPage::edit);
    connect(m_list, &QListView::activated, this, [this] {
        m_grid->setFocus();
        if (m_presenter.grid().rowCount() > 0)
            m_grid->setCurrentIndex(m_presenter.grid().index(0, GapGridModel::Value));
    });
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_grid, 1);
    column->addWidget(new widgets::KeyHints({{QStringLiteral("F2"), tr("edit"), true},
                                             {QStringLiteral("Ctrl+V"), tr("paste a column"), true},
                                             {QStringLiteral("Ctrl+C"), tr("copy names and values")},
                                             {QStringLiteral("Ctrl+Z"), tr("undo"), true}}));
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("gaps.split"));
    split->addWidget(m_list);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({px(330), px(900)});
    m_state = new widgets::StatePage(QStringLiteral("list"));
    m_pages = new QStackedWidget;
    m_pages->addWidget(split);
    m_pages->addWidget(m_state);
    return m_pages;
}

void GapsPage::edit(const QModelIndex& index)
{
    const QModelIndex cell = index.siblingAtColumn(GapGridModel::Value);
    m_grid->setCurrentIndex(cell);
    if (cell.flags() & Qt::ItemIsEditable)
        m_grid->edit(cell);
    else if (!m_presenter.isEditable())
        Q_EMIT said(widgets::whyNoEdit(m_presenter.looksBack()));
}

/// Names are read whole where what is missing leaves room.
void GapsPage::fitNames()
{
    const QAbstractItemView& view = *m_grid;
    m_grid->setColumnWidth(GapGridModel::Name, std::clamp(view.sizeHintForColumn(GapGridModel::Name) + px(16), px(160),
                                                          std::max(px(160), m_grid->width() / 2)));
}

/// So are the kinds of what is missing, beside how much of it is.
void GapsPage::fitKinds()
{
    const QFontMetrics name(style::fontOf(style::Type::Strong));
    const QFontMetrics count(style::fontOf(style::Type::Body));
    const QAbstractItemModel& gaps = *m_list->model();
    int widest = 0;
    for (int row = 0; row < gaps.rowCount(); ++row) {
        const QModelIndex gap = gaps.index(row, 0);
        widest = std::max(widest, name.horizontalAdvance(gap.data().toString()) +
                                      count.horizontalAdvance(gap.data(GapsModel::CountRole).toString()));
    }
    m_list->setMinimumWidth(std::clamp(widest + px(40), px(350), std::max(px(350), width() / 2)));
}

void GapsPage::resizeEvent(QResizeEvent* event)
{
    View::resizeEvent(event);
    fitKinds();
    fitNames();
}

void GapsPage::hideEvent(QHideEvent* event)
{
    View::hideEvent(event);
    if (!event->spontaneous())
        m_presenter.rest();
}

void GapsPage::come(const widgets::Place&)
{
    m_presenter.refresh();
    m_list->setFocus();
}

void GapsPage::show()
{
    using State = GapsPresenter::State;
    const State state = m_presenter.state();
    // Rows that were filled stay, also when they were the last.
    const bool hasRows = m_presenter.grid().rowCount() > 0;
    if (state == State::Loading)
        m_state->say(tr("Looking for gaps"), tr("Every score is asked what it would like to know."));
    else if (state == State::NoAccounts)
        m_state->say(tr("No accounts yet"),
                     tr("Import your accounts; then this page says what is worth adding first."));
    else
        m_state->say(tr("Nothing is missing"), tr("Every account has its renewal date, sponsor, goal, seats and CSM."));
    m_pages->setCurrentIndex(state == State::Ready || hasRows ? 0 : 1);
    fitKinds();
    fitNames();
    const QModelIndex now = m_presenter.gaps().index(m_presenter.current(), 0);
    if (now.isValid() && m_list->currentIndex() != now)
        m_list->setCurrentIndex(now);
    if (!m_grid->currentIndex().isValid() && hasRows)
        m_grid->setCurrentIndex(m_presenter.grid().index(0, GapGridModel::Value));
}

void GapsPage::paste()
{
    const QString wrong =
        m_presenter.paste(std::max(0, m_grid->currentIndex().row()), QApplication::clipboard()->text());
    if (!wrong.isEmpty())
        Q_EMIT said(wrong);
}

void GapsPage::copy()
{
    int first = m_grid->currentIndex().row();
    int last = first;
    for (const QItemSelectionRange& range : m_grid->selectionModel()->selection()) {
        first = std::min(first, range.top());
        last = std::max(last, range.bottom());
    }
    QApplication::clipboard()->setText(m_presenter.copyText(first, last));
}

} // namespace steward::importing
