// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/delegates.h"

#include "ui/importing/columns_model.h"
#include "ui/importing/rows_model.h"
#include "ui/style/icons.h"
#include "ui/style/type.h"
#include "ui/widgets/row_painter.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QTimer>

namespace steward::importing {

using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double iconWidth = 24; ///< and the space behind it

/// Words one after the other on a line, cut where it ends.
class Line
{
public:
    Line(QPainter& painter, const QRect& rect)
        : m_painter(painter)
        , m_rect(rect)
        , m_x(rect.left())
    {
    }
    void add(const QString& text, Type type, const QColor& ink, bool isStruck = false)
    {
        QFont font = style::fontOf(type);
        font.setStrikeOut(isStruck);
        m_painter.setFont(font);
        m_painter.setPen(ink);
        const QRect room(m_x, m_rect.top(), m_rect.right() - m_x + 1, m_rect.height());
        if (room.width() <= 0 || text.isEmpty())
            return;
        const QString shown = m_painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
        m_painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
        m_x += m_painter.fontMetrics().horizontalAdvance(shown);
    }
    void icon(const QString& name, const QColor& ink, int side)
    {
        m_painter.drawPixmap(m_x, m_rect.center().y() - side / 2 + 1,
                             style::iconPixmap(name, ink, side, m_painter.device()->devicePixelRatioF()));
        m_x += side;
    }
    void skip(int width) { m_x += width; }

private:
    QPainter& m_painter;
    QRect m_rect;
    int m_x;
};

void paintChanges(QPainter& painter, const QRect& rect, const std::vector<Change>& changes, const style::Theme& theme)
{
    Line line(painter, rect);
    for (const Change& change : changes) {
        line.add(change.field, Type::Body, theme[Tone::Muted]);
        line.skip(px(5));
        if (!change.before.isEmpty()) {
            line.add(change.before, Type::Body, theme[Tone::Muted], true);
            line.skip(px(5));
            line.icon(QStringLiteral("arrow-right"), theme[Tone::Muted], px(12));
            line.skip(px(5));
        }
        line.add(change.after.isEmpty() ? RowsModel::tr("empty") : change.after,
                 change.before.isEmpty() ? Type::Body : Type::Strong, theme[Tone::Text]);
        line.skip(px(14));
    }
}

struct Look
{
    QString icon;
    QColor ink;
};

Look lookOf(const QModelIndex& index, const style::Theme& theme)
{
    const auto action = static_cast<exchange::Action>(index.data(RowsModel::ResultRole).toInt());
    const QString text = index.siblingAtColumn(RowsModel::Result).data().toString();
    switch (action) {
    case exchange::Action::Created:
        return {QStringLiteral("circle-plus"), theme.band(style::Band::Green).text};
    case exchange::Action::Updated:
        return {QStringLiteral("pencil"), theme[Tone::Text]};
    case exchange::Action::Rejected:
        return text == nameOf(Sort::NotFound)
                   ? Look{QStringLiteral("circle-help"), theme.band(style::Band::Yellow).text}
                   : Look{QStringLiteral("circle-x"), theme.band(style::Band::Red).text};
    case exchange::Action::Unchanged:
        break;
    }
    return text == nameOf(Sort::Unchanged)
               ? Look{QStringLiteral("circle-check"), theme[Tone::Muted]}
               : Look{QStringLiteral("triangle-alert"), theme.band(style::Band::Yellow).text};
}

} // namespace

TwoLineDelegate::TwoLineDelegate(Parts parts, QObject* parent)
    : RowDelegate(parent)
    , m_parts(std::move(parts))
{
}

int TwoLineDelegate::sentenceHeight(const QModelIndex& index, int room) const
{
    const QFontMetrics metrics(style::fontOf(m_parts.isStrong ? Type::Strong : Type::Body));
    const int width = std::max(1, room - (m_parts.icon.isEmpty() ? 0 : px(iconWidth)));
    return metrics.boundingRect(0, 0, width, 0, Qt::TextWordWrap, index.data().toString()).height();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* list = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!m_parts.isWrapped || !list)
        return {px(120), px(42)};
    const int room = list->viewport()->width() - 2 * px(8);
    return {px(120), px(42) - px(18) + std::max(px(18), sentenceHeight(index, room))};
}

void TwoLineDelegate::paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                   const style::Theme& theme) const
{
    QRect words = rect.adjusted(0, px(3), 0, -px(3));
    const auto shade = static_cast<widgets::Shade>(index.data(widgets::ToneRole).toInt());
    if (!m_parts.icon.isEmpty()) {
        const int side = px(16);
        const QColor ink = m_parts.isStrong ? theme[Tone::Muted] : theme.band(style::Band::Yellow).text;
        painter.drawPixmap(words.left(), words.top() + px(2),
                           style::iconPixmap(m_parts.icon, ink, side, painter.device()->devicePixelRatioF()));
        words.adjust(px(iconWidth), 0, 0, 0);
    }
    const int half = m_parts.isWrapped ? std::max(px(18), sentenceHeight(index, rect.width())) : words.height() / 2;
    QRect top(words.left(), words.top(), words.width(), half);
    const QRect bottom(words.left(), top.bottom() + 1, words.width(), words.bottom() - top.bottom());
    const QString note = m_parts.note < 0 ? QString() : index.data(m_parts.note).toString();
    if (!note.isEmpty()) {
        const bool isStrong = shade == widgets::Shade::Late || shade == widgets::Shade::Soon;
        painter.setFont(style::fontOf(isStrong ? Type::Strong : Type::Body));
        painter.setPen(widgets::inkOf(shade == widgets::Shade::Plain ? widgets::Shade::Muted : shade, theme));
        painter.drawText(top, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, note);
        top.setRight(top.right() - painter.fontMetrics().horizontalAdvance(note) - px(8));
    }
    if (m_parts.isWrapped) {
        painter.setFont(style::fontOf(m_parts.isStrong ? Type::Strong : Type::Body));
        painter.setPen(theme[Tone::Text]);
        painter.drawText(top, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextWordWrap, index.data().toString());
    } else {
        Line(painter, top)
            .add(index.data().toString(), m_parts.isStrong ? Type::Strong : Type::Body, theme[Tone::Text]);
    }
    Line below(painter, bottom);
    if (m_parts.aside >= 0) {
        below.icon(QStringLiteral("arrow-right"), theme[Tone::Muted], px(12));
        below.skip(px(6));
        below.add(index.data(m_parts.sub).toString(), Type::Body, theme[Tone::Text]);
        below.skip(px(8));
        below.add(index.data(m_parts.aside).toString(), Type::Small, theme[Tone::Muted]);
    } else if (m_parts.sub >= 0) {
        below.add(index.data(m_parts.sub).toString(), Type::Small, theme[Tone::Muted]);
    }
}

void RowsDelegate::paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                const style::Theme& theme) const
{
    if (index.column() == RowsModel::Result) {
        const Look look = lookOf(index, theme);
        Line line(painter, rect);
        line.icon(look.icon, look.ink, px(14));
        line.skip(px(6));
        line.add(index.data().toString(), Type::Body, look.ink);
        return;
    }
    if (index.column() == RowsModel::Why) {
        const auto changes = index.data(RowsModel::ChangesRole).value<std::vector<Change>>();
        if (!changes.empty()) {
            paintChanges(painter, rect, changes, theme);
            return;
        }
        if (const QString value = index.data(RowsModel::ValueRole).toString(); !value.isEmpty()) {
            Line line(painter, rect);
            line.add(value, Type::Strong, lookOf(index, theme).ink);
            line.skip(px(8));
            line.add(index.data().toString(), Type::Body, theme[Tone::Muted]);
            return;
        }
    }
    RowDelegate::paintContent(painter, rect, index, theme);
}

QWidget* FieldDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto* columns = qobject_cast<const ColumnsModel*>(index.model());
    if (!columns)
        return nullptr;
    auto* choice = new QComboBox(parent);
    choice->setObjectName(QStringLiteral("import.field"));
    choice->setAccessibleName(tr("Field"));
    // What is typed finds the field; Enter takes it.
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    choice->completer()->setFilterMode(Qt::MatchContains);
    for (const auto& [name, words] : columns->choices())
        choice->addItem(words, name);
    return choice;
}

void FieldDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* choice = qobject_cast<QComboBox*>(editor);
    choice->setCurrentIndex(std::max(0, choice->findData(index.data(Qt::EditRole))));
    choice->lineEdit()->selectAll();
}

void FieldDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const auto* choice = qobject_cast<const QComboBox*>(editor);
    const int at = choice->findText(choice->currentText(), Qt::MatchFixedString);
    // The model is made anew by what follows: not while the editor of one of its cells is open.
    if (at >= 0)
        QTimer::singleShot(0, model, [model, place = QPersistentModelIndex(index), target = choice->itemData(at)] {
            if (place.isValid())
                model->setData(place, target, Qt::EditRole);
        });
}

void FieldDelegate::paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                 const style::Theme& theme) const
{
    if (index.column() != ColumnsModel::Field) {
        RowDelegate::paintContent(painter, rect, index, theme);
        return;
    }
    const bool isMuted = index.data(widgets::ToneRole).toInt() == int(widgets::Shade::Muted);
    const QRect words = rect.adjusted(0, 0, -px(16), 0);
    Line line(painter, words);
    line.add(index.data().toString(), Type::Body, theme[isMuted ? Tone::Muted : Tone::Text]);
    line.skip(px(5));
    line.icon(QStringLiteral("chevron-down"), theme[Tone::Muted], px(11));
}

} // namespace steward::importing
