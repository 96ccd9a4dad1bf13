// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/sample_book.h"

#include "core/sample/sample.h"

#include <QFile>

namespace steward {

namespace {

constexpr int sampleAccounts = 60;

Status fillSample(Workspace& workspace, QDate today)
{
    const auto edit = [&](int accounts, const book::Book::Work& work) -> Status {
        const auto edited = workspace.edit({sampleMade, {qint64(accounts)}}, work);
        return edited ? Status() : tl::unexpected(edited.error());
    };
    return sample::writeSample(edit, {.accounts = sampleAccounts, .asOf = today});
}

} // namespace

Result<std::unique_ptr<Workspace>> makeSampleBook(const QString& path, const book::OpenOptions& options)
{
    auto workspace = Workspace::create(path, options);
    if (!workspace)
        return workspace;
    if (auto filled = fillSample(**workspace, options.clock.today()); !filled) {
        workspace->reset();
        QFile::remove(path);
        return tl::unexpected(filled.error());
    }
    return workspace;
}

} // namespace steward
