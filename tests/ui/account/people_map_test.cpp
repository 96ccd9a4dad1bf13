// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/people_map.h"

#include "tests/support/printers.h"

#include <QSignalSpy>
#include <QTest>
#include <map>

using namespace steward;
using namespace steward::account;
using namespace Qt::Literals::StringLiterals;

namespace {

MapPerson person(qint64 contact, int influence, int view)
{
    MapPerson made;
    made.contact = contact;
    made.name = u"Person %1"_s.arg(contact);
    made.influence = influence;
    made.view = view;
    return made;
}

/// The middle of what a click opens each person in.
std::map<qint64, QPointF> placesOf(PeopleMap& map)
{
    constexpr int step = 6;
    std::map<qint64, std::pair<QPointF, int>> sums;
    QSignalSpy opened(&map, &PeopleMap::opened);
    for (int y = 0; y < map.height(); y += step)
        for (int x = 0; x < map.width(); x += step) {
            opened.clear();
            QTest::mouseClick(&map, Qt::LeftButton, {}, {x, y});
            if (opened.isEmpty())
                continue;
            auto& [sum, count] = sums[opened.first().first().toLongLong()];
            sum += QPointF(x, y);
            ++count;
        }
    std::map<qint64, QPointF> places;
    for (const auto& [contact, sum] : sums)
        places[contact] = sum.first / sum.second;
    return places;
}

} // namespace

TEST_CASE("nobody on the people map lies on somebody else, however many share a place or have none")
{
    PeopleMap map;
    std::vector<MapPerson> people;
    for (qint64 i = 1; i <= 9; ++i)
        people.push_back(person(i, 0, 0));
    for (qint64 i = 10; i <= 15; ++i)
        people.push_back(person(i, 5, 4));
    people.push_back(person(16, 3, 0));
    map.show(std::move(people));
    const int width = GENERATE(460, 640, 980);
    map.resize(width, map.minimumSizeHint().height());
    map.resize(width, map.minimumSizeHint().height());
    const auto places = placesOf(map);
    REQUIRE(places.size() == 16);
    constexpr double disc = 34;
    for (const auto& [contact, at] : places)
        for (const auto& [other, there] : places)
            if (contact < other) {
                INFO(contact << " and " << other);
                CHECK(QLineF(at, there).length() > disc);
            }
    // Who has no place stands above who has one, and is walked to first.
    for (qint64 i = 1; i <= 9; ++i)
        CHECK(places.at(i).y() < places.at(10).y());
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Left);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&map, Qt::Key_Left);
    CHECK(map.chosen() == 1);
}
