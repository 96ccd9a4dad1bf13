// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"
#include "core/exchange/import_files.h"
#include "core/exchange/shared_progress.h"
#include "core/exchange/usage_part.h"
#include "core/model/values.h"

#include <set>

/// What was previewed becomes part of the book.
namespace steward::exchange {

namespace {

/// Asks the book for records, each once.
class Known
{
public:
    explicit Known(book::Edit& edit)
        : m_edit(edit)
    {
    }
    /// Of a plan's own records and of no record there is nothing to ask.
    [[nodiscard]] bool has(Entity entity, qint64 id)
    {
        if (id <= 0 || m_found.contains({entity, id}))
            return true;
        const auto row = m_edit.row(entity, id);
        if (!row || !*row)
            return false;
        m_found.emplace(entity, id);
        return true;
    }
    [[nodiscard]] bool hasAll(Entity entity, std::span<const qint64> ids)
    {
        return std::ranges::all_of(ids, [&](qint64 id) { return has(entity, id); });
    }

private:
    book::Edit& m_edit;
    std::set<std::pair<Entity, qint64>> m_found;
};

bool hasTargets(Known& known, const PlannedRecord& record)
{
    const EntityInfo& entity = info(record.entity);
    for (std::size_t i = AccountField; i < record.after.size(); ++i) {
        const FieldInfo& field = entity.fields[i];
        if (!field.target || record.after[i].index() == 0)
            continue;
        const bool isThere = field.type == FieldType::References ? known.hasAll(*field.target, idsOf(record.after[i]))
                                                                 : known.has(*field.target, integerOf(record.after[i]));
        if (!isThere)
            return false;
    }
    return true;
}

/// Everything the plan refers to is in the book: also what the trial had from the files before it, for their records
/// have got the same ids now. A record of the trial that got an id by chance is gone.
bool holdsStill(const ImportPlan& plan, book::Edit& edit)
{
    Known known(edit);
    const auto isThere = [&](const auto& each) { return known.has(each.entity, each.record); };
    return std::ranges::all_of(plan.records,
                               [&](const PlannedRecord& record) {
                                   return !record.isChanged() ||
                                          ((record.isNew || known.has(record.entity, record.id)) &&
                                           hasTargets(known, record));
                               }) &&
           std::ranges::all_of(plan.keys, isThere) && std::ranges::all_of(plan.customs, isThere) &&
           (!plan.usage ||
            (known.hasAll(Entity::Account, plan.usage->accounts) && known.hasAll(Entity::Metric, plan.usage->metrics)));
}

/// The plan of the preview, where it still holds, as that of the first file does; the file is not read again then, only
/// its bytes are compared.
Result<ImportReport> applyOne(book::Book& book, book::Edit& edit, const FilePreview& file, bool isFirst,
                              std::span<const Profile> profiles, const Progress& progress)
{
    ImportRequest request = file.plan.request;
    const auto& before = file.plan.file.get();
    const auto now = hashOfFile(request.path);
    if (!before || !now || before->text != QString::fromLatin1(now->hash.toHex()))
        return fail(Code("csv.file-changed"), ErrorKind::Io, {request.hints.fileName});
    if (isFirst || holdsStill(file.plan, edit))
        return applyInside(book, edit, file.plan);
    request.progress = progress;
    const auto plan = planImport(book, request, profiles);
    if (!plan)
        return tl::unexpected(plan.error());
    return applyInside(book, edit, *plan);
}

} // namespace

Result<std::vector<Counts>> applyFiles(book::Book& book, book::Edit& edit, const FilesPreview& preview,
                                       std::span<const Profile> profiles, const Progress& progress)
{
    const auto state = newestEdit(book);
    if (!state)
        return tl::unexpected(state.error());
    if (*state != preview.bookState)
        return fail(Code("import.book_changed"));
    std::vector<QString> paths;
    for (const FilePreview& file : preview.files)
        if (file.isTaken())
            paths.push_back(file.plan.request.path);
    SharedProgress shared(progress, paths);
    std::vector<Counts> counts(preview.files.size());
    bool isFirst = true;
    for (const std::size_t at : preview.order) {
        const FilePreview& file = preview.files[at];
        if (!file.isTaken())
            continue;
        const Progress own = shared.next(file.plan.request.path);
        own.at(0, 1);
        const auto report = applyOne(book, edit, file, std::exchange(isFirst, false), profiles, own);
        if (!report)
            return tl::unexpected(report.error());
        counts[at] = report->counts;
        if (progress.isCancelled())
            return fail(Code("import.cancelled"), ErrorKind::Cancelled);
    }
    return counts;
}

} // namespace steward::exchange
