// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/missing_facts.h"
#include "core/words/words.h"
#include "tests/ui/accounts/accounts_fixture.h"
#include "ui/accounts/accounts_presenter.h"
#include "ui/accounts/export_rows.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace steward;
using namespace steward::accounts;

namespace {

/// The sample book, open, with everything at once.
struct SampleBook
{
    SampleBook()
        : book(executor, executor, {[] { return tests::theDay; }, [this] { return Instant{now += 1000}; }})
        , presenter(book, QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        book.makeSample(folder.filePath(QStringLiteral("sample.steward")));
        REQUIRE(book.state() == OpenBook::State::Ready);
        REQUIRE(book.numbers());
    }
    [[nodiscard]] const query::AccountLine& first() { return *presenter.model().shown().front(); }

    qint64 now = QDateTime(tests::theDay, QTime(9, 0), Qt::UTC).toMSecsSinceEpoch();
    QTemporaryDir folder;
    InlineExecutor executor;
    OpenBook book;
    AccountsPresenter presenter;
};

} // namespace

TEST_CASE("the sample book is shown whole, with its sum")
{
    SampleBook sample;
    CHECK(sample.presenter.state() == AccountsPresenter::State::Ready);
    CHECK(sample.presenter.model().shownCount() == 60);
    CHECK(sample.presenter.countText().contains(QStringLiteral("60")));
    CHECK(sample.presenter.sumText().contains(QStringLiteral("ARR")));
}

TEST_CASE("a filter that cannot be understood says why and keeps the last rows")
{
    SampleBook sample;
    sample.presenter.setFilter(QStringLiteral("renewal<90d"));
    const int shown = sample.presenter.model().shownCount();
    CHECK(shown < 60);
    CHECK(sample.presenter.conditions().size() == 1);
    sample.presenter.setFilter(QStringLiteral("renewal<90dd"));
    CHECK_FALSE(sample.presenter.fault().sentence.isEmpty());
    CHECK(sample.presenter.fault().from >= 8);
    CHECK(sample.presenter.model().shownCount() == shown);
    // "band" was the beginning of a condition, and nothing to search for.
    for (const char* typed : {"band", "band:", "band:re"})
        sample.presenter.setFilter(QString::fromLatin1(typed));
    CHECK_FALSE(sample.presenter.fault().sentence.isEmpty());
    CHECK(sample.presenter.model().shownCount() == 60);
    sample.presenter.setFilter(QStringLiteral("no-firm-has-this-name"));
    CHECK(sample.presenter.fault().sentence.isEmpty());
    CHECK(sample.presenter.state() == AccountsPresenter::State::NoMatch);
}

TEST_CASE("a cell is changed as one step that undo takes back")
{
    SampleBook sample;
    const AccountId account = sample.first().facts->id();
    const QString before = sample.first().facts->account.region;
    CHECK(sample.presenter.change({account}, ColumnId::Region, QStringLiteral("Atlantis")).isEmpty());
    CHECK(sample.book.numbers()->facts.find(account)->account.region == QStringLiteral("Atlantis"));
    REQUIRE(sample.book.undoable());
    CHECK(sample.book.undoable()->code == Code("edit.account-field"));
    sample.book.undo();
    CHECK(sample.book.numbers()->facts.find(account)->account.region == before);
    CHECK(sample.book.redoable());
    sample.book.redo();
    CHECK(sample.book.numbers()->facts.find(account)->account.region == QStringLiteral("Atlantis"));
}

TEST_CASE("a next task typed in the list renames the one due first, or makes one, and an empty cell takes none away")
{
    SampleBook sample;
    const auto& model = sample.presenter.model();
    for (const bool hasTask : {true, false}) {
        const auto shown = sample.presenter.model().shown();
        const auto line = std::ranges::find_if(
            shown, [&](const query::AccountLine* each) { return (nextTask(*each->facts) != nullptr) == hasTask; });
        REQUIRE(line != shown.end());
        const AccountId account = (*line)->facts->id();
        const Task* before = nextTask(*(*line)->facts);
        const qint64 id = before ? before->id : 0;
        const std::size_t count = (*line)->facts->of<Task>().size();
        const auto now = [&] { return sample.book.numbers()->facts.find(account); };
        CHECK(sample.presenter.change({account}, ColumnId::NextTask, QStringLiteral("Ring Ana")).isEmpty());
        REQUIRE(nextTask(*now()));
        CHECK(nextTask(*now())->title == QStringLiteral("Ring Ana"));
        CHECK((!hasTask || nextTask(*now())->id == id));
        CHECK(now()->of<Task>().size() == count + (hasTask ? 0 : 1));
        const int row = model.rowOf(account);
        CHECK(model.index(row, static_cast<int>(ColumnId::NextTask)).data().toString() == QStringLiteral("Ring Ana"));
        CHECK(sample.presenter.change({account}, ColumnId::NextTask, QString()).isEmpty());
        CHECK(nextTask(*now())->title == QStringLiteral("Ring Ana"));
    }
}

TEST_CASE("a sponsor typed in the list takes the place of the one before, and an empty cell names nobody")
{
    SampleBook sample;
    const auto shown = sample.presenter.model().shown();
    const auto line = std::ranges::find_if(shown, [](const query::AccountLine* each) {
        return query::sponsorOf(*each->facts, tests::theDay) && each->facts->of<Contact>().size() > 1;
    });
    REQUIRE(line != shown.end());
    const AccountId account = (*line)->facts->id();
    const QString before = query::sponsorOf(*(*line)->facts, tests::theDay)->name;
    const auto now = [&] {
        const Contact* sponsor = query::sponsorOf(*sample.book.numbers()->facts.find(account), tests::theDay);
        return sponsor ? sponsor->name : QString();
    };
    const auto people = [&] { return sample.book.numbers()->facts.find(account)->of<Contact>().size(); };
    const auto known = people();
    QString other;
    for (const Contact& each : (*line)->facts->of<Contact>())
        if (each.name != before && !each.leftOn.isValid())
            other = each.name;
    REQUIRE_FALSE(other.isEmpty());
    CHECK(sample.presenter.change({account}, ColumnId::Sponsor, other.toUpper()).isEmpty());
    CHECK(now() == other);
    CHECK(people() == known);
    CHECK(sample.presenter.change({account}, ColumnId::Sponsor, QStringLiteral("Nadia New")).isEmpty());
    CHECK(now() == QStringLiteral("Nadia New"));
    CHECK(people() == known + 1);
    CHECK(sample.presenter.change({account}, ColumnId::Sponsor, QString()).isEmpty());
    CHECK(now().isEmpty());
    for (int i = 0; i < 3; ++i)
        sample.book.undo();
    CHECK(now() == before);
    CHECK(people() == known);
}

TEST_CASE("a renewal date that was typed is the one that is shown")
{
    SampleBook sample;
    for (const auto* line : sample.presenter.model().shown()) {
        const AccountId account = line->facts->id();
        if (!line->renewal.isValid())
            continue;
        CHECK(sample.presenter.change({account}, ColumnId::Renewal, QStringLiteral("2027-08-09")).isEmpty());
        const int row = sample.presenter.model().rowOf(account);
        CHECK(sample.presenter.model().lineAt(row)->renewal == QDate(2027, 8, 9));
        return;
    }
    FAIL("the sample has no renewal");
}

TEST_CASE("a pasted block is one edit, and what is wrong in it is marked and left out")
{
    SampleBook sample;
    std::vector<AccountId> accounts;
    for (const auto* line : sample.presenter.model().shown())
        accounts.push_back(line->facts->id());
    const auto history = sample.book.history().size();
    const QString said = sample.presenter.paste(accounts, {ColumnId::Region, ColumnId::Since},
                                                QStringLiteral("East\t2024-01-01\nWest\t31.02.27\n"));
    CHECK(said.contains(QStringLiteral("31.02.27")));
    CHECK(sample.book.history().size() == history + 1);
    const auto label = [&] { return words::render(sample.book.history().front().label, QLocale::c()); };
    CHECK(label() == u"Paste 3 cells");
    CHECK(sample.book.numbers()->facts.find(accounts[0])->account.region == QStringLiteral("East"));
    CHECK(sample.book.numbers()->facts.find(accounts[0])->account.customerSince == QDate(2024, 1, 1));
    CHECK(sample.book.numbers()->facts.find(accounts[1])->account.region == QStringLiteral("West"));
    const AccountsModel& model = sample.presenter.model();
    const QModelIndex wrong = model.index(model.rowOf(accounts[1]), static_cast<int>(ColumnId::Since));
    CHECK(wrong.data(widgets::GroundRole).toInt() == static_cast<int>(widgets::Ground::Wrong));
    CHECK(wrong.data().toString() == QStringLiteral("31.02.27"));
    CHECK_FALSE(wrong.data(Qt::ToolTipRole).toString().isEmpty());
}

TEST_CASE("dates pasted together are read in the one order that all of them have")
{
    SampleBook sample;
    std::vector<AccountId> accounts;
    for (const auto* line : sample.presenter.model().shown())
        accounts.push_back(line->facts->id());
    CHECK(sample.presenter.paste(accounts, {ColumnId::Since}, QStringLiteral("12/31/2024\n03/04/2025\n")).isEmpty());
    CHECK(words::render(sample.book.history().front().label, QLocale::c()) == u"Paste Customer since of 2 accounts");
    CHECK(sample.book.numbers()->facts.find(accounts[0])->account.customerSince == QDate(2024, 12, 31));
    CHECK(sample.book.numbers()->facts.find(accounts[1])->account.customerSince == QDate(2025, 3, 4));
    CHECK(sample.presenter.paste(accounts, {ColumnId::Since}, QStringLiteral("03/04/2025\n")).isEmpty());
    CHECK(sample.book.numbers()->facts.find(accounts[0])->account.customerSince == QDate(2025, 4, 3));
}

TEST_CASE("looking back shows fewer accounts and allows no change")
{
    SampleBook sample;
    const AccountId account = sample.first().facts->id();
    sample.book.lookBack(tests::theDay.addMonths(-14), LookBack::AsItHappened);
    CHECK(sample.book.looksBack());
    CHECK_FALSE(sample.book.isEditable());
    const auto history = sample.book.history().size();
    CHECK(sample.presenter.change({account}, ColumnId::Region, QStringLiteral("Atlantis")).isEmpty());
    CHECK(sample.book.history().size() == history);
    sample.book.backToToday();
    CHECK(sample.book.isEditable());
    CHECK(sample.presenter.model().shownCount() == 60);
}

TEST_CASE("views are saved, changed, reverted and kept as text")
{
    SampleBook sample;
    AccountsPresenter& presenter = sample.presenter;
    CHECK_FALSE(presenter.isViewChanged());
    presenter.setFilter(QStringLiteral("arr>50k"));
    CHECK(presenter.isViewChanged());
    presenter.saveViewAs(QStringLiteral("Large"));
    CHECK_FALSE(presenter.isViewChanged());
    const auto views = presenter.views();
    CHECK(viewsOf(textOf(views)) == views);
    presenter.chooseView(0);
    CHECK(presenter.filter().isEmpty());
    presenter.removeView(static_cast<int>(views.size()) - 1);
    CHECK(presenter.views().size() == views.size() - 1);
    CHECK(viewsOf(QStringLiteral("not json")).empty());
}

TEST_CASE("what is seen is exported, row by row")
{
    SampleBook sample;
    sample.presenter.setFilter(QStringLiteral("arr>50k"));
    const Seen seen{sample.book.numbers(), sample.presenter.model().shown(), {ColumnId::Name, ColumnId::Arr}};
    const QString csv = sample.folder.filePath(QStringLiteral("seen.csv"));
    REQUIRE(exportRows(seen, csv));
    QFile file(csv);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().count('\n') == sample.presenter.model().shownCount() + 1);
    const QString sheet = sample.folder.filePath(QStringLiteral("seen.xlsx"));
    REQUIRE(exportRows(seen, sheet));
    CHECK(QFileInfo(sheet).size() > 1000);
    CHECK_FALSE(exportRows(seen, sample.folder.filePath(QStringLiteral("no/such/folder.csv"))));
}

namespace {

/// A field of the book's own in three of its accounts.
void giveOwnField(SampleBook& sample, const QString& field, const QStringList& values)
{
    std::vector<CustomValue> customs;
    for (qsizetype i = 0; i < values.size(); ++i)
        customs.push_back({Entity::Account, sample.book.numbers()->lines[std::size_t(i)].facts->id().value(), field,
                           values[i], QStringLiteral("text")});
    sample.book.edit({Code("edit.account-fields"), {field, qint64(customs.size())}},
                     [customs](book::Edit& edit) { return edit.setCustom(customs); });
}

QStringList shownTexts(const AccountsModel& model, ColumnId column, int rows)
{
    QStringList texts;
    for (int row = 0; row < rows; ++row)
        texts << model.index(row, static_cast<int>(column)).data().toString();
    return texts;
}

const QString contract = QStringLiteral("Contract no.");

} // namespace

TEST_CASE("a field that only the book has is a column: ordered, grouped, filtered, typed in and exported")
{
    SampleBook sample;
    AccountsModel& model = sample.presenter.model();
    CHECK(model.columnCount() == columnCount);
    const QSignalSpy change(&model, &AccountsModel::columnsAboutToChange);
    giveOwnField(sample, contract, {QStringLiteral("10"), QStringLiteral("9"), QStringLiteral("-1.5")});
    REQUIRE(model.columnCount() == columnCount + 1);
    CHECK_FALSE(change.isEmpty());
    constexpr auto own = ColumnId::Count;
    CHECK(model.headerData(columnCount, Qt::Horizontal, Qt::DisplayRole) == contract);
    // Numbers by size and one below the other; accounts without one last.
    sample.presenter.setSort({{own, false}});
    const QStringList sorted = shownTexts(model, own, 4);
    CHECK(sorted ==
          QStringList{QStringLiteral("-1.5"), QStringLiteral("9"), QStringLiteral("10"), QString(QChar(0x2013))});
    CHECK(model.index(0, columnCount).data(Qt::TextAlignmentRole).toInt() == Qt::AlignRight);
    sample.presenter.setFilter(QStringLiteral("contract-no=9"));
    CHECK(model.shownCount() == 1);
    sample.presenter.setFilter({});

    const AccountId first = model.lineAt(0)->facts->id();
    CHECK(model.setData(model.index(0, columnCount), QStringLiteral("CN-7"), Qt::EditRole));
    CHECK(model.index(model.rowOf(first), columnCount).data() == QStringLiteral("CN-7"));
    // One word among them: they are texts.
    CHECK(model.index(0, columnCount).data(Qt::TextAlignmentRole).toInt() == Qt::AlignLeft);
    CHECK(choicesOf(own, *sample.book.numbers()) ==
          QStringList{QStringLiteral("10"), QStringLiteral("9"), QStringLiteral("CN-7")});
    sample.presenter.setGroup(own);
    CHECK(model.rowCount() == model.shownCount() + 4);
    sample.presenter.setGroup({});
    CHECK(sample.presenter.paste({first}, {own}, QStringLiteral("CN-8")).isEmpty());
    CHECK(model.index(model.rowOf(first), columnCount).data() == QStringLiteral("CN-8"));

    const QString path = sample.folder.filePath(QStringLiteral("out.csv"));
    REQUIRE(exportRows({model.numbers(), {model.lineAt(model.rowOf(first))}, {ColumnId::Name, own}}, path));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(text.contains(contract));
    CHECK(text.contains(QStringLiteral("CN-8")));

    CHECK(sample.presenter.change({first}, own, {}).isEmpty());
    CHECK(sample.book.numbers()->facts.find(first)->custom.isEmpty());
    sample.book.undo();
    CHECK(model.index(model.rowOf(first), columnCount).data() == QStringLiteral("CN-8"));
}

TEST_CASE("order, groups and saved views keep to a field of the book's own while others come and go")
{
    SampleBook sample;
    AccountsModel& model = sample.presenter.model();
    const QString field = QStringLiteral("Contract no., -short");
    giveOwnField(sample, field, {QStringLiteral("b"), QStringLiteral("a")});
    sample.presenter.setSort({{ColumnId::Count, true}, {ColumnId::Arr, false}});
    sample.presenter.setGroup(ColumnId::Count);
    sample.presenter.saveViewAs(QStringLiteral("Contracts"));
    CHECK(viewsOf(textOf(sample.presenter.views())) == sample.presenter.views());
    // One that stands before it moves its column.
    giveOwnField(sample, QStringLiteral("Alpha"), {QStringLiteral("x")});
    const auto moved = static_cast<ColumnId>(columnCount + 1);
    REQUIRE(nameOf(moved, *model.numbers()) == field);
    CHECK(model.sort() == std::vector<SortKey>{{moved, true}, {ColumnId::Arr, false}});
    CHECK(model.group() == moved);
    CHECK_FALSE(sample.presenter.isViewChanged());
    sample.book.undo();
    sample.book.undo();
    CHECK(model.columnCount() == columnCount);
    CHECK(model.sort() == std::vector<SortKey>{{ColumnId::Arr, false}});
    CHECK_FALSE(model.group());
    CHECK_FALSE(sample.presenter.isViewChanged());
    sample.book.redo();
    CHECK(model.sort() == std::vector<SortKey>{{ColumnId::Count, true}, {ColumnId::Arr, false}});
    CHECK(model.group() == ColumnId::Count);
}

TEST_CASE("the list tells the share of seats used that the score's own reason tells")
{
    SampleBook sample;
    const BookNumbers& numbers = *sample.book.numbers();
    int told = 0;
    for (const query::AccountLine& line : numbers.lines) {
        const auto score = numbers.scorer->score(line.facts->id(), tests::theDay);
        const health::Contribution* use = score ? score->find(u"licence_use") : nullptr;
        if (!use || !use->takesPart())
            continue;
        INFO(line.facts->account.name.toStdString());
        REQUIRE(line.seatUse);
        CHECK(std::abs(*line.seatUse * 100 - std::get<double>(use->why.arguments[2])) < 0.001);
        ++told;
    }
    CHECK(told > 10);
    sample.presenter.setFilter(QStringLiteral("seat_use<50%"));
    AccountsModel& model = sample.presenter.model();
    REQUIRE(model.shownCount() > 0);
    CHECK(model.shownCount() < told);
    for (int row = 0; row < model.rowCount(); ++row) {
        CHECK(*model.lineAt(row)->seatUse < 0.5);
        CHECK(model.index(row, static_cast<int>(ColumnId::SeatUse)).data().toString().endsWith(QStringLiteral(" %")));
    }
}
