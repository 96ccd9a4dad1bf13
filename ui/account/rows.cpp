// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/rows.h"

#include "ui/account/wrapped_text.h"
#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"
#include "ui/widgets/row_painter.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace steward::account {

using style::px;
using style::Tone;
using style::Type;
using widgets::inkOf;
using widgets::Shade;

namespace {

bool isStrong(Shade shade) { return shade == Shade::Late || shade == Shade::Soon; }

} // namespace

QString initialsOf(const QString& name)
{
    QString initials;
    for (const QString& part : name.split(u' ', Qt::SkipEmptyParts))
        if (part.front().isLetter() && initials.size() < 2)
            initials += part.front().toUpper();
    return initials;
}

void LinesModel::show(std::vector<Line> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int LinesModel::rowOf(RecordRef record) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_lines[i].record == record && m_lines[i].kind == Line::Kind::Line)
            return static_cast<int>(i);
    return -1;
}

int LinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

Qt::ItemFlags LinesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return at(index.row()).kind == Line::Kind::Line ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

QVariant LinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::ToolTipRole:
        return line.kind == Line::Kind::Line ? style::plainTip(line.text) : QString();
    case Qt::AccessibleTextRole: {
        if (!line.spoken.isEmpty())
            return line.spoken;
        QStringList parts;
        for (const QString& part : {line.lead, line.text, line.detail, line.end})
            if (!part.isEmpty())
                parts << part;
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

class LinesView::Delegate final : public QStyledItemDelegate
{
public:
    Delegate(LineColumns widths, QObject* parent)
        : QStyledItemDelegate(parent)
        , columns(widths)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& line = lineOf(index);
        const int least = px(line.kind == Line::Kind::Head ? columns.head : columns.row);
        if (line.kind != Line::Kind::Note && !line.isWrapped)
            return {px(80), least};
        const auto* view = qobject_cast<const QListView*>(option.widget);
        int width = view ? std::max(px(120), view->viewport()->width() - px(16)) : px(300);
        const QFont font = style::fontOf(line.isStrong ? Type::Strong : Type::Body);
        if (line.kind == Line::Kind::Line)
            width = textWidth(line, width);
        const bool isLine = line.kind == Line::Kind::Line;
        return {px(80), std::max(isLine ? least : 0, wrappedHeight(line.text, font, width) + px(isLine ? 14 : 12))};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const style::Theme& theme = style::Theme::of(option.palette);
        const Line& line = lineOf(index);
        painter->save();
        paintGround(*painter, option, index, line, theme);
        const QRect rect = option.rect.adjusted(px(8), 0, -px(8), -1);
        if (line.kind == Line::Kind::Line)
            paintLine(*painter, rect, line, theme);
        else
            paintOther(*painter, rect, line, theme);
        painter->restore();
        const bool hasFocus = option.state & QStyle::State_HasFocus;
        if (hasFocus && line.kind == Line::Kind::Line)
            style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), theme);
    }
    /// A date is never cut: the outer columns are as wide as their widest.
    void fit(const std::vector<Line>& lines)
    {
        m_widestLead = widest(lines, &Line::lead);
        m_widestEnd = widest(lines, &Line::end);
    }
    LineColumns columns;

private:
    /// By letters: measuring thousands of lines takes longer than showing them.
    static QString widest(const std::vector<Line>& lines, QString Line::*part)
    {
        const auto lettersOf = [&](const Line& line) { return (line.*part).size(); };
        const auto found = std::ranges::max_element(lines, {}, lettersOf);
        return found == lines.end() ? QString() : (*found).*part;
    }
    static const Line& lineOf(const QModelIndex& index)
    {
        return static_cast<const LinesModel*>(index.model())->at(index.row());
    }
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, const Line& line,
                     const style::Theme& theme) const
    {
        QColor fill = theme[Tone::Base];
        if (line.kind == Line::Kind::Head)
            fill = theme[columns.lead > 0 ? Tone::Alt : Tone::Base];
        else if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_Active) && option.widget &&
                 option.widget->hasFocus())
            fill = theme[Tone::Sel];
        else if (option.state & QStyle::State_Selected)
            fill = theme[Tone::SelInactive];
        else if (isHovered(option, index) && line.kind == Line::Kind::Line)
            fill = theme[Tone::Hover];
        painter.fillRect(option.rect, fill);
        if (line.kind == Line::Kind::Note)
            return;
        painter.setPen(QPen(theme[line.kind == Line::Kind::Head ? Tone::Sep : Tone::Grid], 0));
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    static bool isHovered(const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        const auto* list = qobject_cast<const widgets::RowList*>(option.widget);
        return list && list->hovered() == index.row();
    }
    /// The same in every row of a list with columns, so that they stand; names of many people are cut.
    [[nodiscard]] int endWidth(const Line& line, int whole) const
    {
        const auto naturalOf = [](const QString& text, Type type) {
            return static_cast<int>(style::numberWidth(style::fontOf(type), text)) + 2;
        };
        if (columns.end > 0)
            return std::min(std::clamp(naturalOf(m_widestEnd, Type::Strong), px(columns.end), px(1.6 * columns.end)),
                            whole / 2);
        if (line.end.isEmpty())
            return 0;
        return std::min(naturalOf(line.end, isStrong(line.endShade) ? Type::Strong : Type::Body), whole / 2);
    }
    /// With the space behind it.
    [[nodiscard]] int leadWidth() const
    {
        if (columns.lead <= 0)
            return 0;
        const auto natural = static_cast<int>(style::numberWidth(style::fontOf(Type::Body), m_widestLead)) + 1;
        return std::max(px(columns.lead), natural) + px(10);
    }
    /// What a line without columns of its own leaves for the text: painted as it is measured, or a word is cut.
    [[nodiscard]] int textWidth(const Line& line, int whole) const
    {
        const int left = whole - leadWidth() - px(columns.icon) - px(columns.name);
        const int end = endWidth(line, left);
        return left - (end > 0 ? end + px(8) : 0);
    }
    static void paintOther(QPainter& painter, const QRect& rect, const Line& line, const style::Theme& theme)
    {
        const bool isHead = line.kind == Line::Kind::Head;
        painter.setFont(style::fontOf(isHead ? Type::Strong : Type::Body));
        painter.setPen(theme[isHead ? Tone::Text : Tone::Muted]);
        if (!isHead) {
            painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, line.text);
            return;
        }
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, line.text);
        const int left = rect.left() + painter.fontMetrics().horizontalAdvance(line.text) + px(8);
        painter.setFont(style::fontOf(Type::Small));
        painter.setPen(inkOf(line.detailShade, theme));
        painter.drawText(QRect(left, rect.top(), rect.right() - left, rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         line.detail);
        painter.setPen(inkOf(line.endShade, theme));
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, line.end);
    }
    void paintLine(QPainter& painter, QRect rect, const Line& line, const style::Theme& theme) const
    {
        if (columns.lead > 0) {
            painter.setFont(style::fontOf(Type::Body));
            painter.setPen(theme[Tone::Muted]);
            const int width = leadWidth();
            style::drawNumber(painter, QRect(rect.left(), rect.top(), width - px(10), rect.height()), Qt::AlignRight,
                              line.lead);
            rect.setLeft(rect.left() + width);
        }
        if (columns.icon > 0) {
            paintMark(painter, firstLine(rect), line, theme);
            rect.setLeft(rect.left() + px(columns.icon));
        }
        if (columns.name > 0) {
            const QRect name = firstLine(rect);
            painter.setFont(style::fontOf(Type::Body));
            painter.setPen(theme[Tone::Muted]);
            painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(line.lead, Qt::ElideRight, px(columns.name) - px(8)));
            rect.setLeft(rect.left() + px(columns.name));
        }
        painter.setFont(style::fontOf(isStrong(line.endShade) ? Type::Strong : Type::Body));
        int right = rect.right();
        if (const int width = endWidth(line, rect.width()); width > 0) {
            paintPart(painter, QRect(right - width, rect.top(), width + 1, rect.height()), line.end, line.endShade,
                      Qt::AlignRight, theme);
            right -= width + px(8);
        }
        if (columns.detail > 0) {
            const int width = std::min(px(columns.detail), (right - rect.left()) / 2);
            paintPart(painter, QRect(right - width, rect.top(), width, rect.height()), line.detail, line.detailShade,
                      Qt::AlignLeft, theme);
            right -= width + px(8);
        }
        QFont font = style::fontOf(line.isStrong ? Type::Strong : Type::Body);
        font.setStrikeOut(line.isStruck);
        painter.setFont(font);
        painter.setPen(theme[line.isStruck ? Tone::Muted : Tone::Text]);
        const int width = right - rect.left() + 1;
        if (line.isWrapped) {
            paintWrapped(painter, QRect(rect.left(), rect.top(), width, rect.height()), line.text, font, theme);
            return;
        }
        painter.drawText(QRect(rect.left(), rect.top(), width, rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(line.text, Qt::ElideRight, width));
    }
    /// Beside names a text begins at their height.
    [[nodiscard]] QRect firstLine(const QRect& rect) const
    {
        return columns.name > 0 ? QRect(rect.left(), rect.top(), rect.width(), px(columns.row) - 1) : rect;
    }
    static void paintPart(QPainter& painter, const QRect& rect, const QString& text, Shade shade,
                          Qt::Alignment alignment, const style::Theme& theme)
    {
        painter.setFont(style::fontOf(isStrong(shade) ? Type::Strong : Type::Body));
        painter.setPen(inkOf(shade, theme));
        const bool fits = style::numberWidth(painter.font(), text) <= rect.width() + 2;
        if (fits)
            style::drawNumber(painter, rect, alignment, text);
        else
            painter.drawText(rect, int(alignment) | Qt::AlignVCenter | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
    void paintMark(QPainter& painter, const QRect& rect, const Line& line, const style::Theme& theme) const
    {
        if (line.initials.isEmpty()) {
            if (line.icon.isEmpty())
                return;
            const QPixmap mark = style::iconPixmap(line.icon, inkOf(line.iconShade, theme), px(16),
                                                   painter.device()->devicePixelRatioF());
            painter.drawPixmap(QPointF(rect.left(), rect.center().y() + 1 - px(8)), mark);
            return;
        }
        const double side = px(22);
        const QRectF ring(rect.left(), rect.center().y() + 0.5 - side / 2, side, side);
        QPen pen(inkOf(line.iconShade == Shade::Muted ? Shade::Muted : line.iconShade, theme), 1.2);
        if (line.iconShade == Shade::Plain)
            pen.setColor(theme[Tone::Accent]);
        else
            pen.setDashPattern({2, 1.6});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pen);
        painter.setBrush(line.iconShade == Shade::Plain ? QBrush(theme[Tone::AccentTint]) : QBrush(Qt::NoBrush));
        painter.drawEllipse(ring.adjusted(0.6, 0.6, -0.6, -0.6));
        QFont font = style::fontOf(Type::Strong);
        font.setPointSizeF(font.pointSizeF() * 0.75);
        font.setStrikeOut(line.isStruck);
        painter.setFont(font);
        painter.setPen(theme[line.iconShade == Shade::Plain ? Tone::Text : Tone::Muted]);
        painter.drawText(ring, Qt::AlignCenter, line.initials);
    }

    QString m_widestLead;
    QString m_widestEnd;
};

LinesView::LinesView(const QString& name, const QString& accessibleName, LineColumns columns, QWidget* parent)
    : LinesView(new LinesModel, name, accessibleName, columns, parent)
{
}

LinesView::LinesView(LinesModel* model, const QString& name, const QString& accessibleName, LineColumns columns,
                     QWidget* parent)
    : RowList(*model, name, accessibleName, parent)
    , m_model(model)
    , m_delegate(new Delegate(columns, this))
{
    model->setParent(this);
    setItemDelegate(m_delegate);
    // Without it a list does not measure its lines again when only its width changes: a scroll bar comes, a word is
    // cut.
    setWordWrap(true);
}

void LinesView::setColumns(LineColumns columns)
{
    m_delegate->columns = columns;
    viewport()->update();
}

void LinesView::setFitting()
{
    m_isFitting = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinesView::show(std::vector<Line> lines)
{
    const RecordRef kept = currentRecord();
    const int scrolled = verticalScrollBar()->value();
    m_delegate->fit(lines);
    m_model->show(std::move(lines));
    const int row = kept.id != 0 ? m_model->rowOf(kept) : -1;
    if (row >= 0) {
        setCurrentIndex(m_model->index(row));
        verticalScrollBar()->setValue(scrolled);
    }
    updateGeometry();
}

QSize LinesView::sizeHint() const
{
    if (!m_isFitting)
        return RowList::sizeHint();
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    return {px(200), std::max(height, px(24))};
}

QSize LinesView::minimumSizeHint() const
{
    return m_isFitting ? QSize(px(120), sizeHint().height()) : RowList::minimumSizeHint();
}

void LinesView::resizeEvent(QResizeEvent* event)
{
    RowList::resizeEvent(event);
    // A line that is wrapped is as tall as the width lets it be.
    if (m_isFitting && event->size().width() != event->oldSize().width())
        updateGeometry();
}

RecordRef LinesView::currentRecord() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_model->at(index.row()).record : RecordRef();
}

void LinesView::chooseRecord(RecordRef record)
{
    if (const int row = m_model->rowOf(record); row >= 0) {
        setCurrentIndex(m_model->index(row));
        scrollTo(currentIndex());
    }
}

void LinesView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentRecord().id != 0)
            Q_EMIT opened(currentRecord());
        if (currentIndex().isValid())
            Q_EMIT activated(currentIndex());
        return;
    }
    RowList::keyPressEvent(event);
}

void LinesView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid())
        return;
    if (m_model->at(index.row()).record.id != 0)
        Q_EMIT opened(m_model->at(index.row()).record);
    Q_EMIT activated(index);
}

void LinesView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowList::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT recordChosen(m_model->at(current.row()).record);
}

} // namespace steward::account
