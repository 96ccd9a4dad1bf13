// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/book_day.h"
#include "core/workspace/open_book.h"

#include <QLocale>

namespace steward::today {

/// A day's work with its order; shared, immutable.
struct Shown
{
    Day day;
    work::Today today;
};
using ShownDay = std::shared_ptr<const Shown>;

/// What Today shows and does, without a widget. The day is worked out away from the window: after an edit first the
/// accounts that were edited, then all of them.
class TodayPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Failed,  ///< see error()
        Empty,   ///< the book has no account
        Nothing, ///< nobody asks for anything
        Ready
    };
    TodayPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error& error() const { return m_error; }
    /// Null until the first one is there.
    [[nodiscard]] const ShownDay& shown() const { return m_shown; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] OpenBook& book() { return m_book; }
    /// On the clock and what fits the day.
    [[nodiscard]] int needsYou() const;

    /// Whose accounts are shown; none: the whole book.
    [[nodiscard]] PersonId owner() const { return m_owner; }
    void setOwner(PersonId owner);
    /// Who holds accounts, by name.
    [[nodiscard]] std::vector<std::pair<PersonId, QString>> owners() const;

    /// Puts the reasons of a row off to a day. word: kept as a note, may be empty.
    void snooze(const work::TodayRow& row, QDate to, const QString& word);
    /// Closes the strongest reason of a row, or all of them. Reasons of several accounts that only a person may close
    /// stay; returns the sentence that says so, empty where none stays.
    QString dismiss(const work::TodayRow& row, const QString& reason, bool isAll, const QString& word);
    /// Starts the row's play on its accounts where it does not run.
    void startPlay(const work::TodayRow& row);
    /// The task a row of the clock is about; none: it is about something else.
    [[nodiscard]] const Task* taskOf(const work::TodayRow& row) const;
    void finishTask(const work::TodayRow& row);

Q_SIGNALS:
    void changed();

private:
    void takeNumbers();
    void workOut(bool isAgain);
    void take(const ShownDay& shown, const Status& status, qint64 serial);
    void setState(State state);

    OpenBook& m_book;
    QLocale m_locale;
    State m_state = State::Loading;
    Error m_error;
    ShownDay m_shown;
    PersonId m_owner;
    std::shared_ptr<std::atomic<qint64>> m_serial; ///< of the day asked for last; older ones are not worked out
};

} // namespace steward::today
