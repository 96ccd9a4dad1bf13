// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/chart_workbook.h"

#include "core/deck/package.h"
#include "core/deck/xml.h"

namespace steward::deck {

namespace {

constexpr auto sheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

QByteArray type(const char* name) { return QByteArray(officeType) + "spreadsheetml." + name + "+xml"; }
QByteArray relation(const char* name) { return QByteArray(officeRelation) + name; }

/// Texts in the order they are first met; a cell names one by its number.
class Strings
{
public:
    qsizetype indexOf(const QString& text)
    {
        const qsizetype known = m_texts.indexOf(text);
        if (known >= 0)
            return known;
        m_texts.append(text);
        return m_texts.size() - 1;
    }
    [[nodiscard]] QByteArray part() const
    {
        Xml xml;
        xml.raw("<sst xmlns=\"").raw(sheetNamespace).raw("\" uniqueCount=\"").number(m_texts.size()).raw("\">");
        for (const QString& each : m_texts)
            xml.raw("<si><t xml:space=\"preserve\">").text(each).raw("</t></si>");
        return xml.raw("</sst>").bytes();
    }

private:
    QStringList m_texts;
};

void openCell(Xml& xml, std::size_t column, qsizetype row)
{
    xml.raw("<c r=\"").raw(columnName(column)).number(row).raw("\"");
}

void textCell(Xml& xml, std::size_t column, qsizetype row, qsizetype string)
{
    openCell(xml, column, row);
    xml.raw(" t=\"s\"><v>").number(string).raw("</v></c>");
}

QByteArray sheetPart(const Chart& chart, Strings& strings)
{
    Xml xml;
    xml.raw("<worksheet xmlns=\"").raw(sheetNamespace).raw("\"><sheetData><row r=\"1\">");
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        textCell(xml, i + 1, 1, strings.indexOf(chart.series[i].name));
    xml.raw("</row>");
    for (qsizetype k = 0; k < chart.categories.size(); ++k) {
        const qsizetype row = k + 2;
        xml.raw("<row r=\"").number(row).raw("\">");
        textCell(xml, 0, row, strings.indexOf(chart.categories[k]));
        for (std::size_t i = 0; i < chart.series.size(); ++i)
            if (const auto value = valueAt(chart.series[i], static_cast<std::size_t>(k))) {
                openCell(xml, i + 1, row);
                xml.raw("><v>").decimal(*value).raw("</v></c>");
            }
        xml.raw("</row>");
    }
    return xml.raw("</sheetData></worksheet>").bytes();
}

QByteArray workbookPart(const QByteArray& sheetId)
{
    Xml xml;
    xml.raw("<workbook xmlns=\"").raw(sheetNamespace).raw("\" xmlns:r=\"");
    xml.raw(QByteArray(officeRelation).chopped(1)).raw("\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"");
    return xml.raw(sheetId).raw("\"/></sheets></workbook>").bytes();
}

QByteArray stylesPart()
{
    Xml xml;
    xml.raw("<styleSheet xmlns=\"").raw(sheetNamespace).raw("\">");
    xml.raw("<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Arial\"/></font></fonts>"
            "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
            "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
    return xml.raw("</styleSheet>").bytes();
}

} // namespace

QByteArray columnName(std::size_t index)
{
    QByteArray name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(static_cast<char>('A' + static_cast<int>((rest - 1) % 26)));
    return name;
}

Result<QByteArray> chartWorkbook(const Chart& chart)
{
    const QByteArray book = "xl/workbook.xml";
    const QByteArray sheet = "xl/worksheets/sheet1.xml";
    const QByteArray styles = "xl/styles.xml";
    const QByteArray texts = "xl/sharedStrings.xml";
    Package package;
    package.relate({}, relation("officeDocument"), book);
    const QByteArray sheetId = package.relate(book, relation("worksheet"), sheet);
    package.relate(book, relation("styles"), styles);
    package.relate(book, relation("sharedStrings"), texts);
    Strings strings;
    const QByteArray cells = sheetPart(chart, strings);
    package.add(book, type("sheet.main"), workbookPart(sheetId));
    package.add(sheet, type("worksheet"), cells);
    package.add(styles, type("styles"), stylesPart());
    package.add(texts, type("sharedStrings"), strings.part());
    return package.bytes(Package::Packing::Plain);
}

} // namespace steward::deck
