// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_contact.h"

#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <zip.h>

using namespace steward;
using namespace steward::book;
using namespace steward::exchange;
using steward::tests::must;
using steward::tests::TestBook;

namespace {

struct ContactBook : TestBook
{
    ContactBook()
    {
        edit([&](Edit& work) { return fill(work); });
    }
    Status fill(Edit& work)
    {
        Status done;
        const auto save = [&](auto& record) {
            if (auto saved = work.save(record); done && !saved)
                done = tl::unexpected(saved.error());
        };
        Import import;
        import.fileName = QStringLiteral("crm <contacts>.csv");
        import.at = Instant{1'790'000'000'000};
        save(import);
        Account account;
        account.name = QStringLiteral("Acme & Sons");
        save(account);
        contact.account = AccountId(account.id);
        contact.import = ImportId(import.id);
        contact.name = QStringLiteral("Kim <b>Larsen</b>");
        contact.email = QStringLiteral("kim@acme.example");
        contact.leftOn = QDate(2026, 10, 1);
        save(contact);
        Contact other;
        other.name = QStringLiteral("Somebody Else");
        save(other);
        Touch refers;
        refers.account = contact.account;
        refers.contacts = {ContactId(other.id), ContactId(contact.id)};
        refers.subject = QStringLiteral("Review");
        save(refers);
        Feedback names;
        names.account = contact.account;
        names.words = QStringLiteral("KIM@acme.example wants exports");
        save(names);
        Ticket neither;
        neither.account = contact.account;
        neither.contact = ContactId(other.id);
        neither.subject = QStringLiteral("kim asked");
        save(neither);
        if (!done)
            return done;
        const std::vector<CustomValue> custom{
            {Entity::Contact, contact.id, QStringLiteral("Shoe size"), QStringLiteral("44"), {}}};
        if (auto set = work.setCustom(custom); !set)
            return set;
        return work.setKey({Entity::Contact, QStringLiteral("crm"), QStringLiteral("003X"), contact.id});
    }
    Contact contact;
};

/// A scan that knows nothing of references: every row in which the id or the address is written.
QSet<QString> scanned(Book& book, qint64 id, const QString& email)
{
    QSet<QString> found;
    const QString idText = QString::number(id);
    for (const EntityInfo& entity : catalogue())
        must(book.forEach(entity.entity, [&](const Row& row) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto* number = std::get_if<qint64>(&row[i]);
                const auto* text = std::get_if<QString>(&row[i]);
                const bool isIt = (number && *number == id) ||
                                  (text && (text->contains(email, Qt::CaseInsensitive) || text->contains(idText)));
                if (isIt)
                    found.insert(entity.name + u':' + QString::number(std::get<qint64>(row[IdField])));
            }
            return true;
        }));
    return found;
}

QByteArray unzipped(const QString& path, const char* name)
{
    int code = 0;
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    REQUIRE(archive);
    zip_file_t* file = zip_fopen(archive, name, 0);
    REQUIRE(file);
    QByteArray bytes;
    char block[4096];
    for (zip_int64_t got = zip_fread(file, block, sizeof block); got > 0; got = zip_fread(file, block, sizeof block))
        bytes.append(block, static_cast<qsizetype>(got));
    zip_fclose(file);
    zip_close(archive);
    return bytes;
}

} // namespace

TEST_CASE("the export of a contact holds what a full scan by id and by address finds", "[exchange][gdpr]")
{
    ContactBook t;
    const QString path = t.folder.filePath(QStringLiteral("kim.zip"));
    const qint64 count = must(exportContact(*t.book, ContactId(t.contact.id), path, t.now));
    const QJsonObject data = QJsonDocument::fromJson(unzipped(path, "contact.json")).object();
    QSet<QString> exported;
    for (const auto& each : data.value(QStringLiteral("items")).toArray())
        exported.insert(each.toObject().value(QStringLiteral("kind")).toString() + u':' +
                        each.toObject().value(QStringLiteral("id")).toString());
    CHECK(exported == scanned(*t.book, t.contact.id, t.contact.email));
    CHECK(exported.size() == 3);
    CHECK(count == 6); // and a key, a custom field, the day he left
    CHECK(data.value(QStringLiteral("keys")).toArray().at(0).toObject().value(QStringLiteral("key")) ==
          QStringLiteral("003X"));
    CHECK(data.value(QStringLiteral("custom")).toArray().size() == 1);
    CHECK(data.value(QStringLiteral("changes")).toArray().at(0).toObject().value(QStringLiteral("value")) ==
          QStringLiteral("2026-10-01"));
    CHECK(QFileInfo(path).permissions().testFlag(QFile::ReadOther) == false);
}

TEST_CASE("each exported item says where it came from, and the page shows text as text", "[exchange][gdpr]")
{
    ContactBook t;
    const QJsonObject data = must(contactData(*t.book, ContactId(t.contact.id), t.now));
    for (const auto& each : data.value(QStringLiteral("items")).toArray()) {
        const QJsonObject item = each.toObject();
        const bool isContact = item.value(QStringLiteral("kind")) == QStringLiteral("contact");
        CHECK(item.value(QStringLiteral("source_file")).isNull() == !isContact);
        CHECK(item.value(QStringLiteral("account")) == QStringLiteral("Acme & Sons"));
        if (isContact) {
            CHECK(item.value(QStringLiteral("source_file")) == QStringLiteral("crm <contacts>.csv"));
            CHECK(item.value(QStringLiteral("imported_on")) == isoText(Instant{1'790'000'000'000}));
            CHECK(item.value(QStringLiteral("fields")).toObject().value(QStringLiteral("email")) == t.contact.email);
        }
    }
    const QByteArray page = contactPage(data);
    CHECK(page.contains("Kim &lt;b&gt;Larsen&lt;/b&gt;"));
    CHECK(page.contains("crm &lt;contacts&gt;.csv"));
    CHECK_FALSE(page.contains("<b>"));
}
