// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/numbers.h"
#include "ui/widgets/badge.h"

#include <QWidget>

namespace steward::accounts {

/// A score in a pane: band and number, the change of four weeks, how much is known, and 26 weeks as a line with the
/// limits of the bands.
class ScoreHead final : public QWidget
{
    Q_OBJECT
public:
    explicit ScoreHead(QLocale locale, QWidget* parent = nullptr);
    void show(const BookNumbers& numbers, const query::AccountLine& line);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int paintPill(QPainter& painter, const style::Theme& theme) const;
    int paintChange(QPainter& painter, const style::Theme& theme, int left) const;
    void paintTrend(QPainter& painter, const style::Theme& theme, int above) const;

    QLocale m_locale;
    widgets::Badge m_badge;
    QString m_known;
    bool m_isPartly = false;
    std::vector<std::optional<double>> m_trend; ///< empty: not worked out yet
    std::vector<double> m_limits;               ///< of the bands
};

/// The values of a trend in points.
[[nodiscard]] std::vector<std::optional<double>> pointsOf(const Trend& trend);

} // namespace steward::accounts
