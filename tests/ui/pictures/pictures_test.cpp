// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/support/printers.h"
#include "tests/support/pseudo_locale.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

using namespace steward;
using namespace steward::shell;

namespace {

const QDate theDay(2026, 11, 19);
constexpr int healthColumn = static_cast<int>(accounts::ColumnId::Health);
constexpr int renewal = static_cast<int>(accounts::ColumnId::Renewal);

/// What does not fit: buttons and labels that are narrower than their words, contents wider than where they scroll.
QStringList cutIn(const QWidget& window)
{
    QStringList cut;
    const auto note = [&](const QWidget* each, const QString& text) {
        cut << QStringLiteral("%1 \"%2\"").arg(each->objectName(), text);
    };
    for (const auto* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            note(button, button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisible() && !label->wordWrap() &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored &&
            label->width() < label->minimumSizeHint().width())
            note(label, label->text());
    for (const auto* area : window.findChildren<QScrollArea*>())
        if (area->isVisible() && area->widget() && area->widget()->width() > area->viewport()->width())
            note(area, QStringLiteral("%1 in %2").arg(area->widget()->width()).arg(area->viewport()->width()));
    return cut;
}

struct Sitting
{
    explicit Sitting(style::Appearance appearance)
        : store(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
        , window(book, store, {folder.filePath(QStringLiteral("sample")), folder.filePath(QStringLiteral("books"))},
                 QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        QApplication::setStyle(new style::StewardStyle);
        style::applyAppearance(appearance);
        window.resize(1440, 900);
        window.show();
        window.start({});
    }
    void openSample()
    {
        window.actions()[ActionId::OpenSample].trigger();
        window.goTo({QStringLiteral("accounts"), 0, {}});
        window.accounts().table().setFocus();
    }
    /// As take; every word must stand there whole.
    void takeWhole(const QString& name)
    {
        take(name);
        INFO(name.toStdString());
        CHECK(cutIn(window) == QStringList());
    }
    void take(const QString& name, double scale = 1)
    {
        // Hiding one thing lets another change: layouts are done when nobody asks for one any more.
        for (int i = 0; i < 3; ++i) {
            QTest::qWait(10);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        }
        QImage picture(window.size() * scale, QImage::Format_RGB32);
        picture.setDevicePixelRatio(scale);
        window.render(&picture);
        tests::keepPicture(picture, name);
    }

    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    QSettings store;
    InlineExecutor executor;
    OpenBook book;
    MainWindow window;
};

QString named(const char* name, style::Appearance appearance)
{
    return QString(QLatin1String(name) + (appearance == style::Appearance::Dark ? u"-dark" : u"-light"));
}

} // namespace

TEST_CASE("a long language fits, and twice the size is sharp")
{
    const tests::PseudoLocale pseudo;
    Sitting sitting(style::Appearance::Light);
    sitting.takeWhole(QStringLiteral("pseudo-first-run"));
    sitting.openSample();
    const AccountId account = sitting.book.numbers()->lines[4].facts->id();
    for (const QSize size : {QSize(1440, 900), QSize(1280, 800)}) {
        sitting.window.resize(size);
        CHECK(sitting.window.size() == size);
        const QString end = QString::number(size.width());
        for (const widgets::View* view : sitting.window.views()) {
            const bool isAccount = view->face().name == u"account" || view->face().name == u"meeting";
            const bool isSettings = view->face().name == u"settings";
            const QString part = view->face().name == u"account" ? QStringLiteral("overview")
                                 : isSettings                    ? QStringLiteral("book")
                                                                 : QString();
            sitting.window.goTo({view->face().name, isAccount ? account.value() : 0, part});
            sitting.takeWhole(QStringLiteral("pseudo-%1-%2").arg(view->face().name, end));
        }
        for (const char* tab : {"timeline", "people", "plan", "money", "voice"}) {
            sitting.window.goTo(widgets::accountPlace(account, QString::fromLatin1(tab)));
            sitting.takeWhole(QStringLiteral("pseudo-account-%1-%2").arg(QLatin1String(tab), end));
        }
        for (const char* part : {"rates", "people", "scorecards", "journey", "today", "computer"}) {
            sitting.window.goTo({QStringLiteral("settings"), 0, QString::fromLatin1(part)});
            sitting.takeWhole(QStringLiteral("pseudo-settings-%1-%2").arg(QLatin1String(part), end));
        }
    }
    sitting.window.goTo({QStringLiteral("accounts"), 0, {}});
    sitting.take(QStringLiteral("twice"), 2);
}

TEST_CASE("the window in every state is drawn, light and dark")
{
    const auto appearance = GENERATE(style::Appearance::Light, style::Appearance::Dark);
    Sitting sitting(appearance);
    MainWindow& window = sitting.window;
    accounts::AccountsPresenter& presenter = window.accounts().presenter();
    sitting.take(named("first-run", appearance));
    sitting.openSample();
    sitting.take(named("accounts", appearance));
    presenter.setFilter(QStringLiteral("renewal<180d arr>30k"));
    window.accounts().table().setCurrentIndex(presenter.model().index(2, renewal));
    sitting.take(named("filter", appearance));
    presenter.setFilter(QStringLiteral("renewal<90dd"));
    sitting.take(named("filter-wrong", appearance));
    presenter.setFilter(QStringLiteral("nowhere"));
    sitting.take(named("no-match", appearance));
    presenter.chooseView(4);
    sitting.take(named("groups", appearance));
    presenter.chooseView(0);
    std::vector<AccountId> few;
    for (int row = 4; row < 8; ++row)
        few.push_back(presenter.model().lineAt(row)->facts->id());
    window.accounts().table().setCurrentIndex(presenter.model().index(4, renewal));
    presenter.paste(few, {accounts::ColumnId::Renewal},
                    QStringLiteral("10.01.2027\n30.12.2026\n04.04.2027\n31.02.27\n"));
    sitting.take(named("paste", appearance));
    window.actions()[ActionId::History].trigger();
    sitting.take(named("history", appearance));
    window.actions()[ActionId::History].trigger();
    window.palette().open();
    window.palette().field().setText(QStringLiteral("halv"));
    sitting.take(named("palette", appearance));
    window.palette().leave();
    sitting.book.lookBack(theDay.addMonths(-6), LookBack::AsItHappened);
    sitting.take(named("looking-back", appearance));
    sitting.book.backToToday();
    window.accounts().table().setCurrentIndex(presenter.model().index(1, healthColumn));
    window.resize(1280, 800);
    sitting.take(named("accounts-1280", appearance));
    window.resize(1920, 1080);
    sitting.take(named("accounts-1920", appearance));
    window.resize(1440, 900);
    sitting.book.makeEmpty(sitting.folder.filePath(QStringLiteral("My accounts.steward")));
    sitting.take(named("empty", appearance));
    window.openBook(QStringLiteral("/nowhere/West.steward"));
    sitting.take(named("cannot-open", appearance));
}
