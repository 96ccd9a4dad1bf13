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
        sample::SampleOptions options;
        options.accounts = accounts;
        options.seed = seed;
        options.asOf = asOf;
        const auto edit = [this](int, const book::Book::Work& work) {
            edited = file.edit(work);
            return Status();
        };
        must(sample::writeSample(edit, options));
    }

    TestBook file;
    book::Book::Edited edited;
};

/// What a sample book tells, in memory; the file is gone again.
struct SampleFacts
{
    explicit SampleFacts(int accounts = 60, quint64 seed = 1, QDate asOf = sampleDay)
    {
        SampleFile sample(accounts, seed, asOf);
        facts = must(sample.file.book->load({}));
        months.asOf = asOf;
    }
    /// The accounts of a story.
    [[nodiscard]] std::vector<const AccountFacts*> story(int number) const
    {
        std::vector<const AccountFacts*> found;
        for (const AccountFacts& each : facts)
            if (each.account.story == QString::number(number))
                found.push_back(&each);
        return found;
    }

    Portfolio facts;
    sample::Months months;
};

/// The book of 60 accounts that most tests read, made once.
inline const SampleFacts& sampleBook()
{
    static const SampleFacts book;
    return book;
}

} // namespace steward::tests
