// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/missing_facts.h"
#include "core/query/scorecard_draft.h"
#include "tests/support/portfolio_builder.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace steward::query;
using steward::tests::aBook;

namespace {

const QDate theDay(2026, 11, 19);

std::vector<MissingFact> missingOf(const Portfolio& book)
{
    const auto lines = accountLines(book, theDay, Grouping());
    return missingFacts(lines, book.book(), {}, theDay);
}

const MissingFact* find(const std::vector<MissingFact>& all, Fact fact)
{
    const auto found = std::ranges::find(all, fact, &MissingFact::fact);
    return found == all.end() ? nullptr : &*found;
}

QString textOf(Fact fact, const AccountFacts& facts, const Portfolio& book)
{
    return factText(fact, facts, book.book(), theDay, [](QDate day) { return day.toString(Qt::ISODate); });
}

} // namespace

TEST_CASE("accounts that lack a fact are listed by what they pay, those that left are not asked about")
{
    auto builder = aBook();
    builder.account(QStringLiteral("Small")).subscription(100, {2025, 1, 1});
    builder.account(QStringLiteral("Large")).subscription(900, {2025, 1, 1});
    builder.account(QStringLiteral("Told")).subscription(500, {2025, 1, 1}).with([](Account& account) {
        account.renewalDate = {2027, 1, 1};
    });
    builder.account(QStringLiteral("Gone")).subscription(500, {2025, 1, 1}, {2026, 1, 1}).with([](Account& account) {
        account.churnedOn = {2026, 1, 1};
    });
    const Portfolio book = builder.build();
    const auto all = missingOf(book);
    const MissingFact* renewal = find(all, Fact::RenewalDate);
    REQUIRE(renewal);
    CHECK(renewal->accounts ==
          std::vector<AccountId>{builder.id(QStringLiteral("Large")), builder.id(QStringLiteral("Small"))});
    CHECK(renewal->asked == 3);
    CHECK(renewal->value.toMinor() == 100'000);
    CHECK(renewal->allValue.toMinor() == 150'000);
    CHECK(renewal->firstShare == Approx(2.0 / 3));
}

TEST_CASE("seats and notice are asked only of accounts with a contract")
{
    auto builder = aBook();
    builder.account(QStringLiteral("Contract")).subscription(100, {2025, 1, 1});
    builder.account(QStringLiteral("None"));
    const Portfolio book = builder.build();
    const auto all = missingOf(book);
    REQUIRE(find(all, Fact::Seats));
    CHECK(find(all, Fact::Seats)->asked == 1);
    CHECK(find(all, Fact::NoticeBy)->asked == 1);
    CHECK(find(all, Fact::Csm)->asked == 2);
    const AccountFacts& none = *book.find(builder.id(QStringLiteral("None")));
    const auto seats = readFact(Fact::Seats, QStringLiteral("10"), DateOrder::Dmy, none, book.book(), theDay);
    REQUIRE_FALSE(seats);
    CHECK(seats.error().code == Code("cell.no-contract"));
}

TEST_CASE("a sponsor who left the firm or the role is missing again")
{
    auto builder = aBook();
    builder.account(QStringLiteral("Acme")).subscription(100, {2025, 1, 1});
    builder.make<Contact>([](Contact& contact) {
        contact.id = 77;
        contact.name = QStringLiteral("Ann");
    });
    const auto [to, isThere] = GENERATE(table<QDate, bool>({{QDate(), true}, {QDate(2026, 1, 1), false}}));
    builder.make<ContactRole>([ends = to](ContactRole& role) {
        role.contact = ContactId(77);
        role.role = QStringLiteral("sponsor");
        role.from = {2025, 1, 1};
        role.to = ends;
    });
    const Portfolio book = builder.build();
    CHECK(textOf(Fact::Sponsor, *book.find(builder.id(QStringLiteral("Acme"))), book).isEmpty() != isThere);
}

TEST_CASE("what is typed is read as the fact it is for")
{
    auto builder = aBook();
    builder.account(QStringLiteral("Acme")).subscription(100, {2025, 1, 1});
    const Portfolio book = builder.build();
    const AccountFacts& acme = *book.find(builder.id(QStringLiteral("Acme")));
    const auto read = [&](Fact fact, const char* text) {
        return readFact(fact, QLatin1String(text), DateOrder::Dmy, acme, book.book(), theDay);
    };
    CHECK(std::get<QDate>(*read(Fact::RenewalDate, "3/4/2027")) == QDate(2027, 4, 3));
    CHECK(std::get<qint64>(*read(Fact::Seats, "1,250")) == 1250);
    for (const auto& [fact, text, code] : {std::tuple(Fact::RenewalDate, "next spring", Code("cell.not-a-date")),
                                           {Fact::NoticeBy, "2027-02", Code("cell.not-a-date")},
                                           {Fact::Seats, "many", Code("cell.not-a-number")},
                                           {Fact::Seats, "0", Code("cell.not-a-number")},
                                           {Fact::Goal, "  ", Code("cell.empty")}}) {
        const auto wrong = read(fact, text);
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().code == code);
    }
}

TEST_CASE("a draft of scorecards knows what was changed, and is good only where its weights make 100")
{
    ScorecardDraft draft = ScorecardDraft::of(BookFacts());
    const QString card = QStringLiteral("high_touch");
    const int goals = draft.weight(card, QStringLiteral("goals"));
    const int nps = draft.weight(card, QStringLiteral("nps"));
    CHECK(draft.sum(card) == 100);
    CHECK(draft.changes() == 0);
    CHECK(draft.content());
    draft.setWeight(card, QStringLiteral("goals"), goals + nps);
    CHECK(draft.changes() == 1);
    CHECK(draft.isChanged(card));
    CHECK_FALSE(draft.isChanged(QStringLiteral("onboarding")));
    REQUIRE_FALSE(draft.content());
    CHECK(draft.content().error().code == Code("scorecards.sum"));
    draft.setWeight(card, QStringLiteral("nps"), 0);
    CHECK(draft.content());
    CHECK(draft.weightBefore(card, QStringLiteral("nps")) == nps);
    draft.setCap(QStringLiteral("sponsor_left"), 75);
    REQUIRE_FALSE(draft.content());
    CHECK(draft.content().error().code == Code("scorecards.cap"));
}
