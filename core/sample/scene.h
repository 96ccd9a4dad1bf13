// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/segment.h"
#include "core/sample/batch.h"
#include "core/sample/plot.h"

#include <QHash>

/// What the writers of facts share: the book they write into, the texts, and who is who at the account in hand.
namespace steward::sample {

/// Facts of the whole book that accounts refer to, and the means to write.
struct World
{
    Batch& batch;
    const content::SampleContent& content;
    const std::vector<content::Segment>& segments;
    Months months;
    quint64 seed = 0;
    qint64 firstAccount = 0; ///< id of the account with index 0; the others follow
    std::vector<PersonId> csms;
    PersonId lead;
    std::vector<PlanId> plans;
    std::vector<MetricId> metrics;  ///< as in names.json
    std::vector<MetricId> features; ///< as in names.json
    std::vector<RequestId> requests;

    [[nodiscard]] AccountId accountAt(int index) const { return AccountId(firstAccount + index); }
    [[nodiscard]] Random random(const Plot& plot, quint64 topic) const
    {
        return Random::of({seed, topic, static_cast<quint64>(plot.index)});
    }
};

/// A contact of the account, as far as other facts need it.
struct Guest
{
    ContactId id;
    QString first;
    QString role; ///< the first of them
    QDate joined;
    QDate left;
    [[nodiscard]] bool isThereOn(QDate day) const { return day >= joined && !(left.isValid() && day >= left); }
};

struct Aim
{
    GoalId id;
    const content::SampleGoal* text = nullptr;
    QDate agreed;
    QDate met;
};

struct Scene
{
    const Plot& plot;
    AccountId account;
    PersonId csm;
    std::vector<Guest> guests;
    std::vector<Aim> goals;
    SubscriptionId contract;

    /// With that role and there on the day; else anybody who is, else the first. There is always one.
    [[nodiscard]] const Guest& who(QStringView role, QDate day) const;
    [[nodiscard]] const Guest* find(QStringView role) const;
    /// Who is there on the day, the best known first.
    [[nodiscard]] std::vector<const Guest*> presentOn(QDate day) const;
};

/// The text with its placeholders filled: {first} the contact, {sponsor}, {feature}, {goal}, {month}, {date}, {n} ...
[[nodiscard]] QString filled(const QString& text, const World& world, const Scene& scene, const Guest& guest, QDate day,
                             Random& random);

/// Minor units from whole units of a currency.
[[nodiscard]] inline Minor whole(qint64 units) { return Minor{units * 100}; }

// One writer a topic. Each draws from its own stream, so that a change in one leaves the others as they were.
void writeFirm(World& world, Scene& scene);
void writePeople(World& world, Scene& scene);
void writeContract(World& world, Scene& scene);
void writeInvoices(World& world, Scene& scene);
void writeUsage(World& world, Scene& scene);
void writeGoals(World& world, Scene& scene);
void writeMilestones(World& world, Scene& scene);
void writeTouches(World& world, Scene& scene);
void writeTickets(World& world, Scene& scene);
void writeAnswers(World& world, Scene& scene);
void writeRisks(World& world, Scene& scene);
void writeReviews(World& world, Scene& scene);
void writeChances(World& world, Scene& scene);
void writeAdvocacy(World& world, Scene& scene);
void writeWork(World& world, Scene& scene);
void writeNotes(World& world, Scene& scene);

/// Settings, content, rates, our people, metrics, plans, sources: what comes before the first account.
void writeBook(World& world);

} // namespace steward::sample
