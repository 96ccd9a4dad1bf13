// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/sample_parts.h"

namespace steward::content {

namespace {

void readFirms(Reader& file, SampleNames& names)
{
    Reader firm = file.child(u"firm");
    names.firmStarts = firm.words(u"starts");
    names.firmEndings = firm.words(u"endings");
    names.endingsPerName = firm.whole(u"endings_per_name");
    if (names.firmStarts.isEmpty() || names.firmEndings.isEmpty())
        firm.report(Code("content.field.missing"), u"starts");
    file.each(u"special_firms", [&](Reader reader) {
        names.specialFirms.push_back(
            {reader.word(u"id"), reader.word(u"name"), reader.word(u"domain"), reader.word(u"trade")});
    });
    file.each(u"parents",
              [&](Reader reader) { names.parents.emplace_back(reader.word(u"name"), reader.whole(u"children")); });
    file.each(u"trades", [&](Reader reader) {
        names.trades.push_back({reader.word(u"id"), reader.text(u"name"), reader.words(u"words")});
    });
    names.domainSuffix = file.word(u"domain_suffix");
}

void readPlaces(Reader& file, SampleNames& names)
{
    names.towns = file.words(u"towns");
    names.countries = file.words(u"countries");
    file.each(u"phones",
              [&](Reader reader) { names.phones.emplace_back(reader.word(u"country"), reader.word(u"pattern")); });
    file.each(u"regions",
              [&](Reader reader) { names.regions.emplace_back(reader.word(u"id"), reader.words(u"countries")); });
}

void readPeople(Reader& file, SampleNames& names)
{
    names.first = file.words(u"first");
    names.last = file.words(u"last");
    Reader titles = file.child(u"titles");
    const QStringList roles = titles.object().keys();
    for (const QString& role : roles)
        names.titles.emplace(role, titles.words(role));
    file.each(u"team", [&](Reader reader) {
        names.team.push_back(
            {reader.word(u"name"), reader.word(u"level"), reader.word(u"sits_in"), reader.whole(u"hours_per_quarter")});
    });
}

void readProduct(Reader& file, SampleNames& names)
{
    names.vendor = file.word(u"vendor");
    names.product = file.word(u"product");
    file.each(u"plans", [&](Reader reader) {
        names.plans.push_back({reader.word(u"name"), reader.whole(u"price_per_seat_month"), reader.whole(u"features")});
    });
    file.each(u"metrics", [&](Reader reader) {
        names.metrics.push_back({reader.word(u"id"), reader.word(u"name"), reader.word(u"unit"),
                                 reader.word(u"aggregate"), reader.wordOr(u"counts", {})});
    });
    file.each(u"features", [&](Reader reader) {
        names.features.push_back({reader.word(u"id"), reader.word(u"name"), reader.word(u"serves")});
    });
}

void checkTwice(const QStringList& list, const QString& place, Issues& issues)
{
    for (qsizetype at = 0; at < list.size(); ++at) {
        if (list.indexOf(list[at]) < at)
            issues.push_back({Code("content.id.twice"), {place, list[at]}});
    }
}

} // namespace

void readNames(const QByteArray& bytes, SampleNames& names, Issues& issues)
{
    Reader file = readFile(bytes, QStringLiteral("sample/names.json"), issues);
    readFirms(file, names);
    readPlaces(file, names);
    readPeople(file, names);
    readProduct(file, names);
    checkIds(names.specialFirms, QStringLiteral("sample/names.json special_firms"), issues);
    checkIds(names.trades, QStringLiteral("sample/names.json trades"), issues);
    checkIds(names.metrics, QStringLiteral("sample/names.json metrics"), issues);
    checkIds(names.features, QStringLiteral("sample/names.json features"), issues);
    checkTwice(names.first, QStringLiteral("sample/names.json first"), issues);
    checkTwice(names.last, QStringLiteral("sample/names.json last"), issues);
    for (const SampleFirm& firm : names.specialFirms) {
        if (!findById(names.trades, firm.trade))
            issues.push_back(
                {Code("content.trade.unknown"), {QStringLiteral("sample/names.json special_firms"), firm.trade}});
    }
}

} // namespace steward::content
