// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/part_lister.h"

#include "core/portfolio/standing.h"
#include "core/work/recovery.h"
#include "ui/account/play_text.h"

/// The lines of Voice and Plan.
namespace steward::account {

using widgets::Shade;

namespace {

class Lister final : public PartLister
{
public:
    using PartLister::PartLister;
    std::vector<Line> voice()
    {
        recoveries();
        answers();
        feedback();
        tickets();
        return std::move(m_lines);
    }
    std::vector<Line> plan()
    {
        goals();
        milestones();
        values();
        return std::move(m_lines);
    }

private:
    void recoveries();
    void answers();
    void feedback();
    void tickets();
    void goals();
    void milestones();
    void values();
};

/// What a play made of somebody unhappy.
void Lister::recoveries()
{
    bool isFirst = true;
    for (const PlaybookRun* run : newestFirst<PlaybookRun>()) {
        const auto found = work::recoveryOf(*run, m_facts);
        if (!found || run->outcome == u"in_error")
            continue;
        if (std::exchange(isFirst, false))
            head(tr("Before and after"));
        const auto said = [&](const Survey& answer) {
            return tr("%1 on %2").arg(words::numberText(*answer.score, 1, m_locale), day(answer.day));
        };
        Line& line = add(found->isBetter() ? QStringLiteral("circle-check") : QStringLiteral("history"),
                         tr("%1: %2 before, %3 after")
                             .arg(word(u"survey_kind", found->before->kind), said(*found->before), said(*found->after)),
                         {Entity::Survey, found->after->id});
        line.detail = nameOf(found->before->contact);
        line.end = nameOfPlay(m_figures.numbers->content, run->playbook, m_locale);
    }
}

void Lister::answers()
{
    const auto all = newestFirst<Survey>();
    head(tr("Answers"), number(qint64(all.size())));
    if (all.empty())
        note(tr("They have not been asked, or did not answer. Silence is no consent."));
    for (const Survey* each : all) {
        const QString score = each->score ? words::numberText(*each->score, 1, m_locale) : tr("no number");
        Line& line = add(QStringLiteral("message-square"), QString(word(u"survey_kind", each->kind) + u' ' + score),
                         {Entity::Survey, each->id});
        if (!each->comment.isEmpty())
            line.text += QStringLiteral(": \u201c%1\u201d").arg(each->comment.simplified());
        const bool isUnhappy = each->kind == u"nps" && each->score && *each->score <= 6;
        line.iconShade = isUnhappy ? Shade::Late : Shade::Muted;
        line.detail = nameOf(each->contact);
        if (isUnhappy && !each->repliedOn.isValid()) {
            line.detail = line.detail.isEmpty() ? tr("no reply yet") : tr("%1, no reply yet").arg(line.detail);
            line.detailShade = Shade::Late;
        }
        line.end = each->day.isValid() ? day(each->day) : tr("no date");
    }
}

void Lister::feedback()
{
    const auto all = newestFirst<Feedback>();
    head(tr("Requests and complaints"), number(qint64(all.size())));
    if (all.empty())
        note(tr("None is recorded."));
    for (const Feedback* each : all) {
        Line& line = add(QStringLiteral("inbox"), QStringLiteral("\u201c%1\u201d").arg(each->words.simplified()),
                         {Entity::Feedback, each->id});
        line.detail = each->toldOn.isValid()  ? tr("told %1").arg(day(each->toldOn))
                      : each->state.isEmpty() ? tr("state unknown")
                                              : word(u"feedback_state", each->state);
        line.end = each->day.isValid() ? day(each->day) : QString();
    }
}

void Lister::tickets()
{
    constexpr std::size_t most = 30;
    auto all = newestFirst<Ticket>();
    std::ranges::stable_partition(all, [](const Ticket* each) { return isOpen(*each); });
    const auto open = std::ranges::count_if(all, [](const Ticket* each) { return isOpen(*each); });
    head(tr("Tickets"), tr("%1 open of %2").arg(number(open), number(qint64(all.size()))));
    if (all.empty())
        note(tr("No ticket is known. An import of tickets shows what hurts them."));
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
        const Ticket& each = *all[i];
        const bool hurts = each.priority == u"urgent" || each.escalated.value_or(false);
        Line& line = add(QStringLiteral("ticket"),
                         each.subject.isEmpty() ? tr("Ticket without a subject") : each.subject.simplified(),
                         {Entity::Ticket, each.id});
        line.iconShade = hurts && isOpen(each) ? Shade::Late : Shade::Muted;
        const QString priority = word(u"ticket_priority", each.priority);
        if (isOpen(each)) {
            const QString days =
                each.opened.isValid() ? tr("open, day %1").arg(number(each.opened.daysTo(m_day))) : tr("open");
            line.detail = priority.isEmpty() ? days : tr("%1, %2").arg(priority, days);
            line.detailShade = hurts ? Shade::Late : Shade::Plain;
        } else {
            line.detail = each.closed.isValid() && each.opened.isValid()
                              ? tr("closed after %1 d").arg(number(each.opened.daysTo(each.closed)))
                              : tr("closed");
        }
        line.end = each.opened.isValid() ? day(each.opened) : QString();
    }
    if (all.size() > most)
        note(tr("%1 older ones are in the timeline.").arg(number(qint64(all.size() - most))));
}

void Lister::goals()
{
    const auto all = newestFirst<Goal>();
    head(tr("Goals"), number(qint64(all.size())));
    if (all.empty())
        note(tr("No goal is agreed. What do they need to achieve, by when, and how will both sides see it? G writes "
                "it down in their words."));
    for (const Goal* each : all) {
        Line& line = add(QStringLiteral("target"), each->outcome.simplified(), {Entity::Goal, each->id});
        if (each->current && each->target)
            line.text += QStringLiteral(", ") + tr("%1 of %2 %3")
                                                    .arg(words::numberText(*each->current, 1, m_locale),
                                                         words::numberText(*each->target, 1, m_locale), each->unit)
                                                    .trimmed();
        line.detail = each->status.isEmpty() ? tr("state unknown") : word(u"goal_status", each->status);
        const bool isBad = each->status == u"behind" || each->status == u"at_risk" || each->status == u"off_track";
        line.detailShade = isBad ? Shade::Late : Shade::Muted;
        if (each->metOn.isValid())
            line.end = tr("met %1").arg(day(each->metOn));
        else if (each->due.isValid())
            line.end = tr("due %1").arg(day(each->due));
        if (isOpen(*each) && each->due.isValid() && each->due < m_day)
            line.endShade = Shade::Late;
    }
}

void Lister::milestones()
{
    const auto& all = m_figures.milestones;
    head(tr("Milestones"), number(qint64(all.size())));
    if (all.empty())
        note(tr("No milestone is planned."));
    for (const journey::MilestoneState& each : all) {
        Line& line = add(each.reached.isValid() ? QStringLiteral("check") : QStringLiteral("flag"),
                         word(u"milestone", each.kind), each.record);
        if (each.reached.isValid()) {
            line.detail = each.saidBy.isValid() ? tr("said by %1").arg(nameOf(each.saidBy))
                          : each.by == u"fact"  ? tr("known from use")
                                                : QString();
            line.end = tr("reached %1").arg(day(each.reached));
            continue;
        }
        if (const auto behind = each.daysBehind(m_day)) {
            line.detail = tr("%1 d behind").arg(number(*behind));
            line.detailShade = Shade::Late;
        }
        line.end = each.planned.isValid() ? tr("planned %1").arg(day(each.planned)) : tr("not planned");
    }
}

void Lister::values()
{
    const auto all = newestFirst<Value>();
    head(tr("What they gained"), number(qint64(all.size())));
    if (all.empty())
        note(tr("Nothing is confirmed. A figure that a named person of theirs confirmed carries a renewal."));
    for (const Value* each : all) {
        Line& line = add(QStringLiteral("check"), each->text.simplified(), {Entity::Value, each->id});
        if (const QString amount = money(each->amount, each->currency); !amount.isEmpty())
            line.text += u", " + amount;
        const QString who = nameOf(each->confirmedBy);
        line.detail = who.isEmpty() ? tr("estimated") : tr("confirmed by %1").arg(who);
        line.end = each->day.isValid() ? day(each->day) : QString();
    }
}

} // namespace

std::vector<Line> voiceLines(const AccountFigures& figures, const QLocale& locale)
{
    return Lister(figures, locale).voice();
}

std::vector<Line> planLines(const AccountFigures& figures, const QLocale& locale)
{
    return Lister(figures, locale).plan();
}

} // namespace steward::account
