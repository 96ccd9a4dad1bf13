// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/row_text.h"

#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/account/play_text.h"
#include "ui/widgets/touch_icon.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace steward::today {

using widgets::Shade;

namespace {

constexpr int soonDays = 60;

QString tr(const char* text) { return QCoreApplication::translate("today", text); }
/// The first text is that of exactly one.
QString counted(std::size_t count, const char* one, const char* many, const QLocale& locale)
{
    return count == 1 ? tr(one) : tr(many).arg(locale.toString(count));
}

QString moneyOf(qint64 minor, const BookDay& day, const QLocale& locale)
{
    return words::moneyText({minor, day.numbers->currency}, locale);
}

QString iconOf(const work::Signal& signal, const AccountFacts& facts)
{
    if (signal.signal == u"meeting.today")
        for (const RecordRef& record : signal.say.records) {
            if (record.entity == Entity::Qbr)
                return QStringLiteral("presentation");
            if (record.entity != Entity::Touch)
                continue;
            const auto touches = facts.of<Touch>();
            const auto touch = std::ranges::find(touches, record.id, &Touch::id);
            const QString icon = touch == touches.end() ? QString() : widgets::touchIcon((*touch).kind);
            return icon.isEmpty() ? QStringLiteral("users") : icon;
        }
    if (signal.signal == u"recap.due")
        return QStringLiteral("mail");
    return signal.signal == u"promise.due" ? QStringLiteral("list-checks") : QStringLiteral("clock");
}

void addScore(RowText& text, AccountId account, const BookDay& day, const QLocale& locale)
{
    const BookNumbers& numbers = *day.numbers;
    const query::AccountLine* line = numbers.find(account);
    text.hasScore = line && !numbers.scores.empty();
    if (!text.hasScore)
        return;
    const LineScore& score = numbers.scores[numbers.indexOf(*line)];
    text.band = style::bandOf(line->band);
    text.isSetByHand = score.isSetByHand;
    if (score.shown)
        text.score = scoreText(*score.shown, numbers.content.scorecards, locale);
    const work::AccountSignals* asks = day.find(account);
    const qint64 tenths = asks ? std::llround(-asks->pointsLost * 10) : 0;
    if (tenths != 0)
        text.change = words::signedTenths(tenths, locale);
    text.isWorse = tenths < 0;
}

/// "renewal in 52 d", "notice in 22 d", "renewal passed"
void addTurn(RowText& text, AccountId account, const BookDay& day, const QLocale& locale)
{
    const query::AccountLine* line = day.numbers->find(account);
    const work::AccountSignals* asks = day.find(account);
    const QDate today = day.numbers->asked.day;
    if (!line || !asks)
        return;
    if (!asks->daysToTurn) {
        text.turn = line->renewal.isValid() ? QString() : tr("no renewal date");
        return;
    }
    const int days = *asks->daysToTurn;
    const bool isRenewal = line->renewal.isValid() && today.daysTo(line->renewal) == days;
    const QString number = locale.toString(days);
    text.turn = days < 0    ? tr("renewal passed")
                : isRenewal ? tr("renewal in %1 d").arg(number)
                            : tr("notice in %1 d").arg(number);
    text.turnShade = days <= soonDays ? Shade::Late : Shade::Muted;
}

void addPlay(RowText& text, const work::TodayRow& row, const BookDay& day, const QLocale& locale)
{
    const BookNumbers& numbers = *day.numbers;
    const auto* play = content::findById(numbers.content.plays, row.play);
    if (!play)
        return;
    text.play = account::nameOfPlay(numbers.content, row.play, locale);
    text.playNote = counted(play->steps.size(), "one step", "%1 steps", locale);
    if (row.accounts.size() != 1)
        return;
    text.isRunning = row.lastRun && !row.lastRun->ended.isValid();
    if (text.isRunning) {
        if (const auto running = account::playText(numbers, row.accounts.front(), row.play, locale)) {
            text.playNote = running->about;
            const account::PlayStepText* next = running->next();
            text.lastTime = next ? tr("next: %1").arg(account::nextText(*next)) : tr("every step is done");
        }
        return;
    }
    const AccountFacts* facts = numbers.facts.find(row.accounts.front());
    const auto others = facts ? account::runningPlays(*facts) : std::vector<const PlaybookRun*>();
    if (!others.empty()) {
        text.lastTime = tr("under way: %1").arg(account::nameOfPlay(numbers.content, others.front()->playbook, locale));
        return;
    }
    if (row.lastRun) {
        const QString month = locale.standaloneMonthName(row.lastRun->ended.month(), QLocale::ShortFormat);
        const QString outcome = account::wordOfOutcome(row.lastRun->outcome);
        text.lastTime =
            outcome.isEmpty() ? tr("last time: %1").arg(month) : tr("last time, %1: %2").arg(month, outcome);
        return;
    }
    const auto record = day.plays.find(row.play);
    text.lastTime = record == day.plays.end()
                        ? tr("first time here")
                        : tr("first time here; elsewhere %1 of %2 worked")
                              .arg(locale.toString(record->second.worked), locale.toString(record->second.ended));
}

void addReasons(RowText& text, const work::TodayRow& row, const BookDay& day, const QLocale& locale)
{
    constexpr std::size_t mostSaid = 4;
    text.reason = sentenceOf(row.signalList.front(), day, locale);
    if (row.signalList.size() < 2)
        return;
    text.more = tr("+%1 more").arg(locale.toString(row.signalList.size() - 1));
    QStringList others;
    for (std::size_t i = 1; i < std::min(row.signalList.size(), mostSaid); ++i)
        others << sentenceOf(row.signalList[i], day, locale);
    text.further = others.join(QStringLiteral(" \u00b7 "));
}

/// 2.0, 1.15
QString factorText(double value, const QLocale& locale)
{
    constexpr double tenth = 10;
    const bool isShort = std::abs(value * tenth - std::round(value * tenth)) < 0.0005;
    return isShort ? locale.toString(value, 'f', 1) : words::numberText(value, 3, locale);
}

void addWhy(RowText& text, const work::TodayRow& row, const BookDay& day, const QLocale& locale)
{
    const work::Factors& factors = row.factors;
    const auto number = [&](double value) { return factorText(value, locale); };
    QString gain;
    if (factors.gain != 1)
        gain = tr(" \u00d7 %1 gain").arg(number(factors.gain));
    text.why = tr("%1%2 \u00d7 %3 severity \u00d7 %4 time \u00d7 %5 change \u00d7 %6 age")
                   .arg(moneyOf(factors.arr, day, locale), gain, number(factors.severity), number(factors.time),
                        number(factors.change), number(factors.age));
    text.value = words::amountText({row.value, day.numbers->currency}, locale);
}

RowText clockText(const work::TodayRow& row, const BookDay& day, const QLocale& locale)
{
    const BookNumbers& numbers = *day.numbers;
    const work::Signal& signal = row.signalList.front();
    RowText text;
    text.name = nameOf(row.accounts.front(), day);
    text.reason = sentenceOf(signal, day, locale);
    text.icon = iconOf(signal, *numbers.facts.find(row.accounts.front()));
    text.kind = nameOf(signal, day, locale);
    const QDate today = numbers.asked.day;
    if (row.due.isValid() && row.due < today) {
        text.time = tr("%1 d late").arg(locale.toString(row.due.daysTo(today)));
        text.timeShade = Shade::Late;
    } else if (row.at && (!row.due.isValid() || row.due == today)) {
        const auto at = QDateTime::fromMSecsSinceEpoch(row.at->ms, numbers.facts.book().zone);
        text.time = locale.toString(at.time(), QStringLiteral("HH:mm"));
    } else {
        text.time = tr("today");
    }
    addPlay(text, row, day, locale);
    return text;
}

RowText groupText(const work::TodayRow& row, const BookDay& day, const QLocale& locale)
{
    RowText text;
    text.name = tr("%1 small accounts").arg(locale.toString(row.accounts.size()));
    text.about = tr("no named person");
    text.amount = moneyOf(row.factors.arr, day, locale);
    text.turn = tr("together");
    QStringList kinds;
    for (const work::Signal& each : row.signalList)
        if (const QString kind = nameOf(each, day, locale); !kinds.contains(kind))
            kinds << kind;
    text.reason = tr("%1: one list to work through").arg(kinds.join(QStringLiteral(", ")));
    QStringList names;
    for (const AccountId account : row.accounts)
        names << nameOf(account, day);
    text.further = names.join(QStringLiteral(", "));
    text.isGood = row.isGood;
    addPlay(text, row, day, locale);
    return text;
}

} // namespace

QString sentenceOf(const work::Signal& signal, const BookDay& day, const QLocale& locale)
{
    return words::ContentWords(day.numbers->content, locale).sentence(signal.say.key, signal.say.arguments);
}

QString nameOf(const work::Signal& signal, const BookDay& day, const QLocale& locale)
{
    const content::Content& content = day.numbers->content;
    const auto* kind = content::findById(content.signalRules.kinds, signal.signal);
    return kind ? words::ContentWords(content, locale).text(kind->name) : signal.signal;
}

QString nameOf(AccountId account, const BookDay& day)
{
    const AccountFacts* facts = day.numbers->facts.find(account);
    return facts ? facts->account.name : QString();
}

RowText rowText(const work::TodayRow& row, const BookDay& day, const QLocale& locale)
{
    if (row.lane == work::Lane::Clock)
        return clockText(row, day, locale);
    if (row.accounts.size() > 1)
        return groupText(row, day, locale);
    RowText text;
    addReasons(text, row, day, locale);
    if (row.accounts.empty()) {
        text.name = tr("The whole book");
        text.about = tr("not one account's trouble");
        return text;
    }
    const AccountId account = row.accounts.front();
    text.name = nameOf(account, day);
    text.isGood = row.isGood;
    addScore(text, account, day, locale);
    addTurn(text, account, day, locale);
    text.amount = moneyOf(row.factors.arr, day, locale);
    if (row.isGood) {
        const double gained = double(row.factors.arr) * row.factors.gain;
        text.amount = u'+' + moneyOf(std::llround(gained), day, locale);
        text.turn = tr("may be gained");
        text.turnShade = Shade::Muted;
    } else if (row.factors.isAssumed) {
        text.amount = tr("about %1").arg(text.amount);
    }
    addPlay(text, row, day, locale);
    addWhy(text, row, day, locale);
    return text;
}

QString spoken(const RowText& text)
{
    const QString score = !text.hasScore         ? QString()
                          : text.score.isEmpty() ? tr("score unknown")
                                                 : tr("score %1").arg(text.score);
    const QString play = text.play.isEmpty() ? QString() : tr("play: %1, %2").arg(text.play, text.playNote);
    QStringList parts;
    for (const QString& part : {text.time, text.name, score, text.change, text.about, text.amount, text.turn,
                                text.reason, text.more, text.kind, play, text.lastTime})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral(", "));
}

std::vector<Factor> factorsOf(const work::TodayRow& row, const BookDay& day, const QLocale& locale)
{
    const work::Factors& factors = row.factors;
    const auto times = [&](double value) { return QString(u"\u00d7 " + factorText(value, locale)); };
    const work::AccountSignals* asks = row.accounts.size() == 1 ? day.find(row.accounts.front()) : nullptr;
    if (!asks || row.lane == work::Lane::Clock)
        return {};
    std::vector<Factor> all;
    all.push_back({tr("ARR"), factors.isAssumed ? tr("assumed: the middle of its segment") : tr("a year, recurring"),
                   moneyOf(factors.arr, day, locale)});
    if (factors.gain != 1)
        all.push_back({tr("Gain"), tr("the share of it that may be won"), times(factors.gain)});
    const auto more = static_cast<int>(row.signalList.size()) - 1;
    const QString severity = content::nameOf(row.signalList.front().severity);
    all.push_back({tr("Severity"), more > 0 ? tr("%1, and %2 more").arg(severity, locale.toString(more)) : severity,
                   times(factors.severity)});
    RowText text;
    addTurn(text, row.accounts.front(), day, locale);
    all.push_back({tr("Time"), text.turn, times(factors.time)});
    const QString lost = words::tenthsText(std::llround(std::abs(asks->pointsLost) * 10), locale);
    all.push_back({tr("Change"),
                   asks->pointsLost > 0   ? tr("%1 points lost in four weeks").arg(lost)
                   : asks->pointsLost < 0 ? tr("%1 points won in four weeks").arg(lost)
                                          : tr("the score stands still"),
                   times(factors.change)});
    QDate newest;
    for (const work::Signal& each : row.signalList)
        newest = std::max(newest, each.newest);
    const qint64 age = newest.isValid() ? newest.daysTo(day.numbers->asked.day) : 0;
    all.push_back({tr("Age"),
                   age > 0
                       ? counted(std::size_t(age), "newest evidence a day old", "newest evidence %1 days old", locale)
                       : tr("of today"),
                   times(factors.age)});
    return all;
}

} // namespace steward::today
