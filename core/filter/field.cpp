// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/field.h"

#include "core/base/text.h"

#include <algorithm>
#include <numeric>

namespace steward::filter {

namespace {

/// Levenshtein's distance, where two neighbours swapped count once.
qsizetype distance(QStringView a, QStringView b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<qsizetype> before(width);
    std::vector<qsizetype> row(width);
    std::vector<qsizetype> next(width);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        next[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            next[at + 1] = std::min({row[at] + (a[i] == b[j] ? 0 : 1), row[at + 1] + 1, next[at] + 1});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                next[at + 1] = std::min(next[at + 1], before[at - 1] + 1);
        }
        before = row;
        row.swap(next);
    }
    return row.back();
}

} // namespace

int indexOf(std::span<const Field> fields, QStringView name)
{
    const QString bare = bareName(name);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& field = fields[i];
        const bool isAlias = std::any_of(field.aliases.begin(), field.aliases.end(),
                                         [&](const QString& alias) { return bareName(alias) == bare; });
        if (isAlias || bareName(field.name) == bare)
            return static_cast<int>(i);
    }
    return -1;
}

QString nearest(QStringView name, const QStringList& names)
{
    constexpr qsizetype longest = 40;
    const QString bare = bareName(name);
    if (bare.isEmpty() || bare.size() > longest)
        return {};
    QString best;
    qsizetype least = std::max<qsizetype>(1, bare.size() / 3) + 1;
    for (const QString& each : names) {
        const QString other = bareName(each);
        if (other.size() > longest)
            continue;
        const qsizetype steps = other.startsWith(bare) ? 0 : distance(bare, other);
        if (steps < least) {
            least = steps;
            best = each;
        }
    }
    return best;
}

QString nearestField(QStringView name, std::span<const Field> fields)
{
    QStringList names;
    for (const Field& field : fields)
        names.append(field.name);
    for (const Field& field : fields)
        names.append(field.aliases);
    return nearest(name, names);
}

} // namespace steward::filter
