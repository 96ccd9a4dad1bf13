// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/touch_icon.h"

#include <algorithm>
#include <array>
#include <utility>

namespace steward::widgets {

QString touchIcon(QStringView kind)
{
    using Pair = std::pair<QStringView, QStringView>;
    static constexpr std::array<Pair, 7> icons = {{{u"call", u"phone"},
                                                   {u"video", u"video"},
                                                   {u"meeting", u"users"},
                                                   {u"training", u"users"},
                                                   {u"email", u"mail"},
                                                   {u"chat", u"message-square"},
                                                   {u"note", u"sticky-note"}}};
    const auto* const found = std::ranges::find(icons, kind, &Pair::first);
    return found == icons.end() ? QString() : found->second.toString();
}

} // namespace steward::widgets
