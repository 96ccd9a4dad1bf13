// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <compare>
#include <span>
#include <vector>

namespace steward::content {

/// A decimal with at most three places, exact: how content files write 0.5 or 1.25.
struct Fixed
{
    qint64 thousandths = 0;
    [[nodiscard]] static constexpr Fixed whole(qint64 value) { return {value * 1000}; }
    [[nodiscard]] constexpr bool isWhole() const { return thousandths % 1000 == 0; }
    /// Rounded towards zero.
    [[nodiscard]] constexpr qint64 toWhole() const { return thousandths / 1000; }
    friend constexpr auto operator<=>(Fixed, Fixed) = default;
};

/// numerator / denominator, denominator > 0; not reduced. The x that a measure hands to its points.
struct Ratio
{
    qint64 numerator = 0;
    qint64 denominator = 1;
};

/// A score from 0 to 100 in millionths of a point. Whole scores are exact, others are rounded once, half up, so that
/// weight x score sums exactly: sum(weight x micro) / sum(weight) is the score as a fraction of integers.
struct Score
{
    static constexpr qint64 perPoint = 1'000'000;
    qint64 micro = 0;
    [[nodiscard]] static constexpr Score whole(int points) { return {points * perPoint}; }
    friend constexpr auto operator<=>(Score, Score) = default;
};

struct Point
{
    Fixed x;
    int score = 0;
    friend constexpr bool operator==(Point, Point) = default;
};

/// A piecewise-linear rule: linear between its points, flat outside (content.md 1.1). No double on the way.
class Points
{
public:
    /// Beyond it, at() could overflow; the scorecards report points that lie further out.
    static constexpr qint64 largestX = 1'000'000;
    Points() = default;
    /// x must rise; the check of the scorecards reports it where it does not.
    explicit Points(std::vector<Point> points)
        : m_points(std::move(points))
    {
    }
    [[nodiscard]] std::span<const Point> points() const { return m_points; }
    [[nodiscard]] bool isEmpty() const { return m_points.empty(); }
    [[nodiscard]] bool rises() const;
    /// Not for empty points. Exact for every ratio of 64-bit integers; rounded once, to a millionth of a point.
    [[nodiscard]] Score at(Ratio x) const;
    friend bool operator==(const Points&, const Points&) = default;

private:
    std::vector<Point> m_points;
};

} // namespace steward::content
