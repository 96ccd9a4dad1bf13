// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ratings.h"

#include <algorithm>
#include <array>

namespace steward::exchange {

namespace {

struct Rating
{
    QStringView word;
    double value = 0;
};
constexpr std::array ratings = {
    Rating{u"good", 5},
    Rating{u"goodwithcomment", 5},
    Rating{u"bad", 1},
    Rating{u"badwithcomment", 1},
    Rating{u"offered", 0},
    Rating{u"unoffered", 0},
    Rating{u"notoffered", 0},
    Rating{u"verysatisfied", 5},
    Rating{u"satisfied", 4},
    Rating{u"neutral", 3},
    Rating{u"dissatisfied", 2},
    Rating{u"unsatisfied", 2},
    Rating{u"verydissatisfied", 1},
    Rating{u"veryunsatisfied", 1},
};

} // namespace

bool isRating(std::optional<Entity> entity, QStringView field)
{
    return (entity == Entity::Ticket && field == u"csat") || (entity == Entity::Survey && field == u"score");
}

std::optional<double> ratingOf(QStringView bare)
{
    const auto found = std::ranges::find(ratings, bare, &Rating::word);
    return found == ratings.end() ? std::nullopt : std::optional(found->value);
}

} // namespace steward::exchange
