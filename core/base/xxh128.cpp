// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/xxh128.h"

#include <new>
#include <xxhash.h>

namespace steward {

Xxh128::Xxh128()
    : m_state(XXH3_createState())
{
    if (!m_state)
        throw std::bad_alloc();
    XXH3_128bits_reset(m_state.get());
}

void Xxh128::Free::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

void Xxh128::add(const void* data, std::size_t size) { XXH3_128bits_update(m_state.get(), data, size); }

QByteArray Xxh128::finish() const
{
    XXH128_canonical_t ordered;
    XXH128_canonicalFromHash(&ordered, XXH3_128bits_digest(m_state.get()));
    static_assert(sizeof ordered.digest == bytes);
    return {reinterpret_cast<const char*>(ordered.digest), bytes};
}

} // namespace steward
