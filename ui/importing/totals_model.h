// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/files_model.h"

#include <QAbstractTableModel>

namespace steward::importing {

/// The book before and after, and what the files say themselves.
class TotalsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        What,
        Before,
        After,
        InFiles,
        Difference,
        Count
    };
    struct Line
    {
        QString what;
        QString before;
        QString after;
        QString inFiles;
        QString difference; ///< empty: none
        bool isCompared = false;
        QString note = {}; ///< where nothing differs
    };
    explicit TotalsModel(QLocale locale, QObject* parent = nullptr);
    void set(const exchange::FilesPreview* preview);
    [[nodiscard]] int differing() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void addKinds(const exchange::FilesPreview& preview);
    void addSums(const exchange::Reconciliation& sums);
    void addArr(const exchange::Reconciliation& sums);
    QLocale m_locale;
    std::vector<Line> m_lines;
};

/// What the rows of the files say against each other or against common sense: a sentence, how often, and where.
class NotesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        WhereRole = widgets::FirstFreeRole, ///< "tickets.csv, lines 14, 22, 41"
        FileRole                            ///< index in FilesPreview::files
    };
    explicit NotesModel(QLocale locale, QObject* parent = nullptr);
    void set(const exchange::FilesPreview* preview);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Note
    {
        QString sentence;
        QString where;
        qint64 count = 0;
        int file = 0;
    };
    QLocale m_locale;
    std::vector<Note> m_notes;
};

} // namespace steward::importing
