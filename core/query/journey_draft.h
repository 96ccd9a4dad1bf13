// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/content/content.h"
#include "core/portfolio/portfolio.h"

#include <QJsonObject>

/// The stages of a journey: renamed, split, added, taken away, kept as a new version of the template.
namespace steward::query {

/// A stage in the words of its file.
struct StageText
{
    QString id; ///< of a stage that is not kept yet: begins with "+"
    QString name;
    QString goal;
    QString outcome;
    QStringList metrics;
    QStringList exit;
    QStringList friction;
    std::optional<int> days; ///< none: the stage has no end
    content::StageKind kind = content::StageKind::Main;
    friend bool operator==(const StageText&, const StageText&) = default;
};

/// A template with what was changed in it.
class JourneyDraft
{
public:
    /// known: the journeys the book works with now. Without stages where they have no such template.
    [[nodiscard]] static JourneyDraft of(const BookFacts& book, const content::Journeys& known, const QString& journey);

    [[nodiscard]] const QString& journey() const { return m_journey; }
    [[nodiscard]] int version() const; ///< of before
    [[nodiscard]] const std::vector<StageText>& stages() const { return m_now; }
    /// Its id stays.
    void setStage(std::size_t at, const StageText& stage);
    /// Behind that one; empty but for its name. Returns its place.
    std::size_t addStage(std::size_t after, const QString& name);
    /// In two with half the days each. Who is in it stays in the first part; the milestones, and what has to be reached
    /// to go on, are those of the second. Returns the place of the second.
    std::size_t splitStage(std::size_t at, const QString& second);
    /// What the book knows of it stays; see content::addRetired().
    void removeStage(std::size_t at);
    /// False: there is no place further up or down.
    bool moveStage(std::size_t at, int direction);
    /// Stages of before that are gone now, in their order.
    [[nodiscard]] std::vector<StageText> removed() const;
    [[nodiscard]] int changes() const; ///< stages that are other, new, gone, or at another place
    [[nodiscard]] bool isChanged() const { return m_now != m_before; }
    /// The stage a second part was split from; empty: it is none.
    [[nodiscard]] QString splitFrom(const QString& id) const;
    /// The id a stage has once it is kept.
    [[nodiscard]] QString keptId(const QString& id) const;

    /// As the book's content would be, with everything earlier versions had. Errors "journeys.name" {},
    /// "journeys.twice" {name}, "journeys.words" {name}, "journeys.days" {name}, "journeys.onboarding" {}, or the first
    /// issue.
    [[nodiscard]] Result<content::Journeys> checked() const;
    [[nodiscard]] QByteArray json() const;

private:
    [[nodiscard]] Status checkTexts() const;
    [[nodiscard]] QJsonObject jsonOf(const StageText& stage) const;
    QString m_journey;
    QJsonObject m_file; ///< journeys.json of before
    std::vector<StageText> m_before;
    std::vector<StageText> m_now;
    std::map<QString, QString> m_halves; ///< second part -> the stage it was split from
    int m_added = 0;
    content::Files m_files;
    content::Journeys m_known; ///< what the book has, with the stages of earlier versions
};

/// Keeps it as the book's own, a version above the newest, and as the template the book uses.
[[nodiscard]] Status saveJourney(book::Edit& edit, const BookFacts& book, const JourneyDraft& draft);
/// The book uses another template from now on.
[[nodiscard]] Status useJourney(book::Edit& edit, const BookFacts& book, const QString& journey);

} // namespace steward::query
