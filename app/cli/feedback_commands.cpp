// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figures.h"
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/feedback/answers.h"
#include "core/words/words.h"

#include <QCoreApplication>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

const QStringList splits{QStringLiteral("segment"), QStringLiteral("stage"),   QStringLiteral("csm"),
                         QStringLiteral("plan"),    QStringLiteral("account"), QStringLiteral("touchpoint"),
                         QStringLiteral("month"),   QStringLiteral("quarter")};

Result<feedback::Query> queryOf(const Invocation& invocation, const Basis& basis)
{
    const auto from = dayOption(invocation, QStringLiteral("from"));
    const auto to = dayOption(invocation, QStringLiteral("to"));
    const auto split = splitOption(invocation, splits);
    if (!from)
        return tl::unexpected(from.error());
    if (!to)
        return tl::unexpected(to.error());
    if (!split)
        return tl::unexpected(split.error());
    feedback::Query query;
    query.period = {from->value_or(QDate()), to->value_or(QDate())};
    query.by = static_cast<feedback::AnswersBy>(*split);
    query.account = basis.account;
    if (invocation.has(QStringLiteral("all-answers")))
        query.repeats = feedback::Repeats::All;
    return query;
}

QJsonValue groupJson(const feedback::Base& row, const feedback::Query& query)
{
    return query.by == feedback::AnswersBy::None ? QJsonValue() : QJsonValue(groupName(row.group));
}

QJsonValue low(const std::optional<feedback::Interval>& interval)
{
    return interval ? QJsonValue(interval->low) : QJsonValue();
}

QJsonValue high(const std::optional<feedback::Interval>& interval)
{
    return interval ? QJsonValue(interval->high) : QJsonValue();
}

/// Named in words; JSON has its code beside them.
Column methodColumn()
{
    constexpr qsizetype wide = 100;
    return {QStringLiteral("method_text"), false, wide, Show::Plain, tr("method")};
}

Answer npsAnswer(const Basis& basis, const feedback::Query& query)
{
    QJsonArray array;
    for (const auto& row : feedback::nps(basis.portfolio, basis.grouping, query))
        array.append(QJsonObject{{QStringLiteral("group"), groupJson(row, query)},
                                 {QStringLiteral("responses"), row.responses},
                                 {QStringLiteral("promoters"), row.count.promoters},
                                 {QStringLiteral("passives"), row.count.passives},
                                 {QStringLiteral("detractors"), row.count.detractors},
                                 {QStringLiteral("nps"), number(row.nps)},
                                 {QStringLiteral("low"), low(row.interval)},
                                 {QStringLiteral("high"), high(row.interval)},
                                 {QStringLiteral("method"), codeText(row.method)},
                                 {QStringLiteral("method_text"), words::render(Message{row.method, {}}, QLocale())}});
    return {array,
            {{QStringLiteral("group")},
             {QStringLiteral("responses"), true},
             {QStringLiteral("promoters"), true},
             {QStringLiteral("passives"), true},
             {QStringLiteral("detractors"), true},
             {QStringLiteral("nps"), true},
             {QStringLiteral("low"), true},
             {QStringLiteral("high"), true},
             methodColumn()},
            {},
            {}};
}

Answer csatAnswer(const Basis& basis, const feedback::Query& query)
{
    QJsonArray array;
    for (const auto& row : feedback::csat(basis.portfolio, basis.grouping, query))
        array.append(QJsonObject{{QStringLiteral("group"), groupJson(row, query)},
                                 {QStringLiteral("responses"), row.responses},
                                 {QStringLiteral("satisfied"), row.count.satisfied},
                                 {QStringLiteral("csat"), number(row.csat)},
                                 {QStringLiteral("low"), low(row.interval)},
                                 {QStringLiteral("high"), high(row.interval)},
                                 {QStringLiteral("mean"), number(row.mean)},
                                 {QStringLiteral("method"), codeText(row.method)},
                                 {QStringLiteral("method_text"), words::render(Message{row.method, {}}, QLocale())}});
    return {array,
            {{QStringLiteral("group")},
             {QStringLiteral("responses"), true},
             {QStringLiteral("satisfied"), true},
             {QStringLiteral("csat"), true},
             {QStringLiteral("low"), true},
             {QStringLiteral("high"), true},
             {QStringLiteral("mean"), true},
             methodColumn()},
            {},
            {}};
}

const QStringList cesMethods{QStringLiteral("mean7"), QStringLiteral("agree7"), QStringLiteral("agree5")};

Answer cesAnswer(const Basis& basis, const feedback::Query& query, feedback::CesMethod method)
{
    QJsonArray array;
    for (const auto& row : feedback::ces(basis.portfolio, basis.grouping, query, method))
        array.append(QJsonObject{{QStringLiteral("group"), groupJson(row, query)},
                                 {QStringLiteral("responses"), row.responses},
                                 {QStringLiteral("ces"), number(row.ces)},
                                 {QStringLiteral("method"), codeText(row.method)},
                                 {QStringLiteral("method_text"), words::render(Message{row.method, {}}, QLocale())}});
    return {
        array,
        {{QStringLiteral("group")}, {QStringLiteral("responses"), true}, {QStringLiteral("ces"), true}, methodColumn()},
        {},
        {}};
}

Result<feedback::CesMethod> cesMethod(const Invocation& invocation)
{
    const QString name =
        invocation.has(QStringLiteral("method")) ? invocation.value(QStringLiteral("method")) : cesMethods.first();
    const auto index = cesMethods.indexOf(name);
    if (index < 0)
        return fail(Code("request.value"), ErrorKind::Usage,
                    {QStringLiteral("--method"), name, cesMethods.join(QStringLiteral(", "))});
    return static_cast<feedback::CesMethod>(index);
}

using Maker = std::function<Result<Answer>(const Basis&, const feedback::Query&)>;

Result<Outcome> answered(const Invocation& invocation, const Maker& make)
{
    return answerFrom(invocation, [&](const Portfolio& portfolio) -> Result<Answer> {
        const auto basis = basisOf(portfolio, invocation);
        if (!basis)
            return tl::unexpected(basis.error());
        const auto query = queryOf(invocation, *basis);
        if (!query)
            return tl::unexpected(query.error());
        return make(*basis, *query);
    });
}

std::vector<Option> options()
{
    return {{QStringLiteral("account"), QStringLiteral("A"), tr("One account: id, key or name")},
            {QStringLiteral("from"), QStringLiteral("DATE"), tr("First day")},
            {QStringLiteral("to"), QStringLiteral("DATE"), tr("Last day")},
            {QStringLiteral("by"), splits.join(u'|'), tr("One row for each")}};
}

} // namespace

std::vector<Command> feedbackCommands()
{
    std::vector<Option> npsOptions = options();
    npsOptions.push_back(
        {QStringLiteral("all-answers"), {}, tr("Count every answer, not only the latest of each contact")});
    std::vector<Option> cesOptions = options();
    cesOptions.push_back(
        {QStringLiteral("method"), cesMethods.join(u'|'), tr("Mean of 1 to 7, or the share that agrees")});
    const auto nps = [](const Invocation& invocation) { return answered(invocation, npsAnswer); };
    const auto csat = [](const Invocation& invocation) { return answered(invocation, csatAnswer); };
    const auto ces = [](const Invocation& invocation) {
        return answered(invocation, [&](const Basis& basis, const feedback::Query& query) -> Result<Answer> {
            const auto method = cesMethod(invocation);
            if (!method)
                return tl::unexpected(method.error());
            return cesAnswer(basis, query, *method);
        });
    };
    const QString form = QStringLiteral(" [--account A] [--from D] [--to D] [--by ...]");
    return {{QStringLiteral("nps"), QString(QStringLiteral("nps") + form), tr("Net Promoter Score with its interval"),
             npsOptions, 0, 0, nps},
            {QStringLiteral("csat"), QString(QStringLiteral("csat") + form),
             tr("Customer satisfaction, ticket ratings included"), options(), 0, 0, csat},
            {QStringLiteral("ces"), QString(QStringLiteral("ces") + form), tr("Customer effort by a named method"),
             cesOptions, 0, 0, ces}};
}

} // namespace steward::cli
