// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/pptx.h"
#include "core/print/html.h"
#include "core/print/markdown.h"
#include "core/print/recap.h"
#include "tests/core/deck/package_reader.h"
#include "tests/core/print/sample_decks.h"
#include "tests/support/portfolio_builder.h"

using namespace steward;
using namespace steward::tests;

namespace {

const QDate inQuarter(2026, 8, 3);

/// Everything that is ours alone says so; nothing of it may leave the house. Numbers are canaries too.
PortfolioBuilder withCanaries()
{
    PortfolioBuilder book = aBook();
    book.account(QStringLiteral("Acme")).with([](Account& each) {
        each.marketNotes = QStringLiteral("CANARY market note");
        each.tags = {QStringLiteral("CANARY tag")};
        each.churnReason = QStringLiteral("CANARY churn");
        each.segmentReason = QStringLiteral("CANARY segment");
    });
    book.make<Contact>([](Contact& each) {
        each.id = 77;
        each.name = QStringLiteral("Dana Amari");
        each.title = QStringLiteral("chief operating officer");
        each.joinedOn = inQuarter;
        each.viewOfUs = QStringLiteral("CANARY view");
        each.note = QStringLiteral("CANARY contact note");
        each.influence = 987654;
    });
    book.make<Pulse>([](Pulse& each) {
        each.day = inQuarter;
        each.rating = 987654;
        each.note = QStringLiteral("CANARY pulse");
    });
    book.make<Risk>([](Risk& each) {
        each.opened = inQuarter;
        each.kind = each.text = each.mitigation = QStringLiteral("CANARY risk");
    });
    book.make<Touch>([](Touch& each) {
        each.day = inQuarter;
        each.kind = QStringLiteral("meeting");
        each.subject = each.text = each.sentiment = QStringLiteral("CANARY touch");
    });
    book.make<RenewalCall>([](RenewalCall& each) {
        each.day = inQuarter;
        each.call = each.reason = QStringLiteral("CANARY call");
        each.amount = Minor{987654};
    });
    book.make<Opportunity>([](Opportunity& each) {
        each.created = inQuarter;
        each.name = each.csmCall = each.reason = QStringLiteral("CANARY deal");
        each.amount = Minor{98765400};
    });
    book.make<Task>([](Task& each) {
        each.created = inQuarter;
        each.title = each.note = QStringLiteral("CANARY task");
    });
    book.make<Override>([](Override& each) {
        each.from = inQuarter;
        each.note = each.reason = QStringLiteral("CANARY override");
    });
    book.make<Churn>([](Churn& each) {
        each.day = inQuarter;
        each.reason = each.words = QStringLiteral("CANARY loss");
    });
    book.make<AccountEvent>([](AccountEvent& each) {
        each.day = inQuarter;
        each.kind = QStringLiteral("new_leadership");
        each.note = QStringLiteral("CANARY event");
    });
    book.make<AccountEvent>([](AccountEvent& each) {
        each.day = inQuarter;
        each.kind = QStringLiteral("layoffs");
        each.note = QStringLiteral("CANARY layoffs");
    });
    book.make<Escalation>([](Escalation& each) {
        each.opened = inQuarter;
        each.subject = each.businessEffect = QStringLiteral("CANARY escalation");
        each.satisfactionBefore = 987654;
    });
    book.make<FeatureNote>([](FeatureNote& each) {
        each.day = inQuarter;
        each.feature = each.why = QStringLiteral("CANARY feature");
    });
    book.make<steward::Feedback>([](steward::Feedback& each) {
        each.day = inQuarter;
        each.words = QStringLiteral("A report for the board, please");
        each.route = QStringLiteral("product");
        each.sentiment = QStringLiteral("CANARY sentiment");
        each.decision = QStringLiteral("CANARY decision");
    });
    book.make<Ticket>([](Ticket& each) {
        each.opened = inQuarter;
        each.subject = QStringLiteral("CANARY subject");
        each.priority = QStringLiteral("urgent");
        each.category = QStringLiteral("labels");
    });
    book.make<Advocacy>([](Advocacy& each) {
        each.day = inQuarter;
        each.storyGoal = each.storyHow = each.storyResult = QStringLiteral("CANARY story without consent");
    });
    book.make<Qbr>([](Qbr& each) {
        each.quarter = {2026, 7, 1};
        each.meetingStart = Instant{1'790'000'000'000};
        each.attendees = {ContactId(77)};
        each.actions.text =
            QStringLiteral(R"([{"what":"Half a day on reports","who":"us","due":"2026-12-01","why":"CANARY reason"}])");
    });
    book.account(QStringLiteral("CANARY other account")).make<Goal>([](Goal& each) {
        each.outcome = each.shortName = QStringLiteral("CANARY other goal");
        each.status = QStringLiteral("on_track");
    });
    return book;
}

void checkClean(const QByteArray& bytes, const QString& where)
{
    for (const char* canary : {"CANARY", "987654", "987,654"}) {
        INFO(where.toStdString() << ' ' << canary);
        CHECK_FALSE(bytes.contains(canary));
    }
}

} // namespace

TEST_CASE("nothing that is ours alone is in any part of the customer's copy, nor of the presenter's", "[print]")
{
    const PortfolioBuilder builder = withCanaries();
    const Reviews book(builder.build());
    const qbr::Pack pack = book.pack(builder.id(QStringLiteral("Acme")), {2026, 3});
    for (const print::Copy copy : {print::Copy::Customer, print::Copy::Presenter}) {
        const deck::Deck slides = book.slides(pack, copy);
        const auto bytes = deck::pptx(slides);
        REQUIRE(bytes);
        for (const auto& [name, content] : readPackage(*bytes).parts) {
            checkClean(content, QString::fromUtf8(name));
            if (name.endsWith(".xlsx"))
                for (const auto& [part, text] : readPackage(content).parts)
                    checkClean(text, QString::fromUtf8(name + '!' + part));
        }
        checkClean(print::html(slides, book.wording.locale()), QStringLiteral("html"));
        checkClean(print::markdown(slides, book.wording.locale()), QStringLiteral("markdown"));
    }
    const auto recap = qbr::recapOf(book.facts, pack);
    REQUIRE(recap);
    const mail::Message message = print::recapMessage(*recap, book.wording, {0}, book.facts.book().zone);
    checkClean(mail::eml(message), QStringLiteral("recap"));
    checkClean(mail::ics(print::checkInEvents(*recap, book.wording), {0}), QStringLiteral("check-ins"));
    CHECK(message.text.contains(QStringLiteral("Half a day on reports")));
    // The deck is not empty: what a customer may see is there.
    const QByteArray text = print::markdown(book.slides(pack), book.wording.locale());
    CHECK(text.contains("A report for the board, please"));
    CHECK(text.contains("new leadership"));
    CHECK(text.contains("Dana Amari"));
}
