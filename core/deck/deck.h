// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/deck/chart.h"

#include <QString>
#include <array>
#include <variant>
#include <vector>

/// A deck of slides as plain values. It knows no accounts: who makes one has measured and worded everything. Sizes are
/// points; a slide is 960 by 540 (16:9).
namespace steward::deck {

/// The drawing of a cover in our own look, from point to point.
inline constexpr std::array<std::pair<double, double>, 6> coverLine{
    {{560, 524}, {650, 500}, {710, 476}, {780, 430}, {850, 440}, {900, 380}}};
inline constexpr double coverLineWidth = 2;
inline constexpr double slideWidth = 960;
inline constexpr double slideHeight = 540;

enum class Align
{
    Left,
    Centre,
    Right
};
enum class Anchor
{
    Top,
    Middle,
    Bottom
};

/// A place the layout has for a text. Position and type come from it: a slide may be laid out anew, and titles are
/// known as titles.
enum class Place
{
    None,
    Title,
    Kicker, ///< the line above the title: which part of the hour this is
    Subtitle,
    Body
};

struct Run
{
    QString text;
    Ink ink = Ink::Text;
    bool isStrong = false;
    friend bool operator==(const Run&, const Run&) = default;
};
struct Paragraph
{
    std::vector<Run> runs;
    double size = 18;
    Align align = Align::Left;
    double spaceBefore = 0;
    [[nodiscard]] QString text() const;
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};
struct Text
{
    QString name;
    Box box;
    std::vector<Paragraph> paragraphs;
    Place place = Place::None;
    Anchor anchor = Anchor::Top;
    [[nodiscard]] QString text() const; ///< paragraphs on lines of their own
    friend bool operator==(const Text&, const Text&) = default;
};

/// Decoration: says nothing that a text beside it does not say.
struct Mark
{
    enum class Form
    {
        Bar,
        Card, ///< with slightly round corners
        Disc,
        Rule ///< a line from the upper left to the lower right of its box
    };
    Form form = Form::Bar;
    Box box;
    Ink ink = Ink::Accent;
    double thickness = 1; ///< of a rule
    friend bool operator==(const Mark&, const Mark&) = default;
};

struct Cell
{
    QString text;
    Ink ink = Ink::Text;
    bool isStrong = false;
    friend bool operator==(const Cell&, const Cell&) = default;
};
struct Column
{
    double width = 0;
    Align align = Align::Left;
    friend bool operator==(const Column&, const Column&) = default;
};
struct Row
{
    std::vector<Cell> cells; ///< as many as there are columns
    double height = 30;
    bool isStrongRule = false; ///< the line below it
    friend bool operator==(const Row&, const Row&) = default;
};
/// The first row heads the columns.
struct Table
{
    QString name;
    QString alt;
    double x = 0;
    double y = 0;
    std::vector<Column> columns;
    std::vector<Row> rows;
    double size = 15;
    [[nodiscard]] Box box() const;
    friend bool operator==(const Table&, const Table&) = default;
};

using Element = std::variant<Text, Mark, Table, Chart>;

enum class Layout
{
    Cover, ///< title and subtitle on dark
    Free,  ///< kicker and title; the slide places the rest
    Body   ///< kicker, title and one text
};

struct Slide
{
    QString id;
    Layout layout = Layout::Free;
    std::vector<Element> elements; ///< in the order they are read
    QString footer = {};           ///< left: whose slides these are
    QString source = {};           ///< middle: where the figures come from
    QStringList notes = {};        ///< for the presenter; none: the file has no notes
    bool isHidden = false;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString kicker() const;
    friend bool operator==(const Slide&, const Slide&) = default;
};

struct Deck
{
    QString title;
    QString author;
    QString language = QStringLiteral("en-GB"); ///< decides voice and spelling
    Instant created;
    std::vector<Slide> slides;
    friend bool operator==(const Deck&, const Deck&) = default;
};

/// The title of a cover; a smaller one is a choice of the slide's, for a long name.
inline constexpr int coverTitleSize = 38;
/// Where a layout has a place. Empty for Place::None.
[[nodiscard]] Box boxOf(Layout layout, Place place);
/// The rest of the slide below the title and above the footer.
inline constexpr Box contentBox{56, 150, 848, 334};

} // namespace steward::deck
