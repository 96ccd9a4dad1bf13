// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_strip.h"

#include "tests/support/printers.h"

using namespace steward;

TEST_CASE("tabs stand closer where they do not fit, and have all their room again where they do")
{
    widgets::TabStrip strip;
    for (const char* name : {"To look at", "All", "Create", "Account not found", "Before and after"})
        strip.addTab(QString::fromLatin1(name));
    strip.setCount(4, QStringLiteral("2 differ"));
    strip.show();
    const QSize asked = strip.sizeHint();
    strip.resize(asked);
    const int last = strip.count() - 1;
    const int end = strip.tabRect(last).right();
    CHECK(end < asked.width());
    strip.resize(asked.width() - 40, asked.height());
    CHECK(strip.tabRect(last).right() < strip.width());
    CHECK(strip.sizeHint() == asked);
    strip.resize(asked);
    CHECK(strip.tabRect(last).right() == end);
}

TEST_CASE("what was changed gets a dot, and nothing moves for it")
{
    widgets::TabStrip strip;
    for (const char* name : {"At risk", "Renewals"})
        strip.addTab(QString::fromLatin1(name));
    strip.setCount(0, QStringLiteral("12"));
    strip.resize(strip.sizeHint());
    strip.show();
    const auto seen = [&] { return strip.grab().toImage(); };
    const QImage before = seen();
    const QRect first = strip.tabRect(0);
    const QRect second = strip.tabRect(1);
    strip.setChanged(0, true);
    CHECK(strip.tabRect(0) == first);
    CHECK(strip.tabRect(1) == second);
    CHECK(seen().copy(first) != before.copy(first));
    CHECK(seen().copy(second) == before.copy(second));
    strip.setChanged(0, false);
    CHECK(seen() == before);
}

TEST_CASE("a tab that is hidden takes no room and is not drawn")
{
    widgets::TabStrip two;
    widgets::TabStrip three;
    for (const char* name : {"Unchanged", "All", "Create"}) {
        three.addTab(QString::fromLatin1(name));
        if (three.count() > 1)
            two.addTab(QString::fromLatin1(name));
    }
    three.setShown(0, false);
    three.setCurrentIndex(1);
    CHECK(three.sizeHint() == two.sizeHint());
    for (widgets::TabStrip* strip : {&two, &three}) {
        strip->resize(two.sizeHint());
        strip->show();
    }
    CHECK(three.grab().toImage() == two.grab().toImage());
    // Seen again it has its room, whatever is asked of the others.
    three.setShown(0, true);
    three.setShown(1, true);
    CHECK(three.tabRect(0).width() > 0);
    CHECK(three.tabRect(1).left() > three.tabRect(0).left());
}
