// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/blake2b.h"

#include <QtEndian>
#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace steward {

namespace {

using Words = std::array<quint64, 16>;

constexpr std::array<quint64, 8> start{0x6a09e667f3bcc908ULL, 0xbb67ae8584caa73bULL, 0x3c6ef372fe94f82bULL,
                                       0xa54ff53a5f1d36f1ULL, 0x510e527fade682d1ULL, 0x9b05688c2b3e6c1fULL,
                                       0x1f83d9abfb41bd6bULL, 0x5be0cd19137e2179ULL};

/// In which order a round takes the words of the block; the first two come again as rounds 10 and 11.
constexpr std::array<std::array<std::size_t, 16>, 10> orders{{
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}};

template <std::size_t A, std::size_t B, std::size_t C, std::size_t D>
inline void mix(Words& v, quint64 x, quint64 y)
{
    v[A] += v[B] + x;
    v[D] = std::rotr(v[D] ^ v[A], 32);
    v[C] += v[D];
    v[B] = std::rotr(v[B] ^ v[C], 24);
    v[A] += v[B] + y;
    v[D] = std::rotr(v[D] ^ v[A], 16);
    v[C] += v[D];
    v[B] = std::rotr(v[B] ^ v[C], 63);
}

template <std::size_t Round>
inline void round(Words& v, const Words& m)
{
    constexpr auto& order = orders[Round % orders.size()];
    mix<0, 4, 8, 12>(v, m[order[0]], m[order[1]]);
    mix<1, 5, 9, 13>(v, m[order[2]], m[order[3]]);
    mix<2, 6, 10, 14>(v, m[order[4]], m[order[5]]);
    mix<3, 7, 11, 15>(v, m[order[6]], m[order[7]]);
    mix<0, 5, 10, 15>(v, m[order[8]], m[order[9]]);
    mix<1, 6, 11, 12>(v, m[order[10]], m[order[11]]);
    mix<2, 7, 8, 13>(v, m[order[12]], m[order[13]]);
    mix<3, 4, 9, 14>(v, m[order[14]], m[order[15]]);
}

} // namespace

/// size: the bytes of the block that count; the others are 0.
void Blake2b::compress(const unsigned char* block, std::size_t size, bool isLast)
{
    m_length += size;
    Words m;
    for (std::size_t i = 0; i < m.size(); ++i)
        m[i] = qFromLittleEndian<quint64>(block + 8 * i);
    Words v;
    std::copy(m_state.begin(), m_state.end(), v.begin());
    std::copy(start.begin(), start.end(), v.begin() + 8);
    v[12] ^= m_length;
    if (isLast)
        v[14] = ~v[14];
    [&]<std::size_t... Round>(std::index_sequence<Round...>) { (round<Round>(v, m), ...); }
    (std::make_index_sequence<12>());
    for (std::size_t i = 0; i < m_state.size(); ++i)
        m_state[i] ^= v[i] ^ v[i + 8];
}

void Blake2b::add(const void* data, std::size_t size)
{
    const auto* at = static_cast<const unsigned char*>(data);
    while (size > 0) {
        if (m_inOpen == blockSize) {
            compress(m_open.data(), blockSize, false);
            m_inOpen = 0;
        }
        if (m_inOpen == 0)
            for (; size > blockSize; at += blockSize, size -= blockSize)
                compress(at, blockSize, false);
        const std::size_t taken = std::min(size, blockSize - m_inOpen);
        std::memcpy(m_open.data() + m_inOpen, at, taken);
        m_inOpen += taken;
        at += taken;
        size -= taken;
    }
}

QByteArray Blake2b::finish()
{
    std::fill(m_open.begin() + static_cast<std::ptrdiff_t>(m_inOpen), m_open.end(), 0);
    compress(m_open.data(), m_inOpen, true);
    QByteArray digest(bytes, Qt::Uninitialized);
    for (std::size_t i = 0; i < static_cast<std::size_t>(bytes) / 8; ++i)
        qToLittleEndian(m_state[i], digest.data() + 8 * i);
    return digest;
}

} // namespace steward
