// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/preview_pane.h"

#include "core/model/facts.h"
#include "core/portfolio/contact_life.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/accounts/reasons.h"
#include "ui/accounts/score_head.h"
#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace steward::accounts {

using style::Band;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

namespace {

constexpr std::size_t mostRows = 5;
constexpr std::size_t mostReasons = 6;

/// What has no place to break is broken anywhere, so that it does not push the figures out of the pane.
QString breakable(const QString& text)
{
    constexpr int longest = 10;
    QString broken;
    int run = 0;
    for (const QChar each : text) {
        run = each.isSpace() ? 0 : run + 1;
        if (run > longest && !each.isLowSurrogate() && !each.isMark()) {
            broken += QChar(0x200B);
            run = 1;
        }
        broken += each;
    }
    return broken;
}

} // namespace

PreviewPane::PreviewPane(QLocale locale, QWidget* parent)
    : QScrollArea(parent)
    , m_locale(std::move(locale))
    , m_open(new QPushButton(tr("Open"), this))
{
    setObjectName(QStringLiteral("accounts.preview"));
    setAccessibleName(tr("Preview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    setMinimumWidth(px(280));
    m_open->setObjectName(QStringLiteral("accounts.preview.open"));
    m_open->setIcon(style::icon(QStringLiteral("arrow-right")));
    m_open->setToolTip(tr("Open this account (Enter)"));
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_shownAccount); });
    // Of the ring: Tab stops here, so that the arrows read on. Below, the button.
    setViewportMargins(2, 2, 2, m_open->sizeHint().height() + px(20));
}

void PreviewPane::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    const QSize size = m_open->sizeHint();
    m_open->setGeometry(px(16), height() - size.height() - px(10), size.width(), size.height());
}

bool PreviewPane::event(QEvent* event)
{
    const bool isDone = QScrollArea::event(event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::Paint && hasFocus()) {
        QPainter painter(this);
        style::paintFocus(painter, rect(), style::Theme::of(palette()));
    }
    return isDone;
}

void PreviewPane::addNote(QVBoxLayout* layout, const QString& text)
{
    auto* label = new ToneLabel(breakable(text), Type::Small, Tone::Muted);
    label->setWordWrap(true);
    layout->addWidget(label);
}

void PreviewPane::show(const Numbers& numbers, const query::AccountLine* line)
{
    const AccountId account = line ? line->facts->id() : AccountId();
    const bool isSameBook = !m_shownNumbers.owner_before(numbers) && !numbers.owner_before(m_shownNumbers);
    if (widget() && isSameBook && account == m_shownAccount)
        return;
    m_shownNumbers = numbers;
    m_shownAccount = account;
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(px(16), px(12), px(16), px(16));
    layout->setSpacing(px(4));
    if (line) {
        addHead(layout, *line, *numbers);
        if (!numbers->scores.empty())
            addScore(layout, *line, *numbers);
        addKeyFacts(layout, *line, *numbers);
        if (!numbers->scores.empty())
            addReasons(layout, *line, *numbers);
        addTasks(layout, *line, *numbers);
        addPeople(layout, *line, *numbers);
        addConversations(layout, *line, *numbers);
    } else {
        addNote(layout, tr("Choose an account to see what is known of it."));
    }
    layout->addStretch();
    setWidget(body);
    m_open->setVisible(line);
    // What scrolls comes before the button.
    QWidget* last = this;
    for (QWidget* each : body->findChildren<QWidget*>())
        if (each->focusPolicy() & Qt::TabFocus) {
            setTabOrder(last, each);
            last = each;
        }
    setTabOrder(last, m_open);
}

void PreviewPane::addHead(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers)
{
    auto* top = new QHBoxLayout;
    auto* name = new ToneLabel(breakable(line.facts->account.name), Type::Title2);
    name->setWordWrap(true);
    auto* close = widgets::closeButton(QStringLiteral("accounts.preview.close"), tr("Close the preview"),
                                       tr("Close the preview (Space)"));
    connect(close, &QToolButton::clicked, this, &PreviewPane::closeRequested);
    top->addWidget(name, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(top);
    QStringList about;
    const auto stage = textOf(ColumnId::Stage, line, numbers, m_locale);
    for (const QString& part : {line.stage.isEmpty() ? QString() : stage, line.facts->account.industry,
                                line.facts->account.country, line.csm})
        if (!part.isEmpty())
            about << part;
    addNote(layout, about.join(QStringLiteral(" \u00b7 ")));
    layout->addSpacing(px(8));
}

void PreviewPane::addScore(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers)
{
    auto* head = new ScoreHead(m_locale);
    head->show(numbers, line);
    layout->addWidget(head);
}

void PreviewPane::addReasons(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers)
{
    const auto score = numbers.scorer->score(line.facts->id(), numbers.asked.day);
    if (!score)
        return;
    const double lost =
        score->shown ? double(1000 - score->shown->rounded(1)) / 10 : numbers.scores[numbers.indexOf(line)].lost;
    const QString points = pointsText(lost, false, m_locale);
    addSection(layout, score->shown ? tr("Where %1 points went").arg(points) : tr("Too little is known for a score"),
               score->shown ? QString() : tr("%1 lost so far").arg(points));
    auto* reasons = new ReasonsList(m_locale);
    reasons->setReasons(reasonsOf(*score, numbers.content, m_locale, mostReasons));
    layout->addWidget(reasons);
}

void PreviewPane::addKeyFacts(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(0);
    constexpr int lastCell = 6;
    int cell = 0;
    const auto add = [&](const QString& title, const QString& value, const QString& note, bool isLate) {
        auto* head = new ToneLabel(note.isEmpty() ? title : QString(title + QStringLiteral(" \u00b7 ") + note),
                                   Type::Small, Tone::Muted);
        head->setWordWrap(true);
        head->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
        auto* text = new ToneLabel(value, Type::Strong);
        text->setElided();
        if (isLate)
            text->setInk(Band::Red);
        const int row = cell / 2 * 3;
        const int columns = cell == lastCell ? 2 : 1; // a name needs the room
        grid->addWidget(head, row, cell % 2, 1, columns);
        grid->addWidget(text, row + 1, cell % 2, 1, columns);
        grid->setRowMinimumHeight(row + 2, px(8));
        ++cell;
    };
    const auto days = line.renewal.isValid() ? numbers.asked.day.daysTo(line.renewal) : 0;
    const auto text = [&](ColumnId id) { return textOf(id, line, numbers, m_locale); };
    add(tr("ARR"), line.mrr ? words::moneyText({line.mrr->toArrMinor(), line.currency}, m_locale) : text(ColumnId::Arr),
        {}, false);
    add(tr("Renewal"), text(ColumnId::Renewal), line.renewal.isValid() ? text(ColumnId::In) : QString(),
        line.renewal.isValid() && days <= 60);
    add(tr("Last spoke"), line.lastTouch.isValid() ? tr("%1 ago").arg(text(ColumnId::LastSpoke)) : tr("never"), {},
        false);
    add(tr("Seats bought"), text(ColumnId::Seats), {}, false);
    // A few answers are shown one by one, many as one figure.
    const bool isNps = std::holds_alternative<qint64>(valueOf(ColumnId::Nps, line, numbers));
    add(isNps ? tr("NPS") : tr("Answers"), text(ColumnId::Nps), {}, false);
    add(tr("Next task"), text(ColumnId::NextTask), {}, false);
    add(tr("Segment"), text(ColumnId::Segment), {}, false);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
}

void PreviewPane::addSection(QVBoxLayout* layout, const QString& title, const QString& note)
{
    layout->addSpacing(px(6));
    layout->addWidget(new widgets::Rule);
    layout->addSpacing(px(2));
    auto* row = new QHBoxLayout;
    auto* head = new ToneLabel(title, Type::Strong);
    auto* count = new ToneLabel(note, Type::Small, Tone::Muted);
    head->setWordWrap(true);
    row->addWidget(head, 1);
    row->addWidget(count, 0, Qt::AlignBottom);
    layout->addLayout(row);
}

void PreviewPane::addRow(QVBoxLayout* layout, const QString& text, const QString& note, bool isLate)
{
    auto* row = new QHBoxLayout;
    auto* label = new ToneLabel(text);
    label->setElided();
    auto* end = new ToneLabel(note, Type::Body, Tone::Muted);
    if (isLate)
        end->setInk(Band::Red);
    // A day is never cut, a title may be.
    const bool isLong = end->sizeHint().width() > px(140);
    if (isLong)
        end->setElided();
    row->addWidget(label, 1);
    row->addWidget(end, isLong ? 1 : 0);
    layout->addLayout(row);
}

void PreviewPane::addTasks(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers)
{
    std::vector<const Task*> open;
    for (const Task& task : line.facts->of<Task>())
        if (task.status == u"open" && !task.archivedOn.isValid())
            open.push_back(&task);
    std::ranges::sort(open, {}, [](const Task* task) { return task->due.isValid() ? task->due : QDate(9999, 1, 1); });
    addSection(layout, tr("Open tasks"), m_locale.toString(open.size()));
    if (open.empty())
        addNote(layout, tr("None."));
    for (std::size_t i = 0; i < open.size() && i < mostRows; ++i) {
        const qint64 late = open[i]->due.isValid() ? open[i]->due.daysTo(numbers.asked.day) : 0;
        addRow(layout, open[i]->title,
               late > 0                 ? tr("%1 d late").arg(m_locale.toString(late))
               : open[i]->due.isValid() ? words::dayText(open[i]->due, m_locale)
                                        : QString(),
               late > 0);
    }
}

void PreviewPane::addPeople(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers)
{
    std::vector<const Contact*> present;
    for (const Contact& contact : line.facts->of<Contact>())
        if (!contact.leftOn.isValid() && !contact.archivedOn.isValid())
            present.push_back(&contact);
    std::ranges::stable_sort(present, std::greater(), [](const Contact* c) { return c->influence.value_or(0); });
    const words::ContentWords words(numbers.content, m_locale);
    addSection(layout, tr("People"), m_locale.toString(present.size()));
    if (present.empty())
        addNote(layout, tr("Nobody is known by name."));
    for (std::size_t i = 0; i < present.size() && i < mostRows; ++i) {
        QString role = present[i]->title;
        for (const ContactRole& each : line.facts->of<ContactRole>())
            if (each.contact.value() == present[i]->id && !(each.to.isValid() && each.to <= numbers.asked.day))
                role = words.word(u"contact_role", each.role);
        addRow(layout, present[i]->name, role);
    }
}

void PreviewPane::addConversations(QVBoxLayout* layout, const query::AccountLine& line, const BookNumbers& numbers)
{
    const auto touches = line.facts->of<Touch>().all();
    std::vector<const Touch*> latest;
    for (auto touch = touches.rbegin(); touch != touches.rend() && latest.size() < mostRows; ++touch)
        if (touch->day.isValid() && touch->day <= numbers.asked.day && !touch->archivedOn.isValid() &&
            tookPlace(*touch))
            latest.push_back(&*touch);
    const words::ContentWords words(numbers.content, m_locale);
    addSection(layout, tr("Last conversations"), QString());
    if (latest.empty())
        addNote(layout, tr("None is in the book."));
    for (const Touch* touch : latest)
        addRow(layout, touch->subject.isEmpty() ? words.word(u"touch_kind", touch->kind) : touch->subject,
               words::dayText(touch->day, m_locale));
}

} // namespace steward::accounts
