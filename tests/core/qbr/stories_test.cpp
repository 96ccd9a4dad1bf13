// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/wording.h"
#include "core/qbr/pack.h"
#include "core/query/book_content.h"
#include "core/query/review_content.h"
#include "tests/core/qbr/story_titles.h"
#include "tests/core/sample/sample_fixture.h"
#include "tests/support/printers.h"

#include <numeric>
#include <set>

using namespace steward;
using namespace steward::tests;

namespace {

struct SampleReviews
{
    SampleReviews()
        : facts(loaded())
        , content(query::reviewContentOf(facts.book()).value())
        , grouping(query::groupingOf(facts, query::contentOf(facts.book()).value(), sampleDay))
        , packs(facts, grouping, content)
    {
    }
    static Portfolio loaded()
    {
        const SampleFile file;
        return must(file.file.book->load({}));
    }
    static const SampleReviews& book()
    {
        static const SampleReviews reviews;
        return reviews;
    }
    [[nodiscard]] qbr::Pack pack(AccountId id, Quarter quarter) const
    {
        return packs.of({id, quarter, sampleDay, QStringLiteral("Linnhaven")});
    }
    [[nodiscard]] std::vector<qbr::Pack> story(int number, Quarter quarter) const
    {
        std::vector<qbr::Pack> told;
        for (const AccountFacts& each : facts)
            if (each.account.story == QString::number(number))
                told.push_back(pack(each.id(), quarter));
        return told;
    }
    [[nodiscard]] QString title(const qbr::Pack& pack, const char* slide) const
    {
        const qbr::Slide* found = pack.slide(QLatin1String(slide).toString());
        return found ? print::Wording(content, QLocale(QLocale::English, QLocale::UnitedKingdom)).say(found->title)
                     : QString();
    }

    Portfolio facts;
    content::Qbr content;
    Grouping grouping;
    qbr::Packs packs;
};

constexpr Quarter third{2026, 3};
constexpr Quarter fourth{2026, 4};

} // namespace

TEST_CASE("every review of the sample book fills its hour and has a sentence for everything it says", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    const print::Wording wording(book.content, QLocale(QLocale::English, QLocale::UnitedKingdom));
    for (const AccountFacts& each : book.facts)
        for (const Quarter quarter : {third, fourth}) {
            INFO(each.account.name.toStdString());
            const qbr::Pack pack = book.pack(each.id(), quarter);
            const int minutes = std::accumulate(pack.slides.begin(), pack.slides.end(), 0,
                                                [](int sum, const qbr::Slide& slide) { return sum + slide.minutes; });
            CHECK(minutes == 60);
            CHECK(pack.summary.size() == 3);
            CHECK((pack.readiness.percent >= 0 && pack.readiness.percent <= 100));
            const auto check = [&](const qbr::Say& say) {
                INFO(say.id.toStdString());
                CHECK(book.content.sentence(say.id));
                const QString text = wording.say(say);
                INFO(text.toStdString());
                CHECK_FALSE(text.contains(u'{'));
                CHECK_FALSE(text.contains(QStringLiteral("  ")));
            };
            for (const qbr::Slide& slide : pack.slides)
                check(slide.title);
            for (const qbr::Say& say : pack.summary)
                check(say);
        }
}

TEST_CASE("titles and summaries of every story say what content.md wants of them", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    const print::Wording wording(book.content, QLocale(QLocale::English, QLocale::UnitedKingdom));
    std::set<int> told;
    for (const StoryTitles& each : storyTitles) {
        INFO("story " << each.story << ", " << each.account.toString().toStdString() << ", Q" << each.quarter);
        told.insert(each.story);
        const auto packs = book.story(each.story, {2026, each.quarter});
        const auto found =
            std::ranges::find_if(packs, [&](const auto& pack) { return pack.accountName == each.account; });
        REQUIRE(found != packs.end());
        CHECK(book.title(*found, "summary") == each.summary.toString());
        CHECK(book.title(*found, "goals") == each.goals.toString());
        CHECK(book.title(*found, "use") == each.use.toString());
        CHECK(book.title(*found, "story") == each.result.toString());
        CHECK(book.title(*found, "plan") == each.plan.toString());
        CHECK(wording.say(found->summary[0]) == each.goalSentence.toString());
        CHECK(wording.say(found->summary[1]) == each.useSentence.toString());
        CHECK(wording.say(found->summary[2]) == each.nextSentence.toString());
    }
    CHECK(told.size() == 21);
}

namespace {

/// Working days, Monday to Friday, the outage and holidays as they are: near enough to know up from down.
double meanUse(const AccountFacts& facts, MetricId metric, QDate from, QDate to)
{
    double sum = 0;
    int days = 0;
    for (const auto& point : facts.usage.of(metric)) {
        const QDate day = usageDate(point.day);
        if (day >= from && day <= to && day.dayOfWeek() <= 5) {
            sum += point.value;
            ++days;
        }
    }
    return days > 0 ? sum / days : -1;
}

MetricId activeUsers(const Portfolio& facts)
{
    for (const Metric& each : facts.book().metrics)
        if (each.name == u"active_users")
            return MetricId(each.id);
    return {};
}

} // namespace

TEST_CASE("use that fell is said in the title of every account, few are never given in percent", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    const MetricId users = activeUsers(book.facts);
    int falls = 0;
    int few = 0;
    for (const AccountFacts& each : book.facts) {
        const double before = meanUse(each, users, {2026, 4, 1}, {2026, 6, 30});
        const double now = meanUse(each, users, {2026, 7, 1}, {2026, 9, 30});
        if (before <= 0 || now < 0)
            continue;
        const qbr::Pack pack = book.pack(each.id(), third);
        const QString title = book.title(pack, "use");
        INFO(each.account.name.toStdString() << ": " << title.toStdString() << ' ' << before << ' ' << now);
        if (std::min(now, before) < 9) {
            ++few;
            CHECK_FALSE(title.contains(u'%'));
        }
        // A tenth and at least one whole person: beyond any rounding.
        if (now < 0.9 * before - 1) {
            ++falls;
            CHECK(title.startsWith(u"Use fell "));
        }
        if (now > 1.02 * before + 1)
            CHECK_FALSE(title.contains(u"fell"));
    }
    CHECK(falls >= 4);
    CHECK(few >= 3);
}

TEST_CASE("under five answers a review of the sample book has no NPS, only their words", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    int quoted = 0;
    for (const AccountFacts& each : book.facts) {
        std::set<ContactId> who;
        for (const Survey& answer : each.of<Survey>())
            if (answer.kind == u"nps" && answer.score && answer.day >= QDate(2026, 7, 1) &&
                answer.day <= QDate(2026, 9, 30))
                who.insert(answer.contact);
        const qbr::Pack pack = book.pack(each.id(), third);
        INFO(each.account.name.toStdString() << ' ' << who.size());
        if (who.size() < 5) {
            CHECK_FALSE(pack.feedback.nps);
            CHECK_FALSE(book.title(pack, "feedback").contains(u"NPS"));
        }
        quoted += !pack.feedback.nps && !pack.feedback.quotes.empty() ? 1 : 0;
    }
    CHECK(quoted > 0);
}

TEST_CASE("the three reviews that are due are as ready as the sample says", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    std::vector<int> percents;
    for (const AccountFacts& each : book.facts)
        for (const Qbr& review : each.of<Qbr>())
            if (review.status == u"planned")
                percents.push_back(book.pack(each.id(), fourth).readiness.percent);
    std::ranges::sort(percents);
    CHECK(percents == std::vector<int>{35, 72, 90});
}

TEST_CASE("a review that is planned is due, one that was held is not", "[qbr]")
{
    const SampleReviews& book = SampleReviews::book();
    const auto due = qbr::dueIn(book.facts, book.grouping, fourth, sampleDay);
    CHECK_FALSE(due.empty());
    for (const AccountFacts& each : book.facts) {
        const bool isDue = std::ranges::find(due, each.id()) != due.end();
        // Who gets a yearly summary by e-mail is not reviewed by rhythm.
        const bool isPlanned =
            std::ranges::any_of(each.of<Qbr>(), [](const Qbr& review) { return review.quarter == QDate(2026, 10, 1); });
        CHECK_FALSE((isDue && !isPlanned && book.grouping.groupOf(each.id()) == u"self"));
        for (const Qbr& review : each.of<Qbr>()) {
            if (review.quarter != QDate(2026, 10, 1))
                continue;
            INFO(each.account.name.toStdString());
            CHECK(isDue == !review.heldOn.isValid());
        }
    }
}

TEST_CASE("a book with an older copy of the sentences has those that came later, and keeps its own", "[qbr]")
{
    BookFacts book;
    Definition copy;
    copy.kind = QStringView(query::contentKind).toString();
    copy.name = QStringLiteral("qbr.json");
    QByteArray text = content::shippedFiles().at(copy.name);
    const qsizetype at = text.indexOf("  {\"id\": \"use.from\"");
    text.remove(at, text.indexOf('\n', at) - at + 1);
    copy.text.text = QString::fromUtf8(text.replace("\"Use fell {pct} %", "\"Down {pct} %"));
    book.definitions = Rows<Definition>({copy});
    const content::Qbr content = query::reviewContentOf(book).value();
    REQUIRE(content.sentence(QStringLiteral("use.from")));
    CHECK(content.sentence(QStringLiteral("use.from"))->en == u"Usage is known from {date} on");
    CHECK(content.sentence(QStringLiteral("use.down"))->en.startsWith(u"Down "));
}
