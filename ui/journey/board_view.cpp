// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/board_view.h"

#include "ui/widgets/row_painter.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QPainter>

namespace steward::journeys {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double laneLeast = 236;
constexpr double lineTall = 21.2;
constexpr double headEdge = 12;
constexpr int headLines = 5;
constexpr double edge = 12;

} // namespace

LaneHead::LaneHead(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(tall());
}

int LaneHead::tall() const { return px(headEdge + lineTall * (headLines + (m_isTall ? 1 : 0))); }

QSize LaneHead::sizeHint() const { return {px(laneLeast), tall()}; }

void LaneHead::show(const LaneText& text, bool isTall)
{
    m_text = text;
    m_isTall = isTall;
    setFixedHeight(tall());
    QStringList parts;
    for (const QString& each : {text.name, text.count, text.arr, text.median, text.csat, text.still, text.friction,
                                text.stuck, text.behind, text.offered})
        if (!each.isEmpty())
            parts << each;
    setAccessibleName(parts.join(QStringLiteral(", ")));
    update();
}

void LaneHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    widgets::RowPainter row(painter, palette());
    const style::Theme& theme = row.theme();
    painter.fillRect(rect(), theme[Tone::Alt]);
    painter.setPen(QPen(theme[Tone::Sep], 0));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const int lines = headLines + (m_isTall ? 1 : 0);
    const int tall = (height() - px(headEdge)) / lines;
    const auto line = [&](int number) { return QRect(px(edge), px(6) + number * tall, width() - px(2 * edge), tall); };
    const int arr = static_cast<int>(style::numberWidth(style::fontOf(Type::Strong), m_text.arr)) + px(8);
    QRect name = line(0);
    row.number(QRect(name.right() - arr, name.top(), arr, name.height()), m_text.arr, Type::Strong, theme[Tone::Text]);
    name.setRight(name.right() - arr - px(24));
    const int end = row.text(name, m_text.name, Type::Strong, theme[Tone::Text]) + px(8);
    row.text(QRect(end, name.top(), px(60), name.height()), m_text.count, Type::Body, theme[Tone::Muted]);
    row.text(line(1), m_text.median, Type::Small, theme[Tone::Muted]);
    row.text(line(2), m_text.csat.isEmpty() ? tr("no answers in this stage") : m_text.csat, Type::Small,
             theme[Tone::Muted]);
    row.text(line(3), m_text.still.isEmpty() ? m_text.friction : m_text.still, Type::Small, theme[Tone::Text]);
    if (!m_text.still.isEmpty())
        row.text(line(4), m_text.friction, Type::Small, theme[Tone::Text]);
    int x = px(edge);
    const auto add = [&](const QString& text, const QColor& ink, const QString& icon) {
        if (text.isEmpty())
            return;
        const QRect place(x, line(lines - 1).top(), std::max(0, width() - px(edge) - x), tall);
        if (!icon.isEmpty())
            row.icon(x, place, icon, ink, 12);
        const int icons = icon.isEmpty() ? 0 : px(16);
        x = row.text(place.adjusted(icons, 0, 0, 0), text, Type::Strong, ink) + px(12);
    };
    add(m_text.stuck, theme.band(style::Band::Red).text, QStringLiteral("hourglass"));
    add(m_text.behind, theme.band(style::Band::Yellow).text, {});
    add(m_text.offered, theme[Tone::Link], QStringLiteral("arrow-right"));
}

BoardView::BoardView(QLocale locale, QWidget* parent)
    : QScrollArea(parent)
    , m_locale(std::move(locale))
    , m_body(new QWidget)
    , m_row(new QHBoxLayout(m_body))
{
    setObjectName(QStringLiteral("journey.board"));
    setAccessibleName(tr("Board"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setWidget(m_body);
}

void BoardView::addLane()
{
    Lane lane{new QWidget, new LaneHead, new LaneList(new LaneModel(m_locale))};
    auto* column = new QVBoxLayout(lane.column);
    column->setContentsMargins(m_columns.empty() ? 0 : 1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(lane.head);
    column->addWidget(lane.list, 1);
    lane.column->setMinimumWidth(px(laneLeast));
    lane.column->setBackgroundRole(QPalette::Mid);
    lane.column->setAutoFillBackground(true);
    m_row->addWidget(lane.column, 1);
    LaneList* list = lane.list;
    connect(list, &LaneList::opened, this, &BoardView::opened);
    connect(list, &LaneList::behindRequested, this, &BoardView::behindRequested);
    connect(list, &LaneList::stepped, this, &BoardView::stepLane);
    connect(list, &LaneList::cardDropped, this, [this, list](AccountId account) {
        if (const content::JourneyStage* stage = list->cards().lane().stage)
            Q_EMIT dropped(account, stage->id);
    });
    connect(list, &LaneList::rowChanged, this, [this, list] {
        if (list->hasFocus() && std::exchange(m_last, list) != list) {
            for (LaneList* each : m_lists)
                if (each != list)
                    each->clearSelection();
            ensureWidgetVisible(list->parentWidget(), 0, 0);
        }
        Q_EMIT chosen();
    });
    m_columns.push_back(lane);
}

void BoardView::show(const ShownBoard& shown, const std::vector<std::size_t>& lanes)
{
    while (m_columns.size() < lanes.size())
        addLane();
    m_lists.clear();
    std::vector<LaneText> heads;
    for (std::size_t i = 0; shown && i < lanes.size(); ++i)
        heads.push_back(laneText(lanes[i], *shown, m_locale));
    const bool isTall = std::ranges::any_of(
        heads, [](const LaneText& each) { return !each.still.isEmpty() && !each.friction.isEmpty(); });
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Lane& lane = m_columns[i];
        const bool isShown = shown && i < lanes.size();
        lane.column->setVisible(isShown);
        if (!isShown) {
            lane.list->cards().show({}, 0);
            continue;
        }
        m_lists.push_back(lane.list);
        const work::BoardLane& one = shown->board.lanes[lanes[i]];
        lane.head->show(heads[i], isTall);
        lane.list->setObjectName(QString(u"journey.lane." + (one.stage ? one.stage->id : one.called)));
        lane.list->setAccessibleName(lane.head->accessibleName());
        lane.list->cards().show(shown, lanes[i]);
    }
    const bool isLastShown = std::ranges::find(m_lists, m_last) != m_lists.end();
    if (!isLastShown || m_last->cards().rowCount() == 0) {
        const auto filled = std::ranges::find_if(m_lists, [](LaneList* each) { return each->cards().rowCount() > 0; });
        LaneList* next = filled == m_lists.end() ? nullptr : *filled;
        const bool hadFocus = m_last && m_last->hasFocus();
        m_last = next;
        if (hadFocus && next)
            next->setFocus();
    }
}

LaneList* BoardView::current() const { return m_last; }

void BoardView::stepLane(int direction)
{
    const auto place = std::ranges::find(m_lists, m_last);
    if (place == m_lists.end())
        return;
    const auto count = static_cast<int>(m_lists.size());
    for (int next = static_cast<int>(place - m_lists.begin()) + direction; next >= 0 && next < count; next += direction)
        if (LaneList* list = m_lists[std::size_t(next)]; list->cards().rowCount() > 0) {
            list->setFocus();
            return;
        }
}

} // namespace steward::journeys
