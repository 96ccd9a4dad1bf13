// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_figures.h"
#include "ui/charts/lane_chart.h"
#include "ui/journey/flow_text.h"

/// One account along a line of time: stages, milestones, score, conversations, answers, tickets, money, use.
namespace steward::journeys {

/// The figures of an account with score and use over its whole time, as far as five years back.
struct LineShown
{
    account::AccountFigures figures;
    std::vector<journey::StageSpan> spans;
};
using ShownLine = std::shared_ptr<const LineShown>;
/// Null: the book has no such account on the day. Some milliseconds: away from the window.
[[nodiscard]] ShownLine lineOn(const Numbers& numbers, AccountId account);

/// The keys of its items are positions in the records beside it.
struct LinePicture
{
    charts::LaneChart::Picture chart;
    std::vector<RecordRef> records;
};
[[nodiscard]] LinePicture lineOf(const LineShown& shown, const QLocale& locale);

/// One thing that matters, below the line.
struct LineFact
{
    QString name;
    QString value;
    QString about;
    widgets::Shade shade = widgets::Shade::Muted;
};
[[nodiscard]] std::vector<LineFact> factsOf(const LineShown& shown, const QLocale& locale);
/// Stages with their days, then everything that happened: the line as a list.
[[nodiscard]] std::vector<account::Line> listOf(const LineShown& shown, const QLocale& locale);

} // namespace steward::journeys
