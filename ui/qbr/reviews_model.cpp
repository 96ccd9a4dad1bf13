// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qbr/reviews_model.h"

#include "core/portfolio/standing.h"
#include "core/qbr/record.h"
#include "core/words/short_words.h"
#include "ui/style/type.h"

#include <QDateTime>
#include <QPainter>

namespace steward::reviews {

using style::Tone;
using widgets::Shade;

ReviewsModel::ReviewsModel(const ReviewsPresenter& presenter, QObject* parent)
    : QAbstractTableModel(parent)
    , m_presenter(presenter)
{
    refresh();
}

void ReviewsModel::refresh()
{
    beginResetModel();
    m_shown = m_presenter.shown();
    m_rows = m_presenter.lines();
    applySort();
    endResetModel();
}

void ReviewsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    refresh();
}

QVariant ReviewsModel::sortKey(const ReviewLine& line, int column) const
{
    switch (column) {
    case Arr:
        return line.account->comparable ? QVariant(line.account->comparable->units()) : QVariant();
    case Meeting:
        return line.due.meeting ? QVariant(line.due.meeting->ms) : QVariant();
    case LastHeld:
        return line.due.lastHeld.isValid() ? QVariant(line.due.lastHeld) : QVariant();
    case Ready:
        return line.due.state == qbr::DueState::Held ? QVariant(101) : QVariant(line.readiness.percent);
    default:
        return text(line, column).toCaseFolded();
    }
}

void ReviewsModel::applySort()
{
    if (m_sortColumn < 0)
        return;
    std::ranges::stable_sort(m_rows, [&](const ReviewLine* a, const ReviewLine* b) {
        const QVariant left = sortKey(*a, m_sortColumn);
        const QVariant right = sortKey(*b, m_sortColumn);
        if (!left.isValid() || !right.isValid())
            return left.isValid() && !right.isValid(); // unknown comes last either way
        const bool isUp = m_sortOrder == Qt::AscendingOrder;
        return QVariant::compare(isUp ? left : right, isUp ? right : left) == QPartialOrdering::Less;
    });
}

AccountId ReviewsModel::accountAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[std::size_t(row)]->due.account : AccountId();
}

int ReviewsModel::rowOf(AccountId account) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->due.account == account)
            return static_cast<int>(i);
    return -1;
}

int ReviewsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReviewsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QString readyText(int percent, const QLocale& locale)
{
    const QString number = locale.toString(percent);
    switch (readyOf(percent)) {
    case Ready::Not:
        return ReviewsModel::tr("%1 % not ready").arg(number);
    case Ready::Gaps:
        return ReviewsModel::tr("%1 % gaps").arg(number);
    case Ready::Ready:
        break;
    }
    return ReviewsModel::tr("%1 % ready").arg(number);
}

QString readyText(const ReviewLine& line, const QLocale& locale)
{
    return line.due.state == qbr::DueState::Held ? ReviewsModel::tr("held") : readyText(line.readiness.percent, locale);
}

/// Of a review that was held: until when its recap is owed.
QString ReviewsModel::recapText(const ReviewLine& line) const
{
    const Qbr* review = m_shown->owedRecap(line);
    if (!review)
        return {};
    const BookNumbers& numbers = *m_shown->numbers();
    const QDate due = dayOf(*recapDue(*review), numbers.facts.book().zone);
    const QString day = words::shortDay(due, numbers.asked.day, m_presenter.locale());
    return (due < numbers.asked.day ? tr("recap overdue since %1") : tr("recap due %1")).arg(day);
}

QString ReviewsModel::text(const ReviewLine& line, int column) const
{
    const QLocale& locale = m_presenter.locale();
    const BookNumbers& numbers = *m_shown->numbers();
    switch (column) {
    case Name:
        return line.account->facts->account.name;
    case Csm:
        return line.account->csm;
    case Arr:
        return line.account->comparable
                   ? words::amountText({line.account->comparable->toArrMinor(), numbers.currency}, locale)
                   : QString();
    case Meeting: {
        if (!line.due.meeting)
            return line.due.state == qbr::DueState::Due ? tr("no date yet") : QString();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(line.due.meeting->ms, numbers.facts.book().zone);
        return QString(words::shortDay(at.date(), numbers.asked.day, locale) + u' ' +
                       locale.toString(at.time(), QStringLiteral("HH:mm")));
    }
    case LastHeld:
        return line.due.lastHeld.isValid() ? words::dayText(line.due.lastHeld, locale) : tr("none yet");
    case Ready:
        return readyText(line, locale);
    case Missing:
        return line.due.state == qbr::DueState::Held ? recapText(line) : m_presenter.missingText(line.readiness);
    default:
        return {};
    }
}

QVariant ReviewsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReviewLine& line = *m_rows[std::size_t(index.row())];
    const int column = index.column();
    const bool isHeld = line.due.state == qbr::DueState::Held;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(line, column);
    case Qt::ToolTipRole:
        return column == Missing || column == Name ? QVariant(text(line, column).toHtmlEscaped()) : QVariant();
    case Qt::TextAlignmentRole:
        return int(column == Arr ? Qt::AlignRight : Qt::AlignLeft);
    case widgets::NumericRole:
        return column == Arr;
    case widgets::SortRole:
        return sortKey(line, column);
    case widgets::ToneRole: {
        const bool isPast =
            line.due.meeting && !isHeld &&
            QDateTime::fromMSecsSinceEpoch(line.due.meeting->ms, m_shown->numbers()->facts.book().zone).date() <
                m_shown->numbers()->asked.day;
        if (column == Meeting && isPast)
            return int(Shade::Late);
        if (column == Missing && isHeld && m_shown->owedRecap(line))
            return int(Shade::Late);
        const bool isUnknown =
            (column == Meeting && !line.due.meeting) || (column == LastHeld && !line.due.lastHeld.isValid());
        return int(isHeld || isUnknown || column == Missing || column == Csm ? Shade::Muted : Shade::Plain);
    }
    case PercentRole:
        return isHeld ? QVariant() : QVariant(line.readiness.percent);
    default:
        return {};
    }
}

QVariant ReviewsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Arr ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const Currency currency = m_shown ? m_shown->numbers()->currency : Currency();
    const QString arr = currency.isKnown() ? tr("ARR, %1").arg(currency.code()) : tr("ARR");
    const QString names[] = {tr("Account"),     tr("CSM"),   arr,          tr("Meeting"),
                             tr("Last review"), tr("Ready"), tr("Missing")};
    return names[section];
}

void paintMeter(QPainter& painter, const QRect& rect, int percent, const style::Theme& theme)
{
    const int height = style::px(6);
    const QRect bar(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    painter.fillRect(bar, theme[Tone::Track]);
    painter.fillRect(QRect(bar.left(), bar.top(), bar.width() * percent / 100, bar.height()), theme[Tone::Accent]);
}

void ReviewsDelegate::paintContent(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                   const style::Theme& theme) const
{
    const QVariant percent = index.column() == ReviewsModel::Ready ? index.data(ReviewsModel::PercentRole) : QVariant();
    if (!percent.isValid()) {
        RowDelegate::paintContent(painter, rect, index, theme);
        return;
    }
    const int width = style::px(64);
    paintMeter(painter, QRect(rect.left(), rect.top(), width, rect.height()), percent.toInt(), theme);
    RowDelegate::paintContent(painter, rect.adjusted(width + style::px(8), 0, 0, 0), index, theme);
}

} // namespace steward::reviews
