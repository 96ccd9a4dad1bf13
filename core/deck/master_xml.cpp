// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/master_xml.h"

#include "core/deck/deck.h"
#include "core/deck/package.h"
#include "core/deck/shape_xml.h"

#include <algorithm>
#include <cmath>

namespace steward::deck {

namespace {

constexpr auto colourMap =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
    "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "
    "folHlink=\"folHlink\"/>";

constexpr Box footerBox{56, 503, 330, 20};
constexpr Box sourceBox{396, 503, 400, 20};
constexpr Box numberBox{804, 503, 100, 20};

QByteArray hex(Ink ink) { return QByteArray::number(rgb(ink), 16).toUpper().rightJustified(6, '0'); }

/// A placeholder of a master or layout: where it stands and how its text looks.
struct Holder
{
    const char* type;
    int index;
    const char* name;
    Box box;
    const char* prompt;
    const char* look; ///< attributes of bodyPr
    QByteArray style; ///< content of lstStyle
};

QByteArray levelStyle(int size, bool isStrong, Ink ink, const char* align)
{
    return QByteArray("<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"") + align +
           "\"><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/><a:defRPr sz=\"" + QByteArray::number(size * 100) +
           "\" b=\"" + (isStrong ? "1" : "0") + "\">" + solidFill(ink) + "</a:defRPr></a:lvl1pPr>";
}

void write(Xml& xml, qint64 id, const Holder& holder)
{
    const QByteArray type(holder.type);
    xml.raw("<p:sp><p:nvSpPr><p:cNvPr id=\"").number(id).raw("\" name=\"").raw(holder.name);
    xml.raw("\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph");
    if (!type.isEmpty())
        xml.raw(" type=\"").raw(type).raw("\"");
    if (holder.index > 1)
        xml.raw(" sz=\"quarter\"");
    if (holder.index > 0)
        xml.raw(" idx=\"").number(holder.index).raw("\"");
    xml.raw("/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"").emu(holder.box.x).raw("\" y=\"").emu(holder.box.y);
    xml.raw("\"/><a:ext cx=\"").emu(holder.box.w).raw("\" cy=\"").emu(holder.box.h);
    xml.raw("\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns=\"0\" "
            "tIns=\"0\" rIns=\"0\" bIns=\"0\" ");
    xml.raw(holder.look).raw("><a:noAutofit/></a:bodyPr><a:lstStyle>").raw(holder.style).raw("</a:lstStyle><a:p>");
    if (type == "sldNum")
        xml.raw("<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"en-GB\"/>"
                "<a:t>‹#›</a:t></a:fld>");
    else if (type != "ftr")
        xml.raw("<a:r><a:rPr lang=\"en-GB\"/><a:t>").raw(holder.prompt).raw("</a:t></a:r>");
    xml.raw("<a:endParaRPr lang=\"en-GB\"/></a:p></p:txBody></p:sp>");
}

Holder titleHolder()
{
    return {"title", 0, "Title", boxOf(Layout::Free, Place::Title), "Click to edit the title", "anchor=\"t\"", {}};
}
Holder footerHolder()
{
    return {"ftr", footerIndex, "Footer", footerBox, "", "anchor=\"ctr\"", levelStyle(12, false, Ink::Muted, "l")};
}
Holder numberHolder()
{
    return {
        "sldNum", numberIndex, "Slide number", numberBox, "", "anchor=\"ctr\"", levelStyle(12, false, Ink::Muted, "r")};
}

void rule(Xml& xml, qint64 id)
{
    xml.raw("<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"").number(id).raw("\" name=\"Footer line\"/><p:cNvCxnSpPr/><p:nvPr/>");
    xml.raw("</p:nvCxnSpPr><p:spPr><a:xfrm><a:off x=\"").emu(56).raw("\" y=\"").emu(497).raw("\"/><a:ext cx=\"");
    xml.emu(848).raw("\" cy=\"0\"/></a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"9525\">");
    xml.raw(solidFill(Ink::Rule)).raw("</a:ln></p:spPr></p:cxnSp>");
}

/// The trend line with today at its end, as on the icon.
void coverDrawing(Xml& xml, qint64 id)
{
    for (std::size_t i = 1; i < coverLine.size(); ++i) {
        const auto [x, y] = coverLine[i - 1];
        const auto [right, end] = coverLine[i];
        xml.raw("<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"").number(id++).raw("\" name=\"Line\"/><p:cNvCxnSpPr/><p:nvPr/>");
        xml.raw("</p:nvCxnSpPr><p:spPr><a:xfrm").raw(end < y ? " flipV=\"1\"" : "").raw("><a:off x=\"");
        xml.emu(x).raw("\" y=\"").emu(std::min(y, end)).raw("\"/><a:ext cx=\"").emu(right - x).raw("\" cy=\"");
        xml.emu(std::abs(end - y))
            .raw("\"/></a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"")
            .emu(coverLineWidth)
            .raw("\" cap=\"rnd\">");
        xml.raw(solidFill(Ink::Accent)).raw("</a:ln></p:spPr></p:cxnSp>");
    }
}

void openSlide(Xml& xml, const char* element, const char* attributes, const char* name, Ink background)
{
    xml.raw("<p:").raw(element).raw(" ").raw(slideNamespaces()).raw(attributes).raw("><p:cSld");
    if (*name)
        xml.raw(" name=\"").raw(name).raw("\"");
    xml.raw("><p:bg><p:bgPr>").raw(solidFill(background)).raw("<a:effectLst/></p:bgPr></p:bg>");
    ShapeWriter::openTree(xml);
}

} // namespace

QByteArray slideNamespaces()
{
    return QByteArray("xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"") +
           QByteArray(officeRelation).chopped(1) +
           "\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
}

QByteArray themePart(const QByteArray& name)
{
    const auto named = [](const char* tag, const QByteArray& colour) -> QByteArray {
        return QByteArray("<a:") + tag + "><a:srgbClr val=\"" + colour + "\"/></a:" + tag + ">";
    };
    Xml xml;
    xml.raw("<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"").raw(name);
    xml.raw("\"><a:themeElements><a:clrScheme name=\"Steward\">");
    xml.raw(named("dk1", hex(Ink::Text)) + named("lt1", hex(Ink::Back)) + named("dk2", hex(Ink::Dark)));
    xml.raw(named("lt2", hex(Ink::Tint)) + named("accent1", hex(Ink::Accent)) + named("accent2", hex(Ink::Before)));
    xml.raw(named("accent3", hex(Ink::Good)) + named("accent4", hex(Ink::Caution)));
    xml.raw(named("accent5", hex(Ink::Muted)) + named("accent6", hex(Ink::Rule)));
    xml.raw(named("hlink", hex(Ink::Accent)) + named("folHlink", hex(Ink::Muted)));
    xml.raw("</a:clrScheme><a:fontScheme name=\"Steward\">");
    for (const char* kind : {"major", "minor"})
        xml.raw("<a:")
            .raw(kind)
            .raw("Font><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:")
            .raw(kind)
            .raw("Font>");
    xml.raw("</a:fontScheme><a:fmtScheme name=\"Steward\"><a:fillStyleLst>");
    const QByteArray fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    const QByteArray line = "<a:ln w=\"9525\">" + fill + "</a:ln>";
    const QByteArray effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    xml.raw(fill + fill + fill).raw("</a:fillStyleLst><a:lnStyleLst>").raw(line + line + line);
    xml.raw("</a:lnStyleLst><a:effectStyleLst>").raw(effect + effect + effect);
    xml.raw("</a:effectStyleLst><a:bgFillStyleLst>").raw(fill + fill + fill);
    xml.raw("</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>");
    return xml.bytes();
}

QByteArray masterPart(const std::vector<QByteArray>& layoutIds)
{
    Xml xml(12'000);
    openSlide(xml, "sldMaster", "", "", Ink::Back);
    write(xml, 2, titleHolder());
    write(xml, 3, {"body", 1, "Text", contentBox, "Click to edit the text", "anchor=\"t\"", {}});
    write(xml, 4, footerHolder());
    write(xml, 5, numberHolder());
    xml.raw("</p:spTree></p:cSld>").raw(colourMap).raw("<p:sldLayoutIdLst>");
    qint64 id = 2'147'483'649;
    for (const QByteArray& each : layoutIds)
        xml.raw("<p:sldLayoutId id=\"").number(id++).raw("\" r:id=\"").raw(each).raw("\"/>");
    xml.raw("</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:lnSpc><a:spcPct val=\"95000\"/>"
            "</a:lnSpc><a:spcBef><a:spcPct val=\"0\"/></a:spcBef><a:buNone/><a:defRPr sz=\"2800\" b=\"1\" "
            "kern=\"1200\">");
    xml.raw(solidFill(Ink::Text))
        .raw("<a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/>"
             "<a:cs typeface=\"+mj-cs\"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>");
    for (int level = 1; level <= 9; ++level) {
        const QByteArray tag = "a:lvl" + QByteArray::number(level) + "pPr";
        xml.raw("<" + tag + " marL=\"").number(228'600 * level).raw("\" indent=\"-228600\" algn=\"l\"><a:spcBef>");
        xml.raw(
            "<a:spcPts val=\"600\"/></a:spcBef><a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/><a:defRPr sz=\"");
        xml.number(level == 1 ? 2000 : 1800).raw("\">").raw(solidFill(Ink::Text));
        xml.raw("<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></" +
                tag + ">");
    }
    xml.raw("</p:bodyStyle><p:otherStyle><a:defPPr><a:defRPr lang=\"en-GB\"/></a:defPPr></p:otherStyle></p:txStyles>");
    return xml.raw("</p:sldMaster>").bytes();
}

QByteArray layoutPart(Layout layout)
{
    Xml xml(8'000);
    if (layout == Layout::Cover) {
        openSlide(xml, "sldLayout", " type=\"title\" preserve=\"1\" showMasterSp=\"0\"", "Cover", Ink::Dark);
        write(xml, 2,
              {"ctrTitle", 0, "Title", boxOf(layout, Place::Title), "Click to edit the title", "anchor=\"b\"",
               levelStyle(coverTitleSize, true, Ink::Back, "l")});
        write(xml, 3,
              {"subTitle", 1, "Subtitle", boxOf(layout, Place::Subtitle), "Click to edit the subtitle", "anchor=\"t\"",
               levelStyle(22, false, Ink::Before, "l")});
        coverDrawing(xml, 4);
    } else {
        const bool hasBody = layout == Layout::Body;
        openSlide(xml, "sldLayout", hasBody ? " type=\"obj\" preserve=\"1\"" : " type=\"titleOnly\" preserve=\"1\"",
                  hasBody ? "Title and text" : "Title only", Ink::Back);
        write(xml, 2, titleHolder());
        write(xml, 3,
              {"body", kickerIndex, "Part", boxOf(layout, Place::Kicker), "Part of the hour", "anchor=\"t\"",
               levelStyle(14, true, Ink::Accent, "l")});
        if (hasBody)
            write(xml, 4, {"", 1, "Content", contentBox, "Click to edit the text", "anchor=\"t\"", {}});
        write(xml, 5, footerHolder());
        write(xml, 6,
              {"body", sourceIndex, "Source", sourceBox, "Where the figures come from", "anchor=\"ctr\"",
               levelStyle(12, false, Ink::Muted, "l")});
        write(xml, 7, numberHolder());
        rule(xml, 8);
    }
    return xml.raw("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>").bytes();
}

QByteArray notesMasterPart()
{
    Xml xml(6'000);
    openSlide(xml, "notesMaster", "", "", Ink::Back);
    xml.raw("<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
            "noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr>"
            "<a:xfrm><a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm>"
            "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln w=\"12700\">");
    xml.raw(solidFill(Ink::Muted)).raw("</a:ln></p:spPr></p:sp>");
    write(xml, 3, {"body", 3, "Notes", Box{54, 346, 432, 283}, "Click to edit the notes", "anchor=\"t\"", {}});
    write(xml, 4, {"sldNum", 5, "Slide number", Box{306, 684, 180, 30}, "", "anchor=\"b\"", {}});
    xml.raw("</p:spTree></p:cSld>").raw(colourMap).raw("<p:notesStyle>");
    for (int level = 1; level <= 9; ++level) {
        const QByteArray tag = "a:lvl" + QByteArray::number(level) + "pPr";
        xml.raw("<" + tag + " marL=\"").number(228'600 * (level - 1)).raw("\" algn=\"l\"><a:defRPr sz=\"1200\">");
        xml.raw(solidFill(Ink::Text)).raw("<a:latin typeface=\"+mn-lt\"/></a:defRPr></" + tag + ">");
    }
    return xml.raw("</p:notesStyle></p:notesMaster>").bytes();
}

} // namespace steward::deck
