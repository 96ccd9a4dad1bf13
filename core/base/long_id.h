// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace steward {

/// Salesforce writes one record id in two ways: 15 characters whose case counts, and those with three more that stand
/// for the case (of five characters each: bit i for a capital at place i, as one of A-Z, 0-5). The other way to write
/// a key; empty where the key is in neither form.
[[nodiscard]] QString otherFormOfId(QStringView key);

} // namespace steward
