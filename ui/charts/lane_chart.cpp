// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_chart.h"

#include "ui/style/type.h"

#include <QKeyEvent>
#include <QWheelEvent>

/// What is seen and chosen; lane_paint.cpp draws it.
namespace steward::charts {

using style::px;
using style::Type;

namespace {

constexpr qint64 leastDays = 14;
constexpr double axisTall = 24;
constexpr double footTall = 22;

} // namespace

LaneChart::LaneChart(QLocale locale, QWidget* parent)
    : MarkChart(parent)
    , m_locale(std::move(locale))
{
}

QSize LaneChart::sizeHint() const
{
    int tall = px(axisTall + footTall);
    for (const Lane& lane : m_picture.lanes)
        tall += heightOf(lane);
    return {px(760), tall};
}

QSize LaneChart::minimumSizeHint() const { return {px(420), sizeHint().height()}; }

int LaneChart::heightOf(const Lane& lane) const
{
    switch (lane.kind) {
    case Lane::Kind::Stages:
        return px(36);
    case Lane::Kind::Marks:
        return px(40);
    case Lane::Kind::Bars:
        return px(58);
    case Lane::Kind::Curve:
        return px(lane.curve.mostRange > 0 ? 132 : 84);
    }
    return px(40);
}

double LaneChart::labelWidth() const { return px(122); }

void LaneChart::show(Picture picture, bool isSame)
{
    m_picture = std::move(picture);
    const bool staysInSight = isSame && m_axis.from.isValid() && m_axis.to <= m_picture.last;
    if (!staysInSight) {
        // The last year, and what is planned.
        m_axis.from = std::max(m_picture.first, m_picture.today.addMonths(-12));
        m_axis.to =
            std::max(m_picture.today.addDays(leastDays), std::min(m_picture.last, m_picture.today.addMonths(3)));
    }
    layAgain();
}

void LaneChart::see(QDate from, QDate to)
{
    const qint64 whole = std::max(leastDays, m_picture.first.daysTo(m_picture.last));
    const qint64 days = std::clamp(from.daysTo(to), leastDays, whole);
    QDate start = std::max(m_picture.first, from);
    if (start.addDays(days) > m_picture.last)
        start = std::max(m_picture.first, m_picture.last.addDays(-days));
    m_axis.from = start;
    m_axis.to = start.addDays(days);
    layAgain();
}

/// The mark that holds what was chosen before stays chosen.
void LaneChart::layAgain()
{
    std::optional<std::pair<std::size_t, std::size_t>> before;
    if (chosen() >= 0 && chosen() < markCount()) {
        const Mark& mark = m_marks[std::size_t(chosen())];
        const Row& row = m_rows[mark.lane];
        before = {mark.lane, row.points.empty() ? row.groups[mark.group].items.front() : row.points[mark.group]};
    }
    lay();
    int now = -1;
    for (std::size_t i = 0; before && i < m_marks.size(); ++i) {
        const Row& row = m_rows[m_marks[i].lane];
        if (m_marks[i].lane != before->first)
            continue;
        const bool isIt = row.points.empty()
                              ? std::ranges::count(row.groups[m_marks[i].group].items, before->second) > 0
                              : row.points[m_marks[i].group] == before->second;
        now = isIt ? static_cast<int>(i) : now;
    }
    marksChanged(now);
}

void LaneChart::lay()
{
    m_axis.left = labelWidth();
    m_axis.width = std::max(1.0, width() - m_axis.left - px(96));
    m_rows.clear();
    m_marks.clear();
    double top = px(axisTall);
    // Room that is left goes to the curves.
    const auto curves = double(std::ranges::count(m_picture.lanes, Lane::Kind::Curve, &Lane::kind));
    const double more = curves > 0 ? std::clamp((height() - sizeHint().height()) / curves, 0.0, double(px(90))) : 0;
    for (std::size_t lane = 0; lane < m_picture.lanes.size(); ++lane) {
        const Lane& each = m_picture.lanes[lane];
        Row& row = m_rows.emplace_back();
        row.top = top;
        row.height = heightOf(each) + (each.kind == Lane::Kind::Curve ? more : 0);
        top += row.height;
        if (each.kind == Lane::Kind::Curve) {
            for (std::size_t point = 0; point < each.curve.points.size(); ++point)
                if (each.curve.points[point].value) {
                    const double x = m_axis.x(each.curve.points[point].day);
                    row.groups.push_back({{}, x - px(4), x + px(4), 0});
                    row.points.push_back(point);
                }
        } else if (each.kind == Lane::Kind::Stages) {
            for (std::size_t i = 0; i < each.items.size(); ++i) {
                const double left = m_axis.x(each.items[i].from);
                const double right = m_axis.x(each.items[i].to.addDays(1));
                row.groups.push_back({{i}, left, std::max(right, left + 2), 0});
            }
        } else {
            row.groups = each.kind == Lane::Kind::Bars ? groupsOf(each.items, m_axis, px(8), 3)
                                                       : groupsOf(each.items, m_axis, px(24), 1);
        }
        for (std::size_t group = 0; group < row.groups.size(); ++group)
            m_marks.push_back({lane, group});
    }
}

int LaneChart::markOf(std::size_t lane, std::size_t group) const
{
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        if (m_marks[i].lane == lane && m_marks[i].group == group)
            return static_cast<int>(i);
    return -1;
}

std::vector<std::size_t> LaneChart::keysOf(int mark) const
{
    std::vector<std::size_t> keys;
    if (mark < 0 || mark >= markCount())
        return keys;
    const Mark& at = m_marks[std::size_t(mark)];
    for (const std::size_t item : m_rows[at.lane].groups[at.group].items)
        keys.push_back(m_picture.lanes[at.lane].items[item].key);
    return keys;
}

std::vector<std::size_t> LaneChart::chosenKeys() const { return keysOf(chosen()); }

QString LaneChart::markText(int mark) const
{
    const Mark& at = m_marks[std::size_t(mark)];
    const Lane& lane = m_picture.lanes[at.lane];
    const Row& row = m_rows[at.lane];
    if (lane.kind == Lane::Kind::Curve) {
        const TimeSeries::Point& point = lane.curve.points[row.points[at.group]];
        return tr("%1: %2 on %3")
            .arg(lane.name, m_locale.toString(*point.value, 'f', lane.curve.decimals),
                 m_locale.toString(point.day, QLocale::ShortFormat));
    }
    const LaneGroup& group = row.groups[at.group];
    const LaneItem& first = lane.items[group.items.front()];
    if (group.items.size() == 1)
        return first.spoken;
    return tr("%1: %2 from %3 to %4")
        .arg(lane.name, m_locale.toString(group.items.size()), m_locale.toString(first.from, QLocale::ShortFormat),
             m_locale.toString(lane.items[group.items.back()].from, QLocale::ShortFormat));
}

double LaneChart::valueY(const Row& row, const TimeSeries& curve, double value) const
{
    double high = curve.mostRange;
    if (high <= 0) {
        for (const TimeSeries::Point& point : curve.points)
            high = std::max(high, point.value.value_or(0));
        for (const TimeSeries::Level& level : curve.levels)
            high = std::max(high, level.value);
    }
    const double room = row.height - px(20);
    return row.top + row.height - px(8) - (high > 0 ? value / high * room : 0);
}

QRectF LaneChart::placeOf(const Mark& mark) const
{
    const Lane& lane = m_picture.lanes[mark.lane];
    const Row& row = m_rows[mark.lane];
    const LaneGroup& group = row.groups[mark.group];
    QRectF place(group.left, row.top + px(6), group.right - group.left, row.height - px(12));
    if (lane.kind == Lane::Kind::Curve) {
        const double y = valueY(row, lane.curve, *lane.curve.points[row.points[mark.group]].value);
        place = QRectF(group.left, y - px(4), group.right - group.left, px(8));
    } else if (lane.kind == Lane::Kind::Bars) {
        const double step = (row.height - px(10)) / 3;
        place = QRectF(group.left, row.top + px(5) + group.level * step + (step - px(9)) / 2, group.right - group.left,
                       px(9));
    }
    return place;
}

QRect LaneChart::markRect(int mark) const
{
    const QRectF place = placeOf(m_marks[std::size_t(mark)]);
    const QRectF seen = place.intersected(QRectF(m_axis.left - px(10), 0, m_axis.width + px(20), height()));
    return seen.isEmpty() ? QRect() : seen.toAlignedRect();
}

int LaneChart::markAt(QPointF point) const
{
    int best = -1;
    double away = px(12);
    for (int mark = 0; mark < markCount(); ++mark) {
        const QRectF place = placeOf(m_marks[std::size_t(mark)]);
        const Row& row = m_rows[m_marks[std::size_t(mark)].lane];
        if (point.x() < m_axis.left - px(10) || point.y() < row.top || point.y() >= row.top + row.height)
            continue;
        const double distance = std::abs(place.center().y() - point.y()) < place.height() / 2 + px(4) &&
                                        place.left() <= point.x() && point.x() <= place.right()
                                    ? 0
                                    : std::abs(place.center().x() - point.x()) + px(1);
        if (distance < away) {
            away = distance;
            best = mark;
        }
    }
    return best;
}

void LaneChart::reveal(int mark)
{
    const QRectF place = placeOf(m_marks[std::size_t(mark)]);
    if (place.right() > m_axis.left && place.left() < m_axis.left + m_axis.width)
        return;
    const QDate middle = m_axis.dayAt(place.center().x());
    const qint64 days = m_axis.from.daysTo(m_axis.to);
    m_axis.from = std::max(m_picture.first, std::min(middle.addDays(-days / 2), m_picture.last.addDays(-days)));
    m_axis.to = m_axis.from.addDays(days);
    lay();
}

bool LaneChart::canZoomIn() const { return m_axis.from.daysTo(m_axis.to) > leastDays; }

void LaneChart::zoom(bool isIn)
{
    const qint64 days = m_axis.from.daysTo(m_axis.to);
    const qint64 wanted = isIn ? days / 2 : days * 2;
    QDate middle = m_axis.from.addDays(days / 2);
    if (chosen() >= 0)
        middle = m_axis.dayAt(placeOf(m_marks[std::size_t(chosen())]).center().x());
    see(middle.addDays(-wanted / 2), middle.addDays(wanted - wanted / 2));
}

bool LaneChart::takeApart()
{
    if (chosen() < 0)
        return false;
    const Mark mark = m_marks[std::size_t(chosen())];
    const std::vector<std::size_t> items = m_rows[mark.lane].groups[mark.group].items;
    const Lane& lane = m_picture.lanes[mark.lane];
    if (items.size() < 2 || !canZoomIn() || lane.items[items.front()].from == lane.items[items.back()].from)
        return false;
    const QDate from = lane.items[items.front()].from;
    const qint64 span = from.daysTo(lane.items[items.back()].from);
    see(from.addDays(-span / 10 - 1), from.addDays(span + span / 10 + 1));
    return true;
}

void LaneChart::stepLane(int direction)
{
    if (chosen() < 0) {
        choose(0);
        return;
    }
    const Mark from = m_marks[std::size_t(chosen())];
    const double middle = placeOf(from).center().x();
    for (int lane = int(from.lane) + direction; lane >= 0 && lane < int(m_rows.size()); lane += direction) {
        const Row& row = m_rows[std::size_t(lane)];
        if (row.groups.empty())
            continue;
        const auto nearest = std::ranges::min_element(row.groups, {}, [middle](const LaneGroup& each) {
            return middle >= each.left && middle <= each.right
                       ? 0
                       : std::min(std::abs(each.left - middle), std::abs(each.right - middle));
        });
        choose(markOf(std::size_t(lane), std::size_t(nearest - row.groups.begin())));
        return;
    }
}

void LaneChart::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const Mark at = chosen() >= 0 ? m_marks[std::size_t(chosen())] : Mark();
    const auto last = [&] { return m_rows[at.lane].groups.size() - 1; };
    if (key == Qt::Key_Up || key == Qt::Key_Down)
        stepLane(key == Qt::Key_Down ? 1 : -1);
    else if (key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus)
        zoom(key != Qt::Key_Minus);
    else if (chosen() >= 0 && key == Qt::Key_Home)
        choose(markOf(at.lane, 0));
    else if (chosen() >= 0 && key == Qt::Key_End)
        choose(markOf(at.lane, last()));
    else if (chosen() >= 0 && key == Qt::Key_Left)
        choose(markOf(at.lane, at.group == 0 ? 0 : at.group - 1));
    else if (chosen() >= 0 && key == Qt::Key_Right)
        choose(markOf(at.lane, std::min(last(), at.group + 1)));
    else
        MarkChart::keyPressEvent(event);
}

void LaneChart::wheelEvent(QWheelEvent* event)
{
    const int turned = event->angleDelta().y();
    if (!(event->modifiers() & Qt::ControlModifier) || turned == 0) {
        MarkChart::wheelEvent(event);
        return;
    }
    zoom(turned > 0);
    event->accept();
}

void LaneChart::resizeEvent(QResizeEvent* event)
{
    MarkChart::resizeEvent(event);
    lay();
}

void LaneChart::changeEvent(QEvent* event)
{
    MarkChart::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layAgain();
}

} // namespace steward::charts
