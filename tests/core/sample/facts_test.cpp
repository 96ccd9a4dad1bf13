// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "core/model/catalogue.h"
#include "tests/core/sample/sample_fixture.h"
#include "tests/support/printers.h"

#include <QRegularExpression>
#include <set>

/// What holds for every row of a sample book, whatever it tells.
using namespace steward;
using namespace steward::tests;

namespace {

/// Fields that speak of what is planned, and touches that stand in the diary.
bool isPlanned(const FieldInfo& field, const Row& row, const EntityInfo& entity)
{
    static const std::set<QString> planned{QStringLiteral("due"),
                                           QStringLiteral("renewal_date"),
                                           QStringLiteral("notice_by"),
                                           QStringLiteral("card_expires"),
                                           QStringLiteral("planned"),
                                           QStringLiteral("close_date"),
                                           QStringLiteral("until"),
                                           QStringLiteral("consent_until"),
                                           QStringLiteral("cycle"),
                                           QStringLiteral("review_on"),
                                           QStringLiteral("next_update_due"),
                                           QStringLiteral("snoozed_to"),
                                           QStringLiteral("commitment_until")};
    if (planned.count(field.name) == 1)
        return true;
    if (entity.entity == Entity::QuietPeriod)
        return true;
    const auto at = static_cast<std::size_t>(std::max(0, entity.indexOf(u"planned")));
    return entity.entity == Entity::Touch && std::get_if<qint64>(&row[at]) && std::get<qint64>(row[at]) == 1;
}

} // namespace

TEST_CASE("nothing in the sample book happened after its last day")
{
    const auto [lastDay, seed] =
        GENERATE(table<QDate, quint64>({{sampleDay, 1}, {QDate(2028, 2, 29), 3}, {QDate(2026, 12, 28), 5}}));
    const SampleFile sample(60, seed, lastDay);
    const qint64 endOfDay = (qint64(usageDay(lastDay)) + 1) * 86'400'000;
    for (const EntityInfo& entity : catalogue()) {
        int rows = 0;
        must(sample.file.book->forEach(entity.entity, [&, last = lastDay](const Row& row) {
            ++rows;
            CHECK(std::get<qint64>(row[RecordedField]) < endOfDay);
            for (std::size_t i = 0; i < entity.fields.size(); ++i)
                if (const auto* day = std::get_if<QDate>(&row[i]); day && !isPlanned(entity.fields[i], row, entity)) {
                    INFO(entity.name.toStdString() << "." << entity.fields[i].name.toStdString() << " "
                                                   << day->toString(Qt::ISODate).toStdString());
                    CHECK(*day <= last);
                }
            return true;
        }));
        // A finance tool's own list of movements would take the place of the subscriptions.
        const bool isLeftOut =
            entity.entity == Entity::Movement || entity.entity == Entity::Snapshot || entity.entity == Entity::Import;
        INFO(entity.name.toStdString());
        CHECK((rows > 0) == !isLeftOut);
    }
    for (const Change& each : must(sample.file.book->changes()))
        CHECK(each.day <= lastDay);
}

TEST_CASE("the sample book's texts are real sentences with nothing left to fill in")
{
    const SampleFile sample;
    const QRegularExpression open(QStringLiteral("\\{[a-z]+\\}"));
    for (const EntityInfo& entity : catalogue()) {
        if (entity.entity == Entity::Definition)
            continue;
        must(sample.file.book->forEach(entity.entity, [&](const Row& row) {
            for (std::size_t i = 0; i < entity.fields.size(); ++i)
                if (const auto* text = std::get_if<QString>(&row[i])) {
                    INFO(entity.name.toStdString() << ": " << text->toStdString());
                    CHECK_FALSE(text->contains(QLatin1String("lorem"), Qt::CaseInsensitive));
                    CHECK_FALSE(open.match(*text).hasMatch());
                }
            return true;
        }));
    }
}

TEST_CASE("people of the sample book live at addresses and numbers reserved for fiction")
{
    const QRegularExpression number(QStringLiteral(
        "^(\\+1 \\d{3} 555-01\\d\\d|\\+44 20 7946 0\\d{3}|\\+33 1 99 00 \\d\\d \\d\\d|\\+61 2 5550 \\d{4})$"));
    const QRegularExpression address(QStringLiteral("^[a-z0-9.]+@[a-z0-9-]+\\.example$"));
    std::set<QString> names;
    for (const AccountFacts& each : sampleBook().facts) {
        CHECK(each.account.domain.endsWith(QLatin1String(".example")));
        names.insert(each.account.name);
        std::set<QString> addresses;
        for (const Contact& contact : each.of<Contact>()) {
            INFO(contact.email.toStdString() << " " << contact.phone.toStdString());
            CHECK(address.match(contact.email).hasMatch());
            CHECK(number.match(contact.phone).hasMatch());
            addresses.insert(contact.email);
        }
        CHECK(addresses.size() == each.of<Contact>().size());
    }
    CHECK(names.size() == 60);
}

TEST_CASE("the sample book carries the shipped content and its own settings")
{
    const auto& book = sampleBook().facts.book();
    std::set<QString> content;
    for (const Definition& each : book.definitions)
        if (each.kind == u"content")
            content.insert(each.name);
    for (const QString& name : content::fileNames())
        CHECK(content.count(name) == 1);
    CHECK(book.currency == Currency("EUR"));
    CHECK(book.zone.id() == "Europe/Berlin");
    CHECK(book.fiscalYearStart == 1);
}

TEST_CASE("codes in the sample book are ids of the word lists")
{
    const auto words = must(content::shipped()).words;
    const auto& facts = sampleBook().facts;
    const auto known = [&](QStringView list, const QString& id) {
        INFO(list.toString().toStdString() << ": " << id.toStdString());
        CHECK((id.isEmpty() || words.find(list)->find(id) != nullptr));
    };
    for (const AccountFacts& each : facts) {
        for (const Touch& touch : each.of<Touch>()) {
            known(u"touch_kind", touch.kind);
            known(u"touch_purpose", touch.purpose);
            known(u"sentiment", touch.sentiment);
        }
        for (const ContactRole& role : each.of<ContactRole>())
            known(u"contact_role", role.role);
        for (const Goal& goal : each.of<Goal>()) {
            known(u"goal_status", goal.status);
            known(u"goal_category", goal.category);
        }
        for (const Risk& risk : each.of<Risk>()) {
            known(u"risk_kind", risk.kind);
            known(u"risk_outcome", risk.outcome);
        }
        for (const Opportunity& chance : each.of<Opportunity>())
            known(u"opportunity_kind", chance.kind);
        for (const RenewalCall& call : each.of<RenewalCall>())
            known(u"renewal_call", call.call);
        for (const Advocacy& advocacy : each.of<Advocacy>())
            known(u"advocacy_status", advocacy.status);
        for (const Churn& churn : each.of<Churn>())
            known(u"churn_reason", churn.reason);
        for (const AccountEvent& event : each.of<AccountEvent>())
            known(u"account_event", event.kind);
        for (const Task& task : each.of<Task>())
            known(u"task_category", task.category);
        for (const Feedback& wish : each.of<Feedback>())
            known(u"feedback_state", wish.state);
        for (const Pulse& pulse : each.of<Pulse>())
            for (const QString& reason : pulse.reasons)
                known(u"pulse_reason", reason);
    }
}
