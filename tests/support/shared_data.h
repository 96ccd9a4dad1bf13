// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::tests {

/// The folder of real exports beside the project's root, or an empty string where the clone sits alone: the caller says
/// "skipped".
QString sharedData();

/// The root of the project.
QString sourceDir();

} // namespace steward::tests
