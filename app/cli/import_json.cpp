// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_json.h"

#include "app/cli/figures.h"
#include "core/exchange/changes.h"
#include "core/words/words.h"

#include <QJsonArray>

namespace steward::cli {

namespace {

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonObject mappingJson(const exchange::Detection& detection)
{
    QJsonObject mapping;
    for (const exchange::Column& column : detection.columns)
        if (column.target.isKept())
            mapping.insert(column.header, column.target.name);
    return mapping;
}

QJsonArray unmappedJson(const exchange::Detection& detection)
{
    QJsonArray unmapped;
    for (const exchange::Column& column : detection.columns)
        if (!column.target.isKnown())
            unmapped.append(column.header);
    return unmapped;
}

QJsonObject issueJson(const exchange::Issue& issue)
{
    return {{QStringLiteral("line"), issue.line > 0 ? QJsonValue(issue.line) : QJsonValue()},
            {QStringLiteral("column"), issue.column},
            {QStringLiteral("value"), issue.value},
            {QStringLiteral("code"), codeText(issue.code)},
            {QStringLiteral("message"), messageOf(issue)}};
}

QString actionText(exchange::Action action)
{
    static const QStringList names{QStringLiteral("created"), QStringLiteral("updated"), QStringLiteral("unchanged"),
                                   QStringLiteral("rejected")};
    return names[static_cast<qsizetype>(action)];
}

QJsonArray changesJson(const exchange::ImportPlan& plan)
{
    const exchange::Changes changes(plan);
    QJsonArray array;
    for (const exchange::RowResult& row : plan.rows) {
        QJsonObject fields;
        for (const auto& change : changes.of(row))
            fields.insert(change.field, QJsonArray{textOrNull(change.before), textOrNull(change.after)});
        array.append(QJsonObject{{QStringLiteral("line"), row.line},
                                 {QStringLiteral("key"), row.key},
                                 {QStringLiteral("action"), actionText(row.action)},
                                 {QStringLiteral("fields"), fields}});
    }
    return array;
}

QJsonObject sideJson(const exchange::Reconciliation::Side& side)
{
    QJsonObject arr;
    for (const Money& money : side.arr)
        arr.insert(money.currency.code(), money.toDecimal());
    return {{QStringLiteral("accounts"), side.accounts},
            {QStringLiteral("arr"), arr},
            {QStringLiteral("seats"), side.seats},
            {QStringLiteral("renewals"), side.renewals}};
}

QJsonValue reconciliationJson(const std::optional<exchange::Reconciliation>& reconciliation)
{
    if (!reconciliation)
        return {};
    QJsonArray totals;
    for (const auto& total : reconciliation->totals)
        totals.append(QJsonObject{{QStringLiteral("column"), total.column},
                                  {QStringLiteral("said"), total.said},
                                  {QStringLiteral("read"), total.read},
                                  {QStringLiteral("agrees"), total.agrees}});
    return QJsonObject{{QStringLiteral("before"), sideJson(reconciliation->before)},
                       {QStringLiteral("after"), sideJson(reconciliation->after)},
                       {QStringLiteral("totals"), totals}};
}

} // namespace

QString messageOf(const exchange::Issue& issue)
{
    Arguments arguments = issue.arguments;
    if (arguments.empty())
        arguments.push_back(issue.value);
    return words::render(Message{issue.code, arguments}, QLocale());
}

QJsonObject detectionJson(const exchange::Detection& detection)
{
    QJsonArray columns;
    for (const exchange::Column& column : detection.columns)
        columns.append(QJsonObject{
            {QStringLiteral("header"), column.header},
            {QStringLiteral("field"), column.target.isKept() ? QJsonValue(column.target.name) : QJsonValue()},
            {QStringLiteral("fill"), column.fill},
            {QStringLiteral("samples"), QJsonArray::fromStringList(column.samples)}});
    QJsonArray asks;
    for (const exchange::Ask& ask : detection.asks)
        asks.append(QJsonObject{{QStringLiteral("code"), codeText(ask.code)},
                                {QStringLiteral("column"), ask.column},
                                {QStringLiteral("examples"), QJsonArray::fromStringList(ask.examples)},
                                {QStringLiteral("choices"), QJsonArray::fromStringList(ask.choices)},
                                {QStringLiteral("message"), words::render(ask.message(), QLocale())}});
    return {{QStringLiteral("kind"), textOrNull(detection.kind.name())},
            {QStringLiteral("profile"), textOrNull(detection.profile)},
            {QStringLiteral("source"), textOrNull(detection.source)},
            {QStringLiteral("encoding"), detection.layout.encoding},
            {QStringLiteral("delimiter"), detection.layout.delimiter},
            {QStringLiteral("header_row"), detection.layout.titleRows + 1},
            {QStringLiteral("rows"), detection.rowsLooked},
            {QStringLiteral("mapping"), mappingJson(detection)},
            {QStringLiteral("unmapped"), unmappedJson(detection)},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("alternatives"), QJsonArray::fromStringList(detection.alternatives)},
            {QStringLiteral("asks"), asks}};
}

QJsonObject planJson(const exchange::ImportPlan& plan, const exchange::Counts& counts, bool withChanges)
{
    QJsonArray issues;
    for (const exchange::Issue& issue : plan.issues)
        issues.append(issueJson(issue));
    QJsonObject totals;
    for (const auto& [code, count] : plan.issueTotals)
        totals.insert(codeText(code), count);
    QJsonArray proposals;
    for (const exchange::Proposal& proposal : plan.proposals)
        proposals.append(QJsonObject{{QStringLiteral("line"), proposal.line},
                                     {QStringLiteral("name"), proposal.name},
                                     {QStringLiteral("like"), proposal.likeName},
                                     {QStringLiteral("like_id"), QString::number(proposal.like)},
                                     {QStringLiteral("why"), codeText(proposal.why)},
                                     {QStringLiteral("message"), words::render(Message{proposal.why, {}}, QLocale())}});
    QJsonObject json{{QStringLiteral("kind"), plan.detection.kind.name()},
                     {QStringLiteral("profile"), textOrNull(plan.detection.profile)},
                     {QStringLiteral("encoding"), plan.detection.layout.encoding},
                     {QStringLiteral("delimiter"), plan.detection.layout.delimiter},
                     {QStringLiteral("rows"), counts.rows},
                     {QStringLiteral("created"), counts.created},
                     {QStringLiteral("updated"), counts.updated},
                     {QStringLiteral("unchanged"), counts.unchanged},
                     {QStringLiteral("rejected"), counts.rejected},
                     {QStringLiteral("mapping"), mappingJson(plan.detection)},
                     {QStringLiteral("unmapped"), unmappedJson(plan.detection)},
                     {QStringLiteral("issues"), issues},
                     {QStringLiteral("issue_totals"), totals},
                     {QStringLiteral("unlinked"), QJsonArray::fromStringList(plan.unlinkedKeys)},
                     {QStringLiteral("unlinked_without_key"), plan.keylessRows},
                     {QStringLiteral("proposals"), proposals},
                     {QStringLiteral("reconciliation"), reconciliationJson(plan.reconciliation)},
                     {QStringLiteral("data_up_to"), textOrNull(isoText(plan.dataUpTo))}};
    if (withChanges)
        json.insert(QStringLiteral("changes"), changesJson(plan));
    return json;
}

} // namespace steward::cli
