// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QLocale>
#include <span>

/// Codes and typed arguments become one sentence of a language here and nowhere else. Called when somebody looks, never
/// before.
namespace steward::words {

/// A sentence in the source language. %1, %2 ... are the arguments in order; %n is the argument number `plural` (from
/// 0), whose value chooses the plural form.
struct Sentence
{
    const char* code;
    const char* text;
    int plural = -1;
    const char* one = nullptr; ///< the sentence for exactly one, where English needs another
};

/// The sentence of a code, none when nobody wrote one.
[[nodiscard]] const Sentence* sentenceOf(Code code);
/// Every sentence there is, for the tests and the translators.
[[nodiscard]] std::vector<std::span<const Sentence>> catalogue();

/// In the language of the installed translation, numbers, dates and money in the given locale. A code without words
/// renders as the code and its arguments: ugly, but nothing is hidden.
[[nodiscard]] QString render(const Message& message, const QLocale& locale);
[[nodiscard]] inline QString render(const Error& error, const QLocale& locale)
{
    return render(error.message(), locale);
}

/// A text of the shipped content with named gaps: "{metric} fell from {before} to {now}". Unknown gaps stay visible in
/// braces.
[[nodiscard]] QString fill(const QString& text, const QHash<QString, Argument>& arguments, const QLocale& locale);

/// One value in words: whole numbers grouped, dates short, money with its currency.
[[nodiscard]] QString inWords(const Argument& argument, const QLocale& locale);

} // namespace steward::words
