// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"

#include "tests/core/deck/package_checker.h"
#include "tests/core/deck/sample_deck.h"
#include "tests/support/german_locale.h"
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <clocale>

using namespace steward;
using namespace steward::deck;
using namespace steward::tests;

namespace {

QByteArray written(const Deck& deck)
{
    const auto bytes = pptx(deck);
    REQUIRE(bytes);
    return *bytes;
}

} // namespace

TEST_CASE("a deck of every kind of slide has nothing that a program would repair", "[deck]")
{
    const QByteArray bytes = written(aDeck());
    CHECK(faultsOf(bytes).join(u'\n') == QString());
    const auto slides = slideTexts(bytes);
    REQUIRE(slides.size() == aDeck().slides.size());
    CHECK(slides[0].title == u"Acme and Linnhaven");
    CHECK(slides[1].texts.contains(u"On course"));
    CHECK(slides[1].texts.contains(u"Use to 30 September"));
    CHECK(slides[1].notes.contains(u"Wait for their word."));
    CHECK(slides[2].texts.contains(u"Rights for the new administrator"));
    CHECK(slides[3].chartTexts.contains(u"231.5"));
    CHECK(slides[3].chartTexts.contains(u"People & teams <new>"));
}

TEST_CASE("a deck without notes carries no part of notes", "[deck]")
{
    Deck deck = aDeck();
    for (Slide& each : deck.slides)
        each.notes.clear();
    const QByteArray bytes = written(deck);
    CHECK(faultsOf(bytes).join(u'\n') == QString());
    for (const auto& [name, content] : readPackage(bytes).parts)
        CHECK_FALSE(name.contains("notes"));
}

TEST_CASE("the same deck gives the same bytes, whatever the locale of the machine", "[deck]")
{
    const QByteArray before = written(aDeck());
    const tests::GermanLocale german;
    if (!german.isThere())
        WARN("skipped: the machine can make no German locale");
    else
        CHECK(std::localeconv()->decimal_point == std::string(","));
    CHECK(written(aDeck()) == before);
}

TEST_CASE("the parts of the hour are sections, the cover with the first", "[deck]")
{
    const auto bytes = written(aDeck());
    const Node root = parsed(readPackage(bytes).parts.at("ppt/presentation.xml"));
    QStringList names;
    for (const Node* each : root.all(u"p14:section"))
        names.append(each->attribute("name"));
    CHECK(names.value(0) == aDeck().slides[1].kicker());
    CHECK(root.all(u"p14:sldId").size() == aDeck().slides.size());
    Deck bare = aDeck();
    bare.slides.resize(1);
    CHECK(parsed(readPackage(written(bare)).parts.at("ppt/presentation.xml")).all(u"p14:section").empty());
}

TEST_CASE("no text of a customer can break a deck", "[deck]")
{
    const QString text =
        GENERATE(QStringLiteral("a\u000Bb"), QString(QChar(0xD800)), QString(u"x" + QChar(0xDC00) + u"y"),
                 QStringLiteral("<&>\"'"), QStringLiteral("عربي עברית 漢字 😀"), QString(10'000, u'W'),
                 QStringLiteral("tab\tline\nend"), QString(QChar(0xFFFE)));
    Deck deck = aDeck();
    deck.title = text;
    deck.author = text;
    for (Slide& slide : deck.slides) {
        slide.footer = slide.source = text;
        slide.notes = {text};
        for (Element& element : slide.elements) {
            if (auto* chart = std::get_if<Chart>(&element)) {
                chart->alt = QString(text + u'x');
                chart->categories = {text, text, text};
                chart->series[0].name = text;
                chart->form.after = text;
            } else if (auto* table = std::get_if<Table>(&element)) {
                table->rows[0].cells[0].text = text;
            } else if (auto* own = std::get_if<Text>(&element); own && own->place != Place::Title) {
                own->paragraphs = {{{{text}}}};
            }
        }
    }
    CHECK(faultsOf(written(deck)).join(u'\n') == QString());
}

TEST_CASE("what is drawn begins at zero, unless something lies below it", "[deck]")
{
    const bool isBelow = GENERATE(false, true);
    Deck deck = aDeck();
    for (Slide& slide : deck.slides)
        for (Element& element : slide.elements)
            if (auto* chart = std::get_if<Chart>(&element)) {
                chart->axisMost = 0;
                if (isBelow)
                    chart->series[0].values[0] = -20.0;
            }
    int axes = 0;
    for (const auto& [name, bytes] : readPackage(written(deck)).parts) {
        if (!name.startsWith("ppt/charts/chart"))
            continue;
        const Node root = parsed(bytes);
        for (const Node* axis : root.all(u"c:valAx")) {
            ++axes;
            const Node* min = axis->at(QStringLiteral("c:scaling/c:min"));
            CHECK((min != nullptr) != isBelow);
            CHECK((!min || min->attribute("val") == u"0"));
        }
    }
    CHECK(axes == 4);
}

TEST_CASE("charts of any size and with nothing in them stay whole", "[deck]")
{
    const int categories = GENERATE(0, 1, 12, 200);
    const int series = GENERATE(1, 12);
    Deck deck = aDeck();
    for (Slide& slide : deck.slides)
        for (Element& element : slide.elements)
            if (auto* chart = std::get_if<Chart>(&element)) {
                chart->categories.clear();
                for (int i = 0; i < categories; ++i)
                    chart->categories.append(QString::number(i));
                chart->series.assign(std::size_t(series), {});
                for (Series& each : chart->series)
                    for (int i = 0; i < categories; ++i)
                        each.values.push_back(i % 3 == 0 ? std::optional<double>() : std::optional(-1.5 * i));
            }
    CHECK(faultsOf(written(deck)).join(u'\n') == QString());
}

TEST_CASE("a deck without slides is refused", "[deck]")
{
    const auto bytes = pptx(Deck());
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code == Code("deck.empty"));
}

TEST_CASE("decks pass the office schemas where these are at hand", "[deck]")
{
    const QString checker = sharedData() + QStringLiteral("/../ooxml/validate.py");
    if (sharedData().isEmpty() || !QFileInfo::exists(checker)) {
        WARN("skipped: no schemas beside the project");
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deck.pptx"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(written(aDeck()));
    file.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-B"), checker, path});
    REQUIRE(process.waitForFinished(120'000));
    const QString said = QString::fromUtf8(process.readAll());
    if (said.contains(u"ModuleNotFoundError")) {
        WARN("skipped: python3-lxml is not installed");
        return;
    }
    CHECK(said == path + QStringLiteral(": 0 errors, 0 warnings\n"));
}
