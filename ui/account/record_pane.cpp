// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/record_pane.h"

#include "core/words/words.h"
#include "ui/account/lines.h"
#include "ui/account/record_editor.h"
#include "ui/style/icons.h"
#include "ui/style/type.h"

#include <QApplication>
#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace steward::account {

using style::Band;
using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

namespace {

constexpr qsizetype longestWord = 22; ///< that stands beside its label

bool isSaveKey(const QKeyEvent& event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return isEnter && (event.modifiers() & Qt::ControlModifier);
}

} // namespace

RecordPane::RecordPane(AccountPresenter& presenter, QWidget* parent)
    : SidePane(QStringLiteral("account.record"), parent)
    , m_presenter(presenter)
    , m_scroll(addScroll())
{
    setFocusProxy(m_scroll);
    hide();
}

/// A new body with title and the way out.
void RecordPane::startOver(const QString& title, const QString& about)
{
    m_fields.clear();
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(px(16), px(12), px(16), px(16));
    column->setSpacing(px(4));
    auto* top = new QHBoxLayout;
    auto* name = new ToneLabel(title, Type::Title2);
    name->setWordWrap(true);
    name->setObjectName(QStringLiteral("account.record.title"));
    auto* close = widgets::closeButton(QStringLiteral("account.record.close"), tr("Close"), tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &RecordPane::leave);
    top->addWidget(name, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(top);
    if (!about.isEmpty()) {
        auto* note = new ToneLabel(about, Type::Small, Tone::Muted);
        note->setWordWrap(true);
        column->addWidget(note);
    }
    column->addSpacing(px(4));
    m_column = column;
    // What is shown now may be in the middle of telling about a key or a click.
    if (QWidget* before = m_scroll->takeWidget()) {
        before->hide();
        before->deleteLater();
    }
    m_scroll->setWidget(body);
    setAccessibleName(title);
    QWidget::show();
}

void RecordPane::addPersonNote()
{
    m_column->addWidget(new ToneLabel(tr("They may ask to read this."), Type::Small, Tone::Muted));
}

void RecordPane::showRecord(RecordRef record)
{
    if (m_presenter.state() != AccountPresenter::State::Ready)
        return;
    const auto text = recordText(record, m_presenter.figures(), m_presenter.locale());
    if (!text) {
        leave();
        return;
    }
    m_draft.reset();
    m_record = record;
    // What had it goes: the next widget of the window would get it, a button far from here.
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    startOver(text->title, text->about);
    if (text->isOfPerson)
        addPersonNote();
    addReadFields(*text);
    std::vector<QPushButton*> buttons;
    if (text->isEditable) {
        auto* edit = new QPushButton(tr("Edit"));
        edit->setObjectName(QStringLiteral("account.record.edit"));
        edit->setToolTip(tr("Edit (F2)"));
        edit->setEnabled(m_presenter.book().isEditable());
        connect(edit, &QPushButton::clicked, this, &RecordPane::editRecord);
        buttons.push_back(edit);
    }
    if (text->isRemovable) {
        auto* remove = new QPushButton(tr("Remove"));
        remove->setObjectName(QStringLiteral("account.record.remove"));
        remove->setToolTip(tr("Take it out of the book; undo brings it back"));
        remove->setEnabled(m_presenter.book().isEditable());
        connect(remove, &QPushButton::clicked, this, [this, record] {
            m_presenter.remove(record);
            leave();
        });
        buttons.push_back(remove);
    }
    addButtons(std::move(buttons));
    if (hadFocus || (record.entity == Entity::Account && m_records.empty()))
        m_scroll->setFocus();
}

void RecordPane::addReadFields(const RecordText& text)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const RecordText::Field& field : text.fields) {
        auto* head = new ToneLabel(field.label, Type::Small, Tone::Muted);
        auto* value = new ToneLabel(field.value, Type::Body, field.isUnknown ? Tone::Muted : Tone::Text);
        // An address has no place to break at; its tip has the whole of it.
        const bool isOneWord = field.value.size() > longestWord && !field.value.contains(u' ');
        value->setWordWrap(!isOneWord);
        if (isOneWord)
            value->setElided();
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        head->setWordWrap(true);
        if (field.isLong) {
            grid->addWidget(head, row++, 0, 1, 2);
            grid->addWidget(value, row++, 0, 1, 2);
        } else {
            head->setFixedWidth(px(112));
            grid->addWidget(head, row, 0, Qt::AlignTop);
            grid->addWidget(value, row++, 1);
        }
    }
    m_column->addLayout(grid);
}

void RecordPane::addButtons(std::vector<QPushButton*> buttons)
{
    m_column->addSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    for (QPushButton* button : buttons)
        row->addWidget(button);
    row->addStretch();
    m_column->addLayout(row);
    m_column->addStretch();
}

void RecordPane::showRecords(const QString& title, const QString& why, const std::vector<RecordRef>& records)
{
    m_draft.reset();
    m_record = {};
    m_title = title;
    m_why = why;
    m_records = records;
    startOver(title, why);
    auto* list = new LinesView(QStringLiteral("account.record.list"), tr("Behind it"), {0, 26, 0, 0, 28, 26});
    list->show(recordLines(m_presenter.figures(), records, m_presenter.locale()));
    connect(list, &LinesView::opened, this, &RecordPane::showRecord);
    m_column->addWidget(list, 1);
    list->setVisible(true);
    list->setFocus();
}

void RecordPane::showNew(NewRecord kind)
{
    if (m_presenter.state() != AccountPresenter::State::Ready || !m_presenter.book().isEditable())
        return;
    keepDraft();
    m_record = {};
    m_records.clear();
    m_kind = kind;
    const auto kept = m_kept.find({m_presenter.account(), kind});
    m_draft = kept != m_kept.end() ? kept->second : draftOf(kind, m_presenter.figures(), m_presenter.locale());
    m_account = m_presenter.account();
    QString noun = nounOf(*m_draft);
    if (kind == NewRecord::Rating)
        noun = tr("I see it differently");
    else if (m_draft->id != 0)
        noun[0] = noun[0].toUpper();
    else if (!noun.isEmpty())
        noun = tr("New: %1").arg(noun);
    startOver(noun, m_presenter.figures().facts->account.name);
    addEditors();
}

void RecordPane::showDraft(const RecordDraft& draft)
{
    if (m_presenter.state() != AccountPresenter::State::Ready || !m_presenter.book().isEditable())
        return;
    keepDraft();
    m_record = {};
    m_records.clear();
    m_draft = draft;
    m_account = {}; // not kept where it is left
    QString noun = nounOf(draft.entity);
    if (!noun.isEmpty())
        noun[0] = noun[0].toUpper();
    startOver(noun, m_presenter.figures().facts->account.name);
    addEditors();
}

void RecordPane::editRecord()
{
    if (m_record.id == 0 || m_draft || !m_presenter.book().isEditable())
        return;
    auto draft = draftOf(m_record, m_presenter.figures(), m_presenter.locale());
    const auto text = recordText(m_record, m_presenter.figures(), m_presenter.locale());
    if (!draft || !text)
        return;
    m_draft = std::move(draft);
    startOver(text->title, text->about);
    addEditors();
}

void RecordPane::addEditors()
{
    bool isOfPerson = false;
    for (const FormField& each : fieldsOf(m_draft->entity))
        isOfPerson = isOfPerson || each.isOfPerson;
    if (isOfPerson)
        addPersonNote();
    for (const QString& name : m_draft->shown)
        for (const FormField& form : fieldsOf(m_draft->entity))
            if (name == QLatin1StringView(form.name))
                addEditor(form);
    auto* saves = new QPushButton(tr("Save"));
    saves->setObjectName(QStringLiteral("account.record.save"));
    saves->setToolTip(tr("Save (Ctrl+Enter)"));
    saves->setDefault(true);
    connect(saves, &QPushButton::clicked, this, &RecordPane::save);
    auto* cancels = new QPushButton(tr("Cancel"));
    cancels->setObjectName(QStringLiteral("account.record.cancel"));
    cancels->setToolTip(tr("Leave it as it was (Esc)"));
    connect(cancels, &QPushButton::clicked, this, &RecordPane::leave);
    addButtons({saves, cancels});
    if (m_fields.empty())
        return;
    m_fields.front().editor->setFocus();
    // Words that were kept are gone on with.
    if (auto* text = qobject_cast<QPlainTextEdit*>(m_fields.front().editor))
        text->moveCursor(QTextCursor::End);
}

void RecordPane::addEditor(const FormField& form)
{
    auto* label = new ToneLabel(labelOf(form), Type::Small, Tone::Muted);
    QWidget* editor = makeEditor(form, *m_draft, m_presenter.figures(), m_presenter.locale());
    editor->setObjectName(QStringLiteral("account.record.") + QString::fromLatin1(form.name).remove(u'*'));
    editor->setAccessibleName(labelOf(form));
    editor->installEventFilter(this);
    label->setBuddy(editor);
    auto* fault = new ToneLabel({}, Type::Small, Band::Red);
    fault->setWordWrap(true);
    fault->hide();
    m_column->addSpacing(px(2));
    m_column->addWidget(label);
    m_column->addWidget(editor);
    editor->setVisible(true); // now, not when the event loop comes round: it may take the focus
    m_column->addWidget(fault);
    m_fields.push_back({&form, editor, fault});
}

QWidget* RecordPane::editor(const QString& field) const
{
    for (const Field& each : m_fields)
        if (field == QLatin1StringView(each.form->name))
            return each.editor;
    return nullptr;
}

void RecordPane::takeDraft()
{
    for (const Field& each : m_fields)
        m_draft->values[QString::fromLatin1(each.form->name)] = valuesOf(each.editor);
}

/// Words that were typed and not saved are there again when the same is begun for the same account.
void RecordPane::keepDraft()
{
    if (!m_draft || m_draft->id != 0 || !m_account.isValid())
        return;
    takeDraft();
    const bool hasWords = std::ranges::any_of(m_fields, [](const Field& each) {
        const bool isTyped = each.form->editor == Editor::Text || each.form->editor == Editor::Line;
        return isTyped && !valuesOf(each.editor).join(QString()).trimmed().isEmpty();
    });
    if (!hasWords)
        return;
    m_kept[{m_account, m_kind}] = *m_draft;
    Q_EMIT said(tr("Not saved; your words are there again when you begin the same."));
}

void RecordPane::showFault(const DraftFault& fault)
{
    const QString sentence = words::render(fault.error, m_presenter.locale());
    for (const Field& each : m_fields) {
        const bool isHere = fault.field == QLatin1StringView(each.form->name);
        each.fault->setVisible(isHere);
        if (!isHere)
            continue;
        each.fault->setText(sentence);
        each.editor->setAccessibleDescription(sentence);
        each.editor->setFocus();
        m_scroll->ensureWidgetVisible(each.editor);
    }
}

bool RecordPane::save()
{
    if (!m_draft)
        return false;
    takeDraft();
    if (const auto fault = m_presenter.save(*m_draft)) {
        showFault(*fault);
        return false;
    }
    const RecordRef record = m_record;
    m_kept.erase({m_account, m_kind});
    m_draft.reset();
    if (record.id != 0)
        showRecord(record);
    else
        leave();
    return true;
}

void RecordPane::refresh()
{
    if (!isVisible() || m_draft || m_presenter.state() != AccountPresenter::State::Ready)
        return;
    if (m_record.id != 0)
        showRecord(m_record);
    else if (!m_records.empty())
        showRecords(m_title, m_why, m_records);
}

/// From a record behind a figure back to the list, else away.
void RecordPane::putAway()
{
    const QSignalBlocker blocker(this);
    leave();
}

void RecordPane::leave()
{
    const bool wasBehind = m_record.id != 0 && !m_records.empty() && !m_draft;
    keepDraft();
    m_draft.reset();
    m_fields.clear();
    if (wasBehind && m_presenter.state() == AccountPresenter::State::Ready) {
        const std::vector<RecordRef> behind = m_records;
        showRecords(m_title, m_why, behind);
        return;
    }
    m_record = {};
    m_records.clear();
    hide();
    Q_EMIT closed();
}

void RecordPane::keyPressEvent(QKeyEvent* event)
{
    if (isSaveKey(*event) && m_draft) {
        save();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool RecordPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && isSaveKey(*static_cast<QKeyEvent*>(event)) && m_draft) {
        save();
        return true;
    }
    // Letters and = belong to the field while something is written, not to the commands of the page.
    if (event->type() == QEvent::ShortcutOverride && m_draft) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isTyped = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && !key->text().isEmpty();
        if (isTyped && key->key() != Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace steward::account
