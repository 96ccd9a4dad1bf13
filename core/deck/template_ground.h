// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/template.h"

#include <map>
#include <memory>
#include <optional>

/// What lies beneath the texts of a layout, and in which colour they can be read there. Inside this room only.
namespace steward::deck {

struct Part; ///< markup as a tree

class Ground
{
public:
    /// By the part of a layout of the template.
    Ground(const Template& look, const QByteArray& layout);
    ~Ground();
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    struct Answer
    {
        std::optional<Ink> ink;  ///< none: the layout's own colour can be read
        bool needsPlate = false; ///< a picture lies beneath, and nobody chose a colour for it
    };
    /// For a text in a place of the layout: "title", "ctrTitle", "subTitle"; box: where it lies.
    [[nodiscard]] Answer inPlace(const QByteArray& type, const Box& box) const;
    /// For a text in the theme's own colour; isSmallPrint: the softer colour of small print, where it is strong enough.
    [[nodiscard]] Ink inkOn(const Box& box, bool isSmallPrint = false) const;
    [[nodiscard]] bool isReadable(Ink ink, const Box& box) const;
    [[nodiscard]] bool isReadableOnPlate(Ink ink) const; ///< on a ground of ours, Ink::Back
    /// The theme's text can be read everywhere in it.
    [[nodiscard]] bool isPlain(const Box& box) const;
    /// No drawing in it takes small print away.
    [[nodiscard]] bool isEven(const Box& box) const;
    [[nodiscard]] bool isPicture(const Box& box) const;

private:
    struct Rgb
    {
        double r = 0;
        double g = 0;
        double b = 0;
    };
    struct Area
    {
        Box box;
        std::optional<Rgb> colour; ///< none: a picture
    };
    /// From the points of a group to those of the slide.
    struct Shift
    {
        double x = 0;
        double y = 0;
        double sx = 1;
        double sy = 1;
    };
    void readTheme(const Template& look, const QByteArray& master);
    void readDrawings(const Part& tree, const Shift& shift);
    void readBackground(const Part& tree);
    void addArea(const Box& box, const Part& properties);
    [[nodiscard]] std::optional<Rgb> colourOf(const Part& fill) const;
    [[nodiscard]] std::optional<Rgb> averageOf(const Part& gradient) const;
    [[nodiscard]] std::optional<Rgb> scheme(const QByteArray& name) const;
    [[nodiscard]] std::optional<Rgb> inkColour(Ink ink) const;
    [[nodiscard]] std::optional<Rgb> chosenColour(const QByteArray& type) const;
    [[nodiscard]] const Area* beneath(const Box& box) const;
    [[nodiscard]] static double contrast(const Rgb& one, const Rgb& other);

    std::unique_ptr<Part> m_layout;
    std::unique_ptr<Part> m_master;
    std::map<QByteArray, Rgb> m_theme;
    std::map<QByteArray, QByteArray> m_names; ///< of a slide to those of the theme
    std::vector<Area> m_areas;                ///< the lowest first; the first is the whole slide
    Box m_slide;
};

} // namespace steward::deck
