// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/lines.h"

#include "core/portfolio/standing.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "core/words/words.h"
#include "ui/account/account_figures.h"

#include <QCoreApplication>
#include <cmath>

/// The lists of the overview and the series of its charts.
namespace steward::account {

using widgets::Shade;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

Line noteLine(const QString& text)
{
    Line line;
    line.kind = Line::Kind::Note;
    line.text = text;
    return line;
}

/// When something is due, as seen from the day.
void setDue(Line& line, QDate due, QDate day, const QLocale& locale)
{
    if (!due.isValid())
        return;
    const qint64 days = day.daysTo(due);
    line.end = days < 0    ? tr("%1 d late").arg(locale.toString(-days))
               : days == 0 ? tr("today")
                           : words::shortDay(due, day, locale);
    line.endShade = days <= 0 ? Shade::Late : Shade::Muted;
}

QString roleText(const query::PersonSeen& person, const words::ContentWords& words)
{
    if (person.roles.isEmpty())
        return person.contact->title;
    const QString role = words.word(u"contact_role", person.roles.front());
    const bool isUnhappy = person.contact->viewOfUs == u"opponent" || person.contact->viewOfUs == u"sceptical";
    return isUnhappy ? tr("%1, %2").arg(role, words.word(u"view_of_us", person.contact->viewOfUs).toLower()) : role;
}

} // namespace

std::vector<Line> taskLines(const AccountFigures& figures, const QLocale& locale)
{
    const QDate day = figures.numbers->asked.day;
    std::vector<const Task*> open;
    for (const Task& task : figures.facts->of<Task>())
        if (isOpen(task) && !task.archivedOn.isValid())
            open.push_back(&task);
    std::ranges::stable_sort(open, {},
                             [](const Task* task) { return task->due.isValid() ? task->due : QDate(9999, 12, 31); });
    std::vector<Line> lines;
    for (const Task* task : open) {
        Line& line = lines.emplace_back();
        const bool isPromise = task->category == u"promise";
        line.icon = isPromise ? QStringLiteral("handshake") : QStringLiteral("square");
        line.text = isPromise ? tr("Promised: %1").arg(task->title) : task->title;
        line.record = {Entity::Task, task->id};
        setDue(line, task->due, day, locale);
    }
    if (lines.empty())
        lines.push_back(noteLine(tr("Nothing is open. T makes a task.")));
    return lines;
}

std::vector<Line> riskLines(const AccountFigures& figures, const QLocale& locale)
{
    const words::ContentWords words(figures.numbers->content, locale);
    const QDate day = figures.numbers->asked.day;
    std::vector<Line> lines;
    for (const Risk& risk : figures.facts->of<Risk>()) {
        if (!isOpen(risk) || risk.archivedOn.isValid())
            continue;
        Line& line = lines.emplace_back();
        const bool isHeavy = risk.severity == u"critical" || risk.severity == u"high";
        line.icon = QStringLiteral("triangle-alert");
        line.iconShade = isHeavy ? Shade::Late : Shade::Soon;
        const QString kind = words.word(u"risk_kind", risk.kind);
        line.text = risk.text.isEmpty() ? kind : tr("%1: %2").arg(kind, risk.text.simplified());
        line.detail = words.word(u"risk_severity", risk.severity);
        line.detailShade = isHeavy ? Shade::Late : Shade::Muted;
        line.record = {Entity::Risk, risk.id};
        setDue(line, risk.due, day, locale);
    }
    if (lines.empty())
        lines.push_back(noteLine(tr("No risk is open.")));
    return lines;
}

std::vector<Line> peopleLines(const AccountFigures& figures, const QLocale& locale, std::size_t most)
{
    const words::ContentWords words(figures.numbers->content, locale);
    const QDate day = figures.numbers->asked.day;
    std::vector<Line> lines;
    for (const query::PersonSeen& person : figures.people) {
        if (most > 0 && lines.size() == most)
            break;
        Line& line = lines.emplace_back();
        line.text = person.contact->name;
        line.initials = initialsOf(person.contact->name);
        line.detail = roleText(person, words);
        line.record = {Entity::Contact, person.contact->id};
        line.iconShade = Shade::Plain;
        if (!person.isPresent) {
            line.end = tr("left %1").arg(words::shortDay(person.contact->leftOn, day, locale));
            line.endShade = Shade::Late;
            line.iconShade = Shade::Late;
            line.isStruck = true;
        } else if (person.lastSeen.isValid()) {
            line.end = words::shortDay(person.lastSeen, day, locale);
        } else {
            line.end = tr("never met");
            line.endShade = Shade::Soon;
            line.iconShade = Shade::Muted;
        }
    }
    if (lines.empty())
        lines.push_back(
            noteLine(tr("Nobody is known by name. Shift+P adds a person; an import of contacts brings all.")));
    return lines;
}

std::vector<charts::Move> movesOf(const AccountFigures& figures, const QLocale& locale)
{
    std::vector<charts::Move> moves;
    if (!figures.moved)
        return moves;
    const words::ContentWords words(figures.numbers->content, locale);
    for (const query::MovedLine& each : figures.moved->lines) {
        charts::Move& move = moves.emplace_back();
        const auto* measure = content::findById(figures.numbers->content.scorecards.measures, each.measure);
        move.name = measure ? words.text(measure->name) : each.measure.isEmpty() ? tr("Caps") : each.measure;
        move.value = double(each.tenths) / 10;
        move.text = words::signedTenths(each.tenths, locale);
        const auto shown = [&](const std::optional<int>& value) {
            return value ? locale.toString(*value) : QStringLiteral("?");
        };
        if (!each.measure.isEmpty())
            move.note = QString(shown(each.before) + u" \u2192 " + shown(each.after));
        move.spoken = each.measure.isEmpty() ? tr("%1: %2 points").arg(move.name, move.text)
                                             : tr("%1: %2 points, from %3 to %4. %5")
                                                   .arg(move.name, move.text, shown(each.before), shown(each.after),
                                                        words.sentence(each.why.key, each.why.arguments));
    }
    return moves;
}

charts::TimeSeries scoreSeries(const AccountFigures& figures, const QLocale& locale)
{
    constexpr std::size_t mostEvents = 8;
    charts::TimeSeries series;
    series.name = tr("Score");
    series.mostRange = 100;
    series.decimals = 1;
    for (const health::TrendPoint& point : figures.trend)
        series.points.push_back(
            {point.day, point.shown ? std::optional(point.shown->toDouble()) : std::optional<double>()});
    const words::ContentWords words(figures.numbers->content, locale);
    for (const content::Band& band : figures.numbers->content.scorecards.bands)
        if (band.from > 0)
            series.levels.push_back(
                {double(band.from), words.text(band.name), true, style::Tone::Muted, style::bandOf(band.id)});
    if (figures.score && figures.score->shown) {
        const auto shown = query::shownScore(*figures.score->shown, figures.numbers->content.scorecards.bands);
        const QString number =
            shown.digits == 0 ? locale.toString(shown.value) : words::tenthsText(shown.value, locale);
        series.last = style::bandOf(figures.score->band);
        series.lastText = QString(number + u' ' + words.word(u"band", figures.score->band));
    }
    const QDate first = series.points.empty() ? QDate() : series.points.front().day;
    for (const query::TimelineLine& line : figures.timeline)
        if (!line.landmark.code.id().empty() && first.isValid() && line.day >= first &&
            series.events.size() < mostEvents)
            series.events.insert(series.events.begin(), {line.day, words::render(line.landmark, locale)});
    return series;
}

charts::TimeSeries useSeries(const AccountFigures& figures, const QLocale& locale)
{
    charts::TimeSeries series;
    series.isFromZero = true;
    series.ink = style::Tone::Accent;
    if (!figures.use) {
        series.name = tr("Use");
        return series;
    }
    series.name = figures.use->metric->name;
    for (const query::UseOfSeats::Week& week : figures.use->weeks)
        series.points.push_back({week.last, week.value});
    if (!figures.use->weeks.empty() && figures.use->weeks.back().value) {
        const double last = *figures.use->weeks.back().value;
        const bool isSmall = last != std::floor(last) && last < 10;
        series.lastText = words::numberText(last, !isSmall ? 0 : last < 1 ? 2 : 1, locale);
    }
    if (figures.use->seats)
        series.levels.push_back({double(*figures.use->seats), tr("%1 bought").arg(locale.toString(*figures.use->seats)),
                                 false, style::Tone::Muted, std::nullopt});
    return series;
}

} // namespace steward::account
