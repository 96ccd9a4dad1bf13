// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/rule.h"

#include "core/model/catalogue.h"

#include <algorithm>

namespace steward::work {

namespace {

/// In the order in which they are asked.
std::vector<const RuleKind*> allKinds()
{
    std::vector<const RuleKind*> kinds;
    for (const auto& part : {clockRules(), useRules(), moneyRules(), peopleRules(), voiceRules(), journeyRules(),
                             renewalRules(), lastRules(), goodRules(), bookRules()})
        for (const RuleKind& each : part)
            kinds.push_back(&each);
    return kinds;
}

bool isNamed(std::string_view id, QStringView name)
{
    return name == QLatin1StringView(id.data(), qsizetype(id.size()));
}

template <class Map>
void compareNames(const Map& present, std::string_view wanted, const QString& place, content::Issues& issues)
{
    const QStringList names = content::wordsOf(wanted);
    for (const QString& name : names)
        if (!present.contains(name))
            issues.push_back({Code("content.evidence.missing"), {place, name}});
    for (const auto& [name, value] : present)
        if (!names.contains(name))
            issues.push_back({Code("content.evidence.unknown"), {place, name}});
}

} // namespace

Rule::Rule(const content::SignalKind& content, const RuleKind& kind)
    : m_content(&content)
    , m_kind(&kind)
{
    for (const QString& name : content::wordsOf(kind.numbers))
        m_numbers.push_back(static_cast<double>(content.numbers.at(name).thousandths) / 1000);
    for (const QString& name : content::wordsOf(kind.sentences))
        m_sentences.push_back(content.say.at(name).key);
}

void Findings::add(const Rule& rule, Case found)
{
    Signal signal;
    signal.signal = rule.content().id;
    signal.account = m_subject.facts().id();
    signal.key = std::move(found.key);
    signal.lane = rule.content().lane;
    signal.severity = found.severity;
    signal.figure = found.figure;
    signal.newest = found.newest.isValid() ? found.newest : found.dataTo.isValid() ? found.dataTo : m_subject.day();
    signal.opened = found.opened.isValid() ? found.opened : signal.newest;
    signal.at = found.at;
    signal.due = found.due;
    signal.seatsShort = found.seatsShort;
    signal.say = {rule.sentence(found.sentence), std::move(found.arguments), std::move(found.records), found.dataTo};
    m_signals.push_back(std::move(signal));
}

bool Findings::has(QStringView signal) const
{
    return std::ranges::any_of(m_signals, [&](const Signal& each) { return each.signal == signal; });
}

bool Findings::has(QStringView signal, QStringView key) const
{
    return std::ranges::any_of(m_signals, [&](const Signal& each) { return each.signal == signal && each.key == key; });
}

bool Findings::hasTrouble() const
{
    return std::ranges::any_of(m_signals, [](const Signal& each) { return each.severity != content::Severity::Good; });
}

QString keyOf(RecordRef record) { return QString(info(record.entity).name + u':' + QString::number(record.id)); }

std::optional<content::Severity> severityOf(double figure, std::initializer_list<double> limits, content::Severity last)
{
    // Per cents are worked out in doubles: a fall of exactly a quarter is one.
    constexpr double grain = 1e-9;
    int severity = static_cast<int>(last) - static_cast<int>(limits.size()) + 1;
    for (const double limit : limits) {
        if (figure >= limit - grain)
            return static_cast<content::Severity>(severity);
        ++severity;
    }
    return std::nullopt;
}

content::Issues checkRules(const content::Signals& signalRules)
{
    content::Issues issues;
    const auto kinds = allKinds();
    for (const content::SignalKind& each : signalRules.kinds) {
        const QString place = QStringLiteral("signals.json signals[") % each.id % u']';
        const auto kind = std::ranges::find_if(kinds, [&](const RuleKind* any) { return isNamed(any->id, each.id); });
        if (kind == kinds.end()) {
            issues.push_back({Code("content.evidence.unknown"), {place, each.id}});
            continue;
        }
        compareNames(each.numbers, (*kind)->numbers, place, issues);
        compareNames(each.say, (*kind)->sentences, place, issues);
    }
    return issues;
}

std::vector<Rule> rulesOf(const content::Signals& signalRules)
{
    std::vector<Rule> rules;
    for (const RuleKind* kind : allKinds())
        for (const content::SignalKind& each : signalRules.kinds)
            if (isNamed(kind->id, each.id))
                rules.emplace_back(each, *kind);
    return rules;
}

} // namespace steward::work
