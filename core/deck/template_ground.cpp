// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/template_ground.h"

#include "core/deck/xml.h"

#include <QXmlStreamReader>
#include <algorithm>
#include <array>
#include <cmath>

namespace steward::deck {

struct Part
{
    QByteArray name; ///< without its prefix
    std::map<QByteArray, QByteArray> attributes;
    std::vector<Part> children;

    [[nodiscard]] const Part* child(const QByteArray& called) const
    {
        const auto found = std::ranges::find(children, called, &Part::name);
        return found == children.end() ? nullptr : &*found;
    }
    /// The first below, however deep.
    [[nodiscard]] const Part* find(const QByteArray& called) const
    {
        for (const Part& each : children) {
            if (each.name == called)
                return &each;
            if (const Part* deeper = each.find(called))
                return deeper;
        }
        return nullptr;
    }
    [[nodiscard]] const Part* at(std::initializer_list<const char*> path) const
    {
        const Part* part = this;
        for (const char* each : path)
            part = part ? part->child(each) : nullptr;
        return part;
    }
    [[nodiscard]] QByteArray value(const QByteArray& attribute = "val") const
    {
        const auto found = attributes.find(attribute);
        return found == attributes.end() ? QByteArray() : found->second;
    }
    [[nodiscard]] double number(const QByteArray& attribute = "val") const { return value(attribute).toDouble(); }
};

namespace {

constexpr double readable = 4.5;
constexpr double softer = 12;     // what the softer colour of small print leaves of it can still be read
constexpr double torn = 2;        // less is not seen at all
constexpr double whole = 100'000; ///< 100 % in the files

/// Deeper markup than any program writes is left out.
void readInto(QXmlStreamReader& reader, Part& part, int depth)
{
    constexpr int deepest = 64;
    part.name = reader.name().toLatin1();
    for (const QXmlStreamAttribute& each : reader.attributes())
        part.attributes[each.name().toLatin1()] = each.value().toLatin1();
    if (depth > deepest) {
        reader.skipCurrentElement();
        return;
    }
    while (reader.readNextStartElement()) {
        part.children.emplace_back();
        readInto(reader, part.children.back(), depth + 1);
    }
}

std::unique_ptr<Part> treeOf(const QByteArray& xml)
{
    auto made = std::make_unique<Part>();
    QXmlStreamReader reader(xml);
    if (reader.readNextStartElement())
        readInto(reader, *made, 0);
    return made;
}

QByteArray targetOf(const Template& look, const QByteArray& part, const char* kind)
{
    for (const TemplateRelation& each : look.relations(part))
        if (each.kind() == kind && look.leadsSomewhere(each))
            return each.target;
    return {};
}

Box boxOf(const Part& frame)
{
    const Part* at = frame.child("off");
    const Part* size = frame.child("ext");
    if (!at || !size)
        return {};
    const auto points = [](const Part& part, const char* name) { return part.number(name) / Xml::perPoint; };
    return {points(*at, "x"), points(*at, "y"), points(*size, "cx"), points(*size, "cy")};
}

/// What part of a box another one covers.
double covered(const Box& box, const Box& by)
{
    const double w = std::min(box.x + box.w, by.x + by.w) - std::max(box.x, by.x);
    const double h = std::min(box.y + box.h, by.y + by.h) - std::max(box.y, by.y);
    return w <= 0 || h <= 0 || box.w * box.h <= 0 ? 0 : w * h / (box.w * box.h);
}

std::vector<Box> cellsOf(const Box& box, int side)
{
    std::vector<Box> cells;
    const double w = box.w / side;
    const double h = box.h / side;
    for (int i = 0; i < side * side; ++i)
        cells.push_back({box.x + w * (i % side), box.y + h * static_cast<double>(i / side), w, h});
    return cells;
}

const Part* placeIn(const Part& tree, const QByteArray& type)
{
    const Part* shapes = tree.at({"cSld", "spTree"});
    if (!shapes)
        return nullptr;
    for (const Part& each : shapes->children)
        if (const Part* place = each.at({"nvSpPr", "nvPr", "ph"}); place && place->value("type") == type)
            return &each;
    return nullptr;
}

bool isSeen(const Part& fill)
{
    const Part* alpha = fill.find("alpha");
    return !alpha || alpha->number() >= whole / 2;
}

} // namespace

Ground::~Ground() = default;

Ground::Ground(const Template& look, const QByteArray& layout)
    : m_layout(treeOf(look.bytes(layout)))
    , m_slide{0, 0, look.width(), look.height()}
{
    const QByteArray master = targetOf(look, layout, "slideMaster");
    m_master = treeOf(look.bytes(master));
    if (const Part* names = m_master->child("clrMap"))
        m_names = names->attributes;
    readTheme(look, master);
    m_areas.push_back({m_slide, scheme("bg1").value_or(Rgb{1, 1, 1})});
    readBackground(m_layout->at({"cSld", "bg"}) ? *m_layout : *m_master);
    const bool showsMaster = m_layout->value("showMasterSp") != "0" && m_layout->value("showMasterSp") != "false";
    for (const Part* each : {showsMaster ? m_master.get() : nullptr, m_layout.get()})
        if (const Part* shapes = each ? each->at({"cSld", "spTree"}) : nullptr)
            readDrawings(*shapes, {});
}

void Ground::readTheme(const Template& look, const QByteArray& master)
{
    const auto theme = treeOf(look.bytes(targetOf(look, master, "theme")));
    if (const Part* colours = theme->at({"themeElements", "clrScheme"}))
        for (const Part& each : colours->children)
            if (const auto colour = colourOf(each))
                m_theme[each.name] = *colour;
}

void Ground::readBackground(const Part& tree)
{
    if (const Part* properties = tree.at({"cSld", "bg", "bgPr"}))
        addArea(m_slide, *properties);
    const Part* reference = tree.at({"cSld", "bg", "bgRef"});
    if (!reference)
        return;
    // Grounds of the theme above the first are gradients and pictures of this colour.
    if (const auto colour = colourOf(*reference))
        m_areas.push_back({m_slide, colour});
}

void Ground::addArea(const Box& box, const Part& properties)
{
    for (const Part& fill : properties.children) {
        if (!isSeen(fill))
            continue;
        if (fill.name == "blipFill")
            m_areas.push_back({box, std::nullopt});
        else if (fill.name == "solidFill" || fill.name == "gradFill" || fill.name == "pattFill")
            if (const auto colour = fill.name == "solidFill" ? colourOf(fill) : averageOf(fill))
                m_areas.push_back({box, colour});
    }
}

void Ground::readDrawings(const Part& tree, const Shift& shift)
{
    const auto placed = [&](const Box& box) {
        return Box{shift.x + box.x * shift.sx, shift.y + box.y * shift.sy, box.w * shift.sx, box.h * shift.sy};
    };
    for (const Part& each : tree.children) {
        const Part* frame = each.at({each.name == "grpSp" ? "grpSpPr" : "spPr", "xfrm"});
        if (each.name == "grpSp" && frame) {
            const Box outer = placed(boxOf(*frame));
            const Part* from = frame->child("chOff");
            const Part* size = frame->child("chExt");
            if (!from || !size || size->number("cx") <= 0 || size->number("cy") <= 0)
                continue;
            Shift inner;
            inner.sx = outer.w / (size->number("cx") / Xml::perPoint);
            inner.sy = outer.h / (size->number("cy") / Xml::perPoint);
            inner.x = outer.x - from->number("x") / Xml::perPoint * inner.sx;
            inner.y = outer.y - from->number("y") / Xml::perPoint * inner.sy;
            readDrawings(each, inner);
        } else if (each.name == "pic" && frame) {
            m_areas.push_back({placed(boxOf(*frame)), std::nullopt});
        } else if (each.name == "sp" && frame && !each.at({"nvSpPr", "nvPr", "ph"})) {
            addArea(placed(boxOf(*frame)), *each.child("spPr"));
        }
    }
}

std::optional<Ground::Rgb> Ground::scheme(const QByteArray& name) const
{
    const auto named = m_names.find(name);
    const auto found = m_theme.find(named == m_names.end() ? name : named->second);
    return found == m_theme.end() ? std::nullopt : std::optional(found->second);
}

/// Of a fill, or of whatever else has one colour in it. Shades are worked out on the parts: near enough to tell light
/// from dark.
std::optional<Ground::Rgb> Ground::colourOf(const Part& fill) const
{
    for (const Part& each : fill.children) {
        std::optional<Rgb> colour;
        const auto fromHex = [&](const QByteArray& hex) {
            bool isHex = false;
            const uint value = hex.toUInt(&isHex, 16);
            if (isHex)
                colour = Rgb{((value >> 16) & 255) / 255.0, ((value >> 8) & 255) / 255.0, (value & 255) / 255.0};
        };
        if (each.name == "srgbClr")
            fromHex(each.value());
        else if (each.name == "sysClr")
            fromHex(each.value("lastClr"));
        else if (each.name == "schemeClr")
            colour = scheme(each.value());
        else if (each.name == "prstClr" && (each.value() == "white" || each.value() == "black"))
            fromHex(each.value() == "white" ? "ffffff" : "000000");
        if (!colour)
            continue;
        for (const Part& change : each.children) {
            const double part = change.number() / whole;
            const auto all = [&](auto to) { colour = Rgb{to(colour->r), to(colour->g), to(colour->b)}; };
            if (change.name == "lumMod" || change.name == "shade")
                all([&](double c) { return c * part; });
            else if (change.name == "lumOff")
                all([&](double c) { return std::min(1.0, c + part); });
            else if (change.name == "tint")
                all([&](double c) { return 1 - (1 - c) * part; });
        }
        return colour;
    }
    return std::nullopt;
}

std::optional<Ground::Rgb> Ground::averageOf(const Part& gradient) const
{
    Rgb sum;
    double count = 0;
    const Part* stops = gradient.child("gsLst");
    for (const Part& each : stops ? stops->children : gradient.children)
        if (const auto colour = colourOf(each)) {
            sum = {sum.r + colour->r, sum.g + colour->g, sum.b + colour->b};
            ++count;
        }
    return count == 0 ? std::nullopt : std::optional(Rgb{sum.r / count, sum.g / count, sum.b / count});
}

std::optional<Ground::Rgb> Ground::inkColour(Ink ink) const { return scheme(schemeName(ink)); }

/// As somebody said it: the layout's place, the master's place, the master's style of titles.
std::optional<Ground::Rgb> Ground::chosenColour(const QByteArray& type) const
{
    const bool isTitle = type == "title" || type == "ctrTitle";
    const Part* styles[] = {placeIn(*m_layout, type),
                            placeIn(*m_master, isTitle ? QByteArray("title") : QByteArray("body"))};
    for (const Part* place : styles) {
        const Part* look = place ? place->at({"txBody", "lstStyle", "lvl1pPr", "defRPr", "solidFill"}) : nullptr;
        if (look)
            return colourOf(*look);
    }
    const Part* look =
        m_master->at({"txStyles", isTitle ? "titleStyle" : "bodyStyle", "lvl1pPr", "defRPr", "solidFill"});
    return look ? colourOf(*look) : std::nullopt;
}

const Ground::Area* Ground::beneath(const Box& box) const
{
    const auto found =
        std::find_if(m_areas.rbegin(), m_areas.rend(), [&](const Area& each) { return covered(box, each.box) >= 0.5; });
    return found == m_areas.rend() ? &m_areas.front() : &*found;
}

double Ground::contrast(const Rgb& one, const Rgb& other)
{
    const auto light = [](const Rgb& colour) {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    };
    const double a = light(one);
    const double b = light(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool Ground::isReadable(Ink ink, const Box& box) const
{
    const auto colour = inkColour(ink);
    const auto under = beneath(box)->colour;
    return !colour || (under && contrast(*colour, *under) >= readable);
}

bool Ground::isReadableOnPlate(Ink ink) const
{
    const auto colour = inkColour(ink);
    const auto plate = inkColour(Ink::Back);
    return !colour || !plate || contrast(*colour, *plate) >= readable;
}

bool Ground::isPlain(const Box& box) const
{
    constexpr int side = 4;
    return std::ranges::all_of(cellsOf(box, side), [&](const Box& each) { return isReadable(Ink::Text, each); });
}

bool Ground::isEven(const Box& box) const
{
    constexpr int side = 12;
    const Area* most = beneath(box);
    const auto text = inkColour(Ink::Text);
    return std::ranges::all_of(cellsOf(box, side), [&](const Box& each) {
        const Area* under = beneath(each);
        return under == most || !text || (under->colour && contrast(*text, *under->colour) >= softer);
    });
}

bool Ground::isPicture(const Box& box) const { return !beneath(box)->colour; }

Ink Ground::inkOn(const Box& box, bool isSmallPrint) const
{
    const auto under = beneath(box)->colour;
    const auto text = inkColour(Ink::Text);
    const auto back = inkColour(Ink::Back);
    const Ink usual = isSmallPrint ? Ink::Muted : Ink::Text;
    if (!under || !text || !back)
        return usual;
    const double own = contrast(*text, *under);
    if (own >= (isSmallPrint ? softer : readable))
        return usual;
    return contrast(*back, *under) > own ? Ink::Back : Ink::Text;
}

Ground::Answer Ground::inPlace(const QByteArray& type, const Box& box) const
{
    std::optional<Rgb> under = beneath(box)->colour;
    bool hasOwnGround = false;
    // A place may have a ground of its own.
    const bool isTitle = type == "title" || type == "ctrTitle";
    for (const Part* place :
         {placeIn(*m_master, isTitle ? QByteArray("title") : QByteArray("body")), placeIn(*m_layout, type)})
        if (place)
            if (const Part* fill = place->at({"spPr", "solidFill"}); fill && isSeen(*fill)) {
                under = colourOf(*fill);
                hasOwnGround = true;
            }
    const auto chosen = chosenColour(type);
    if (!under)
        return chosen ? Answer() : Answer{Ink::Text, true};
    const auto own = chosen ? chosen : inkColour(Ink::Text);
    if (!own)
        return {};
    const auto text = inkColour(Ink::Text);
    const auto back = inkColour(Ink::Back);
    Answer answer;
    if (contrast(*own, *under) < readable)
        answer.ink = text && back && contrast(*back, *under) > contrast(*text, *under) ? Ink::Back : Ink::Text;
    // Half of the place on dark, half of it on light: no colour can be read on both.
    constexpr int side = 6;
    const Rgb written = answer.ink ? inkColour(*answer.ink).value_or(*own) : *own;
    const std::vector<Box> cells = cellsOf(box, side);
    const auto lost = std::ranges::count_if(cells, [&](const Box& each) {
        const auto colour = beneath(each)->colour;
        return covered(each, m_slide) >= 0.5 && (!colour || contrast(written, *colour) < torn);
    });
    return !hasOwnGround && lost >= side ? Answer{Ink::Text, true} : answer;
}

} // namespace steward::deck
