// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journey/lane_list.h"

#include "ui/style/steward_style.h"
#include "ui/style/tip.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/row_painter.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
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

QString cardMime() { return QStringLiteral("application/x-steward-account"); }

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
        return style::plainTip(text.why.isEmpty() ? text.name : QString(text.name + u": " + text.why));
    case Qt::AccessibleTextRole:
        return spoken(text);
    default:
        return {};
    }
}

Qt::ItemFlags LaneModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

QStringList LaneModel::mimeTypes() const { return {cardMime()}; }

QMimeData* LaneModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(cardMime(), QByteArray::number(cardAt(indexes.front().row())->account.value()));
    return data;
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
        const auto* list = qobject_cast<const LaneList*>(option.widget);
        const bool isSelected = option.state & QStyle::State_Selected;
        const bool hasFocus = option.widget && option.widget->hasFocus();
        const bool isActive = (option.state & QStyle::State_Active) && hasFocus;
        const Tone ground = isSelected && isActive                   ? Tone::Sel
                            : isSelected                             ? Tone::SelInactive
                            : list && list->hovered() == index.row() ? Tone::Hover
                                                                     : Tone::Base;
        painter->fillRect(option.rect, row.theme()[ground]);
        painter->setPen(QPen(row.theme()[Tone::Grid], 0));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        paintCard(row, option.rect.adjusted(px(edge), px(5), -px(edge), -px(5)), text);
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), style::Theme::of(option.palette));
    }

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
        row.number(QRect(numberAt, upper.top(), px(32), upper.height()),
                   text.score.isEmpty() ? QStringLiteral("\u2013") : text.score, Type::Strong,
                   row.theme().band(text.band).text, Qt::AlignLeft);
        const int arr = static_cast<int>(style::numberWidth(style::fontOf(Type::Body), text.arr)) + px(4);
        row.number(QRect(upper.right() - arr, upper.top(), arr, upper.height()), text.arr, Type::Body,
                   row.theme()[Tone::Muted]);
        const int nameAt = numberAt + px(38);
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

LaneList::LaneList(LaneModel* cards, QWidget* parent)
    : RowList(*cards, {}, {}, parent)
    , m_model(cards)
{
    cards->setParent(this);
    setItemDelegate(new Delegate(this));
    setUniformItemSizes(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
}

QString LaneList::keyAt(int row) const { return QString::number(m_model->cardAt(row)->account.value()); }

/// Of all lanes one has the chosen card.
void LaneList::restore()
{
    RowList::restore();
    if (!hasFocus())
        clearSelection();
}

void LaneList::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(cardMime()) && event->source() != this)
        event->acceptProposedAction();
}

void LaneList::dragMoveEvent(QDragMoveEvent* event)
{
    if (event->mimeData()->hasFormat(cardMime()) && event->source() != this)
        event->acceptProposedAction();
    else
        event->ignore();
}

/// What becomes of it is asked first: the card stays where it is until then.
void LaneList::dropEvent(QDropEvent* event)
{
    const AccountId account(event->mimeData()->data(cardMime()).toLongLong());
    if (!account.isValid() || event->source() == this)
        return;
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    Q_EMIT cardDropped(account);
}

void LaneList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = event->key();
    if (isPlain && (key == Qt::Key_Left || key == Qt::Key_Right))
        Q_EMIT stepped(key == Qt::Key_Right ? 1 : -1);
    else
        RowList::keyPressEvent(event);
}

void LaneList::focusInEvent(QFocusEvent* event)
{
    if (m_model->rowCount() > 0)
        choose(std::max(0, row()));
    RowList::focusInEvent(event);
    Q_EMIT rowChanged();
}

} // namespace steward::journeys
