// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deck/template.h"
#include "core/print/internal_page.h"
#include "core/print/slides.h"

#include <QTimeZone>
#include <array>

/// Reviews as files that appear whole or not at all.
namespace steward::print {

enum class Form
{
    Pptx,
    Pdf,
    Html,
    Markdown
};
inline constexpr std::array allForms{Form::Pptx, Form::Pdf, Form::Html, Form::Markdown};
/// "pptx", "pdf", "html", "md".
[[nodiscard]] QString endingOf(Form form);
/// By the ending of a path. Error "review.form".
[[nodiscard]] Result<Form> formOf(const QString& path);

/// How reviews are written.
struct Writing
{
    const Wording& wording;
    Copy copy = Copy::Customer;
    Form form = Form::Pptx;
    const deck::Template* look = nullptr; ///< of a PPTX; nullptr: our own
    Instant created;
    QTimeZone zone;
    const Internal* internal = nullptr; ///< of Copy::Internal, which cannot be made without
};
/// Needs a QGuiApplication; any thread.
[[nodiscard]] Result<QByteArray> reviewBytes(const qbr::Pack& pack, const Writing& writing);
/// Errors of AtomicFile, and "deck.failed".
[[nodiscard]] Status writeReview(const qbr::Pack& pack, const Writing& writing, const QString& path);
[[nodiscard]] Status writeBytes(const QString& path, const QByteArray& bytes);

/// Letters that a PDF has to leave out because no font of this machine has them; empty: none, or another form.
[[nodiscard]] QString lettersLost(const qbr::Pack& pack, const Writing& writing);

/// A name that every file system takes, that is not yet among those taken, without its ending.
[[nodiscard]] QString fileStem(const qbr::Pack& pack, Copy copy, QStringList& taken);

/// Reads a template. Errors "file.unreadable" and those of deck::Template.
[[nodiscard]] Result<deck::Template> templateAt(const QString& path);

} // namespace steward::print
