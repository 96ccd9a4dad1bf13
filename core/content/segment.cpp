// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/segment.h"

#include "core/content/reader.h"

namespace steward::content {

namespace {

TouchRhythm touchFrom(Reader reader)
{
    TouchRhythm touch;
    touch.everyDays = reader.whole(u"every_days");
    if (reader.has(u"until_month")) {
        touch.untilMonth = reader.whole(u"until_month");
        touch.thenDays = reader.whole(u"then_days");
    }
    touch.onRequest = reader.flag(u"on_request");
    if (touch.everyDays <= 0 || (touch.untilMonth && touch.thenDays <= 0))
        reader.report(Code("content.days.range"), u"every_days");
    return touch;
}

Segment segmentFrom(Reader reader)
{
    auto segment = reader.entryAs<Segment>();
    segment.experience = reader.text(u"experience");
    segment.people = reader.text(u"people");
    segment.technology = reader.text(u"technology");
    segment.thanks = reader.text(u"thanks");
    segment.annoys = reader.text(u"annoys");
    segment.hasNamedPerson = reader.flag(u"named_person");
    if (!reader.object().value(u"touch").isNull())
        segment.touch = touchFrom(reader.child(u"touch"));
    Reader qbr = reader.child(u"qbr");
    segment.qbrsPerYear = qbr.whole(u"per_year");
    segment.qbrKind = qbr.word(u"kind");
    segment.onboardingDays = reader.whole(u"onboarding_days");
    segment.minutesPerQuarter = reader.whole(u"minutes_per_quarter");
    segment.graceDays = reader.whole(u"grace_days");
    if (segment.onboardingDays <= 0 || segment.graceDays < 0 || segment.minutesPerQuarter < 0)
        reader.report(Code("content.days.range"), u"onboarding_days");
    return segment;
}

} // namespace

Parsed<std::vector<Segment>> parseSegments(const QByteArray& bytes)
{
    Parsed<std::vector<Segment>> parsed;
    Reader file = readFile(bytes, QStringLiteral("segments.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    file.each(u"segments", [&](Reader segment) { parsed.value.push_back(segmentFrom(std::move(segment))); });
    checkIds(parsed.value, QStringLiteral("segments.json segments"), parsed.issues);
    return parsed;
}

} // namespace steward::content
