// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/xxh128.h"
#include "core/exchange/cell_value.h"
#include "core/exchange/planner.h"

/// Which record of the book a row speaks of.
namespace steward::exchange {

namespace {

/// Without a key of their own, two equal rows of these are two events, not one record met twice.
bool mayRepeat(Entity entity)
{
    switch (entity) {
    case Entity::Survey:
    case Entity::SurveySent:
    case Entity::Touch:
    case Entity::Ticket:
    case Entity::Task:
    case Entity::Churn:
    case Entity::Feedback:
    case Entity::Risk:
    case Entity::Opportunity:
    case Entity::Value:
    case Entity::Invoice:
        return true;
    default:
        return false;
    }
}

const QString contentMark = QStringLiteral("row:");

/// Records that the natural key may find although the tool has a key of its own.
bool isKnownNaturally(Entity entity)
{
    return entity == Entity::Contact || entity == Entity::Plan || entity == Entity::Person ||
           entity == Entity::CustomerGroup || entity == Entity::Metric;
}

} // namespace

bool Planner::isNamed(Entity entity) { return entity == Entity::Account || isKnownNaturally(entity); }

qint64 Planner::identify(Draft& draft)
{
    const Entity entity = m_entity.entity;
    if (draft.recordId != 0)
        return m_directory.row(entity, draft.recordId) ? draft.recordId : 0;
    const QString& source = m_plan.detection.source;
    if (!draft.key.isEmpty()) {
        if (const qint64 id = m_directory.byKey(entity, source, draft.key))
            return id;
        if (const qint64 id = linkedByName(draft))
            return id;
        if (!isKnownNaturally(entity))
            return 0;
        const qint64 id = identifyNaturally(draft);
        if (id > 0 && !m_directory.hasKeyIn(entity, source, id)) {
            m_directory.addKey(entity, source, draft.key, id);
            m_plan.keys.push_back({entity, source, draft.key, id});
            return id;
        }
        return 0;
    }
    const qint64 id = identifyNaturally(draft);
    if (id == -1) {
        draft.reject(Code("import.row.ambiguous"));
        return 0;
    }
    if (id != 0 || isOurs() || isNamed(entity))
        return id;
    if (!isKnownByContent(draft))
        return undatedTwin(draft);
    draft.key = contentKey(draft);
    if (const qint64 known = m_directory.byKey(entity, source, draft.key))
        return known;
    const qint64 twin = undatedTwin(draft);
    if (twin != 0) {
        m_directory.addKey(entity, source, draft.key, twin);
        m_plan.keys.push_back({entity, source, draft.key, twin});
    }
    return twin;
}

/// The record of the same row in an earlier file that did not say since when. 0: none, or the row says that it began
/// after that file, which spoke of another one then.
qint64 Planner::undatedTwin(const Draft& draft)
{
    const int since = dayBesideContent(m_entity);
    const QDate day = since < 0 ? QDate() : draft.day(m_entity.fields[static_cast<std::size_t>(since)].name);
    if (!day.isValid() || !m_directory.hasKeysFrom(m_entity.entity, m_plan.detection.source, contentMark))
        return 0;
    int dayColumn = -1;
    for (const Column& column : m_plan.detection.columns)
        if (column.target.field == since)
            dayColumn = column.index;
    const qint64 id = m_directory.byKey(m_entity.entity, m_plan.detection.source, contentKey(draft, dayColumn));
    const Row* row = id > 0 ? m_directory.row(m_entity.entity, id) : nullptr;
    const auto* from = row ? std::get_if<QDate>(&(*row)[static_cast<std::size_t>(since)]) : nullptr;
    return from && day <= *from ? id : 0;
}

/// Of what the row says: the same file again means the same records. Two equal rows are two where nothing else tells
/// records of their kind apart.
QString Planner::contentKey(const Draft& draft, int without)
{
    QMap<QString, QString> cells;
    for (std::size_t i = 0; i < m_table.columns(); ++i)
        if (static_cast<int>(i) == without)
            continue;
        else if (const QString text = textOf(draft.tableRow, static_cast<int>(i)); !text.isEmpty())
            cells.insert(m_table.header()[static_cast<qsizetype>(i)], text);
    Xxh128 digest;
    for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
        const QByteArray bytes = (cell.key() + QChar(0x1f) + *cell + QChar(0x1e)).toUtf8();
        digest.add(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
    const QString key = contentMark + QString::fromLatin1(digest.finish().toHex());
    const bool isOne = !mayRepeat(m_entity.entity) && !naturalKeyOf(m_entity, draft.row).isEmpty();
    const int nth = isOne ? 0 : m_seen[key.toStdString()]++;
    return nth == 0 ? key : key + u'#' + QString::number(nth + 1);
}

/// 0: new; -1: several. A record of the plan has an id below -1.
qint64 Planner::identifyNaturally(const Draft& draft)
{
    const Entity entity = m_entity.entity;
    if (entity == Entity::Account || entity == Entity::Plan || entity == Entity::Person) {
        const QString name = draft.text(u"name");
        if (name.isEmpty())
            return 0;
        if (const qint64 id = m_directory.byKey(entity, m_plan.detection.source, name))
            return id;
        return m_directory.byName(entity, name);
    }
    const QString natural = naturalKeyOf(m_entity, draft.row);
    if (natural.isEmpty() || (entity == Entity::Contact && !draft.has(u"email")))
        return 0;
    const auto& ids = m_directory.byNaturalKey(entity, natural);
    if (!mayRepeat(entity))
        return ids.empty() ? 0 : ids.front();
    const auto nth = static_cast<std::size_t>(m_seen[natural.toStdString()]++);
    return nth < ids.size() ? ids[nth] : 0;
}

} // namespace steward::exchange
