// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/pack.h"

#include "core/portfolio/archived.h"
#include "core/portfolio/contact_life.h"
#include "core/portfolio/metrics.h"
#include "core/qbr/subject.h"
#include "core/qbr/titles.h"

#include <algorithm>
#include <numeric>

namespace steward::qbr {

namespace {

constexpr int theHour = 60;

/// Joined in the quarter and still there: to be welcomed.
std::vector<std::pair<QString, QString>> newPeople(const Subject& subject)
{
    constexpr std::size_t most = 3;
    std::vector<std::pair<QString, QString>> people;
    for (const Contact& each : subject.facts.of<Contact>())
        if (subject.period.contains(each.joinedOn) && isPresent(each, subject.asOf) && people.size() < most)
            people.emplace_back(each.name, each.title);
    return people;
}

/// Shares the hour out over the slides that are shown, by their minutes; every one gets at least one.
void shareMinutes(std::vector<Slide>& slides)
{
    int total = 0;
    for (Slide& each : slides) {
        each.minutes = each.isHidden ? 0 : each.minutes;
        total += each.minutes;
    }
    if (total == 0)
        return;
    struct Rest
    {
        int rest;
        Slide* slide;
    };
    std::vector<Rest> rests;
    int given = 0;
    for (Slide& each : slides) {
        if (each.minutes == 0)
            continue;
        const int share = each.minutes * theHour;
        each.minutes = std::max(1, share / total);
        given += each.minutes;
        rests.push_back({share % total, &each});
    }
    std::ranges::stable_sort(rests, std::greater(), &Rest::rest);
    for (std::size_t i = 0; given < theHour; ++given, ++i)
        ++rests[i % rests.size()].slide->minutes;
}

/// What the CSM made of the slides: order, hidden ones, titles and texts of their own, slides of their own.
void applyReview(const Qbr& review, std::vector<Slide>& slides)
{
    const SlideChoice choice = slideChoice(review);
    for (const QString& each : choice.added) {
        Slide slide;
        slide.id = each;
        slide.minutes = 3;
        slide.isOwn = true;
        slides.push_back(std::move(slide));
    }
    for (Slide& each : slides) {
        if (const auto own = choice.own.find(each.id); own != choice.own.end()) {
            each.ownTitle = own->second.title;
            each.ownText = own->second.text;
        }
        if (const auto kind = choice.charts.find(each.id); kind != choice.charts.end())
            each.chart = kind->second;
        each.isHidden = choice.hidden.contains(each.id) && each.id != u"cover";
    }
    const auto place = [&](const Slide& slide) {
        const qsizetype at = choice.order.indexOf(slide.id);
        return at < 0 ? choice.order.size() : at;
    };
    if (!choice.order.isEmpty())
        std::ranges::stable_sort(slides, {}, place);
}

/// An appendix without a figure to define is no slide.
void dropEmptyAppendix(const content::Qbr& content, std::vector<Slide>& slides)
{
    const auto isDefined = [&](const Number& each) {
        return content.sentence(QString(QStringLiteral("figure.") + each.id)) &&
               content.sentence(QString(QStringLiteral("how.") + each.id));
    };
    const bool hasFigures = std::ranges::any_of(
        slides, [&](const Slide& each) { return !each.isHidden && std::ranges::any_of(each.numbers, isDefined); });
    if (!hasFigures)
        std::erase_if(slides, [](const Slide& each) { return each.id == u"appendix"; });
}

void addSlides(const Subject& subject, Pack& pack)
{
    for (const content::QbrSlide& each : subject.content.slides) {
        const auto title = titleOf(each.id, pack);
        if (!title)
            continue;
        Slide slide;
        slide.id = each.id;
        slide.part = each.part;
        slide.minutes = each.minutes;
        slide.title = *title;
        slide.numbers = numbersOf(each.id, pack, subject.content);
        pack.slides.push_back(std::move(slide));
    }
    if (subject.review)
        applyReview(*subject.review, pack.slides);
    dropEmptyAppendix(subject.content, pack.slides);
    shareMinutes(pack.slides);
}

} // namespace

const Slide* Pack::slide(QStringView id) const
{
    const auto found = std::ranges::find_if(slides, [&](const Slide& each) { return each.id == id; });
    return found == slides.end() ? nullptr : &*found;
}

std::vector<FeatureLine> Pack::shownFeatures() const
{
    constexpr std::size_t most = 8;
    std::vector<FeatureLine> shown;
    for (const FeatureLine& each : features)
        if (shown.size() < most && (each.now > 0 || (each.before > 0 && !isRunning())))
            shown.push_back(each);
    return shown;
}

Packs::Packs(const Portfolio& portfolio, const Grouping& grouping, const content::Qbr& content)
    : m_portfolio(portfolio)
    , m_grouping(grouping)
    , m_content(content)
    , m_horizons(portfolio)
    , m_primary(primaryMetric(portfolio))
{
}

Pack Packs::of(const Request& request) const
{
    const AccountFacts& facts = *m_portfolio.find(request.account);
    if (!hasArchived(facts, request.asOf))
        return packOf(request, m_portfolio, facts);
    const AccountFacts left = withoutArchived(facts, request.asOf);
    const Portfolio alone(m_portfolio.book(), {left}, {}, m_portfolio.generation());
    return packOf(request, alone, alone.at(0));
}

Pack Packs::packOf(const Request& request, const Portfolio& portfolio, const AccountFacts& facts) const
{
    Subject subject{portfolio, facts, portfolio.book(), m_grouping, m_content, m_horizons, m_primary};
    prepare(subject, request);
    Pack pack;
    pack.account = request.account;
    pack.accountName = subject.facts.account.name.simplified();
    pack.vendor = subject.vendor;
    pack.product = subject.product;
    pack.quarter = subject.quarter;
    pack.period = subject.period;
    pack.asOf = subject.asOf;
    if (subject.review)
        pack.meeting = subject.review->meetingStart;
    pack.newPeople = newPeople(subject);
    pack.goals = goalsOf(subject);
    pack.change = changeOf(subject, pack.goals);
    pack.use = useOf(subject);
    pack.features = featuresOf(subject, pack.goals);
    pack.service = serviceOf(subject);
    pack.value = valueOf(subject);
    pack.story = storyOf(subject, pack.value, pack.goals);
    pack.plan = planOf(subject, pack.use);
    pack.feedback = feedbackOf(subject);
    pack.actions = actionsOf(subject);
    pack.summary = summaryOf(pack);
    addSlides(subject, pack);
    pack.readiness = readinessOf(subject, pack);
    return pack;
}

} // namespace steward::qbr
