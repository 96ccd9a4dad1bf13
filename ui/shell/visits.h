// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/view.h"

#include <functional>
#include <optional>
#include <vector>

namespace steward::shell {

using widgets::Place;

/// Where somebody was, for back and forward, as a browser does it.
class Visits
{
public:
    void visit(const Place& place);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    std::optional<Place> back();
    std::optional<Place> forward();
    /// Back to the last place that is one; none, and nothing changes: there is none.
    std::optional<Place> backTo(const std::function<bool(const Place&)>& isOne);
    void clear();

private:
    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace steward::shell
