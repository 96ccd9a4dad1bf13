// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figures.h"
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/query/book_content.h"
#include "core/query/expected_cut.h"
#include "core/query/scores.h"
#include "core/revenue/movements.h"
#include "core/revenue/renewals.h"

#include <QCoreApplication>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

const QStringList splits{QStringLiteral("segment"), QStringLiteral("stage"), QStringLiteral("csm"),
                         QStringLiteral("plan"), QStringLiteral("account")};
const QStringList rules{QStringLiteral("month-end"), QStringLiteral("overlap")};

/// The last twelve months up to the day where no month is named; every month from the first subscription with "all".
Result<revenue::Query> queryOf(const Invocation& invocation, const Basis& basis)
{
    const auto from = monthOption(invocation, QStringLiteral("from"));
    const auto to = monthOption(invocation, QStringLiteral("to"));
    const auto split = splitOption(invocation, splits);
    if (!from)
        return tl::unexpected(from.error());
    if (!to)
        return tl::unexpected(to.error());
    if (!split)
        return tl::unexpected(split.error());
    revenue::Query query;
    query.to = to->value_or(Month::of(invocation.asOf));
    query.from = from->value_or(query.to.plus(-11));
    if (query.to < query.from)
        return fail(Code("request.months-reversed"), ErrorKind::Usage, {query.from.toIso(), query.to.toIso()});
    query.by = static_cast<GroupBy>(*split);
    query.account = basis.account;
    const QString rule =
        invocation.has(QStringLiteral("mrr-rule")) ? invocation.value(QStringLiteral("mrr-rule")) : rules.first();
    const auto index = rules.indexOf(rule);
    if (index < 0)
        return fail(Code("request.value"), ErrorKind::Usage,
                    {QStringLiteral("--mrr-rule"), rule, rules.join(QStringLiteral(", "))});
    query.rule = static_cast<revenue::MrrRule>(index);
    return query;
}

QJsonValue unconvertedJson(const revenue::RevenueRow& row)
{
    QJsonObject object;
    for (const auto& [currency, mrr] : row.unconverted)
        object.insert(currency.code(), amount(mrr.toMinor(), currency));
    return object;
}

QJsonObject rowJson(const revenue::RevenueRow& row, Currency currency, bool isSplit)
{
    const revenue::RoundedBridge bridge = rounded(row.bridge);
    const revenue::Rates rates = row.rates();
    QJsonObject json{{QStringLiteral("month"), row.month.toIso()},
                     {QStringLiteral("currency"), currencyJson(currency)},
                     {QStringLiteral("start_mrr"), amount(bridge.start, currency)},
                     {QStringLiteral("new"), amount(bridge.added, currency)},
                     {QStringLiteral("expansion"), amount(bridge.expansion, currency)},
                     {QStringLiteral("contraction"), amount(bridge.contraction, currency)},
                     {QStringLiteral("churn"), amount(bridge.churn, currency)},
                     {QStringLiteral("reactivation"), amount(bridge.reactivation, currency)},
                     {QStringLiteral("fx"), amount(bridge.fx, currency)},
                     {QStringLiteral("end_mrr"), amount(bridge.end, currency)},
                     {QStringLiteral("unconverted"), unconvertedJson(row)},
                     {QStringLiteral("gross_churn_rate"), number(rates.grossChurn)},
                     {QStringLiteral("net_churn_rate"), number(rates.netChurn)},
                     {QStringLiteral("grr"), number(rates.grr)},
                     {QStringLiteral("nrr"), number(rates.nrr)},
                     {QStringLiteral("nrr_with_reactivation"), number(rates.nrrWithReactivation)},
                     {QStringLiteral("customers_start"), row.customersStart},
                     {QStringLiteral("customers_end"), row.customersEnd},
                     {QStringLiteral("customers_lost"), row.customersLost},
                     {QStringLiteral("logo_churn_rate"), number(row.logoChurn())},
                     {QStringLiteral("method"), codeText(row.method)}};
    if (!row.isKnown)
        for (auto each = json.begin(); each != json.end(); ++each)
            if (each.key() != u"month" && each.key() != u"currency" && each.key() != u"method")
                each.value() = QJsonValue();
    if (isSplit)
        json.insert(QStringLiteral("group"), groupName(row.group));
    return json;
}

Answer revenueAnswer(const Basis& basis, const revenue::Query& query)
{
    const revenue::Table table = revenue::movements(basis.portfolio, basis.grouping, query);
    const bool isSplit = query.by != GroupBy::None;
    QJsonArray array;
    for (const auto& row : table.rows)
        array.append(rowJson(row, table.currency, isSplit));
    std::vector<Column> columns;
    if (isSplit)
        columns.push_back({QStringLiteral("group")});
    columns.push_back({QStringLiteral("month")});
    for (const char* key : {"start_mrr", "new", "expansion", "contraction", "churn", "reactivation", "fx", "end_mrr",
                            "grr", "nrr", "customers_start", "customers_lost", "logo_churn_rate"})
        columns.push_back({QString::fromLatin1(key), true});
    if (array.isEmpty())
        return {array, columns, {}, tr("No recurring revenue is known for these months.")};
    QString note = tr("Amounts in %1").arg(table.currency.isKnown() ? table.currency.code() : tr("no known currency"));
    std::set<Currency> leftOut;
    for (const auto& row : table.rows)
        for (const auto& [currency, mrr] : row.unconverted)
            leftOut.insert(currency);
    if (!leftOut.empty())
        note += tr(", without amounts in other currencies: %1").arg(noRates(leftOut, table.currency));
    return {array, columns, {}, note};
}

QJsonValue dayOrNull(QDate day) { return day.isValid() ? QJsonValue(isoText(day)) : QJsonValue(); }

/// Unused seats, and what of the amount is paid for them.
QJsonValue cutJson(const std::optional<query::ExpectedCut>& cut)
{
    if (!cut)
        return {};
    return QJsonObject{{QStringLiteral("seats"), cut->unused},
                       {QStringLiteral("of"), cut->bought},
                       {QStringLiteral("amount"), cut->amount.toDecimal()}};
}

QJsonObject renewalJson(const revenue::Renewal& renewal, const std::optional<query::ExpectedCut>& cut,
                        const Portfolio& portfolio)
{
    const AccountFacts* facts = portfolio.find(renewal.account);
    QJsonValue moved;
    if (renewal.moved)
        moved = QJsonObject{{QStringLiteral("since"), dayOrNull(renewal.moved->since)},
                            {QStringLiteral("from"), renewal.moved->from},
                            {QStringLiteral("to"), renewal.moved->to},
                            {QStringLiteral("why"), renewal.moved->why}};
    static const QStringList buckets{QStringLiteral("due"), QStringLiteral("passed"), QStringLiteral("missing")};
    return {{QStringLiteral("account"), facts ? QJsonValue(facts->account.name) : QJsonValue()},
            {QStringLiteral("id"), QString::number(renewal.account.value())},
            {QStringLiteral("cycle"), dayOrNull(renewal.cycle)},
            {QStringLiteral("renewal"), dayOrNull(renewal.cycle)},
            {QStringLiteral("bucket"), buckets[static_cast<qsizetype>(renewal.bucket)]},
            {QStringLiteral("notice_by"), dayOrNull(renewal.noticeBy)},
            {QStringLiteral("amount"), renewal.amount.toDecimal()},
            {QStringLiteral("currency"), currencyJson(renewal.amount.currency)},
            {QStringLiteral("csm_call"), renewal.csmCall.isEmpty() ? QJsonValue() : QJsonValue(renewal.csmCall)},
            {QStringLiteral("score_call"), renewal.scoreCall ? QJsonValue(*renewal.scoreCall) : QJsonValue()},
            {QStringLiteral("probability"), number(renewal.probability)},
            {QStringLiteral("basis"), codeText(renewal.method)},
            {QStringLiteral("checkpoint"), renewal.checkpoint ? QJsonValue(renewal.checkpoint) : QJsonValue()},
            {QStringLiteral("expected_cut"), cutJson(cut)},
            {QStringLiteral("moved"), moved}};
}

using Cuts = std::vector<std::optional<query::ExpectedCut>>;

/// What the score says of each, and what each may lose although the customer stays.
Result<Cuts> addScoreCalls(std::vector<revenue::Renewal>& renewals, const Invocation& invocation,
                           const Portfolio& everything)
{
    const auto content = query::contentOf(everything.book());
    if (!content)
        return tl::unexpected(content.error());
    const auto scorer = query::scorerOf(everything, *content, invocation.asOf, invocation.mode);
    if (!scorer)
        return tl::unexpected(scorer.error());
    Cuts cuts;
    for (revenue::Renewal& each : renewals) {
        auto& cut = cuts.emplace_back();
        const auto score = scorer->score(each.account, invocation.asOf);
        if (!score)
            continue;
        each.scoreCall = query::scoreCall(*score, each.checkpoint);
        cut = query::expectedCut(*score, each.amount, content->signalRules);
    }
    return cuts;
}

Result<Answer> renewalsAnswer(const Invocation& invocation, const Portfolio& everything)
{
    const Portfolio portfolio = factsAskedFor(everything, invocation);
    std::optional<int> within;
    if (invocation.has(QStringLiteral("within"))) {
        bool isNumber = false;
        within = invocation.value(QStringLiteral("within")).toInt(&isNumber);
        if (!isNumber || *within < 0)
            return fail(
                Code("request.number"), ErrorKind::Usage,
                {QStringLiteral("--within"), invocation.value(QStringLiteral("within")), qint64(0), qint64(90)});
    }
    auto renewals = revenue::renewals(portfolio, invocation.asOf, within);
    const auto cuts = addScoreCalls(renewals, invocation, everything);
    if (!cuts)
        return tl::unexpected(cuts.error());
    QJsonArray array;
    for (std::size_t i = 0; i < renewals.size(); ++i)
        array.append(renewalJson(renewals[i], (*cuts)[i], portfolio));
    return Answer{array,
                  {{QStringLiteral("account")},
                   {QStringLiteral("renewal")},
                   {QStringLiteral("bucket")},
                   {QStringLiteral("notice_by")},
                   {QStringLiteral("amount"), true},
                   {QStringLiteral("currency")},
                   {QStringLiteral("csm_call")},
                   {QStringLiteral("score_call")},
                   {QStringLiteral("checkpoint"), true}},
                  {},
                  {}};
}

Result<Outcome> revenueCommand(const Invocation& invocation)
{
    return answerFrom(invocation, [&](const Portfolio& portfolio) -> Result<Answer> {
        const auto basis = basisOf(portfolio, invocation);
        if (!basis)
            return tl::unexpected(basis.error());
        const auto query = queryOf(invocation, *basis);
        if (!query)
            return tl::unexpected(query.error());
        return revenueAnswer(*basis, *query);
    });
}

Result<Outcome> renewalsCommand(const Invocation& invocation)
{
    return answerFromAll(invocation,
                         [&](const Portfolio& everything) { return renewalsAnswer(invocation, everything); });
}

} // namespace

std::vector<Command> revenueCommands()
{
    return {
        {QStringLiteral("revenue"),
         QStringLiteral("revenue [--account A] [--from MONTH] [--to MONTH] [--by ...] [--mrr-rule month-end|overlap]"),
         tr("Recurring revenue month by month and what moved it"),
         {{QStringLiteral("account"), QStringLiteral("A"), tr("One account: id, key or name")},
          {QStringLiteral("from"), QStringLiteral("MONTH"), tr("First month (default: a year of months)")},
          {QStringLiteral("to"), QStringLiteral("MONTH"), tr("Last month (default: the month of today or --as-of)")},
          {QStringLiteral("by"), splits.join(u'|'), tr("One row for each, each month")},
          {QStringLiteral("mrr-rule"), rules.join(u'|'),
           tr("What counts in a month: in force on its last day, or on any day of it")}},
         0,
         0,
         revenueCommand},
        {QStringLiteral("renewals"),
         QStringLiteral("renewals [--within DAYS]"),
         tr("What is to be renewed, when, and the calls made"),
         {{QStringLiteral("within"), QStringLiteral("DAYS"),
           tr("Only what is due in so many days; passed and missing dates always")}},
         0,
         0,
         renewalsCommand},
    };
}

} // namespace steward::cli
