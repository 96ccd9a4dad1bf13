// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace steward::style {

namespace {

QByteArray recoloured(const QString& name, const QColor& color)
{
    QFile file(QString(QStringLiteral(":/icons/") + name + QStringLiteral(".svg")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    return svg;
}

void paintIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& rect)
{
    QSvgRenderer renderer(recoloured(name, color));
    renderer.render(&painter, rect);
}

class ThemedIcon final : public QIconEngine
{
public:
    explicit ThemedIcon(QString name)
        : m_name(std::move(name))
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, m_name, colorOf(mode), rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colorOf(mode), std::min(size.width(), size.height()), 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return pixmap(size, mode, QIcon::Off);
    }
    QIconEngine* clone() const override { return new ThemedIcon(m_name); }
    bool isNull() override { return false; }

private:
    static QColor colorOf(QIcon::Mode mode)
    {
        const Theme& theme = Theme::of(QApplication::palette());
        return theme[mode == QIcon::Disabled ? Tone::Faint : Tone::Text];
    }
    QString m_name;
};

} // namespace

QIcon icon(const QString& name) { return QIcon(new ThemedIcon(name)); }

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal scale)
{
    const QString key = QStringLiteral("steward/%1/%2/%3/%4").arg(name, color.name()).arg(size).arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int device = qRound(size * scale);
    pixmap = QPixmap(device, device);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, name, color, QRectF(0, 0, device, device));
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace steward::style
