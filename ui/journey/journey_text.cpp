// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/journey_text.h"

#include "core/words/content_words.h"
#include "core/workspace/beside.h"
#include "ui/account/lines_pane.h"

#include <QCoreApplication>

namespace steward::journeys {

using account::Line;
using journey::ClockState;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("journey", text); }

QString dayCount(qint64 days, const QLocale& locale) { return tr("%1 d").arg(locale.toString(days)); }

/// Every account is looked up once, which takes a while: here.
void addWorth(Shown& shown)
{
    std::vector<std::tuple<int, int, qint64, std::size_t, std::size_t>> order;
    for (std::size_t lane = 0; lane < shown.board.lanes.size(); ++lane) {
        std::optional<qint64>& sum = shown.laneArr.emplace_back();
        const std::vector<work::BoardCard>& cards = shown.board.lanes[lane].cards;
        for (std::size_t card = 0; card < cards.size(); ++card) {
            const work::BoardCard& each = cards[card];
            const query::AccountLine* line = shown.numbers->find(each.account);
            const auto arr = line && line->comparable ? std::optional(line->comparable->toArrMinor()) : std::nullopt;
            if (arr)
                sum = sum.value_or(0) + *arr;
            const bool isLate = each.clock.state >= ClockState::Behind;
            order.emplace_back(isLate ? -int(each.clock.state) : 0, each.offer.to.isEmpty() ? 1 : 0, arr ? -*arr : 1,
                               lane, card);
        }
    }
    std::ranges::sort(order);
    shown.listed.reserve(order.size());
    for (const auto& [late, offered, worth, lane, card] : order)
        shown.listed.push_back({lane, card});
}

QString whyOf(const work::BoardCard& card, const Shown& shown, const QLocale& locale)
{
    const journey::StageClock& clock = card.clock;
    const content::Journeys& journeys = shown.numbers->content.journeys;
    const QDate day = shown.numbers->asked.day;
    if (clock.state == ClockState::Behind)
        return tr("%1 d over the %2 d that are the aim")
            .arg(locale.toString(clock.days - *clock.target), locale.toString(*clock.target));
    if (clock.state != ClockState::Stuck)
        return {};
    const double most = double(journeys.stuckTimes.thousandths) / 1000 * *clock.target;
    if (double(clock.days) > most)
        return tr("over %1 times the %2 d that are the aim")
            .arg(words::numberText(double(journeys.stuckTimes.thousandths) / 1000, 1, locale),
                 locale.toString(*clock.target));
    return tr("no step, conversation or use for %1 d").arg(locale.toString(clock.lastSign.daysTo(day)));
}

void addMilestones(std::vector<Line>& lines, const work::BoardCard& card, const content::JourneyStage& stage,
                   const Shown& shown, const QLocale& locale)
{
    const BookNumbers& numbers = *shown.numbers;
    const QDate day = numbers.asked.day;
    const words::ContentWords words(numbers.content, locale);
    const AccountFacts* facts = numbers.facts.find(card.account);
    if (stage.milestones.isEmpty() || !facts)
        return;
    lines.push_back(account::headLine(tr("Milestones")));
    const auto list = journey::milestones(*facts, numbers.facts.book(), day);
    for (const QString& kind : stage.milestones) {
        const auto own = std::ranges::find(list, kind, &journey::MilestoneState::kind);
        Line& line = lines.emplace_back(account::textLine(words.word(u"milestone", kind)));
        const bool isReached = own != list.end() && own->reached.isValid();
        line.icon = isReached ? QStringLiteral("circle-check") : QStringLiteral("flag");
        if (isReached) {
            line.end = words::shortDay(own->reached, day, locale);
        } else if (own != list.end() && own->planned.isValid()) {
            const auto late = own->daysBehind(day);
            line.end = late ? tr("%1 d late").arg(locale.toString(*late)) : words::shortDay(own->planned, day, locale);
            line.endShade = late ? widgets::Shade::Late : widgets::Shade::Muted;
        } else {
            line.end = tr("open");
        }
        if (own != list.end() && own->record.id != 0)
            line.record = own->record;
    }
}

void addTexts(std::vector<Line>& lines, const QString& title, const std::vector<content::Text>& texts,
              const words::ContentWords& words)
{
    if (texts.empty())
        return;
    lines.push_back(account::headLine(title));
    for (const content::Text& each : texts)
        lines.push_back(account::textLine(words.text(each)));
}

} // namespace

const content::JourneyStage* Shown::stageOf(const QString& id) const
{
    for (const work::BoardLane& lane : board.lanes)
        if (lane.stage && lane.stage->id == id)
            return lane.stage;
    return nullptr;
}

CardText cardText(const work::BoardCard& card, const Shown& shown, const QLocale& locale)
{
    const BookNumbers& numbers = *shown.numbers;
    CardText text;
    if (const query::AccountLine* line = numbers.find(card.account)) {
        text.name = line->facts->account.name;
        text.band = style::bandOf(line->band);
        if (line->mrr)
            text.arr = words::moneyText({line->mrr->toArrMinor(), line->currency}, locale);
        if (!numbers.scores.empty())
            if (const auto& known = numbers.scores[numbers.indexOf(*line)].shown)
                text.score = scoreText(*known, numbers.content.scorecards, locale);
    }
    text.days = dayCount(card.clock.days, locale);
    text.state = card.clock.state;
    if (card.clock.target && *card.clock.target > 0)
        text.share = double(card.clock.days) / *card.clock.target;
    text.clock = text.state == ClockState::Stuck    ? tr("stuck")
                 : text.state == ClockState::Behind ? tr("behind")
                                                    : QString();
    text.why = whyOf(card, shown, locale);
    if (const content::JourneyStage* to = shown.stageOf(card.offer.to))
        text.offer = tr("to %1").arg(words::ContentWords(numbers.content, locale).text(to->name));
    return text;
}

QString spoken(const CardText& text)
{
    QStringList parts{text.name};
    parts << (text.score.isEmpty() ? tr("score unknown") : tr("score %1").arg(text.score));
    for (const QString& each : {text.arr, text.days, text.clock, text.why,
                                text.offer.isEmpty() ? QString() : tr("move offered %1").arg(text.offer)})
        if (!each.isEmpty())
            parts << each;
    return parts.join(QStringLiteral(", "));
}

QString nameOf(const work::BoardLane& lane, const Shown& shown, const QLocale& locale)
{
    const words::ContentWords words(shown.numbers->content, locale);
    return lane.stage ? words.text(lane.stage->name) : words.word(u"stage", lane.called);
}

ShownBoard boardOn(const Numbers& numbers)
{
    auto shown = makeRetiring<Shown>();
    shown->numbers = numbers;
    shown->board = work::boardOf(numbers->facts, numbers->content.journeys, numbers->asked.day);
    addWorth(*shown);
    return shown;
}

LaneText laneText(std::size_t number, const Shown& shown, const QLocale& locale)
{
    const work::BoardLane& lane = shown.board.lanes[number];
    LaneText text;
    text.name = nameOf(lane, shown, locale);
    text.count = locale.toString(lane.cards.size());
    if (const auto& arr = shown.laneArr[number])
        text.arr = words::moneyText({*arr, shown.numbers->currency}, locale);
    const auto target = lane.stage ? lane.stage->days : std::nullopt;
    if (lane.medianDays)
        text.median = target ? tr("median %1 d of %2").arg(locale.toString(*lane.medianDays), locale.toString(*target))
                             : tr("median %1 d").arg(locale.toString(*lane.medianDays));
    if (const auto csat = feedback::csatOf(lane.csat))
        text.csat =
            tr("CSAT %1 % of %2")
                .arg(locale.toString(qRound(*csat)),
                     lane.csat.all == 1 ? tr("one answer") : tr("%1 answers").arg(locale.toString(lane.csat.all)));
    constexpr std::size_t most = 2;
    QStringList still;
    const words::ContentWords words(shown.numbers->content, locale);
    for (std::size_t i = 0; i < std::min(most, lane.standstills.size()); ++i)
        still << words.word(u"milestone", lane.standstills[i].first) + u' ' +
                     locale.toString(lane.standstills[i].second);
    QStringList said;
    for (std::size_t i = 0; i < std::min(most, lane.frictions.size()); ++i)
        said << lane.frictions[i].first + u' ' + locale.toString(lane.frictions[i].second);
    if (!said.isEmpty())
        text.friction = tr("get stuck: %1").arg(said.join(QStringLiteral(" \u00b7 ")));
    if (!still.isEmpty())
        text.still = tr("stand still at: %1").arg(still.join(QStringLiteral(" \u00b7 ")));
    const auto counted = [&](qsizetype count, const char* sentence) {
        return count > 0 ? tr(sentence).arg(locale.toString(count)) : QString();
    };
    text.stuck = counted(lane.count(ClockState::Stuck), QT_TRANSLATE_NOOP("journey", "%1 stuck"));
    text.behind = counted(lane.count(ClockState::Behind), QT_TRANSLATE_NOOP("journey", "%1 behind"));
    text.offered = counted(lane.offers(), QT_TRANSLATE_NOOP("journey", "%1 ready to move"));
    return text;
}

QString reasonOf(const work::OfferedMove& offer, const work::BoardLane& lane, const Shown& shown, const QLocale& locale)
{
    const words::ContentWords words(shown.numbers->content, locale);
    const QString last = words.word(u"milestone", offer.milestone);
    const QString when = words::shortDay(offer.reached, shown.numbers->asked.day, locale);
    if (offer.milestones == 1)
        return tr("The milestone of %1 is reached: %2, on %3.").arg(nameOf(lane, shown, locale), last, when);
    return tr("All %1 milestones of %2 are reached; the last was %3, on %4.")
        .arg(locale.toString(offer.milestones), nameOf(lane, shown, locale), last, when);
}

std::vector<Line> behindCard(const work::BoardCard& card, const work::BoardLane& lane, const Shown& shown,
                             const QLocale& locale)
{
    const BookNumbers& numbers = *shown.numbers;
    const words::ContentWords words(numbers.content, locale);
    const CardText text = cardText(card, shown, locale);
    const QDate day = numbers.asked.day;
    std::vector<Line> lines{account::headLine(tr("Where it stands"))};
    Line& since = lines.emplace_back(account::textLine(
        tr("In %1 since %2").arg(nameOf(lane, shown, locale), words::shortDay(card.clock.since, day, locale))));
    since.end = text.days;
    if (!text.clock.isEmpty()) {
        Line& clock = lines.emplace_back(account::textLine(tr("%1: %2").arg(text.clock, text.why)));
        const bool isStuck = text.state == ClockState::Stuck;
        clock.icon = isStuck ? QStringLiteral("hourglass") : QStringLiteral("clock");
        clock.iconShade = isStuck ? widgets::Shade::Late : widgets::Shade::Soon;
    }
    if (!card.friction.isEmpty()) {
        Line& said = lines.emplace_back(account::textLine(tr("Gets stuck: %1").arg(card.friction)));
        said.end = dayCount(card.frictionOn.daysTo(day), locale);
        said.record = card.frictionBy;
    }
    if (!card.stuckAt.isEmpty())
        lines.push_back(account::textLine(tr("Stands still at: %1").arg(words.word(u"milestone", card.stuckAt))));
    if (!text.offer.isEmpty()) {
        lines.push_back(account::headLine(tr("Ready to move %1").arg(text.offer)));
        Line& offer = lines.emplace_back(account::textLine(reasonOf(card.offer, lane, shown, locale)));
        offer.icon = QStringLiteral("arrow-right");
    }
    if (!lane.stage)
        return lines;
    addMilestones(lines, card, *lane.stage, shown, locale);
    lines.push_back(account::headLine(tr("What they should be able to say")));
    lines.push_back(account::textLine(words.text(lane.stage->outcome)));
    addTexts(lines, tr("Before they move on"), lane.stage->exitCriteria, words);
    addTexts(lines, tr("Where others get stuck"), lane.stage->friction, words);
    return lines;
}

} // namespace steward::journeys
