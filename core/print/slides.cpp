// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/slides.h"

#include "core/print/measure.h"
#include "core/print/slide_frame.h"
#include "core/qbr/titles.h"

#include <algorithm>
#include <map>

namespace steward::print {

namespace {

using deck::Ink;

deck::Slide cover(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide, const QTimeZone& zone)
{
    deck::Slide made;
    made.id = slide.id;
    made.layout = deck::Layout::Cover;
    const auto box = [](deck::Place place) { return deck::boxOf(deck::Layout::Cover, place); };
    const QString title = slide.ownTitle.isEmpty() ? wording.say(slide.title) : slide.ownTitle;
    // A long name is set smaller before any of it is cut.
    constexpr double small = 27;
    const bool isLong = fitted(title, 720, 2, deck::coverTitleSize, true) != title;
    const double titleSize = isLong ? small : deck::coverTitleSize;
    made.elements.push_back(
        deck::Text{QStringLiteral("Title"),
                   box(deck::Place::Title),
                   {{{{fitted(title, 720, isLong ? 3 : 2, titleSize, true), Ink::Back, true}}, titleSize}},
                   deck::Place::Title,
                   deck::Anchor::Bottom});
    made.elements.push_back(deck::Text{QStringLiteral("Subtitle"),
                                       box(deck::Place::Subtitle),
                                       {{{{wording.quarter(pack.quarter), Ink::Before}}, 22}},
                                       deck::Place::Subtitle});
    made.elements.push_back(deck::Mark{deck::Mark::Form::Bar, {72, 300, 64, 3}, Ink::Accent, 1});
    QStringList lines;
    if (pack.meeting)
        lines.append(wording.instant(*pack.meeting, zone));
    QStringList names;
    for (const auto& [name, position] : pack.newPeople)
        names.append(position.isEmpty() ? name : QString(name + QStringLiteral(", ") + position));
    if (!names.isEmpty())
        lines.append(
            fitted(wording.say("cover.new", {{QStringLiteral("text"), names.join(QStringLiteral("; "))}}), 700, 2, 16));
    deck::Text meta{QStringLiteral("Meeting"), {72, 320, 740, 66}, {}};
    for (const QString& each : lines)
        meta.paragraphs.push_back({{{each, Ink::Before}}, 16, deck::Align::Left, 4});
    if (!lines.isEmpty())
        made.elements.push_back(std::move(meta));
    made.elements.push_back(deck::Text{
        QStringLiteral("Question"), {72, 400, 480, 60}, {{{{wording.say("cover.question"), Ink::Back}}, 20}}});
    return made;
}

Slides summarySlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    const QDate usage = pack.use.dataTo;
    Frame frame(pack, wording, slide,
                usage.isValid() ? wording.say("use.source", {{QStringLiteral("date"), usage}}) : QString());
    const double size = frame.hasAdded() ? 20 : 22;
    const double gap = frame.hasAdded() ? 18 : 26;
    constexpr double width = 776;
    double y = 164;
    int number = 0;
    for (const qbr::Say& each : pack.summary) {
        const QString sentence = fitted(wording.say(each), width * 0.95, 3, size);
        frame.text({56, y - 6, 50, 40}, QString::number(++number), {30, Ink::Accent, true});
        frame.text({112, y, width, lineHeight(size) * 3}, sentence, {size});
        y += std::max(70.0, textHeight(sentence, width * 0.95, size) + gap);
        if (number < 3)
            frame.rule(56, y - 12, 848);
    }
    Slides slides;
    slides.push_back(frame.take());
    return slides;
}

/// Every figure of the deck once, with its definition, source day and value.
Slides appendixSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    std::vector<deck::Row> rows;
    QStringList known;
    for (const qbr::Slide& each : pack.slides)
        for (const qbr::Number& number : each.numbers) {
            const auto* name = wording.content().sentence(QString(QStringLiteral("figure.") + number.id));
            const auto* how = wording.content().sentence(QString(QStringLiteral("how.") + number.id));
            if (!name || !how || each.isHidden || known.contains(number.id))
                continue;
            known.append(number.id);
            const QString day = number.dataTo.isValid() ? wording.shortDate(number.dataTo) : QString();
            deck::Row row{
                {{wording.fill(*name)}, {wording.figure(number), Ink::Text, true}, {wording.fill(*how)}, {day}}, 36};
            // The same figure may stand on two slides.
            const auto isSame = [&](const deck::Row& other) {
                return other.cells[0].text == row.cells[0].text && other.cells[1].text == row.cells[1].text;
            };
            if (std::ranges::none_of(rows, isSame))
                rows.push_back(std::move(row));
        }
    const std::size_t perPage = addsText(slide) ? 7 : 8;
    Slides slides;
    const int pages = pagesOf(rows.size(), perPage);
    const std::size_t share = (rows.size() + std::size_t(pages) - 1) / std::size_t(pages); // no page of one row
    for (int page = 0; page < pages && !rows.empty(); ++page) {
        Frame frame(pack, wording, slide, {}, page + 1, pages);
        std::vector<deck::Row> part{{{{wording.say("appendix.figure"), Ink::Muted},
                                      {wording.say("appendix.value"), Ink::Muted},
                                      {wording.say("appendix.how"), Ink::Muted},
                                      {wording.say("appendix.data"), Ink::Muted}},
                                     24,
                                     true}};
        const auto from = static_cast<std::ptrdiff_t>(page) * static_cast<std::ptrdiff_t>(share);
        const auto to = std::min(from + static_cast<std::ptrdiff_t>(share), static_cast<std::ptrdiff_t>(rows.size()));
        part.insert(part.end(), rows.begin() + from, rows.begin() + to);
        frame.add(tableOf(
            wording, frame.title(), 56, 144,
            {{190, deck::Align::Left}, {130, deck::Align::Left}, {418, deck::Align::Left}, {110, deck::Align::Right}},
            std::move(part), 12));
        slides.push_back(frame.take());
    }
    return slides;
}

constexpr double ownSize = 20;
constexpr double ownGap = 10;
constexpr double ownWidth = 848;

/// The paragraphs of a text by page; one that does not fit goes on on the next.
std::vector<QStringList> pagesOfText(const QString& text, double height)
{
    std::vector<QStringList> pages(1);
    double left = height;
    for (const QString& paragraph : text.split(u'\n', Qt::SkipEmptyParts)) {
        QStringList lines = brokenLines(paragraph.simplified(), ownWidth * 0.95, ownSize, false);
        while (!lines.isEmpty()) {
            const auto fits = std::min(lines.size(), static_cast<qsizetype>(left / lineHeight(ownSize)));
            if (fits == 0) {
                pages.emplace_back();
                left = height;
                continue;
            }
            pages.back().append(lines.mid(0, fits).join(u' '));
            left -= static_cast<double>(fits) * lineHeight(ownSize) + ownGap;
            lines.remove(0, fits);
        }
    }
    return pages;
}

/// One that the CSM added.
Slides ownSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide)
{
    constexpr double top = 160;
    constexpr double end = 474;
    const auto pages = pagesOfText(slide.ownText, end - top);
    Slides slides;
    for (const QStringList& page : pages) {
        Frame frame(pack, wording, slide, {}, static_cast<int>(slides.size()) + 1, static_cast<int>(pages.size()));
        double y = top;
        for (const QString& each : page)
            y = frame.flow({56, y, ownWidth, end - y}, each, {ownSize}) + ownGap;
        slides.push_back(frame.take());
    }
    return slides;
}

QStringList notesOf(const qbr::Pack& pack, const qbr::Slide& slide, const Wording& wording, const QString& source)
{
    const auto* text = content::findById(wording.content().slides, slide.id);
    QStringList notes;
    if (!text)
        return notes;
    for (const content::Text* each : {&text->text, &text->ask, &text->avoid})
        if (!each->en.isEmpty())
            notes.append(wording.fill(*each));
    for (const qbr::Say& each : qbr::doubtsOf(slide.id, pack))
        notes.append(wording.say(each));
    if (!source.isEmpty())
        notes.append(wording.say("notes.source", {{QStringLiteral("source"), source}}));
    if (slide.minutes > 0)
        notes.append(wording.say("notes.minutes", {{QStringLiteral("minutes"), qint64(slide.minutes)}}));
    return notes;
}

Slides slidesFor(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide, const QTimeZone& zone)
{
    using Make = Slides (*)(const qbr::Pack&, const Wording&, const qbr::Slide&);
    static const std::map<QString, Make> makers{
        {QStringLiteral("summary"), summarySlides},  {QStringLiteral("goals"), goalSlides},
        {QStringLiteral("change"), changeSlides},    {QStringLiteral("use"), useSlides},
        {QStringLiteral("features"), featureSlides}, {QStringLiteral("service"), serviceSlides},
        {QStringLiteral("story"), storySlides},      {QStringLiteral("value"), valueSlides},
        {QStringLiteral("plan"), planSlides},        {QStringLiteral("feedback"), feedbackSlides},
        {QStringLiteral("actions"), actionSlides},   {QStringLiteral("appendix"), appendixSlides}};
    if (slide.id == u"cover")
        return {cover(pack, wording, slide, zone)};
    if (slide.isOwn)
        return ownSlides(pack, wording, slide);
    const auto found = makers.find(slide.id);
    return found == makers.end() ? Slides() : found->second(pack, wording, slide);
}

} // namespace

std::vector<deck::ChartKind> chartKindsOf(const QString& slide)
{
    using deck::ChartKind;
    if (slide == u"use")
        return {ChartKind::Line, ChartKind::Columns};
    if (slide == u"service")
        return {ChartKind::Bars, ChartKind::Columns};
    if (slide == u"plan")
        return {ChartKind::Columns, ChartKind::Line};
    return {};
}

std::optional<deck::ChartKind> chartKindOf(const qbr::Slide& slide)
{
    const auto kinds = chartKindsOf(slide.id);
    if (kinds.empty())
        return std::nullopt;
    const bool isOffered = slide.chart && std::ranges::find(kinds, *slide.chart) != kinds.end();
    return isOffered ? *slide.chart : kinds.front();
}

QString toDoOf(const content::QbrItem& item, const qbr::Pack& pack, const Wording& wording)
{
    const QString text = wording.fill(item.text);
    if (item.id != u"plan")
        return text;
    QStringList quarters;
    for (const Quarter& each : qbr::quartersToPlan(pack))
        quarters.append(wording.quarter(each));
    return quarters.isEmpty() ? text : QString(text + QStringLiteral(": ") + quarters.join(QStringLiteral(", ")));
}

deck::Deck slidesOf(const qbr::Pack& pack, const Wording& wording, Copy copy, Instant created, const QTimeZone& zone)
{
    deck::Deck all;
    all.language = wording.languageTag();
    all.created = created;
    all.author = pack.vendor;
    for (const qbr::Slide& each : pack.slides) {
        if (each.isHidden && copy == Copy::Customer)
            continue;
        for (deck::Slide& slide : slidesFor(pack, wording, each, zone)) {
            if (copy == Copy::Presenter)
                slide.notes = notesOf(pack, each, wording, slide.source);
            all.slides.push_back(std::move(slide));
        }
    }
    const QString quarter = wording.quarter(pack.quarter);
    const QString names =
        pack.vendor.isEmpty() ? pack.accountName : QString(pack.accountName + QStringLiteral(", ") + pack.vendor);
    all.title = QString(names + QStringLiteral(", ") + quarter);
    return all;
}

} // namespace steward::print
