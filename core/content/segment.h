// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/text.h"

#include <optional>

namespace steward::content {

/// Days between planned conversations; may change after some months with us.
struct TouchRhythm
{
    int everyDays = 0;
    std::optional<int> untilMonth; ///< then thenDays
    int thenDays = 0;
    bool onRequest = false; ///< planned, but only held when they want it

    [[nodiscard]] int daysAt(int monthsWithUs) const
    {
        return untilMonth && monthsWithUs >= *untilMonth ? thenDays : everyDays;
    }
    friend bool operator==(const TouchRhythm&, const TouchRhythm&) = default;
};

/// A segment is an experience, not a price class (content.md 5). Entry::text is the Required Outcome.
struct Segment : Entry
{
    Text experience; ///< Appropriate Experience: needs, preferences, wished engagement
    Text people;
    Text technology;
    Text thanks; ///< what they would thank us for
    Text annoys;
    bool hasNamedPerson = false;
    std::optional<TouchRhythm> touch; ///< none: no conversation is planned
    int qbrsPerYear = 0;
    QString qbrKind; ///< "full", "summary_mail", "one_page", "end_customers", "technical", "short"
    int onboardingDays = 0;
    int minutesPerQuarter = 0; ///< planned work for one account
    int graceDays = 0;         ///< an account stays a customer so long after its last paid day
};

/// Reads and checks segments.json: ids unique, days above zero.
[[nodiscard]] Parsed<std::vector<Segment>> parseSegments(const QByteArray& bytes);

} // namespace steward::content
