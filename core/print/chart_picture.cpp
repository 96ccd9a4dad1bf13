// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/print/chart_picture.h"

#include "core/print/measure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace steward::print {

namespace {

using deck::Box;
using deck::ChartKind;
using deck::Ink;
using deck::Series;

class Painter
{
public:
    Painter(const deck::Chart& chart, const QLocale& locale)
        : m_chart(chart)
        , m_locale(locale)
        , m_count(static_cast<std::size_t>(chart.categories.size()))
    {
    }
    std::vector<Shape> shapes()
    {
        if (m_count == 0 || m_chart.series.empty())
            return {};
        switch (m_chart.kind) {
        case ChartKind::Line:
            line();
            break;
        case ChartKind::Columns:
        case ChartKind::Stacked:
            columns();
            break;
        case ChartKind::Bars:
            bars();
            break;
        case ChartKind::Doughnut:
            doughnut();
            break;
        }
        return std::move(m_shapes);
    }

private:
    [[nodiscard]] double size() const { return m_chart.textSize; }
    [[nodiscard]] QString written(double value) const { return labelText(value, m_chart.form, m_locale); }
    [[nodiscard]] double largest() const
    {
        double most = m_chart.axisMost;
        const bool isStacked = m_chart.kind == ChartKind::Stacked;
        for (std::size_t k = 0; k < m_count; ++k) {
            double sum = 0;
            for (const Series& each : m_chart.series) {
                const double value = std::max(0.0, valueAt(each, k).value_or(0));
                const bool isOnTop = isStacked && !isDrawnAsLine(m_chart, each);
                sum = isOnTop ? sum + value : sum;
                most = std::max(most, value);
            }
            most = std::max(most, sum);
        }
        return most > 0 ? most : 1;
    }
    void rect(double x, double y, double w, double h, Ink ink)
    {
        m_shapes.push_back(Filled{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, ink});
    }
    void label(double x, double y, const QString& text, Ink ink, bool isStrong, int align)
    {
        m_shapes.push_back(Label{{x, y}, text, size(), ink, isStrong, align});
    }
    static Ink labelInk(const Series& series)
    {
        return series.isDashed || series.ink == Ink::Before ? Ink::Muted : Ink::Text;
    }

    /// Grid and numbers of an upright value axis; without it the ground line.
    void grid(const Box& plot, double most)
    {
        const double step = m_chart.axisStep > 0 ? m_chart.axisStep : deck::axisFor(most).step;
        for (double value = 0; value <= most * (1 + 1e-9); value += step) {
            const double y = plot.y + plot.h * (1 - value / most);
            if (value > 0 && !m_chart.hasAxis)
                break;
            m_shapes.push_back(Stroke{{{plot.x, y}, {plot.x + plot.w, y}}, value == 0 ? Ink::Before : Ink::Rule, 0.75});
            if (m_chart.hasAxis)
                label(plot.x - 8, y + size() * 0.35, written(value), Ink::Muted, false, -1);
        }
    }
    [[nodiscard]] bool hasYears() const
    {
        return m_count > 4 &&
               std::ranges::any_of(m_chart.categories, [](const QString& each) { return each.contains(u" ’"); });
    }
    void names(const Box& plot)
    {
        const double step = plot.w / static_cast<double>(m_count);
        double free = plot.x - 40;
        for (std::size_t k = 0; k < m_count; ++k) {
            // A year goes below its month, as programs break the line.
            const QString& whole = m_chart.categories[static_cast<qsizetype>(k)];
            const QString name = hasYears() ? whole.left(whole.indexOf(u" ’")) : whole;
            const double x = plot.x + step * (static_cast<double>(k) + 0.5);
            const double half = textWidth(name, size()) / 2;
            if (x - half < free)
                continue;
            label(x, plot.y + plot.h + size() * 1.5, name, Ink::Muted, false, 0);
            if (name.size() < whole.size())
                label(x, plot.y + plot.h + size() * 2.7, whole.mid(name.size() + 1), Ink::Muted, false, 0);
            free = x + half + 4;
        }
    }

    /// The share of the width that is left for names beside lines.
    [[nodiscard]] double nameRoom() const { return hasNamedLines(m_chart) ? 0.18 : 0.02; }
    void line()
    {
        const Box& box = m_chart.box;
        const double most = largest();
        const double left = m_chart.hasAxis ? 0.075 : 0.03;
        const Box plot{box.x + box.w * left, box.y + 10, box.w * (1 - left - nameRoom()),
                       box.h - 10 - size() * (hasYears() ? 3.3 : 2.2)};
        grid(plot, most);
        names(plot);
        // In the middle of its place each, as columns: the figure at the first does not lie on those of the axis.
        const double step = plot.w / static_cast<double>(m_count);
        for (const Series& each : m_chart.series)
            drawLine(each, plot, most, plot.x + step / 2, step);
        for (const Series& each : m_chart.series)
            if (each.labels == deck::Labels::Points || each.labels == deck::Labels::Ends)
                pointLabels(each, plot, most, step);
    }
    /// first: where the first category stands.
    void drawLine(const Series& series, const Box& plot, double most, double first, double step)
    {
        std::vector<QPointF> points;
        const auto flush = [&] {
            if (points.size() > 1)
                m_shapes.push_back(Stroke{points, series.ink, series.isDashed ? 1.25 : 2.25, series.isDashed});
            points.clear();
        };
        QPointF last;
        for (std::size_t k = 0; k < m_count; ++k) {
            const auto value = valueAt(series, k);
            if (!value) {
                flush();
                continue;
            }
            last = {first + step * static_cast<double>(k), plot.y + plot.h * (1 - *value / most)};
            points.push_back(last);
            if (series.labels == deck::Labels::Values)
                label(last.x(), series.isDashed ? last.y() + size() * 1.3 : last.y() - size() * 0.6, written(*value),
                      labelInk(series), !series.isDashed, 0);
        }
        flush();
        if (const auto at = lastKnown(series))
            lastPoint(series, last, *valueAt(series, *at), plot);
    }
    /// Small at each point but the last, which has its name, on a ground of its own: other lines may pass there.
    void pointLabels(const Series& series, const Box& plot, double most, double step)
    {
        const double small = deck::pointTextSize(size());
        const double below = deck::hasLabelsBelow(m_chart, series) ? small * 1.7 : -small * 0.8;
        for (std::size_t k = 0; k < m_count; ++k) {
            const auto value = valueAt(series, k);
            if (k == lastKnown(series) || !deck::isLabelledAt(series, k))
                continue;
            const QPointF at(plot.x + step * (static_cast<double>(k) + 0.5),
                             plot.y + plot.h * (1 - *value / most) + below);
            const double width = textWidth(written(*value), small) + 4;
            rect(at.x() - width / 2, at.y() - small * 0.9, width, small * 1.15, Ink::Back);
            m_shapes.push_back(Label{at, written(*value), small, Ink::Muted, false, 0});
        }
    }
    /// Name and value at the end of a line, moved where another stands already.
    void lastPoint(const Series& series, QPointF at, double value, const Box& plot)
    {
        if (!series.isDashed)
            dot(at, series.ink);
        if (!deck::isNamedAtEnd(series))
            return;
        double y = at.y() + size() * 0.35;
        const auto isFree = [&](double where) {
            return std::ranges::none_of(m_taken, [&](double each) { return std::abs(each - where) < size() * 1.1; });
        };
        while (!isFree(y) && y < plot.y + plot.h)
            y += size() * 0.3;
        m_taken.push_back(y);
        const double x = m_chart.kind == ChartKind::Line ? at.x() + 10 : plot.x + plot.w + 4;
        // A long name gives way, its figure does not.
        const QString figure = written(value);
        const double room =
            m_chart.box.x + m_chart.box.w - x - textWidth(QString(u' ' + figure), size(), !series.isDashed);
        const QString text = QString(fitted(series.name, room, 1, size(), !series.isDashed) + u' ' + figure);
        label(x, y, text, series.isDashed ? Ink::Muted : series.ink, !series.isDashed, 1);
    }
    void dot(QPointF at, Ink ink)
    {
        std::vector<QPointF> corners;
        constexpr int sides = 20;
        for (int i = 0; i < sides; ++i) {
            const double angle = 2 * std::numbers::pi * i / sides;
            corners.emplace_back(at.x() + 4 * std::cos(angle), at.y() + 4 * std::sin(angle));
        }
        m_shapes.push_back(Filled{std::move(corners), ink});
    }

    void columns()
    {
        const Box& box = m_chart.box;
        const double most = largest();
        const double left = m_chart.hasAxis ? 52 : 0;
        const double right = hasNamedLines(m_chart) ? box.w * nameRoom() : 0;
        const Box plot{box.x + left, box.y + size() * 1.6, box.w - left - right,
                       box.h - size() * (hasYears() ? 4.9 : 3.8)};
        grid(plot, most);
        std::vector<const Series*> upright;
        for (const Series& each : m_chart.series)
            if (!isDrawnAsLine(m_chart, each))
                upright.push_back(&each);
        const double slot = plot.w / static_cast<double>(m_count);
        for (std::size_t k = 0; k < m_count; ++k)
            drawColumns(upright, k, {plot.x + slot * static_cast<double>(k), plot.y, slot, plot.h}, most);
        for (const Series& each : m_chart.series)
            if (isDrawnAsLine(m_chart, each))
                drawLine(each, plot, most, plot.x + slot / 2, slot);
        names(plot);
    }
    /// Those of one category, in its slot of the plot.
    void drawColumns(const std::vector<const Series*>& all, std::size_t category, const Box& slot, double most)
    {
        const bool isStacked = m_chart.kind == ChartKind::Stacked;
        const auto beside = static_cast<double>(isStacked ? 1 : all.size());
        const double width = slot.w / (beside + (beside > 1 ? 0.5 : 0.6));
        double x = slot.x + (slot.w - width * beside) / 2;
        double base = slot.y + slot.h;
        for (const Series* each : all) {
            const auto value = valueAt(*each, category);
            const double height = slot.h * std::max(0.0, value.value_or(0)) / most;
            const double top = base - height;
            const bool isLabelled = deck::isLabelledAt(*each, category);
            if (value)
                rect(x, top, width, height, inkAt(*each, category));
            if (value && isLabelled)
                label(x + width / 2, isStacked ? top + height / 2 + size() * 0.35 : top - 5, written(*value),
                      isStacked && each->ink == Ink::Accent ? Ink::Back : labelInk(*each), each->ink == Ink::Accent, 0);
            if (isStacked)
                base = top;
            else
                x += width;
        }
    }

    void bars()
    {
        const Box& box = m_chart.box;
        double left = 0;
        for (const QString& each : m_chart.categories)
            left = std::max(left, textWidth(each, size()));
        double right = 0;
        for (const Series& each : m_chart.series)
            for (std::size_t k = 0; k < m_count; ++k)
                if (const auto value = valueAt(each, k))
                    right = std::max(right, textWidth(written(*value), size(), true));
        const Box plot{box.x + left + 12, box.y + 4, box.w - left - right - 24, box.h - 8};
        const double slot = plot.h / static_cast<double>(m_count);
        const auto beside = static_cast<double>(m_chart.series.size());
        const double thick = std::min(26.0, slot / (beside + (beside > 1 ? 0.5 : 0.6)));
        const double most = largest();
        for (std::size_t k = 0; k < m_count; ++k) {
            const double middle = plot.y + slot * (static_cast<double>(k) + 0.5);
            label(plot.x - 10, middle + size() * 0.35, m_chart.categories[static_cast<qsizetype>(k)], Ink::Text, false,
                  -1);
            for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
                const Series& each = m_chart.series[i];
                const auto value = valueAt(each, k);
                if (!value)
                    continue;
                const double top = middle - thick * beside / 2 + thick * static_cast<double>(i);
                const double length = plot.w * std::max(0.0, *value) / most;
                rect(plot.x, top, length, thick, inkAt(each, k));
                if (each.labels == deck::Labels::Values)
                    label(plot.x + length + 8, top + thick / 2 + size() * 0.35, written(*value), labelInk(each),
                          each.ink == Ink::Accent, 1);
            }
        }
    }

    void doughnut()
    {
        const Series& series = m_chart.series.front();
        double sum = 0;
        for (std::size_t k = 0; k < m_count; ++k)
            sum += std::max(0.0, valueAt(series, k).value_or(0));
        if (sum <= 0)
            return;
        const Box& box = m_chart.box;
        const QPointF middle(box.x + box.w / 2, box.y + box.h / 2);
        const double outer = std::min(box.w, box.h) / 2 - 30;
        const double inner = outer * 0.62;
        double from = -std::numbers::pi / 2;
        for (std::size_t k = 0; k < m_count; ++k) {
            const double share = std::max(0.0, valueAt(series, k).value_or(0)) / sum;
            const double to = from + share * 2 * std::numbers::pi;
            const int steps = std::max(2, static_cast<int>(share * 90));
            std::vector<QPointF> corners;
            const auto arc = [&](double radius, bool isBack) {
                for (int i = 0; i <= steps; ++i) {
                    const double angle = isBack ? to + (from - to) * i / steps : from + (to - from) * i / steps;
                    corners.emplace_back(middle.x() + radius * std::cos(angle), middle.y() + radius * std::sin(angle));
                }
            };
            arc(outer, false);
            arc(inner, true);
            m_shapes.push_back(Filled{std::move(corners), inkAt(series, k)});
            const double half = (from + to) / 2;
            const QPointF at(middle.x() + (outer + 12) * std::cos(half), middle.y() + (outer + 12) * std::sin(half));
            label(
                at.x(), at.y(),
                QString(m_chart.categories[static_cast<qsizetype>(k)] + u' ' + written(valueAt(series, k).value_or(0))),
                Ink::Text, false, std::cos(half) < 0 ? -1 : 1);
            from = to;
        }
    }

    const deck::Chart& m_chart;
    const QLocale& m_locale;
    std::size_t m_count;
    std::vector<Shape> m_shapes;
    std::vector<double> m_taken; ///< where names beside lines stand
};

} // namespace

std::vector<Shape> pictureOf(const deck::Chart& chart, const QLocale& locale)
{
    return Painter(chart, locale).shapes();
}

QString labelText(double value, const deck::NumberForm& form, const QLocale& locale)
{
    const QString digits = locale.toString(std::abs(value), 'f', form.decimals);
    return QString((value < 0 ? QStringLiteral("−") : QString()) + form.before + digits + form.after);
}

} // namespace steward::print
