// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/content_words.h"

#include "core/content/content.h"
#include "tests/support/printers.h"

using namespace steward;
using namespace Qt::Literals::StringLiterals;

namespace {

const content::Content& shipped()
{
    static const content::Content content = content::shipped().value();
    return content;
}

const words::ContentWords& english()
{
    static const words::ContentWords words(shipped(), QLocale(QLocale::English, QLocale::UnitedKingdom));
    return words;
}

struct Said
{
    const char* key;
    Arguments arguments;
    const char* text;
};

} // namespace

TEST_CASE("keys and typed arguments of figures become sentences", "[words]")
{
    const QDate day(2026, 11, 9);
    const Said table[] = {
        {"measure.payment.none", {}, "Nothing overdue"},
        {"measure.payment.overdue",
         {u"R-7"_s, Money{120'050, Currency("EUR")}, qint64(41), qint64(38)},
         "Invoice R-7 (\u20ac1,200.50) is 41 days overdue; usually pays 38 days late"},
        {"measure.tickets_trend.trend_mixed", {3.0, 1.5}, "3 tickets in four weeks against 1.5 usually"},
        {"measure.tickets_trend.trend_mixed", {1.0, 1.5}, "1 ticket in four weeks against 1.5 usually"},
        {"measure.goals.all", {qint64(1), qint64(1), QString()}, "1 of 1 agreed goal met or on track"},
        {"measure.silence.quiet", {qint64(1)}, "Nothing heard for 1 day"},
        {"measure.silence.quiet", {qint64(2)}, "Nothing heard for 2 days"},
        {"measure.silence.quiet", {qint64(0)}, "Heard from them on the last day of the data"},
        {"signal.milestone.reached.anniversary",
         {QString(), QDate(2026, 11, 2), QString(), qint64(1)},
         "Customer for 1 year on 2 Nov 2026"},
        {"signal.milestone.reached.anniversary",
         {QString(), QDate(2026, 11, 2), QString(), qint64(2)},
         "Customer for 2 years on 2 Nov 2026"},
        {"cap.single_thread", {qint64(0), qint64(90)}, "No person named is in contact and the renewal is in 90 days"},
        {"cap.single_thread", {qint64(1), qint64(1)}, "Only 1 person in contact and the renewal is in 1 day"},
        {"unknown.never_rated", {u"pulse"_s}, "Nobody has rated this account yet"},
        {"not_applicable.no_invoice_yet", {}, "No invoice due so far"},
        {"measure.pulse.rated", {u"CSM A"_s, u"2"_s, day, u"use_falling, trusts_advice"_s}, nullptr},
        {"measure.breadth.used_plan", {qint64(1), qint64(3), u"Reports, Exports"_s}, nullptr},
    };
    for (const Said& each : table) {
        const QString text = english().sentence(QString::fromLatin1(each.key), each.arguments);
        INFO(each.key << ": " << text.toStdString());
        CHECK_FALSE(text.contains(u'{'));
        CHECK_FALSE(text.contains(u'_'));
        if (each.text)
            CHECK(text == QString::fromUtf8(each.text));
    }
}

TEST_CASE("ids of a word list are said in its words, unknown ones as they were written", "[words]")
{
    const auto sponsor = [](const QString& role) {
        return english().sentence(u"cap.sponsor_unhappy"_s, {role, 3.0, QDate(2026, 11, 9)});
    };
    CHECK(sponsor(u"decision_maker"_s).startsWith(u"Decision maker scored 3 on "));
    CHECK(english().sentence(u"measure.threads.people"_s, {qint64(2), u"decision_maker, Head of Harbour"_s}) ==
          u"2 people in contact in 90 days: decision maker, head of Harbour");
    CHECK(english().word(u"contact_role", u"decision_maker"_s) == u"Decision maker");
    CHECK(english().word(u"contact_role", u"harbour master"_s) == u"harbour master");
    CHECK(english().word(u"no such list", u"x"_s) == u"x");
}

TEST_CASE("a part that leads to an empty argument is left out", "[words]")
{
    const QDate due(2026, 12, 1);
    const QString whole = english().sentence(u"measure.risks_open.open"_s, {u"budget"_s, u"high"_s, u"Ana"_s, due});
    const QString bare = english().sentence(u"measure.risks_open.open"_s, {u"budget"_s, u"high"_s, QString(), due});
    CHECK(whole.contains(u", Ana, due"));
    CHECK(bare == QString(whole).remove(u", Ana"_s));
    const auto undated = [](const QString& kind, const QString& severity, const QString& owner) {
        return english().sentence(u"measure.risks_open.undated"_s, {kind, severity, owner, QDate()});
    };
    CHECK(undated({}, {}, u"Ana"_s) == u"Open risk: Ana");
    CHECK(undated({}, u"high"_s, u"Ana"_s) == u"Open risk: high, Ana");
    CHECK(undated({}, {}, {}) == u"Open risk");
    CHECK(english().sentence(u"cap.risk_critical"_s, {QString()}) == u"Critical risk");
    const QString talk = english().sentence(u"brief.last_talk"_s, {due, QString(), u"Prices"_s});
    CHECK_FALSE(talk.contains(u"with"));
    CHECK(talk.endsWith(u"about Prices"));
}

TEST_CASE("a mean of people is whole, with a decimal where the two would look alike or not give the percent", "[words]")
{
    const auto change = [](double before, double now) {
        const double percent = 100 * (now - before) / before;
        return english().sentence(u"measure.usage_trend.down"_s, {u"logins"_s, before, now, percent});
    };
    CHECK(change(41, 24.19).contains(u"from 41 to 24 (−41"));
    CHECK(change(12.4, 10.6).contains(u"from 12.4 to 10.6 (−15"));
    CHECK(change(8.4, 5.6).contains(u"from 8.4 to 5.6 (−33"));
    CHECK(change(5.04, 4.96).contains(u"from 5.04 to 4.96 (−2"));
    CHECK(change(0.02, 0).contains(u"from 0.02 to 0 (−100"));
}

TEST_CASE("what has no subject, title or words is said to have none", "[words]")
{
    const QDate day(2026, 11, 9);
    const Said table[] = {
        {"brief.tickets", {QString(), qint64(1)}, "A ticket without a subject open for 1 day"},
        {"brief.tickets", {u"It fails"_s, qint64(2)}, "\"It fails\" open for 2 days"},
        {"brief.goals", {QString(), 3.0, 4.0, day}, "A goal without words: now 3, target 4, due 9 Nov 2026"},
        {"measure.tickets_open.open",
         {qint64(1), qint64(4), QString()},
         "1 urgent or escalated ticket open, the oldest for 4 days: a ticket without a subject"},
        {"measure.goals.behind",
         {qint64(1), qint64(2), QString()},
         "1 of 2 agreed goals met or on track; behind: a goal without words"},
        {"cap.escalated", {QString(), day}, "Escalation without a subject open since 9 Nov 2026"},
        {"cap.escalated", {u"It fails"_s, day}, "Escalation \"It fails\" open since 9 Nov 2026"},
        {"signal.ticket.urgent.urgent", {QString(), qint64(3)}, nullptr},
    };
    for (const Said& each : table) {
        const QString text = english().sentence(QString::fromLatin1(each.key), each.arguments);
        INFO(each.key << ": " << text.toStdString());
        CHECK_FALSE(text.contains(u"\"\""));
        if (each.text)
            CHECK(text == QString::fromUtf8(each.text));
    }
}

TEST_CASE("seats in use are whole: nobody uses a part of one", "[words]")
{
    const auto said = [](double used, qint64 bought, double percent) {
        return english().sentence(u"measure.licence_use.used"_s, {used, bought, percent, qint64(5)});
    };
    CHECK(said(31.2, 40, 78).startsWith(u"31 of 40 seats used"));
    CHECK(said(7.4, 10, 74).startsWith(u"7 of 10 seats used"));
    CHECK(said(7.0, 10, 70).startsWith(u"7 of 10 seats used"));
    CHECK(english().sentence(u"cap.licence_empty"_s, {0.6, qint64(40), qint64(5)}) == u"1 of 40 seats used in month 5");
}

TEST_CASE("a key that the content lacks is shown itself with its arguments", "[words]")
{
    CHECK(english().sentence(u"measure.pigeons.fly"_s, {qint64(7)}).contains(u"measure.pigeons.fly"));
    CHECK(english().sentence(u"measure.pigeons.fly"_s, {qint64(7)}).contains(u'7'));
}

TEST_CASE("every kind of data has words and every gap an advice that begins with what to do", "[words]")
{
    QStringList seen;
    for (const QStringView kind :
         {u"usage", u"subscriptions", u"invoices", u"tickets", u"surveys", u"touches", u"contacts", u"contact_roles",
          u"goals", u"milestones", u"values", u"risks", u"pulse", u"escalations"}) {
        INFO(kind.toString().toStdString());
        CHECK_FALSE(english().kinds(kind).contains(u'_'));
        for (const QStringView gap : {u"not_connected", u"too_old", u"too_little", u"not_practised"}) {
            const QString advice = english().advice(gap, kind);
            CHECK(advice.size() > 8);
            CHECK(advice.front().isUpper());
            CHECK_FALSE(advice.contains(u'%'));
            CHECK_FALSE(advice.startsWith(u"Nothing"));
            seen << advice;
        }
    }
    CHECK(english().kinds(u"contact_roles") == u"contact roles");
    CHECK(english().advice(u"too_old", u"usage") == u"Import newer usage");
    CHECK(english().advice(u"not_practised", u"goals") == u"Record goals for at least half of the accounts");
    CHECK(english().advice(u"too_little", u"usage", u"unknown.no_seat_metric") ==
          u"Say which metric counts the seats in use");
    CHECK(english().advice(u"too_little", u"usage", u"unknown.no_usage") == u"See why these accounts send no usage");
    // One is enough to practise these.
    CHECK(english().advice(u"not_practised", u"risks") == u"Record risks");
    CHECK(english().kinds(u"pigeons") == u"pigeons");
    CHECK(seen.removeDuplicates() < 10);
}
