// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/style/icons.h"
#include "ui/style/line_text.h"
#include "ui/style/type.h"

#include <QCoreApplication>
#include <QPaintEngine>
#include <QPolygonF>
#include <cmath>
#include <numbers>
#include <vector>

namespace steward::widgets {

using style::Band;
using style::Tone;

namespace {

constexpr double lockSide = 12;
constexpr double lockGap = 4;

QPolygonF octagon(const QRectF& square)
{
    QPolygonF polygon;
    const double radius = square.width() / 2 / std::cos(std::numbers::pi / 8);
    for (int i = 0; i < 8; ++i) {
        const double angle = std::numbers::pi / 8 + i * std::numbers::pi / 4;
        polygon << square.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return polygon;
}

void paintMark(QPainter& painter, const QRectF& square, Band band, const QColor& ink)
{
    const double u = square.width() / 14;
    const QPointF c = square.center();
    painter.setPen(QPen(ink, 1.6 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (band) {
    case Band::Green:
        painter.drawPolyline(
            QPolygonF{c + QPointF(-2.8, 0.2) * u, c + QPointF(-0.8, 2.2) * u, c + QPointF(2.9, -2.1) * u});
        break;
    case Band::Yellow:
        painter.drawLine(c + QPointF(0, -1.6) * u, c + QPointF(0, 1.6) * u);
        painter.drawPoint(c + QPointF(0, 4.1) * u);
        break;
    case Band::Red:
        painter.drawLine(c + QPointF(-2.1, -2.1) * u, c + QPointF(2.1, 2.1) * u);
        painter.drawLine(c + QPointF(-2.1, 2.1) * u, c + QPointF(2.1, -2.1) * u);
        break;
    case Band::Unknown:
        painter.setPen(QPen(ink, 1.2 * u, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(QRectF(c.x() - 1.7 * u, c.y() - 3.6 * u, 3.4 * u, 3.4 * u), 180 * 16, -230 * 16);
        painter.drawLine(c + QPointF(0, 0) * u, c + QPointF(0, 0.8) * u);
        painter.drawPoint(c + QPointF(0, 3.1) * u);
        break;
    }
}

void drawBandShape(QPainter& painter, const QRectF& square, Band band, const style::Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.band(band).solid);
    switch (band) {
    case Band::Green:
        painter.drawEllipse(square);
        break;
    case Band::Yellow: {
        const double u = square.width() / 14;
        painter.setPen(QPen(theme.band(band).solid, 2 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF{QPointF(square.center().x(), square.top() + 1.5 * u),
                                      QPointF(square.right() - u, square.bottom() - 1.5 * u),
                                      QPointF(square.left() + u, square.bottom() - 1.5 * u)});
        break;
    }
    case Band::Red:
        painter.drawPolygon(octagon(square));
        break;
    case Band::Unknown:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.band(band).solid, 1.2, Qt::CustomDashLine));
        QPen dashed = painter.pen();
        dashed.setDashPattern({2, 1.6});
        painter.setPen(dashed);
        painter.drawEllipse(square.adjusted(0.6, 0.6, -0.6, -0.6));
        break;
    }
    paintMark(painter, square, band, band == Band::Unknown ? theme.band(band).text : theme[Tone::Base]);
}

/// A shape as it was drawn once, for a place on the grid of pixels.
struct Stamp
{
    Band band;
    bool isDark;
    QRectF square; ///< within the pixmap
    qreal scale;
    QPixmap pixmap;
};

/// A list draws dozens with every key; there are few that differ.
const QPixmap& stampOf(Band band, const style::Theme& theme, const QRectF& square, qreal scale)
{
    constexpr std::size_t mostStamps = 64;
    static std::vector<Stamp> stamps;
    const auto found = std::ranges::find_if(stamps, [&](const Stamp& each) {
        return each.band == band && each.isDark == theme.isDark() && each.square == square && each.scale == scale;
    });
    if (found != stamps.end())
        return found->pixmap;
    if (stamps.size() == mostStamps)
        stamps.clear();
    const QRect room = square.toAlignedRect().adjusted(0, 0, 1, 1);
    QPixmap pixmap(QSize(room.right() + 1, room.bottom() + 1) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawBandShape(painter, square, band, theme);
    painter.end();
    return stamps.emplace_back(Stamp{band, theme.isDark(), square, scale, std::move(pixmap)}).pixmap;
}

/// Whether a pixmap falls on whole pixels there.
bool isOnGrid(const QPainter& painter, qreal scale)
{
    const QTransform& way = painter.combinedTransform();
    const auto isWhole = [](qreal n) { return n == std::floor(n); };
    return painter.paintEngine()->type() == QPaintEngine::Raster && way.type() <= QTransform::TxScale &&
           way.m11() == scale && way.m22() == scale && isWhole(scale) && isWhole(way.dx()) && isWhole(way.dy());
}

} // namespace

QString bandWord(Band band)
{
    switch (band) {
    case Band::Green:
        return QCoreApplication::translate("band", "Green");
    case Band::Yellow:
        return QCoreApplication::translate("band", "Yellow");
    case Band::Red:
        return QCoreApplication::translate("band", "Red");
    case Band::Unknown:
        return QCoreApplication::translate("band", "Unknown");
    }
    return {};
}

void paintBandShape(QPainter& painter, const QRectF& square, Band band, const style::Theme& theme)
{
    const qreal scale = painter.device()->devicePixelRatioF();
    if (isOnGrid(painter, scale)) {
        const QPointF corner(std::floor(square.left()) - 1, std::floor(square.top()) - 1);
        painter.drawPixmap(corner, stampOf(band, theme, square.translated(-corner), scale));
        return;
    }
    painter.save();
    drawBandShape(painter, square, band, theme);
    painter.restore();
}

void paintBadge(QPainter& painter, const QRect& rect, const Badge& badge, const style::Theme& theme)
{
    const double side = style::px(14);
    paintBandShape(painter, QRectF(rect.left(), rect.center().y() + 0.5 - side / 2, side, side), badge.band, theme);
    painter.setPen(theme.band(badge.band).text);
    painter.setFont(style::fontOf(style::Type::Strong));
    const QString number = badge.number.isEmpty() ? QString(QChar(0x2013)) : badge.number;
    const double width = std::max(style::numberWidth(painter.font(), number), double(style::px(17)));
    const QRectF place(rect.left() + side + style::px(5), rect.top(), width, rect.height());
    style::drawNumber(painter, place, Qt::AlignRight, number);
    int end = static_cast<int>(place.right());
    if (badge.hasWord) {
        painter.setFont(style::fontOf(style::Type::Body));
        const int left = end + style::px(5);
        end = left + qRound(style::drawLine(painter, QRect(left, rect.top(), rect.right() - left, rect.height()),
                                            Qt::AlignLeft, bandWord(badge.band)));
    }
    if (badge.isSetByHand)
        painter.drawPixmap(end + style::px(lockGap), rect.center().y() + 1 - style::px(lockSide) / 2,
                           style::iconPixmap(QStringLiteral("lock"), theme.band(badge.band).text, style::px(lockSide),
                                             painter.device()->devicePixelRatioF()));
}

int lockWidth(const Badge& badge) { return badge.isSetByHand ? style::px(lockGap) + style::px(lockSide) : 0; }

QString spokenBand(const Badge& badge)
{
    const QString word = bandWord(badge.band);
    return badge.isSetByHand ? QCoreApplication::translate("band", "%1, set by hand").arg(word) : word;
}

} // namespace steward::widgets
