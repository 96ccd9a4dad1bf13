// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/portfolio/sample_facts.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace steward;

namespace {

using Points = std::vector<UsageSeries::Point>;

struct Packed
{
    explicit Packed(Points points)
        : all(std::move(points))
        , memory(UsagePacking(all).bytes() / sizeof(double))
        , view(UsagePacking(all).pack(reinterpret_cast<std::byte*>(memory.data())))
    {
    }
    Points all;
    std::vector<double> memory;
    UsagePoints view;
};

Points pointsOf(const std::vector<double>& values, qint32 step)
{
    Points points;
    for (const double value : values)
        points.push_back({20'000 + step * static_cast<qint32>(points.size()), value});
    return points;
}

} // namespace

TEST_CASE("packed samples are those that were packed, and take no more room than they need")
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    struct Case
    {
        std::vector<double> values;
        std::size_t bytesOfValue;
    };
    for (const Case& each :
         {Case{{0, 499, -32'768, 32'767}, 2}, Case{{0, 32'768, 1, 2}, 4}, Case{{-2'147'483'648.0, 2'147'483'647.0}, 4},
          Case{{2'147'483'648.0, 1}, 8}, Case{{0.5, 1}, 8}, Case{{1e-9, -1e300}, 8},
          Case{{9'007'199'254'740'993.0, 1}, 8}, Case{{infinity, 1}, 8}}) {
        CAPTURE(each.values);
        for (const qint32 step : {1, 3}) {
            const Packed packed(pointsOf(each.values, step));
            CHECK(Points(packed.view.begin(), packed.view.end()) == packed.all);
            CHECK(packed.view.back() == packed.all.back());
            CHECK(Points(packed.view.rbegin(), packed.view.rend()) == Points(packed.all.rbegin(), packed.all.rend()));
            const std::size_t bytes = (each.bytesOfValue + (step == 1 ? 0 : 4)) * each.values.size();
            CHECK(packed.memory.size() * sizeof(double) >= bytes);
            CHECK(packed.memory.size() * sizeof(double) < bytes + 2 * sizeof(double));
        }
    }
    CHECK(Packed(Points{}).view.empty());
}

TEST_CASE("packed samples are cut by days")
{
    for (const double extra : {0.0, 0.5, 40'000.0})
        for (const qint32 step : {1, 7}) {
            const Packed packed(pointsOf({1, 2, 3 + extra, 4, 5}, step));
            for (qint32 from = 19'995; from < 20'035; ++from)
                for (const qint32 to : {from - 1, from, from + 9, std::numeric_limits<qint32>::max()}) {
                    Points expected;
                    for (const auto& point : packed.all)
                        if (point.day >= from && point.day <= to)
                            expected.push_back(point);
                    const UsagePoints part = packed.view.within(from, to);
                    CAPTURE(from, to, step);
                    CHECK(Points(part.begin(), part.end()) == expected);
                    // And once more of what was cut.
                    const bool isCut = !expected.empty() && expected.front().day == from;
                    CHECK(part.within(from + 1, to).size() == expected.size() - (isCut ? 1U : 0U));
                }
        }
}
