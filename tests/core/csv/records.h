// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/reader.h"

#include <string>
#include <vector>

namespace steward::tests {

using Records = std::vector<std::vector<std::string>>;

/// Everything a reader told about some bytes or a file.
struct Reading
{
    Records records;
    std::vector<qint64> lines;
    std::vector<std::string> flaws; ///< one a record, empty when fine
    std::vector<csv::Issue> issues;
    std::string error; ///< code when it would not open, or stopped
    csv::Dialect dialect;
    qint64 blankRows = 0;

    [[nodiscard]] bool says(std::string_view code) const;
};

Reading readAll(Result<csv::Reader> reader);
Reading readBytes(std::string_view bytes, const csv::Options& options = {});
Reading readFile(const QString& path, const csv::Options& options = {});
Records recordsOf(std::string_view bytes, const csv::Options& options = {});

} // namespace steward::tests
