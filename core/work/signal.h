// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/signal.h"
#include "core/health/score.h"

/// Signals (content 2): what an account, or the book, asks of us today, with the sentence that says why.
namespace steward::work {

enum class SignalState : quint8
{
    Open,
    Snoozed,
    Dismissed, ///< rests until its cool-down ends
    Done       ///< its play was run to the end; rests likewise
};
/// "snoozed"
[[nodiscard]] QString nameOf(SignalState state);

/// One open case. (account, signal, key) names it: the same facts give the same case again, never a second one.
struct Signal
{
    QString signal;    ///< id of the content
    AccountId account; ///< none: the whole book
    QString key;       ///< "invoice:12", "2027-03-01/90"; empty: there is one of a kind
    content::SignalLane lane = content::SignalLane::Value;
    content::Severity severity = content::Severity::Medium;
    double figure = 0;         ///< how bad, more is worse: per cent lost, days late; 0: cannot be counted
    QDate opened;              ///< first day its facts speak of: the answer, the due date, the start of the window
    QDate newest;              ///< of its newest evidence
    std::optional<Instant> at; ///< of what is on the clock, where it has a time
    QDate due;                 ///< of what has a last day
    double seatsShort = 0;     ///< of "ready to grow": share of the seats bought that is missing
    health::Explanation say;   ///< key "signal.usage.drop.down", arguments in the order of the content

    SignalState state = SignalState::Open;
    QDate until;    ///< of one that rests: the last day it does; invalid: no end
    QString reason; ///< why it was dismissed
    bool seen = false;
    friend bool operator==(const Signal&, const Signal&) = default;
};

} // namespace steward::work
