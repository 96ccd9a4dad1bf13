// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playbooks/play_state.h"

#include "core/query/play_draft.h"
#include "core/words/content_words.h"
#include "core/work/plays.h"
#include "core/work/runs.h"
#include "core/workspace/beside.h"
#include "ui/account/lines_pane.h"
#include "ui/account/play_text.h"

#include <QCoreApplication>

namespace steward::playbooks {

using account::Line;
using content::StepFrom;

namespace {

constexpr std::size_t mostShown = 100;

QString tr(const char* text) { return QCoreApplication::translate("playbooks", text); }

void addRuns(Shown& shown)
{
    // What is retired stands at the end.
    for (const bool isRetired : {false, true})
        for (const content::Play& play : shown.numbers->content.plays)
            if (query::isRetired(play) == isRetired)
                shown.plays.emplace_back().play = &play;
    for (const AccountFacts& facts : shown.numbers->facts)
        for (const PlaybookRun& run : facts.of<PlaybookRun>()) {
            const auto own =
                std::ranges::find(shown.plays, run.playbook, [](const PlayState& each) { return each.play->id; });
            if (own == shown.plays.end() || run.archivedOn.isValid() || run.outcome == u"in_error")
                continue;
            (run.ended.isValid() ? own->ended : own->running).push_back({facts.id(), &run});
            if (!run.ended.isValid())
                continue;
            if (const auto found = work::recoveryOf(run, facts))
                own->recoveries.push_back(*found);
            own->worked += run.outcome == u"worked" ? 1 : 0;
            own->partly += run.outcome == u"partly" ? 1 : 0;
            own->didNot += run.outcome == u"did_not" ? 1 : 0;
            own->overtaken += run.outcome == u"overtaken" ? 1 : 0;
        }
    for (PlayState& each : shown.plays) {
        std::ranges::stable_sort(each.running, std::greater(), [](const Run& run) { return run.run->started; });
        std::ranges::copy_if(each.running, std::back_inserter(each.older), [&](const Run& run) {
            return run.run->version.value_or(1) < each.play->version && !query::isRetired(*each.play);
        });
        std::ranges::stable_sort(each.ended, std::greater(), [](const Run& run) { return run.run->ended; });
    }
}

qint64 worthOf(AccountId account, const BookNumbers& numbers)
{
    const query::AccountLine* line = numbers.find(account);
    return line && line->comparable ? line->comparable->toArrMinor() : -1;
}

/// The strongest open signal that offers the play.
const work::Signal* signalOf(const content::Play& play, AccountId account, const Shown& shown)
{
    const work::AccountSignals* asks = shown.day ? shown.day->find(account) : nullptr;
    if (!asks)
        return nullptr;
    for (const work::Signal& each : asks->signalList)
        if (each.state == work::SignalState::Open && play.signalIds.contains(each.signal))
            return &each;
    return nullptr;
}

QString ownerText(const content::PlayStep& step)
{
    QStringList texts;
    for (const QString& each : QStringList(step.owner) + step.with)
        texts << wordOfOwner(each);
    return texts.join(QStringLiteral(", "));
}

Line accountLine(AccountId account, const Shown& shown)
{
    Line line = account::textLine(nameOf(account, shown));
    line.record = {Entity::Account, account.value()};
    return line;
}

void addMore(std::vector<Line>& lines, std::size_t count, const QLocale& locale)
{
    if (count <= mostShown)
        return;
    Line& more = lines.emplace_back();
    more.kind = Line::Kind::Note;
    more.text = tr("and %1 more").arg(locale.toString(count - mostShown));
}

void addStarts(std::vector<Line>& lines, const PlayState& state, const Shown& shown, const QLocale& locale)
{
    for (std::size_t i = 0; i < std::min(mostShown, state.wouldStart.size()); ++i) {
        Line& line = lines.emplace_back(accountLine(state.wouldStart[i], shown));
        const QString reason = reasonOf(*state.play, state.wouldStart[i], shown, locale);
        if (!reason.isEmpty())
            line.text += u'\n' + reason;
        line.icon = QStringLiteral("zap");
        if (const qint64 arr = worthOf(state.wouldStart[i], *shown.numbers); arr >= 0)
            line.end = words::moneyText({arr, shown.numbers->currency}, locale);
    }
    addMore(lines, state.wouldStart.size(), locale);
}

void addRunning(std::vector<Line>& lines, const PlayState& state, const Shown& shown, const QLocale& locale)
{
    if (state.running.empty())
        return;
    lines.push_back(account::headLine(tr("Running"), locale.toString(state.running.size())));
    for (std::size_t i = 0; i < std::min(mostShown, state.running.size()); ++i) {
        Line& line = lines.emplace_back(accountLine(state.running[i].account, shown));
        line.icon = QStringLiteral("play");
        const auto text = account::playText(*shown.numbers, state.running[i].account, state.play->id, locale);
        if (!text)
            continue;
        line.text += u'\n' + text->about;
        if (const qint64 version = state.running[i].run->version.value_or(1); version < state.play->version)
            line.text += QStringLiteral(" \u00b7 ") + tr("on version %1").arg(locale.toString(version));
        const account::PlayStepText* next = text->next();
        if (!next)
            continue;
        line.text += u'\n' + tr("next: %1").arg(next->title) + u'\n' + next->who;
        line.end = next->isLate ? tr("%1, late").arg(next->due) : next->due;
        line.endShade = next->isLate ? widgets::Shade::Late : widgets::Shade::Muted;
    }
    addMore(lines, state.running.size(), locale);
}

void addEnded(std::vector<Line>& lines, const PlayState& state, const Shown& shown, const QLocale& locale)
{
    constexpr std::size_t mostEnded = 8;
    if (state.ended.empty())
        return;
    lines.push_back(account::headLine(tr("Ended lately")));
    for (std::size_t i = 0; i < std::min(mostEnded, state.ended.size()); ++i) {
        const PlaybookRun& run = *state.ended[i].run;
        Line& line = lines.emplace_back(accountLine(state.ended[i].account, shown));
        line.icon = run.outcome == u"worked" ? QStringLiteral("circle-check") : QStringLiteral("history");
        line.text += u'\n' + (run.sentence.isEmpty() ? words::shortDay(run.ended, shown.numbers->asked.day, locale)
                                                     : run.sentence);
        line.end = account::wordOfOutcome(run.outcome);
    }
}

} // namespace

QString wordOfOwner(const QString& owner)
{
    static const std::map<QString, const char*> names{
        {QStringLiteral("csm"), QT_TRANSLATE_NOOP("playbooks", "CSM")},
        {QStringLiteral("lead"), QT_TRANSLATE_NOOP("playbooks", "Lead")},
        {QStringLiteral("sales"), QT_TRANSLATE_NOOP("playbooks", "Sales")},
        {QStringLiteral("onboarding"), QT_TRANSLATE_NOOP("playbooks", "Onboarding")},
        {QStringLiteral("support"), QT_TRANSLATE_NOOP("playbooks", "Support")},
        {QStringLiteral("finance"), QT_TRANSLATE_NOOP("playbooks", "Finance")},
        {QStringLiteral("product"), QT_TRANSLATE_NOOP("playbooks", "Product")},
        {QStringLiteral("exec"), QT_TRANSLATE_NOOP("playbooks", "Executive")},
        {QStringLiteral("customer"), QT_TRANSLATE_NOOP("playbooks", "Customer")}};
    const auto known = names.find(owner);
    return known == names.end() ? owner : tr(known->second);
}

ShownPlays playsOf(const Numbers& numbers)
{
    auto shown = makeRetiring<Shown>();
    shown->numbers = numbers;
    addRuns(*shown);
    return shown;
}

ShownPlays playsOn(const Day& day)
{
    auto shown = makeRetiring<Shown>();
    shown->numbers = day->numbers;
    shown->day = day;
    addRuns(*shown);
    for (PlayState& each : shown->plays) {
        each.wouldStart = work::wouldStart(*each.play, day->watched, day->numbers->facts,
                                           day->numbers->content.journeys, day->numbers->asked.day);
        std::ranges::stable_sort(each.wouldStart, std::greater(),
                                 [&](AccountId account) { return worthOf(account, *day->numbers); });
    }
    return shown;
}

QString shortWhen(const content::StepDay& at, const QLocale& locale)
{
    const QString count = locale.toString(std::abs(at.days));
    const QString unit = at.isWorking ? tr("%1 w").arg(count) : count;
    const QString sign = at.days < 0 ? QStringLiteral("\u2212") : QStringLiteral("+");
    QString from;
    switch (at.from) {
    case StepFrom::Start:
        return QString(sign + unit);
    case StepFrom::Daily:
        return tr("daily");
    case StepFrom::Kickoff:
        from = tr("K");
        break;
    case StepFrom::Renewal:
        from = tr("R");
        break;
    case StepFrom::Review:
        from = tr("Q");
        break;
    case StepFrom::Payment:
        from = tr("paid");
        break;
    case StepFrom::Fix:
        from = tr("fixed");
        break;
    case StepFrom::Close:
        from = tr("closed");
        break;
    }
    return at.days == 0 ? from : QString(from + u' ' + sign + unit);
}

QString spokenWhen(const content::StepDay& at, const QLocale& locale)
{
    if (at.from == StepFrom::Daily)
        return tr("every working day");
    const char* const anchors[] = {
        QT_TRANSLATE_NOOP("playbooks", "the start"),   QT_TRANSLATE_NOOP("playbooks", "the kick-off"),
        QT_TRANSLATE_NOOP("playbooks", "the renewal"), QT_TRANSLATE_NOOP("playbooks", "the review"),
        QT_TRANSLATE_NOOP("playbooks", "the payment"), QT_TRANSLATE_NOOP("playbooks", "the fix"),
        QT_TRANSLATE_NOOP("playbooks", "the close")};
    const QString from = tr(anchors[int(at.from)]);
    if (at.days == 0)
        return tr("on the day of %1").arg(from);
    const QString count = locale.toString(std::abs(at.days));
    const bool isOne = std::abs(at.days) == 1;
    const QString days = at.isWorking ? isOne ? tr("one working day") : tr("%1 working days").arg(count)
                         : isOne ? tr("one day")
                                      : tr("%1 days").arg(count);
    return (at.days < 0 ? tr("%1 before %2") : tr("%1 after %2")).arg(days, from);
}

std::vector<Line> playLines(const Shown& shown, const QLocale& locale)
{
    const words::ContentWords words(shown.numbers->content, locale);
    std::vector<Line> lines;
    qint64 place = 0;
    for (const PlayState& each : shown.plays) {
        Line& line = lines.emplace_back();
        line.text = words.text(each.play->name);
        // Its place names it: a play has no record of its own.
        line.record = {Entity::PlaybookRun, ++place};
        QStringList counts;
        if (!each.wouldStart.empty())
            counts << QString(u'+' + locale.toString(each.wouldStart.size()));
        if (!each.running.empty())
            counts << locale.toString(each.running.size());
        if (query::isRetired(*each.play))
            counts << tr("retired");
        line.end = counts.join(QStringLiteral(" \u00b7 "));
        line.endShade = each.wouldStart.empty() ? widgets::Shade::Muted : widgets::Shade::Soon;
        line.isWrapped = true;
        line.spoken = query::isRetired(*each.play)
                          ? tr("%1, retired").arg(line.text)
                          : tr("%1, running %2, would start for %3")
                                .arg(line.text, locale.toString(each.running.size()),
                                     shown.day ? locale.toString(each.wouldStart.size()) : tr("not known yet"));
    }
    return lines;
}

std::vector<Line> stepLines(const content::Play& play, const Shown& shown, const QLocale& locale)
{
    const words::ContentWords words(shown.numbers->content, locale);
    std::vector<Line> lines;
    for (const content::PlayStep& step : play.steps) {
        Line& line = lines.emplace_back();
        line.lead = shortWhen(step.at, locale);
        line.text = words.text(step.title);
        line.isWrapped = true;
        line.end = ownerText(step);
        if (step.isOptional)
            line.end += QStringLiteral(" \u00b7 ") + tr("optional");
        line.spoken = QStringList{spokenWhen(step.at, locale), line.text, line.end}.join(QStringLiteral(", "));
        if (!step.autoDone.isEmpty())
            line.spoken += QStringLiteral(", ") + tr("ticks itself");
    }
    return lines;
}

std::vector<Line> accountLines(const PlayState& state, const Shown& shown, const QLocale& locale)
{
    std::vector<Line> lines;
    addStarts(lines, state, shown, locale);
    addRunning(lines, state, shown, locale);
    addEnded(lines, state, shown, locale);
    return lines;
}

QString startsText(const content::Play& play, const Shown& shown, const QLocale& locale)
{
    const content::Content& content = shown.numbers->content;
    const words::ContentWords words(content, locale);
    QStringList names;
    for (const QString& id : play.signalIds)
        if (const auto* kind = content::findById(content.signalRules.kinds, id))
            names << words.text(kind->name);
    if (query::isRetired(play))
        return tr("retired: offered nowhere; R takes it up again");
    if (!play.stage.isEmpty())
        names << tr("the stage is %1").arg(words.word(u"stage", play.stage));
    if (play.needsStanding)
        names << tr("only in good standing");
    return names.isEmpty() ? tr("by hand") : names.join(QStringLiteral(" \u00b7 "));
}

QString startsSentence(const content::Play& play, const Shown& shown, const QLocale& locale)
{
    constexpr std::size_t mostNamed = 8;
    if (!shown.day)
        return tr("What each account asks for is being worked out.");
    const auto accounts = work::wouldStart(play, shown.day->watched, shown.numbers->facts,
                                           shown.numbers->content.journeys, shown.numbers->asked.day);
    QStringList names;
    for (std::size_t i = 0; i < std::min(mostNamed, accounts.size()); ++i)
        names << nameOf(accounts[i], shown);
    if (accounts.size() > mostNamed)
        names << tr("and %1 more").arg(locale.toString(accounts.size() - mostNamed));
    const QString offered = tr("It is offered, never started by itself.");
    if (accounts.empty())
        return QString(tr("Would start for nobody today.") + u' ' + offered);
    const QString all = names.join(QStringLiteral(", "));
    const QString text = accounts.size() == 1
                             ? tr("Would start for one today: %1.").arg(all)
                             : tr("Would start for %1 today: %2.").arg(locale.toString(accounts.size()), all);
    return QString(text + u' ' + offered);
}

QString endedText(const PlayState& state, const QLocale& locale)
{
    if (state.ended.empty())
        return {};
    QStringList parts;
    const std::pair<int, const char*> all[] = {{state.worked, QT_TRANSLATE_NOOP("playbooks", "%1 worked")},
                                               {state.partly, QT_TRANSLATE_NOOP("playbooks", "%1 in part")},
                                               {state.didNot, QT_TRANSLATE_NOOP("playbooks", "%1 did not")},
                                               {state.overtaken, QT_TRANSLATE_NOOP("playbooks", "%1 overtaken")}};
    for (const auto& [count, words] : all)
        if (count > 0)
            parts << tr(words).arg(locale.toString(count));
    const QString times =
        state.ended.size() == 1 ? tr("Once") : tr("%1 times").arg(locale.toString(state.ended.size()));
    const QString text =
        parts.isEmpty() ? times : QString(times + QStringLiteral(": ") + parts.join(QStringLiteral(", ")));
    if (state.recoveries.empty())
        return text;
    constexpr int fewest = 3;
    const work::RecoverySum sum = work::sumOf(state.recoveries);
    if (sum.asked < fewest) {
        QStringList scores;
        for (const work::Recovery& each : state.recoveries)
            scores << tr("from %1 to %2")
                          .arg(words::numberText(*each.before->score, 1, locale),
                               words::numberText(*each.after->score, 1, locale));
        return QString(text + QStringLiteral(". ") + tr("Asked again: %1.").arg(scores.join(QStringLiteral(", "))));
    }
    const QString again = tr("Asked again: %1 of %2 happier, %3 before and %4 after.")
                              .arg(locale.toString(sum.better), locale.toString(sum.asked),
                                   words::numberText(sum.before, 1, locale), words::numberText(sum.after, 1, locale));
    return QString(text + QStringLiteral(". ") + again);
}

QString changesText(const content::Play& from, const content::Play& to, const QLocale& locale)
{
    QStringList lines;
    for (const auto& [before, after] : work::stepChanges(from, to)) {
        if (!before || !after) {
            lines << (after ? tr("New: %1 (%2)") : tr("Left out: %1 (%2)"))
                         .arg((after ? after : before)->title.en, shortWhen((after ? after : before)->at, locale));
            continue;
        }
        QStringList parts;
        const auto add = [&parts](const QString& now, const QString& then) {
            if (now != then)
                parts << tr("%1, was %2").arg(now, then);
        };
        add(shortWhen(after->at, locale), shortWhen(before->at, locale));
        add(ownerText(*after), ownerText(*before));
        if (after->isOptional != before->isOptional)
            parts << (after->isOptional ? tr("may be left out") : tr("belongs to it"));
        if (after->title.en != before->title.en)
            parts << tr("was \"%1\"").arg(before->title.en);
        lines << tr("%1: %2").arg(after->title.en, parts.join(QStringLiteral("; ")));
    }
    return lines.join(u'\n');
}

QString reasonOf(const content::Play& play, AccountId account, const Shown& shown, const QLocale& locale)
{
    const work::Signal* signal = signalOf(play, account, shown);
    return signal ? words::ContentWords(shown.numbers->content, locale).sentence(signal->say.key, signal->say.arguments)
                  : QString();
}

QString nameOf(AccountId account, const Shown& shown)
{
    const AccountFacts* facts = shown.numbers->facts.find(account);
    return facts ? facts->account.name : QString();
}

} // namespace steward::playbooks
