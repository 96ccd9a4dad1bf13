// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/usage_import.h"

#include "core/base/handover.h"
#include "core/base/text.h"
#include "core/exchange/usage_keys.h"
#include "core/exchange/usage_part.h"

#include <future>
#include <map>
#include <numeric>
#include <set>

namespace steward::exchange {

namespace {

/// As many as stay in the processor's cache.
constexpr std::size_t samplesAtOnce = 8'192;

/// What a number counts, from its name: what is added up over a day, what is a level, what is a share.
void giveMeaning(Metric& metric, bool isMonthly, bool isFeature)
{
    const QString bare = bareName(metric.name);
    const auto has = [&](QStringView part) { return bare.contains(part); };
    const bool isLevel = has(u"activeuser") || bare == u"users" || has(u"seats") || has(u"licen") || bare == u"dau" ||
                         bare == u"mau" || bare == u"wau";
    const bool isShare = has(u"rate") || has(u"percent") || has(u"pct") || has(u"average") || bare.startsWith(u"avg");
    metric.grain = isMonthly ? QStringLiteral("month") : QStringLiteral("day");
    metric.aggregate = isLevel ? QStringLiteral("max") : isShare ? QStringLiteral("mean") : QStringLiteral("sum");
    metric.absence = isLevel || isShare || isMonthly ? QStringLiteral("unknown") : QStringLiteral("zero");
    if (isLevel)
        metric.countsSeats = true;
    if (isFeature)
        metric.feature = metric.name;
}

Aggregate aggregateNamed(const QString& name)
{
    if (name == u"mean")
        return Aggregate::Mean;
    if (name == u"last")
        return Aggregate::Last;
    return name == u"max" ? Aggregate::Max : Aggregate::Sum;
}

class UsagePlanner
{
public:
    UsagePlanner(book::Book& book, ImportPlan& plan)
        : m_book(book)
        , m_directory(book)
        , m_plan(plan)
        , m_keys(book, m_directory, plan.detection)
        , m_part(std::make_shared<UsagePart>())
    {
        for (const auto& [key, account] : plan.request.links) {
            plan.keys.push_back({Entity::Account, plan.detection.source, key, account});
            m_directory.addKey(Entity::Account, plan.detection.source, key, account);
        }
    }

    Status run(const std::vector<ColumnFormat>& formats)
    {
        auto completion = hasEarlierRows(m_plan.detection) ? completionOf(m_book) : Result<Completion>(Completion());
        if (!completion)
            return tl::unexpected(completion.error());
        const auto isMetric = [this](std::string_view name) { return !m_keys.isOwn() || m_keys.metric(name); };
        auto read =
            readUsage(formats, {[this](std::string_view key) { return slotOf(key); }, isMetric}, *completion, m_plan);
        if (!read)
            return tl::unexpected(read.error());
        if (!m_status)
            return m_status;
        m_part->read = std::move(*read);
        if (m_part->read.isCompleting)
            if (auto done = readThere(); !done)
                return done;
        if (!m_keys.isOwn())
            m_plan.usageSource = sourceOfNumbers();
        for (const auto& name : m_part->read.metrics.texts())
            takeMetric(name);
        finish();
        return m_directory.status();
    }

private:
    std::optional<quint32> slotOf(std::string_view key)
    {
        const auto named = m_keys.named(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
        qint64 account = m_keys.accountOf(named);
        const ImportRequest& request = m_plan.request;
        const bool isMade = request.unlinked == Unlinked::Create || request.newAccounts.contains(named.key);
        if (account == 0 && isMade && !named.isBySubscription)
            account = makeAccount(named);
        if (account == 0 && request.unlinked != Unlinked::Keep && !isAwaited(named))
            return std::nullopt;
        const auto slot = static_cast<quint32>(m_part->accounts.size());
        if (account != 0) {
            const auto [at, isNew] = m_slotOfAccount.emplace(account, slot);
            if (!isNew)
                return at->second;
        } else {
            m_plan.unlinkedKeys.append(named.key);
        }
        m_part->accounts.push_back(account);
        m_part->unlinked.push_back(account != 0 ? QString() : named.unlinked());
        return slot;
    }

    bool isAwaited(const UsageKeys::Named& named)
    {
        const auto awaited = m_keys.isAwaited(named);
        if (!awaited)
            m_status = tl::unexpected(awaited.error());
        return awaited && *awaited;
    }

    /// The days that the rows complete, as they are in the book.
    Status readThere()
    {
        std::set<std::tuple<qint64, QString, qint32>> places;
        for (const auto& [slot, day] : m_part->read.completedPlaces)
            places.emplace(m_part->accounts[slot], m_part->unlinked[slot], day);
        const Status read = m_book.forEachUsage([&](const book::Edit::UsageSample& sample, const QString& unlinked) {
            if (places.contains({sample.account, unlinked, sample.day}))
                m_part->there[{sample.account, unlinked, sample.metric, sample.day}] = sample.value;
            return true;
        });
        if (!m_part->there.empty())
            note(Code("import.usage.completed"), {});
        return read;
    }

    qint64 makeAccount(const UsageKeys::Named& named)
    {
        Account account;
        account.name = named.key;
        const qint64 id = add(Entity::Account, toRow(account), named.key);
        m_plan.keys.push_back({Entity::Account, named.source, named.key, id});
        return id;
    }

    qint64 add(Entity entity, Row row, const QString& key)
    {
        const qint64 id = --m_nextTemporary;
        row[IdField] = id;
        m_plan.records.push_back({entity, id, true, true, {}, std::move(row), key});
        return id;
    }

    /// Files of one tool that have no number in common are sources of their own: what one of them says up to a day says
    /// nothing of the numbers of the other.
    QString sourceOfNumbers()
    {
        const QString& tool = m_plan.detection.source;
        std::set<QString> known;
        for (const auto& [id, row] : m_directory.rows(Entity::Metric))
            known.insert(fromRow<Metric>(row).source);
        const auto holdsOne = [this](const QString& source) {
            return std::ranges::any_of(m_part->read.metrics.texts(), [&](const std::string& name) {
                return !m_directory.byNaturalKey(Entity::Metric, keyOf(QString::fromStdString(name), source)).empty();
            });
        };
        QString free;
        for (int n = 1; n <= static_cast<int>(known.size()) + 1; ++n) {
            const QString source = n == 1 ? tool : QString(tool + u' ' + QString::number(n));
            const bool isKnown = known.contains(source);
            if (isKnown && holdsOne(source))
                return source;
            if (!isKnown && free.isEmpty())
                free = source;
        }
        return free;
    }

    static QString keyOf(const QString& name, const QString& source)
    {
        Metric metric;
        metric.name = name;
        metric.source = source;
        return naturalKeyOf(info(Entity::Metric), toRow(metric));
    }

    void takeMetric(const std::string& text)
    {
        if (m_keys.isOwn()) {
            const Row* row = m_keys.metric(text); // none: its rows were left out
            m_part->metrics.push_back(row ? integerOf((*row)[IdField]) : 0);
            m_part->aggregates.push_back(row ? aggregateNamed(fromRow<Metric>(*row).aggregate) : Aggregate::Sum);
            return;
        }
        const QString name = QString::fromStdString(text);
        Metric metric;
        metric.name = name;
        metric.source = m_plan.sourceName();
        const QString natural = keyOf(metric.name, metric.source);
        if (const auto& ids = m_directory.byNaturalKey(Entity::Metric, natural); !ids.empty()) {
            metric = fromRow<Metric>(*m_directory.row(Entity::Metric, ids.front()));
            m_part->metrics.push_back(ids.front());
        } else {
            const bool isFeature = m_plan.detection.column(Special::Feature) != nullptr &&
                                   !m_plan.detection.column(Special::MetricName) &&
                                   !m_plan.detection.field(QStringLiteral("metric:") + name);
            giveMeaning(metric, m_part->read.isMonthly, isFeature);
            m_part->metrics.push_back(add(Entity::Metric, toRow(metric), natural));
            note(Code("import.usage.new_metric"), name);
        }
        m_part->aggregates.push_back(aggregateNamed(metric.aggregate));
    }

    void note(Code code, const QString& value)
    {
        m_plan.issues.push_back({0, {}, value, code, {}});
        const auto found = std::find_if(m_plan.issueTotals.begin(), m_plan.issueTotals.end(),
                                        [&](const auto& total) { return total.first == code; });
        if (found == m_plan.issueTotals.end())
            m_plan.issueTotals.emplace_back(code, 1);
        else
            ++found->second;
    }

    void finish()
    {
        const UsageRead& read = m_part->read;
        m_plan.counts.rows = read.rows;
        if (read.samples.size() > 0) {
            // What the book itself wrote says nothing newer of any tool.
            const QDate last = m_keys.isOwn() ? QDate() : std::min(usageDate(read.lastDay), m_plan.request.today);
            m_plan.dataUpTo = m_plan.request.dataUpTo.isValid() ? m_plan.request.dataUpTo : last;
            if (read.isCounted)
                note(Code("import.usage.rows_counted"), {});
            if (read.hasTimes) {
                note(Code("import.usage.partial_day"), isoText(usageDate(read.firstDay)));
                note(Code("import.usage.partial_day"), isoText(usageDate(read.lastDay)));
            }
        }
        m_plan.hasSides = !m_plan.records.empty();
        m_plan.usage = m_part;
    }

    book::Book& m_book;
    Directory m_directory;
    ImportPlan& m_plan;
    UsageKeys m_keys;
    std::shared_ptr<UsagePart> m_part;
    Status m_status; ///< of what is asked while the file is read
    std::unordered_map<qint64, quint32> m_slotOfAccount;
    qint64 m_nextTemporary = -1;
};

/// Position in the order of the values; equal values share nothing, so every position is a place of its own.
std::vector<quint32> ranksOf(const std::vector<qint64>& values)
{
    std::vector<quint32> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](quint32 a, quint32 b) { return std::pair(values[a], a) < std::pair(values[b], b); });
    std::vector<quint32> ranks(values.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = static_cast<quint32>(i);
    return ranks;
}

class UsageMerger
{
public:
    UsageMerger(UsagePart& part, const std::unordered_map<qint64, qint64>& ids, book::Edit& edit, Counts& counts)
        : m_part(part)
        , m_edit(edit)
        , m_counts(counts)
        , m_accounts(real(part.accounts, ids))
        , m_metrics(real(part.metrics, ids))
    {
    }

    Status run()
    {
        m_counts.unchanged += m_part.read.repeated;
        // The book is this thread's; another puts in order what it merges next.
        constexpr std::size_t ahead = 2;
        Handover<Batch> batches(ahead);
        const auto ordering = std::async(std::launch::async, [&] { order(batches); });
        Status status;
        while (auto batch = batches.take()) {
            status = merge(*batch);
            if (!status)
                break;
        }
        batches.close();
        ordering.wait();
        if (status)
            countRows();
        return status;
    }

private:
    static std::vector<qint64> real(std::vector<qint64> values, const std::unordered_map<qint64, qint64>& ids)
    {
        for (auto& value : values)
            if (const auto found = ids.find(value); found != ids.end())
                value = found->second;
        return values;
    }

    /// Samples of accounts, or of one that is not known.
    struct Batch
    {
        std::vector<FlatSample> flat;
        std::vector<book::Edit::UsageSample> samples; ///< the same, with the ids of the book
    };

    void order(Handover<Batch>& batches)
    {
        const auto accountRanks = ranksOf(m_accounts);
        const auto metricRanks = ranksOf(m_metrics);
        m_part.read.samples.drain(accountRanks, metricRanks, m_part.aggregates, samplesAtOnce,
                                  [&](auto part) { return split(part, batches); });
        batches.close();
    }

    bool split(std::span<const FlatSample> flat, Handover<Batch>& batches) const
    {
        for (std::size_t begin = 0; begin < flat.size();) {
            std::size_t end = begin + 1;
            const bool isUnlinked = m_accounts[flat[begin].account] == 0;
            while (end < flat.size() &&
                   (isUnlinked ? flat[end].account == flat[begin].account : m_accounts[flat[end].account] != 0))
                ++end;
            Batch batch;
            batch.flat.assign(flat.begin() + static_cast<std::ptrdiff_t>(begin),
                              flat.begin() + static_cast<std::ptrdiff_t>(end));
            batch.samples.reserve(batch.flat.size());
            for (const FlatSample& each : batch.flat)
                batch.samples.push_back({m_accounts[each.account], m_metrics[each.metric], each.day, each.value});
            if (!m_part.there.empty())
                complete(batch);
            if (!batches.put(std::move(batch)))
                return false;
            begin = end;
        }
        return true;
    }

    void complete(Batch& batch) const
    {
        for (std::size_t i = 0; i < batch.flat.size(); ++i) {
            const FlatSample& flat = batch.flat[i];
            auto& sample = batch.samples[i];
            const auto found =
                m_part.there.find({sample.account, m_part.unlinked[flat.account], sample.metric, sample.day});
            if (found != m_part.there.end())
                sample.value = completed(found->second, sample.value, flat.count, m_part.aggregates[flat.metric]);
        }
    }

    Status merge(const Batch& batch)
    {
        const auto& flat = batch.flat;
        const quint32 first = flat.front().account;
        m_outcome.resize(flat.size());
        const QString key = m_accounts[first] == 0 ? m_part.unlinked[first] : QString();
        const auto merged = m_edit.mergeUsage(batch.samples, key, m_outcome);
        if (!merged)
            return tl::unexpected(merged.error());
        for (std::size_t i = 0; i < flat.size(); ++i) {
            if (m_part.read.numbersInRow == 1)
                add(m_outcome[i], flat[i].count);
            else
                note(flat[i], m_outcome[i]);
        }
        return {};
    }

    void add(quint8 outcome, qint64 rows)
    {
        (outcome == 0 ? m_counts.created : outcome == 1 ? m_counts.updated : m_counts.unchanged) += rows;
    }

    /// A row with several numbers is created when one of them is, otherwise updated when one of them is.
    void note(const FlatSample& sample, quint8 outcome)
    {
        const quint64 place = (quint64(sample.account) << 32) | static_cast<quint32>(sample.day);
        const auto [at, isNew] = m_outcomes.emplace(place, outcome);
        if (!isNew)
            at->second = std::min(at->second, outcome);
    }

    void countRows()
    {
        for (const auto& [account, day] : m_part.read.rowPlaces)
            add(m_outcomes[(quint64(account) << 32) | static_cast<quint32>(day)], 1);
    }

    UsagePart& m_part;
    book::Edit& m_edit;
    Counts& m_counts;
    std::vector<qint64> m_accounts;
    std::vector<qint64> m_metrics;
    std::unordered_map<quint64, quint8> m_outcomes;
    std::vector<quint8> m_outcome;
};

} // namespace

Status planUsage(book::Book& book, const std::vector<ColumnFormat>& formats, ImportPlan& plan)
{
    return UsagePlanner(book, plan).run(formats);
}

std::vector<CustomValue> fieldsOfCompletion(const ImportPlan& plan, qint64 import)
{
    return plan.usage ? completionFields(plan.usage->read.completed, import) : std::vector<CustomValue>();
}

Status applyUsage(const ImportPlan& plan, const std::unordered_map<qint64, qint64>& ids, book::Edit& edit,
                  Counts& counts)
{
    return plan.usage ? UsageMerger(*plan.usage, ids, edit, counts).run() : Status();
}

} // namespace steward::exchange
