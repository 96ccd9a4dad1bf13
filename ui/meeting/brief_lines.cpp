// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/brief_lines.h"

#include "core/portfolio/standing.h"
#include "core/words/content_words.h"
#include "ui/account/brief_text.h"
#include "ui/account/lines_pane.h"
#include "ui/account/play_text.h"

#include <QCoreApplication>

namespace steward::meeting {

namespace {

using account::Line;

constexpr int longestInvitation = 400;

QString tr(const char* text) { return QCoreApplication::translate("meeting", text); }

Line lineOf(const QString& name, const QString& text, RecordRef record = {})
{
    Line line = account::textLine(text);
    line.lead = name;
    line.record = record;
    line.spoken = QString(name + QStringLiteral(": ") + text);
    return line;
}

QString wishesOf(const Contact& contact, const words::ContentWords& words)
{
    QStringList wishes;
    for (const QString& wish :
         {words.word(u"channel", contact.preferredChannel).toLower(), contact.preferredTime, contact.maxFrequency})
        if (!wish.isEmpty())
            wishes << wish;
    return wishes.join(QStringLiteral(", "));
}

std::vector<Line> toRemember(const BookNumbers& numbers, const AccountFacts& facts, const Touch& touch,
                             const QString& invitation, const QLocale& locale)
{
    std::vector<Line> lines;
    const words::ContentWords words(numbers.content, locale);
    for (const Task& each : facts.of<Task>())
        if (each.category == u"insight" && each.origin == u"meeting" && isOpen(each) && !each.archivedOn.isValid())
            lines.push_back(lineOf(tr("Still open"), each.title, {Entity::Task, each.id}));
    for (const Contact& each : facts.of<Contact>()) {
        const bool takesPart = std::ranges::find(touch.contacts, ContactId(each.id)) != touch.contacts.end();
        if (const QString wishes = wishesOf(each, words); takesPart && !wishes.isEmpty())
            lines.push_back(
                lineOf(tr("%1 prefers").arg(each.name.section(u' ', 0, 0)), wishes, {Entity::Contact, each.id}));
    }
    for (const PlaybookRun* run : account::runningPlays(facts))
        if (const auto play = account::playText(numbers, facts.id(), run->playbook, locale)) {
            lines.push_back(lineOf(tr("Play under way"), QString(play->name + QStringLiteral(", ") + play->about)));
            if (const account::PlayStepText* next = play->next())
                lines.push_back(lineOf(tr("Next in it"), account::nextText(*next)));
        }
    if (const QString text = invitation.simplified().left(longestInvitation); !text.isEmpty())
        lines.push_back(lineOf(tr("Invitation"), text));
    if (!lines.empty())
        lines.insert(lines.begin(), account::headLine(tr("Do not forget")));
    return lines;
}

} // namespace

BriefLines briefLines(const BookNumbers& numbers, const AccountFacts& facts, const Touch& touch,
                      const QString& invitation, const QLocale& locale)
{
    BriefLines brief;
    QString last;
    for (const account::BriefText& each : account::briefText(numbers, facts.id(), locale)) {
        if (each.isQuestion()) {
            brief.question = each.said;
            continue;
        }
        Line line = lineOf(each.name, each.said, each.record);
        if (each.name == last)
            line.lead.clear();
        else
            line.icon = each.icon;
        last = each.name;
        brief.lines.push_back(std::move(line));
    }
    if (brief.lines.empty())
        brief.lines.push_back(account::textLine(tr("Nothing is known yet that helps before a conversation.")));
    const auto more = toRemember(numbers, facts, touch, invitation, locale);
    brief.lines.insert(brief.lines.end(), more.begin(), more.end());
    return brief;
}

} // namespace steward::meeting
