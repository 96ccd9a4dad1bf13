// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace steward::shell {

using style::px;
using style::Tone;

namespace {

constexpr int iconRole = Qt::UserRole;
constexpr int countRole = Qt::UserRole + 1;

class RailDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(40), px(34)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const style::Theme& theme = style::Theme::of(option.palette);
        const auto* rail = qobject_cast<const Rail*>(option.widget);
        const bool isChosen = rail && rail->currentIndex() == index;
        const QRect rect = option.rect.adjusted(px(8), 1, -px(8), -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (isChosen || (option.state & QStyle::State_MouseOver)) {
            painter->setBrush(theme[isChosen ? Tone::Sel : Tone::Hover]);
            painter->drawRoundedRect(rect, 4, 4);
        }
        if (isChosen) {
            painter->setBrush(theme[Tone::Accent]);
            painter->drawRoundedRect(QRectF(rect.left(), rect.top() + px(6), 3, rect.height() - px(12)), 1.5, 1.5);
        }
        const int side = px(17);
        const QPixmap icon =
            style::iconPixmap(index.data(iconRole).toString(), theme[isChosen ? Tone::Accent : Tone::Muted], side,
                              painter->device()->devicePixelRatioF());
        const bool isWide = rail && rail->isWide();
        const int left = isWide ? rect.left() + px(10) : rect.center().x() - side / 2;
        painter->drawPixmap(QPoint(left, rect.center().y() - side / 2 + 1), icon);
        if (isWide) {
            painter->setFont(style::fontOf(isChosen ? style::Type::Strong : style::Type::Body));
            painter->setPen(theme[Tone::Text]);
            const int count = index.data(countRole).toInt() > 0 ? px(34) : px(6);
            const QRect words = rect.adjusted(px(36), 0, -count, 0);
            painter->drawText(
                words, Qt::AlignVCenter | Qt::AlignLeft,
                painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        }
        if (const int count = index.data(countRole).toInt(); count > 0) {
            painter->setFont(style::fontOf(style::Type::Small));
            painter->setPen(theme[Tone::Muted]);
            // Narrow, it stands in the corner of the icon.
            const QRect place = isWide ? rect.adjusted(0, 0, -px(10), 0)
                                       : QRect(option.rect.left(), rect.top(), option.rect.width() - 1, px(13));
            painter->drawText(place, int(isWide ? Qt::AlignVCenter : Qt::AlignTop) | Qt::AlignRight,
                              option.locale.toString(count));
        }
        painter->restore();
        if ((option.state & QStyle::State_HasFocus) && rail && rail->hasFocus())
            style::paintFocus(*painter, rect, theme, 4);
    }
};

} // namespace

Rail::Rail(QWidget* parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Views"));
    setModel(&m_model);
    setItemDelegate(new RailDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    connect(this, &QListView::activated, this, [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    applyWidth();
}

int Rail::addView(const QString& name, const QString& icon, const QString& tip)
{
    auto* item = new QStandardItem(name);
    item->setData(icon, iconRole);
    item->setToolTip(tip);
    m_model.appendRow(item);
    applyWidth();
    return m_model.rowCount() - 1;
}

void Rail::setFitted()
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(m_model.rowCount() * px(34) + px(8));
}

void Rail::choose(int view)
{
    m_chosen = view;
    setCurrentIndex(m_model.index(view, 0));
}

/// The view shown may stand in the other rail: the focus is seen on the first of this one then.
void Rail::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(0, 0));
}

void Rail::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    setCurrentIndex(m_model.index(m_chosen, 0));
}

void Rail::setCount(int view, int count)
{
    if (QStandardItem* item = m_model.item(view)) {
        item->setData(count, countRole);
        item->setData(count > 0 ? tr("%1, %n need you", nullptr, count).arg(item->text()) : item->text(),
                      Qt::AccessibleTextRole);
    }
}

void Rail::setWide(bool isWide)
{
    m_isWide = isWide;
    applyWidth();
    viewport()->update();
}

/// Wide, the longest name fits beside its count.
QSize Rail::sizeHint() const
{
    if (!m_isWide)
        return {px(48), px(200)};
    const QFontMetrics metrics(style::fontOf(style::Type::Strong));
    int widest = px(172);
    for (int row = 0; row < m_model.rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(m_model.item(row)->text()) + px(8 + 36 + 34 + 8));
    return {widest, px(200)};
}

void Rail::applyWidth() { setMinimumWidth(sizeHint().width()); }

} // namespace steward::shell
