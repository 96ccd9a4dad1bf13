// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"
#include "core/print/chart_picture.h"
#include "core/print/html.h"
#include "core/print/markdown.h"
#include "tests/core/deck/package_checker.h"
#include "tests/core/print/sample_decks.h"

using namespace steward;
using namespace steward::tests;

namespace {

/// What is read, without markup: HTML without tags, Markdown without escapes.
QString bare(QString text)
{
    QString result;
    bool isTag = false;
    for (const QChar c : text.replace(QStringLiteral("</"), QStringLiteral("\n</"))) {
        if (c == u'<' || c == u'>')
            isTag = c == u'<';
        else if (!isTag && c != u'\\' && c != u'*')
            result += c;
    }
    return result.replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// How a reader of English writes the number, worked out here once more.
QString expected(const qbr::Number& number)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const auto sign = [](bool isNegative) { return isNegative ? QStringLiteral("−") : QString(); };
    if (const auto* money = std::get_if<Money>(&number.value)) {
        QString text = english.toString(static_cast<double>(std::abs(money->minor)) / 100, 'f', 2);
        if (text.endsWith(QStringLiteral(".00")))
            text.chop(3);
        return text;
    }
    if (const auto* whole = std::get_if<qint64>(&number.value)) {
        if (number.unit == u"minutes" || number.unit == u"days")
            return {}; // in words
        return QString(sign(*whole < 0) + english.toString(std::abs(*whole)));
    }
    const double value = std::get<double>(number.value);
    QString text = english.toString(std::abs(value), 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return QString(sign(value < 0) + text);
}

} // namespace

TEST_CASE("a chart drawn another way holds the same numbers, in every form", "[print]")
{
    const Reviews& book = sampleReviews();
    const auto chartOf = [](const deck::Deck& slides, const QString& id) -> const deck::Chart* {
        for (const deck::Slide& slide : slides.slides)
            for (const deck::Element& each : slide.elements)
                if (const auto* chart = std::get_if<deck::Chart>(&each); chart && slide.id == id)
                    return chart;
        return nullptr;
    };
    std::map<QString, int> drawn;
    for (const AccountFacts& each : book.facts) {
        const qbr::Pack pack = book.pack(each.id(), {2026, 3});
        const deck::Deck before = book.slides(pack);
        for (const qbr::Slide& slide : pack.slides) {
            const auto kinds = print::chartKindsOf(slide.id);
            const deck::Chart* first = chartOf(before, slide.id);
            if (!first || kinds.empty() || drawn[slide.id] == 8)
                continue;
            INFO(each.account.name.toStdString() << ' ' << slide.id.toStdString());
            ++drawn[slide.id];
            CHECK(first->kind == kinds.front());
            qbr::Pack other = pack;
            for (qbr::Slide& chosen : other.slides)
                if (chosen.id == slide.id)
                    chosen.chart = kinds.back();
            const deck::Deck after = book.slides(other);
            const deck::Chart* second = chartOf(after, slide.id);
            REQUIRE(second);
            CHECK(second->kind == kinds.back());
            CHECK(second->categories.size() == first->categories.size());
            REQUIRE(second->series.size() == first->series.size());
            for (std::size_t i = 0; i < first->series.size(); ++i)
                CHECK(second->series[i].values == first->series[i].values);
            const auto bytes = deck::pptx(after);
            REQUIRE(bytes);
            CHECK(faultsOf(*bytes) == QStringList());
            const QString page = bare(QString::fromUtf8(print::html(after, book.wording.locale())));
            const QString text = bare(QString::fromUtf8(print::markdown(after, book.wording.locale())));
            const auto last = lastKnown(second->series.front());
            if (!last)
                continue;
            const QString written =
                print::labelText(*second->series.front().values[*last], second->form, book.wording.locale());
            CHECK(page.contains(written));
            CHECK(text.contains(written));
        }
    }
    CHECK(drawn.size() == 3);
}

TEST_CASE("every figure of a review stands in the slides, the page and the text alike", "[print]")
{
    const Reviews& book = sampleReviews();
    qint64 checked = 0;
    for (const AccountFacts& each : book.facts)
        for (const Quarter quarter : {Quarter{2026, 3}, Quarter{2026, 4}}) {
            const qbr::Pack pack = book.pack(each.id(), quarter);
            const deck::Deck slides = book.slides(pack);
            const auto bytes = deck::pptx(slides);
            REQUIRE(bytes);
            QString inDeck;
            for (const SlideText& slide : slideTexts(*bytes))
                inDeck += QString(slide.all() + u'\n');
            const QString page = bare(QString::fromUtf8(print::html(slides, book.wording.locale())));
            const QString text = bare(QString::fromUtf8(print::markdown(slides, book.wording.locale())));
            for (const qbr::Slide& slide : pack.slides)
                for (const qbr::Number& number : slide.numbers) {
                    const QString wanted = expected(number).isEmpty() ? book.wording.figure(number) : expected(number);
                    INFO(each.account.name.toStdString()
                         << ' ' << number.id.toStdString() << ' ' << wanted.toStdString());
                    CHECK(book.wording.figure(number).contains(wanted));
                    // A native chart keeps its values unwritten and writes them itself.
                    const auto* count = std::get_if<qint64>(&number.value);
                    const bool isInChart = count && inDeck.contains(QString(u'\n' + QString::number(*count) + u'\n'));
                    CHECK((isInChart || inDeck.contains(wanted)));
                    CHECK(page.contains(wanted));
                    CHECK(text.contains(wanted));
                    ++checked;
                }
            for (const deck::Slide& slide : slides.slides) {
                INFO(slide.title().toStdString());
                CHECK(page.contains(slide.title()));
                CHECK(text.contains(slide.title().simplified()));
            }
        }
    CHECK(checked > 600);
}
