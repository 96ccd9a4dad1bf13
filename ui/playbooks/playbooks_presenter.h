// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/play_draft.h"
#include "core/work/quick_task.h"
#include "core/workspace/open_book.h"
#include "ui/playbooks/play_state.h"

#include <atomic>

namespace steward::playbooks {

/// What the playbooks show and do, without a widget. What the accounts ask for is worked out away from the window, and
/// only while somebody looks.
class PlaybooksPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Failed, ///< see error()
        Ready
    };
    PlaybooksPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    /// Null until the first one is there.
    [[nodiscard]] const ShownPlays& shown() const { return m_shown; }
    /// Somebody looks, or no longer.
    void setWatched(bool isWatched);

    /// The account somebody means by the beginning of its name; none: several, or nobody.
    [[nodiscard]] AccountId accountCalled(const QString& text) const;
    /// What speaks against asking the account for what the play asks; empty: nothing.
    [[nodiscard]] QString warning(const content::Play& play, AccountId account) const;
    /// One undoable edit. Accounts on which it runs already are left out.
    void start(const content::Play& play, const std::vector<AccountId>& accounts);

    /// One undoable edit: the play's next version. Nothing happens where the draft is not good.
    void save(const query::PlayDraft& draft);
    /// One undoable edit: a play of the user's own is offered no more, or as before.
    void setRetired(const content::Play& play, bool isRetired);
    /// What the newest version does otherwise than those its runs are on: a paragraph each, each led by an empty line.
    [[nodiscard]] QString differences(const PlayState& state) const;
    /// One undoable edit: runs go on with the newest version of their play.
    void moveRuns(const content::Play& play, const std::vector<Run>& runs);

Q_SIGNALS:
    void changed();

private:
    void takeNumbers();
    void workOut();
    void take(ShownPlays shown);

    OpenBook& m_book;
    QLocale m_locale;
    State m_state = State::Loading;
    Error m_error;
    ShownPlays m_shown;
    bool m_isWatched = false;
    std::shared_ptr<std::atomic<qint64>> m_serial; ///< read where the day is worked out, too
};

} // namespace steward::playbooks
