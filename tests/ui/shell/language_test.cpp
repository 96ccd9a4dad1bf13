// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "tests/support/shared_data.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/shell/language.h"

#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace steward;
using namespace steward::shell;

TEST_CASE("the program has texts in English, and takes them where the system has another language")
{
    CHECK(languages().contains(QStringLiteral("en")));
    CHECK(nameOfLanguage(QStringLiteral("en")) == QStringLiteral("English"));
    CHECK(nameOfLanguage(QStringLiteral("de")) == QStringLiteral("Deutsch"));
    const auto days = [](int count) {
        return QCoreApplication::translate("steward::shell::StatusLine", "%n days old", nullptr, count);
    };
    CHECK(days(1) == QStringLiteral("1 days old"));
    for (const char* code : {"", "en", "tlh"}) {
        const Language language(QString::fromLatin1(code));
        CHECK(days(1) == QStringLiteral("one day old"));
        CHECK(days(3) == QStringLiteral("3 days old"));
    }
    CHECK(days(1) == QStringLiteral("1 days old"));
}

TEST_CASE("every text with a number has its English forms")
{
    QFile forms(QString(tests::sourceDir() + QStringLiteral("/resources/translations/steward_en.ts")));
    REQUIRE(forms.open(QIODevice::ReadOnly));
    const QString written = QString::fromUtf8(forms.readAll());
    static const QRegularExpression counted(QStringLiteral("\\btr\\(\\s*\"([^\"]*%n[^\"]*)\""));
    int texts = 0;
    QDirIterator files(QString(tests::sourceDir() + QStringLiteral("/ui")), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const auto& match : counted.globalMatch(QString::fromUtf8(file.readAll()))) {
            INFO(file.fileName().toStdString() << ": " << match.captured(1).toStdString());
            CHECK(written.contains(
                QString(QStringLiteral("<source>") + match.captured(1).toHtmlEscaped() + u"</source>")));
            ++texts;
        }
    }
    CHECK(texts >= 5);
}

TEST_CASE("the language is chosen in the settings, kept, and used from the next start")
{
    Window open;
    open.window.goTo({QStringLiteral("settings"), 0, {}});
    auto* language = open.window.findChild<QComboBox*>(QStringLiteral("settings.language"));
    REQUIRE(language);
    REQUIRE(language->count() == 1 + languages().size());
    CHECK(language->currentIndex() == 0);
    const int english = language->findText(QStringLiteral("English"));
    REQUIRE(english > 0);
    language->setCurrentIndex(english);
    Q_EMIT language->activated(english);
    open.window.close();
    CHECK(loadSettings(open.store).language == QStringLiteral("en"));
}
