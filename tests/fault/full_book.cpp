// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/full_book.h"

#include "core/model/values.h"

namespace steward::tests {

namespace {

qint64 idOf(Entity entity) { return 1000 + static_cast<qint64>(entity); }

FieldValue valueOf(const FieldInfo& field, const QString& text)
{
    const QDate day(2026, 3, 14);
    switch (field.type) {
    case FieldType::Text:
        return text;
    case FieldType::Integer:
    case FieldType::Amount:
        return qint64(3);
    case FieldType::Instant:
        return qint64(1'790'000'000'000);
    case FieldType::Real:
        return 2.5;
    case FieldType::Flag:
        return qint64(1);
    case FieldType::Day:
        return day;
    case FieldType::Currency:
        return QStringLiteral("EUR");
    case FieldType::Reference:
        return idOf(*field.target);
    case FieldType::References: {
        const qint64 id = idOf(*field.target);
        return idsValue(std::span(&id, 1));
    }
    case FieldType::Texts:
        return QStringLiteral("[\"%1\"]").arg(text);
    case FieldType::Json:
        return QStringLiteral("{\"text\":\"%1\"}").arg(text);
    }
    return {};
}

Status fillEntity(book::Edit& edit, const EntityInfo& entity, const QString& mark)
{
    Row row;
    for (const FieldInfo& field : entity.fields)
        row.push_back(valueOf(field, mark + entity.name + u'_' + field.name));
    row[IdField] = idOf(entity.entity);
    row[RecordedField] = {};
    row[ImportField] = {};
    for (std::size_t i = 0; i < row.size(); ++i)
        if (entity.fields[i].name == u"unlinked" || entity.fields[i].name == u"archived_on")
            row[i] = {};
    if (auto done = edit.insert(entity.entity, std::span(&row, 1)); !done)
        return done;
    const QString source = mark + QStringLiteral("source");
    if (auto done =
            edit.setKey({entity.entity, source, mark + entity.name + QStringLiteral("_key"), idOf(entity.entity)});
        !done)
        return done;
    const CustomValue custom{entity.entity, idOf(entity.entity), mark + QStringLiteral("custom_field"),
                             mark + entity.name + QStringLiteral("_custom"), QStringLiteral("text")};
    return edit.setCustom(std::span(&custom, 1));
}

} // namespace

Status fillBook(book::Edit& edit, const QString& mark)
{
    for (const EntityInfo& entity : catalogue())
        if (auto done = fillEntity(edit, entity, mark); !done)
            return done;
    const book::Edit::UsageSample sample{idOf(Entity::Account), idOf(Entity::Metric), 20'500, 7};
    const auto merged = edit.mergeUsage(std::span(&sample, 1), {}, {});
    return merged ? Status() : tl::unexpected(merged.error());
}

} // namespace steward::tests
