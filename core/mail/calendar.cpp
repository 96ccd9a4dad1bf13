// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/calendar.h"

#include <QDateTime>

namespace steward::mail {

namespace {

QByteArray utc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'").toLatin1();
}

/// A value of type TEXT. Control characters are dropped, line breaks kept.
QByteArray escaped(const QString& text)
{
    QByteArray result;
    for (const char c : QString(text).remove(u'\r').toUtf8()) {
        if (c == '\n')
            result += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            result += QByteArray("\\") + c;
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            result += c;
    }
    return result;
}

/// A value of a parameter, always in quotes, so that it may hold colons and commas; a quote cannot stand in it.
QByteArray quoted(const QString& name) { return '"' + oneLine(name).replace(u'"', u'\'').toUtf8() + '"'; }

class Lines
{
public:
    void add(const QByteArray& line)
    {
        constexpr qsizetype most = 75;
        qsizetype from = 0;
        qsizetype room = most;
        while (line.size() - from > room) {
            qsizetype end = from + room;
            while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
                --end;
            m_text += line.mid(from, end - from) + "\r\n ";
            from = end;
            room = most - 1; // the blank that continues a line
        }
        m_text += line.mid(from) + "\r\n";
    }
    [[nodiscard]] const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
};

void addEvent(Lines& lines, const Event& event, Instant stamp)
{
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + escaped(QString::fromUtf8(event.uid)));
    lines.add("DTSTAMP:" + utc(stamp));
    lines.add("DTSTART:" + utc(event.start));
    lines.add("DTEND:" + utc(event.end));
    lines.add("SUMMARY:" + escaped(oneLine(event.summary)));
    if (!event.text.isEmpty())
        lines.add("DESCRIPTION:" + escaped(event.text));
    lines.add("STATUS:TENTATIVE");
    if (const QByteArray address = plainAddress(event.organizer.address); !address.isEmpty())
        lines.add("ORGANIZER;CN=" + quoted(event.organizer.name) + ":mailto:" + address);
    for (const Address& each : event.attendees)
        if (const QByteArray address = plainAddress(each.address); !address.isEmpty())
            lines.add("ATTENDEE;CN=" + quoted(each.name) +
                      ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + address);
    lines.add("END:VEVENT");
}

void addTodo(Lines& lines, const Todo& todo, Instant stamp)
{
    lines.add("BEGIN:VTODO");
    lines.add("UID:" + escaped(QString::fromUtf8(todo.uid)));
    lines.add("DTSTAMP:" + utc(stamp));
    lines.add("SUMMARY:" + escaped(oneLine(todo.summary)));
    if (!todo.text.isEmpty())
        lines.add("DESCRIPTION:" + escaped(todo.text));
    if (todo.due.isValid())
        lines.add("DUE;VALUE=DATE:" + todo.due.toString(u"yyyyMMdd").toLatin1());
    if (todo.priority > 0)
        lines.add("PRIORITY:" + QByteArray::number(todo.priority));
    lines.add(todo.isDone ? "STATUS:COMPLETED" : "STATUS:NEEDS-ACTION");
    lines.add("END:VTODO");
}

template <class Entry>
QByteArray calendarOf(const std::vector<Entry>& entries, Instant stamp, void (*add)(Lines&, const Entry&, Instant))
{
    Lines lines;
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Steward//Steward//EN");
    lines.add("CALSCALE:GREGORIAN");
    for (const Entry& each : entries)
        add(lines, each, stamp);
    lines.add("END:VCALENDAR");
    return lines.text();
}

} // namespace

QByteArray ics(const std::vector<Event>& events, Instant stamp) { return calendarOf(events, stamp, &addEvent); }
QByteArray ics(const std::vector<Todo>& todos, Instant stamp) { return calendarOf(todos, stamp, &addTodo); }

} // namespace steward::mail
