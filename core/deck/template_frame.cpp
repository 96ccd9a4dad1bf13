// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/template_frame.h"

#include "core/deck/master_xml.h"
#include "core/deck/xml.h"

#include <QXmlStreamReader>
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace steward::deck {

namespace {

bool isOneOf(const QByteArray& kind, std::initializer_list<const char*> kinds)
{
    return std::ranges::any_of(kinds, [&](const char* each) { return kind == each; });
}

/// Kinds that speak of slides, people or machines of the template's author.
bool staysBehind(const QByteArray& kind)
{
    return isOneOf(kind, {"slide", "notesSlide", "tags", "customXml", "customXmlProps", "comments", "commentAuthors",
                          "printerSettings", "vbaProject", "control", "presProps", "viewProps"});
}

using Drops = std::function<bool(const QXmlStreamReader&, int depth)>;
using Before = std::function<QByteArray(QStringView name, int depth)>;

/// The part again, without some elements and with markup before others; in UTF-8, whatever it was in.
QByteArray rewritten(const QByteArray& part, const Drops& drops, const Before& before)
{
    QXmlStreamReader reader(part);
    reader.setNamespaceProcessing(false);
    Xml xml(part.size());
    int depth = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (drops(reader, depth)) {
                reader.skipCurrentElement();
                continue;
            }
            xml.raw(before(reader.qualifiedName(), depth)).raw("<").raw(reader.qualifiedName().toUtf8());
            for (const QXmlStreamAttribute& each : reader.attributes())
                xml.raw(" ").raw(each.qualifiedName().toUtf8()).raw("=\"").text(each.value()).raw("\"");
            xml.raw(">");
            ++depth;
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
            xml.raw("</").raw(reader.qualifiedName().toUtf8()).raw(">");
        } else if (token == QXmlStreamReader::Characters) {
            xml.text(reader.text());
        }
    }
    return xml.bytes();
}

QStringView localName(QStringView name) { return name.mid(name.indexOf(u':') + 1); }

/// Whether an element names a relationship that stays behind.
bool namesOneOf(const QXmlStreamReader& reader, const std::set<QString>& ids)
{
    return std::ranges::any_of(reader.attributes(), [&](const QXmlStreamAttribute& each) {
        return each.qualifiedName().contains(u':') && ids.contains(each.value().toString());
    });
}

/// Without the elements that name a relationship which stays behind (a link to one of the template's slides).
QByteArray withoutLinks(const QByteArray& part, const std::set<QString>& ids)
{
    return rewritten(
        part, [&](const QXmlStreamReader& reader, int) { return namesOneOf(reader, ids); },
        [](QStringView, int) { return QByteArray(); });
}

/// The part; what it leads to joins those that wait.
void copyPart(const Template& look, const QByteArray& part, Package& package, std::vector<QByteArray>& waiting)
{
    std::set<QString> left;
    std::vector<TemplateRelation> kept;
    for (const TemplateRelation& each : look.relations(part)) {
        if (staysBehind(each.kind()) || !look.leadsSomewhere(each))
            left.insert(QString::fromUtf8(each.id));
        else
            kept.push_back(each);
    }
    const QByteArray content = look.bytes(part);
    package.add(part, look.typeOf(part), left.empty() ? content : withoutLinks(content, left));
    for (const TemplateRelation& each : kept) {
        package.relateAs(part, each.id, each.type, each.target, each.isExternal);
        if (!each.isExternal)
            waiting.push_back(each.target);
    }
}

/// Of the presentation itself: what a look is made of.
bool isLook(const Template& look, const TemplateRelation& relation)
{
    return isOneOf(relation.kind(), {"slideMaster", "theme", "notesMaster", "handoutMaster", "tableStyles", "font"}) &&
           !relation.isExternal && look.leadsSomewhere(relation);
}

constexpr double leastType = 10; ///< smaller is not read in a room

/// From our places to the template's content: all of its width and height, type by the scarcer of the two.
struct Scale
{
    double across = 1;
    double down = 1;
    double x = 0;
    double y = 0;
    [[nodiscard]] double least() const { return std::min(across, down); }
    [[nodiscard]] double type(double size) const { return std::max(std::min(size, leastType), size * least()); }
    [[nodiscard]] Box of(const Box& box) const
    {
        return {x + box.x * across, y + box.y * down, box.w * across, box.h * down};
    }
    /// What is round stays round.
    [[nodiscard]] Box ofDisc(const Box& box) const
    {
        return {x + box.x * across, y + box.y * down, box.w * least(), box.h * least()};
    }
};

constexpr double above = 24; ///< for the line above the title
constexpr double below = 20; ///< for the source
constexpr double contentTop = 144;
constexpr double contentBottom = 492;

void scale(Element& element, const Scale& to)
{
    if (auto* text = std::get_if<Text>(&element)) {
        text->box = to.of(text->box);
        for (Paragraph& each : text->paragraphs) {
            each.size = to.type(each.size);
            each.spaceBefore *= to.down;
        }
    } else if (auto* mark = std::get_if<Mark>(&element)) {
        mark->box = mark->form == Mark::Form::Disc ? to.ofDisc(mark->box) : to.of(mark->box);
    } else if (auto* chart = std::get_if<Chart>(&element)) {
        chart->box = to.of(chart->box);
        chart->textSize = to.type(chart->textSize);
    } else if (auto* table = std::get_if<Table>(&element)) {
        const Box at = to.of({table->x, table->y, 0, 0});
        table->x = at.x;
        table->y = at.y;
        table->size = to.type(table->size);
        for (Column& each : table->columns)
            each.width *= to.across;
        for (Row& each : table->rows)
            each.height *= to.down;
    }
}

Text textAt(const QString& name, const Box& box, const QString& text, double size, bool isStrong)
{
    return {name, box, {{{{text, isStrong ? Ink::Accent : Ink::Text, isStrong}}, size}}};
}

/// The largest size in which the title has room, by a wide letter.
double fittingSize(const QString& title, const Box& box, double size)
{
    constexpr double letter = 0.56;
    constexpr double inset = 15;
    constexpr double least = 16;
    const auto fits = [&](double each) {
        const double perLine = std::max(1.0, (box.w - inset) / (letter * each));
        return std::ceil(static_cast<double>(title.size()) / perLine) * each * 1.2 <= box.h - inset / 2;
    };
    while (size > least && !fits(size))
        size -= 1;
    return size;
}

/// place: of the layout; nullptr: it has none, the title takes the strip at the top.
Text titleOn(const Text& title, const Template& look, const TemplatePlace* place, double largest)
{
    Text made = title;
    const double own = look.titleSize();
    const Box box = place ? place->box : look.topStrip();
    const double size = fittingSize(title.text(), box, largest);
    made.box = place ? Box{} : box; // empty: as the layout has it
    for (Paragraph& each : made.paragraphs)
        each.size = size < own ? size : 0;
    return made;
}

Slide coverOn(const Slide& slide, const Template& look)
{
    Slide made = slide;
    made.elements.clear();
    const TemplatePlace* place = look.cover().place("subTitle");
    constexpr double height = 120;
    const TemplatePlace* title = look.cover().title();
    const Box top = title ? title->box : look.topStrip();
    const double y = std::min(top.y + top.h + 10, look.height() - height - 10);
    Text rest{QStringLiteral("Subtitle"), place ? Box{} : Box{top.x, y, top.w, height}, {}};
    for (const Element& each : slide.elements) {
        const auto* text = std::get_if<Text>(&each);
        if (!text)
            continue;
        if (text->place == Place::Title)
            made.elements.emplace_back(titleOn(*text, look, title, look.titleSize()));
        else
            for (const Paragraph& line : text->paragraphs)
                rest.paragraphs.push_back({{{line.text()}}, place ? 0.0 : 16.0, Align::Left, 4});
    }
    if (place)
        rest.place = Place::Subtitle;
    if (!rest.paragraphs.empty())
        made.elements.emplace_back(std::move(rest));
    return made;
}

} // namespace

void copyLook(const Template& look, Package& package)
{
    std::vector<QByteArray> waiting;
    for (const TemplateRelation& each : look.relations(look.presentation())) {
        if (!isLook(look, each))
            continue;
        package.relateAs(look.presentation(), each.id, each.type, each.target, false);
        waiting.push_back(each.target);
    }
    while (!waiting.empty()) {
        const QByteArray part = waiting.back();
        waiting.pop_back();
        if (!package.has(part))
            copyPart(look, part, package, waiting);
    }
}

std::optional<QByteArray> takesFrom(const Template& look, const char* kind)
{
    for (const TemplateRelation& each : look.relations(look.presentation()))
        if (each.kind() == kind && isLook(look, each))
            return each.target;
    return std::nullopt;
}

QByteArray presentationOn(const Template& look, const QByteArray& notesId, const std::vector<QByteArray>& slideIds,
                          const QByteArray& end)
{
    const QByteArray names = slideNamespaces();
    QByteArray ours;
    if (!notesId.isEmpty())
        ours += "<p:notesMasterIdLst " + names + "><p:notesMasterId r:id=\"" + notesId + "\"/></p:notesMasterIdLst>";
    const QByteArray notes = ours;
    QByteArray slides = "<p:sldIdLst " + names + ">";
    qint64 id = firstSlideId;
    for (const QByteArray& each : slideIds)
        slides += "<p:sldId id=\"" + QByteArray::number(id++) + "\" r:id=\"" + each + "\"/>";
    slides += "</p:sldIdLst>";
    std::set<QString> left;
    for (const TemplateRelation& each : look.relations(look.presentation()))
        if (!isLook(look, each))
            left.insert(QString::fromUtf8(each.id));
    const auto drops = [&](const QXmlStreamReader& reader, int depth) {
        const QByteArray name = localName(reader.qualifiedName()).toLatin1();
        const bool isOfSlides = depth == 1 && isOneOf(name, {"sldIdLst", "custShowLst", "custDataLst", "modifyVerifier",
                                                             "extLst", "photoAlbum"});
        const bool isReplaced = depth == 1 && !notesId.isEmpty() && name == "notesMasterIdLst";
        return isOfSlides || isReplaced || namesOneOf(reader, left);
    };
    bool hasNotes = notes.isEmpty();
    bool hasSlides = false;
    const auto before = [&](QStringView qualified, int depth) {
        const QByteArray name = localName(qualified).toLatin1();
        QByteArray markup;
        if (depth != 1 || name == "sldMasterIdLst")
            return markup;
        if (!std::exchange(hasNotes, true))
            markup += notes;
        if (name != "notesMasterIdLst" && name != "handoutMasterIdLst" && !std::exchange(hasSlides, true))
            markup += slides;
        return markup;
    };
    QByteArray made = rewritten(look.bytes(look.presentation()), drops, before);
    return made.insert(made.lastIndexOf("</"), end);
}

QByteArray inTheirInks(const QByteArray& markup)
{
    static const std::map<QByteArray, QByteArray> theirs = [] {
        const auto shade = [](const char* name, int part, int more) {
            QByteArray to = "<a:schemeClr val=\"" + QByteArray(name) + "\"><a:lumMod val=\"" +
                            QByteArray::number(part * 1000) + "\"/>";
            if (more > 0)
                to += "<a:lumOff val=\"" + QByteArray::number(more * 1000) + "\"/>";
            return QByteArray(to + "</a:schemeClr>");
        };
        return std::map<QByteArray, QByteArray>{
            {schemeName(Ink::Muted), shade("tx1", 65, 35)},      {schemeName(Ink::Before), shade("tx1", 25, 75)},
            {schemeName(Ink::Rule), shade("tx1", 15, 85)},       {schemeName(Ink::Tint), shade("bg1", 95, 0)},
            {schemeName(Ink::Caution), shade("accent2", 75, 0)}, {schemeName(Ink::Good), shade("accent1", 75, 0)}};
    }();
    static const QByteArray start = "<a:schemeClr val=\"";
    static const QByteArray end = "\"/>";
    QByteArray made;
    made.reserve(markup.size() * 5 / 4);
    qsizetype at = 0;
    for (qsizetype next = markup.indexOf(start); next >= 0; next = markup.indexOf(start, at)) {
        const qsizetype name = next + start.size();
        const qsizetype stop = markup.indexOf(end, name);
        const auto found = theirs.find(markup.mid(name, stop - name));
        made += markup.mid(at, next - at);
        made += found == theirs.end() ? markup.mid(next, stop + end.size() - next) : found->second;
        at = stop + end.size();
    }
    return made + markup.mid(at);
}

double titleSizeOn(const std::vector<Slide>& slides, const Template& look)
{
    constexpr double least = 22;
    const Box box = look.heading() ? look.heading()->box : look.topStrip();
    double size = look.titleSize();
    for (const Slide& each : slides)
        if (each.layout != Layout::Cover)
            size = std::min(size, fittingSize(each.title(), box, size));
    return std::min(std::max(size, least), look.titleSize());
}

Slide placedOn(const Slide& slide, const Template& look, double titleSize)
{
    if (slide.layout == Layout::Cover)
        return coverOn(slide, look);
    const Box room = look.content();
    Scale to;
    to.across = room.w / contentBox.w;
    to.down = room.h / (contentBottom - contentTop + above + below);
    to.x = room.x - contentBox.x * to.across;
    to.y = room.y + (above - contentTop) * to.down;
    Slide made = slide;
    made.elements.clear();
    made.source.clear();
    constexpr double edge = 8;
    if (!look.isPlain())
        made.elements.emplace_back(
            Mark{Mark::Form::Card, {room.x - edge, room.y - edge, room.w + 2 * edge, room.h + 2 * edge}, Ink::Back});
    for (Element each : slide.elements) {
        auto* text = std::get_if<Text>(&each);
        if (text && text->place == Place::Title) {
            made.elements.emplace_back(titleOn(*text, look, look.heading(), titleSize));
        } else if (text && text->place == Place::Kicker) {
            made.elements.emplace_back(
                textAt(text->name, {room.x, room.y, room.w, above * to.down}, text->text(), to.type(13), true));
        } else {
            if (text)
                text->place = Place::None;
            scale(each, to);
            made.elements.push_back(std::move(each));
        }
    }
    const Box foot{room.x, room.y + room.h - below * to.down, room.w, below * to.down};
    if (!slide.source.isEmpty())
        made.elements.emplace_back(textAt(QStringLiteral("Source"), foot, slide.source, to.type(11), false));
    return made;
}

PlaceInks makeReadable(Slide& slide, const Template& look, const Ground& ground)
{
    const bool isCover = slide.layout == Layout::Cover;
    const TemplatePlace* title = isCover ? look.cover().title() : look.heading();
    const TemplatePlace* subtitle = isCover ? look.cover().place("subTitle") : nullptr;
    PlaceInks inks;
    std::vector<Element> plates;
    const auto write = [&](const TemplatePlace* place, const Box& box, std::optional<Ink>& ink) {
        const Ground::Answer answer = ground.inPlace(place ? place->type : QByteArray("title"), box);
        ink = answer.ink;
        const double edge = std::clamp(box.x, 0.0, 8.0); // letters may begin where the place does
        if (answer.needsPlate)
            plates.emplace_back(Mark{Mark::Form::Card, {box.x - edge, box.y, box.w + edge, box.h}, Ink::Back});
    };
    write(title, title ? title->box : look.topStrip(), inks.title);
    if (subtitle)
        write(subtitle, subtitle->box, inks.subtitle);
    const bool isAccentReadable =
        look.isPlain() ? ground.isReadable(Ink::Accent, look.content()) : ground.isReadableOnPlate(Ink::Accent);
    for (Element& each : slide.elements) {
        auto* text = std::get_if<Text>(&each);
        if (!text || text->place != Place::None)
            continue;
        if (isCover && ground.isPicture(text->box))
            plates.emplace_back(Mark{Mark::Form::Card, text->box, Ink::Back});
        const Ink usual = isCover && !ground.isPicture(text->box) ? ground.inkOn(text->box) : Ink::Text;
        for (Paragraph& line : text->paragraphs)
            for (Run& run : line.runs)
                if (isCover || (run.ink == Ink::Accent && !isAccentReadable))
                    run.ink = usual;
    }
    slide.elements.insert(slide.elements.begin(), plates.begin(), plates.end());
    return inks;
}

} // namespace steward::deck
