// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

namespace steward {

/// The samples of one metric of one account, by day, ascending, one per day.
struct UsageSeries
{
    struct Point
    {
        qint32 day = 0; ///< days since 1970-01-01
        double value = 0;
        friend bool operator==(const Point&, const Point&) = default;
    };
    MetricId metric;
    std::vector<Point> points;

    friend bool operator==(const UsageSeries&, const UsageSeries&) = default;
};

constexpr qint64 julianOfEpoch = 2'440'588;
[[nodiscard]] inline qint32 usageDay(QDate day) { return static_cast<qint32>(day.toJulianDay() - julianOfEpoch); }
[[nodiscard]] inline QDate usageDate(qint32 day) { return QDate::fromJulianDay(day + julianOfEpoch); }

/// A custom field of a record: what an import carried and no field of ours holds. Key: entity, record, field.
struct CustomValue
{
    Entity entity = Entity::Account;
    qint64 record = 0;
    QString field;
    QString value;
    QString type; ///< type seen: text, number, day, flag

    friend bool operator==(const CustomValue&, const CustomValue&) = default;
};

/// A value that a field with history had from a day on; or what was known of an outcome from an edit on, where it
/// became known after its record.
struct Change
{
    Entity entity = Entity::Account;
    qint64 record = 0;
    QString field;
    QDate day;
    FieldValue value;
    Instant recorded;

    [[nodiscard]] bool isOfSameField(const Change& other) const
    {
        return record == other.record && entity == other.entity && field == other.field;
    }
    friend bool operator==(const Change&, const Change&) = default;
};

/// A tool's own name for a record. (entity, source, key) is unique; a record has as many as there are tools that know
/// it.
struct ExternalKey
{
    Entity entity = Entity::Account;
    QString source;
    QString key;
    qint64 record = 0;

    friend bool operator==(const ExternalKey&, const ExternalKey&) = default;
};

} // namespace steward
