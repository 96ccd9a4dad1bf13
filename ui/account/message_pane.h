// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/message.h"
#include "ui/account/message_text.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

#include <functional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace steward::account {

/// A message that is written beside a list: to whom, subject and text, what it still lacks, and the ways out of
/// Steward: the mail program, a file, the clipboard. Esc leaves it.
class MessagePane final : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit MessagePane(const QString& name, QWidget* parent = nullptr);
    /// What the pane asks of the book.
    struct Source
    {
        std::function<std::optional<MessageText>(ContactId to)> text; ///< none: it is gone
        std::function<QStringList(ContactId to)> wishes;              ///< that it would break
        mail::Address from;
        Instant date;
        QString sentText; ///< of the button that says it was sent; empty: no such button
    };
    void show(Source source);
    void focusFirst();
    [[nodiscard]] mail::Message message() const;
    /// As a file that mail programs open as a draft. False: it could not be written, and the pane says so.
    bool save(const QString& path);

Q_SIGNALS:
    void sent(steward::ContactId to, const QString& subject, const QString& body);
    void said(const QString& text);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(ContactId to);
    void check();
    void markGaps();
    void openInMail();
    void askForFile();
    void copy();
    [[nodiscard]] const Addressee* addressee() const;

    Source m_source;
    std::vector<Addressee> m_people;
    QString m_filledSubject; ///< as they were filled: what was changed by hand stays when somebody else is chosen
    QString m_filledBody;
    bool m_isComplaint = false;
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_about;
    QComboBox* m_to;
    QLineEdit* m_subject;
    QPlainTextEdit* m_body;
    widgets::ToneLabel* m_stops;
    widgets::ToneLabel* m_hints;
    QPushButton* m_mail;
    QPushButton* m_sent;
};

} // namespace steward::account
