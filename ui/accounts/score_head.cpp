// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/score_head.h"

#include "ui/accounts/reasons.h"
#include "ui/charts/sparkline.h"
#include "ui/style/type.h"
#include "ui/widgets/badge.h"

namespace steward::accounts {

using style::Band;
using style::px;
using style::Tone;
using style::Type;

namespace {

constexpr std::size_t changeWeeks = 4;
constexpr double muchChange = 4; ///< points in four weeks that are worth a colour

} // namespace

std::vector<std::optional<double>> pointsOf(const Trend& trend)
{
    std::vector<std::optional<double>> points(trend.size());
    for (std::size_t i = 0; i < trend.size(); ++i)
        if (trend[i] != unknownWeek)
            points[i] = trend[i] / 10.0;
    return points;
}

ScoreHead::ScoreHead(QLocale locale, QWidget* parent)
    : QWidget(parent)
    , m_locale(std::move(locale))
{
    setObjectName(QStringLiteral("accounts.score"));
    setFixedHeight(px(106));
}

void ScoreHead::show(const BookNumbers& numbers, const query::AccountLine& line)
{
    const std::size_t at = numbers.indexOf(line);
    const LineScore& score = numbers.scores[at];
    m_badge = {style::bandOf(line.band),
               score.shown ? scoreText(*score.shown, numbers.content.scorecards, m_locale) : QString(), true,
               score.isSetByHand};
    m_known = tr("%1 % known").arg(m_locale.toString(qRound(line.coverage.value_or(0) * 100)));
    m_isPartly = score.known != health::Known::Well;
    m_trend = numbers.trends.empty() ? std::vector<std::optional<double>>() : pointsOf(numbers.trends[at]);
    m_limits.clear();
    for (const content::Band& band : numbers.content.scorecards.bands)
        if (band.from > 0)
            m_limits.push_back(band.from);
    setAccessibleName(tr("Score %1 %2, %3").arg(m_badge.number, widgets::spokenBand(m_badge), m_known));
    update();
}

void ScoreHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const style::Theme& theme = style::Theme::of(palette());
    paintTrend(painter, theme, paintChange(painter, theme, paintPill(painter, theme)));
}

/// Returns where it ends at the right.
int ScoreHead::paintPill(QPainter& painter, const style::Theme& theme) const
{
    const QString number = m_badge.number.isEmpty() ? QStringLiteral("\u2013") : m_badge.number;
    const QString word = widgets::bandWord(m_badge.band);
    painter.setFont(style::fontOf(Type::Strong));
    const int digits = std::max(int(std::ceil(style::numberWidth(painter.font(), number))), px(17));
    painter.setFont(style::fontOf(Type::Body));
    const int letters = painter.fontMetrics().horizontalAdvance(word);
    const QRect pill(0, 0, px(8) + px(14) + px(5) + digits + px(5) + letters + widgets::lockWidth(m_badge) + px(9),
                     px(24));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.band(m_badge.band).tint);
    painter.drawRoundedRect(pill, 4, 4);
    widgets::paintBadge(painter, pill.adjusted(px(8), 0, 0, 0), m_badge, theme);
    return pill.right();
}

/// The change comes first, then how much is known, then over how long, as far as there is room. Returns where it ends
/// at the bottom.
int ScoreHead::paintChange(QPainter& painter, const style::Theme& theme, int left) const
{
    QRect line(left + px(10), 0, width() - left - px(10), px(24));
    const std::size_t size = m_trend.size();
    const bool hasChange = size > changeWeeks && m_trend[size - 1] && m_trend[size - 1 - changeWeeks];
    if (hasChange) {
        const double change = *m_trend[size - 1] - *m_trend[size - 1 - changeWeeks];
        const QString sign = change > 0.05 ? QStringLiteral("+") : QString();
        const QString text = sign + pointsText(std::abs(change), change < 0, m_locale);
        painter.setFont(style::fontOf(Type::Strong));
        painter.setPen(change < -muchChange  ? theme.band(Band::Red).text
                       : change > muchChange ? theme.band(Band::Green).text
                                             : theme[Tone::Text]);
        style::drawNumber(painter, line, Qt::AlignLeft, text);
        line.setLeft(line.left() + int(style::numberWidth(painter.font(), text)) + px(6));
    }
    painter.setFont(style::fontOf(Type::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    painter.setPen(m_isPartly ? theme.band(Band::Yellow).text : theme[Tone::Muted]);
    const bool isBeside = metrics.horizontalAdvance(m_known) <= line.width();
    const QRect below(0, px(26), width(), metrics.height());
    painter.drawText(isBeside ? line : below, int(Qt::AlignVCenter) | int(isBeside ? Qt::AlignRight : Qt::AlignLeft),
                     m_known);
    if (isBeside)
        line.setRight(line.right() - metrics.horizontalAdvance(m_known) - px(8));
    const int bottom = isBeside ? line.bottom() : below.bottom();
    if (!hasChange)
        return bottom;
    painter.setPen(theme[Tone::Muted]);
    for (const QString& span : {tr("four weeks"), tr("4 w")})
        if (metrics.horizontalAdvance(span) <= line.width()) {
            painter.drawText(line, Qt::AlignVCenter, span);
            break;
        }
    return bottom;
}

void ScoreHead::paintTrend(QPainter& painter, const style::Theme& theme, int above) const
{
    if (m_trend.empty())
        return;
    const QRectF plot(px(2), above + px(11), width() - px(30), height() - above - px(21));
    charts::paintSparkline(painter, plot, {m_trend, m_badge.band, m_limits}, theme);
    const auto range = charts::rangeOf(m_trend);
    if (!range)
        return;
    painter.setFont(style::fontOf(Type::Small));
    painter.setPen(theme[Tone::Muted]);
    for (const double limit : m_limits) {
        if (limit <= range->first || limit >= range->second)
            continue;
        const double y = plot.bottom() - (limit - range->first) / (range->second - range->first) * plot.height();
        painter.drawText(QRectF(plot.right() + px(6), y - px(9), px(24), px(18)), Qt::AlignVCenter | Qt::AlignLeft,
                         m_locale.toString(limit, 'f', 0));
    }
}

} // namespace steward::accounts
