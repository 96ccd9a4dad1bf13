// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/health_json.h"
#include "app/cli/open_book.h"
#include "app/cli/scored_book.h"
#include "core/portfolio/book_currency.h"
#include "core/query/book_content.h"
#include "core/query/brief.h"
#include "core/query/find_account.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace steward::cli {

namespace {

using health::AccountScore;

constexpr qsizetype narrow = 60; ///< of a table's cell
constexpr qsizetype wide = 160;

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

/// Lines of the account asked about, else of those that are customers or may become one soon; of all with "all".
std::vector<query::AccountLine> linesOf(const ScoredBook& book, const Invocation& invocation)
{
    const QDate day = invocation.asOf;
    auto lines = query::accountLines(book.facts, day, query::groupingOf(book.facts, book.content, day));
    std::erase_if(lines, [&](const query::AccountLine& line) {
        if (book.account.isValid())
            return line.facts->id() != book.account;
        return !invocation.has(QStringLiteral("all")) &&
               (line.standing == AccountStanding::Former || line.standing == AccountStanding::Prospect);
    });
    return lines;
}

struct LineScore
{
    const query::AccountLine* line = nullptr;
    AccountScore score;
    std::optional<health::ScoreChange> change; ///< since the day asked about
    std::vector<health::TrendPoint> trend;     ///< of the weeks asked about
};

/// The lowest score first, those of which too little is known last.
std::vector<LineScore> scoresOf(const ScoredBook& book, const std::vector<query::AccountLine>& lines, QDate day,
                                std::optional<QDate> since)
{
    std::vector<LineScore> all;
    for (const query::AccountLine& line : lines) {
        auto score = book.scorer.score(line.facts->id(), day);
        if (!score)
            continue;
        LineScore& each = all.emplace_back();
        each.line = &line;
        each.score = std::move(*score);
        if (!since)
            continue;
        if (const auto before = book.scorer.score(line.facts->id(), *since))
            each.change = health::changeOf(*before, each.score);
    }
    std::ranges::stable_sort(all, [](const LineScore& a, const LineScore& b) {
        return a.score.shown && (!b.score.shown || *a.score.shown < *b.score.shown);
    });
    return all;
}

/// So many weeks up to the day, of the accounts that are listed.
void addTrends(std::vector<LineScore>& all, const health::Scorer& scorer, QDate day, int weeks)
{
    const Portfolio& portfolio = scorer.portfolio();
    auto trends = scorer.trends(day, weeks);
    std::map<AccountId, std::size_t> position;
    for (std::size_t i = 0; i < portfolio.size(); ++i)
        position.emplace(portfolio.at(i).id(), i);
    for (LineScore& each : all)
        each.trend = std::move(trends[position.at(each.score.account)]);
}

QJsonObject accountJson(const query::AccountLine& line)
{
    const auto textOrNull = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    const int digits = line.currency.minorDigits();
    return {{QStringLiteral("id"), QString::number(line.facts->account.id)},
            {QStringLiteral("key"), textOrNull(line.key)},
            {QStringLiteral("name"), line.facts->account.name},
            {QStringLiteral("segment"), textOrNull(line.segment)},
            {QStringLiteral("arr"), line.mrr ? QJsonValue(decimalText(line.mrr->toArrMinor(), digits)) : QJsonValue()},
            {QStringLiteral("currency"), textOrNull(line.currency.code())}};
}

QJsonObject lineJson(const LineScore& each, const ScoreWords& words)
{
    QJsonObject json = accountJson(*each.line);
    const QJsonObject score = scoreJson(each.score, words);
    for (auto value = score.begin(); value != score.end(); ++value)
        json.insert(value.key(), value.value());
    json.insert(QStringLiteral("change"), changeJson(each.change, words));
    json.insert(QStringLiteral("reason"), mainReason(each.score, words));
    if (!each.trend.empty()) {
        json.insert(QStringLiteral("trend"), trendJson(each.trend));
        json.insert(QStringLiteral("trend_line"), trendLine(each.trend));
    }
    return json;
}

QString percentText(double share) { return QString::number(qRound(share * 100)) + QStringLiteral(" %"); }

/// "Since 1 Oct: -12.0; Usage trend -8.1, Sponsor -3.9"
QString noteOn(const health::ScoreChange& change, const ScoreWords& words)
{
    const auto signedText = [](health::Fraction points) {
        const QString text = points.toDecimal(1);
        return points > health::Fraction() ? QString(u'+' + text) : text;
    };
    QStringList parts;
    for (const health::Moved& each : change.by) {
        const auto* measure = content::findById(words.content.scorecards.measures, each.measure);
        parts << QString((measure ? words.words.text(measure->name) : tr("caps")) + u' ' + signedText(each.points));
    }
    QString text = tr("Since %1: %2").arg(words.words.date(change.from), signedText(change.shown));
    if (!parts.isEmpty())
        text += QStringLiteral("; ") + parts.join(QStringLiteral(", "));
    return change.isOtherScorecard ? QString(text + tr("; another scorecard applied then")) : text;
}

/// "67.3, yellow; 93 % known" and the steps that follow the sum.
QString noteOn(const LineScore& each, const ScoredBook& book)
{
    const AccountScore& score = each.score;
    const auto words = book.words();
    const auto* card = content::findById(book.content.scorecards.scorecards, score.scorecard);
    const auto* band = content::findById(book.content.scorecards.bands, score.band);
    const double share = score.applicableWeight > 0 ? double(score.knownWeight) / score.applicableWeight : 0;
    const QString known = score.known == health::Known::Partly ? tr("partly known") : tr("known");
    QStringList lines;
    if (score.shown)
        lines << tr("%1: %2, %3; %4 %5; scorecard %6")
                     .arg(each.line->facts->account.name, score.shown->toDecimal(1),
                          band ? words.words.text(band->name).toLower() : score.band, percentText(share), known,
                          card ? words.words.text(card->name) : score.scorecard);
    else
        lines << tr("%1: unknown, only %2 known; see what is missing with: gaps %3")
                     .arg(each.line->facts->account.name, percentText(share),
                          each.line->key.isEmpty() ? QString::number(each.line->facts->account.id) : each.line->key);
    for (const health::CapStep& cap : score.caps) {
        const QString why = words.words.sentence(cap.why.key, cap.why.arguments);
        if (score.computed && cap.after < cap.before)
            lines << tr("%1: held at %2, without it %3").arg(why, cap.after.toDecimal(1), cap.before.toDecimal(1));
        else
            lines << tr("%1: not above %2").arg(why).arg(cap.notAbove);
    }
    if (each.change)
        lines << noteOn(*each.change, words);
    if (!each.trend.empty())
        lines << tr("Week by week from %1: %2").arg(words.words.date(each.trend.front().day), trendLine(each.trend));
    if (score.override)
        lines << tr("Set to %1 until %2: %3")
                     .arg(score.override->band, words.words.date(score.override->until), score.override->note);
    return lines.join(u'\n');
}

/// Why there is nothing to compare with.
QString noteOnThen(const LineScore& each, std::optional<QDate> since, const ScoreWords& words)
{
    return since && !each.change
               ? QString(
                     u'\n' +
                     tr("On %1 it was not a customer in this book: nothing to compare.").arg(words.words.date(*since)))
               : QString();
}

/// "54 accounts: 30 green, 15 yellow, 6 red, 3 unknown"
QString noteOnAll(const std::vector<LineScore>& all, const ScoredBook& book)
{
    QStringList parts;
    const auto count = [&](const QString& band) {
        return std::ranges::count_if(all, [&](const LineScore& each) { return each.score.band == band; });
    };
    for (const content::Band& band : book.content.scorecards.bands)
        parts << tr("%1 %2").arg(count(band.id)).arg(book.words().words.text(band.name).toLower());
    if (const auto unknown = count({}); unknown > 0)
        parts << tr("%1 unknown").arg(unknown);
    return tr("%1: %2").arg(accountsText(qint64(all.size())), parts.join(QStringLiteral(", ")));
}

Answer listAnswer(const QJsonArray& array, const QString& note, bool hasChange, bool hasTrend)
{
    std::vector<Column> columns{{QStringLiteral("key")},
                                {QStringLiteral("name")},
                                {QStringLiteral("score"), true, narrow, Show::Decimal},
                                {QStringLiteral("band")},
                                {QStringLiteral("coverage"), true, narrow, Show::Percent, tr("known")},
                                {QStringLiteral("arr"), true},
                                {QStringLiteral("currency")},
                                {QStringLiteral("reason"), false, wide}};
    if (hasChange)
        columns.insert(columns.begin() + 3,
                       {QStringLiteral("change.points"), true, narrow, Show::Decimal, tr("change")});
    if (hasTrend)
        columns.insert(columns.end() - 1, {QStringLiteral("trend_line"), false, wide, Show::Plain, tr("week by week")});
    return {array, columns, {}, note};
}

Answer oneAnswer(const QJsonArray& array, const QString& note)
{
    return {array,
            {{QStringLiteral("group")},
             {QStringLiteral("name"), false, narrow, Show::Plain, tr("measure")},
             {QStringLiteral("value"), true, narrow, Show::Decimal},
             {QStringLiteral("weight"), true},
             {QStringLiteral("points_shown"), true, narrow, Show::Plain, tr("points")},
             {QStringLiteral("evidence.message"), false, wide, Show::Plain, tr("why")}},
            QStringLiteral("contributions"),
            note};
}

Result<Answer> healthAnswer(const Invocation& invocation, const Portfolio& everything)
{
    const auto book = scoredBook(invocation, everything);
    if (!book)
        return tl::unexpected(book.error());
    const auto since = dayOption(invocation, QStringLiteral("since"));
    if (!since)
        return tl::unexpected(since.error());
    if (auto past = requirePast(invocation, since->value_or(invocation.asOf)); !past)
        return tl::unexpected(past.error());
    constexpr qint64 mostWeeks = 520;
    const auto weeks = wholeOption(invocation, QStringLiteral("weeks"), 0, 1, mostWeeks);
    if (!weeks)
        return tl::unexpected(weeks.error());
    const auto lines = linesOf(*book, invocation);
    auto scores = scoresOf(*book, lines, invocation.asOf, *since);
    if (*weeks > 0)
        addTrends(scores, book->scorer, invocation.asOf, static_cast<int>(*weeks));
    QJsonArray array;
    for (const LineScore& each : scores)
        array.append(lineJson(each, book->words()));
    if (book->account.isValid() && scores.size() == 1)
        return oneAnswer(array, noteOn(scores.front(), *book) + noteOnThen(scores.front(), *since, book->words()));
    return listAnswer(array, noteOnAll(scores, *book), since->has_value(), *weeks > 0);
}

QJsonObject gapJson(const query::DataGap& gap, const ScoredBook& book)
{
    const auto words = book.words();
    const auto name = [](std::string_view text) { return QString::fromLatin1(text.data(), qsizetype(text.size())); };
    const bool hasValue = gap.withoutValue < static_cast<int>(gap.accounts.size());
    return {{QStringLiteral("kind"), name(nameOf(gap.kind))},
            {QStringLiteral("gap"), name(nameOf(gap.why))},
            {QStringLiteral("advice"), words.words.advice(name(nameOf(gap.why)), name(nameOf(gap.kind)), gap.say.key)},
            {QStringLiteral("message"), words.words.sentence(gap.say.key, gap.say.arguments)},
            {QStringLiteral("measures"), QJsonArray::fromStringList(gap.measures)},
            {QStringLiteral("gain"), gap.gain},
            {QStringLiteral("accounts"), qint64(gap.accounts.size())},
            {QStringLiteral("arr"),
             hasValue ? QJsonValue(decimalText(gap.value.toArrMinor(), book.currency.minorDigits())) : QJsonValue()},
            {QStringLiteral("currency"), hasValue ? QJsonValue(book.currency.code()) : QJsonValue()},
            {QStringLiteral("accounts_without_arr"), gap.withoutValue}};
}

/// What is known of the scores: by value where there is one.
double knownShare(const std::vector<query::AccountLine>& lines)
{
    double value = 0;
    double known = 0;
    double plain = 0;
    int count = 0;
    for (const auto& line : lines) {
        if (!line.coverage)
            continue;
        const double units = line.comparable ? double(line.comparable->units()) : 0;
        value += units;
        known += units * *line.coverage;
        plain += *line.coverage;
        ++count;
    }
    return value > 0 ? known / value : count > 0 ? plain / count : 0;
}

Result<Answer> gapsAnswer(const Invocation& invocation, const Portfolio& everything)
{
    const auto book = scoredBook(invocation, everything);
    if (!book)
        return tl::unexpected(book.error());
    auto lines = linesOf(*book, invocation);
    const auto scores = book->scorer.scoreAll(invocation.asOf);
    query::addScores(lines, scores);
    QJsonArray array;
    for (const query::DataGap& gap : query::gapsOf(lines, scores))
        array.append(gapJson(gap, *book));
    const std::vector<Column> columns{{QStringLiteral("advice"), false, narrow, Show::Plain, tr("do")},
                                      {QStringLiteral("gain"), true, narrow, Show::Percent, tr("more known")},
                                      {QStringLiteral("accounts"), true},
                                      {QStringLiteral("arr"), true},
                                      {QStringLiteral("currency")},
                                      {QStringLiteral("message"), false, wide, Show::Plain, tr("why")}};
    const QString note = book->account.isValid()
                             ? tr("%1 of its score is known").arg(percentText(knownShare(lines)))
                             : tr("%1 of the scores is known, by ARR; %2")
                                   .arg(percentText(knownShare(lines)), accountsText(qint64(lines.size())));
    return Answer{array, columns, {}, note};
}

Result<Answer> briefAnswer(const Invocation& invocation, const Portfolio& everything)
{
    const auto account = scoredAccount(invocation, everything);
    if (!account)
        return tl::unexpected(account.error());
    const AccountFacts& facts = account->facts;
    const content::Brief& brief = account->book.content.brief;
    const auto words = account->book.words();
    QJsonArray array;
    for (const query::BriefLine& line : query::briefOf(facts, everything.book(), account->score, brief)) {
        const content::Entry* entry = content::findById(brief.lines, line.line);
        QJsonObject json = explanationJson(line.say, words);
        json.insert(QStringLiteral("line"), line.line);
        json.insert(QStringLiteral("label"), words.words.text(entry->name));
        array.append(json);
    }
    const QJsonObject json{{QStringLiteral("id"), QString::number(facts.account.id)},
                           {QStringLiteral("key"), query::firstKey(facts)},
                           {QStringLiteral("name"), facts.account.name},
                           {QStringLiteral("day"), isoText(invocation.asOf)},
                           {QStringLiteral("lines"), array}};
    return Answer{json,
                  {{QStringLiteral("label"), false, narrow, Show::Plain, facts.account.name},
                   {QStringLiteral("message"), false, wide, Show::Plain, QStringLiteral(" ")}},
                  QStringLiteral("lines"),
                  {}};
}

using Ask = Result<Answer> (*)(const Invocation&, const Portfolio&);

std::function<Result<Outcome>(const Invocation&)> asked(Ask ask)
{
    return [ask](const Invocation& invocation) {
        return answerFromAll(invocation, [&](const Portfolio& everything) { return ask(invocation, everything); });
    };
}

} // namespace

std::vector<Command> healthCommands()
{
    const Option all{QStringLiteral("all"), {}, tr("Also former customers and prospects")};
    return {{QStringLiteral("health"),
             QStringLiteral("health [ACCOUNT] [--since DATE] [--weeks N] [--all]"),
             tr("The health score: of every account with its main reason, or of one with every point explained"),
             {{QStringLiteral("since"), QStringLiteral("DATE"), tr("What moved the score since that day, by measure")},
              {QStringLiteral("weeks"), QStringLiteral("N"), tr("The score of so many weeks up to the day")},
              all},
             0,
             1,
             asked(healthAnswer)},
            {QStringLiteral("gaps"),
             QStringLiteral("gaps [ACCOUNT] [--all]"),
             tr("What the score does not know, and by how much more it would know of how much ARR"),
             {all},
             0,
             1,
             asked(gapsAnswer)},
            {QStringLiteral("brief"),
             QStringLiteral("brief ACCOUNT"),
             tr("What to know about an account before you talk with them, in one minute"),
             {},
             1,
             1,
             asked(briefAnswer)}};
}

} // namespace steward::cli
