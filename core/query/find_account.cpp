// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/find_account.h"

#include "core/base/long_id.h"
#include "core/base/text.h"

namespace steward::query {

namespace {

constexpr qsizetype shownCandidates = 10;

QString candidate(const AccountFacts& facts)
{
    const QString key = firstKey(facts);
    return facts.account.name + QStringLiteral(" (") + (key.isEmpty() ? QString::number(facts.account.id) : key) + u')';
}

struct Matches
{
    std::vector<const AccountFacts*> byKey;
    std::vector<const AccountFacts*> byName;
    std::vector<const AccountFacts*> byPrefix;
};

Matches matchesOf(const Portfolio& portfolio, const QString& text)
{
    Matches matches;
    const QString wanted = folded(text);
    const QString other = otherFormOfId(text);
    for (const AccountFacts& facts : portfolio) {
        const bool hasKey = std::any_of(facts.keys.begin(), facts.keys.end(), [&](const ExternalKey& k) {
            return k.key == text || (!other.isEmpty() && k.key == other);
        });
        const QString name = folded(facts.account.name);
        if (hasKey)
            matches.byKey.push_back(&facts);
        if (name == wanted)
            matches.byName.push_back(&facts);
        else if (!wanted.isEmpty() && name.startsWith(wanted))
            matches.byPrefix.push_back(&facts);
    }
    return matches;
}

Result<AccountId> onlyOne(const std::vector<const AccountFacts*>& found, const QString& text)
{
    if (found.size() == 1)
        return found.front()->id();
    QStringList candidates;
    for (const AccountFacts* facts : found)
        if (candidates.size() < shownCandidates)
            candidates << candidate(*facts);
    return fail(Code("account.ambiguous"), ErrorKind::Ambiguous, {text, candidates.join(QStringLiteral(", "))});
}

} // namespace

QString firstKey(const AccountFacts& facts) { return facts.keys.isEmpty() ? QString() : facts.keys[0].key; }

Result<AccountId> findAccount(const Portfolio& portfolio, const QString& text)
{
    bool isNumber = false;
    const AccountId id(text.toLongLong(&isNumber));
    if (isNumber && portfolio.find(id))
        return id;
    const Matches matches = matchesOf(portfolio, text);
    for (const auto* found : {&matches.byKey, &matches.byName, &matches.byPrefix})
        if (!found->empty())
            return onlyOne(*found, text);
    return fail(Code("account.unknown"), ErrorKind::NotFound, {text});
}

} // namespace steward::query
