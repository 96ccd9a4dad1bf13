// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/row_delegate.h"

namespace steward::importing {

/// A list entry of two lines: icon, name and a note at the right; below it what is said of it.
class TwoLineDelegate final : public widgets::RowDelegate
{
    Q_OBJECT
public:
    /// Roles of the model; -1: it has none.
    struct Parts
    {
        QString icon;
        int note = -1;
        int sub = -1;
        int aside = -1; ///< behind sub, muted
        bool isStrong = true;
        bool isWrapped = false; ///< a sentence, read whole: it takes as many lines as it needs
    };
    explicit TwoLineDelegate(Parts parts, QObject* parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                      const style::Theme& theme) const override;

private:
    /// Of a sentence; room: what it and its icon have.
    [[nodiscard]] int sentenceHeight(const QModelIndex& index, int room) const;
    Parts m_parts;
};

/// What happens to a row: a sign, a word, and each change as field, before struck through, after.
class RowsDelegate final : public widgets::RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                      const style::Theme& theme) const override;
};

/// The field of a column is chosen from a list.
class FieldDelegate final : public widgets::RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

protected:
    void paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                      const style::Theme& theme) const override;
};

} // namespace steward::importing
