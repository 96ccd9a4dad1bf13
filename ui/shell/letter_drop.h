// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"

#include <QLocale>

namespace steward::exchange {
struct LetterPlan;
}

namespace steward::shell {

/// Messages and meetings that were dropped on the window, or copied, become conversations of the accounts their
/// addresses belong to, in one undoable step. Says in a sentence what it did not write, and why.
class LetterDrop final : public QObject
{
    Q_OBJECT
public:
    LetterDrop(OpenBook& book, QLocale locale, QObject* parent = nullptr);
    /// shown: the account in front, which gets what belongs to no other; none: nobody does.
    void take(const QStringList& files, AccountId shown);
    /// The same of a message or a chat that was copied in another program.
    void paste(const QString& text, AccountId shown);

Q_SIGNALS:
    /// They all belong to one account. isMeeting: it is one conversation that is planned for today.
    void logged(steward::AccountId account, bool isMeeting);
    void said(const QString& text);
    void notLogged(const QString& title, const QString& text);

private:
    struct Outcome;
    using Read =
        std::function<Result<exchange::LetterPlan>(Workspace& workspace, const Portfolio& facts, Outcome& outcome)>;
    void log(const Message& label, const Read& read);
    void tell(const Outcome& outcome);

    OpenBook& m_book;
    QLocale m_locale;
};

} // namespace steward::shell
