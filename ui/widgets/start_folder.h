// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward::widgets {

/// Where a dialog for files begins: what was downloaded, else one's own folder. A folder that is not there would stand
/// in the dialog as the name of a file.
[[nodiscard]] QString startFolder();

} // namespace steward::widgets
