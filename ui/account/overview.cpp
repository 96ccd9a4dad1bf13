// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/overview.h"

#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/lines.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPushButton>

namespace steward::account {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

namespace {

constexpr std::size_t peopleInLine = 6;
constexpr double threeColumns = 1000; ///< of the charts, from this width on
constexpr double twoColumns = 480;
constexpr double oneColumn = 340;
constexpr double wideCharts = 1190; ///< what the reasons leave them in a wide window

} // namespace

Overview::Overview(AccountPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    setObjectName(QStringLiteral("account.overview"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeScore());
    row->addWidget(makeCharts(), 1);
    setFocusProxy(m_score);
}

QWidget* Overview::makeScore()
{
    m_first = new QWidget;
    auto* column = new QVBoxLayout(m_first);
    column->setContentsMargins(px(12), px(8), px(12), 0);
    column->setSpacing(px(2));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(4), 0, px(4), 0);
    head->setSpacing(px(8));
    m_scoreTitle = new ToneLabel({}, Type::Strong);
    auto* caption = new ToneLabel(tr("why, in points of 100"), Type::Small, Tone::Muted);
    caption->setElided();
    caption->setMinimumWidth(0); // how much is known goes before
    m_card = new ToneLabel({}, Type::Small, Tone::Muted);
    head->addWidget(m_scoreTitle);
    head->addWidget(caption, 1);
    head->addWidget(m_card);
    m_score = new ScoreView;
    connect(m_score, &ScoreView::opened, this, &Overview::scoreOpened);
    m_rated = new ToneLabel({}, Type::Small, Tone::Muted);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(px(4), px(8), 0, px(10));
    foot->addWidget(m_rated, 1);
    column->addLayout(head);
    column->addWidget(m_score, 1);
    column->addWidget(new widgets::Rule);
    column->addLayout(foot);
    return m_first;
}

Overview::Section Overview::makeSection(const QString& title, const QString& link, QWidget* content)
{
    Section section{new QWidget, new ToneLabel(title, Type::Strong), new ToneLabel({}, Type::Small, Tone::Muted),
                    nullptr};
    auto* column = new QVBoxLayout(section.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(section.title);
    section.note->setElided();
    section.note->setMinimumWidth(0); // the title goes before
    head->addWidget(section.note, 1);
    if (!link.isEmpty()) {
        section.link = new QPushButton(link);
        section.link->setFlat(true);
        section.link->setObjectName(content->objectName() + u".more");
        section.link->setAccessibleName(tr("%1: %2").arg(title, link));
        head->addWidget(section.link);
    }
    column->addLayout(head);
    column->addWidget(content);
    column->addStretch();
    return section;
}

QWidget* Overview::makeCharts()
{
    const QLocale& locale = m_presenter.locale();
    m_trend = new charts::ChartPanel(QStringLiteral("account.trend"), locale);
    m_use = new charts::ChartPanel(QStringLiteral("account.use"), locale);
    m_moves = new charts::MoveBars(QStringLiteral("account.moves"));
    m_moves->setAccessibleName(tr("What moved it"));
    const LineColumns narrow{0, 28, 0, 0, 26, 26};
    m_people = new LinesView(QStringLiteral("account.people"), tr("People"), {0, 30, 96, 76, 27, 26});
    m_tasks = new LinesView(QStringLiteral("account.tasks"), tr("Promises and tasks"), narrow);
    m_risks = new LinesView(QStringLiteral("account.risks"), tr("Open risks"), {0, 28, 56, 56, 26, 26});
    for (LinesView* list : {m_people, m_tasks, m_risks}) {
        list->setFitting();
        connect(list, &LinesView::opened, this, &Overview::opened);
    }
    m_moved = makeSection(tr("What moved it"), {}, m_moves);
    m_persons = makeSection(tr("People"), tr("Map"), m_people);
    m_open = makeSection(tr("Promises and tasks"), {}, m_tasks);
    m_danger = makeSection(tr("Open risks"), {}, m_risks);
    connect(m_persons.link, &QPushButton::clicked, this, [this] { Q_EMIT tabAsked(QStringLiteral("people")); });
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(px(16), px(8), px(16), px(12));
    m_grid->setHorizontalSpacing(px(24));
    m_grid->setVerticalSpacing(px(12));
    m_side = new QScrollArea;
    m_side->setObjectName(QStringLiteral("account.charts"));
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setWidgetResizable(true);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setWidget(body);
    arrange(0);
    return m_side;
}

/// Two columns; in a wide window a third one takes people and tasks, beside an open pane one takes all.
void Overview::arrange(int width)
{
    const auto leastOf = [](const QWidget* each) { return each->minimumSizeHint().width(); };
    const int left = std::max(leastOf(m_use), leastOf(m_persons.box));
    const int beside = std::max({leastOf(m_moved.box), leastOf(m_open.box), leastOf(m_danger.box)});
    const int two = std::max(px(twoColumns), left + beside + px(24 + 2 * 16));
    const int columns = width >= px(threeColumns) ? 3 : width >= two ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    QWidget* const right[] = {m_persons.box, m_open.box, m_danger.box};
    for (QWidget* each :
         {static_cast<QWidget*>(m_trend), static_cast<QWidget*>(m_use), m_moved.box, right[0], right[1], right[2]})
        m_grid->removeWidget(each);
    m_trend->setMinimumHeight(px(220));
    m_use->setMinimumHeight(px(180));
    if (QLayoutItem* old = m_grid->itemAtPosition(0, 2)) {
        m_grid->removeItem(old);
        delete old;
    }
    if (columns == 1) {
        QWidget* const below[] = {m_trend, m_moved.box, m_use, right[0], right[1], right[2]};
        for (int row = 0; row < int(std::size(below)); ++row)
            m_grid->addWidget(below[row], row, 0);
    } else {
        m_grid->addWidget(m_trend, 0, 0, 1, 2);
        m_grid->addWidget(m_use, 1, 0);
        m_grid->addWidget(m_moved.box, 1, 1, Qt::AlignTop);
    }
    if (columns == 3) {
        auto* column = new QVBoxLayout;
        column->setSpacing(px(12));
        for (QWidget* each : right)
            column->addWidget(each);
        column->addStretch();
        m_grid->addLayout(column, 0, 2, 3, 1);
    } else if (columns == 2) {
        m_grid->addWidget(m_persons.box, 2, 0, 2, 1, Qt::AlignTop);
        m_grid->addWidget(m_open.box, 2, 1, Qt::AlignTop);
        m_grid->addWidget(m_danger.box, 3, 1, Qt::AlignTop);
    }
    // People and tasks are words, the charts bear to be narrow.
    constexpr int chartShare = 4;
    constexpr int wordShare = 6;
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column >= columns ? 0 : column == 2 ? wordShare : chartShare);
    m_grid->setRowStretch(4, columns == 1 ? 0 : 1);
    m_grid->setRowStretch(6, columns == 1 ? 1 : 0);
}

void Overview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    share();
}

/// The score takes what it needs; where there is no room for the charts beside it, all there is.
void Overview::share()
{
    const int least = std::clamp(width() * 49 / 100, px(560), px(680));
    // Where the charts have their three columns or only one, the reasons take what is left.
    const bool isNarrow = width() - least < px(twoColumns);
    const int most = std::max(least, width() - px(isNarrow ? oneColumn : wideCharts));
    const int wanted = std::clamp(m_score->widthForReasons() + px(24), least, most);
    const bool hasCharts = width() - wanted >= px(300);
    m_first->setFixedWidth(hasCharts ? wanted : width());
    m_side->setVisible(hasCharts);
    // The charts have their old width until the layout has run.
    arrange(width() - m_first->width());
}

void Overview::refresh()
{
    if (m_presenter.state() != AccountPresenter::State::Ready)
        return;
    const AccountFigures& figures = m_presenter.figures();
    const QLocale& locale = m_presenter.locale();
    const words::ContentWords words(figures.numbers->content, locale);
    const auto& score = figures.score;
    m_score->show(scoreRows(figures, locale));
    m_scoreTitle->setText(score && score->shown
                              ? tr("Score %1").arg(words::tenthsText(score->shown->rounded(1), locale))
                              : tr("Score unknown"));
    if (score) {
        const auto* card = content::findById(figures.numbers->content.scorecards.scorecards, score->scorecard);
        m_card->setText(tr("%1 scorecard, version %2 \u00b7 %3 % known")
                            .arg(card ? words.text(card->name) : score->scorecard, locale.toString(score->version),
                                 locale.toString(score->coverage().rounded(0))));
    }
    const Pulse* rated = nullptr;
    for (const Pulse& pulse : figures.facts->of<Pulse>())
        if (pulse.rating && pulse.day.isValid() && pulse.day <= figures.numbers->asked.day)
            rated = &pulse;
    m_rated->setText(rated ? tr("Last rated %1, %2 days ago.")
                                 .arg(words.word(u"pulse", QString::number(*rated->rating)),
                                      locale.toString(rated->day.daysTo(figures.numbers->asked.day)))
                           : tr("Nobody has rated this account yet."));
    m_trend->show(tr("Score, 26 weeks"),
                  figures.numbers->asked.past == LookBack::AsWeKnewIt ? tr("weekly, as we knew it")
                                                                      : tr("weekly, as it happened"),
                  scoreSeries(figures, locale));
    const bool isHeld = figures.use && figures.use->seats;
    const QString metric = figures.use ? QString(figures.use->metric->name).replace(u'_', u' ') : QString();
    QString title = tr("Use");
    if (figures.use && !metric.isEmpty())
        title = metric.left(1).toUpper() + metric.mid(1);
    m_use->show(
        isHeld ? tr("%1 against seats").arg(title) : title,
        figures.use && !figures.use->weeks.empty()
            ? tr("to %1").arg(words::shortDay(figures.use->weeks.back().last, figures.numbers->asked.day, locale))
            : QString(),
        useSeries(figures, locale));
    m_moves->show(movesOf(figures, locale));
    m_moves->setVisible(figures.moved && !figures.moved->lines.empty());
    m_moved.note->setText(!figures.moved ? tr("a score of four weeks ago is not known")
                          : figures.moved->lines.empty()
                              ? tr("nothing in four weeks")
                              : tr("%1: %2 \u2192 %3")
                                    .arg(words::shortDay(figures.moved->from, figures.numbers->asked.day, locale),
                                         words::tenthsText(figures.moved->before, locale),
                                         words::tenthsText(figures.moved->after, locale)));
    m_people->show(peopleLines(figures, locale, peopleInLine));
    m_persons.note->setText(tr("last seen"));
    m_tasks->show(taskLines(figures, locale));
    m_risks->show(riskLines(figures, locale));
    share();
}

} // namespace steward::account
