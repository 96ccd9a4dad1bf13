// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include <QPushButton>
#include <QTest>
#include <catch2/catch.hpp>

using namespace steward;

TEST_CASE("what was done is told above the buttons of the view, also above those that come with it")
{
    QWidget view;
    view.resize(900, 600);
    QPushButton low(QStringLiteral("See the accounts"), &view);
    QPushButton high(QStringLiteral("Import more"), &view);
    low.setGeometry(400, 550, 120, 28);
    high.setGeometry(300, 518, 120, 28);
    high.hide();
    widgets::Toast toast(&view);
    view.show();
    toast.show(QStringLiteral("Import of 3 files, 89 rows"), true);
    CHECK(toast.geometry().bottom() < low.geometry().top());
    CHECK(toast.geometry().intersects(high.geometry()));
    toast.show(QStringLiteral("Import of 3 files, 89 rows"), true);
    high.show();
    CHECK(QTest::qWaitFor([&] { return !toast.geometry().intersects(high.geometry()); }));
    CHECK(view.rect().contains(toast.geometry()));
    view.resize(800, 600);
    high.setGeometry(300, 470, 120, 28);
    low.setGeometry(300, 510, 120, 28);
    CHECK(QTest::qWaitFor(
        [&] { return !toast.geometry().intersects(high.geometry()) && !toast.geometry().intersects(low.geometry()); }));
}
