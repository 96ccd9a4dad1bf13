// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/score_sheet.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace steward::query {

namespace {

using health::AccountScore;
using health::Contribution;
using health::Fraction;

constexpr int digits = 1;
constexpr qint64 whole = 1000;

std::optional<int> ageOf(const health::Explanation& why, QDate day)
{
    if (!why.dataTo.isValid())
        return std::nullopt;
    return std::max(0, static_cast<int>(why.dataTo.daysTo(day)));
}

ScoreLine measureLine(const AccountScore& score, const Contribution& each, qint64 gained, qint64 lost)
{
    ScoreLine line;
    line.kind = ScoreLine::Kind::Measure;
    line.id = each.measure;
    line.state = each.state;
    line.gap = each.gap;
    line.missing = each.missing;
    line.why = each.why;
    line.age = ageOf(each.why, score.day);
    if (each.takesPart()) {
        line.gained = gained;
        line.lost = lost;
        line.possible = 100.0 * each.weight / score.knownWeight;
    } else if (each.state == health::State::Unknown) {
        line.possible = each.weight;
        line.worth = score.applicableWeight > 0 ? double(each.weight) / score.applicableWeight : 0;
    }
    return line;
}

void addGroup(std::vector<ScoreLine>& lines, const AccountScore& score, const QString& group,
              const std::vector<qint64>& gained, const std::vector<qint64>& lost)
{
    ScoreLine head;
    head.kind = ScoreLine::Kind::Group;
    head.id = group;
    head.state = health::State::NotApplicable;
    std::vector<ScoreLine> measures;
    for (std::size_t i = 0; i < score.contributions.size(); ++i) {
        if (score.contributions[i].group != group)
            continue;
        measures.push_back(measureLine(score, score.contributions[i], gained[i], lost[i]));
        if (!measures.back().takesPart())
            continue;
        head.state = health::State::Scored;
        head.gained += measures.back().gained;
        head.lost += measures.back().lost;
        head.possible += measures.back().possible;
    }
    if (measures.empty())
        return;
    lines.push_back(std::move(head));
    std::move(measures.begin(), measures.end(), std::back_inserter(lines));
}

void addSteps(std::vector<ScoreLine>& lines, const AccountScore& score)
{
    for (const health::CapStep& cap : score.caps) {
        ScoreLine line;
        line.kind = ScoreLine::Kind::Cap;
        line.id = cap.cap;
        line.why = cap.why;
        line.age = ageOf(cap.why, score.day);
        line.before = score.computed ? cap.before.rounded(digits) : 0;
        line.after = score.computed ? cap.after.rounded(digits) : cap.notAbove * 10;
        line.lost = line.before - line.after;
        if (!score.computed)
            line.lost = 0;
        lines.push_back(std::move(line));
    }
    if (score.override) {
        ScoreLine line;
        line.kind = ScoreLine::Kind::Override;
        line.id = score.override->reason;
        line.why.records = {{Entity::Override, score.override->record}};
        lines.push_back(std::move(line));
    }
}

} // namespace

std::vector<qint64> apportioned(const std::vector<double>& shares, qint64 total)
{
    std::vector<qint64> parts;
    for (const double share : shares)
        parts.push_back(qint64(std::floor(share + 1e-9)));
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto remainder = [&](std::size_t i) { return shares[i] - double(parts[i]); };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const double difference = remainder(a) - remainder(b);
        return std::abs(difference) > 1e-9 ? difference > 0 : std::abs(shares[a]) > std::abs(shares[b]);
    });
    qint64 left = total - std::accumulate(parts.begin(), parts.end(), qint64(0));
    for (auto each = order.begin(); left > 0 && each != order.end(); ++each, --left)
        ++parts[*each];
    for (auto each = order.rbegin(); left < 0 && each != order.rend(); ++each, ++left)
        --parts[*each];
    return parts;
}

std::vector<qint64> lostTenths(const AccountScore& score)
{
    const int weight = score.computed ? score.knownWeight : score.applicableWeight;
    std::vector<double> shares(score.contributions.size());
    if (weight <= 0)
        return std::vector<qint64>(shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (const Contribution& each = score.contributions[i]; each.takesPart())
            shares[i] = double(each.weight * 100 * content::Score::perPoint - each.parts()) * 10.0 /
                        (double(weight) * double(content::Score::perPoint));
    return apportioned(shares, score.computed ? whole - score.computed->rounded(digits)
                                              : std::llround(std::accumulate(shares.begin(), shares.end(), 0.0)));
}

std::vector<ScoreLine> scoreSheet(const AccountScore& score, const std::vector<content::Entry>& groups)
{
    const std::vector<qint64> gained = health::roundedPoints(score, digits);
    const std::vector<qint64> lost = score.computed ? lostTenths(score) : std::vector<qint64>(gained.size());
    std::vector<ScoreLine> lines;
    for (const content::Entry& group : groups)
        addGroup(lines, score, group.id, gained, lost);
    ScoreLine sum;
    sum.kind = ScoreLine::Kind::Points;
    sum.possible = 100;
    if (score.computed) {
        sum.gained = score.computed->rounded(digits);
        sum.lost = whole - sum.gained;
    } else {
        sum.state = health::State::Unknown;
    }
    lines.push_back(sum);
    addSteps(lines, score);
    ScoreLine shown;
    shown.kind = ScoreLine::Kind::Score;
    shown.possible = 100;
    if (score.shown) {
        shown.gained = score.shown->rounded(digits);
        shown.lost = whole - shown.gained;
    } else {
        shown.state = health::State::Unknown;
    }
    lines.push_back(std::move(shown));
    return lines;
}

std::optional<MovedSheet> movedSheet(const AccountScore& before, const AccountScore& after)
{
    const auto change = health::changeOf(before, after);
    if (!change)
        return std::nullopt;
    MovedSheet sheet;
    sheet.from = change->from;
    sheet.before = before.shown->rounded(digits);
    sheet.after = after.shown->rounded(digits);
    sheet.isOtherScorecard = change->isOtherScorecard;
    std::vector<double> shares;
    for (const health::Moved& each : change->by)
        shares.push_back(each.points.toDouble() * 10);
    const std::vector<qint64> tenths = apportioned(shares, sheet.after - sheet.before);
    const auto valueOf = [](const AccountScore& score, const QString& measure) -> std::optional<int> {
        const Contribution* found = score.find(measure);
        if (!found || !found->takesPart())
            return std::nullopt;
        return static_cast<int>((found->value.micro + content::Score::perPoint / 2) / content::Score::perPoint);
    };
    for (std::size_t i = 0; i < tenths.size(); ++i)
        if (const health::Moved& each = change->by[i]; tenths[i] != 0)
            sheet.lines.push_back(
                {each.measure, tenths[i], valueOf(before, each.measure), valueOf(after, each.measure), each.after});
    return sheet;
}

ShownScore shownScore(const Fraction& score, const std::vector<content::Band>& bands)
{
    const auto bandOf = [&](const Fraction& number) {
        const auto found = std::ranges::find_if(
            bands, [&](const content::Band& band) { return number >= Fraction::whole(band.from); });
        return found == bands.end() ? QString() : found->id;
    };
    const QString band = bandOf(score);
    qint64 unit = 1;
    for (int places = 0; places <= 1; ++places, unit *= 10) {
        const qint64 value = score.rounded(places);
        if (bandOf(Fraction(value, unit)) == band)
            return {value, places};
    }
    // 74.96 is 74.9 and yellow, not 75.0.
    return {score.rounded(1) - 1, 1};
}

} // namespace steward::query
