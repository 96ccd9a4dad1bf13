// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_files.h"

#include "core/exchange/shared_progress.h"
#include "core/model/values.h"
#include "core/portfolio/book_settings.h"

#include <QFileInfo>
#include <algorithm>
#include <set>

namespace steward::exchange {

namespace {

constexpr qint64 rowsToTellKind = 2'000;

/// Entities whose names stand in for the ids that rows refer to.
constexpr Entity named[] = {Entity::Account, Entity::Person, Entity::Plan, Entity::Contact, Entity::CustomerGroup};

/// Its place among the files: that of its kind in the catalogue; usage, and what is not known yet, come last.
int placeOf(const ImportRequest& request, std::span<const Profile> profiles)
{
    constexpr int last = static_cast<int>(Entity::Count);
    Hints hints = request.hints;
    if (hints.fileName.isEmpty())
        hints.fileName = QFileInfo(request.path).fileName();
    const auto table = Table::read(request.path, {}, rowsToTellKind);
    const auto detection = table ? recognise(*table, hints, profiles) : tl::unexpected(table.error());
    return detection && detection->kind.entity ? static_cast<int>(*detection->kind.entity) : last;
}

std::vector<std::size_t> orderOf(const std::vector<ImportRequest>& requests, std::span<const Profile> profiles)
{
    std::vector<std::pair<int, std::size_t>> places;
    for (std::size_t i = 0; i < requests.size(); ++i)
        places.emplace_back(placeOf(requests[i], profiles), i);
    std::ranges::sort(places);
    std::vector<std::size_t> order;
    for (const auto& place : places)
        order.push_back(place.second);
    return order;
}

Result<qint64> countOf(book::Book& book, Entity entity)
{
    qint64 count = 0;
    const auto read = book.forEach(entity, [&](const Row& row) {
        count += row[ArchivedField].index() == 0 ? 1 : 0;
        return true;
    });
    return read ? Result<qint64>(count) : tl::unexpected(read.error());
}

void referTo(const PlannedRecord& record, std::map<Entity, std::set<qint64>>& ids)
{
    const EntityInfo& entity = info(record.entity);
    for (const Row* row : {&record.before, &record.after})
        for (std::size_t i = AccountField; i < row->size(); ++i)
            if (entity.fields[i].type == FieldType::Reference && entity.fields[i].target)
                if (const auto* id = std::get_if<qint64>(&(*row)[i]); id && *id > 0)
                    ids[*entity.fields[i].target].insert(*id);
}

/// Asked while the trial still stands, so that accounts of these very files have names.
Status readNames(book::Book& book, FilesPreview& preview)
{
    std::map<Entity, std::set<qint64>> ids;
    for (const FilePreview& file : preview.files) {
        for (const PlannedRecord& record : file.plan.records)
            referTo(record, ids);
        for (const Proposal& proposal : file.plan.proposals)
            ids[Entity::Account].insert(proposal.like);
    }
    for (const Entity entity : named) {
        const auto wanted = ids.find(entity);
        if (wanted == ids.end())
            continue;
        const auto name = static_cast<std::size_t>(info(entity).indexOf(u"name"));
        const auto read = book.forEach(entity, [&](const Row& row) {
            if (const qint64 id = integerOf(row[IdField]); wanted->second.contains(id))
                preview.names.emplace(std::pair(entity, id), textOf(row[name]));
            return true;
        });
        if (!read)
            return read;
    }
    return {};
}

class Trial
{
public:
    Trial(book::Book& book, const std::vector<ImportRequest>& requests, std::span<const Profile> profiles,
          const Progress& progress)
        : m_book(book)
        , m_requests(requests)
        , m_profiles(profiles)
        , m_progress(progress)
    {
        m_preview.files.resize(requests.size());
    }

    Status run(book::Edit& edit)
    {
        m_preview.order = orderOf(m_requests, m_profiles);
        std::vector<QString> paths;
        for (const ImportRequest& request : m_requests)
            paths.push_back(request.path);
        SharedProgress progress(m_progress, paths);
        for (const std::size_t at : m_preview.order) {
            if (m_progress.isCancelled())
                return fail(Code("import.cancelled"), ErrorKind::Cancelled);
            if (auto done = readOne(edit, at, progress.next(m_requests[at].path)); !done)
                return done;
        }
        for (KindCount& each : m_preview.kinds) {
            if (!each.kind.entity)
                continue;
            const auto count = countOf(m_book, *each.kind.entity);
            if (!count)
                return tl::unexpected(count.error());
            each.after = *count;
        }
        return readNames(m_book, m_preview);
    }
    FilesPreview result() { return std::move(m_preview); }

private:
    Status readOne(book::Edit& edit, std::size_t at, const Progress& progress)
    {
        FilePreview& file = m_preview.files[at];
        ImportRequest request = m_requests[at];
        request.progress = progress;
        auto plan = planImport(m_book, request, m_profiles);
        if (!plan && plan.error().kind == ErrorKind::Cancelled)
            return tl::unexpected(plan.error());
        if (!plan) {
            file.error = plan.error();
            file.plan.request = m_requests[at];
            return {};
        }
        file.plan = std::move(*plan);
        file.counts = file.plan.counts;
        if (!file.isTaken()) {
            file.plan.request.progress = {};
            return {};
        }
        if (auto counted = countBefore(file.plan.detection.kind); !counted)
            return counted;
        const auto report = applyInside(m_book, edit, file.plan);
        file.plan.request.progress = {}; // of this run, which is over when the plan is looked at
        if (!report)
            return tl::unexpected(report.error());
        file.counts = report->counts;
        KindCount& kind = kindCount(file.plan.detection.kind);
        kind.inFiles += file.counts.rows;
        kind.leftOut += file.counts.rejected;
        reconcile(file.plan);
        return {};
    }

    KindCount& kindCount(Kind kind)
    {
        const auto found = std::ranges::find(m_preview.kinds, kind, &KindCount::kind);
        return found != m_preview.kinds.end() ? *found : m_preview.kinds.emplace_back(KindCount{kind, {}, {}, 0, 0});
    }

    Status countBefore(Kind kind)
    {
        KindCount& each = kindCount(kind);
        if (!kind.entity || each.before)
            return {};
        const auto count = countOf(m_book, *kind.entity);
        if (!count)
            return tl::unexpected(count.error());
        each.before = *count;
        return {};
    }

    void reconcile(const ImportPlan& plan)
    {
        if (!plan.reconciliation)
            return;
        auto& all = m_preview.reconciliation;
        if (!all) {
            all = plan.reconciliation;
            return;
        }
        all->after = plan.reconciliation->after;
        all->totals.insert(all->totals.end(), plan.reconciliation->totals.begin(), plan.reconciliation->totals.end());
    }

    book::Book& m_book;
    const std::vector<ImportRequest>& m_requests;
    std::span<const Profile> m_profiles;
    const Progress& m_progress;
    FilesPreview m_preview;
};

} // namespace

Counts FilesPreview::counts() const
{
    Counts sum;
    for (const FilePreview& file : files) {
        if (!file.isTaken())
            continue;
        sum.rows += file.counts.rows;
        sum.created += file.counts.created;
        sum.updated += file.counts.updated;
        sum.unchanged += file.counts.unchanged;
        sum.rejected += file.counts.rejected;
    }
    return sum;
}

std::size_t FilesPreview::taken() const
{
    return static_cast<std::size_t>(std::ranges::count_if(files, &FilePreview::isTaken));
}

QDate FilesPreview::dataUpTo() const
{
    QDate newest;
    QDate used;
    for (const FilePreview& file : files) {
        if (!file.isTaken() || !file.plan.dataUpTo.isValid())
            continue;
        QDate& end = file.plan.detection.kind.isUsage ? used : newest;
        if (!(file.plan.dataUpTo <= end))
            end = file.plan.dataUpTo;
    }
    return used.isValid() ? used : newest;
}

Status readSettingsOf(book::Book& book, ImportRequest& request)
{
    std::vector<Definition> definitions;
    const auto read = book.forEach(Entity::Definition, [&](const Row& row) {
        definitions.push_back(fromRow<Definition>(row));
        return true;
    });
    if (!read)
        return read;
    BookFacts facts;
    facts.definitions = Rows<Definition>(std::move(definitions));
    readSettings(facts);
    request.zone = facts.zone;
    request.currency = facts.currency;
    return {};
}

Result<FilesPreview> previewFiles(book::Book& book, const std::vector<ImportRequest>& requests,
                                  std::span<const Profile> profiles, const Progress& progress)
{
    const auto state = newestEdit(book);
    if (!state)
        return tl::unexpected(state.error());
    Trial trial(book, requests, profiles, progress);
    Status done;
    const auto edited = book.edit({Code("edit.import-files"), {}}, {}, [&](book::Edit& edit) -> Status {
        done = trial.run(edit);
        return fail(Code("import.cancelled"), ErrorKind::Cancelled);
    });
    if (!done)
        return tl::unexpected(done.error());
    // Any other failure is the book's own, met before the trial began.
    if (!edited && edited.error().kind != ErrorKind::Cancelled)
        return tl::unexpected(edited.error());
    FilesPreview preview = trial.result();
    preview.bookState = *state;
    return preview;
}

Message labelOf(const FilesPreview& preview)
{
    const Counts counts = preview.counts();
    const qint64 rows = counts.rows - counts.rejected;
    if (preview.taken() != 1)
        return {Code("edit.import-files"), {static_cast<qint64>(preview.taken()), rows}};
    const auto only = std::ranges::find_if(preview.files, &FilePreview::isTaken);
    return {Code("edit.import"), {only->plan.request.hints.fileName, rows}};
}

} // namespace steward::exchange
