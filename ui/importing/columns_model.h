// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/files_model.h"

#include <QAbstractTableModel>

namespace steward::importing {

/// The columns of one file: what each stands for, with a sample and how full it is. What is chosen for a column leaves
/// as mapRequested().
class ColumnsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Header,
        Field,
        Sample,
        Filled,
        Count
    };
    explicit ColumnsModel(QLocale locale, QObject* parent = nullptr);
    /// nullptr: none.
    void set(Preview preview, const exchange::FilePreview* file);
    [[nodiscard]] int mapped() const;
    /// What a column can stand for: name and words, by words; "not imported" first.
    [[nodiscard]] std::vector<std::pair<QString, QString>> choices() const;
    [[nodiscard]] QString targetOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// value: the name of a target.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void mapRequested(const QString& header, const QString& target);

private:
    [[nodiscard]] const exchange::Detection* detection() const;
    [[nodiscard]] QString text(const exchange::Column& column, int section) const;

    QLocale m_locale;
    Preview m_preview;
    const exchange::FilePreview* m_file = nullptr; ///< of m_preview
};

} // namespace steward::importing
