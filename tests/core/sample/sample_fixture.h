// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sample/months.h"
#include "core/sample/sample.h"
#include "tests/core/book/book_fixture.h"

namespace steward::tests {

inline const QDate sampleDay(2026, 11, 19);

/// A sample book in a file of its own.
struct SampleFile
{
    explicit SampleFile(int accounts = 60, quint64 seed = 1, QDate asOf = sampleDay)
    {
        file.today = asOf;
        edited = file.edit([&](book::Edit& edit) {
            sample::SampleOptions options;
            options.accounts = accounts;
            options.seed = seed;
            options.asOf = asOf;
            return sample::writeSample(edit, options);
        });
    }

    TestBook file;
    book::Book::Edited edited;
};

} // namespace steward::tests
