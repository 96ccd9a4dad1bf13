// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/score_sheet.h"

#include "tests/core/health/sample_book.h"

#include <algorithm>

using namespace steward;
using namespace steward::query;

namespace {

/// Accounts of the sample book that have a score; every one of them has to add up.
template <class Check>
void forEachScore(Check&& check)
{
    const tests::SampleScores& book = tests::SampleScores::book();
    int scored = 0;
    for (const AccountFacts& facts : book.facts) {
        const health::AccountScore score = book.score(facts);
        if (!score.shown)
            continue;
        ++scored;
        INFO(facts.account.name.toStdString());
        check(score);
    }
    CHECK(scored > 30);
}

const std::vector<content::Entry>& groups() { return tests::SampleScores::book().content.scorecards.groups; }

qint64 sumOf(const std::vector<ScoreLine>& lines, ScoreLine::Kind kind, qint64 ScoreLine::*tenths)
{
    qint64 sum = 0;
    for (const ScoreLine& line : lines)
        sum += line.kind == kind ? line.*tenths : 0;
    return sum;
}

} // namespace

TEST_CASE("points gained and lost add up to a hundred, by measure and by group", "[score_sheet]")
{
    using Kind = ScoreLine::Kind;
    forEachScore([](const health::AccountScore& score) {
        const auto lines = scoreSheet(score, groups());
        const qint64 gained = sumOf(lines, Kind::Measure, &ScoreLine::gained);
        CHECK(gained == score.computed->rounded(1));
        CHECK(gained + sumOf(lines, Kind::Measure, &ScoreLine::lost) == 1000);
        CHECK(sumOf(lines, Kind::Group, &ScoreLine::gained) == gained);
        CHECK(sumOf(lines, Kind::Points, &ScoreLine::gained) == gained);
        // The largest measure takes what rounding leaves: at most half a tenth of each measure.
        const auto largest = std::ranges::max_element(
            lines, {}, [](const ScoreLine& line) { return line.kind == Kind::Measure ? line.gained : 0; });
        const auto rest = 0.05 * double(score.contributions.size());
        for (auto line = lines.begin(); line != lines.end(); ++line)
            if (line->kind == Kind::Measure && line->takesPart()) {
                CHECK(line->lost >= 0);
                CHECK(double(line->gained + line->lost) / 10 ==
                      Approx(line->possible).margin(line == largest ? 0.2 + rest : 0.2));
            }
    });
}

TEST_CASE("each cap is a step from where the last one ended to the score shown", "[score_sheet]")
{
    using Kind = ScoreLine::Kind;
    int caps = 0;
    forEachScore([&](const health::AccountScore& score) {
        const auto lines = scoreSheet(score, groups());
        qint64 at = score.computed->rounded(1);
        for (const ScoreLine& line : lines)
            if (line.kind == Kind::Cap) {
                ++caps;
                CHECK(line.before == at);
                at = line.after;
            }
        CHECK(at == score.shown->rounded(1));
        CHECK(lines.back().kind == Kind::Score);
        CHECK(lines.back().gained == at);
    });
    CHECK(caps > 0);
}

TEST_CASE("what is unknown says what it would be worth and has no points", "[score_sheet]")
{
    int unknown = 0;
    forEachScore([&](const health::AccountScore& score) {
        double worth = 0;
        for (const ScoreLine& line : scoreSheet(score, groups()))
            if (line.kind == ScoreLine::Kind::Measure && line.state == health::State::Unknown) {
                ++unknown;
                CHECK(line.gained == 0);
                CHECK(line.worth > 0);
                worth += line.worth;
            }
        CHECK(worth == Approx(1 - double(score.knownWeight) / score.applicableWeight).margin(1e-9));
    });
    CHECK(unknown > 0);
}

TEST_CASE("what moved the score adds up to the difference shown", "[score_sheet]")
{
    const tests::SampleScores& book = tests::SampleScores::book();
    int moved = 0;
    forEachScore([&](const health::AccountScore& score) {
        const auto before = book.scorer.score(score.account, score.day.addDays(-28));
        const auto sheet = before ? movedSheet(*before, score) : std::nullopt;
        if (!sheet)
            return;
        qint64 sum = 0;
        for (const MovedLine& line : sheet->lines)
            sum += line.tenths;
        CHECK(sum == sheet->after - sheet->before);
        moved += sheet->lines.size() > 1 ? 1 : 0;
    });
    CHECK(moved > 10);
}

TEST_CASE("shares are rounded so that they add up", "[score_sheet]")
{
    CHECK(apportioned({3.4, 3.3, 3.3}, 10) == std::vector<qint64>{4, 3, 3});
    CHECK(apportioned({-8.24, 3.5, -20.0}, -25) == std::vector<qint64>{-8, 3, -20});
    CHECK(apportioned({}, 0).empty());
    CHECK(apportioned({0, 1.9, 0}, 2) == std::vector<qint64>{0, 2, 0});
}

TEST_CASE("a score is shown whole, but never in another band than its own", "[score_sheet]")
{
    const auto& bands = tests::SampleScores::book().content.scorecards.bands;
    const auto shown = [&](qint64 hundredths) {
        const ShownScore score = shownScore(health::Fraction(hundredths, 100), bands);
        return QString(QString::number(score.value) + u'/' + QString::number(score.digits));
    };
    CHECK(shown(4900) == QStringLiteral("49/0"));
    CHECK(shown(7450) == QStringLiteral("745/1"));
    CHECK(shown(7497) == QStringLiteral("749/1"));
    CHECK(shown(7500) == QStringLiteral("75/0"));
    CHECK(shown(4949) == QStringLiteral("49/0"));
    CHECK(shown(6350) == QStringLiteral("64/0"));
}
