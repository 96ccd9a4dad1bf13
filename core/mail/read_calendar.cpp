// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/read_calendar.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

namespace steward::mail {

namespace {

/// "DTSTART;TZID=Europe/Berlin:20261120T100000"
struct Line
{
    QString name;
    QHash<QString, QString> parameters; ///< names in upper case
    QString value;
};

/// Lines that were folded, whole again.
QStringList unfolded(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    text.remove(u'\r');
    text.replace(QStringLiteral("\n "), QString()).replace(QStringLiteral("\n\t"), QString());
    return text.split(u'\n', Qt::SkipEmptyParts);
}

Line lineOf(const QString& text)
{
    static const QRegularExpression parameter(QStringLiteral(R"re(;([\w-]+)=("[^"]*"|[^;:"]*))re"));
    Line line;
    bool isQuoted = false;
    qsizetype colon = 0;
    for (; colon < text.size() && (isQuoted || text[colon] != u':'); ++colon)
        if (text[colon] == u'"')
            isQuoted = !isQuoted;
    const QString head = text.left(colon);
    line.name = head.section(u';', 0, 0).trimmed().toUpper();
    line.value = text.mid(colon + 1);
    for (const auto& match : parameter.globalMatch(head))
        line.parameters.insert(match.captured(1).toUpper(), match.captured(2).remove(u'"'));
    return line;
}

/// A value of type TEXT.
QString plain(const QString& value)
{
    QString text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool isEscape = value[i] == u'\\' && i + 1 < value.size();
        const QChar c = isEscape ? value[++i] : value[i];
        text += isEscape && c.toLower() == u'n' ? QChar(u'\n') : c;
    }
    return text.trimmed();
}

QTimeZone zoneOf(const Line& line, const QTimeZone& otherwise)
{
    const QByteArray name = line.parameters.value(QStringLiteral("TZID")).toUtf8();
    for (const QByteArray& id : {name, QTimeZone::windowsIdToDefaultIanaId(name)})
        if (!id.isEmpty() && QTimeZone::isTimeZoneIdAvailable(id))
            return QTimeZone(id);
    return otherwise;
}

std::optional<Instant> instantOf(const Line& line, const QTimeZone& zone)
{
    const QDate day = QDate::fromString(line.value.left(8), QStringLiteral("yyyyMMdd"));
    const QTime time = QTime::fromString(line.value.mid(9, 6), QStringLiteral("HHmmss"));
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    const QDateTime at =
        line.value.endsWith(u'Z') ? QDateTime(day, time, Qt::UTC) : QDateTime(day, time, zoneOf(line, zone));
    return Instant{at.toMSecsSinceEpoch()};
}

/// "PT1H30M", "P1D": what lasts longer than days is no meeting.
std::optional<qint64> lasts(const QString& value)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^\+?P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:\d+S)?)?$)"));
    const auto match = form.match(value.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 minutes =
        (match.captured(1).toLongLong() * 24 + match.captured(2).toLongLong()) * 60 + match.captured(3).toLongLong();
    return minutes * 60'000;
}

Address addressOf(const Line& line)
{
    static const QString mailto = QStringLiteral("mailto:");
    QString address = line.value.trimmed();
    if (address.startsWith(mailto, Qt::CaseInsensitive))
        address = address.mid(mailto.size());
    if (plainAddress(address).isEmpty())
        address = line.parameters.value(QStringLiteral("EMAIL"));
    return {oneLine(line.parameters.value(QStringLiteral("CN"))), address.trimmed()};
}

void take(ReadEvent& event, const Line& line, const QTimeZone& zone)
{
    if (line.name == u"UID")
        event.uid = line.value.trimmed() + event.uid;
    else if (line.name == u"RECURRENCE-ID")
        event.uid += QString(u'@' + line.value.trimmed());
    else if (line.name == u"SUMMARY")
        event.summary = oneLine(plain(line.value));
    else if (line.name == u"DESCRIPTION")
        event.text = plain(line.value);
    else if (line.name == u"STATUS")
        event.isCancelled = event.isCancelled || line.value.trimmed().toUpper() == u"CANCELLED";
    else if (line.name == u"DTSTART") {
        event.start = instantOf(line, zone);
        event.day =
            event.start ? dayOf(*event.start, zone) : QDate::fromString(line.value.left(8), QStringLiteral("yyyyMMdd"));
    } else if (line.name == u"DTEND")
        event.end = instantOf(line, zone);
    else if (line.name == u"DURATION" && event.start)
        event.end = lasts(line.value) ? std::optional(Instant{event.start->ms + *lasts(line.value)}) : std::nullopt;
    else if (line.name == u"ORGANIZER")
        event.organizer = addressOf(line);
    else if (line.name == u"ATTENDEE" && line.parameters.value(QStringLiteral("PARTSTAT")).toUpper() != u"DECLINED")
        if (const Address each = addressOf(line); !plainAddress(each.address).isEmpty())
            event.attendees.push_back(each);
}

} // namespace

std::vector<ReadEvent> readCalendar(QByteArrayView bytes, const QTimeZone& zone)
{
    std::vector<ReadEvent> events;
    ReadEvent event;
    QStringList inside; ///< alarms and time zones have lines of the same names
    bool isCancelling = false;
    for (const QString& text : unfolded(bytes)) {
        const Line line = lineOf(text);
        const QString what = line.value.trimmed().toUpper();
        if (line.name == u"BEGIN") {
            inside << what;
            if (what == u"VEVENT") {
                event = {};
                event.isCancelled = isCancelling;
            }
        } else if (line.name == u"END") {
            if (!inside.isEmpty())
                inside.removeLast();
            if (what == u"VEVENT" && event.day.isValid())
                events.push_back(event);
        } else if (line.name == u"METHOD") {
            isCancelling = what == u"CANCEL";
        } else if (!inside.isEmpty() && inside.back() == u"VEVENT") {
            take(event, line, zone);
        }
    }
    return events;
}

} // namespace steward::mail
