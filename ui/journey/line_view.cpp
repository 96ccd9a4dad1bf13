// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/line_view.h"

#include "core/words/content_words.h"
#include "ui/account/lines.h"
#include "ui/account/lines_pane.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace steward::journeys {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr int mostFacts = 5;

widgets::ToneLabel::Ink inkOf(widgets::Shade shade)
{
    if (shade == widgets::Shade::Late)
        return style::Band::Red;
    if (shade == widgets::Shade::Soon)
        return style::Band::Yellow;
    return Tone::Muted;
}

} // namespace

LineView::LineView(OpenBook& book, QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_locale(std::move(locale))
{
    m_chart = new charts::LaneChart(m_locale);
    m_chart->setObjectName(QStringLiteral("journey.line.chart"));
    m_chart->setAccessibleName(tr("The account's journey over time"));
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("journey.line.scroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_chart);
    m_scroll->setBackgroundRole(QPalette::Base);
    m_list = new account::LinesView(QStringLiteral("journey.line.list"), tr("The account's journey as a list"),
                                    {20, 22, 150, 104});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_list);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(px(16), px(8), px(16), px(8));
    column->setSpacing(px(8));
    column->addWidget(makeHead());
    column->addWidget(m_stack, 1);
    column->addWidget(new widgets::Rule);
    column->addWidget(makeFacts());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(column, 1);
    whole->addWidget(new widgets::KeyHints({{QStringLiteral("="), tr("nearer")},
                                            {QStringLiteral("\u2212"), tr("farther")},
                                            {QStringLiteral("\u2190+\u2192"), tr("event")},
                                            {QStringLiteral("\u2191+\u2193"), tr("lane")},
                                            {QStringLiteral("Enter"), tr("open, or take apart")},
                                            {QStringLiteral("Space"), tr("why")},
                                            {QStringLiteral("J+K"), tr("account")},
                                            {QStringLiteral("L"), tr("board")}}));
    setFocusProxy(m_chart);
    connect(m_chart, &charts::MarkChart::markChosen, this, &LineView::chosen);
    connect(m_chart, &charts::MarkChart::markOpened, this, &LineView::open);
    connect(m_list, &account::LinesView::opened, this, &LineView::recordOpened);
}

QWidget* LineView::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    m_name = new widgets::ToneLabel({}, Type::Title2);
    m_name->setObjectName(QStringLiteral("journey.line.name"));
    m_score = new widgets::ToneLabel({}, Type::Strong);
    m_table = widgets::linkButton(tr("Table"), QStringLiteral("journey.line.table"));
    m_table->setCheckable(true);
    m_table->setAccessibleName(tr("The journey as a table"));
    connect(m_table, &QPushButton::toggled, this, &LineView::setTableShown);
    row->addWidget(m_name);
    row->addWidget(m_score);
    row->addStretch(1);
    row->addWidget(m_table);
    return head;
}

QWidget* LineView::makeFacts()
{
    auto* facts = new QWidget;
    auto* row = new QHBoxLayout(facts);
    row->setContentsMargins(0, px(4), 0, px(4));
    row->setSpacing(px(24));
    for (int i = 0; i < mostFacts; ++i) {
        auto* column = new QVBoxLayout;
        column->setSpacing(px(2));
        FactLabels& labels = m_facts.emplace_back();
        labels.name = new widgets::ToneLabel({}, Type::Small, Tone::Muted);
        labels.value = new widgets::ToneLabel({}, Type::Strong);
        labels.about = new widgets::ToneLabel({}, Type::Small, Tone::Muted);
        for (widgets::ToneLabel* each : {labels.name, labels.value, labels.about}) {
            each->setElided();
            column->addWidget(each);
        }
        row->addLayout(column, 1);
    }
    return facts;
}

void LineView::show(AccountId account)
{
    const Numbers& numbers = m_book.numbers();
    const bool isKnown = m_shown && account == m_account && m_shown->figures.numbers == numbers;
    if (isKnown)
        return;
    m_account = account;
    const qint64 serial = ++m_serial;
    if (!numbers || !account.isValid()) {
        take({});
        return;
    }
    const auto result = std::make_shared<ShownLine>();
    m_book.aside(
        [numbers, account, result]() -> Status {
            *result = lineOn(numbers, account);
            return {};
        },
        this,
        [this, result, serial](const Status&) {
            if (serial == m_serial)
                take(*result);
        });
}

void LineView::take(ShownLine shown)
{
    const bool isSame = shown && m_shown && m_shown->figures.facts->id() == shown->figures.facts->id();
    m_book.aside([old = std::exchange(m_shown, std::move(shown))]() -> Status { return {}; }, nullptr, {});
    LinePicture picture = m_shown ? lineOf(*m_shown, m_locale) : LinePicture();
    m_records = std::move(picture.records);
    m_chart->show(std::move(picture.chart), isSame);
    m_list->show(m_shown ? listOf(*m_shown, m_locale) : std::vector<account::Line>());
    showFacts();
    Q_EMIT shownChanged();
}

void LineView::showFacts()
{
    m_name->setText(m_shown ? m_shown->figures.facts->account.name : QString());
    const auto& score = m_shown ? m_shown->figures.score : std::nullopt;
    const charts::TimeSeries series = m_shown ? account::scoreSeries(m_shown->figures, m_locale) : charts::TimeSeries();
    m_score->setText(!m_shown ? QString() : series.lastText.isEmpty() ? tr("score unknown") : series.lastText);
    m_score->setInk(score ? style::bandOf(score->band) : style::Band::Unknown);
    const std::vector<LineFact> facts = m_shown ? factsOf(*m_shown, m_locale) : std::vector<LineFact>();
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        const LineFact fact = i < facts.size() ? facts[i] : LineFact();
        m_facts[i].name->setText(fact.name);
        m_facts[i].value->setText(fact.value);
        m_facts[i].about->setText(fact.about);
        m_facts[i].about->setInk(inkOf(fact.shade));
    }
}

bool LineView::isTableShown() const { return m_stack->currentWidget() == m_list; }

void LineView::setTableShown(bool isShown)
{
    m_table->setChecked(isShown);
    const bool hadFocus = m_chart->hasFocus() || m_list->hasFocus();
    m_stack->setCurrentWidget(isShown ? static_cast<QWidget*>(m_list) : m_scroll);
    setFocusProxy(isShown ? static_cast<QWidget*>(m_list) : m_chart);
    if (hadFocus)
        focusProxy()->setFocus();
}

std::vector<RecordRef> LineView::chosenRecords() const
{
    std::vector<RecordRef> records;
    for (const std::size_t key : m_chart->chosenKeys())
        if (m_records[key].id != 0)
            records.push_back(m_records[key]);
    return records;
}

std::optional<BehindText> LineView::behind() const
{
    if (!m_shown || m_chart->chosen() < 0)
        return std::nullopt;
    const std::vector<std::size_t> keys = m_chart->chosenKeys();
    BehindText text{m_chart->markText(m_chart->chosen()), {}, {}};
    if (const std::vector<RecordRef> records = chosenRecords(); !records.empty())
        for (const account::Line& each : account::recordLines(m_shown->figures, records, m_locale))
            text.lines.push_back(account::narrowLine(each));
    if (keys.size() > 1)
        text.about = tr("%1 together").arg(m_locale.toString(keys.size()));
    return text;
}

/// One thing is opened; several are taken apart, or listed where they are of one day.
void LineView::open()
{
    const std::vector<RecordRef> records = chosenRecords();
    if (records.size() == 1)
        Q_EMIT recordOpened(records.front());
    else if (records.size() > 1 && !m_chart->takeApart())
        Q_EMIT behindRequested();
}

void LineView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        Q_EMIT behindRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace steward::journeys
