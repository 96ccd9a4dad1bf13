// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qbr/record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace steward::qbr {

namespace {

// Keys of the parts that are no slides.
constexpr auto seenKey = u"_seen";

QStringList textsOf(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue each : value.toArray())
        texts.append(each.toString());
    return texts;
}

QJsonObject objectOf(const Json& json) { return QJsonDocument::fromJson(json.text.toUtf8()).object(); }

Json jsonOf(const QJsonObject& object)
{
    return object.isEmpty() ? Json{} : Json{QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))};
}

} // namespace

const Qbr* reviewOf(const AccountFacts& facts, const Period& quarter)
{
    // Held once and planned again: what is still to come is what to prepare. Of several planned the next one, of
    // several held the newest.
    const auto isNearer = [](const Qbr& one, const Qbr& other) {
        if (one.heldOn.isValid() || other.heldOn.isValid())
            return one.heldOn.isValid() && other.heldOn.isValid() ? one.heldOn > other.heldOn : !one.heldOn.isValid();
        return one.meetingStart && (!other.meetingStart || one.meetingStart->ms < other.meetingStart->ms);
    };
    const Qbr* found = nullptr;
    for (const Qbr& each : facts.of<Qbr>())
        if (each.status != u"cancelled" && quarter.contains(each.quarter) && (!found || isNearer(each, *found)))
            found = &each;
    return found;
}

const Qbr* reviewBefore(const AccountFacts& facts, QDate quarterStart)
{
    const Qbr* last = nullptr;
    for (const Qbr& each : facts.of<Qbr>())
        if (each.status != u"cancelled" && each.heldOn.isValid() && each.quarter < quarterStart &&
            (!last || each.heldOn > last->heldOn))
            last = &each;
    return last;
}

std::vector<ActionEntry> actionEntries(const Qbr& review)
{
    std::vector<ActionEntry> entries;
    for (const QJsonValue each : QJsonDocument::fromJson(review.actions.text.toUtf8()).array()) {
        const QJsonObject object = each.toObject();
        const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString().trimmed(); };
        if (text("what").isEmpty())
            continue;
        ActionEntry entry{text("what"),
                          text("who"),
                          text("state"),
                          text("why"),
                          dayFromIso(text("due").toStdString()),
                          text(text("id").isEmpty() ? "what" : "id")};
        // A new one may have the words that an older one had at first.
        while (std::ranges::find(entries, entry.id, &ActionEntry::id) != entries.end())
            entry.id += u'+';
        entries.push_back(std::move(entry));
    }
    return entries;
}

Json actionsJson(const std::vector<ActionEntry>& entries)
{
    QJsonArray all;
    for (const ActionEntry& each : entries) {
        QJsonObject object{{QStringLiteral("what"), each.what}};
        const auto set = [&](const char* key, const QString& text) {
            if (!text.isEmpty())
                object.insert(QLatin1String(key), text);
        };
        set("who", each.who);
        set("due", each.due.toString(Qt::ISODate));
        set("state", each.state);
        set("why", each.why);
        set("id", each.id == each.what ? QString() : each.id);
        all.append(object);
    }
    return all.isEmpty() ? Json{} : Json{QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact))};
}

SlideChoice slideChoice(const Qbr& review)
{
    const QJsonObject slides = objectOf(review.slides);
    SlideChoice choice{
        textsOf(slides.value(u"order")), textsOf(slides.value(u"hidden")), textsOf(slides.value(u"added")), {}};
    const QJsonObject charts = slides.value(u"charts").toObject();
    for (auto each = charts.begin(); each != charts.end(); ++each)
        if (const auto kind = deck::chartKindNamed(each.value().toString()))
            choice.charts[each.key()] = *kind;
    const QJsonObject parts = objectOf(review.parts);
    for (auto each = parts.begin(); each != parts.end(); ++each) {
        const QJsonObject own = each.value().toObject();
        const SlideChoice::Own words{own.value(u"title").toString().simplified(),
                                     own.value(u"text").toString().trimmed()};
        if (each.key() != seenKey && words != SlideChoice::Own{})
            choice.own[each.key()] = words;
    }
    return choice;
}

void setSlideChoice(Qbr& review, const SlideChoice& choice)
{
    QJsonObject slides = objectOf(review.slides);
    const auto set = [&](const char* key, const QStringList& ids) {
        if (ids.isEmpty())
            slides.remove(QLatin1String(key));
        else
            slides.insert(QLatin1String(key), QJsonArray::fromStringList(ids));
    };
    set("order", choice.order);
    set("hidden", choice.hidden);
    set("added", choice.added);
    QJsonObject charts;
    for (const auto& [id, kind] : choice.charts)
        charts.insert(id, deck::nameOf(kind));
    slides.remove(QStringLiteral("charts"));
    if (!charts.isEmpty())
        slides.insert(QStringLiteral("charts"), charts);
    review.slides = jsonOf(slides);
    const QJsonValue seen = objectOf(review.parts).value(seenKey);
    QJsonObject parts;
    for (const auto& [id, own] : choice.own) {
        QJsonObject words;
        if (!own.title.isEmpty())
            words.insert(QStringLiteral("title"), own.title);
        if (!own.text.isEmpty())
            words.insert(QStringLiteral("text"), own.text);
        if (!words.isEmpty())
            parts.insert(id, words);
    }
    if (!seen.isUndefined())
        parts.insert(seenKey, seen);
    review.parts = jsonOf(parts);
}

Seen seenFigures(const Qbr& review)
{
    Seen seen;
    const QJsonObject figures = objectOf(review.parts).value(seenKey).toObject();
    for (auto each = figures.begin(); each != figures.end(); ++each)
        seen[each.key()] = each.value().toString();
    return seen;
}

void setSeenFigures(Qbr& review, const Seen& seen)
{
    QJsonObject figures;
    for (const auto& [id, value] : seen)
        figures.insert(id, value);
    QJsonObject parts = objectOf(review.parts);
    parts.insert(seenKey, figures);
    review.parts = jsonOf(parts);
}

} // namespace steward::qbr
