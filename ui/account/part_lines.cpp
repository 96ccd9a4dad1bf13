// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/part_lister.h"

#include "core/journey/onboarding_plan.h"
#include "core/portfolio/standing.h"
#include "core/query/shared_goal.h"
#include "core/work/recovery.h"
#include "ui/account/play_text.h"
#include "ui/account/record_form.h"

/// The lines of Voice and Plan.
namespace steward::account {

using widgets::Shade;

namespace {

/// "52 of 90 %"; where less is better "now 14, to be 3 (people)": a unit does not bend with the number.
QString goalFigure(const Goal& goal, std::optional<double> now, std::optional<double> target, const QLocale& locale)
{
    const auto text = [&](std::optional<double> value) {
        return value ? words::numberText(*value, 1, locale) : QStringLiteral("\u2013");
    };
    if (goal.baseline && goal.target && *goal.baseline > *goal.target) {
        const QString figure = QCoreApplication::translate("account", "now %1, to be %2").arg(text(now), text(target));
        return goal.unit.isEmpty() ? figure : QCoreApplication::translate("account", "%1 (%2)").arg(figure, goal.unit);
    }
    return QString(QCoreApplication::translate("account", "%1 of %2").arg(text(now), text(target)) + u' ' + goal.unit)
        .trimmed();
}

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
        onboarding();
        sharedSteps();
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
    void sharers(const query::SharedGoal& shared, const Goal& goal);
    void onboarding();
    void trainings(const journey::OnboardingPlan& plan, RecordRef account);
    void peopleMet();
    void sharedSteps();
    void milestones();
    [[nodiscard]] QString paceText() const;
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
            line.detail = line.detail.isEmpty() ? tr("no reply yet") : tr("no reply yet, %1").arg(line.detail);
            line.detailShade = Shade::Late;
        }
        line.end = each->day.isValid() ? day(each->day) : tr("no date");
    }
}

void Lister::feedback()
{
    const auto all = newestFirst<Feedback>();
    head(tr("Requests, complaints and praise"), number(qint64(all.size())));
    if (all.empty())
        note(tr("Nothing they said is recorded. A line of a meeting that starts with \" is."));
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
            line.text += QStringLiteral(", ") + goalFigure(*each, each->current, each->target, m_locale);
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
    for (const Goal* each : all)
        if (const auto shared = query::sharedGoal(m_figures.numbers->facts, each->group))
            sharers(*shared, *each);
}

/// A goal that several customers have: together, and each of them.
void Lister::sharers(const query::SharedGoal& shared, const Goal& goal)
{
    QStringList about;
    if (shared.now || shared.target)
        about << tr("together %1").arg(goalFigure(goal, shared.now, shared.target, m_locale));
    about << tr("%1 take part").arg(number(qint64(shared.members.size()) - qint64(shared.out)));
    if (shared.met > 0)
        about << tr("%1 met it").arg(number(shared.met));
    if (shared.out > 0)
        about << tr("%1 opted out").arg(number(shared.out));
    head(tr("Shared goal: %1").arg(shared.name), about.join(QStringLiteral(" \u00b7 ")));
    for (const query::SharedGoal::Member& each : shared.members) {
        const AccountFacts* facts = m_figures.numbers->facts.find(each.account);
        if (!facts)
            continue;
        const bool isOwn = each.account == m_facts.id();
        Line& line = add(QStringLiteral("building-2"), facts->account.name,
                         isOwn ? RecordRef{Entity::Goal, goal.id} : RecordRef{Entity::Account, each.account.value()});
        line.isStrong = isOwn;
        line.isStruck = each.isOut();
        line.detail = each.isOut() ? tr("opted out") : word(u"goal_status", each.goal->status);
        if (!each.isOut())
            line.end = goalFigure(goal, each.goal->current, each.goal->target, m_locale);
    }
}

void Lister::onboarding()
{
    const journey::OnboardingPlan plan(m_facts);
    if (!plan.isBegun() && !isOnboarding(m_figures))
        return;
    const QStringList missing = plan.missing();
    head(tr("Onboarding plan"), missing.isEmpty() ? QString() : tr("not to be closed yet"));
    if (!plan.isBegun())
        note(tr("Which problem do they want solved, what can the product not do, and what is left out on purpose? O "
                "writes it down; both sides read it in the plan for the customer."));
    const RecordRef account{Entity::Account, m_facts.account.id};
    for (const FormField& field : fieldsOf(Entity::Account)) {
        const QString name = QString::fromLatin1(field.name);
        if (!isPlanField(name) || (!plan.isBegun() && !missing.contains(name)))
            continue;
        const QString said = plan.lines(name).join(QStringLiteral(" \u00b7 "));
        if (name == QLatin1StringView(journey::planTraining) && !said.isEmpty()) {
            trainings(plan, account);
            continue;
        }
        // How it is typed stands behind the name in the form.
        const QString label = labelOf(field).section(u',', 0, 0);
        Line& line = add(said.isEmpty() ? QStringLiteral("circle") : QStringLiteral("circle-check"),
                         said.isEmpty() ? label : tr("%1: %2").arg(label, said), account);
        if (said.isEmpty()) {
            line.detail = missing.contains(name) ? tr("needed to close") : tr("not written");
            line.detailShade = missing.contains(name) ? Shade::Late : Shade::Muted;
        }
    }
    peopleMet();
}

void Lister::trainings(const journey::OnboardingPlan& plan, RecordRef account)
{
    for (const journey::PlanTraining& each : plan.trainings()) {
        Line& line = add(each.isOrphan ? QStringLiteral("flag") : QStringLiteral("circle-check"),
                         each.isOrphan ? tr("Training: %1").arg(each.what)
                                       : tr("Training: %1, for: %2").arg(each.what, each.problem),
                         account);
        if (!each.isOrphan)
            continue;
        line.iconShade = Shade::Late;
        line.detail = each.problem.isEmpty() ? tr("no problem named") : tr("its problem is gone");
        line.detailShade = Shade::Late;
    }
}

/// Who decides and who has influence are met from the first day.
void Lister::peopleMet()
{
    QStringList met;
    QStringList notMet;
    for (const query::PersonSeen& each : m_figures.people) {
        const bool counts = std::ranges::any_of(each.roles, [](const QString& role) {
            return role == u"sponsor" || role == u"decision_maker" || role == u"influencer" || role == u"champion";
        });
        if (counts && each.isPresent)
            (each.lastSeen.isValid() ? met : notMet) << each.contact->name;
    }
    const bool isAll = !met.isEmpty() && notMet.isEmpty();
    Line& line =
        add(isAll ? QStringLiteral("circle-check") : QStringLiteral("circle"),
            met.isEmpty() ? tr("Sponsor and people with influence: nobody met yet")
                          : tr("Sponsor and people with influence met: %1").arg(met.join(QStringLiteral(", "))),
            {});
    if (!notMet.isEmpty())
        line.detail = tr("never met: %1").arg(notMet.join(QStringLiteral(", ")));
}

/// What either side does next: what stands in the plan for the customer, and can be changed here.
void Lister::sharedSteps()
{
    std::vector<const Task*> open;
    for (const Task& each : m_facts.of<Task>())
        if (isOpen(each) && !each.archivedOn.isValid() && each.category == u"promise")
            open.push_back(&each);
    std::ranges::stable_sort(open, {},
                             [](const Task* each) { return each->due.isValid() ? each->due : QDate(9999, 12, 31); });
    head(tr("Who does what next"), tr("stands in the plan for the customer"));
    if (open.empty())
        note(tr("Nothing is promised by either side. Shift+T adds a step of ours or of theirs."));
    for (const Task* each : open) {
        const bool isTheirs = each->waitingFor == u"customer";
        Line& line = add(QStringLiteral("list-checks"), (isTheirs ? tr("They: %1") : tr("We: %1")).arg(each->title),
                         {Entity::Task, each->id});
        line.detail = nameOf(each->promisedTo);
        line.end = each->due.isValid() ? tr("due %1").arg(day(each->due)) : tr("no date");
        if (each->due.isValid() && each->due < m_day)
            line.endShade = Shade::Late;
    }
}

/// "on day 19, among the fastest quarter (to day 23)"
QString Lister::paceText() const
{
    const auto& pace = m_figures.pace;
    if (!pace)
        return {};
    const auto& [first, half, last] = pace->all.days;
    const QString after =
        pace->came ? tr("on day %1").arg(number(pace->days)) : tr("day %1 without it").arg(number(pace->days));
    const auto beside = [&](const char* text, std::optional<qint64> border) {
        return border ? tr("%1, %2").arg(after, tr(text).arg(number(*border))) : after;
    };
    switch (pace->quarter) {
    case 1:
        return pace->came ? beside(QT_TRANSLATE_NOOP("account", "among the fastest quarter (to day %1)"), first)
                          : beside(QT_TRANSLATE_NOOP("account", "a quarter of all had it by day %1"), first);
    case 2:
        return beside(QT_TRANSLATE_NOOP("account", "half of all had it by day %1"), half);
    case 3:
        return beside(QT_TRANSLATE_NOOP("account", "half of all had it by day %1"), half);
    case 4:
        return beside(QT_TRANSLATE_NOOP("account", "among the slowest quarter (from day %1)"), last);
    default:
        return after;
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
        if (const Goal* goal = journey::goalMet(*m_figures.facts, each))
            line.text = tr("%1: %2").arg(line.text, goal->shortName.isEmpty() ? goal->outcome : goal->shortName);
        if (each.kind == u"first_value")
            if (const QString told = paceText(); !told.isEmpty())
                line.text = QString(line.text + QStringLiteral(", ") + told);
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
        const QString who = nameOf(each->confirmedBy);
        Line& line = add(who.isEmpty() ? QStringLiteral("circle") : QStringLiteral("circle-check"),
                         each->text.simplified(), {Entity::Value, each->id});
        if (const QString amount = money(each->amount, each->currency); !amount.isEmpty())
            line.text += u", " + amount;
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
