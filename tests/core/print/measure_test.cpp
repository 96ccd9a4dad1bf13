// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/measure.h"

#include "tests/support/printers.h"

using namespace steward::print;

TEST_CASE("text is as wide as its letters, bold ones wider, foreign ones never too narrow", "[print]")
{
    CHECK(textWidth(u"", 10) == 0);
    CHECK(textWidth(u"iiii", 100) == Approx(88.8));
    CHECK(textWidth(u"MMMM", 100) > 3 * textWidth(u"iiii", 100));
    CHECK(textWidth(u"width", 20, true) > textWidth(u"width", 20));
    CHECK(textWidth(u"é", 20) == textWidth(u"e", 20));
    CHECK(textWidth(u"漢", 20) == Approx(20));
    CHECK(textWidth(u"😀", 20) == Approx(20));
}

TEST_CASE("lines break at blanks, and inside a word only when it is wider than the line", "[print]")
{
    const QString text = QStringLiteral("three small words");
    for (const QString& line : brokenLines(text, 60, 12))
        CHECK(textWidth(line, 12) <= 60);
    CHECK(brokenLines(text, 60, 12).join(u' ') == text);
    CHECK(brokenLines(QString(200, u'W'), 60, 12).size() > 30);
    CHECK(brokenLines(QStringLiteral("a\nb"), 60, 12).size() == 2);
    CHECK(brokenLines(QString(), 60, 12).size() == 1);
}

TEST_CASE("a text that does not fit ends in an ellipsis and then fits", "[print]")
{
    const QString text = QStringLiteral("The quick brown fox jumps over the lazy dog ").repeated(5).trimmed();
    for (const int lines : {1, 2, 3}) {
        const QString cut = fitted(text, 200, lines, 14);
        CHECK(cut.endsWith(u'…'));
        CHECK(brokenLines(cut, 200, 14).size() <= lines);
    }
    CHECK(fitted(QStringLiteral("short"), 200, 1, 14) == u"short");
}
