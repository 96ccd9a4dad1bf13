// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_files.h"
#include "core/exchange/profile_of.h"
#include "tests/core/exchange/import_support.h"
#include "tests/support/shared_data.h"

#include <QDir>

using namespace steward;
using namespace steward::exchange;
using steward::exchange::tests::Desk;

namespace {

struct Set
{
    Desk desk;
    std::vector<Profile> profiles;
    std::vector<ImportRequest> requests;

    void add(const QString& name, const QByteArray& text) { requests.push_back(Desk::request(desk.write(name, text))); }
    FilesPreview preview(const Progress& progress = {})
    {
        const auto known = profilesOf(desk.book());
        REQUIRE(known);
        profiles = *known;
        auto made = previewFiles(desk.book(), requests, profiles, progress);
        REQUIRE(made);
        return std::move(*made);
    }
    Result<std::vector<Counts>> apply(const FilesPreview& preview, const Progress& progress = {})
    {
        std::vector<Counts> counts;
        const auto edited = desk.book().edit(labelOf(preview), QStringLiteral("test"), [&](book::Edit& edit) -> Status {
            auto done = applyFiles(desk.book(), edit, preview, profiles, progress);
            if (!done)
                return tl::unexpected(done.error());
            counts = *done;
            return {};
        });
        return edited ? Result<std::vector<Counts>>(counts) : tl::unexpected(edited.error());
    }
};

const QByteArray someAccounts = "account_id,account_name,arr\nA1,Acme,12000\nA2,Borealis,24000\n";
const QByteArray someContacts = "contact_id,account_id,name,email\nC1,A1,Ann Lee,ann@acme.example\n"
                                "C2,A2,Bo Dahl,bo@borealis.example\nC3,A9,Cy Fox,cy@nowhere.example\n";

} // namespace

TEST_CASE("files are read in the order in which they refer to each other, whatever the order given")
{
    Set set;
    set.add(QStringLiteral("contacts.csv"), someContacts);
    set.add(QStringLiteral("accounts.csv"), someAccounts);
    const QByteArray before = set.desk.hash();
    const FilesPreview preview = set.preview();
    CHECK(preview.order == std::vector<std::size_t>{1, 0});
    CHECK(preview.files[1].counts == Counts{2, 2, 0, 0, 0});
    CHECK(preview.files[0].counts == Counts{3, 2, 0, 0, 1});
    CHECK(set.desk.hash() == before);
    const auto applied = set.apply(preview);
    REQUIRE(applied);
    CHECK((*applied)[0] == preview.files[0].counts);
    CHECK((*applied)[1] == preview.files[1].counts);
    CHECK(set.desk.count<Account>() == 2);
    CHECK(set.desk.count<Contact>() == 2);
    SECTION("and one undo takes all of them back")
    {
        REQUIRE(set.desk.book().undo());
        CHECK(set.desk.hash() == before);
    }
    SECTION("and read once more they change nothing") { CHECK(set.preview().counts() == Counts{5, 0, 0, 4, 1}); }
}

TEST_CASE("a preview counts each kind before, after and in the files, and knows the names that rows refer to")
{
    Set set;
    set.desk.importText(QStringLiteral("accounts.csv"), "account_id,account_name\nA1,Acme\n");
    set.add(QStringLiteral("contacts.csv"), someContacts);
    set.add(QStringLiteral("accounts.csv"), someAccounts);
    const FilesPreview preview = set.preview();
    REQUIRE(preview.kinds.size() == 2);
    CHECK(preview.kinds[0].before == 1);
    CHECK(preview.kinds[0].after == 2);
    CHECK(preview.kinds[1].before == 0);
    CHECK(preview.kinds[1].after == 2);
    CHECK(preview.kinds[1].inFiles == 3);
    CHECK(preview.kinds[1].leftOut == 1);
    REQUIRE(preview.reconciliation);
    CHECK(preview.reconciliation->before.accounts == 1);
    CHECK(preview.reconciliation->after.accounts == 2);
    QStringList names;
    for (const auto& [key, name] : preview.names)
        if (key.first == Entity::Account)
            names << name;
    names.sort();
    CHECK(names == QStringList{QStringLiteral("Acme"), QStringLiteral("Borealis")});
}

TEST_CASE("a file that cannot be read, or leaves a question open, does not hold up the others")
{
    Set set;
    set.add(QStringLiteral("offer.csv"), "%PDF-1.4 nothing to see");
    set.add(QStringLiteral("accounts.csv"), someAccounts);
    set.add(QStringLiteral("renewals.csv"), "account_id,renewal_date\nA1,03/04/2027\nA2,05/06/2027\n");
    set.requests.back().hints.kind = kindNamed(u"accounts");
    const FilesPreview preview = set.preview();
    REQUIRE(preview.files[0].error);
    CHECK(preview.files[0].error->code == Code("csv.pdf"));
    CHECK(preview.files[2].plan.hasQuestions());
    CHECK(preview.taken() == 1);
    REQUIRE(set.apply(preview));
    CHECK(set.desk.count<Account>() == 2);
}

TEST_CASE("what was previewed is what is applied, or nothing")
{
    Set set;
    set.add(QStringLiteral("accounts.csv"), someAccounts);
    set.add(QStringLiteral("contacts.csv"), someContacts);
    const FilesPreview preview = set.preview();
    SECTION("where the book was edited since")
    {
        set.desk.importText(QStringLiteral("more.csv"), "account_id,account_name\nA7,Cirrus\n");
        const auto applied = set.apply(preview);
        REQUIRE_FALSE(applied);
        CHECK(applied.error().code == Code("import.book_changed"));
    }
    SECTION("where a file was changed since")
    {
        set.desk.write(QStringLiteral("contacts.csv"), "contact_id,account_id,name\nC1,A1,Ann\n");
        const auto applied = set.apply(preview);
        REQUIRE_FALSE(applied);
        CHECK(applied.error().code == Code("csv.file-changed"));
        CHECK(set.desk.count<Account>() == 0);
    }
    SECTION("where it was cancelled")
    {
        const std::atomic<bool> isCancelled = true;
        const auto applied = set.apply(preview, {{}, &isCancelled});
        REQUIRE_FALSE(applied);
        CHECK(applied.error().kind == ErrorKind::Cancelled);
        CHECK(set.desk.count<Account>() == 0);
    }
}

TEST_CASE("what was planned for the preview is not planned again when it is applied")
{
    Set set;
    set.add(QStringLiteral("accounts.csv"), someAccounts);
    set.add(QStringLiteral("people.csv"), "Kennung,Konto,Wer\nC1,A1,Ann Lee\nC2,A2,Bo Dahl\n");
    set.add(QStringLiteral("use.csv"), "account_id,day,logins\nA1,2026-11-01,5\nA2,2026-11-02,7\nA2,2026-11-03,8\n");
    set.requests[1].hints.kind = kindNamed(u"contacts");
    set.requests[1].hints.map = {{QStringLiteral("Kennung"), QStringLiteral("external_id")},
                                 {QStringLiteral("Konto"), QStringLiteral("account_id")},
                                 {QStringLiteral("Wer"), QStringLiteral("name")}};
    FilesPreview preview = set.preview();
    for (const FilePreview& file : preview.files)
        for (const Ask& ask : file.plan.detection.asks)
            FAIL(std::string(ask.code.id()) << ' ' << ask.column.toStdString());
    REQUIRE(preview.taken() == 3);
    // Planned anew, these would bring nothing: nobody says any more what their columns are.
    for (const std::size_t at : {1U, 2U}) {
        preview.files[at].plan.request.hints.kind = kindNamed(u"tickets");
        preview.files[at].plan.request.hints.map.clear();
    }
    const auto applied = set.apply(preview);
    REQUIRE(applied);
    CHECK(applied->at(1) == Counts{2, 2, 0, 0, 0});
    CHECK(applied->at(2) == Counts{3, 3, 0, 0, 0});
    const auto people = set.desk.all<Contact>();
    const auto accounts = set.desk.all<Account>();
    REQUIRE(people.size() == 2);
    for (const Contact& each : people)
        CHECK(
            std::ranges::any_of(accounts, [&](const Account& account) { return account.id == each.account.value(); }));
    CHECK(set.desk.usage().size() == 3);
    CHECK(set.desk.book().check({}).value().problems.empty());
    // One step of undo.
    const auto keys = set.desk.book().keys(Entity::Contact);
    REQUIRE(keys);
    CHECK(keys->size() == 2);
    REQUIRE(set.desk.book().undo());
    CHECK(set.desk.count<Account>() == 0);
}

TEST_CASE("a name that nobody knows becomes an account where the user says so, and only that one")
{
    Set set;
    set.add(QStringLiteral("contacts.csv"), someContacts);
    set.requests.back().newAccounts = {QStringLiteral("A2")};
    CHECK(set.preview().counts() == Counts{3, 1, 0, 0, 2});
    set.requests.clear();
    set.add(QStringLiteral("usage.csv"), "account_id,day,logins\nA1,2026-11-01,3\nA2,2026-11-01,4\n");
    set.requests.back().newAccounts = {QStringLiteral("A1")};
    CHECK(set.preview().counts() == Counts{2, 1, 0, 0, 1});
}

TEST_CASE("a profile that was saved knows the next file of its kind")
{
    Set set;
    set.add(QStringLiteral("dump.csv"), "Ref,Firm,Ends,Colour\nA1,Acme,03/04/2027,blue\nA2,Borealis,05/06/2027,red\n");
    ImportRequest& request = set.requests.back();
    request.hints.kind = kindNamed(u"accounts");
    request.hints.map = {{QStringLiteral("Ref"), QStringLiteral("external_id")},
                         {QStringLiteral("Firm"), QStringLiteral("name")},
                         {QStringLiteral("Ends"), QStringLiteral("renewal_date")},
                         {QStringLiteral("Colour"), QStringLiteral("ignore")}};
    request.answers.dateOrder = DateOrder::Dmy;
    const FilesPreview preview = set.preview();
    REQUIRE(preview.taken() == 1);
    const QByteArray json =
        profileJson(QStringLiteral("Ours"), preview.files[0].plan.detection, request.answers.dateOrder);
    const auto save = [&](book::Edit& edit) {
        return saveProfile(set.desk.book(), edit, QStringLiteral("Ours"), json);
    };
    REQUIRE(set.desk.book().edit({Code("edit.import-profile"), {}}, {}, save));
    set.requests.clear();
    set.add(QStringLiteral("other name.csv"), "Ref,Firm,Ends,Colour\nA3,Cirrus,01/02/2027,red\n");
    const FilesPreview next = set.preview();
    REQUIRE(next.taken() == 1);
    const ImportPlan& plan = next.files[0].plan;
    CHECK(plan.detection.profile == QStringLiteral("Ours"));
    CHECK(plan.detection.kind.name() == QStringLiteral("accounts"));
    const auto field = static_cast<std::size_t>(info(Entity::Account).indexOf(u"renewal_date"));
    CHECK(std::get<QDate>(plan.records[0].after[field]) == QDate(2027, 2, 1));
    REQUIRE(set.desk.book().edit({Code("edit.import-profile"), {}}, {}, save));
    const auto definitions = set.desk.all<Definition>();
    CHECK(definitions.size() == 2);
}

TEST_CASE("a folder of one vendor's exports is read in one go, in whatever order its files come")
{
    const QString data = steward::tests::sharedData();
    if (data.isEmpty()) {
        WARN("skipped: no shared data");
        return;
    }
    Set set;
    const QDir folder(data + QStringLiteral("/customer360"));
    const QStringList names = folder.entryList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        set.requests.push_back(Desk::request(folder.filePath(name)));
        set.requests.back().today = QDate(2025, 11, 16);
    }
    const FilesPreview preview = set.preview();
    CHECK(preview.taken() == 6);
    REQUIRE(set.apply(preview));
    CHECK(set.desk.count<Account>() == 300);
    CHECK(set.desk.count<Contact>() == 1000);
    CHECK(set.desk.count<Invoice>() == 1199);
    CHECK(set.desk.count<Survey>() == 399);
    CHECK(set.desk.count<Ticket>() == 599);
    CHECK(preview.counts().rejected == 0);
    CHECK(preview.dataUpTo() == QDate(2025, 11, 15));
}
