// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/planner.h"

#include "core/base/text.h"
#include "core/exchange/cell_value.h"

namespace steward::exchange {

Planner::Planner(book::Book& book, const Table& table, const std::vector<ColumnFormat>& formats, const Words& words,
                 ImportPlan& plan)
    : m_table(table)
    , m_formats(formats)
    , m_words(words)
    , m_plan(plan)
    , m_directory(book)
    , m_book(book)
    , m_entity(info(*plan.detection.kind.entity))
    , m_proposer(m_directory)
{
}

QDate Planner::dataDay() const { return request().dataUpTo.isValid() ? request().dataUpTo : request().today; }

Status Planner::run()
{
    auto erasures = m_book.erasures();
    if (!erasures)
        return tl::unexpected(erasures.error());
    m_erasures = std::move(*erasures);
    for (const auto& [key, account] : request().links) {
        m_plan.keys.push_back({Entity::Account, m_plan.detection.source, key, account});
        m_directory.addKey(Entity::Account, m_plan.detection.source, key, account);
    }
    m_plan.rows.reserve(m_table.rows());
    for (std::size_t row = 0; row < m_table.rows(); ++row) {
        if (row % 1000 == 0) {
            request().progress.at(static_cast<qint64>(row), static_cast<qint64>(m_table.rows()));
            if (request().progress.isCancelled())
                return fail(Code("import.cancelled"), ErrorKind::Cancelled);
        }
        planRow(row);
    }
    resolveDeferred();
    if (!isOurs())
        finishImport(m_entity.entity, m_plan.records, *this);
    settle();
    return m_directory.status();
}

void Planner::planRow(std::size_t row)
{
    Draft draft(m_entity.entity, m_table.line(row), row);
    RowResult result{draft.line, Action::Unchanged, {}, -1, {}, false, false};
    m_sides.clear();
    readRow(draft);
    if (!draft.isRejected() && !isOurs())
        mapWords(draft);
    if (!draft.isRejected() && m_entity.ofAccount)
        resolveAccount(draft, result);
    if (!draft.isRejected())
        resolveReferences(draft);
    if (!draft.isRejected() && !isOurs())
        completeDraft(draft, *this);
    if (!draft.isRejected() && m_entity.entity == Entity::Contact)
        askOfErased(draft);
    result.key = draft.key;
    if (draft.isRejected()) {
        reject(draft, result);
        m_plan.rows.push_back(result);
        return;
    }
    const qint64 id = identify(draft);
    if (draft.isRejected()) {
        reject(draft, result);
        m_plan.rows.push_back(result);
        return;
    }
    const bool isNew = id == 0;
    result.record = isNew ? create(draft) : record(m_entity.entity, id);
    PlannedRecord& planned = m_plan.records[static_cast<std::size_t>(result.record)];
    if (!isNew && planned.before.size() > ArchivedField && planned.before[ArchivedField].index() != 0) {
        result.isArchived = true;
        m_plan.rows.push_back(result);
        return;
    }
    const qint64 recordId = planned.id;
    const bool isMerged = !isNew && merge(draft, planned);
    const bool hasNewCustoms = mergeCustoms(draft, recordId);
    result.action = isNew ? Action::Created : isMerged || hasNewCustoms ? Action::Updated : Action::Unchanged;
    tellReplaced(draft, result.record);
    for (const auto& [field, text] : draft.references)
        if (m_entity.fields[static_cast<std::size_t>(field)].target == m_entity.entity)
            m_deferred.push_back({result.record, m_plan.rows.size(), field, text});
    seeDays(draft);
    if (isNew && m_entity.entity == Entity::Account)
        proposeMatches(draft, recordId);
    if (!isOurs())
        followDraft(draft, recordId, *this);
    result.sides = std::move(m_sides);
    if (result.action == Action::Unchanged && !result.sides.empty())
        result.action = Action::Updated;
    m_plan.rows.push_back(std::move(result));
}

/// A person who was erased does not come back with the next export: the row waits among the rejected.
void Planner::askOfErased(Draft& draft) const
{
    const QString name = draft.text(u"name");
    if (m_erasures.isEmpty() || name == book::erasedMark())
        return;
    const AccountId account(integerOf(draft.value(u"account_id")));
    const bool isKnown = m_erasures.isErased(ContactId(draft.recordId)) ||
                         (!draft.key.isEmpty() && m_erasures.isErasedKey(m_plan.detection.source, draft.key)) ||
                         m_erasures.isErasedEmail(draft.text(u"email")) || m_erasures.isErasedName(account, name);
    if (isKnown)
        draft.reject(Code("import.contact.erased"), QStringLiteral("name"), name);
}

int Planner::record(Entity entity, qint64 id)
{
    if (const auto found = m_recordOf.find(id); found != m_recordOf.end())
        return found->second;
    PlannedRecord planned{entity, id, false, false, {}, {}, {}};
    if (const Row* row = m_directory.row(entity, id))
        planned.before = *row;
    planned.after = planned.before;
    m_plan.records.push_back(std::move(planned));
    const int index = static_cast<int>(m_plan.records.size()) - 1;
    m_recordOf.emplace(id, index);
    return index;
}

int Planner::create(Draft& draft)
{
    if (!isOurs())
        dateNew(draft, *this);
    const Entity entity = draft.entity().entity;
    const qint64 id = draft.recordId != 0 ? draft.recordId : --m_nextTemporary;
    PlannedRecord planned{entity, id, true, false, {}, draft.row, draft.key};
    planned.after[IdField] = id;
    if (planned.key.isEmpty())
        planned.key = isNamed(entity) ? draft.text(u"name") : naturalKeyOf(draft.entity(), draft.row);
    const bool hasKey = !draft.key.isEmpty() || (isNamed(entity) && !planned.key.isEmpty());
    if (hasKey && draft.recordId == 0) {
        m_plan.keys.push_back({entity, m_plan.detection.source, planned.key, id});
        m_directory.addKey(entity, m_plan.detection.source, planned.key, id);
    }
    m_directory.put(entity, id, planned.after);
    m_plan.records.push_back(std::move(planned));
    const int index = static_cast<int>(m_plan.records.size()) - 1;
    m_recordOf.emplace(id, index);
    return index;
}

bool Planner::merge(const Draft& draft, PlannedRecord& record)
{
    bool isChanged = false;
    for (std::size_t i = ArchivedField; i < draft.row.size(); ++i) {
        if (!draft.said[i] || draft.row[i] == record.after[i])
            continue;
        record.after[i] = draft.row[i];
        isChanged = true;
        // A departure carries its own day; of any other change the import is the day.
        const FieldInfo& field = draft.entity().fields[i];
        if (!record.isNew && field.is(Trait::History) && !(field.is(Trait::Outcome) && field.type == FieldType::Day))
            note(draft, Code("import.change.from_today"), field.name,
                 field.type == FieldType::Reference ? QString() : fieldText(draft.row[i], field.type, 0));
    }
    if (isChanged)
        m_directory.put(record.entity, record.id, record.after);
    return isChanged;
}

bool Planner::mergeCustoms(const Draft& draft, qint64 id)
{
    bool isChanged = false;
    for (const auto& [field, value] : draft.custom) {
        auto& pending = m_customs[id];
        const auto found =
            std::find_if(pending.begin(), pending.end(), [&](const auto& p) { return p.first == field; });
        if (found != pending.end()) {
            isChanged = isChanged || found->second != value;
            found->second = value;
            continue;
        }
        const QString* stored = m_directory.custom(m_entity.entity, id, field);
        isChanged = isChanged || !stored || *stored != value;
        pending.emplace_back(field, value);
    }
    return isChanged;
}

/// Two rows of a file that speak of one record: what the later one replaces is told, cell by cell against the newest
/// row that had something there.
void Planner::tellReplaced(const Draft& draft, int record)
{
    const auto [place, isFirst] = m_met.try_emplace(record, Met{draft.tableRow, {}});
    Met& met = place->second;
    if (isFirst)
        return;
    if (met.newest.empty())
        met.newest.assign(m_table.columns(), met.first);
    for (const auto& column : m_plan.detection.columns) {
        const QString now = textOf(draft.tableRow, column.index);
        if (now.isEmpty() || (column.target.isKnown() && !column.target.isKept()))
            continue;
        std::size_t& newest = met.newest[static_cast<std::size_t>(column.index)];
        const QString before = textOf(newest, column.index);
        const auto line = m_table.line(newest);
        newest = draft.tableRow;
        if (!before.isEmpty() && before != now)
            addIssue({draft.line, column.header, now, Code("import.row.repeated"), {now, before, line}});
    }
}

void Planner::reject(const Draft& draft, RowResult& result)
{
    result.action = Action::Rejected;
    addIssue({draft.line, draft.rejectedColumn, draft.rejectedValue, draft.rejected, {}});
    if (m_plan.rejected.size() >= mostKept)
        return;
    RejectedRow rejected{draft.line, {}, draft.rejected};
    for (std::size_t i = 0; i < std::max(m_table.columns(), m_table.width(draft.tableRow)); ++i) {
        const auto cell = m_table.cell(draft.tableRow, i);
        rejected.cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
    }
    m_plan.rejected.push_back(std::move(rejected));
}

void Planner::addIssue(Issue issue)
{
    const auto found = std::find_if(m_plan.issueTotals.begin(), m_plan.issueTotals.end(),
                                    [&](const auto& total) { return total.first == issue.code; });
    if (found == m_plan.issueTotals.end())
        m_plan.issueTotals.emplace_back(issue.code, 1);
    else
        ++found->second;
    if (m_plan.issues.size() < mostKept)
        m_plan.issues.push_back(std::move(issue));
}

void Planner::note(const Draft& draft, Code code, const QString& column, const QString& value)
{
    addIssue({draft.line, column, value, code, {}});
}

void Planner::seeDays(const Draft& draft)
{
    for (std::size_t i = 0; i < draft.row.size(); ++i) {
        const FieldInfo& field = m_entity.fields[i];
        if (!draft.said[i] || !(field.is(Trait::Happened) || field.is(Trait::Outcome)))
            continue;
        if (const auto* day = std::get_if<QDate>(&draft.row[i]);
            day && *day <= request().today && !(*day <= m_newestDay))
            m_newestDay = *day;
    }
}

qint64 Planner::putSide(Entity entity, const QString& key, Draft& draft)
{
    draft.key = key;
    qint64 id = key.isEmpty() ? 0 : m_directory.byKey(entity, m_plan.detection.source, key);
    if (id == 0 && key.isEmpty())
        if (const auto& ids = m_directory.byNaturalKey(entity, naturalKeyOf(draft.entity(), draft.row)); !ids.empty())
            id = ids.front();
    if (id != 0) {
        const int index = record(entity, id);
        PlannedRecord& known = m_plan.records[static_cast<std::size_t>(index)];
        known.isSide = true;
        if ((known.isNew || known.before[ArchivedField].index() == 0) && merge(draft, known))
            comeAlong(index);
        return id;
    }
    const int index = create(draft);
    comeAlong(index);
    PlannedRecord& made = m_plan.records[static_cast<std::size_t>(index)];
    made.isSide = true;
    return made.id;
}

/// A record that the row at hand changes beside its own.
void Planner::comeAlong(int record)
{
    if (std::find(m_sides.begin(), m_sides.end(), record) == m_sides.end())
        m_sides.push_back(record);
}

qint64 Planner::findOrCreate(Entity entity, const QString& text)
{
    if (const qint64 id = resolveText(entity, text))
        return id;
    Draft draft(entity, 0, 0);
    draft.set(u"name", FieldValue(text));
    return putSide(entity, text, draft);
}

const Row* Planner::inBook(Entity entity, qint64 id) const
{
    const auto found = m_recordOf.find(id);
    const PlannedRecord* known =
        found == m_recordOf.end() ? nullptr : &m_plan.records[static_cast<std::size_t>(found->second)];
    return known && known->entity == entity && !known->isNew ? &known->before : nullptr;
}

void Planner::tell(const PlannedRecord& record, Code code, const QString& column, const QString& value)
{
    const auto known = m_recordOf.find(record.id);
    const auto met = known == m_recordOf.end() ? m_met.end() : m_met.find(known->second);
    addIssue({met == m_met.end() ? 0 : m_table.line(met->second.first), column, value, code, {}});
}

bool Planner::hasContract(qint64 account)
{
    if (!m_withContract) {
        m_withContract.emplace();
        for (const auto& [id, row] : m_directory.rows(Entity::Subscription))
            if (id > 0)
                m_withContract->insert(integerOf(row[AccountField]));
    }
    return m_withContract->contains(account);
}

void Planner::change(Entity entity, qint64 id, QStringView field, const FieldValue& value)
{
    const int index = info(entity).indexOf(field);
    const Row* now = m_directory.row(entity, id);
    if (!now || (*now)[static_cast<std::size_t>(index)] == value)
        return;
    const int at = record(entity, id);
    PlannedRecord& planned = m_plan.records[static_cast<std::size_t>(at)];
    if (entity != m_entity.entity)
        planned.isSide = true;
    comeAlong(at);
    planned.after[static_cast<std::size_t>(index)] = value;
    m_directory.put(entity, id, planned.after);
}

} // namespace steward::exchange
