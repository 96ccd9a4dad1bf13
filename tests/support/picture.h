// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QImage>
#include <QSet>
#include <catch2/catch.hpp>

namespace steward::tests {

/// Writes a picture into the build's folder of pictures and fails where nothing but one colour is on it.
inline void keepPicture(const QImage& picture, const QString& name)
{
    QDir().mkpath(QStringLiteral(STEWARD_PICTURES));
    REQUIRE(picture.save(QString(QStringLiteral(STEWARD_PICTURES) + u'/' + name + QStringLiteral(".png"))));
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 7)
        for (int x = 0; x < picture.width(); x += 7)
            colours << picture.pixel(x, y);
    CHECK(colours.size() > 4);
}

} // namespace steward::tests
