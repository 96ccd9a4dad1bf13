// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace steward {

/// Call first in main. A book is hundreds of thousands of small blocks; asked for a page or two at a time, as by
/// default, they cost the system a call each time (a tenth of the time of a load). Takes a mebibyte at once where the C
/// library lets us say so, else does nothing.
void growHeapInLargeSteps();

} // namespace steward
