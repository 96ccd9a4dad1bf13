// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/formula.h"
#include "core/csv/reader.h"
#include "core/csv/writer.h"
#include "core/exchange/cell_value.h"
#include "core/exchange/export.h"
#include "core/exchange/export_set.h"
#include "core/exchange/plan.h"
#include "core/model/values.h"

#include <QDir>
#include <algorithm>
#include <tuple>

namespace steward::exchange {

namespace {

constexpr std::size_t rowsAtOnce = 20'000;
constexpr std::size_t samplesAtOnce = 1'000'000;

tl::unexpected<Error> wrongCell(const QString& file, qint64 line, const QString& column)
{
    return fail(Code("import.set.cell"), ErrorKind::Failed, {file, line, column});
}

/// A file of the set, cell by cell as it was written in either form: nothing is recognised, trimmed or left out.
class SetFile
{
public:
    using Take = std::function<Status(const QStringList& cells, qint64 line)>;

    SetFile(const QString& folder, const QString& name)
        : m_name(name + u".csv")
        , m_path(QDir(folder).filePath(m_name))
    {
    }
    [[nodiscard]] const QString& name() const { return m_name; }

    [[nodiscard]] Status read(const QStringList& wanted, const Take& take) const
    {
        csv::Options options;
        options.encoding = csv::Encoding::Utf8;
        options.delimiter = ',';
        options.quote = '"';
        options.escape = '\0';
        auto reader = csv::Reader::open(m_path, options);
        if (!reader)
            return fail(Code("import.set.incomplete"), ErrorKind::NotFound, {QFileInfo(m_path).path(), m_name});
        csv::Record record;
        QStringList header;
        bool isForSpreadsheets = false;
        while (reader->next(record)) {
            QStringList cells;
            for (const auto& field : record.fields) {
                const auto cell = isForSpreadsheets ? csv::stripSpreadsheetApostrophe(field) : std::string_view(field);
                cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
            }
            if (header.isEmpty()) {
                header = cells;
                isForSpreadsheets = header.contains(QLatin1String(csv::spreadsheetMark));
                for (const auto& column : wanted)
                    if (!header.contains(column))
                        return fail(Code("import.set.column"), ErrorKind::Failed, {m_name, column});
                continue;
            }
            if (record.flaw != Code() || cells.size() != header.size())
                return wrongCell(m_name, record.line, QString());
            QStringList ordered;
            for (const auto& column : wanted)
                ordered.append(cells[header.indexOf(column)]);
            if (auto done = take(ordered, record.line); !done)
                return done;
        }
        return reader->status();
    }

private:
    QString m_name;
    QString m_path;
};

/// An answer or rating outside its scale counts nowhere.
struct OutOfScale
{
    const char* column = nullptr;
    double value = 0;
    qint64 low = 0;
    qint64 high = 0;
};
std::optional<OutOfScale> outOfScale(const char* column, std::optional<double> value, qint64 low, qint64 high)
{
    const bool isOutside = value && (*value < double(low) || *value > double(high));
    return isOutside ? std::optional(OutOfScale{column, *value, low, high}) : std::nullopt;
}

std::optional<OutOfScale> outOfScale(Entity entity, const Row& row)
{
    if (entity == Entity::Pulse)
        return outOfScale("rating", fromRow<Pulse>(row).rating, 1, 6);
    if (entity == Entity::Ticket) {
        const auto ticket = fromRow<Ticket>(row);
        return outOfScale("csat", ticket.csat, 1, ticket.csatScale.value_or(5));
    }
    if (entity != Entity::Survey)
        return std::nullopt;
    const auto survey = fromRow<Survey>(row);
    const bool isNps = survey.kind == u"nps";
    const qint64 high = isNps ? 10 : survey.kind == u"ces" ? 7 : 5;
    return outOfScale("score", survey.score, survey.scaleLow.value_or(isNps ? 0 : 1), survey.scaleHigh.value_or(high));
}

class SetImport
{
public:
    SetImport(book::Edit& edit, const QString& folder, const Progress& progress)
        : m_edit(edit)
        , m_folder(folder)
        , m_progress(progress)
    {
    }

    Status run()
    {
        qint64 done = 0;
        for (const auto& entity : catalogue()) {
            m_progress.at(done++, static_cast<qint64>(catalogue().size()) + 5);
            if (m_progress.isCancelled())
                return fail(Code("import.cancelled"), ErrorKind::Cancelled);
            if (auto read = readEntity(entity); !read)
                return read;
        }
        if (auto read = readKeys(); !read)
            return read;
        if (auto read = readCustoms(); !read)
            return read;
        if (auto read = readChanges(); !read)
            return read;
        if (auto read = readErasures(); !read)
            return read;
        return readUsage();
    }
    [[nodiscard]] std::vector<Message> takeNotes() { return std::move(m_notes); }

private:
    Status readEntity(const EntityInfo& entity)
    {
        QStringList header;
        for (const auto& field : entity.fields)
            header.append(field.name);
        std::vector<Row> rows;
        const SetFile file(m_folder, entity.kind);
        const auto flush = [&]() -> Status {
            const Status done = rows.empty() ? Status() : m_edit.insert(entity.entity, rows);
            rows.clear();
            return done;
        };
        const Status read = file.read(header, [&](const QStringList& cells, qint64 line) -> Status {
            const auto currency =
                entity.currency < 0 ? std::nullopt : Currency::fromCode(cells[static_cast<qsizetype>(entity.currency)]);
            const int digits = currency ? currency->minorDigits() : 2;
            Row row;
            for (std::size_t i = 0; i < entity.fields.size(); ++i) {
                const auto value = valueOfText(cells[static_cast<qsizetype>(i)], entity.fields[i].type, digits);
                if (!value)
                    return wrongCell(file.name(), line, entity.fields[i].name);
                row.push_back(*value);
            }
            if (const auto outside = outOfScale(entity.entity, row); outside && m_notes.size() < mostKept)
                m_notes.push_back({Code("import.set.out_of_scale"),
                                   {file.name(), line, QString::fromLatin1(outside->column), outside->value,
                                    outside->low, outside->high}});
            rows.push_back(std::move(row));
            return rows.size() < rowsAtOnce ? Status() : flush();
        });
        return read ? flush() : read;
    }

    Status readKeys()
    {
        std::vector<ExternalKey> keys;
        const SetFile file(m_folder, externalKeysFile());
        const Status read = file.read(keyHeader(), [&](const QStringList& cells, qint64 line) -> Status {
            const auto entity = entityNamed(cells[0]);
            if (!entity)
                return wrongCell(file.name(), line, keyHeader()[0]);
            keys.push_back({*entity, cells[1], cells[2], cells[3].toLongLong()});
            return {};
        });
        return read ? m_edit.setKeys(keys) : read;
    }

    Status readCustoms()
    {
        std::vector<CustomValue> values;
        const SetFile file(m_folder, customValuesFile());
        const Status read = file.read(customHeader(), [&](const QStringList& cells, qint64 line) -> Status {
            const auto entity = entityNamed(cells[0]);
            if (!entity)
                return wrongCell(file.name(), line, customHeader()[0]);
            values.push_back({*entity, cells[1].toLongLong(), cells[2], cells[3], cells[4]});
            return {};
        });
        return read ? m_edit.setCustom(values) : read;
    }

    Status readChanges()
    {
        const SetFile file(m_folder, changesFile());
        return file.read(changeHeader(), [&](const QStringList& cells, qint64 line) -> Status {
            const auto entity = entityNamed(cells[0]);
            const int field = entity ? info(*entity).indexOf(cells[2]) : -1;
            if (field < 0)
                return wrongCell(file.name(), line, changeHeader()[2]);
            const auto value = valueOfText(cells[4], info(*entity).fields[static_cast<std::size_t>(field)].type);
            const auto recorded = valueOfText(cells[5], FieldType::Instant);
            if (!value || !recorded)
                return wrongCell(file.name(), line, changeHeader()[4]);
            return m_edit.addChange({*entity, cells[1].toLongLong(), cells[2], dayFromIso(cells[3].toStdString()),
                                     *value, Instant{integerOf(*recorded)}});
        });
    }

    /// Sets of older versions have no such file.
    Status readErasures()
    {
        const SetFile file(m_folder, erasuresFile());
        if (!QFileInfo::exists(QDir(m_folder).filePath(file.name())))
            return {};
        QByteArray secret;
        QSet<QByteArray> hashes;
        QSet<qint64> contacts;
        const Status read = file.read(erasureHeader(), [&](const QStringList& cells, qint64 line) -> Status {
            bool isSound = true;
            if (cells[0] == u"key")
                secret = QByteArray::fromHex(cells[1].toLatin1());
            else if (cells[0] == u"hash")
                hashes.insert(cells[1].toLatin1());
            else if (cells[0] == u"contact")
                contacts.insert(cells[1].toLongLong(&isSound));
            else
                isSound = false;
            return isSound ? Status() : wrongCell(file.name(), line, erasureHeader()[1]);
        });
        return read && !secret.isEmpty() ? m_edit.keepErasures({secret, hashes, contacts}) : read;
    }

    Status readUsage()
    {
        const SetFile file(m_folder, usageFile());
        const Status read = file.read(usageHeader(), [&](const QStringList& cells, qint64 line) -> Status {
            const QDate day = dayFromIso(cells[3].toStdString());
            bool isNumber = false;
            const double value = cells[4].toDouble(&isNumber);
            if (!day.isValid() || !isNumber)
                return wrongCell(file.name(), line, usageHeader()[3]);
            // Parts end with an account, so that no month is written twice.
            const qint64 account = cells[0].toLongLong();
            if (cells[1] != m_unlinked || (m_samples.size() >= samplesAtOnce && account != m_samples.back().account))
                if (auto done = flushUsage(); !done)
                    return done;
            m_unlinked = cells[1];
            m_samples.push_back({account, cells[2].toLongLong(), usageDay(day), value});
            return {};
        });
        return read ? flushUsage() : read;
    }

    /// Whatever order the file has; of two samples of a day the later line counts.
    void sortUsage()
    {
        const auto place = [](const auto& each) { return std::tie(each.account, each.metric, each.day); };
        const auto isNotAfter = [&](const auto& before, const auto& each) { return place(each) <= place(before); };
        if (std::ranges::adjacent_find(m_samples, isNotAfter) == m_samples.end())
            return;
        std::ranges::stable_sort(m_samples, {}, place);
        std::size_t kept = 0;
        for (const auto& each : m_samples) {
            if (kept > 0 && place(m_samples[kept - 1]) == place(each))
                m_samples[kept - 1] = each;
            else
                m_samples[kept++] = each;
        }
        m_samples.resize(kept);
    }

    Status flushUsage()
    {
        if (m_samples.empty())
            return {};
        sortUsage();
        const auto merged = m_edit.mergeUsage(m_samples, m_unlinked, {});
        m_samples.clear();
        return merged ? Status() : Status(tl::unexpected(merged.error()));
    }

    book::Edit& m_edit;
    const QString& m_folder;
    const Progress& m_progress;
    std::vector<book::Edit::UsageSample> m_samples;
    QString m_unlinked;
    std::vector<Message> m_notes;
};

/// What a new book came with makes way for what the export brings.
Result<std::vector<std::pair<Entity, qint64>>> shippedRows(book::Book& book)
{
    std::vector<std::pair<Entity, qint64>> rows;
    for (const auto& entity : catalogue()) {
        const Status read = book.forEach(entity.entity, [&](const Row& row) {
            rows.emplace_back(entity.entity, integerOf(row[IdField]));
            return true;
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    return rows;
}

} // namespace

Result<std::vector<Message>> importAll(book::Book& book, const QString& folder, const QString& actor,
                                       const Progress& progress)
{
    const auto shipped = shippedRows(book);
    if (!shipped)
        return tl::unexpected(shipped.error());
    for (const auto& [entity, id] : *shipped)
        if (entity == Entity::Account || entity == Entity::Import)
            return fail(Code("import.set.book_not_new"), ErrorKind::Usage);
    const Message label{Code("import.label_set"), {QDir(folder).dirName()}};
    std::vector<Message> notes;
    const auto edited = book.edit(label, actor, [&](book::Edit& edit) -> Status {
        for (const auto& [entity, id] : *shipped)
            if (auto done = edit.remove(entity, std::span(&id, 1)); !done)
                return done;
        SetImport set(edit, folder, progress);
        const Status done = set.run();
        notes = set.takeNotes();
        return done;
    });
    if (!edited)
        return tl::unexpected(edited.error());
    return notes;
}

} // namespace steward::exchange
