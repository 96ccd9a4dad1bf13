// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/recap.h"

#include "core/work/meeting_note.h"
#include "ui/meeting/note_words.h"

#include <QCoreApplication>

namespace steward::meeting {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("meeting", text); }

/// A head with its lines; nothing where there are none.
QString part(const QString& head, const QStringList& lines)
{
    QString text;
    if (!lines.isEmpty())
        text = QString(u'\n' + head + u'\n');
    for (const QString& each : lines)
        text += QString(QStringLiteral("- ") + each + u'\n');
    return text;
}

QString said(const QString& title, QDate due, const QLocale& locale)
{
    return due.isValid() ? tr("%1, by %2").arg(title, dayWord(due, locale)) : title;
}

struct Parts
{
    QStringList heard, ours, theirs, open;
};

Parts partsOf(const AccountFacts& facts, const Touch& touch, const QLocale& locale)
{
    Parts parts;
    const QStringList note = work::writtenText(touch.text).isBegun ? work::writtenText(touch.text).note.split(u'\n')
                                                                   : touch.text.split(u'\n');
    for (const QString& each : note) {
        const work::NoteLine line = work::readLine(each, touch.day, locale);
        if (line.mark == work::Mark::Words && !line.text.isEmpty())
            parts.heard << QString(u'"' + line.text + u'"');
        else if (line.mark == work::Mark::Value && !line.text.isEmpty())
            parts.heard << line.text;
    }
    std::vector<Task> made;
    for (const Task& each : facts.of<Task>())
        if (each.origin == u"meeting" && each.originKey == QString::number(touch.id))
            made.push_back(each);
    std::ranges::stable_sort(made, {}, [](const Task& each) {
        return std::pair(each.due.isValid() ? each.due : QDate(9999, 12, 31), each.title);
    });
    for (const Task& each : made) {
        QStringList& list = each.category != u"promise"      ? parts.open
                            : each.waitingFor == u"customer" ? parts.theirs
                                                             : parts.ours;
        list << said(each.title, each.due, locale);
    }
    return parts;
}

} // namespace

std::optional<account::MessageText> recapText(const BookNumbers& numbers, AccountId account, qint64 touchId,
                                              ContactId to, const QLocale& locale)
{
    const AccountFacts* facts = numbers.facts.find(account);
    const Touch* touch = nullptr;
    if (facts)
        for (const Touch& each : facts->of<Touch>())
            if (each.id == touchId)
                touch = &each;
    if (!touch)
        return std::nullopt;
    account::MessageText text;
    text.title = tr("Recap");
    text.about = facts->account.name;
    text.to = account::addresseesOf(*facts, numbers.asked.day, numbers.content, locale);
    const auto attended = [&](const account::Addressee& each) {
        return std::ranges::find(touch->contacts, each.contact) != touch->contacts.end();
    };
    std::ranges::stable_partition(text.to, attended);
    // To those who took part; where nobody is named, to nobody until somebody is chosen.
    const bool isNamed = !text.to.empty() && attended(text.to.front());
    text.chosen = to.isValid() ? to : isNamed ? text.to.front().contact : ContactId();
    QString first;
    for (const account::Addressee& each : text.to)
        if (each.contact == text.chosen)
            first = each.name.section(u' ', 0, 0);
    const Parts parts = partsOf(*facts, *touch, locale);
    text.subject = touch->subject.isEmpty() ? tr("What we agreed on %1").arg(dayWord(touch->day, locale))
                                            : tr("%1: what we agreed").arg(touch->subject);
    text.body =
        first.isEmpty() ? tr("Hello, thank you for your time.") : tr("Hello %1, thank you for your time.").arg(first);
    text.body += u'\n';
    if (parts.heard.isEmpty() && parts.ours.isEmpty() && parts.theirs.isEmpty() && parts.open.isEmpty())
        text.body += QStringLiteral("\n[[") + tr("what was agreed: who does what, by when") + QStringLiteral("]]\n");
    text.body += part(tr("What I heard:"), parts.heard);
    text.body += part(tr("What we do:"), parts.ours);
    text.body += part(tr("What you do:"), parts.theirs);
    text.body += part(tr("Still open:"), parts.open);
    text.body += u'\n' + tr("If I got one word wrong, tell me now; it is cheap today.");
    for (const Person& each : numbers.facts.book().people)
        if (PersonId(each.id) == facts->account.csm)
            text.body += QStringLiteral("\n\n") + each.name;
    return text;
}

} // namespace steward::meeting
