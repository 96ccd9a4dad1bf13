// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// What the book knows about itself: where facts came from, settings, definitions, metrics, prices, our own people.
namespace steward {

struct Import : Record
{
    QString fileName;
    std::optional<qint64> size;
    QString digest; ///< BLAKE2b-256 of the bytes, hex
    QString kind;
    QString profile;
    QString source;
    QString actor;
    std::optional<Instant> at;
    std::optional<qint64> rows, created, updated, unchanged, rejected;
    QDate dataUpTo;

    friend bool operator==(const Import&, const Import&) = default;
    static constexpr Entity entity = Entity::Import;
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("file_name", &Import::fileName), field("size", &Import::size),
                                         field("digest", &Import::digest), field("kind", &Import::kind),
                                         field("profile", &Import::profile), field("source", &Import::source),
                                         field("actor", &Import::actor), field("at", &Import::at),
                                         field("rows", &Import::rows), field("created", &Import::created),
                                         field("updated", &Import::updated), field("unchanged", &Import::unchanged),
                                         field("rejected", &Import::rejected), field("data_up_to", &Import::dataUpTo)});
    }
};

/// A tool whose exports are read, per kind of file.
struct Source : Record
{
    QString name;
    QString kind;
    QDate dataUpTo; ///< last day its newest import can speak about: the data horizon
    Json routine;   ///< how its next file is read: profile, mapping, date order

    friend bool operator==(const Source&, const Source&) = default;
    static constexpr Entity entity = Entity::Source;
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("name", &Source::name, Trait::Key),
                                         field("kind", &Source::kind, Trait::Key),
                                         field("data_up_to", &Source::dataUpTo), field("routine", &Source::routine)});
    }
};

/// Scorecards, segments, journeys, word lists, saved views, import profiles and settings of the book, by kind and name.
/// A setting has kind "setting" and its value as text.
struct Definition : Record
{
    QString kind;
    QString name;
    std::optional<qint64> version;
    Json text;
    QDate retiredOn;

    friend bool operator==(const Definition&, const Definition&) = default;
    static constexpr Entity entity = Entity::Definition;
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(), std::tuple{field("kind", &Definition::kind, Trait::Key),
                                                           field("name", &Definition::name, Trait::Key),
                                                           field("version", &Definition::version, Trait::Key),
                                                           field("text", &Definition::text),
                                                           field("retired_on", &Definition::retiredOn)});
    }
};

/// One unit of the currency is worth so much of the book's currency from that day on.
struct FxRate : Record
{
    Currency currency;
    QDate day;
    QString rate; ///< decimal text, exact; up to 12 digits after the point

    friend bool operator==(const FxRate&, const FxRate&) = default;
    static constexpr Entity entity = Entity::FxRate;
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("currency", &FxRate::currency, Trait::Key),
                                         field("day", &FxRate::day, Trait::Key), field("rate", &FxRate::rate)});
    }
};

/// One of us.
struct Person : Record
{
    QString name;
    QString email;
    QString level;  ///< associate, csm, senior, lead, director
    QString sitsIn; ///< sales, support, account_management, roving
    std::optional<qint64> hoursPerQuarter;
    QStringList languages;
    QStringList trades;
    PersonId manager;

    friend bool operator==(const Person&, const Person&) = default;
    static constexpr Entity entity = Entity::Person;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            Record::fields(),
            std::tuple{field("name", &Person::name, Trait::Key | Trait::Searchable), field("email", &Person::email),
                       field("level", &Person::level, Trait::Canonical),
                       field("sits_in", &Person::sitsIn, Trait::Canonical),
                       field("hours_per_quarter", &Person::hoursPerQuarter), field("languages", &Person::languages),
                       field("trades", &Person::trades), field("manager_id", &Person::manager)});
    }
};

struct CustomerGroup : Record
{
    QString name;
    std::vector<AccountId> accounts;
    QString note;

    friend bool operator==(const CustomerGroup&, const CustomerGroup&) = default;
    static constexpr Entity entity = Entity::CustomerGroup;
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("name", &CustomerGroup::name, Trait::Key | Trait::Searchable),
                                         field("account_ids", &CustomerGroup::accounts),
                                         field("note", &CustomerGroup::note)});
    }
};

/// What a usage number counts.
struct Metric : Record
{
    QString name;
    QString source;
    QString unit;
    QString grain;     ///< day, month
    QString aggregate; ///< sum, mean, last, max: how samples of one day, and days of a window, are combined
    QString absence;   ///< zero, unknown: what a day without a sample means
    std::optional<bool> countsSeats;
    QString limit;   ///< name of the plan limit it counts against; empty: none
    QString feature; ///< name of the feature it stands for; empty: none
    std::optional<bool> primary;

    friend bool operator==(const Metric&, const Metric&) = default;
    static constexpr Entity entity = Entity::Metric;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            Record::fields(),
            std::tuple{field("name", &Metric::name, Trait::Key), field("source", &Metric::source, Trait::Key),
                       field("unit", &Metric::unit), field("grain", &Metric::grain, Trait::Canonical),
                       field("aggregate", &Metric::aggregate, Trait::Canonical),
                       field("absence", &Metric::absence, Trait::Canonical),
                       field("counts_seats", &Metric::countsSeats), field("plan_limit", &Metric::limit),
                       field("feature", &Metric::feature), field("is_primary", &Metric::primary)});
    }
};

/// A price list entry. A subscription without an amount of its own costs what its plan says for its billing period.
struct Plan : Record
{
    QString name;
    Currency currency;
    std::optional<Minor> monthlyPrice, quarterlyPrice, yearlyPrice;
    QStringList features;
    Json limits; ///< {"limit name": number}
    std::optional<bool> unlimitedSeats;
    std::optional<bool> free;

    friend bool operator==(const Plan&, const Plan&) = default;
    static constexpr Entity entity = Entity::Plan;
    static constexpr auto fields()
    {
        return std::tuple_cat(
            Record::fields(),
            std::tuple{field("name", &Plan::name, Trait::Key), field("currency", &Plan::currency),
                       field("monthly_price", &Plan::monthlyPrice), field("quarterly_price", &Plan::quarterlyPrice),
                       field("yearly_price", &Plan::yearlyPrice), field("features", &Plan::features),
                       field("limits", &Plan::limits), field("unlimited_seats", &Plan::unlimitedSeats),
                       field("is_free", &Plan::free)});
    }
};

} // namespace steward
