// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QTemporaryDir>
#include <memory>

namespace steward::exchange {

/// Several files that appear in a folder together or not at all: written aside on the same disk, they take their places
/// when all of them are there. Without settle() nothing is left behind and what was there stays as it was.
class StagedFolder
{
public:
    /// The folder, or the one it is to be made in, must exist: "file.no-folder", "export.folder".
    [[nodiscard]] static Result<StagedFolder> open(const QString& folder);
    /// Where to write a file of that name.
    [[nodiscard]] QString pathOf(const QString& name);
    /// Refuses, before anything is moved, to take the place of a folder or of a database: "file.unwritable",
    /// "file.is-database".
    [[nodiscard]] Status settle();

private:
    StagedFolder(const QString& folder, bool isNew, std::unique_ptr<QTemporaryDir> aside);
    QString m_folder;
    bool m_isNew;
    std::unique_ptr<QTemporaryDir> m_aside;
    QStringList m_names;
};

} // namespace steward::exchange
