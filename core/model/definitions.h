// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

/// What the book knows about itself: where facts came from, settings, definitions, metrics, prices, our own people.
namespace steward {

struct Import : Record
{
    QString fileName;
    std::optional<qint64> size;
    QString digest; ///< XXH3 (128 bits) of the bytes, hex
    QString kind;
    QString profile;
    QString source;
    QString actor;
    std::optional<Instant> at;
    std::optional<qint64> rows, created, updated, unchanged, rejected;
    QDate dataUpTo;

    friend bool operator==(const Import&, const Import&) = default;
    static constexpr Entity entity = Entity::Import;
    template <class T = Import>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            Record::fields(),
            std::tuple{field("file_name", &T::fileName), field("size", &T::size), field("digest", &T::digest),
                       field("kind", &T::kind), field("profile", &T::profile), field("source", &T::source),
                       field("actor", &T::actor), field("at", &T::at), field("rows", &T::rows),
                       field("created", &T::created), field("updated", &T::updated), field("unchanged", &T::unchanged),
                       field("rejected", &T::rejected), field("data_up_to", &T::dataUpTo)});
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
    template <class T = Source>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("name", &T::name, Trait::Key), field("kind", &T::kind, Trait::Key),
                                         field("data_up_to", &T::dataUpTo), field("routine", &T::routine)});
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
    template <class T = Definition>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("kind", &T::kind, Trait::Key), field("name", &T::name, Trait::Key),
                                         field("version", &T::version, Trait::Key), field("text", &T::text),
                                         field("retired_on", &T::retiredOn)});
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
    template <class T = FxRate>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(), std::tuple{field("currency", &T::currency, Trait::Key),
                                                           field("day", &T::day, Trait::Key), field("rate", &T::rate)});
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
    template <class T = Person>
    static constexpr auto fields()
    {
        return std::tuple_cat(
            Record::fields(),
            std::tuple{field("name", &T::name, Trait::Key | Trait::Searchable), field("email", &T::email),
                       field("level", &T::level, Trait::Canonical), field("sits_in", &T::sitsIn, Trait::Canonical),
                       field("hours_per_quarter", &T::hoursPerQuarter), field("languages", &T::languages),
                       field("trades", &T::trades), field("manager_id", &T::manager)});
    }
};

struct CustomerGroup : Record
{
    QString name;
    std::vector<AccountId> accounts;
    QString note;

    friend bool operator==(const CustomerGroup&, const CustomerGroup&) = default;
    static constexpr Entity entity = Entity::CustomerGroup;
    template <class T = CustomerGroup>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("name", &T::name, Trait::Key | Trait::Searchable),
                                         field("account_ids", &T::accounts), field("note", &T::note)});
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
    template <class T = Metric>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("name", &T::name, Trait::Key), field("source", &T::source, Trait::Key),
                                         field("unit", &T::unit), field("grain", &T::grain, Trait::Canonical),
                                         field("aggregate", &T::aggregate, Trait::Canonical),
                                         field("absence", &T::absence, Trait::Canonical),
                                         field("counts_seats", &T::countsSeats), field("plan_limit", &T::limit),
                                         field("feature", &T::feature), field("is_primary", &T::primary)});
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
    template <class T = Plan>
    static constexpr auto fields()
    {
        return std::tuple_cat(Record::fields(),
                              std::tuple{field("name", &T::name, Trait::Key), field("currency", &T::currency),
                                         field("monthly_price", &T::monthlyPrice),
                                         field("quarterly_price", &T::quarterlyPrice),
                                         field("yearly_price", &T::yearlyPrice), field("features", &T::features),
                                         field("limits", &T::limits), field("unlimited_seats", &T::unlimitedSeats),
                                         field("is_free", &T::free)});
    }
};

} // namespace steward
