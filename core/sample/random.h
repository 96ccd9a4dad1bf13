// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <initializer_list>
#include <utility>

namespace steward::sample {

/// SplitMix64 (Steele, Lea, Flood 2014). Ours, because the distributions of the standard library differ from one to the
/// next, and the same seed must give the same book everywhere.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }
    /// A stream of its own for each place it is used in: what one topic draws never moves what another draws.
    [[nodiscard]] static Random of(std::initializer_list<quint64> keys)
    {
        Random random(0);
        for (const quint64 key : keys)
            random.m_state = random.next() ^ (key * 0xd1342543de82ef95ULL);
        return random;
    }

    [[nodiscard]] quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// Both ends belong to it.
    [[nodiscard]] int between(int from, int to)
    {
        return to <= from ? from : from + static_cast<int>(next() % static_cast<quint64>(to - from + 1));
    }
    [[nodiscard]] int between(std::pair<int, int> range) { return between(range.first, range.second); }
    /// 0 up to 1.
    [[nodiscard]] double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// -1 to 1, mostly near 0.
    [[nodiscard]] double around() { return unit() + unit() - 1.0; }
    [[nodiscard]] bool chance(int percent) { return between(0, 99) < percent; }

    template <class List>
    [[nodiscard]] const auto& pick(const List& list)
    {
        using Size = decltype(list.size());
        return list[static_cast<Size>(next() % static_cast<quint64>(list.size()))];
    }
    template <class List>
    void shuffle(List& list)
    {
        using Size = decltype(list.size());
        for (Size i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[static_cast<Size>(next() % static_cast<quint64>(i))]);
    }

private:
    quint64 m_state;
};

} // namespace steward::sample
