// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "app/cli/scored_book.h"
#include "core/base/text.h"
#include "core/model/catalogue.h"
#include "core/query/book_content.h"
#include "core/work/today.h"
#include "core/workspace/book_day.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }
QJsonValue dayOrNull(QDate day) { return day.isValid() ? QJsonValue(isoText(day)) : QJsonValue(); }

work::WatchOver watchOver(const ScoredBook& book, const Invocation& invocation)
{
    return {book.scorer,     book.content,    query::groupingOf(book.facts, book.content, invocation.asOf),
            invocation.asOf, invocation.mode, &query::scoreCall};
}

QJsonObject signalJson(const work::Signal& signal, const ScoredBook& book, QDate day)
{
    const AccountFacts* facts = book.facts.find(signal.account);
    const auto words = book.words();
    const auto* kind = content::findById(book.content.signalRules.kinds, signal.signal);
    const QJsonObject why = explanationJson(signal.say, words);
    return {{QStringLiteral("signal"), signal.signal},
            {QStringLiteral("name"), kind ? words.words.text(kind->name) : signal.signal},
            {QStringLiteral("account"), facts ? QJsonValue(facts->account.name) : QJsonValue()},
            {QStringLiteral("id"), facts ? QJsonValue(QString::number(facts->account.id)) : QJsonValue()},
            {QStringLiteral("key"), textOrNull(signal.key)},
            {QStringLiteral("severity"), content::nameOf(signal.severity)},
            {QStringLiteral("opened"), dayOrNull(signal.opened)},
            {QStringLiteral("evaluated"), isoText(day)},
            {QStringLiteral("data_to"), dayOrNull(signal.say.dataTo)},
            {QStringLiteral("reason"), why.value(QStringLiteral("message"))},
            {QStringLiteral("evidence"), why.value(QStringLiteral("records"))},
            {QStringLiteral("play"), textOrNull(kind ? kind->play : QString())},
            {QStringLiteral("state"), work::nameOf(signal.state)},
            {QStringLiteral("until"), dayOrNull(signal.until)}};
}

/// "84 signals of 37 accounts: 6 critical, 20 high"
QString noteOn(const std::vector<work::Signal>& all)
{
    std::map<content::Severity, int> counts;
    std::set<AccountId> accounts;
    int resting = 0;
    for (const work::Signal& each : all) {
        if (each.state != work::SignalState::Open) {
            ++resting;
            continue;
        }
        ++counts[each.severity];
        if (each.account.isValid())
            accounts.insert(each.account);
    }
    QStringList parts;
    int open = 0;
    for (const auto& [severity, count] : counts) {
        const QString name = severity == content::Severity::Good ? tr("good news") : content::nameOf(severity);
        parts << QString::number(count) + u' ' + name;
        open += count;
    }
    const QString of = accountsText(qint64(accounts.size()));
    QString note = open == 1 ? tr("one signal of %1").arg(of) : tr("%1 signals of %2").arg(open).arg(of);
    if (!parts.isEmpty())
        note += QStringLiteral(": ") + parts.join(QStringLiteral(", "));
    return resting > 0 ? QString(note + tr("; %1 resting").arg(resting)) : note;
}

Result<Answer> signalsAnswer(const Invocation& invocation, const Portfolio& everything)
{
    const auto book = scoredBook(invocation, everything);
    if (!book)
        return tl::unexpected(book.error());
    const auto watch = work::Watch::make(watchOver(*book, invocation));
    if (!watch)
        return tl::unexpected(watch.error());
    auto all = book->account.isValid() ? watch->of(book->account).signalList : watch->all().flat();
    std::ranges::stable_sort(all, {}, &work::Signal::severity);
    QJsonArray array;
    for (const work::Signal& each : all)
        array.append(signalJson(each, *book, invocation.asOf));
    constexpr qsizetype wide = 110;
    return Answer{array,
                  {{QStringLiteral("account"), false, 32},
                   {QStringLiteral("severity")},
                   {QStringLiteral("reason"), false, wide},
                   {QStringLiteral("opened"), false, wide, Show::Plain, tr("facts from")},
                   {QStringLiteral("data_to"), false, wide, Show::Plain, tr("data to")},
                   {QStringLiteral("state")},
                   {QStringLiteral("until")}},
                  {},
                  noteOn(all)};
}

/// Only accounts of that person; none: all.
Result<std::vector<work::Worth>> worthsOf(const ScoredBook& book, const Invocation& invocation)
{
    const QString csm = invocation.value(QStringLiteral("csm"));
    const auto& people = book.facts.book().people;
    const bool isNamed = invocation.has(QStringLiteral("csm"));
    if (isNamed && std::ranges::none_of(people, [&](const Person& each) { return folded(each.name) == folded(csm); }))
        return fail(Code("person.unknown"), ErrorKind::NotFound, {csm});
    const Grouping grouping = query::groupingOf(book.facts, book.content, invocation.asOf);
    std::vector<query::AccountLine> lines = query::accountLines(book.facts, invocation.asOf, grouping);
    if (isNamed)
        std::erase_if(lines, [&](const query::AccountLine& line) { return folded(line.csm) != folded(csm); });
    return steward::worthsOf(lines, grouping);
}

/// "3 accounts without a named person: card expired (2), card expires soon"
QString groupSentence(const work::TodayRow& row, const ScoredBook& book)
{
    const auto words = book.words();
    std::vector<std::pair<QString, int>> counts;
    for (const work::Signal& each : row.signalList) {
        const auto found = std::ranges::find(counts, each.signal, &std::pair<QString, int>::first);
        found == counts.end() ? static_cast<void>(counts.emplace_back(each.signal, 1))
                              : static_cast<void>(++found->second);
    }
    QStringList parts;
    for (const auto& [id, count] : counts) {
        const auto* kind = content::findById(book.content.signalRules.kinds, id);
        const QString name = kind ? words.words.text(kind->name).toLower() : id;
        parts << (counts.size() > 1 ? QString(name + u" (" + QString::number(count) + u')') : name);
    }
    return tr("%1 accounts without a named person: %2").arg(row.accounts.size()).arg(parts.join(QStringLiteral(", ")));
}

QString reasonOf(const work::Signal& signal, const ScoredBook& book)
{
    return book.words().words.sentence(signal.say.key, signal.say.arguments);
}

QJsonValue lastTimeJson(const std::optional<PlaybookRun>& run)
{
    if (!run)
        return {};
    return QJsonObject{{QStringLiteral("started"), dayOrNull(run->started)},
                       {QStringLiteral("ended"), dayOrNull(run->ended)},
                       {QStringLiteral("outcome"), textOrNull(run->outcome)},
                       {QStringLiteral("sentence"), textOrNull(run->sentence)}};
}

QJsonValue factorsJson(const work::TodayRow& row, const ScoredBook& book)
{
    if (row.accounts.size() != 1 || row.lane == work::Lane::Clock)
        return {};
    const work::Factors& factors = row.factors;
    return QJsonObject{{QStringLiteral("arr"), decimalText(factors.arr, book.currency.minorDigits())},
                       {QStringLiteral("arr_assumed"), factors.isAssumed},
                       {QStringLiteral("gain"), factors.gain},
                       {QStringLiteral("severity"), factors.severity},
                       {QStringLiteral("time"), factors.time},
                       {QStringLiteral("change"), factors.change},
                       {QStringLiteral("age"), factors.age}};
}

QString nameOf(AccountId account, const ScoredBook& book)
{
    const AccountFacts* facts = book.facts.find(account);
    return facts ? facts->account.name : QString();
}

QJsonArray accountsJson(const work::TodayRow& row, const ScoredBook& book)
{
    QJsonArray accounts;
    for (std::size_t i = 0; i < row.accounts.size(); ++i)
        accounts.append(QJsonObject{{QStringLiteral("id"), QString::number(row.accounts[i].value())},
                                    {QStringLiteral("account"), nameOf(row.accounts[i], book)},
                                    {QStringLiteral("reason"), reasonOf(row.signalList[i], book)}});
    return accounts;
}

QJsonObject rowJson(const work::TodayRow& row, const ScoredBook& book)
{
    const bool isGroup = row.accounts.size() > 1;
    const bool isOne = row.accounts.size() == 1;
    QJsonArray more;
    for (std::size_t i = 1; !isGroup && i < row.signalList.size(); ++i)
        more.append(reasonOf(row.signalList[i], book));
    const bool hasValue = !row.accounts.empty() && row.lane != work::Lane::Clock;
    const int digits = book.currency.minorDigits();
    return {{QStringLiteral("lane"), work::nameOf(row.lane)},
            {QStringLiteral("id"), isOne ? QJsonValue(QString::number(row.accounts.front().value())) : QJsonValue()},
            {QStringLiteral("account"), isOne ? QJsonValue(nameOf(row.accounts.front(), book)) : QJsonValue()},
            {QStringLiteral("accounts"), isGroup ? QJsonValue(accountsJson(row, book)) : QJsonValue()},
            {QStringLiteral("signal"), row.signalList.front().signal},
            {QStringLiteral("good"), row.isGood},
            {QStringLiteral("value"), hasValue ? QJsonValue(decimalText(row.value, digits)) : QJsonValue()},
            {QStringLiteral("currency"), hasValue ? QJsonValue(book.currency.code()) : QJsonValue()},
            {QStringLiteral("factors"), factorsJson(row, book)},
            {QStringLiteral("reason"), isGroup ? groupSentence(row, book) : reasonOf(row.signalList.front(), book)},
            {QStringLiteral("more"), more},
            {QStringLiteral("play"), textOrNull(row.play)},
            {QStringLiteral("last_time"), lastTimeJson(row.lastRun)},
            {QStringLiteral("due"), dayOrNull(row.due)}};
}

/// What a table shows of a row beside its JSON.
QJsonObject shownJson(QJsonObject json, const work::TodayRow& row)
{
    const bool isGroup = row.accounts.size() > 1;
    json.insert(QStringLiteral("who"), isGroup                ? QJsonValue(tr("(%1 accounts)").arg(row.accounts.size()))
                                       : row.accounts.empty() ? QJsonValue(tr("(the whole book)"))
                                                              : json.value(QStringLiteral("account")));
    const auto further = json.value(QStringLiteral("more")).toArray().size();
    json.insert(QStringLiteral("further"), further > 0 ? QJsonValue(u'+' + QString::number(further)) : QJsonValue());
    const QString value = json.value(QStringLiteral("value")).toString();
    json.insert(QStringLiteral("worth"), value.isEmpty() ? QString() : QString::number(std::llround(value.toDouble())));
    return json;
}

QString noteOn(const work::Today& today)
{
    using work::Lane;
    if (today.rows.empty())
        return tr("Nothing needs you today.");
    return tr("%1 on the clock, %2 need you, %3 can wait")
        .arg(today.count(Lane::Clock))
        .arg(today.count(Lane::Now))
        .arg(today.count(Lane::Later));
}

Result<Answer> todayAnswer(const Invocation& invocation, const Portfolio& everything)
{
    const auto book = scoredBook(invocation, everything);
    if (!book)
        return tl::unexpected(book.error());
    const auto watch = work::Watch::make(watchOver(*book, invocation));
    if (!watch)
        return tl::unexpected(watch.error());
    const auto worths = worthsOf(*book, invocation);
    if (!worths)
        return tl::unexpected(worths.error());
    const auto today = work::todayOf(watch->all(), watch->facts(), *worths, book->content.signalRules, invocation.asOf);
    QJsonArray array;
    for (const work::TodayRow& row : today.rows)
        array.append(invocation.format == Format::Table ? shownJson(rowJson(row, *book), row) : rowJson(row, *book));
    if (invocation.format != Format::Table)
        return Answer{array,
                      {{QStringLiteral("lane")},
                       {QStringLiteral("id")},
                       {QStringLiteral("account")},
                       {QStringLiteral("signal")},
                       {QStringLiteral("value"), true},
                       {QStringLiteral("currency")},
                       {QStringLiteral("factors.arr"), true},
                       {QStringLiteral("factors.severity"), true},
                       {QStringLiteral("factors.time"), true},
                       {QStringLiteral("factors.change"), true},
                       {QStringLiteral("factors.age"), true},
                       {QStringLiteral("reason")},
                       {QStringLiteral("more")},
                       {QStringLiteral("play")},
                       {QStringLiteral("due")}},
                      {},
                      {}};
    constexpr qsizetype wide = 100;
    return Answer{array,
                  {{QStringLiteral("lane")},
                   {QStringLiteral("who"), false, 32, Show::Plain, tr("account")},
                   {QStringLiteral("worth"), true, wide, Show::Plain, tr("value")},
                   {QStringLiteral("reason"), false, wide},
                   {QStringLiteral("further"), false, wide, Show::Plain, tr("more")},
                   {QStringLiteral("play")},
                   {QStringLiteral("due")}},
                  {},
                  noteOn(today)};
}

std::function<Result<Outcome>(const Invocation&)> asked(Result<Answer> (*ask)(const Invocation&, const Portfolio&))
{
    return [ask](const Invocation& invocation) {
        return answerFromAll(invocation, [&](const Portfolio& everything) { return ask(invocation, everything); });
    };
}

} // namespace

std::vector<Command> signalCommands()
{
    return {
        {QStringLiteral("signals"),
         QStringLiteral("signals [ACCOUNT]"),
         tr("What each account asks of us, gravest first, with the reason, the evidence and how far the data reach"),
         {},
         0,
         1,
         asked(signalsAnswer)},
        {QStringLiteral("today"),
         QStringLiteral("today [--csm NAME]"),
         tr("The order of the day: what is on the clock, which accounts need you and why, what can wait"),
         {{QStringLiteral("csm"), QStringLiteral("NAME"), tr("only accounts of this person")}},
         0,
         0,
         asked(todayAnswer)}};
}

} // namespace steward::cli
