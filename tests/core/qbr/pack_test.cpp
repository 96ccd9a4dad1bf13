// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/qbr/review_fixture.h"

using namespace steward;
using namespace steward::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("an account of which nothing is known still fills the hour, asks and claims nothing", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const qbr::Pack pack = packOf(book);
    CHECK(minutesOf(pack) == 60);
    CHECK(titleOf(pack, "goals") == u"We have no agreed goal yet: let us set one");
    CHECK(titleOf(pack, "use") == u"No usage data is shared with us");
    CHECK(titleOf(pack, "value") == u"Value confirmed so far: none");
    CHECK(titleOf(pack, "feedback") == u"What should we know that we have not asked?");
    CHECK(titleOf(pack, "story") == u"Which result would you show your board?");
    CHECK_FALSE(pack.slide(u"features"));
    CHECK_FALSE(pack.slide(u"service"));
    CHECK_FALSE(pack.slide(u"appendix"));
    CHECK(titleOf(pack, "plan") == u"What did you plan to spend this quarter?");
    for (const qbr::Slide& each : pack.slides)
        CHECK(each.numbers.empty());
    CHECK(pack.readiness.percent < 20);
}

TEST_CASE("the title on use follows the figures and says so when it fell", "[qbr]")
{
    struct Case
    {
        double before;
        double now;
        QString title;
    };
    const auto each = GENERATE(values<Case>(
        {{206, 231, QStringLiteral("231 people work in the product, 12 % more than last quarter")},
         {206, 220, QStringLiteral("220 people work in the product, slightly more (7 %) than last quarter")},
         {206, 208, QStringLiteral("208 people work in the product, unchanged since last quarter")},
         {206, 203, QStringLiteral("203 people work in the product, unchanged since last quarter")},
         {206, 190, QStringLiteral("Use fell slightly, 8 % since Q2 2026: here is what we saw")},
         {206, 103, QStringLiteral("Use fell 50 % since Q2 2026: here is what we saw")},
         {5, 8, QStringLiteral("8 people work in the product, 5 last quarter")},
         {12, 1, QStringLiteral("Use fell from 12 people to 1 since Q2 2026: here is what we saw")}}));
    CHECK(titleOf(packOf(withUse(each.before, each.now)), "use") == each.title);
}

TEST_CASE("one month before is no quarter to compare with", "[qbr]")
{
    const qbr::Pack pack =
        packOf(withUse({{{2026, 6, 1}, 100}, {{2026, 7, 1}, 200}, {{2026, 8, 1}, 200}, {{2026, 9, 1}, 200}}));
    CHECK(titleOf(pack, "use") == u"200 people work in the product");
}

TEST_CASE("an account that shares no use is not said to be known to the day others are", "[qbr]")
{
    PortfolioBuilder book = withUse(100, 100);
    book.account(QStringLiteral("B"));
    static const Grouping grouping;
    const Portfolio facts = book.build();
    const qbr::Packs packs(facts, grouping, shippedContent());
    const qbr::Pack pack = packs.of({book.id(QStringLiteral("B")), third, today, {}});
    CHECK(titleOf(pack, "use") == u"No usage data is shared with us");
    CHECK(pack.summary[1].id == u"summary.use_none");
}

TEST_CASE("requests are half solved when half of all were solved, not half of the solved ones", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const auto ticket = [&](int days) {
        book.make<Ticket>([&](Ticket& each) {
            each.opened = {2026, 8, 3};
            each.closed = days < 0 ? QDate() : each.opened.addDays(days);
            each.category = QStringLiteral("labels");
        });
    };
    for (const int days : {1, 2, -1, -1})
        ticket(days);
    CHECK(titleOf(packOf(book), "service") == u"4 requests, half of them solved within 2 days; “labels” came up most");
    ticket(-1);
    CHECK(titleOf(packOf(book), "service") == u"5 requests, 2 solved so far");
}

TEST_CASE("plan and actual are compared where both are known, credit notes taken off", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const auto invoice = [&](qint64 amount, QDate issued) {
        book.make<Invoice>([&](Invoice& each) {
            each.amount = Minor{amount * 100};
            each.currency = Currency("EUR");
            each.issued = issued;
        });
    };
    invoice(58'500, {2026, 7, 1});
    CHECK(titleOf(packOf(book), "plan") == u"€58,500 spent this quarter; what had you planned?");
    book.make<PlanFigure>([](PlanFigure& each) {
        each.quarter = {2026, 7, 1};
        each.amount = Minor{58'500'00};
        each.currency = Currency("EUR");
    });
    CHECK(titleOf(packOf(book), "plan") == u"€58,500 spent, as planned");
    invoice(-4'500, {2026, 9, 30});
    CHECK(titleOf(packOf(book), "plan") == u"€54,000 spent of €58,500 planned, €4,500 under");
    invoice(9'000, {2026, 9, 30});
    invoice(70'000, {2026, 10, 1});
    CHECK(titleOf(packOf(book), "plan") == u"€63,000 spent of €58,500 planned, €4,500 over");
    const auto numberOf = [](const qbr::Pack& pack, const char* id) {
        for (const qbr::Number& each : pack.slide(u"plan")->numbers)
            if (each.id == QLatin1String(id))
                return std::optional(each.value);
        return std::optional<Argument>();
    };
    CHECK(numberOf(packOf(book), "plan.percent") == Argument(qint64(8)));
}

TEST_CASE("only value that a known person confirmed counts, estimates stand apart", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const auto value = [&](qint64 amount, qint64 by) {
        book.make<Value>([&](Value& each) {
            each.day = {2026, 8, 20};
            each.text = QStringLiteral("Fewer couriers");
            each.amount = Minor{amount * 100};
            each.currency = Currency("EUR");
            each.confirmedBy = ContactId(by);
            each.method = QStringLiteral("counted");
        });
    };
    value(1'000, 0);
    value(2'000, 4711);
    CHECK(titleOf(packOf(book), "value") == u"Value confirmed so far: none");
    book.make<Contact>([](Contact& each) {
        each.id = 77;
        each.name = QStringLiteral("Dana Amari");
        each.title = QStringLiteral("chief operating officer");
    });
    value(257'712, 77);
    qbr::Pack pack = packOf(book);
    CHECK(titleOf(pack, "value") == u"Confirmed value in a year: €257,712");
    CHECK(pack.value.estimated.size() == 2);
    book.make<Invoice>([](Invoice& each) {
        each.amount = Minor{216'000'00};
        each.currency = Currency("EUR");
        each.issued = {2026, 2, 1};
    });
    CHECK(titleOf(packOf(book), "value") == u"Confirmed value €257,712, 1.1 times what was spent");
    const auto& numbers = pack.slide(u"value")->numbers;
    const auto line = std::ranges::find(numbers, u"value.line"_s, &qbr::Number::id);
    REQUIRE(line != numbers.end());
    CHECK(line->value == Argument(Money{257'712'00, Currency("EUR")}));
    CHECK(line->of == u"Fewer couriers");
}

TEST_CASE("every count of a theme and every difference from the plan that is drawn is a figure of its slide", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const char16_t* themes[] = {u"a", u"a", u"a", u"b", u"b", u"c", u"d", u"e"};
    for (const char16_t* each : themes)
        book.make<Ticket>([&](Ticket& ticket) {
            ticket.opened = {2026, 8, 3};
            ticket.category = QString::fromUtf16(each);
        });
    for (const QDate quarter : {QDate(2026, 4, 1), QDate(2026, 7, 1)}) {
        book.make<PlanFigure>([&](PlanFigure& each) {
            each.quarter = quarter;
            each.amount = Minor{20'000'00};
            each.currency = Currency("EUR");
        });
        book.make<Invoice>([&](Invoice& each) {
            each.issued = quarter.addDays(10);
            each.amount = Minor{22'000'00};
            each.currency = Currency("EUR");
        });
    }
    const qbr::Pack pack = packOf(book);
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto figures = [&](QStringView slide, QStringView id) {
        QStringList all;
        for (const qbr::Number& each : pack.slide(slide)->numbers)
            if (each.id == id)
                all.append(QString(wording.figureName(each) + u'=' + wording.figure(each)));
        return all;
    };
    CHECK(figures(u"service", u"service.theme") == QStringList{u"Requests about a=3"_s, u"Requests about b=2"_s,
                                                               u"Requests about c=1"_s, u"Requests about d=1"_s});
    CHECK(figures(u"plan", u"plan.quarter_difference") == QStringList{u"Difference, Q2 2026=€2,000"_s});
    CHECK(figures(u"plan", u"plan.quarter_percent") ==
          QStringList{QString(u"Difference in percent, Q2 2026=+10"_s + QChar(QChar::Nbsp) + u'%')});
}

TEST_CASE("under five answers nothing is averaged, the words stand", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const auto answer = [&](double score, qint64 contact) {
        book.make<Survey>([&](Survey& each) {
            each.kind = QStringLiteral("nps");
            each.score = score;
            each.day = {2026, 9, 1};
            each.contact = ContactId(contact);
            each.comment = QStringLiteral("I rebuild the report by hand");
        });
    };
    for (int i = 0; i < 4; ++i)
        answer(9, 100 + i);
    qbr::Pack pack = packOf(book);
    CHECK_FALSE(pack.feedback.nps);
    CHECK(titleOf(pack, "feedback") == u"What you told us, in your own words");
    answer(3, 104);
    pack = packOf(book);
    REQUIRE(pack.feedback.nps);
    CHECK(*pack.feedback.nps == 60);
    CHECK(titleOf(pack, "feedback") == u"5 of you answered whether they would recommend us: NPS 60");
}

TEST_CASE("goals say how many are met and how many need a decision", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const auto goal = [&](const QString& name, const QString& status, QDate due) {
        book.make<Goal>([&](Goal& each) {
            each.outcome = name;
            each.shortName = name;
            each.status = status;
            each.agreedOn = {2026, 1, 10};
            each.due = due;
            each.metOn = status == u"met" ? QDate(2026, 9, 1) : QDate();
        });
    };
    goal(QStringLiteral("Booking"), QStringLiteral("met"), {2026, 9, 30});
    CHECK(titleOf(packOf(book), "goals") == u"Your goal is met: what is the next one?");
    goal(QStringLiteral("On time"), QStringLiteral("on_track"), {2026, 12, 31});
    CHECK(titleOf(packOf(book), "goals") == u"1 of 2 goals met, the rest on course");
    goal(QStringLiteral("All clinics"), QStringLiteral("on_track"), {2026, 9, 30});
    const qbr::Pack pack = packOf(book);
    CHECK(titleOf(pack, "goals") == u"1 of 3 goals met, 1 needs a decision today");
    CHECK(pack.goals.lines.front().name == u"All clinics");
    CHECK(pack.goals.lines.front().state == qbr::GoalLine::State::Behind);
}

TEST_CASE("a hidden slide gives its minutes to the others, an order of one's own is kept", "[qbr]")
{
    PortfolioBuilder book = withUse(100, 120);
    book.make<Qbr>([](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.slides.text = QStringLiteral(R"({"hidden":["use","cover"],"order":["cover","actions","summary"]})");
        each.parts.text = QStringLiteral(R"({"goals":{"title":"Our own title","text":"A line of ours"}})");
    });
    const qbr::Pack pack = packOf(book);
    CHECK(minutesOf(pack) == 60);
    REQUIRE(pack.slide(u"use"));
    CHECK(pack.slide(u"use")->isHidden);
    CHECK(pack.slide(u"use")->minutes == 0);
    CHECK_FALSE(pack.slide(u"cover")->isHidden);
    CHECK(pack.slides[1].id == u"actions");
    CHECK(pack.slide(u"goals")->ownTitle == u"Our own title");
}

TEST_CASE("actions are the review's own, else what the last review left open", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    book.make<Qbr>([](Qbr& each) {
        each.quarter = {2026, 4, 1};
        each.heldOn = {2026, 5, 20};
        each.actions.text = QStringLiteral(
            R"([{"what":"Second site","who":"D. Amari","due":"2026-08-01","state":"open","why":"their builder is late"},
                {"what":"Report","who":"us","due":"2026-07-01","state":"done"}])");
    });
    qbr::Pack pack = packOf(book);
    REQUIRE(pack.actions.size() == 1);
    CHECK(pack.actions[0].what == u"Second site");
    CHECK_FALSE(pack.actions[0].isOurs);
    CHECK(titleOf(pack, "actions") == u"One action, and it is overdue");
    book.make<Qbr>([](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.actions.text = QStringLiteral(R"([{"what":"Half a day on reports","who":"us"}, 7, {"who":"nobody"}])");
    });
    pack = packOf(book);
    REQUIRE(pack.actions.size() == 1);
    CHECK(pack.actions[0].who == u"Linnhaven");
    CHECK(titleOf(pack, "actions") == u"1 action; 1 still needs a name or a date");
}

TEST_CASE("readiness counts what applies and lists what is missing, heaviest first", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const qbr::Pack empty = packOf(book);
    // Of 100: complaints are answered (8); there are no old actions (12 do not apply).
    CHECK(empty.readiness.percent == 9);
    REQUIRE_FALSE(empty.readiness.missing.empty());
    CHECK(empty.readiness.missing.front().weight == 15);
    book.make<Qbr>([](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.dateConfirmedOn = each.deciderConfirmedOn = each.agendaAskedOn = each.draftShownOn = {2026, 9, 20};
    });
    CHECK(packOf(book).readiness.percent == 42); // (8 + 15 + 10 + 4) of 88
}

TEST_CASE("what is off the plan is told in percent of it, and not at all where nothing was planned", "[qbr]")
{
    struct Case
    {
        std::optional<qint64> plan;
        std::optional<qint64> actual;
        bool isWhole;
        std::optional<qint64> minor;
        std::optional<qint64> percent;
    };
    const auto each = GENERATE(values<Case>({{10'000, 9'420, true, -580, -6},
                                             {10'000, 12'100, true, 2'100, 21},
                                             {10'000, 10'000, true, 0, 0},
                                             {10'000, 0, true, -10'000, -100},
                                             {0, 500, true, 500, {}},
                                             {10'000, 9'000, false, {}, {}},
                                             {10'000, 11'000, false, 1'000, 10},
                                             {{}, 9'000, true, {}, {}},
                                             {10'000, {}, true, {}, {}}}));
    const auto off = qbr::offPlan(each.plan, each.actual, each.isWhole);
    CHECK(off.has_value() == each.minor.has_value());
    if (off) {
        CHECK(off->minor == *each.minor);
        CHECK(off->percent == each.percent);
    }
}
