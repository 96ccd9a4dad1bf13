// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/model/values.h"

#include <array>
#include <map>
#include <random>

namespace steward::tests {

/// Makes random batches of edits over all entities and remembers which records it made, so that it can change them.
class RandomEdits
{
public:
    explicit RandomEdits(unsigned seed)
        : m_random(seed)
    {
    }

    Status batch(book::Edit& edit)
    {
        const int operations = number(1, 6);
        for (int i = 0; i < operations; ++i)
            if (auto done = operation(edit); !done)
                return done;
        return {};
    }
    /// After an undo the records made since are gone: what is remembered goes back to a mark.
    using Mark = std::map<Entity, std::vector<qint64>>;
    [[nodiscard]] Mark mark() const { return m_ids; }
    void restore(Mark mark) { m_ids = std::move(mark); }

    [[nodiscard]] int number(int from, int to) { return std::uniform_int_distribution(from, to)(m_random); }
    [[nodiscard]] Row row(const EntityInfo& entity)
    {
        Row row;
        for (const FieldInfo& field : entity.fields)
            row.push_back(number(0, 9) < 3 ? FieldValue() : value(field));
        row[IdField] = {};
        row[RecordedField] = {};
        row[ImportField] = {};
        return row;
    }

private:
    Status operation(book::Edit& edit)
    {
        switch (number(0, 9)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return insert(edit);
        case 4:
        case 5:
            return update(edit);
        case 6:
            return remove(edit);
        case 7:
            return usage(edit);
        case 8:
            return sideTables(edit);
        default:
            return archive(edit);
        }
    }

    Status insert(book::Edit& edit)
    {
        const auto entity = static_cast<Entity>(number(0, static_cast<int>(Entity::Count) - 1));
        std::vector<Row> rows;
        for (int i = number(1, 5); i > 0; --i)
            rows.push_back(row(info(entity)));
        if (auto done = edit.insert(entity, rows); !done)
            return done;
        for (const Row& each : rows)
            m_ids[entity].push_back(integerOf(each[IdField]));
        return {};
    }

    Status update(book::Edit& edit)
    {
        const auto [entity, id] = any();
        if (id == 0)
            return {};
        Row changed = row(info(entity));
        changed[IdField] = id;
        return edit.update(entity, changed, day());
    }

    Status archive(book::Edit& edit)
    {
        const auto [entity, id] = any();
        return id == 0 ? Status() : edit.archive(entity, id, number(0, 1) == 0 ? QDate() : day());
    }

    Status remove(book::Edit& edit)
    {
        const auto [entity, id] = any();
        if (id == 0)
            return {};
        const qint64 one = id;
        if (auto done = edit.remove(entity, std::span(&one, 1)); !done)
            return done;
        // What hung on it is gone as well: ask for each that is remembered.
        for (auto& [kind, ids] : m_ids) {
            const Entity each = kind;
            std::erase_if(ids, [&](qint64 known) { return !edit.row(each, known).value(); });
        }
        return {};
    }

    Status usage(book::Edit& edit)
    {
        const qint64 account = anyOf(Entity::Account);
        const qint64 metric = anyOf(Entity::Metric);
        if (metric == 0)
            return {};
        const bool isUnlinked = account == 0 || number(0, 3) == 0;
        std::vector<book::Edit::UsageSample> samples;
        qint32 at = number(20'000, 20'060);
        for (int i = number(1, 50); i > 0; --i, at += number(1, 3))
            samples.push_back(
                {isUnlinked ? 0 : account, metric, at, number(0, 3) == 0 ? number(0, 999) / 8.0 : number(0, 9)});
        const QString key = isUnlinked ? QStringLiteral("account|crm|unknown %1").arg(number(1, 3)) : QString();
        const auto merged = edit.mergeUsage(samples, key, {});
        return merged ? Status() : tl::unexpected(merged.error());
    }

    Status sideTables(book::Edit& edit)
    {
        const auto [entity, id] = any();
        if (id == 0)
            return {};
        if (auto done = edit.setKey({entity, QStringLiteral("crm"), word(), id}); !done)
            return done;
        const CustomValue custom{entity, id, word(), word(), QStringLiteral("text")};
        if (auto done = edit.setCustom(std::span(&custom, 1)); !done)
            return done;
        for (const FieldInfo& field : info(entity).fields)
            if (field.is(Trait::History) && number(0, 1) == 0)
                if (auto done = edit.addChange({entity, id, field.name, day(), value(field), {}}); !done)
                    return done;
        return {};
    }

    std::pair<Entity, qint64> any()
    {
        if (m_ids.empty())
            return {Entity::Account, 0};
        auto at = m_ids.begin();
        std::advance(at, number(0, static_cast<int>(m_ids.size()) - 1));
        return {at->first, anyOf(at->first)};
    }
    qint64 anyOf(Entity entity)
    {
        const auto at = m_ids.find(entity);
        if (at == m_ids.end() || at->second.empty())
            return 0;
        return at->second[static_cast<std::size_t>(number(0, static_cast<int>(at->second.size()) - 1))];
    }
    QDate day() { return QDate(2024, 1, 1).addDays(number(0, 900)); }
    /// Now and then one that quoting, numbers or spreadsheets stumble over.
    QString word()
    {
        static constexpr std::array odd{u"=1+1",     u"a,b;c\td", u"say \"hi\"",   u"two\nlines", u" blank ",
                                        u"'quoted'", u"00123",    u"\u6771\u4eac", u"NULL",       u"1e5"};
        if (number(0, 4) == 0)
            return QString::fromUtf16(odd[static_cast<std::size_t>(number(0, static_cast<int>(odd.size()) - 1))]);
        return QStringLiteral("word%1").arg(number(0, 40));
    }

    FieldValue value(const FieldInfo& field)
    {
        switch (field.type) {
        case FieldType::Text:
            return field.name == u"unlinked" ? FieldValue() : FieldValue(word());
        case FieldType::Integer:
        case FieldType::Amount:
        case FieldType::Instant:
            return qint64(number(-5, 100'000));
        case FieldType::Real:
            return number(0, 1000) / 8.0;
        case FieldType::Flag:
            return qint64(number(0, 1));
        case FieldType::Day:
            return day();
        case FieldType::Currency:
            return QStringLiteral("EUR");
        case FieldType::Reference: {
            const qint64 id = anyOf(*field.target);
            return id == 0 ? FieldValue() : FieldValue(id);
        }
        case FieldType::References: {
            const qint64 id = anyOf(*field.target);
            return id == 0 ? FieldValue() : idsValue(std::span(&id, 1));
        }
        case FieldType::Texts:
            return QStringLiteral("[\"word%1\"]").arg(number(0, 40));
        case FieldType::Json:
            return QStringLiteral("{\"a\":%1}").arg(number(0, 9));
        }
        return {};
    }

    std::mt19937 m_random;
    Mark m_ids;
};

} // namespace steward::tests
