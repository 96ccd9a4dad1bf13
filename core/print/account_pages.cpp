// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/account_pages.h"

#include "core/journey/milestones.h"
#include "core/journey/onboarding_plan.h"
#include "core/portfolio/holders.h"
#include "core/portfolio/standing.h"
#include "core/portfolio/subscription_state.h"
#include "core/query/brief.h"
#include "core/query/people_seen.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace steward::print {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("print", text); }

QString personName(const BookFacts& book, PersonId person)
{
    const auto found = std::ranges::find(book.people, person.value(), &Person::id);
    return found == book.people.end() ? QString() : found->name;
}

class Sheet
{
public:
    explicit Sheet(const AccountBasis& basis)
        : m_basis(basis)
        , m_facts(basis.facts)
        , m_words(basis.content, basis.locale)
    {
    }
    [[nodiscard]] QString day(QDate date) const { return words::shortDay(date, m_basis.day, m_basis.locale); }
    [[nodiscard]] OnePage::Section brief(const health::AccountScore& score) const
    {
        OnePage::Section section{tr("Before you talk to them"), {}};
        for (const query::BriefLine& line : query::briefOf(m_facts, m_basis.book, score, m_basis.content.brief)) {
            const content::Entry* entry = content::findById(m_basis.content.brief.lines, line.line);
            const QString said = m_words.sentence(line.say.key, line.say.arguments);
            section.lines << (entry ? QString(m_words.text(entry->name) + QStringLiteral(": ") + said) : said);
        }
        return section;
    }
    [[nodiscard]] OnePage::Section contract() const
    {
        OnePage::Section section{tr("Contract"), {}};
        for (const Subscription& each : m_facts.of<Subscription>()) {
            if (each.archivedOn.isValid() || (each.endedOn.isValid() && each.endedOn <= m_basis.day))
                continue;
            QStringList parts;
            if (!each.product.isEmpty())
                parts << each.product;
            if (each.seats)
                parts << tr("%1 seats").arg(m_basis.locale.toString(*each.seats));
            if (each.amount && each.currency.isKnown())
                parts << tr("%1 %2").arg(words::moneyText({each.amount->value, each.currency}, m_basis.locale),
                                         m_words.word(u"billing_period", each.billingPeriod).toLower());
            if (each.start.isValid())
                parts << tr("since %1").arg(day(each.start));
            if (each.renewalDate.isValid())
                parts << tr("renews %1").arg(day(each.renewalDate));
            if (each.noticeBy.isValid())
                parts << tr("notice possible until %1").arg(day(each.noticeBy));
            section.lines << parts.join(QStringLiteral(", "));
        }
        return section;
    }
    /// The answers of the newest handover; what nobody wrote is said.
    [[nodiscard]] std::vector<OnePage::Section> answers() const
    {
        const Assignment* newest = nullptr;
        for (const Assignment& each : m_facts.of<Assignment>())
            if (!each.handover.text.isEmpty() && (!newest || each.from >= newest->from))
                newest = &each;
        const QJsonObject said =
            newest ? QJsonDocument::fromJson(newest->handover.text.toUtf8()).object() : QJsonObject();
        const std::tuple<const char*, QString, bool> topics[] = {{"why", tr("Why they bought"), true},
                                                                 {"promised", tr("Promised when it was sold"), true},
                                                                 {"not_sold", tr("Not sold"), false},
                                                                 {"decides", tr("Who decides"), true},
                                                                 {"opponent", tr("Who was against it"), false},
                                                                 {"price_reason", tr("Why that price"), false},
                                                                 {"left_behind", tr("What they left behind"), false}};
        OnePage::Section section{tr("Why they bought, and what was said"), {}};
        for (const auto& [key, title, isNeeded] : topics) {
            const QJsonValue value = said.value(QLatin1String(key));
            const QString text = value.toString().trimmed();
            if (!text.isEmpty() || isNeeded)
                section.lines << tr("%1: %2").arg(title, text.isEmpty() ? tr("nobody wrote it down") : text);
        }
        return {section};
    }
    [[nodiscard]] OnePage::Section promises() const
    {
        OnePage::Section section{tr("Promises we made, still open"), {}};
        for (const Task& each : m_facts.of<Task>())
            if (isOpen(each) && !each.archivedOn.isValid() && each.category == u"promise")
                section.lines << (each.due.isValid() ? tr("%1, due %2").arg(each.title, day(each.due)) : each.title);
        return section;
    }
    [[nodiscard]] OnePage::Section dislikes() const
    {
        constexpr qsizetype most = 4;
        OnePage::Section section{tr("What they dislike"), {}};
        const auto surveys = m_facts.of<Survey>().all();
        for (auto each = surveys.rbegin(); each != surveys.rend() && section.lines.size() < most; ++each) {
            const bool isUnhappy = each->score && ((each->kind == u"nps" && *each->score <= 6) ||
                                                   (each->kind == u"csat" && *each->score <= 2));
            if (isUnhappy && !each->comment.isEmpty())
                section.lines << tr("\"%1\" (%2)").arg(each->comment, day(each->day));
        }
        return section;
    }
    [[nodiscard]] OnePage::Section people() const
    {
        OnePage::Section section{tr("People"), {}};
        for (const query::PersonSeen& each : query::peopleSeen(m_facts, m_basis.day)) {
            QStringList parts{each.contact->name};
            for (const QString& role : each.roles)
                parts << m_words.word(u"contact_role", role).toLower();
            if (!each.contact->viewOfUs.isEmpty())
                parts << m_words.word(u"view_of_us", each.contact->viewOfUs).toLower();
            if (!each.isPresent)
                parts << tr("left %1").arg(day(each.contact->leftOn));
            else
                parts << (each.lastSeen.isValid() ? tr("seen %1").arg(day(each.lastSeen)) : tr("never met"));
            section.lines << parts.join(QStringLiteral(", "));
        }
        return section;
    }
    /// The open tasks due first.
    [[nodiscard]] QStringList steps(std::size_t most, bool isForThem) const
    {
        std::vector<const Task*> open;
        for (const Task& each : m_facts.of<Task>()) {
            // What else we have to do is worded for us.
            if (isOpen(each) && !each.archivedOn.isValid() && (!isForThem || each.category == u"promise"))
                open.push_back(&each);
        }
        std::ranges::stable_sort(
            open, {}, [](const Task* each) { return each->due.isValid() ? each->due : QDate(9999, 12, 31); });
        QStringList lines;
        for (std::size_t i = 0; i < std::min(most, open.size()); ++i) {
            const bool isTheirs = open[i]->waitingFor == u"customer";
            QString line = open[i]->title;
            if (isForThem)
                line = (isTheirs ? tr("You: %1") : tr("We: %1")).arg(line);
            lines << (open[i]->due.isValid() ? tr("%1, %2").arg(line, day(open[i]->due)) : line);
        }
        return lines;
    }
    [[nodiscard]] OnePage::Section goals() const
    {
        OnePage::Section section{tr("What you want to reach"), {}};
        std::vector<const Goal*> all;
        for (const Goal& each : m_facts.of<Goal>())
            if (!each.archivedOn.isValid() && each.status != u"dropped" && each.status != u"draft" &&
                !each.outcome.isEmpty())
                all.push_back(&each);
        std::ranges::stable_sort(all, {}, [](const Goal* each) { return each->priority.value_or(9); });
        for (const Goal* each : all) {
            QStringList parts{QStringLiteral("\u201C") + each->outcome + QStringLiteral("\u201D")};
            if (!each->measure.isEmpty() && each->target)
                // Less may be better: "312 of 250" would read as more than asked for.
                parts << tr("%1: now %2, aim %3 %4")
                             .arg(each->measure,
                                  each->current ? words::numberText(*each->current, 1, m_basis.locale)
                                                : tr("not measured"),
                                  words::numberText(*each->target, 1, m_basis.locale), each->unit)
                             .trimmed();
            if (each->metOn.isValid())
                parts << tr("reached %1").arg(day(each->metOn));
            else if (each->due.isValid())
                parts << tr("by %1").arg(day(each->due));
            section.lines << parts.join(QStringLiteral(" \u00b7 "));
        }
        return section;
    }
    /// What both sides expect of the start; what is blank is left out.
    [[nodiscard]] std::vector<OnePage::Section> onboarding() const
    {
        const journey::OnboardingPlan plan(m_facts);
        const std::pair<const char*, QString> parts[] = {{journey::planProblem, tr("What you want solved")},
                                                         {journey::planCan, tr("What the product can do about it")},
                                                         {journey::planCannot, tr("What the product cannot do")},
                                                         {journey::planFeatures, tr("What we use first")},
                                                         {journey::planLeftOut, tr("Left out on purpose")},
                                                         {journey::planMoment, tr("How we both see that it works")}};
        std::vector<OnePage::Section> sections;
        for (const auto& [field, title] : parts)
            sections.push_back({title, plan.lines(QString::fromLatin1(field))});
        OnePage::Section& training = sections.emplace_back(OnePage::Section{tr("Training"), {}});
        for (const journey::PlanTraining& each : plan.trainings())
            training.lines << (each.isOrphan ? each.what : tr("%1, for: %2").arg(each.what, each.problem));
        return sections;
    }
    [[nodiscard]] OnePage::Section milestones() const
    {
        OnePage::Section section{tr("Milestones"), {}};
        for (const journey::MilestoneState& each : journey::milestones(m_facts, m_basis.book, m_basis.day)) {
            const bool isOurs = each.kind.startsWith(u"checkpoint") || each.kind == u"handover_done" ||
                                each.kind == u"expanded" || each.kind == u"story_published";
            if (isOurs || (!each.reached.isValid() && !each.planned.isValid()))
                continue;
            QString name = m_words.word(u"milestone", each.kind);
            if (const Goal* goal = journey::goalMet(m_facts, each))
                name = tr("%1: \u201C%2\u201D").arg(name, goal->shortName.isEmpty() ? goal->outcome : goal->shortName);
            section.lines << (each.reached.isValid() ? tr("%1, reached %2").arg(name, day(each.reached))
                                                     : tr("%1, planned for %2").arg(name, day(each.planned)));
        }
        return section;
    }

private:
    const AccountBasis& m_basis;
    const AccountFacts& m_facts;
    words::ContentWords m_words;
};

} // namespace

OnePage handoverPage(const AccountBasis& basis, const health::AccountScore& score)
{
    const Sheet sheet(basis);
    OnePage page;
    page.title = tr("Handover: %1").arg(basis.facts.account.name);
    const QString csm = personName(basis.book, csmOn(basis.facts, basis.day));
    page.about = csm.isEmpty() ? words::dayText(basis.day, basis.locale)
                               : tr("%1, with %2 until now").arg(words::dayText(basis.day, basis.locale), csm);
    page.sections.push_back(sheet.brief(score));
    page.sections.push_back(sheet.contract());
    for (auto& each : sheet.answers())
        page.sections.push_back(std::move(each));
    page.sections.push_back(sheet.promises());
    page.sections.push_back(sheet.dislikes());
    page.sections.push_back(sheet.people());
    constexpr std::size_t nextSteps = 3;
    page.sections.push_back({tr("Three next steps"), sheet.steps(nextSteps, false)});
    page.sections.push_back({tr("What I would do first"), {tr("[[To be written by whoever hands over]]")}});
    page.footer = tr("For our own eyes only: it says what we think of people.");
    return page;
}

OnePage planPage(const AccountBasis& basis, const QString& vendor)
{
    const Sheet sheet(basis);
    OnePage page;
    page.title = tr("Success plan: %1").arg(basis.facts.account.name);
    const QString csm = personName(basis.book, csmOn(basis.facts, basis.day));
    QStringList about{words::dayText(basis.day, basis.locale)};
    if (!csm.isEmpty())
        about << tr("your contact: %1").arg(csm);
    if (!vendor.isEmpty())
        about << vendor;
    page.about = about.join(QStringLiteral(" \u00b7 "));
    page.sections.push_back(sheet.goals());
    for (auto& each : sheet.onboarding())
        page.sections.push_back(std::move(each));
    page.sections.push_back(sheet.milestones());
    constexpr std::size_t most = 12;
    page.sections.push_back({tr("Who does what next"), sheet.steps(most, true)});
    if (page.sections.back().lines.isEmpty())
        page.sections.back().lines << tr("Nothing is promised at the moment, by either side.");
    if (page.sections.front().lines.isEmpty())
        page.sections.front().lines << tr("No goal is agreed yet: what do you want to have reached in a year?");
    page.footer = tr("Please tell us what has changed; we keep this page with you.");
    return page;
}

} // namespace steward::print
