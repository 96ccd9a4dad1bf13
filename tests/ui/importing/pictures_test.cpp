// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture.h"
#include "tests/ui/importing/importing_fixture.h"
#include "ui/importing/gaps_page.h"
#include "ui/importing/import_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"

using namespace steward;
using namespace steward::importing;
using namespace steward::tests;

/// Pictures of import, gaps and settings, for people to look at.
namespace {

const QDate theDay(2026, 11, 19);

struct Sitting
{
    Sitting(style::Appearance appearance_, QSize size)
        : appearance(appearance_)
        , store(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , book(executor, executor, {[] { return theDay; }, [this] { return Instant{now += 1000}; }})
        , window(book, store, {folder.filePath(QStringLiteral("sample")), folder.filePath(QStringLiteral("books"))},
                 QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        QApplication::setStyle(new style::StewardStyle);
        style::applyAppearance(appearance);
        window.resize(size);
        window.show();
        window.start({});
        window.actions()[shell::ActionId::OpenSample].trigger();
    }
    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }
    /// In the front, as when a file is dropped or the rail is used.
    template <class View>
    View& view()
    {
        static_cast<void>(window.views());
        auto* view = window.template findChild<View*>();
        REQUIRE(view);
        Q_EMIT view->goRequested({view->face().name, 0, {}});
        return *view;
    }
    void take(const char* name)
    {
        // Boxes and rows of buttons take their places one after another.
        for (int i = 0; i < 3; ++i) {
            QTest::qWait(20);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        }
        const QString look = appearance == style::Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        tests::keepPicture(window.grab().toImage(),
                           QStringLiteral("%1-%2-%3").arg(QLatin1String(name), look).arg(window.width()));
    }
    /// Accounts of the book with other facts, new ones, and rows that cannot be taken.
    QStringList files()
    {
        QByteArray accounts = "Account Name,Renewal Date,Region,Owner colour\n";
        QByteArray contacts = "contact_id,account_name,name,email,title\n";
        QByteArray tickets = "ticket_id,account_name,created_at,closed_at,status,priority\n";
        int n = 0;
        for (const query::AccountLine& line : book.numbers()->lines) {
            const QByteArray name = line.facts->account.name.toUtf8();
            const QByteArray number = QByteArray::number(++n);
            const QByteArray like = n % 9 == 0 ? QByteArray(name + " GmbH") : name;
            const QByteArray stranger = n == 7 ? QByteArray("Ostrava Tooling s.r.o.") : name;
            const QByteArray renewal = QByteArray::number(1 + n % 12) + '/' + QByteArray::number(1 + n % 11) + "/2027";
            const QByteArray opened =
                n == 5 ? QByteArray("31/02/2026") : QByteArray("2026-11-0" + QByteArray::number(1 + n % 9));
            if (n <= 24)
                accounts += '"' + name + "\"," + renewal + ",EMEA,blue\n";
            if (n <= 40)
                contacts += 'C' + number + ",\"" + like + "\",Person " + number + ",p" + number + "@firm" + number +
                            ".example,Head of operations\n";
            if (n <= 30)
                tickets += 'T' + number + ",\"" + stranger + "\"," + opened + ',' +
                           QByteArray(n % 6 == 0 ? "2026-11-12" : "") + ",open,high\n";
        }
        accounts += "Foxglove Couriers,3/4/2027,EMEA,green\nFernlea Veterinary,5/6/2027,EMEA,green\n";
        return {write(QStringLiteral("accounts.csv"), accounts), write(QStringLiteral("contacts.csv"), contacts),
                write(QStringLiteral("tickets.csv"), tickets), write(QStringLiteral("offer.pdf"), "%PDF-1.4 x")};
    }

    style::Appearance appearance;
    qint64 now = QDateTime(theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    QSettings store;
    InlineExecutor executor;
    OpenBook book;
    shell::MainWindow window;
};

} // namespace

TEST_CASE("import, gaps and settings are drawn in every state, light and dark, large and small")
{
    const auto appearance = GENERATE(style::Appearance::Light, style::Appearance::Dark);
    const auto size = GENERATE(QSize(1440, 900), QSize(1280, 800));
    Sitting sitting(appearance, size);
    auto& page = sitting.view<ImportPage>();
    ImportPresenter& presenter = page.presenter();
    sitting.take("import-empty");
    presenter.add(sitting.files());
    sitting.take("import-question");
    presenter.setDateOrder(DateOrder::Dmy);
    sitting.take("import-preview");
    presenter.rows().choose(Sort::Update);
    page.preview().findChild<widgets::TabStrip*>()->setCurrentIndex(3);
    page.preview().rows().setFocus();
    sitting.take("import-updates");
    presenter.chooseFile(2);
    page.preview().findChild<widgets::TabStrip*>()->setCurrentIndex(0);
    sitting.take("import-unread");
    page.preview().showMatches();
    sitting.take("import-matching");
    page.preview().findChild<widgets::TabStrip*>()->setCurrentIndex(7);
    sitting.take("import-totals");
    presenter.chooseFile(3);
    page.preview().findChild<widgets::TabStrip*>()->setCurrentIndex(0);
    sitting.take("import-wrong-file");
    presenter.apply();
    sitting.take("import-done");
    auto& gaps = sitting.view<GapsPage>();
    gaps.grid().setFocus();
    sitting.take("gaps");
    gaps.presenter().paste(0, QStringLiteral("Ann Lee\nBo Dahl\nCy Fox\n"));
    sitting.take("gaps-pasted");
    auto& settings = sitting.view<settings::SettingsPage>();
    for (int tab = 0; tab < settings.tabs().count(); ++tab) {
        settings.tabs().setCurrentIndex(tab);
        sitting.take(qPrintable(QStringLiteral("settings-%1").arg(tab)));
    }
    settings.tabs().setCurrentIndex(3);
    settings::SettingsPresenter& scores = settings.presenter();
    const auto weight = [&](const char* name, int value) {
        for (int row = 0; row < scores.weights().rowCount(); ++row)
            if (scores.weights().index(row, 0).data().toString() == QLatin1String(name))
                scores.weights().setData(scores.weights().index(row, 1), value, Qt::EditRole);
    };
    scores.chooseScorecard(QStringLiteral("high_touch"));
    const int trend = scores.draft().weight(QStringLiteral("high_touch"), QStringLiteral("usage_trend"));
    const int goals = scores.draft().weight(QStringLiteral("high_touch"), QStringLiteral("goals"));
    weight("Usage trend", trend + 8);
    sitting.take("settings-scorecards-sum");
    weight("Goals", goals - 8);
    QTest::qWait(250);
    sitting.take("settings-scorecards-effect");
}

TEST_CASE("a whole folder that was imported is drawn, with the offer to look back")
{
    const QStringList files = customer360();
    if (files.isEmpty()) {
        WARN("skipped: no shared data");
        return;
    }
    const auto appearance = GENERATE(style::Appearance::Light, style::Appearance::Dark);
    Sitting sitting(appearance, QSize(1440, 900));
    sitting.book.makeEmpty(sitting.folder.filePath(QStringLiteral("new.steward")));
    auto& page = sitting.view<ImportPage>();
    page.presenter().add(files);
    sitting.take("import-folder");
    page.presenter().apply();
    sitting.take("import-folder-done");
    auto& gaps = sitting.view<GapsPage>();
    gaps.grid().setFocus();
    sitting.take("gaps-folder");
}
