// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/book_day.h"
#include "ui/style/theme.h"
#include "ui/widgets/row_delegate.h"

#include <QLocale>

/// What the rows of Today say. Pure functions of the day.
namespace steward::today {

/// A row in words.
struct RowText
{
    QString name; ///< of the account; "7 small accounts"; "The whole book"
    style::Band band = style::Band::Unknown;
    QString score;            ///< empty: too little is known
    bool isSetByHand = false; ///< the band
    QString change;           ///< of the score in four weeks, signed; empty: not known or none
    bool isWorse = false;
    bool hasScore = false; ///< there is an account to have one
    QString about;         ///< in place of the score: "self-service, pooled"
    QString amount;        ///< ARR, or what may be gained
    QString turn;          ///< "renewal in 52 d"
    widgets::Shade turnShade = widgets::Shade::Muted;
    QString reason;
    QString more;    ///< "+2 more"; empty: one reason
    QString further; ///< the other reasons, one after the other
    QString play;
    QString playNote;       ///< "7 steps", "2 of 7 done"
    QString lastTime;       ///< "last time, Feb: worked"; while it runs "next: Call the champion (24 Nov)"
    bool isRunning = false; ///< the play
    bool isGood = false;
    QString why; ///< the five factors as a product; empty: ranked by time
    QString value;
    // On the clock
    QString time;
    widgets::Shade timeShade = widgets::Shade::Plain;
    QString icon;
    QString kind; ///< "promise due"
};
[[nodiscard]] RowText rowText(const work::TodayRow& row, const BookDay& day, const QLocale& locale);
/// All of it, for who cannot see it.
[[nodiscard]] QString spoken(const RowText& text);

/// The five factors, each with what it comes from.
struct Factor
{
    QString name;
    QString why;
    QString value; ///< "€184,200", "× 1.2"
};
[[nodiscard]] std::vector<Factor> factorsOf(const work::TodayRow& row, const BookDay& day, const QLocale& locale);

/// The sentence of a signal.
[[nodiscard]] QString sentenceOf(const work::Signal& signal, const BookDay& day, const QLocale& locale);
[[nodiscard]] QString nameOf(const work::Signal& signal, const BookDay& day, const QLocale& locale);
[[nodiscard]] QString nameOf(AccountId account, const BookDay& day);

} // namespace steward::today
