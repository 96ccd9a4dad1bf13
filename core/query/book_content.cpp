// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/book_content.h"

#include "core/content/journey_past.h"
#include "core/health/rule.h"
#include "core/portfolio/book_currency.h"
#include "core/portfolio/book_settings.h"
#include "core/query/account_lines.h"
#include "core/query/review_content.h"
#include "core/segments/segments.h"

namespace steward::query {

namespace {

struct OwnFile
{
    QByteArray bytes;
    qint64 version = 0;
};
const QString journeysFile = QStringLiteral("journeys.json");
using OwnFiles = std::map<QString, OwnFile>;

/// Shipped ones, and plays that a user made.
bool isContentFile(const QString& name)
{
    return content::fileNames().contains(name) ||
           (name.startsWith(u"playbooks/") && name.endsWith(u".json") && !name.contains(u"..") && name.size() < 80);
}

/// The newest copy of each file that the book keeps.
OwnFiles ownFilesOf(const BookFacts& book)
{
    OwnFiles own;
    for (const Definition& definition : book.definitions) {
        const bool isContent =
            definition.kind == contentKind && isContentFile(definition.name) && !definition.retiredOn.isValid();
        const qint64 version = definition.version.value_or(0);
        if (!isContent || (own.contains(definition.name) && own[definition.name].version > version))
            continue;
        own[definition.name] = {definition.text.text.toUtf8(), version};
    }
    return own;
}

content::Parsed<content::Content> checked(const content::Files& files)
{
    auto parsed = content::parseContent(files);
    if (parsed.isGood())
        parsed.issues = health::checkKinds(parsed.value.scorecards);
    return parsed;
}

/// Takes the book's copies one by one into the shipped files; what one needs may come with a later one.
std::vector<PassedOver> takeGood(OwnFiles own, content::Files& files)
{
    std::vector<PassedOver> passedOver;
    for (bool isTaken = true; isTaken;) {
        isTaken = false;
        passedOver.clear();
        std::erase_if(own, [&](const auto& file) {
            content::Files with = files;
            with[file.first] = file.second.bytes;
            auto issues = checked(with).issues;
            if (!issues.empty()) {
                passedOver.push_back({file.first, file.second.version, std::move(issues)});
                return false;
            }
            files = std::move(with);
            return isTaken = true;
        });
    }
    return passedOver;
}

} // namespace

content::Files contentFilesOf(const BookFacts& book)
{
    content::Files files = content::shippedFiles();
    for (const auto& [name, own] : ownFilesOf(book))
        files[name] = own.bytes;
    return files;
}

const Result<BookContent>& shippedContent()
{
    static const Result<BookContent> shipped = content::shipped().map([](content::Content each) {
        return BookContent{std::move(each), {}};
    });
    return shipped;
}

namespace {

Result<BookContent> readContent(const BookFacts& book)
{
    OwnFiles own = ownFilesOf(book);
    // A book keeps copies of what it was made with: mostly those that are shipped.
    const auto isShipped = [](const auto& file) { return file.second.bytes == content::shippedFile(file.first); };
    if (std::ranges::all_of(own, isShipped))
        return shippedContent();
    auto parsed = checked(contentFilesOf(book));
    if (parsed.isGood())
        return BookContent{std::move(parsed.value), {}};
    content::Files files = content::shippedFiles();
    std::erase_if(own, isShipped);
    auto passedOver = takeGood(std::move(own), files);
    parsed = checked(files);
    if (parsed.isGood())
        return BookContent{std::move(parsed.value), std::move(passedOver)};
    return content::shipped().map([](content::Content content) { return BookContent{std::move(content), {}}; });
}

/// Stages that earlier versions had stay known; the template the book uses stands first.
void addPast(const BookFacts& book, content::Journeys& journeys)
{
    if (const auto copies = contentCopies(book.definitions, journeysFile); !copies.empty())
        journeys.earlier = content::journeyVersions(copies);
    for (const content::Journeys& earlier : journeys.earlier)
        content::addRetired(journeys, earlier);
    const QString used = settingText(book.definitions, journeySetting);
    std::ranges::stable_partition(journeys.templates, [&used](const auto& each) { return each.id == used; });
}

} // namespace

Result<BookContent> bookContentOf(const BookFacts& book)
{
    auto own = readContent(book);
    if (own)
        addPast(book, own->content.journeys);
    return own;
}

Status keepContent(book::Edit& edit, const BookFacts& book, const QString& file, const QByteArray& bytes, Keep keep)
{
    std::optional<qint64> newest;
    for (const Definition& each : book.definitions)
        if (each.kind == contentKind && each.name == file)
            newest = std::max(newest.value_or(0), each.version.value_or(0));
    std::vector<QByteArray> copies{bytes};
    if (keep == Keep::AlsoShipped && !newest)
        copies.insert(copies.begin(), content::shippedFile(file));
    for (const QByteArray& copy : copies) {
        Definition definition;
        definition.kind = QString::fromUtf16(contentKind);
        definition.name = file;
        definition.version = newest.emplace(newest.value_or(0) + 1);
        definition.text = Json{QString::fromUtf8(copy)};
        if (const auto saved = edit.save(definition); !saved)
            return tl::unexpected(saved.error());
    }
    return {};
}

Status keepSetting(book::Edit& edit, const BookFacts& book, const QString& name, const QString& json)
{
    const Definition* newest = settingNamed(book.definitions, name);
    if (newest && newest->text.text == json)
        return {};
    Definition definition;
    definition.kind = QStringLiteral("setting");
    definition.name = name;
    definition.version = newest ? newest->version.value_or(0) + 1 : 1;
    definition.text = Json{json};
    const auto saved = edit.save(definition);
    return saved ? Status() : Status(tl::unexpected(saved.error()));
}

Result<content::Content> contentOf(const BookFacts& book)
{
    return bookContentOf(book).map([](BookContent own) { return std::move(own.content); });
}

std::vector<Message> messagesOf(std::span<const PassedOver> passedOver)
{
    constexpr std::size_t most = 3;
    std::vector<Message> messages;
    for (const PassedOver& each : passedOver) {
        messages.push_back({Code("content.passed-over"), {each.file, each.version}});
        const std::size_t shown = std::min(most, each.why.size());
        messages.insert(messages.end(), each.why.begin(), each.why.begin() + std::ptrdiff_t(shown));
        if (each.why.size() > shown)
            messages.push_back({Code("content.more-wrong"), {qint64(each.why.size() - shown)}});
    }
    return messages;
}

std::vector<Message> contentNotices(const BookFacts& book)
{
    if (contentFilesOf(book) == content::shippedFiles())
        return {};
    const auto own = bookContentOf(book);
    return own ? messagesOf(own->passedOver) : std::vector<Message>();
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
