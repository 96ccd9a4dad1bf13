// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "core/sample/scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

/// What comes before the first account: the book's settings and content, rates, our people, prices, what is counted.
namespace steward::sample {

namespace {

void writeDefinition(World& world, const char* kind, const QString& name, const QString& text)
{
    Definition definition;
    definition.kind = QString::fromLatin1(kind);
    definition.name = name;
    definition.version = 1;
    definition.text = {text};
    world.batch.add(definition, world.months.start(1));
}

/// Of the years told, and of the next one.
QString holidays(const Months& months)
{
    QJsonArray days;
    for (int year = months.start(1).year(); year <= months.asOf.year() + 1; ++year)
        for (const auto& [month, day] : holidayDates)
            days.append(QDate(year, month, day).toString(Qt::ISODate));
    return QString::fromUtf8(QJsonDocument(days).toJson(QJsonDocument::Compact));
}

void writeSettings(World& world)
{
    const auto quoted = [](const QString& text) { return QString(u'"' + text + u'"'); };
    writeDefinition(world, "setting", QStringLiteral("currency"), quoted(world.content.stories.currency));
    writeDefinition(world, "setting", QStringLiteral("time_zone"), quoted(QStringLiteral("Europe/Berlin")));
    writeDefinition(world, "setting", QStringLiteral("fiscal_year_start"), QStringLiteral("1"));
    writeDefinition(world, "setting", QStringLiteral("holidays"), holidays(world.months));
    writeDefinition(world, "setting", QStringLiteral("vendor"), quoted(world.content.names.vendor));
    writeDefinition(world, "setting", QStringLiteral("product"), quoted(world.content.names.product));
    for (const auto& [name, bytes] : content::shippedFiles())
        writeDefinition(world, "content", name, QString::fromUtf8(bytes));
}

/// A rate for the first day of each month: it wanders by up to two per cent and ends where stories.json says.
void writeRates(World& world)
{
    const Months& months = world.months;
    for (const auto& [code, rate] : world.content.stories.rates) {
        const QDate newest(months.asOf.year(), months.asOf.month(), 1);
        for (int back = months.count + 1; back >= 0; --back) {
            FxRate row;
            row.currency = Currency::fromCode(code).value_or(Currency());
            row.day = newest.addMonths(-back);
            const int wander = back == 0 ? 0 : (back * 7 + code.at(0).unicode()) % 5 - 2;
            row.rate = back == 0 ? rate : QString::number(rate.toDouble() * (100 + wander) / 100.0, 'f', 4);
            world.batch.add(row, row.day);
        }
    }
}

void writeTeam(World& world)
{
    const QDate since = world.months.start(1);
    const auto& team = world.content.names.team;
    // The lead comes first, so that the others can have a manager.
    for (const bool isLead : {true, false})
        for (const auto& each : team) {
            if ((each.level == u"lead") != isLead)
                continue;
            Person person;
            person.name = each.name;
            person.level = each.level;
            person.sitsIn = each.sitsIn;
            person.hoursPerQuarter = each.hoursPerQuarter;
            person.languages = {QStringLiteral("en")};
            if (!isLead)
                person.manager = world.lead;
            const PersonId id = world.batch.add(person, since);
            if (isLead)
                world.lead = id;
            else
                world.csms.push_back(id);
        }
}

void writePlans(World& world)
{
    const auto& names = world.content.names;
    int calls = 25'000;
    for (const auto& each : names.plans) {
        Plan plan;
        plan.name = each.name;
        plan.currency = Currency::fromCode(world.content.stories.currency).value_or(Currency());
        plan.monthlyPrice = whole(each.pricePerSeatMonth);
        plan.yearlyPrice = whole(qint64(each.pricePerSeatMonth) * 11);
        for (int i = 0; i < each.features && i < static_cast<int>(names.features.size()); ++i)
            plan.features.append(names.features[static_cast<std::size_t>(i)].name);
        plan.limits = {QStringLiteral("{\"api_calls\":%1}").arg(calls)};
        calls *= 4;
        world.plans.push_back(world.batch.add(plan, world.months.start(1)));
    }
}

void writeMetrics(World& world)
{
    const QDate since = world.months.start(1);
    const auto metric = [&](const QString& name, const QString& unit, const QString& aggregate) {
        Metric row;
        row.name = name;
        row.source = QStringLiteral("Sample");
        row.unit = unit;
        row.grain = QStringLiteral("day");
        row.aggregate = aggregate;
        row.absence = QStringLiteral("zero");
        return row;
    };
    for (const auto& each : world.content.names.metrics) {
        Metric row = metric(each.id, each.unit, each.aggregate);
        row.countsSeats = each.counts == u"seat";
        row.primary = world.metrics.empty();
        if (each.counts == u"seat") // a mean over days worked: a Sunday without a row is no empty seat
            row.absence = QStringLiteral("unknown");
        if (each.counts == u"limit")
            row.limit = each.id;
        world.metrics.push_back(world.batch.add(row, since));
    }
    for (const auto& each : world.content.names.features) {
        Metric row = metric(QStringLiteral("feature_") + each.id, QStringLiteral("uses"), QStringLiteral("sum"));
        row.feature = each.name;
        row.primary = false;
        world.features.push_back(world.batch.add(row, since));
    }
}

/// What would come from other tools, and up to which day they have spoken.
void writeSources(World& world)
{
    for (const char* kind : {"account", "subscription", "invoice", "ticket", "survey", "usage"}) {
        Source source;
        source.name = QStringLiteral("Sample");
        source.kind = QString::fromLatin1(kind);
        source.dataUpTo = world.months.asOf;
        world.batch.add(source, world.months.start(1));
    }
}

void writeRequests(World& world)
{
    int nth = 0;
    for (const auto& line : world.content.texts.requests) {
        Request request;
        request.title = line.text;
        request.day = world.months.day(2 + nth, 5);
        const bool isDecided = nth % 3 != 0;
        request.decision =
            isDecided ? (nth % 2 == 0 ? QStringLiteral("declined") : QStringLiteral("done")) : QStringLiteral("owned");
        if (isDecided)
            request.decidedOn = world.months.day(4 + nth, 12);
        request.owner = world.lead;
        world.requests.push_back(world.batch.add(request, request.day));
        ++nth;
    }
}

} // namespace

void writeBook(World& world)
{
    writeSettings(world);
    writeRates(world);
    writeTeam(world);
    writePlans(world);
    writeMetrics(world);
    writeSources(world);
    writeRequests(world);
}

} // namespace steward::sample
