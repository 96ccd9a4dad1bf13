// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/usage_reader.h"

#include "core/base/cell.h"
#include "core/base/plain_number.h"
#include "core/base/text.h"
#include "core/csv/table_ahead.h"

#include <charconv>

namespace steward::exchange {

namespace {

/// How often each column is needed: found once, not once a row.
struct Columns
{
    int key = -1, day = -1, event = -1, value = -1, name = -1;
    int awaited = -1;         ///< of our own export: the key that a row without an account waits for
    int file = -1, line = -1; ///< where a row was left out before
    const ColumnFormat* dayFormat = nullptr;
    const ColumnFormat* valueFormat = nullptr;
    struct Metric
    {
        int column = 0;
        const ColumnFormat* format = nullptr;
        quint32 metric = 0;
    };
    std::vector<Metric> metrics;
};

QString textOf(std::string_view cell) { return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())); }

class Pass
{
public:
    Pass(const std::vector<ColumnFormat>& formats, const UsageQuestions& questions, const Completion& completion,
         ImportPlan& plan)
        : m_questions(questions)
        , m_completion(completion)
        , m_plan(plan)
        , m_width(plan.detection.columns.size())
    {
        findColumns(formats);
    }

    Status run()
    {
        auto opened = csv::Table::open(m_plan.request.path);
        if (!opened)
            return tl::unexpected(opened.error());
        csv::TableAhead table(std::move(*opened));
        csv::Record record;
        while (table.next(record)) {
            if (m_read.rows++ % 4096 == 0) {
                m_plan.request.progress.at(table.bytesRead(), table.size());
                if (m_plan.request.progress.isCancelled())
                    return fail(Code("import.cancelled"), ErrorKind::Cancelled);
            }
            if (const Code problem = take(record); problem != Code())
                reject(record, problem);
        }
        return table.status();
    }
    UsageRead result() { return std::move(m_read); }

private:
    void findColumns(const std::vector<ColumnFormat>& formats)
    {
        const auto& columns = m_plan.detection.columns;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Target& target = columns[i].target;
            if (target.name == u"account_id")
                m_columns.key = columns[i].index;
            else if (target.name == u"day") {
                m_columns.day = columns[i].index;
                m_columns.dayFormat = &formats[i];
                const QString header = bareName(columns[i].header);
                m_read.isMonthly = header == u"month" || header == u"period";
            } else if (target.special == Special::Event)
                m_columns.event = columns[i].index;
            else if (target.special == Special::MetricValue) {
                m_columns.value = columns[i].index;
                m_columns.valueFormat = &formats[i];
            } else if (target.special == Special::MetricColumn)
                m_columns.metrics.push_back(
                    {columns[i].index, &formats[i], m_read.metrics.place(target.name.mid(7).toStdString())});
        }
        for (const Special which : {Special::MetricName, Special::Feature, Special::EventType})
            if (const Column* column = m_plan.detection.column(which); column && m_columns.name < 0)
                m_columns.name = column->index;
        if (m_columns.key < 0) {
            m_columns.key = m_plan.detection.field(QStringLiteral("subscription_id"))->index;
            m_read.isBySubscription = true;
        }
        if (m_plan.detection.profile == u"steward")
            m_columns.awaited = columnOf(u"unlinked");
        if (m_columns.awaited >= 0)
            m_notation = std::chars_format::general; // what Steward wrote is exact: 1e-07 is no text of a tool
        m_columns.file = columnOf(u"steward_file");
        m_columns.line = m_columns.file >= 0 ? columnOf(u"steward_line") : -1;
        // Without a column of days, every row is about the day the file speaks of.
        if (m_columns.day < 0)
            m_day = usageDay(m_plan.request.dataUpTo);
        m_read.isCounted = hasOwnNumber() && m_columns.value < 0 && m_columns.name < 0 && m_columns.event < 0;
        m_read.numbersInRow = static_cast<int>(m_columns.metrics.size()) + (hasOwnNumber() ? 1 : 0);
    }

    [[nodiscard]] int columnOf(QStringView header) const
    {
        const auto found = std::ranges::find(m_plan.detection.columns, header, &Column::header);
        return found == m_plan.detection.columns.end() ? -1 : found->index;
    }

    /// A row of an earlier file; none where the row names none.
    std::optional<std::pair<QString, qint64>> earlierRow(const csv::Record& record) const
    {
        if (m_columns.line < 0)
            return std::nullopt;
        const QString mark = textOf(at(record, m_columns.file));
        const qint64 line = textOf(at(record, m_columns.line)).toLongLong();
        return mark.isEmpty() || line <= 0 ? std::nullopt : std::optional(std::pair(mark, line));
    }

    [[nodiscard]] bool isTaken(const std::pair<QString, qint64>& earlier) const
    {
        const auto holds = [&](const auto& lines) {
            const auto found = lines.find(earlier.first);
            return found != lines.end() && found->second.contains(earlier.second);
        };
        return holds(m_completion.taken) || holds(m_read.completed);
    }

    void complete(const std::pair<QString, qint64>& earlier, quint32 slot)
    {
        m_read.completed[earlier.first].insert(earlier.second);
        m_read.completedPlaces.emplace(slot, m_day);
        m_read.isCompleting = m_read.isCompleting || m_completion.known.contains(earlier.first);
    }

    /// A value, or a row that counts as one.
    [[nodiscard]] bool hasOwnNumber() const
    {
        return m_columns.value >= 0 || m_columns.name >= 0 || m_columns.metrics.empty();
    }

    static std::string_view at(const csv::Record& record, int column)
    {
        const auto index = static_cast<std::size_t>(column);
        return index < record.fields.size() ? trimmedCell(record.fields[index]) : std::string_view();
    }

    Code take(const csv::Record& record)
    {
        if (record.flaw != Code())
            return record.flaw;
        if (record.fields.size() > m_width)
            return Code("csv.long-row");
        const auto earlier = earlierRow(record);
        if (earlier && isTaken(*earlier)) {
            ++m_read.repeated;
            return {};
        }
        const bool isAwaited = m_columns.awaited >= 0 && at(record, m_columns.key).empty();
        const auto key = at(record, isAwaited ? m_columns.awaited : m_columns.key);
        if (key.empty())
            return Code("import.account.missing");
        if (const Code problem = readDay(at(record, m_columns.day)); problem != Code())
            return problem;
        m_numbers.clear();
        if (const Code problem = readNumbers(record); problem != Code())
            return problem;
        if (m_numbers.empty())
            return Code("import.usage.no_value");
        const quint32 place = m_keys.place(key);
        if (place == m_slots.size())
            m_slots.push_back(m_questions.slotOf(key));
        if (!m_slots[place]) {
            m_wrong = isAwaited ? m_columns.awaited : -1;
            return m_read.isBySubscription || (isAwaited && key.starts_with("subscription|"))
                       ? Code("import.subscription.unknown")
                       : Code("import.account.unknown");
        }
        const quint32 slot = *m_slots[place];
        if (m_columns.event >= 0 && isRepeatedEvent(record)) {
            ++m_read.repeated;
            return {};
        }
        for (const auto& [metric, value] : m_numbers)
            m_read.samples.add({slot, metric, m_day, 1, value});
        if (m_read.numbersInRow > 1)
            m_read.rowPlaces.emplace_back(slot, m_day);
        if (earlier)
            complete(*earlier, slot);
        seeDay();
        return {};
    }

    void seeDay()
    {
        const bool isFirst = m_read.samples.size() == m_numbers.size();
        m_read.firstDay = isFirst ? m_day : std::min(m_read.firstDay, m_day);
        m_read.lastDay = isFirst ? m_day : std::max(m_read.lastDay, m_day);
    }

    Code readDay(std::string_view cell)
    {
        if (m_columns.day < 0)
            return {};
        if (const auto known = m_days.find(cell); known && !cell.empty()) {
            m_day = *known;
            return {};
        }
        if (const QDate day = dayFromIso(cell); day.isValid()) {
            takeDay(cell, day);
            return {};
        }
        const ParsedDate parsed = parseDate(cell, m_columns.dayFormat->date);
        if (!parsed.isValid()) {
            m_wrong = m_columns.day;
            return parsed.issue == DateIssue::Unknown       ? Code("import.usage.no_day")
                   : parsed.issue == DateIssue::NoSuchDay   ? Code("import.cell.no_such_day")
                   : parsed.issue == DateIssue::Ambiguous   ? Code("import.cell.date_ambiguous")
                   : parsed.issue == DateIssue::WrongOrder  ? Code("import.cell.date_order")
                   : parsed.issue == DateIssue::UnknownZone ? Code("import.cell.time_zone")
                                                            : Code("import.cell.not_a_date");
        }
        const QDate day = parsed.day(m_plan.request.zone);
        const bool isMonth = parsed.kind == ParsedDate::Kind::Month;
        if (isMonth && !std::exchange(m_read.isMonthly, true))
            m_days.clear(); // from now on a day stands for its month
        m_read.hasTimes =
            m_read.hasTimes || parsed.kind == ParsedDate::Kind::Local || parsed.kind == ParsedDate::Kind::Instant;
        takeDay(cell, day);
        return {};
    }

    void takeDay(std::string_view cell, QDate day)
    {
        m_day = usageDay(m_read.isMonthly ? Month::of(day).last() : day);
        m_days.put(cell, m_day);
    }

    [[nodiscard]] Code readNumber(std::string_view cell, const NumberFormat& format, double& value) const
    {
        const char* const end = cell.data() + cell.size();
        const bool isPoint = format.decimal.value_or(DecimalSign::Point) == DecimalSign::Point;
        if (isPoint && readPlainNumber(cell.data(), end, value) == end)
            return {};
        const auto plain = std::from_chars(cell.data(), end, value, m_notation);
        if (plain.ec == std::errc() && plain.ptr == end && std::isfinite(value) && isPoint)
            return {};
        const auto number = parseReal(cell, format);
        value = number.value;
        return number.isValid() ? Code() : Code("import.cell.not_a_number");
    }

    Code readNumbers(const csv::Record& record)
    {
        if (hasOwnNumber()) {
            const auto name = m_columns.name >= 0 ? at(record, m_columns.name) : std::string_view("events");
            const auto cell = m_columns.value >= 0 ? at(record, m_columns.value) : std::string_view("1");
            double value = 0;
            if (!name.empty() && !isUnknownCell(cell)) {
                if (const Code problem = readNumber(cell, numberFormat(), value); problem != Code()) {
                    m_wrong = m_columns.value;
                    return problem;
                }
                const quint32 metric = m_read.metrics.place(name);
                if (!isMetric(metric, name)) {
                    m_wrong = m_columns.name;
                    return Code("import.metric.unknown");
                }
                m_numbers.emplace_back(metric, value);
            }
        }
        for (const auto& column : m_columns.metrics) {
            const auto cell = at(record, column.column);
            double value = 0;
            if (isUnknownCell(cell))
                continue;
            if (const Code problem = readNumber(cell, column.format->number, value); problem != Code()) {
                m_wrong = column.column;
                return problem;
            }
            m_numbers.emplace_back(column.metric, value);
        }
        return {};
    }

    bool isMetric(quint32 place, std::string_view name)
    {
        if (place >= m_isMetric.size()) {
            m_isMetric.resize(place, true); // columns of the file
            m_isMetric.push_back(m_questions.isMetric(name));
        }
        return m_isMetric[place];
    }

    [[nodiscard]] NumberFormat numberFormat() const
    {
        return m_columns.valueFormat ? m_columns.valueFormat->number : NumberFormat{DecimalSign::Point, false};
    }

    /// Identical rows with one id count once; one id with another content is kept, counted and told of.
    bool isRepeatedEvent(const csv::Record& record)
    {
        const auto id = at(record, m_columns.event);
        if (id.empty())
            return false;
        const std::hash<std::string_view> hash;
        std::size_t content = 0;
        for (const auto& field : record.fields)
            content = content * 1'099'511'628'211ULL + hash(field);
        if (!m_contents.insert(content).second) {
            issue(record, Code("import.usage.event_repeated"), id);
            return true;
        }
        if (!m_events.insert(hash(id)).second)
            issue(record, Code("import.usage.event_collision"), id);
        return false;
    }

    void issue(const csv::Record& record, Code code, std::string_view value, const QString& column = {})
    {
        const auto found = std::find_if(m_plan.issueTotals.begin(), m_plan.issueTotals.end(),
                                        [&](const auto& total) { return total.first == code; });
        if (found == m_plan.issueTotals.end())
            m_plan.issueTotals.emplace_back(code, 1);
        else
            ++found->second;
        if (m_plan.issues.size() < mostKept)
            m_plan.issues.push_back({record.line, column, textOf(value).left(80), code, {}});
    }

    [[nodiscard]] QString headerOf(int column) const
    {
        const auto found = std::ranges::find(m_plan.detection.columns, column, &Column::index);
        return found == m_plan.detection.columns.end() ? QString() : found->header;
    }

    void reject(const csv::Record& record, Code code)
    {
        ++m_plan.counts.rejected;
        const int wrong = std::exchange(m_wrong, -1);
        issue(record, code, at(record, wrong >= 0 ? wrong : m_columns.key), wrong >= 0 ? headerOf(wrong) : QString());
        if (m_plan.rejected.size() >= mostKept)
            return;
        RejectedRow row{record.line, {}, code};
        for (const auto& field : record.fields)
            row.cells.append(textOf(field));
        m_plan.rejected.push_back(std::move(row));
    }

    const UsageQuestions& m_questions;
    const Completion& m_completion;
    ImportPlan& m_plan;
    std::size_t m_width;
    Columns m_columns;
    UsageRead m_read;
    Interner m_keys;
    std::vector<std::optional<quint32>> m_slots;
    std::vector<bool> m_isMetric; ///< by place
    std::vector<std::pair<quint32, double>> m_numbers;
    std::unordered_set<std::size_t> m_events;
    std::unordered_set<std::size_t> m_contents;
    DayCache m_days;
    std::chars_format m_notation = std::chars_format::fixed;
    qint32 m_day = 0;
    int m_wrong = -1; ///< column of the cell that a row is rejected for
};

} // namespace

quint32 Interner::place(std::string_view text)
{
    if (!m_texts.empty()) {
        if (text == m_texts[m_lastPlace])
            return m_lastPlace;
        const quint32 next = m_lastPlace + 1 < m_texts.size() ? m_lastPlace + 1 : 0;
        if (text == m_texts[next])
            return m_lastPlace = next;
    }
    if (const auto found = m_places.find(text); found != m_places.end())
        return m_lastPlace = found->second;
    m_lastPlace = static_cast<quint32>(m_texts.size());
    m_texts.emplace_back(text);
    m_places.emplace(text, m_lastPlace);
    return m_lastPlace;
}

bool hasEarlierRows(const Detection& detection)
{
    return std::ranges::find(detection.columns, QStringLiteral("steward_file"), &Column::header) !=
           detection.columns.end();
}

Result<UsageRead> readUsage(const std::vector<ColumnFormat>& formats, const UsageQuestions& questions,
                            const Completion& completion, ImportPlan& plan)
{
    Pass pass(formats, questions, completion, plan);
    if (auto done = pass.run(); !done)
        return tl::unexpected(done.error());
    return pass.result();
}

} // namespace steward::exchange
