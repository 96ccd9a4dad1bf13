// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/qbr_files.h"

#include "core/base/atomic_file.h"
#include "core/deck/pptx.h"
#include "core/print/html.h"
#include "core/print/markdown.h"
#include "core/print/pdf.h"
#include "core/print/recap.h"
#include "core/print/slides.h"

#include <QFile>
#include <QTimeZone>

namespace steward::cli {

namespace {

using Form = Result<QByteArray> (*)(const deck::Deck&, const QLocale&);

/// Endings of files and what writes them.
const std::vector<std::pair<QString, Form>>& forms()
{
    static const std::vector<std::pair<QString, Form>> all{
        {QStringLiteral("pptx"), [](const deck::Deck& deck, const QLocale&) { return deck::pptx(deck); }},
        {QStringLiteral("pdf"), print::pdf},
        {QStringLiteral("html"),
         [](const deck::Deck& deck, const QLocale& locale) { return Result<QByteArray>(print::html(deck, locale)); }},
        {QStringLiteral("md"), [](const deck::Deck& deck, const QLocale& locale) {
             return Result<QByteArray>(print::markdown(deck, locale));
         }}};
    return all;
}

Result<Form> formOf(const QString& path)
{
    QStringList endings;
    for (const auto& [ending, form] : forms()) {
        if (path.endsWith(QString(u'.' + ending), Qt::CaseInsensitive))
            return form;
        endings.append(QString(u'.' + ending));
    }
    return fail(Code("review.form"), ErrorKind::Usage, {path, endings.join(QStringLiteral(", "))});
}

Status writeFile(const QString& path, const QByteArray& bytes)
{
    AtomicFile file(path);
    if (Status opened = file.open(); !opened)
        return opened;
    if (Status written = file.write(bytes); !written)
        return written;
    return file.commit();
}

deck::Deck slidesOf(const Reviews& reviews, const qbr::Pack& pack, print::Copy copy)
{
    return print::slidesOf(pack, reviews.wording(), copy, reviews.invocation.clock.now(), reviews.facts.book().zone);
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

Result<deck::Template> templateAt(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Code("file.unreadable"), ErrorKind::Io, {path});
    return deck::Template::read(file.readAll());
}

Status checkForm(const QString& path)
{
    const auto form = formOf(path);
    return form ? Status() : tl::unexpected(form.error());
}

Status writeSlides(const Reviews& reviews, const qbr::Pack& pack, const QString& path)
{
    const auto form = formOf(path);
    if (!form)
        return tl::unexpected(form.error());
    const auto copy = reviews.isPresenter() ? print::Copy::Presenter : print::Copy::Customer;
    const deck::Deck slides = slidesOf(reviews, pack, copy);
    const bool isDeck = path.endsWith(QStringLiteral(".pptx"), Qt::CaseInsensitive);
    const auto bytes =
        reviews.look && isDeck ? deck::pptx(slides, *reviews.look) : (*form)(slides, reviews.wording().locale());
    if (!bytes)
        return tl::unexpected(bytes.error());
    return writeFile(path, *bytes);
}

Status writeRecap(const Reviews& reviews, const qbr::Pack& pack, const qbr::Recap& recap, const QString& path)
{
    mail::Message message =
        print::recapMessage(recap, reviews.wording(), reviews.invocation.clock.now(), reviews.facts.book().zone);
    const deck::Deck deck = slidesOf(reviews, pack, print::Copy::Customer);
    const auto slides = reviews.look ? deck::pptx(deck, *reviews.look) : deck::pptx(deck);
    if (!slides)
        return tl::unexpected(slides.error());
    QStringList taken;
    message.attachments.push_back(
        {QString(fileStem(pack, false, taken) + QStringLiteral(".pptx")),
         QByteArrayLiteral("application/vnd.openxmlformats-officedocument.presentationml.presentation"), *slides});
    return writeFile(path, mail::eml(message));
}

Status writeCheckIns(const Reviews& reviews, const qbr::Recap& recap, const QString& path)
{
    return writeFile(path, mail::ics(print::checkInEvents(recap, reviews.wording()), reviews.invocation.clock.now()));
}

QString fileStem(const qbr::Pack& pack, bool isPresenter, QStringList& taken)
{
    constexpr qsizetype most = 80;
    QString stem = pack.accountName;
    for (QChar& c : stem)
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.unicode() < 0x20)
            c = u' ';
    stem = QString(stem.simplified().left(most).trimmed() + u' ' + pack.quarter.toText());
    if (isPresenter)
        stem += QStringLiteral(" (presenter)");
    QString name = stem;
    for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
        name = QString(stem + QStringLiteral(" (") + QString::number(n) + u')');
    taken.append(name);
    return name;
}

} // namespace steward::cli
