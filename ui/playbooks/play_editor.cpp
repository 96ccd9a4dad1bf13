// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playbooks/play_editor.h"

#include "core/words/words.h"
#include "ui/account/message_text.h"
#include "ui/playbooks/play_state.h"
#include "ui/style/type.h"
#include "ui/widgets/plain_views.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace steward::playbooks {

using query::PlayDraft;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

namespace {

const QStringList& owners()
{
    static const QStringList all =
        QStringLiteral("csm lead sales onboarding support finance product exec customer").split(u' ');
    return all;
}

ToneLabel* wrappedLabel(Type type, ToneLabel::Ink ink)
{
    auto* label = new ToneLabel({}, type, ink);
    label->setWordWrap(true);
    return label;
}

QString shortText(const QString& text)
{
    constexpr qsizetype most = 48;
    const QString line = text.simplified();
    return line.size() > most ? QString(line.left(most) + u'\u2026') : line;
}

} // namespace

PlayEditor::PlayEditor(QLocale locale, QWidget* parent)
    : SidePane(QStringLiteral("playbooks.editor"), parent)
    , m_locale(std::move(locale))
{
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(12), px(12), px(12), px(12));
    column->setSpacing(px(8));
    m_title = wrappedLabel(Type::Title2, Tone::Text);
    m_about = wrappedLabel(Type::Small, Tone::Muted);
    m_parts = new QComboBox;
    m_parts->setObjectName(QStringLiteral("playbooks.editor.part"));
    m_parts->setAccessibleName(tr("Part of the play"));
    m_parts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_parts->setMinimumContentsLength(12);
    m_forms = new QStackedWidget;
    m_forms->addWidget(makeTexts());
    m_forms->addWidget(makeStep());
    m_forms->addWidget(makeLetter());
    m_forms->addWidget(makeStarts());
    m_fault = wrappedLabel(Type::Body, style::Band::Red);
    m_fault->setObjectName(QStringLiteral("playbooks.editor.fault"));
    m_save = widgets::plainButton({}, QStringLiteral("playbooks.editor.save"), true);
    QPushButton* leave = widgets::plainButton(tr("Discard"), QStringLiteral("playbooks.editor.discard"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(leave);
    buttons->addStretch();
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_about, m_parts, m_forms, m_fault})
        column->addWidget(each);
    column->addLayout(buttons);
    column->addStretch();
    addScroll()->setWidget(body);
    connect(m_parts, &QComboBox::currentIndexChanged, this, &PlayEditor::showPart);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveRequested(m_draft); });
    connect(leave, &QPushButton::clicked, this, &PlayEditor::closed);
}

QLineEdit* PlayEditor::lineEdit(const QString& name, const QString& spoken)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("playbooks.editor.") + name);
    edit->setAccessibleName(spoken);
    return edit;
}

QPlainTextEdit* PlayEditor::textEdit(const QString& name, const QString& spoken, double tall)
{
    auto* edit = new QPlainTextEdit;
    edit->setObjectName(QStringLiteral("playbooks.editor.") + name);
    edit->setAccessibleName(spoken);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(px(tall));
    return edit;
}

QWidget* PlayEditor::makeTexts()
{
    using Part = PlayDraft::Part;
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    const std::tuple<Part, QString, QString> parts[] = {
        {Part::Name, QStringLiteral("name"), tr("Name")},
        {Part::Why, QStringLiteral("why"), tr("Why")},
        {Part::Good, QStringLiteral("good"), tr("What good looks like")},
        {Part::Mistake, QStringLiteral("mistake"), tr("The usual mistake")},
        {Part::Ends, QStringLiteral("ends"), tr("Ends when")},
        {Part::Stop, QStringLiteral("stop"), tr("Stop if")}};
    for (const auto& [part, name, text] : parts) {
        QPlainTextEdit* edit = textEdit(name, text, part == Part::Name ? 30 : 54);
        column->addWidget(new ToneLabel(text, Type::Small, Tone::Muted));
        column->addWidget(edit);
        m_texts.emplace_back(part, edit);
        connect(edit, &QPlainTextEdit::textChanged, this, &PlayEditor::takeTexts);
    }
    column->addStretch();
    return form;
}

QWidget* PlayEditor::makeStep()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_when = lineEdit(QStringLiteral("when"), tr("Day of the step"));
    m_when->setToolTip(tr("+3w: three working days after the start; R-90: 90 days before the renewal; Q-7, K+2"));
    m_whenText = wrappedLabel(Type::Small, Tone::Muted);
    m_owner = new QComboBox;
    m_owner->setObjectName(QStringLiteral("playbooks.editor.owner"));
    m_owner->setAccessibleName(tr("Whose step it is"));
    for (const QString& each : owners())
        m_owner->addItem(wordOfOwner(each), each);
    m_optional = new QCheckBox(tr("Optional"));
    m_optional->setObjectName(QStringLiteral("playbooks.editor.optional"));
    m_stepTitle = textEdit(QStringLiteral("title"), tr("What is done"), 96);
    const std::pair<QString, QWidget*> rows[] = {
        {tr("Day"), m_when}, {{}, m_whenText}, {tr("Who"), m_owner}, {{}, m_optional}, {tr("What"), m_stepTitle}};
    for (const auto& [name, widget] : rows) {
        if (!name.isEmpty())
            column->addWidget(new ToneLabel(name, Type::Small, Tone::Muted));
        column->addWidget(widget);
    }
    auto* buttons = new QHBoxLayout;
    const auto add = [&](const QString& text, const char* name, std::function<int(std::size_t)> change) {
        QPushButton* button = widgets::plainButton(text, QStringLiteral("playbooks.editor.") + QLatin1String(name));
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, change] { changeSteps(change); });
    };
    add(tr("Up"), "up", [this](std::size_t at) { return int(at) - (m_draft.moveStep(at, -1) ? 1 : 0); });
    add(tr("Down"), "down", [this](std::size_t at) { return int(at) + (m_draft.moveStep(at, 1) ? 1 : 0); });
    add(tr("Add below"), "add", [this](std::size_t at) {
        m_draft.addStep(int(at), tr("New step"));
        return int(at) + 1;
    });
    add(tr("Remove"), "remove", [this](std::size_t at) {
        m_draft.removeStep(at);
        return std::min(int(at), int(m_draft.steps().size()) - 1);
    });
    column->addLayout(buttons);
    column->addStretch();
    connect(m_when, &QLineEdit::textEdited, this, &PlayEditor::takeStep);
    connect(m_owner, &QComboBox::activated, this, &PlayEditor::takeStep);
    connect(m_optional, &QCheckBox::clicked, this, &PlayEditor::takeStep);
    connect(m_stepTitle, &QPlainTextEdit::textChanged, this, &PlayEditor::takeStep);
    return form;
}

QWidget* PlayEditor::makeLetter()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_subject = lineEdit(QStringLiteral("subject"), tr("Subject of the draft"));
    m_body = textEdit(QStringLiteral("body"), tr("Text of the draft"), 260);
    m_hint = wrappedLabel(Type::Small, Tone::Muted);
    column->addWidget(new ToneLabel(tr("Subject"), Type::Small, Tone::Muted));
    column->addWidget(m_subject);
    column->addWidget(new ToneLabel(tr("Text"), Type::Small, Tone::Muted));
    column->addWidget(m_body);
    column->addWidget(m_hint);
    m_rules = wrappedLabel(Type::Small, style::Band::Yellow);
    m_rules->setObjectName(QStringLiteral("playbooks.editor.rules"));
    column->addWidget(m_rules);
    column->addStretch();
    connect(m_subject, &QLineEdit::textEdited, this, &PlayEditor::takeLetter);
    connect(m_body, &QPlainTextEdit::textChanged, this, &PlayEditor::takeLetter);
    return form;
}

void PlayEditor::edit(PlayDraft draft, int running, int step)
{
    m_draft = std::move(draft);
    m_running = running;
    m_title->setText(m_draft.isNew() ? tr("A play of your own")
                                     : tr("Change \"%1\"").arg(m_draft.text(PlayDraft::Part::Name)));
    const QString next = m_locale.toString(m_draft.version() + 1);
    const QString stay = running == 0   ? tr("None is running.")
                         : running == 1 ? tr("The one that is running stays on its version.")
                                        : tr("The %1 that are running stay on theirs.").arg(m_locale.toString(running));
    m_about->setText(m_draft.isNew() ? tr("It stands beside the others; one undo takes it back.")
                                     : tr("Kept as version %1, one undo takes it back.").arg(next) + u' ' + stay);
    m_save->setText(m_draft.isNew() ? tr("Keep the play") : tr("Keep as version %1").arg(next));
    fillParts(step + 1);
    check();
    m_parts->setFocus();
}

void PlayEditor::fillParts(int part)
{
    const QSignalBlocker blocker(m_parts);
    m_parts->clear();
    m_parts->addItem(tr("The play"));
    int number = 0;
    for (const PlayDraft::Step& each : m_draft.steps())
        m_parts->addItem(tr("Step %1: %2").arg(m_locale.toString(++number), shortText(each.title)));
    for (const PlayDraft::Letter& each : m_draft.letters())
        m_parts->addItem(tr("Draft: %1").arg(shortText(each.subject)));
    m_parts->addItem(tr("When it starts"));
    m_parts->setCurrentIndex(std::clamp(part, 0, m_parts->count() - 1));
    showPart();
}

void PlayEditor::choosePart(int part) { m_parts->setCurrentIndex(part); }

int PlayEditor::step() const
{
    const int step = m_parts->currentIndex() - 1;
    return step < int(m_draft.steps().size()) ? step : -1;
}

int PlayEditor::letter() const
{
    const int letter = m_parts->currentIndex() - 1 - int(m_draft.steps().size());
    return letter >= 0 && letter < int(m_draft.letters().size()) ? letter : -1;
}

bool PlayEditor::isStarts() const { return m_parts->currentIndex() == m_parts->count() - 1; }

void PlayEditor::showPart()
{
    m_isFilling = true;
    m_forms->setCurrentIndex(isStarts() ? 3 : letter() >= 0 ? 2 : step() >= 0 ? 1 : 0);
    if (isStarts()) {
        showStarts();
    } else if (letter() >= 0) {
        const PlayDraft::Letter own = m_draft.letters()[std::size_t(letter())];
        m_subject->setText(own.subject);
        m_body->setPlainText(own.body);
    } else if (step() >= 0) {
        const PlayDraft::Step own = m_draft.steps()[std::size_t(step())];
        m_when->setText(own.at);
        m_owner->setCurrentIndex(m_owner->findData(own.owner));
        m_optional->setChecked(own.isOptional);
        m_stepTitle->setPlainText(own.title);
    } else {
        for (const auto& [part, edit] : m_texts)
            edit->setPlainText(m_draft.text(part));
    }
    m_isFilling = false;
    check();
}

void PlayEditor::takeTexts()
{
    if (m_isFilling)
        return;
    for (const auto& [part, edit] : m_texts)
        m_draft.setText(part, edit->toPlainText());
    check();
}

void PlayEditor::takeStep()
{
    if (m_isFilling || step() < 0)
        return;
    m_draft.setStep(std::size_t(step()), {m_when->text(), m_owner->currentData().toString(), m_optional->isChecked(),
                                          m_stepTitle->toPlainText()});
    check();
}

void PlayEditor::takeLetter()
{
    if (m_isFilling || letter() < 0)
        return;
    m_draft.setLetter(std::size_t(letter()), {m_subject->text(), m_body->toPlainText()});
    check();
}

void PlayEditor::changeSteps(const std::function<int(std::size_t step)>& change)
{
    if (step() < 0)
        return;
    fillParts(change(std::size_t(step())) + 1);
    check();
}

/// Said of the part, not of the place in a file.
QString PlayEditor::faultText(Error error) const
{
    const PlayDraft::Place place = m_draft.placeOf(error);
    const QString part = place.step >= 0     ? tr("Step %1").arg(m_locale.toString(place.step + 1))
                         : place.letter >= 0 ? tr("Draft %1").arg(m_locale.toString(place.letter + 1))
                                             : tr("The play");
    if (error.code == Code("content.text.missing"))
        return tr("%1: one of its texts is empty.").arg(part);
    if (!error.arguments.empty())
        error.arguments.front() = part;
    return words::render(error, m_locale);
}

/// What a message breaks of the rules for drafts: told, not refused.
QString PlayEditor::rulesText() const
{
    if (letter() < 0)
        return {};
    const PlayDraft::Letter own = m_draft.letters()[std::size_t(letter())];
    QStringList broken;
    for (const content::DraftIssue& each : content::checkDraft(own.subject, own.body, own.isComplaint))
        broken << account::wordOf(each);
    return broken.join(u'\n');
}

/// What a day means, how long a draft is, and the first thing that is wrong.
void PlayEditor::check()
{
    const auto day = content::stepDayFrom(m_when->text().trimmed());
    m_whenText->setText(day ? spokenWhen(*day, m_locale) : tr("Not a day: +3w, R-90, Q-7 or K+2, for example."));
    const auto words = m_body->toPlainText().simplified().split(u' ', Qt::SkipEmptyParts).size();
    m_hint->setText(tr("%1 words of at most 130; {first} comes from the book, [[...]] is yours to write")
                        .arg(m_locale.toString(words)));
    m_rules->setText(rulesText());
    m_rules->setVisible(!m_rules->text().isEmpty());
    const auto checked = m_draft.isChanged() ? m_draft.checked() : Result<content::Play>(content::Play());
    m_fault->setText(checked ? QString() : faultText(checked.error()));
    m_fault->setVisible(!checked);
    m_save->setEnabled(checked && m_draft.isChanged());
    if (isStarts() && m_previewOf)
        if (const auto play = m_draft.checked())
            m_preview->setText(m_previewOf(*play));
}

void PlayEditor::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isEnter && (event->modifiers() & Qt::ControlModifier) && m_save->isEnabled())
        Q_EMIT saveRequested(m_draft);
    else
        SidePane::keyPressEvent(event);
}

} // namespace steward::playbooks
