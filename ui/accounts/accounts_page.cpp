// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_page.h"

#include "ui/style/icons.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/staying_menu.h"
#include "ui/widgets/tone_label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>

namespace steward::accounts {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr int stateVersion = 3; ///< another one when columns or fields change: then the old state is forgotten

QToolButton* toolButton(const QString& text, const QString& icon, const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setText(text);
    button->setIcon(style::icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QPushButton* linkButton(const QString& text, const QString& name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setFlat(true);
    return button;
}

} // namespace

widgets::View::Face AccountsPage::ownFace()
{
    return {QStringLiteral("accounts"), tr("Accounts"), QStringLiteral("table-2"), true};
}

AccountsPage::AccountsPage(AccountsPresenter& presenter, QWidget* parent)
    : View(ownFace(), parent)
    , m_presenter(presenter)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeTabs());
    layout->addWidget(makeFilterBar());
    layout->addWidget(makeBody(), 1);
    connect(&presenter, &AccountsPresenter::viewsChanged, this, &AccountsPage::showViews);
    connect(&presenter, &AccountsPresenter::filterChanged, this, &AccountsPage::showFilter);
    connect(&presenter, &AccountsPresenter::stateChanged, this, &AccountsPage::showState);
    connect(&presenter, &AccountsPresenter::said, this, &AccountsPage::said);
    connect(&presenter, &AccountsPresenter::copied, this,
            [](const QString& text) { QApplication::clipboard()->setText(text); });
    connect(&presenter, &AccountsPresenter::viewChosen, this, &AccountsPage::moved);
    connect(&presenter.book(), &OpenBook::numbersChanged, this, &AccountsPage::takeNumbers);
    connect(&presenter.model(), &QAbstractItemModel::modelReset, this, &AccountsPage::showPreview);
    connect(&presenter.model(), &QAbstractItemModel::dataChanged, this, &AccountsPage::showPreview);
    setFocusProxy(m_table);
    addCommands();
    showViews();
    showFilter();
    showState();
    takeNumbers();
}

void AccountsPage::takeNumbers()
{
    if (!m_presenter.book().numbers())
        return;
    if (m_wanted.isValid())
        m_isOnFirst = !m_table->choose(std::exchange(m_wanted, {})) && m_isOnFirst;
    // Scores come after the names and turn the order round: who has chosen none stands on the first one still.
    if (m_table->currentIndex().isValid() && !m_isOnFirst)
        return;
    m_isOnFirst = true;
    m_table->setCurrentIndex(m_presenter.model().index(0, 0));
    m_table->scrollToTop();
}

bool AccountsPage::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::ShortcutOverride || type == QEvent::MouseButtonPress)
        m_isOnFirst = false;
    return View::eventFilter(watched, event);
}

void AccountsPage::come(const widgets::Place& place)
{
    bool isView = false;
    const int view = place.part.toInt(&isView);
    if (isView && view != m_presenter.currentView()) {
        const QSignalBlocker blocker(this);
        m_presenter.chooseView(view);
    }
    if (place.record == 0)
        return;
    if (m_presenter.book().numbers())
        showAccount(AccountId(place.record));
    else
        m_wanted = AccountId(place.record);
}

widgets::Place AccountsPage::place() const
{
    return {face().name, m_table->currentAccount().value(), QString::number(m_presenter.currentView())};
}

QWidget* AccountsPage::makeHeader()
{
    auto* header = new widgets::PageHeader(tr("Accounts"));
    m_group = toolButton(tr("Group"), QStringLiteral("layers"), QStringLiteral("accounts.group"));
    m_columns = toolButton(tr("Columns"), QStringLiteral("columns-3"), QStringLiteral("accounts.columns"));
    for (auto [button, menu, fill] :
         {std::tuple(m_group, new QMenu(m_group), &AccountsPage::fillGroupMenu),
          {m_columns, new widgets::StayingMenu(m_columns), &AccountsPage::fillColumnMenu}}) {
        connect(button, &QToolButton::clicked, menu, [button, menu] {
            menu->popup(button->mapToGlobal(QPoint(0, button->height())));
            menu->setActiveAction(menu->actions().front());
        });
        connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
            menu->clear();
            qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
            (this->*fill)(*menu);
        });
    }
    auto* out = toolButton(tr("Export what I see"), QStringLiteral("download"), QStringLiteral("accounts.export"));
    connect(out, &QToolButton::clicked, this, &AccountsPage::exportSeen);
    m_previewButton = toolButton({}, QStringLiteral("panel-right"), QStringLiteral("accounts.preview.toggle"));
    m_previewButton->setAccessibleName(tr("Preview"));
    m_previewButton->setToolTip(tr("Show or hide the preview (Space)"));
    m_previewButton->setCheckable(true);
    m_previewButton->setChecked(true);
    connect(m_previewButton, &QToolButton::clicked, this, &AccountsPage::setPreviewShown);
    for (QToolButton* button : {m_group, m_columns, out, m_previewButton})
        header->add(button);
    return header;
}

QWidget* AccountsPage::makeTabs()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(px(8), 0, px(12), 0);
    row->setSpacing(px(4));
    m_tabs = new widgets::TabStrip(bar);
    m_tabs->setObjectName(QStringLiteral("accounts.views"));
    m_tabs->setAccessibleName(tr("Saved views"));
    row->addWidget(m_tabs);
    auto* add = toolButton({}, QStringLiteral("plus"), QStringLiteral("accounts.views.add"));
    add->setAccessibleName(tr("Save as a new view"));
    add->setToolTip(tr("Save what you see as a new view"));
    connect(add, &QToolButton::clicked, this, &AccountsPage::saveViewAs);
    row->addWidget(add);
    row->addStretch();
    m_save = linkButton(tr("Save view"), QStringLiteral("accounts.views.save"));
    m_revert = linkButton(tr("Revert"), QStringLiteral("accounts.views.revert"));
    for (QPushButton* button : {m_save, m_revert}) {
        // The page stays where it is while somebody types a filter.
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        row->addWidget(button);
    }
    connect(m_save, &QPushButton::clicked, &m_presenter, &AccountsPresenter::saveView);
    connect(m_revert, &QPushButton::clicked, this, [this] { m_presenter.chooseView(m_presenter.currentView()); });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0)
            m_presenter.chooseView(tab);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab >= 0 && tab != m_presenter.currentView())
            m_presenter.chooseView(tab);
    });
    m_tabs->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tabs, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        const int tab = m_tabs->tabAt(at);
        QMenu menu;
        QAction* remove = menu.addAction(tr("Remove this view"));
        remove->setEnabled(tab >= 0 && m_tabs->count() > 1);
        if (menu.exec(m_tabs->mapToGlobal(at)) == remove)
            m_presenter.removeView(tab);
    });
    return bar;
}

QWidget* AccountsPage::makeFilterBar()
{
    auto* bar = new QWidget;
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(px(12), px(6), px(16), px(6));
    column->setSpacing(px(2));
    auto* row = new QHBoxLayout;
    m_filter = new widgets::FilterEdit(bar);
    m_filter->setObjectName(QStringLiteral("accounts.filter"));
    m_filter->setAccessibleName(tr("Filter the accounts"));
    m_filter->setHasTokens(true);
    m_filter->setPlaceholderText(tr("Type to filter, or renewal:90d  csm:ana  arr>50k  stage:adoption"));
    m_completer = new FilterCompleter(*m_filter);
    m_count = new QLabel;
    m_count->setFont(style::fontOf(Type::Strong));
    m_sum = new QLabel;
    m_fault = new widgets::ToneLabel({}, Type::Body, style::Band::Red);
    m_fault->setObjectName(QStringLiteral("accounts.filter.fault"));
    m_orderNote = new widgets::ToneLabel({}, Type::Small, Tone::Muted);
    m_orderNote->setObjectName(QStringLiteral("accounts.order"));
    m_orderNote->setWordWrap(true);
    row->addWidget(m_filter, 1);
    row->addSpacing(px(4));
    row->addWidget(m_count);
    row->addWidget(m_sum);
    column->addLayout(row);
    column->addWidget(m_fault);
    column->addWidget(m_orderNote);
    connect(m_filter, &QLineEdit::textChanged, &m_presenter, &AccountsPresenter::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        showFault();
        m_table->setFocus();
    });
    m_faultDue.setSingleShot(true);
    connect(&m_faultDue, &QTimer::timeout, this, &AccountsPage::showFault);
    return bar;
}

QWidget* AccountsPage::makeBody()
{
    m_table = new AccountsTable(m_presenter.model(), this);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_preview = new PreviewPane(m_presenter.locale(), this);
    m_hints = new widgets::KeyHints({{QStringLiteral("Enter"), tr("open account")},
                                     {QStringLiteral("F2"), tr("edit cell"), true},
                                     {QStringLiteral("Ctrl+V"), tr("paste a block"), true},
                                     {QStringLiteral("Ctrl+D"), tr("fill down"), true},
                                     {QStringLiteral("Space"), tr("preview")},
                                     {QStringLiteral("Ctrl+F"), tr("filter")}});
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_hints);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setObjectName(QStringLiteral("accounts.split"));
    m_split->addWidget(left);
    m_split->addWidget(m_preview);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setCollapsible(0, false);
    m_empty = new widgets::StatePage(QStringLiteral("table-2"));
    m_empty->say(tr("No accounts yet"),
                 tr("Every customer you import stands here with its contract, renewal, people and conversations."));
    m_import = m_empty->addButton(tr("Import your accounts (CSV)"), QStringLiteral("accounts.import"), true);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT goRequested({QStringLiteral("import"), 0, {}}); });
    m_noMatch = new widgets::StatePage(QStringLiteral("filter"));
    auto* clear = m_noMatch->addButton(tr("Clear the filter"), QStringLiteral("accounts.clear"), true);
    connect(clear, &QPushButton::clicked, m_filter, &QLineEdit::clear);
    m_states = new widgets::PageStack;
    for (QWidget* page :
         {static_cast<QWidget*>(m_split), static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_noMatch)})
        m_states->addWidget(page);
    connect(m_table, &AccountsTable::opened, this,
            [this](AccountId account) { Q_EMIT goRequested(widgets::accountPlace(account)); });
    connect(&m_table->cells(), &AccountsDelegate::editingBegun, this, [this] { m_presenter.hold(true); });
    // Queued: the table is still at work on the cell when its editor goes.
    connect(
        &m_table->cells(), &AccountsDelegate::editingEnded, this, [this] { m_presenter.hold(false); },
        Qt::QueuedConnection);
    connect(m_table, &AccountsTable::whyRequested, this, [this] { setPreviewShown(!isPreviewShown()); });
    connect(m_table, &AccountsTable::currentAccountChanged, this, &AccountsPage::showPreview);
    m_rested.setSingleShot(true);
    connect(&m_rested, &QTimer::timeout, this, &AccountsPage::showPreview);
    connect(m_table, &AccountsTable::editRefused, this, [this](int refused) {
        const OpenBook& book = m_presenter.book();
        const QString name = nameOf(static_cast<ColumnId>(refused), *m_presenter.model().numbers());
        Q_EMIT said(book.isEditable() ? tr("%1 is not typed in this list").arg(name)
                                      : widgets::whyNoEdit(book.looksBack()));
    });
    connect(m_preview, &PreviewPane::openRequested, this,
            [this](AccountId account) { Q_EMIT goRequested(widgets::accountPlace(account)); });
    connect(m_preview, &PreviewPane::closeRequested, this, [this] { setPreviewShown(false); });
    QHeaderView* heads = m_table->horizontalHeader();
    connect(heads, &QHeaderView::sectionClicked, this,
            [this](int clicked) { sortBy(clicked, QApplication::keyboardModifiers() & Qt::ShiftModifier); });
    heads->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(heads, &QWidget::customContextMenuRequested, m_columns, &QToolButton::click);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &AccountsPage::showMenu);
    heads->setSectionsClickable(true);
    heads->setSortIndicatorShown(true);
    return m_states;
}

void AccountsPage::showViews()
{
    const auto& views = m_presenter.views();
    const QSignalBlocker blocker(m_tabs);
    while (m_tabs->count() > static_cast<int>(views.size()))
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int i = 0; i < static_cast<int>(views.size()); ++i) {
        if (i >= m_tabs->count())
            m_tabs->addTab(views[std::size_t(i)].name);
        else if (m_tabs->tabText(i) != views[std::size_t(i)].name)
            m_tabs->setTabText(i, views[std::size_t(i)].name);
        m_tabs->setCount(i, m_presenter.countOfView(i));
        m_tabs->setChanged(i, i == m_presenter.currentView() && m_presenter.isViewChanged());
    }
    m_tabs->setCurrentIndex(m_presenter.currentView());
    m_orderNote->setText(m_presenter.orderNote());
    m_orderNote->setVisible(!m_orderNote->text().isEmpty());
    m_save->setVisible(m_presenter.isViewChanged());
    m_revert->setVisible(m_presenter.isViewChanged());
    const SortKey key = m_presenter.model().sort().front();
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(key.column),
                                                  key.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void AccountsPage::showFilter()
{
    if (m_filter->text() != m_presenter.filter()) {
        const QSignalBlocker blocker(m_filter);
        m_filter->setText(m_presenter.filter());
    }
    if (m_presenter.model().numbers())
        m_completer->setFields(m_presenter.model().numbers()->fields);
    std::vector<widgets::FilterEdit::Part> parts;
    for (const auto& [from, length] : m_presenter.conditions())
        parts.push_back({from, length});
    const auto& fault = m_presenter.fault();
    m_filter->setFault({fault.from, fault.length});
    m_filter->setUnderstood(std::move(parts));
    m_count->setText(m_presenter.countText());
    m_sum->setText(QString(QStringLiteral("\u00b7 ") + m_presenter.sumText()));
    // A condition is wrong until it is written: what is told while it is typed would come and go with the letters.
    constexpr int rest = 500;
    if (!fault.sentence.isEmpty() && m_fault->isHidden() && m_filter->hasFocus())
        m_faultDue.start(rest);
    else
        showFault();
}

void AccountsPage::showFault()
{
    m_faultDue.stop();
    const QString& sentence = m_presenter.fault().sentence;
    m_fault->setText(sentence.isEmpty() ? QString() : tr("%1 Showing the last good filter.").arg(sentence));
    m_fault->setVisible(!sentence.isEmpty());
}

void AccountsPage::showState()
{
    using State = AccountsPresenter::State;
    switch (m_presenter.state()) {
    case State::Empty:
        m_states->setCurrentWidget(m_empty);
        break;
    case State::NoMatch:
        m_noMatch->say(tr("No account matches this filter"),
                       tr("None of the accounts in this book fits \u201c%1\u201d.").arg(m_presenter.filter()));
        m_states->setCurrentWidget(m_noMatch);
        break;
    case State::Loading:
    case State::Ready:
        m_states->setCurrentWidget(m_split);
        break;
    }
}

void AccountsPage::showPreview()
{
    if (!isPreviewShown())
        return;
    // Who types looks at the list; the preview follows when the fingers rest.
    constexpr int rest = 150;
    if (m_filter->hasFocus() && sender() != &m_rested) {
        m_rested.start(rest);
        return;
    }
    m_preview->show(m_presenter.model().numbers(), m_presenter.model().lineAt(m_table->currentIndex().row()));
}

void AccountsPage::setPreviewShown(bool isShown)
{
    m_wantsPreview = isShown;
    m_preview->setVisible(isShown);
    m_previewButton->setChecked(isShown);
    if (isShown)
        showPreview();
}

void AccountsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int wanted = width() > px(1500) ? px(400) : width() > px(1150) ? px(312) : px(280);
    if (m_wantsPreview)
        m_split->setSizes({width() - wanted, wanted});
}

void AccountsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void AccountsPage::showAccount(AccountId account)
{
    m_isOnFirst = false;
    if (!m_table->choose(account)) {
        m_presenter.setFilter({});
        m_table->choose(account);
    }
    setPreviewShown(true);
    m_table->setFocus();
}

QByteArray AccountsPage::state() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    const std::vector<AccountsTable::Look> looks = m_table->looks();
    out << stateVersion << static_cast<int>(looks.size());
    for (const AccountsTable::Look& each : looks)
        out << each.name << each.width << each.isShown;
    out << accounts::textOf(m_presenter.views()) << m_presenter.currentView() << m_table->currentAccount().value()
        << isPreviewShown();
    return bytes;
}

void AccountsPage::restore(const QByteArray& state)
{
    QDataStream in(state);
    int version = 0;
    int count = 0;
    in >> version >> count;
    if (in.status() != QDataStream::Ok || version != stateVersion)
        return;
    std::vector<AccountsTable::Look> looks;
    for (int i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        AccountsTable::Look& each = looks.emplace_back();
        in >> each.name >> each.width >> each.isShown;
    }
    QString views;
    int view = 0;
    qint64 account = 0;
    bool hasPreview = true;
    in >> views >> view >> account >> hasPreview;
    if (in.status() != QDataStream::Ok)
        return;
    m_table->setLooks(std::move(looks));
    m_presenter.setViews(viewsOf(views));
    m_presenter.chooseView(view);
    m_wanted = AccountId(account);
    setPreviewShown(hasPreview);
}

} // namespace steward::accounts
