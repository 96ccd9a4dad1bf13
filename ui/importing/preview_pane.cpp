// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/preview_pane.h"

#include "ui/importing/delegates.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tone_label.h"

#include <QHeaderView>

namespace steward::importing {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr Sort sorts[] = {Sort::ToLookAt,  Sort::All,      Sort::Create, Sort::Update,
                          Sort::Unchanged, Sort::NotFound, Sort::Unread};
constexpr int sortTabs = static_cast<int>(std::size(sorts));
constexpr int totalsTab = sortTabs;

int tabOf(Sort sort) { return static_cast<int>(std::ranges::find(sorts, sort) - std::begin(sorts)); }

} // namespace

PreviewPane::PreviewPane(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_tabs(new widgets::TabStrip)
    , m_shares(new ShareBar)
    , m_stack(new QStackedWidget)
    , m_rows(new PlainTable(presenter.rows(), QStringLiteral("import.rows"), tr("What happens to each row")))
    , m_matches(new MatchPane(presenter))
    , m_totals(makeTotals())
    , m_busy(new widgets::StatePage(QStringLiteral("file-text")))
    , m_nothing(new widgets::StatePage(QStringLiteral("circle-check")))
{
    m_again = m_nothing->addButton(tr("Read them again"), QStringLiteral("import.read"));
    connect(m_again, &QPushButton::clicked, &presenter, &ImportPresenter::check);
    m_tabs->setObjectName(QStringLiteral("import.tabs"));
    m_tabs->setAccessibleName(tr("Which rows are shown"));
    for (const Sort sort : sorts)
        m_tabs->addTab(nameOf(sort));
    m_tabs->addTab(tr("Before and after"));
    m_rows->setItemDelegate(new RowsDelegate(this));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setColumnWidth(RowsModel::Line, px(52));
    connect(&presenter.rows(), &QAbstractItemModel::modelReset, this, &PreviewPane::fitNames);
    for (QWidget* page :
         {static_cast<QWidget*>(m_rows), static_cast<QWidget*>(m_matches), static_cast<QWidget*>(m_totals),
          static_cast<QWidget*>(m_busy), static_cast<QWidget*>(m_nothing)})
        m_stack->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(px(12), px(4), px(12), px(4));
    bar->addWidget(m_shares);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFooter());
    connect(m_tabs, &QTabBar::currentChanged, this, &PreviewPane::chooseTab);
    connect(&presenter, &ImportPresenter::fileChosen, this, &PreviewPane::show);
    connect(&presenter, &ImportPresenter::progressed, this, &PreviewPane::showProgress);
}

void PreviewPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitNames();
}

/// Names are read whole where there is room for them beside what changes.
void PreviewPane::fitNames()
{
    const auto fit = [this](int column, int least, int share) {
        const int most = std::max(px(least), width() * share / 100);
        const QAbstractItemView& view = *m_rows;
        const int sign = column == RowsModel::Result ? px(20) : 0;
        m_rows->setColumnWidth(column, std::clamp(view.sizeHintForColumn(column) + px(16) + sign, px(least), most));
    };
    fit(RowsModel::Result, 104, 24);
    fit(RowsModel::Key, 52, 16);
    fit(RowsModel::What, 150, 32);
}

PlainTable* PreviewPane::makeTotals()
{
    auto* totals =
        new PlainTable(m_presenter.totals(), QStringLiteral("import.totals"), tr("The book before and after"));
    totals->setItemDelegate(new widgets::RowDelegate(this));
    totals->setEditTriggers(QAbstractItemView::NoEditTriggers);
    totals->setColumnWidth(TotalsModel::What, px(180));
    for (const int column : {TotalsModel::Before, TotalsModel::After, TotalsModel::InFiles})
        totals->setColumnWidth(column, px(130));
    return totals;
}

QWidget* PreviewPane::makeFooter()
{
    auto* footer = new Footer;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(px(16), px(8), px(16), px(8));
    row->setSpacing(px(8));
    m_note = new widgets::ToneLabel({}, Type::Small, Tone::Muted);
    m_note->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("import.progress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(px(120), px(6));
    m_stop = plainButton(tr("Stop"), QStringLiteral("import.stop"));
    m_unread = plainButton({}, QStringLiteral("import.unread"));
    m_match = plainButton({}, QStringLiteral("import.match"));
    m_apply = plainButton({}, QStringLiteral("import.apply"), true);
    row->addWidget(m_note, 1);
    row->addWidget(m_progress);
    auto* buttons = new widgets::FlowLayout(Qt::AlignRight);
    for (QPushButton* button : {m_stop, m_unread, m_match, m_apply})
        buttons->addWidget(button);
    row->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, &m_presenter, &ImportPresenter::cancel);
    connect(m_unread, &QPushButton::clicked, this, &PreviewPane::unreadRequested);
    connect(m_match, &QPushButton::clicked, this, &PreviewPane::showMatches);
    connect(m_apply, &QPushButton::clicked, &m_presenter, &ImportPresenter::apply);
    return footer;
}

void PreviewPane::chooseTab(int tab)
{
    if (tab >= 0 && tab < sortTabs)
        m_presenter.rows().choose(sorts[tab]);
    showBody();
}

void PreviewPane::showMatches()
{
    m_tabs->setCurrentIndex(tabOf(Sort::NotFound));
    m_matches->list().setFocus();
}

void PreviewPane::show()
{
    showCounts();
    const RowsModel& rows = m_presenter.rows();
    // What is to be looked at comes first; where nothing is, what is new.
    const bool isFree =
        m_tabs->currentIndex() == tabOf(Sort::ToLookAt) || m_tabs->currentIndex() == tabOf(Sort::Create);
    if (isFree && rows.countOf(Sort::ToLookAt) == 0 && m_presenter.current())
        m_tabs->setCurrentIndex(tabOf(rows.countOf(Sort::Create) > 0 ? Sort::Create : Sort::All));
    chooseTab(m_tabs->currentIndex());
    m_matches->show();
    showFooter();
}

void PreviewPane::showCounts()
{
    const RowsModel& rows = m_presenter.rows();
    const QLocale& locale = m_presenter.locale();
    for (int tab = 0; tab < sortTabs; ++tab) {
        const bool isMatches = sorts[tab] == Sort::NotFound;
        const qint64 count = isMatches ? m_presenter.matches().open() : rows.countOf(sorts[tab]);
        m_tabs->setCount(tab, count > 0 ? locale.toString(count) : QString());
        // What no row is takes the room of what some are.
        if (sorts[tab] == Sort::Create || sorts[tab] == Sort::Update || sorts[tab] == Sort::Unchanged)
            m_tabs->setShown(tab, count > 0 || tab == m_tabs->currentIndex());
    }
    const int differing = m_presenter.totals().differing();
    m_tabs->setCount(totalsTab, differing > 0 ? tr("%1 differ").arg(differing) : QString());
    m_shares->setCounts({rows.countOf(Sort::Create), rows.countOf(Sort::Update), rows.countOf(Sort::Unchanged),
                         rows.countOf(Sort::NotFound), rows.countOf(Sort::Unread)});
}

/// Why no row is listed; count: how many there are all the same.
void PreviewPane::sayNothing(qint64 count)
{
    const auto* file = m_presenter.current();
    const auto say = [this](const QString& icon, const QString& title, const QString& text) {
        m_nothing->setIcon(icon);
        m_nothing->say(title, text);
    };
    const QString alert = QStringLiteral("circle-alert");
    const QString fine = QStringLiteral("circle-check");
    if (!m_presenter.preview() && m_presenter.state() == ImportPresenter::State::Ready &&
        !m_presenter.problem().isEmpty())
        say(alert, tr("The files were not read"), m_presenter.problem());
    else if (!file)
        say(fine, tr("This file is left out"), tr("Press Del on it to take it in again."));
    else if (file->error)
        say(alert, tr("This file cannot be read"),
            sentenceOf(*file->error, file->plan.request.hints.fileName, m_presenter.locale()));
    else if (file->plan.hasQuestions())
        say(QStringLiteral("circle-help"), tr("One answer is missing"),
            tr("The question stands on the left. The other files do not wait for it."));
    else if (m_presenter.rows().isUnlisted() && count > 0)
        say(fine, tr("%1 rows of numbers").arg(m_presenter.locale().toString(count)),
            tr("Usage is kept as numbers by account and day, so its rows are not listed one by one."));
    else if (file->counts.rows == 0)
        say(alert, tr("This file has no rows"),
            tr("Below the names of its columns stands nothing. Export it again, with the rows."));
    else
        say(fine, tr("No such rows"), tr("No row of this file comes out like that."));
}

void PreviewPane::showBody()
{
    using State = ImportPresenter::State;
    const State state = m_presenter.state();
    const int tab = m_tabs->currentIndex();
    if (state == State::Checking && !m_presenter.preview()) {
        m_busy->say(tr("Reading the files"), tr("Every row is tried on the book; nothing is written."));
        m_stack->setCurrentWidget(m_busy);
    } else if (tab == totalsTab) {
        m_stack->setCurrentWidget(m_totals);
    } else if (sorts[tab] == Sort::NotFound && m_presenter.matches().rowCount() > 0) {
        m_stack->setCurrentWidget(m_matches);
    } else if (m_presenter.rows().rowCount() > 0) {
        m_stack->setCurrentWidget(m_rows);
        if (!m_rows->currentIndex().isValid())
            m_rows->setCurrentIndex(m_presenter.rows().index(0, RowsModel::What));
    } else {
        const qint64 count = m_presenter.rows().countOf(sorts[tab]);
        m_again->setVisible(!m_presenter.preview() && state == State::Ready);
        sayNothing(count);
        m_stack->setCurrentWidget(m_nothing);
    }
}

void PreviewPane::showProgress()
{
    const int percent = m_presenter.percent();
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(std::max(percent, 0));
}

void PreviewPane::showFooter()
{
    using State = ImportPresenter::State;
    const State state = m_presenter.state();
    const bool isBusy = state == State::Checking || state == State::Applying;
    const QLocale& locale = m_presenter.locale();
    m_progress->setVisible(isBusy);
    m_stop->setVisible(isBusy);
    if (isBusy)
        showProgress();
    const qint64 unread = m_presenter.unread();
    const int open = m_presenter.matches().open();
    m_unread->setText(unread == 1 ? tr("Save the row that could not be read...")
                                  : tr("Save %1 rows with their reasons...").arg(locale.toString(unread)));
    m_unread->setVisible(!isBusy && unread > 0);
    m_match->setText(open == 1 ? tr("Match 1 account") : tr("Match %1 accounts").arg(locale.toString(open)));
    m_match->setVisible(!isBusy && open > 0);
    const qint64 changes = m_presenter.changes();
    m_apply->setText(changes == 1 ? tr("Apply 1 change") : tr("Apply %1 changes").arg(locale.toString(changes)));
    m_apply->setEnabled(m_presenter.canApply());
    m_apply->setVisible(!isBusy);
    const auto* preview = m_presenter.preview();
    const bool isPart = preview && preview->taken() < m_presenter.chosen().size();
    if (!m_presenter.problem().isEmpty())
        m_note->setText(m_presenter.problem());
    else if (state == State::Checking)
        m_note->setText(tr("Reading on trial"));
    else if (state == State::Applying)
        m_note->setText(tr("Writing into the book"));
    else if (isPart)
        m_note->setText(tr("%1 of %2 files; the others wait for an answer or cannot be read")
                            .arg(preview->taken())
                            .arg(m_presenter.chosen().size()));
    else if (preview && changes == 0)
        m_note->setText(tr("The book knows all of this already"));
    else
        m_note->setText(tr("One step, and one Undo takes it back"));
}

} // namespace steward::importing
