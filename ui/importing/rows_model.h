// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/files_model.h"

#include <QAbstractTableModel>
#include <QHash>

namespace steward::importing {

/// Which rows of a file are looked at.
enum class Sort
{
    ToLookAt, ///< could not be read, and those something is said about
    All,
    Create,
    Update,
    Unchanged,
    NotFound, ///< their account is not known
    Unread,   ///< could not be read for another reason
    Count
};
[[nodiscard]] QString nameOf(Sort sort);

/// What an import would do, row by row of one file. Makes no text before somebody looks: a file may have a million
/// rows.
class RowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Line,
        Result,
        Key,
        What, ///< the account, or the column that could not be read
        Why,
        Count
    };
    enum Role
    {
        ChangesRole = widgets::FirstFreeRole, ///< std::vector<Change>
        ResultRole,                           ///< int(exchange::Action)
        ValueRole                             ///< what could not be read, before why
    };
    explicit RowsModel(QLocale locale, QObject* parent = nullptr);
    void set(Preview preview, const exchange::FilePreview* file);
    void choose(Sort sort);
    [[nodiscard]] Sort sort() const { return m_sort; }
    [[nodiscard]] qint64 countOf(Sort sort) const { return m_counts[std::size_t(sort)]; }
    /// Rows that are counted and not listed: numbers of a usage file.
    [[nodiscard]] bool isUnlisted() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// One of the two.
    struct Entry
    {
        int row = -1;   ///< of ImportPlan::rows
        int issue = -1; ///< of ImportPlan::issues
    };
    void sortIssues();
    void count();
    void fill();
    [[nodiscard]] const exchange::ImportPlan& plan() const { return m_file->plan; }
    [[nodiscard]] const exchange::Issue* issueOf(const Entry& entry) const;
    [[nodiscard]] const exchange::RowResult* resultOf(const Entry& entry) const;
    [[nodiscard]] exchange::Action actionOf(const Entry& entry) const;
    [[nodiscard]] bool isNotFound(const Entry& entry) const;
    [[nodiscard]] QString resultText(const Entry& entry) const;
    [[nodiscard]] QString whatText(const Entry& entry) const;
    [[nodiscard]] std::vector<Change> changes(const Entry& entry) const;
    [[nodiscard]] QString text(const Entry& entry, int column) const;
    [[nodiscard]] NameOf names() const;

    QLocale m_locale;
    Preview m_preview;
    const exchange::FilePreview* m_file = nullptr;
    Sort m_sort = Sort::ToLookAt;
    std::vector<Entry> m_entries;
    std::array<qint64, std::size_t(Sort::Count)> m_counts{};
    QHash<qint64, int> m_problems; ///< line of a row that is left out -> why
    std::vector<int> m_notes;      ///< issues about rows that are taken
    QHash<qint64, int> m_recordOf; ///< id -> index in ImportPlan::records
};

/// The account is not known, or the subscription that would tell it.
[[nodiscard]] bool isAccountNotFound(Code code);

} // namespace steward::importing
