// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sheet/cell_text.h"

#include "tests/support/printers.h"

using namespace steward::sheet;

TEST_CASE("characters that XML cannot carry are replaced and counted, all others stay", "[sheet]")
{
    const CellText plain = cellText(u"Z\u00FCrich \U0001F600\n\ttab");
    CHECK(plain.utf8 == QStringLiteral("Z\u00FCrich \U0001F600\n\ttab").toUtf8());
    CHECK(plain.replaced == 0);
    const char16_t bad[] = {u'a', 0x000B, u'b', 0xD800, u'c', 0xFFFE, 0xDC00, 0x0000};
    const CellText replaced = cellText(QStringView(bad, 8));
    CHECK(replaced.utf8 == QStringLiteral("a\uFFFDb\uFFFDc\uFFFD\uFFFD\uFFFD").toUtf8());
    CHECK(replaced.replaced == 5);
}

TEST_CASE("text that looks like an escape of the format is escaped", "[sheet]")
{
    CHECK(cellText(u"_x0041_").utf8 == "_x005F_x0041_");
    CHECK(cellText(u"a_x000D_b").utf8 == "a_x005F_x000D_b");
    CHECK(cellText(u"_x41_ _xyz0_ x0041_").utf8 == "_x41_ _xyz0_ x0041_");
}

TEST_CASE("a text is cut where a cell ends, never inside a character", "[sheet]")
{
    CHECK_FALSE(cellText(QString(longestCell, u'a')).isCut);
    const CellText cut = cellText(QString(longestCell + 1, u'a'));
    CHECK(cut.isCut);
    CHECK(cut.utf8.size() == longestCell);
    const CellText pair = cellText(QString(QString(longestCell - 1, u'a') + QStringLiteral("\U0001F600")));
    CHECK(pair.isCut);
    CHECK(pair.utf8.size() == longestCell - 1);
    CHECK(pair.replaced == 0);
}

TEST_CASE("sheet names are what every spreadsheet program takes", "[sheet]")
{
    QSet<QString> taken;
    CHECK(sheetName(QStringLiteral("Accounts"), taken) == QStringLiteral("Accounts"));
    CHECK(sheetName(QStringLiteral("ACCOUNTS"), taken) == QStringLiteral("ACCOUNTS 2"));
    CHECK(sheetName(QStringLiteral("a/b\\c?d*e[f]g:h"), taken) == QStringLiteral("a-b-c-d-e-f-g-h"));
    CHECK(sheetName(QStringLiteral("'quoted'"), taken) == QStringLiteral("quoted"));
    CHECK(sheetName(QStringLiteral("History"), taken) == QStringLiteral("Sheet"));
    CHECK(sheetName(QStringLiteral("  "), taken) == QStringLiteral("Sheet 2"));
    const QString longName(40, u'x');
    CHECK(sheetName(longName, taken) == QString(31, u'x'));
    CHECK(sheetName(longName, taken) == QString(QString(29, u'x') + QStringLiteral(" 2")));
}
