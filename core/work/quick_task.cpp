// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/quick_task.h"

#include "core/base/date_parser.h"
#include "core/base/text.h"

#include <QTimeZone>
#include <algorithm>

namespace steward::work {

namespace {

constexpr int leastLetters = 3; ///< of an account's name
constexpr int mostWords = 3;    ///< of a day

QDate nextWeekday(QStringView word, QDate today, const QLocale& locale)
{
    const QLocale english(QLocale::C);
    for (int weekday = 1; weekday <= 7; ++weekday)
        for (const QLocale& each : {english, locale})
            for (const QLocale::FormatType format : {QLocale::LongFormat, QLocale::ShortFormat})
                if (word.compare(folded(each.dayName(weekday, format))) == 0) {
                    const int ahead = (weekday - today.dayOfWeek() + 6) % 7 + 1;
                    return today.addDays(ahead);
                }
    return {};
}

/// The next day of a month by its name: "3 dec", "Dec 3"; invalid: it is none.
QDate nextDayOfMonth(const QString& words, QDate today, const QLocale& locale)
{
    const QStringList parts = words.split(u' ');
    if (parts.size() != 2)
        return {};
    for (const bool isDayFirst : {true, false}) {
        QString number = parts[isDayFirst ? 0 : 1];
        if (number.endsWith(u'.') || number.endsWith(u','))
            number.chop(1);
        const int day = number.toInt();
        QString name = parts[isDayFirst ? 1 : 0];
        if (name.endsWith(u'.'))
            name.chop(1);
        for (int month = 1; day > 0 && month <= 12; ++month)
            for (const QLocale& each : {QLocale(QLocale::C), locale})
                for (const QLocale::FormatType format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    QString known = folded(each.monthName(month, format));
                    if (known.endsWith(u'.'))
                        known.chop(1);
                    const QDate thisYear(today.year(), month, day);
                    if (name == known && thisYear.isValid())
                        return thisYear >= today ? thisYear : thisYear.addYears(1);
                }
    }
    return {};
}

/// A day that is no phrase; invalid: it is none.
QDate plainDay(const QString& word, QDate today, const QLocale& locale)
{
    if (word == u"today")
        return today;
    if (word == u"tomorrow")
        return today.addDays(1);
    bool isCount = false;
    const int days = word.toInt(&isCount);
    if (isCount)
        return word.startsWith(u'+') ? today.addDays(days) : QDate();
    if (const QDate weekday = nextWeekday(word, today, locale); weekday.isValid())
        return weekday;
    if (const QDate named = nextDayOfMonth(word, today, locale); named.isValid())
        return named;
    const QByteArray utf8 = word.toUtf8();
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const DateOrder order = format.indexOf(u'M') < format.indexOf(u'd') ? DateOrder::Mdy : DateOrder::Dmy;
    const ParsedDate parsed =
        parseDate({utf8.constData(), static_cast<std::size_t>(utf8.size())}, {order, DateNumbers::None});
    if (!parsed.isValid() || parsed.kind == ParsedDate::Kind::Month)
        return {};
    return parsed.day(QTimeZone::utc());
}

/// Words that are taken out of the title.
class Reading
{
public:
    Reading(const QString& text, QDate today, const QLocale& locale)
        : m_words(text.split(u' ', Qt::SkipEmptyParts))
        , m_today(today)
        , m_locale(locale)
    {
        qsizetype from = 0;
        for (const QString& word : m_words) {
            m_folded << folded(word);
            from = text.indexOf(word, from);
            m_places.push_back({static_cast<int>(from), static_cast<int>(word.size())});
            from += word.size();
        }
    }
    [[nodiscard]] std::vector<TextPart> understood() const { return m_understood; }
    void readPriority(QuickTask& task)
    {
        for (qsizetype i = m_folded.size() - 1; i >= 0; --i)
            for (const QStringView each : {u"low", u"normal", u"high", u"urgent"})
                if (m_folded[i] == QString(u'!' + each.toString())) {
                    task.priority = each.toString();
                    take(i, 1);
                    return;
                }
    }
    void readDay(QuickTask& task)
    {
        for (qsizetype length = std::min<qsizetype>(mostWords, m_folded.size()); length > 0; --length)
            for (qsizetype from = m_folded.size() - length; from >= 0; --from)
                if (const QDate day = dayFrom(m_folded.mid(from, length).join(u' '), m_today, m_locale);
                    day.isValid()) {
                    task.due = day;
                    take(from, length);
                    return;
                }
    }
    /// The longest run of words that is the beginning of one account's name alone: whole words of it, else the first
    /// letters. A line never begins with mere letters of a name: there stands what is to be done.
    void readAccount(QuickTask& task, const AccountNames& accounts)
    {
        for (const bool isByWords : {true, false})
            for (qsizetype length = m_folded.size(); length > 0; --length)
                for (qsizetype from = m_folded.size() - length; from >= (isByWords ? 0 : 1); --from) {
                    const QString run = m_folded.mid(from, length).join(u' ');
                    if (run.size() < leastLetters)
                        continue;
                    const AccountId account = isByWords ? accounts.onlyByWords(run) : accounts.only(run);
                    if (account.isValid()) {
                        task.account = account;
                        take(from, length);
                        return;
                    }
                }
    }
    [[nodiscard]] QString title() const
    {
        QString text = m_words.join(u' ');
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text;
    }

private:
    void take(qsizetype from, qsizetype count)
    {
        const TextPart& last = m_places[std::size_t(from + count - 1)];
        const int begin = m_places[std::size_t(from)].from;
        m_understood.push_back({begin, last.from + last.length - begin});
        m_words.remove(from, count);
        m_folded.remove(from, count);
        m_places.erase(m_places.begin() + from, m_places.begin() + from + count);
    }
    QStringList m_words;
    QStringList m_folded;
    std::vector<TextPart> m_places; ///< of the words in the text
    std::vector<TextPart> m_understood;
    QDate m_today;
    QLocale m_locale;
};

} // namespace

AccountNames::AccountNames(std::vector<std::pair<AccountId, QString>> names)
{
    m_names.reserve(names.size());
    for (const auto& [account, name] : names)
        m_names.emplace_back(folded(name), account);
    std::ranges::sort(m_names);
}

AccountId AccountNames::only(const QString& beginning) const
{
    const auto first = std::ranges::lower_bound(m_names, beginning, {}, &std::pair<QString, AccountId>::first);
    if (first == m_names.end() || !first->first.startsWith(beginning))
        return {};
    const auto next = first + 1;
    // A name that is meant as a whole may be the beginning of others.
    const bool isWhole = first->first == beginning;
    const bool hasRival =
        next != m_names.end() && (isWhole ? next->first == beginning : next->first.startsWith(beginning));
    return hasRival ? AccountId() : first->second;
}

AccountId AccountNames::onlyByWords(const QString& beginning) const
{
    const auto own = std::ranges::lower_bound(m_names, beginning, {}, &std::pair<QString, AccountId>::first);
    const bool isWhole = own != m_names.end() && own->first == beginning;
    return only(isWhole ? beginning : QString(beginning + u' '));
}

QDate dayFrom(const QString& text, QDate today, const QLocale& locale)
{
    const QString said = folded(text);
    if (said == u"end of month")
        return {today.year(), today.month(), today.daysInMonth()};
    if (said == u"next week")
        return nextWeekday(u"monday", today, locale);
    return plainDay(said, today, locale);
}

QuickTask quickTask(const QString& text, const AccountNames& accounts, QDate today, const QLocale& locale,
                    std::vector<TextPart>* understood)
{
    QuickTask task;
    Reading reading(text, today, locale);
    reading.readPriority(task);
    reading.readDay(task);
    reading.readAccount(task, accounts);
    task.title = reading.title();
    if (understood)
        *understood = reading.understood();
    return task;
}

} // namespace steward::work
