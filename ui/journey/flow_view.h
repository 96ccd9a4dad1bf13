// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/flow_chart.h"
#include "ui/journey/flow_text.h"
#include "ui/widgets/plain_views.h"
#include "ui/widgets/tone_label.h"

class QComboBox;

namespace steward::journeys {

/// The map of flows over some months, and the same as a table of rows that add up.
class FlowView final : public QWidget
{
    Q_OBJECT
public:
    explicit FlowView(QLocale locale, QWidget* parent = nullptr);
    /// shown may be null.
    void show(const ShownFlow& shown);
    [[nodiscard]] charts::FlowChart& chart() { return *m_chart; }
    [[nodiscard]] widgets::PlainTable& table() { return *m_list; }
    /// Of the chosen mark; none: nothing is chosen.
    [[nodiscard]] std::optional<BehindText> behind() const;

Q_SIGNALS:
    void wanted(const steward::journeys::FlowAsked& asked);
    void chosen();
    void behindRequested();
    /// Enter: into the list of who went there.
    void listRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    void stepMonths(int direction);
    void showSegments();

    QLocale m_locale;
    ShownFlow m_shown;
    FlowTable m_table;
    widgets::ToneLabel* m_sum = nullptr;
    std::function<void(const QString&)> m_setBeside; ///< of the legend
    QComboBox* m_months = nullptr;
    QComboBox* m_segments = nullptr;
    charts::FlowChart* m_chart = nullptr;
    widgets::PlainTable* m_list = nullptr;
};

} // namespace steward::journeys
