// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/line_text.h"

#include "tests/support/printers.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QImage>
#include <QPainter>
#include <cmath>

using namespace steward::style;

namespace {

const QRect place(7, 3, 150, 29);

template <class Fn>
QImage drawn(Fn&& draw)
{
    QImage image(170, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    draw(painter);
    return image;
}

} // namespace

TEST_CASE("a remembered line looks as the painter draws it, the first time and again")
{
    for (const Type type : {Type::Small, Type::Body, Type::Strong})
        for (const Qt::AlignmentFlag side : {Qt::AlignLeft, Qt::AlignRight, Qt::AlignHCenter})
            for (const char* each :
                 {"Halvorsen 7", "1.240 \u20ac", "<b>not bold</b> & \"so\"", "two\nlines", "\u05d0\u05d1\u05d2",
                  "a name that is much too long for the place it has been given"}) {
                const QString text = QString::fromUtf8(each);
                CAPTURE(text, int(type), int(side));
                const QImage wanted = drawn([&](QPainter& painter) {
                    painter.setFont(fontOf(type));
                    painter.drawText(place, side | int(Qt::AlignVCenter) | Qt::TextSingleLine,
                                     painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
                });
                for (int round = 0; round < 2; ++round)
                    CHECK(drawn([&](QPainter& painter) {
                              painter.setFont(fontOf(type));
                              drawLine(painter, place, side, text);
                          }) == wanted);
            }
}

TEST_CASE("what a line takes is told, and never more than its place where it is cut")
{
    const QFont font = fontOf(Type::Body);
    const QString text = QStringLiteral("a name that is much too long for the place it has been given");
    CHECK(lineWidth(font, text) > place.width());
    CHECK(lineWidth(font, {}) == 0);
    drawn([&](QPainter& painter) {
        painter.setFont(font);
        CHECK(drawLine(painter, place, Qt::AlignLeft, text) <= place.width());
        CHECK(drawLine(painter, place, Qt::AlignLeft, QStringLiteral("short")) ==
              lineWidth(font, QStringLiteral("short")));
        CHECK(drawLine(painter, QRect(0, 0, 0, 20), Qt::AlignLeft, text) <= lineWidth(font, QString(QChar(0x2026))));
    });
}

TEST_CASE("more lines than are remembered are drawn all the same")
{
    const QString text = QStringLiteral("the first one");
    const auto draw = [&](QPainter& painter) { drawLine(painter, place, Qt::AlignLeft, text); };
    const QImage before = drawn(draw);
    drawn([&](QPainter& painter) {
        for (int i = 0; i < 10'000; ++i)
            drawLine(painter, place, Qt::AlignLeft, QString::number(i));
    });
    CHECK(drawn(draw) == before);
}

TEST_CASE("a mark in a name turns no letters")
{
    const QString turned = QStringLiteral("Acme \u202Eowt\u2069");
    CHECK(unturned(turned) == u"Acme owt");
    CHECK(plainTip(turned) == u"<qt>Acme owt</qt>");
    CHECK(plainLabel(turned + u'&') == u"Acme owt&&");
    CHECK(lineWidth(fontOf(Type::Body), turned) == lineWidth(fontOf(Type::Body), QStringLiteral("Acme owt")));
    const QString hebrew = QStringLiteral("\u05D0\u05D1");
    CHECK(unturned(hebrew) == hebrew);
}
