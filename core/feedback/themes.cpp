// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/themes.h"

#include "core/base/text.h"

#include <map>
#include <set>

namespace steward::feedback {

namespace {

class Tally
{
public:
    void add(const QString& theme, AccountId account, RecordRef record)
    {
        auto& entry = m_entries[folded(theme)];
        if (entry.count.theme.isEmpty())
            entry.count.theme = theme.trimmed();
        ++entry.count.count;
        entry.count.records.push_back(record);
        entry.accounts.insert(account);
    }
    [[nodiscard]] std::vector<ThemeCount> sorted()
    {
        std::vector<ThemeCount> counts;
        for (auto& [key, entry] : m_entries) {
            entry.count.accounts = static_cast<qint64>(entry.accounts.size());
            entry.count.isShown = entry.count.count >= 3 && entry.count.accounts >= 2;
            counts.push_back(std::move(entry.count));
        }
        std::stable_sort(counts.begin(), counts.end(),
                         [](const ThemeCount& a, const ThemeCount& b) { return a.count > b.count; });
        return counts;
    }

private:
    struct Entry
    {
        ThemeCount count;
        std::set<AccountId> accounts;
    };
    std::map<QString, Entry> m_entries;
};

template <class Fn>
void eachAccount(const Portfolio& portfolio, Fn&& fn)
{
    for (const AccountFacts& facts : portfolio)
        fn(facts);
    fn(portfolio.unlinked());
}

// Words one after the other, the last one as a beginning where the seed is a stem.
bool speaksOf(const QStringList& words, const QString& seed)
{
    const bool isStem = seed.endsWith(u'~');
    const QStringList wanted = folded(isStem ? seed.chopped(1) : seed).split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return false;
    for (qsizetype from = 0; from + wanted.size() <= words.size(); ++from) {
        bool matches = true;
        for (qsizetype i = 0; i < wanted.size() && matches; ++i) {
            const QString& word = words[from + i];
            const bool isLast = i + 1 == wanted.size();
            matches = isStem && isLast ? word.startsWith(wanted[i]) : word == wanted[i];
        }
        if (matches)
            return true;
    }
    return false;
}

} // namespace

std::vector<ThemeCount> ticketCategories(const Portfolio& portfolio, const Period& period)
{
    Tally tally;
    eachAccount(portfolio, [&](const AccountFacts& facts) {
        for (const Ticket& ticket : facts.of<Ticket>())
            if (period.contains(ticket.opened))
                tally.add(ticket.category, ticket.account, {Entity::Ticket, ticket.id});
    });
    return tally.sorted();
}

std::vector<ThemeCount> themes(const Portfolio& portfolio, const Period& period)
{
    Tally tally;
    eachAccount(portfolio, [&](const AccountFacts& facts) {
        for (const Survey& survey : facts.of<Survey>()) {
            if (!period.contains(survey.day))
                continue;
            const std::set<QString> own(survey.themes.begin(), survey.themes.end());
            for (const QString& theme : own)
                tally.add(theme, survey.account, {Entity::Survey, survey.id});
        }
        for (const Feedback& item : facts.of<Feedback>())
            if (period.contains(item.day) && !item.theme.isEmpty())
                tally.add(item.theme, item.account, {Entity::Feedback, item.id});
    });
    return tally.sorted();
}

QStringList themesIn(QStringView text, const std::vector<ThemeWords>& list)
{
    QStringList words;
    QString word;
    for (const QChar c : folded(text)) {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            words.push_back(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.push_back(word);
    QStringList found;
    for (const ThemeWords& theme : list)
        if (std::any_of(theme.words.begin(), theme.words.end(),
                        [&words](const QString& seed) { return speaksOf(words, seed); }))
            found.push_back(theme.theme);
    return found;
}

} // namespace steward::feedback
