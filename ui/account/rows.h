// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/portfolio/figure.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/row_list.h"

#include <QAbstractListModel>
#include <array>

namespace steward::account {

/// A line of a list: something of the account with a day, what it is, what came of it, and at the right a date or an
/// amount.
struct Line
{
    enum class Kind
    {
        Head, ///< of a group; cannot be chosen
        Line,
        Note ///< a sentence where nothing is
    };
    Kind kind = Kind::Line;
    QString lead; ///< short, right-aligned: a day of the month
    QString icon; ///< a name in resources/icons
    widgets::Shade iconShade = widgets::Shade::Muted;
    QString text;
    QString amount; ///< of money, right-aligned beside the text; stands in a list with a column for it
    QString detail;
    widgets::Shade detailShade = widgets::Shade::Muted;
    QString end; ///< right-aligned
    widgets::Shade endShade = widgets::Shade::Muted;
    bool isStrong = false;
    bool isStruck = false;  ///< who left, what is over
    bool isWrapped = false; ///< over as many lines as it takes
    QString initials;       ///< a person's, in a ring in place of the icon
    RecordRef record;
    QString spoken; ///< whole, for who cannot see it; empty: the parts one after the other
};

/// Widths of the columns of a list, pixels at 96 dpi; 0: none.
struct LineColumns
{
    double lead = 0;
    double icon = 0;
    double detail = 0;
    double end = 0;
    double row = 31;
    double head = 27;
    double name = 0; ///< behind the icon, in place of `lead`: what the text is
    double amount = 0;
};

class LinesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void show(std::vector<Line> lines);
    [[nodiscard]] const Line& at(int row) const { return m_lines[std::size_t(row)]; }
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    /// -1: not shown.
    [[nodiscard]] int rowOf(RecordRef record) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<Line> m_lines;
};

class LinesDelegate;

/// The list: Enter and a double click activate a line and open its record; the chosen line stays chosen when the lines
/// change.
class LinesView final : public widgets::RowList
{
    Q_OBJECT
public:
    LinesView(const QString& name, const QString& accessibleName, LineColumns columns, QWidget* parent = nullptr);
    [[nodiscard]] LinesModel& lines() { return *m_model; }
    void show(std::vector<Line> lines);
    void setColumns(LineColumns columns);
    /// As tall as its lines: for lists that stand among others.
    void setFitting();
    [[nodiscard]] RecordRef currentRecord() const;
    void chooseRecord(RecordRef record);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const steward::RecordRef& record);
    void recordChosen(const steward::RecordRef& record);

protected:
    /// show() does it: where the line went, none is chosen.
    void keep() override {}
    void restore() override {}
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    LinesView(LinesModel* model, const QString& name, const QString& accessibleName, LineColumns columns,
              QWidget* parent);
    LinesModel* m_model;
    LinesDelegate* m_delegate;
    bool m_isFitting = false;
};

/// "EB" of "E. Brandvold".
[[nodiscard]] QString initialsOf(const QString& name);

} // namespace steward::account
