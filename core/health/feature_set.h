// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVarLengthArray>
#include <algorithm>
#include <bit>

namespace steward::health {

/// Features of the product by their place in the book's list. Two sets that meet have the same size.
class FeatureSet
{
public:
    explicit FeatureSet(qsizetype features = 0)
        : m_words((features + wordBits - 1) / wordBits, 0)
    {
    }
    void add(qsizetype feature) { m_words[feature / wordBits] |= bit(feature); }
    [[nodiscard]] bool has(qsizetype feature) const { return (m_words[feature / wordBits] & bit(feature)) != 0; }
    [[nodiscard]] int count() const
    {
        int sum = 0;
        for (const quint64 word : m_words)
            sum += std::popcount(word);
        return sum;
    }
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
    FeatureSet& operator|=(const FeatureSet& other)
    {
        std::ranges::transform(m_words, other.m_words, m_words.begin(), std::bit_or<>());
        return *this;
    }
    FeatureSet& operator&=(const FeatureSet& other)
    {
        std::ranges::transform(m_words, other.m_words, m_words.begin(), std::bit_and<>());
        return *this;
    }

private:
    static constexpr qsizetype wordBits = 64;
    [[nodiscard]] static constexpr quint64 bit(qsizetype feature) { return quint64(1) << (feature % wordBits); }

    QVarLengthArray<quint64, 2> m_words;
};

} // namespace steward::health
