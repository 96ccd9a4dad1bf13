// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/book_content.h"

#include "core/health/rule.h"
#include "core/portfolio/book_currency.h"
#include "core/query/account_lines.h"
#include "core/query/review_content.h"
#include "core/segments/segments.h"

namespace steward::query {

content::Files contentFilesOf(const BookFacts& book)
{
    content::Files files = content::shippedFiles();
    std::map<QString, qint64> versions;
    for (const Definition& definition : book.definitions) {
        const bool isContent =
            definition.kind == contentKind && files.contains(definition.name) && !definition.retiredOn.isValid();
        const qint64 version = definition.version.value_or(0);
        if (!isContent || (versions.contains(definition.name) && versions[definition.name] > version))
            continue;
        versions[definition.name] = version;
        files[definition.name] = definition.text.text.toUtf8();
    }
    return files;
}

Result<content::Content> contentOf(const BookFacts& book)
{
    auto parsed = content::parseContent(contentFilesOf(book));
    if (parsed.isGood() && health::checkKinds(parsed.value.scorecards).empty())
        return std::move(parsed.value);
    return content::shipped();
}

Result<content::Qbr> reviewContentOf(const BookFacts& book)
{
    const content::Files files = contentFilesOf(book);
    auto shipped = content::shippedQbr();
    const auto own = files.find(QStringLiteral("qbr.json"));
    if (!shipped || own == files.end())
        return shipped;
    auto parsed = content::parseQbr(own->second);
    if (!parsed.isGood())
        return shipped;
    // A copy made by an older Steward lacks the sentences of this one.
    parsed.value.sentences.merge(shipped->sentences);
    return std::move(parsed.value);
}

namespace {

Grouping grouped(const Portfolio& portfolio, const content::Content& content, QDate day, const segments::Before* before)
{
    std::vector<segments::Segment> all;
    for (const content::Segment& definition : content.segments)
        all.push_back(segments::segmentOf(definition));
    const BookFacts& book = portfolio.book();
    const ExchangeRates rates = ratesOf(portfolio);
    const auto arrOf = [&](const AccountFacts& facts) -> std::optional<Money> {
        const auto mrr = comparableMrr(facts, book, rates, day);
        return mrr ? std::optional(Money{mrr->toArrMinor(), rates.currency()}) : std::nullopt;
    };
    return segments::makeGrouping(portfolio, all, day, arrOf, before);
}

} // namespace

Grouping groupingOf(const Portfolio& portfolio, const content::Content& content, QDate day)
{
    return grouped(portfolio, content, day, nullptr);
}

Grouping groupingAfter(const Portfolio& before, const Grouping& grouping, const Portfolio& portfolio,
                       const content::Content& content, QDate day)
{
    const segments::Before kept{before, grouping};
    return grouped(portfolio, content, day, before.book() == portfolio.book() ? &kept : nullptr);
}

} // namespace steward::query
