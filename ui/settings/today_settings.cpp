// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/today_settings.h"

#include "core/portfolio/book_settings.h"
#include "core/portfolio/working_calendar.h"
#include "core/query/book_content.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "core/words/words.h"
#include "ui/settings/book_settings.h"
#include "ui/settings/table_words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace steward::settings {

FreeDaysModel::FreeDaysModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void FreeDaysModel::set(std::vector<QDate> days)
{
    if (days == m_days)
        return;
    beginResetModel();
    m_days = std::move(days);
    endResetModel();
}

int FreeDaysModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_days.size());
}

int FreeDaysModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 1; }

QVariant FreeDaysModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return m_locale.toString(m_days[std::size_t(index.row())], QLocale::LongFormat);
    return role == Qt::TextAlignmentRole ? QVariant(wordAlignment) : QVariant();
}

QVariant FreeDaysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Free days")}, {}, section, orientation, role);
}

TodaySettings::TodaySettings(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(locale)
    , m_signals(locale)
    , m_days(locale)
{
    connect(&book, &OpenBook::numbersChanged, this, &TodaySettings::takeNumbers);
    connect(&m_signals, &SignalsModel::changeRequested, this, &TodaySettings::setNumber);
    connect(&m_signals, &SignalsModel::refused, this, &TodaySettings::said);
}

void TodaySettings::setWatched(bool isWatched)
{
    if (std::exchange(m_isWatched, isWatched) != isWatched && isWatched)
        takeNumbers();
}

void TodaySettings::takeNumbers()
{
    if (!m_isWatched)
        return;
    const Numbers& numbers = m_book.numbers();
    m_cases = numbers ? query::signalCases(numbers->facts) : std::map<QString, query::SignalCases>();
    m_signals.set(numbers, m_cases, m_book.isEditable());
    std::vector<QDate> days = numbers ? holidaysOf(numbers->facts.book()) : std::vector<QDate>();
    std::erase_if(days, [](const QDate& day) { return !day.isValid(); });
    std::ranges::sort(days);
    m_days.set(std::move(days));
    Q_EMIT changed();
}

int TodaySettings::budget() const
{
    return m_book.numbers() ? m_book.numbers()->content.signalRules.ranking.budget : 0;
}

void TodaySettings::setBudget(int rows)
{
    if (rows != budget())
        setNumber({{}, QStringLiteral("budget"), double(rows)});
}

void TodaySettings::setNumber(const query::SignalNumber& number)
{
    const Numbers numbers = m_book.numbers();
    if (!numbers)
        return;
    const auto file = query::withNumber(numbers->facts.book(), number);
    if (!file) {
        Q_EMIT said(words::render(file.error(), m_locale));
        return;
    }
    const auto* kind = content::findById(numbers->content.signalRules.kinds, number.signal);
    const QString name = kind ? words::ContentWords(numbers->content, m_locale).text(kind->name) : tr("rows a day");
    m_book.edit(
        {Code("edit.signal-number"), {name, words::numberText(number.value, 2, m_locale)}},
        [numbers, bytes = *file](book::Edit& edit) { return query::saveSignals(edit, numbers->facts.book(), bytes); });
}

QString TodaySettings::oftenAside() const
{
    const Numbers& numbers = m_book.numbers();
    QStringList names;
    if (numbers)
        for (const auto& [signal, cases] : m_cases)
            if (const auto* kind = content::findById(numbers->content.signalRules.kinds, signal);
                kind && cases.isOften())
                names << words::ContentWords(numbers->content, m_locale).text(kind->name);
    return names.isEmpty() ? QString()
                           : tr("Put aside as no concern more often than not: %1. A higher number makes it rarer.")
                                 .arg(names.join(QStringLiteral(", ")));
}

QString TodaySettings::addFreeDay(const QString& text)
{
    const Numbers numbers = m_book.numbers();
    if (!numbers)
        return {};
    const auto day = readDay(text, m_locale, numbers->asked.day);
    if (!day)
        return words::render(day.error(), m_locale);
    std::vector<QDate> days = m_days.days();
    if (std::ranges::find(days, *day) != days.end())
        return tr("That day is free already.");
    days.push_back(*day);
    std::ranges::sort(days);
    keepDays(days, *day);
    return {};
}

void TodaySettings::removeFreeDay(int row)
{
    std::vector<QDate> days = m_days.days();
    if (row < 0 || row >= int(days.size()))
        return;
    const QDate day = days[std::size_t(row)];
    days.erase(days.begin() + row);
    keepDays(days, day);
}

void TodaySettings::keepDays(const std::vector<QDate>& days, const QDate& day)
{
    const Numbers numbers = m_book.numbers();
    QJsonArray json;
    for (const QDate& each : days)
        json.append(each.toString(Qt::ISODate));
    m_book.edit({Code("edit.free-day"), {day}}, [numbers, text = QJsonDocument(json).toJson(QJsonDocument::Compact)](
                                                    book::Edit& edit) {
        return query::keepSetting(edit, numbers->facts.book(), QStringLiteral("holidays"), QString::fromUtf8(text));
    });
}

} // namespace steward::settings
