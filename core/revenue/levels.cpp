// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revenue/levels.h"

#include <map>

namespace steward::revenue {

namespace {

MovementKind kindOf(const Movement& movement)
{
    const QString& kind = movement.kind;
    if (kind == u"new")
        return MovementKind::Added;
    if (kind == u"churn")
        return MovementKind::Churn;
    if (kind == u"reactivation")
        return MovementKind::Reactivation;
    const bool down = kind == u"contraction" || (kind != u"expansion" && movement.amount->value < 0);
    return down ? MovementKind::Contraction : MovementKind::Expansion;
}

Mrr monthly(const std::optional<Minor>& amount) { return Mrr::perTerm(amount->value, 1).value_or(Mrr()); }

template <class T>
bool counts(const T& row)
{
    return row.amount && row.month.isValid();
}

class Reader
{
public:
    Reader(const Columns& columns, MrrRule rule, Levels& levels)
        : m_columns(columns)
        , m_rule(rule)
        , m_levels(levels)
    {
    }

    // Differences first, sums after: one step a span however many months it covers.
    void readSubscriptions(std::span<const PaidSpan> spans)
    {
        for (const PaidSpan& span : spans) {
            const auto begin = span.from.isValid() ? clamped(Month::of(span.from).index()) : 0;
            const auto end = endColumn(span);
            m_levels.wasHeldBefore = m_levels.wasHeldBefore || isHeldBefore(span);
            if (begin >= end)
                continue;
            auto& level = of(span.currency);
            level[begin] += span.mrr;
            if (end < level.size())
                level[end] -= span.mrr;
        }
        for (auto& each : m_levels.currencies)
            for (std::size_t i = 1; i < each.atEnd.size(); ++i)
                each.atEnd[i] += each.atEnd[i - 1];
    }

    void readImported(const AccountFacts& facts)
    {
        std::map<std::pair<std::size_t, Currency>, Mrr> told;
        for (const Movement& row : facts.of<Movement>()) {
            if (!counts(row) || !isFrom(row.month, MonthSource::Movements))
                continue;
            const auto column = m_columns.column(Month::of(row.month));
            const Currency currency = currencyOf(row.currency, facts);
            told[{column, currency}] += monthly(row.amount);
            of(currency);
            m_levels.imported.push_back({column, kindOf(row), currency, monthly(row.amount)});
        }
        for (const Snapshot& row : facts.of<Snapshot>()) {
            if (!counts(row) || !isFrom(row.month, MonthSource::Snapshots))
                continue;
            const Currency currency = currencyOf(row.currency, facts);
            told[{m_columns.column(Month::of(row.month)), currency}] = monthly(row.amount);
            of(currency);
        }
        for (auto& each : m_levels.currencies)
            for (std::size_t i = 1; i < each.atEnd.size(); ++i) {
                if (m_columns.sources[i] == MonthSource::Subscriptions)
                    continue;
                if (m_columns.sources[i] == MonthSource::Unknown) {
                    each.atEnd[i] = each.atEnd[i - 1];
                    continue;
                }
                const auto found = told.find({i, each.currency});
                const Mrr base = m_columns.sources[i] == MonthSource::Movements ? each.atEnd[i - 1] : Mrr();
                each.atEnd[i] = base + (found != told.end() ? found->second : Mrr());
            }
    }

private:
    [[nodiscard]] std::size_t clamped(int monthIndex) const
    {
        const int column = monthIndex - m_columns.first.index();
        return static_cast<std::size_t>(std::clamp(column, 0, static_cast<int>(m_columns.count())));
    }
    // First column in which the span no longer counts.
    [[nodiscard]] std::size_t endColumn(const PaidSpan& span) const
    {
        if (!span.to.isValid())
            return m_columns.count();
        const bool lastMonthCounts = m_rule == MrrRule::Overlap && !span.continues;
        return clamped(Month::of(span.to).index() + (lastMonthCounts ? 1 : 0));
    }
    [[nodiscard]] bool isHeldBefore(const PaidSpan& span) const
    {
        if (!span.from.isValid())
            return true;
        const int begin = Month::of(span.from).index();
        const bool lastMonthCounts = m_rule == MrrRule::Overlap && !span.continues;
        const int end = span.to.isValid() ? Month::of(span.to).index() + (lastMonthCounts ? 1 : 0) : begin + 1;
        return begin < end && begin < m_columns.first.index();
    }
    [[nodiscard]] bool isFrom(QDate month, MonthSource source) const
    {
        const int column = Month::of(month).index() - m_columns.first.index();
        return column > 0 && column < static_cast<int>(m_columns.count()) &&
               m_columns.sources[static_cast<std::size_t>(column)] == source;
    }
    [[nodiscard]] static Currency currencyOf(Currency currency, const AccountFacts& facts)
    {
        return currency.isKnown() ? currency : facts.account.currency;
    }
    std::vector<Mrr>& of(Currency currency)
    {
        for (auto& each : m_levels.currencies)
            if (each.currency == currency)
                return each.atEnd;
        m_levels.currencies.push_back({currency, std::vector<Mrr>(m_columns.count())});
        return m_levels.currencies.back().atEnd;
    }

    const Columns& m_columns;
    MrrRule m_rule;
    Levels& m_levels;
};

template <class T>
void collectMonths(const AccountFacts& facts, std::map<Month, MonthSource>& months, MonthSource source)
{
    for (const T& row : facts.of<T>())
        if (counts(row))
            months[Month::of(row.month)] = source;
}

/// The last month that the files of movements or snapshots can speak about.
std::optional<Month> toldByFiles(const BookFacts& book, std::initializer_list<QStringView> kinds)
{
    std::optional<Month> last;
    for (const Source& source : book.sources)
        if (source.dataUpTo.isValid() && std::ranges::find(kinds, QStringView(source.kind)) != kinds.end())
            last = std::max(last.value_or(Month::of(source.dataUpTo)), Month::of(source.dataUpTo));
    return last;
}

bool hasSubscriptions(const Portfolio& portfolio)
{
    return !portfolio.unlinked().of<Subscription>().isEmpty() ||
           std::any_of(portfolio.begin(), portfolio.end(),
                       [](const AccountFacts& facts) { return !facts.of<Subscription>().isEmpty(); });
}

/// Without subscriptions only what was told is known: movements say that nothing else moved up to their last month.
void markUnknown(Columns& columns, const std::map<Month, MonthSource>& told, const Portfolio& portfolio)
{
    Month last = told.rbegin()->first;
    if (const auto byFiles = toldByFiles(portfolio.book(), {u"movements"}))
        last = std::max(last, *byFiles);
    for (std::size_t i = 1; i < columns.count(); ++i) {
        if (columns.month(i) <= told.begin()->first || told.contains(columns.month(i)))
            continue;
        const bool isQuiet = columns.month(i) <= last && columns.sources[i - 1] == MonthSource::Movements;
        columns.sources[i] = isQuiet ? MonthSource::Movements : MonthSource::Unknown;
    }
}

} // namespace

bool isTold(const AccountFacts& facts)
{
    return facts.of<Subscription>().isEmpty() && !(facts.of<Movement>().isEmpty() && facts.of<Snapshot>().isEmpty());
}

std::map<Currency, Mrr> toldMrrOn(const AccountFacts& facts, const BookFacts& book, QDate day)
{
    const Month month = Month::of(day);
    std::map<Currency, Mrr> level;
    std::optional<Month> last = toldByFiles(book, {u"movements", u"snapshots"});
    const auto add = [&](const auto& row, bool counts) {
        const Month told = Month::of(row.month);
        last = std::max(last.value_or(told), told);
        if (counts)
            level[row.currency.isKnown() ? row.currency : facts.account.currency] += monthly(row.amount);
    };
    for (const Movement& row : facts.of<Movement>())
        if (counts(row))
            add(row, Month::of(row.month) <= month);
    const bool hasMovements = last && !facts.of<Movement>().isEmpty();
    for (const Snapshot& row : facts.of<Snapshot>())
        if (counts(row))
            add(row, !hasMovements && Month::of(row.month) == month);
    if (!last || *last < month)
        return {};
    return level;
}

bool Levels::isHeld(std::size_t column) const
{
    return std::any_of(currencies.begin(), currencies.end(),
                       [column](const OfCurrency& each) { return each.atEnd[column] > Mrr(); });
}

Columns columnsOf(const Portfolio& portfolio, const Query& query)
{
    std::map<Month, MonthSource> told;
    const auto collect = [&told](const AccountFacts& facts) {
        std::map<Month, MonthSource> own;
        collectMonths<Snapshot>(facts, own, MonthSource::Snapshots);
        collectMonths<Movement>(facts, own, MonthSource::Movements);
        for (const auto& [month, source] : own)
            if (source == MonthSource::Movements || !told.contains(month))
                told[month] = source;
    };
    for (const AccountFacts& facts : portfolio)
        if (!facts.of<Movement>().isEmpty() || !facts.of<Snapshot>().isEmpty())
            collect(facts);
    collect(portfolio.unlinked());
    Columns columns;
    columns.first = query.from.plus(-1);
    if (!told.empty())
        columns.first = std::min(columns.first, told.begin()->first.plus(-1));
    for (Month month = columns.first; month <= query.to; month = month.plus(1)) {
        const auto found = told.find(month);
        columns.sources.push_back(found != told.end() ? found->second : MonthSource::Subscriptions);
    }
    if (!told.empty() && !hasSubscriptions(portfolio))
        markUnknown(columns, told, portfolio);
    return columns;
}

Levels levelsOf(const AccountFacts& facts, const BookFacts& book, const Columns& columns, MrrRule rule,
                Cancellation cancellation, int graceDays)
{
    Levels levels;
    std::vector<PaidSpan> spans = paidSpans(facts, book, cancellation);
    if (graceDays > 0)
        extendByGrace(spans, graceDays);
    Reader reader(columns, rule, levels);
    reader.readSubscriptions(spans);
    const bool toldOfAny = std::any_of(columns.sources.begin(), columns.sources.end(),
                                       [](MonthSource source) { return source != MonthSource::Subscriptions; });
    if (toldOfAny)
        reader.readImported(facts);
    return levels;
}

std::vector<AccountFacts> splitUnlinked(const AccountFacts& unlinked)
{
    struct Parts
    {
        std::vector<Subscription> subscriptions;
        std::vector<Movement> movements;
        std::vector<Snapshot> snapshots;
    };
    std::map<QString, Parts> byKey;
    for (const auto& row : unlinked.of<Subscription>())
        byKey[row.unlinked].subscriptions.push_back(row);
    for (const auto& row : unlinked.of<Movement>())
        byKey[row.unlinked].movements.push_back(row);
    for (const auto& row : unlinked.of<Snapshot>())
        byKey[row.unlinked].snapshots.push_back(row);
    std::vector<AccountFacts> accounts;
    for (auto& [key, parts] : byKey) {
        AccountFacts facts;
        std::get<Rows<SubscriptionPhase>>(facts.tables) = unlinked.of<SubscriptionPhase>();
        facts.set(std::move(parts.subscriptions));
        facts.set(std::move(parts.movements));
        facts.set(std::move(parts.snapshots));
        accounts.push_back(std::move(facts));
    }
    return accounts;
}

void extendByGrace(std::vector<PaidSpan>& spans, int graceDays)
{
    // Spans are ordered by their first day: where all that began so far have ended, a gap begins.
    QDate end;
    bool isOpen = false;
    const auto prolong = [&spans, &end](std::size_t count, QDate to) {
        for (std::size_t i = 0; i < count; ++i)
            if (spans[i].to == end)
                spans[i].to = to;
    };
    for (std::size_t i = 0; i <= spans.size(); ++i) {
        const bool last = i == spans.size();
        if (i > 0 && !isOpen && (last || spans[i].from > end)) {
            const QDate graceEnd = end.addDays(graceDays);
            prolong(i, last ? graceEnd : std::min(graceEnd, spans[i].from));
        }
        if (!last) {
            isOpen = isOpen || !spans[i].to.isValid();
            end = std::max(end, spans[i].to);
        }
    }
}

} // namespace steward::revenue
