// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/qbr.h"

#include "core/content/reader.h"

namespace steward::content {

namespace {

constexpr int theHour = 60;
constexpr int wholeReadiness = 100;

const QStringList& knownPlaceholders()
{
    static const QStringList names =
        QStringLiteral(
            "account vendor quarter goal goal2 now before target baseline unit due days month n k met done open "
            "no answered old new pct metric product feature unused theme closed result value x actual plan "
            "since diff nps low high date decision action by minutes all seats used text name title method source")
            .split(u' ');
    return names;
}

void checkText(const QString& id, const Text& text, const Qbr& qbr, Issues& issues)
{
    const QString place = QString(u"qbr.json " % id);
    for (const QString& each : placeholdersOf(text.en))
        if (!knownPlaceholders().contains(placeholderName(each)))
            issues.push_back({Code("content.placeholder.unknown"), {place, each}});
    for (const QString& each : qbr.internalWords)
        if (text.en.contains(each, Qt::CaseInsensitive))
            issues.push_back({Code("content.qbr.internal"), {place, each}});
}

template <class List, class Member>
void checkSum(const List& list, Member member, int wanted, const QString& place, Issues& issues)
{
    int sum = 0;
    for (const auto& each : list)
        sum += each.*member;
    if (sum != wanted)
        issues.push_back({Code("content.qbr.sum"), {place, qint64(sum), qint64(wanted)}});
}

} // namespace

QString placeholderName(const QString& placeholder) { return placeholder.section(u'|', 0, 0); }

const Text* Qbr::sentence(const QString& id) const
{
    const auto found = sentences.find(id);
    return found == sentences.end() ? nullptr : &found->second;
}

Parsed<Qbr> parseQbr(const QByteArray& bytes)
{
    Parsed<Qbr> parsed;
    Reader file = readFile(bytes, QStringLiteral("qbr.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    Qbr& qbr = parsed.value;
    qbr.internalWords = file.words(u"internal_words");
    file.each(u"parts", [&](Reader reader) { qbr.parts.push_back(reader.entry()); });
    file.each(u"slides", [&](Reader reader) {
        auto slide = reader.entryAs<QbrSlide>();
        slide.part = reader.wordOr(u"part", {});
        slide.minutes = reader.whole(u"minutes");
        slide.ask = reader.textOr(u"ask");
        slide.avoid = reader.textOr(u"avoid");
        if (!slide.part.isEmpty() && !findById(qbr.parts, slide.part))
            reader.report(Code("content.qbr.part"), u"part", {slide.part});
        qbr.slides.push_back(std::move(slide));
    });
    file.each(u"readiness", [&](Reader reader) {
        auto item = reader.entryAs<QbrItem>();
        item.weight = reader.whole(u"weight");
        qbr.readiness.push_back(std::move(item));
    });
    file.each(u"sentences", [&](Reader reader) { qbr.sentences.emplace(reader.word(u"id"), reader.text(u"text")); });
    checkIds(qbr.slides, QStringLiteral("qbr.json slides"), parsed.issues);
    checkIds(qbr.readiness, QStringLiteral("qbr.json readiness"), parsed.issues);
    checkSum(qbr.slides, &QbrSlide::minutes, theHour, QStringLiteral("qbr.json slides"), parsed.issues);
    checkSum(qbr.readiness, &QbrItem::weight, wholeReadiness, QStringLiteral("qbr.json readiness"), parsed.issues);
    for (const auto& [id, text] : qbr.sentences)
        checkText(id, text, qbr, parsed.issues);
    return parsed;
}

} // namespace steward::content
