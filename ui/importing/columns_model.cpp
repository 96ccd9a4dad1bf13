// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/columns_model.h"

#include "ui/style/tip.h"

#include <algorithm>
#include <cmath>

namespace steward::importing {

ColumnsModel::ColumnsModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void ColumnsModel::set(Preview preview, const exchange::FilePreview* file)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_file = file && !file->error ? file : nullptr;
    endResetModel();
}

const exchange::Detection* ColumnsModel::detection() const { return m_file ? &m_file->plan.detection : nullptr; }

int ColumnsModel::mapped() const
{
    if (!detection())
        return 0;
    return static_cast<int>(
        std::ranges::count_if(detection()->columns, [](const auto& column) { return column.target.isKept(); }));
}

std::vector<std::pair<QString, QString>> ColumnsModel::choices() const
{
    std::vector<std::pair<QString, QString>> all;
    if (!detection())
        return all;
    for (const exchange::Target& target : exchange::targets(detection()->kind))
        if (target.special != exchange::Special::Ignore && target.special != exchange::Special::RecordId)
            all.emplace_back(target.name, fieldName(target.name));
    std::ranges::sort(all, [](const auto& a, const auto& b) { return a.second.localeAwareCompare(b.second) < 0; });
    all.insert(all.begin(), {QStringLiteral("ignore"), fieldName(QStringLiteral("ignore"))});
    return all;
}

QString ColumnsModel::targetOf(int row) const
{
    return detection() ? detection()->columns[std::size_t(row)].target.name : QString();
}

int ColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !detection() ? 0 : static_cast<int>(detection()->columns.size());
}

int ColumnsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QString ColumnsModel::text(const exchange::Column& column, int section) const
{
    switch (section) {
    case Header:
        return column.header;
    case Field:
        // Kept beside the record under its own name; nothing of a file is lost.
        return column.target.isKnown() ? fieldName(column.target.name) : tr("own field");
    case Sample:
        return column.samples.isEmpty() ? QString() : column.samples.front();
    case Filled:
        // Never "100 %" of a column that has a blank.
        return tr("%1\u2009%").arg(m_locale.toString(int(std::floor(column.fill * 100 + 1e-9))));
    default:
        return {};
    }
}

QVariant ColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const exchange::Column& column = detection()->columns[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(column, index.column());
    case Qt::EditRole:
        return index.column() == Field ? column.target.name : text(column, index.column());
    case Qt::ToolTipRole:
        return style::plainTip(index.column() == Sample ? column.samples.join(u'\n') : text(column, index.column()));
    case Qt::AccessibleTextRole:
        return QString(column.header + u": " + text(column, index.column()));
    case widgets::ToneRole: {
        const bool isKept = column.target.isKept();
        const bool isMuted = index.column() == Sample || (index.column() == Field && !isKept) ||
                             (index.column() == Filled && column.fill < 0.995);
        return static_cast<int>(isMuted ? widgets::Shade::Muted : widgets::Shade::Plain);
    }
    case widgets::NumericRole:
        return index.column() == Filled;
    case Qt::TextAlignmentRole:
        return int(index.column() == Filled ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Count)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Filled ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("In the file"), tr("Field"), tr("Sample"), tr("Filled")};
    return names[section];
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Field ? flags | Qt::ItemIsEditable : flags;
}

bool ColumnsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Field)
        return false;
    const exchange::Column& column = detection()->columns[std::size_t(index.row())];
    if (value.toString() == column.target.name)
        return false;
    Q_EMIT mapRequested(column.header, value.toString());
    return true;
}

} // namespace steward::importing
