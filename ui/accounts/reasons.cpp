// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/reasons.h"

#include "core/query/score_sheet.h"
#include "core/words/content_words.h"
#include "ui/style/icons.h"
#include "ui/style/steward_style.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QPainter>
#include <QResizeEvent>

namespace steward::accounts {

using style::Band;
using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr double pointLength = 10.2; ///< pixels a point is long in a bar: one scale for all measures
constexpr double leastShown = 0.05;
constexpr double heavyLoss = 4;

/// Name and points, a bar of the points possible, the reason in up to two lines.
class ReasonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Reason& reason = at(index);
        const int line = QFontMetrics(style::fontOf(Type::Body)).height();
        const int small = smallHeight() * int(whyLines(reason, option.rect.width() - px(2)).size());
        switch (reason.kind) {
        case Reason::Kind::Measure:
            return {px(120), line + px(8) + small + px(9)};
        case Reason::Kind::Unknown:
            return {px(120), line + small + px(6)};
        case Reason::Kind::Limit:
        case Reason::Kind::Rest:
            break;
        }
        return {px(120), line + px(5)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const style::Theme& theme = style::Theme::of(option.palette);
        const Reason& reason = at(index);
        painter->save();
        const QRect cell = option.rect.adjusted(0, px(2), -px(2), 0);
        const int bottom = paintLine(*painter, cell, reason, localeOf(index), theme);
        QRect small(cell.left(), bottom + (reason.kind == Reason::Kind::Measure ? px(8) : 0), cell.width(),
                    smallHeight());
        if (reason.kind == Reason::Kind::Measure)
            paintBar(*painter, QRect(cell.left(), bottom + 1, cell.width(), px(6)), reason, theme);
        painter->setFont(style::fontOf(Type::Small));
        painter->setPen(theme[Tone::Muted]);
        for (const QString& line : whyLines(reason, cell.width())) {
            painter->drawText(small, Qt::AlignVCenter | Qt::TextSingleLine, line);
            small.translate(0, small.height());
        }
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            style::paintFocus(*painter, option.rect, theme);
    }

private:
    static int smallHeight() { return QFontMetrics(style::fontOf(Type::Small)).height(); }
    static QStringList whyLines(const Reason& reason, int width)
    {
        constexpr int most = 2;
        return reason.why.isEmpty() ? QStringList()
                                    : style::linesOf(reason.why, style::fontOf(Type::Small), width, most);
    }
    static const Reason& at(const QModelIndex& index)
    {
        return qobject_cast<const ReasonsModel*>(index.model())->at(index.row());
    }
    static const QLocale& localeOf(const QModelIndex& index)
    {
        return qobject_cast<const ReasonsModel*>(index.model())->locale();
    }
    /// Returns where the line ends below.
    static int paintLine(QPainter& painter, const QRect& cell, const Reason& reason, const QLocale& locale,
                         const style::Theme& theme)
    {
        const bool isMeasure = reason.kind == Reason::Kind::Measure;
        const bool isQuiet = reason.kind == Reason::Kind::Unknown || reason.kind == Reason::Kind::Rest;
        QRect line(cell.left(), cell.top(), cell.width(), QFontMetrics(style::fontOf(Type::Body)).height());
        const QString points =
            reason.kind == Reason::Kind::Unknown ? QStringLiteral("\u2013") : pointsText(reason.lost, true, locale);
        const bool isHeavy = reason.kind == Reason::Kind::Limit || (isMeasure && reason.lost >= heavyLoss);
        painter.setFont(style::fontOf(isQuiet ? Type::Body : Type::Strong));
        painter.setPen(isQuiet ? theme[Tone::Muted] : isHeavy ? theme.band(Band::Red).text : theme[Tone::Text]);
        style::drawNumber(painter, line, Qt::AlignRight, points);
        const double width = style::numberWidth(painter.font(), points);
        painter.setFont(style::fontOf(Type::Body));
        painter.setPen(theme[isQuiet ? Tone::Muted : Tone::Text]);
        int left = line.left();
        if (reason.kind == Reason::Kind::Limit) {
            const int side = px(13);
            painter.drawPixmap(left, line.center().y() - side / 2,
                               style::iconPixmap(QStringLiteral("lock"), theme[Tone::Muted], side,
                                                 painter.device()->devicePixelRatioF()));
            left += side + px(6);
        }
        const QRect words(left, line.top(), line.right() - left - int(width) - px(8), line.height());
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(reason.name, Qt::ElideRight, words.width()));
        return line.bottom();
    }
    static void paintBar(QPainter& painter, const QRect& room, const Reason& reason, const style::Theme& theme)
    {
        const double scale =
            std::min(double(px(pointLength)), room.width() / std::max(1.0, reason.gained + reason.lost));
        const QRectF gained(room.left(), room.top(), reason.gained * scale, room.height());
        painter.fillRect(gained, theme[Tone::Quantity]);
        painter.fillRect(QRectF(gained.right(), room.top(), reason.lost * scale, room.height()),
                         theme.band(Band::Red).tint);
    }
};

} // namespace

QString pointsText(double points, bool isLoss, const QLocale& locale)
{
    const QString number = locale.toString(points, 'f', 1);
    return isLoss && points >= leastShown ? QString(QChar(0x2212) + number) : number;
}

std::vector<Reason> reasonsOf(const health::AccountScore& score, const content::Content& content, const QLocale& locale,
                              std::size_t most)
{
    const words::ContentWords words(content, locale);
    std::vector<Reason> lost;
    std::vector<Reason> unknown;
    // Without a score the points are those of all that applies: what is unknown took none.
    const int weight = score.shown ? score.knownWeight : score.applicableWeight;
    const std::vector<qint64> lostTenths = query::lostTenths(score);
    for (std::size_t i = 0; i < score.contributions.size(); ++i) {
        const health::Contribution& each = score.contributions[i];
        const auto* measure = content::findById(content.scorecards.measures, each.measure);
        Reason reason{Reason::Kind::Measure, measure ? words.text(measure->name) : each.measure,
                      words.sentence(each.why.key, each.why.arguments)};
        if (each.takesPart() && weight > 0) {
            const double value = double(each.value.micro) / content::Score::perPoint;
            reason.gained = each.weight * value / weight;
            reason.lost = double(lostTenths[i]) / 10;
            if (lostTenths[i] > 0)
                lost.push_back(std::move(reason));
        } else if (each.state == health::State::Unknown) {
            reason.kind = Reason::Kind::Unknown;
            unknown.push_back(std::move(reason));
        }
    }
    std::ranges::stable_sort(lost, std::ranges::greater(), &Reason::lost);
    if (lost.size() > most + 1) {
        Reason rest{Reason::Kind::Rest, {}, {}};
        for (auto each = lost.begin() + std::ptrdiff_t(most); each != lost.end(); ++each)
            rest.lost += each->lost;
        rest.name = ReasonsModel::tr("%n more measures", nullptr, static_cast<int>(lost.size() - most));
        lost.resize(most);
        lost.push_back(std::move(rest));
    }
    for (const health::CapStep& cap : score.caps)
        if (score.computed && cap.after < cap.before)
            lost.push_back({Reason::Kind::Limit,
                            words.sentence(cap.why.key, cap.why.arguments),
                            {},
                            0,
                            double(cap.before.rounded(1) - cap.after.rounded(1)) / 10});
    lost.insert(lost.end(), unknown.begin(), unknown.end());
    return lost;
}

ReasonsModel::ReasonsModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

int ReasonsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reasons.size());
}

QVariant ReasonsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Reason& reason = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return reason.name;
    case widgets::SortRole:
        return reason.lost;
    case Qt::ToolTipRole:
        return style::plainTip(reason.why.isEmpty() ? reason.name : QString(reason.name + u": " + reason.why));
    case Qt::AccessibleTextRole:
        return reason.kind == Reason::Kind::Unknown
                   ? tr("%1: not known. %2").arg(reason.name, reason.why)
                   : tr("%1: %2 points lost. %3")
                         .arg(reason.name, pointsText(reason.lost, false, m_locale), reason.why);
    default:
        return {};
    }
}

void ReasonsModel::setReasons(std::vector<Reason> reasons)
{
    beginResetModel();
    m_reasons = std::move(reasons);
    endResetModel();
}

ReasonsList::ReasonsList(const QLocale& locale, QWidget* parent)
    : QListView(parent)
    , m_model(locale)
{
    setObjectName(QStringLiteral("reasons"));
    setAccessibleName(tr("Why the score is what it is"));
    setModel(&m_model);
    setItemDelegate(new ReasonDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ReasonsList::setReasons(std::vector<Reason> reasons)
{
    m_model.setReasons(std::move(reasons));
    fitHeight();
}

void ReasonsList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

/// As high as its rows, which grow where the list is narrow.
void ReasonsList::fitHeight()
{
    int height = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += sizeHintForRow(row);
    setFixedHeight(std::max(1, height));
    scheduleDelayedItemsLayout();
}

} // namespace steward::accounts
