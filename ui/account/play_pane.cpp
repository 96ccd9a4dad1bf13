// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/play_pane.h"

#include "ui/style/icons.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"
#include "ui/widgets/plain_views.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaMethod>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

namespace steward::account {

using style::Band;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

namespace {

ToneLabel* wrapped(const QString& text, Type type = Type::Body, ToneLabel::Ink ink = Tone::Text)
{
    auto* label = new ToneLabel(text, type, ink);
    label->setWordWrap(true);
    return label;
}

} // namespace

PlayPane::PlayPane(QWidget* parent)
    : SidePane(QStringLiteral("play"), parent)
    , m_scroll(addScroll())
{
}

void PlayPane::show(const PlayText& text, const QString& about, bool isEditable)
{
    if (text != m_text || about != m_about || isEditable != m_isEditable || !m_scroll->widget()) {
        const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget() && focusWidget()->hasFocus();
        const int scrolled = m_text.play == text.play ? m_scroll->verticalScrollBar()->value() : 0;
        m_text = text;
        m_about = about;
        m_isEditable = isEditable;
        build(about, isEditable);
        m_scroll->verticalScrollBar()->setValue(scrolled);
        if (hadFocus)
            focusFirst();
    }
    QWidget::show();
}

void PlayPane::focusFirst()
{
    if (m_first)
        m_first->setFocus();
}

void PlayPane::addText(QBoxLayout& column, const QString& title, const QString& text, Type type)
{
    if (text.isEmpty())
        return;
    column.addSpacing(px(4));
    column.addWidget(new ToneLabel(title, Type::Small, Tone::Muted));
    column.addWidget(wrapped(text, type));
}

void PlayPane::addStep(QBoxLayout& column, const PlayStepText& step, int number, bool isEditable)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    if (step.task != 0) {
        auto* box = new QCheckBox;
        box->setObjectName(QStringLiteral("play.step.%1").arg(number));
        box->setChecked(step.isDone);
        box->setEnabled(isEditable);
        box->setAccessibleName(step.title);
        box->setAccessibleDescription(QString(step.due + u", " + step.who));
        connect(box, &QCheckBox::toggled, this,
                [this, task = step.task](bool isDone) { Q_EMIT stepToggled(task, isDone); });
        row->addWidget(box, 0, Qt::AlignTop);
        if (step.isNext)
            m_first = box;
    } else {
        auto* count = new ToneLabel(locale().toString(number), Type::Body, Tone::Muted);
        count->setFixedWidth(px(16));
        count->setAlignment(Qt::AlignRight | Qt::AlignTop);
        row->addWidget(count);
    }
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    const bool isOver = step.isDone || step.isDropped || step.isPassed;
    ToneLabel* title = wrapped(step.title, step.isNext ? Type::Strong : Type::Body, isOver ? Tone::Muted : Tone::Text);
    if (step.isDropped) {
        QFont struck = title->font();
        struck.setStrikeOut(true);
        title->setFont(struck);
    }
    text->addWidget(title);
    const QString when = step.isLate ? tr("%1, late").arg(step.due) : step.due;
    const QString note = step.who.isEmpty() ? when : QString(when + QStringLiteral(" \u00b7 ") + step.who);
    text->addWidget(wrapped(note, Type::Small, step.isLate ? ToneLabel::Ink(Band::Red) : ToneLabel::Ink(Tone::Muted)));
    row->addLayout(text, 1);
    column.addLayout(row);
}

/// Messages of the play, to be filled for the account.
void PlayPane::addDrafts(QBoxLayout& column)
{
    if (m_text.drafts.empty())
        return;
    column.addSpacing(px(8));
    column.addWidget(new ToneLabel(tr("Messages"), Type::Strong));
    for (const auto& [id, subject] : m_text.drafts) {
        QPushButton* write = widgets::linkButton(style::plainLabel(subject), QStringLiteral("play.draft.") + id);
        write->setAccessibleName(tr("Write the message: %1").arg(subject));
        write->setToolTip(tr("Fill it for this account; Steward sends nothing"));
        connect(write, &QPushButton::clicked, this, [this, draft = id] { Q_EMIT draftAsked(draft); });
        write->setMinimumWidth(px(60));
        write->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        column.addWidget(write);
    }
}

void PlayPane::addEnd(QBoxLayout& column)
{
    column.addSpacing(px(8));
    column.addWidget(new widgets::Rule);
    column.addSpacing(px(4));
    column.addWidget(new ToneLabel(tr("When it is over"), Type::Small, Tone::Muted));
    auto* outcome = new QComboBox;
    outcome->setObjectName(QStringLiteral("play.outcome"));
    outcome->setAccessibleName(tr("How it ended"));
    // None is chosen: what came of it is told by a person, and counts for whoever runs the play next.
    outcome->addItem(tr("What came of it?"));
    for (const auto& [id, word] : playOutcomes())
        outcome->addItem(word, id);
    auto* sentence = new QLineEdit;
    sentence->setObjectName(QStringLiteral("play.sentence"));
    sentence->setAccessibleName(tr("In one sentence"));
    sentence->setPlaceholderText(tr("In one sentence: why"));
    auto* end = new QPushButton(tr("End the play"));
    end->setObjectName(QStringLiteral("play.end"));
    end->setToolTip(tr("Steps that are still open are dropped; undo brings them back"));
    end->setEnabled(false);
    const auto look = [outcome, sentence, end] {
        const QString id = outcome->currentData().toString();
        // What was started by mistake needs no story.
        end->setEnabled(!id.isEmpty() && (id == u"in_error" || !sentence->text().trimmed().isEmpty()));
    };
    connect(outcome, &QComboBox::currentIndexChanged, end, look);
    connect(sentence, &QLineEdit::textChanged, end, look);
    connect(end, &QPushButton::clicked, this, [this, outcome, sentence] {
        Q_EMIT endRequested(outcome->currentData().toString(), sentence->text().simplified());
    });
    column.addWidget(outcome);
    column.addWidget(sentence);
    column.addWidget(end, 0, Qt::AlignLeft);
}

void PlayPane::build(const QString& about, bool isEditable)
{
    m_first = nullptr;
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(16), px(12), px(16), px(16));
    column->setSpacing(px(4));
    auto* top = new QHBoxLayout;
    auto* close = widgets::closeButton(QStringLiteral("play.close"), tr("Close"), tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &PlayPane::closed);
    m_first = close;
    top->addWidget(wrapped(m_text.name, Type::Title2), 1);
    top->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(wrapped(about, Type::Small, Tone::Muted));
    column->addWidget(wrapped(m_text.about, Type::Small, Tone::Muted));
    const bool isRunning = m_text.run != 0;
    if (!m_text.warning.isEmpty()) {
        column->addSpacing(px(4));
        column->addWidget(wrapped(m_text.warning, Type::Strong, Band::Red));
    }
    if (isRunning) {
        const PlayStepText* next = m_text.next();
        addText(*column, tr("Next"), next ? nextText(*next) : tr("Every step is done: say how it ended."),
                Type::Strong);
    }
    if (!isRunning && isEditable) {
        auto* start = new QPushButton(tr("Start the play"));
        start->setObjectName(QStringLiteral("play.start"));
        start->setToolTip(tr("Make these steps tasks (Enter)"));
        start->setDefault(true);
        connect(start, &QPushButton::clicked, this, &PlayPane::startRequested);
        column->addSpacing(px(4));
        column->addWidget(start, 0, Qt::AlignLeft);
        m_first = start;
    }
    addText(*column, tr("Started because"), m_text.why);
    addText(*column, tr("Why this play"), m_text.reason);
    addText(*column, tr("What good looks like"), m_text.good);
    addText(*column, tr("The usual mistake"), m_text.mistake);
    addText(*column, tr("It ends when"), m_text.ends);
    addText(*column, tr("Stop it if"), m_text.stop);
    column->addSpacing(px(8));
    column->addWidget(new ToneLabel(tr("Steps"), Type::Strong));
    int number = 0;
    for (const PlayStepText& step : m_text.steps)
        addStep(*column, step, ++number, isEditable);
    const bool isHeard = isSignalConnected(QMetaMethod::fromSignal(&PlayPane::stepsRequested));
    if (isRunning && isEditable && isHeard && !m_text.steps.empty() && m_text.steps.front().task == 0) {
        auto* make = new QPushButton(tr("Make these steps tasks"));
        make->setObjectName(QStringLiteral("play.make"));
        make->setToolTip(
            tr("Then each is ticked here, and stands in Tasks; those whose day is over are dropped, unless "
               "you tick them. One undo takes them back"));
        connect(make, &QPushButton::clicked, this, &PlayPane::stepsRequested);
        column->addWidget(make, 0, Qt::AlignLeft);
        m_first = make;
    }
    addDrafts(*column);
    if (isRunning && isEditable)
        addEnd(*column);
    column->addStretch();
    // What is shown now may be in the middle of telling about a key or a click.
    if (QWidget* before = m_scroll->takeWidget()) {
        before->hide();
        before->deleteLater();
    }
    m_scroll->setWidget(body);
    body->show();
    setAccessibleName(m_text.name);
}

void PlayPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace steward::account
