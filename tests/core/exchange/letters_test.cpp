// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/letters.h"
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;

namespace {

const QTimeZone utc = QTimeZone::utc();
const QDate today(2026, 11, 21);

/// Acme (dana@ and a domain), Borealis (lee@), and Ana of ours.
class Post : public exchange::tests::Desk
{
public:
    Post()
    {
        REQUIRE(book().edit({Code("edit.sample"), {qint64(2)}}, {}, [this](book::Edit& edit) -> Status {
            Account acme;
            acme.name = QStringLiteral("Acme");
            acme.domain = QStringLiteral("acme.example");
            Account borealis;
            borealis.name = QStringLiteral("Borealis");
            m_acme = *edit.save(acme);
            m_borealis = *edit.save(borealis);
            Contact dana;
            dana.account = m_acme;
            dana.name = QStringLiteral("Dana");
            dana.email = QStringLiteral("Dana@Acme.example");
            m_dana = *edit.save(dana);
            Contact lee;
            lee.account = m_borealis;
            lee.name = QStringLiteral("Lee");
            lee.email = QStringLiteral("lee@gmail.com");
            m_lee = *edit.save(lee);
            Person ana;
            ana.name = QStringLiteral("Ana");
            ana.email = QStringLiteral("ana@ours.example");
            m_ana = *edit.save(ana);
            return {};
        }));
    }
    /// Every part of the way, as the window takes it.
    LetterPlan drop(const QByteArrayList& files, AccountId otherwise = {})
    {
        const auto facts = book().load({});
        REQUIRE(facts);
        std::vector<Letter> letters;
        for (const QByteArray& text : files) {
            const bool isCalendar = text.startsWith("BEGIN:VCALENDAR");
            const auto read =
                lettersOf(write(isCalendar ? QStringLiteral("x.ics") : QStringLiteral("x.eml"), text), utc, today);
            REQUIRE(read);
            letters.insert(letters.end(), read->begin(), read->end());
        }
        auto plan = planLetters(book(), *facts, letters, otherwise);
        REQUIRE(plan);
        if (!plan->touches.empty())
            REQUIRE(book().edit(labelOf(*plan), {}, [&](book::Edit& edit) { return writeLetters(edit, *plan); }));
        return *plan;
    }
    AccountId m_acme;
    AccountId m_borealis;
    ContactId m_dana;
    ContactId m_lee;
    PersonId m_ana;
};

QByteArray letter(const QByteArray& from, const QByteArray& to, const QByteArray& id = "1@x")
{
    return "From: " + from + "\nTo: " + to +
           "\nSubject: Renewal\nDate: Wed, 18 Nov 2026 11:06:40 +0000\nMessage-ID: <" + id + ">\n\nLet us talk.\n";
}

QByteArray meeting(const QByteArray& day, const QByteArray& more = {})
{
    return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:m1\nSUMMARY:Review\nDTSTART:" + day + "T100000Z\nDTEND:" + day +
           "T104500Z\nORGANIZER:mailto:ana@ours.example\nATTENDEE:mailto:dana@acme.example\nATTENDEE:mailto:lee@gmail."
           "com\n" +
           more + "END:VEVENT\nEND:VCALENDAR\n";
}

} // namespace

TEST_CASE("a message is a conversation with the account of its sender, once however often it is dropped", "[letters]")
{
    Post post;
    const QByteArray before = post.hash();
    const LetterPlan plan = post.drop({letter("Dana <dana@acme.example>", "ana@ours.example")});
    CHECK(plan.accounts == QStringList{QStringLiteral("Acme")});
    const auto touches = post.all<Touch>();
    REQUIRE(touches.size() == 1);
    CHECK(touches[0].account == post.m_acme);
    CHECK(touches[0].contacts == std::vector{post.m_dana});
    CHECK(touches[0].persons == std::vector{post.m_ana});
    CHECK(touches[0].direction == QStringLiteral("in"));
    CHECK(touches[0].kind == QStringLiteral("email"));
    CHECK(touches[0].day == QDate(2026, 11, 18));
    CHECK(touches[0].subject == QStringLiteral("Renewal"));
    CHECK(touches[0].text == QStringLiteral("Let us talk."));
    const LetterPlan again = post.drop({letter("Dana <dana@acme.example>", "ana@ours.example")});
    CHECK(again.touches.empty());
    CHECK(again.known == 1);
    REQUIRE(post.book().undo());
    CHECK(post.hash() == before);
}

TEST_CASE("a message of ours goes out, to each account it was written to", "[letters]")
{
    Post post;
    const LetterPlan plan = post.drop({letter("ana@ours.example", "dana@acme.example, lee@gmail.com")});
    CHECK(plan.accountIds.size() == 2);
    for (const Touch& touch : post.all<Touch>())
        CHECK(touch.direction == QStringLiteral("out"));
    // A colleague who is not in the book has our domain.
    post.drop({letter("tom@ours.example", "dana@acme.example", "2@x")});
    CHECK(post.count<Touch>() == 3);
}

TEST_CASE("whom nobody knows belongs to the account of the domain, or to none and is named", "[letters]")
{
    Post post;
    const LetterPlan byDomain = post.drop({letter("new@acme.example", "ana@ours.example")});
    CHECK(byDomain.accounts == QStringList{QStringLiteral("Acme")});
    CHECK(byDomain.newPeople == QStringList{QStringLiteral("new@acme.example")});
    // Lee's provider is everybody's.
    const LetterPlan stranger = post.drop({letter("other@gmail.com", "ana@ours.example", "2@x")});
    CHECK(stranger.touches.empty());
    CHECK(stranger.strangers == QStringList{QStringLiteral("other@gmail.com")});
    const LetterPlan shown = post.drop({letter("other@gmail.com", "ana@ours.example", "2@x")}, post.m_borealis);
    CHECK(shown.accounts == QStringList{QStringLiteral("Borealis")});
    CHECK(shown.strangers.isEmpty());
    CHECK(shown.touches.front().first.direction == QStringLiteral("in"));
}

TEST_CASE("a meeting is planned before it begins and was held after, moved or called off, it is the same one",
          "[letters]")
{
    Post post;
    CHECK(post.drop({meeting("20261125")}).touches.size() == 2);
    for (const Touch& touch : post.all<Touch>()) {
        CHECK(touch.kind == QStringLiteral("meeting"));
        CHECK(touch.planned == true);
        CHECK_FALSE(touch.tookPlace);
        CHECK(touch.minutes == 45);
        CHECK(touch.direction == QStringLiteral("both"));
    }
    CHECK(post.drop({meeting("20261126")}).touches.size() == 2);
    REQUIRE(post.count<Touch>() == 2);
    CHECK(post.all<Touch>()[0].day == QDate(2026, 11, 26));
    CHECK(post.drop({meeting("20261126", "STATUS:CANCELLED\n")}).touches.size() == 2);
    CHECK(post.all<Touch>()[0].tookPlace == false);
    Post other;
    CHECK(other.drop({meeting("20261118")}).touches.size() == 2);
    CHECK(other.all<Touch>()[0].tookPlace == true);
    CHECK(other.all<Touch>()[0].planned == false);
    Post third;
    const LetterPlan never = third.drop({meeting("20261118", "STATUS:CANCELLED\n")});
    CHECK(never.touches.empty());
    CHECK(never.left == 1);
}

TEST_CASE("what was written beside a meeting stays when it is dropped again", "[letters]")
{
    Post post;
    post.drop({meeting("20261118")});
    const auto id = post.all<Touch>()[0].id;
    REQUIRE(post.book().edit({Code("edit.sample"), {qint64(1)}}, {}, [&](book::Edit& edit) {
        return edit.change<Touch>(id, [](Touch& touch) { touch.text = QStringLiteral("They will renew."); });
    }));
    post.drop({meeting("20261119")});
    const auto touches = post.all<Touch>();
    const auto changed = std::ranges::find(touches, id, &Touch::id);
    REQUIRE(changed != touches.end());
    CHECK(changed->text == QStringLiteral("They will renew."));
    CHECK(changed->day == QDate(2026, 11, 19));
}

TEST_CASE("of a person who was erased nothing is logged", "[letters]")
{
    Post post;
    REQUIRE(post.book().erase(post.m_dana, {}, {}));
    const LetterPlan plan = post.drop({letter("dana@acme.example", "ana@ours.example")});
    CHECK(plan.touches.empty());
    CHECK(plan.left == 1);
}

TEST_CASE("a file that is no message and no meeting says so", "[letters]")
{
    exchange::tests::Desk desk;
    const auto none = lettersOf(desk.write(QStringLiteral("a.eml"), "hello"), utc, today);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Code("letter.none"));
    const auto gone = lettersOf(desk.path(QStringLiteral("gone.ics")), utc, today);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == Code("letter.unreadable"));
}
