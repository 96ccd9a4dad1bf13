// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/failpoint.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>

namespace steward {

namespace {

struct Armed
{
    std::string name;
    std::atomic<int> left{0};
    Armed()
    {
        const char* text = std::getenv("STEWARD_FAILPOINT");
        if (!text)
            return;
        const std::string_view all(text);
        const auto colon = all.rfind(':');
        name = all.substr(0, colon);
        left = colon == std::string_view::npos ? 1 : std::atoi(text + colon + 1);
    }
};

} // namespace

void failpoint(std::string_view name)
{
    static Armed armed;
    if (armed.name.empty() || armed.name != name)
        return;
    if (--armed.left == 0)
        std::raise(SIGKILL);
}

} // namespace steward
