// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_window.h"
#include "ui/meeting/meeting_page.h"

#include <QElapsedTimer>
#include <QProcess>
#include <cstdio>

using namespace steward;
using namespace steward::meeting;
using namespace Qt::Literals::StringLiterals;
using tests::theDay;

namespace {

constexpr const char* folderName = "STEWARD_TYPING_FOLDER";
constexpr int keyMs = 40;

QString bookIn(const QString& folder) { return folder + u"/West book.steward"_s; }

} // namespace

/// The other process: types with the threads of the program until it is killed, and tells every key.
TEST_CASE("types a note without end", "[.typist]")
{
    const QString folder = qEnvironmentVariable(folderName);
    REQUIRE_FALSE(folder.isEmpty());
    QApplication::setStyle(new style::StewardStyle);
    QSettings store(folder + u"/window.ini"_s, QSettings::IniFormat);
    ThreadExecutor books(u"book"_s);
    ThreadExecutor figures(u"figures"_s);
    OpenBook book(books, figures, {[] { return theDay; }, [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; }});
    shell::MainWindow window(book, store, {folder, folder}, QLocale::c());
    window.show();
    book.makeSample(bookIn(folder));
    REQUIRE(QTest::qWaitFor([&] { return book.numbers() && book.numbers()->scorer; }, 60'000));
    window.goTo({u"meeting"_s, book.numbers()->lines.front().facts->id().value(), {}});
    auto& page = dynamic_cast<MeetingPage&>(*window.front());
    std::puts("typing");
    std::fflush(stdout);
    for (int key = 0;; ++key) {
        page.note().insertPlainText(QString(QChar(u'a' + key % 26)));
        std::printf("%d\n", key + 1);
        std::fflush(stdout);
        QTest::qWait(keyMs);
    }
}

TEST_CASE("the note survives a kill within a second of typing")
{
    QTemporaryDir folder;
    QProcess typist;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(folderName), folder.path());
    typist.setProcessEnvironment(environment);
    typist.start(QCoreApplication::applicationFilePath(), {u"[.typist]"_s});
    REQUIRE(typist.waitForStarted());
    int typed = 0;
    int typedBefore = 0; ///< a second before the end
    std::vector<std::pair<qint64, int>> keys;
    QElapsedTimer clock;
    while (!clock.isValid() || clock.elapsed() < 4'000) {
        REQUIRE(typist.waitForReadyRead(90'000));
        while (typist.canReadLine()) {
            const QByteArray line = typist.readLine().trimmed();
            if (line == "typing")
                clock.start();
            else if (clock.isValid()) {
                typed = line.toInt();
                keys.emplace_back(clock.elapsed(), typed);
            }
        }
    }
    const qint64 end = clock.elapsed();
    typist.kill();
    REQUIRE(typist.waitForFinished());
    for (const auto& [at, key] : keys)
        if (at <= end - 1'000)
            typedBefore = key;
    REQUIRE(typedBefore > 10);

    const auto book = book::Book::open(
        bookIn(folder.path()), {book::Access::ReadWrite, {[] { return theDay; }, [] { return Instant{1}; }}, {}});
    REQUIRE(book);
    const auto facts = (*book)->load({});
    REQUIRE(facts);
    const Touch* touch = work::meetingOf(*facts->begin(), theDay);
    REQUIRE(touch);
    const QString note = work::writtenText(touch->text).note;
    std::printf("typed %d letters, %d of them a second before the kill; the book has %d\n", typed, typedBefore,
                int(note.size()));
    CHECK(note.size() >= typedBefore);
    CHECK(note.startsWith(u"abcdefg"));
    CHECK((*book)->check({})->problems.empty());
    CHECK(std::ranges::count((*book)->history(50).value(), Code("edit.typing-note"),
                             [](const book::HistoryEntry& each) { return each.label.code; }) == 1);
}
