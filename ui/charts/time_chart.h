// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QDate>
#include <QLocale>
#include <QWidget>
#include <optional>
#include <variant>
#include <vector>

namespace steward::charts {

/// A quantity over time.
struct TimeSeries
{
    struct Point
    {
        QDate day;
        std::optional<double> value; ///< none: not known, a gap in the line
    };
    struct Event
    {
        QDate day;
        QString text; ///< two or three words
    };
    /// A level to hold the line against, named at its right end.
    struct Level
    {
        double value = 0;
        QString name;
        bool isThreshold = true; ///< dotted; else dashed
        style::Tone ink = style::Tone::Muted;
        std::optional<style::Band> band; ///< wins over ink
    };
    QString name;              ///< what is shown: "Score"
    std::vector<Point> points; ///< by day
    std::vector<Event> events; ///< by day
    std::vector<Level> levels;
    style::Tone ink = style::Tone::Text;
    std::optional<style::Band> last; ///< of the last point
    QString lastText;                ///< beside the last point: "49 Red"
    int decimals = 0;
    bool isFromZero = false;
    double mostRange = 0; ///< values end there (100 for a score); 0: nowhere

    [[nodiscard]] bool isKnown() const;
};

/// A line over time with events below it. The arrow keys walk its points; the tooltip says the exact value; the whole
/// is described in words for who cannot see it.
class TimeChart final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeChart(QLocale locale, QWidget* parent = nullptr);
    void show(TimeSeries series);
    [[nodiscard]] const TimeSeries& series() const { return m_series; }
    /// -1: none chosen.
    [[nodiscard]] int chosenPoint() const { return m_chosen; }
    /// "12 Nov: 51.9", or that nothing is known.
    [[nodiscard]] QString pointText(int point) const;
    /// What stands beside the lines of the value axis, upwards.
    [[nodiscard]] QStringList axisTexts() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Frame;
    [[nodiscard]] Frame frame() const;
    void choose(int point);
    [[nodiscard]] int pointAt(double x) const;
    [[nodiscard]] QString valueText(double value) const;
    /// Without decimals where it has none.
    [[nodiscard]] QString axisText(double value, double step) const;
    [[nodiscard]] QString dayText(QDate day) const;
    void paintLevels(QPainter& painter, const Frame& frame, const style::Theme& theme) const;
    void paintAxes(QPainter& painter, const Frame& frame, const style::Theme& theme) const;
    void paintLine(QPainter& painter, const Frame& frame, const style::Theme& theme) const;
    [[nodiscard]] std::vector<std::pair<QRectF, QDate>> daysBelow(const Frame& frame,
                                                                  const QFontMetrics& metrics) const;
    void paintEvents(QPainter& painter, const Frame& frame, const style::Theme& theme) const;
    void paintChosen(QPainter& painter, const Frame& frame, const style::Theme& theme) const;

    QLocale m_locale;
    TimeSeries m_series;
    int m_chosen = -1;
};

} // namespace steward::charts
