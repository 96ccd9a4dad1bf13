// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_delegate.h"

#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/style/type.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/key_hints.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/row_painter.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QPainter>

namespace steward::today {

using style::Band;
using style::px;
using style::Tone;
using style::Type;
using widgets::inkOf;
using widgets::Shade;
using Kind = TodayModel::Kind;

namespace {

constexpr double lineHeight = 18;
constexpr double edge = 16;
constexpr double rankWidth = 18;
constexpr double nameLeft = 44;
constexpr double nameWidth = 206;
constexpr double amountWidth = 110;
constexpr double playWidth = 286;
constexpr double widePlayWidth = 360; ///< where there is room, its name and how far it is stand whole
constexpr double wideFrom = 1500;
constexpr double playFrom = 900; ///< narrower than that the play stands in the pane alone

int playRoom(int width) { return px(width >= px(wideFrom) ? widePlayWidth : playWidth); }

QString tr(const char* text) { return QCoreApplication::translate("today", text); }

/// Which keys a row answers.
enum class For
{
    Clock,
    Account,
    Group
};

/// Draws the parts of one row.
class Row : private widgets::RowPainter
{
public:
    Row(QPainter& painter, const QRect& rect, const QPalette& palette, const QString& readOnly)
        : RowPainter(painter, palette)
        , m_rect(rect)
        , m_readOnly(readOnly)
    {
    }
    using RowPainter::ground;

    /// A line of the row, 0 the upper one, from left to right edge.
    [[nodiscard]] QRect line(int number, int left, int right) const
    {
        return {left, m_rect.top() + px(7) + number * px(lineHeight), std::max(0, right - left), px(lineHeight)};
    }

    void clock(const RowText& row, int timeWidth, int longestName, bool isCurrent)
    {
        const QRect whole(m_rect.left() + px(edge), m_rect.top(), m_rect.width() - px(2 * edge), px(30));
        const int timeRight = whole.left() + timeWidth;
        text(QRect(whole.left(), whole.top(), timeWidth, whole.height()), row.time, Type::Strong,
             inkOf(row.timeShade, theme()));
        icon(timeRight + px(4), whole, row.icon, theme()[Tone::Muted], 15);
        const int nameAt = timeRight + px(28);
        // Names are read whole where they leave the sentence two thirds.
        const int nameWide = std::clamp(longestName, px(160), std::max(px(200), whole.width() / 3));
        text(QRect(nameAt, whole.top(), nameWide, whole.height()), row.name, Type::Strong, theme()[Tone::Text]);
        const int kindWidth = px(150);
        text(QRect(whole.right() - kindWidth, whole.top(), kindWidth, whole.height()), row.kind.toLower(), Type::Body,
             theme()[Tone::Muted], Qt::AlignRight);
        const int from = nameAt + nameWide + px(12);
        text(QRect(from, whole.top(), whole.right() - kindWidth - px(8) - from, whole.height()), row.reason, Type::Body,
             theme()[Tone::Text]);
        if (isCurrent)
            keys(m_rect.left() + px(nameLeft), m_rect.right() - px(edge), px(30), For::Clock);
    }

    void account(const RowText& row, int rank, bool isCurrent, bool isPart, For what)
    {
        const int left = m_rect.left() + px(nameLeft + (isPart ? 16 : 0));
        const int right = m_rect.right() - px(edge);
        const int nameRight = m_rect.left() + px(nameLeft + nameWidth);
        paintRank(row, rank);
        text(line(0, left, nameRight), row.name, Type::Strong, theme()[Tone::Text]);
        const int amountRight = nameRight + px(amountWidth);
        // Days are read whole: the short line of the name lends them room.
        const int turnWidth = QFontMetrics(style::fontOf(Type::Small)).horizontalAdvance(row.turn) + px(4);
        const int turnLeft = std::min(nameRight, amountRight - turnWidth);
        if (row.hasScore)
            score(row, line(1, left, turnLeft - px(4)));
        else
            text(line(1, left, turnLeft - px(4)), row.about, Type::Small, theme()[Tone::Muted]);
        const QColor gain = theme().band(Band::Green).text;
        number(line(0, nameRight, amountRight), row.amount, row.isGood ? Type::Strong : Type::Body,
               row.isGood ? gain : theme()[Tone::Text]);
        text(line(1, turnLeft, amountRight), row.turn, Type::Small, inkOf(row.turnShade, theme()), Qt::AlignRight);
        const bool hasPlay = m_rect.width() >= px(playFrom);
        const int playLeft = right - playRoom(m_rect.width());
        const int reasonLeft = amountRight + px(14);
        const int reasonRight = hasPlay ? playLeft - px(14) : right;
        text(line(0, reasonLeft, reasonRight), row.reason, Type::Body, theme()[Tone::Text]);
        const QFontMetrics strong(style::fontOf(Type::Strong));
        const int furtherLeft =
            row.more.isEmpty() ? reasonLeft : reasonLeft + strong.horizontalAdvance(row.more) + px(8);
        const int nextLeft = m_rect.left() + nextStepFrom(row, m_rect.width());
        text(line(1, reasonLeft, nextLeft - px(8)), row.more, Type::Strong, theme()[Tone::Text]);
        text(line(1, furtherLeft, nextLeft - px(14)), row.further, Type::Small, theme()[Tone::Muted]);
        if (!row.play.isEmpty() && (hasPlay || row.isRunning))
            text(line(1, nextLeft, right), row.lastTime, Type::Small,
                 theme()[row.isRunning ? Tone::Text : Tone::Muted]);
        if (hasPlay && !row.play.isEmpty())
            play(row, playLeft, right);
        if (isCurrent)
            lastLine(row, left, right, what);
    }

    void title(const TodayModel::Entry& entry, bool isOpen, bool isFold)
    {
        QRect place(m_rect.left() + px(edge), m_rect.top(), m_rect.width() - px(2 * edge), m_rect.height());
        if (isFold) {
            icon(place.left(), place, isOpen ? QStringLiteral("chevron-down") : QStringLiteral("arrow-right"),
                 theme()[Tone::Muted], 14);
            place.setLeft(place.left() + px(28));
        }
        const int end = text(place, entry.title, Type::Strong, theme()[Tone::Text]) + px(8);
        text(QRect(end, place.top(), place.right() - end, place.height()), entry.note, Type::Small,
             theme()[Tone::Muted]);
    }

private:
    void paintRank(const RowText& row, int rank)
    {
        const QRect place = line(0, m_rect.left() + px(edge - 6), m_rect.left() + px(edge - 6 + rankWidth));
        if (row.isGood)
            icon(place.left() + px(2), place, QStringLiteral("sparkles"), theme().band(Band::Green).text, 15);
        else if (rank > 0)
            number(place, QString::number(rank), Type::Body, theme()[Tone::Muted]);
    }
    void score(const RowText& row, const QRect& place)
    {
        const widgets::Badge badge{row.band, row.score, true, row.isSetByHand};
        widgets::paintBadge(painter(), place, badge, theme());
        const QFont strong = style::fontOf(Type::Strong);
        const double number = std::max(style::numberWidth(strong, row.score), double(px(17)));
        const int word = QFontMetrics(style::fontOf(Type::Body)).horizontalAdvance(widgets::bandWord(row.band));
        const int from =
            place.left() + px(14) + px(5) + static_cast<int>(number) + px(5) + word + px(8) + widgets::lockWidth(badge);
        text(QRect(from, place.top(), place.right() - from, place.height()), row.change, Type::Strong,
             row.isWorse ? theme().band(Band::Red).text : theme()[Tone::Muted]);
    }
    void play(const RowText& row, int left, int right)
    {
        const QRect upper = line(0, left, right);
        icon(left, upper, QStringLiteral("play"), theme()[Tone::Link], 13);
        const int name = text(line(0, left + px(19), right), row.play, Type::Strong, theme()[Tone::Link]) + px(8);
        text(line(0, name, right), row.playNote, Type::Small, theme()[Tone::Muted]);
    }
    /// Returns where they end.
    int keys(int left, int right, int top, For what)
    {
        const std::pair<const char*, const char*> all[] = {{"Enter", QT_TRANSLATE_NOOP("today", "open")},
                                                           {"P", QT_TRANSLATE_NOOP("today", "play")},
                                                           {"N", QT_TRANSLATE_NOOP("today", "note")},
                                                           {"S", QT_TRANSLATE_NOOP("today", "snooze")},
                                                           {"D", QT_TRANSLATE_NOOP("today", "dismiss")},
                                                           {"T", QT_TRANSLATE_NOOP("today", "task")},
                                                           {"=", QT_TRANSLATE_NOOP("today", "I see it differently")}};
        const int height = px(17);
        const int y = m_rect.top() + top;
        int x = left;
        for (const auto& [key, word] : all) {
            // What is for one account is not offered for several.
            if (what == For::Group && QLatin1StringView("NT=").contains(QLatin1Char(*key)))
                continue;
            const bool isDone = what == For::Clock && *key == 'P';
            const bool edits = isDone || QLatin1StringView("NSDT=").contains(QLatin1Char(*key));
            if (edits && !m_readOnly.isEmpty())
                continue;
            const QString name = QString::fromLatin1(isDone ? "X" : key);
            const QString does = isDone ? tr("done") : tr(word);
            painter().setFont(style::fontOf(Type::Small));
            const int width = painter().fontMetrics().horizontalAdvance(does);
            if (x + width + px(60) > right)
                break;
            x += widgets::paintKey(painter(), {x, y}, height, name, palette()) + px(5);
            x = text(QRect(x, y, width + 2, height), does, Type::Small, theme()[Tone::Muted]) + px(14);
        }
        if (!m_readOnly.isEmpty())
            x = text(QRect(x, y, std::max(0, right - x), height), m_readOnly, Type::Small, theme()[Tone::Muted]);
        return x;
    }
    void lastLine(const RowText& row, int left, int right, For what)
    {
        const int top = px(7 + 2 * lineHeight + 4);
        if (row.why.isEmpty()) {
            keys(left, right, top, what);
            return;
        }
        const QString product = tr(" = %1").arg(row.value);
        const QString head = tr("Why here? ");
        const QFontMetrics strong(style::fontOf(Type::Strong));
        const QFontMetrics small(style::fontOf(Type::Small));
        const int needed = strong.horizontalAdvance(head) + small.horizontalAdvance(row.why) +
                           strong.horizontalAdvance(product) + px(4);
        const bool fits = right - left > needed + px(220);
        keys(left, fits ? right - needed - px(12) : right, top, what);
        if (!fits)
            return;
        const auto part = [&](int x) { return QRect(x, m_rect.top() + top, right - x + px(2), px(17)); };
        int x = text(part(right - needed), head, Type::Strong, theme()[Tone::Text]);
        x = text(part(x), row.why, Type::Small, theme()[Tone::Text]);
        text(part(x), product, Type::Strong, theme()[Tone::Text]);
    }

    QRect m_rect;
    const QString& m_readOnly;
};

} // namespace

int nextStepFrom(const RowText& row, int width)
{
    const bool hasPlay = width >= px(playFrom);
    const int right = width - px(edge);
    const int usual = right - playRoom(width);
    if (!row.isRunning)
        return hasPlay ? usual : right + px(14);
    const QFontMetrics small(style::fontOf(Type::Small));
    const QFontMetrics strong(style::fontOf(Type::Strong));
    const int more = row.more.isEmpty() ? 0 : strong.horizontalAdvance(row.more) + px(16);
    const int least = px(nameLeft + nameWidth + amountWidth + 14) + more;
    const int needed = right - small.horizontalAdvance(row.lastTime) - px(2);
    return std::max(least, hasPlay ? std::min(usual, needed) : needed);
}

TodayDelegate::TodayDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void TodayDelegate::fit(const TodayModel& model)
{
    m_timeWidth = m_nameWidth = 0;
    const QFontMetrics strong(style::fontOf(Type::Strong));
    for (int row = 0; row < model.rowCount(); ++row) {
        const Kind kind = model.at(row).kind;
        if (kind == Kind::Clock) {
            m_timeWidth = std::max(m_timeWidth, strong.horizontalAdvance(model.textAt(row).time) + px(6));
            m_nameWidth = std::max(m_nameWidth, strong.horizontalAdvance(model.textAt(row).name) + px(4));
        } else if (kind != Kind::Head)
            break;
    }
}

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto& model = static_cast<const TodayModel&>(*index.model());
    const int grown = index.row() == m_current ? px(lineHeight + 6) : 0;
    switch (model.at(index.row()).kind) {
    case Kind::Head:
        return {px(200), px(34)};
    case Kind::Clock:
        return {px(200), px(30) + grown};
    case Kind::Wait:
    case Kind::More:
        return {px(200), px(36)};
    case Kind::Account:
    case Kind::Group:
    case Kind::Part:
        break;
    }
    return {px(200), px(14 + 2 * lineHeight) + grown};
}

void TodayDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const style::Theme& theme = style::Theme::of(option.palette);
    const auto& model = static_cast<const TodayModel&>(*index.model());
    const TodayModel::Entry& entry = model.at(index.row());
    painter->save();
    Row row(*painter, option.rect, option.palette, m_readOnly);
    row.ground(option, index, entry.kind == Kind::Head);
    const bool isCurrent = index.row() == m_current;
    switch (entry.kind) {
    case Kind::Head:
        row.title(entry, true, false);
        break;
    case Kind::Wait:
    case Kind::More:
        row.title(entry, model.isOpen(index.row()), true);
        break;
    case Kind::Clock:
        row.clock(model.textAt(index.row()), std::max(m_timeWidth, px(70)), m_nameWidth, isCurrent);
        break;
    case Kind::Account:
    case Kind::Group:
    case Kind::Part:
        row.account(model.textAt(index.row()), entry.rank, isCurrent, entry.kind == Kind::Part,
                    entry.kind == Kind::Group ? For::Group : For::Account);
        break;
    }
    painter->restore();
    if (isCurrent && option.widget && option.widget->hasFocus())
        style::paintFocus(*painter, option.rect.adjusted(0, 0, 0, -1), theme);
}

} // namespace steward::today
