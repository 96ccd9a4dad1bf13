// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/columns.h"

#include "core/query/missing_facts.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"

#include <QCoreApplication>
#include <QUrl>

namespace steward::accounts {

namespace {

constexpr Column all[] = {
    {ColumnId::Health, "health", CellKind::Score, false, true, 148},
    {ColumnId::Name, "name", CellKind::Text, false, true, 210},
    {ColumnId::Arr, "arr", CellKind::Money, false, true, 88},
    {ColumnId::Renewal, "renewal", CellKind::Day, true, true, 106},
    {ColumnId::In, "in", CellKind::Days, false, true, 62},
    {ColumnId::Stage, "stage", CellKind::Text, true, true, 110},
    {ColumnId::Segment, "segment", CellKind::Text, true, false, 140},
    {ColumnId::Nps, "nps", CellKind::Text, false, true, 84},
    {ColumnId::LastSpoke, "last_touch", CellKind::Days, false, true, 96},
    {ColumnId::SeatUse, "seat_use", CellKind::Share, false, true, 84},
    {ColumnId::Seats, "seats", CellKind::Number, false, false, 64},
    {ColumnId::NextTask, "next_task", CellKind::Text, true, true, 150},
    {ColumnId::Csm, "csm", CellKind::Text, true, true, 120},
    {ColumnId::Industry, "industry", CellKind::Text, true, false, 130},
    {ColumnId::Region, "region", CellKind::Text, true, false, 100},
    {ColumnId::Tier, "tier", CellKind::Text, true, false, 100},
    {ColumnId::Since, "customer_since", CellKind::Day, true, false, 106},
    {ColumnId::Tags, "tag", CellKind::Text, true, false, 140},
    {ColumnId::Sponsor, "sponsor", CellKind::Text, true, false, 140},
};

constexpr Column own{ColumnId::Count, "own", CellKind::Text, true, false, 120};
constexpr QLatin1String ownPrefix("own:");

constexpr QChar dash(0x2013);
constexpr QChar minus(0x2212);

QString tr(const char* text) { return QCoreApplication::translate("accounts", text); }

CellValue text(const QString& value) { return value.isEmpty() ? CellValue() : CellValue(value); }
CellValue day(QDate value) { return value.isValid() ? CellValue(value) : CellValue(); }

/// The latest answer of each contact in a year, lowest first.
std::vector<int> answersOf(const query::AccountLine& line, QDate until)
{
    constexpr int answerDays = 365;
    std::map<qint64, int> latest;
    qint64 nobody = -1;
    for (const Survey& answer : line.facts->of<Survey>())
        if (answer.kind == u"nps" && answer.score && answer.day.isValid() && answer.day <= until &&
            answer.day > until.addDays(-answerDays))
            latest[answer.contact.isValid() ? answer.contact.value() : nobody--] = int(*answer.score);
    std::vector<int> scores;
    for (const auto& [contact, score] : latest)
        scores.push_back(score);
    std::sort(scores.begin(), scores.end());
    return scores;
}

double npsOf(const std::vector<int>& scores)
{
    const auto promoters = std::ranges::count_if(scores, [](int score) { return score >= 9; });
    const auto unhappy = std::ranges::count_if(scores, [](int score) { return score <= 6; });
    return 100.0 * double(promoters - unhappy) / double(scores.size());
}

/// From five answers on their NPS, before that the answers themselves.
CellValue recommended(const query::AccountLine& line, QDate until)
{
    constexpr std::size_t enoughAnswers = 5;
    const std::vector<int> scores = answersOf(line, until);
    if (scores.empty())
        return {};
    if (scores.size() >= enoughAnswers)
        return qRound64(npsOf(scores));
    QStringList parts;
    for (const int score : scores)
        parts << QString::number(score);
    return parts.join(QStringLiteral(" \u00b7 "));
}

/// The title of the open task that is due first.
CellValue daysTo(QDate from, QDate to)
{
    return from.isValid() && to.isValid() ? CellValue(from.daysTo(to)) : CellValue();
}

/// Of a field of the book's own in numbers.fields.
std::size_t placeOf(ColumnId id)
{
    return query::fixedAccountFields() + std::size_t(static_cast<int>(id) - columnCount);
}

const filter::Field& fieldOf(ColumnId id, const BookNumbers& numbers) { return numbers.fields[placeOf(id)]; }

} // namespace

int columnsOf(const BookNumbers& numbers)
{
    return columnCount + static_cast<int>(numbers.fields.size() - query::fixedAccountFields());
}

const Task* nextTask(const AccountFacts& facts)
{
    const Task* next = nullptr;
    for (const Task& task : facts.of<Task>()) {
        if (task.status != u"open" || task.archivedOn.isValid())
            continue;
        const bool isEarlier = next && task.due.isValid() && (!next->due.isValid() || task.due < next->due);
        if (!next || isEarlier)
            next = &task;
    }
    return next;
}

std::span<const Column> columns() { return all; }

const Column& columnOf(ColumnId id) { return isOwn(id) ? own : all[static_cast<std::size_t>(id)]; }

bool isRightAligned(ColumnId id, const BookNumbers& numbers)
{
    if (isOwn(id))
        return fieldOf(id, numbers).hasNumbers;
    return id == ColumnId::Nps || (isNumeric(columnOf(id).kind) && columnOf(id).kind != CellKind::Score);
}

QString nameOf(ColumnId id, const BookNumbers& numbers)
{
    if (isOwn(id))
        return fieldOf(id, numbers).name;
    static constexpr const char* names[] = {QT_TRANSLATE_NOOP("accounts", "Health"),
                                            QT_TRANSLATE_NOOP("accounts", "Account"),
                                            QT_TRANSLATE_NOOP("accounts", "ARR"),
                                            QT_TRANSLATE_NOOP("accounts", "Renewal"),
                                            QT_TRANSLATE_NOOP("accounts", "In"),
                                            QT_TRANSLATE_NOOP("accounts", "Stage"),
                                            QT_TRANSLATE_NOOP("accounts", "Segment"),
                                            QT_TRANSLATE_NOOP("accounts", "NPS"),
                                            QT_TRANSLATE_NOOP("accounts", "Last spoke"),
                                            QT_TRANSLATE_NOOP("accounts", "Seats used"),
                                            QT_TRANSLATE_NOOP("accounts", "Seats"),
                                            QT_TRANSLATE_NOOP("accounts", "Next task"),
                                            QT_TRANSLATE_NOOP("accounts", "CSM"),
                                            QT_TRANSLATE_NOOP("accounts", "Trade"),
                                            QT_TRANSLATE_NOOP("accounts", "Region"),
                                            QT_TRANSLATE_NOOP("accounts", "Plan"),
                                            QT_TRANSLATE_NOOP("accounts", "Customer since"),
                                            QT_TRANSLATE_NOOP("accounts", "Tags"),
                                            QT_TRANSLATE_NOOP("accounts", "Sponsor")};
    static_assert(std::size(names) == std::size(all));
    return tr(names[static_cast<std::size_t>(id)]);
}

QString nameInSettings(ColumnId id, const BookNumbers& numbers)
{
    if (!isOwn(id))
        return QString::fromLatin1(columnOf(id).name);
    // A list of columns has commas between them; so may the head of a file.
    return ownPrefix + QString::fromLatin1(QUrl::toPercentEncoding(fieldOf(id, numbers).name));
}

std::optional<ColumnId> columnNamed(QStringView name, const BookNumbers& numbers)
{
    for (int id = 0; id < columnsOf(numbers); ++id)
        if (name == nameInSettings(static_cast<ColumnId>(id), numbers))
            return static_cast<ColumnId>(id);
    return std::nullopt;
}

QString titleOf(ColumnId id, const BookNumbers& numbers)
{
    if (id != ColumnId::Arr || !numbers.currency.isKnown())
        return nameOf(id, numbers);
    const QString code = numbers.currency.code();
    const QString symbol = code == u"EUR" ? QStringLiteral("\u20ac") : code;
    return tr("%1, %2").arg(nameOf(id, numbers), symbol);
}

CellValue valueOf(ColumnId id, const query::AccountLine& line, const BookNumbers& numbers)
{
    if (isOwn(id)) {
        const filter::Value value = query::valueOf(line, numbers.fields, placeOf(id));
        const auto* text = std::get_if<QString>(&value);
        return text ? CellValue(*text) : CellValue();
    }
    const QDate today = numbers.asked.day;
    const Account& account = line.facts->account;
    switch (id) {
    case ColumnId::Health:
        // The score of who has left is history: it ranks nobody.
        return line.health && !hasLeft(line) ? CellValue(std::round(*line.health * 10) / 10) : CellValue();
    case ColumnId::Name:
        return text(account.name);
    case ColumnId::Arr:
        return line.mrr ? CellValue(Money{line.mrr->toArrMinor(), line.currency}) : CellValue();
    case ColumnId::Renewal:
        return day(line.renewal);
    case ColumnId::In:
        return daysTo(today, line.renewal);
    case ColumnId::Stage:
        return text(line.stage);
    case ColumnId::Segment:
        return text(line.segment);
    case ColumnId::Nps:
        return recommended(line, today);
    case ColumnId::LastSpoke:
        return daysTo(line.lastTouch, today);
    case ColumnId::SeatUse:
        return line.seatUse && !hasLeft(line) ? CellValue(*line.seatUse) : CellValue();
    case ColumnId::Seats:
        return line.seats ? CellValue(*line.seats) : CellValue();
    case ColumnId::NextTask:
        return nextTask(*line.facts) ? text(nextTask(*line.facts)->title) : CellValue();
    case ColumnId::Csm:
        return text(line.csm);
    case ColumnId::Industry:
        return text(account.industry);
    case ColumnId::Region:
        return text(account.region);
    case ColumnId::Tier:
        return text(account.tier);
    case ColumnId::Since:
        return day(account.customerSince);
    case ColumnId::Tags:
        return text(account.tags.join(QStringLiteral(", ")));
    case ColumnId::Sponsor: {
        const Contact* sponsor = query::sponsorOf(*line.facts, today);
        return sponsor ? text(sponsor->name) : CellValue();
    }
    case ColumnId::Count:
        break;
    }
    return {};
}

QString textOf(ColumnId id, const query::AccountLine& line, const BookNumbers& numbers, const QLocale& locale)
{
    const CellValue value = valueOf(id, line, numbers);
    if (id == ColumnId::Health && hasLeft(line))
        return tr("left");
    if (value.index() == 0)
        return dash;
    if (id == ColumnId::Health)
        return scoreText(*numbers.scores[numbers.indexOf(line)].shown, numbers.content.scorecards, locale);
    if (id == ColumnId::Segment || id == ColumnId::Stage)
        return words::ContentWords(numbers.content, locale)
            .word(id == ColumnId::Stage ? u"stage" : u"segment", std::get<QString>(value));
    if (const auto* words = std::get_if<QString>(&value))
        return *words;
    if (const auto* money = std::get_if<Money>(&value)) {
        const QString amount = words::amountText(*money, locale);
        return money->currency == numbers.currency ? amount : words::moneyText(*money, locale);
    }
    if (const auto* date = std::get_if<QDate>(&value))
        return words::dayText(*date, locale);
    if (const auto* share = std::get_if<double>(&value))
        return tr("%1 %").arg(locale.toString(qRound(*share * 100)));
    const qint64 number = std::get<qint64>(value);
    QString digits = locale.toString(std::abs(number));
    if (number < 0)
        digits.prepend(minus);
    return columnOf(id).kind == CellKind::Days ? tr("%1 d").arg(digits) : digits;
}

std::optional<double> recommendationOf(const query::AccountLine& line, QDate day)
{
    const std::vector<int> scores = answersOf(line, day);
    return scores.empty() ? std::nullopt : std::optional(npsOf(scores));
}

} // namespace steward::accounts
