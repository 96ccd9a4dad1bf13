// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/rows_model.h"

#include "core/model/values.h"
#include "ui/style/tip.h"

#include <QSet>

namespace steward::importing {

using exchange::Action;

bool isAccountNotFound(Code code)
{
    return code == Code("import.account.unknown") || code == Code("import.subscription.unknown");
}

QString nameOf(Sort sort)
{
    switch (sort) {
    case Sort::ToLookAt:
        return RowsModel::tr("To look at");
    case Sort::All:
        return RowsModel::tr("All");
    case Sort::Create:
        return RowsModel::tr("Create");
    case Sort::Update:
        return RowsModel::tr("Update");
    case Sort::Unchanged:
        return RowsModel::tr("Unchanged");
    case Sort::NotFound:
        return RowsModel::tr("Account not found");
    case Sort::Unread:
        return RowsModel::tr("Could not be read");
    case Sort::Count:
        break;
    }
    return {};
}

RowsModel::RowsModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void RowsModel::set(Preview preview, const exchange::FilePreview* file)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_file = file && file->isTaken() ? file : nullptr;
    m_problems.clear();
    m_notes.clear();
    m_recordOf.clear();
    if (m_file) {
        for (std::size_t i = 0; i < plan().records.size(); ++i)
            if (plan().records[i].id < 0)
                m_recordOf.insert(plan().records[i].id, static_cast<int>(i));
        sortIssues();
    }
    count();
    fill();
    endResetModel();
}

/// A row that is left out has one reason; whatever else is said, is said about rows that are taken.
void RowsModel::sortIssues()
{
    QSet<qint64> leftOut;
    for (const exchange::RejectedRow& row : plan().rejected)
        leftOut << row.line;
    for (std::size_t i = 0; i < plan().issues.size(); ++i) {
        const qint64 line = plan().issues[i].line;
        if (leftOut.contains(line))
            m_problems.insert(line, static_cast<int>(i));
        else
            m_notes.push_back(static_cast<int>(i));
    }
}

void RowsModel::count()
{
    m_counts.fill(0);
    if (!m_file)
        return;
    const exchange::Counts& counts = m_file->counts;
    const auto at = [this](Sort sort) -> qint64& { return m_counts[std::size_t(sort)]; };
    for (const auto& [code, number] : plan().issueTotals)
        if (isAccountNotFound(code))
            at(Sort::NotFound) += number;
    at(Sort::NotFound) = std::min(at(Sort::NotFound), counts.rejected);
    at(Sort::Unread) = counts.rejected - at(Sort::NotFound);
    at(Sort::All) = counts.rows;
    at(Sort::Create) = counts.created;
    at(Sort::Update) = counts.updated;
    at(Sort::Unchanged) = counts.unchanged;
    at(Sort::ToLookAt) = counts.rejected + static_cast<qint64>(m_notes.size());
}

bool RowsModel::isUnlisted() const { return m_file && plan().detection.kind.isUsage; }

void RowsModel::choose(Sort sort)
{
    if (sort == m_sort)
        return;
    beginResetModel();
    m_sort = sort;
    fill();
    endResetModel();
}

void RowsModel::fill()
{
    m_entries.clear();
    if (!m_file)
        return;
    const auto wanted = [this](const Entry& entry) {
        switch (m_sort) {
        case Sort::All:
            return true;
        case Sort::Create:
            return actionOf(entry) == Action::Created;
        case Sort::Update:
            return actionOf(entry) == Action::Updated;
        case Sort::Unchanged:
            return actionOf(entry) == Action::Unchanged;
        case Sort::NotFound:
            return actionOf(entry) == Action::Rejected && isNotFound(entry);
        case Sort::Unread:
            return actionOf(entry) == Action::Rejected && !isNotFound(entry);
        case Sort::ToLookAt:
            return actionOf(entry) == Action::Rejected;
        case Sort::Count:
            break;
        }
        return false;
    };
    for (std::size_t i = 0; i < plan().rows.size(); ++i)
        if (const Entry entry{static_cast<int>(i), -1}; wanted(entry))
            m_entries.push_back(entry);
    // A usage file lists no rows; those that could not be read are told of.
    const bool wantsLeftOut = m_sort != Sort::Create && m_sort != Sort::Update && m_sort != Sort::Unchanged;
    if (isUnlisted() && wantsLeftOut)
        for (const exchange::RejectedRow& row : plan().rejected)
            if (const Entry entry{-1, m_problems.value(row.line, -1)}; entry.issue >= 0 && wanted(entry))
                m_entries.push_back(entry);
    if (m_sort == Sort::ToLookAt)
        for (const int note : m_notes)
            m_entries.push_back({-1, note});
}

const exchange::Issue* RowsModel::issueOf(const Entry& entry) const
{
    const int at = entry.issue >= 0 ? entry.issue : m_problems.value(plan().rows[std::size_t(entry.row)].line, -1);
    return at < 0 ? nullptr : &plan().issues[std::size_t(at)];
}

const exchange::RowResult* RowsModel::resultOf(const Entry& entry) const
{
    if (entry.row >= 0)
        return &plan().rows[std::size_t(entry.row)];
    // Rows lie by line.
    const qint64 line = plan().issues[std::size_t(entry.issue)].line;
    const auto found = std::ranges::lower_bound(plan().rows, line, {}, &exchange::RowResult::line);
    return found != plan().rows.end() && found->line == line ? &*found : nullptr;
}

Action RowsModel::actionOf(const Entry& entry) const
{
    if (entry.row >= 0)
        return plan().rows[std::size_t(entry.row)].action;
    const int at = entry.issue;
    return m_problems.value(plan().issues[std::size_t(at)].line, -1) == at ? Action::Rejected : Action::Unchanged;
}

bool RowsModel::isNotFound(const Entry& entry) const
{
    const auto* issue = issueOf(entry);
    return issue && isAccountNotFound(issue->code);
}

NameOf RowsModel::names() const
{
    return [this](Entity entity, qint64 id) -> QString {
        if (const auto known = m_preview->names.find({entity, id}); known != m_preview->names.end())
            return known->second;
        const int at = m_recordOf.value(id, -1);
        if (at < 0)
            return {};
        const exchange::PlannedRecord& record = plan().records[std::size_t(at)];
        const int name = info(record.entity).indexOf(u"name");
        return name < 0 ? record.key : steward::textOf(record.after[std::size_t(name)]);
    };
}

QString RowsModel::resultText(const Entry& entry) const
{
    switch (actionOf(entry)) {
    case Action::Created:
        return tr("Create");
    case Action::Updated:
        return tr("Update");
    case Action::Unchanged:
        return entry.issue >= 0 ? tr("Look at") : tr("Unchanged");
    case Action::Rejected:
        return isNotFound(entry) ? tr("Account not found") : tr("Could not be read");
    }
    return {};
}

QString RowsModel::whatText(const Entry& entry) const
{
    const auto* issue = issueOf(entry);
    if (issue && (entry.issue >= 0 || actionOf(entry) == Action::Rejected))
        return fieldName(issue->column);
    const auto* result = resultOf(entry);
    if (!result || result->record < 0)
        return {};
    const exchange::PlannedRecord& record = plan().records[std::size_t(result->record)];
    const EntityInfo& entity = info(record.entity);
    if (entity.ofAccount)
        return names()(Entity::Account, integerOf(record.after[AccountField]));
    const int name = entity.indexOf(u"name");
    return name < 0 ? QString() : steward::textOf(record.after[std::size_t(name)]);
}

std::vector<Change> RowsModel::changes(const Entry& entry) const
{
    const auto* result = entry.issue < 0 ? resultOf(entry) : nullptr;
    if (!result || result->record < 0 || result->action == Action::Unchanged || result->action == Action::Rejected)
        return {};
    const exchange::PlannedRecord& record = plan().records[std::size_t(result->record)];
    std::vector<Change> all = changesOf(record, names(), m_locale);
    for (const int side : result->sides)
        for (auto& change : changesOf(plan().records[std::size_t(side)], names(), m_locale))
            all.push_back(std::move(change));
    for (std::size_t i = 0; i < plan().customs.size(); ++i)
        if (const CustomValue& custom = plan().customs[i]; custom.record == record.id)
            all.push_back({custom.field, plan().customsBefore[i], custom.value});
    return all;
}

QString RowsModel::text(const Entry& entry, int column) const
{
    const auto* result = resultOf(entry);
    const auto* issue = issueOf(entry);
    switch (column) {
    case Line: {
        const qint64 line = entry.row >= 0 ? result->line : issue->line;
        return line > 0 ? m_locale.toString(line) : QString();
    }
    case Result:
        return resultText(entry);
    case Key:
        return result ? result->key : QString();
    case What:
        return whatText(entry);
    case Why:
        if (issue && (entry.issue >= 0 || actionOf(entry) == Action::Rejected))
            return sentenceOf(*issue, m_locale);
        return textOf(changes(entry));
    default:
        return {};
    }
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return style::plainTip(text(entry, index.column()));
    case Qt::AccessibleTextRole:
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u": " +
                       text(entry, index.column()));
    case ResultRole:
        return static_cast<int>(actionOf(entry));
    case ChangesRole:
        return index.column() == Why ? QVariant::fromValue(changes(entry)) : QVariant();
    case ValueRole: {
        const auto* issue = index.column() == Why ? issueOf(entry) : nullptr;
        return issue && (entry.issue >= 0 || actionOf(entry) == Action::Rejected) ? issue->value : QString();
    }
    case widgets::NumericRole:
        return index.column() == Line;
    case widgets::ToneRole:
        return static_cast<int>(index.column() == Line ? widgets::Shade::Muted : widgets::Shade::Plain);
    case Qt::TextAlignmentRole:
        return int(index.column() == Line ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Count)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Line ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Line"), tr("Result"), tr("Key"), tr("Account or column"),
                             tr("What changes, or why not")};
    return names[section];
}

} // namespace steward::importing
