// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/since_text.h"

#include "core/words/short_words.h"
#include "core/words/words.h"
#include "core/work/quick_task.h"
#include "ui/account/lines_pane.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <array>

namespace steward::today {

namespace {

using query::SinceKind;
using widgets::Shade;

constexpr double leastMove = 5; ///< points
constexpr std::size_t mostOfAPart = 25;

QString tr(const char* text) { return QCoreApplication::translate("today", text); }

enum class Part
{
    Fell,
    Rose,
    People,
    Trouble,
    Renewals,
    Money,
    Moves,
    Changes,
    Count
};

QString titleOf(Part part)
{
    switch (part) {
    case Part::Fell:
        return tr("Fell");
    case Part::Rose:
        return tr("Rose");
    case Part::People:
        return tr("People who came and left");
    case Part::Trouble:
        return tr("What hurts");
    case Part::Renewals:
        return tr("Notice is possible now");
    case Part::Money:
        return tr("Contracts");
    case Part::Moves:
        return tr("Accounts and stages");
    case Part::Changes:
    case Part::Count:
        break;
    }
    return tr("Changed by us and by imports");
}

Part partOf(SinceKind kind)
{
    switch (kind) {
    case SinceKind::ContactLeft:
    case SinceKind::ContactJoined:
        return Part::People;
    case SinceKind::Ticket:
    case SinceKind::Survey:
        return Part::Trouble;
    case SinceKind::RenewalWindow:
        return Part::Renewals;
    case SinceKind::SubscriptionStarted:
    case SinceKind::SubscriptionEnded:
    case SinceKind::Arr:
        return Part::Money;
    case SinceKind::AccountNew:
    case SinceKind::AccountArchived:
    case SinceKind::StageMove:
        return Part::Moves;
    case SinceKind::Field:
    case SinceKind::Import:
    case SinceKind::Count:
        break;
    }
    return Part::Changes;
}

using Parts = std::array<std::vector<SinceEntry>, std::size_t(Part::Count)>;

struct Move
{
    double points = 0;
    double before = 0;
    double now = 0;
    const query::AccountLine* line = nullptr;
};

std::vector<Move> movesOf(const BookNumbers& numbers, const SinceAsked& asked)
{
    std::vector<Move> moves;
    for (std::size_t i = 0; i < numbers.scores.size(); ++i) {
        const query::AccountLine& line = numbers.lines[i];
        if (!numbers.scores[i].shown || (asked.csm.isValid() && line.facts->account.csm != asked.csm))
            continue;
        const auto then = numbers.scorer->score(line.facts->id(), asked.from.addDays(-1), health::Detail::Numbers);
        if (!then || !then->shown)
            continue;
        const double before = then->shown->toDouble();
        const double now = numbers.scores[i].shown->toDouble();
        // A point is enough where it makes another band; that costs another look.
        const double moved = std::abs(now - before);
        const auto isOtherBand = [&] {
            const auto today = numbers.scorer->score(line.facts->id(), numbers.asked.day, health::Detail::Numbers);
            return today && today->band != then->band;
        };
        if (moved >= leastMove || (moved >= 1 && isOtherBand()))
            moves.push_back({now - before, before, now, &line});
    }
    std::ranges::stable_sort(moves, std::ranges::greater(), [](const Move& each) { return std::abs(each.points); });
    return moves;
}

void addMoves(Parts& parts, const BookNumbers& numbers, const SinceAsked& asked, const QLocale& locale)
{
    const auto text = [&](double score) { return words::numberText(std::round(score), 0, locale); };
    for (const Move& each : movesOf(numbers, asked)) {
        SinceEntry& entry = parts[std::size_t(each.points < 0 ? Part::Fell : Part::Rose)].emplace_back();
        entry.account = each.line->facts->id();
        entry.record = {Entity::Account, entry.account.value()};
        entry.line = account::textLine(each.line->facts->account.name);
        entry.line.icon = each.points < 0 ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up");
        entry.line.iconShade = each.points < 0 ? Shade::Late : Shade::Muted;
        entry.line.end = tr("%1 to %2").arg(text(each.before), text(each.now));
        entry.line.endShade = each.points < 0 ? Shade::Late : Shade::Plain;
    }
}

} // namespace

std::vector<SinceEntry> sinceEntries(const BookNumbers& numbers, const SinceAsked& asked, const QLocale& locale)
{
    const QDate today = numbers.asked.day;
    Parts parts;
    if (numbers.scorer)
        addMoves(parts, numbers, asked, locale);
    const Portfolio then = asOf(numbers.everything, asked.from.addDays(-1), LookBack::AsItHappened);
    const query::SinceQuestion question{asked.from, today, asked.csm, {}, asked.authors};
    for (const query::SinceLine& each : query::since(then, numbers.everything, question)) {
        SinceEntry& entry = parts[std::size_t(partOf(each.kind))].emplace_back();
        entry.account = each.account;
        entry.record = {each.entity, each.record};
        entry.line = account::textLine(words::render(each.message, locale));
        entry.line.end = words::shortDay(each.day, today, locale);
    }
    std::vector<SinceEntry> entries;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const std::size_t count = parts[part].size();
        if (count == 0)
            continue;
        SinceEntry& head = entries.emplace_back();
        head.line = account::headLine(titleOf(Part(part)), locale.toString(count));
        const auto end = parts[part].begin() + std::ptrdiff_t(std::min(count, mostOfAPart));
        entries.insert(entries.end(), parts[part].begin(), end);
        if (count > mostOfAPart) {
            SinceEntry& rest = entries.emplace_back();
            rest.line = account::textLine(tr("and %1 more").arg(locale.toString(count - mostOfAPart)));
            rest.line.kind = account::Line::Kind::Note;
        }
    }
    return entries;
}

QDate pastDayFrom(const QString& text, QDate today, const QLocale& locale)
{
    const QString said = text.trimmed();
    bool isCount = false;
    const int days = said.toInt(&isCount);
    if (isCount)
        return days < 0 ? today.addDays(days) : QDate();
    const QDate day = work::dayFrom(said, today, locale);
    if (!day.isValid() || day <= today)
        return day;
    // What is typed by name is the next one; here the last one is meant.
    constexpr int week = 7;
    return today.daysTo(day) <= week ? day.addDays(-week) : day.addYears(-1);
}

} // namespace steward::today
