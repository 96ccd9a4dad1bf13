// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/shape_xml.h"

#include <algorithm>

namespace steward::deck {

namespace {

/// "No style, no grid", built into every program: lines and inks stand in the cells.
constexpr auto plainTable = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";

const char* ownMarkup(Place place, Layout layout)
{
    switch (place) {
    case Place::Title:
        return layout == Layout::Cover ? "<p:ph type=\"ctrTitle\"/>" : "<p:ph type=\"title\"/>";
    case Place::Subtitle:
        return "<p:ph type=\"subTitle\" idx=\"1\"/>";
    case Place::Kicker:
        return "<p:ph type=\"body\" sz=\"quarter\" idx=\"13\"/>";
    case Place::Body:
        return "<p:ph idx=\"1\"/>";
    case Place::None:
        break;
    }
    return "";
}

/// Title, subtitle and kicker look as the layout says; the master's type for the body is for lists.
bool looksLikeLayout(Place place) { return place != Place::None && place != Place::Body; }

const char* anchorName(Anchor anchor) { return anchor == Anchor::Top ? "t" : anchor == Anchor::Middle ? "ctr" : "b"; }
const char* alignName(Align align) { return align == Align::Left ? "l" : align == Align::Centre ? "ctr" : "r"; }

const char* formName(Mark::Form form)
{
    switch (form) {
    case Mark::Form::Bar:
        return "rect";
    case Mark::Form::Card:
        return "roundRect";
    case Mark::Form::Disc:
        return "ellipse";
    case Mark::Form::Rule:
        return "line";
    }
    return "rect";
}

} // namespace

QByteArray solidFill(Ink ink)
{
    return QByteArray("<a:solidFill><a:schemeClr val=\"") + schemeName(ink) + "\"/></a:solidFill>";
}

QByteArray ShapeWriter::placeMarkup(Place place) const
{
    if (m_titleType.isEmpty())
        return ownMarkup(place, m_layout);
    if (place == Place::Title)
        return "<p:ph type=\"" + m_titleType + "\"/>";
    return "<p:ph type=\"subTitle\" idx=\"" + QByteArray::number(m_subtitleIndex) + "\"/>";
}

void ShapeWriter::openTree(Xml& xml)
{
    xml.raw("<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
            "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>"
            "<a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>");
}

void ShapeWriter::open(const char* element, const QString& name, const QString& alt, bool isDecoration)
{
    m_xml.raw("<p:").raw(element).raw("><p:cNvPr id=\"").number(nextId()).raw("\" name=\"").text(name).raw("\"");
    if (!alt.isEmpty())
        m_xml.raw(" descr=\"").text(alt).raw("\"");
    if (!isDecoration) {
        m_xml.raw("/>");
        return;
    }
    m_xml.raw("><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative "
              "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext>"
              "</a:extLst></p:cNvPr>");
}

void ShapeWriter::frame(const char* tag, const Box& box, bool isFlipped)
{
    m_xml.raw("<").raw(tag).raw(isFlipped ? " flipV=\"1\">" : ">");
    m_xml.raw("<a:off x=\"").emu(box.x).raw("\" y=\"").emu(box.y).raw("\"/><a:ext cx=\"").emu(std::max(0.0, box.w));
    m_xml.raw("\" cy=\"").emu(std::max(0.0, box.h)).raw("\"/></").raw(tag).raw(">");
}

void ShapeWriter::run(const Run& run, double size, bool hasOwnLook, bool hasSize, std::optional<Ink> ink)
{
    m_xml.raw("<a:r><a:rPr lang=\"").text(m_language).raw("\"");
    if (hasOwnLook)
        m_xml.raw(" sz=\"").number(qRound64(size * 100)).raw("\" b=\"").raw(run.isStrong ? "1" : "0").raw("\"");
    else if (size > 0 && hasSize)
        m_xml.raw(" sz=\"").number(qRound64(size * 100)).raw("\"");
    m_xml.raw(" dirty=\"0\">");
    if (hasOwnLook || ink)
        m_xml.raw(solidFill(ink.value_or(run.ink)));
    m_xml.raw("</a:rPr><a:t>").text(run.text).raw("</a:t></a:r>");
}

void ShapeWriter::paragraph(const Paragraph& paragraph, bool hasOwnLook, bool hasSize, std::optional<Ink> ink)
{
    m_xml.raw("<a:p>");
    if (hasOwnLook) {
        m_xml.raw("<a:pPr marL=\"0\" indent=\"0\" algn=\"").raw(alignName(paragraph.align)).raw("\">");
        m_xml.raw("<a:spcBef><a:spcPts val=\"").number(qRound64(paragraph.spaceBefore * 100));
        m_xml.raw("\"/></a:spcBef><a:buNone/></a:pPr>");
    }
    for (const Run& each : paragraph.runs)
        if (!each.text.isEmpty())
            run(each, paragraph.size, hasOwnLook, hasSize, ink);
    m_xml.raw("<a:endParaRPr lang=\"").text(m_language).raw("\" dirty=\"0\"/></a:p>");
}

void ShapeWriter::body(const Text& text)
{
    const bool hasOwnLook = !looksLikeLayout(text.place);
    m_xml.raw("<p:txBody><a:bodyPr");
    if (hasOwnLook)
        m_xml.raw(" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"")
            .raw(anchorName(text.anchor))
            .raw("\"><a:noAutofit/></a:bodyPr>");
    else
        m_xml.raw("/>");
    m_xml.raw("<a:lstStyle/>");
    const bool isCoverTitle = m_layout == Layout::Cover && text.place == Place::Title;
    const std::optional<Ink> ink = text.place == Place::Title      ? m_titleInk
                                   : text.place == Place::Subtitle ? m_subtitleInk
                                                                   : std::nullopt;
    for (const Paragraph& each : text.paragraphs)
        paragraph(each, hasOwnLook, !m_titleType.isEmpty() || (isCoverTitle && each.size < coverTitleSize), ink);
    if (text.paragraphs.empty())
        paragraph({}, hasOwnLook);
    m_xml.raw("</p:txBody>");
}

void ShapeWriter::text(const Text& text)
{
    m_xml.raw("<p:sp>");
    open("nvSpPr", text.name, {}, false);
    if (text.place == Place::None)
        m_xml.raw("<p:cNvSpPr txBox=\"1\"/><p:nvPr/>");
    else
        m_xml.raw("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>")
            .raw(placeMarkup(text.place))
            .raw("</p:nvPr>");
    m_xml.raw("</p:nvSpPr>");
    const bool isForeign = !m_titleType.isEmpty();
    if (text.place != Place::None && text.box == (isForeign ? Box{} : boxOf(m_layout, text.place))) {
        m_xml.raw("<p:spPr/>");
    } else {
        m_xml.raw("<p:spPr>");
        frame("a:xfrm", text.box, false);
        m_xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>");
    }
    body(text);
    m_xml.raw("</p:sp>");
}

void ShapeWriter::mark(const Mark& mark)
{
    const bool isLine = mark.form == Mark::Form::Rule;
    m_xml.raw(isLine ? "<p:cxnSp>" : "<p:sp>");
    open(isLine ? "nvCxnSpPr" : "nvSpPr", QStringLiteral("Decoration"), {}, true);
    m_xml.raw(isLine ? "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>" : "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>");
    frame("a:xfrm", mark.box, false);
    m_xml.raw("<a:prstGeom prst=\"").raw(formName(mark.form)).raw("\"><a:avLst>");
    if (mark.form == Mark::Form::Card)
        m_xml.raw("<a:gd name=\"adj\" fmla=\"val 6000\"/>");
    m_xml.raw("</a:avLst></a:prstGeom>");
    if (isLine) {
        m_xml.raw("<a:ln w=\"").emu(mark.thickness).raw("\">").raw(solidFill(mark.ink)).raw("</a:ln></p:spPr>");
        m_xml.raw("</p:cxnSp>");
        return;
    }
    m_xml.raw(solidFill(mark.ink)).raw("<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>");
    m_xml.raw("<a:endParaRPr lang=\"").text(m_language).raw("\" dirty=\"0\"/></a:p></p:txBody></p:sp>");
}

void ShapeWriter::cell(const Cell& cell, const Column& column, const Row& row, double size)
{
    m_xml.raw("<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
    paragraph({{{cell.text, cell.ink, cell.isStrong}}, size, column.align, 0}, true);
    m_xml.raw("</a:txBody><a:tcPr marL=\"0\" marR=\"76200\" marT=\"25400\" marB=\"25400\" anchor=\"ctr\">");
    for (const char* side : {"L", "R", "T"})
        m_xml.raw("<a:ln").raw(side).raw(" w=\"0\"><a:noFill/></a:ln").raw(side).raw(">");
    m_xml.raw("<a:lnB w=\"").emu(row.isStrongRule ? 1.25 : 0.75).raw("\">");
    m_xml.raw(solidFill(row.isStrongRule ? Ink::Muted : Ink::Rule)).raw("</a:lnB><a:noFill/></a:tcPr></a:tc>");
}

void ShapeWriter::table(const Table& table)
{
    m_xml.raw("<p:graphicFrame>");
    open("nvGraphicFramePr", table.name, table.alt, false);
    m_xml.raw("<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>"
              "</p:nvGraphicFramePr>");
    frame("p:xfrm", table.box(), false);
    m_xml.raw("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl>"
              "<a:tblPr firstRow=\"1\"><a:tableStyleId>");
    m_xml.raw(plainTable).raw("</a:tableStyleId></a:tblPr><a:tblGrid>");
    for (const Column& each : table.columns)
        m_xml.raw("<a:gridCol w=\"").emu(each.width).raw("\"/>");
    m_xml.raw("</a:tblGrid>");
    for (const Row& row : table.rows) {
        m_xml.raw("<a:tr h=\"").emu(row.height).raw("\">");
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            cell(i < row.cells.size() ? row.cells[i] : Cell(), table.columns[i], row, table.size);
        m_xml.raw("</a:tr>");
    }
    m_xml.raw("</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
}

void ShapeWriter::chart(const Chart& chart, const QByteArray& chartId)
{
    m_xml.raw("<p:graphicFrame>");
    open("nvGraphicFramePr", chart.name, chart.alt, false);
    m_xml.raw("<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>"
              "</p:nvGraphicFramePr>");
    frame("p:xfrm", chart.box, false);
    m_xml.raw("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
              "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"");
    m_xml.raw(chartId).raw("\"/></a:graphicData></a:graphic></p:graphicFrame>");
}

void ShapeWriter::placeholder(const char* type, int index, const QString& name, const QString& text, Ink ink)
{
    const bool isNumber = qstrcmp(type, "sldNum") == 0;
    m_xml.raw("<p:sp>");
    open("nvSpPr", name, {}, false);
    m_xml.raw("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"").raw(type);
    m_xml.raw("\" sz=\"quarter\" idx=\"").number(index).raw("\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>");
    m_xml.raw("<a:lstStyle/><a:p><a:pPr algn=\"").raw(isNumber ? "r" : "l").raw("\"/>");
    if (isNumber)
        m_xml.raw("<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"");
    else
        m_xml.raw("<a:r><a:rPr lang=\"");
    // Said again here: not every program takes the look of a footer from the layout.
    m_xml.text(m_language).raw("\" sz=\"1200\" dirty=\"0\">").raw(solidFill(ink));
    m_xml.raw("<a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>").text(text);
    m_xml.raw(isNumber ? "</a:t></a:fld>" : "</a:t></a:r>").raw("<a:endParaRPr lang=\"").text(m_language);
    m_xml.raw("\" dirty=\"0\"/></a:p></p:txBody></p:sp>");
}

} // namespace steward::deck
