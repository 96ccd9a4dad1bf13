// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/backups.h"
#include "core/book/changeset.h"
#include "core/book/connection.h"
#include "core/book/erased_copies.h"
#include "tests/core/book/book_fixture.h"
#include "tests/support/printers.h"

#include <QDir>
#include <QDirIterator>

using namespace steward;
using namespace steward::book;
using steward::tests::must;
using steward::tests::TestBook;

namespace {

/// What nobody may find again; lower case.
const QByteArrayList canaries{"zebedee",         "quillfeather", "zq@canary.example", "old@canary.example",
                              "+49 170 5550123", "xylophone",    "canary officer",    "linkedin.example/zq"};

QStringList foundIn(const QByteArray& bytes)
{
    const QByteArray low = bytes.toLower();
    QStringList found;
    for (const QByteArray& canary : canaries)
        if (low.contains(canary))
            found << QString::fromLatin1(canary);
    return found;
}

/// Every file in the folder, by its bytes, but those in "backups".
QStringList foundInFiles(const QString& folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(QStringLiteral("/backups/")))
            continue;
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const QString& each : foundIn(file.readAll()))
            found << file.fileName() + QStringLiteral(": ") + each;
    }
    return found;
}

/// What the stored changesets of a closed book say.
QStringList foundInEdits(const QString& path)
{
    QStringList found;
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(path).constData(), &raw) == SQLITE_OK);
    {
        Statement edits(raw, R"(SELECT "changeset", "label_arguments" FROM "edit" WHERE "changeset" IS NOT NULL)");
        while (must(edits.step()))
            found << foundIn(must(unpacked(edits.blob(0)))) << foundIn(edits.text(1).toUtf8());
    }
    sqlite3_close(raw);
    return found;
}

/// A book that knows one person in every way a book can.
struct PersonBook : TestBook
{
    PersonBook()
    {
        edit([&](Edit& work) { return makeAccounts(work); });
        edit([&](Edit& work) { return makeContact(work); });
        edit([&](Edit& work) { return makeTexts(work); });
        now.ms += 1000;
        must(book->edit({Code("edit.sample"), {QStringLiteral("Zebedee Quillfeather")}}, QStringLiteral("Ana"),
                        [&](Edit& work) {
                            contact.email = QStringLiteral("ZQ@canary.example");
                            return work.save(contact).map([](auto) {});
                        }));
        edit([&](Edit& work) { return work.remove(Entity::Touch, std::span(&removedTouch, 1)); });
        edit([&](Edit& work) {
            other.title = QStringLiteral("Head of Sales");
            return work.save(other).map([](auto) {});
        });
    }
    Status makeAccounts(Edit& work)
    {
        account.name = QStringLiteral("Acme Holding");
        account.stage = QStringLiteral("adoption");
        auto done = work.save(account);
        other.account = AccountId(account.id);
        other.name = QStringLiteral("Zebediah Quill");
        other.email = QStringLiteral("other@canary.example");
        if (done)
            return work.save(other).map([](auto) {});
        return tl::unexpected(done.error());
    }
    Status makeContact(Edit& work)
    {
        contact.account = AccountId(account.id);
        contact.name = QStringLiteral("Zebedee Quillfeather");
        contact.email = QStringLiteral("old@canary.example");
        contact.phone = QStringLiteral("+49 170 5550123");
        contact.title = QStringLiteral("Chief Canary Officer");
        contact.note = QStringLiteral("plays the xylophone");
        contact.influence = 5;
        contact.viewOfUs = QStringLiteral("supporter");
        contact.joinedOn = QDate(2025, 3, 1);
        contact.leftOn = QDate(2026, 10, 1);
        if (auto saved = work.save(contact); !saved)
            return tl::unexpected(saved.error());
        const std::vector<CustomValue> custom{
            {Entity::Contact, contact.id, QStringLiteral("Profile"), QStringLiteral("linkedin.example/zq"), {}}};
        if (auto done = work.setCustom(custom); !done)
            return done;
        return work.setKeys(std::vector<ExternalKey>{
            {Entity::Contact, QStringLiteral("crm"), QStringLiteral("003X7"), contact.id},
            {Entity::Contact, QStringLiteral("mail"), QStringLiteral("old@canary.example"), contact.id}});
    }
    Status makeTexts(Edit& work)
    {
        Touch touch;
        touch.account = AccountId(account.id);
        touch.contacts = {ContactId(contact.id)};
        touch.day = QDate(2026, 9, 1);
        touch.kind = QStringLiteral("call");
        touch.subject = QStringLiteral("Call with Zebedee Quillfeather");
        touch.text =
            QStringLiteral("Quillfeather, Zebedee wrote from <old@canary.example>.\nZEBEDEE QUILLFEATHER agreed");
        Touch gone = touch;
        Survey survey;
        survey.account = touch.account;
        survey.contact = ContactId(contact.id);
        survey.kind = QStringLiteral("nps");
        survey.day = QDate(2026, 8, 1);
        survey.score = 9;
        survey.comment = QStringLiteral("call me at +49 170 5550123, zq@canary.example");
        Feedback feedback;
        feedback.account = touch.account;
        feedback.words = QStringLiteral("Zebedee Quillfeather wants exports");
        Qbr qbr;
        qbr.account = touch.account;
        qbr.quarter = QDate(2026, 7, 1);
        qbr.parts = {QStringLiteral(R"({"people":["x\nZebedee Quillfeather","ZQ@CANARY.EXAMPLE"]})")};
        Definition profile;
        profile.kind = QStringLiteral("import_profile");
        profile.name = QStringLiteral("contacts");
        profile.text = {QStringLiteral(R"({"example":"zq@canary.example"})")};
        Import import;
        import.fileName = QStringLiteral("Zebedee Quillfeather.csv");
        Status done;
        const auto save = [&](auto& record) {
            if (auto saved = work.save(record); done && !saved)
                done = tl::unexpected(saved.error());
        };
        save(touch);
        save(gone);
        save(survey);
        save(feedback);
        save(qbr);
        save(profile);
        save(import);
        removedTouch = gone.id;
        if (!done)
            return done;
        return work.setKey({Entity::Touch, QStringLiteral("mail"), QStringLiteral("zq@canary.example/17"), touch.id});
    }

    Account account;
    Contact contact;
    Contact other;
    qint64 removedTouch = 0;
};

/// Every value that is no text, of every record.
std::vector<Row> numbersOf(Book& book)
{
    std::vector<Row> all;
    for (const EntityInfo& entity : catalogue())
        must(book.forEach(entity.entity, [&](const Row& row) {
            Row kept = row;
            for (std::size_t i = 0; i < kept.size(); ++i)
                if (std::holds_alternative<QString>(kept[i]) || entity.fields[i].is(Trait::Personal))
                    kept[i] = {};
            all.push_back(std::move(kept));
            return true;
        }));
    return all;
}

Contact contactOf(Book& book, qint64 id)
{
    Contact found;
    must(book.forEach(Entity::Contact, [&](const Row& row) {
        if (std::get<qint64>(row[IdField]) == id)
            found = fromRow<Contact>(row);
        return true;
    }));
    return found;
}

} // namespace

TEST_CASE("after erasing a contact no byte of the person is in any file, changeset or index", "[book][gdpr][P30]")
{
    PersonBook t;
    t.reopen();
    REQUIRE(foundInFiles(t.folder.path()).size() >= canaries.size() - 2);
    const auto numbers = numbersOf(*t.book);

    const Erased planned = must(t.book->previewErase(ContactId(t.contact.id), {}));
    CHECK(planned.edit == 0);
    const Erased erased = must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {}));
    CHECK(erased.edit == 7);
    CHECK(erased.fields == planned.fields);
    CHECK(erased.fields == 8);
    CHECK(erased.texts == planned.texts);
    CHECK(erased.keys == 2);
    CHECK(erased.edits == 4); // the contact, the texts, the new address, the touch that was removed
    CHECK(erased.traces.emails.size() == 2);

    CHECK(foundInFiles(t.folder.path()).join(u'\n') == QString()); // while open: the log too
    CHECK(must(t.book->search(QStringLiteral("zebedee"), 10)).empty());
    CHECK(must(t.book->search(QStringLiteral("erased"), 10)).size() >= 3);
    CHECK(numbersOf(*t.book) == numbers);

    const Contact left = contactOf(*t.book, t.contact.id);
    CHECK(left.name == erasedMark());
    CHECK(left.email.isEmpty());
    CHECK_FALSE(left.influence.has_value());
    CHECK(left.leftOn == t.contact.leftOn);
    const Contact other = contactOf(*t.book, t.other.id);
    CHECK(other.name == t.other.name);
    CHECK(other.email == t.other.email);
    CHECK(other.title == t.other.title);

    const CheckReport report = must(t.book->check({}));
    CHECK(report.problems.empty());
    CHECK_FALSE(report.isIndexRebuilt);
    must(t.book->close());
    CHECK(foundInFiles(t.folder.path()).join(u'\n') == QString());
    CHECK(foundInEdits(t.path()).join(u'\n') == QString());
}

TEST_CASE("undo goes on after an erasure, brings nobody back and ends at the oldest edit that was rewritten",
          "[book][gdpr]")
{
    PersonBook t;
    static_cast<void>(must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {})));
    t.reopen();
    const QByteArray erased = t.hash();
    int steps = 0;
    Result<Book::Edited> undone = t.book->undo();
    for (; undone; undone = t.book->undo()) {
        ++steps;
        CHECK(foundInFiles(t.folder.path()).join(u'\n') == QString());
    }
    CHECK(steps == 4);
    CHECK(undone.error().code == Code("book.undo.erased"));
    CHECK(must(t.book->search(QStringLiteral("zebedee"), 10)).empty());
    CHECK(contactOf(*t.book, t.contact.id).name == erasedMark());
    for (int i = 0; i < steps; ++i)
        must(t.book->redo());
    CHECK(t.hash() == erased);
    CHECK(must(t.book->check({})).problems.empty());
    must(t.book->close());
    CHECK(foundInEdits(t.path()).join(u'\n') == QString());
}

TEST_CASE("the history says why an edit stays", "[book][gdpr]")
{
    PersonBook t;
    static_cast<void>(must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {})));
    const auto entries = must(t.book->history(20));
    REQUIRE(entries.size() == 7);
    CHECK(entries[0].label.code == Code("edit.erase-contact"));
    CHECK(entries[0].actor == QStringLiteral("Ana"));
    CHECK_FALSE(entries[0].isUndoable);
    CHECK(entries[0].whyNot == Message{Code("history.erasure"), {}});
    CHECK(entries[1].isUndoable);
    CHECK_FALSE(entries[1].whyNot.has_value());
    CHECK_FALSE(entries[5].isUndoable); // made the contact
    CHECK(entries[5].whyNot == Message{Code("history.erased"), {}});
    CHECK_FALSE(entries[6].isUndoable);
    CHECK(entries[3].label.arguments == Arguments{erasedMark()});
}

TEST_CASE("who was erased is recognised when he comes again, and nobody else", "[book][gdpr]")
{
    PersonBook t;
    CHECK(must(t.book->erasures()).isEmpty());
    static_cast<void>(must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {})));
    t.reopen();
    const Erasures erasures = must(t.book->erasures());
    const AccountId account(t.account.id);
    CHECK(erasures.isErased(ContactId(t.contact.id)));
    CHECK(erasures.isErasedEmail(u" zq@Canary.Example"));
    CHECK(erasures.isErasedEmail(u"old@canary.example"));
    CHECK(erasures.isErasedName(account, u"zebedee  quillfeather"));
    CHECK(erasures.isErasedKey(u"crm", u"003X7"));
    CHECK_FALSE(erasures.isErased(ContactId(t.other.id)));
    CHECK_FALSE(erasures.isErasedEmail(u"other@canary.example"));
    CHECK_FALSE(erasures.isErasedEmail(u""));
    CHECK_FALSE(erasures.isErasedName(AccountId(99), u"Zebedee Quillfeather"));
    CHECK_FALSE(erasures.isErasedKey(u"crm", u"003X8"));
}

TEST_CASE("erasing twice finds nothing more and leaves no second entry", "[book][gdpr]")
{
    PersonBook t;
    static_cast<void>(must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {})));
    const QByteArray hash = t.hash();
    const Erased again = must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {}));
    CHECK(again.edit == 0);
    CHECK(again.fields + again.texts + again.keys + again.edits == 0);
    CHECK(t.hash() == hash);
    CHECK(must(t.book->history(20)).size() == 7);
}

TEST_CASE("an erasure that is cancelled leaves the book as it was", "[book][gdpr]")
{
    PersonBook t;
    const QByteArray hash = t.hash();
    const std::atomic<bool> cancelled{true};
    const auto erased = t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {{}, &cancelled});
    REQUIRE_FALSE(erased);
    CHECK(erased.error().kind == ErrorKind::Cancelled);
    CHECK(t.hash() == hash);
    CHECK(must(t.book->erasures()).isEmpty());
}

TEST_CASE("the same person at another account goes too, one who shares the address stays", "[book][gdpr]")
{
    PersonBook t;
    Contact same;
    same.name = t.contact.name;
    same.email = QStringLiteral("zq@canary.example");
    Contact shared;
    shared.name = QStringLiteral("Office");
    shared.email = QStringLiteral("zq@canary.example");
    t.edit([&](Edit& work) {
        auto done = work.save(same);
        return done ? work.save(shared).map([](auto) {}) : Status(tl::unexpected(done.error()));
    });
    const Erased erased = must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {}));
    CHECK(erased.traces.contacts.size() == 2);
    CHECK(erased.kept == 1);
    CHECK(contactOf(*t.book, same.id).name == erasedMark());
    CHECK(contactOf(*t.book, shared.id).email == shared.email);
}

TEST_CASE("copies that still hold the person are listed, and can be redacted or dropped", "[book][gdpr]")
{
    PersonBook t;
    const QString before = backupPath(t.path(), t.now);
    const QString second = backupPath(t.path(), Instant{t.now.ms + 60'000});
    must(t.book->backup(before, {}));
    must(t.book->backup(second, {}));
    const Erased erased = must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {}));
    const QString after = backupPath(t.path(), Instant{t.now.ms + 120'000});
    must(t.book->backup(after, {}));
    CHECK(copiesHolding(t.path(), erased.traces, {}) == std::vector<HoldingCopy>{{before, true}, {second, true}});
    // Later nothing but the id is known.
    const Traces ids{{t.contact.id}, {}, {}, {}};
    CHECK(copiesHolding(t.path(), ids, {}).size() == 2);

    must(redactCopy(before, ids, QStringLiteral("Ana"), t.now, {}));
    must(dropCopy(second));
    CHECK(copiesHolding(t.path(), erased.traces, {}).empty());
    CHECK_FALSE(QFile::exists(second));
    QFile redacted(before);
    REQUIRE(redacted.open(QIODevice::ReadOnly));
    CHECK(foundIn(redacted.readAll()).isEmpty());
    CHECK(foundInEdits(before).isEmpty());
    const auto backups = listBackups(t.path(), {});
    REQUIRE(backups.size() == 2);
    CHECK(backups[0].isGood);
    CHECK(backups[1].isGood);
    CHECK(QDir(QFileInfo(before).path()).entryList(QDir::Files | QDir::Hidden).size() == 4); // and their digests
}

TEST_CASE("a copy beside the book under any name is listed, another book is not", "[book][gdpr]")
{
    PersonBook t;
    const QString copy = t.folder.filePath(QStringLiteral("for Ana.steward"));
    must(t.book->backup(copy, {}));
    // Of other people, under the same numbers.
    const QString stranger = t.folder.filePath(QStringLiteral("East book.steward"));
    OpenOptions later = t.options();
    later.clock.now = [&] { return Instant{t.now.ms + 5'000'000}; };
    auto made = must(Book::create(stranger, later));
    Account account;
    account.name = QStringLiteral("Other Ltd");
    static_cast<void>(must(made->edit({Code("edit.sample"), {}}, QStringLiteral("Ben"),
                                      [&](Edit& work) { return work.save(account).map([](auto) {}); })));
    for (qint64 id = 0; id < t.contact.id;) {
        Contact contact;
        contact.account = AccountId(account.id);
        contact.name = QStringLiteral("Zoe %1").arg(id);
        static_cast<void>(must(made->edit({Code("edit.sample"), {}}, QStringLiteral("Ben"),
                                          [&](Edit& work) { return work.save(contact).map([](auto) {}); })));
        id = contact.id;
    }
    must(made->close());
    const Erased erased = must(t.book->erase(ContactId(t.contact.id), QStringLiteral("Ana"), {}));
    must(t.book->close());
    CHECK(copiesHolding(t.path(), erased.traces, {}) == std::vector<HoldingCopy>{{copy, true}});
}

TEST_CASE("what is deleted is overwritten, and an erasure leaves no page unused", "[book][gdpr]")
{
    // Two layers: overwriting clears what an ordinary change deletes; compacting what a page kept when it was divided.
    TestBook t;
    Contact contact;
    Account account;
    account.name = QStringLiteral("Acme");
    contact.name = QStringLiteral("Zoe Long");
    contact.note = QString(200'000, u'z');
    t.edit([&](Edit& work) {
        auto done = work.save(account);
        contact.account = AccountId(account.id);
        return done ? work.save(contact).map([](auto) {}) : Status(tl::unexpected(done.error()));
    });
    static_cast<void>(must(t.book->erase(ContactId(contact.id), QStringLiteral("Ana"), {})));
    must(t.book->close());
    const auto connection = must(Connection::open(t.path(), OpenMode::ReadWrite));
    CHECK(must(integerAnswer(connection->handle(), "PRAGMA freelist_count")) == 0);
    CHECK(must(integerAnswer(connection->handle(), "PRAGMA secure_delete")) == 1);
}

TEST_CASE("a copy that cannot be read is listed as such and not redacted", "[book][gdpr]")
{
    PersonBook t;
    const QString copy = backupPath(t.path(), t.now);
    must(t.book->backup(copy, {}));
    QFile file(copy);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.write("scribble scribble scribble scribble");
    file.close();
    const Traces traces{{t.contact.id}, {}, {}, {}};
    CHECK(copiesHolding(t.path(), traces, {}) == std::vector<HoldingCopy>{{copy, false}});
    CHECK(redactCopy(copy, traces, QStringLiteral("Ana"), t.now, {}).error().code == Code("book.copy.unreadable"));
    CHECK(QFile::exists(copy));
}
