// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cell.h"
#include "core/base/text.h"
#include "core/exchange/cell_value.h"
#include "core/exchange/planner.h"
#include "core/exchange/ratings.h"

/// From the cells of a row to a draft.
namespace steward::exchange {

namespace {

/// A day whose cell tells the time fills the instant beside it.
QStringView instantBeside(Entity entity, QStringView day)
{
    if (entity == Entity::Ticket)
        return day == u"opened" ? u"opened_at" : day == u"closed" ? u"closed_at" : QStringView();
    if (entity == Entity::Touch && day == u"day")
        return u"at";
    return entity == Entity::Task && day == u"due" ? QStringView(u"due_at") : QStringView();
}

} // namespace

QString Planner::textOf(std::size_t row, int column) const
{
    const auto cell = trimmedCell(m_table.cell(row, static_cast<std::size_t>(column)));
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

void Planner::readRow(Draft& draft)
{
    if (const Code flaw = m_table.flaw(draft.tableRow); flaw != Code())
        return draft.reject(flaw);
    if (m_table.width(draft.tableRow) > m_table.columns())
        return draft.reject(Code("csv.long-row"), {}, textOf(draft.tableRow, static_cast<int>(m_table.columns())));
    readCurrency(draft);
    for (std::size_t i = 0; i < m_plan.detection.columns.size() && !draft.isRejected(); ++i) {
        const Column& column = m_plan.detection.columns[i];
        readColumn(draft, column, m_table.cell(draft.tableRow, static_cast<std::size_t>(column.index)), m_formats[i]);
    }
    static const ColumnFormat plain;
    for (auto it = m_plan.detection.constants.begin(); it != m_plan.detection.constants.end(); ++it) {
        Column column;
        column.target = targetNamed(m_plan.detection.kind, it.key());
        readColumn(draft, column, it->toStdString(), plain);
    }
}

/// Amounts need the decimals of their currency, so it is read first.
void Planner::readCurrency(Draft& draft)
{
    if (m_entity.currency < 0)
        return;
    const QString field = m_entity.fields[static_cast<std::size_t>(m_entity.currency)].name;
    if (const Column* column = m_plan.detection.field(field)) {
        if (const auto currency = Currency::fromCode(textOf(draft.tableRow, column->index)))
            draft.set(field, toValue(*currency));
        return;
    }
    for (const auto& column : m_plan.detection.columns)
        if (column.target.type == FieldType::Amount && column.target.isKept() && column.currency.isKnown())
            draft.set(field, toValue(column.currency));
}

int Planner::digitsOf(const Draft& draft, const Column& column) const
{
    if (column.currency.isKnown())
        return column.currency.minorDigits();
    if (m_entity.currency >= 0)
        if (const auto said =
                Currency::fromCode(steward::textOf(draft.row[static_cast<std::size_t>(m_entity.currency)])))
            return said->minorDigits();
    return request().currency.isKnown() ? request().currency.minorDigits() : 2;
}

void Planner::readColumn(Draft& draft, const Column& column, std::string_view cell, const ColumnFormat& format)
{
    if (!column.target.isKnown()) {
        // As it is written: a tab, a line break or blanks at its beginning are part of a text.
        if (!trimmedCell(cell).empty())
            draft.custom.emplace_back(column.header,
                                      QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        return;
    }
    if (!column.target.isKept())
        return;
    if (isRating(m_entity.entity, column.target.name)) {
        if (const auto rating = ratingOf(bareName(QString::fromUtf8(cell.data(), qsizetype(cell.size()))))) {
            if (*rating > 0)
                draft.set(m_entity.fields[static_cast<std::size_t>(column.target.field)].name, FieldValue(*rating));
            return;
        }
    }
    const CellContext context{format, column.transform, m_plan.request.zone, digitsOf(draft, column)};
    const CellValue read = isOurs() ? readOwnCell(cell, column.target.type, context.minorDigits)
                                    : readCell(cell, column.target.type, context);
    if (read.problem != Code())
        return draft.reject(read.problem, column.header, textOf(draft.tableRow, column.index));
    if (read.isUnknown())
        return;
    if (read.isRounded)
        note(draft, Code("import.amount.rounded"), column.header, textOf(draft.tableRow, column.index));
    if (read.currency.isKnown() && m_entity.currency >= 0)
        draft.set(m_entity.fields[static_cast<std::size_t>(m_entity.currency)].name, toValue(read.currency));
    if (column.target.type == FieldType::Amount && column.target.field < 0)
        draft.specialCurrency = column.currency.isKnown() ? column.currency : read.currency;
    takeValue(draft, column.target, read);
}

/// A file Steward wrote is read as it stands.
CellValue Planner::readOwnCell(std::string_view cell, FieldType type, int minorDigits) const
{
    const QString text = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
    if (type == FieldType::Reference || type == FieldType::References)
        return {textValue(text), {}, {}, {}};
    const auto value = valueOfText(text, type, minorDigits);
    return value ? CellValue{*value, {}, {}, {}} : CellValue{{}, {}, {}, Code("import.cell.not_ours")};
}

void Planner::takeValue(Draft& draft, const Target& target, const CellValue& read)
{
    if (target.special == Special::ExternalId) {
        draft.key = steward::textOf(read.value);
    } else if (target.special == Special::RecordId) {
        draft.recordId = integerOf(read.value);
    } else if (target.field < 0) {
        draft.special[static_cast<std::size_t>(target.special)] = read.value;
    } else if (target.refers) {
        draft.references.emplace_back(target.field, steward::textOf(read.value));
    } else {
        const QString& field = m_entity.fields[static_cast<std::size_t>(target.field)].name;
        draft.set(field, read.value);
        if (const QStringView beside = instantBeside(m_entity.entity, field); read.at && !beside.isEmpty())
            draft.set(beside, toValue(read.at));
    }
}

/// What the file calls a field; its own name where no column is it.
QString Planner::headerOf(int field) const
{
    for (const Column& column : m_plan.detection.columns)
        if (column.target.field == field)
            return column.header;
    return m_entity.fields[static_cast<std::size_t>(field)].name;
}

void Planner::mapWords(Draft& draft)
{
    for (std::size_t i = 0; i < draft.row.size(); ++i) {
        if (!draft.said[i] || m_entity.fields[i].type != FieldType::Text)
            continue;
        const QString list = wordListOf(m_entity.entity, m_entity.fields[i].name);
        if (list.isEmpty())
            continue;
        const QString said = steward::textOf(draft.row[i]);
        const QString id = m_words.idOf(list, said);
        if (!id.isEmpty())
            draft.row[i] = id;
        else if (const Code code = unknownWord(list); code != Code() && !said.isEmpty())
            return draft.reject(code, headerOf(static_cast<int>(i)), said);
    }
}

} // namespace steward::exchange
