// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/measure.h"
#include "core/print/slide_frame.h"

#include <algorithm>

namespace steward::print {

namespace {

using deck::Align;
using deck::Ink;
using State = qbr::RequestLine::State;

std::pair<const char*, Ink> stateOf(State state)
{
    switch (state) {
    case State::Done:
        return {"feedback.done", Ink::Good};
    case State::Answered:
        return {"feedback.answered", Ink::Good};
    case State::Declined:
        return {"feedback.declined", Ink::Muted};
    case State::Open:
        break;
    }
    return {"feedback.open", Ink::Accent};
}

deck::Table requestTable(const qbr::Feedback& feedback, const Wording& wording, double width, std::size_t most)
{
    std::vector<deck::Row> rows{
        {{{wording.say("actions.what"), Ink::Muted}, {QString()}, {wording.say("actions.when"), Ink::Muted}},
         26,
         true}};
    const std::size_t shown = feedback.requests.size() > most ? most - 1 : feedback.requests.size();
    for (std::size_t i = 0; i < shown; ++i) {
        const qbr::RequestLine& each = feedback.requests[i];
        const auto [id, ink] = stateOf(each.state);
        rows.push_back({{{each.text},
                         {wording.say(id), ink, true},
                         {each.day.isValid() ? wording.shortDate(each.day) : QString(), Ink::Muted}},
                        32});
    }
    if (shown < feedback.requests.size())
        rows.push_back({{{wording.say("feedback.more",
                                      {{QStringLiteral("n"), static_cast<qint64>(feedback.requests.size() - shown)}}),
                          Ink::Muted},
                         {},
                         {}},
                        28});
    return tableOf(wording, wording.say("actions.what"), 56, 150,
                   {{width - 210, Align::Left}, {100, Align::Left}, {110, Align::Right}}, std::move(rows), 15);
}

void npsColumn(Frame& frame, const qbr::Feedback& feedback, const Wording& wording, const qbr::Slide& slide)
{
    constexpr double x = 716;
    constexpr double width = 188;
    frame.text({x, 156, width, 18}, wording.say("feedback.nps_label"), {14, Ink::Muted});
    const QString figure = figureText(slide, "feedback.nps", wording);
    frame.text({x, 178, width, 44}, QString(QStringLiteral("NPS ") + figure), {34, Ink::Text, true});
    frame.text({x, 226, width, 34},
               wording.say("feedback.nps_range", {{QStringLiteral("n"), feedback.answers},
                                                  {QStringLiteral("low"), feedback.low},
                                                  {QStringLiteral("high"), feedback.high}}),
               {13, Ink::Muted});
    double y = 272;
    const std::pair<const char*, qint64> parts[] = {{"feedback.promoters", feedback.promoters},
                                                    {"feedback.passives", feedback.passives},
                                                    {"feedback.detractors_line", feedback.detractors}};
    for (const auto& [id, count] : parts) {
        frame.text({x, y, width, 20}, wording.say(id, {{QStringLiteral("n"), count}}), {15});
        y += 22;
    }
}

QString signedBy(const qbr::Quote& quote, const Wording& wording)
{
    const QString day = wording.date(quote.day);
    return quote.by.isEmpty() ? day : QString(quote.by + QStringLiteral(", ") + day);
}

double quotes(Frame& frame, const qbr::Feedback& feedback, const Wording& wording, double y, double width, double size,
              std::size_t most)
{
    for (std::size_t i = 0; i < std::min(most, feedback.quotes.size()); ++i) {
        const qbr::Quote& each = feedback.quotes[i];
        // One text: who said it stands right below, however many lines a program makes of the words.
        constexpr double signedSize = 13;
        const QString words = fitted(QString(u'“' + each.words + u'”'), (width - 16) * 0.95, 2, size);
        const double height = textHeight(words, (width - 16) * 0.95, size) + 2 + lineHeight(signedSize);
        if (y + height > frame.bottom())
            break;
        const QString by = fitted(signedBy(each, wording), (width - 16) * 0.95, 1, signedSize);
        frame.add(deck::Text{QStringLiteral("Text"),
                             {72, y, width - 16, height},
                             {{{{words}}, size}, {{{by, Ink::Muted}}, signedSize, Align::Left, 2}}});
        frame.mark(deck::Mark::Form::Bar, {56, y, 3, height}, Ink::Before);
        y += height + 14;
    }
    return y;
}

Slides unknown(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    Frame frame(pack, wording, slide, {});
    double y = 168;
    for (const char* each : {"feedback.ask1", "feedback.ask2", "feedback.ask3"}) {
        y = frame.flow({56, y, 848, 60}, wording.say(each), {20}) + 48;
        frame.rule(56, y, 848);
        y += 22;
    }
    return {frame.take()};
}

} // namespace

Slides feedbackSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const qbr::Feedback& feedback = pack.feedback;
    if (!feedback.isKnown)
        return unknown(pack, wording, slide);
    const QString source = feedback.dataTo.isValid()
                               ? wording.say("feedback.source", {{QStringLiteral("date"), feedback.dataTo}})
                               : wording.say("feedback.source_plain");
    Frame frame(pack, wording, slide, source);
    const double width = feedback.nps ? 624 : 848;
    double y = 156;
    if (!feedback.requests.empty()) {
        const std::size_t most = !feedback.quotes.empty() ? 6 : frame.hasAdded() ? 8 : 9;
        deck::Table table = requestTable(feedback, wording, width, most);
        y = 150 + table.box().h + 20;
        frame.add(std::move(table));
    }
    const bool isLarge = feedback.requests.empty();
    quotes(frame, feedback, wording, y, width, isLarge ? 20 : 16, isLarge ? 3 : 1);
    if (feedback.nps)
        npsColumn(frame, feedback, wording, slide);
    return {frame.take()};
}

namespace {

deck::Cell dueCell(const qbr::ActionLine& action, QDate asOf, const Wording& wording)
{
    // The day it was due would read as the day it was done.
    if (action.isDone)
        return {wording.say("actions.is_done"), Ink::Good, true};
    if (action.isDropped)
        return {wording.say("actions.is_dropped"), Ink::Muted};
    if (!action.due.isValid())
        return {};
    const QString day = wording.shortDate(action.due);
    return action.isLate(asOf)
               ? deck::Cell{wording.say("actions.overdue", {{QStringLiteral("text"), day}}), Ink::Caution, true}
               : deck::Cell{day, Ink::Text, true};
}

} // namespace

Slides actionSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const std::size_t perPage = addsText(slide) ? 5 : 6;
    constexpr std::size_t emptyRows = 5;
    const bool hasOpen = std::ranges::any_of(pack.actions, &qbr::ActionLine::isOpen);
    Slides slides;
    const int pages = pagesOf(pack.actions.size(), perPage);
    for (int page = 0; page < pages; ++page) {
        Frame frame(pack, wording, slide, wording.say("actions.source"), page + 1, pages);
        std::vector<deck::Row> rows{{{{wording.say("actions.what"), Ink::Muted},
                                      {wording.say("actions.who"), Ink::Muted},
                                      {wording.say("actions.whose"), Ink::Muted},
                                      {wording.say("actions.when"), Ink::Muted}},
                                     28,
                                     true}};
        const std::size_t from = static_cast<std::size_t>(page) * perPage;
        for (std::size_t i = from; i < std::min(pack.actions.size(), from + perPage); ++i) {
            const qbr::ActionLine& each = pack.actions[i];
            rows.push_back({{{each.what},
                             {wording.who(each)},
                             {wording.say(each.isOurs ? "actions.ours" : "actions.yours"), Ink::Muted},
                             dueCell(each, pack.asOf, wording)},
                            45});
        }
        while (page + 1 == pages && !hasOpen && rows.size() <= emptyRows)
            rows.push_back({{{}, {}, {}, {}}, 38});
        deck::Table table = tableOf(wording, frame.title(), 56, 152,
                                    {{420, Align::Left}, {180, Align::Left}, {68, Align::Left}, {180, Align::Right}},
                                    std::move(rows), 16);
        const double y = 152 + table.box().h + 14;
        frame.add(std::move(table));
        if (page + 1 == pages)
            frame.flow({56, y, 848, 24}, wording.say("actions.first"), {15, Ink::Muted});
        slides.push_back(frame.take());
    }
    return slides;
}

} // namespace steward::print
