// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book.h"
#include "core/model/values.h"
#include "tests/support/printers.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/account/account_page.h"
#include "ui/importing/import_page.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTest>
#include <sys/inotify.h>
#include <unistd.h>

using namespace steward;
using namespace steward::shell;

/// Text of the book and of files that are read never renders as markup and never opens a file (P26).
namespace {

/// Tells when somebody opens a file.
class OpenWatch
{
public:
    explicit OpenWatch(const QString& path)
        : m_handle(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        REQUIRE(inotify_add_watch(m_handle, path.toLocal8Bit().constData(), IN_OPEN) >= 0);
    }
    ~OpenWatch() { close(m_handle); }
    OpenWatch(const OpenWatch&) = delete;
    OpenWatch& operator=(const OpenWatch&) = delete;
    [[nodiscard]] bool wasOpened() const
    {
        char events[4096];
        return read(m_handle, events, sizeof events) > 0;
    }

private:
    int m_handle;
};

/// Every text of every record; of those with few known values only every other one, so that the figures still work.
void poison(const QString& path, const QString& mark)
{
    auto opened =
        book::Book::open(path, {book::Access::ReadWrite, {[] { return theDay; }, [] { return Instant{}; }}, {}});
    REQUIRE(opened);
    std::vector<std::pair<Entity, Row>> changed;
    for (const EntityInfo& entity : catalogue()) {
        if (entity.entity == Entity::Definition || entity.entity == Entity::Metric)
            continue; // what figures are made of
        bool isOther = false;
        REQUIRE((*opened)->forEach(entity.entity, [&](const Row& row) {
            Row poisoned = row;
            isOther = !isOther;
            for (std::size_t i = ArchivedField + 1; i < poisoned.size(); ++i) {
                const FieldInfo& field = entity.fields[i];
                if (field.type == FieldType::Text && field.name != u"unlinked" &&
                    (isOther || !field.is(Trait::Canonical)))
                    poisoned[i] = QString(textOf(row[i]) + u' ' + mark);
            }
            changed.emplace_back(entity.entity, std::move(poisoned));
            return true;
        }));
    }
    REQUIRE(changed.size() > 1000);
    const auto edited =
        (*opened)->edit({Code("edit.account-field"), {mark, mark}}, mark, [&](book::Edit& edit) -> Status {
            for (const auto& [entity, row] : changed)
                if (auto done = edit.update(entity, row); !done)
                    return done;
            return {};
        });
    REQUIRE(edited);
}

struct Hostile
{
    Hostile()
    {
        QImage picture(4, 4, QImage::Format_RGB32);
        picture.fill(Qt::red);
        canary = open.folder.filePath(QStringLiteral("canary.png"));
        REQUIRE(picture.save(canary));
        mark = QStringLiteral("<img src='%1'><b>x</b>").arg(canary);
    }
    /// The sample with the mark in all its texts, closed: the path.
    QString poisonedSample()
    {
        open.window.actions()[ActionId::OpenSample].trigger();
        const QString path = open.book.path();
        open.book.close();
        poison(path, mark);
        return path;
    }
    MainWindow& show(const QString& path)
    {
        open.window.openBook(path);
        REQUIRE(open.book.state() == OpenBook::State::Ready);
        return open.window;
    }
    Window open{false};
    QString canary;
    QString mark;
};

/// As the window of a tip does; the platform of tests cannot raise one.
void showTip(const QString& tip)
{
    QLabel label(tip);
    label.grab();
}

void lookAtTips(QAbstractItemView& list)
{
    const QAbstractItemModel* model = list.model();
    constexpr int mostRows = 40;
    for (int row = 0; model && row < std::min(model->rowCount(list.rootIndex()), mostRows); ++row)
        for (int column = 0; column < model->columnCount(list.rootIndex()); ++column) {
            const QString tip = model->index(row, column, list.rootIndex()).data(Qt::ToolTipRole).toString();
            if (!tip.isEmpty())
                showTip(tip);
        }
}

/// Everything that is shown is painted, and every tip is shown.
void lookAt(MainWindow& window)
{
    QCoreApplication::processEvents();
    window.grab();
    for (auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (!widget->toolTip().isEmpty())
            showTip(widget->toolTip());
        if (auto* list = qobject_cast<QAbstractItemView*>(widget))
            lookAtTips(*list);
    }
    QCoreApplication::processEvents();
}

} // namespace

TEST_CASE("the watch of this test sees a picture that markup loads")
{
    const Hostile hostile;
    const OpenWatch watch(hostile.canary);
    QLabel label(hostile.mark);
    label.show();
    label.grab();
    CHECK(watch.wasOpened());
    showTip(QString(hostile.mark + u' '));
    CHECK(watch.wasOpened());
}

TEST_CASE("the same texts, handed on as they are, do open the file: the next tests see it where protection is lost")
{
    Hostile hostile;
    const QString path = hostile.poisonedSample();
    const OpenWatch watch(hostile.canary);
    MainWindow& window = hostile.show(path);
    window.goTo({QStringLiteral("accounts"), 0, {}});
    lookAt(window);
    REQUIRE_FALSE(watch.wasOpened());
    const QAbstractItemModel& accounts = *window.accounts().table().model();
    int dangerous = 0;
    for (int column = 0; column < accounts.columnCount(); ++column) {
        const QString text = accounts.index(0, column).data().toString();
        if (!text.contains(hostile.mark))
            continue;
        ++dangerous;
        showTip(text); // without style::plainTip()
        CHECK(watch.wasOpened());
    }
    CHECK(dangerous > 0);
}

TEST_CASE("text of the book is shown as it stands in every view, tip, banner and menu, and opens no file")
{
    Hostile hostile;
    const QString path = hostile.poisonedSample();
    const OpenWatch watch(hostile.canary);
    MainWindow& window = hostile.show(path);
    const auto& lines = hostile.open.book.numbers()->lines;
    for (const widgets::View* view : window.views()) {
        window.goTo({view->face().name, view->face().name == u"account" ? lines[3].facts->id().value() : 0, {}});
        lookAt(window);
    }
    for (const std::size_t at : {0U, 7U, 20U})
        for (const char* tab : {"overview", "timeline", "people", "plan", "money", "voice"}) {
            window.goTo(widgets::accountPlace(lines[at].facts->id(), QString::fromLatin1(tab)));
            lookAt(window);
        }
    window.goTo({QStringLiteral("accounts"), 0, {}});
    window.actions()[ActionId::History].trigger();
    window.accounts().presenter().change({lines[5].facts->id()}, accounts::ColumnId::Region, hostile.mark);
    lookAt(window);
    window.actions()[ActionId::Undo].trigger();
    hostile.open.book.lookBack(theDay.addMonths(-1), LookBack::AsItHappened);
    lookAt(window);
    window.palette().open();
    for (const QString& typed : {QStringLiteral("img"), QStringLiteral("a")}) {
        window.palette().field().setText(typed);
        lookAt(window);
    }
    CHECK_FALSE(watch.wasOpened());
}

TEST_CASE("so is the text of files that are imported, and of names of books")
{
    Hostile hostile;
    MainWindow& window = hostile.open.window;
    hostile.open.book.makeEmpty(hostile.open.folder.filePath(QStringLiteral("<b>a<img src=canary.png>.steward")));
    QFile file(hostile.open.folder.filePath(QStringLiteral("accounts <b>.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray mark = hostile.mark.toUtf8();
    file.write("account_id,account_name,arr,renewal_date," + mark + "\nA1," + mark + ",100,2027-01-10," + mark +
               "\nA2,B," + mark + "," + mark + "," + mark + "\n");
    file.close();
    const OpenWatch watch(hostile.canary);
    REQUIRE(window.take({file.fileName()}));
    lookAt(window);
    for (auto* tabs : window.findChildren<QTabBar*>())
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            lookAt(window);
        }
    auto* page = qobject_cast<importing::ImportPage*>(window.view(QStringLiteral("import")));
    REQUIRE(page);
    page->presenter().apply();
    lookAt(window);
    window.openBook(hostile.open.folder.filePath(hostile.mark.section(u'/', -1)));
    lookAt(window);
    CHECK_FALSE(watch.wasOpened());
}

TEST_CASE("a name without a place to break pushes no figure out of the preview")
{
    Window open;
    const AccountId account = open.book.numbers()->lines.front().facts->id();
    const QString long_(400, u'W');
    open.book.edit({Code("edit.account-field"), {long_, long_}}, [&](book::Edit& edit) -> Status {
        Account poisoned = open.book.numbers()->facts.find(account)->account;
        poisoned.name = poisoned.industry = poisoned.country = long_;
        if (const auto saved = edit.save(poisoned); !saved)
            return tl::unexpected(saved.error());
        for (Contact each : open.book.numbers()->facts.find(account)->of<Contact>()) {
            each.title = each.name = long_;
            if (const auto saved = edit.save(each); !saved)
                return tl::unexpected(saved.error());
        }
        return {};
    });
    open.window.resize(1280, 800);
    open.window.goTo({QStringLiteral("accounts"), account.value(), {}});
    QTest::qWait(20);
    const auto* preview = open.window.findChild<accounts::PreviewPane*>();
    REQUIRE(preview);
    REQUIRE(preview->isVisible());
    CHECK(preview->widget()->width() <= preview->viewport()->width());
}
