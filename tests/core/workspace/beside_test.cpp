// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "core/workspace/beside.h"
#include "core/workspace/numbers_maker.h"
#include "tests/support/printers.h"

#include <QSemaphore>
#include <QThread>

using namespace steward;

namespace {

/// Says on which thread it goes.
struct Leaving
{
    Leaving(QThread*& where, QSemaphore& gone)
        : m_where(where)
        , m_gone(gone)
    {
    }
    ~Leaving()
    {
        m_where = QThread::currentThread();
        m_gone.release();
    }
    Leaving(const Leaving&) = delete;
    Leaving& operator=(const Leaving&) = delete;

private:
    QThread*& m_where;
    QSemaphore& m_gone;
};

} // namespace

TEST_CASE("what the window was the last to hold is freed on another thread")
{
    QThread* where = nullptr;
    QSemaphore gone;
    auto held = makeRetiring<Leaving>(where, gone);
    held.reset();
    REQUIRE(gone.tryAcquire(1, 10'000));
    CHECK(where != QThread::currentThread());
}

TEST_CASE("what another thread was the last to hold is freed there and then")
{
    QThread* where = nullptr;
    QThread* worker = nullptr;
    QSemaphore gone;
    auto held = makeRetiring<Leaving>(where, gone);
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        worker = QThread::currentThread();
        held.reset();
    }));
    thread->start();
    thread->wait();
    REQUIRE(gone.tryAcquire(1));
    CHECK(where == worker);
}

TEST_CASE("content is that of the book asked about, whatever was asked before")
{
    KnownContent known;
    BookFacts plain;
    const auto shipped = known.of(plain);
    REQUIRE(shipped);
    BookFacts own;
    Definition definition;
    definition.kind = QString::fromUtf16(query::contentKind);
    definition.name = QStringLiteral("scorecards.json");
    definition.version = 1;
    QByteArray bytes = content::shippedFiles().at(definition.name);
    const int green = shipped->content.scorecards.bands.front().from;
    const QByteArray from("\"from\": " + QByteArray::number(green));
    REQUIRE(bytes.contains(from));
    bytes.replace(from, QByteArray("\"from\": " + QByteArray::number(green + 1)));
    definition.text.text = QString::fromUtf8(bytes);
    own.definitions = Rows<Definition>({definition});
    const auto changed = known.of(own);
    REQUIRE(changed);
    CHECK(changed->passedOver.empty());
    CHECK(changed->content.scorecards.bands.front().from == green + 1);
    const auto again = known.of(plain);
    REQUIRE(again);
    CHECK(again->content.scorecards.bands.front().from == green);
}
