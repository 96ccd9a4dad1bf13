// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sheet/workbook_reader.h"

#include "tests/support/printers.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QXmlStreamReader>
#include <zip.h>

namespace steward::tests {

namespace {

QString resolved(const QString& text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    QString result;
    qsizetype from = 0;
    for (auto match = escape.match(text); match.hasMatch(); match = escape.match(text, from)) {
        result += text.mid(from, match.capturedStart() - from);
        result += QChar(static_cast<char16_t>(match.captured(1).toUShort(nullptr, 16)));
        from = match.capturedEnd();
    }
    return QString(result + text.mid(from));
}

QStringList sharedStrings(const QString& path)
{
    QStringList strings;
    QXmlStreamReader xml(readPart(path, "xl/sharedStrings.xml"));
    while (!xml.atEnd())
        if (xml.readNextStartElement() || xml.isEndElement()) {
            if (xml.isStartElement() && xml.name() == u"si")
                strings.append(QString());
            else if (xml.isStartElement() && xml.name() == u"t")
                strings.last() += resolved(xml.readElementText());
        }
    return strings;
}

/// The number format of each cell style.
QStringList formats(const QString& path)
{
    const QHash<QString, QString> builtIn = {{QStringLiteral("3"), QStringLiteral("#,##0")},
                                             {QStringLiteral("4"), QStringLiteral("#,##0.00")},
                                             {QStringLiteral("49"), QStringLiteral("@")}};
    QHash<QString, QString> own = builtIn;
    QStringList styles;
    QXmlStreamReader xml(readPart(path, "xl/styles.xml"));
    bool inCells = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (xml.name() == u"cellXfs")
            inCells = token == QXmlStreamReader::StartElement;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"numFmt")
            own.insert(xml.attributes().value(QLatin1String("numFmtId")).toString(),
                       xml.attributes().value(QLatin1String("formatCode")).toString());
        else if (inCells && xml.name() == u"xf")
            styles.append(own.value(xml.attributes().value(QLatin1String("numFmtId")).toString()));
    }
    return styles;
}

} // namespace

QByteArray readPart(const QString& path, const QByteArray& name)
{
    zip_t* archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
    REQUIRE(archive);
    QByteArray bytes;
    if (zip_file_t* file = zip_fopen(archive, name.constData(), 0)) {
        char buffer[4096];
        for (auto n = zip_fread(file, buffer, sizeof buffer); n > 0; n = zip_fread(file, buffer, sizeof buffer))
            bytes.append(buffer, static_cast<qsizetype>(n));
        zip_fclose(file);
    }
    zip_discard(archive);
    return bytes;
}

ReadSheet readSheet(const QString& path, int number)
{
    const QStringList strings = sharedStrings(path);
    const QStringList styles = formats(path);
    ReadSheet sheet;
    QXmlStreamReader xml(readPart(path, "xl/worksheets/sheet" + QByteArray::number(number) + ".xml"));
    ReadSheet::Cell cell;
    QString place;
    QString type;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const QXmlStreamAttributes attributes = xml.attributes();
        const auto attribute = [&](const char* name) { return attributes.value(QLatin1String(name)).toString(); };
        if (token == QXmlStreamReader::EndElement && xml.name() == u"c")
            sheet.cells.insert(place, cell);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"c") {
            place = attribute("r");
            type = attribute("t");
            cell = {QString(), type == u"s" || type == u"inlineStr", styles.value(attribute("s").toInt())};
        } else if (xml.name() == u"v") {
            const QString value = xml.readElementText();
            cell.text = type == u"s" ? strings.value(value.toInt()) : value;
        } else if (xml.name() == u"t") {
            cell.text = resolved(xml.readElementText());
        } else if (xml.name() == u"f") {
            ++sheet.formulas;
        } else if (xml.name() == u"pane") {
            sheet.isFrozen = attribute("state") == u"frozen" && attribute("ySplit") == u"1";
        } else if (xml.name() == u"autoFilter") {
            sheet.filter = attribute("ref");
        } else if (xml.name() == u"col") {
            for (int i = attribute("min").toInt(); i <= attribute("max").toInt(); ++i)
                sheet.widths.insert(i, attribute("width").toDouble());
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return sheet;
}

} // namespace steward::tests
