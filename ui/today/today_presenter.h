// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/book_day.h"
#include "core/workspace/book_presenter.h"

namespace steward::today {

/// A conversation that is planned.
struct NextMeeting
{
    AccountId account;
    QDate day;
    std::optional<Instant> at;
};

/// A day's work with its order; shared, immutable.
struct Shown
{
    Day day;
    work::Today today;
    std::vector<work::Signal> putOff; ///< to a later day, the next one first
    std::optional<NextMeeting> next;  ///< where nothing is on the clock and nobody needs anything
};
using ShownDay = std::shared_ptr<const Shown>;

/// What Today shows and does, without a widget; State::Nothing: nobody asks for anything. The day is worked out away
/// from the window: after an edit first the accounts that were edited, then all of them.
class TodayPresenter final : public BookPresenter
{
    Q_OBJECT
public:
    TodayPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    /// Null until the first one is there.
    [[nodiscard]] const ShownDay& shown() const { return m_shown; }
    /// On the clock and what fits the day.
    [[nodiscard]] int needsYou() const;

    /// Whose accounts are shown; none: the whole book.
    [[nodiscard]] PersonId owner() const { return m_owner; }
    void setOwner(PersonId owner);
    /// Who holds accounts, by name.
    [[nodiscard]] People owners() const;

    /// Puts the reasons of a row off to a day. word: kept as a note, may be empty.
    void snooze(const work::TodayRow& row, QDate to, const QString& word);
    /// Closes the strongest reason of a row, or all of them. Reasons of several accounts that only a person may close
    /// stay; returns the sentence that says what stays, empty where nothing does.
    QString dismiss(const work::TodayRow& row, const QString& reason, bool isAll, const QString& word);
    /// What was put off is open again.
    void wake(const work::Signal& signal);
    /// Starts the row's play on its accounts where it does not run.
    void startPlay(const work::TodayRow& row);
    /// The task a row of the clock is about; none: it is about something else.
    [[nodiscard]] const Task* taskOf(const work::TodayRow& row) const;
    void finishTask(const work::TodayRow& row);

private:
    static QString staying(const QStringList& names, const QLocale& locale);
    void takeNumbers() override;
    void workOutWhole();
    void workOutEdited();
    void take(const ShownDay& shown);

    ShownDay m_shown;
    PersonId m_owner;
};

} // namespace steward::today
