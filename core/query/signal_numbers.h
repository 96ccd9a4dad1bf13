// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/content/content.h"
#include "core/portfolio/portfolio.h"

/// From when on a signal comes, and how many rows fit a day: numbers of signals.json that a book sets for itself.
namespace steward::query {

/// A number of the file. signal: empty where it is one of the order of Today ("budget").
struct SignalNumber
{
    QString signal;
    QString name;
    double value = 0;
};
/// The book's signals with one number changed, as a file; checked. Error "signals.number" {what was there}, where it is
/// below 0 or there is no such number, or the first issue.
[[nodiscard]] Result<QByteArray> withNumber(const BookFacts& book, const SignalNumber& number);
/// Keeps it as the book's own, a version above the newest.
[[nodiscard]] Status saveSignals(book::Edit& edit, const BookFacts& book, const QByteArray& file);

/// How often a kind of signal was put aside as no concern, of its last cases.
struct SignalCases
{
    int cases = 0; ///< decisions on it, at most the last 20
    int noConcern = 0;
    [[nodiscard]] bool isOften() const { return noConcern * 2 > last; }
    static constexpr int last = 20;
};
[[nodiscard]] std::map<QString, SignalCases> signalCases(const Portfolio& facts);

} // namespace steward::query
