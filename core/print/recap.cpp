// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/recap.h"

#include <QDateTime>
#include <QTimeZone>

namespace steward::print {

namespace {

using qbr::NamedArguments;

/// "Müller, Jürgen" and "van Dam, Ana" is how lists write it, "Dana Amari, PhD" is no such list.
QString firstName(const QString& name)
{
    const QString before = name.section(u',', 0, 0).simplified();
    const QString after = name.section(u',', 1).remove(u',').simplified();
    const bool isFamilyFirst = !after.isEmpty() && (!before.contains(u' ') || before.front().isLower());
    const QString first = (isFamilyFirst ? after : before).section(u' ', 0, 0);
    return first.isEmpty() ? name : first;
}

/// "Hello Ana and Ben,"; more than a handful are all.
QString greeting(const qbr::Recap& recap, const Wording& wording)
{
    constexpr qsizetype most = 4;
    QStringList names;
    for (const qbr::Guest& each : recap.guests)
        if (each.wasThere)
            names.append(firstName(each.name));
    if (names.isEmpty() || names.size() > most)
        return wording.say("recap.hello_all");
    return wording.say("recap.hello", {{QStringLiteral("name"), wording.list(names)}});
}

QString goalLine(const qbr::GoalLine& goal, const Wording& wording)
{
    if (!goal.now || !goal.target)
        return wording.say("recap.goal_words", {{QStringLiteral("goal"), goal.name}});
    const bool isDown = goal.baseline ? *goal.target < *goal.baseline : *goal.target < *goal.now;
    return wording.say(isDown ? "recap.goal_down" : "recap.goal", {{QStringLiteral("goal"), goal.name},
                                                                   {QStringLiteral("now"), *goal.now},
                                                                   {QStringLiteral("target"), *goal.target},
                                                                   {QStringLiteral("unit"), goal.unit}});
}

QString actionLine(const qbr::ActionLine& action, const Wording& wording)
{
    const QString who = wording.who(action);
    const QStringList parts{action.what, who.isEmpty() ? wording.say("recap.no_name") : who,
                            action.due.isValid() ? wording.date(action.due) : wording.say("recap.no_date"),
                            wording.say(action.isOurs ? "actions.ours" : "actions.yours")};
    return QString(QStringLiteral("- ") + parts.join(QStringLiteral(" - ")));
}

QStringList actionLines(const std::vector<qbr::ActionLine>& actions, const Wording& wording)
{
    QStringList lines;
    for (const qbr::ActionLine& each : actions)
        lines.append(actionLine(each, wording));
    return lines;
}

QStringList agreedLines(const qbr::Recap& recap, const Wording& wording)
{
    QStringList lines = actionLines(recap.actions, wording);
    if (lines.isEmpty())
        lines.append(QString(QStringLiteral("- ") + wording.say("recap.no_actions")));
    return lines;
}

QString bodyOf(const qbr::Recap& recap, const Wording& wording, const QTimeZone& zone)
{
    QStringList lines{greeting(recap, wording),
                      {},
                      wording.say("recap.thanks"),
                      QString(QStringLiteral("- ") + wording.say("recap.heard")),
                      {}};
    if (recap.goal)
        lines << goalLine(*recap.goal, wording) << QString();
    lines << wording.say("recap.agreed") << agreedLines(recap, wording) << QString();
    if (!recap.carried.empty())
        lines << wording.say("recap.carried") << actionLines(recap.carried, wording) << QString();
    lines << wording.say("recap.open") << wording.say("recap.wont") << QString();
    QStringList absent;
    for (const qbr::Guest& each : recap.guests)
        if (!each.wasThere)
            absent.append(each.name);
    if (!absent.isEmpty())
        lines << wording.say("recap.absent", {{QStringLiteral("name"), wording.list(absent)}}) << QString();
    QString last = wording.say("recap.slides");
    if (!recap.checkIns.empty())
        last +=
            u' ' + wording.say("recap.first", {{QStringLiteral("date"), dayOf(recap.checkIns.front().start, zone)}});
    lines << last << wording.say("recap.correct") << QString() << recap.csm;
    return lines.join(u'\n');
}

} // namespace

mail::Message recapMessage(const qbr::Recap& recap, const Wording& wording, Instant date, const QTimeZone& zone)
{
    mail::Message message;
    message.from = {recap.csm, recap.csmEmail};
    for (const qbr::Guest& each : recap.guests)
        (each.wasThere ? message.to : message.cc).push_back({each.name, each.email});
    message.subject = wording.say("recap.subject", {{QStringLiteral("account"), recap.accountName},
                                                    {QStringLiteral("date"), dayOf(recap.start, zone)}});
    message.text = bodyOf(recap, wording, zone);
    message.date = date;
    return message;
}

std::vector<mail::Event> checkInEvents(const qbr::Recap& recap, const Wording& wording)
{
    std::vector<mail::Event> events;
    const NamedArguments names{{QStringLiteral("account"), recap.accountName},
                               {QStringLiteral("vendor"), recap.vendor},
                               {QStringLiteral("quarter"), recap.quarter.toText()}};
    for (const qbr::CheckIn& each : recap.checkIns) {
        mail::Event event;
        event.uid = "review-" + QByteArray::number(recap.account.value()) + '-' + recap.quarter.toText().toLatin1() +
                    "-contact-" + QByteArray::number(each.contact.value()) + "@steward.invalid";
        event.summary = wording.say(recap.vendor.isEmpty() ? "checkin.alone" : "checkin.both", names);
        QStringList lines{wording.say("checkin.text", names)};
        lines << (recap.actions.empty() && !recap.carried.empty() ? actionLines(recap.carried, wording)
                                                                  : agreedLines(recap, wording));
        const QByteArray channel = "checkin.by." + each.channel.toUtf8();
        if (!each.channel.isEmpty() && wording.content().sentence(QString::fromUtf8(channel)))
            lines << wording.say(channel.constData());
        event.text = lines.join(u'\n');
        event.start = each.start;
        event.end = each.end;
        event.organizer = {recap.csm, recap.csmEmail};
        event.attendees = {{each.name, each.email}};
        events.push_back(std::move(event));
    }
    return events;
}

Status writeRecap(const qbr::Pack& pack, const qbr::Recap& recap, const Writing& writing, const QString& path)
{
    Writing slides = writing;
    slides.copy = Copy::Customer;
    slides.form = Form::Pptx;
    const auto bytes = reviewBytes(pack, slides);
    if (!bytes)
        return tl::unexpected(bytes.error());
    mail::Message message = recapMessage(recap, writing.wording, writing.created, writing.zone);
    QStringList taken;
    message.attachments.push_back(
        {QString(fileStem(pack, Copy::Customer, taken) + QStringLiteral(".pptx")),
         QByteArrayLiteral("application/vnd.openxmlformats-officedocument.presentationml.presentation"), *bytes});
    return writeBytes(path, mail::eml(message));
}

Status writeCheckIns(const qbr::Recap& recap, const Writing& writing, const QString& path)
{
    return writeBytes(path, mail::ics(checkInEvents(recap, writing.wording), writing.created));
}

} // namespace steward::print
