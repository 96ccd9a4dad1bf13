// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/measure.h"
#include "core/print/slide_frame.h"
#include "core/print/slides.h"

#include <algorithm>
#include <cmath>

namespace steward::print {

namespace {

using deck::Align;
using deck::Ink;
using deck::Mark;

double wholeUnits(qint64 minor, Currency currency)
{
    return static_cast<double>(minor) / std::pow(10.0, currency.minorDigits());
}

/// "€" and the like as a chart writes it.
deck::NumberForm moneyForm(Currency currency, const Wording& wording)
{
    const QString zero = wording.money({0, currency});
    const QString sign = QString(zero).remove(u'0');
    return zero.startsWith(u'0') ? deck::NumberForm{0, {}, sign} : deck::NumberForm{0, sign, {}};
}

deck::Chart valueChart(const qbr::Value& value, const Wording& wording)
{
    deck::Chart chart;
    chart.name = QStringLiteral("Chart");
    chart.kind = deck::ChartKind::Bars;
    chart.hasAxis = false;
    chart.box = {56, 146, 848, 112};
    chart.textSize = 14;
    chart.categories = {wording.say("value.confirmed"), wording.say("value.spent")};
    const Currency currency = value.total->currency;
    chart.form = moneyForm(currency, wording);
    const auto hasCents = [&](const Money& money) {
        const double units = wholeUnits(money.minor, currency);
        return units != std::trunc(units);
    };
    chart.form.decimals = hasCents(*value.total) || hasCents(*value.spent) ? currency.minorDigits() : 0;
    chart.series = {{wording.say("value.worth"),
                     {wholeUnits(value.total->minor, currency), wholeUnits(value.spent->minor, currency)},
                     Ink::Accent,
                     {Ink::Accent, Ink::Before},
                     deck::Labels::Values}};
    chart.alt = wording.say("chart.alt", {{QStringLiteral("title"), wording.say("value.confirmed")},
                                          {QStringLiteral("text"),
                                           QString(wording.money(*value.total) + QStringLiteral("; ") +
                                                   wording.say("value.spent") + u' ' + wording.money(*value.spent))}});
    return chart;
}

deck::Table valueTable(const qbr::Value& value, const Wording& wording, double y, std::size_t most)
{
    std::vector<deck::Row> rows{{{{wording.say("value.what"), Ink::Muted},
                                  {wording.say("value.worth"), Ink::Muted},
                                  {wording.say("value.who"), Ink::Muted}},
                                 26,
                                 true}};
    const std::size_t first = value.confirmed.size() > most ? value.confirmed.size() - most : 0;
    for (std::size_t i = first; i < value.confirmed.size(); ++i) {
        const qbr::ValueLine& each = value.confirmed[i];
        const QString worth = each.money ? wording.money(*each.money) : wording.say("value.no_money");
        rows.push_back(
            {{{each.text},
              {worth, each.money ? Ink::Text : Ink::Muted},
              {wording.say("value.by", {{QStringLiteral("name"), each.by}, {QStringLiteral("date"), each.day}})}},
             42});
    }
    // The older ones have no room; the sum holds them.
    const qbr::NamedArguments more{{QStringLiteral("n"), qint64(first)}};
    if (value.total && value.confirmed.size() > 1)
        rows.push_back({{{first > 0 ? wording.say("value.sum_more", more) : wording.say("value.sum"), Ink::Text, true},
                         {wording.money(*value.total), Ink::Text, true},
                         {}},
                        30});
    else if (first > 0)
        rows.push_back({{{wording.say("feedback.more", more), Ink::Muted}, {}, {}}, 30});
    return tableOf(wording, wording.say("value.confirmed"), 56, y,
                   {{330, Align::Left}, {120, Align::Right}, {398, Align::Right}}, std::move(rows), 14);
}

/// What was confirmed in other currencies; empty: nothing, or there is no sum it could be missing from.
QString inOthers(const qbr::Value& value, const Wording& wording)
{
    if (!value.total || value.others.empty())
        return {};
    QStringList sums;
    for (const Money& each : value.others)
        sums.append(wording.money(each));
    return wording.say("value.other", {{QStringLiteral("text"), wording.list(sums)}});
}

/// What was confirmed before the four quarters; empty: nothing in money.
QString before(const qbr::Value& value, const Wording& wording)
{
    QStringList sums;
    for (const Money& each : value.earlier)
        sums.append(wording.money(each));
    return sums.isEmpty() ? QString() : wording.say("value.earlier", {{QStringLiteral("text"), wording.list(sums)}});
}

QString estimates(const qbr::Value& value, const Wording& wording)
{
    QStringList texts;
    for (const qbr::ValueLine& each : value.estimated)
        texts.append(each.method.isEmpty() ? each.text
                                           : QString(each.text + QStringLiteral(" (") + each.method + u')'));
    if (texts.isEmpty())
        return {};
    constexpr qsizetype most = 2;
    const QString shown =
        wording.say("value.estimated") + QStringLiteral(": ") + texts.mid(0, most).join(QStringLiteral("; "));
    return texts.size() <= most
               ? shown
               : QString(shown + u' ' + wording.say("feedback.more", {{QStringLiteral("n"), texts.size() - most}}));
}

deck::Chart planChart(const qbr::Plan& plan, const Wording& wording, deck::ChartKind kind)
{
    deck::Chart chart;
    chart.name = QStringLiteral("Chart");
    chart.kind = kind;
    chart.hasAxis = false;
    chart.box = {56, 176, 430, 308};
    chart.textSize = 12;
    chart.form = moneyForm(plan.currency, wording);
    deck::Series planned{wording.say("plan.plan_head"), {}, Ink::Before, {}, deck::Labels::Values};
    deck::Series actual{wording.say("plan.actual_head"), {}, Ink::Accent, {}, deck::Labels::Values};
    double largest = 0;
    QStringList spoken;
    for (const qbr::PlanQuarter& each : plan.quarters) {
        const bool isRunning = &each == &plan.quarters.back() && !plan.isWhole && each.actual;
        const QString name = isRunning
                                 ? wording.say("plan.running_row", {{QStringLiteral("quarter"), each.quarter.toText()}})
                                 : wording.quarter(each.quarter);
        chart.categories.append(name);
        const auto units = [&](const std::optional<qint64>& minor) {
            return minor ? std::optional(wholeUnits(*minor, plan.currency)) : std::nullopt;
        };
        planned.values.push_back(units(each.plan));
        actual.values.push_back(units(each.actual));
        largest = std::max({largest, planned.values.back().value_or(0), actual.values.back().value_or(0)});
        if (each.actual)
            spoken.append(QString(name + u' ' + wording.money({*each.actual, plan.currency})));
    }
    // Five digits over each of eight columns do not fit: thousands do.
    constexpr double wide = 10'000;
    if (largest >= wide) {
        for (deck::Series* series : {&planned, &actual})
            for (auto& value : series->values)
                value = value ? std::optional(std::round(*value / 100) / 10) : std::nullopt;
        // The currency stands in the table; plan and actual are side by side, their labels must not touch.
        chart.form.after = QStringLiteral(" k");
        chart.form.before.clear();
        chart.form.decimals = largest < 100 * wide ? 1 : 0;
    }
    const bool hasPlan = std::ranges::any_of(planned.values, [](const auto& each) { return each.has_value(); });
    if (kind == deck::ChartKind::Line) {
        planned.ink = Ink::Muted;
        planned.isDashed = true;
        largest = largest >= wide ? largest / 1000 : largest;
        chart.axisMost = deck::axisFor(largest).most;
        chart.axisStep = deck::axisFor(largest).step;
    }
    if (hasPlan)
        chart.series.push_back(std::move(planned));
    chart.series.push_back(std::move(actual));
    chart.alt = wording
                    .say("chart.alt", {{QStringLiteral("title"), wording.say("plan.caption")},
                                       {QStringLiteral("text"), spoken.join(QStringLiteral(", "))}})
                    .left(250);
    return chart;
}

/// A row a quarter of which something is known, and the fiscal year so far.
deck::Table planTable(const qbr::Pack& pack, const Wording& wording)
{
    const qbr::Plan& plan = pack.plan;
    const QString unknown = QStringLiteral("–");
    const auto money = [&](const std::optional<qint64>& minor) {
        return minor ? wording.money({*minor, plan.currency}) : unknown;
    };
    std::vector<deck::Row> rows(1);
    for (const char* head :
         {"plan.line_head", "plan.plan_head", "plan.actual_head", "plan.difference_head", "plan.percent_head"})
        rows.front().cells.push_back({wording.say(head), Ink::Muted});
    rows.front().height = 26;
    rows.front().isStrongRule = true;
    const auto add = [&](const QString& name, const qbr::PlanQuarter& line, bool isStrong) {
        const auto off = qbr::offPlan(line.plan, line.actual, line.isWhole);
        const QString percent =
            off && off->percent ? wording.figure({{}, *off->percent, QStringLiteral("percent"), {}, {}}) : unknown;
        rows.push_back({{{name, Ink::Text, isStrong},
                         {money(line.plan)},
                         {money(line.actual), Ink::Text, isStrong},
                         {off ? money(off->minor) : unknown},
                         {percent}},
                        26});
    };
    for (const qbr::PlanQuarter& each : plan.quarters) {
        const bool isNow = &each == &plan.quarters.back();
        const QString name = isNow && !plan.isWhole
                                 ? wording.say("plan.running_row", {{QStringLiteral("quarter"), pack.quarter.toText()}})
                                 : wording.quarter(each.quarter);
        if (isNow || each.plan || each.actual)
            add(name, each, isNow);
    }
    add(wording.say("plan.year_row"), {{}, plan.yearPlan, plan.yearActual, plan.isWhole}, false);
    constexpr double width = 400;
    constexpr double smallest = 8;
    double size = 13;
    while (size > smallest && columnsFor(rows, width, size).empty())
        size -= 0.5;
    std::vector<deck::Column> columns = columnsFor(rows, width, size);
    if (columns.empty())
        columns.assign(rows.front().cells.size(), {width / 5, Align::Right});
    return tableOf(wording, wording.say("plan.caption"), 904 - width, 172, std::move(columns), std::move(rows), size);
}

QString quoted(const QString& words)
{
    const bool isQuoted = words.startsWith(u'"') || words.startsWith(u'“');
    return isQuoted ? words : QString(u'“' + words + u'”');
}

QString whoSaysSo(const qbr::Story& story, const Wording& wording)
{
    const bool isGoal = story.kind == qbr::Story::Kind::Goal;
    if (story.by.isEmpty())
        return isGoal ? wording.say("story.goal_on", {{QStringLiteral("date"), story.day}}) : QString();
    const bool isTold = story.kind == qbr::Story::Kind::Told || story.kind == qbr::Story::Kind::Quote;
    return wording.say(isTold   ? "story.by"
                       : isGoal ? "story.goal_by"
                                : "story.confirmed",
                       {{QStringLiteral("name"), story.by}, {QStringLiteral("date"), story.day}});
}

} // namespace

Slides storySlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const qbr::Story& story = pack.story;
    if (!story.isKnown()) {
        Frame frame(pack, wording, slide, {});
        frame.blanks(frame.ask(wording.say("story.ask_text"), wording.say("story.ask_how")));
        return {frame.take()};
    }
    const bool isGoal = story.kind == qbr::Story::Kind::Goal;
    Frame frame(pack, wording, slide, wording.say(isGoal ? "story.goal_source" : "story.source"));
    double y = 172;
    const auto block = [&](const QString& head, const QString& text, double size) {
        if (text.isEmpty())
            return;
        if (!head.isEmpty())
            y = frame.flow({80, y, 800, 20}, head, {14, Ink::Muted, true}) + 4;
        y = frame.flow({80, y, 800, size * 1.2 * 4}, text, {size}) + 20;
    };
    const double top = y;
    if (story.kind == qbr::Story::Kind::Quote || isGoal)
        block({}, quoted(story.goal), 26);
    block(story.goal.isEmpty() ? QString() : wording.say("story.how"), story.how, 20);
    if (!story.goal.isEmpty()) {
        block(wording.say("story.result"), story.result, 20);
        frame.mark(Mark::Form::Bar, {56, top, 4, std::max(30.0, y - top - 20)}, Ink::Accent);
    }
    // What somebody confirmed stands in the title already, unless it is too long for one.
    constexpr qsizetype inTitle = 105;
    if (story.goal.isEmpty() && story.result.size() > inTitle)
        block({}, story.result, 20);
    const bool isValue = story.kind == qbr::Story::Kind::Value;
    y = frame.flow({80, y, 800, 60}, whoSaysSo(story, wording), isValue ? Look{22} : Look{15, Ink::Muted});
    if (isValue) {
        frame.mark(Mark::Form::Bar, {56, top, 4, y - top}, Ink::Accent);
        frame.flow({80, y + 24, 800, 60}, wording.say("story.question"), {20, Ink::Muted});
    }
    return {frame.take()};
}

Slides valueSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const qbr::Value& value = pack.value;
    Frame frame(pack, wording, slide, wording.say("value.source", {{QStringLiteral("date"), pack.period.to}}));
    double y = 154;
    const bool hasChart = value.total && value.spent;
    if (hasChart) {
        frame.add(valueChart(value, wording));
        y = 268;
    }
    QStringList notes{inOthers(value, wording), before(value, wording), estimates(value, wording)};
    notes.removeAll(QString());
    const QString estimated = notes.join(u'\n');
    if (!value.confirmed.empty()) {
        const double room =
            frame.bottom() - y - (estimated.isEmpty() ? 0.0 : 26.0 + 18.0 * double(notes.size())) - 26 - 30;
        deck::Table table = valueTable(value, wording, y, static_cast<std::size_t>(room / 42));
        y += table.box().h + 14;
        frame.add(std::move(table));
    } else {
        y = frame.ask(wording.say("value.ask")) + 14;
    }
    y = frame.flow({56, y, 848, std::max(52.0, 18.0 * double(notes.size()))}, estimated, {14, Ink::Muted});
    if (value.confirmed.empty())
        frame.blanks(y);
    return {frame.take()};
}

Slides planSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const qbr::Plan& plan = pack.plan;
    const QString source = plan.dataTo.isValid() ? wording.say("plan.source", {{QStringLiteral("date"), plan.dataTo}})
                                                 : wording.say("plan.source_plain");
    Frame frame(pack, wording, slide, source);
    deck::Chart chart = planChart(plan, wording, *chartKindOf(slide));
    std::vector<std::pair<QString, Ink>> series;
    if (chart.series.size() > 1)
        series = {{wording.say("plan.plan_head"), Ink::Muted}, {wording.say("plan.actual_head"), Ink::Accent}};
    const bool hasFigures =
        std::ranges::any_of(plan.quarters, [](const qbr::PlanQuarter& each) { return each.plan || each.actual; });
    if (hasFigures) {
        frame.add(caption({56, 150, 430, 18}, wording.say("plan.caption"), series));
        chart.box.h = frame.bottom() - chart.box.y;
        frame.add(std::move(chart));
    }
    deck::Table table = planTable(pack, wording);
    if (!hasFigures)
        table.x = 56;
    const double x = table.x;
    double y = table.y + table.box().h + 18;
    frame.add(std::move(table));
    QStringList lines;
    if (plan.seats && plan.used)
        lines.append(
            wording.say("plan.seats", {{QStringLiteral("seats"), *plan.seats}, {QStringLiteral("used"), *plan.used}}));
    else if (plan.seats)
        lines.append(wording.say("plan.seats_only", {{QStringLiteral("seats"), *plan.seats}}));
    if (plan.runsTo.isValid())
        lines.append(
            wording.say(plan.runsTo < pack.asOf ? "plan.ran" : "plan.runs", {{QStringLiteral("date"), plan.runsTo}}));
    if (plan.otherCurrency > 0)
        lines.append(wording.say("plan.other", {{QStringLiteral("n"), plan.otherCurrency}}));
    if (!plan.now().plan) {
        lines.append(wording.say("plan.enter"));
    } else if (!plan.unplanned.empty()) {
        QStringList names;
        for (const Quarter& each : plan.unplanned)
            names.append(wording.quarter(each));
        lines.append(wording.say("plan.unplanned", {{QStringLiteral("text"), wording.list(names)}}));
    }
    for (const QString& each : lines)
        y = frame.flow({x, y, 400, 44}, each, {16}) + 8;
    return {frame.take()};
}

} // namespace steward::print
