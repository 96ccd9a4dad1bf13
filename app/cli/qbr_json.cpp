// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/qbr_json.h"

#include "core/qbr/titles.h"

namespace steward::cli {

namespace {

QJsonValue dayJson(QDate day) { return day.isValid() ? QJsonValue(isoText(day)) : QJsonValue(); }

QJsonObject numberJson(const qbr::Number& number)
{
    QJsonObject json{{QStringLiteral("id"), number.id},
                     {QStringLiteral("unit"), number.unit},
                     {QStringLiteral("source"), number.source},
                     {QStringLiteral("data_to"), dayJson(number.dataTo)}};
    if (const auto* money = std::get_if<Money>(&number.value)) {
        json.insert(QStringLiteral("value"), money->toDecimal());
        json.insert(QStringLiteral("currency"), money->currency.code());
    } else if (const auto* whole = std::get_if<qint64>(&number.value)) {
        json.insert(QStringLiteral("value"), *whole);
    } else if (const auto* real = std::get_if<double>(&number.value)) {
        json.insert(QStringLiteral("value"), *real);
    }
    if (!number.of.isEmpty())
        json.insert(QStringLiteral("of"), number.of);
    return json;
}

QJsonArray missingJson(const qbr::Pack& pack, const Reviews& reviews, const print::Wording& words)
{
    QJsonArray missing;
    for (const qbr::Gap& each : pack.readiness.missing)
        if (const auto* item = content::findById(reviews.content.readiness, each.id))
            missing.append(QJsonObject{{QStringLiteral("id"), each.id},
                                       {QStringLiteral("weight"), each.weight},
                                       {QStringLiteral("what"), words.fill(item->name)},
                                       {QStringLiteral("do"), print::toDoOf(*item, pack, words)}});
    return missing;
}

QJsonValue textOrNull(const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

/// Who gets what, until when, and the check-ins; null where the review has no meeting.
QJsonValue recapJson(const std::optional<qbr::Recap>& recap)
{
    if (!recap)
        return {};
    QJsonArray guests;
    for (const qbr::Guest& each : recap->guests)
        guests.append(QJsonObject{{QStringLiteral("name"), each.name},
                                  {QStringLiteral("email"), textOrNull(each.email)},
                                  {QStringLiteral("was_there"), each.wasThere}});
    QJsonArray checkIns;
    for (const qbr::CheckIn& each : recap->checkIns)
        checkIns.append(QJsonObject{{QStringLiteral("name"), each.name},
                                    {QStringLiteral("start"), isoText(each.start)},
                                    {QStringLiteral("end"), isoText(each.end)},
                                    {QStringLiteral("channel"), textOrNull(each.channel)}});
    return QJsonObject{{QStringLiteral("meeting_start"), isoText(recap->start)},
                       {QStringLiteral("meeting_end"), isoText(recap->end)},
                       {QStringLiteral("due"), isoText(recap->due)},
                       {QStringLiteral("sent"), recap->sent ? QJsonValue(isoText(*recap->sent)) : QJsonValue()},
                       {QStringLiteral("guests"), guests},
                       {QStringLiteral("check_ins"), checkIns}};
}

} // namespace

QJsonObject packJson(const qbr::Pack& pack, const Reviews& reviews)
{
    const print::Wording words = reviews.wording();
    QJsonArray slides;
    QJsonArray doubts;
    int n = 0;
    for (const qbr::Slide& each : pack.slides) {
        QJsonArray numbers;
        for (const qbr::Number& number : each.numbers)
            numbers.append(numberJson(number));
        const auto chart = print::chartKindOf(each);
        slides.append(
            QJsonObject{{QStringLiteral("n"), ++n},
                        {QStringLiteral("id"), each.id},
                        {QStringLiteral("title"), each.ownTitle.isEmpty() ? words.say(each.title) : each.ownTitle},
                        {QStringLiteral("minutes"), each.minutes},
                        {QStringLiteral("hidden"), each.isHidden},
                        {QStringLiteral("chart"), chart ? QJsonValue(deck::nameOf(*chart)) : QJsonValue()},
                        {QStringLiteral("numbers"), numbers}});
        for (const qbr::Say& doubt : qbr::doubtsOf(each.id, pack))
            doubts.append(QJsonObject{{QStringLiteral("slide"), each.id}, {QStringLiteral("what"), words.say(doubt)}});
    }
    QJsonArray summary;
    for (const qbr::Say& each : pack.summary)
        summary.append(words.say(each));
    return {{QStringLiteral("account"), pack.accountName},
            {QStringLiteral("id"), QString::number(pack.account.value())},
            {QStringLiteral("quarter"), pack.quarter.toText()},
            {QStringLiteral("from"), dayJson(pack.period.from)},
            {QStringLiteral("to"), dayJson(pack.period.to)},
            {QStringLiteral("readiness"), pack.readiness.percent},
            {QStringLiteral("missing"), missingJson(pack, reviews, words)},
            {QStringLiteral("doubts"), doubts},
            {QStringLiteral("summary"), summary},
            {QStringLiteral("slides"), slides},
            {QStringLiteral("recap"), recapJson(qbr::recapOf(reviews.facts, pack))}};
}

} // namespace steward::cli
