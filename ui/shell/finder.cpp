// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finder.h"

#include "core/base/text.h"
#include "core/model/facts.h"

#include <array>

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
    return wholeScore - 1 - static_cast<int>(std::min<qsizetype>(name.size(), 200));
}

void sortByKind(std::vector<Finding>& findings)
{
    std::array<bool, 4> areWhole{};
    for (const Finding& each : findings)
        areWhole[std::size_t(each.kind)] |= each.score >= wholeScore;
    std::ranges::stable_sort(
        findings, {}, [&](const Finding& each) { return std::pair(!areWhole[std::size_t(each.kind)], each.kind); });
}

namespace {

struct Scored
{
    int score = 0;
    std::size_t name = 0;
};

/// Ties stand as in the book.
void keepBest(std::vector<Scored>& scored, std::size_t most)
{
    const auto isBetter = [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.name < b.name;
    };
    const std::size_t kept = std::min(most, scored.size());
    std::ranges::partial_sort(scored, scored.begin() + std::ptrdiff_t(kept), isBetter);
    scored.resize(kept);
}

const Contact* contactOf(const AccountFacts& facts, qint64 id)
{
    for (const Contact& contact : facts.of<Contact>())
        if (contact.id == id)
            return &contact;
    return nullptr;
}

} // namespace

Finder::Finder(const BookNumbers& numbers)
    : m_generation(numbers.facts.generation())
    , m_asked(numbers.asked)
{
    const auto add = [this](AccountId account, qint64 contact, const QString& name) {
        m_text += folded(name);
        m_names.push_back({account, contact, m_text.size()});
    };
    for (const query::AccountLine& line : numbers.lines) {
        add(line.facts->id(), 0, line.facts->account.name);
        for (const Contact& contact : line.facts->of<Contact>())
            add(line.facts->id(), contact.id, contact.name);
    }
}

bool Finder::isOf(const BookNumbers& numbers) const
{
    return m_generation == numbers.facts.generation() && m_asked == numbers.asked;
}

std::vector<Finding> Finder::find(const BookNumbers& numbers, const QString& typed, std::size_t most) const
{
    const QString wanted = folded(typed);
    std::vector<Scored> accounts;
    std::vector<Scored> people;
    std::vector<Finding> findings;
    if (wanted.isEmpty())
        return findings;
    qsizetype from = 0;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const Name& name = m_names[i];
        if (const auto score = matchScore(wanted, QStringView(m_text).mid(from, name.end - from)))
            (name.contact == 0 ? accounts : people).push_back({*score, i});
        from = name.end;
    }
    keepBest(accounts, most);
    keepBest(people, most);
    for (const auto& [score, at] : accounts)
        if (const query::AccountLine* line = numbers.find(m_names[at].account))
            findings.push_back(
                {Finding::Kind::Account, line->facts->account.name, line->csm, line->facts->id(), -1, score});
    for (const auto& [score, at] : people) {
        const query::AccountLine* line = numbers.find(m_names[at].account);
        const Contact* contact = line ? contactOf(*line->facts, m_names[at].contact) : nullptr;
        if (!contact)
            continue;
        const QString& company = line->facts->account.name;
        const QString note = contact->title.isEmpty() ? company : QString(contact->title + u", " + company);
        findings.push_back({Finding::Kind::Person, contact->name, note, line->facts->id(), -1, score});
    }
    return findings;
}

} // namespace steward::shell
