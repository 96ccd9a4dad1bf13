// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/on_decks.h"

#include "core/book/book.h"
#include "core/deck/pptx.h"
#include "core/print/slides.h"
#include "core/query/book_content.h"
#include "core/query/review_content.h"
#include "tests/bench/measure.h"

#include <QTimeZone>
#include <algorithm>
#include <cstdio>

namespace steward::bench {

namespace {

const QDate today(2026, 11, 19);
constexpr Quarter quarter{2026, 3};

struct Taken
{
    std::vector<double> milliseconds;
    qint64 slides = 0;
    qint64 charts = 0;
    qint64 bytes = 0;
    qint64 peakBytes = 0;
};

qint64 chartsOf(const deck::Deck& slides)
{
    qint64 charts = 0;
    for (const deck::Slide& slide : slides.slides)
        charts += std::ranges::count_if(slide.elements,
                                        [](const auto& each) { return std::holds_alternative<deck::Chart>(each); });
    return charts;
}

/// Accounts whose review has all its slides and charts; those of which little is known make small ones.
std::vector<AccountId> fullAccounts(const Portfolio& facts, const qbr::Packs& packs, const print::Wording& wording)
{
    constexpr std::size_t slides = 12;
    constexpr qint64 charts = 4;
    std::vector<AccountId> ids;
    for (const AccountFacts& each : facts) {
        const qbr::Pack pack = packs.of({each.id(), quarter, today, {}});
        if (pack.slides.size() >= slides &&
            chartsOf(print::slidesOf(pack, wording, print::Copy::Customer, {0}, facts.book().zone)) >= charts)
            ids.push_back(each.id());
    }
    return ids;
}

bool makeDecks(const Portfolio& facts, qint64 decks, Taken& taken)
{
    const auto content = query::contentOf(facts.book());
    const auto sentences = query::reviewContentOf(facts.book());
    if (!content || !sentences)
        return false;
    const Grouping grouping = query::groupingOf(facts, *content, today);
    const qbr::Packs packs(facts, grouping, *sentences);
    const print::Wording wording(*sentences, QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto ids = fullAccounts(facts, packs, wording);
    if (ids.empty())
        return false;
    for (qint64 i = 0; i < decks; ++i) {
        const Measurement one = measure(QStringLiteral("deck"), [&] {
            const qbr::Pack pack =
                packs.of({ids[static_cast<std::size_t>(i) % ids.size()], quarter, today, QStringLiteral("Linnhaven")});
            const deck::Deck slides =
                print::slidesOf(pack, wording, print::Copy::Presenter, {1'790'000'000'000}, facts.book().zone);
            const auto bytes = deck::pptx(slides);
            taken.slides += static_cast<qint64>(slides.slides.size());
            taken.charts += chartsOf(slides);
            taken.bytes += bytes ? bytes->size() : 0;
            return bytes ? qint64(1) : qint64(-1);
        });
        if (one.rows < 0)
            return false;
        taken.milliseconds.push_back(one.seconds * 1000);
        taken.peakBytes = one.peakBytes;
    }
    return true;
}

} // namespace

bool printDecks(const QString& path, qint64 decks)
{
    const Clock clock{[] { return today; }, [] { return Instant{1'790'000'000'000}; }};
    const auto opened = book::Book::open(path, {book::Access::ReadOnly, clock, {}});
    const auto facts = opened ? (*opened)->load({}) : tl::unexpected(opened.error());
    Taken taken;
    if (!facts || decks <= 0 || !makeDecks(*facts, decks, taken))
        return false;
    const double first = taken.milliseconds.front();
    std::ranges::sort(taken.milliseconds);
    std::printf("{\"name\":\"steward\",\"decks\":%lld,\"median_ms\":%.3f,\"first_ms\":%.3f,\"slides\":%.1f,"
                "\"charts\":%.1f,\"bytes\":%lld,\"peak_bytes\":%lld}\n",
                decks, taken.milliseconds[taken.milliseconds.size() / 2], first,
                static_cast<double>(taken.slides) / static_cast<double>(decks),
                static_cast<double>(taken.charts) / static_cast<double>(decks), taken.bytes / decks, taken.peakBytes);
    return true;
}

} // namespace steward::bench
