// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/portfolio/figure.h"
#include "core/portfolio/portfolio.h"

namespace steward::feedback {

/// How often something was said, by how many accounts, with the records that say it.
struct ThemeCount
{
    QString theme; ///< empty: none named
    qint64 count = 0;
    qint64 accounts = 0;
    bool isShown = true; ///< false: from fewer than 3 records or fewer than 2 accounts
    std::vector<RecordRef> records;
};

/// Tickets opened in the period by category, most first, equal ones by name. Names are compared without case.
[[nodiscard]] std::vector<ThemeCount> ticketCategories(const Portfolio& portfolio, const Period& period);

/// Themes of survey answers and feedback items dated in the period, most first. A record counts once a theme.
[[nodiscard]] std::vector<ThemeCount> themes(const Portfolio& portfolio, const Period& period);

/// One theme of the word list with its seed words: whole words ("slow"), stems ("lag~"), phrases ("hard to find").
struct ThemeWords
{
    QString theme;
    QStringList words;
};

/// The themes a text speaks of, in the order of the list. Case does not matter.
[[nodiscard]] QStringList themesIn(QStringView text, const std::vector<ThemeWords>& list);

} // namespace steward::feedback
