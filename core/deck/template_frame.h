// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/package.h"
#include "core/deck/template.h"
#include "core/deck/template_ground.h"

/// What a deck takes from a template. Inside this room only.
namespace steward::deck {

/// Masters, layouts, themes and what they show, as they are, with the relationships of the presentation that stay. What
/// belonged to the template's own slides, macros, tags and printers stays behind, with what pointed to it.
void copyLook(const Template& look, Package& package);

/// The part that the presentation takes from the template, by the kind of relationship: "notesMaster".
[[nodiscard]] std::optional<QByteArray> takesFrom(const Template& look, const char* kind);

inline constexpr qint64 firstSlideId = 256;
/// The template's presentation with our slides in it; notesId: a notes master of ours; end: what comes last of all;
/// both may be empty.
[[nodiscard]] QByteArray presentationOn(const Template& look, const QByteArray& notesId,
                                        const std::vector<QByteArray>& slideIds, const QByteArray& end);

/// Markup of ours in the colours of another theme, where no accent has a meaning: shades of its text, its first two
/// accents, its ground.
[[nodiscard]] QByteArray inTheirInks(const QByteArray& markup);

/// In points: all titles behind the cover have room in it, so that none is larger than another. Not under 22: a title
/// that needs less takes it for itself.
[[nodiscard]] double titleSizeOn(const std::vector<Slide>& slides, const Template& look);
/// The slide in the template's places: content scaled into its content, the cover's texts in its subtitle, the line
/// above the title and the source with the content.
[[nodiscard]] Slide placedOn(const Slide& slide, const Template& look, double titleSize);

struct PlaceInks
{
    std::optional<Ink> title; ///< none: the layout's own
    std::optional<Ink> subtitle;
};
/// The placed slide in colours that can be read on what lies beneath, with a plate under a text on a picture. Says in
/// which colours its places are to be written.
[[nodiscard]] PlaceInks makeReadable(Slide& slide, const Template& look, const Ground& ground);

} // namespace steward::deck
