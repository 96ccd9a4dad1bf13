// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/internal_page.h"

#include "core/portfolio/contact_life.h"
#include "core/portfolio/standing.h"
#include "core/print/slide_frame.h"
#include "core/query/score_sheet.h"
#include "core/revenue/renewals.h"
#include "core/words/content_words.h"

#include <algorithm>

namespace steward::print {

namespace {

constexpr double labelSize = 14;
constexpr double textSize = 16;
constexpr int renewalAhead = 180;

/// What the page is made from.
struct Ours
{
    const qbr::Pack& pack;
    const Internal& internal;
    const Wording& wording;
    words::ContentWords words;

    [[nodiscard]] QString score() const;
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] std::optional<revenue::Renewal> renewal() const;
    [[nodiscard]] QString renewalText() const;
    [[nodiscard]] QStringList people(std::initializer_list<QStringView> views) const;
    [[nodiscard]] QStringList promises() const;
    [[nodiscard]] QString question() const;
};

QString Ours::score() const
{
    if (!internal.score.shown)
        return wording.say("ours.unknown");
    const query::ShownScore shown = query::shownScore(*internal.score.shown, internal.content.scorecards.bands);
    const double value = shown.digits == 0 ? double(shown.value) : double(shown.value) / 10;
    return wording.say("ours.of",
                       {{QStringLiteral("now"), value},
                        {QStringLiteral("text"), wording.locale().toLower(words.word(u"band", internal.score.band))}});
}

/// What cost most points, as the score explains itself.
QStringList Ours::reasons() const
{
    constexpr std::size_t most = 3;
    auto lines = query::scoreSheet(internal.score, internal.content.scorecards.groups);
    std::erase_if(lines, [](const query::ScoreLine& each) {
        const bool isReason = each.kind == query::ScoreLine::Kind::Measure || each.kind == query::ScoreLine::Kind::Cap;
        return !isReason || each.lost <= 0 || each.why.key.isEmpty();
    });
    std::ranges::stable_sort(lines, std::ranges::greater(), &query::ScoreLine::lost);
    QStringList texts;
    for (std::size_t i = 0; i < std::min(most, lines.size()); ++i)
        texts.append(words.sentence(lines[i].why.key, lines[i].why.arguments));
    return texts;
}

std::optional<revenue::Renewal> Ours::renewal() const
{
    for (const revenue::Renewal& each : revenue::renewalsOf(internal.facts, internal.book, pack.asOf))
        if (each.cycle.isValid())
            return each;
    return std::nullopt;
}

QString Ours::renewalText() const
{
    const auto next = renewal();
    if (!next)
        return wording.say("ours.no_renewal");
    const QString call = next->csmCall.isEmpty() ? wording.say("ours.no_call")
                                                 : wording.locale().toLower(words.word(u"renewal_call", next->csmCall));
    return wording.say("ours.renewal_on", {{QStringLiteral("date"), next->cycle}, {QStringLiteral("text"), call}});
}

QStringList Ours::people(std::initializer_list<QStringView> views) const
{
    QStringList names;
    for (const Contact& each : internal.facts.of<Contact>())
        if (isPresent(each, pack.asOf) && std::ranges::find(views, QStringView(each.viewOfUs)) != views.end())
            names.append(each.title.isEmpty() ? each.name : QString(each.name + QStringLiteral(", ") + each.title));
    return names;
}

/// The earliest first.
QStringList Ours::promises() const
{
    std::vector<const Task*> open;
    for (const Task& each : internal.facts.of<Task>())
        if (each.category == u"promise" && isOpen(each))
            open.push_back(&each);
    std::ranges::stable_sort(
        open, [](const Task* a, const Task* b) { return a->due.isValid() && (!b->due.isValid() || a->due < b->due); });
    QStringList texts;
    for (const Task* each : open)
        texts.append(each->due.isValid() ? wording.say("ours.promise", {{QStringLiteral("text"), each->title},
                                                                        {QStringLiteral("date"), each->due}})
                                         : each->title);
    return texts;
}

/// The sorest point first.
QString Ours::question() const
{
    const auto late = std::ranges::find_if(
        pack.actions, [&](const qbr::ActionLine& each) { return each.isOurs && each.isLate(pack.asOf); });
    if (late != pack.actions.end())
        return wording.say("ours.ask_late", {{QStringLiteral("action"), late->what}});
    if (pack.service.urgentOpen > 0)
        return wording.say("ours.ask_urgent");
    const auto& plan = pack.plan;
    constexpr qint64 nine = 9;
    constexpr qint64 ten = 10;
    if (plan.seats && plan.used && *plan.used * ten < *plan.seats * nine)
        return wording.say("ours.ask_seats",
                           {{QStringLiteral("seats"), *plan.seats}, {QStringLiteral("used"), *plan.used}});
    if (pack.use.trend() == qbr::UseTrend::Less)
        return wording.say("ours.ask_use");
    if (pack.value.confirmed.empty())
        return wording.say("ours.ask_value");
    if (const auto next = renewal(); next && next->daysLeft && *next->daysLeft <= renewalAhead)
        return wording.say("ours.ask_renewal");
    return wording.say("ours.ask_next");
}

/// Where the question begins.
constexpr double end = 410;

/// Three lines under a label, each at most as high as the box; returns where they end. What has no room is counted.
double block(Frame& frame, const Ours& ours, const deck::Box& box, const char* label, QStringList lines)
{
    constexpr qsizetype most = 3;
    constexpr double countHeight = 19;
    constexpr double bullet = 13;
    frame.text({box.x, box.y, box.w, 20}, ours.wording.say(label), {labelSize, deck::Ink::Muted});
    double y = box.y + 21;
    if (lines.isEmpty())
        lines.append(ours.wording.say("ours.none"));
    qsizetype shown = 0;
    while (shown < std::min(lines.size(), most)) {
        const double room = end - y - (shown + 1 < lines.size() ? countHeight : 0);
        if (room < box.h)
            break;
        if (lines.size() > 1)
            frame.mark(deck::Mark::Form::Disc, {box.x, y + 8, 5, 5}, deck::Ink::Accent);
        const double x = lines.size() > 1 ? bullet : 0;
        y = frame.flow({box.x + x, y, box.w - x, box.h}, lines[shown++].simplified(), {textSize}) + 2;
    }
    if (lines.size() > shown)
        y = frame.flow({box.x, y, box.w, countHeight},
                       ours.wording.say("ours.more", {{QStringLiteral("n"), lines.size() - shown}}),
                       {labelSize, deck::Ink::Muted});
    return y + 10;
}

} // namespace

deck::Deck internalPage(const qbr::Pack& pack, const Internal& internal, const Wording& wording, Instant created)
{
    const Ours ours{pack, internal, wording, words::ContentWords(internal.content, wording.locale())};
    qbr::Slide slide;
    slide.id = QStringLiteral("ours");
    slide.title = {QStringLiteral("ours.title"), {{QStringLiteral("account"), pack.accountName}}};
    Frame frame(pack, wording, slide, wording.say("ours.source"));
    constexpr double left = 56;
    constexpr double right = 496;
    constexpr double width = 408;
    constexpr double top = 136;
    constexpr double oneLine = 20;
    constexpr double twoLines = 39;
    frame.text({left, top, width, 20}, wording.say("ours.score"), {labelSize, deck::Ink::Muted});
    frame.text({left, top + 20, width, 34}, ours.score(), {26, deck::Ink::Text, true});
    double y = block(frame, ours, {left, top + 56, width, twoLines}, "ours.reasons", ours.reasons());
    block(frame, ours, {left, y, width, oneLine}, "ours.promises", ours.promises());
    y = block(frame, ours, {right, top, width, oneLine}, "ours.renewal", {ours.renewalText()});
    y = block(frame, ours, {right, y, width, oneLine}, "ours.for", ours.people({u"supporter", u"friendly"}));
    block(frame, ours, {right, y, width, oneLine}, "ours.against", ours.people({u"sceptical", u"opponent"}));
    frame.mark(deck::Mark::Form::Card, {left, end + 4, 848, 70}, deck::Ink::Tint);
    frame.text({left + 16, end + 9, 816, 18}, wording.say("ours.question"), {labelSize, deck::Ink::Muted});
    frame.text({left + 16, end + 28, 816, 44}, ours.question(), {18, deck::Ink::Text, true});
    deck::Deck page;
    page.language = wording.languageTag();
    page.created = created;
    page.author = pack.vendor;
    page.title = wording.say(slide.title);
    page.slides.push_back(frame.take());
    return page;
}

} // namespace steward::print
