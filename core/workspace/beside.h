// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

/// Work beside the window that must not hold it up.
namespace steward {

/// Runs the job where nobody waits for it: at once, but on the pool when called on the thread of the window. Freeing
/// what a book of 100,000 accounts takes stands still for a tenth of a second.
void awayFromWindow(std::function<void()> job);

/// A shared value whose last holder, whoever that is, never frees it on the thread of the window.
template <class T, class... Arguments>
[[nodiscard]] std::shared_ptr<T> makeRetiring(Arguments&&... arguments)
{
    return {new T(std::forward<Arguments>(arguments)...),
            [](const T* value) { awayFromWindow([value] { delete value; }); }};
}

/// Lets the thread that calls it give way to all others, for good, where processors are few: for work that nobody waits
/// for. A system where a thread cannot do that leaves it as it is.
void giveWay();

} // namespace steward
