// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>

struct XXH3_state_s;

namespace steward {

/// XXH3 of 128 bits (xxHash 0.8): digests that tell whole files and books apart and find damage. Whoever can write a
/// file can write its digest too, so it need not resist an attacker, and reads at the speed of memory. Secrets and
/// keyed hashes are libsodium's.
class Xxh128
{
public:
    static constexpr qsizetype bytes = 16;

    Xxh128();
    void add(const void* data, std::size_t size);
    /// Of everything added, in the order in which xxhsum writes it.
    [[nodiscard]] QByteArray finish() const;

private:
    struct Free
    {
        void operator()(XXH3_state_s* state) const;
    };
    std::unique_ptr<XXH3_state_s, Free> m_state;
};

} // namespace steward
