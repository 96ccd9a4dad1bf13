// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/movements.h"

#include "core/portfolio/book_currency.h"
#include "core/revenue/levels.h"

#include <array>
#include <map>

namespace steward::revenue {

namespace {

/// The rates of each month's first day, looked up once a currency.
class MonthRates
{
public:
    MonthRates(const Portfolio& portfolio, const Columns& columns)
        : m_rates(steward::ratesOf(portfolio))
        , m_columns(columns)
    {
    }
    [[nodiscard]] Currency currency() const { return m_rates.currency(); }
    /// none: the currency has no rate in that month.
    [[nodiscard]] const std::optional<Rate>& in(Currency currency, std::size_t column)
    {
        auto& months = m_known[currency];
        if (months.empty())
            for (std::size_t i = 0; i < m_columns.count(); ++i)
                months.push_back(m_rates.on(currency, m_columns.month(i).first()));
        return months[column];
    }

private:
    ExchangeRates m_rates;
    const Columns& m_columns;
    std::map<Currency, std::vector<std::optional<Rate>>> m_known;
};

Mrr converted(Mrr amount, const std::optional<Rate>& rate) { return rate ? rate->convert(amount) : Mrr(); }

void addPart(Bridge& bridge, MovementKind kind, Mrr change)
{
    switch (kind) {
    case MovementKind::Added:
        bridge.added += change;
        break;
    case MovementKind::Expansion:
        bridge.expansion += change;
        break;
    case MovementKind::Contraction:
        bridge.contraction -= change;
        break;
    case MovementKind::Churn:
        bridge.churn -= change;
        break;
    case MovementKind::Reactivation:
        bridge.reactivation += change;
        break;
    }
}

Code methodOf(MonthSource source, MrrRule rule)
{
    if (source == MonthSource::Movements)
        return Code("revenue.movements");
    if (source == MonthSource::Snapshots)
        return Code("revenue.snapshots");
    if (source == MonthSource::Unknown)
        return Code("revenue.unknown");
    return rule == MrrRule::Overlap ? Code("revenue.subscriptions.overlap") : Code("revenue.subscriptions.month_end");
}

/// What one account did between two columns.
struct Step
{
    Bridge bridge;
    bool wasHeld = false;
    bool isHeld = false;
    bool isReturning = false;
    [[nodiscard]] Mrr before() const { return bridge.start + bridge.fx; }
};

class Tabulator
{
public:
    Tabulator(const Portfolio& portfolio, const Grouping& grouping, const Query& query)
        : m_book(portfolio.book())
        , m_grouping(grouping)
        , m_query(query)
        , m_columns(columnsOf(portfolio, query))
        , m_rates(portfolio, m_columns)
        , m_from(m_columns.column(query.from))
    {
    }

    void add(const AccountFacts& facts)
    {
        const Levels levels =
            levelsOf(facts, m_book, m_columns, m_query.rule, m_query.cancellation, m_grouping.graceDaysOf(facts.id()));
        if (levels.isEmpty())
            return;
        bool wasHeldOnce = levels.wasHeldBefore;
        for (std::size_t column = 1; column < m_columns.count(); ++column) {
            wasHeldOnce = wasHeldOnce || levels.isHeld(column - 1);
            if (column < m_from)
                continue;
            Step step = stepOf(levels, column - 1, column);
            if (!step.wasHeld && !step.isHeld && importedIn(levels, column).empty())
                continue;
            step.isReturning = wasHeldOnce;
            addStep(facts, levels, step, column);
        }
    }

    /// The same account at the start and at the end of the whole query.
    void addWhole(const AccountFacts& facts)
    {
        const Levels levels =
            levelsOf(facts, m_book, m_columns, m_query.rule, m_query.cancellation, m_grouping.graceDaysOf(facts.id()));
        if (levels.isEmpty())
            return;
        const std::size_t last = m_columns.count() - 1;
        Step step = stepOf(levels, m_from - 1, last);
        step.isReturning = levels.wasHeldBefore;
        for (std::size_t column = 0; column < m_from; ++column)
            step.isReturning = step.isReturning || levels.isHeld(column);
        const std::size_t group = indexOf(Group());
        classify(facts, step, last, group);
        tally(m_rows[group][last - m_from], step, levels, last);
    }

    [[nodiscard]] Table table()
    {
        Table table;
        table.currency = m_rates.currency();
        std::vector<std::size_t> position(m_groups.size());
        for (auto& [group, index] : m_groups) {
            position[index] = table.groups.size();
            table.groups.push_back(group);
            std::move(m_rows[index].begin(), m_rows[index].end(), std::back_inserter(table.rows));
        }
        for (AccountMovement& movement : m_movements)
            movement.group = position[movement.group];
        table.movements = std::move(m_movements);
        return table;
    }
    [[nodiscard]] RevenueRow whole()
    {
        const std::size_t last = m_columns.count() - 1;
        if (m_rows.empty())
            (void)indexOf(Group());
        return std::move(m_rows.front()[last - m_from]);
    }

private:
    [[nodiscard]] Step stepOf(const Levels& levels, std::size_t before, std::size_t after)
    {
        Step step;
        step.wasHeld = levels.isHeld(before);
        step.isHeld = levels.isHeld(after);
        for (const auto& each : levels.currencies) {
            const auto& rate = m_rates.in(each.currency, after);
            step.bridge.start += converted(each.atEnd[before], m_rates.in(each.currency, before));
            step.bridge.fx += converted(each.atEnd[before], rate);
            step.bridge.end += converted(each.atEnd[after], rate);
        }
        step.bridge.fx -= step.bridge.start;
        return step;
    }

    [[nodiscard]] std::vector<ImportedMovement> importedIn(const Levels& levels, std::size_t column) const
    {
        std::vector<ImportedMovement> found;
        if (m_columns.sources[column] == MonthSource::Movements)
            std::copy_if(levels.imported.begin(), levels.imported.end(), std::back_inserter(found),
                         [column](const ImportedMovement& each) { return each.column == column; });
        return found;
    }

    void addStep(const AccountFacts& facts, const Levels& levels, Step& step, std::size_t column)
    {
        const std::size_t group = indexOf(groupIn(facts, column, step.wasHeld));
        if (m_columns.sources[column] == MonthSource::Movements) {
            for (const ImportedMovement& each : importedIn(levels, column)) {
                const Mrr change = converted(each.amount, m_rates.in(each.currency, column));
                addPart(step.bridge, each.kind, change);
                m_movements.push_back(
                    {facts.id(), group, m_columns.month(column), each.kind, step.before(), step.before() + change});
            }
        } else {
            classify(facts, step, column, group);
        }
        tally(m_rows[group][column - m_from], step, levels, column);
    }

    // One rule set: what an account did between two levels.
    void classify(const AccountFacts& facts, Step& step, std::size_t column, std::size_t group)
    {
        const Mrr change = step.bridge.end - step.before();
        MovementKind kind = change > Mrr() ? MovementKind::Expansion : MovementKind::Contraction;
        if (!step.wasHeld && step.isHeld)
            kind = step.isReturning ? MovementKind::Reactivation : MovementKind::Added;
        else if (step.wasHeld && !step.isHeld)
            kind = MovementKind::Churn;
        else if (change == Mrr())
            return;
        addPart(step.bridge, kind, change);
        m_movements.push_back({facts.id(), group, m_columns.month(column), kind, step.before(), step.bridge.end});
    }

    void tally(RevenueRow& row, const Step& step, const Levels& levels, std::size_t column)
    {
        row.bridge += step.bridge;
        row.customersStart += step.wasHeld ? 1 : 0;
        row.customersEnd += step.isHeld ? 1 : 0;
        row.customersLost += step.wasHeld && !step.isHeld ? 1 : 0;
        row.customersAdded += !step.wasHeld && step.isHeld && !step.isReturning ? 1 : 0;
        row.customersReturned += !step.wasHeld && step.isHeld && step.isReturning ? 1 : 0;
        for (const auto& each : levels.currencies) {
            if (each.atEnd[column] == Mrr() || m_rates.in(each.currency, column))
                continue;
            const auto at = std::lower_bound(row.unconverted.begin(), row.unconverted.end(), each.currency,
                                             [](const auto& sum, Currency wanted) { return sum.first < wanted; });
            if (at != row.unconverted.end() && at->first == each.currency)
                at->second += each.atEnd[column];
            else
                row.unconverted.insert(at, {each.currency, each.atEnd[column]});
        }
    }

    [[nodiscard]] Group groupIn(const AccountFacts& facts, std::size_t column, bool wasHeld) const
    {
        if (m_query.by == GroupBy::None)
            return {};
        const Month month = m_columns.month(column);
        return groupOn(facts, m_book, m_grouping, m_query.by, wasHeld ? month.first() : month.last());
    }

    [[nodiscard]] std::size_t indexOf(const Group& group)
    {
        const auto [found, isNew] = m_groups.try_emplace(group, m_rows.size());
        if (isNew) {
            auto& rows = m_rows.emplace_back();
            for (std::size_t column = m_from; column < m_columns.count(); ++column) {
                RevenueRow row;
                row.group = group;
                row.month = m_columns.month(column);
                row.method = methodOf(m_columns.sources[column], m_query.rule);
                row.isKnown = m_columns.sources[column] != MonthSource::Unknown;
                rows.push_back(std::move(row));
            }
        }
        return found->second;
    }

    const BookFacts& m_book;
    const Grouping& m_grouping;
    const Query& m_query;
    Columns m_columns;
    MonthRates m_rates;
    std::size_t m_from;
    std::map<Group, std::size_t> m_groups;
    std::vector<std::vector<RevenueRow>> m_rows;
    std::vector<AccountMovement> m_movements;
};

template <class Fn>
void eachAccount(const Portfolio& portfolio, const Query& query, Fn&& fn)
{
    if (query.account.isValid()) {
        if (const AccountFacts* facts = portfolio.find(query.account))
            fn(*facts);
        return;
    }
    for (const AccountFacts& facts : portfolio)
        fn(facts);
    for (const AccountFacts& facts : splitUnlinked(portfolio.unlinked()))
        fn(facts);
}

} // namespace

Table movements(const Portfolio& portfolio, const Grouping& grouping, const Query& query)
{
    if (query.to < query.from)
        return {};
    Tabulator tabulator(portfolio, grouping, query);
    eachAccount(portfolio, query, [&tabulator](const AccountFacts& facts) { tabulator.add(facts); });
    return tabulator.table();
}

RevenueRow overPeriod(const Portfolio& portfolio, const Grouping& grouping, const Query& query)
{
    if (query.to < query.from)
        return {};
    Tabulator tabulator(portfolio, grouping, query);
    eachAccount(portfolio, query, [&tabulator](const AccountFacts& facts) { tabulator.addWhole(facts); });
    return tabulator.whole();
}

Evidence evidenceOf(const AccountMovement& movement, const Portfolio& portfolio, const Query& query)
{
    Evidence evidence;
    const AccountFacts* facts = portfolio.find(movement.account);
    if (!facts)
        return evidence;
    static constexpr std::array codes{Code("revenue.added"), Code("revenue.expansion"), Code("revenue.contraction"),
                                      Code("revenue.churn"), Code("revenue.reactivation")};
    const Currency currency = bookCurrency(portfolio).currency;
    evidence.message = {codes[static_cast<std::size_t>(movement.kind)],
                        {Money{movement.before.toMinor(), currency}, Money{movement.after.toMinor(), currency},
                         movement.month.first()}};
    const auto isOfMonth = [&movement](QDate month) { return month.isValid() && Month::of(month) == movement.month; };
    for (const Movement& row : facts->of<Movement>())
        if (isOfMonth(row.month))
            evidence.records.push_back({Entity::Movement, row.id});
    for (const Snapshot& row : facts->of<Snapshot>())
        if (evidence.records.empty() && isOfMonth(row.month))
            evidence.records.push_back({Entity::Snapshot, row.id});
    if (!evidence.records.empty())
        return evidence;
    const QDate before = movement.month.first().addDays(-1);
    const QDate after = movement.month.last();
    for (const PaidSpan& span : paidSpans(*facts, portfolio.book(), query.cancellation)) {
        const bool wasOver = span.to.isValid() && span.to <= before;
        const bool isLater = span.from.isValid() && span.from > after;
        if (!wasOver && !isLater)
            evidence.records.push_back({Entity::Subscription, span.subscription.value()});
    }
    std::sort(evidence.records.begin(), evidence.records.end());
    evidence.records.erase(std::unique(evidence.records.begin(), evidence.records.end()), evidence.records.end());
    return evidence;
}

} // namespace steward::revenue
