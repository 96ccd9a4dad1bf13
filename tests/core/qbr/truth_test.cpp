// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/titles.h"
#include "tests/core/qbr/review_fixture.h"

using namespace steward;
using namespace steward::tests;

TEST_CASE("a quarter that still runs is not under plan, but may be over it", "[qbr]")
{
    PortfolioBuilder builder = aBook();
    builder.account(QStringLiteral("A"));
    const auto spend = [&](qint64 amount) {
        builder.make<Invoice>([&](Invoice& each) {
            each.amount = Minor{amount * 100};
            each.currency = Currency("EUR");
            each.issued = {2026, 10, 2};
        });
    };
    builder.make<PlanFigure>([](PlanFigure& each) {
        each.quarter = {2026, 10, 1};
        each.amount = Minor{58'500'00};
        each.currency = Currency("EUR");
    });
    const auto pack = [&] {
        static const Grouping grouping;
        const Portfolio book = builder.build();
        return qbr::Packs(book, grouping, shippedContent()).of({builder.id(QStringLiteral("A")), {2026, 4}, today, {}});
    };
    spend(20'000);
    CHECK(titleOf(pack(), "plan") == u"€20,000 of €58,500 planned spent so far");
    for (const qbr::Number& each : pack().slide(u"plan")->numbers)
        CHECK(each.id != u"plan.difference");
    spend(40'000);
    CHECK(titleOf(pack(), "plan") == u"€60,000 spent of €58,500 planned, €1,500 over");
}

TEST_CASE("the first sentence speaks of the goal the way it goes, and forecasts nothing that is past", "[qbr]")
{
    struct Case
    {
        QString status;
        double baseline, now, target;
        QDate due;
        QString sentence;
    };
    const auto each = GENERATE(values<Case>(
        {{QStringLiteral("on_track"),
          10,
          30,
          40,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 30 of 40 visits and is on course for 31 December 2026.")},
         {QStringLiteral("on_track"),
          40,
          20,
          10,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 20 visits, target 10, and is on course for 31 December 2026.")},
         {QStringLiteral("behind"),
          10,
          20,
          40,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 20 of 40 visits; at this pace it is reached in October 2027, not by 31 "
                         "December 2026.")},
         {QStringLiteral("behind"),
          10,
          20,
          40,
          {2026, 9, 1},
          QStringLiteral("“Visits” stands at 20 of 40 visits; it was due on 1 September 2026 and at this pace is "
                         "reached in October 2027.")},
         {QStringLiteral("behind"),
          10,
          39,
          40,
          {2026, 9, 1},
          QStringLiteral("“Visits” stands at 39 of 40 visits; it was due on 1 September 2026.")},
         {QStringLiteral("at_risk"),
          40,
          45,
          10,
          {2026, 12, 31},
          QStringLiteral("“Visits” stands at 45 visits, target 10, and needs a decision today.")}}));
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A")).make<Goal>([&](Goal& goal) {
        goal.outcome = goal.shortName = QStringLiteral("Visits");
        goal.status = each.status;
        goal.unit = QStringLiteral("visits");
        goal.baseline = each.baseline;
        goal.current = each.now;
        goal.target = each.target;
        goal.agreedOn = {2026, 1, 10};
        goal.lastReviewed = {2026, 8, 10};
        goal.due = each.due;
    });
    const qbr::Pack pack = packOf(book);
    CHECK(print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom)).say(pack.summary[0]) ==
          each.sentence);
}

TEST_CASE("what we promised and did not do comes before a new promise, what is done is not promised again", "[qbr]")
{
    const auto nextOf = [](const QString& actions) {
        PortfolioBuilder book = aBook();
        book.account(QStringLiteral("A")).make<Qbr>([&](Qbr& each) {
            each.quarter = {2026, 7, 1};
            each.actions.text = actions;
        });
        const qbr::Pack pack = packOf(book);
        return print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom)).say(pack.summary[2]);
    };
    CHECK(nextOf(QStringLiteral(R"([{"what":"Report","who":"us","due":"2026-10-09"}])")) ==
          u"We still owe you “Report”, promised for 9 October 2026; that comes first.");
    CHECK(nextOf(QStringLiteral(R"([{"what":"Report","who":"us","due":"2026-10-10"}])")) ==
          u"Next we will deliver “Report” by 10 October 2026.");
    CHECK(nextOf(QStringLiteral(R"([{"what":"Report","who":"us","due":"2026-10-09","state":"done"}])")) ==
          u"What comes next we agree today, each action with a name and a date.");
}

TEST_CASE("the same fall a year before is said, a decline below that year is not excused", "[qbr]")
{
    const auto titleFor = [](double september) {
        std::initializer_list<std::pair<QDate, double>> months = {
            {{2025, 4, 1}, 200}, {{2025, 5, 1}, 200}, {{2025, 6, 1}, 200}, {{2025, 7, 1}, 200},
            {{2025, 8, 1}, 140}, {{2025, 9, 1}, 200}, {{2026, 4, 1}, 200}, {{2026, 5, 1}, 200},
            {{2026, 6, 1}, 200}, {{2026, 7, 1}, 200}, {{2026, 8, 1}, 140}, {{2026, 9, 1}, september}};
        return titleOf(packOf(withUse(months)), "use");
    };
    CHECK(titleFor(200) == u"Use fell slightly, 10 % since Q2 2026, as it did a year before");
    CHECK(titleFor(188) == u"Use fell 12 % since Q2 2026: here is what we saw");
}

TEST_CASE("the title of what they asked for names no state that nothing is in", "[qbr]")
{
    const auto titleFor = [](std::initializer_list<const char*> states) {
        PortfolioBuilder book = aBook();
        book.account(QStringLiteral("A"));
        int n = 0;
        for (const char* state : states)
            book.make<steward::Feedback>([&](steward::Feedback& each) {
                each.day = {2026, 8, 1};
                each.words = QString(QStringLiteral("wish ") + QString::number(++n));
                each.route = QStringLiteral("product");
                each.state = QString::fromLatin1(state);
                if (each.state == u"done" || each.state == u"answered")
                    each.toldOn = {2026, 9, 1};
            });
        return titleOf(packOf(book), "feedback");
    };
    CHECK(titleFor({"owned", "declined"}) == u"You asked for 2 things: 1 open, 1 declined");
    CHECK(titleFor({"done", "owned", "owned"}) == u"You asked for 3 things: 1 done, 2 open");
    CHECK(titleFor({"answered", "done"}) == u"You asked for 2 things: 1 done, 1 answered");
    CHECK(titleFor({"done", "answered", "owned", "declined"}) ==
          u"You asked for 4 things: 1 done, 1 answered, 1 open, 1 declined");
    // Whatever they are in has its sentence.
    const std::array<const char*, 4> all{"done", "answered", "owned", "declined"};
    for (int mix = 1; mix < 16; ++mix) {
        PortfolioBuilder book = aBook();
        book.account(QStringLiteral("A"));
        for (std::size_t i = 0; i < all.size(); ++i)
            if ((mix >> i) & 1)
                book.make<steward::Feedback>([&](steward::Feedback& each) {
                    each.day = {2026, 8, 1};
                    each.words = QString(QStringLiteral("wish ") + QString::number(i));
                    each.route = QStringLiteral("product");
                    each.state = QString::fromLatin1(all[i]);
                    each.toldOn = i < 2 ? QDate(2026, 9, 1) : QDate();
                });
        const QString title = titleOf(packOf(book), "feedback");
        INFO(mix << ' ' << title.toStdString());
        CHECK(title.startsWith(u"You asked for "));
        CHECK_FALSE(title.contains(QStringLiteral(" 0 ")));
    }
}

namespace {

qbr::Pack withActions(const QString& actions)
{
    PortfolioBuilder book = aBook();
    book.person(40, QStringLiteral("Mira Sommer")).person(41, QStringLiteral("Dana Amari"));
    book.account(QStringLiteral("A")).make<Contact>([](Contact& each) { each.name = QStringLiteral("Dana Amari"); });
    book.make<Qbr>([&](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.actions.text = actions;
    });
    return packOf(book);
}

} // namespace

TEST_CASE("what one of our people promised is ours, whoever of theirs is called the same keeps theirs", "[qbr]")
{
    const auto isOurs = [](const char* who) {
        const qbr::Pack pack = withActions(
            QStringLiteral(R"([{"what":"Training plan","who":"%1","due":"2026-12-10"}])").arg(QLatin1String(who)));
        return pack.actions.at(0).isOurs;
    };
    for (const char* who : {"us", "Us", "linnhaven", "Mira Sommer", "mira  sommer", ""}) {
        INFO(who);
        CHECK(isOurs(who));
    }
    for (const char* who : {"Dana Amari", "Piet", "Mira"}) {
        INFO(who);
        CHECK_FALSE(isOurs(who));
    }
    const qbr::Pack pack =
        withActions(QStringLiteral(R"([{"what":"Training plan","who":"Mira Sommer","due":"2026-12-10"}])"));
    CHECK(print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom)).say(pack.summary[2]) ==
          u"Next we will deliver “Training plan” by 10 December 2026.");
}

TEST_CASE("the last title counts what is open, nothing dropped is called done", "[qbr]")
{
    const QString done = QStringLiteral(R"({"what":"One","who":"us","due":"2026-12-01","state":"done"})");
    const QString dropped = QStringLiteral(R"({"what":"Two","who":"us","due":"2026-12-01","state":"dropped"})");
    const QString open = QStringLiteral(R"({"what":"Three","who":"us","due":"2026-12-01"})");
    const auto titleFor = [](const QStringList& all) {
        return titleOf(withActions(QString(u'[' + all.join(u',') + u']')), "actions");
    };
    CHECK(titleFor({done, dropped, open}) == u"One action, with a name and a date");
    CHECK(titleFor({done, done, dropped}) == u"2 actions done: what comes next, who does it, and by when?");
    CHECK(titleFor({dropped}) == u"What do we do next, who does it, and by when?");
    const qbr::Pack pack = withActions(QString(u'[' + dropped + u']'));
    CHECK_FALSE(pack.actions.at(0).isDone);
    CHECK_FALSE(pack.actions.at(0).isLate({2027, 1, 1}));
}

TEST_CASE("what is archived is in no review", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A")).make<Goal>([](Goal& each) {
        each.outcome = QStringLiteral("Old");
        each.status = QStringLiteral("on_track");
        each.archivedOn = {2026, 1, 1};
    });
    book.make<Invoice>([](Invoice& each) {
        each.issued = {2026, 8, 1};
        each.amount = Minor{100'00};
        each.currency = Currency("EUR");
        each.archivedOn = {2026, 10, 10};
    });
    for (int i = 0; i < 6; ++i) {
        book.nps(9, {2026, 8, 1 + i}, ContactId(500 + i));
        book.make<Survey>([&](Survey& each) {
            each.kind = QStringLiteral("nps");
            each.score = 2;
            each.day = {2026, 9, 1 + i};
            each.contact = ContactId(600 + i);
            each.archivedOn = {2026, 10, 1};
        });
    }
    const qbr::Pack pack = packOf(book);
    CHECK(titleOf(pack, "goals") == u"We have no agreed goal yet: let us set one");
    CHECK(titleOf(pack, "plan") == u"No invoice and no plan for this quarter");
    CHECK(pack.feedback.answers == 6);
    CHECK(pack.feedback.nps == 100);
}

TEST_CASE("a time without a sign-in of who used the rest of it is one without use, not one nobody knows", "[qbr]")
{
    const auto bookWith = [](const QString& absence, QDate lastOther) {
        Metric logins;
        logins.id = 900;
        logins.name = QStringLiteral("active_users");
        logins.grain = QStringLiteral("day");
        logins.aggregate = QStringLiteral("mean");
        logins.absence = absence;
        Metric other;
        other.id = 901;
        other.name = QStringLiteral("exports");
        other.grain = QStringLiteral("day");
        other.aggregate = QStringLiteral("sum");
        UsageSeries signIns{MetricId(900), {}};
        for (QDate day(2026, 4, 1); day < QDate(2026, 6, 25); day = day.addDays(1))
            signIns.points.push_back({usageDay(day), 12});
        PortfolioBuilder book = aBook();
        book.account(QStringLiteral("A")).metric(logins).metric(other).usage(std::move(signIns));
        book.usage({MetricId(901), {{usageDay({2026, 5, 1}), 1}, {usageDay(lastOther), 1}}});
        return packOf(book);
    };
    const qbr::Pack idle = bookWith(QStringLiteral("zero"), {2026, 9, 2});
    CHECK(idle.use.isKnown);
    CHECK(idle.use.now == 0);
    CHECK(titleOf(idle, "use") == u"Use fell from 11 people to 0 since Q2 2026: here is what we saw");
    CHECK_FALSE(bookWith(QStringLiteral("zero"), {2026, 6, 20}).use.isKnown);
    CHECK_FALSE(bookWith(QStringLiteral("unknown"), {2026, 9, 2}).use.isKnown);
}

TEST_CASE("a goal at its target asks whether it is met, one met on a later day is not, nor is one met long ago",
          "[qbr]")
{
    const auto packWith = [](const std::function<void(Goal&)>& fill, Quarter quarter = third) {
        PortfolioBuilder builder = aBook();
        builder.account(QStringLiteral("A")).make<Goal>([&](Goal& goal) {
            goal.outcome = goal.shortName = QStringLiteral("Hours");
            goal.status = QStringLiteral("on_track");
            goal.baseline = 22;
            goal.current = 15;
            goal.target = 11;
            goal.due = {2026, 12, 31};
            goal.unit = QStringLiteral("h");
            fill(goal);
        });
        static const Grouping grouping;
        const Portfolio book = builder.build();
        return qbr::Packs(book, grouping, shippedContent())
            .of({builder.id(QStringLiteral("A")), quarter, today, QStringLiteral("Linnhaven")});
    };
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const qbr::Pack passed = packWith([](Goal& goal) { goal.current = 9; });
    CHECK(titleOf(passed, "summary") == u"“Hours” is at its target: is it met?");
    CHECK(wording.say(passed.summary[0]) == u"“Hours” stands at 9 h, target 11: is it met for you?");
    const qbr::Pack late = packWith([](Goal& goal) {
        goal.baseline.reset();
        goal.current = goal.target;
        goal.due = {2026, 1, 1};
        goal.status = QStringLiteral("behind");
    });
    CHECK(late.goals.lines.at(0).state == qbr::GoalLine::State::Reached);
    // A figure reviewed after the day asked is none of that day.
    const qbr::Pack early = packWith([](Goal& goal) { goal.lastReviewed = {2026, 10, 30}; });
    CHECK_FALSE(early.goals.lines.at(0).now);
    CHECK(titleOf(early, "summary") == u"“Hours” is on course");
    const auto met = [&](QDate on, QDate reviewed, Quarter quarter) {
        return packWith(
                   [&](Goal& goal) {
                       goal.status = QStringLiteral("met");
                       goal.metOn = on;
                       goal.lastReviewed = reviewed;
                   },
                   quarter)
            .goals;
    };
    CHECK(met({2026, 12, 24}, {}, third).met == 0);
    CHECK(met({2026, 12, 24}, {}, third).since == 0);
    CHECK(met({2026, 12, 24}, {}, {2026, 4}).lines.at(0).state == qbr::GoalLine::State::OnCourse);
    CHECK(met({2026, 10, 5}, {}, third).since == 1);
    CHECK(met({}, {2026, 8, 5}, third).met == 1);
    CHECK(met({}, {2026, 10, 5}, third).since == 1);
    CHECK(met({}, {2026, 8, 5}, {2026, 4}).lines.empty());
}

TEST_CASE("the most used feature is named only where there is one, of a handful of uses nothing is said", "[qbr]")
{
    const auto titleFor = [](std::initializer_list<double> uses) {
        qbr::Pack pack;
        int n = 0;
        for (const double each : uses)
            pack.features.push_back({QString(QChar(u'A' + n++)), each, 0, {}});
        const auto said = qbr::titleOf(QStringLiteral("features"), pack);
        return said ? print::Wording(shippedContent(), QLocale(QLocale::English)).say(*said) : QString();
    };
    CHECK(titleFor({40, 30, 2}) == u"A is used most of 3 features");
    CHECK(titleFor({40, 40, 2}) == u"A and B are used most, and equally");
    CHECK(titleFor({40, 40, 40}) == u"3 features are used most, and equally");
    CHECK(titleFor({40}) == u"A is the one feature in use");
    CHECK(titleFor({9, 2}).isEmpty());
}

TEST_CASE("what was asked of the support is told apart from what was wished for, value as much as spent is no times",
          "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A")).account(QStringLiteral("B")).make<Ticket>([](Ticket& each) {
        each.opened = {2026, 7, 9};
    });
    const Portfolio facts = book.build();
    static const Grouping grouping;
    const qbr::Packs packs(facts, grouping, shippedContent());
    const AccountId account = book.id(QStringLiteral("A"));
    CHECK(titleOf(packs.of({account, third, today, {}}), "service") == u"No requests to our support this quarter");
    CHECK(titleOf(packs.of({account, {2026, 4}, today, {}}), "service") ==
          u"No requests to our support so far this quarter");
    qbr::Pack pack;
    const auto valueTitle = [&](double ratio, std::size_t results, bool isInMoney = true) {
        pack.value.confirmed.assign(results, {});
        pack.value.total = isInMoney ? std::optional(Money{29'000'00, Currency("EUR")}) : std::nullopt;
        pack.value.ratio = ratio;
        return print::Wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom))
            .say(*qbr::titleOf(QStringLiteral("value"), pack));
    };
    CHECK(valueTitle(1.097, 2) == u"Confirmed value €29,000, about as much as was spent");
    CHECK(valueTitle(1.19, 2) == u"Confirmed value €29,000, 1.1 times what was spent");
    CHECK(valueTitle(0.99, 2) == u"Confirmed value in a year: €29,000");
    CHECK(valueTitle(0, 1, false) == u"One confirmed result, not in money yet");
    CHECK(valueTitle(0, 2, false) == u"2 confirmed results, none of them in money yet");
}

TEST_CASE("what was confirmed in another currency is told, and never called not in money", "[qbr]")
{
    const auto packWith = [](std::initializer_list<std::pair<qint64, Currency>> values) {
        PortfolioBuilder book = aBook();
        book.account(QStringLiteral("A")).make<Contact>([](Contact& each) {
            each.id = 77;
            each.name = QStringLiteral("Dana Amari");
        });
        for (const auto& [amount, currency] : values)
            book.make<steward::Value>([&](steward::Value& each) {
                each.day = {2026, 8, 1};
                each.text = QStringLiteral("Less scrap");
                each.amount = Minor{amount * 100};
                each.currency = currency;
                each.confirmedBy = ContactId(77);
            });
        return packOf(book);
    };
    CHECK(titleOf(packWith({{15'000, Currency("USD")}}), "value") == u"Confirmed value in a year: $15,000");
    CHECK(titleOf(packWith({{15'000, Currency("USD")}, {5'000, Currency("GBP")}}), "value") ==
          u"2 confirmed results, in several currencies");
    const qbr::Pack mixed = packWith({{15'000, Currency("USD")}, {5'000, Currency("EUR")}, {1'000, Currency("USD")}});
    CHECK(titleOf(mixed, "value") == u"Confirmed value in a year: €5,000");
    CHECK(mixed.value.others == std::vector{Money{16'000'00, Currency("USD")}});
}

TEST_CASE("what was confirmed before the four quarters is told, and stands in no sum of theirs", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    book.make<Contact>([](Contact& each) {
        each.id = 77;
        each.name = QStringLiteral("Ingrid Becker");
    });
    for (const QDate day : {QDate(2025, 6, 10), QDate(2026, 8, 5)}) {
        book.make<steward::Value>([&](steward::Value& each) {
            each.day = day;
            each.text = QStringLiteral("Less scrap");
            each.amount = Minor{day.year() == 2025 ? 70'000'00 : 4'000'00};
            each.currency = Currency("EUR");
            each.confirmedBy = ContactId(77);
        });
        if (day.year() == 2025)
            CHECK(titleOf(packOf(book), "value") == u"No value confirmed in a year: what is it worth today?");
    }
    const qbr::Pack pack = packOf(book);
    CHECK(titleOf(pack, "value") == u"Confirmed value in a year: €4,000");
    CHECK(pack.value.earlier == std::vector{Money{70'000'00, Currency("EUR")}});
    const auto& numbers = pack.slide(u"value")->numbers;
    CHECK(std::ranges::any_of(numbers, [](const qbr::Number& each) { return each.id == u"value.earlier"; }));
}

namespace {

/// Counted events, of a source whose other account began on 19 May.
PortfolioBuilder withEvents(std::initializer_list<std::pair<qint64, std::vector<QDate>>> events)
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("Other"));
    Metric metric;
    metric.grain = QStringLiteral("day");
    metric.aggregate = QStringLiteral("sum");
    metric.absence = QStringLiteral("zero");
    const std::pair<qint64, const char16_t*> metrics[] = {{900, u"login"}, {901, u"api_call"}, {902, u"feat_reports"}};
    for (const auto& [id, name] : metrics) {
        metric.id = id;
        metric.name = QString::fromUtf16(name);
        book.metric(metric);
    }
    book.usage({MetricId(900), {{usageDay({2026, 5, 19}), 9}, {usageDay({2026, 9, 30}), 9}}});
    book.account(QStringLiteral("A"));
    for (const auto& [id, days] : events) {
        UsageSeries series{MetricId(id), {}};
        for (const QDate day : days)
            series.points.push_back({usageDay(day), 4});
        book.usage(std::move(series));
    }
    return book;
}

} // namespace

TEST_CASE("who gave no sign of the main metric is told by another, or as none, never as sharing nothing", "[qbr]")
{
    const qbr::Pack other = packOf(withEvents({{901, {{2026, 5, 20}, {2026, 8, 3}}}}));
    CHECK(titleOf(other, "use") == u"Api call: 4 this quarter");
    const qbr::Pack features = packOf(withEvents({{902, {{2026, 5, 20}, {2026, 8, 3}}}}));
    CHECK(features.use.isKnown);
    CHECK(titleOf(features, "use") == u"Login: 0 this quarter");
    CHECK(titleOf(packOf(withEvents({})), "use") == u"No usage data is shared with us");
    // Known from the first sign of any kind, not from the first login.
    const qbr::Pack later = packOf(withEvents({{901, {{2026, 5, 31}}}, {900, {{2026, 10, 5}}}}));
    CHECK(later.use.now == 0);
}

TEST_CASE("a quarter whose beginning nobody told of is not compared with, and its first month stands for none", "[qbr]")
{
    const auto days = [](QDate from) { return std::vector<QDate>{from, {2026, 6, 10}, {2026, 7, 6}, {2026, 9, 1}}; };
    const qbr::Pack part = packOf(withEvents({{900, days({2026, 5, 20})}}));
    CHECK_FALSE(part.use.before);
    CHECK_FALSE(part.use.months[7].value); // May, from its 19th on
    CHECK(part.use.months[8].value == 4);
    const qbr::Pack whole = packOf(withEvents({{900, days({2026, 4, 3})}}));
    CHECK(whole.use.before == 8);
}

TEST_CASE("the data of another source say nothing of the numbers that are told", "[qbr]")
{
    PortfolioBuilder book = aBook();
    Metric metric;
    metric.grain = QStringLiteral("day");
    metric.aggregate = QStringLiteral("sum");
    metric.absence = QStringLiteral("zero");
    const std::pair<qint64, const char16_t*> metrics[] = {{900, u"login"}, {901, u"events_30d"}};
    for (const auto& [id, name] : metrics) {
        metric.id = id;
        metric.name = QString::fromUtf16(name);
        metric.source = id == 900 ? QStringLiteral("csv") : QStringLiteral("csv 2");
        book.metric(metric);
    }
    book.source(QStringLiteral("usage"), {2026, 8, 10}, QStringLiteral("csv"));
    book.source(QStringLiteral("usage"), {2026, 9, 30}, QStringLiteral("csv 2"));
    book.account(QStringLiteral("A"));
    book.usage(
        {MetricId(900), {{usageDay({2026, 4, 2}), 9}, {usageDay({2026, 6, 3}), 9}, {usageDay({2026, 7, 6}), 4}}});
    book.usage({MetricId(901), {{usageDay({2026, 9, 30}), 4}, {usageDay({2026, 11, 1}), 4}}});
    const qbr::Pack pack = packOf(book);
    CHECK(pack.use.dataTo == QDate(2026, 8, 10));
    CHECK(pack.use.now == 4);
    CHECK_FALSE(pack.use.before);
    CHECK(titleOf(pack, "use") == u"Login: 4 this quarter");
    const Grouping grouping;
    const Portfolio whole = book.build();
    const qbr::Packs packs(whole, grouping, shippedContent());
    CHECK(titleOf(packs.of({book.id(QStringLiteral("A")), {2026, 4}, today, {}}), "use") ==
          u"Usage is known to 6 July 2026");
}

TEST_CASE("who left within the quarter is told to the last day, and some days stand beside no quarter", "[qbr]")
{
    PortfolioBuilder book = withUse(12, 12);
    book.with([](Account& each) { each.churnedOn = {2026, 7, 15}; });
    const qbr::Pack pack = packOf(book);
    CHECK(titleOf(pack, "use") == u"Usage is known to 14 July 2026, your last day with us");
    CHECK(pack.use.dataTo == QDate(2026, 7, 14));
    CHECK_FALSE(pack.use.before);
    CHECK_FALSE(pack.use.months.back().value);
}

TEST_CASE("of a time before the data nothing is said to be none", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    const qbr::Pack nothing = packOf(book);
    CHECK(titleOf(nothing, "plan") == u"What did you plan to spend this quarter?");
    CHECK(titleOf(nothing, "feedback") == u"What should we know that we have not asked?");
    CHECK(nothing.slide(u"service") == nullptr);
    const auto addAll = [&](QDate day) {
        book.account(QStringLiteral("Other %1").arg(day.year()));
        book.make<Invoice>([&](Invoice& each) {
            each.issued = day;
            each.amount = Minor{100};
        });
        book.make<Ticket>([&](Ticket& each) { each.opened = day; });
        book.nps(9, day);
    };
    addAll({2027, 1, 5});
    CHECK(titleOf(packOf(book), "plan") == u"What did you plan to spend this quarter?");
    CHECK(packOf(book).slide(u"service") == nullptr);
    addAll({2026, 8, 5});
    CHECK(titleOf(packOf(book), "plan") == u"No invoice and no plan for this quarter");
    CHECK(titleOf(packOf(book), "feedback") == u"No feedback this quarter: what should we know?");
    CHECK(titleOf(packOf(book), "service") == u"No requests to our support this quarter");
}

TEST_CASE("where the book says two things the one who presents is told to look", "[qbr]")
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("A"));
    book.make<Ticket>([](Ticket& each) {
        each.opened = {2026, 8, 3};
        each.closed = {2026, 8, 5};
        each.status = QStringLiteral("open");
    });
    book.make<Goal>([](Goal& each) {
        each.shortName = QStringLiteral("Visits");
        each.outcome = QStringLiteral("More visits");
        each.status = QStringLiteral("on_track");
        each.baseline = 10;
        each.current = 15;
        each.target = 40;
        each.agreedOn = {2026, 1, 1};
        each.lastReviewed = {2026, 7, 1};
        each.due = {2026, 12, 31};
    });
    const qbr::Pack pack = packOf(book);
    const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto doubts = [&](const char16_t* slide) {
        QStringList said;
        for (const qbr::Say& each : qbr::doubtsOf(QString::fromUtf16(slide), pack))
            said << wording.say(each);
        return said;
    };
    CHECK(doubts(u"service") == QStringList{QStringLiteral("1 of the requests counted as solved says open and has an "
                                                           "end: check them before you show it.")});
    REQUIRE(doubts(u"goals").size() == 1);
    CHECK(doubts(u"goals").first().startsWith(u"“Visits” is said to be on course; at this pace it is reached in"));
    CHECK(doubts(u"use").isEmpty());
    // Nothing is claimed before the customer.
    CHECK(titleOf(pack, "summary") == u"“Visits”: are we on course?");
    CHECK(titleOf(pack, "goals") == u"Is your goal on course?");
    CHECK(wording.say(pack.summary[0]) == u"“Visits” stands at 15 of 40 and is due on 31 December 2026.");
}

TEST_CASE("a goal that has not moved in a third of its time is no goal on course without a doubt", "[qbr]")
{
    const auto doubtsWith = [](QDate looked, double now) {
        PortfolioBuilder book = aBook();
        book.account(QStringLiteral("A"));
        book.make<Goal>([&](Goal& each) {
            each.shortName = each.outcome = QStringLiteral("Open a second site");
            each.status = QStringLiteral("on_track");
            each.baseline = 1;
            each.current = now;
            each.target = 2;
            each.agreedOn = {2025, 6, 1};
            each.lastReviewed = looked;
            each.due = {2026, 11, 29};
        });
        QStringList said;
        const print::Wording wording(shippedContent(), QLocale(QLocale::English, QLocale::UnitedKingdom));
        for (const qbr::Say& each : qbr::doubtsOf(QStringLiteral("goals"), packOf(book)))
            said << wording.say(each);
        return said;
    };
    CHECK(doubtsWith({2026, 9, 20}, 1) ==
          QStringList{QStringLiteral("“Open a second site” is said to be on course for 29 November 2026, and hardly "
                                     "anything has moved since it was agreed. The slide claims neither: settle it "
                                     "before you show it.")});
    CHECK(doubtsWith({2025, 7, 1}, 1).isEmpty());
    CHECK(doubtsWith({2026, 9, 20}, 1.9).isEmpty());
}
