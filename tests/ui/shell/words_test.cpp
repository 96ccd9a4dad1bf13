// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/printers.h"
#include "tests/support/pseudo_locale.h"
#include "tests/support/shared_data.h"
#include "tests/ui/shell/window_fixture.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QRegularExpression>

using namespace steward;
using namespace steward::shell;

namespace {

/// Words of the documents that a customer success manager does not say.
constexpr const char* wordsNotSaid[] = {
    "coverage",       "evidence",    "dry run",          "rejected",    "unlinked",  "as of",
    "portfolio",      "AUC",         "precision",        "calibration", "AX",        "Required Outcome",
    "friction point", "churned on",  "stakeholder grid", "licences",    "intervene", "orchestrate",
    "operationalise", "Are you sure"};

/// The texts of a source that are for people to read.
QStringList textsOf(const QString& source)
{
    static const QRegularExpression said(
        QStringLiteral("\\b(?:tr\\(|translate\\(\\s*\"[^\"]*\",\\s*|QT_TRANSLATE_NOOP\\(\\s*\"[^\"]*\",\\s*)"
                       "((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")+)"));
    QStringList texts;
    for (const auto& match : said.globalMatch(source))
        texts << match.captured(1);
    return texts;
}

bool hasLetters(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar each) { return each.isLetter(); });
}

/// Texts that are names, numbers or keys, the same in every language.
bool isNoText(const QString& text)
{
    static const QStringList same{QStringLiteral("K"), QStringLiteral("Ctrl+Z"), QStringLiteral("\u20ac"),
                                  QStringLiteral("English")}; // a language calls itself the same everywhere
    return !hasLetters(text) || same.contains(text);
}

void checkTranslated(const QObject& where, const char* what, const QString& text)
{
    if (isNoText(text) || text.contains(u'\u27e6'))
        return;
    INFO(where.metaObject()->className() << ' ' << where.objectName().toStdString() << ", " << what);
    CHECK(text.toStdString() == "translated");
}

void checkWidget(const QWidget& widget)
{
    checkTranslated(widget, "tooltip", widget.toolTip());
    checkTranslated(widget, "accessible name", widget.accessibleName());
    checkTranslated(widget, "accessible description", widget.accessibleDescription());
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        checkTranslated(widget, "label", label->text());
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        checkTranslated(widget, "button", button->text());
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
        checkTranslated(widget, "placeholder", edit->placeholderText());
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            checkTranslated(widget, "tab", tabs->tabText(i));
}

void checkWindow(MainWindow& window)
{
    static_cast<void>(window.views());
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (!widget->objectName().startsWith(QStringLiteral("qt_")))
            checkWidget(*widget);
    for (const QAction* action : window.actions().all()) {
        checkTranslated(*action, "action", action->text());
        checkTranslated(*action, "tooltip of an action", action->toolTip());
    }
    const QAbstractItemModel& accounts = *window.accounts().table().model();
    for (int column = 0; column < accounts.columnCount(); ++column)
        checkTranslated(accounts, "column", accounts.headerData(column, Qt::Horizontal).toString());
}

} // namespace

TEST_CASE("the words on screen are those of the trade")
{
    int texts = 0;
    for (const QString& folder :
         {QStringLiteral("/ui"), QStringLiteral("/app/desktop"), QStringLiteral("/core/words")}) {
        QDirIterator files(QString(tests::sourceDir() + folder), {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            for (const QString& text : textsOf(QString::fromUtf8(file.readAll()))) {
                ++texts;
                for (const char* word : wordsNotSaid) {
                    const QRegularExpression whole(QString(QStringLiteral("\\b") +
                                                           QRegularExpression::escape(QLatin1String(word)) +
                                                           QStringLiteral("\\b")),
                                                   QRegularExpression::CaseInsensitiveOption);
                    INFO(file.fileName().toStdString() << ": " << text.toStdString() << ": " << word);
                    CHECK_FALSE(text.contains(whole));
                }
            }
        }
    }
    CHECK(texts > 500);
}

TEST_CASE("every text of the window is asked for in the language of the user")
{
    const tests::PseudoLocale pseudo;
    Window open(false);
    const LookBackMenu days(&open.window); // made when somebody asks for it
    checkWindow(open.window);
    open.book.makeEmpty(open.folder.filePath(QStringLiteral("1.steward")));
    REQUIRE(open.book.state() == OpenBook::State::Ready);
    checkWindow(open.window);
    open.window.palette().open();
    open.book.lookBack(theDay.addMonths(-3), LookBack::AsItHappened);
    open.window.actions()[ActionId::History].trigger();
    checkWindow(open.window);
    open.window.openBook(QStringLiteral("/nowhere/2.steward"));
    checkWindow(open.window);
}
