// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/content/content.h"
#include "core/portfolio/grouping.h"
#include "core/portfolio/portfolio.h"

#include <span>

namespace steward::query {

/// The kind of the definitions that hold the book's own copy of the shipped content; their name is the file's.
inline constexpr auto contentKind = u"content";

/// The files the book's content is read from: its own newest copies, else the shipped ones.
[[nodiscard]] content::Files contentFilesOf(const BookFacts& book);
/// The book's own copy of a content file that fails its checks.
struct PassedOver
{
    QString file;
    qint64 version = 0;
    content::Issues why; ///< place and reason; never empty
};
struct BookContent
{
    content::Content content;
    std::vector<PassedOver> passedOver; ///< by file; the shipped file is used in place of each
};
/// The content a book works with: its own copy of each file, newest version, else the shipped one. A copy that fails
/// its checks is passed over for the shipped file of that name, and told.
[[nodiscard]] Result<BookContent> bookContentOf(const BookFacts& book);
/// That of a book without copies of its own: read once for the whole program, by whoever asks first. Any thread.
[[nodiscard]] const Result<BookContent>& shippedContent();
[[nodiscard]] Result<content::Content> contentOf(const BookFacts& book);
/// What to tell a reader about copies that are passed over: which, what is used, and the first things that are wrong.
[[nodiscard]] std::vector<Message> messagesOf(std::span<const PassedOver> passedOver);
/// The same of a book; empty where it is all good. Costs next to nothing where the book has no copy of its own.
[[nodiscard]] std::vector<Message> contentNotices(const BookFacts& book);

/// Which copies are kept of a content file.
enum class Keep
{
    Own,
    AlsoShipped ///< before the first one of the book's own: the next Steward may ship another
};
/// Keeps a content file as the book's own copy, a version above the newest.
[[nodiscard]] Status keepContent(book::Edit& edit, const BookFacts& book, const QString& file, const QByteArray& bytes,
                                 Keep keep = Keep::Own);

/// A new version of a setting, as JSON; one of the same text is left alone.
[[nodiscard]] Status keepSetting(book::Edit& edit, const BookFacts& book, const QString& name, const QString& json);

/// Every account's segment on the day by the book's segments, by hand or by rule.
[[nodiscard]] Grouping groupingOf(const Portfolio& portfolio, const content::Content& content, QDate day);
/// The same of the next snapshot of `before`, with the same content and on the same day: only what the edit touched is
/// looked at again.
[[nodiscard]] Grouping groupingAfter(const Portfolio& before, const Grouping& grouping, const Portfolio& portfolio,
                                     const content::Content& content, QDate day);

} // namespace steward::query
