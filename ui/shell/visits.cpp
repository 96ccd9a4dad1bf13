// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/visits.h"

namespace steward::shell {

namespace {

constexpr std::size_t mostPlaces = 100;

} // namespace

void Visits::visit(const Place& place)
{
    if (!m_places.empty() && m_places[m_at] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    if (m_places.size() > mostPlaces)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

std::optional<Place> Visits::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_at];
}

std::optional<Place> Visits::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[++m_at];
}

std::optional<Place> Visits::backTo(const std::function<bool(const Place&)>& isOne)
{
    for (std::size_t at = m_at; at-- > 0;)
        if (isOne(m_places[at]))
            return m_places[m_at = at];
    return std::nullopt;
}

void Visits::clear()
{
    m_places.clear();
    m_at = 0;
}

} // namespace steward::shell
