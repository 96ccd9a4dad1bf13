// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sample/sample_fixture.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::tests;

TEST_CASE("the sample book is one sound book made in one step")
{
    SampleFile sample;
    const auto report = must(sample.file.book->check({}));
    CHECK(report.rows > 5000);
    CHECK(report.problems.empty());
    CHECK(must(sample.file.book->history(10)).size() == 1);
    CHECK(must(sample.file.book->undo()).rows == sample.edited.rows);
}

TEST_CASE("the same seed gives the same sample book, another seed another one")
{
    SampleFile first(60, 7);
    SampleFile again(60, 7);
    SampleFile other(60, 8);
    CHECK(first.file.hash() == again.file.hash());
    CHECK(first.file.hash() != other.file.hash());
}

TEST_CASE("a large sample book is written in several edits and is the same as in one")
{
    SampleFile whole(150);
    TestBook parts;
    parts.today = sampleDay;
    sample::SampleOptions options;
    options.accounts = 150;
    options.asOf = sampleDay;
    options.accountsInEdit = 100;
    std::vector<int> accounts;
    const auto edit = [&](int count, const book::Book::Work& work) {
        accounts.push_back(count);
        parts.edit(work);
        return Status();
    };
    must(sample::writeSample(edit, options));
    CHECK(accounts == std::vector{60, 60, 30});
    CHECK(parts.hash() == whole.file.hash());
    CHECK(must(parts.book->check({})).problems.empty());
}

TEST_CASE("a sample book may be smaller than its stories or larger than anybody reads")
{
    for (const int accounts : {1, 7, 61, 780}) {
        SampleFile sample(accounts);
        int rows = 0;
        must(sample.file.book->forEach(Entity::Account, [&rows](const Row&) { return ++rows > 0; }));
        CHECK(rows == accounts);
        CHECK(must(sample.file.book->check({})).problems.empty());
    }
}

TEST_CASE("a sample book that is cancelled leaves nothing behind")
{
    TestBook file;
    const QByteArray before = file.hash();
    const std::atomic<bool> cancelled{true};
    sample::SampleOptions options;
    options.accounts = 600;
    options.asOf = sampleDay;
    options.progress.cancelled = &cancelled;
    const auto edit = [&file](int accounts, const book::Book::Work& work) -> Status {
        const auto edited = file.book->edit({Code("edit.sample"), {qint64(accounts)}}, QStringLiteral("Ana"), work);
        return edited ? Status() : tl::unexpected(edited.error());
    };
    const Status done = sample::writeSample(edit, options);
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == ErrorKind::Cancelled);
    CHECK(file.hash() == before);
}
