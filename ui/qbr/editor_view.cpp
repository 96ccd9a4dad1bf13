// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/editor_view.h"

#include "core/words/short_words.h"
#include "ui/qbr/after_meeting.h"
#include "ui/qbr/reviews_model.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace steward::reviews {

using account::Line;
using style::px;
using style::Tone;
using style::Type;
using widgets::Shade;
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
    , m_title(new QLineEdit)
    , m_text(new QPlainTextEdit)
    , m_notes(new ToneLabel({}, Type::Small, Tone::Muted))
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
    connect(write, &QPushButton::clicked, this, &EditorView::writeRequested);
    connect(m_refresh, &QPushButton::clicked, &m_presenter, &EditorPresenter::refreshFigures);
    row->addWidget(back);
    row->addWidget(m_name);
    row->addWidget(m_about, 1);
    m_about->setElided();
    row->addWidget(m_refresh);
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

QWidget* EditorView::makeSlide()
{
    auto* middle = new QWidget;
    middle->setBackgroundRole(QPalette::AlternateBase);
    middle->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(px(16), px(8), px(16), px(12));
    column->setSpacing(px(6));
    column->addWidget(m_place);
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
    column->addWidget(m_notes);
    column->addStretch(1);
    for (QWidget* each : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_text)})
        each->installEventFilter(this);
    connect(m_title, &QLineEdit::returnPressed, this, [this] {
        saveWords();
        m_outline->setFocus();
    });
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

void EditorView::refresh()
{
    const qbr::Pack* pack = m_presenter.reviews().pack();
    if (!m_presenter.isOpen() || !pack)
        return;
    const QLocale& locale = m_presenter.reviews().locale();
    m_name->setText(pack->accountName);
    const bool isHeld = AfterMeeting(m_presenter.reviews()).isHeld();
    m_about->setText(tr("QBR %1, %2")
                         .arg(m_presenter.reviews().quarterText(pack->quarter),
                              isHeld ? tr("held") : readyText(pack->readiness.percent, locale)));
    m_refresh->setEnabled(m_presenter.reviews().book().isEditable());
    showOutline();
    m_slide->show(m_presenter.pages(), m_presenter.number());
    showWords();
    showFactLines();
}

void EditorView::showOutline()
{
    const QLocale& locale = m_presenter.reviews().locale();
    std::vector<Line> lines;
    m_ids.clear();
    QString part;
    int minutes = 0;
    int number = 0;
    for (const OutlineSlide& each : m_presenter.slides()) {
        if (!each.part.isEmpty() && each.part != part) {
            part = each.part;
            Line& head = lines.emplace_back();
            head.kind = Line::Kind::Head;
            head.text = part;
            m_ids.append(QString());
        }
        minutes += each.minutes;
        Line& line = lines.emplace_back();
        m_ids.append(each.id);
        line.lead = each.isHidden ? QString() : locale.toString(++number);
        line.text = each.title;
        line.isWrapped = true;
        line.isStruck = each.isHidden;
        QStringList marks;
        if (each.hasMoved)
            marks.append(tr("changed"));
        if (each.hasOwn && !each.isOwn)
            marks.append(tr("yours"));
        line.end = each.isHidden     ? tr("hidden")
                   : marks.isEmpty() ? (each.minutes > 0 ? tr("%1 min").arg(locale.toString(each.minutes)) : QString())
                                     : marks.front();
        line.endShade = each.hasMoved ? Shade::Soon : Shade::Muted;
        QStringList spoken{each.title, line.end};
        line.spoken = (spoken + marks).join(QStringLiteral(", "));
    }
    m_minutes->setText(tr("%1 min").arg(locale.toString(minutes)));
    m_isShowing = true;
    m_outline->show(std::move(lines));
    if (const auto row = m_ids.indexOf(m_presenter.current()); row >= 0)
        m_outline->setCurrentIndex(m_outline->lines().index(static_cast<int>(row)));
    m_isShowing = false;
}

void EditorView::showWords()
{
    const OutlineSlide* slide = m_presenter.slide();
    if (!slide)
        return;
    const QLocale& locale = m_presenter.reviews().locale();
    QString place = m_presenter.number() == 0
                        ? tr("Hidden: not in the customer's copy")
                        : tr("Slide %1").arg(locale.toString(m_presenter.number() + m_slide->page()));
    if (m_slide->pageCount() > 1)
        place += tr("; page %1 of %2 (Page Down)")
                     .arg(locale.toString(m_slide->page() + 1), locale.toString(m_slide->pageCount()));
    m_place->setText(place);
    const qbr::SlideChoice::Own own = m_presenter.ownWords();
    // What is being typed stays.
    const bool isTyping = m_shownWords == slide->id && (m_title->hasFocus() || m_text->hasFocus());
    if (!isTyping) {
        m_title->setText(own.title);
        m_text->setPlainText(own.text);
    }
    m_shownWords = slide->id;
    m_title->setPlaceholderText(own.title.isEmpty() ? slide->title : QString());
    const bool isEditable = m_presenter.reviews().book().isEditable();
    m_title->setReadOnly(!isEditable);
    m_text->setReadOnly(!isEditable);
    const QStringList notes = m_presenter.notes();
    m_notes->setText(notes.isEmpty() ? QString()
                                     : tr("In the presenter's copy: %1").arg(notes.join(QStringLiteral(" "))));
}

void EditorView::showFactLines()
{
    const QLocale& locale = m_presenter.reviews().locale();
    std::vector<Line> lines;
    for (const SlideFact& each : m_presenter.facts()) {
        Line& line = lines.emplace_back();
        QString about;
        if (!each.before.isEmpty())
            about = tr("was %1 at the last refresh").arg(each.before);
        else if (each.dataTo.isValid())
            about = tr("data to %1").arg(words::dayText(each.dataTo, locale));
        line.text = about.isEmpty() ? each.name : QString(each.name + u'\n' + about);
        line.isWrapped = true;
        line.end = each.value;
        line.endShade = each.before.isEmpty() ? Shade::Plain : Shade::Soon;
        line.spoken = QStringList({each.name, each.value, about, each.how}).join(QStringLiteral(", "));
    }
    if (lines.empty()) {
        Line& none = lines.emplace_back();
        none.kind = Line::Kind::Note;
        none.text = tr("This slide has no figures.");
    }
    m_facts->show(std::move(lines));
    const auto moved = m_presenter.moved();
    QString day;
    if (const auto at = m_presenter.refreshedAt())
        day = words::dayText(
            QDateTime::fromMSecsSinceEpoch(at->ms, m_presenter.reviews().shown()->numbers()->facts.book().zone).date(),
            locale);
    if (!moved)
        m_moved->setText(tr("Refresh once, and from then on what changes is marked."));
    else if (*moved == 0)
        m_moved->setText(tr("Nothing has changed since your last refresh on %1.").arg(day));
    else
        m_moved->setText(
            *moved == 1
                ? tr("One figure has changed since your last refresh on %1.").arg(day)
                : tr("%1 figures have changed since your last refresh on %2.").arg(locale.toString(*moved), day));
}

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
        const bool isTyped = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) &&
                             (!key->text().isEmpty() || key->key() == Qt::Key_Insert);
        if (isTyped && key->key() != Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool isEnd = key->key() == Qt::Key_Escape || (isEnter && (key->modifiers() & Qt::ControlModifier));
        if (isEnd) {
            saveWords();
            m_outline->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace steward::reviews
