// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/beside.h"
#include "core/workspace/open_book.h"

#include <QLocale>
#include <set>

namespace steward {

/// What shows something worked out of the numbers of a book does this: it follows the book, works its own out away from
/// the window, shows the newest only, and frees the one before where nobody waits. On the thread of the window.
class BookPresenter : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Failed,  ///< see error()
        Empty,   ///< the book has no account
        Nothing, ///< there is nothing to show of those it has
        Ready
    };
    using People = std::vector<std::pair<PersonId, QString>>;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    [[nodiscard]] const OpenBook& book() const { return m_book; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

Q_SIGNALS:
    void changed();

protected:
    BookPresenter(OpenBook& book, QLocale locale, QObject* parent);
    /// The numbers are others, or there are none. Whoever is made calls it once himself.
    virtual void takeNumbers() = 0;
    void setState(State state);

    /// True once something newer was asked for; for any thread.
    using IsStale = std::function<bool()>;
    template <class T>
    using Shared = std::shared_ptr<const T>;
    enum class Pace
    {
        Soon,  ///< short: after an edit
        Slowly ///< behind the scores
    };
    /// make is called away from the window, taken with what it made here; what is asked for later takes its place. An
    /// error is shown as State::Failed.
    template <class T>
    void workOut(Pace pace, std::function<Result<Shared<T>>(const IsStale&)> make,
                 std::function<void(const Shared<T>&)> taken)
    {
        const auto result = std::make_shared<Shared<T>>();
        runAway(
            pace,
            [make = std::move(make), result](const IsStale& isStale) -> Status {
                auto made = make(isStale);
                if (!made)
                    return tl::unexpected(made.error());
                *result = std::move(*made);
                return {};
            },
            [taken = std::move(taken), result] { taken(*result); });
    }
    /// Nothing that was asked for so far arrives.
    void forget() { ++*m_serial; }
    /// Frees it away from the window.
    template <class T>
    void retire(Shared<T> old)
    {
        m_book.slowly([old = std::move(old)]() -> Status { return {}; }, nullptr, {});
    }
    /// Those of us with these ids, by name.
    [[nodiscard]] static People peopleOf(const BookFacts& book, const std::set<qint64>& ids);

private:
    void runAway(Pace pace, std::function<Status(const IsStale&)> work, std::function<void()> done);

    OpenBook& m_book;
    QLocale m_locale;
    State m_state = State::Loading;
    Error m_error;
    std::shared_ptr<std::atomic<qint64>> m_serial; ///< of what was asked for last
};

} // namespace steward
