// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_preview.h"

#include "app/cli/import_json.h"
#include "core/exchange/changes.h"
#include "core/words/words.h"

#include <QCoreApplication>

namespace steward::cli {

namespace {

constexpr qsizetype shownChanges = 40;
constexpr std::size_t shownIssues = 20;

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

QJsonObject lineOf(const exchange::RowResult& row, const QString& account, const QString& action)
{
    return {{QStringLiteral("line"), row.line},
            {QStringLiteral("key"), row.key},
            {QStringLiteral("account"), account},
            {QStringLiteral("action"), action}};
}

void addFields(const exchange::RowResult& row, const exchange::Changes& changes, const QString& action,
               QJsonArray& lines)
{
    for (const auto& change : changes.of(row)) {
        QJsonObject line = lineOf(row, changes.accountOf(row), action);
        line.insert(QStringLiteral("field"), change.field);
        line.insert(QStringLiteral("before"), change.before);
        line.insert(QStringLiteral("after"), change.after);
        lines.append(line);
    }
}

/// The lines shown and, in a table, how many there are in all.
QJsonArray linesOf(const exchange::ImportPlan& plan, bool isTable)
{
    const exchange::Changes changes(plan);
    QJsonArray lines;
    for (const auto& row : plan.rows)
        if (row.action == exchange::Action::Updated)
            addFields(row, changes, QStringLiteral("updated"), lines);
    for (const auto& row : plan.rows) {
        if (row.action != exchange::Action::Created)
            continue;
        if (isTable)
            lines.append(lineOf(row, changes.accountOf(row), QStringLiteral("created")));
        else
            addFields(row, changes, QStringLiteral("created"), lines);
    }
    return lines;
}

QString issueLines(const exchange::ImportPlan& plan)
{
    QString text;
    for (std::size_t i = 0; i < std::min(plan.issues.size(), shownIssues); ++i) {
        const exchange::Issue& issue = plan.issues[i];
        QStringList parts;
        if (issue.line > 0)
            parts << tr("line %1").arg(issue.line);
        if (!issue.column.isEmpty())
            parts << issue.column;
        if (!issue.value.isEmpty())
            parts << QString(u'"' + issue.value.left(60) + u'"');
        const QString where = parts.join(QStringLiteral(", "));
        text += (where.isEmpty() ? QString() : QString(where + u": ")) + messageOf(issue) + u'\n';
    }
    if (plan.issues.size() > shownIssues)
        text += tr("... and %1 more").arg(plan.issues.size() - shownIssues) + u'\n';
    return text;
}

QString columnLines(const exchange::Detection& detection)
{
    QStringList fields;
    QStringList own;
    QStringList ignored;
    for (const exchange::Column& column : detection.columns) {
        if (column.target.isKept())
            fields << QString(column.header + u" = " + column.target.name);
        else
            (column.target.isKnown() ? ignored : own) << column.header;
    }
    QString text;
    const auto add = [&](const QString& what, const QStringList& names) {
        if (!names.isEmpty())
            text += what + u' ' + names.join(QStringLiteral(", ")) + u'\n';
    };
    add(tr("Columns:"), fields);
    add(detection.kind.isUsage ? tr("Not known, left out:") : tr("Kept as fields of their own:"), own);
    add(tr("Left out:"), ignored);
    return text;
}

QString moneyOf(const std::vector<Money>& sums)
{
    QStringList parts;
    for (const Money& sum : sums)
        parts << words::inWords(Argument(sum), QLocale());
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral(" + "));
}

QString reconciliationLines(const exchange::ImportPlan& plan)
{
    if (!plan.reconciliation)
        return {};
    const auto& before = plan.reconciliation->before;
    const auto& after = plan.reconciliation->after;
    QString text =
        tr("Before and after: accounts %1 and %2, ARR %3 and %4, seats %5 and %6, renewals to come %7 and %8")
            .arg(before.accounts)
            .arg(after.accounts)
            .arg(moneyOf(before.arr), moneyOf(after.arr))
            .arg(before.seats)
            .arg(after.seats)
            .arg(before.renewals)
            .arg(after.renewals) +
        u'\n';
    for (const auto& total : plan.reconciliation->totals)
        text +=
            (total.agrees ? tr("The file's own total of %1, %2, agrees with its rows.").arg(total.column, total.said)
                          : tr("The file's own total of %1 says %2, its rows add up to %3.")
                                .arg(total.column, total.said, total.read)) +
            u'\n';
    return text;
}

/// What a file says may hold what a terminal obeys.
QString withoutControls(QString text)
{
    for (QChar& c : text)
        if (c != u'\n' && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format))
            c = u' ';
    return text;
}

} // namespace

Message countsMessage(const exchange::Counts& counts)
{
    return {Code("import.counts"), {counts.rows, counts.created, counts.updated, counts.unchanged, counts.rejected}};
}

Answer previewAnswer(const exchange::ImportPlan& plan, const exchange::Counts& counts, Format format)
{
    const bool isTable = format == Format::Table;
    return {QJsonObject{{QStringLiteral("changes"), linesOf(plan, isTable)}},
            {{QStringLiteral("line"), true},
             {QStringLiteral("key"), false, 30},
             {QStringLiteral("account"), false, 40},
             {QStringLiteral("action")},
             {QStringLiteral("field"), false, 40},
             {QStringLiteral("before"), false, 40},
             {QStringLiteral("after"), false, 40}},
            QStringLiteral("changes"),
            withoutControls(issueLines(plan) + columnLines(plan.detection) + reconciliationLines(plan) +
                            words::render(countsMessage(counts), QLocale())),
            shownChanges};
}

} // namespace steward::cli
