// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/score_book.h"

#include "tests/bench/text_file.h"

#include <algorithm>
#include <array>

namespace steward::bench {

namespace {

constexpr int contacts = 4;
constexpr int features = 3;
constexpr qint64 planId = 1;
constexpr qint64 perAccount = 1'000; ///< ids of an account's records

/// A number from 0 to n - 1 that looks drawn.
qint64 pick(qint64 account, qint64 what, qint64 n)
{
    quint64 mixed = static_cast<quint64>(account * 1'000'003 + what) * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 29U;
    mixed *= 0xBF58476D1CE4E5B9U;
    return static_cast<qint64>((mixed >> 33U) % static_cast<quint64>(n));
}

QDate before(qint64 days) { return scoreDay().addDays(-days); }

/// The rows of one account while they are made: ids count up, lists are sorted by day.
class Account
{
public:
    explicit Account(qint64 number)
        : m_i(number)
        , m_next(number * perAccount + 1'000'000'000)
    {
        m_facts.account.id = number + 1;
        m_facts.account.name = QStringLiteral("Customer %1").arg(number);
        addContract();
        addUsage();
        addInvoices();
        addPeople();
        addVoice();
        addOutcomes();
    }
    [[nodiscard]] AccountFacts take() { return std::move(m_facts); }

private:
    template <class T>
    T row()
    {
        T made;
        made.id = m_next++;
        made.account = AccountId(m_i + 1);
        return made;
    }
    template <class T>
    void keep(std::vector<T> rows, QDate T::*day)
    {
        std::ranges::stable_sort(rows, [day](const T& a, const T& b) { return a.*day < b.*day; });
        m_facts.set(std::move(rows));
    }
    [[nodiscard]] qint64 any(qint64 what, qint64 n) const { return pick(m_i, what, n); }
    [[nodiscard]] ContactId contact(qint64 which) const { return ContactId(m_i * contacts + which + 1); }

    void addContract()
    {
        auto subscription = row<Subscription>();
        m_seats = 10 + any(1, 200);
        subscription.seats = m_seats;
        subscription.plan = PlanId(planId);
        subscription.amount = Minor{m_seats * 2'000};
        subscription.billingPeriod = QStringLiteral("month");
        subscription.start = before(300 + any(2, 900));
        subscription.renewalDate = scoreDay().addDays(200 + any(3, 100));
        m_facts.set(std::vector{subscription});
        auto method = row<PaymentMethod>();
        const bool byCard = any(4, 3) == 0;
        method.kind = byCard ? QStringLiteral("card") : QStringLiteral("transfer");
        method.from = subscription.start;
        if (byCard)
            method.cardExpires = before(40 - any(5, 400));
        m_facts.set(std::vector{method});
    }

    void addUsage()
    {
        const double level = 4 + double(any(6, m_seats));
        const double factor = std::array{0.5, 0.7, 0.95, 1.0, 1.2}.at(static_cast<std::size_t>(any(7, 5)));
        const qint64 silent = any(8, 25) == 0 ? any(9, 40) : 0;
        std::vector<UsageSeries> usage(1 + features);
        for (int series = 0; series <= features; ++series)
            usage[static_cast<std::size_t>(series)].metric = MetricId(series + 1);
        for (qint64 ago = 83; ago >= 0; --ago) {
            const QDate day = before(ago);
            const double people = level * (day.dayOfWeek() > 5 ? 0.3 : 1) * (ago < 28 ? factor : 1);
            const double value = ago < silent ? 0 : double(qint64(people + double(any(100 + ago, 3))));
            usage[0].points.push_back({usageDay(day), value});
            for (int feature = 1; feature <= features && ago < 28; ++feature)
                if (any(300 + ago * features + feature, 4 + 5 * feature) == 0)
                    usage[static_cast<std::size_t>(feature)].points.push_back({usageDay(day), 1});
        }
        std::erase_if(usage, [](const UsageSeries& each) { return each.points.empty(); });
        m_facts.usage = Usage(std::move(usage));
    }

    void addInvoices()
    {
        std::vector<Invoice> invoices;
        for (qint64 month = 11; month >= 0; --month) {
            auto invoice = row<Invoice>();
            invoice.number = QStringLiteral("R%1-%2").arg(m_i).arg(month);
            invoice.issued = before(20 + 30 * month);
            invoice.due = invoice.issued.addDays(14);
            invoice.amount = Minor{m_seats * 2'000};
            const bool isOpen = month < 3 && any(20 + month, 8) == 0;
            if (!isOpen)
                invoice.paidOn = invoice.due.addDays(any(30 + month, month == 0 ? 6 : 15));
            invoices.push_back(invoice);
        }
        keep(std::move(invoices), &Invoice::issued);
    }

    void addPeople()
    {
        std::vector<Contact> people;
        std::vector<ContactRole> roles;
        const std::array names = {QStringLiteral("sponsor"), QStringLiteral("champion"), QStringLiteral("user")};
        for (qint64 which = 0; which < contacts; ++which) {
            auto person = row<Contact>();
            person.id = contact(which).value();
            person.name = QStringLiteral("Person %1").arg(person.id);
            people.push_back(person);
            if (which == contacts - 1)
                continue;
            auto role = row<ContactRole>();
            role.contact = contact(which);
            role.role = names[static_cast<std::size_t>(which)];
            role.from = before(290);
            roles.push_back(role);
        }
        m_facts.set(std::move(people));
        m_facts.set(std::move(roles));
        std::vector<Touch> touches;
        const std::array kinds = {QStringLiteral("meeting"), QStringLiteral("call"), QStringLiteral("email"),
                                  QStringLiteral("note")};
        for (qint64 i = 0; i < 8; ++i) {
            auto touch = row<Touch>();
            touch.kind = kinds[static_cast<std::size_t>(any(60 + i, 4))];
            touch.direction = any(70 + i, 2) == 0 ? QStringLiteral("out") : QStringLiteral("both");
            touch.day = before(any(80 + i, 170));
            touch.contacts = {contact(any(90 + i, contacts))};
            touches.push_back(touch);
        }
        keep(std::move(touches), &Touch::day);
        auto pulse = row<Pulse>();
        pulse.day = before(any(40, 120));
        pulse.rating = 1 + any(41, 6);
        m_facts.set(std::vector{pulse});
    }

    void addVoice()
    {
        std::vector<Ticket> tickets;
        const std::array priorities = {QStringLiteral("low"), QStringLiteral("normal"), QStringLiteral("high"),
                                       QStringLiteral("urgent")};
        for (qint64 i = 0; i < 3 + any(42, 10); ++i) {
            auto ticket = row<Ticket>();
            ticket.contact = contact(any(500 + i, contacts));
            ticket.subject = QStringLiteral("Ticket");
            ticket.opened = before(any(520 + i, 210));
            const QDate closed = ticket.opened.addDays(any(540 + i, 15));
            if (closed <= scoreDay() && any(560 + i, 12) != 0)
                ticket.closed = closed;
            const qint64 priority = any(580 + i, 20);
            ticket.priority = priorities[static_cast<std::size_t>(priority == 19 ? 3 : priority % 3)];
            if (ticket.closed.isValid() && any(600 + i, 2) == 0)
                ticket.csat = double(1 + std::min<qint64>(4, any(620 + i, 7)));
            tickets.push_back(ticket);
        }
        keep(std::move(tickets), &Ticket::opened);
        std::vector<Survey> surveys;
        for (qint64 i = 0; i < 5; ++i) {
            auto answer = row<Survey>();
            answer.kind = QStringLiteral("nps");
            answer.contact = contact(any(640 + i, contacts));
            answer.day = before(any(650 + i, 500));
            answer.score = double(std::min<qint64>(10, 2 + any(660 + i, 12)));
            surveys.push_back(answer);
        }
        keep(std::move(surveys), &Survey::day);
    }

    void addOutcomes()
    {
        std::vector<Goal> goals;
        const std::array states = {QStringLiteral("on_track"), QStringLiteral("at_risk"), QStringLiteral("behind"),
                                   QStringLiteral("met")};
        for (qint64 i = 0; i < 3; ++i) {
            auto goal = row<Goal>();
            goal.outcome = QStringLiteral("Goal %1").arg(i);
            goal.status = states[static_cast<std::size_t>(any(700 + i, 4))];
            goal.agreedOn = before(250);
            goal.lastReviewed = before(any(710 + i, 60));
            goal.due = before(60 - any(720 + i, 400));
            goal.priority = 1 + any(730 + i, 3);
            if (goal.status == u"met")
                goal.metOn = before(any(740 + i, 90));
            goals.push_back(goal);
        }
        keep(std::move(goals), &Goal::agreedOn);
        auto value = row<Value>();
        value.day = before(any(750, 500));
        value.text = QStringLiteral("Hours saved");
        m_facts.set(std::vector{value});
        if (any(760, 3) != 0)
            return;
        auto risk = row<Risk>();
        risk.kind = QStringLiteral("adoption");
        risk.severity = std::array{QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")}.at(
            static_cast<std::size_t>(any(761, 3)));
        risk.opened = before(50);
        risk.due = before(20 - any(762, 60));
        m_facts.set(std::vector{risk});
    }

    qint64 m_i;
    qint64 m_next;
    qint64 m_seats = 0;
    AccountFacts m_facts;
};

/// One table as CSV; nothing where there is no value.
class Table
{
public:
    Table(const QString& folder, const char* name)
        : m_file(folder + u'/' + QLatin1StringView(name) + QStringLiteral(".csv"))
    {
    }
    template <class... Cells>
    void row(const Cells&... cells)
    {
        m_isFirst = true;
        (add(text(cells)), ...);
        m_file.add("\n");
    }
    [[nodiscard]] bool finish() { return m_file.finish(); }

private:
    static QByteArray text(qint64 value) { return QByteArray::number(value); }
    static QByteArray text(double value) { return QByteArray::number(value); }
    static QByteArray text(QDate day) { return day.isValid() ? QByteArray::number(day.toJulianDay()) : QByteArray(); }
    static QByteArray text(const QString& value) { return value.toUtf8(); }
    template <class T>
    static QByteArray text(const std::optional<T>& value)
    {
        return value ? text(*value) : QByteArray();
    }
    void add(const QByteArray& cell)
    {
        if (!m_isFirst)
            m_file.add(",");
        m_isFirst = false;
        m_file.add(cell);
    }

    TextFile m_file;
    bool m_isFirst = true;
};

struct Tables
{
    explicit Tables(const QString& folder)
        : usage(folder, "usage")
        , subscription(folder, "subscription")
        , method(folder, "payment_method")
        , invoice(folder, "invoice")
        , role(folder, "contact_role")
        , touch(folder, "touch")
        , touchContact(folder, "touch_contact")
        , pulse(folder, "pulse")
        , ticket(folder, "ticket")
        , survey(folder, "survey")
        , goal(folder, "goal")
        , value(folder, "value")
        , risk(folder, "risk")
    {
    }
    void add(const AccountFacts& facts)
    {
        const qint64 account = facts.account.id;
        for (const UsageView series : facts.usage)
            for (const UsageSeries::Point& point : series.points)
                usage.row(series.metric.value(), account, usageDate(point.day), point.value);
        for (const auto& each : facts.of<Subscription>())
            subscription.row(each.id, account, each.start, each.seats);
        for (const auto& each : facts.of<PaymentMethod>())
            method.row(each.id, account, each.kind, each.cardExpires);
        for (const auto& each : facts.of<Invoice>())
            invoice.row(each.id, account, each.due, each.paidOn);
        for (const auto& each : facts.of<ContactRole>())
            role.row(each.contact.value(), account, each.role);
        for (const auto& each : facts.of<Touch>()) {
            touch.row(each.id, account, each.kind, each.direction, each.day);
            for (const ContactId contact : each.contacts)
                touchContact.row(each.id, contact.value());
        }
        for (const auto& each : facts.of<Pulse>())
            pulse.row(each.id, account, each.day, each.rating);
        for (const auto& each : facts.of<Ticket>())
            ticket.row(each.id, account, each.contact.value(), each.opened, each.closed, each.priority, each.csat);
        for (const auto& each : facts.of<Survey>())
            survey.row(each.id, account, each.contact.value(), each.day, each.score);
        for (const auto& each : facts.of<Goal>())
            goal.row(each.id, account, each.status, each.due, each.metOn, each.priority);
        for (const auto& each : facts.of<Value>())
            value.row(each.id, account, each.day);
        for (const auto& each : facts.of<Risk>())
            risk.row(each.id, account, each.severity, each.due);
    }
    [[nodiscard]] bool finish()
    {
        bool isGood = true;
        for (Table* each : {&usage, &subscription, &method, &invoice, &role, &touch, &touchContact, &pulse, &ticket,
                            &survey, &goal, &value, &risk})
            isGood = each->finish() && isGood;
        return isGood;
    }

    Table usage, subscription, method, invoice, role, touch, touchContact, pulse, ticket, survey, goal, value, risk;
};

Metric metricOf(qint64 id, const QString& name, const QString& aggregate)
{
    Metric metric;
    metric.id = id;
    metric.name = name;
    metric.grain = QStringLiteral("day");
    metric.aggregate = aggregate;
    metric.absence = QStringLiteral("zero");
    return metric;
}

} // namespace

QDate scoreDay() { return {2026, 10, 30}; }

Portfolio scoreBook(qint64 accounts)
{
    BookFacts book;
    book.currency = Currency::fromCode(QStringLiteral("EUR")).value_or(Currency());
    std::vector<Metric> metrics{metricOf(1, QStringLiteral("active_users"), QStringLiteral("max"))};
    Plan plan;
    plan.id = planId;
    plan.name = QStringLiteral("All");
    for (qint64 feature = 1; feature <= features; ++feature) {
        metrics.push_back(metricOf(1 + feature, QStringLiteral("feature_%1").arg(feature), QStringLiteral("sum")));
        plan.features << QString::number(feature);
    }
    book.metrics = Rows<Metric>(std::move(metrics));
    book.plans = Rows<Plan>({plan});
    std::vector<AccountFacts> all;
    all.reserve(static_cast<std::size_t>(accounts));
    for (qint64 i = 0; i < accounts; ++i)
        all.push_back(Account(i).take());
    return {std::move(book), std::move(all), {}, 1};
}

bool writeTables(const Portfolio& book, const QString& folder)
{
    Tables tables(folder);
    for (const AccountFacts& facts : book)
        tables.add(facts);
    return tables.finish();
}

} // namespace steward::bench
