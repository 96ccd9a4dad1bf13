// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"

#include <cstdint>
#include <sys/mman.h>

namespace steward {

namespace {

std::size_t roundedUp(std::size_t bytes) { return (bytes + largePage - 1) & ~(largePage - 1); }

} // namespace

void* takeLargePages(std::size_t bytes)
{
    const std::size_t size = roundedUp(bytes);
    // A page more than asked for, of which a whole-page part is kept.
    void* const mapped =
        mmap(nullptr, size + largePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    auto* const first = static_cast<std::byte*>(mapped);
    const std::size_t before =
        roundedUp(reinterpret_cast<std::uintptr_t>(first)) - reinterpret_cast<std::uintptr_t>(first);
    if (before > 0)
        munmap(first, before);
    munmap(first + before + size, largePage - before);
    // Where the system has no such pages, small ones do as well.
    static_cast<void>(madvise(first + before, size, MADV_HUGEPAGE));
    return first + before;
}

void giveLargePages(void* memory, std::size_t bytes) noexcept { munmap(memory, roundedUp(bytes)); }

} // namespace steward
