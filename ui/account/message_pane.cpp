// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/message_pane.h"

#include "ui/style/theme.h"
#include "ui/style/type.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/outside.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>

namespace steward::account {

using style::px;
using style::Tone;
using style::Type;
using widgets::ToneLabel;

MessagePane::MessagePane(const QString& name, QWidget* parent)
    : SidePane(name, parent)
    , m_title(new ToneLabel({}, Type::Title2))
    , m_about(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_to(new QComboBox)
    , m_subject(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_stops(new ToneLabel({}, Type::Small, style::Band::Yellow))
    , m_hints(new ToneLabel({}, Type::Small, Tone::Muted))
    , m_mail(new QPushButton(tr("Open in the mail program")))
    , m_sent(new QPushButton)
{
    setFixedWidth(px(420));
    m_to->setObjectName(name + QStringLiteral(".to"));
    m_to->setAccessibleName(tr("To"));
    m_to->setPlaceholderText(tr("Choose who gets it"));
    m_subject->setObjectName(name + QStringLiteral(".subject"));
    m_subject->setAccessibleName(tr("Subject"));
    m_body->setObjectName(name + QStringLiteral(".body"));
    m_body->setAccessibleName(tr("Text"));
    m_body->setTabChangesFocus(true);
    m_stops->setObjectName(name + QStringLiteral(".stops"));
    for (ToneLabel* label : {m_title, m_about, m_stops, m_hints})
        label->setWordWrap(true);
    auto* close = widgets::closeButton(name + QStringLiteral(".close"), tr("Close"), tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &MessagePane::closed);
    m_mail->setObjectName(name + QStringLiteral(".mail"));
    m_mail->setDefault(true);
    m_mail->setToolTip(tr("Nothing is sent: the draft opens, and you send it"));
    auto* file = new QPushButton(tr("Save as a file..."));
    file->setObjectName(name + QStringLiteral(".file"));
    file->setToolTip(tr("A file (.eml) that mail programs open as a draft"));
    auto* copyButton = new QPushButton(tr("Copy"));
    copyButton->setObjectName(name + QStringLiteral(".copy"));
    m_sent->setObjectName(name + QStringLiteral(".sent"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto* buttons = new widgets::FlowLayout;
    buttons->setSpacing(px(8));
    for (QPushButton* each : {m_mail, file, copyButton, m_sent})
        buttons->addWidget(each);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(12), px(12));
    column->setSpacing(px(4));
    column->addLayout(top);
    column->addWidget(m_about);
    column->addSpacing(px(4));
    column->addLayout(buttons);
    // Beside the buttons, before anything is opened.
    column->addWidget(m_stops);
    column->addWidget(m_hints);
    const std::pair<QString, QWidget*> fields[] = {{tr("To"), m_to}, {tr("Subject"), m_subject}, {tr("Text"), m_body}};
    for (const auto& [label, field] : fields) {
        column->addWidget(new ToneLabel(label, Type::Small, Tone::Muted));
        column->addWidget(field, field == m_body ? 1 : 0);
    }
    connect(m_to, &QComboBox::activated, this,
            [this](int index) { fill(ContactId(m_to->itemData(index).toLongLong())); });
    connect(m_subject, &QLineEdit::textChanged, this, &MessagePane::check);
    connect(m_body, &QPlainTextEdit::textChanged, this, &MessagePane::check);
    connect(m_mail, &QPushButton::clicked, this, &MessagePane::openInMail);
    connect(file, &QPushButton::clicked, this, &MessagePane::askForFile);
    connect(copyButton, &QPushButton::clicked, this, &MessagePane::copy);
    connect(m_sent, &QPushButton::clicked, this, [this] {
        const Addressee* to = addressee();
        Q_EMIT sent(to ? to->contact : ContactId(), m_subject->text(), m_body->toPlainText());
    });
}

void MessagePane::show(Source source)
{
    m_source = std::move(source);
    m_filledSubject = m_subject->text();
    m_filledBody = m_body->toPlainText();
    m_sent->setText(m_source.sentText);
    m_sent->setVisible(!m_source.sentText.isEmpty());
    fill({});
    QWidget::show();
}

void MessagePane::focusFirst()
{
    m_body->setFocus();
    // To the first thing that is left to write.
    if (const auto gaps = m_body->extraSelections(); !gaps.isEmpty())
        m_body->setTextCursor(gaps.front().cursor);
}

/// What nobody changed is filled anew for who is chosen.
void MessagePane::fill(ContactId to)
{
    const auto text = m_source.text(to);
    if (!text) {
        Q_EMIT closed();
        return;
    }
    m_people = text->to;
    m_isComplaint = text->isComplaint;
    m_title->setText(text->title);
    m_about->setText(text->about);
    m_to->clear();
    for (const Addressee& each : m_people) {
        const QString who = each.note.isEmpty() ? each.name : tr("%1, %2").arg(each.name, each.note.toLower());
        m_to->addItem(each.address.isEmpty() ? who : QString(who + u" <" + each.address + u'>'), each.contact.value());
    }
    m_to->setCurrentIndex(m_to->findData(text->chosen.value()));
    m_to->setEnabled(!m_people.empty());
    if (m_subject->text() == std::exchange(m_filledSubject, text->subject))
        m_subject->setText(text->subject);
    if (m_body->toPlainText() == std::exchange(m_filledBody, text->body))
        m_body->setPlainText(text->body);
    setAccessibleName(text->title);
    check();
}

const Addressee* MessagePane::addressee() const
{
    const auto found = std::ranges::find(m_people, ContactId(m_to->currentData().toLongLong()), &Addressee::contact);
    return found == m_people.end() ? nullptr : &*found;
}

void MessagePane::check()
{
    const Addressee* to = addressee();
    const MessageFaults faults = faultsOf(m_subject->text(), m_body->toPlainText(), to, m_isComplaint);
    QStringList hints = to && m_source.wishes ? m_source.wishes(to->contact) : QStringList();
    hints += faults.hints;
    m_stops->setText(faults.stops.isEmpty() ? QString() : tr("Not ready. %1").arg(faults.stops.join(u'\n')));
    m_stops->setVisible(!faults.stops.isEmpty());
    m_hints->setText(hints.join(u'\n'));
    m_hints->setVisible(!hints.isEmpty());
    m_body->setAccessibleDescription((QStringList(m_stops->text()) + hints).join(u' '));
    markGaps();
}

/// What is left to write or to fill is seen in the text.
void MessagePane::markGaps()
{
    const style::Theme& theme = style::Theme::of(palette());
    QTextCharFormat format;
    format.setBackground(theme.band(style::Band::Yellow).tint);
    format.setForeground(theme.band(style::Band::Yellow).text);
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto& [from, length] : gapsIn(m_body->toPlainText())) {
        QTextCursor gap(m_body->document());
        gap.setPosition(from);
        gap.setPosition(from + length, QTextCursor::KeepAnchor);
        marks.push_back({gap, format});
    }
    m_body->setExtraSelections(marks);
}

mail::Message MessagePane::message() const
{
    mail::Message message;
    message.from = m_source.from;
    message.date = m_source.date;
    if (const Addressee* to = addressee(); to && !to->address.isEmpty())
        message.to = {{to->name, to->address}};
    message.subject = m_subject->text();
    message.text = m_body->toPlainText();
    return message;
}

void MessagePane::openInMail()
{
    if (!widgets::openMail(QUrl::fromEncoded(mail::mailto(message()))))
        Q_EMIT said(tr("No mail program took the draft; save it as a file or copy it."));
}

void MessagePane::askForFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the draft"),
                                                      QDir(folder).filePath(tr("Draft.eml")), tr("Drafts (*.eml)"));
    if (!path.isEmpty())
        save(path);
}

bool MessagePane::save(const QString& path)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(mail::eml(message())) >= 0 && file.commit();
    Q_EMIT said(isWritten ? tr("%1 is written.").arg(QDir::toNativeSeparators(path))
                          : tr("%1 could not be written.").arg(QDir::toNativeSeparators(path)));
    return isWritten;
}

void MessagePane::copy()
{
    QGuiApplication::clipboard()->setText(QString(m_subject->text() + QStringLiteral("\n\n") + m_body->toPlainText()));
    Q_EMIT said(tr("Subject and text are in the clipboard."));
}

void MessagePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace steward::account
