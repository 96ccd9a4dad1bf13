// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/lines.h"

#include "core/portfolio/metrics.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "core/words/words.h"
#include "ui/account/account_figures.h"
#include "ui/account/record_form.h"
#include "ui/widgets/touch_icon.h"

#include <QCoreApplication>

/// The timeline in words, and the records behind a figure.
namespace steward::account {

using query::TimelineKind;
using query::TimelineLine;
using widgets::Shade;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

QString iconOf(const TimelineLine& line)
{
    if (const QString icon = widgets::touchIcon(line.icon); !icon.isEmpty())
        return icon;
    switch (line.kind) {
    case TimelineKind::Conversations:
        return QStringLiteral("message-square");
    case TimelineKind::Notes:
        return QStringLiteral("sticky-note");
    case TimelineKind::Reviews:
        return QStringLiteral("presentation");
    case TimelineKind::Tickets:
        return QStringLiteral("ticket");
    case TimelineKind::Answers:
        return QStringLiteral("message-square");
    case TimelineKind::Money:
        return QStringLiteral("receipt");
    case TimelineKind::People:
        return QStringLiteral("user");
    case TimelineKind::Risks:
        return QStringLiteral("flag");
    case TimelineKind::Plan:
        return QStringLiteral("target");
    case TimelineKind::Tasks:
        return line.icon == u"open_task" ? QStringLiteral("square") : QStringLiteral("check");
    case TimelineKind::Changes:
    case TimelineKind::Count:
        break;
    }
    return QStringLiteral("history");
}

Shade shadeOf(query::TimelineTone tone)
{
    switch (tone) {
    case query::TimelineTone::Hurts:
        return Shade::Late;
    case query::TimelineTone::Late:
        return Shade::Soon;
    default:
        return Shade::Muted;
    }
}

bool isWanted(const TimelineLine& told, const Line& line, const TimelineFilter& filter)
{
    if (filter.without.contains(told.kind))
        return false;
    if (filter.contact.isValid() && std::ranges::find(told.contacts, filter.contact) == told.contacts.end())
        return false;
    for (const QString& word : filter.words.split(u' ', Qt::SkipEmptyParts))
        if (!line.spoken.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

Line headLine(const QString& text, const QString& note)
{
    Line head;
    head.kind = Line::Kind::Head;
    head.text = text;
    head.detail = note;
    return head;
}

/// One below the other, with as many decimals as the others.
void setNumbers(std::span<Line> lines, const std::vector<std::optional<double>>& values, const QLocale& locale)
{
    const auto isWhole = [](const std::optional<double>& value) { return !value || qRound64(*value * 10) % 10 == 0; };
    const int decimals = std::ranges::all_of(values, isWhole) ? 0 : 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        lines[i].end = values[i] ? locale.toString(*values[i], 'f', decimals) : tr("unknown");
        lines[i].endShade = values[i] ? Shade::Plain : Shade::Muted;
    }
}

/// Use has no record: its last weeks stand for it.
void addWeeks(std::vector<Line>& lines, const AccountFigures& figures, qint64 metric, const QLocale& locale)
{
    constexpr std::size_t most = 12;
    const Metric* found = metricOf(figures.numbers->facts.book(), MetricId(metric));
    if (!found)
        return;
    lines.push_back(headLine(QString(found->name).replace(u'_', u' '), tr("by week")));
    const std::size_t first = lines.size();
    std::vector<std::optional<double>> values;
    if (!figures.use || figures.use->metric->id != metric) {
        const auto points = figures.facts->usage.of(MetricId(metric));
        for (std::size_t i = points.size(); i > 0 && points.size() - i < most; --i) {
            lines.emplace_back().text = words::dayText(usageDate(points[i - 1].day), locale);
            values.emplace_back(points[i - 1].value);
        }
        setNumbers(std::span(lines).subspan(first), values, locale);
        lines[lines.size() - std::min(points.size(), most) - 1].detail = tr("newest samples");
        return;
    }
    const auto& weeks = figures.use->weeks;
    for (std::size_t i = weeks.size(); i > 0 && weeks.size() - i < most; --i) {
        lines.emplace_back().text = tr("week to %1").arg(words::dayText(weeks[i - 1].last, locale));
        values.push_back(weeks[i - 1].value);
    }
    setNumbers(std::span(lines).subspan(first), values, locale);
}

} // namespace

QString nameOf(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::Conversations:
        return tr("Conversations");
    case TimelineKind::Notes:
        return tr("Notes");
    case TimelineKind::Reviews:
        return tr("QBRs");
    case TimelineKind::Tickets:
        return tr("Tickets");
    case TimelineKind::Answers:
        return tr("Answers");
    case TimelineKind::Money:
        return tr("Money");
    case TimelineKind::People:
        return tr("People");
    case TimelineKind::Risks:
        return tr("Risks");
    case TimelineKind::Plan:
        return tr("Plan and milestones");
    case TimelineKind::Tasks:
        return tr("Tasks");
    case TimelineKind::Changes:
        return tr("Ratings and changes");
    case TimelineKind::Count:
        break;
    }
    return {};
}

Line timelineLine(const TimelineLine& told, const QLocale& locale)
{
    Line line;
    line.lead = locale.toString(told.day.day());
    line.icon = iconOf(told);
    line.text = words::render(told.what, locale);
    if (!told.outcome.code.id().empty())
        line.detail = words::render(told.outcome, locale);
    line.detailShade = shadeOf(told.tone);
    line.iconShade = told.tone == query::TimelineTone::Hurts ? Shade::Late : Shade::Muted;
    line.end = told.who;
    line.record = told.record;
    QStringList spoken{words::dayText(told.day, locale), nameOf(told.kind), line.text};
    for (const QString& part : {line.detail, line.end})
        if (!part.isEmpty())
            spoken << part;
    line.spoken = spoken.join(QStringLiteral(", "));
    return line;
}

std::vector<Line> timelineLines(const AccountFigures& figures, const TimelineFilter& filter, const QLocale& locale,
                                int* shown)
{
    std::vector<Line> lines;
    QDate month;
    int count = 0;
    bool hasPlanned = false;
    for (const TimelineLine& told : figures.timeline) {
        Line line = timelineLine(told, locale);
        if (!isWanted(told, line, filter))
            continue;
        const QDate first(told.day.year(), told.day.month(), 1);
        if (told.isPlanned && !hasPlanned)
            lines.push_back(headLine(tr("Ahead"), {}));
        if (told.isPlanned)
            line.lead = words::shortDay(told.day, figures.numbers->asked.day, locale);
        else if (first != month)
            lines.push_back(headLine(locale.standaloneMonthName(first.month()), QString::number(first.year())));
        hasPlanned = hasPlanned || told.isPlanned;
        if (!told.isPlanned)
            month = first;
        lines.push_back(std::move(line));
        ++count;
    }
    if (shown)
        *shown = count;
    return lines;
}

std::vector<Line> recordLines(const AccountFigures& figures, const std::vector<RecordRef>& records,
                              const QLocale& locale)
{
    std::vector<Line> lines;
    std::vector<RecordRef> done;
    for (const RecordRef& record : records) {
        if (std::ranges::find(done, record) != done.end())
            continue;
        done.push_back(record);
        if (record.entity == Entity::Metric) {
            addWeeks(lines, figures, record.id, locale);
            continue;
        }
        const auto told = std::ranges::find(figures.timeline, record, &TimelineLine::record);
        if (told != figures.timeline.end()) {
            Line line = timelineLine(*told, locale);
            line.lead.clear();
            line.end = words::shortDay(told->day, figures.numbers->asked.day, locale);
            line.detail.clear();
            lines.push_back(std::move(line));
        } else if (const auto text = recordText(record, figures, locale)) {
            Line& line = lines.emplace_back();
            line.icon = QStringLiteral("info");
            line.text = text->title;
            line.end = text->about;
            line.record = record;
        }
    }
    if (lines.empty()) {
        Line& line = lines.emplace_back();
        line.kind = Line::Kind::Note;
        line.text = tr("No record stands behind it: it is the absence of one that counts here.");
    }
    return lines;
}

} // namespace steward::account
