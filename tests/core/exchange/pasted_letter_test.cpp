// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/pasted_letter.h"
#include "tests/core/exchange/import_support.h"

using namespace steward;
using namespace steward::exchange;

namespace {

const QTimeZone utc = QTimeZone::utc();
const QDate today(2026, 11, 21);
const QLocale british(QLocale::English, QLocale::UnitedKingdom);

Letter pasted(const QString& text)
{
    auto letter = pastedLetter(text, utc, today, british);
    REQUIRE(letter);
    return std::move(*letter);
}

/// Acme Holding GmbH with Dana Okafor (no address) and Lee Ruiz; Borealis with another Lee Ruiz.
class Names : public exchange::tests::Desk
{
public:
    Names()
    {
        REQUIRE(book().edit({Code("edit.sample"), {qint64(2)}}, {}, [this](book::Edit& edit) -> Status {
            m_acme = addAccount(edit, QStringLiteral("Acme Holding GmbH"));
            m_borealis = addAccount(edit, QStringLiteral("Borealis"));
            addContact(edit, m_acme, QStringLiteral("Dana Okafor"), QStringLiteral("dana@acme.example"));
            addContact(edit, m_acme, QStringLiteral("Lee Ruiz"), {});
            addContact(edit, m_borealis, QStringLiteral("Lee Ruiz"), QStringLiteral("lee@borealis.example"));
            return {};
        }));
    }
    AccountId namedIn(const QString& text, QStringList* addresses = nullptr)
    {
        const auto facts = book().load({});
        REQUIRE(facts);
        Letter letter;
        const AccountId found = addNamed(letter, text, *facts);
        if (addresses)
            for (const mail::Address& each : letter.others)
                *addresses << each.address;
        return found;
    }
    [[nodiscard]] AccountId acme() const { return m_acme; }
    [[nodiscard]] AccountId borealis() const { return m_borealis; }

private:
    static AccountId addAccount(book::Edit& edit, const QString& name)
    {
        Account account;
        account.name = name;
        return *edit.save(account);
    }
    static void addContact(book::Edit& edit, AccountId account, const QString& name, const QString& email)
    {
        Contact contact;
        contact.account = account;
        contact.name = name;
        contact.email = email;
        REQUIRE(edit.save(contact));
    }
    AccountId m_acme;
    AccountId m_borealis;
};

} // namespace

TEST_CASE("text with the head of a message is an e-mail of its day, whatever program it was copied from", "[letters]")
{
    const Letter outlook = pasted(QStringLiteral("From: Dana Okafor <dana@acme.example>\r\n"
                                                 "Sent: Wednesday, November 18, 2026 11:06 AM\r\n"
                                                 "To: Ana <ana@ours.example>\r\nCc: Lee <lee@gmail.com>\r\n"
                                                 "Subject: Renewal terms\r\n\r\nLet us talk.\r\nDana"));
    CHECK(outlook.touch.kind == QStringLiteral("email"));
    CHECK(outlook.touch.subject == QStringLiteral("Renewal terms"));
    CHECK(outlook.touch.text == QStringLiteral("Let us talk.\nDana"));
    CHECK(outlook.touch.day == QDate(2026, 11, 18));
    CHECK(outlook.from.address == QStringLiteral("dana@acme.example"));
    REQUIRE(outlook.others.size() == 2);
    CHECK(outlook.others[1].address == QStringLiteral("lee@gmail.com"));

    const Letter german = pasted(QStringLiteral("Von: dana@acme.example\nGesendet: irgendwann\nAn: ana@ours.example\n"
                                                "Betreff: Verl\u00e4ngerung\n\nHallo"));
    CHECK(german.touch.subject == QStringLiteral("Verl\u00e4ngerung"));
    CHECK(german.touch.day == today);
    CHECK_FALSE(german.touch.at);

    const Letter plain = pasted(QStringLiteral("From: dana@acme.example\nTo: ana@ours.example\n"
                                               "Date: Wed, 18 Nov 2026 23:30:00 -0500\n\nA first line\nand more"));
    CHECK(plain.touch.day == QDate(2026, 11, 19));
    CHECK(plain.touch.subject == QStringLiteral("A first line"));
}

TEST_CASE("any other text is a chat of today with the addresses in it, and nothing is no letter", "[letters]")
{
    const Letter chat = pasted(QStringLiteral("Dana Okafor  10:42\nIs the export fixed? Write to Lee@Borealis.example, "
                                              "lee@borealis.example.\nFrom: here on it is talk"));
    CHECK(chat.touch.kind == QStringLiteral("chat"));
    CHECK(chat.touch.direction == QStringLiteral("both"));
    CHECK(chat.touch.day == today);
    CHECK(chat.touch.subject == QStringLiteral("Dana Okafor 10:42"));
    REQUIRE(chat.others.size() == 1);
    CHECK(pasted(QStringLiteral("x ") + QString(500, u'y')).touch.subject.size() <= 80);

    const auto nothing = pastedLetter(QStringLiteral(" \n\t"), utc, today, british);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == Code("letter.pasted-nothing"));
}

TEST_CASE("pasting the same text again is the same letter, another text is another", "[letters]")
{
    const QString text = QStringLiteral("Dana Okafor 10:42\nIs the export fixed?");
    CHECK(pasted(text).key == pasted(text + QStringLiteral("\n ")).key);
    CHECK(pasted(text).key != pasted(text + QStringLiteral(" Yes.")).key);
}

TEST_CASE("a letter without addresses belongs to the account whose people or whose name it names, if that is one",
          "[letters]")
{
    Names names;
    QStringList addresses;
    CHECK(names.namedIn(QStringLiteral("dana OKAFOR: is it fixed?"), &addresses) == names.acme());
    CHECK(addresses == QStringList{QStringLiteral("dana@acme.example")});
    CHECK(names.namedIn(QStringLiteral("Call with Acme Holding, they pay late.")) == names.acme());
    CHECK(names.namedIn(QStringLiteral("Borealis wants a demo")) == names.borealis());
    // Two of that name; only half of a name; two firms; nobody.
    addresses.clear();
    CHECK_FALSE(names.namedIn(QStringLiteral("Lee Ruiz: hello"), &addresses).isValid());
    CHECK(addresses.isEmpty());
    CHECK_FALSE(names.namedIn(QStringLiteral("Dana: hello")).isValid());
    CHECK_FALSE(names.namedIn(QStringLiteral("Borealis buys Acme Holding")).isValid());
    CHECK_FALSE(names.namedIn(QStringLiteral("hello")).isValid());
}
