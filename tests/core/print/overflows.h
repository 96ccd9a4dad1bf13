// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"
#include "core/print/measure.h"

namespace steward::tests {

/// What runs over its box or off the slide, by the deck's own measure.
inline QStringList overflows(const deck::Deck& deck)
{
    QStringList faults;
    for (const deck::Slide& slide : deck.slides) {
        const auto inside = [&](const deck::Box& box, const QString& what) {
            if (box.x < 0 || box.y < 0 || box.x + box.w > 960.5 || box.y + box.h > 540.5)
                faults.append(QString(slide.title() + QStringLiteral(": off the slide: ") + what));
        };
        for (const deck::Element& each : slide.elements) {
            if (const auto* text = std::get_if<deck::Text>(&each)) {
                inside(text->box, text->text());
                double height = 0;
                for (const deck::Paragraph& line : text->paragraphs)
                    height += line.spaceBefore +
                              print::textHeight(line.text(), text->box.w, line.size, line.runs.front().isStrong);
                if (height > text->box.h + 3)
                    faults.append(QString(slide.title() + QStringLiteral(": too high: ") + text->text()));
            } else if (const auto* table = std::get_if<deck::Table>(&each)) {
                inside(table->box(), QStringLiteral("table"));
                if (table->box().y + table->box().h > 492)
                    faults.append(QString(slide.title() + QStringLiteral(": table runs into the footer")));
            } else if (const auto* chart = std::get_if<deck::Chart>(&each)) {
                inside(chart->box, chart->name);
            }
        }
    }
    return faults;
}

} // namespace steward::tests
