// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/editor_view.h"

#include "ui/qbr/form_pane.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace steward::reviews {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

EditorView::EditorView(EditorPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_name(new ToneLabel({}, Type::Title))
    , m_about(new ToneLabel({}, Type::Body, Tone::Muted))
    , m_minutes(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_outline(new account::LinesView(QStringLiteral("reviews.outline"), tr("Outline"), {22, 0, 0, 0, 30, 28}))
    , m_slide(new SlideView(presenter.reviews().locale()))
    , m_place(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_chartLabel(new ToneLabel(tr("Chart"), Type::Small, Tone::Muted))
    , m_chart(new QComboBox)
    , m_hide(widgets::linkButton(tr("Hide"), QStringLiteral("reviews.hide.slide")))
    , m_title(new QLineEdit)
    , m_text(new QPlainTextEdit)
    , m_check(new ToneLabel({}, Type::Small, style::Band::Yellow))
    , m_notes(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_gaps(
          new account::LinesView(QStringLiteral("reviews.editor.gaps"), tr("What is missing"), {0, 24, 0, 0, 30, 30}))
    , m_facts(
          new account::LinesView(QStringLiteral("reviews.facts"), tr("Your facts on this slide"), {0, 0, 0, 0, 44, 28}))
    , m_moved(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_refresh(widgets::plainButton(tr("Refresh figures"), QStringLiteral("reviews.refresh")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(new widgets::Rule);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeOutline());
    row->addWidget(makeSlide(), 1);
    m_right = makeFacts();
    row->addWidget(m_right);
    column->addLayout(row, 1);
    setFocusProxy(m_outline);
    connect(&presenter, &EditorPresenter::changed, this, &EditorView::refresh);
}

QWidget* EditorView::makeHeader()
{
    auto* bar = new QWidget;
    bar->setFixedHeight(px(48));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(px(12), 0, px(12), 0);
    row->setSpacing(px(8));
    auto* back = widgets::linkButton(tr("All reviews"), QStringLiteral("reviews.back"));
    back->setToolTip(tr("Back to the list (Esc)"));
    auto* write = widgets::plainButton(tr("Write the deck..."), QStringLiteral("reviews.editor.write"), true);
    m_refresh->setToolTip(tr("Take the figures as they are now as seen (R)"));
    connect(back, &QPushButton::clicked, this, &EditorView::closed);
    auto* present = widgets::plainButton(tr("Present"), QStringLiteral("reviews.present"));
    present->setToolTip(tr("Show the deck over the whole screen (F5)"));
    connect(present, &QPushButton::clicked, this, &EditorView::presentRequested);
    connect(write, &QPushButton::clicked, this, &EditorView::writeRequested);
    connect(m_refresh, &QPushButton::clicked, &m_presenter, &EditorPresenter::refreshFigures);
    row->addWidget(back);
    row->addWidget(m_name);
    row->addWidget(m_about, 1);
    m_about->setElided();
    row->addWidget(m_refresh);
    row->addWidget(present);
    row->addWidget(write);
    return bar;
}

QWidget* EditorView::makeOutline()
{
    auto* left = new QWidget;
    left->setFixedWidth(px(300));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, px(8), 0, 0);
    column->setSpacing(px(4));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), 0, px(12), 0);
    head->addWidget(new ToneLabel(tr("Outline"), Type::Strong), 1);
    head->addWidget(m_minutes);
    column->addLayout(head);
    column->addWidget(m_outline, 1);
    column->addWidget(new widgets::KeyHints({{QStringLiteral("Alt+↑"), tr("move")},
                                             {QStringLiteral("H"), tr("hide")},
                                             {QStringLiteral("Ins"), tr("add")}}));
    connect(m_outline->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (m_isShowing || now.row() < 0 || now.row() >= m_ids.size() || m_ids[now.row()].isEmpty())
            return;
        saveWords();
        m_presenter.choose(m_ids[now.row()]);
    });
    connect(m_outline, &QAbstractItemView::activated, this, &EditorView::editTitle);
    return left;
}

QLayout* EditorView::makePlace()
{
    m_chart->setObjectName(QStringLiteral("reviews.chart"));
    m_chart->setAccessibleName(tr("How the chart is drawn"));
    m_chart->setToolTip(tr("How the chart of this slide is drawn (T)"));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(m_place, 1);
    row->addWidget(m_chartLabel);
    row->addWidget(m_chart);
    row->addWidget(m_hide);
    connect(m_chart, &QComboBox::activated, this,
            [this] { m_presenter.setChartKind(deck::ChartKind(m_chart->currentData().toInt())); });
    connect(m_hide, &QPushButton::clicked, this, [this] {
        if (const OutlineSlide* slide = m_presenter.slide())
            m_presenter.setHidden(!slide->isHidden);
    });
    return row;
}

QWidget* EditorView::makeSlide()
{
    auto* middle = new QWidget;
    middle->setBackgroundRole(QPalette::AlternateBase);
    middle->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(px(16), px(8), px(16), px(12));
    column->setSpacing(px(6));
    column->addLayout(makePlace());
    column->addWidget(m_slide);
    const auto label = [&](const QString& text) { return new ToneLabel(text, Type::Small, Tone::Muted); };
    m_title->setObjectName(QStringLiteral("reviews.own.title"));
    m_title->setAccessibleName(tr("Your title"));
    m_text->setObjectName(QStringLiteral("reviews.own.text"));
    m_text->setAccessibleName(tr("Your text"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(px(62));
    m_notes->setWordWrap(true);
    m_notes->setObjectName(QStringLiteral("reviews.notes"));
    column->addSpacing(px(4));
    column->addWidget(label(tr("Your title; empty: the one the figures say (F2)")));
    column->addWidget(m_title);
    column->addWidget(label(tr("Your text on the slide")));
    column->addWidget(m_text);
    column->addWidget(m_check);
    column->addWidget(m_notes);
    column->addWidget(m_gaps, 1);
    column->addStretch();
    m_check->setWordWrap(true);
    m_check->setObjectName(QStringLiteral("reviews.check"));
    connect(m_gaps, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const QString gap = m_gapIds.value(index.row()); !gap.isEmpty())
            Q_EMIT gapOpened(gap);
    });
    for (QWidget* each : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_text)})
        each->installEventFilter(this);
    // What is left is saved.
    connect(m_title, &QLineEdit::returnPressed, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_slide, &SlideView::pageTurned, this, &EditorView::showWords);
    return middle;
}

QWidget* EditorView::makeFacts()
{
    auto* right = new QWidget;
    right->setFixedWidth(px(300));
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(px(12), px(8), px(8), px(12));
    column->setSpacing(px(6));
    column->addWidget(new ToneLabel(tr("Your facts on this slide"), Type::Strong));
    column->addWidget(m_facts, 1);
    m_moved->setWordWrap(true);
    m_moved->setObjectName(QStringLiteral("reviews.moved"));
    column->addWidget(m_moved);
    auto* buttons = new QHBoxLayout;
    auto* start = new QHBoxLayout;
    const std::tuple<QString, const char*, void (EditorView::*)(), QHBoxLayout*> all[] = {
        {tr("Plan..."), "reviews.plan.open", &EditorView::planRequested, buttons},
        {tr("Actions..."), "reviews.actions.open", &EditorView::actionsRequested, buttons},
        {tr("Starting figure..."), "reviews.baseline.open", &EditorView::baselineRequested, start}};
    for (const auto& [text, name, requested, place] : all) {
        auto* button = widgets::plainButton(text, QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, requested);
        place->addWidget(button);
    }
    buttons->addStretch();
    start->addStretch();
    column->addLayout(buttons);
    column->addLayout(start);
    return right;
}

void EditorView::showFacts(bool isShown) { m_right->setVisible(isShown); }

void EditorView::editTitle()
{
    m_title->setFocus();
    m_title->selectAll();
}

void EditorView::saveWords()
{
    if (!m_presenter.isOpen() || m_shownWords != m_presenter.current() || m_title->isReadOnly())
        return;
    m_presenter.setOwnWords({m_title->text().simplified(), m_text->toPlainText().trimmed()});
}

void EditorView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

bool EditorView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        saveWords();
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isTyped(*key) || key->key() == Qt::Key_Insert) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool isEnd = key->key() == Qt::Key_Escape || (isEnter && (key->modifiers() & Qt::ControlModifier));
        if (isEnd) {
            m_outline->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace steward::reviews
