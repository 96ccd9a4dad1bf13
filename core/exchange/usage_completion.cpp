// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/usage_completion.h"

namespace steward::exchange {

namespace {

const QString& prefix()
{
    static const QString text = QStringLiteral("completes ");
    return text;
}

} // namespace

Result<Completion> completionOf(book::Book& book)
{
    std::map<qint64, std::pair<Instant, QString>> imports;
    std::map<QString, Instant> newest;
    const Status read = book.forEach(Entity::Import, [&](const Row& row) {
        const auto import = fromRow<Import>(row);
        const Instant at = import.at.value_or(Instant());
        imports[import.id] = {at, import.digest};
        const QString mark = completionMark(import.digest);
        if (const auto [known, isNew] = newest.try_emplace(mark, at); !isNew)
            known->second = std::max(known->second, at);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    const auto customs = book.customValues(Entity::Import);
    if (!customs)
        return tl::unexpected(customs.error());
    Completion completion;
    for (const auto& [mark, at] : newest)
        completion.known.insert(mark);
    for (const CustomValue& custom : *customs) {
        if (!custom.field.startsWith(prefix()))
            continue;
        const QString mark = custom.field.mid(prefix().size());
        completion.known.insert(mark);
        const auto replaced = newest.find(mark);
        if (replaced != newest.end() && imports[custom.record].first < replaced->second)
            continue;
        for (const QString& line : custom.value.split(u',', Qt::SkipEmptyParts))
            completion.taken[mark].insert(line.toLongLong());
    }
    return completion;
}

QString completionMark(const QString& digest) { return QStringLiteral("file-") + digest; }

std::vector<CustomValue> completionFields(const std::map<QString, Completion::Lines>& lines, qint64 import)
{
    std::vector<CustomValue> fields;
    for (const auto& [mark, numbers] : lines) {
        QStringList texts;
        for (const qint64 line : numbers)
            texts.append(QString::number(line));
        fields.push_back({Entity::Import, import, prefix() + mark, texts.join(u','), QStringLiteral("text")});
    }
    return fields;
}

double completed(double there, double comes, quint32 count, Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Sum:
        return there + comes;
    case Aggregate::Mean:
        return (there + comes * count) / (1.0 + count);
    case Aggregate::Max:
        return std::max(there, comes);
    case Aggregate::Last:
        break;
    }
    return comes;
}

} // namespace steward::exchange
