// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/line_text.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"
#include "core/words/content_words.h"
#include "core/words/words.h"
#include "ui/account/lines.h"
#include "ui/account/lines_pane.h"
#include "ui/journey/sponsor_lane.h"

#include <QCoreApplication>

namespace steward::journeys {

using account::Line;
using charts::Lane;
using charts::LaneInk;
using charts::LaneItem;
using query::TimelineKind;

namespace {

constexpr int mostWeeks = 260;

QString tr(const char* text) { return QCoreApplication::translate("journey", text); }

QDate firstDay(const LineShown& shown)
{
    QDate first = shown.figures.numbers->asked.day.addMonths(-1);
    if (!shown.spans.empty())
        first = std::min(first, shown.spans.front().from);
    for (const query::TimelineLine& each : shown.figures.timeline)
        first = std::min(first, each.day);
    return first;
}

class Drawer
{
public:
    Drawer(const LineShown& shown, const QLocale& locale)
        : m_shown(shown)
        , m_figures(shown.figures)
        , m_day(shown.figures.numbers->asked.day)
        , m_words(shown.figures.numbers->content, locale)
        , m_locale(locale)
    {
        const content::Journeys& journeys = m_figures.numbers->content.journeys;
        for (const content::JourneyTemplate& each : journeys.templates)
            m_stages.emplace_back(each, journeys.earlier);
    }
    LinePicture drawn()
    {
        m_picture.chart.today = m_day;
        m_picture.chart.todayText = m_figures.numbers->asked.past ? words::dayText(m_day, m_locale) : tr("today");
        m_picture.chart.first = firstDay(m_shown).addDays(-7);
        m_picture.chart.last = m_day.addDays(30);
        addStages();
        addMilestones();
        addCurve(tr("Health"), account::scoreSeries(m_figures, m_locale));
        addKinds(tr("Contact"), {TimelineKind::Conversations, TimelineKind::Notes, TimelineKind::Reviews});
        addSponsors();
        addKinds(tr("Answers"), {TimelineKind::Answers});
        addTickets();
        addKinds(tr("Money"), {TimelineKind::Money});
        addKinds(tr("People, risks"), {TimelineKind::People, TimelineKind::Risks});
        if (m_figures.use)
            addCurve(QString(m_figures.use->metric->name).replace(u'_', u' '), account::useSeries(m_figures, m_locale));
        return std::move(m_picture);
    }

private:
    std::size_t keyOf(const RecordRef& record)
    {
        m_picture.records.push_back(record);
        return m_picture.records.size() - 1;
    }
    void add(Lane lane)
    {
        std::ranges::stable_sort(lane.items, {}, &LaneItem::from);
        for (const LaneItem& each : lane.items) {
            const QDate end = each.to.isValid() ? each.to : each.from;
            m_picture.chart.last = std::max(m_picture.chart.last, end.addDays(14));
        }
        m_picture.chart.lanes.push_back(std::move(lane));
    }
    [[nodiscard]] const content::JourneyStage* stageCalled(const QString& name) const
    {
        for (const content::StageNames& each : m_stages)
            if (const content::JourneyStage* found = each.find(name))
                return found;
        return nullptr;
    }
    /// Every other stage of the way: a stage has the same colour on every line.
    [[nodiscard]] bool isDark(const content::JourneyStage* stage) const
    {
        for (const content::JourneyTemplate& each : m_figures.numbers->content.journeys.templates) {
            int place = 0;
            for (const content::JourneyStage& one : each.stages) {
                if (&one == stage)
                    return place % 2 == 1;
                place += one.kind == content::StageKind::Beside ? 0 : 1;
            }
        }
        return false;
    }
    void addStages()
    {
        Lane lane;
        lane.kind = Lane::Kind::Stages;
        lane.name = tr("Stage");
        for (const journey::StageSpan& span : m_shown.spans) {
            if (span.isEmpty())
                continue;
            const content::JourneyStage* stage = stageCalled(span.stage);
            const QString name = span.stage.isEmpty() ? tr("not known")
                                 : stage              ? m_words.text(stage->name)
                                                      : m_words.word(u"stage", span.stage);
            LaneItem item;
            item.from = span.from;
            item.to = span.to.addDays(-1);
            item.ink = stage && stage->kind == content::StageKind::Beside ? LaneInk::Soon
                       : span.stage.isEmpty()                             ? LaneInk::Quiet
                       : isDark(stage)                                    ? LaneInk::Strong
                                                                          : LaneInk::Sky;
            item.isHollow = span.stage.isEmpty();
            item.text = name;
            item.spoken =
                tr("%1 from %2, %3 d").arg(name, words::dayText(span.from, m_locale), m_locale.toString(span.days()));
            item.key = keyOf(span.move);
            const auto target = stage ? stage->days : std::nullopt;
            const bool isOver = target && span.days() > *target;
            if (isOver) {
                const QString over = tr("%1 d over the target").arg(m_locale.toString(span.days() - *target));
                item.spoken += QStringLiteral(", ") + over;
                LaneItem rest = item;
                item.to = span.from.addDays(*target - 1);
                rest.from = item.to.addDays(1);
                rest.text = over;
                rest.ink = LaneInk::Late;
                if (*target > 0)
                    lane.items.push_back(item);
                lane.items.push_back(rest);
                continue;
            }
            lane.items.push_back(item);
        }
        add(std::move(lane));
    }
    void addMilestones()
    {
        Lane lane;
        lane.name = tr("Milestones");
        for (const journey::MilestoneState& each : m_figures.milestones) {
            const QDate day = each.reached.isValid() ? each.reached : each.planned;
            if (!day.isValid())
                continue;
            const QString name = m_words.word(u"milestone", each.kind);
            const bool isMissed = each.daysBehind(m_day).has_value();
            LaneItem item;
            item.from = day;
            item.isHollow = !each.reached.isValid();
            item.ink = isMissed ? LaneInk::Late : LaneInk::Plain;
            item.text = isMissed ? tr("%1: missed").arg(name) : name;
            const QString told = isMissed                 ? tr("%1 missed, planned for %2")
                                 : each.reached.isValid() ? tr("%1 reached on %2")
                                                          : tr("%1 planned for %2");
            item.spoken = told.arg(name, words::dayText(day, m_locale));
            item.key = keyOf(each.record);
            lane.items.push_back(std::move(item));
        }
        for (const revenue::Renewal& each : m_figures.renewals)
            if (each.bucket == revenue::RenewalBucket::Due && each.cycle >= m_day) {
                LaneItem item;
                item.from = each.cycle;
                item.isHollow = true;
                item.text = tr("Renewal");
                item.spoken = tr("Renewal on %1").arg(words::dayText(each.cycle, m_locale));
                item.key = keyOf({});
                lane.items.push_back(std::move(item));
            }
        add(std::move(lane));
    }
    void addCurve(const QString& name, charts::TimeSeries series)
    {
        Lane lane;
        lane.kind = Lane::Kind::Curve;
        lane.name = name;
        if (!series.isKnown())
            lane.about = tr("unknown");
        else if (m_figures.numbers->asked.past == LookBack::AsWeKnewIt)
            lane.about = tr("as we knew it");
        else if (series.mostRange > 0)
            lane.about = tr("as it happened");
        lane.curve = std::move(series);
        add(std::move(lane));
    }
    [[nodiscard]] static LaneInk inkOf(query::TimelineTone tone)
    {
        switch (tone) {
        case query::TimelineTone::Good:
            return LaneInk::Good;
        case query::TimelineTone::Late:
            return LaneInk::Soon;
        case query::TimelineTone::Hurts:
            return LaneInk::Late;
        case query::TimelineTone::Plain:
            break;
        }
        return LaneInk::Plain;
    }
    LaneItem itemOf(const query::TimelineLine& told)
    {
        const Line line = account::timelineLine(told, m_locale);
        LaneItem item;
        item.from = told.day;
        item.icon = line.icon;
        item.ink = inkOf(told.tone);
        item.isHollow = told.isPlanned;
        item.spoken = line.spoken;
        item.key = keyOf(told.record);
        return item;
    }
    void addKinds(const QString& name, std::initializer_list<TimelineKind> kinds)
    {
        Lane lane;
        lane.name = name;
        for (const query::TimelineLine& told : m_figures.timeline)
            if (std::ranges::find(kinds, told.kind) != kinds.end())
                lane.items.push_back(itemOf(told));
        lane.about = lane.items.empty() ? tr("none") : m_locale.toString(lane.items.size());
        add(std::move(lane));
    }
    void addSponsors()
    {
        Lane lane;
        lane.kind = Lane::Kind::Stages;
        lane.name = tr("Sponsor");
        lane.items = sponsorItems(*m_figures.facts, m_picture.chart.first, m_day, m_picture.records, m_locale);
        lane.about = lane.items.empty() ? tr("nobody") : QString();
        add(std::move(lane));
    }
    void addTickets()
    {
        Lane lane;
        lane.kind = Lane::Kind::Bars;
        lane.name = tr("Tickets");
        qsizetype urgent = 0;
        for (const Ticket& ticket : m_figures.facts->of<Ticket>()) {
            if (!ticket.opened.isValid() || ticket.archivedOn.isValid())
                continue;
            const bool isUrgent = ticket.priority == u"urgent" || ticket.escalated.value_or(false);
            urgent += isUrgent ? 1 : 0;
            LaneItem item;
            item.from = ticket.opened;
            item.to = ticket.closed.isValid() ? std::max(ticket.closed, ticket.opened)
                      : isOpen(ticket)        ? std::max(m_day, ticket.opened)
                                              : ticket.opened;
            item.ink = isUrgent ? LaneInk::Late : LaneInk::Quiet;
            const QString subject = ticket.subject.isEmpty() ? tr("Ticket") : ticket.subject;
            item.spoken = ticket.closed.isValid()
                              ? tr("%1, opened %2, closed %3")
                                    .arg(subject, words::dayText(ticket.opened, m_locale),
                                         words::dayText(ticket.closed, m_locale))
                              : tr("%1, opened %2").arg(subject, words::dayText(ticket.opened, m_locale));
            item.key = keyOf({Entity::Ticket, ticket.id});
            lane.items.push_back(std::move(item));
        }
        lane.about = lane.items.empty() ? tr("none")
                     : urgent > 0
                         ? tr("%1, %2 urgent").arg(m_locale.toString(lane.items.size()), m_locale.toString(urgent))
                         : m_locale.toString(lane.items.size());
        add(std::move(lane));
    }

    const LineShown& m_shown;
    const account::AccountFigures& m_figures;
    QDate m_day;
    words::ContentWords m_words;
    std::vector<content::StageNames> m_stages;
    QLocale m_locale;
    LinePicture m_picture;
};

QString stageText(const LineShown& shown, const QString& stage, const QLocale& locale)
{
    const words::ContentWords words(shown.figures.numbers->content, locale);
    return stage.isEmpty() ? tr("not known") : words.word(u"stage", stage);
}

} // namespace

ShownLine lineOn(const Numbers& numbers, AccountId account)
{
    auto figures = account::figuresOf(numbers, account);
    if (!figures)
        return nullptr;
    auto shown = std::make_shared<LineShown>();
    shown->figures = std::move(*figures);
    const QDate day = numbers->asked.day;
    const BookFacts& book = numbers->facts.book();
    shown->spans = journey::stageSpans(*shown->figures.facts, book, day);
    const auto whole = int(std::min<qint64>(mostWeeks, firstDay(*shown).daysTo(day) / 7));
    if (numbers->scorer)
        for (int week = trendWeeks; week < whole; ++week) {
            health::TrendPoint point;
            point.day = day.addDays(-7 * week);
            if (const auto score = numbers->scorer->score(account, point.day, health::Detail::Numbers))
                point.shown = score->shown;
            shown->figures.trend.insert(shown->figures.trend.begin(), point);
        }
    shown->figures.use = query::useOfSeats(*shown->figures.facts, book, day, std::max(trendWeeks, whole));
    return shown;
}

LinePicture lineOf(const LineShown& shown, const QLocale& locale) { return Drawer(shown, locale).drawn(); }

std::vector<LineFact> factsOf(const LineShown& shown, const QLocale& locale)
{
    const account::AccountFigures& figures = shown.figures;
    const QDate day = figures.numbers->asked.day;
    const words::ContentWords words(figures.numbers->content, locale);
    const auto days = [&](qint64 count) { return tr("%1 d").arg(locale.toString(count)); };
    std::vector<LineFact> facts;
    const QDate start = contractStart(*figures.facts, figures.numbers->facts.book());
    const QDate value = journey::reachedOn(*figures.facts, u"first_value", day);
    if (start.isValid() && value.isValid() && value >= start)
        facts.push_back({tr("Time to value"), days(start.daysTo(value)),
                         tr("said on %1").arg(words::shortDay(value, day, locale))});
    else
        facts.push_back({tr("Time to value"), tr("open"), tr("no value said by the customer yet")});
    if (figures.clock) {
        const bool isStuck = figures.clock->state == journey::ClockState::Stuck;
        const bool isLate = isStuck || figures.clock->state == journey::ClockState::Behind;
        facts.push_back({tr("In %1").arg(stageText(shown, figures.clock->stage, locale)), days(figures.clock->days),
                         figures.clock->target ? tr("target %1").arg(days(*figures.clock->target)) : QString(),
                         isStuck  ? widgets::Shade::Late
                         : isLate ? widgets::Shade::Soon
                                  : widgets::Shade::Muted});
    }
    const auto open =
        std::ranges::find_if(figures.milestones, [](const auto& each) { return !each.reached.isValid(); });
    if (open != figures.milestones.end() && open->planned.isValid()) {
        const auto late = open->daysBehind(day);
        facts.push_back({tr("Open milestone"), words.word(u"milestone", open->kind),
                         late ? tr("was due %1, %2 late").arg(words::shortDay(open->planned, day, locale), days(*late))
                              : tr("due %1").arg(words::shortDay(open->planned, day, locale)),
                         late ? widgets::Shade::Late : widgets::Shade::Muted});
    }
    const auto addLast = [&](const QString& name, auto&& isIt) {
        const auto last = std::ranges::find_if(figures.timeline, isIt);
        if (last != figures.timeline.end())
            facts.push_back({name, tr("%1 ago").arg(days(last->day.daysTo(day))), words::render(last->what, locale)});
    };
    // What only we wrote is no conversation.
    const auto touches = figures.facts->of<Touch>().all();
    const auto spoke = std::find_if(touches.rbegin(), touches.rend(),
                                    [&](const Touch& each) { return each.day <= day && isTwoWay(each); });
    if (spoke != touches.rend())
        addLast(tr("Last conversation"), [&](const query::TimelineLine& each) {
            return each.record == RecordRef{Entity::Touch, spoke->id};
        });
    addLast(tr("Last answer"),
            [](const query::TimelineLine& each) { return each.kind == TimelineKind::Answers && !each.isPlanned; });
    return facts;
}

std::vector<Line> listOf(const LineShown& shown, const QLocale& locale)
{
    std::vector<Line> lines{account::headLine(tr("Stages"))};
    for (const journey::StageSpan& span : shown.spans) {
        Line& line = lines.emplace_back(account::textLine(stageText(shown, span.stage, locale)));
        line.icon = QStringLiteral("route");
        line.detail = tr("from %1").arg(words::dayText(span.from, locale));
        line.end = tr("%1 d").arg(locale.toString(span.days()));
        line.record = span.move;
    }
    for (Line& each : account::timelineLines(shown.figures, {}, locale))
        lines.push_back(std::move(each));
    return lines;
}

} // namespace steward::journeys
