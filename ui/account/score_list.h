// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/score_sheet.h"
#include "ui/style/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QLocale>

namespace steward::account {

struct AccountFigures;

/// A line of the score in words.
struct ScoreRow
{
    query::ScoreLine line;
    QString name;
    QString why;
    QString age;     ///< of the data behind it
    QString dataTo;  ///< the same in words
    QString instead; ///< in place of the bar: "does not apply"
    QString worth;   ///< beside the bar, in place of the dashes: what an unknown measure would make known
    QString gained;
    QString lost;
    QString badge; ///< of the last line: the score as shown
    style::Band band = style::Band::Unknown;
    QString spoken;
};
[[nodiscard]] std::vector<ScoreRow> scoreRows(const AccountFigures& figures, const QLocale& locale);

class ScoreModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void show(std::vector<ScoreRow> rows);
    [[nodiscard]] const ScoreRow& at(int row) const { return m_rows[std::size_t(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<ScoreRow> m_rows;
};

/// Why this score: a line each, Enter opens the records behind it.
class ScoreView final : public QListView
{
    Q_OBJECT
public:
    explicit ScoreView(QWidget* parent = nullptr);
    void show(std::vector<ScoreRow> rows);
    [[nodiscard]] const ScoreModel& rows() const { return *m_model; }
    /// Wide enough for the longest reason on one line.
    [[nodiscard]] int widthForReasons() const;

Q_SIGNALS:
    void opened(const steward::account::ScoreRow& row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Delegate;
    class Head;
    void fitNames();
    void fitRows();
    ScoreModel* m_model;
    Delegate* m_delegate;
    Head* m_head;
};

} // namespace steward::account
