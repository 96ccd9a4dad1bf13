// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/people_view.h"
#include "core/health/voice_view.h"

#include <array>

/// Mean of the latest score of each present contact; who decides counts more. One account's answers are read as scores:
/// NPS is for groups.
namespace steward::health::measures {

namespace {

enum Number
{
    Window,
    Sponsor,
    DecisionMaker,
    Champion,
    Executive,
    Other
};
enum Sentence
{
    Scores,
    One,
    Unnamed
};

struct RoleWeight
{
    QStringView role;
    int number;
};
constexpr std::array roleWeights = {RoleWeight{u"sponsor", Sponsor}, RoleWeight{u"decision_maker", DecisionMaker},
                                    RoleWeight{u"champion", Champion}, RoleWeight{u"executive", Executive}};

/// The role that counts most; nullptr: another one or none.
const RoleWeight* roleOf(const AccountView& account, const Contact& contact, const Rule& rule)
{
    const RoleWeight* most = nullptr;
    for (const RoleWeight& each : roleWeights)
        if ((!most || rule.number(each.number) > rule.number(most->number)) &&
            holdsRole(account, ContactId(contact.id), each.role))
            most = &each;
    return most;
}

void say(Trail& trail, double mean, const ContactAnswers& answers, const ContactAnswer& lowest, const QString& role)
{
    const int sentence = role.isEmpty() ? Unnamed : answers.size() == 1 ? One : Scores;
    trail.say(sentence, mean, answers.size(), double(lowest.thousandths) / 1000, role, lowest.survey->day);
}

Reading read(const AccountView& account, const Rule& rule, Trail& trail)
{
    const SourceRead source = account.source(rule);
    if (!source.isReadable())
        return source.unknown(trail);
    const auto answers = latestScores(account, source.end, rule.days(Window));
    if (answers.empty())
        return unknown(trail, Gap::TooLittle, DataKind::Surveys);
    qint64 sum = 0;
    qint64 weights = 0;
    const ContactAnswer* lowest = nullptr;
    const RoleWeight* lowestRole = nullptr;
    for (const ContactAnswer& each : answers) {
        const RoleWeight* role = each.contact ? roleOf(account, *each.contact, rule) : nullptr;
        const qint64 weight = rule.number(role ? role->number : Other).thousandths;
        sum += weight * each.thousandths;
        weights += weight;
        trail.record(*each.survey);
        if (!lowest || each.thousandths < lowest->thousandths) {
            lowest = &each;
            lowestRole = role;
        }
    }
    if (weights <= 0)
        return unknown(trail, Gap::TooLittle, DataKind::Surveys);
    trail.dataTo(source.end);
    if (trail.isWanted())
        say(trail, double(sum) / double(weights) / 1000, answers, *lowest,
            lowestRole ? lowestRole->role.toString() : QString());
    return scored(rule.curve().at({sum, weights * 1000}));
}

} // namespace

extern const MeasureKind nps;
constexpr MeasureKind nps{"nps",
                          "window weight.sponsor weight.decision_maker weight.champion weight.executive weight.other",
                          "points",
                          "",
                          "scores one unnamed",
                          "",
                          &read};

} // namespace steward::health::measures
