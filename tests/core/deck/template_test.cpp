// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/package.h"
#include "core/deck/pptx.h"
#include "core/deck/template.h"
#include "tests/core/deck/package_checker.h"
#include "tests/core/deck/sample_deck.h"
#include "tests/support/printers.h"

#include <QDir>
#include <set>

using namespace steward;
using namespace steward::tests;

namespace {

using Parts = std::map<QByteArray, QByteArray>;

/// The parts as a file again.
QByteArray zipped(const Parts& parts)
{
    deck::Package package;
    std::map<QString, QByteArray> types;
    for (const Node& each : parsed(parts.at("[Content_Types].xml")).children)
        types[each.attribute("PartName")] = each.attribute("ContentType").toLatin1();
    for (const auto& [name, bytes] : parts) {
        if (name.endsWith(".rels") || name == "[Content_Types].xml")
            continue;
        package.add(name, types[QString(u'/' + QString::fromUtf8(name))], bytes);
    }
    for (const auto& [name, bytes] : parts) {
        if (!name.endsWith(".rels"))
            continue;
        const QByteArray from = QByteArray(name).replace("_rels/", "").chopped(5);
        const QByteArray folder = from.left(from.lastIndexOf('/') + 1);
        for (const Node& each : parsed(bytes).children) {
            const QString target = each.attribute("Target");
            const bool isExternal = each.attribute("TargetMode") == u"External";
            const QString whole = QDir::cleanPath(QString(QString::fromUtf8(folder) + target));
            package.relateAs(from, each.attribute("Id").toLatin1(), each.attribute("Type").toLatin1(),
                             (isExternal ? target : whole).toUtf8(), isExternal);
        }
    }
    return package.bytes().value();
}

/// Somebody else's presentation, with other colours, fonts and a slide that is none of our customer's business.
Parts foreignParts()
{
    deck::Deck other = aDeck();
    other.title = other.author = QStringLiteral("CANARY of another customer");
    other.slides.resize(3);
    other.slides[1].elements.push_back(
        deck::Text{QStringLiteral("Text"), deck::contentBox, {{{{QStringLiteral("CANARY on a slide")}}}}});
    Parts parts = readPackage(deck::pptx(other).value()).parts;
    for (auto& [name, bytes] : parts)
        if (name.startsWith("ppt/theme/"))
            bytes.replace("2A5BD0", "AA1122").replace("Arial", "Georgia");
    // A link in a layout to one of its slides, and a slide in 4:3.
    QByteArray& layout = parts["ppt/slideLayouts/slideLayout2.xml"];
    layout.replace("</p:cNvPr>", "<a:hlinkClick r:id=\"rId99\"/></p:cNvPr>");
    QByteArray& relations = parts["ppt/slideLayouts/_rels/slideLayout2.xml.rels"];
    const QByteArray link = "<Relationship Id=\"rId99\" Type=\"" + QByteArray(deck::officeRelation) +
                            "slide\" Target=\"../slides/slide1.xml\"/></Relationships>";
    relations.replace("</Relationships>", link);
    parts["[Content_Types].xml"].replace("presentation.main+xml", "template.main+xml");
    return parts;
}

} // namespace

TEST_CASE("a deck on somebody else's template keeps its look and nothing of its slides", "[deck]")
{
    const Parts foreign = foreignParts();
    const auto look = deck::Template::read(zipped(foreign));
    REQUIRE(look);
    CHECK(look->cover().part == "ppt/slideLayouts/slideLayout1.xml");
    CHECK(look->free().part == "ppt/slideLayouts/slideLayout2.xml");
    const auto bytes = deck::pptx(aDeck(), *look);
    REQUIRE(bytes);
    CHECK(faultsOf(*bytes).join(u'\n') == QString());
    const Parts parts = readPackage(*bytes).parts;
    CHECK(parts.at("ppt/theme/theme1.xml") == foreign.at("ppt/theme/theme1.xml"));
    for (const char* each :
         {"slideMasters/slideMaster1.xml", "slideLayouts/slideLayout1.xml", "slideLayouts/slideLayout3.xml"})
        CHECK(parts.at(QByteArray("ppt/") + each) == foreign.at(QByteArray("ppt/") + each));
    CHECK(parts.at("ppt/theme/theme1.xml").contains("AA1122"));
    CHECK_FALSE(parts.at("ppt/slideLayouts/slideLayout2.xml").contains("hlinkClick"));
    for (const auto& [name, content] : parts) {
        INFO(name.toStdString());
        CHECK_FALSE(content.contains("CANARY"));
        CHECK_FALSE(content.contains("template.main"));
    }
    const auto slides = slideTexts(*bytes);
    const deck::Deck deck = aDeck();
    REQUIRE(slides.size() == deck.slides.size());
    for (std::size_t i = 0; i < slides.size(); ++i) {
        CHECK(slides[i].title == deck.slides[i].title());
        CHECK_FALSE(slides[i].texts.join(u' ').contains(u"CANARY"));
    }
    CHECK(slides[1].all().contains(u"1 Goals"));
    CHECK(slides[1].all().contains(u"Use to 30 September"));
    CHECK(slides[1].notes.contains(u"Say it and stop."));
    CHECK(deck::pptx(aDeck(), *look).value() == *bytes);
}

TEST_CASE("on a template all titles behind the cover are of one size", "[deck]")
{
    const auto look = deck::Template::read(zipped(foreignParts()));
    REQUIRE(look);
    deck::Deck slides = aDeck();
    for (deck::Element& each : slides.slides[1].elements)
        if (auto* text = std::get_if<deck::Text>(&each); text && text->place == deck::Place::Title)
            text->paragraphs.front().runs.front().text = QStringLiteral(
                "A title that needs two whole lines of the slide to say its message to everybody who is in the room");
    const ReadPackage made = readPackage(deck::pptx(slides, *look).value());
    std::set<QString> sizes;
    for (std::size_t i = 2; i <= slides.slides.size(); ++i) {
        const Node slide = parsed(made.parts.at("ppt/slides/slide" + QByteArray::number(qint64(i)) + ".xml"));
        for (const Node* shape : slide.all(u"p:sp"))
            for (const Node* place : shape->all(u"p:ph"))
                if (place->attribute("type") == u"title")
                    for (const Node* run : shape->all(u"a:rPr"))
                        sizes.insert(run->attribute("sz"));
    }
    CHECK(sizes.size() == 1);
}

TEST_CASE("on a template in 4:3 everything lies on the slide", "[deck]")
{
    Parts foreign = foreignParts();
    foreign["ppt/presentation.xml"].replace("cx=\"12192000\" cy=\"6858000\"", "cx=\"9144000\" cy=\"6858000\"");
    for (auto& [name, bytes] : foreign)
        if (name.startsWith("ppt/slideLayouts/slide") || name.startsWith("ppt/slideMasters/slide"))
            bytes.replace("<a:ext cx=\"10769600\"", "<a:ext cx=\"8000000\"");
    const auto look = deck::Template::read(zipped(foreign));
    REQUIRE(look);
    const auto bytes = deck::pptx(aDeck(), *look);
    REQUIRE(bytes);
    CHECK(faultsOf(*bytes).join(u'\n') == QString());
    for (const auto& [name, content] : readPackage(*bytes).parts) {
        if (!name.startsWith("ppt/slides/slide"))
            continue;
        const Node root = parsed(content);
        for (const char16_t* frame : {u"a:xfrm", u"p:xfrm"})
            for (const Node* each : root.all(frame))
                if (const Node* extent = each->child(u"a:ext")) {
                    INFO(name.toStdString());
                    CHECK(each->child(u"a:off")->attribute("x").toLongLong() + extent->attribute("cx").toLongLong() <=
                          9'144'000);
                    CHECK(each->child(u"a:off")->attribute("y").toLongLong() + extent->attribute("cy").toLongLong() <=
                          6'858'000);
                }
    }
}

namespace {

/// A drawing without text, over the whole width.
QByteArray band(qint64 y, qint64 height, const QByteArray& fill)
{
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"90\" name=\"Band\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>"
           "<a:off x=\"0\" y=\"" +
           QByteArray::number(y) + "\"/><a:ext cx=\"12192000\" cy=\"" + QByteArray::number(height) +
           "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>" + fill +
           "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"en-GB\"/></a:p></p:txBody></p:sp>";
}

/// The foreign template with drawings at the bottom of its master, and no colour of its own for titles.
Parts foreignOn(const QByteArray& drawings)
{
    Parts foreign = foreignParts();
    QByteArray& master = foreign["ppt/slideMasters/slideMaster1.xml"];
    master.insert(master.indexOf("</p:grpSpPr>") + 12, drawings);
    const qsizetype style = master.indexOf("<p:titleStyle>");
    const qsizetype end = master.indexOf("</p:titleStyle>");
    QByteArray titles = master.mid(style, end - style);
    titles.replace("<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>", "");
    master.replace(style, end - style, titles);
    return foreign;
}

/// The colours that are written in the title of the second slide; none: the layout's own.
QStringList titleInks(const Parts& parts)
{
    const auto bytes = deck::pptx(aDeck(), deck::Template::read(zipped(parts)).value());
    CHECK(faultsOf(bytes.value()).join(u'\n') == QString());
    QStringList inks;
    const Node slide = parsed(readPackage(bytes.value()).parts.at("ppt/slides/slide2.xml"));
    for (const Node* shape : slide.all(u"p:sp"))
        for (const Node* place : shape->all(u"p:ph"))
            if (place->attribute("type") == u"title")
                for (const Node* run : shape->all(u"a:rPr"))
                    for (const Node* ink : run->all(u"a:schemeClr"))
                        inks.append(ink->attribute("val"));
    inks.removeDuplicates();
    return inks;
}

} // namespace

TEST_CASE("a title on a dark drawing of the template is light, on a light one it stays as the template has it",
          "[deck]")
{
    const auto filled = [](const QByteArray& hex) {
        return QByteArray("<a:solidFill><a:srgbClr val=\"" + hex + "\"/></a:solidFill>");
    };
    constexpr qint64 height = 2'000'000;
    CHECK(titleInks(foreignOn({})) == QStringList());
    CHECK(titleInks(foreignOn(band(0, height, filled("2C3E50")))) == QStringList{QStringLiteral("bg1")});
    CHECK(titleInks(foreignOn(band(0, height, filled("F0F0E0")))) == QStringList());
    CHECK(titleInks(foreignOn(band(4'000'000, height, filled("2C3E50")))) == QStringList());
    // The topmost counts, a drawing one looks through does not, a gradient does.
    CHECK(titleInks(foreignOn(band(0, height, filled("2C3E50")) +
                              band(0, height, filled("FFFFFF")).replace("\"90\"", "\"92\""))) == QStringList());
    CHECK(titleInks(foreignOn(band(0, height,
                                   "<a:solidFill><a:srgbClr val=\"000000\"><a:alpha val=\"10000\"/>"
                                   "</a:srgbClr></a:solidFill>"))) == QStringList());
    CHECK(titleInks(foreignOn(band(0, height,
                                   "<a:gradFill><a:gsLst><a:gs pos=\"0\"><a:srgbClr val=\"101820\"/></a:gs>"
                                   "<a:gs pos=\"100000\"><a:srgbClr val=\"304050\"/></a:gs></a:gsLst>"
                                   "</a:gradFill>"))) == QStringList{QStringLiteral("bg1")});
    // In a group whose points are twice as large as those of the slide.
    const QByteArray group = "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"91\" name=\"Group\"/><p:cNvGrpSpPr/><p:nvPr/>"
                             "</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                             "<a:ext cx=\"12192000\" cy=\"2000000\"/><a:chOff x=\"0\" y=\"8000000\"/>"
                             "<a:chExt cx=\"12192000\" cy=\"1000000\"/></a:xfrm></p:grpSpPr>" +
                             band(8'000'000, 1'000'000, filled("2C3E50")) + "</p:grpSp>";
    CHECK(titleInks(foreignOn(group)) == QStringList{QStringLiteral("bg1")});
    // The other way round: a dark theme, where the text is light, with a light band.
    Parts dark = foreignOn(band(0, height, filled("FFFFFF")));
    dark["ppt/slideMasters/slideMaster1.xml"]
        .replace("bg1=\"lt1\"", "bg1=\"dk1\"")
        .replace("tx1=\"dk1\"", "tx1=\"lt1\"");
    CHECK(titleInks(dark) == QStringList{QStringLiteral("bg1")});
}

TEST_CASE("the content keeps clear of dark bands of the template above and below it", "[deck]")
{
    const QByteArray fill = "<a:solidFill><a:srgbClr val=\"2C3E50\"/></a:solidFill>";
    const auto contentOf = [](const Parts& parts) { return deck::Template::read(zipped(parts)).value().content(); };
    const deck::Box free = contentOf(foreignOn({}));
    const qint64 top = qRound64((free.y + 30) * 12'700);
    const qint64 bottom = qRound64((free.y + free.h - 30) * 12'700);
    const Parts banded =
        foreignOn(band(0, top, fill) + band(bottom, 6'858'000 - bottom, fill).replace("\"90\"", "\"92\""));
    const deck::Box kept = contentOf(banded);
    CHECK(kept.y >= free.y + 20);
    CHECK(kept.y + kept.h <= free.y + free.h - 20);
    CHECK(kept.h >= 0.6 * free.h);
    CHECK(deck::Template::read(zipped(banded)).value().isPlain());
}

TEST_CASE("where nobody chose a colour for a title on a picture, it lies on a plate", "[deck]")
{
    const auto plates = [](const Parts& parts) {
        const auto bytes = deck::pptx(aDeck(), deck::Template::read(zipped(parts)).value());
        return readPackage(bytes.value()).parts.at("ppt/slides/slide2.xml").count("prst=\"roundRect\"");
    };
    const QByteArray picture = band(0, 1'800'000, "<a:blipFill><a:stretch><a:fillRect/></a:stretch></a:blipFill>");
    const auto plain = plates(foreignOn({}));
    const Parts unsaid = foreignOn(picture);
    CHECK(plates(unsaid) == plain + 1);
    CHECK(titleInks(unsaid) == QStringList{QStringLiteral("tx1")});
}

TEST_CASE("on a template nothing is smaller than 10 points, and the content is as wide as its place", "[deck]")
{
    // A band that leaves little height: type follows the height, places the width.
    const QByteArray dark = band(4'400'000, 2'458'000, "<a:solidFill><a:srgbClr val=\"2C3E50\"/></a:solidFill>");
    const auto look = deck::Template::read(zipped(foreignOn(dark)));
    REQUIRE(look);
    CHECK(look->content().h < 0.75 * (492 - 144));
    deck::Deck wide = aDeck();
    wide.slides[1].elements.push_back(
        deck::Text{QStringLiteral("Text"), {760, 300, 144, 20}, {{{{QStringLiteral("at the right")}}, 12}}});
    const auto bytes = deck::pptx(wide, *look);
    REQUIRE(bytes);
    CHECK(faultsOf(*bytes).join(u'\n') == QString());
    double right = 0;
    for (const auto& [name, content] : readPackage(*bytes).parts) {
        if (!name.startsWith("ppt/slides/slide") && !name.startsWith("ppt/charts/chart"))
            continue;
        INFO(name.toStdString());
        const Node root = parsed(content);
        for (const char16_t* run : {u"a:rPr", u"a:defRPr", u"a:endParaRPr"})
            for (const Node* each : root.all(run))
                if (const QString size = each->attribute("sz"); !size.isEmpty())
                    CHECK(size.toInt() >= 1000);
        if (name == "ppt/slides/slide2.xml")
            for (const Node* each : root.all(u"a:xfrm"))
                right = std::max(right, (each->child(u"a:off")->attribute("x").toDouble() +
                                         each->child(u"a:ext")->attribute("cx").toDouble()) /
                                            12'700);
    }
    CHECK(right >= look->content().x + 0.98 * look->content().w);
}

TEST_CASE("a drawing in a corner of the content puts it on a plate, a title half on dark and half on light too",
          "[deck]")
{
    const auto filled = [](const QByteArray& hex) {
        return QByteArray("<a:solidFill><a:srgbClr val=\"" + hex + "\"/></a:solidFill>");
    };
    const auto lookOn = [](const QByteArray& drawings) {
        return deck::Template::read(zipped(foreignOn(drawings))).value();
    };
    const deck::Box room = lookOn({}).content();
    const auto corner = [&](const QByteArray& hex) {
        return band(qRound64((room.y + room.h - 60) * 12'700), 800'000, filled(hex))
            .replace("<a:off x=\"0\"", "<a:off x=\"9600000\"")
            .replace("cx=\"12192000\"", "cx=\"1500000\"");
    };
    CHECK(lookOn({}).isPlain());
    CHECK_FALSE(lookOn(corner("6FB52C")).isPlain());
    CHECK(lookOn(corner("FAFAFA")).isPlain());

    const auto plates = [](const Parts& parts) {
        const auto bytes = deck::pptx(aDeck(), deck::Template::read(zipped(parts)).value());
        return readPackage(bytes.value()).parts.at("ppt/slides/slide2.xml").count("prst=\"roundRect\"");
    };
    const deck::Template plain = lookOn({});
    const deck::Box title = plain.heading()->box;
    const auto upTo = [&](double share) {
        return band(0, qRound64((title.y + share * title.h) * 12'700), filled("000000"));
    };
    const auto none = plates(foreignOn({}));
    CHECK(plates(foreignOn(upTo(1))) == none);
    CHECK(plates(foreignOn(upTo(0.6))) == none + 1);
    CHECK(titleInks(foreignOn(upTo(0.6))) == QStringList{QStringLiteral("tx1")});
}

TEST_CASE("what is no template is refused with its reason", "[deck]")
{
    const auto codeOf = [](const QByteArray& bytes) {
        const auto look = deck::Template::read(bytes);
        return look ? std::string("read") : std::string(look.error().code.id());
    };
    CHECK(codeOf("nothing") == "template.unreadable");
    CHECK(codeOf(QByteArray::fromHex("d0cf11e0a1b11ae1")) == "template.locked");
    Parts strict = foreignParts();
    strict["ppt/presentation.xml"].replace("http://schemas.openxmlformats.org/presentationml/2006/main",
                                           "http://purl.oclc.org/ooxml/presentationml/main");
    CHECK(codeOf(zipped(strict)) == "template.strict");
    Parts without = foreignParts();
    without["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = "<?xml version=\"1.0\"?><Relationships/>";
    CHECK(codeOf(zipped(without)) == "template.unreadable");
}

TEST_CASE("a template without titles and large places still shows every word", "[deck]")
{
    Parts foreign = foreignParts();
    for (auto& [name, bytes] : foreign)
        if (name.startsWith("ppt/slideLayouts/slide"))
            bytes.replace("type=\"title\"/>", "type=\"dt\" idx=\"40\"/>")
                .replace("type=\"ctrTitle\"/>", "type=\"pic\" idx=\"41\"/>")
                .replace("type=\"subTitle\" idx=\"1\"/>", "type=\"tbl\" idx=\"1\"/>");
    const auto look = deck::Template::read(zipped(foreign));
    REQUIRE(look);
    CHECK_FALSE(look->free().title());
    CHECK_FALSE(look->cover().title());
    const auto bytes = deck::pptx(aDeck(), *look);
    REQUIRE(bytes);
    CHECK(faultsOf(*bytes).join(u'\n') == QString());
    const auto slides = slideTexts(*bytes);
    const deck::Deck deck = aDeck();
    REQUIRE(slides.size() == deck.slides.size());
    for (std::size_t i = 0; i < slides.size(); ++i) {
        INFO(i);
        CHECK(slides[i].title == deck.slides[i].title());
        for (const auto& each : deck.slides[i].elements)
            if (const auto* text = std::get_if<deck::Text>(&each))
                CHECK(slides[i].all().contains(text->paragraphs.front().text()));
    }
    const Node slide = parsed(readPackage(*bytes).parts.at("ppt/slides/slide2.xml"));
    REQUIRE_FALSE(slide.all(u"p:spPr").empty());
    CHECK(slide.all(u"p:spPr").front()->child(u"a:xfrm")); // the layout says nothing of where it lies
}

TEST_CASE("what a hostile template leads to stays out of the deck", "[deck]")
{
    const auto related = [](Parts& parts, const char* part, const QByteArray& relation) {
        const QByteArray all = relation + "</Relationships>";
        parts[QByteArray("ppt/slideMasters/_rels/" + QByteArray(part) + ".rels")].replace("</Relationships>", all);
    };
    const QByteArray type = deck::officeRelation;
    Parts foreign = foreignParts();
    foreign["../outside.xml"] = "<a/>";
    foreign["ppt/vbaProject.bin"] = "macro";
    foreign["[Content_Types].xml"].replace(
        "</Types>", "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>");
    related(foreign, "slideMaster1.xml",
            "<Relationship Id=\"rId71\" Type=\"" + type +
                "image\" TargetMode=\"External\" Target=\"http://x.example/seen.png\"/>" +
                "<Relationship Id=\"rId72\" Type=\"" + type +
                "hyperlink\" TargetMode=\"External\" Target=\"file:///secret\"/>" +
                "<Relationship Id=\"rId73\" Type=\"" + type +
                "hyperlink\" TargetMode=\"External\" Target=\"https://x.example/?a=1&amp;b=&quot;2\"/>" +
                "<Relationship Id=\"rId74\" Type=\"" + type + "theme\" Target=\"../../../outside.xml\"/>" +
                "<Relationship Id=\"rId75\" Type=\"" + type + "vbaProject\" Target=\"../vbaProject.bin\"/>");
    foreign["ppt/slideMasters/slideMaster1.xml"].replace("<p:cNvPr id=\"1\" name=\"\"/>",
                                                         "<p:cNvPr id=\"1\" name=\"\"><a:hlinkClick r:id=\"rId73\"/>"
                                                         "<a:hlinkHover r:id=\"rId72\"/></p:cNvPr>");
    const auto look = deck::Template::read(zipped(foreign));
    REQUIRE(look);
    const auto bytes = deck::pptx(aDeck(), *look);
    REQUIRE(bytes);
    CHECK(faultsOf(*bytes).join(u'\n') == QString());
    const Parts parts = readPackage(*bytes).parts;
    const QByteArray links = parts.at("ppt/slideMasters/_rels/slideMaster1.xml.rels");
    CHECK(links.contains("https://x.example/?a=1&amp;b=&quot;2"));
    for (const char* each : {"seen.png", "secret", "outside", "vbaProject"})
        CHECK_FALSE(links.contains(each));
    CHECK(parts.at("ppt/slideMasters/slideMaster1.xml").contains("rId73"));
    CHECK_FALSE(parts.at("ppt/slideMasters/slideMaster1.xml").contains("rId72"));
    for (const auto& [name, content] : parts) {
        CHECK_FALSE(name.contains(".."));
        CHECK_FALSE(name.endsWith(".bin"));
    }
}

TEST_CASE("a broken or enormous template is refused", "[deck]")
{
    const auto codeOf = [](const Parts& parts) {
        const auto look = deck::Template::read(zipped(parts));
        return look ? std::string("read") : std::string(look.error().code.id());
    };
    Parts torn = foreignParts();
    torn["ppt/slideLayouts/slideLayout2.xml"].chop(20);
    CHECK(codeOf(torn) == "template.unreadable");
    Parts defined = foreignParts();
    defined["ppt/theme/theme1.xml"].replace("?>\n", "?>\n<!DOCTYPE a [<!ENTITY b \"b\">]>\n");
    CHECK(codeOf(defined) == "template.unreadable");
    Parts endless = foreignParts();
    endless["ppt/presentation.xml"].replace("cx=\"12192000\"", "cx=\"99999999999999999999\"");
    CHECK(codeOf(endless) == "template.unreadable");
    Parts many = foreignParts();
    for (int i = 0; i < 10'001; ++i)
        many["ppt/media/m" + QByteArray::number(i) + ".xml"] = "<a/>";
    CHECK(codeOf(many) == "template.large");
    Parts big = foreignParts();
    big["ppt/media/zeros.xml"] = QByteArray(201'000'000, ' ');
    CHECK(codeOf(big) == "template.large");
    const QByteArray whole = zipped(foreignParts());
    for (const qsizetype length : {whole.size() / 2, whole.size() - 10})
        CHECK_FALSE(deck::Template::read(whole.left(length)));
    // Whatever byte is wrong: refused or read, and a deck that is made is one that can be opened.
    for (qsizetype at = 0; at < whole.size(); at += 97) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(~changed[at]);
        const auto look = deck::Template::read(changed);
        const auto bytes = look ? deck::pptx(aDeck(), *look) : Result<QByteArray>(QByteArray());
        INFO(at);
        if (look && bytes)
            CHECK(faultsOf(*bytes).join(u'\n') == QString());
    }
}

TEST_CASE("on a picture the content lies on a ground of its own, colours are shades of the template's text", "[deck]")
{
    const auto slideOf = [](const Parts& parts) {
        const auto bytes = deck::pptx(aDeck(), deck::Template::read(zipped(parts)).value());
        return readPackage(bytes.value()).parts.at("ppt/slides/slide2.xml");
    };
    Parts foreign = foreignParts();
    const QByteArray plain = slideOf(foreign);
    QByteArray& master = foreign["ppt/slideMasters/slideMaster1.xml"];
    REQUIRE(master.contains("<p:bgPr><a:solidFill>"));
    const QByteArray gradient = "<p:bgPr><a:gradFill><a:gsLst><a:gs pos=\"0\"><a:schemeClr val=\"bg1\"/></a:gs>"
                                "<a:gs pos=\"100000\"><a:schemeClr val=\"tx1\"/></a:gs></a:gsLst></a:gradFill>";
    const qsizetype from = master.indexOf("<p:bgPr>");
    const qsizetype to = master.indexOf("</a:solidFill>", from) + 14;
    master.replace(from, to - from, gradient);
    const QByteArray busy = slideOf(foreign);
    CHECK(busy.count("prst=\"roundRect\"") == plain.count("prst=\"roundRect\"") + 1);
    for (const char* each : {"accent3", "accent4", "accent5", "accent6"})
        CHECK_FALSE(plain.contains(each));
    CHECK(plain.contains("<a:lumMod val=\"65000\"/>"));
}
