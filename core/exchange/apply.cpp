// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import.h"
#include "core/exchange/usage_import.h"
#include "core/model/values.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <map>

namespace steward::exchange {

namespace {

using Ids = std::unordered_map<qint64, qint64>;

/// Ids of the records the plan makes: derived from their keys, so that two books that import the same file agree.
Ids giveIds(const ImportPlan& plan, book::Edit& edit)
{
    Ids ids;
    QSet<qint64> taken;
    for (std::size_t i = 0; i < plan.records.size(); ++i) {
        const PlannedRecord& record = plan.records[i];
        if (!record.isNew || record.id > 0)
            continue;
        const QString key = record.key.isEmpty() ? plan.file.get()->text + u'#' + QString::number(i) : record.key;
        qint64 id = edit.idFor(record.entity, plan.detection.source, key);
        for (int n = 2; taken.contains(id); ++n)
            id = edit.idFor(record.entity, plan.detection.source, key + u'#' + QString::number(n));
        taken.insert(id);
        ids.emplace(record.id, id);
    }
    return ids;
}

qint64 real(const Ids& ids, qint64 id)
{
    const auto found = ids.find(id);
    return found == ids.end() ? id : found->second;
}

Row withIds(const PlannedRecord& record, const Ids& ids, qint64 import)
{
    Row row = record.after;
    const EntityInfo& entity = info(record.entity);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i == IdField || entity.fields[i].type == FieldType::Reference) {
            if (const auto* id = std::get_if<qint64>(&row[i]); id && *id < 0)
                row[i] = real(ids, *id);
        }
    }
    row[IdField] = real(ids, record.id);
    row[ImportField] = import;
    return row;
}

Import importOf(const ImportPlan& plan, const Counts& counts, Instant at)
{
    Import import;
    import.fileName = plan.request.hints.fileName;
    import.kind = plan.detection.kind.name();
    import.profile = plan.detection.profile;
    import.source = plan.detection.source;
    import.actor = plan.request.actor;
    import.at = at;
    import.rows = counts.rows;
    import.created = counts.created;
    import.updated = counts.updated;
    import.unchanged = counts.unchanged;
    import.rejected = counts.rejected;
    import.dataUpTo = plan.dataUpTo;
    return import;
}

Status writeRecords(const ImportPlan& plan, const Ids& ids, qint64 import, book::Edit& edit)
{
    std::map<Entity, std::vector<Row>> made;
    for (const auto& record : plan.records)
        if (record.isNew)
            made[record.entity].push_back(withIds(record, ids, import));
    for (auto& [entity, rows] : made)
        if (auto done = edit.insert(entity, rows); !done)
            return done;
    for (const auto& record : plan.records) {
        if (record.isNew || !record.isChanged())
            continue;
        if (auto done = edit.update(record.entity, withIds(record, ids, import)); !done)
            return done;
    }
    return {};
}

Status writeKeysAndCustoms(const ImportPlan& plan, const Ids& ids, book::Edit& edit)
{
    std::vector<ExternalKey> keys = plan.keys;
    for (auto& key : keys)
        key.record = real(ids, key.record);
    if (auto done = edit.setKeys(keys); !done)
        return done;
    std::vector<CustomValue> customs = plan.customs;
    for (auto& custom : customs)
        custom.record = real(ids, custom.record);
    return edit.setCustom(customs);
}

Result<std::optional<Source>> knownSource(book::Book& book, const ImportPlan& plan)
{
    std::optional<Source> known;
    const Status read = book.forEach(Entity::Source, [&](const Row& row) {
        const auto source = fromRow<Source>(row);
        if (source.name == plan.sourceName() && source.kind == plan.detection.kind.name())
            known = source;
        return !known;
    });
    if (!read)
        return tl::unexpected(read.error());
    return known;
}

/// The edit of one import. The Import record comes first, because every record names it; with a usage file that may
/// change nothing it comes last.
class Application
{
public:
    Application(const ImportPlan& plan, std::optional<Source> source, bool mustWrite, ImportReport& report)
        : m_plan(plan)
        , m_source(std::move(source))
        , m_mustWrite(mustWrite)
        , m_report(report)
    {
        m_report.counts = plan.counts;
    }

    Status run(book::Edit& edit)
    {
        Import import = importOf(m_plan, m_plan.counts, edit.recorded());
        if (!m_plan.usage)
            if (auto taken = takeFile(import); !taken)
                return taken;
        if (m_mustWrite)
            if (auto done = write(import, edit); !done)
                return done;
        const Ids ids = giveIds(m_plan, edit);
        if (auto done = writeRecords(m_plan, ids, import.id, edit); !done)
            return done;
        if (auto done = writeKeysAndCustoms(m_plan, ids, edit); !done)
            return done;
        if (m_plan.request.progress.isCancelled())
            return fail(Code("import.cancelled"), ErrorKind::Cancelled);
        if (!m_plan.usage)
            return {};
        if (auto done = applyUsage(m_plan, ids, edit, m_report.counts); !done)
            return done;
        const bool isChanged = m_report.counts.created + m_report.counts.updated > 0;
        const qint64 id = import.id;
        import = importOf(m_plan, m_report.counts, edit.recorded());
        import.id = id;
        if (auto taken = takeFile(import); !taken)
            return taken;
        return m_mustWrite || isChanged ? write(import, edit) : Status();
    }

private:
    Status takeFile(Import& import) const
    {
        const auto& file = m_plan.file.get();
        if (!file)
            return tl::unexpected(file.error());
        import.size = file->size;
        import.digest = file->text;
        return {};
    }

    Status write(Import& import, book::Edit& edit)
    {
        const auto saved = edit.save(import);
        if (!saved)
            return tl::unexpected(saved.error());
        m_report.import = saved->value();
        if (auto kept = edit.setCustom(fieldsOfCompletion(m_plan, m_report.import)); !kept)
            return kept;
        return m_isSourceWritten ? Status() : writeSource(edit);
    }

    Status writeSource(book::Edit& edit)
    {
        m_isSourceWritten = true;
        Source source = m_source.value_or(Source());
        source.name = m_plan.sourceName();
        source.kind = m_plan.detection.kind.name();
        source.import = ImportId(m_report.import);
        if (m_plan.dataUpTo.isValid() && !(m_plan.dataUpTo <= source.dataUpTo))
            source.dataUpTo = m_plan.dataUpTo;
        const auto saved = edit.save(source);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    }

    const ImportPlan& m_plan;
    std::optional<Source> m_source;
    bool m_mustWrite;
    bool m_isSourceWritten = false;
    ImportReport& m_report;
};

/// Where nothing changes and nothing newer is known, there is nothing to write; a usage file shows that only when it is
/// merged.
struct Writing
{
    std::optional<Source> source;
    bool mustWrite = false;
    [[nodiscard]] bool isNone(const ImportPlan& plan) const { return !mustWrite && !plan.usage; }
};

Result<Writing> writingOf(book::Book& book, const ImportPlan& plan)
{
    auto source = knownSource(book, plan);
    if (!source)
        return tl::unexpected(source.error());
    const bool isNewer = plan.dataUpTo.isValid() && !(*source && plan.dataUpTo <= (*source)->dataUpTo);
    return Writing{std::move(*source), !plan.changesNothing() || isNewer};
}

Result<ImportReport> perform(book::Book& book, const ImportPlan& plan, bool isTrial, const Around& around = {})
{
    const auto writing = writingOf(book, plan);
    if (!writing)
        return tl::unexpected(writing.error());
    ImportReport report;
    report.counts = plan.counts;
    if (writing->isNone(plan))
        return report;
    // A usage file that may change nothing is tried first: a book that stays as it is keeps its bytes.
    if (isTrial || !writing->mustWrite) {
        Application trial(plan, writing->source, writing->mustWrite, report);
        if (auto tried = book.tryOut([&](book::Edit& edit) { return trial.run(edit); }); !tried)
            return tl::unexpected(tried.error());
        const bool changes = report.counts.created + report.counts.updated > 0;
        report.import = 0;
        if (isTrial || !changes)
            return report;
    }
    const Message label{Code("edit.import"), {plan.request.hints.fileName, plan.counts.rows - plan.counts.rejected}};
    Application application(plan, writing->source, writing->mustWrite, report);
    const book::Book::Work work = [&](book::Edit& edit) { return application.run(edit); };
    auto edited = book.edit(label, plan.request.actor,
                            [&](book::Edit& edit) { return around ? around(edit, work) : work(edit); });
    if (!edited)
        return tl::unexpected(edited.error());
    report.edited = *edited;
    return report;
}

/// A book open for reading is tried on in a private copy that goes away.
Result<ImportReport> tryOnCopy(book::Book& book, const ImportPlan& plan)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(Code("file.unwritable"), ErrorKind::Io, {QDir::tempPath()});
    const QString path = folder.filePath(QStringLiteral("trial.steward"));
    if (auto copied = book.backup(path, plan.request.progress); !copied)
        return tl::unexpected(copied.error());
    book::OpenOptions options;
    options.clock.today = [day = plan.request.today] { return day; };
    options.clock.now = [] { return Instant(); };
    const auto copy = book::Book::open(path, options);
    if (!copy)
        return tl::unexpected(copy.error());
    return perform(**copy, plan, true);
}

} // namespace

Result<qint64> newestEdit(book::Book& book)
{
    const auto latest = book.history(1);
    if (!latest)
        return tl::unexpected(latest.error());
    return latest->empty() ? 0 : latest->front().id;
}

Status previewUsage(book::Book& book, ImportPlan& plan)
{
    const auto report =
        book.opened().access == book::Access::ReadOnly ? tryOnCopy(book, plan) : perform(book, plan, true);
    if (!report)
        return tl::unexpected(report.error());
    plan.counts = report->counts;
    return {};
}

Result<ImportReport> applyInside(book::Book& book, book::Edit& edit, const ImportPlan& plan)
{
    if (plan.hasQuestions())
        return fail(Code("import.ask.open"), ErrorKind::Usage, {plan.detection.asks.front().column});
    const auto writing = writingOf(book, plan);
    if (!writing)
        return tl::unexpected(writing.error());
    ImportReport report;
    report.counts = plan.counts;
    if (writing->isNone(plan))
        return report;
    if (auto done = Application(plan, writing->source, writing->mustWrite, report).run(edit); !done)
        return tl::unexpected(done.error());
    return report;
}

Result<ImportReport> applyImport(book::Book& book, const ImportPlan& plan, const Around& around)
{
    if (plan.hasQuestions())
        return fail(Code("import.ask.open"), ErrorKind::Usage, {plan.detection.asks.front().column});
    const auto newest = newestEdit(book);
    if (!newest)
        return tl::unexpected(newest.error());
    if (*newest != plan.bookState)
        return fail(Code("import.book_changed"));
    return perform(book, plan, false, around);
}

} // namespace steward::exchange
