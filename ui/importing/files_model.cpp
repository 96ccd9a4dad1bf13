// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/files_model.h"

#include "ui/style/tip.h"

#include <QFileInfo>

namespace steward::importing {

QString ChosenFile::name() const { return QFileInfo(request.path).fileName(); }

FilesModel::FilesModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

void FilesModel::set(const std::vector<ChosenFile>& files, Preview preview)
{
    // The same files with other words beside them keep the selection.
    const bool isSame = files.size() == m_files.size();
    if (!isSame)
        beginResetModel();
    m_files = files;
    m_preview = std::move(preview);
    if (!isSame)
        endResetModel();
    else if (!m_files.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const exchange::FilePreview* FilesModel::previewOf(int row) const
{
    if (row < 0 || row >= rowCount() || !m_preview)
        return nullptr;
    const int at = m_files[std::size_t(row)].previewIndex;
    return at >= 0 && std::size_t(at) < m_preview->files.size() ? &m_preview->files[std::size_t(at)] : nullptr;
}

int FilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QString FilesModel::sub(int row) const
{
    const auto* file = previewOf(row);
    if (!file)
        return {};
    if (file->error)
        return sentenceOf(*file->error, m_files[std::size_t(row)].name(), m_locale);
    const exchange::Detection& detection = file->plan.detection;
    QStringList parts{kindName(detection.kind)};
    if (const QString profile = profileName(detection.profile); !profile.isEmpty())
        parts << profile;
    const qint64 rows = file->isTaken() ? file->counts.rows : detection.rowsLooked;
    parts << (rows == 1 ? tr("one row") : tr("%1 rows").arg(m_locale.toString(rows)));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString FilesModel::note(int row) const
{
    if (m_files[std::size_t(row)].isLeftOut)
        return tr("left out");
    const auto* file = previewOf(row);
    if (!file)
        return {};
    if (file->error)
        return tr("cannot be read");
    if (file->plan.hasQuestions())
        return file->plan.detection.asks.size() == 1
                   ? tr("1 question")
                   : tr("%n questions", nullptr, int(file->plan.detection.asks.size()));
    const exchange::Counts& counts = file->counts;
    if (counts.rejected > 0)
        return tr("%1 to look at").arg(m_locale.toString(counts.rejected));
    if (counts.created > 0)
        return tr("%1 new").arg(m_locale.toString(counts.created));
    if (counts.updated > 0)
        return tr("%1 updates").arg(m_locale.toString(counts.updated));
    return tr("%1 unchanged").arg(m_locale.toString(counts.unchanged));
}

widgets::Shade FilesModel::shade(int row) const
{
    const auto* file = previewOf(row);
    if (m_files[std::size_t(row)].isLeftOut || !file)
        return widgets::Shade::Muted;
    if (file->error)
        return widgets::Shade::Late;
    return file->plan.hasQuestions() || file->counts.rejected > 0 ? widgets::Shade::Soon : widgets::Shade::Muted;
}

QVariant FilesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return m_files[std::size_t(row)].name();
    case SubRole:
        return sub(row);
    case NoteRole:
        return note(row);
    case widgets::ToneRole:
        return static_cast<int>(shade(row));
    case Qt::ToolTipRole:
        return style::plainTip(m_files[std::size_t(row)].request.path + u'\n' + sub(row));
    case Qt::AccessibleTextRole:
        return QStringList{m_files[std::size_t(row)].name(), sub(row), note(row)}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace steward::importing
