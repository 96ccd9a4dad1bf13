// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/deck.h"
#include "core/print/wording.h"

/// What the slides of a review share. Inside this room only.
namespace steward::print {

struct Look
{
    double size = 18;
    deck::Ink ink = deck::Ink::Text;
    bool isStrong = false;
    deck::Align align = deck::Align::Left;
    deck::Anchor anchor = deck::Anchor::Top;
};

/// One slide in the making.
class Frame
{
public:
    /// page of pages: of slides that continue. source: where the figures come from; may be empty.
    Frame(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide, const QString& source, int page = 1,
          int pages = 1);

    /// At most so many lines as the box holds; the rest is cut with an ellipsis.
    void text(const deck::Box& box, const QString& text, const Look& look = {});
    /// A text as high as it is; returns where it ends.
    double flow(const deck::Box& box, const QString& text, const Look& look = {});
    void mark(deck::Mark::Form form, const deck::Box& box, deck::Ink ink);
    void rule(double x, double y, double width);
    void add(deck::Element element) { m_slide.elements.push_back(std::move(element)); }
    /// A big figure over its label, as wide as the box.
    void keyFigure(const deck::Box& box, const QString& figure, const QString& label, deck::Ink ink = deck::Ink::Text);

    /// What we ask them, large on a ground of its own; returns where it ends.
    double ask(const QString& question, const QString& more = {});
    /// Lines to write on in the meeting, from there to where the slide ends.
    void blanks(double y);

    [[nodiscard]] deck::Slide take();
    /// The CSM added a text of their own, which stands below the rest.
    [[nodiscard]] bool hasAdded() const { return m_hasAdded; }
    /// Where the rest ends: above that text, else above the footer.
    [[nodiscard]] double bottom() const { return m_bottom; }
    [[nodiscard]] const QString& title() const { return m_title; }

private:
    const qbr::Slide& m_source;
    deck::Slide m_slide;
    QString m_title;
    bool m_hasAdded = false;
    double m_bottom = deck::contentBox.y + deck::contentBox.h;
};

/// The CSM added a text to one of our slides.
[[nodiscard]] inline bool addsText(const qbr::Slide& slide)
{
    return !slide.isOwn && !slide.ownText.simplified().isEmpty();
}

using Slides = std::vector<deck::Slide>;

[[nodiscard]] Slides goalSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides changeSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides useSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides featureSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides serviceSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides storySlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides valueSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides planSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides feedbackSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);
[[nodiscard]] Slides actionSlides(const qbr::Pack& pack, const Wording& wording, const qbr::Slide& slide);

/// The figure of that id on the slide in words; empty where it has none.
[[nodiscard]] QString figureText(const qbr::Slide& slide, const char* id, const Wording& wording);
/// A table with its alt text; cells are cut to their column. Rows are 30 high.
[[nodiscard]] deck::Table tableOf(const Wording& wording, const QString& title, double x, double y,
                                  std::vector<deck::Column> columns, std::vector<deck::Row> rows, double size = 15);
/// Columns as wide as their widest cell needs on one line, the rest of the width to all alike, all but the first to the
/// right; empty where the cells do not fit.
[[nodiscard]] std::vector<deck::Column> columnsFor(const std::vector<deck::Row>& rows, double width, double size);
/// A line over a chart that names its series in their colours.
[[nodiscard]] deck::Text caption(const deck::Box& box, const QString& text,
                                 const std::vector<std::pair<QString, deck::Ink>>& series);
/// How many pages of so many rows.
[[nodiscard]] inline int pagesOf(std::size_t rows, std::size_t perPage)
{
    return rows == 0 ? 1 : static_cast<int>((rows + perPage - 1) / perPage);
}

} // namespace steward::print
