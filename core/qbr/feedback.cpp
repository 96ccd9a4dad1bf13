// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/answers.h"
#include "core/qbr/subject.h"

#include <algorithm>

namespace steward::qbr {

namespace {

using State = RequestLine::State;

constexpr std::size_t mostQuotes = 3;
constexpr qint64 fewAnswers = 5;

const steward::Request* requestOf(const Subject& subject, RequestId id)
{
    for (const steward::Request& each : subject.book.requests)
        if (each.id == id.value())
            return &each;
    return nullptr;
}

State stateOf(const steward::Feedback& item, const steward::Request* request)
{
    const QString& decision = request ? request->decision : item.decision;
    if (item.state == u"declined" || decision == u"declined")
        return State::Declined;
    if (item.state == u"done" || decision == u"done")
        return State::Done;
    return item.toldOn.isValid() || item.state == u"told" || item.state == u"answered" ? State::Answered : State::Open;
}

/// What they asked for: a request that product knows, or words with a route to somebody. Praise asks for nothing.
void addRequests(const Subject& subject, Feedback& feedback)
{
    constexpr qsizetype most = 70;
    for (const steward::Feedback& each : subject.facts.of<steward::Feedback>()) {
        const steward::Request* request = requestOf(subject, each.request);
        const bool asks = request || (!each.route.isEmpty() && each.sentiment != u"good" && !each.words.isEmpty());
        if (!asks || !subject.year.contains(each.day))
            continue;
        RequestLine line;
        line.text = shortened(request ? request->title : each.words, most);
        line.state = stateOf(each, request);
        line.day = line.state == State::Open ? each.day : each.toldOn;
        const bool isOfNow =
            line.state == State::Open || subject.period.contains(each.day) || subject.period.contains(each.toldOn);
        const bool isKnown =
            std::ranges::any_of(feedback.requests, [&](const RequestLine& known) { return known.text == line.text; });
        if (isOfNow && !isKnown && !line.text.isEmpty())
            feedback.requests.push_back(std::move(line));
    }
    // What was declined first: that is where an honest hour starts.
    const auto rank = [](const RequestLine& line) {
        return line.state == State::Declined ? 0 : line.state == State::Open ? 1 : 2;
    };
    std::ranges::stable_sort(feedback.requests, {}, rank);
}

void addAnswers(const Subject& subject, Feedback& feedback)
{
    feedback::Query query;
    query.period = subject.period;
    query.account = subject.facts.id();
    for (const auto& row : feedback::nps(subject.portfolio, subject.grouping, query)) {
        feedback.answers += row.responses;
        feedback.promoters += row.count.promoters;
        feedback.passives += row.count.passives;
        feedback.detractors += row.count.detractors;
        if (row.nps && row.interval && row.responses >= fewAnswers) {
            feedback.nps = rounded(*row.nps);
            feedback.low = rounded(row.interval->low);
            feedback.high = rounded(row.interval->high);
        }
    }
    std::vector<Quote> quotes;
    for (const Survey& each : subject.facts.of<Survey>())
        if (subject.period.contains(each.day) && !each.comment.trimmed().isEmpty())
            quotes.push_back({each.comment.simplified(), subject.position(each.contact), each.day});
    std::ranges::reverse(quotes);
    if (quotes.size() > mostQuotes)
        quotes.resize(mostQuotes);
    feedback.quotes = std::move(quotes);
}

} // namespace

qint64 Feedback::count(RequestLine::State state) const
{
    return std::ranges::count(requests, state, &RequestLine::state);
}

Feedback feedbackOf(const Subject& subject)
{
    Feedback feedback;
    feedback.dataTo = subject.horizons.on(Entity::Survey, subject.period.to);
    addRequests(subject, feedback);
    addAnswers(subject, feedback);
    const QDate first = subject.horizons.from(Entity::Survey);
    feedback.isAsked =
        feedback.dataTo.isValid() && feedback.dataTo >= subject.period.from && !(first > subject.period.to);
    feedback.isKnown = !feedback.requests.empty() || feedback.answers > 0 || !feedback.quotes.empty();
    return feedback;
}

} // namespace steward::qbr
