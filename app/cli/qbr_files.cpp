// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/qbr_files.h"

#include "core/print/recap.h"

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

Status writeRecap(const Reviews& reviews, const qbr::Pack& pack, const qbr::Recap& recap, const QString& path)
{
    const print::Wording wording = reviews.wording();
    mail::Message message =
        print::recapMessage(recap, wording, reviews.invocation.clock.now(), reviews.facts.book().zone);
    const auto slides = print::reviewBytes(pack, writingOf(reviews, wording, print::Copy::Customer, print::Form::Pptx));
    if (!slides)
        return tl::unexpected(slides.error());
    QStringList taken;
    message.attachments.push_back(
        {QString(print::fileStem(pack, print::Copy::Customer, taken) + QStringLiteral(".pptx")),
         QByteArrayLiteral("application/vnd.openxmlformats-officedocument.presentationml.presentation"), *slides});
    return print::writeBytes(path, mail::eml(message));
}

Status writeCheckIns(const Reviews& reviews, const qbr::Recap& recap, const QString& path)
{
    return print::writeBytes(path,
                             mail::ics(print::checkInEvents(recap, reviews.wording()), reviews.invocation.clock.now()));
}

} // namespace steward::cli
