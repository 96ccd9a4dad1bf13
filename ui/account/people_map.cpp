// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/people_map.h"

#include "ui/account/rows.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace steward::account {

using style::Band;
using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr int columns = 6;
constexpr std::size_t rows = 6; ///< 5 to 1, and unknown at the bottom
constexpr int shownMonths = 12;

bool isPlaced(const MapPerson& person) { return person.view > 0 || person.influence > 0; }

/// Where the whole name has no room, the family name stands in a line of its own.
QStringList nameLines(const QString& name, const QFontMetrics& metrics, double width)
{
    const auto last = name.lastIndexOf(u' ');
    if (last < 0 || metrics.horizontalAdvance(name) <= width)
        return {name};
    return {name.left(last), name.mid(last + 1)};
}

} // namespace

QStringList viewNames()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("account", text); };
    return {tr("unknown"), tr("opponent"), tr("sceptical"), tr("neutral"), tr("friendly"), tr("supporter")};
}

PeopleMap::PeopleMap(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("account.map"));
    setAccessibleName(tr("People map"));
    setFocusPolicy(Qt::StrongFocus);
}

QSize PeopleMap::sizeHint() const { return {px(640), minimumSizeHint().height()}; }

QSize PeopleMap::minimumSizeHint() const { return {px(420), int(std::ceil(arranged().height))}; }

bool PeopleMap::isAnyPlaceShared() const
{
    std::set<std::pair<int, int>> taken;
    return !std::ranges::all_of(m_people, [&](const MapPerson& each) {
        return !isPlaced(each) || taken.emplace(each.view, each.influence).second;
    });
}

void PeopleMap::show(std::vector<MapPerson> people)
{
    const qint64 kept = chosen();
    m_people = std::move(people);
    std::ranges::stable_partition(m_people, std::not_fn(isPlaced)); // as they are read
    m_chosen = -1;
    for (std::size_t i = 0; i < m_people.size(); ++i)
        if (m_people[i].contact == kept)
            m_chosen = static_cast<int>(i);
    QStringList spoken;
    for (const MapPerson& each : m_people)
        spoken << QStringList{each.name, each.role, each.note,
                              each.influence > 0 ? tr("influence %1 of 5").arg(each.influence)
                                                 : tr("influence unknown"),
                              tr("view of us %1").arg(viewNames()[each.view])}
                      .join(QStringLiteral(", "));
    setAccessibleDescription(spoken.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

qint64 PeopleMap::chosen() const
{
    return m_chosen >= 0 && m_chosen < int(m_people.size()) ? m_people[std::size_t(m_chosen)].contact : 0;
}

/// Several in one place stand beside each other, and below each other where they would touch. A row has room for a disc
/// and two lines below it; for three where people share a place, and their names stand in two lines.
PeopleMap::Arranged PeopleMap::arranged() const
{
    const QFontMetrics small(style::fontOf(Type::Small));
    const double line = small.height();
    const double unit = px(42) + (isAnyPlaceShared() ? 3 : 2) * line;
    const double narrowest = px(62);
    Arranged all;
    const double left = small.horizontalAdvance(tr("unknown")) + px(12);
    const double wide = std::max(width(), px(420));
    for (const MapPerson& each : m_people) {
        if (isPlaced(each) && each.influence == 0)
            all.rows = int(rows);
        if (isPlaced(each) && each.view == 0)
            all.firstColumn = 0;
    }
    all.columnWidth = (wide - left - px(8)) / (columns - all.firstColumn);
    const int abreast = std::max(1, int(all.columnWidth / narrowest));
    const double waitingWidth = px(120);
    const int waitingAbreast = std::max(1, int((wide - px(16)) / waitingWidth));

    std::map<std::pair<int, int>, int> counts;
    int waiting = 0;
    const auto cellOf = [&all](const MapPerson& person) {
        return std::pair<int, int>(person.view - all.firstColumn,
                                   person.influence > 0 ? 5 - person.influence : int(rows) - 1);
    };
    for (const MapPerson& each : m_people)
        isPlaced(each) ? ++counts[cellOf(each)] : ++waiting;
    std::array<int, rows> lines{};
    lines.fill(1);
    for (const auto& [cell, count] : counts)
        lines[std::size_t(cell.second)] = std::max(lines[std::size_t(cell.second)], (count + abreast - 1) / abreast);
    const int waitingLines = (waiting + waitingAbreast - 1) / waitingAbreast;
    all.waitingTop = line + px(8);
    const double top = (waiting > 0 ? all.waitingTop + waitingLines * unit + px(8) : 0) + line + px(8);
    const double below = 2 * line + px(12);
    const double least = std::accumulate(lines.begin(), lines.begin() + all.rows, 0) * unit;
    all.height = top + least + below;
    const double spare = std::max(0.0, height() - all.height) / all.rows;
    double y = top;
    for (std::size_t row = 0; row < std::size_t(all.rows); ++row) {
        all.tops[row] = y;
        y += lines[row] * unit + spare;
    }
    all.tops[std::size_t(all.rows)] = y;
    all.area = QRectF(left, top, wide - left - px(8), y - top);

    std::map<std::pair<int, int>, int> stood;
    int stoodWaiting = 0;
    for (const MapPerson& each : m_people) {
        if (!isPlaced(each)) {
            const int index = stoodWaiting++;
            all.spots.push_back({QPointF(px(8) + (index % waitingAbreast + 0.5) * waitingWidth,
                                         all.waitingTop + index / waitingAbreast * unit + px(21)),
                                 waitingWidth - px(4)});
            continue;
        }
        const auto cell = cellOf(each);
        const int index = stood[cell]++;
        const int inLine = std::min(abreast, counts[cell] - index / abreast * abreast);
        const double step = all.columnWidth / inLine;
        all.spots.push_back({QPointF(left + cell.first * all.columnWidth + step * (index % abreast + 0.5),
                                     all.tops[std::size_t(cell.second)] + index / abreast * unit + px(21)),
                             step - px(4)});
    }
    return all;
}

void PeopleMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // fewer stand abreast in less width
}

void PeopleMap::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Arranged all = arranged();
    const QRectF& area = all.area;
    const double columnWidth = all.columnWidth;
    const int first = all.firstColumn;
    painter.fillRect(
        QRectF(area.left() + (4 - first) * columnWidth, area.top(), 2 * columnWidth, all.tops[2] - all.tops[0]),
        theme[Tone::Alt]);
    painter.setFont(style::fontOf(Type::Small));
    const double line = painter.fontMetrics().height();
    painter.setPen(QPen(theme[Tone::Grid], 0));
    const auto shownRows = std::size_t(all.rows);
    for (std::size_t row = 0; row <= shownRows; ++row)
        painter.drawLine(QPointF(area.left(), all.tops[row]), QPointF(area.right(), all.tops[row]));
    for (int column = 0; column <= columns - first; ++column)
        painter.drawLine(QPointF(area.left() + column * columnWidth, area.top()),
                         QPointF(area.left() + column * columnWidth, area.bottom()));
    painter.setPen(theme[Tone::Muted]);
    if (!std::ranges::all_of(m_people, isPlaced))
        painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Not placed yet: influence and view of us are unknown. Enter opens a person."));
    painter.drawText(QRectF(0, area.top() - line - px(8), area.left() + px(60), line), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("influence"));
    for (std::size_t row = 0; row < shownRows; ++row)
        painter.drawText(QRectF(0, all.tops[row], area.left() - px(8), all.tops[row + 1] - all.tops[row]),
                         Qt::AlignRight | Qt::AlignVCenter, row < 5 ? QString::number(5 - row) : tr("unknown"));
    const QStringList names = viewNames();
    for (int column = first; column < columns; ++column)
        painter.drawText(QRectF(area.left() + (column - first) * columnWidth, area.bottom() + px(4), columnWidth, line),
                         Qt::AlignCenter, names[column]);
    painter.drawText(QRectF(area.left(), area.bottom() + px(4) + line, area.width(), line), Qt::AlignCenter,
                     tr("view of us"));
    const std::vector<Spot>& spots = all.spots;
    const double side = px(34);
    // No line runs through what somebody reads.
    QRegion free(rect());
    QFont bold = style::fontOf(Type::Small);
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const QStringList lines = nameLines(m_people[i].name, metrics, spots[i].width);
        QString longest = m_people[i].note.isEmpty() ? m_people[i].role : m_people[i].note;
        for (const QString& each : lines)
            longest = metrics.horizontalAdvance(each) > metrics.horizontalAdvance(longest) ? each : longest;
        const double wide = std::min<double>(spots[i].width, metrics.horizontalAdvance(longest) + px(6));
        free -= QRectF(spots[i].at.x() - wide / 2, spots[i].at.y() + side / 2, wide, line * double(lines.size() + 1))
                    .toAlignedRect();
    }
    painter.setClipRegion(free);
    QPen dotted(theme[Tone::Muted], 1);
    dotted.setDashPattern({1, 3});
    for (std::size_t i = 0; i < m_people.size(); ++i)
        for (std::size_t j = 0; j < m_people.size(); ++j)
            if (m_people[i].reportsTo == m_people[j].contact && i != j) {
                painter.setPen(dotted);
                painter.drawLine(spots[i].at, spots[j].at);
            }
    painter.setClipping(false);
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        const MapPerson& person = m_people[i];
        const QPointF at = spots[i].at;
        const QRectF disc(at.x() - side / 2, at.y() - side / 2, side, side);
        QPen ring(person.isPresent ? theme[person.isMet ? Tone::Accent : Tone::Muted] : theme.band(Band::Red).solid,
                  1.4);
        if (!person.isPresent || !person.isMet)
            ring.setDashPattern({2.5, 2});
        painter.setPen(ring);
        painter.setBrush(theme[person.isPresent && person.isMet ? Tone::AccentTint : Tone::Base]);
        painter.drawEllipse(disc);
        QFont font = style::fontOf(Type::Strong);
        font.setStrikeOut(!person.isPresent);
        painter.setFont(font);
        painter.setPen(theme[Tone::Text]);
        painter.drawText(disc, Qt::AlignCenter, initialsOf(person.name));
        painter.setFont(bold);
        QRectF below(at.x() - spots[i].width / 2, disc.bottom() + px(3), spots[i].width, line);
        painter.setPen(person.isPresent ? theme[Tone::Text] : theme.band(Band::Red).text);
        for (const QString& part : nameLines(person.name, painter.fontMetrics(), below.width())) {
            painter.drawText(below, Qt::AlignCenter,
                             painter.fontMetrics().elidedText(part, Qt::ElideRight, int(below.width())));
            below.translate(0, line);
        }
        painter.setFont(style::fontOf(Type::Small));
        painter.setPen(theme[Tone::Muted]);
        const QString note = person.note.isEmpty() ? person.role : person.note;
        painter.drawText(below, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(note, Qt::ElideRight, int(below.width())));
        if (int(i) == m_chosen && hasFocus())
            style::paintFocus(painter, disc.adjusted(-3, -3, 3, 3).toRect(), theme, int(side / 2) + 3);
    }
    if (m_people.empty()) {
        painter.setFont(style::fontOf(Type::Body));
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(area, Qt::AlignCenter, tr("Nobody is known by name. Shift+P adds a person."));
    }
    if (hasFocus() && m_chosen < 0)
        style::paintFocus(painter, rect(), theme);
}

int PeopleMap::personAt(QPointF point) const
{
    const std::vector<Spot> spots = arranged().spots;
    for (std::size_t i = 0; i < spots.size(); ++i)
        if (QLineF(spots[i].at, point).length() <= px(20))
            return static_cast<int>(i);
    return -1;
}

void PeopleMap::choose(int person)
{
    m_chosen = person;
    if (m_chosen >= 0) {
        const MapPerson& chosen = m_people[std::size_t(m_chosen)];
        setAccessibleName(tr("People map. %1, %2 %3").arg(chosen.name, chosen.role, chosen.note));
        QAccessibleEvent changed(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

void PeopleMap::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_people.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        if (last >= 0)
            choose(std::min(last, m_chosen + 1));
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        if (last >= 0)
            choose(std::max(0, m_chosen - 1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chosen() != 0)
            Q_EMIT opened(chosen());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PeopleMap::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    choose(personAt(event->position()));
    if (chosen() != 0)
        Q_EMIT opened(chosen());
}

void PeopleMap::mouseDoubleClickEvent(QMouseEvent* event) { mousePressEvent(event); }

void PeopleMap::focusInEvent(QFocusEvent* event)
{
    if (m_chosen < 0 && !m_people.empty())
        choose(0);
    QWidget::focusInEvent(event);
    update();
}

void PeopleMap::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setAccessibleName(tr("People map"));
    update();
}

bool PeopleMap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int person = personAt(help->pos());
        const QString text = person < 0
                                 ? QString()
                                 : QStringList{m_people[std::size_t(person)].name, m_people[std::size_t(person)].role,
                                               m_people[std::size_t(person)].note}
                                       .join(QStringLiteral(", "));
        QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

SeenBars::SeenBars(QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(std::move(locale))
{
    setObjectName(QStringLiteral("account.seen"));
}

QSize SeenBars::sizeHint() const
{
    const QFontMetrics small(style::fontOf(Type::Small));
    return {px(420), small.height() + px(6) + int(m_people.size()) * px(24)};
}

void SeenBars::show(std::vector<MapPerson> people, QDate day)
{
    m_people = std::move(people);
    m_day = day;
    QStringList spoken;
    for (const MapPerson& each : m_people)
        spoken
            << (each.seen.empty()
                    ? tr("%1: never met").arg(each.name)
                    : tr("%1: last seen %2").arg(each.name, m_locale.toString(each.seen.back(), QLocale::ShortFormat)));
    setAccessibleName(tr("When each was seen"));
    setAccessibleDescription(spoken.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

void SeenBars::paintEvent(QPaintEvent*)
{
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style::fontOf(Type::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    int roleWidth = px(78);
    for (const MapPerson& person : m_people)
        roleWidth = std::clamp(metrics.horizontalAdvance(person.role) + 1, roleWidth, px(140));
    const double left = px(124) + roleWidth + px(8);
    const QString hasLeft = tr("left");
    const QString isUnmet = tr("never met");
    const int words = std::max(metrics.horizontalAdvance(hasLeft), metrics.horizontalAdvance(isUnmet)) + 2;
    const double right = width() - px(8) - words;
    const QDate first = QDate(m_day.year(), m_day.month(), 1).addMonths(1 - shownMonths);
    const auto x = [&](QDate day) {
        const double part = double(first.daysTo(day)) / double(first.daysTo(m_day));
        return left + std::clamp(part, 0.0, 1.0) * (right - left);
    };
    const double top = metrics.height() + px(6);
    for (int month = 0; month < shownMonths; ++month) {
        const QDate day = first.addMonths(month);
        painter.setPen(QPen(theme[Tone::Grid], 0));
        painter.drawLine(QPointF(x(day), top), QPointF(x(day), height()));
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(QPointF(x(day), metrics.ascent()),
                         m_locale.standaloneMonthName(day.month(), QLocale::ShortFormat));
    }
    double y = top;
    for (const MapPerson& person : m_people) {
        const double middle = y + px(12);
        painter.setFont(style::fontOf(Type::Body));
        painter.setPen(theme[Tone::Text]);
        painter.drawText(QRectF(0, y, px(120), px(24)), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(person.name, Qt::ElideRight, px(120)));
        painter.setFont(style::fontOf(Type::Small));
        painter.setPen(theme[Tone::Muted]);
        painter.drawText(QRectF(px(124), y, roleWidth, px(24)), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(person.role, Qt::ElideRight, roleWidth));
        const QDate from = person.from.isValid() ? std::max(person.from, first) : first;
        const QDate to = person.to.isValid() ? person.to : m_day;
        if (to >= first) {
            QPen bar(theme[person.isMet ? Tone::Quantity : Tone::Faint], px(3));
            bar.setCapStyle(Qt::FlatCap);
            QColor ink = bar.color();
            ink.setAlphaF(0.45F);
            bar.setColor(ink);
            painter.setPen(bar);
            painter.drawLine(QPointF(x(from), middle), QPointF(x(to), middle));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme[Tone::Accent]);
        for (const QDate& day : person.seen)
            if (day >= first)
                painter.drawEllipse(QPointF(x(day), middle), px(4), px(4));
        if (person.to.isValid() && person.to >= first) {
            painter.setPen(QPen(theme.band(Band::Red).solid, 1.8));
            const double arm = px(4);
            painter.drawLine(QPointF(x(to) - arm, middle - arm), QPointF(x(to) + arm, middle + arm));
            painter.drawLine(QPointF(x(to) - arm, middle + arm), QPointF(x(to) + arm, middle - arm));
            painter.setPen(theme.band(Band::Red).text);
            painter.drawText(QRectF(right + px(8), y, words, px(24)), Qt::AlignLeft | Qt::AlignVCenter, hasLeft);
        } else if (!person.isMet) {
            painter.setPen(theme.band(Band::Yellow).text);
            painter.drawText(QRectF(right + px(8), y, words, px(24)), Qt::AlignLeft | Qt::AlignVCenter, isUnmet);
        }
        y += px(24);
    }
    painter.setPen(QPen(theme[Tone::Accent], 1.5));
    painter.drawLine(QPointF(right, top), QPointF(right, y));
}

} // namespace steward::account
