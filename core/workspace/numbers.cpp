// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/numbers.h"

#include "core/portfolio/horizons.h"
#include "core/query/book_content.h"
#include "core/query/scores.h"

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

} // namespace

Result<Numbers> numbersOf(const Portfolio& everything, const DayAsked& asked)
{
    auto content = query::contentOf(everything.book());
    if (!content)
        return tl::unexpected(content.error());
    auto numbers = std::make_shared<BookNumbers>();
    numbers->asked = asked;
    numbers->everything = everything;
    numbers->facts = asked.past ? asOf(everything, asked.day, *asked.past) : everything;
    numbers->currency = bookCurrency(numbers->facts).currency;
    numbers->lines =
        query::accountLines(numbers->facts, asked.day, query::groupingOf(numbers->facts, *content, asked.day));
    const auto scorer = query::scorerOf(everything, *content, asked.day, asked.past.value_or(LookBack::AsItHappened));
    if (!scorer)
        return tl::unexpected(scorer.error());
    query::addScores(numbers->lines, scorer->scoreAll(asked.day, health::Detail::Numbers));
    numbers->content = std::move(*content);
    numbers->fields = query::accountFields(numbers->facts);
    numbers->ages = agesOf(everything, asked.day);
    return numbers;
}

} // namespace steward
