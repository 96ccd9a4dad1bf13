// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/template.h"

#include <algorithm>

/// Which layouts of a template a deck takes, and where its content goes: by where places lie, never by their names.
namespace steward::deck {

namespace {

double areaOf(const Box& box) { return box.w * box.h; }

/// Whether a place takes the content of a slide.
bool isContent(const TemplatePlace& place)
{
    return !place.isUpright && (place.type.isEmpty() || place.type == "obj" || place.type == "body");
}

} // namespace

/// Half of the height, or more than half of the width, in one piece.
bool Template::leavesRoom(const Box& title) const
{
    const double tall = std::max(title.y, m_height - title.y - title.h);
    const double wide = std::max(title.x, m_width - title.x - title.w);
    return tall >= 0.5 * m_height || wide >= 0.6 * m_width;
}

const TemplatePlace* Template::heading() const
{
    const TemplatePlace* title = free().title();
    return title && leavesRoom(title->box) ? title : nullptr;
}

void Template::choose()
{
    const double slide = m_width * m_height;
    const auto contents = [&](const TemplateLayout& layout, double share) {
        return std::ranges::count_if(layout.places, [&](const TemplatePlace& each) {
            return isContent(each) && areaOf(each.box) >= share * slide;
        });
    };
    const auto best = [&](auto rank) {
        std::size_t found = 0;
        for (std::size_t i = 1; i < m_layouts.size(); ++i)
            if (rank(m_layouts[i]) > rank(m_layouts[found]))
                found = i;
        return found;
    };
    m_cover = best([&](const TemplateLayout& each) {
        return (each.place("ctrTitle") && each.title() ? 4 : 0) + (each.place("subTitle") ? 2 : 0) +
               (each.kind == "title" ? 1 : 0);
    });
    // With a title and nothing large below it, or one large place that stays empty.
    m_free = best([&](const TemplateLayout& each) {
        if (!each.place("title") || !each.title() || each.kind.startsWith("vert"))
            return 0;
        const auto large = contents(each, 0.15);
        const int room = leavesRoom(each.title()->box) ? 16 : 0;
        return room + (large == 0 ? 8 : large == 1 ? 6 : 2) + (each.kind == "titleOnly" ? 1 : 0);
    });
    chooseContent();
}

/// All that is free below the title, above it or beside it, with margins; in the width of the title where that is wide.
Box Template::roomBeside(const Box& title) const
{
    const double bottom = title.y + title.h;
    const double right = title.x + title.w;
    const double end = m_height * 0.92;
    const bool isWide = title.w >= 0.6 * m_width;
    const double left = isWide ? title.x : m_width * 0.06;
    const double width = isWide ? title.w : m_width * 0.88;
    if (m_height - bottom >= 0.5 * m_height)
        return {left, bottom, width, end - bottom};
    if (title.y >= 0.5 * m_height)
        return {left, m_height * 0.06, width, title.y - m_height * 0.06};
    const double top = m_height * 0.08;
    if (title.x >= m_width - right)
        return {m_width * 0.04, top, title.x - m_width * 0.06, end - top};
    return {right + m_width * 0.02, top, m_width * 0.94 - right, end - top};
}

/// The one large place of some layout with a title where ours has it; else what the title leaves free.
void Template::chooseContent()
{
    const Box top = heading() ? heading()->box : topStrip();
    m_content = roomBeside(top);
    for (const TemplateLayout& each : m_layouts) {
        const TemplatePlace* own = each.title();
        if (!own || own->box != top)
            continue;
        std::vector<Box> large;
        for (const TemplatePlace& place : each.places)
            if (isContent(place) && areaOf(place.box) >= 0.35 * m_width * m_height)
                large.push_back(place.box);
        if (large.size() == 1 && large.front().y >= top.y + top.h * 0.5) {
            m_content = large.front();
            return;
        }
    }
}

} // namespace steward::deck
