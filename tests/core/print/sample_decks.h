// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/print/slides.h"
#include "core/query/book_content.h"
#include "core/query/review_content.h"
#include "tests/core/sample/sample_fixture.h"

#include <QTimeZone>

namespace steward::tests {

/// Reviews of a book in memory, ready to be shown.
struct Reviews
{
    explicit Reviews(Portfolio portfolio)
        : facts(std::move(portfolio))
        , content(query::reviewContentOf(facts.book()).value())
        , grouping(query::groupingOf(facts, query::contentOf(facts.book()).value(), sampleDay))
        , packs(facts, grouping, content)
        , wording(content, QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
    }
    [[nodiscard]] qbr::Pack pack(AccountId id, Quarter quarter) const
    {
        return packs.of({id, quarter, sampleDay, QStringLiteral("Linnhaven")});
    }
    [[nodiscard]] deck::Deck slides(const qbr::Pack& pack, print::Copy copy = print::Copy::Customer) const
    {
        return print::slidesOf(pack, wording, copy, {1'790'000'000'000}, QTimeZone::utc());
    }

    Portfolio facts;
    content::Qbr content;
    Grouping grouping;
    qbr::Packs packs;
    print::Wording wording;
};

inline const Reviews& sampleReviews()
{
    static const Reviews reviews([] {
        const SampleFile file;
        return must(file.file.book->load({}));
    }());
    return reviews;
}

} // namespace steward::tests
