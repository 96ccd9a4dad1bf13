// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/measure.h"
#include "core/print/slide_frame.h"
#include "core/print/slides.h"

#include <algorithm>
#include <cmath>

namespace steward::print {

namespace {

using deck::Box;
using deck::Ink;

QString sourceOf(const char* id, QDate day, const Wording& wording)
{
    return day.isValid() ? wording.say(id, {{QStringLiteral("date"), day}}) : QString();
}

/// A figure over every column, smaller where they are wide; where that is not enough, over the ends and the largest.
void labelColumns(deck::Series& series, deck::Chart& chart, const QString& widest, bool hasNamedLines)
{
    constexpr double smallest = 10;
    const double slot = hasNamedLines ? 38 : 47; // twelve of them, beside the names of lines
    for (double size = chart.textSize; size >= smallest; --size)
        if (textWidth(widest, size, true) < slot) {
            chart.textSize = size;
            series.labels = deck::Labels::Values;
            return;
        }
    series.labels = deck::Labels::Ends;
}

deck::Chart useChart(const qbr::Use& use, const Wording& wording, const QString& title, deck::ChartKind kind)
{
    deck::Chart chart;
    chart.name = QStringLiteral("Chart");
    chart.box = {56, 176, 640, 308};
    chart.kind = kind;
    if (kind == deck::ChartKind::Columns)
        chart.textSize = 12;
    deck::Series series{wording.say("use.now_label"), {}, Ink::Accent, {}, deck::Labels::Last};
    series.name = use.isPeople ? wording.say("use.people_short") : use.metric;
    double largest = 0;
    QStringList spoken;
    int month = -1;
    for (const qbr::MonthUse& each : use.months) {
        // The year stands where it begins, short: its neighbours need room.
        const QDate first = each.month.first();
        const bool isNewYear = month < 0 || first.month() == 1;
        const QString name = wording.shortMonth(first);
        chart.categories.append(isNewYear ? QString(name + u" ’" + first.toString(QStringLiteral("yy"))) : name);
        month = first.month();
        series.values.push_back(each.value ? std::optional(std::round(*each.value)) : std::nullopt);
        largest = std::max(largest, each.value.value_or(0));
        if (each.value)
            spoken.append(
                QString(wording.shortMonth(first) + u' ' + wording.number(qbr::MonthUse(each).value.value_or(0))));
    }
    const double widest = std::round(largest);
    largest = std::max({largest, static_cast<double>(use.seats.value_or(0)), use.baseline.value_or(0)});
    const deck::AxisScale scale = deck::axisFor(largest, true);
    chart.axisMost = scale.most;
    chart.axisStep = scale.step;
    // Names at the lines' ends would lie on each other: what has no room is named beside the chart.
    std::vector<double> named;
    if (const auto last = deck::lastKnown(series); last && kind == deck::ChartKind::Line)
        named.push_back(*series.values[*last]);
    if (kind == deck::ChartKind::Columns)
        labelColumns(series, chart, wording.number(widest), use.seats || use.baseline);
    // A figure over every point of a line, where there is room for it.
    constexpr double step = 39;
    if (kind == deck::ChartKind::Line)
        series.labels = textWidth(wording.number(widest), deck::pointTextSize(chart.textSize)) < step
                            ? deck::Labels::Points
                            : deck::Labels::Ends;
    const auto constant = [&](const char* id, double value) {
        const bool hasRoom =
            std::ranges::none_of(named, [&](double each) { return std::abs(each - value) < 0.06 * chart.axisMost; });
        if (hasRoom)
            named.push_back(value);
        deck::Series line{wording.say(id), {}, Ink::Muted, {}, hasRoom ? deck::Labels::Last : deck::Labels::None, true};
        line.values.assign(use.months.size(), value);
        chart.series.push_back(std::move(line));
    };
    chart.series.push_back(std::move(series));
    if (use.seats)
        constant("use.seats_label", static_cast<double>(*use.seats));
    if (use.baseline)
        constant("use.baseline_short", std::round(*use.baseline));
    chart.alt = wording
                    .say("chart.alt", {{QStringLiteral("title"), title},
                                       {QStringLiteral("text"), spoken.join(QStringLiteral(", "))}})
                    .left(250);
    return chart;
}

deck::Chart bars(const QString& alt, const Box& box)
{
    deck::Chart chart;
    chart.name = QStringLiteral("Chart");
    chart.alt = alt.left(250);
    chart.box = box;
    chart.kind = deck::ChartKind::Bars;
    chart.hasAxis = false;
    return chart;
}

void useFigures(Frame& frame, const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    constexpr double x = 724;
    const double width = 904 - x;
    double y = 160;
    frame.keyFigure({x, y, width, 90}, figureText(slide, "use.now", wording), wording.say("use.now_label"),
                    Ink::Accent);
    y += 92;
    const double step = std::min(56.0, (frame.bottom() - y) / 4);
    const auto line = [&](const QString& figure, const QString& label) {
        if (figure.isEmpty())
            return;
        frame.text({x, y, width, 27}, figure, {22, Ink::Text, true});
        frame.text({x, y + 27, width, 17}, label, {13, Ink::Muted});
        y += step;
    };
    line(figureText(slide, "use.before", wording),
         wording.say("use.before_label", {{QStringLiteral("quarter"), pack.quarter.plus(-1).toText()}}));
    line(figureText(slide, "use.change", wording), wording.say("use.change_label"));
    line(figureText(slide, "use.seats", wording), wording.say("use.seats_label"));
    line(figureText(slide, "use.baseline", wording),
         wording.say("use.baseline_label", {{QStringLiteral("date"), pack.use.baselineDay}}));
}

/// The most frequent categories, the rest as one.
deck::Chart themeChart(const qbr::Service& service, const Wording& wording, const Box& box, deck::ChartKind kind)
{
    const auto shown = service.shownThemes();
    const double room = kind == deck::ChartKind::Bars ? box.w * 0.3 : box.w / static_cast<double>(shown.size() + 1) - 8;
    deck::Series series{wording.say("service.themes"), {}, Ink::Accent, {}, deck::Labels::Values};
    deck::Chart chart = bars({}, box);
    chart.kind = kind;
    qint64 others = service.opened;
    QStringList spoken;
    for (const auto& [name, count] : shown) {
        chart.categories.append(fitted(name, room, 1, chart.textSize));
        series.values.emplace_back(static_cast<double>(count));
        series.points.push_back(Ink::Accent);
        others -= count;
        spoken.append(QString(name + u' ' + wording.number(count)));
    }
    if (others > 0 && !chart.categories.isEmpty()) {
        chart.categories.append(wording.say("service.others"));
        series.values.emplace_back(static_cast<double>(others));
        series.points.push_back(Ink::Before);
    }
    chart.series.push_back(std::move(series));
    chart.alt = wording
                    .say("chart.alt", {{QStringLiteral("title"), wording.say("service.themes")},
                                       {QStringLiteral("text"), spoken.join(QStringLiteral(", "))}})
                    .left(250);
    return chart;
}

QString toldPlainly(const qbr::Service& service, const Wording& wording)
{
    QStringList lines;
    if (service.urgent > 0)
        lines.append(wording.say("service.urgent", {{QStringLiteral("n"), service.urgent}}));
    for (const auto& [opened, closed] : service.escalations)
        lines.append(closed.isValid() ? wording.say("service.escalation_closed",
                                                    {{QStringLiteral("date"), opened}, {QStringLiteral("due"), closed}})
                                      : wording.say("service.escalation_open", {{QStringLiteral("date"), opened}}));
    return lines.mid(0, 4).join(u'\n');
}

} // namespace

Slides useSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const qbr::Use& use = pack.use;
    Frame frame(pack, wording, slide, sourceOf("use.source", use.dataTo, wording));
    if (!use.isKnown) {
        frame.ask(wording.say("use.no_data"));
        return {frame.take()};
    }
    const QString caption = use.isPeople ? wording.say("use.per_day_people")
                                         : wording.say(use.isPerDay ? "use.per_day" : "use.per_month",
                                                       {{QStringLiteral("metric"), use.metric}});
    frame.text({56, 150, 640, 18}, caption, {14, Ink::Muted});
    deck::Chart chart = useChart(use, wording, caption, *chartKindOf(slide));
    chart.box.h = frame.bottom() - chart.box.y;
    frame.add(std::move(chart));
    useFigures(frame, pack, wording, slide);
    return {frame.take()};
}

Slides featureSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    Frame frame(pack, wording, slide, sourceOf("use.source", pack.use.dataTo, wording));
    // Some weeks beside a whole quarter would say that all use fell.
    const bool isRunning = pack.isRunning();
    std::vector<std::pair<QString, Ink>> names{{wording.quarter(pack.quarter), Ink::Accent}};
    if (isRunning)
        names = {{wording.say("plan.running_row", {{QStringLiteral("quarter"), pack.quarter.toText()}}), Ink::Accent}};
    else
        names.emplace_back(wording.quarter(pack.quarter.plus(-1)), Ink::Muted);
    frame.add(
        caption({56, 150, 560, 18}, wording.say(isRunning ? "features.caption_running" : "features.caption"), names));
    deck::Chart chart = bars({}, {56, 172, 560, frame.bottom() - 172});
    deck::Series now{wording.quarter(pack.quarter), {}, Ink::Accent, {}, deck::Labels::Values};
    deck::Series before{wording.quarter(pack.quarter.plus(-1)), {}, Ink::Before, {}, deck::Labels::Values};
    QStringList idle;
    bool isNew = true; ///< none of the idle ones was used before
    QStringList serves;
    QStringList spoken;
    for (const qbr::FeatureLine& each : pack.features) {
        if (each.now <= 0) {
            idle.append(each.name);
            isNew = isNew && each.before <= 0;
        }
        if (!each.goal.isEmpty() && each.now > 0 && serves.size() < 3)
            serves.append(QString(each.name + QStringLiteral(": ") + each.goal));
    }
    for (const qbr::FeatureLine& each : pack.shownFeatures()) {
        chart.categories.append(fitted(each.name, 150, 1, chart.textSize));
        now.values.emplace_back(std::round(each.now));
        before.values.emplace_back(std::round(each.before));
        spoken.append(QString(each.name + u' ' + wording.number(std::round(each.now))));
    }
    chart.series.push_back(std::move(now));
    if (!isRunning)
        chart.series.push_back(std::move(before));
    chart.alt = wording
                    .say("chart.alt", {{QStringLiteral("title"), wording.say("features.caption")},
                                       {QStringLiteral("text"), spoken.join(QStringLiteral(", "))}})
                    .left(250);
    frame.add(std::move(chart));
    double y = 172;
    const Box right{652, 0, 252, 110};
    const auto block = [&](const char* head, const QString& text) {
        if (text.isEmpty())
            return;
        y = frame.flow({right.x, y, right.w, 20}, wording.say(head), {14, Ink::Muted, true}) + 4;
        y = frame.flow({right.x, y, right.w, right.h}, text, {15}) + 18;
    };
    block("features.serves", serves.join(u'\n'));
    constexpr qsizetype mostIdle = 4;
    QString idleText = idle.mid(0, mostIdle).join(QStringLiteral(", "));
    if (idle.size() > mostIdle)
        idleText += u' ' + wording.say("feedback.more", {{QStringLiteral("n"), idle.size() - mostIdle}});
    block(isNew ? "features.idle_yet" : "features.idle", idleText);
    frame.flow({right.x, y, right.w, 110}, wording.say("features.ask"), {15, Ink::Muted});
    return {frame.take()};
}

Slides serviceSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const qbr::Service& service = pack.service;
    Frame frame(pack, wording, slide, sourceOf("service.source", service.dataTo, wording));
    if (service.opened == 0) {
        frame.blanks(frame.ask(wording.say("service.no_requests")));
        return {frame.take()};
    }
    std::vector<std::pair<QString, QString>> figures{
        {figureText(slide, "service.opened", wording),
         wording.say("service.opened_label", {{QStringLiteral("n"), service.opened}}) + u'\n' +
             wording.say("service.closed_label", {{QStringLiteral("n"), service.closed}})}};
    const auto add = [&](const char* id, const char* label) {
        if (const QString text = figureText(slide, id, wording); !text.isEmpty())
            figures.emplace_back(text, wording.say(label));
    };
    const bool isOne = service.opened == 1;
    add("service.first_reply", isOne ? "service.one_reply_label" : "service.reply_label");
    add("service.half_within", isOne ? "service.one_half_label" : "service.half_label");
    if (service.answers >= 5)
        figures.emplace_back(wording.say("service.of", {{QStringLiteral("n"), service.satisfied},
                                                        {QStringLiteral("all"), service.answers}}),
                             wording.say("service.satisfied_label"));
    for (std::size_t i = 0; i < figures.size(); ++i)
        frame.keyFigure({56 + 216 * static_cast<double>(i), 146, 196, 90}, figures[i].first, figures[i].second);
    const double y = 262;
    const bool hasThemes = service.hasThemes();
    const QString told = toldPlainly(service, wording);
    const double width = told.isEmpty() ? 848 : 560;
    if (hasThemes) {
        frame.text({56, y, width, 18}, wording.say("service.themes"), {14, Ink::Muted});
        frame.add(themeChart(service, wording, {56, y + 22, width, frame.bottom() - y - 22}, *chartKindOf(slide)));
    }
    if (!hasThemes && !service.themes.empty()) {
        QStringList names;
        for (const auto& [name, count] : service.themes)
            names.append(name);
        frame.text({56, y, 560, 18}, wording.say("service.themes"), {14, Ink::Muted});
        frame.flow({56, y + 24, 560, 72}, wording.list(names), {18});
    }
    if (!told.isEmpty()) {
        const double x = hasThemes || !service.themes.empty() ? 652 : 56;
        frame.text({x, y, 252, 18}, wording.say("service.escalated"), {14, Ink::Muted, true});
        frame.flow({x, y + 24, 252, 190}, told, {15});
    }
    return {frame.take()};
}

} // namespace steward::print
