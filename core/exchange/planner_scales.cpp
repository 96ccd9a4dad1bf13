// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/planner.h"

/// On which scale answers were given, where no column says it.
namespace steward::exchange {

namespace {

constexpr qint64 usual = 5;

/// A column of ratings up to 5 is a scale to 5, up to 7 to 7, up to 10 to 10, else to 100.
qint64 scaleFor(double highest)
{
    for (const qint64 end : {usual, qint64(7), qint64(10)})
        if (highest <= static_cast<double>(end))
            return end;
    return 100;
}

} // namespace

/// Of the rows of that kind alone: an NPS of 10 says nothing of a CSAT in the same column.
std::optional<double> Planner::highest(const Column& column, const QString& kind) const
{
    const Column* kinds = kind.isEmpty() ? nullptr : m_plan.detection.field(QStringLiteral("kind"));
    const QString list = wordListOf(m_entity.entity, QStringLiteral("kind"));
    const auto isOfKind = [&](std::size_t row) {
        const QString text = kinds ? textOf(row, kinds->index) : QString();
        if (text.isEmpty())
            return true;
        const QString id = m_words.idOf(list, text);
        return (id.isEmpty() ? text : id) == kind;
    };
    const ColumnFormat& format = m_formats[static_cast<std::size_t>(&column - m_plan.detection.columns.data())];
    std::optional<double> highest;
    for (std::size_t row = 0; row < m_table.rows(); ++row) {
        const auto cell = parseReal(m_table.cell(row, static_cast<std::size_t>(column.index)), format.number);
        if (cell.isValid() && !(highest && *highest >= cell.value) && isOfKind(row))
            highest = cell.value;
    }
    return highest;
}

/// The widest of what came from this source; 0: nothing did.
qint64 Planner::scaleInBook(const QString& kind)
{
    const bool isTicket = m_entity.entity == Entity::Ticket;
    const auto score = static_cast<std::size_t>(m_entity.indexOf(isTicket ? u"csat" : u"score"));
    const auto scale = static_cast<std::size_t>(m_entity.indexOf(isTicket ? u"csat_scale" : u"scale_high"));
    const int kindField = isTicket ? -1 : m_entity.indexOf(u"kind");
    const auto source = static_cast<std::size_t>(info(Entity::Import).indexOf(u"source"));
    qint64 widest = 0;
    for (const auto& [id, row] : m_directory.rows(m_entity.entity)) {
        if (row[score].index() == 0 || row[ImportField].index() == 0 ||
            (kindField >= 0 && steward::textOf(row[static_cast<std::size_t>(kindField)]) != kind))
            continue;
        const Row* import = m_directory.row(Entity::Import, integerOf(row[ImportField]));
        if (import && steward::textOf((*import)[source]) == m_plan.detection.source)
            widest = std::max(widest, row[scale].index() == 0 ? usual : integerOf(row[scale]));
    }
    return widest;
}

qint64 Planner::scaleEnd(const QString& kind)
{
    if (const auto found = m_scales.find(kind); found != m_scales.end())
        return found->second;
    const Column* column = m_plan.detection.field(kind.isEmpty() ? QStringLiteral("csat") : QStringLiteral("score"));
    const qint64 least = kind == u"ces" ? 7 : usual;
    const auto top = column ? highest(*column, kind) : std::nullopt;
    const qint64 own = std::max(least, scaleFor(top.value_or(0)));
    const qint64 known = scaleInBook(kind);
    const qint64 end = request().answers.scale.value_or(known > 0 && top.value_or(0) <= double(known) ? known : own);
    Issue told{0, column ? column->header : QString(), QStringLiteral("1-") + QString::number(end), {}, {}};
    told.code = Code("import.survey.scale");
    if (known > 0 && end == known)
        told.code = Code("import.survey.scale_known");
    if (known > 0 && end != known) {
        told.code = Code("import.survey.scale_larger");
        told.arguments = {known};
    }
    addIssue(std::move(told));
    return m_scales.emplace(kind, end).first->second;
}

} // namespace steward::exchange
