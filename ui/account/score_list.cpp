// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/score_list.h"

#include "ui/style/icons.h"
#include "ui/style/line_text.h"
#include "ui/style/steward_style.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"
#include "ui/widgets/badge.h"

#include <QKeyEvent>
#include <QStyledItemDelegate>
#include <limits>

namespace steward::account {

using query::ScoreLine;
using style::Band;
using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr QChar dash(0x2013);
constexpr qint64 heavyLoss = 40; ///< tenths
constexpr double pointLength = 10.2;

/// The columns of a line inside a rectangle.
struct Places
{
    /// nameWidth: of the longest name; what is more than usual moves the rest.
    Places(const QRect& line, int nameWidth)
        : rect(line.adjusted(px(4), 0, -px(4), 0))
    {
        age = QRect(rect.right() - px(36), rect.top(), px(36), rect.height());
        const int more = std::max(0, nameWidth - px(148));
        gained = QRect(rect.left() + px(262) + more, rect.top(), px(46), rect.height());
        lost = QRect(gained.right() + px(6), rect.top(), px(50), rect.height());
        why = QRect(lost.right() + px(10), rect.top(), age.left() - px(6) - lost.right() - px(10), rect.height());
        bar = QRect(rect.left() + px(150) + more, rect.top(), px(116), rect.height());
        name = QRect(rect.left(), rect.top(), px(148) + more, rect.height());
    }
    QRect rect, name, bar, gained, lost, why, age;
};

} // namespace

void ScoreModel::show(std::vector<ScoreRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ScoreModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ScoreModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ScoreRow& row = at(index.row());
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == Qt::AccessibleTextRole)
        return row.spoken;
    if (role == Qt::ToolTipRole)
        return style::plainTip(QStringList{row.name + u": " + row.why, row.dataTo}.join(u'\n').trimmed());
    return {};
}

class ScoreView::Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const bool wraps = index.row() < int(isWrapped.size()) && isWrapped[std::size_t(index.row())];
        return {px(300), wraps ? wrappedHeight(rowOf(index)) : plainHeight(rowOf(index))};
    }
    static int plainHeight(const ScoreRow& row)
    {
        const auto kind = row.line.kind;
        const bool isStep = kind == ScoreLine::Kind::Points || kind == ScoreLine::Kind::Score;
        return std::max(px(isStep ? 22 : 20), QFontMetrics(style::fontOf(Type::Body)).height() + 2);
    }
    [[nodiscard]] int wrappedHeight(const ScoreRow& row) const
    {
        const QFontMetrics small(style::fontOf(Type::Small));
        const int room = Places(QRect(0, 0, width, px(20)), nameWidth).why.width();
        const int needed = small.boundingRect(0, 0, std::max(room, 1), 0, Qt::TextWordWrap, row.why).height();
        const int plain = plainHeight(row);
        return needed > small.lineSpacing() ? std::max(plain, plain + needed - small.height()) : plain;
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const style::Theme& theme = style::Theme::of(option.palette);
        const ScoreRow& row = rowOf(index);
        painter->save();
        QColor ground = theme[index.row() == hovered ? Tone::Hover : Tone::Base];
        const bool isFocused = option.widget && option.widget->hasFocus();
        if (option.state & QStyle::State_Selected)
            ground = theme[isFocused ? Tone::Sel : Tone::Base];
        painter->fillRect(option.rect, ground);
        const auto kind = row.line.kind;
        if (kind == ScoreLine::Kind::Points || kind == ScoreLine::Kind::Score) {
            painter->setPen(QPen(theme[Tone::Sep], 0));
            painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        }
        // What is told on several lines begins beside its name.
        Places at(QRect(option.rect.left(), option.rect.top(), option.rect.width(), plainHeight(row)), nameWidth);
        at.why.setBottom(option.rect.bottom());
        paintRow(*painter, at, row, theme);
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            style::paintFocus(*painter, option.rect, theme);
    }
    int hovered = -1;
    int width = 0; ///< of the rows
    int nameWidth = 0;
    std::vector<bool> isWrapped; ///< by row: there is room for its reason on several lines

private:
    static const ScoreRow& rowOf(const QModelIndex& index)
    {
        return static_cast<const ScoreModel*>(index.model())->at(index.row());
    }
    void paintRow(QPainter& painter, Places at, const ScoreRow& row, const style::Theme& theme) const
    {
        using Kind = ScoreLine::Kind;
        const Kind kind = row.line.kind;
        const bool isStrong = kind == Kind::Group || kind == Kind::Score;
        const bool isQuiet = kind == Kind::Measure && !row.line.takesPart();
        if (kind == Kind::Measure)
            at.name.setLeft(at.name.left() + px(12));
        if (kind == Kind::Cap || kind == Kind::Override) {
            const QPixmap lock = style::iconPixmap(QStringLiteral("lock"), theme[Tone::Muted], px(13),
                                                   painter.device()->devicePixelRatioF());
            painter.drawPixmap(QPointF(at.name.left(), at.name.center().y() + 1 - px(6.5)), lock);
            at.name.setLeft(at.name.left() + px(18));
        }
        painter.setFont(style::fontOf(isStrong ? Type::Strong : Type::Body));
        painter.setPen(theme[isQuiet ? Tone::Muted : Tone::Text]);
        style::drawLine(painter, at.name, Qt::AlignLeft, row.name);
        paintMiddle(painter, at, row, theme);
        painter.setFont(style::fontOf(isStrong ? Type::Strong : Type::Body));
        painter.setPen(theme[isQuiet ? Tone::Muted : Tone::Text]);
        if (row.worth.isEmpty()) {
            paintPoints(painter, at, row, theme);
        } else {
            painter.setFont(style::fontOf(Type::Small));
            style::drawLine(painter, at.gained.united(at.lost), Qt::AlignRight, row.worth);
        }
        painter.setFont(style::fontOf(Type::Small));
        const bool opens = !row.line.why.records.empty();
        painter.setPen(theme[opens ? Tone::Link : Tone::Muted]);
        if (at.why.height() > plainHeight(row)) {
            painter.setClipRect(at.why); // a word of a file may be longer than the column
            painter.drawText(at.why.adjusted(0, (plainHeight(row) - painter.fontMetrics().height()) / 2, 0, 0),
                             int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, row.why);
            painter.setClipping(false);
        } else {
            style::drawLine(painter, at.why, Qt::AlignLeft, row.why);
        }
        painter.setPen(theme[Tone::Muted]);
        style::drawNumber(painter, at.age, Qt::AlignRight, row.age);
    }
    static void paintPoints(QPainter& painter, const Places& at, const ScoreRow& row, const style::Theme& theme)
    {
        using Kind = ScoreLine::Kind;
        const Kind kind = row.line.kind;
        style::drawNumber(painter, at.gained, Qt::AlignRight, row.gained);
        const bool isHeavy = (kind == Kind::Measure || kind == Kind::Cap) && row.line.lost > 0 &&
                             (row.line.lost >= heavyLoss || kind == Kind::Cap);
        painter.setFont(style::fontOf(isHeavy || kind == Kind::Score ? Type::Strong : Type::Body));
        painter.setPen(isHeavy ? theme.band(Band::Red).text : theme[Tone::Muted]);
        style::drawNumber(painter, at.lost, Qt::AlignRight, row.lost);
    }
    static void paintMiddle(QPainter& painter, const Places& at, const ScoreRow& row, const style::Theme& theme)
    {
        using Kind = ScoreLine::Kind;
        if (row.line.kind == Kind::Score && !row.badge.isEmpty()) {
            const QString word = widgets::bandWord(row.band);
            const double needed = px(14 + 5 + 5) + style::numberWidth(style::fontOf(Type::Strong), row.badge) +
                                  style::lineWidth(style::fontOf(Type::Body), word) + 1;
            // A long word begins earlier: the name beside it is short.
            const int early = std::max(0, int(std::ceil(needed)) - at.bar.width());
            widgets::paintBadge(painter, at.bar.adjusted(-early, 0, 0, 0), {row.band, row.badge, true}, theme);
            return;
        }
        if (!row.instead.isEmpty()) {
            painter.setFont(style::fontOf(row.line.kind == Kind::Cap && row.line.lost > 0 ? Type::Body : Type::Small));
            painter.setPen(theme[row.line.kind == Kind::Cap && row.line.lost > 0 ? Tone::Text : Tone::Muted]);
            style::drawLine(painter, at.bar, Qt::AlignLeft, row.instead);
            return;
        }
        if (row.line.kind != Kind::Measure)
            return;
        const double scale = std::min(px(pointLength) * 1.0, at.bar.width() / std::max(1.0, row.line.possible));
        const QRectF whole(at.bar.left(), at.bar.center().y() - px(4), row.line.possible * scale, px(9));
        if (row.gained == dash) {
            QPen pen(theme[Tone::Faint], 1);
            if (row.line.state == health::State::Unknown)
                pen.setDashPattern({2, 2});
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(whole);
            return;
        }
        const double gained = double(row.line.gained) / 10 * scale;
        painter.fillRect(QRectF(whole.left(), whole.top(), gained, whole.height()), theme[Tone::Quantity]);
        if (row.line.lost <= 0)
            return;
        const QRectF lost(whole.left() + gained, whole.top(), double(row.line.lost) / 10 * scale, whole.height());
        painter.fillRect(lost, theme.band(Band::Red).tint);
        painter.fillRect(QRectF(lost.right() - 1.5, lost.top() - 1, 1.5, lost.height() + 2),
                         theme.band(Band::Red).solid);
    }
};

/// The words over the columns.
class ScoreView::Head final : public QWidget
{
public:
    using QWidget::QWidget;
    int nameWidth = 0;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const style::Theme& theme = style::Theme::of(palette());
        QPainter painter(this);
        painter.fillRect(rect(), theme[Tone::Base]);
        painter.setFont(style::fontOf(Type::Small));
        painter.setPen(theme[Tone::Muted]);
        Places at(rect(), nameWidth);
        at.gained.setLeft(at.bar.left()); // a long word stands over the bars
        at.age.setLeft(at.age.left() - px(30));
        style::drawLine(painter, at.gained, Qt::AlignRight, tr("gained"));
        style::drawLine(painter, at.lost, Qt::AlignRight, tr("lost"));
        style::drawLine(painter, at.why, Qt::AlignLeft, tr("why"));
        style::drawLine(painter, at.age, Qt::AlignRight, tr("age"));
    }

private:
    static QString tr(const char* text) { return QCoreApplication::translate("account", text); }
};

ScoreView::ScoreView(QWidget* parent)
    : QListView(parent)
    , m_model(new ScoreModel(this))
    , m_delegate(new Delegate(this))
    , m_head(new Head(this))
{
    setObjectName(QStringLiteral("account.score"));
    setAccessibleName(tr("Why this score"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setViewportMargins(0, px(20), 0, 0);
}

void ScoreView::show(std::vector<ScoreRow> rows)
{
    const int kept = currentIndex().row();
    m_model->show(std::move(rows));
    fitNames();
    fitRows();
    if (kept >= 0 && kept < m_model->rowCount())
        setCurrentIndex(m_model->index(kept));
}

void ScoreView::fitNames()
{
    constexpr double most = 200;
    const QFontMetrics body(style::fontOf(Type::Body));
    const QFontMetrics strong(style::fontOf(Type::Strong));
    int longest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const ScoreRow& each = m_model->at(row);
        const bool isMeasure = each.line.kind == ScoreLine::Kind::Measure;
        longest = std::max(longest, isMeasure ? body.horizontalAdvance(each.name) + px(12) + px(4)
                                              : strong.horizontalAdvance(each.name));
    }
    m_delegate->nameWidth = m_head->nameWidth = std::min(longest, px(most));
    m_head->update();
}

int ScoreView::widthForReasons() const
{
    const QFontMetrics small(style::fontOf(Type::Small));
    int longest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        longest = std::max(longest, small.horizontalAdvance(m_model->at(row).why));
    const Places empty(QRect(0, 0, 0, px(20)), m_delegate->nameWidth);
    return longest + px(2) - empty.why.width();
}

/// Reasons are read whole as far as the score stays in sight: those that cost most first, the others on a line each.
void ScoreView::fitRows()
{
    int room = viewport()->height();
    std::vector<int> order;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        room -= Delegate::plainHeight(m_model->at(row));
        order.push_back(row);
    }
    const auto weight = [&](int row) {
        const query::ScoreLine& line = m_model->at(row).line;
        return line.kind == query::ScoreLine::Kind::Cap ? std::numeric_limits<qint64>::max() : line.lost;
    };
    std::ranges::stable_sort(order, std::ranges::greater(), weight);
    m_delegate->width = viewport()->width();
    m_delegate->isWrapped.assign(order.size(), false);
    for (const int row : order) {
        const int more = m_delegate->wrappedHeight(m_model->at(row)) - Delegate::plainHeight(m_model->at(row));
        if (more > room)
            continue;
        room -= more;
        m_delegate->isWrapped[std::size_t(row)] = true;
    }
    scheduleDelayedItemsLayout();
}

void ScoreView::keyPressEvent(QKeyEvent* event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && event->modifiers() == Qt::NoModifier) {
        if (currentIndex().isValid())
            Q_EMIT opened(m_model->at(currentIndex().row()));
        return;
    }
    QListView::keyPressEvent(event);
}

void ScoreView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() &&
        Places(visualRect(index), m_delegate->nameWidth).why.contains(event->position().toPoint()))
        Q_EMIT opened(m_model->at(index.row()));
}

void ScoreView::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    m_delegate->hovered = indexAt(event->position().toPoint()).row();
    viewport()->update();
}

void ScoreView::leaveEvent(QEvent* event)
{
    QListView::leaveEvent(event);
    m_delegate->hovered = -1;
    viewport()->update();
}

void ScoreView::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && m_model->rowCount() > 1)
        setCurrentIndex(m_model->index(1));
    QListView::focusInEvent(event);
}

void ScoreView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    m_head->setGeometry(viewport()->x(), viewport()->y() - px(20), viewport()->width(), px(20));
    fitRows();
}

} // namespace steward::account
