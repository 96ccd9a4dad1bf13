// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playbooks/play_view.h"

#include "core/words/content_words.h"
#include "ui/style/type.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPushButton>

namespace steward::playbooks {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

namespace {

ToneLabel* wrapped(Type type = Type::Body, ToneLabel::Ink ink = Tone::Text)
{
    auto* label = new ToneLabel({}, type, ink);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

PlayView::PlayView(QLocale locale, QWidget* parent)
    : QScrollArea(parent)
    , m_locale(std::move(locale))
{
    setObjectName(QStringLiteral("playbooks.play"));
    setAccessibleName(tr("Play"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(16), px(12), px(16), px(16));
    column->setSpacing(px(8));
    addHead(*column);
    addTexts(*column);
    addFacts(*column);
    auto* head = new QHBoxLayout;
    head->addWidget(new ToneLabel(tr("Steps"), Type::Strong));
    auto* legend = new ToneLabel(tr("w = working days; R renewal, Q review, K kick-off"), Type::Small, Tone::Muted);
    legend->setElided();
    head->addWidget(legend, 1);
    column->addLayout(head);
    m_steps = new account::LinesView(QStringLiteral("playbooks.steps"), tr("Steps"), {52, 0, 0, 0, 29, 29});
    m_steps->setFitting();
    column->addWidget(m_steps);
    m_drafts = new QWidget;
    column->addWidget(m_drafts);
    column->addStretch();
    setWidget(body);
}

void PlayView::addHead(QBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_title = wrapped(Type::Title2);
    m_about = new ToneLabel({}, Type::Small, Tone::Muted);
    m_start = new QPushButton(tr("Start..."));
    m_start->setObjectName(QStringLiteral("playbooks.start-button"));
    m_start->setToolTip(tr("Start the play for one account or several (P)"));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(m_title);
    words->addWidget(m_about);
    row->addLayout(words, 1);
    m_change = new QPushButton(tr("Change..."));
    m_change->setObjectName(QStringLiteral("playbooks.change-button"));
    m_change->setToolTip(tr("Change its texts, steps and drafts; kept as a version of its own (E)"));
    row->addWidget(m_change);
    row->addWidget(m_start);
    column.addLayout(row);
    column.addWidget(new widgets::Rule);
    connect(m_start, &QPushButton::clicked, this, &PlayView::startRequested);
    connect(m_change, &QPushButton::clicked, this, &PlayView::changeRequested);
}

void PlayView::addTexts(QBoxLayout& column)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(2));
    m_why = wrapped(Type::Strong);
    m_good = wrapped(Type::Strong);
    m_mistake = wrapped(Type::Strong);
    const std::pair<QString, ToneLabel*> texts[] = {
        {tr("Why"), m_why}, {tr("What good looks like"), m_good}, {tr("The usual mistake"), m_mistake}};
    int at = 0;
    for (const auto& [title, label] : texts) {
        auto* caption = new ToneLabel(title, Type::Small, Tone::Muted);
        caption->setElided();
        grid->addWidget(caption, 0, at);
        grid->addWidget(label, 1, at);
        grid->setColumnStretch(at++, 1);
    }
    column.addLayout(grid);
    column.addWidget(new widgets::Rule);
}

void PlayView::addFacts(QBoxLayout& column)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(4));
    grid->setColumnMinimumWidth(0, px(64));
    grid->setColumnStretch(1, 1);
    const auto add = [&](ToneLabel* title, ToneLabel*& text) {
        text = wrapped();
        const int row = grid->rowCount();
        grid->addWidget(title, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
    };
    const auto titleOf = [](const QString& text) { return new ToneLabel(text, Type::Body, Tone::Muted); };
    add(titleOf(tr("Starts")), m_starts);
    add(titleOf(tr("Ends")), m_ends);
    m_stopTitle = titleOf(tr("Stop if"));
    add(m_stopTitle, m_stop);
    m_endedTitle = titleOf(tr("So far"));
    add(m_endedTitle, m_ended);
    column.addLayout(grid);
}

void PlayView::show(const PlayState& state, const Shown& shown, bool isEditable)
{
    const content::Play& play = *state.play;
    const words::ContentWords words(shown.numbers->content, m_locale);
    m_title->setText(words.text(play.name));
    m_about->setText(tr("version %1").arg(m_locale.toString(play.version)));
    m_start->setEnabled(isEditable);
    m_change->setEnabled(isEditable);
    m_why->setText(words.text(play.text));
    m_good->setText(words.text(play.good));
    m_mistake->setText(words.text(play.mistake));
    m_starts->setText(startsText(play, shown, m_locale));
    m_ends->setText(words.text(play.endsWhen));
    const QString stop = words.text(play.stopIf);
    m_stop->setText(stop);
    m_stop->setVisible(!stop.isEmpty());
    m_stopTitle->setVisible(!stop.isEmpty());
    const QString ended = endedText(state, m_locale);
    m_ended->setText(ended);
    m_ended->setVisible(!ended.isEmpty());
    m_endedTitle->setVisible(!ended.isEmpty());
    m_steps->show(stepLines(play, shown, m_locale));
    setAccessibleName(m_title->text());
    const QString shownPlay = play.id + u' ' + QString::number(play.version);
    if (std::exchange(m_play, shownPlay) != shownPlay)
        showDrafts(play, shown);
}

void PlayView::showDrafts(const content::Play& play, const Shown& shown)
{
    const words::ContentWords words(shown.numbers->content, m_locale);
    qDeleteAll(m_drafts->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_drafts->layout();
    auto* column = new QVBoxLayout(m_drafts);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(4));
    int number = 0;
    for (const content::PlayDraft& draft : play.drafts) {
        const QString subject = words.text(draft.subject);
        const QString body = words.text(draft.body);
        auto* row = new QHBoxLayout;
        row->addWidget(new ToneLabel(tr("Draft"), Type::Strong));
        auto* about = new ToneLabel(subject, Type::Body, Tone::Muted);
        about->setElided();
        row->addWidget(about, 1);
        QPushButton* copy = widgets::linkButton(tr("Copy"), QStringLiteral("playbooks.copy.%1").arg(++number));
        copy->setAccessibleName(tr("Copy the draft %1").arg(subject));
        connect(copy, &QPushButton::clicked, this,
                [this, text = QString(subject + QStringLiteral("\n\n") + body)] { Q_EMIT copyRequested(text); });
        row->addWidget(copy);
        column->addLayout(row);
        ToneLabel* text = wrapped();
        text->setText(body);
        column->addWidget(text);
    }
    m_drafts->setVisible(number > 0);
}

} // namespace steward::playbooks
