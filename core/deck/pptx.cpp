// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"

#include "core/deck/chart_workbook.h"
#include "core/deck/chart_xml.h"
#include "core/deck/master_xml.h"
#include "core/deck/package.h"
#include "core/deck/shape_xml.h"

#include <algorithm>
#include <array>

namespace steward::deck {

namespace {

const QByteArray presentationName = "ppt/presentation.xml";
const QByteArray masterName = "ppt/slideMasters/slideMaster1.xml";
const QByteArray notesMasterName = "ppt/notesMasters/notesMaster1.xml";
constexpr std::array layouts{Layout::Cover, Layout::Free, Layout::Body};

QByteArray slideType(const char* name) { return QByteArray(officeType) + "presentationml." + name + "+xml"; }
QByteArray relation(const char* name) { return QByteArray(officeRelation) + name; }
QByteArray numbered(const char* stem, std::size_t number, const char* ending = ".xml")
{
    return QByteArray(stem) + QByteArray::number(qulonglong(number)) + ending;
}
QByteArray layoutName(Layout layout)
{
    return numbered("ppt/slideLayouts/slideLayout", static_cast<std::size_t>(layout) + 1);
}

class Writer
{
public:
    explicit Writer(const Deck& deck)
        : m_deck(deck)
        , m_hasNotes(std::ranges::any_of(deck.slides, [](const Slide& each) { return !each.notes.isEmpty(); }))
    {
    }

    Result<QByteArray> bytes()
    {
        m_package.relate({}, relation("officeDocument"), presentationName);
        m_package.relate({}, "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                         "docProps/core.xml");
        m_package.relate({}, relation("extended-properties"), "docProps/app.xml");
        const QByteArray masterId = m_package.relate(presentationName, relation("slideMaster"), masterName);
        addMaster();
        const QByteArray notesId =
            m_hasNotes ? m_package.relate(presentationName, relation("notesMaster"), notesMasterName) : QByteArray();
        if (m_hasNotes)
            addNotesMaster();
        std::vector<QByteArray> slideIds;
        for (std::size_t i = 0; i < m_deck.slides.size(); ++i) {
            if (Status added = addSlide(i); !added)
                return tl::unexpected(added.error());
            slideIds.push_back(m_package.relate(presentationName, relation("slide"), slideName(i)));
        }
        addFrame(masterId, notesId, slideIds);
        return m_package.bytes();
    }

private:
    static QByteArray slideName(std::size_t index) { return numbered("ppt/slides/slide", index + 1); }

    void addMaster()
    {
        std::vector<QByteArray> ids;
        for (const Layout each : layouts) {
            ids.push_back(m_package.relate(masterName, relation("slideLayout"), layoutName(each)));
            m_package.add(layoutName(each), slideType("slideLayout"), layoutPart(each));
            m_package.relate(layoutName(each), relation("slideMaster"), masterName);
        }
        m_package.relate(masterName, relation("theme"), "ppt/theme/theme1.xml");
        m_package.add(masterName, slideType("slideMaster"), masterPart(ids));
        m_package.add("ppt/theme/theme1.xml", QByteArray(officeType) + "theme+xml", themePart("Steward"));
    }
    void addNotesMaster()
    {
        m_package.add(notesMasterName, slideType("notesMaster"), notesMasterPart());
        m_package.relate(notesMasterName, relation("theme"), "ppt/theme/theme2.xml");
        m_package.add("ppt/theme/theme2.xml", QByteArray(officeType) + "theme+xml", themePart("Steward notes"));
    }

    Status addSlide(std::size_t index)
    {
        const Slide& slide = m_deck.slides[index];
        const QByteArray name = slideName(index);
        m_package.relate(name, relation("slideLayout"), layoutName(slide.layout));
        Xml xml(16'000);
        xml.raw("<p:sld ").raw(slideNamespaces()).raw(slide.isHidden ? " show=\"0\"><p:cSld>" : "><p:cSld>");
        ShapeWriter::openTree(xml);
        ShapeWriter writer(xml, slide.layout, m_deck.language);
        for (const Element& each : slide.elements)
            if (Status written = add(each, writer, name); !written)
                return written;
        if (slide.layout != Layout::Cover) {
            if (!slide.footer.isEmpty())
                writer.placeholder("ftr", footerIndex, QStringLiteral("Footer"), slide.footer);
            if (!slide.source.isEmpty())
                writer.placeholder("body", sourceIndex, QStringLiteral("Source"), slide.source);
            writer.placeholder("sldNum", numberIndex, QStringLiteral("Slide number"),
                               QString::number(qulonglong(index) + 1));
        }
        xml.raw("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
        m_package.add(name, slideType("slide"), xml.bytes());
        if (!slide.notes.isEmpty())
            addNotes(index);
        return {};
    }
    Status add(const Element& element, ShapeWriter& writer, const QByteArray& slide)
    {
        if (const auto* text = std::get_if<Text>(&element))
            writer.text(*text);
        else if (const auto* mark = std::get_if<Mark>(&element))
            writer.mark(*mark);
        else if (const auto* table = std::get_if<Table>(&element)) {
            if (!table->rows.empty() && !table->columns.empty())
                writer.table(*table);
        } else if (const auto* chart = std::get_if<Chart>(&element); chart && !chart->series.empty()) {
            const auto chartId = addChart(*chart, slide);
            if (!chartId)
                return tl::unexpected(chartId.error());
            writer.chart(*chart, *chartId);
        }
        return {};
    }
    Result<QByteArray> addChart(const Chart& chart, const QByteArray& slide)
    {
        const auto workbook = chartWorkbook(chart);
        if (!workbook)
            return tl::unexpected(workbook.error());
        ++m_charts;
        const QByteArray name = numbered("ppt/charts/chart", m_charts);
        const QByteArray data = numbered("ppt/embeddings/Microsoft_Excel_Worksheet", m_charts, ".xlsx");
        const QByteArray dataId = m_package.relate(name, relation("package"), data);
        m_package.add(name, QByteArray(officeType) + "drawingml.chart+xml", chartPart(chart, m_deck.language, dataId));
        m_package.add(data, {}, *workbook);
        return m_package.relate(slide, relation("chart"), name);
    }

    void addNotes(std::size_t index)
    {
        const QByteArray name = numbered("ppt/notesSlides/notesSlide", index + 1);
        Xml xml;
        xml.raw("<p:notes ").raw(slideNamespaces()).raw("><p:cSld>");
        ShapeWriter::openTree(xml);
        xml.raw("<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
                "noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
                "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
                "<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
                "<a:lstStyle/>");
        for (const QString& each : m_deck.slides[index].notes)
            xml.raw("<a:p><a:r><a:rPr lang=\"")
                .text(m_deck.language)
                .raw("\" dirty=\"0\"/><a:t>")
                .text(each)
                .raw("</a:t></a:r></a:p>");
        xml.raw("</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>");
        m_package.add(name, slideType("notesSlide"), xml.bytes());
        m_package.relate(name, relation("notesMaster"), notesMasterName);
        m_package.relate(name, relation("slide"), slideName(index));
        m_package.relate(slideName(index), relation("notesSlide"), name);
    }

    /// What holds the slides together: the presentation, its properties and those of the file.
    void addFrame(const QByteArray& masterId, const QByteArray& notesId, const std::vector<QByteArray>& slideIds)
    {
        m_package.add(presentationName, slideType("presentation.main"), presentation(masterId, notesId, slideIds));
        const QByteArray bare = slideNamespaces() + "/>";
        const auto addSmall = [&](const char* part, const QByteArray& content) {
            const QByteArray name = QByteArray("ppt/") + part + ".xml";
            m_package.add(name, slideType(part), content);
            m_package.relate(presentationName, relation(part), name);
        };
        addSmall("presProps", Xml().raw("<p:presentationPr " + bare).bytes());
        addSmall("viewProps", Xml().raw("<p:viewPr " + bare).bytes());
        addSmall("tableStyles", Xml()
                                    .raw("<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/"
                                         "main\" def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>")
                                    .bytes());
        m_package.relate(presentationName, relation("theme"), "ppt/theme/theme1.xml");
        m_package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                      coreProperties());
        m_package.add("docProps/app.xml", QByteArray(officeType) + "extended-properties+xml", appProperties());
    }
    [[nodiscard]] QByteArray presentation(const QByteArray& masterId, const QByteArray& notesId,
                                          const std::vector<QByteArray>& slideIds) const
    {
        Xml xml;
        xml.raw("<p:presentation ").raw(slideNamespaces()).raw("><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" ");
        xml.raw("r:id=\"").raw(masterId).raw("\"/></p:sldMasterIdLst>");
        if (!notesId.isEmpty())
            xml.raw("<p:notesMasterIdLst><p:notesMasterId r:id=\"").raw(notesId).raw("\"/></p:notesMasterIdLst>");
        xml.raw("<p:sldIdLst>");
        qint64 id = 256;
        for (const QByteArray& each : slideIds)
            xml.raw("<p:sldId id=\"").number(id++).raw("\" r:id=\"").raw(each).raw("\"/>");
        xml.raw("</p:sldIdLst><p:sldSz cx=\"").emu(slideWidth).raw("\" cy=\"").emu(slideHeight);
        return xml.raw("\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>").bytes();
    }
    [[nodiscard]] QByteArray coreProperties() const
    {
        const QByteArray when = isoText(m_deck.created).left(19).toLatin1() + 'Z';
        Xml xml;
        xml.raw("<cp:coreProperties "
                "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                "xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" "
                "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
        xml.text(m_deck.title)
            .raw("</dc:title><dc:creator>")
            .text(m_deck.author)
            .raw("</dc:creator><cp:lastModifiedBy>");
        xml.text(m_deck.author).raw("</cp:lastModifiedBy><cp:revision>1</cp:revision>");
        for (const char* each : {"created", "modified"})
            xml.raw("<dcterms:")
                .raw(each)
                .raw(" xsi:type=\"dcterms:W3CDTF\">")
                .raw(when)
                .raw("</dcterms:")
                .raw(each)
                .raw(">");
        return xml.raw("</cp:coreProperties>").bytes();
    }
    [[nodiscard]] QByteArray appProperties() const
    {
        const auto notes =
            std::ranges::count_if(m_deck.slides, [](const Slide& each) { return !each.notes.isEmpty(); });
        Xml xml;
        xml.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                "<Application>Steward</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>");
        xml.number(qint64(m_deck.slides.size())).raw("</Slides><Notes>").number(qint64(notes)).raw("</Notes>");
        return xml.raw("</Properties>").bytes();
    }

    const Deck& m_deck;
    bool m_hasNotes;
    Package m_package;
    std::size_t m_charts = 0;
};

} // namespace

Result<QByteArray> pptx(const Deck& deck)
{
    if (deck.slides.empty())
        return fail(Code("deck.empty"));
    return Writer(deck).bytes();
}

} // namespace steward::deck
