// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/staged_folder.h"

#include "core/base/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace steward::exchange {

namespace {

bool isDatabase(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

} // namespace

StagedFolder::StagedFolder(const QString& folder, bool isNew, std::unique_ptr<QTemporaryDir> aside)
    : m_folder(folder)
    , m_isNew(isNew)
    , m_aside(std::move(aside))
{
}

Result<StagedFolder> StagedFolder::open(const QString& folder)
{
    const QFileInfo info(folder);
    const bool isNew = !info.exists();
    if (isNew && !info.dir().exists())
        return fail(Code("file.no-folder"), ErrorKind::Usage, {info.path()});
    if (!isNew && !info.isDir())
        return fail(Code("export.folder"), ErrorKind::Io, {folder});
    const QDir disk(isNew ? info.path() : folder);
    auto aside = std::make_unique<QTemporaryDir>(disk.filePath(QStringLiteral(".steward-XXXXXX")));
    if (!aside->isValid())
        return fail(Code("export.folder"), ErrorKind::Io, {folder});
    return StagedFolder(folder, isNew, std::move(aside));
}

QString StagedFolder::pathOf(const QString& name)
{
    m_names.append(name);
    return m_aside->filePath(name);
}

Status StagedFolder::settle()
{
    const QString aside = m_aside->path();
    if (m_isNew) {
        if (!QDir().rename(aside, m_folder))
            return fail(Code("export.folder"), ErrorKind::Io, {m_folder});
        m_aside->setAutoRemove(false);
        return syncFolder(QFileInfo(m_folder).path());
    }
    const QDir folder(m_folder);
    for (const QString& name : m_names) {
        const QString place = folder.filePath(name);
        if (QFileInfo(place).isDir())
            return fail(Code("file.unwritable"), ErrorKind::Io, {place});
        if (isDatabase(place))
            return fail(Code("file.is-database"), ErrorKind::Usage, {place});
    }
    for (const QString& name : m_names)
        if (std::rename(QFile::encodeName(m_aside->filePath(name)).constData(),
                        QFile::encodeName(folder.filePath(name)).constData()) != 0)
            return fail(Code("file.unwritable"), ErrorKind::Io, {folder.filePath(name)});
    return syncFolder(m_folder);
}

} // namespace steward::exchange
