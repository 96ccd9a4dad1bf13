// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/qbr_files.h"

#include "core/print/recap.h"
#include "core/query/book_content.h"
#include "core/query/scores.h"

#include <QTimeZone>

namespace steward::cli {

namespace {

print::Writing writingOf(const Reviews& reviews, const print::Wording& wording, print::Copy copy, print::Form form)
{
    return {wording,
            copy,
            form,
            reviews.look ? &*reviews.look : nullptr,
            reviews.invocation.clock.now(),
            reviews.facts.book().zone};
}

} // namespace

print::Wording Reviews::wording() const
{
    const QString locale = invocation.value(QStringLiteral("locale"));
    return {content, locale.isEmpty() ? QLocale() : QLocale(locale)};
}

qbr::Pack Reviews::pack(AccountId account) const
{
    return packs.of({account, quarter, invocation.asOf, invocation.value(QStringLiteral("vendor"))});
}

Status writeSlides(const Reviews& reviews, const qbr::Pack& pack, const QString& path)
{
    const auto form = print::formOf(path);
    if (!form)
        return tl::unexpected(form.error());
    const print::Wording wording = reviews.wording();
    return print::writeReview(pack, writingOf(reviews, wording, reviews.copy(), *form), path);
}

QString lettersLost(const Reviews& reviews, const qbr::Pack& pack, const QString& path)
{
    const auto form = print::formOf(path);
    const print::Wording wording = reviews.wording();
    return form ? print::lettersLost(pack, writingOf(reviews, wording, reviews.copy(), *form)) : QString();
}

Status writeRecap(const Reviews& reviews, const qbr::Pack& pack, const qbr::Recap& recap, const QString& path)
{
    const print::Wording wording = reviews.wording();
    return print::writeRecap(pack, recap, writingOf(reviews, wording, print::Copy::Customer, print::Form::Pptx), path);
}

Status writeInternal(const Reviews& reviews, const qbr::Pack& pack, const QString& path)
{
    const auto form = print::formOf(path);
    if (!form)
        return tl::unexpected(form.error());
    const Invocation& asked = reviews.invocation;
    const auto everything = query::contentOf(reviews.facts.book());
    if (!everything)
        return tl::unexpected(everything.error());
    const auto scorer = query::scorerOf(reviews.facts, *everything, asked.asOf, asked.mode);
    if (!scorer)
        return tl::unexpected(scorer.error());
    const auto score = scorer->score(pack.account, asked.asOf);
    const AccountFacts* facts = reviews.facts.find(pack.account);
    if (!score || !facts)
        return fail(Code("deck.empty"));
    const print::Wording wording = reviews.wording();
    const print::Internal internal{*facts, reviews.facts.book(), *score, *everything};
    print::Writing writing = writingOf(reviews, wording, print::Copy::Internal, *form);
    writing.look = nullptr;
    writing.internal = &internal;
    return print::writeReview(pack, writing, path);
}

Status writeCheckIns(const Reviews& reviews, const qbr::Recap& recap, const QString& path)
{
    const print::Wording wording = reviews.wording();
    return print::writeCheckIns(recap, writingOf(reviews, wording, print::Copy::Customer, print::Form::Pptx), path);
}

} // namespace steward::cli
