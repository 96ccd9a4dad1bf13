// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/csv/records.h"

#include <algorithm>

namespace steward::tests {

bool Reading::says(std::string_view code) const
{
    return std::any_of(issues.begin(), issues.end(), [&](const csv::Issue& issue) { return issue.code.id() == code; });
}

Reading readAll(Result<csv::Reader> reader)
{
    Reading reading;
    if (!reader) {
        reading.error = reader.error().code.id();
        return reading;
    }
    csv::Record record;
    while (reader->next(record)) {
        reading.records.emplace_back(record.fields.begin(), record.fields.end());
        reading.lines.push_back(record.line);
        reading.flaws.emplace_back(record.flaw.id());
    }
    if (const Status status = reader->status(); !status)
        reading.error = status.error().code.id();
    reading.issues = reader->issues().kept();
    reading.dialect = reader->dialect();
    reading.blankRows = reader->blankRows();
    return reading;
}

Reading readBytes(std::string_view bytes, const csv::Options& options)
{
    return readAll(csv::Reader::open(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())), options));
}

Reading readFile(const QString& path, const csv::Options& options) { return readAll(csv::Reader::open(path, options)); }

Records recordsOf(std::string_view bytes, const csv::Options& options) { return readBytes(bytes, options).records; }

} // namespace steward::tests
