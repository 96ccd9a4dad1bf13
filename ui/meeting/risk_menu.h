// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/outcome.h"
#include "core/words/content_words.h"

#include <functional>

class QMenu;

namespace steward::meeting {

/// How grave each of the risks of a note is, to be chosen. changed: number of the risk, and the priority the note is to
/// say of it.
void fillRiskMenu(QMenu& menu, const std::vector<Risk>& risks, const words::ContentWords& words,
                  const std::function<void(int risk, const QString& priority)>& changed);

} // namespace steward::meeting
