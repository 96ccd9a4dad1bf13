// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sample/plot.h"

#include <QSet>

namespace steward::sample {

/// Lower-case ASCII letters and digits of a text, accents dropped: for domains and e-mail addresses.
[[nodiscard]] QString plain(QStringView text);

/// Gives firms names that no other firm of the book has, domains that end in .example, a trade and a country.
class Names
{
public:
    Names(const content::SampleNames& words, quint64 seed)
        : m_words(words)
        , m_seed(seed)
    {
    }
    void give(Plot& plot);

private:
    [[nodiscard]] QString invented(const Plot& plot, Random& random) const;

    const content::SampleNames& m_words;
    quint64 m_seed;
    QSet<QString> m_taken;
    QSet<QString> m_domains;
};

/// A telephone number of a range that is reserved for fiction.
[[nodiscard]] QString fictionalPhone(const content::SampleNames& words, const QString& country, Random& random);

/// Contacts, touches, tickets, answers ...: what the book has of each, shared out among the accounts of a block where
/// no story says how many.
void giveQuotas(std::vector<Plot>& block, const content::SampleStories& stories);

} // namespace steward::sample
