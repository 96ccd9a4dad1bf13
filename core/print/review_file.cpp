// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/review_file.h"

#include "core/base/atomic_file.h"
#include "core/deck/pptx.h"
#include "core/print/html.h"
#include "core/print/markdown.h"
#include "core/print/pdf.h"

#include <QFile>

namespace steward::print {

QString endingOf(Form form)
{
    switch (form) {
    case Form::Pptx:
        return QStringLiteral("pptx");
    case Form::Pdf:
        return QStringLiteral("pdf");
    case Form::Html:
        return QStringLiteral("html");
    case Form::Markdown:
        break;
    }
    return QStringLiteral("md");
}

Result<Form> formOf(const QString& path)
{
    QStringList endings;
    for (const Form each : allForms) {
        const QString ending = QString(u'.' + endingOf(each));
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return each;
        endings.append(ending);
    }
    return fail(Code("review.form"), ErrorKind::Usage, {path, endings.join(QStringLiteral(", "))});
}

namespace {

deck::Deck deckOf(const qbr::Pack& pack, const Writing& writing)
{
    if (writing.copy != Copy::Internal)
        return slidesOf(pack, writing.wording, writing.copy, writing.created, writing.zone);
    return writing.internal ? internalPage(pack, *writing.internal, writing.wording, writing.created) : deck::Deck();
}

} // namespace

QString lettersLost(const qbr::Pack& pack, const Writing& writing)
{
    return writing.form == Form::Pdf ? lettersWithoutFont(deckOf(pack, writing)) : QString();
}

Result<QByteArray> reviewBytes(const qbr::Pack& pack, const Writing& writing)
{
    const deck::Deck slides = deckOf(pack, writing);
    if (slides.slides.empty())
        return fail(Code("deck.empty"));
    switch (writing.form) {
    case Form::Pptx:
        return writing.look ? deck::pptx(slides, *writing.look) : deck::pptx(slides);
    case Form::Pdf:
        return pdf(slides, writing.wording.locale());
    case Form::Html:
        return html(slides, writing.wording.locale());
    case Form::Markdown:
        break;
    }
    return markdown(slides, writing.wording.locale());
}

Status writeBytes(const QString& path, const QByteArray& bytes)
{
    AtomicFile file(path);
    if (Status opened = file.open(); !opened)
        return opened;
    if (Status written = file.write(bytes); !written)
        return written;
    return file.commit();
}

Status writeReview(const qbr::Pack& pack, const Writing& writing, const QString& path)
{
    const auto bytes = reviewBytes(pack, writing);
    return bytes ? writeBytes(path, *bytes) : Status(tl::unexpected(bytes.error()));
}

QString fileStem(const qbr::Pack& pack, Copy copy, QStringList& taken)
{
    constexpr qsizetype most = 80;
    QString stem = pack.accountName;
    // What turns the direction of writing would show another ending than the file has.
    stem.removeIf([](QChar c) {
        const ushort code = c.unicode();
        return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
               (code >= 0x2066 && code <= 0x2069);
    });
    for (QChar& c : stem)
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.unicode() < 0x20)
            c = u' ';
    stem = stem.simplified().left(most);
    // Names of files are limited in bytes, and letters of many scripts take three or four.
    constexpr qsizetype mostBytes = 200;
    while (stem.toUtf8().size() > mostBytes || (!stem.isEmpty() && stem.back().isHighSurrogate()))
        stem.chop(1);
    stem = QString(stem.trimmed() + u' ' + pack.quarter.toText());
    if (copy == Copy::Presenter)
        stem += QStringLiteral(" (presenter)");
    else if (copy == Copy::Internal)
        stem += QStringLiteral(" (internal)");
    QString name = stem;
    for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n)
        name = QString(stem + QStringLiteral(" (") + QString::number(n) + u')');
    taken.append(name);
    return name;
}

Result<deck::Template> templateAt(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Code("file.unreadable"), ErrorKind::Io, {path});
    return deck::Template::read(file.readAll());
}

} // namespace steward::print
