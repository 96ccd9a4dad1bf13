// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journey/value_pace.h"
#include "core/work/journey_flow.h"
#include "core/workspace/numbers.h"
#include "ui/account/rows.h"
#include "ui/charts/flow_layout.h"

#include <QAbstractTableModel>
#include <QLocale>

/// What the map of flows says. Pure functions of the numbers.
namespace steward::journeys {

/// Of whom and how long the map tells.
struct FlowAsked
{
    int months = 12;
    QString segment; ///< empty: all
    friend bool operator==(const FlowAsked&, const FlowAsked&) = default;
};

/// The map of some months up to the day, and of as many before; shared, immutable.
struct FlowShown
{
    Numbers numbers;
    FlowAsked asked;
    work::FlowMap map;
    work::FlowMap before;
    journey::ValueQuartiles values; ///< of the same accounts, all that ever began
    QStringList segments;           ///< that accounts are in, in the order of the content
};
using ShownFlow = std::shared_ptr<const FlowShown>;
/// Away from the window.
[[nodiscard]] ShownFlow flowOn(const Numbers& numbers, const FlowAsked& asked);

/// "to Support": into a stage that runs beside the others.
[[nodiscard]] QString besideText(const FlowShown& shown, const QLocale& locale);
/// The stages that are worth a place: those on the way of a customer, and those where anybody was.
[[nodiscard]] std::vector<std::size_t> stagesOf(const FlowShown& shown);
/// Of those stages; bands in the order of the map's flows.
[[nodiscard]] charts::FlowPicture pictureOf(const FlowShown& shown, const QLocale& locale);
/// "43 accounts 12 months ago, 8 began, 3 left, 48 today".
[[nodiscard]] QString sumText(const FlowShown& shown, const QLocale& locale);
[[nodiscard]] QString stageName(const FlowShown& shown, int stage, const QLocale& locale);

/// What is behind a stage, or behind a flow: title, a word beside it, lines. Lines of accounts have them as records.
struct BehindText
{
    QString title;
    QString about;
    std::vector<account::Line> lines;
};
[[nodiscard]] BehindText behindStage(const FlowShown& shown, std::size_t stage, const QLocale& locale);
[[nodiscard]] BehindText behindFlow(const FlowShown& shown, std::size_t flow, const QLocale& locale);

/// The map as rows that add up: who was there, came, went where, and is there now. The last row is the whole.
class FlowTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Stage,
        Before,
        Came,
        MovedOn,
        Beside,
        Back,
        Left,
        Now,
        ColumnCount
    };
    explicit FlowTable(QLocale locale, QObject* parent = nullptr);
    void show(const ShownFlow& shown);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// none: a column that the whole does not have.
    [[nodiscard]] std::optional<qsizetype> number(int row, Column column) const;
    QLocale m_locale;
    ShownFlow m_shown;
    std::vector<std::size_t> m_stages;
};

} // namespace steward::journeys
