// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"

#include "core/exchange/cell_value.h"
#include "core/exchange/export_set.h"
#include "core/exchange/staged_folder.h"
#include "core/exchange/target.h"
#include "core/model/values.h"
#include "core/sheet/workbook.h"

namespace steward::exchange {

namespace {

QStringList headerOf(const EntityInfo& entity)
{
    QStringList header;
    for (const auto& field : entity.fields)
        header.append(field.name);
    return header;
}

QStringList cellsOf(const EntityInfo& entity, const Row& row)
{
    const int digits = minorDigitsOf(entity, row);
    QStringList cells;
    for (std::size_t i = 0; i < row.size(); ++i)
        cells.append(fieldText(row[i], entity.fields[i].type, digits));
    return cells;
}

std::span<const QString> spanOf(const QStringList& list)
{
    return {list.constData(), static_cast<std::size_t>(list.size())};
}

using RowSink = std::function<void(const QStringList&)>;

Result<csv::Writer> writerFor(const QString& path, const QStringList& header, csv::Form form)
{
    csv::WriteOptions options;
    options.form = form;
    options.byteOrderMark = form == csv::Form::Spreadsheet;
    auto writer = csv::Writer::open(path, options);
    if (writer)
        writer->header(spanOf(header));
    return writer;
}

/// A file whose rows come from a function that is handed the place to put them.
Status writeCsv(const QString& path, const QStringList& header, csv::Form form,
                const std::function<Status(const RowSink&)>& rows)
{
    auto writer = writerFor(path, header, form);
    if (!writer)
        return tl::unexpected(writer.error());
    if (auto done = rows([&](const QStringList& cells) { writer->row(spanOf(cells)); }); !done)
        return done;
    return writer->finish();
}

Status entityRows(book::Book& book, const EntityInfo& entity, const RowSink& sink)
{
    return book.forEach(entity.entity, [&](const Row& row) {
        sink(cellsOf(entity, row));
        return true;
    });
}

Status keyRows(book::Book& book, const RowSink& sink)
{
    for (const auto& entity : catalogue()) {
        const auto keys = book.keys(entity.entity);
        if (!keys)
            return tl::unexpected(keys.error());
        for (const auto& key : *keys)
            sink({entity.name, key.source, key.key, QString::number(key.record)});
    }
    return {};
}

Status customRows(book::Book& book, const RowSink& sink)
{
    for (const auto& entity : catalogue()) {
        const auto values = book.customValues(entity.entity);
        if (!values)
            return tl::unexpected(values.error());
        for (const auto& value : *values)
            sink({entity.name, QString::number(value.record), value.field, value.value, value.type});
    }
    return {};
}

Status changeRows(book::Book& book, const RowSink& sink)
{
    const auto changes = book.changes();
    if (!changes)
        return tl::unexpected(changes.error());
    for (const auto& change : *changes) {
        const EntityInfo& entity = info(change.entity);
        const FieldType type = entity.fields[static_cast<std::size_t>(entity.indexOf(change.field))].type;
        sink({entity.name, QString::number(change.record), change.field, isoText(change.day),
              fieldText(change.value, type), isoText(change.recorded)});
    }
    return {};
}

Status usageRows(book::Book& book, const RowSink& sink)
{
    return book.forEachUsage([&](const book::Edit::UsageSample& sample, const QString& unlinked) {
        sink({sample.account == 0 ? QString() : QString::number(sample.account), unlinked,
              QString::number(sample.metric), isoText(usageDate(sample.day)),
              fieldText(FieldValue(sample.value), FieldType::Real)});
        return true;
    });
}

// A workbook keeps what is text as text and what is a number or a day as one, so that it can be sorted and summed.

sheet::Column columnOf(const QString& title, FieldType type)
{
    sheet::Column column;
    column.title = title;
    if (type == FieldType::Day)
        column.type = sheet::ColumnType::Date;
    else if (type == FieldType::Amount)
        column.type = sheet::ColumnType::Money;
    else if (type == FieldType::Integer)
        column.type = sheet::ColumnType::Whole;
    else if (type == FieldType::Real)
        column.type = sheet::ColumnType::Number;
    return column;
}

/// Ids have more digits than a spreadsheet keeps: they are text.
sheet::Cell cellOf(const FieldValue& value, FieldType type, bool isId, int digits)
{
    if (const auto* day = std::get_if<QDate>(&value))
        return *day;
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* integer = std::get_if<qint64>(&value); integer && !isId) {
        if (type == FieldType::Amount && digits == 2)
            return Minor{*integer};
        if (type == FieldType::Amount)
            return decimalText(*integer, digits).toDouble();
        if (type == FieldType::Integer)
            return *integer;
    }
    return value.index() == 0 ? sheet::Cell() : sheet::Cell(fieldText(value, type, digits));
}

Status writeSheet(const QString& path, sheet::Sheet& sheet, const Progress& progress)
{
    const auto report = sheet::writeWorkbook(path, std::span(&sheet, 1), progress);
    return report ? Status() : Status(tl::unexpected(report.error()));
}

Status writeUsageSheet(book::Book& book, const QString& path, const Progress& progress)
{
    sheet::Sheet sheet;
    sheet.name = usageFile();
    sheet.columns = {columnOf(usageHeader()[0], FieldType::Text), columnOf(usageHeader()[1], FieldType::Text),
                     columnOf(usageHeader()[2], FieldType::Text), columnOf(usageHeader()[3], FieldType::Day),
                     columnOf(usageHeader()[4], FieldType::Real)};
    std::vector<std::pair<book::Edit::UsageSample, QString>> samples;
    if (auto read = book.forEachUsage([&](const auto& sample, const QString& unlinked) {
            samples.emplace_back(sample, unlinked);
            return true;
        });
        !read)
        return read;
    sheet.rows = static_cast<qint64>(samples.size());
    sheet.fill = [&](qint64 row, std::span<sheet::Cell> cells) {
        const auto& [sample, unlinked] = samples[static_cast<std::size_t>(row)];
        if (sample.account != 0)
            cells[0] = QString::number(sample.account);
        if (!unlinked.isEmpty())
            cells[1] = unlinked;
        cells[2] = QString::number(sample.metric);
        cells[3] = usageDate(sample.day);
        cells[4] = sample.value;
    };
    return writeSheet(path, sheet, progress);
}

Status writeEntitySheet(book::Book& book, const EntityInfo& entity, const QString& path, const Progress& progress)
{
    sheet::Sheet sheet;
    sheet.name = entity.kind;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        sheet.columns.push_back(
            columnOf(entity.fields[i].name, i == IdField ? FieldType::Text : entity.fields[i].type));
    std::vector<Row> rows;
    if (auto read = book.forEach(entity.entity,
                                 [&](const Row& row) {
                                     rows.push_back(row);
                                     return true;
                                 });
        !read)
        return read;
    sheet.rows = static_cast<qint64>(rows.size());
    sheet.fill = [&](qint64 at, std::span<sheet::Cell> cells) {
        const Row& row = rows[static_cast<std::size_t>(at)];
        const int digits = minorDigitsOf(entity, row);
        for (std::size_t i = 0; i < row.size(); ++i)
            cells[i] = cellOf(row[i], entity.fields[i].type, i == IdField, digits);
    };
    return writeSheet(path, sheet, progress);
}

/// The files of a set that are no entity.
struct Part
{
    QString name;
    const QStringList& header;
    Status (*rows)(book::Book&, const RowSink&);
};

Status erasureRows(book::Book& book, const RowSink& sink)
{
    const auto erasures = book.erasures();
    if (!erasures)
        return tl::unexpected(erasures.error());
    if (erasures->isEmpty())
        return {};
    sink({QStringLiteral("key"), QString::fromLatin1(erasures->key().toHex())});
    QList<QByteArray> hashes(erasures->hashes().begin(), erasures->hashes().end());
    QList<qint64> contacts(erasures->contacts().begin(), erasures->contacts().end());
    std::sort(hashes.begin(), hashes.end());
    std::sort(contacts.begin(), contacts.end());
    for (const QByteArray& hash : hashes)
        sink({QStringLiteral("hash"), QString::fromLatin1(hash)});
    for (const qint64 contact : contacts)
        sink({QStringLiteral("contact"), QString::number(contact)});
    return {};
}

const std::vector<Part>& parts()
{
    static const std::vector<Part> all = {{externalKeysFile(), keyHeader(), keyRows},
                                          {customValuesFile(), customHeader(), customRows},
                                          {changesFile(), changeHeader(), changeRows},
                                          {erasuresFile(), erasureHeader(), erasureRows},
                                          {usageFile(), usageHeader(), usageRows}};
    return all;
}

Status writePartSheet(book::Book& book, const Part& part, const QString& path, const Progress& progress)
{
    sheet::Sheet sheet;
    sheet.name = part.name;
    for (const auto& title : part.header)
        sheet.columns.push_back(columnOf(title, FieldType::Text));
    std::vector<QStringList> rows;
    if (auto read = part.rows(book, [&](const QStringList& cells) { rows.push_back(cells); }); !read)
        return read;
    sheet.rows = static_cast<qint64>(rows.size());
    sheet.fill = [&](qint64 at, std::span<sheet::Cell> cells) {
        const QStringList& row = rows[static_cast<std::size_t>(at)];
        for (qsizetype i = 0; i < row.size(); ++i)
            if (!row[i].isEmpty())
                cells[static_cast<std::size_t>(i)] = row[i];
    };
    return writeSheet(path, sheet, progress);
}

} // namespace

bool isPartOfSet(QStringView name)
{
    return std::any_of(parts().begin(), parts().end(),
                       [&](const Part& part) { return part.name == name && name != usageFile(); });
}

const QStringList& erasureHeader()
{
    static const QStringList header = {QStringLiteral("kind"), QStringLiteral("value")};
    return header;
}
const QStringList& keyHeader()
{
    static const QStringList header = {QStringLiteral("entity"), QStringLiteral("source"), QStringLiteral("key"),
                                       QStringLiteral("record")};
    return header;
}
const QStringList& customHeader()
{
    static const QStringList header = {QStringLiteral("entity"), QStringLiteral("record"), QStringLiteral("field"),
                                       QStringLiteral("value"), QStringLiteral("type")};
    return header;
}
const QStringList& changeHeader()
{
    static const QStringList header = {QStringLiteral("entity"), QStringLiteral("record"), QStringLiteral("field"),
                                       QStringLiteral("day"),    QStringLiteral("value"),  QStringLiteral("recorded")};
    return header;
}
const QStringList& usageHeader()
{
    static const QStringList header = {QStringLiteral("account_id"), QStringLiteral("unlinked"),
                                       QStringLiteral("metric_id"), QStringLiteral("day"), QStringLiteral("value")};
    return header;
}

Status exportAll(book::Book& book, const QString& folder, csv::Form form, const Progress& progress)
{
    auto staged = StagedFolder::open(folder);
    if (!staged)
        return tl::unexpected(staged.error());
    const auto total = static_cast<qint64>(catalogue().size() + parts().size());
    qint64 done = 0;
    const auto write = [&](const QString& name, const QStringList& header, const auto& rows) -> Status {
        if (progress.isCancelled())
            return fail(Code("import.cancelled"), ErrorKind::Cancelled);
        progress.at(done++, total);
        return writeCsv(staged->pathOf(name + u".csv"), header, form, rows);
    };
    for (const auto& entity : catalogue())
        if (auto written = write(entity.kind, headerOf(entity),
                                 [&](const RowSink& sink) { return entityRows(book, entity, sink); });
            !written)
            return written;
    for (const auto& part : parts())
        if (auto written = write(part.name, part.header, [&](const RowSink& sink) { return part.rows(book, sink); });
            !written)
            return written;
    return staged->settle();
}

Status exportKind(book::Book& book, const QString& kindName, const QString& path, csv::Form form,
                  const Progress& progress)
{
    const Kind kind = kindNamed(kindName);
    const bool isSheet = path.endsWith(u".xlsx", Qt::CaseInsensitive);
    for (const auto& part : parts())
        if (part.name == kindName && (!kind.isUsage || !isSheet))
            return isSheet
                       ? writePartSheet(book, part, path, progress)
                       : writeCsv(path, part.header, form, [&](const RowSink& sink) { return part.rows(book, sink); });
    if (!kind.isKnown())
        return fail(Code("export.kind_unknown"), ErrorKind::Usage, {kindName});
    if (isSheet)
        return kind.isUsage ? writeUsageSheet(book, path, progress)
                            : writeEntitySheet(book, info(*kind.entity), path, progress);
    const EntityInfo& entity = info(*kind.entity);
    return writeCsv(path, headerOf(entity), form, [&](const RowSink& sink) { return entityRows(book, entity, sink); });
}

} // namespace steward::exchange
