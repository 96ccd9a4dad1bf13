// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/meeting_note.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <algorithm>

namespace steward::work {

namespace {

/// Between a note and the invitation below it, on a line of its own.
const QString fence = QStringLiteral("\u2014 \u2014 \u2014");

constexpr std::pair<Mark, char16_t> signs[] = {{Mark::OurPromise, u'!'}, {Mark::TheirPromise, u'>'},
                                               {Mark::Question, u'?'},   {Mark::Words, u'"'},
                                               {Mark::Risk, u'*'},       {Mark::Value, u'+'}};

/// Mail programs and word processors turn signs into these.
constexpr std::pair<char16_t, char16_t> lookalikes[] = {{u'\u201c', u'"'}, {u'\u201d', u'"'}, {u'\u201e', u'"'},
                                                        {u'\u00ab', u'"'}, {u'\u00bb', u'"'}, {u'\u2022', u'*'}};

/// What stands before a day and goes with it.
bool leadsToDay(const QString& word)
{
    static const QStringList all{QStringLiteral("by"),   QStringLiteral("on"),     QStringLiteral("until"),
                                 QStringLiteral("till"), QStringLiteral("before"), QStringLiteral("bis"),
                                 QStringLiteral("am"),   QStringLiteral("vor")};
    return all.contains(folded(word));
}

/// The part with the word before it, where that leads to it.
TextPart withLead(const QString& text, TextPart part)
{
    QString before = text.left(part.from);
    while (!before.isEmpty() && before.back().isSpace())
        before.chop(1);
    const qsizetype blank = before.lastIndexOf(u' ');
    if (blank > 0 && leadsToDay(before.mid(blank + 1))) {
        part.length += part.from - static_cast<int>(blank) - 1;
        part.from = static_cast<int>(blank) + 1;
    }
    return part;
}

/// Takes day and priority out of a line.
void readItem(const QString& text, int offset, QDate today, const QLocale& locale, NoteLine& line)
{
    std::vector<TextPart> parts;
    const QuickTask task = quickTask(text, AccountNames(), today, locale, &parts);
    line.due = task.due;
    line.priority = task.priority;
    std::ranges::sort(parts, std::ranges::greater(), &TextPart::from);
    QString rest = text;
    for (TextPart part : parts) {
        if (text[part.from] != u'!') {
            part = withLead(text, part);
            line.day = {part.from + offset, part.length};
        }
        rest.remove(part.from, part.length);
    }
    line.text = rest.simplified();
}

} // namespace

QChar signOf(Mark mark)
{
    for (const auto& [each, sign] : signs)
        if (each == mark)
            return QChar(sign);
    return {};
}

Mark markOf(QStringView line)
{
    const QStringView text = line.trimmed();
    if (text.isEmpty())
        return Mark::None;
    char16_t first = text.front().unicode();
    for (const auto& [alike, sign] : lookalikes)
        if (first == alike)
            first = sign;
    for (const auto& [mark, sign] : signs)
        if (first == sign)
            return mark;
    return Mark::None;
}

NoteLine readLine(const QString& line, QDate today, const QLocale& locale)
{
    NoteLine read;
    read.mark = markOf(line);
    if (read.mark == Mark::None) {
        read.text = line.trimmed();
        return read;
    }
    const QString text = line.trimmed().mid(1);
    const auto offset = static_cast<int>(line.indexOf(text, line.indexOf(line.trimmed().front())));
    const bool hasDay = read.mark != Mark::Words && read.mark != Mark::Value && text.size() <= longestItem;
    if (hasDay)
        readItem(text, offset, today, locale, read);
    else
        read.text = text.trimmed();
    // The quotation mark at their end belongs to the one at their beginning.
    if (read.mark == Mark::Words && markOf(read.text.right(1)) == Mark::Words)
        read.text.chop(1);
    return read;
}

std::vector<NoteLine> readNote(const QString& note, QDate today, const QLocale& locale)
{
    std::vector<NoteLine> lines;
    const QStringList all = note.split(u'\n');
    for (const QString& each : all)
        if (NoteLine line = readLine(each, today, locale); !line.text.isEmpty())
            lines.push_back(std::move(line));
    return lines;
}

QString withRiskPriority(const QString& note, int risk, const QString& priority)
{
    static const QRegularExpression said(QStringLiteral("\\s*!(low|normal|high|urgent)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    QStringList lines = note.split(u'\n');
    for (QString& line : lines) {
        const bool isRisk = markOf(line) == Mark::Risk && line.trimmed().size() > 1;
        if (!isRisk || risk-- > 0)
            continue;
        line.remove(said);
        if (priority != u"normal")
            line = line.trimmed() + QStringLiteral(" !") + priority;
        break;
    }
    return lines.join(u'\n');
}

QString textWhileWritten(const QString& note, const QString& invitation)
{
    return QString(note + QStringLiteral("\n\n") + fence + u'\n' + invitation);
}

QString textWhenHeld(const QString& note, const QString& invitation)
{
    const QString written = note.trimmed();
    if (invitation.trimmed().isEmpty())
        return written;
    return written.isEmpty() ? invitation : textWhileWritten(written, invitation);
}

WrittenText writtenText(const QString& text)
{
    const QString middle = QStringLiteral("\n\n") + fence + u'\n';
    const qsizetype at = text.indexOf(middle);
    if (at < 0)
        return {{}, text, false};
    return {text.left(at), text.mid(at + middle.size()), true};
}

} // namespace steward::work
