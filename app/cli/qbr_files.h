// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/print/review_file.h"
#include "core/qbr/pack.h"
#include "core/qbr/recap.h"

/// What the command line makes of reviews: files that appear whole or not at all, and JSON.
namespace steward::cli {

/// Everything a question about reviews needs.
struct Reviews
{
    const Portfolio& facts;
    const content::Qbr& content;
    const Grouping& grouping;
    const qbr::Packs& packs;
    Quarter quarter;
    const Invocation& invocation;
    std::optional<deck::Template> look = {}; ///< a template of their own

    [[nodiscard]] print::Wording wording() const;
    [[nodiscard]] qbr::Pack pack(AccountId account) const;
    [[nodiscard]] print::Copy copy() const
    {
        return invocation.has(QStringLiteral("presenter")) ? print::Copy::Presenter : print::Copy::Customer;
    }
};

/// The ending of the path decides what is written.
[[nodiscard]] Status writeSlides(const Reviews& reviews, const qbr::Pack& pack, const QString& path);
/// What a PDF at that path has to leave out for want of a font; empty: nothing.
[[nodiscard]] QString lettersLost(const Reviews& reviews, const qbr::Pack& pack, const QString& path);
/// The recap as a draft, with the customer's copy of the slides.
[[nodiscard]] Status writeRecap(const Reviews& reviews, const qbr::Pack& pack, const qbr::Recap& recap,
                                const QString& path);
/// The page that is ours alone: with the score of the day.
[[nodiscard]] Status writeInternal(const Reviews& reviews, const qbr::Pack& pack, const QString& path);
[[nodiscard]] Status writeCheckIns(const Reviews& reviews, const qbr::Recap& recap, const QString& path);

} // namespace steward::cli
