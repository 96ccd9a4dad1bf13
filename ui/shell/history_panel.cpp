// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_panel.h"

#include "core/words/short_words.h"
#include "core/words/words.h"
#include "ui/style/icons.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace steward::shell {

using style::px;
using style::Tone;

namespace {

constexpr int noteRole = Qt::UserRole;
constexpr int undoneRole = Qt::UserRole + 1;

class HistoryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {px(200), px(46)}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const style::Theme& theme = style::Theme::of(option.palette);
        const bool isUndone = index.data(undoneRole).toBool();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme[Tone::Sel]);
        painter->setPen(QPen(theme[Tone::Grid], 0));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QFont font = style::fontOf(style::Type::Body);
        font.setStrikeOut(isUndone);
        painter->setFont(font);
        painter->setPen(theme[isUndone ? Tone::Muted : Tone::Text]);
        const QRect rect = option.rect.adjusted(px(16), px(4), -px(12), -px(4));
        painter->drawText(rect, Qt::AlignTop | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->setFont(style::fontOf(style::Type::Small));
        painter->setPen(theme[Tone::Muted]);
        painter->drawText(rect, Qt::AlignBottom | Qt::AlignLeft, index.data(noteRole).toString());
        painter->restore();
    }
};

} // namespace

HistoryPanel::HistoryPanel(QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(std::move(locale))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("history"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFixedWidth(px(430)); // the preview beside a list is covered whole or not at all
    auto* title = new QLabel(tr("History"), this);
    title->setFont(style::fontOf(style::Type::Title2));
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("history.close"));
    close->setAutoRaise(true);
    close->setIcon(style::icon(QStringLiteral("x")));
    close->setAccessibleName(tr("Close the history"));
    close->setToolTip(tr("Close the history (Ctrl+H)"));
    connect(close, &QToolButton::clicked, this, &HistoryPanel::closeRequested);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(8), px(8), px(8));
    head->addWidget(title, 1);
    head->addWidget(close);
    m_list->setObjectName(QStringLiteral("history.list"));
    m_list->setAccessibleName(tr("Changes of this book"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    setFocusProxy(m_list);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &HistoryPanel::closeRequested);
    parent->installEventFilter(this);
}

bool HistoryPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void HistoryPanel::place()
{
    const QRect room = parentWidget()->rect();
    setGeometry(room.right() + 1 - width(), room.top(), width(), room.height());
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    place();
    raise();
}

void HistoryPanel::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter(this).fillRect(0, 0, 1, height(), style::Theme::of(palette())[Tone::Sep]);
}

void HistoryPanel::show(const std::vector<book::HistoryEntry>& history)
{
    m_model.clear();
    for (const book::HistoryEntry& entry : history) {
        const QString label = words::render(entry.label, m_locale);
        auto* item = new QStandardItem(label);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at.ms);
        const QString when =
            tr("%1, %2").arg(words::dayText(at.date(), m_locale), m_locale.toString(at.time(), QLocale::ShortFormat));
        const bool isKnown = !entry.actor.isEmpty() && entry.actor != u"?";
        const QString who = isKnown ? tr("%1, %2").arg(when, entry.actor) : when;
        const QString note = entry.undone ? tr("%1 \u00b7 undone").arg(who) : who;
        item->setData(note, noteRole);
        item->setData(entry.undone, undoneRole);
        item->setToolTip(style::plainTip(label));
        item->setData(QString(label + u", " + note), Qt::AccessibleTextRole);
        m_model.appendRow(item);
    }
}

} // namespace steward::shell
