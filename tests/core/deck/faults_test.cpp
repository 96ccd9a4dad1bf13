// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"
#include "tests/core/deck/package_checker.h"
#include "tests/core/deck/sample_deck.h"
#include "tests/support/printers.h"

using namespace steward;

namespace {

struct Damage
{
    const char* part;
    const char* before;
    const char* after;
};

/// The faults that are known to make a program repair or refuse a deck (and some that make it unreadable to people).
const Damage damages[] = {
    {"[Content_Types].xml", "<Override PartName=\"/ppt/slides/slide1.xml\"",
     "<Override PartName=\"/ppt/slides/slide99.xml\""},
    {"[Content_Types].xml", "<Default Extension=\"xlsx\"", "<Default Extension=\"xls\""},
    {"[Content_Types].xml", "<Default Extension=\"xml\"", "<Default Extension=\"rels\""},
    {"ppt/_rels/presentation.xml.rels", "Id=\"rId2\"", "Id=\"rId1\""},
    {"ppt/slides/_rels/slide4.xml.rels", "Target=\"../charts/chart1.xml\"", "Target=\"../charts/chart77.xml\""},
    {"ppt/slides/_rels/slide4.xml.rels", "Target=\"../charts/chart1.xml\"", "Target=\"../charts/chart2.xml\""},
    {"ppt/slides/slide4.xml", "r:id=\"rId2\"", "r:id=\"rId9\""},
    {"ppt/charts/_rels/chart2.xml.rels", "Worksheet2.xlsx", "Worksheet1.xlsx"},
    {"ppt/presentation.xml", "<p:sldId id=\"257\"", "<p:sldId id=\"256\""},
    {"ppt/presentation.xml", "<p:sldId id=\"256\"", "<p:sldId id=\"12\""},
    {"ppt/presentation.xml", "<p:notesSz cx=\"6858000\" cy=\"9144000\"/>", ""},
    {"ppt/slideMasters/slideMaster1.xml", "id=\"2147483649\"", "id=\"2147483648\""},
    {"ppt/slideMasters/slideMaster1.xml", "<a:effectLst/>", ""},
    {"ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2.xml", "theme1.xml"},
    {"ppt/notesSlides/_rels/notesSlide2.xml.rels", "relationships/slide\"", "relationships/hyperlink\""},
    {"ppt/slides/slide2.xml", "<p:cNvPr id=\"3\"", "<p:cNvPr id=\"2\""},
    {"ppt/slides/slide2.xml", "idx=\"14\"", "idx=\"13\""},
    {"ppt/slides/slide2.xml", "Three sentences", " "},
    {"ppt/slides/slide2.xml", "Three sentences", "Two actions"},
    {"ppt/slides/slide2.xml", "<a:off x=\"711200\"", "<a:off x=\"711200.5\""},
    {"ppt/slides/slide2.xml", "<a:off x=\"711200\"", "<a:off x=\"-5\""},
    {"ppt/slides/slide2.xml", "<a:ln w=\"12700\">", "<a:ln/><a:ln w=\"12700\">"},
    {"ppt/slides/slide3.xml", " descr=\"Two actions with name and date\"", ""},
    {"ppt/slides/slide3.xml", "anchor=\"ctr\"", "anchor=\"mid\""},
    {"ppt/slides/slide3.xml", "<a:gridCol w=\"5083810\"/>", ""},
    {"ppt/slides/slide3.xml", "</a:tr><a:tr", "<a:tc><a:txBody><a:p/></a:txBody></a:tc></a:tr><a:tr"},
    {"ppt/slides/slide3.xml", "<a:t>Two actions</a:t>", "<a:t>Two \x0B actions</a:t>"},
    {"ppt/charts/chart1.xml", "<c:v>231.5</c:v>", "<c:v>231,5</c:v>"},
    {"ppt/charts/chart1.xml", "<c:v>231.5</c:v>", "<c:v>nan</c:v>"},
    {"ppt/charts/chart1.xml", "<c:v>231.5</c:v>", "<c:v>230</c:v>"},
    {"ppt/charts/chart1.xml", "Sheet1!$B$2:$B$4", "Tabelle1!$B$2:$B$4"},
    {"ppt/charts/chart1.xml", "<c:ptCount val=\"3\"/>", "<c:ptCount val=\"4\"/>"},
    {"ppt/charts/chart1.xml", "<c:axId val=\"111111111\"/><c:axId",
     "<c:axId val=\"5\"/><c:axId val=\"111111111\"/><c:axId"},
    {"ppt/charts/chart3.xml", "<c:dLblPos val=\"ctr\"/>", "<c:dLblPos val=\"outEnd\"/>"},
    {"ppt/charts/chart5.xml", "<c:showLegendKey", "<c:dLblPos val=\"outEnd\"/><c:showLegendKey"},
    {"ppt/charts/chart2.xml", "<c:invertIfNegative val=\"0\"/><c:dLbls>",
     "<c:dLbls/><c:invertIfNegative val=\"0\"/><c:dLbls>"},
    {"docProps/core.xml", " xsi:type=\"dcterms:W3CDTF\"", ""},
    {"ppt/theme/theme1.xml", "</a:theme>", ""},
};

} // namespace

TEST_CASE("the checker of decks notices every single fault", "[deck]")
{
    const auto bytes = deck::pptx(tests::aDeck());
    REQUIRE(bytes);
    const tests::ReadPackage good = tests::readPackage(*bytes);
    REQUIRE(tests::faultsOf(good.parts).join(u'\n') == QString());
    for (const Damage& each : damages) {
        INFO(each.part << ": " << each.before << " -> " << each.after);
        auto parts = good.parts;
        QByteArray& part = parts.at(each.part);
        const qsizetype at = part.indexOf(each.before);
        REQUIRE(at >= 0);
        part.replace(at, qsizetype(qstrlen(each.before)), each.after);
        CHECK_FALSE(tests::faultsOf(parts).isEmpty());
    }
}

TEST_CASE("the checker of decks notices parts that are missing or that nothing leads to", "[deck]")
{
    const auto bytes = deck::pptx(tests::aDeck());
    REQUIRE(bytes);
    const tests::ReadPackage good = tests::readPackage(*bytes);
    for (const auto& [name, content] : good.parts) {
        INFO(name.toStdString());
        auto parts = good.parts;
        parts.erase(name);
        CHECK_FALSE(tests::faultsOf(parts).isEmpty());
    }
    auto parts = good.parts;
    parts["ppt/slides/slide98.rels"] = "<?xml version=\"1.0\"?><Relationships/>";
    CHECK_FALSE(tests::faultsOf(parts).isEmpty());
    CHECK_FALSE(tests::faultsOf(bytes->chopped(40)).isEmpty());
}
