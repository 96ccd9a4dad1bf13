// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"
#include "tests/core/deck/sample_deck.h"
#include "tests/support/printers.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

using namespace steward;

TEST_CASE("LibreOffice opens a deck and shows every title and label on a page of its own", "[deck]")
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (office.isEmpty() || reader.isEmpty()) {
        WARN("skipped: LibreOffice or pdftotext is not installed");
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("deck.pptx"));
    deck::Deck slides = tests::aDeck();
    slides.slides.back().isHidden = false; // a hidden slide is not printed
    const auto bytes = deck::pptx(slides);
    REQUIRE(bytes);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(*bytes);
    file.close();
    QProcess process;
    const QString profile = QUrl::fromLocalFile(folder.filePath(QStringLiteral("profile"))).toString();
    process.start(office, {QString(QStringLiteral("-env:UserInstallation=") + profile), QStringLiteral("--headless"),
                           QStringLiteral("--convert-to"), QStringLiteral("pdf"), QStringLiteral("--outdir"),
                           folder.path(), path});
    REQUIRE(process.waitForFinished(240'000));
    if (!QFileInfo::exists(folder.filePath(QStringLiteral("deck.pdf")))) {
        WARN("skipped: this LibreOffice has no Impress");
        return;
    }
    process.start(reader,
                  {QStringLiteral("-layout"), folder.filePath(QStringLiteral("deck.pdf")), QStringLiteral("-")});
    REQUIRE(process.waitForFinished(60'000));
    const QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
    REQUIRE(pages.size() == qsizetype(slides.slides.size()));
    for (qsizetype i = 0; i < pages.size(); ++i)
        CHECK(pages[i].contains(slides.slides[std::size_t(i)].title()));
    CHECK(pages[1].contains(u"On course"));
    CHECK(pages[2].contains(u"Rights for the new administrator"));
    for (qsizetype i = 3; i < 7; ++i) {
        INFO(pages[i].toStdString());
        CHECK(pages[i].contains(u"231.5"));
    }
}
