// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/groups.h"
#include "app/cli/issues_json.h"
#include "core/csv/reader.h"

#include <QCoreApplication>

namespace steward::cli {

namespace {

const QString limitOption = QStringLiteral("limit");

QString quoteText(char quote) { return quote ? QString(QLatin1Char(quote)) : QString(); }

/// The records as the reader sees them, for looking into a file that will not import.
Result<Outcome> rows(const Invocation& invocation)
{
    bool isNumber = true;
    const qint64 limit = invocation.has(limitOption) ? invocation.value(limitOption).toLongLong(&isNumber) : -1;
    if (!isNumber || (invocation.has(limitOption) && limit < 0))
        return fail(Code("request.number"), ErrorKind::Usage,
                    {QStringLiteral("--limit"), invocation.value(limitOption), qint64(0), qint64(20)});
    auto reader = csv::Reader::open(invocation.arguments.first());
    if (!reader)
        return tl::unexpected(reader.error());
    QJsonArray records;
    csv::Record record;
    while ((limit < 0 || records.size() < limit) && reader->next(record)) {
        QJsonArray fields;
        for (const std::string_view field : record.fields)
            fields.append(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())));
        records.append(fields);
        if (invocation.progress.isCancelled())
            return fail(Code("cancelled"), ErrorKind::Cancelled);
    }
    if (auto read = reader->status(); !read)
        return tl::unexpected(read.error());
    const csv::Dialect& dialect = reader->dialect();
    QJsonObject json{{QStringLiteral("encoding"), csv::encodingName(dialect.encoding)},
                     {QStringLiteral("delimiter"), QString(QLatin1Char(dialect.delimiter))},
                     {QStringLiteral("quote"), quoteText(dialect.quote)},
                     {QStringLiteral("records"), records},
                     {QStringLiteral("issues"), issuesJson(reader->issues().kept())}};
    Answer answer{json, {}, QStringLiteral("records"), {}};
    answer.note = QCoreApplication::translate("cli", "%1, delimiter \"%2\"")
                      .arg(csv::encodingName(dialect.encoding), QString(QLatin1Char(dialect.delimiter)));
    for (const auto& issue : json.value(QStringLiteral("issues")).toArray())
        answer.note += u'\n' + QCoreApplication::translate("cli", "Line %1, column %2: %3")
                                   .arg(issue[u"line"].toInteger())
                                   .arg(issue[u"column"].toInteger())
                                   .arg(issue[u"message"].toString());
    return Outcome{answer, {}, 0};
}

} // namespace

std::vector<Command> fileCommands()
{
    return {{QStringLiteral("rows"),
             QStringLiteral("rows FILE [--limit N]"),
             QCoreApplication::translate("cli", "Show the records of a CSV file as Steward reads them"),
             {{limitOption, QStringLiteral("N"), QCoreApplication::translate("cli", "Stop after N records")}},
             1,
             1,
             rows}};
}

} // namespace steward::cli
