// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace steward::tests {

/// Texts that a spreadsheet program would evaluate or change, with the 44 collected cases where they lie beside the
/// project.
std::vector<QString> formulaCases();

} // namespace steward::tests
