// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/names.h"
#include "core/sample/plot.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace steward::sample {

namespace {

using content::SampleContent;
using content::SampleSegment;
using content::SampleStories;

const SampleSegment& segmentOf(const SampleStories& stories, const QString& id)
{
    return *std::find_if(stories.segments.begin(), stories.segments.end(),
                         [&id](const SampleSegment& each) { return each.id == id; });
}

const content::SampleStory& storyOf(const SampleStories& stories, int id)
{
    return *std::find_if(stories.stories.begin(), stories.stories.end(),
                         [id](const content::SampleStory& each) { return each.id == id; });
}

/// Every account of the 60 with its story and segment, large segments first within a story.
std::vector<Plot> slotsOf(const SampleStories& stories)
{
    std::vector<Plot> slots;
    for (const auto& story : stories.stories) {
        int nth = 0;
        for (const SampleSegment& segment : stories.segments) {
            const auto found = story.segments.find(segment.id);
            for (int i = 0; found != story.segments.end() && i < found->second; ++i) {
                Plot plot;
                plot.story = story.id;
                plot.nth = nth++;
                plot.segment = segment.id;
                slots.push_back(plot);
            }
        }
    }
    return slots;
}

bool leavesForGood(const Plot& plot) { return plot.story == 4 || plot.story == 5; }

/// The largest firms hold their share of the whole; the others are drawn from the range of their segment, small ones
/// more often, and brought to the rest of the sum. Whole units of the book's currency.
void shareArr(std::vector<Plot>& block, const SampleStories& stories, Random& random)
{
    constexpr std::array largest{420, 340, 280, 240, 210, 190}; // of 1,680
    std::vector<std::size_t> order(block.size());
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    const qint64 top = stories.arrTotal * stories.topShare / 100;
    std::size_t given = 0;
    qint64 rest = stories.arrTotal - top;
    qint64 drawn = 0;
    std::vector<std::size_t> others;
    for (const std::size_t at : order) {
        Plot& plot = block[at];
        const bool isTop = plot.is(u"enterprise") && given < largest.size() && plot.story != 10;
        if (isTop) {
            plot.arr = top * largest[given++] / 1680;
            continue;
        }
        const auto [low, high] = segmentOf(stories, plot.segment).arr;
        const double skew = random.unit();
        plot.arr = low + static_cast<qint64>((std::min(high, 170'000) - low) * skew * skew * 0.8);
        if (!leavesForGood(plot)) {
            drawn += plot.arr;
            others.push_back(at);
        }
    }
    for (const std::size_t at : others) {
        const auto [low, high] = segmentOf(stories, block[at].segment).arr;
        const qint64 scaled = block[at].arr * rest / std::max<qint64>(1, drawn);
        block[at].arr = std::clamp<qint64>(scaled / 60 * 60, low, std::min(high, 185'000));
    }
}

/// The mark: two accounts of equal ARR whose segments want different care.
void makeTwins(std::vector<Plot>& block, qint64 largestOfAll)
{
    const auto find = [&](QStringView segment) {
        return std::find_if(block.begin(), block.end(), [&](const Plot& plot) {
            return plot.is(segment) && plot.arr < largestOfAll && plot.story != 9 && plot.story != 21;
        });
    };
    const auto enterprise = find(u"enterprise");
    const auto expert = find(u"expert");
    if (enterprise == block.end() || expert == block.end())
        return;
    expert->arr = enterprise->arr;
    for (Plot* each : {&*enterprise, &*expert})
        each->marks.append(QStringLiteral("equal_arr"));
}

void giveContract(Plot& plot, const SampleContent& content, const Months& months, Random& random)
{
    constexpr std::array<QStringView, 8> segments{u"self",   u"guided", u"startup", u"mid",
                                                  u"public", u"msp",    u"expert",  u"enterprise"};
    constexpr std::array plans{0, 0, 1, 1, 2, 2, 3, 3};
    const auto& shape = segmentOf(content.stories, plot.segment);
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (plot.is(segments[i]))
            plot.plan = std::min(plans[i], static_cast<int>(content.names.plans.size()) - 1);
    const int price = content.names.plans[static_cast<std::size_t>(plot.plan)].pricePerSeatMonth;
    plot.seats = std::clamp(static_cast<int>(plot.arr / (12 * price)), shape.seats.first, shape.seats.second);
    plot.pays = plot.is(u"self") || plot.is(u"startup") || plot.is(u"guided") ? QStringLiteral("card")
                                                                              : QStringLiteral("direct_debit");
    // Long before the first month told, renewed each year since.
    plot.start = workday(months.start(1).addDays(-random.between(40, 900)));
    plot.lastTouch = random.between(2, 9);
    const int quarters = random.between(0, 2);
    plot.renewal = months.asOf.addDays(random.between(100, 140)).addDays(quarters * 85);
    if (random.chance(60))
        plot.renewal = quarterEnd(plot.renewal);
}

/// In the currency it pays in: so that its value in the book's currency stays what the shape of the book asks for.
void giveCurrencies(std::vector<Plot>& block, const SampleStories& stories)
{
    const Currency own = Currency::fromCode(stories.currency).value_or(Currency());
    for (Plot& plot : block) {
        plot.currency = own;
        plot.arr *= 100;
    }
    auto plot = block.begin();
    for (const auto& [code, accounts] : stories.otherCurrencies) {
        const auto rate = std::find_if(stories.rates.begin(), stories.rates.end(),
                                       [&code = code](const auto& each) { return each.first == code; });
        const double worth = rate == stories.rates.end() ? 1.0 : rate->second.toDouble();
        for (int given = 0; given < accounts && plot != block.end(); ++plot) {
            if (plot->isMarked(u"equal_arr") || leavesForGood(*plot) || plot->story % 3 != 1)
                continue;
            plot->currency = Currency::fromCode(code).value_or(own);
            plot->arr = static_cast<qint64>(double(plot->arr) / worth / 1200.0 + 0.5) * 1200;
            ++given;
        }
    }
}

std::vector<Plot> blockOf(const SampleContent& content, const Months& months, int block, quint64 seed)
{
    Random random = Random::of({seed, 1, static_cast<quint64>(block)});
    const SampleStories& stories = content.stories;
    std::vector<Plot> plots = slotsOf(stories);
    shareArr(plots, stories, random);
    makeTwins(plots, stories.arrTotal * stories.topShare / 100 * 190 / 1680);
    giveCurrencies(plots, stories);
    random.shuffle(plots);
    for (std::size_t i = 0; i < plots.size(); ++i) {
        Plot& plot = plots[i];
        plot.block = block;
        plot.index = block * stories.accounts + static_cast<int>(i);
        plot.csm = static_cast<int>(i) % stories.csms;
        plot.arr = plot.arr / 1200 * 1200; // twelve equal months
        giveContract(plot, content, months, random);
        shape(plot, storyOf(stories, plot.story), months, random);
        if (plot.isMarked(u"handover"))
            plot.formerCsm = (plot.csm + 1) % stories.csms;
    }
    return plots;
}

/// Parents are accounts of the book; story 19 tells of two children of the first one.
void giveParents(std::vector<Plot>& plots, const SampleContent& content)
{
    const auto& parents = content.names.parents;
    std::vector<Plot*> heads;
    for (Plot& plot : plots)
        if (heads.size() < parents.size() && (plot.story == 1 || plot.story == 14 || plot.story == 11) &&
            plot.hasPeople())
            heads.push_back(&plot);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        heads[i]->isParent = true;
        heads[i]->name = parents[i].first;
        int children = 0;
        const auto adopt = [&](bool isStory) {
            for (Plot& plot : plots) {
                const bool fits =
                    isStory ? plot.story == 19 : plot.story != 19 && plot.story != 20 && plot.index % 2 == 0;
                if (children < parents[i].second && plot.parentIndex < 0 && !plot.isParent && fits) {
                    plot.parentIndex = heads[i]->index;
                    ++children;
                }
            }
        };
        if (i == 0)
            adopt(true);
        adopt(false);
    }
}

} // namespace

std::vector<int> shared(int total, const std::vector<double>& weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<int> parts(weights.size(), 0);
    if (sum <= 0 || total <= 0)
        return parts;
    std::vector<std::pair<double, std::size_t>> rests;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = total * weights[i] / sum;
        parts[i] = static_cast<int>(exact);
        given += parts[i];
        rests.emplace_back(parts[i] - exact, i);
    }
    std::sort(rests.begin(), rests.end());
    for (std::size_t i = 0; given < total; i = (i + 1) % rests.size(), ++given)
        ++parts[rests[i].second];
    return parts;
}

std::vector<Plot> castOf(const SampleContent& content, const Months& months, int accounts, quint64 seed)
{
    std::vector<Plot> cast;
    cast.reserve(static_cast<std::size_t>(accounts));
    Names names(content.names, seed);
    for (int block = 0; static_cast<int>(cast.size()) < accounts; ++block) {
        std::vector<Plot> plots = blockOf(content, months, block, seed);
        giveParents(plots, content);
        giveQuotas(plots, content.stories);
        if (static_cast<int>(plots.size()) > accounts - static_cast<int>(cast.size()))
            plots.resize(static_cast<std::size_t>(accounts) - cast.size());
        for (Plot& plot : plots) {
            if (plot.parentIndex >= accounts)
                plot.parentIndex = -1;
            names.give(plot);
            cast.push_back(std::move(plot));
        }
    }
    return cast;
}

} // namespace steward::sample
