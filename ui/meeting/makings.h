// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meeting/note_words.h"
#include "ui/widgets/row_list.h"

#include <QAbstractListModel>

namespace steward::meeting {

/// What a note will make, to be ticked off kind by kind.
class MakingsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void show(std::vector<MakingText> texts, const std::set<work::Making>& without);
    [[nodiscard]] const MakingText& at(int row) const { return m_texts[std::size_t(row)]; }
    [[nodiscard]] bool isTicked(int row) const { return !m_without.contains(at(row).making); }
    /// The conversation itself is always made.
    [[nodiscard]] bool canTick(int row) const { return at(row).making != work::Making::Count; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void ticked(steward::work::Making making, bool isWanted);

private:
    std::vector<MakingText> m_texts;
    std::set<work::Making> m_without;
};

/// Space and a click on the box tick a row.
class MakingsList final : public widgets::RowList
{
    Q_OBJECT
public:
    explicit MakingsList(MakingsModel& model, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    class Delegate;
    void toggle(int row);
    MakingsModel& m_model;
};

} // namespace steward::meeting
