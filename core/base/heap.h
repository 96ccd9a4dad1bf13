// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace steward {

/// Call first in main. A book is hundreds of thousands of small blocks, an import the same few large ones again and
/// again; asked for a page or two at a time, and given back each time, they cost the system a call or a fault each (a
/// tenth of the time of a load or an import). Takes a mebibyte at once, and keeps a few that were freed, where the C
/// library lets us say so, else does nothing.
void growHeapInLargeSteps();

} // namespace steward
