// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/import_words.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>
#include <memory>

namespace steward::importing {

/// A preview as the models share it; whoever drops the last one frees it away from the window.
using Preview = std::shared_ptr<const exchange::FilesPreview>;

/// A file as the user chose it, and what was said about it.
struct ChosenFile
{
    exchange::ImportRequest request;
    std::vector<exchange::Ask> asked; ///< what it asked so far; an answer can be changed
    bool isLeftOut = false;
    int previewIndex = -1; ///< in FilesPreview::files; -1: left out, or not looked at yet
    [[nodiscard]] QString name() const;
};

/// The files of an import: what each is, and how it stands.
class FilesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        SubRole = widgets::FirstFreeRole, ///< "Contacts · 1,000 rows"
        NoteRole                          ///< "5 new", "1 question"
    };
    explicit FilesModel(QLocale locale, QObject* parent = nullptr);
    void set(const std::vector<ChosenFile>& files, Preview preview);
    /// nullptr where it was not looked at.
    [[nodiscard]] const exchange::FilePreview* previewOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString sub(int row) const;
    [[nodiscard]] QString note(int row) const;
    [[nodiscard]] widgets::Shade shade(int row) const;

    QLocale m_locale;
    std::vector<ChosenFile> m_files;
    Preview m_preview;
};

} // namespace steward::importing
