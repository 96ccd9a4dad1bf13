// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/account_pages.h"

#include "core/query/scores.h"
#include "tests/core/print/sample_decks.h"
#include "tests/support/printers.h"

/// One page about an account: the handover pack, the success plan.
using namespace steward;
using namespace steward::print;
using namespace Qt::Literals::StringLiterals;

namespace {

qsizetype pagesOf(const QByteArray& pdf) { return pdf.count("/Type /Page") - pdf.count("/Type /Pages"); }

QString whole(const OnePage& page)
{
    QStringList all{page.title, page.about, page.footer};
    for (const OnePage::Section& each : page.sections)
        all << each.title << each.lines;
    return all.join(u'\n');
}

} // namespace

TEST_CASE("however much there is, it is one page, and what had no room is counted")
{
    for (const int lines : {0, 3, 60, 800}) {
        OnePage page{u"Handover"_s, u"today"_s, {{u"One"_s, {}}, {u"Two"_s, {u"short"_s}}}, u"for us"_s};
        for (int i = 0; i < lines; ++i)
            page.sections[0].lines << u"Line %1 of a text that is as long as such lines are in a real book"_s.arg(i);
        const auto pdf = onePagePdf(page);
        REQUIRE(pdf);
        CHECK(pdf->startsWith("%PDF-"));
        CHECK(pagesOf(*pdf) == 1);
    }
}

TEST_CASE("every account of the sample has a handover of one page with its parts, and a plan without a word of ours")
{
    const tests::Reviews& sample = tests::sampleReviews();
    const auto content = query::contentOf(sample.facts.book()).value();
    const auto scorer = query::scorerOf(sample.facts, content, tests::sampleDay, LookBack::AsItHappened).value();
    int told = 0;
    int goals = 0;
    int named = 0;
    for (const AccountFacts& each : sample.facts) {
        const auto score = scorer.score(each.id(), tests::sampleDay);
        if (!score)
            continue;
        const AccountBasis basis{each, sample.facts.book(), content, tests::sampleDay,
                                 QLocale(QLocale::English, QLocale::UnitedKingdom)};
        const OnePage handover = handoverPage(basis, *score);
        INFO(each.account.name.toStdString());
        CHECK(handover.title.contains(each.account.name));
        CHECK_FALSE(handover.sections[0].lines.isEmpty());
        CHECK(std::ranges::any_of(handover.sections, [](const auto& one) { return one.title == u"People"; }));
        CHECK(whole(handover).contains(u"Why they bought: "));
        const OnePage plan = planPage(basis, u"Linnhaven"_s);
        for (const auto* word : {u"score", u"Score", u"risk", u"Red", u"detractor", u"churn", u"expansion"})
            CHECK_FALSE(whole(plan).contains(QString::fromUtf16(word)));
        CHECK_FALSE(plan.sections[0].lines.isEmpty());
        CHECK_FALSE(whole(plan).contains(u'\u2713'));
        named += whole(plan).contains(u"Goal met: \u201C") ? 1 : 0;
        goals += plan.sections[0].lines.size() > 1 ? 1 : 0;
        if (++told > 6)
            continue;
        CHECK(pagesOf(onePagePdf(handover).value()) == 1);
        CHECK(pagesOf(onePagePdf(plan).value()) == 1);
    }
    CHECK(told > 50);
    CHECK(goals > 10);
    CHECK(named > 3);
}

TEST_CASE("the plan for the customer says what the product cannot do and what is left out on purpose")
{
    const tests::Reviews& sample = tests::sampleReviews();
    const auto content = query::contentOf(sample.facts.book()).value();
    AccountFacts facts = *sample.facts.begin();
    std::vector<CustomValue> values;
    const std::pair<const char*, QString> parts[] = {{"plan_cannot", u"It does not work offline."_s},
                                                     {"plan_left_out", u"Reports for the board\nThe interface"_s},
                                                     {"plan_problem", u"Stocktaking takes two days"_s},
                                                     {"plan_training", u"First count > Stocktaking\nShortcuts"_s}};
    for (const auto& [field, text] : parts)
        values.push_back({Entity::Account, facts.account.id, QString::fromLatin1(field), text, u"text"_s});
    facts.custom = Rows<CustomValue>(std::move(values));
    const OnePage plan = planPage({facts, sample.facts.book(), content, tests::sampleDay, QLocale::c()}, {});
    const auto linesOf = [&](const QString& title) {
        const auto found = std::ranges::find(plan.sections, title, &OnePage::Section::title);
        return found == plan.sections.end() ? QStringList() : found->lines;
    };
    CHECK(linesOf(u"What the product cannot do"_s) == QStringList{u"It does not work offline."_s});
    CHECK(linesOf(u"Left out on purpose"_s) == QStringList{u"Reports for the board"_s, u"The interface"_s});
    CHECK(linesOf(u"Training"_s) == QStringList{u"First count, for: Stocktaking takes two days"_s, u"Shortcuts"_s});
    CHECK(linesOf(u"What we use first"_s).isEmpty());
    CHECK(pagesOf(onePagePdf(plan).value()) == 1);
}
