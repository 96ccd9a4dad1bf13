// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/chart_xml.h"

#include "core/deck/chart_workbook.h"
#include "core/deck/package.h"
#include "core/deck/xml.h"

#include <algorithm>

namespace steward::deck {

namespace {

constexpr qint64 categoryAxis = 111'111'111;
constexpr qint64 valueAxis = 222'222'222;
constexpr double plotWidth = 0.745; ///< of a chart whose lines are named at their ends

/// Programs write digits as their own machine does unless the format names a language (numbers of Windows).
QString localeMark(const QString& language)
{
    constexpr std::pair<QStringView, QStringView> known[] = {
        {u"cs", u"405"}, {u"da", u"406"}, {u"de", u"407"}, {u"es", u"40A"}, {u"fi", u"40B"}, {u"fr", u"40C"},
        {u"it", u"410"}, {u"nb", u"414"}, {u"nl", u"413"}, {u"pl", u"415"}, {u"pt", u"416"}, {u"sv", u"41D"}};
    const QString name = language.section(u'-', 0, 0);
    for (const auto& [tag, number] : known)
        if (name == tag)
            return QString(QStringLiteral("[$-") + number + u']');
    return {};
}

QString formatCode(const NumberForm& form, const QString& language)
{
    const auto quoted = [](const QString& text) {
        return text.isEmpty() ? QString() : QString(u'"' + QString(text).remove(u'"') + u'"');
    };
    const QString decimals = form.decimals > 0 ? QString(u'.' + QString(form.decimals, u'0')) : QString();
    return localeMark(language) + quoted(form.before) + QStringLiteral("#,##0") + decimals + quoted(form.after);
}

class Writer
{
public:
    Writer(const Chart& chart, const QString& language)
        : m_chart(chart)
        , m_language(language)
        , m_format(formatCode(chart.form, language))
    {
    }

    QByteArray part(const QByteArray& workbookId)
    {
        m_xml.raw("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"");
        m_xml.raw(QByteArray(officeRelation).chopped(1)).raw("\"><c:date1904 val=\"0\"/><c:lang val=\"");
        m_xml.text(m_language)
            .raw("\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/>"
                 "<c:plotArea>");
        layout();
        plot();
        m_xml.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>");
        m_xml.raw("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
                  "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
        textProperties(Ink::Text, false);
        m_xml.raw("<c:externalData r:id=\"").raw(workbookId).raw("\"><c:autoUpdate val=\"0\"/></c:externalData>");
        return m_xml.raw("</c:chartSpace>").bytes();
    }

private:
    [[nodiscard]] bool isLine() const { return m_chart.kind == ChartKind::Line; }
    [[nodiscard]] bool isDoughnut() const { return m_chart.kind == ChartKind::Doughnut; }
    [[nodiscard]] bool isLying() const { return m_chart.kind == ChartKind::Bars; }

    /// Lines carry their names at the right end: the plot leaves room for them.
    void layout()
    {
        if (!hasNamedLines(m_chart)) {
            m_xml.raw("<c:layout/>");
            return;
        }
        m_xml
            .raw("<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/>"
                 "<c:yMode val=\"edge\"/><c:x val=\"0.075\"/><c:y val=\"")
            .raw(isLine() ? "0.035" : "0.065")
            .raw("\"/><c:w val=\"")
            .decimal(plotWidth)
            .raw("\"/><c:h val=\"")
            .raw(isLine() ? "0.86" : "0.83")
            .raw("\"/></c:manualLayout></c:layout>");
    }
    void plot()
    {
        switch (m_chart.kind) {
        case ChartKind::Line:
            lines();
            break;
        case ChartKind::Columns:
        case ChartKind::Stacked:
        case ChartKind::Bars:
            bars();
            if (std::ranges::any_of(m_chart.series, [&](const Series& each) { return isDrawnAsLine(m_chart, each); }))
                lines();
            break;
        case ChartKind::Doughnut:
            m_xml.raw("<c:doughnutChart><c:varyColors val=\"1\"/>");
            allSeries(false);
            m_xml.raw("<c:firstSliceAng val=\"0\"/><c:holeSize val=\"62\"/></c:doughnutChart>");
            return;
        }
        categories();
        values();
    }
    void lines()
    {
        m_xml.raw("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        allSeries(true);
        m_xml.raw("<c:marker val=\"1\"/>");
        axisIds();
        m_xml.raw("</c:lineChart>");
    }
    void bars()
    {
        const bool isStacked = m_chart.kind == ChartKind::Stacked;
        m_xml.raw("<c:barChart><c:barDir val=\"").raw(isLying() ? "bar" : "col").raw("\"/><c:grouping val=\"");
        m_xml.raw(isStacked ? "stacked" : "clustered").raw("\"/><c:varyColors val=\"0\"/>");
        allSeries(false);
        m_xml.raw("<c:gapWidth val=\"").raw(barCount() > 1 && !isStacked ? "50" : "60");
        m_xml.raw("\"/><c:overlap val=\"").raw(isStacked ? "100" : "0").raw("\"/>");
        axisIds();
        m_xml.raw("</c:barChart>");
    }
    void axisIds()
    {
        m_xml.raw("<c:axId val=\"").number(categoryAxis).raw("\"/><c:axId val=\"").number(valueAxis).raw("\"/>");
    }

    [[nodiscard]] std::ptrdiff_t barCount() const
    {
        return std::ranges::count_if(m_chart.series, [&](const Series& each) { return !isDrawnAsLine(m_chart, each); });
    }
    /// Those that are drawn as lines, or the others.
    void allSeries(bool areLines)
    {
        const std::size_t count =
            isDoughnut() ? std::min<std::size_t>(1, m_chart.series.size()) : m_chart.series.size();
        for (std::size_t i = 0; i < count; ++i)
            if (isDrawnAsLine(m_chart, m_chart.series[i]) == areLines)
                oneSeries(i);
    }
    void oneSeries(std::size_t index)
    {
        const Series& series = m_chart.series[index];
        const QByteArray column = columnName(index + 1);
        m_xml.raw("<c:ser><c:idx val=\"").number(qint64(index)).raw("\"/><c:order val=\"").number(qint64(index));
        m_xml.raw("\"/><c:tx><c:strRef><c:f>Sheet1!$").raw(column).raw("$1</c:f><c:strCache><c:ptCount val=\"1\"/>");
        m_xml.raw("<c:pt idx=\"0\"><c:v>").text(series.name).raw("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
        const bool isDrawn = isDrawnAsLine(m_chart, series);
        if (isDrawn)
            lineLook(series);
        else if (!isDoughnut())
            m_xml.raw("<c:spPr>").raw(fill(series.ink)).raw("</c:spPr><c:invertIfNegative val=\"0\"/>");
        points(series);
        labels(series);
        categoryCache();
        valueCache(series, column);
        if (isDrawn)
            m_xml.raw("<c:smooth val=\"0\"/>");
        m_xml.raw("</c:ser>");
    }
    void lineLook(const Series& series)
    {
        m_xml.raw("<c:spPr><a:ln w=\"").emu(series.isDashed ? 1.25 : 2.25).raw("\" cap=\"rnd\">").raw(fill(series.ink));
        if (series.isDashed)
            m_xml.raw("<a:prstDash val=\"sysDash\"/>");
        m_xml.raw("<a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>");
        if (const auto last = lastKnown(series); last && !series.isDashed) {
            m_xml.raw("<c:dPt><c:idx val=\"").number(qint64(*last)).raw("\"/><c:marker><c:symbol val=\"circle\"/>");
            m_xml.raw("<c:size val=\"8\"/><c:spPr>").raw(fill(series.ink)).raw("<a:ln w=\"9525\">");
            m_xml.raw(fill(Ink::Back)).raw("</a:ln></c:spPr></c:marker><c:bubble3D val=\"0\"/></c:dPt>");
        }
    }
    void points(const Series& series)
    {
        if (isDrawnAsLine(m_chart, series) || (series.points.empty() && !isDoughnut()))
            return;
        for (qsizetype k = 0; k < m_chart.categories.size(); ++k) {
            const Ink ink = inkAt(series, static_cast<std::size_t>(k));
            m_xml.raw("<c:dPt><c:idx val=\"").number(k).raw("\"/>");
            m_xml.raw(isDoughnut() ? "" : "<c:invertIfNegative val=\"0\"/>").raw("<c:bubble3D val=\"0\"/><c:spPr>");
            m_xml.raw(fill(ink));
            if (isDoughnut())
                m_xml.raw("<a:ln w=\"19050\">").raw(fill(Ink::Back)).raw("</a:ln>");
            m_xml.raw("</c:spPr></c:dPt>");
        }
    }

    void labels(const Series& series)
    {
        m_xml.raw("<c:dLbls>");
        const bool isSmall = series.labels == Labels::Points || (series.labels == Labels::Ends && isLine());
        for (std::size_t k = 0; series.labels == Labels::Ends && k < lastKnown(series).value_or(0); ++k) {
            if (!isLabelledAt(series, k))
                continue;
            m_xml.raw("<c:dLbl><c:idx val=\"").number(qint64(k)).raw("\"/>");
            labelForm(series, labelPlace(series), true, false, isSmall);
            m_xml.raw("</c:dLbl>");
        }
        if (const auto last = lastKnown(series); isNamedAtEnd(series) && last) {
            m_xml.raw("<c:dLbl><c:idx val=\"").number(qint64(*last)).raw("\"/>");
            const bool isDrawn = isDrawnAsLine(m_chart, series);
            // Beside the last column, not upon it.
            if (isDrawn && !isLine())
                m_xml.raw("<c:layout><c:manualLayout><c:x val=\"")
                    .decimal(plotWidth / 2 / static_cast<double>(m_chart.categories.size()))
                    .raw("\"/><c:y val=\"0\"/></c:manualLayout></c:layout>");
            labelForm(series, isDrawn ? "r" : labelPlace(series), true, isDrawn);
            m_xml.raw("</c:dLbl>");
        }
        const bool isShown = series.labels == Labels::Values || series.labels == Labels::Points;
        labelForm(series, labelPlace(series), isShown, false, isSmall);
        if (isDrawnAsLine(m_chart, series) && !isLine())
            m_xml.raw("<c:showLeaderLines val=\"0\"/>");
        m_xml.raw("</c:dLbls>");
    }
    [[nodiscard]] const char* labelPlace(const Series& series) const
    {
        if (series.labels == Labels::Points || (series.labels == Labels::Ends && isLine()))
            return hasLabelsBelow(m_chart, series) ? "b" : "t";
        if (isDrawnAsLine(m_chart, series))
            return series.isDashed ? "b" : "t";
        switch (m_chart.kind) {
        case ChartKind::Columns:
        case ChartKind::Bars:
            return "outEnd";
        case ChartKind::Stacked:
            return "ctr";
        case ChartKind::Line:
        case ChartKind::Doughnut:
            break;
        }
        return nullptr;
    }
    void labelForm(const Series& series, const char* place, bool isShown, bool isNamed, bool isSmall = false)
    {
        numberFormat();
        m_xml.raw("<c:spPr>").raw(isSmall ? fill(Ink::Back) : "<a:noFill/>").raw("<a:ln><a:noFill/></a:ln></c:spPr>");
        const bool isQuiet = isSmall || series.isDashed || series.ink == Ink::Before || series.ink == Ink::Rule;
        const Ink ink = m_chart.kind == ChartKind::Stacked && series.ink == Ink::Accent ? Ink::Back
                        : isDrawnAsLine(m_chart, series) && !isQuiet                    ? series.ink
                        : isQuiet                                                       ? Ink::Muted
                                                                                        : Ink::Text;
        textProperties(ink, !isQuiet, isSmall ? pointTextSize(m_chart.textSize) : m_chart.textSize);
        if (place && isShown)
            m_xml.raw("<c:dLblPos val=\"").raw(place).raw("\"/>");
        m_xml.raw("<c:showLegendKey val=\"0\"/><c:showVal val=\"").raw(isShown ? "1" : "0");
        m_xml.raw("\"/><c:showCatName val=\"").raw(isDoughnut() && isShown ? "1" : "0");
        m_xml.raw("\"/><c:showSerName val=\"").raw(isNamed ? "1" : "0");
        m_xml.raw("\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/><c:separator> </c:separator>");
    }

    void categoryCache()
    {
        const qsizetype count = m_chart.categories.size();
        m_xml.raw("<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$").number(count + 1).raw("</c:f><c:strCache><c:ptCount val=\"");
        m_xml.number(count).raw("\"/>");
        for (qsizetype k = 0; k < count; ++k)
            m_xml.raw("<c:pt idx=\"").number(k).raw("\"><c:v>").text(m_chart.categories[k]).raw("</c:v></c:pt>");
        m_xml.raw("</c:strCache></c:strRef></c:cat>");
    }
    void valueCache(const Series& series, const QByteArray& column)
    {
        const qsizetype count = m_chart.categories.size();
        m_xml.raw("<c:val><c:numRef><c:f>Sheet1!$").raw(column).raw("$2:$").raw(column).raw("$").number(count + 1);
        m_xml.raw("</c:f><c:numCache><c:formatCode>").text(m_format).raw("</c:formatCode><c:ptCount val=\"");
        m_xml.number(count).raw("\"/>");
        for (qsizetype k = 0; k < count; ++k)
            if (const auto value = valueAt(series, static_cast<std::size_t>(k)))
                m_xml.raw("<c:pt idx=\"").number(k).raw("\"><c:v>").decimal(*value).raw("</c:v></c:pt>");
        m_xml.raw("</c:numCache></c:numRef></c:val>");
    }

    void categories()
    {
        m_xml.raw("<c:catAx><c:axId val=\"").number(categoryAxis).raw("\"/><c:scaling><c:orientation val=\"");
        m_xml.raw(isLying() ? "maxMin" : "minMax").raw("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"");
        m_xml.raw(isLying() ? "l" : "b").raw("\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>");
        m_xml.raw("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr>");
        m_xml.raw("<a:ln w=\"9525\">").raw(fill(Ink::Before)).raw("</a:ln></c:spPr>");
        textProperties(isLying() ? Ink::Text : Ink::Muted, false);
        m_xml.raw("<c:crossAx val=\"").number(valueAxis).raw("\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>");
        m_xml.raw("<c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>");
    }
    void values()
    {
        m_xml.raw("<c:valAx><c:axId val=\"").number(valueAxis);
        m_xml.raw("\"/><c:scaling><c:orientation val=\"minMax\"/>");
        if (m_chart.axisMost > 0)
            m_xml.raw("<c:max val=\"").decimal(m_chart.axisMost).raw("\"/>");
        // Left to themselves programs begin where the smallest bar ends.
        if (isAboveZero())
            m_xml.raw("<c:min val=\"0\"/>");
        m_xml.raw("</c:scaling><c:delete val=\"").raw(m_chart.hasAxis ? "0" : "1").raw("\"/><c:axPos val=\"");
        m_xml.raw(isLying() ? "t" : "l").raw("\"/>");
        if (m_chart.hasAxis)
            m_xml.raw("<c:majorGridlines><c:spPr><a:ln w=\"6350\">")
                .raw(fill(Ink::Rule))
                .raw("</a:ln></c:spPr></c:majorGridlines>");
        numberFormat();
        m_xml.raw("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>"
                  "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
        textProperties(Ink::Muted, false);
        m_xml.raw("<c:crossAx val=\"").number(categoryAxis).raw("\"/><c:crosses val=\"autoZero\"/>");
        m_xml.raw("<c:crossBetween val=\"").raw("between").raw("\"/>");
        if (m_chart.axisStep > 0)
            m_xml.raw("<c:majorUnit val=\"").decimal(m_chart.axisStep).raw("\"/>");
        m_xml.raw("</c:valAx>");
    }

    [[nodiscard]] bool isAboveZero() const
    {
        return std::ranges::all_of(m_chart.series, [&](const Series& each) {
            for (std::size_t k = 0; k < each.values.size(); ++k)
                if (valueAt(each, k).value_or(0) < 0)
                    return false;
            return true;
        });
    }
    void numberFormat() { m_xml.raw("<c:numFmt formatCode=\"").text(m_format).raw("\" sourceLinked=\"0\"/>"); }
    void textProperties(Ink ink, bool isStrong) { textProperties(ink, isStrong, m_chart.textSize); }
    void textProperties(Ink ink, bool isStrong, double size)
    {
        m_xml.raw("<c:txPr><a:bodyPr wrap=\"none\"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"");
        m_xml.number(qRound64(size * 100)).raw("\" b=\"").raw(isStrong ? "1" : "0").raw("\">");
        m_xml.raw(fill(ink))
            .raw("</a:defRPr></a:pPr><a:endParaRPr lang=\"")
            .text(m_language)
            .raw("\"/></a:p></c:txPr>");
    }
    [[nodiscard]] static QByteArray fill(Ink ink)
    {
        return QByteArray("<a:solidFill><a:schemeClr val=\"") + schemeName(ink) + "\"/></a:solidFill>";
    }

    const Chart& m_chart;
    const QString& m_language;
    QString m_format;
    Xml m_xml;
};

} // namespace

QByteArray chartPart(const Chart& chart, const QString& language, const QByteArray& workbookId)
{
    return Writer(chart, language).part(workbookId);
}

} // namespace steward::deck
