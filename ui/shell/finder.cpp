// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finder.h"

#include "core/base/text.h"
#include "core/model/facts.h"

namespace steward::shell {

std::optional<int> matchScore(QStringView typed, QStringView name)
{
    if (typed.isEmpty())
        return 0;
    if (const auto at = name.indexOf(typed); at >= 0) {
        const bool startsWord = at == 0 || !name[at - 1].isLetterOrNumber();
        return (at == 0 ? 1000 : startsWord ? 800 : 500) - static_cast<int>(std::min<qsizetype>(name.size(), 200));
    }
    // Letters in order, each at the beginning of a word or right behind the one before.
    qsizetype at = 0;
    bool isRun = false;
    for (qsizetype i = 0; i < name.size() && at < typed.size(); ++i) {
        const bool startsWord = i == 0 || !name[i - 1].isLetterOrNumber();
        const bool fits = name[i] == typed[at] && (startsWord || isRun);
        isRun = fits;
        if (fits)
            ++at;
    }
    if (at < typed.size())
        return std::nullopt;
    return 300 - static_cast<int>(std::min<qsizetype>(name.size(), 200));
}

namespace {

void keepBest(std::vector<Finding>& findings, std::size_t most)
{
    std::ranges::stable_sort(findings, std::greater(), &Finding::score);
    if (findings.size() > most)
        findings.resize(most);
}

} // namespace

std::vector<Finding> findRecords(const BookNumbers& numbers, const QString& typed, std::size_t most)
{
    const QString wanted = folded(typed);
    std::vector<Finding> accounts;
    std::vector<Finding> people;
    if (wanted.isEmpty())
        return accounts;
    for (const query::AccountLine& line : numbers.lines) {
        const AccountFacts& facts = *line.facts;
        if (const auto score = matchScore(wanted, folded(facts.account.name)))
            accounts.push_back({Finding::Kind::Account, facts.account.name, line.csm, facts.id(), -1, *score});
        for (const Contact& contact : facts.of<Contact>())
            if (const auto score = matchScore(wanted, folded(contact.name)))
                people.push_back(
                    {Finding::Kind::Person, contact.name,
                     contact.title.isEmpty() ? facts.account.name : QString(contact.title + u", " + facts.account.name),
                     facts.id(), -1, *score});
    }
    keepBest(accounts, most);
    keepBest(people, most);
    accounts.insert(accounts.end(), people.begin(), people.end());
    return accounts;
}

} // namespace steward::shell
