// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/lane_list.h"

#include "ui/style/steward_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/row_painter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace steward::journeys {

using journey::ClockState;
using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double cardTall = 48;
constexpr double edge = 12;
constexpr double barWidth = 84;
constexpr double barTall = 6;

} // namespace

LaneModel::LaneModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

void LaneModel::show(const ShownBoard& shown, std::size_t lane)
{
    beginResetModel();
    m_shown = shown;
    m_lane = lane;
    m_texts.clear();
    m_texts.resize(shown ? shown->board.lanes[lane].cards.size() : 0);
    endResetModel();
}

const work::BoardCard* LaneModel::cardAt(int row) const
{
    return row >= 0 && row < rowCount() ? &lane().cards[std::size_t(row)] : nullptr;
}

const CardText& LaneModel::textAt(int row) const
{
    auto& text = m_texts[std::size_t(row)];
    if (!text)
        text = std::make_unique<CardText>(cardText(*cardAt(row), *m_shown, m_locale));
    return *text;
}

int LaneModel::rowOf(AccountId account) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (cardAt(row)->account == account)
            return row;
    return -1;
}

int LaneModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
}

QVariant LaneModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CardText& text = textAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text.name;
    case widgets::SortRole:
        return index.row();
    case Qt::ToolTipRole:
        return text.why.isEmpty() ? text.name.toHtmlEscaped()
                                  : QString(text.name.toHtmlEscaped() + u": " + text.why.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return spoken(text);
    default:
        return {};
    }
}

class LaneList::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(80), px(cardTall)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const CardText& text = static_cast<const LaneModel&>(*index.model()).textAt(index.row());
        painter->save();
        widgets::RowPainter row(*painter, option.palette);
        const bool isSelected = option.state & QStyle::State_Selected;
        const bool hasFocus = option.widget && option.widget->hasFocus();
        const bool isActive = (option.state & QStyle::State_Active) && hasFocus;
        const Tone ground = isSelected && isActive   ? Tone::Sel
                            : isSelected             ? Tone::SelInactive
                            : index.row() == hovered ? Tone::Hover
                                                     : Tone::Base;
        painter->fillRect(option.rect, row.theme()[ground]);
        painter->setPen(QPen(row.theme()[Tone::Grid], 0));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        paintCard(row, option.rect.adjusted(px(edge), px(5), -px(edge), -px(5)), text);
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), style::Theme::of(option.palette));
    }
    int hovered = -1;

private:
    static QColor inkOf(ClockState state, const style::Theme& theme, bool isBar)
    {
        if (state == ClockState::Stuck)
            return isBar ? theme.band(style::Band::Red).solid : theme.band(style::Band::Red).text;
        if (state == ClockState::Behind)
            return isBar ? theme.band(style::Band::Yellow).solid : theme.band(style::Band::Yellow).text;
        return theme[isBar ? Tone::Quantity : Tone::Muted];
    }
    static void paintCard(widgets::RowPainter& row, const QRect& rect, const CardText& text)
    {
        const int half = rect.height() / 2;
        const QRect upper(rect.left(), rect.top(), rect.width(), half);
        const QRect lower(rect.left(), rect.top() + half, rect.width(), half);
        const double side = px(13);
        widgets::paintBandShape(row.painter(), QRectF(upper.left(), upper.center().y() + 1 - side / 2, side, side),
                                text.band, row.theme());
        const int numberAt = upper.left() + px(19);
        row.number(QRect(numberAt, upper.top(), px(28), upper.height()),
                   text.score.isEmpty() ? QStringLiteral("\u2013") : text.score, Type::Strong,
                   row.theme().band(text.band).text, Qt::AlignLeft);
        const int arr = static_cast<int>(style::numberWidth(style::fontOf(Type::Body), text.arr)) + px(4);
        row.number(QRect(upper.right() - arr, upper.top(), arr, upper.height()), text.arr, Type::Body,
                   row.theme()[Tone::Muted]);
        const int nameAt = numberAt + px(34);
        row.text(QRect(nameAt, upper.top(), upper.right() - arr - px(6) - nameAt, upper.height()), text.name,
                 Type::Strong, row.theme()[Tone::Text]);
        paintClock(row, lower, text);
    }
    /// The bar ends at twice the target, the target stands in its middle.
    static void paintBar(widgets::RowPainter& row, const QRect& lower, const CardText& text)
    {
        const QRectF bar(lower.left(), lower.center().y() + 1 - px(barTall) / 2.0, px(barWidth), px(barTall));
        row.painter().fillRect(bar, row.theme()[Tone::Track]);
        QRectF filled = bar;
        filled.setWidth(bar.width() * std::min(1.0, text.share / 2));
        row.painter().fillRect(filled, inkOf(text.state, row.theme(), true));
        row.painter().fillRect(QRectF(bar.center().x(), bar.top() - 2, 1.4, bar.height() + 4), row.theme()[Tone::Text]);
    }
    static void paintClock(widgets::RowPainter& row, const QRect& lower, const CardText& text)
    {
        int x = lower.left();
        if (text.share >= 0) {
            paintBar(row, lower, text);
            x += px(barWidth + 8);
        }
        const bool isLate = !text.clock.isEmpty();
        const QColor ink = inkOf(text.state, row.theme(), false);
        const auto rest = [&] { return QRect(x, lower.top(), std::max(0, lower.right() - x), lower.height()); };
        x = row.text(rest(), text.days, isLate ? Type::Strong : Type::Body, ink) + px(8);
        if (isLate) {
            if (text.state == ClockState::Stuck) {
                row.icon(x, lower, QStringLiteral("hourglass"), ink, 12);
                x += px(16);
            }
            x = row.text(rest(), text.clock, Type::Strong, ink) + px(10);
        }
        if (text.offer.isEmpty())
            return;
        row.icon(x, lower, QStringLiteral("arrow-right"), row.theme()[Tone::Link], 13);
        x += px(17);
        row.text(rest(), text.offer, Type::Strong, row.theme()[Tone::Link]);
    }
};

LaneList::LaneList(const QLocale& locale, QWidget* parent)
    : QListView(parent)
    , m_model(locale)
    , m_delegate(new Delegate(this))
{
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const work::BoardCard* card = current();
        m_kept = card ? card->account : AccountId();
        m_row = currentIndex().row();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int last = m_model.rowCount() - 1;
        if (m_row < 0 || last < 0)
            return;
        const int row = m_kept.isValid() ? m_model.rowOf(m_kept) : -1;
        choose(row >= 0 ? row : std::clamp(m_row, 0, last));
        if (!hasFocus())
            clearSelection();
    });
}

void LaneList::choose(int row) { setCurrentIndex(m_model.index(row)); }

void LaneList::step(int direction)
{
    const int next = currentIndex().row() + direction;
    if (next >= 0 && next < m_model.rowCount())
        choose(next);
}

void LaneList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = event->key();
    if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right))
        Q_EMIT stepped(key == Qt::Key_Right ? 1 : -1);
    else if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter))
        Q_EMIT opened();
    else if (isPlain && key == Qt::Key_Space)
        Q_EMIT behindRequested();
    else
        QListView::keyPressEvent(event);
}

void LaneList::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (indexAt(event->position().toPoint()).isValid())
        Q_EMIT opened();
}

void LaneList::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    hover(indexAt(event->position().toPoint()).row());
}

void LaneList::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    hover(-1);
}

void LaneList::hover(int row)
{
    m_delegate->hovered = row;
    viewport()->update();
}

/// Of all lanes one has the chosen card.
void LaneList::focusInEvent(QFocusEvent* event)
{
    if (m_model.rowCount() > 0)
        choose(std::max(0, currentIndex().row()));
    QListView::focusInEvent(event);
    Q_EMIT chosen();
    viewport()->update();
}

void LaneList::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

void LaneList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT chosen();
}

} // namespace steward::journeys
