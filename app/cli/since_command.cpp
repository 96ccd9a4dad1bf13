// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/open_book.h"
#include "core/base/text.h"
#include "core/query/since.h"
#include "core/words/words.h"

#include <QCoreApplication>

namespace steward::cli {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("cli", text); }

Result<PersonId> csmOption(const Portfolio& portfolio, const Invocation& invocation)
{
    const QString name = invocation.value(QStringLiteral("csm"));
    if (!invocation.has(QStringLiteral("csm")))
        return PersonId();
    for (const Person& person : portfolio.book().people)
        if (folded(person.name) == folded(name))
            return PersonId(person.id);
    return fail(Code("person.unknown"), ErrorKind::NotFound, {name});
}

Status readImports(book::Book& book, query::SinceQuestion& question)
{
    return book.forEach(Entity::Import, [&](const Row& row) {
        question.imports.push_back(fromRow<Import>(row));
        const Import& import = question.imports.back();
        question.authors.push_back({import.recorded, import.fileName, true});
        return true;
    });
}

Status readAuthors(book::Book& book, query::SinceQuestion& question)
{
    const auto entries = book.history(std::numeric_limits<int>::max());
    if (!entries)
        return tl::unexpected(entries.error());
    for (const auto& entry : *entries)
        question.authors.push_back({entry.at, entry.actor, false});
    return {};
}

QJsonObject lineJson(const query::SinceLine& line)
{
    const bool hasAccount = line.account.isValid();
    return {{QStringLiteral("kind"), query::nameOf(line.kind)},
            {QStringLiteral("account"), hasAccount ? QJsonValue(line.accountName) : QJsonValue()},
            {QStringLiteral("id"), hasAccount ? QJsonValue(QString::number(line.account.value())) : QJsonValue()},
            {QStringLiteral("record"), QString(info(line.entity).name + u':' + QString::number(line.record))},
            {QStringLiteral("day"), isoText(line.day)},
            {QStringLiteral("message"), words::render(line.message, QLocale())}};
}

Result<Outcome> sinceDay(const Invocation& invocation)
{
    query::SinceQuestion question;
    question.from = dayFromIso(invocation.arguments.first().toStdString());
    question.to = invocation.asOf;
    if (!question.from.isValid())
        return fail(Code("request.date"), ErrorKind::Usage, {invocation.arguments.first()});
    if (auto past = requirePast(invocation, question.from); !past)
        return tl::unexpected(past.error());
    auto workspace = openToRead(invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto now = (*workspace)->portfolio(invocation.progress);
    if (!now)
        return tl::unexpected(now.error());
    const auto csm = csmOption(*now, invocation);
    if (!csm)
        return tl::unexpected(csm.error());
    question.csm = *csm;
    for (const auto read : {readImports, readAuthors})
        if (auto done = read((*workspace)->book(), question); !done)
            return tl::unexpected(done.error());
    const Portfolio then = asOf(*now, question.from.addDays(-1), invocation.mode);
    QJsonArray array;
    for (const auto& line : query::since(then, *now, question))
        array.append(lineJson(line));
    const std::vector<Column> columns{
        {QStringLiteral("day")}, {QStringLiteral("message"), false, 120}, {QStringLiteral("record")}};
    return Outcome{Answer{array, columns, {}, {}}, (*workspace)->notices(), 0};
}

} // namespace

std::vector<Command> sinceCommands()
{
    return {{QStringLiteral("since"),
             QStringLiteral("since DATE [--csm NAME]"),
             tr("What changed from that day on: accounts, people, contracts, tickets, answers, fields, imports"),
             {{QStringLiteral("csm"), QStringLiteral("NAME"), tr("only accounts of this person, and imports")}},
             1,
             1,
             sinceDay}};
}

} // namespace steward::cli
