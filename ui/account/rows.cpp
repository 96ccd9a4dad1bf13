// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/rows.h"

#include "ui/account/lines_delegate.h"
#include "ui/style/tip.h"
#include "ui/style/type.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace steward::account {

using style::px;

QString initialsOf(const QString& name)
{
    QString initials;
    for (const QString& part : name.split(u' ', Qt::SkipEmptyParts))
        if (part.front().isLetter() && initials.size() < 2)
            initials += part.front().toUpper();
    return initials;
}

void LinesModel::show(std::vector<Line> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int LinesModel::rowOf(RecordRef record) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_lines[i].record == record && m_lines[i].kind == Line::Kind::Line)
            return static_cast<int>(i);
    return -1;
}

int LinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

Qt::ItemFlags LinesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return at(index.row()).kind == Line::Kind::Line ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

QVariant LinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.text;
    case Qt::ToolTipRole:
        return line.kind == Line::Kind::Line ? style::plainTip(line.text) : QString();
    case Qt::AccessibleTextRole: {
        if (!line.spoken.isEmpty())
            return line.spoken;
        QStringList parts;
        for (const QString& part : {line.lead, line.text, line.amount, line.detail, line.end})
            if (!part.isEmpty())
                parts << part;
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

LinesView::LinesView(const QString& name, const QString& accessibleName, LineColumns columns, QWidget* parent)
    : LinesView(new LinesModel, name, accessibleName, columns, parent)
{
}

LinesView::LinesView(LinesModel* model, const QString& name, const QString& accessibleName, LineColumns columns,
                     QWidget* parent)
    : RowList(*model, name, accessibleName, parent)
    , m_model(model)
    , m_delegate(new LinesDelegate(columns, this))
{
    model->setParent(this);
    setItemDelegate(m_delegate);
    // Without it a list does not measure its lines again when only its width changes: a scroll bar comes, a word is
    // cut.
    setWordWrap(true);
}

void LinesView::setColumns(LineColumns columns)
{
    m_delegate->columns = columns;
    viewport()->update();
}

void LinesView::setFitting()
{
    m_isFitting = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinesView::show(std::vector<Line> lines)
{
    const RecordRef kept = currentRecord();
    const int scrolled = verticalScrollBar()->value();
    m_delegate->fit(lines);
    m_model->show(std::move(lines));
    const int row = kept.id != 0 ? m_model->rowOf(kept) : -1;
    if (row >= 0) {
        setCurrentIndex(m_model->index(row));
        verticalScrollBar()->setValue(scrolled);
    } else if (hasFocus()) {
        step(1);
    }
    updateGeometry();
}

QSize LinesView::sizeHint() const
{
    if (!m_isFitting)
        return RowList::sizeHint();
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    return {px(200), std::max(height, px(24))};
}

QSize LinesView::minimumSizeHint() const
{
    return m_isFitting ? QSize(px(120), sizeHint().height()) : RowList::minimumSizeHint();
}

void LinesView::resizeEvent(QResizeEvent* event)
{
    RowList::resizeEvent(event);
    // A line that is wrapped is as tall as the width lets it be.
    if (m_isFitting && event->size().width() != event->oldSize().width())
        updateGeometry();
}

RecordRef LinesView::currentRecord() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_model->at(index.row()).record : RecordRef();
}

void LinesView::chooseRecord(RecordRef record)
{
    if (const int row = m_model->rowOf(record); row >= 0) {
        setCurrentIndex(m_model->index(row));
        scrollTo(currentIndex());
    }
}

void LinesView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentRecord().id != 0)
            Q_EMIT opened(currentRecord());
        if (currentIndex().isValid())
            Q_EMIT activated(currentIndex());
        return;
    }
    RowList::keyPressEvent(event);
}

void LinesView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid())
        return;
    if (m_model->at(index.row()).record.id != 0)
        Q_EMIT opened(m_model->at(index.row()).record);
    Q_EMIT activated(index);
}

void LinesView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowList::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT recordChosen(m_model->at(current.row()).record);
}

} // namespace steward::account
