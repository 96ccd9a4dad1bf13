// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/numbers.h"

#include "core/base/text.h"
#include "core/portfolio/archived.h"
#include "core/portfolio/horizons.h"
#include "core/query/scores.h"
#include "core/work/journey_board.h"
#include "core/workspace/beside.h"
#include "core/workspace/numbers_maker.h"

#include <future>
#include <numeric>

namespace steward {

namespace {

std::vector<DataAge> agesOf(const Portfolio& everything, QDate day)
{
    using Kind = DataAge::Kind;
    const Horizons horizons(everything);
    std::vector<DataAge> ages;
    const auto add = [&](Kind kind, QDate upTo) {
        if (upTo.isValid())
            ages.push_back({kind, upTo});
    };
    add(Kind::Usage, horizons.usageOn(day));
    add(Kind::Tickets, horizons.on(Entity::Ticket, day));
    add(Kind::Surveys, horizons.on(Entity::Survey, day));
    add(Kind::Invoices, horizons.on(Entity::Invoice, day));
    return ages;
}

std::string textOf(const query::AccountLine& line, std::span<const filter::Field> fields)
{
    QString text;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const filter::Value value = query::valueOf(line, fields, i);
        if (const auto* one = std::get_if<QString>(&value))
            text += *one + u'\n';
        else if (const auto* several = std::get_if<QStringList>(&value))
            text += several->join(u'\n') + u'\n';
    }
    return folded(text).toStdString();
}

void sortNames(BookNumbers& numbers)
{
    std::vector<QString> names;
    names.reserve(numbers.lines.size());
    for (const query::AccountLine& line : numbers.lines)
        names.push_back(caseFolded(line.facts->account.name));
    numbers.byName.resize(names.size());
    std::iota(numbers.byName.begin(), numbers.byName.end(), 0U);
    std::ranges::stable_sort(numbers.byName, std::ranges::less(),
                             [&](quint32 i) -> const QString& { return names[i]; });
}

LineScore lineScore(const health::AccountScore& score)
{
    LineScore line{score.shown, 0, score.known, score.override.has_value()};
    if (score.applicableWeight > 0) {
        constexpr double whole = 100;
        double lost = 0;
        for (const health::Contribution& each : score.contributions)
            if (each.takesPart())
                lost += each.weight * (whole - double(each.value.micro) / content::Score::perPoint);
        line.lost = lost / score.applicableWeight;
    }
    return line;
}

/// Both in id order.
void setScores(BookNumbers& numbers, std::span<const health::AccountScore> scores)
{
    query::addScores(numbers.lines, scores);
    numbers.scores.assign(numbers.lines.size(), {});
    auto score = scores.begin();
    for (std::size_t i = 0; i < numbers.lines.size(); ++i) {
        const AccountId id = numbers.lines[i].facts->id();
        while (score != scores.end() && score->account < id)
            ++score;
        if (score != scores.end() && score->account == id)
            numbers.scores[i] = lineScore(*score);
    }
}

qint16 tenthsOf(const std::optional<health::Fraction>& score)
{
    return score ? static_cast<qint16>(score->rounded(1)) : unknownWeek;
}

Trend trendOf(const health::Scorer& scorer, AccountId account, QDate day)
{
    Trend trend;
    for (int week = 0; week < trendWeeks; ++week) {
        const auto score = scorer.score(account, day.addDays(-7 * (trendWeeks - 1 - week)), health::Detail::Numbers);
        trend[std::size_t(week)] = score ? tenthsOf(score->shown) : unknownWeek;
    }
    return trend;
}

/// How many accounts are new or have other facts.
std::size_t changedBetween(const BookNumbers& before, const BookNumbers& after)
{
    std::size_t changed = 0;
    auto old = before.lines.begin();
    for (const query::AccountLine& line : after.lines) {
        while (old != before.lines.end() && old->facts->id() < line.facts->id())
            ++old;
        if (old == before.lines.end() || old->facts != line.facts)
            ++changed;
    }
    return changed;
}

constexpr std::size_t mostRescored = 200; ///< one by one; beyond that all at once is faster

} // namespace

void SearchTexts::make(std::span<const query::AccountLine> lines, std::span<const filter::Field> fields)
{
    std::vector<std::string> texts;
    texts.reserve(lines.size());
    for (const query::AccountLine& line : lines)
        texts.push_back(textOf(line, fields));
    m_texts = std::move(texts);
    m_isMade.store(true, std::memory_order_release);
}

std::string_view BookNumbers::searchText(std::size_t line, std::string& room) const
{
    if (texts->isMade())
        return (*texts)[line];
    room = textOf(lines[line], fields);
    return room;
}

const query::AccountLine* BookNumbers::find(AccountId account) const
{
    const auto line =
        std::ranges::lower_bound(lines, account, {}, [](const query::AccountLine& each) { return each.facts->id(); });
    return line != lines.end() && line->facts->id() == account ? &*line : nullptr;
}

Result<Numbers> numbersOf(const Portfolio& everything, const DayAsked& asked)
{
    KnownContent known;
    return numbersOf(everything, asked, known);
}

Result<Numbers> numbersOf(const Portfolio& everything, const DayAsked& asked, KnownContent& known)
{
    auto ages = std::async(std::launch::async, [&] { return agesOf(everything, asked.day); });
    auto facts = std::async(std::launch::async, [&] {
        return asked.past ? asOf(everything, asked.day, *asked.past) : withoutArchived(everything, asked.day);
    });
    auto content = known.of(everything.book());
    if (!content)
        return tl::unexpected(content.error());
    auto numbers = makeRetiring<BookNumbers>();
    numbers->asked = asked;
    numbers->everything = everything;
    numbers->facts = facts.get();
    numbers->content = std::move(content->content);
    numbers->contentNotices = query::messagesOf(content->passedOver);
    const content::Journeys& journeys = numbers->content.journeys;
    numbers->stageRules = std::make_shared<const std::vector<journey::StageRule>>(
        work::stageRules(journeys, work::journeyOf(numbers->facts, journeys)));
    numbers->currency = bookCurrency(numbers->facts).currency;
    numbers->grouping = query::groupingOf(numbers->facts, numbers->content, asked.day);
    numbers->lines = query::accountLines(numbers->facts, asked.day, numbers->grouping);
    numbers->fields = query::accountFields(numbers->facts);
    numbers->ages = ages.get();
    numbers->texts = std::make_shared<SearchTexts>();
    sortNames(*numbers);
    return numbers;
}

void makeSearchable(const BookNumbers& numbers)
{
    if (!numbers.texts->isMade())
        numbers.texts->make(numbers.lines, numbers.fields);
}

Result<Numbers> withScores(const Numbers& lines)
{
    auto numbers = makeRetiring<BookNumbers>(*lines);
    if (!numbers->scorer) {
        auto scorer = query::scorerOf(lines->everything, lines->content, lines->asked.day,
                                      lines->asked.past.value_or(LookBack::AsItHappened));
        if (!scorer)
            return tl::unexpected(scorer.error());
        numbers->scorer = std::make_shared<const health::Scorer>(std::move(*scorer));
    }
    setScores(*numbers, numbers->scorer->scoreAll(lines->asked.day, health::Detail::Numbers));
    // The first account that is opened asks for them.
    numbers->scorer->prepare(lines->asked.day, trendWeeks);
    return numbers;
}

Numbers withTrends(const Numbers& scored, const std::function<void()>& between)
{
    auto numbers = makeRetiring<BookNumbers>(*scored);
    const auto all = scored->scorer->trends(scored->asked.day, trendWeeks, between);
    const Portfolio& everything = scored->everything;
    Trend unknown;
    unknown.fill(unknownWeek);
    numbers->trends.assign(scored->lines.size(), unknown);
    std::size_t at = 0;
    for (std::size_t i = 0; i < scored->lines.size(); ++i) {
        const AccountId id = scored->lines[i].facts->id();
        while (at < everything.size() && everything.at(at).id() < id)
            ++at;
        if (at >= everything.size() || everything.at(at).id() != id)
            continue;
        for (std::size_t week = 0; week < trendWeeks; ++week)
            numbers->trends[i][week] = tenthsOf(all[at][week].shown);
    }
    return numbers;
}

Numbers withScoresOf(const Numbers& lines, const Numbers& before)
{
    const bool isNext = before && before->scorer && !lines->asked.past && before->asked == lines->asked &&
                        before->everything.book().definitions == lines->everything.book().definitions;
    if (!isNext || changedBetween(*before, *lines) > mostRescored)
        return nullptr;
    auto numbers = makeRetiring<BookNumbers>(*lines);
    auto scorer = std::make_shared<const health::Scorer>(before->scorer->after(lines->everything, lines->grouping));
    scorer->prepare(lines->asked.day, trendWeeks);
    numbers->scorer = scorer;
    numbers->scores.resize(lines->lines.size());
    const bool hasTrends = !before->trends.empty();
    numbers->trends.resize(hasTrends ? lines->lines.size() : 0);
    std::vector<health::AccountScore> changed;
    auto old = before->lines.begin();
    for (std::size_t i = 0; i < numbers->lines.size(); ++i) {
        query::AccountLine& line = numbers->lines[i];
        const AccountId id = line.facts->id();
        while (old != before->lines.end() && old->facts->id() < id)
            ++old;
        if (old != before->lines.end() && old->facts == line.facts) {
            const std::size_t from = before->indexOf(*old);
            line.health = old->health;
            line.band = old->band;
            line.coverage = old->coverage;
            line.seatUse = old->seatUse;
            numbers->scores[i] = before->scores[from];
            if (hasTrends)
                numbers->trends[i] = before->trends[from];
            continue;
        }
        if (auto score = scorer->score(id, lines->asked.day, health::Detail::Numbers)) {
            numbers->scores[i] = lineScore(*score);
            changed.push_back(std::move(*score));
        }
        if (hasTrends)
            numbers->trends[i] = trendOf(*scorer, id, lines->asked.day);
    }
    std::vector<query::AccountLine>& all = numbers->lines;
    for (const health::AccountScore& score : changed) {
        const auto line = std::ranges::lower_bound(all, score.account, {},
                                                   [](const query::AccountLine& each) { return each.facts->id(); });
        std::vector<query::AccountLine> one{*line};
        query::addScores(one, {&score, 1});
        *line = std::move(one.front());
    }
    return numbers;
}

QString scoreText(const health::Fraction& score, const content::Scorecards& scorecards, const QLocale& locale)
{
    const auto bandOf = [&](const health::Fraction& value) -> const content::Band* {
        for (const content::Band& band : scorecards.bands)
            if (value >= health::Fraction::whole(band.from))
                return &band;
        return nullptr;
    };
    const qint64 rounded = score.rounded(0);
    if (bandOf(health::Fraction::whole(rounded)) == bandOf(score))
        return locale.toString(rounded);
    // Down, never up: 74.96 is 74.9, for 75.0 is the band above.
    const qint64 tenths = score.numerator() * 10 / score.denominator();
    return locale.toString(double(tenths) / 10, 'f', 1);
}

} // namespace steward
