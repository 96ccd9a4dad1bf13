// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <array>

namespace steward {

/// BLAKE2b with 32 bytes and no key (RFC 7693): digests of whole files. Plain code, because the vector code of
/// libsodium and libb2 was measured at half its speed. Secrets and keyed hashes stay with libsodium.
class Blake2b
{
public:
    static constexpr qsizetype bytes = 32;

    void add(const void* data, std::size_t size);
    /// Of everything added. Nothing is added afterwards.
    [[nodiscard]] QByteArray finish();

private:
    static constexpr std::size_t blockSize = 128;
    void compress(const unsigned char* block, std::size_t size, bool isLast);

    // The initial state of the RFC; the first word also tells length of digest and key, fanout and depth.
    std::array<quint64, 8> m_state{0x6a09e667f3bcc908ULL ^ 0x01010000ULL ^ quint64(bytes),
                                   0xbb67ae8584caa73bULL,
                                   0x3c6ef372fe94f82bULL,
                                   0xa54ff53a5f1d36f1ULL,
                                   0x510e527fade682d1ULL,
                                   0x9b05688c2b3e6c1fULL,
                                   0x1f83d9abfb41bd6bULL,
                                   0x5be0cd19137e2179ULL};
    quint64 m_length = 0; ///< compressed so far
    std::array<unsigned char, blockSize> m_open{};
    std::size_t m_inOpen = 0; ///< of m_open: a full block waits, for it may be the last
};

} // namespace steward
