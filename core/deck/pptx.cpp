// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"

#include "core/deck/chart_workbook.h"
#include "core/deck/chart_xml.h"
#include "core/deck/master_xml.h"
#include "core/deck/package.h"
#include "core/deck/shape_xml.h"
#include "core/deck/template_frame.h"

#include <algorithm>
#include <array>

namespace steward::deck {

namespace {

const QByteArray presentationName = "ppt/presentation.xml";
const QByteArray masterName = "ppt/slideMasters/slideMaster1.xml";
constexpr std::array layouts{Layout::Cover, Layout::Free, Layout::Body};

QByteArray slideType(const char* name) { return QByteArray(officeType) + "presentationml." + name + "+xml"; }
QByteArray relation(const char* name) { return QByteArray(officeRelation) + name; }
QByteArray numbered(const QByteArray& stem, std::size_t number, const char* ending = ".xml")
{
    return stem + QByteArray::number(qulonglong(number)) + ending;
}
QByteArray layoutName(Layout layout)
{
    return numbered("ppt/slideLayouts/slideLayout", static_cast<std::size_t>(layout) + 1);
}

class Writer
{
public:
    /// look: a template; nullptr: our own master.
    Writer(const Deck& deck, const Template* look)
        : m_deck(deck)
        , m_look(look)
        , m_titleSize(look ? titleSizeOn(deck.slides, *look) : 0)
        , m_presentation(look ? look->presentation() : presentationName)
        , m_hasNotes(std::ranges::any_of(deck.slides, [](const Slide& each) { return !each.notes.isEmpty(); }))
    {
    }

    Result<QByteArray> bytes()
    {
        m_package.relate({}, relation("officeDocument"), m_presentation);
        m_package.relate({}, "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                         "docProps/core.xml");
        m_package.relate({}, relation("extended-properties"), "docProps/app.xml");
        QByteArray masterId;
        if (m_look) {
            copyLook(*m_look, m_package);
            m_coverGround.emplace(*m_look, m_look->cover().part);
            m_freeGround.emplace(*m_look, m_look->free().part);
            chooseFolder();
        } else {
            masterId = m_package.relate(m_presentation, relation("slideMaster"), masterName);
            addMaster();
        }
        const QByteArray notesId = m_hasNotes ? addNotesMaster() : QByteArray();
        std::vector<QByteArray> slideIds;
        for (std::size_t i = 0; i < m_deck.slides.size(); ++i) {
            if (Status added = addSlide(i); !added)
                return tl::unexpected(added.error());
            slideIds.push_back(m_package.relate(m_presentation, relation("slide"), slideName(i)));
        }
        addFrame(masterId, notesId, slideIds);
        return m_package.bytes();
    }

private:
    [[nodiscard]] QByteArray slideName(std::size_t index) const
    {
        return numbered(m_folder + "slides/slide", index + 1);
    }
    /// Where a template has parts of its own in our folders.
    void chooseFolder()
    {
        const auto isTaken = [&](const char* each) { return m_package.hasIn(m_folder + each); };
        constexpr std::array ours{"slides/",     "notesSlides/",  "charts/",
                                  "embeddings/", "presProps.xml", "viewProps.xml"};
        while (std::ranges::any_of(ours, isTaken))
            m_folder += "review/";
        m_notesMaster = m_folder + "notesMasters/notesMasterOfReview.xml";
    }

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
    /// The relationship of the one we add; empty where the template has one.
    QByteArray addNotesMaster()
    {
        if (const auto own = m_look ? takesFrom(*m_look, "notesMaster") : std::nullopt) {
            m_notesMaster = *own;
            return {};
        }
        const QByteArray theme = m_folder + (m_look ? "theme/themeOfReviewNotes.xml" : "theme/theme2.xml");
        m_package.add(m_notesMaster, slideType("notesMaster"), notesMasterPart());
        m_package.relate(m_notesMaster, relation("theme"), theme);
        m_package.add(theme, QByteArray(officeType) + "theme+xml", themePart("Steward notes"));
        return m_package.relate(m_presentation, relation("notesMaster"), m_notesMaster);
    }

    /// What the layout of somebody else has of the small places: the footer and the number of the slide.
    void addFoot(const Slide& slide, std::size_t index, ShapeWriter& writer) const
    {
        if (slide.layout == Layout::Cover)
            return;
        const TemplatePlace* footer = m_look ? m_look->free().place("ftr") : nullptr;
        const TemplatePlace* number = m_look ? m_look->free().place("sldNum") : nullptr;
        const auto inkAt = [&](const TemplatePlace* place) {
            return place ? m_freeGround->inkOn(place->box, true) : Ink::Muted;
        };
        if (!slide.footer.isEmpty() && (!m_look || footer))
            writer.placeholder("ftr", footer ? footer->index : footerIndex, QStringLiteral("Footer"), slide.footer,
                               inkAt(footer));
        if (!slide.source.isEmpty())
            writer.placeholder("body", sourceIndex, QStringLiteral("Source"), slide.source);
        if (!m_look || number)
            writer.placeholder("sldNum", number ? number->index : numberIndex, QStringLiteral("Slide number"),
                               QString::number(qulonglong(index) + 1), inkAt(number));
    }
    [[nodiscard]] const Ground& groundOf(const Slide& slide) const
    {
        return slide.layout == Layout::Cover ? *m_coverGround : *m_freeGround;
    }
    void placeOnTemplate(const Slide& slide, ShapeWriter& writer) const
    {
        const TemplateLayout& layout = slide.layout == Layout::Cover ? m_look->cover() : m_look->free();
        const TemplatePlace* subtitle = layout.place("subTitle");
        writer.placeOn(layout.title() ? layout.title()->type : QByteArray("title"), subtitle ? subtitle->index : 1);
    }
    [[nodiscard]] QByteArray layoutOf(const Slide& slide) const
    {
        if (!m_look)
            return layoutName(slide.layout);
        return (slide.layout == Layout::Cover ? m_look->cover() : m_look->free()).part;
    }

    Status addSlide(std::size_t index)
    {
        Slide placed = m_look ? placedOn(m_deck.slides[index], *m_look, m_titleSize) : Slide();
        const PlaceInks inks = m_look ? makeReadable(placed, *m_look, groundOf(placed)) : PlaceInks();
        const Slide& slide = m_look ? placed : m_deck.slides[index];
        const QByteArray name = slideName(index);
        m_package.relate(name, relation("slideLayout"), layoutOf(slide));
        Xml xml(16'000);
        xml.raw("<p:sld ").raw(slideNamespaces()).raw(slide.isHidden ? " show=\"0\"><p:cSld>" : "><p:cSld>");
        ShapeWriter::openTree(xml);
        ShapeWriter writer(xml, slide.layout, m_deck.language);
        if (m_look) {
            placeOnTemplate(slide, writer);
            writer.inkPlaces(inks.title, inks.subtitle);
        }
        for (const Element& each : slide.elements)
            if (Status written = add(each, writer, name); !written)
                return written;
        addFoot(slide, index, writer);
        xml.raw("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
        m_package.add(name, slideType("slide"), m_look ? inTheirInks(xml.bytes()) : xml.bytes());
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
        const QByteArray name = numbered(m_folder + "charts/chart", m_charts);
        const QByteArray data = numbered(m_folder + "embeddings/Microsoft_Excel_Worksheet", m_charts, ".xlsx");
        const QByteArray dataId = m_package.relate(name, relation("package"), data);
        const QByteArray part = chartPart(chart, m_deck.language, dataId);
        m_package.add(name, QByteArray(officeType) + "drawingml.chart+xml", m_look ? inTheirInks(part) : part);
        m_package.add(data, {}, *workbook);
        return m_package.relate(slide, relation("chart"), name);
    }

    void addNotes(std::size_t index)
    {
        const QByteArray name = numbered(m_folder + "notesSlides/notesSlide", index + 1);
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
        m_package.relate(name, relation("notesMaster"), m_notesMaster);
        m_package.relate(name, relation("slide"), slideName(index));
        m_package.relate(slideName(index), relation("notesSlide"), name);
    }

    /// What holds the slides together: the presentation, its properties and those of the file.
    void addFrame(const QByteArray& masterId, const QByteArray& notesId, const std::vector<QByteArray>& slideIds)
    {
        m_package.add(m_presentation, slideType("presentation.main"),
                      m_look ? presentationOn(*m_look, notesId, slideIds, sections())
                             : presentation(masterId, notesId, slideIds));
        const QByteArray bare = slideNamespaces() + "/>";
        const auto addSmall = [&](const char* part, const QByteArray& content) {
            const QByteArray name = m_folder + part + ".xml";
            m_package.add(name, slideType(part), content);
            m_package.relate(m_presentation, relation(part), name);
        };
        addSmall("presProps", Xml().raw("<p:presentationPr " + bare).bytes());
        addSmall("viewProps", Xml().raw("<p:viewPr " + bare).bytes());
        if (!m_look || !takesFrom(*m_look, "tableStyles"))
            addSmall("tableStyles",
                     Xml()
                         .raw("<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/"
                              "main\" def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>")
                         .bytes());
        if (!m_look)
            m_package.relate(m_presentation, relation("theme"), "ppt/theme/theme1.xml");
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
        qint64 id = firstSlideId;
        for (const QByteArray& each : slideIds)
            xml.raw("<p:sldId id=\"").number(id++).raw("\" r:id=\"").raw(each).raw("\"/>");
        xml.raw("</p:sldIdLst><p:sldSz cx=\"").emu(slideWidth).raw("\" cy=\"").emu(slideHeight);
        xml.raw("\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>").raw(sections());
        return xml.raw("</p:presentation>").bytes();
    }
    /// One a part of the hour, in the order of the slides; a slide without a part stands with the one before it, the
    /// cover with the one after.
    [[nodiscard]] QByteArray sections() const
    {
        std::vector<std::pair<QString, std::vector<qint64>>> all;
        std::vector<qint64> first;
        for (std::size_t i = 0; i < m_deck.slides.size(); ++i) {
            const QString part = m_deck.slides[i].kicker();
            const qint64 id = firstSlideId + qint64(i);
            if (all.empty() && part.isEmpty())
                first.push_back(id);
            else if (!part.isEmpty() && (all.empty() || all.back().first != part))
                all.push_back({part, {id}});
            else
                all.back().second.push_back(id);
        }
        if (all.empty())
            return {};
        all.front().second.insert(all.front().second.begin(), first.begin(), first.end());
        Xml xml;
        const qsizetype from = xml.size(); // without the declaration
        xml.raw("<p:extLst ").raw(slideNamespaces());
        xml.raw("><p:ext uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\"><p14:sectionLst "
                "xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">");
        for (std::size_t i = 0; i < all.size(); ++i) {
            xml.raw("<p14:section name=\"").text(all[i].first).raw("\" id=\"{5D3C7E10-52A4-4B0F-9C61-");
            xml.raw(QByteArray::number(qulonglong(i) + 1).rightJustified(12, '0')).raw("}\"><p14:sldIdLst>");
            for (const qint64 id : all[i].second)
                xml.raw("<p14:sldId id=\"").number(id).raw("\"/>");
            xml.raw("</p14:sldIdLst></p14:section>");
        }
        return xml.raw("</p14:sectionLst></p:ext></p:extLst>").bytes().mid(from);
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
    const Template* m_look;
    std::optional<Ground> m_coverGround; ///< of a template
    std::optional<Ground> m_freeGround;
    double m_titleSize; ///< on a template: of all slides but the cover
    QByteArray m_presentation;
    QByteArray m_folder = "ppt/"; ///< of slides and what belongs to them
    QByteArray m_notesMaster = "ppt/notesMasters/notesMaster1.xml";
    bool m_hasNotes;
    Package m_package;
    std::size_t m_charts = 0;
};

} // namespace

Result<QByteArray> pptx(const Deck& deck)
{
    if (deck.slides.empty())
        return fail(Code("deck.empty"));
    return Writer(deck, nullptr).bytes();
}

Result<QByteArray> pptx(const Deck& deck, const Template& look)
{
    if (deck.slides.empty())
        return fail(Code("deck.empty"));
    return Writer(deck, &look).bytes();
}

} // namespace steward::deck
