// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/heap.h"

#include <cstdlib> // says whether the C library is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace steward {

void growHeapInLargeSteps()
{
#ifdef __GLIBC__
    constexpr int step = 1 << 20;
    mallopt(M_TOP_PAD, step);
#endif
}

} // namespace steward
