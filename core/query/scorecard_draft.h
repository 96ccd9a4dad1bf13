// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edit.h"
#include "core/query/account_lines.h"
#include "core/query/book_content.h"
#include "core/query/scores.h"

#include <QJsonObject>

/// Trying other weights, points and caps before they hold: what they would do to the book, and keeping them as a new
/// version.
namespace steward::query {

/// The book's scorecards with what was changed in them.
class ScorecardDraft
{
public:
    /// Of what the book works with now.
    [[nodiscard]] static ScorecardDraft of(const BookFacts& book);

    /// 0 takes the measure out of the scorecard.
    void setWeight(const QString& scorecard, const QString& measure, int weight);
    void setCap(const QString& cap, int notAbove);
    [[nodiscard]] int weight(const QString& scorecard, const QString& measure) const;
    [[nodiscard]] int weightBefore(const QString& scorecard, const QString& measure) const;
    [[nodiscard]] int cap(const QString& cap) const;
    [[nodiscard]] int capBefore(const QString& cap) const;
    /// The names of a measure's curves ("points" where it has one); empty: its points go by states, or it has none.
    [[nodiscard]] QStringList curves(const QString& measure) const;
    [[nodiscard]] std::vector<content::Point> points(const QString& measure, const QString& curve) const;
    [[nodiscard]] std::vector<content::Point> pointsBefore(const QString& measure, const QString& curve) const;
    /// False, and nothing changes: it would pass a neighbour, or its points are not from 0 to 100.
    bool setPoint(const QString& measure, const QString& curve, std::size_t at, content::Point point);
    /// State -> points, in the order of their points.
    [[nodiscard]] std::vector<std::pair<QString, int>> states(const QString& measure) const;
    [[nodiscard]] int stateBefore(const QString& measure, const QString& state) const;
    bool setState(const QString& measure, const QString& state, int points);
    [[nodiscard]] int sum(const QString& scorecard) const; ///< of its weights; 100 where they are good
    [[nodiscard]] int changes() const;                     ///< weights, points and caps that differ from before
    [[nodiscard]] bool isChanged(const QString& scorecard) const;

    /// Checked as a book's own content is. Error "scorecards.sum" {name, sum}, "scorecards.cap" {name, value}, or the
    /// first issue.
    [[nodiscard]] Result<content::Content> content() const;
    [[nodiscard]] QByteArray json() const;

private:
    QJsonObject m_before;
    QJsonObject m_now;
    content::Files m_files;
};

/// An account whose band would be another one.
struct BandChange
{
    AccountId account;
    std::optional<double> before;
    std::optional<double> after;
    QString bandBefore; ///< empty: unknown
    QString bandAfter;
    friend bool operator==(const BandChange&, const BandChange&) = default;
};
struct DraftEffect
{
    static constexpr std::size_t mostMoves = 20;
    std::vector<BandChange> changes; ///< largest move first
    std::vector<BandChange> moves;   ///< the largest of those that stay in their band
    int moved = 0;                   ///< accounts whose score changes at all
    std::map<QString, int> before;   ///< band -> accounts
    std::map<QString, int> after;
};
/// On who is or may become a customer. lines: with the scores that hold now. Takes as long as scoring the book.
[[nodiscard]] Result<DraftEffect> effectOf(const ScorecardDraft& draft, const Portfolio& everything,
                                           std::span<const AccountLine> lines, QDate day, LookBack mode);

/// Keeps it as the book's own, a version above the newest. Past scores are computed with it too: they are replayed.
[[nodiscard]] Status saveScorecards(book::Edit& edit, const BookFacts& book, const ScorecardDraft& draft);

} // namespace steward::query
