// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/scene.h"

#include <algorithm>
#include <cmath>

/// Survey answers with their comments, the invitations before them, and the wishes that came out of them.
namespace steward::sample {

namespace {

using content::SampleComment;

class Panel
{
public:
    Panel(World& world, const Scene& scene)
        : m_world(world)
        , m_scene(scene)
        , m_random(world.random(scene.plot, 80))
    {
    }
    /// replied invalid: nobody answered it.
    void nps(QDate day, int score, const Guest& guest, QDate replied);
    void csat(QDate day, int score, const Guest& guest, const QString& touchpoint);
    void ces(QDate day, int score, const Guest& guest);
    [[nodiscard]] Random& random() { return m_random; }

private:
    Survey answer(QDate day, const Guest& guest, int outOfTen);
    void add(Survey& survey, int outOfTen);
    void writeWish(const Survey& survey, int outOfTen);

    World& m_world;
    const Scene& m_scene;
    Random m_random;
};

/// A comment that goes with the score, whatever the scale.
Survey Panel::answer(QDate day, const Guest& guest, int outOfTen)
{
    std::vector<const SampleComment*> fitting;
    for (const SampleComment& each : m_world.content.comments)
        if (outOfTen >= each.score.first && outOfTen <= each.score.second)
            fitting.push_back(&each);
    Survey survey;
    survey.account = m_scene.account;
    survey.contact = guest.id;
    survey.day = day;
    if (!fitting.empty()) {
        const SampleComment& comment = *m_random.pick(fitting);
        survey.comment = filled(comment.text, m_world, m_scene, guest, day, m_random);
        survey.themes = comment.themes;
    }
    return survey;
}

void Panel::add(Survey& survey, int outOfTen)
{
    SurveySent sent;
    sent.account = m_scene.account;
    sent.contact = survey.contact;
    sent.kind = survey.kind;
    sent.touchpoint = survey.touchpoint;
    sent.day = survey.day.addDays(-2);
    m_world.batch.add(sent, sent.day);
    survey.id = 0;
    survey.id = m_world.batch.add(survey, survey.day).value();
    if (m_scene.plot.hasPeople() && !survey.comment.isEmpty() && m_random.chance(35))
        writeWish(survey, outOfTen);
}

void Panel::writeWish(const Survey& survey, int outOfTen)
{
    Feedback wish;
    wish.account = m_scene.account;
    wish.contact = survey.contact;
    wish.day = survey.day;
    wish.source = QStringLiteral("survey");
    wish.words = survey.comment;
    wish.theme = survey.themes.value(0);
    wish.route = outOfTen <= 6 ? QStringLiteral("support") : QStringLiteral("product");
    wish.owner = m_scene.csm;
    wish.survey = SurveyId(survey.id);
    wish.sentiment = outOfTen <= 6 ? QStringLiteral("bad") : QStringLiteral("good");
    wish.request = m_random.pick(m_world.requests);
    const QDate told = workday(survey.day.addDays(m_random.between(10, 40)));
    const bool isTold = survey.repliedOn.isValid() && told <= m_scene.plot.last(m_world.months);
    wish.state = isTold ? QStringLiteral("told") : QStringLiteral("owned");
    if (isTold)
        wish.toldOn = told;
    m_world.batch.add(wish, wish.day);
}

void Panel::nps(QDate day, int score, const Guest& guest, QDate replied)
{
    Survey survey = answer(day, guest, score);
    survey.kind = QStringLiteral("nps");
    survey.score = score;
    survey.scaleLow = 0;
    survey.scaleHigh = 10;
    survey.touchpoint = QStringLiteral("cycle");
    survey.repliedOn = replied;
    if (replied.isValid() && score <= 6)
        survey.routedTo = QStringLiteral("support");
    add(survey, score);
}

void Panel::csat(QDate day, int score, const Guest& guest, const QString& touchpoint)
{
    Survey survey = answer(day, guest, score * 2);
    survey.kind = QStringLiteral("csat");
    survey.score = score;
    survey.scaleLow = 1;
    survey.scaleHigh = 5;
    survey.method = QStringLiteral("1-5");
    survey.touchpoint = touchpoint;
    if (score <= 3)
        survey.repliedOn = day.addDays(1) <= m_scene.plot.last(m_world.months) ? day.addDays(1) : QDate();
    add(survey, score * 2);
}

void Panel::ces(QDate day, int score, const Guest& guest)
{
    Survey survey = answer(day, guest, static_cast<int>(std::lround(score * 10 / 7.0)));
    survey.kind = QStringLiteral("ces");
    survey.score = score;
    survey.scaleLow = 1;
    survey.scaleHigh = 7;
    survey.method = QStringLiteral("1-7");
    survey.touchpoint = QStringLiteral("ticket");
    add(survey, static_cast<int>(std::lround(score * 10 / 7.0)));
}

/// Newest first: three of the last ninety days, of some firms two more of the last half year, then one every so often.
QDate dayOf(const Scene& scene, const Months& months, int nth, int count)
{
    constexpr int early[] = {18, 37, 55, 74, 98, 126};
    const int recent = scene.plot.isRatedByAll ? 6 : 4;
    const QDate last = scene.plot.last(months);
    const qint64 told = std::max<qint64>(0, scene.plot.first(months).addDays(20).daysTo(last));
    if (nth < recent && count > recent && told > early[recent - 1])
        return workday(last.addDays(-early[nth]));
    return workday(last.addDays(-std::min<qint64>(told, 12 + nth * told / std::max(1, count))));
}

const Guest& answerer(const Scene& scene, QDate day, int nth)
{
    const auto there = scene.presentOn(day);
    if (there.empty() || scene.plot.isSingleThreaded)
        return scene.who(u"champion", day);
    // A successor nobody has met is not asked for a score.
    const auto* found = there[static_cast<std::size_t>(nth) % there.size()];
    return found->role == u"successor" && !scene.plot.successorMet.isValid() ? *there.front() : *found;
}

void writeOrdinary(World& world, const Scene& scene, Panel& panel, int nth, int count)
{
    const Plot& plot = scene.plot;
    QDate day = dayOf(scene, world.months, nth, count);
    if (plot.story == 2) // they have not answered anything since
        day = workday(std::min(day, plot.scores.front().day.addDays(-30 * (nth + 1))));
    if (!plot.isCustomerOn(day))
        day = workday(plot.isCustomerOn(plot.returned) ? plot.returned.addDays(9 + nth * 12) : plot.start.addDays(9));
    const Guest& guest = answerer(scene, day, nth);
    const bool isRecentNps = !plot.scores.empty() && (plot.story == 15 || plot.story == 2);
    const bool isOften = plot.isRatedByAll && nth == 4;
    if ((nth % 8 == 5 || isOften) && (plot.is(u"self") || plot.is(u"startup"))) {
        panel.ces(day, panel.random().between(5, 7), guest);
    } else if (((nth % 4 == 1 || nth % 8 == 6) && !isRecentNps) || (plot.story == 4 && nth == 0)) {
        const int score = panel.random().between(plot.nps);
        const QDate replied = day.addDays(1) <= plot.last(world.months) ? day.addDays(1) : QDate();
        panel.nps(day, score, guest, score <= 6 ? replied : QDate());
    } else {
        // Asked of the onboarding: after the kick-off of one that got stuck, at the end of a quick one.
        const bool isFirst = (plot.story == 7 || plot.story == 6) && nth == 0;
        const QDate asked = std::min(plot.start.addDays(plot.story == 6 ? 9 : 36), plot.last(world.months).addDays(-3));
        panel.csat(isFirst ? workday(asked) : day, panel.random().between(plot.csat), guest,
                   isFirst        ? QStringLiteral("onboarding")
                   : nth % 4 == 2 ? QStringLiteral("training")
                                  : QStringLiteral("ticket"));
    }
}

/// Invited and silent: without these no rate of response could be given.
void writeUnanswered(World& world, const Scene& scene, int count, Random& random)
{
    for (int nth = 0; nth < count; ++nth) {
        const QDate last = scene.plot.last(world.months);
        const qint64 told = scene.plot.first(world.months).daysTo(last);
        SurveySent sent;
        sent.account = scene.account;
        sent.day = workday(last.addDays(-random.between(5, static_cast<int>(std::max<qint64>(6, told - 5)))));
        if (!scene.plot.isCustomerOn(sent.day))
            continue;
        sent.contact = scene.who(u"user", sent.day).id;
        sent.kind = nth % 2 == 0 ? QStringLiteral("nps") : QStringLiteral("csat");
        sent.touchpoint = nth % 2 == 0 ? QStringLiteral("cycle") : QStringLiteral("ticket");
        world.batch.add(sent, sent.day);
    }
}

} // namespace

void writeAnswers(World& world, Scene& scene)
{
    const Plot& plot = scene.plot;
    if (plot.isListOnly)
        return;
    Panel panel(world, scene);
    for (const Score& each : plot.scores)
        panel.nps(each.day, each.score, scene.who(each.role, each.day), each.replied);
    const int count = std::max(0, plot.quota.answers.value_or(0) - static_cast<int>(plot.scores.size()));
    for (int nth = 0; nth < count; ++nth)
        writeOrdinary(world, scene, panel, nth, count);
    if (!plot.isThin())
        writeUnanswered(world, scene, count * 2 / 3, panel.random());
}

} // namespace steward::sample
