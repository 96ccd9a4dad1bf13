// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/exchange/plan.h"
#include "core/portfolio/facts.h"

#include <QJsonObject>

namespace steward::exchange {

/// Files that are imported together again and again, each with what was said about how it is read.
struct Routine
{
    struct File
    {
        QString path;
        Hints hints;
        Answers answers;
    };
    QString name;
    std::vector<File> files;
};

/// The routines of a book (definitions of kind "import_routine", the newest version of each name), by name.
[[nodiscard]] std::vector<Routine> routinesOf(const Rows<Definition>& definitions);
/// Keeps it as the newest of its name.
[[nodiscard]] Status saveRoutine(book::Edit& edit, const Rows<Definition>& definitions, const Routine& routine);

} // namespace steward::exchange
