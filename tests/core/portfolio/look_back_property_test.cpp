// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portfolio/look_back.h"
#include "core/portfolio/past_days.h"
#include "tests/core/portfolio/sample_facts.h"
#include "tests/support/printers.h"

#include <random>

using namespace steward;
using namespace steward::looking;

namespace {

using Random = std::mt19937;

const QDate firstPossible(2025, 1, 1);
const QDate imported(2026, 12, 31);

int below(Random& random, int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); }
QDate someDay(Random& random) { return below(random, 5) == 0 ? QDate() : firstPossible.addDays(below(random, 600)); }
Instant noonOf(QDate day) { return Instant{(day.toJulianDay() - julianOfEpoch) * dayMs + dayMs / 2}; }

template <class M>
void fill(M& member, Random& random)
{
    if constexpr (std::is_same_v<M, QString>)
        member = QStringLiteral("text %1").arg(below(random, 9));
    else if constexpr (std::is_same_v<M, QDate>)
        member = someDay(random);
    else if constexpr (std::is_same_v<M, std::optional<Instant>>)
        member =
            below(random, 3) == 0 ? std::nullopt : std::optional(noonOf(firstPossible.addDays(below(random, 600))));
    else if constexpr (std::is_same_v<M, std::optional<bool>>)
        member = below(random, 2) == 0;
}

template <class T>
T randomRow(Random& random, qint64 id)
{
    T row;
    eachField<T>([&]<std::size_t I> { fill(row.*(fieldAt<T, I>.member), random); });
    row.id = id;
    row.recorded = noonOf(imported);
    row.archivedOn = below(random, 20) == 0 ? someDay(random) : QDate();
    return row;
}

template <class T>
std::vector<T> randomRows(Random& random, qint64& id)
{
    std::vector<T> rows;
    for (int n = below(random, 5); n > 0; --n)
        rows.push_back(randomRow<T>(random, id++));
    std::ranges::stable_sort(rows, {}, [](const T& row) { return happenedOn(row); });
    return rows;
}

AccountFacts randomFacts(Random& random)
{
    AccountFacts facts;
    qint64 id = 2;
    facts.account = randomRow<Account>(random, 1);
    std::apply([&]<class... T>(Rows<T>&... rows) { ((rows = Rows<T>(randomRows<T>(random, id))), ...); }, facts.tables);
    return facts;
}

/// Every outcome after the day one day later, or gone.
template <class T>
T disturbed(T row, QDate day, bool isRemoved)
{
    eachField<T>([&]<std::size_t I> {
        auto& value = row.*(fieldAt<T, I>.member);
        if constexpr (is<T, I>(Trait::Outcome) && isDay<T, I>) {
            if (value.isValid() && value > day)
                value = isRemoved ? QDate() : value.addDays(1);
        } else if constexpr (is<T, I>(Trait::Outcome) && isInstant<T, I>) {
            if (value && value->ms > noonOf(day).ms + dayMs / 2)
                value = isRemoved ? std::nullopt : std::optional(Instant{value->ms + dayMs});
        }
    });
    return row;
}

AccountFacts disturbed(const AccountFacts& facts, QDate day, bool isRemoved)
{
    AccountFacts result = facts;
    result.account = disturbed(facts.account, day, isRemoved);
    std::apply(
        [&]<class... T>(Rows<T>&... rows) {
            const auto change = [&]<class R>(Rows<R>& list) {
                std::vector<R> all(list.begin(), list.end());
                for (R& row : all)
                    row = disturbed(row, day, isRemoved);
                list = Rows<R>(std::move(all));
            };
            (change(rows), ...);
        },
        result.tables);
    return result;
}

/// No date a reader may see on the day is an outcome after it.
template <class T>
bool showsNothingLater(const T& row, QDate day)
{
    bool sound = !(happenedOn(row).isValid() && happenedOn(row) > day);
    eachField<T>([&]<std::size_t I> {
        if constexpr (is<T, I>(Trait::Outcome) && isDay<T, I>)
            sound = sound && !((row.*(fieldAt<T, I>.member)).isValid() && row.*(fieldAt<T, I>.member) > day);
    });
    return sound;
}

/// The same with rows recorded on other days, use, and fields that changed.
AccountFacts withHistory(AccountFacts facts, Random& random)
{
    const auto anyInstant = [&random] { return noonOf(firstPossible.addDays(below(random, 700))); };
    std::apply(
        [&]<class... T>(Rows<T>&... rows) {
            const auto change = [&]<class R>(Rows<R>& list) {
                std::vector<R> all(list.begin(), list.end());
                for (R& row : all)
                    row.recorded = anyInstant();
                list = Rows<R>(std::move(all));
            };
            (change(rows), ...);
        },
        facts.tables);
    std::vector<Change> changes;
    for (int i = below(random, 4); i > 0; --i)
        changes.push_back({Entity::Account, 1, QStringLiteral("stage"), firstPossible.addDays(100 * (4 - i)),
                           QStringLiteral("stage %1").arg(i), anyInstant()});
    facts.changes = Rows<Change>(std::move(changes));
    UsageSeries series{MetricId(1), {}};
    for (int day = 0; day < 400; day += 1 + below(random, 3))
        series.points.push_back({usageDay(firstPossible.addDays(day)), double(day)});
    facts.usage = Usage({series});
    return facts;
}

} // namespace

TEST_CASE("a row of past days reads as each of them alone")
{
    const QTimeZone zone = QTimeZone::utc(); // which PastDays keeps in view
    Random random(20261122);
    for (int round = 0; round < 100; ++round) {
        const AccountFacts facts = withHistory(randomFacts(random), random);
        PastDays past(facts, zone);
        QDate day = firstPossible.addDays(720);
        for (int step = 0; step < 40; ++step) {
            day = step % 10 == 9 ? firstPossible.addDays(below(random, 720)) : day.addDays(-below(random, 30));
            CAPTURE(round, step, day);
            CHECK(past.wasThere(day) == wasThere(facts, day, LookBack::AsItHappened, QTimeZone::utc()));
            CHECK(past.on(day) == asOf(facts, day, LookBack::AsItHappened, QTimeZone::utc()));
        }
    }
}

TEST_CASE("moving every later outcome by a day or removing it changes nothing on an earlier day")
{
    Random random(20261121);
    for (int round = 0; round < 60; ++round) {
        const AccountFacts facts = randomFacts(random);
        const QDate day = firstPossible.addDays(below(random, 600));
        CAPTURE(round, day);
        for (const LookBack mode : {LookBack::AsItHappened, LookBack::AsWeKnewIt}) {
            const AccountFacts then = asOf(facts, day, mode, QTimeZone::utc());
            CHECK(asOf(disturbed(facts, day, false), day, mode, QTimeZone::utc()) == then);
            CHECK(asOf(disturbed(facts, day, true), day, mode, QTimeZone::utc()) == then);
            CHECK(asOf(then, day, mode, QTimeZone::utc()) == then);
        }
    }
}

TEST_CASE("no row shows a day later than the one looked back to")
{
    Random random(7);
    for (int round = 0; round < 60; ++round) {
        const QDate day = firstPossible.addDays(below(random, 600));
        const AccountFacts then = asOf(randomFacts(random), day, LookBack::AsItHappened, QTimeZone::utc());
        CHECK(showsNothingLater(then.account, day));
        const auto isSound = [&](const auto& row) { return showsNothingLater(row, day); };
        CHECK(
            std::apply([&](const auto&... rows) { return (std::ranges::all_of(rows, isSound) && ...); }, then.tables));
    }
}
