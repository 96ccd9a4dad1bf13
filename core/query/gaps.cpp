// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/gaps.h"

#include <algorithm>
#include <map>

namespace steward::query {

namespace {

struct Collected
{
    DataGap gap;
    double valueShare = 0; ///< value times share of the weight, summed
    double share = 0;      ///< share of the weight, summed over accounts
};

class Gaps
{
public:
    explicit Gaps(GapsBy by)
        : m_by(by)
    {
    }
    Collected& of(health::DataKind kind, health::Gap why, const QString& sentence)
    {
        const bool isByReason = m_by == GapsBy::Reason;
        Collected& found = m_all[{kind, isByReason ? why : health::Gap::None, isByReason ? sentence : QString()}];
        if (found.gap.accounts.empty()) {
            found.gap.kind = kind;
            found.gap.why = why;
        }
        return found;
    }
    [[nodiscard]] std::map<std::tuple<health::DataKind, health::Gap, QString>, Collected>& all() { return m_all; }

private:
    GapsBy m_by;
    std::map<std::tuple<health::DataKind, health::Gap, QString>, Collected> m_all;
};

void addConcerned(DataGap& gap, const AccountLine& line, const health::Explanation& say)
{
    if (!gap.accounts.empty() && gap.accounts.back() == line.facts->id())
        return;
    if (gap.accounts.empty())
        gap.say = say;
    gap.accounts.push_back(line.facts->id());
    if (line.comparable)
        gap.value += *line.comparable;
    else
        ++gap.withoutValue;
}

/// Kinds that no measure is unknown for want of: they would change a score that is known, or a cap.
void addLacking(Gaps& gaps, const AccountLine& line, const health::AccountScore& score)
{
    for (const health::Lack& each : score.lacking) {
        const bool isNamed = std::ranges::any_of(score.contributions, [&](const health::Contribution& measure) {
            return measure.state == health::State::Unknown && measure.missing == each.kind;
        });
        const std::string_view name = nameOf(each.kind);
        if (!isNamed)
            addConcerned(gaps.of(each.kind, each.why, each.key).gap, line,
                         {each.key, {QString::fromLatin1(name.data(), qsizetype(name.size()))}, {}, {}});
    }
}

void addAccount(Gaps& gaps, const AccountLine& line, const health::AccountScore& score)
{
    for (const health::Contribution& each : score.contributions) {
        if (each.state != health::State::Unknown)
            continue;
        auto& [gap, valueShare, share] = gaps.of(each.missing, each.gap, each.why.key);
        const double part = double(each.weight) / score.applicableWeight;
        share += part;
        valueShare += line.comparable ? double(line.comparable->units()) * part : 0;
        if (!gap.measures.contains(each.measure))
            gap.measures.append(each.measure);
        addConcerned(gap, line, each.why);
    }
    addLacking(gaps, line, score);
}

} // namespace

std::vector<DataGap> gapsOf(std::span<const AccountLine> lines, std::span<const health::AccountScore> scores, GapsBy by)
{
    Gaps gaps(by);
    auto score = scores.begin();
    for (const AccountLine& line : lines) {
        score = std::ranges::lower_bound(score, scores.end(), line.facts->id(), {}, &health::AccountScore::account);
        if (score != scores.end() && score->account == line.facts->id())
            addAccount(gaps, line, *score);
    }
    std::vector<Collected> all;
    for (auto& [key, each] : gaps.all()) {
        const double units = double(each.gap.value.units());
        each.gap.gain = units > 0 ? each.valueShare / units : each.share / double(each.gap.accounts.size());
        all.push_back(std::move(each));
    }
    std::ranges::stable_sort(all, [](const Collected& a, const Collected& b) {
        return std::pair(a.valueShare, a.share) > std::pair(b.valueShare, b.share);
    });
    std::vector<DataGap> result;
    for (Collected& each : all)
        result.push_back(std::move(each.gap));
    return result;
}

} // namespace steward::query
