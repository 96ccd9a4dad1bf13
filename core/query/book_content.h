// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/content.h"
#include "core/portfolio/grouping.h"
#include "core/portfolio/portfolio.h"

namespace steward::query {

/// The kind of the definitions that hold the book's own copy of the shipped content; their name is the file's.
inline constexpr auto contentKind = u"content";

/// The files the book's content is read from: its own newest copies, else the shipped ones.
[[nodiscard]] content::Files contentFilesOf(const BookFacts& book);
/// The content a book works with: its own copy of each file, newest version, else the shipped one. A copy that has been
/// damaged is passed over for the shipped file.
[[nodiscard]] Result<content::Content> contentOf(const BookFacts& book);

/// Every account's segment on the day by the book's segments, by hand or by rule.
[[nodiscard]] Grouping groupingOf(const Portfolio& portfolio, const content::Content& content, QDate day);
/// The same of the next snapshot of `before`, with the same content and on the same day: only what the edit touched is
/// looked at again.
[[nodiscard]] Grouping groupingAfter(const Portfolio& before, const Grouping& grouping, const Portfolio& portfolio,
                                     const content::Content& content, QDate day);

} // namespace steward::query
