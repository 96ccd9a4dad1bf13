// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QWidget>

class QListView;
class QPushButton;

/// Tables, lists and buttons as every view shows them.
namespace steward::widgets {

/// A table of rows: no grid, fixed rows, hover, names for those who do not see.
class PlainTable : public QTableView
{
    Q_OBJECT
public:
    PlainTable(QAbstractItemModel& model, const QString& name, const QString& spoken, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Enter, where no cell is edited.
    void enterPressed(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

/// As wide as given, in pixels at 96 dpi, and wider where what stands above the column needs it in another language.
void setColumn(QTableView& table, int column, double least);
/// A list of two-line entries.
[[nodiscard]] QListView* plainList(QAbstractItemModel& model, const QString& name, const QString& spoken);
/// A button that looks like a link.
[[nodiscard]] QPushButton* linkButton(const QString& text, const QString& name);
[[nodiscard]] QPushButton* plainButton(const QString& text, const QString& name, bool isPrimary = false);
/// A strip with a rule above, for the buttons below a pane.
class Footer final : public QWidget
{
    Q_OBJECT
public:
    explicit Footer(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace steward::widgets
