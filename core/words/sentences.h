// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words/words.h"

/// The sentences by the room that says them. One plain sentence each: what happened and the next step.
namespace steward::words {

[[nodiscard]] std::span<const Sentence> bookSentences();
[[nodiscard]] std::span<const Sentence> cellSentences();
[[nodiscard]] std::span<const Sentence> contentSentences();
[[nodiscard]] std::span<const Sentence> csvSentences();
[[nodiscard]] std::span<const Sentence> figureSentences();
[[nodiscard]] std::span<const Sentence> fileSentences();
[[nodiscard]] std::span<const Sentence> filterSentences();
[[nodiscard]] std::span<const Sentence> importSentences();
[[nodiscard]] std::span<const Sentence> letterSentences();
[[nodiscard]] std::span<const Sentence> requestSentences();
[[nodiscard]] std::span<const Sentence> privacySentences();
[[nodiscard]] std::span<const Sentence> reviewSentences();
[[nodiscard]] std::span<const Sentence> sinceSentences();
[[nodiscard]] std::span<const Sentence> standingSentences();
[[nodiscard]] std::span<const Sentence> tickSentences();
[[nodiscard]] std::span<const Sentence> timelineSentences();
[[nodiscard]] std::span<const Sentence> workspaceSentences();
[[nodiscard]] std::span<const Sentence> sheetSentences();
[[nodiscard]] std::span<const Sentence> editSentences();

} // namespace steward::words
