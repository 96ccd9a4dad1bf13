// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/qbr/reviews_presenter.h"

namespace steward::reviews {

/// A slide as the outline lists it.
struct OutlineSlide
{
    QString id;
    QString part; ///< "1 Goals"; empty: of the opening
    QString title;
    int minutes = 0;
    bool isHidden = false;
    bool isOwn = false;    ///< one that the CSM added
    bool hasOwn = false;   ///< title or text are the CSM's
    bool hasMoved = false; ///< a figure of it is another one since the last refresh
};

/// A figure of a slide: "your facts".
struct SlideFact
{
    QString id;
    QString name;
    QString how; ///< how it is defined
    QString value;
    QString before; ///< its value at the last refresh, where that was another
    QDate dataTo;
};

/// The deck of one review as the CSM makes it: order, hidden and added slides, words of their own over figures that
/// follow the book. Every change is one edit. Works on the review that the presenter of reviews has chosen.
class EditorPresenter final : public QObject
{
    Q_OBJECT
public:
    explicit EditorPresenter(ReviewsPresenter& reviews, QObject* parent = nullptr);

    [[nodiscard]] ReviewsPresenter& reviews() { return m_reviews; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void open();
    void close();

    [[nodiscard]] const std::vector<OutlineSlide>& slides() const { return m_slides; }
    [[nodiscard]] const QString& current() const { return m_current; }
    void choose(const QString& id);
    /// Of the slide that is chosen; nullptr: none.
    [[nodiscard]] const OutlineSlide* slide() const;
    /// The slide as it is painted, one page or more.
    [[nodiscard]] const std::vector<deck::Slide>& pages() const { return m_pages; }
    /// Its number in the deck, from 1; 0: hidden.
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] std::vector<SlideFact> facts() const;
    /// What the presenter's copy says beside it.
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] qbr::SlideChoice::Own ownWords() const;
    /// What speaks against the words of the CSM on this slide: words that are ours alone, figures that the deck does
    /// not have. Sentences; none: nothing.
    [[nodiscard]] QStringList doubts() const;
    /// How many figures of the deck are others since the last refresh; none: never refreshed.
    [[nodiscard]] std::optional<int> moved() const;
    [[nodiscard]] std::optional<Instant> refreshedAt() const;

    /// One place up (-1) or down (1). The cover stays first.
    void move(int direction);
    void setHidden(bool isHidden);
    /// After the slide that is chosen; it is chosen then.
    void addSlide();
    /// Of an added slide.
    void removeSlide();
    void setOwnWords(const qbr::SlideChoice::Own& own);
    /// The ways the chart of the slide may be drawn; none: it has no chart, or no choice.
    [[nodiscard]] std::vector<deck::ChartKind> chartKinds() const;
    [[nodiscard]] std::optional<deck::ChartKind> chartKind() const;
    void setChartKind(deck::ChartKind kind);
    /// The next one of its ways.
    void turnChart();
    /// Takes the figures as they are now as seen: marks go, words of the CSM stay.
    void refreshFigures();

    /// The plan of the quarter and the figure at the start, to be changed or entered.
    [[nodiscard]] GapTarget planTarget() const;
    [[nodiscard]] GapTarget baselineTarget() const;

Q_SIGNALS:
    void changed();
    void said(const QString& text);

private:
    void refresh();
    void makePages();
    [[nodiscard]] const Qbr* review() const;
    [[nodiscard]] qbr::Seen figuresNow() const;
    [[nodiscard]] QStringList order() const;
    void changeSlides(Code code, std::function<void(qbr::SlideChoice&)> change);

    ReviewsPresenter& m_reviews;
    bool m_isOpen = false;
    std::vector<OutlineSlide> m_slides;
    QString m_current;
    std::vector<deck::Slide> m_deck;
    std::vector<deck::Slide> m_pages;
    int m_number = 0;
};

} // namespace steward::reviews
