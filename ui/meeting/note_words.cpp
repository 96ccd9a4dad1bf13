// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/note_words.h"

#include "core/words/content_words.h"

#include <QCoreApplication>

namespace steward::meeting {

namespace {

using work::Making;
using work::Mark;

QString tr(const char* text) { return QCoreApplication::translate("meeting", text); }

const QString between = QStringLiteral(" \u00b7 ");

QString nameOf(ContactId id, const AccountFacts& facts)
{
    for (const Contact& each : facts.of<Contact>())
        if (each.id == id.value())
            return each.name;
    return {};
}

QString withDay(const QString& text, QDate day, const QLocale& locale)
{
    return day.isValid() ? QString(text + QStringLiteral(", ") + dayWord(day, locale)) : text;
}

QString tasksText(const std::vector<Task>& tasks, const QLocale& locale)
{
    QStringList all;
    for (const Task& each : tasks)
        all << withDay(each.title, each.due, locale);
    return all.join(between);
}

QString wordsText(const work::MeetingRecords& records, const AccountFacts& facts, const words::ContentWords& words)
{
    QStringList all;
    for (const Feedback& each : records.words) {
        const QString who = nameOf(each.contact, facts);
        const QString theme = words.word(u"feedback_theme", each.theme).toLower();
        QStringList parts{who.isEmpty() ? tr("who said it is not known") : who};
        if (!theme.isEmpty())
            parts << tr("theme: %1").arg(theme);
        all << QString(u'"' + each.words + QStringLiteral("\" ") + parts.join(QStringLiteral(", ")));
    }
    return all.join(between);
}

QString risksText(const work::MeetingRecords& records, const words::ContentWords& words)
{
    QStringList all;
    for (const Risk& each : records.risks)
        all << QString(words.word(u"risk_kind", each.kind).toLower() + QStringLiteral(", ") +
                       words.word(u"risk_severity", each.severity).toLower() + QStringLiteral(": ") + each.text);
    return all.join(between);
}

QString goalsText(const work::MeetingRecords& records, const QLocale& locale)
{
    QStringList all;
    for (const Goal& each : records.goals) {
        const QString name = each.shortName.isEmpty() ? each.outcome : each.shortName;
        all << (each.current ? tr("%1, now %2").arg(name, words::numberText(*each.current, 2, locale)) : name);
    }
    return all.join(between);
}

QString touchText(const Touch& touch, const AccountFacts& facts, const words::ContentWords& words)
{
    QStringList parts{words.word(u"touch_kind", touch.kind).toLower()};
    for (const ContactId each : touch.contacts)
        parts << nameOf(each, facts);
    parts << tr("you");
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString dayWord(QDate day, const QLocale& locale)
{
    //: A day as a promise says it, as QDate writes it: in German "ddd d. MMM".
    return locale.toString(day, tr("ddd d MMM"));
}

QString readingOf(const work::NoteLine& line, const QLocale& locale)
{
    switch (line.mark) {
    case Mark::None:
        return {};
    case Mark::OurPromise:
        return withDay(tr("promise of ours"), line.due, locale);
    case Mark::TheirPromise:
        return withDay(tr("theirs"), line.due, locale);
    case Mark::Question:
        return withDay(tr("question"), line.due, locale);
    case Mark::Words:
        return tr("their words");
    case Mark::Risk:
        return withDay(tr("risk"), line.due, locale);
    case Mark::Value:
        return tr("value");
    }
    return {};
}

std::vector<MakingText> makingTexts(const work::MeetingRecords& all, const AccountFacts& facts,
                                    const content::Content& content, const QLocale& locale)
{
    const words::ContentWords words(content, locale);
    std::vector<MakingText> texts;
    texts.push_back({Making::Count, QStringLiteral("phone"), tr("1 conversation"), touchText(all.touch, facts, words)});
    const auto add = [&](Making making, const char* icon, const char* one, const char* many, const QString& detail) {
        const std::size_t count = all.count(making);
        if (count > 0)
            texts.push_back({making, QString::fromLatin1(icon),
                             count == 1 ? tr(one) : tr(many).arg(locale.toString(count)), detail});
    };
    add(Making::OurPromise, "check", QT_TRANSLATE_NOOP("meeting", "1 promise of ours"),
        QT_TRANSLATE_NOOP("meeting", "%1 promises of ours"), tasksText(all.ours, locale));
    add(Making::TheirPromise, "hourglass", QT_TRANSLATE_NOOP("meeting", "1 promise of theirs"),
        QT_TRANSLATE_NOOP("meeting", "%1 promises of theirs"), tasksText(all.theirs, locale));
    add(Making::Question, "circle-help", QT_TRANSLATE_NOOP("meeting", "1 open question"),
        QT_TRANSLATE_NOOP("meeting", "%1 open questions"), tasksText(all.questions, locale));
    add(Making::Words, "message-square", QT_TRANSLATE_NOOP("meeting", "1 answer in their words"),
        QT_TRANSLATE_NOOP("meeting", "%1 answers in their words"), wordsText(all, facts, words));
    add(Making::Risk, "flag", QT_TRANSLATE_NOOP("meeting", "1 risk"), QT_TRANSLATE_NOOP("meeting", "%1 risks"),
        tr("%1 (Enter changes how grave)").arg(risksText(all, words)));
    QStringList values;
    for (const Value& each : all.values)
        values << each.text;
    add(Making::Value, "sparkles", QT_TRANSLATE_NOOP("meeting", "1 value, to be confirmed by them"),
        QT_TRANSLATE_NOOP("meeting", "%1 values, to be confirmed by them"), values.join(between));
    add(Making::Goal, "target", QT_TRANSLATE_NOOP("meeting", "1 goal reviewed"),
        QT_TRANSLATE_NOOP("meeting", "%1 goals reviewed"), goalsText(all, locale));
    return texts;
}

} // namespace steward::meeting
