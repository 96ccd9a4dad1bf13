// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/account/message_pane.h"
#include "ui/account/play_pane.h"

namespace steward::account {

/// The messages of a play beside a view that has its pane: a draft is filled for the account, changed by hand, taken
/// out of Steward, and logged once it was sent.
class PlayMessages final : public QObject
{
    Q_OBJECT
public:
    /// For whom, and why; none: no signal.
    struct About
    {
        AccountId account;
        std::optional<work::Signal> signal;
    };
    using Ask = std::function<About()>;
    /// pane: of the view, hidden until asked for.
    PlayMessages(PlayPane& play, MessagePane& pane, OpenBook& book, QLocale locale, Ask ask);

Q_SIGNALS:
    /// The pane is to be shown in place of the play's.
    void opened();

private:
    void open(const QString& draft);
    void log(ContactId to, const QString& subject, const QString& body);

    PlayPane& m_play;
    MessagePane& m_pane;
    OpenBook& m_book;
    QLocale m_locale;
    Ask m_ask;
    AccountId m_account;
};

} // namespace steward::account
