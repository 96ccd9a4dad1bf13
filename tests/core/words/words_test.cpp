// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/words.h"

#include "tests/support/printers.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace steward;

namespace {

/// Every Code("...") written in the sources.
QSet<QString> codesInSources()
{
    static const QRegularExpression pattern(QStringLiteral("Code(?:\\s+\\w+)?[({]\"([a-z0-9.-]+)\"[)}]"));
    QSet<QString> codes;
    for (const auto folder : {"/core", "/ui", "/app"}) {
        QDirIterator files(tests::sourceDir() + QLatin1String(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(QStringLiteral("core/base/error.h")) || !file.open(QIODevice::ReadOnly))
                continue;
            auto matches = pattern.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext())
                codes.insert(matches.next().captured(1));
        }
    }
    return codes;
}

} // namespace

TEST_CASE("every code that a room says has words, and every sentence is said once", "[words]")
{
    QSet<QString> known;
    for (const auto part : words::catalogue())
        for (const auto& sentence : part) {
            CAPTURE(sentence.code);
            CHECK_FALSE(known.contains(QString::fromLatin1(sentence.code)));
            known.insert(QString::fromLatin1(sentence.code));
        }
    const QSet<QString> said = codesInSources();
    REQUIRE(said.contains(QStringLiteral("book.held")));
    QStringList speechless = (said - known).values();
    speechless.sort();
    CHECK(speechless.join(QStringLiteral(" ")) == QString());
}

TEST_CASE("arguments are filled in once, so that a percent sign in a file name stays", "[words]")
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const Message held{
        Code("book.held"),
        {QStringLiteral("100%2.steward"), QStringLiteral("ana"), QStringLiteral("desk"), QStringLiteral("09:12")}};
    CHECK(words::render(held, english).startsWith(QStringLiteral("100%2.steward is open in Steward by ana on desk")));
}

TEST_CASE("what a colon leads to may be missing", "[words]")
{
    const auto said = [](const QString& subject) {
        return words::render(Message{Code("since.ticket-urgent"), {QStringLiteral("Acme"), subject}}, QLocale::c());
    };
    CHECK(said(QStringLiteral("It fails")) == QStringLiteral("Acme has an urgent ticket: It fails"));
    CHECK(said({}) == QStringLiteral("Acme has an urgent ticket"));
}

TEST_CASE("numbers, dates and money follow the reader's locale", "[words]")
{
    const QLocale german(QLocale::German, QLocale::Germany);
    CHECK(words::inWords(qint64(1'204), german) == QStringLiteral("1.204"));
    CHECK(words::inWords(QDate(2026, 3, 1), german) == QStringLiteral("01.03.26"));
    CHECK(words::inWords(Money{123'450'000, Currency("EUR")}, german) == QStringLiteral("\u20ac1.234.500"));
    CHECK(words::inWords(Money{-1'205, Currency("EUR")}, german) == QStringLiteral("\u20ac-12,05"));
}

TEST_CASE("a code without words shows itself and its arguments", "[words]")
{
    CHECK(words::render(Message{Code("no.such"), {qint64(3)}}, QLocale::c()) == QStringLiteral("no.such 3"));
}

TEST_CASE("named gaps are filled, unknown ones stay visible", "[words]")
{
    const QHash<QString, Argument> arguments{{QStringLiteral("before"), qint64(41)},
                                             {QStringLiteral("now"), qint64(24)}};
    CHECK(words::fill(QStringLiteral("{metric} fell from {before} to {now}"), arguments, QLocale::c()) ==
          QStringLiteral("{metric} fell from 41 to 24"));
}
