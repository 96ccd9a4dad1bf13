// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"
#include "core/print/chart_picture.h"
#include "core/print/html.h"
#include "core/print/markdown.h"
#include "tests/core/deck/package_checker.h"
#include "tests/core/print/overflows.h"
#include "tests/core/print/sample_decks.h"
#include "tests/support/portfolio_builder.h"

using namespace steward;
using namespace steward::tests;

namespace {

constexpr Quarter third{2026, 3};

/// An account that has everything, a great deal of it, and long names for all of it.
Portfolio fullBook()
{
    const QString longName = QStringLiteral(
        "Bundesverband der Wohnungs- und Immobilienunternehmen Nordrhein-Westfalen und Rheinland-Pfalz e. V.");
    PortfolioBuilder book = aBook();
    book.account(longName);
    book.make<Contact>([&](Contact& each) {
        each.id = 77;
        each.name = QStringLiteral("Prof. Dr. Maximiliane Freifrau von Wolkenstein-Rodenegg");
        each.title = QStringLiteral("Geschäftsführerin Digitalisierung, Prozesse und Infrastruktur");
        each.joinedOn = {2026, 8, 1};
    });
    for (int i = 0; i < 12; ++i) {
        book.make<Goal>([&](Goal& each) {
            each.outcome =
                QStringLiteral("We want to know on Friday what the week after next will look like, everywhere %1")
                    .arg(i);
            each.shortName = QStringLiteral("Certainty everywhere no. %1").arg(i);
            each.baseline = 1'000'000;
            each.target = 2'500'000;
            each.current = 1'234'567.8 + i;
            each.unit = QStringLiteral("bookings a month and site");
            each.status = i % 3 == 0 ? QStringLiteral("behind") : QStringLiteral("on_track");
            each.due = {2027, 1, 31};
            each.agreedOn = {2026, 7, 10 + i};
        });
        book.make<steward::Value>([&](steward::Value& each) {
            each.day = {2026, 8, 1 + i};
            each.text = QString(
                longName + QStringLiteral(" needs fewer temporary staff, confirmed in writing, every single month"));
            each.amount = Minor{999'999'999'99};
            each.currency = Currency("EUR");
            each.confirmedBy = ContactId(77);
        });
        book.make<Ticket>([&](Ticket& each) {
            each.opened = {2026, 8, 1 + i};
            each.closed = {2026, 8, 12 + i};
            each.category = QStringLiteral("A category with a name that is much too long for a label %1").arg(i / 2);
            each.firstReplyMinutes = 6000;
        });
        book.make<steward::Feedback>([&](steward::Feedback& each) {
            each.day = {2026, 8, 1 + i};
            each.words = QString(longName + QStringLiteral(" would like ") + QString::number(i));
            each.route = QStringLiteral("product");
            each.state = QStringLiteral("owned");
        });
        book.make<Invoice>([&](Invoice& each) {
            each.issued = QDate(2025, 10, 2).addMonths(i);
            each.amount = Minor{123'456'789'01};
            each.currency = Currency("EUR");
        });
        book.nps(i % 2 == 0 ? 9 : 3, {2026, 9, 1 + i}, ContactId(500 + i));
    }
    book.make<Qbr>([&](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.meetingStart = Instant{1'795'000'000'000};
        QString entries;
        for (int i = 0; i < 16; ++i)
            entries += (i ? QStringLiteral(",") : QString()) +
                       QStringLiteral(R"({"what":"%1","who":"%1","due":"2026-12-01"})").arg(longName);
        each.actions.text = QString(u'[' + entries + u']');
        each.parts.text =
            QStringLiteral(R"({"use":{"text":"%1 %1 %1"},"plan":{"title":"Plan of %1 %1"}})").arg(longName);
    });
    return book.build();
}

} // namespace

TEST_CASE("nothing runs over on any slide of the sample book", "[print]")
{
    const Reviews& book = sampleReviews();
    for (const AccountFacts& each : book.facts) {
        INFO(each.account.name.toStdString());
        CHECK(overflows(book.slides(book.pack(each.id(), third), print::Copy::Presenter)).join(u'\n') == QString());
    }
}

TEST_CASE("long names, twelve goals and sixteen actions are cut or continued, never run over", "[print]")
{
    const Reviews book(fullBook());
    const qbr::Pack pack = book.pack(book.facts.at(0).id(), third);
    const deck::Deck slides = book.slides(pack);
    CHECK(overflows(slides).join(u'\n') == QString());
    const auto bytes = deck::pptx(slides);
    REQUIRE(bytes);
    CHECK(faultsOf(*bytes).join(u'\n') == QString());
    QStringList titles;
    for (const deck::Slide& each : slides.slides)
        titles.append(each.title());
    CHECK(titles.filter(QStringLiteral("(3 of 3)")).size() >= 1);
    const QString all = QString::fromUtf8(print::markdown(slides, book.wording.locale()));
    for (int i = 0; i < 12; ++i)
        CHECK(all.contains(QStringLiteral("everywhere no. %1").arg(i)));
}

TEST_CASE("no amount of a plan is cut, a long name stands whole on the cover, and every footer names the quarter",
          "[print]")
{
    const Reviews book(fullBook());
    const qbr::Pack pack = book.pack(book.facts.at(0).id(), third);
    const deck::Deck slides = book.slides(pack);
    CHECK(slides.slides.front().title().startsWith(pack.accountName));
    int amounts = 0;
    for (const deck::Slide& slide : slides.slides) {
        if (slide.layout != deck::Layout::Cover)
            CHECK(slide.footer.endsWith(QStringLiteral(", Q3 2026")));
        for (const deck::Element& each : slide.elements) {
            const auto* table = std::get_if<deck::Table>(&each);
            if (!table || slide.id != u"plan")
                continue;
            for (const deck::Row& row : table->rows)
                for (const deck::Cell& cell : row.cells) {
                    CHECK_FALSE(cell.text.contains(QChar(0x2026)));
                    amounts += cell.text.contains(u'€') ? 1 : 0;
                }
        }
    }
    CHECK(amounts >= 2);
}

TEST_CASE("confirmed values that have no room are counted, so that the lines lead to their sum", "[print]")
{
    const Reviews book(fullBook());
    const deck::Deck slides = book.slides(book.pack(book.facts.at(0).id(), third));
    int shown = 0;
    int more = 0;
    for (const deck::Slide& slide : slides.slides)
        for (const deck::Element& each : slide.elements)
            if (const auto* table = std::get_if<deck::Table>(&each); table && slide.id == u"value")
                for (const deck::Row& row : table->rows) {
                    shown += row.cells.back().text.contains(QStringLiteral("Wolkenstein")) ? 1 : 0;
                    if (row.cells.front().text.startsWith(QStringLiteral("Together, with ")))
                        more = row.cells.front().text.section(u' ', 2, 2).toInt();
                }
    CHECK(shown > 1);
    CHECK(more > 0);
    CHECK(shown + more == 12);
}

TEST_CASE("an agreement that is over is told as one that was", "[print]")
{
    const Reviews& book = sampleReviews();
    int over = 0;
    for (const AccountFacts& each : book.facts) {
        const qbr::Pack pack = book.pack(each.id(), {2026, 4});
        const QString text = QString::fromUtf8(print::markdown(book.slides(pack), book.wording.locale()));
        const bool isOver = pack.plan.runsTo.isValid() && pack.plan.runsTo < pack.asOf;
        INFO(each.account.name.toStdString());
        CHECK(text.contains(QStringLiteral("The agreement ran to ")) == isOver);
        CHECK(text.contains(QStringLiteral("The agreement runs to ")) == (pack.plan.runsTo.isValid() && !isOver));
        over += isOver ? 1 : 0;
    }
    CHECK(over > 0);
}

TEST_CASE("every deck of the sample book is whole, has a title a slide and no two alike", "[print]")
{
    const Reviews& book = sampleReviews();
    for (const AccountFacts& each : book.facts) {
        INFO(each.account.name.toStdString());
        const deck::Deck slides = book.slides(book.pack(each.id(), third), print::Copy::Presenter);
        const auto bytes = deck::pptx(slides);
        REQUIRE(bytes);
        CHECK(faultsOf(*bytes).join(u'\n') == QString());
        CHECK(slides.slides.size() >= 8);
    }
}

TEST_CASE("the customer's copy has no notes and no hidden slides, the presenter's has both", "[print]")
{
    const Reviews& book = sampleReviews();
    qbr::Pack pack = book.pack(book.facts.at(0).id(), third);
    pack.slides[2].isHidden = true;
    const deck::Deck customer = book.slides(pack, print::Copy::Customer);
    const deck::Deck presenter = book.slides(pack, print::Copy::Presenter);
    CHECK(customer.slides.size() < presenter.slides.size());
    for (const deck::Slide& each : customer.slides) {
        CHECK(each.notes.isEmpty());
        CHECK_FALSE(each.isHidden);
    }
    for (const deck::Slide& each : presenter.slides)
        CHECK((each.id == u"appendix" || each.notes.size() >= 3));
    CHECK_FALSE(print::html(customer, book.wording.locale()).contains("<aside>"));
}

TEST_CASE("text of a customer stays text in HTML and Markdown", "[print]")
{
    const Reviews& book = sampleReviews();
    qbr::Pack pack = book.pack(book.facts.at(0).id(), third);
    pack.accountName = QStringLiteral("<script>alert(1)</script> *bold* [x](y)");
    pack.slides[0].ownTitle = pack.accountName;
    const deck::Deck slides = book.slides(pack);
    const QByteArray page = print::html(slides, book.wording.locale());
    CHECK_FALSE(page.contains("<script"));
    CHECK(page.contains("&lt;script&gt;"));
    CHECK_FALSE(page.contains("http"));
    CHECK(print::markdown(slides, book.wording.locale())
              .contains("\\<script\\>alert(1)\\</script\\> \\*bold\\* \\[x\\](y)"));
}

TEST_CASE("a chart of use has a figure at every month that has room for it, else at the ends and the largest",
          "[print]")
{
    const Reviews& book = sampleReviews();
    qbr::Pack pack = book.pack(book.facts.at(0).id(), third);
    const auto labelsAt = [&](double factor, deck::ChartKind kind) {
        for (std::size_t i = 0; i < pack.use.months.size(); ++i)
            pack.use.months[i].value = factor * (i == 5 ? 9 : 1 + double(i % 3));
        pack.use.seats.reset();
        pack.use.baseline.reset();
        for (qbr::Slide& each : pack.slides)
            each.chart = kind;
        const deck::Deck slides = book.slides(pack);
        REQUIRE(deck::pptx(slides));
        CHECK(faultsOf(deck::pptx(slides).value()).join(u'\n') == QString());
        for (const deck::Slide& slide : slides.slides)
            for (const deck::Element& each : slide.elements)
                if (const auto* chart = std::get_if<deck::Chart>(&each); chart && slide.id == u"use") {
                    qsizetype drawn = 0;
                    for (const print::Shape& shape : print::pictureOf(*chart, book.wording.locale())) {
                        const auto* label = std::get_if<print::Label>(&shape);
                        for (const double times : {1.0, 2.0, 3.0, 9.0})
                            drawn += label && label->text.contains(
                                                  print::labelText(times * factor, {}, book.wording.locale()))
                                         ? 1
                                         : 0;
                    }
                    return drawn;
                }
        return qsizetype(-1);
    };
    CHECK(labelsAt(11'111, deck::ChartKind::Columns) == 12);
    CHECK(labelsAt(111'111, deck::ChartKind::Columns) == 12);
    CHECK(labelsAt(11'111'111, deck::ChartKind::Columns) == 3);
    CHECK(labelsAt(11'111, deck::ChartKind::Line) == 12);
    CHECK(labelsAt(11'111'111, deck::ChartKind::Line) == 3);
}

TEST_CASE("what the CSM adds to a slide stands free of all else on it, and a slide of their own loses no word",
          "[print]")
{
    const Reviews& book = sampleReviews();
    const QString added = QStringLiteral("We have agreed with your works council that the second site starts a month "
                                         "later, and that the first one keeps its own plan until then; nobody loses a "
                                         "day of leave by it, and the training is repeated in March for everybody.");
    int seen = 0;
    for (const AccountFacts& each : book.facts)
        for (const bool isLong : {false, true}) {
            qbr::Pack pack = book.pack(each.id(), third);
            for (qbr::Slide& slide : pack.slides)
                slide.ownText = isLong ? added : added.left(60);
            const deck::Deck slides = book.slides(pack);
            INFO(each.account.name.toStdString());
            CHECK(overflows(slides).join(u'\n') == QString());
            for (const deck::Slide& slide : slides.slides) {
                const auto beginsLikeIt = [&](const deck::Element& element) {
                    const auto* text = std::get_if<deck::Text>(&element);
                    return text && text->text().startsWith(added.left(50));
                };
                const auto own = std::ranges::find_if(slide.elements, beginsLikeIt);
                if (own == slide.elements.end())
                    continue;
                ++seen;
                const deck::Box box = std::get<deck::Text>(*own).box;
                CHECK(box.y + box.h <= deck::contentBox.y + deck::contentBox.h + 0.01);
                for (const deck::Element& other : slide.elements) {
                    if (&other == &*own)
                        continue;
                    const double end = std::visit(
                        [](const auto& element) -> double {
                            if constexpr (std::is_same_v<std::decay_t<decltype(element)>, deck::Table>)
                                return element.box().y + element.box().h;
                            else
                                return element.box.y + element.box.h;
                        },
                        other);
                    INFO(slide.title().toStdString() << ' ' << other.index());
                    CHECK(end <= box.y + 4);
                }
            }
        }
    CHECK(seen > 1000);
    qbr::Pack pack = book.pack(book.facts.at(0).id(), third);
    qbr::Slide own;
    own.id = QStringLiteral("own-1");
    own.isOwn = true;
    own.ownTitle = QStringLiteral("Ours");
    QStringList words;
    for (int i = 0; i < 600; ++i)
        words.append(QString(QStringLiteral("word") + QString::number(i)));
    own.ownText = words.mid(0, 200).join(u' ') + u'\n' + words.mid(200).join(u' ');
    pack.slides.push_back(own);
    const QString all = QString::fromUtf8(print::markdown(book.slides(pack), book.wording.locale()));
    for (const QString& word : words)
        CHECK(all.contains(word));
    CHECK(overflows(book.slides(pack)).join(u'\n') == QString());
}
