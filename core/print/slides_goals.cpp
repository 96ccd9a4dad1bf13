// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/measure.h"
#include "core/print/slide_frame.h"

#include <algorithm>

namespace steward::print {

namespace {

using deck::Box;
using deck::Ink;
using deck::Mark;
using State = qbr::GoalLine::State;

constexpr double roomy = 76; ///< a row of that height has room for a name of two lines
constexpr double barLeft = 420;
constexpr double barWidth = 236;

Ink inkOf(State state)
{
    switch (state) {
    case State::Met:
    case State::Reached:
        return Ink::Good;
    case State::Behind:
    case State::Decision:
        return Ink::Caution;
    default:
        return Ink::Accent;
    }
}

QString stateText(const qbr::GoalLine& goal, const qbr::Pack& pack, const Wording& wording)
{
    const bool isMet = goal.state == State::Met;
    const QDate day = isMet ? goal.metOn : goal.due;
    const auto say = [&](const char* withDay, const char* plain) {
        return day.isValid() ? wording.say(withDay, {{QStringLiteral("date"), day}}) : wording.say(plain);
    };
    switch (goal.state) {
    case State::Met:
        return say(goal.isSince ? "goals.reached_since" : "goals.reached_on", "goals.reached");
    case State::OnCourse:
        return say("goals.on_course_due", "goals.state_on_course");
    case State::Reached:
        return wording.say("goals.at_target");
    case State::Decision:
        return say("goals.decision_due", "goals.state_decision");
    case State::Behind:
        return say(day < pack.asOf ? "goals.behind_due" : "goals.behind_for", "goals.state_behind");
    default:
        return say("goals.agreed_due", "goals.state_agreed");
    }
}

void progress(Frame& frame, const qbr::GoalLine& goal, const Wording& wording, double y)
{
    if (!goal.baseline || !goal.target || !goal.now || *goal.target == *goal.baseline)
        return;
    const double share = std::clamp((*goal.now - *goal.baseline) / (*goal.target - *goal.baseline), 0.0, 1.0);
    frame.mark(Mark::Form::Bar, {barLeft, y + 5, barWidth, 12}, Ink::Rule);
    if (share > 0)
        frame.mark(Mark::Form::Bar, {barLeft, y + 5, barWidth * share, 12}, inkOf(goal.state));
    const Look small{12, Ink::Muted};
    frame.text({barLeft, y + 22, barWidth / 2, 16}, wording.number(*goal.baseline), small);
    frame.text({barLeft + barWidth / 2, y + 22, barWidth / 2, 16},
               wording.say("goals.target", {{QStringLiteral("target"), *goal.target}}),
               {12, Ink::Muted, false, deck::Align::Right});
}

void row(Frame& frame, const qbr::GoalLine& goal, const qbr::Pack& pack, const Wording& wording, const Box& box)
{
    const double y = box.y;
    frame.mark(Mark::Form::Disc, {56, y + 6, 11, 11}, inkOf(goal.state));
    // A long name takes the room of their words.
    const double end = y + (box.h < roomy ? 55 : 62);
    const double under = frame.flow({78, y, 324, box.h < roomy ? 23.0 : 46.0}, goal.name, {18, Ink::Text, true});
    if (!goal.words.isEmpty() && goal.words != goal.name)
        frame.text({78, under, 324, end - under}, QString(u'“' + goal.words + u'”'), {13, Ink::Muted});
    progress(frame, goal, wording, y);
    const QString now = goal.now ? wording.amount(*goal.now, goal.unit) : wording.say("goals.no_figure");
    constexpr double width = 220;
    double size = goal.now ? 20 : 15;
    while (size > 12 && textWidth(now, size, goal.now.has_value()) > width * 0.95)
        size -= 1;
    frame.text({684, y, width, 25}, now, {size, goal.now ? Ink::Text : Ink::Muted, goal.now.has_value()});
    frame.text({684, y + 25, 220, 32}, stateText(goal, pack, wording), {13, inkOf(goal.state), true});
}

Slides starters(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    Frame frame(pack, wording, slide, {});
    double y = 168;
    for (const char* each : {"goals.starter1", "goals.starter2", "goals.starter3"}) {
        y = frame.flow({56, y, 848, 60}, wording.say(each), {20}) + 48;
        frame.rule(56, y, 848);
        y += 22;
    }
    return {frame.take()};
}

constexpr double cardHead = 38;
constexpr double cardLine = 25;

void card(Frame& frame, const Box& box, const QString& head, const QStringList& names, const Wording& wording)
{
    const int most = static_cast<int>((box.h - cardHead) / cardLine);
    frame.mark(Mark::Form::Card, box, Ink::Tint);
    frame.text({box.x + 16, box.y + 12, box.w - 32, 18}, head, {14, Ink::Muted});
    double y = box.y + cardHead;
    if (names.isEmpty())
        frame.text({box.x + 16, y, box.w - 32, 22}, wording.say("change.nothing"), {16, Ink::Muted});
    const bool isCut = names.size() > most;
    for (int i = 0; i < std::min<int>(static_cast<int>(names.size()), isCut ? most - 1 : most); ++i, y += cardLine)
        frame.text({box.x + 16, y, box.w - 32, 22}, names[i], {17, Ink::Text, true});
    if (isCut)
        frame.text({box.x + 16, y, box.w - 32, 22},
                   wording.say("feedback.more", {{QStringLiteral("n"), names.size() - most + 1}}), {15, Ink::Muted});
}

QString eventsText(const qbr::Pack& pack, const Wording& wording)
{
    if (pack.change.events.empty())
        return wording.say("change.no_events", {{QStringLiteral("account"), pack.accountName}});
    QStringList parts;
    for (const auto& [kind, day] : pack.change.events) {
        const QByteArray id = "event." + kind.toUtf8();
        parts.append(QString(wording.say(id.constData()) + QStringLiteral(" (") + wording.month(day) + u')'));
    }
    parts.removeDuplicates();
    return wording.say("change.events", {{QStringLiteral("account"), pack.accountName},
                                         {QStringLiteral("text"), parts.join(QStringLiteral(", "))}});
}

} // namespace

Slides goalSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const auto& lines = pack.goals.lines;
    if (lines.empty())
        return starters(pack, wording, slide);
    const QString source = pack.goals.reviewed.isValid()
                               ? wording.say("goals.source", {{QStringLiteral("date"), pack.goals.reviewed}})
                               : wording.say("goals.source_plain");
    Slides slides;
    const int pages = pagesOf(lines.size(), addsText(slide) ? 4 : 5);
    const std::size_t share = (lines.size() + static_cast<std::size_t>(pages) - 1) / static_cast<std::size_t>(pages);
    for (int page = 0; page < pages; ++page) {
        Frame frame(pack, wording, slide, source, page + 1, pages);
        const double most = pages > 1 ? 108 : 80; // pages are filled
        const double rowHeight = std::min(most, (frame.bottom() - 154) / static_cast<double>(share));
        const std::size_t from = static_cast<std::size_t>(page) * share;
        for (std::size_t i = from; i < std::min(lines.size(), from + share); ++i) {
            const double y = 154 + static_cast<double>(i - from) * rowHeight;
            row(frame, lines[i], pack, wording, {56, y, 848, rowHeight});
            if (i + 1 < std::min(lines.size(), from + share))
                frame.rule(56, y + rowHeight - (rowHeight < roomy ? 7 : 12), 848);
        }
        slides.push_back(frame.take());
    }
    return slides;
}

Slides changeSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const qbr::Change& change = pack.change;
    Frame frame(pack, wording, slide, wording.say("goals.source_plain"));
    double y = 154;
    if (!pack.goals.lines.empty() || !change.ended.isEmpty()) {
        const bool hasEnded = !change.ended.isEmpty();
        const double width = hasEnded ? 272 : 416;
        const double height = frame.hasAdded() ? 117 : 142;
        card(frame, {56, y, width, height}, wording.say("change.keep"), change.kept, wording);
        if (hasEnded)
            card(frame, {344, y, width, height}, wording.say("change.end"), change.ended, wording);
        card(frame, {hasEnded ? 632.0 : 488.0, y, width, height}, wording.say("change.add"), change.added, wording);
        y += height + 22;
    }
    y = frame.flow({56, y, 848, 50}, eventsText(pack, wording), {18}) + 22;
    constexpr std::size_t most = 2;
    if (change.decisions.empty()) {
        const bool hasList = !pack.goals.lines.empty() || !change.ended.isEmpty();
        frame.flow({56, y, 848, 50}, wording.say(hasList ? "change.question" : "change.question_none"), {18});
        return {frame.take()};
    }
    y = frame.flow({56, y, 848, 20}, wording.say("change.decisions"), {14, Ink::Accent, true}) + 6;
    for (std::size_t i = 0; i < std::min(most, change.decisions.size()); ++i) {
        const qbr::GoalLine& goal = change.decisions[i];
        qbr::NamedArguments arguments{{QStringLiteral("goal"), goal.name}, {QStringLiteral("date"), goal.due}};
        const bool isAhead = goal.due.isValid() && goal.due >= pack.asOf;
        y = frame.flow({56, y, 848, 50}, wording.say(isAhead ? "change.decide_date" : "change.decide", arguments),
                       {18}) +
            4;
    }
    return {frame.take()};
}

} // namespace steward::print
