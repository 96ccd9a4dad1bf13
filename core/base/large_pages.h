// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>

namespace steward {

/// 2 MB: what the system hands out at once where it has pages of that size.
constexpr std::size_t largePage = std::size_t(1) << 21;

/// Memory that begins at a large page, rounded up to whole ones. Throws std::bad_alloc. Any thread.
[[nodiscard]] void* takeLargePages(std::size_t bytes);
void giveLargePages(void* memory, std::size_t bytes) noexcept;

/// Allocator for much data that lies together: a large page is one fault where small ones are 512, and filling new
/// memory costs little else. Sizes that would fill less than three quarters of one come from the heap.
template <class T>
struct LargePages
{
    using value_type = T;
    LargePages() = default;
    template <class Other>
    LargePages(const LargePages<Other>&)
    {
    }
    [[nodiscard]] T* allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        return static_cast<T*>(isLarge(bytes) ? takeLargePages(bytes) : ::operator new(bytes));
    }
    void deallocate(T* memory, std::size_t count) noexcept
    {
        const std::size_t bytes = count * sizeof(T);
        if (isLarge(bytes))
            giveLargePages(memory, bytes);
        else
            ::operator delete(memory);
    }
    template <class Other>
    friend bool operator==(const LargePages&, const LargePages<Other>&)
    {
        return true;
    }

private:
    [[nodiscard]] static constexpr bool isLarge(std::size_t bytes) { return bytes >= largePage / 4 * 3; }
};

} // namespace steward
