// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/deck.h"

#include <array>

namespace steward::deck {

namespace {

struct Colour
{
    quint32 rgb;
    const char* scheme;
};

constexpr std::array<Colour, 10> colours{{{0x1A2330, "tx1"},
                                          {0x566273, "accent5"},
                                          {0x2A5BD0, "accent1"},
                                          {0xD5DBE5, "accent2"},
                                          {0x0B7A55, "accent3"},
                                          {0x955A00, "accent4"},
                                          {0xE3E7EE, "accent6"},
                                          {0xE4ECFC, "bg2"},
                                          {0xFFFFFF, "bg1"},
                                          {0x16233F, "tx2"}}};

const Text* textAt(const Slide& slide, Place place)
{
    for (const Element& each : slide.elements)
        if (const auto* text = std::get_if<Text>(&each); text && text->place == place)
            return text;
    return nullptr;
}

} // namespace

quint32 rgb(Ink ink) { return colours[static_cast<std::size_t>(ink)].rgb; }
const char* schemeName(Ink ink) { return colours[static_cast<std::size_t>(ink)].scheme; }

QString Paragraph::text() const
{
    QString text;
    for (const Run& each : runs)
        text += each.text;
    return text;
}

QString Text::text() const
{
    QStringList lines;
    for (const Paragraph& each : paragraphs)
        lines.append(each.text());
    return lines.join(u'\n');
}

Box Table::box() const
{
    Box box{x, y, 0, 0};
    for (const Column& each : columns)
        box.w += each.width;
    for (const Row& each : rows)
        box.h += each.height;
    return box;
}

QString Slide::title() const
{
    const Text* text = textAt(*this, Place::Title);
    return text ? text->text() : QString();
}

QString Slide::kicker() const
{
    const Text* text = textAt(*this, Place::Kicker);
    return text ? text->text() : QString();
}

Box boxOf(Layout layout, Place place)
{
    const bool isCover = layout == Layout::Cover;
    switch (place) {
    case Place::Title:
        return isCover ? Box{72, 150, 760, 100} : Box{56, 62, 848, 76};
    case Place::Subtitle:
        return {72, 256, 760, 30};
    case Place::Kicker:
        return {56, 38, 848, 20};
    case Place::Body:
        return contentBox;
    case Place::None:
        break;
    }
    return {};
}

} // namespace steward::deck
