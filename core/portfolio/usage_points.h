// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/usage.h"

#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

namespace steward {

/// The samples of one metric, ascending by day, one a day. A view of what UsagePacking wrote: numbers as wide as the
/// series needs, and no days where every day has a sample. Two bytes a sample for counts of every day, where a Point
/// takes sixteen.
class UsagePoints
{
public:
    using Point = UsageSeries::Point;

    /// Gives points by value, else random access as usual.
    class Iterator
    {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Point;
        using difference_type = std::ptrdiff_t;
        using reference = Point;
        class Arrow
        {
        public:
            explicit Arrow(const Point& point)
                : m_point(point)
            {
            }
            const Point* operator->() const { return &m_point; }

        private:
            Point m_point;
        };
        using pointer = Arrow;

        Iterator() = default;
        Iterator(const UsagePoints* points, std::size_t index)
            : m_points(points)
            , m_index(static_cast<std::ptrdiff_t>(index))
        {
        }
        Point operator*() const { return (*m_points)[static_cast<std::size_t>(m_index)]; }
        Arrow operator->() const { return Arrow(**this); }
        Point operator[](difference_type offset) const { return *(*this + offset); }
        Iterator& operator+=(difference_type offset)
        {
            m_index += offset;
            return *this;
        }
        Iterator& operator-=(difference_type offset) { return *this += -offset; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this -= 1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        friend Iterator operator+(Iterator at, difference_type offset) { return at += offset; }
        friend Iterator operator+(difference_type offset, Iterator at) { return at += offset; }
        friend Iterator operator-(Iterator at, difference_type offset) { return at -= offset; }
        friend difference_type operator-(const Iterator& a, const Iterator& b) { return a.m_index - b.m_index; }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_index == b.m_index; }
        friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.m_index <=> b.m_index; }

    private:
        const UsagePoints* m_points = nullptr;
        difference_type m_index = 0;
    };

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] Point operator[](std::size_t i) const
    {
        return {m_days ? m_days[i] : m_firstDay + static_cast<qint32>(i), value(i)};
    }
    [[nodiscard]] Point front() const { return (*this)[0]; }
    [[nodiscard]] Point back() const { return (*this)[m_size - 1]; }
    /// Iterators live as long as the view they come from.
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, m_size}; }
    [[nodiscard]] auto rbegin() const { return std::reverse_iterator(end()); }
    [[nodiscard]] auto rend() const { return std::reverse_iterator(begin()); }
    /// Those of the days, both ends in it.
    [[nodiscard]] UsagePoints within(qint32 from, qint32 to) const;

private:
    friend class UsagePacking;
    enum class Width : quint8
    {
        Short = 2, ///< qint16
        Whole = 4, ///< qint32
        Real = 8   ///< double
    };
    [[nodiscard]] double value(std::size_t i) const
    {
        switch (m_width) {
        case Width::Short:
            return reinterpret_cast<const qint16*>(m_values)[i];
        case Width::Whole:
            return reinterpret_cast<const qint32*>(m_values)[i];
        default:
            return reinterpret_cast<const double*>(m_values)[i];
        }
    }
    /// How many lie before the day.
    [[nodiscard]] std::size_t countBefore(qint64 day) const;

    const std::byte* m_values = nullptr;
    const qint32* m_days = nullptr; ///< none: one after the other from the first
    qint32 m_firstDay = 0;
    quint32 m_size = 0;
    Width m_width = Width::Real;
};

/// How small a series becomes, and the packing itself. The points are those of one series and stay until it is packed.
class UsagePacking
{
public:
    explicit UsagePacking(std::span<const UsageSeries::Point> points);
    /// A multiple of alignment.
    [[nodiscard]] std::size_t bytes() const;
    static constexpr std::size_t alignment = alignof(double);
    /// `to` is so aligned, has room for bytes() and outlives the view.
    [[nodiscard]] UsagePoints pack(std::byte* to) const;

private:
    [[nodiscard]] std::size_t valueBytes() const;

    std::span<const UsageSeries::Point> m_points;
    UsagePoints::Width m_width = UsagePoints::Width::Real;
    bool m_isDaily = true;
};

} // namespace steward
