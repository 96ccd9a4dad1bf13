// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/gaps_model.h"

#include "core/words/short_words.h"
#include "ui/importing/import_words.h"
#include "ui/style/tip.h"

#include <cmath>

namespace steward::importing {

using query::Fact;

QString nameOf(Fact fact)
{
    switch (fact) {
    case Fact::RenewalDate:
        return GapsModel::tr("Renewal date");
    case Fact::Sponsor:
        return GapsModel::tr("Sponsor");
    case Fact::Goal:
        return GapsModel::tr("Goal in their words");
    case Fact::Seats:
        return GapsModel::tr("Seats bought");
    case Fact::NoticeBy:
        return GapsModel::tr("Last day of notice");
    case Fact::Csm:
        return GapsModel::tr("CSM");
    case Fact::Count:
        break;
    }
    return {};
}

QString wordOf(health::DataKind kind)
{
    using health::DataKind;
    switch (kind) {
    case DataKind::Usage:
        return GapsModel::tr("Usage");
    case DataKind::Subscriptions:
        return GapsModel::tr("Subscriptions");
    case DataKind::Invoices:
        return GapsModel::tr("Invoices");
    case DataKind::Tickets:
        return GapsModel::tr("Tickets");
    case DataKind::Surveys:
        return GapsModel::tr("Survey answers");
    case DataKind::Touches:
        return GapsModel::tr("Conversations");
    case DataKind::Contacts:
        return GapsModel::tr("Contacts");
    default:
        return {};
    }
}

bool comesAsFile(health::DataKind kind) { return !wordOf(kind).isEmpty(); }

GapsModel::GapsModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

void GapsModel::set(std::vector<Gap> gaps)
{
    beginResetModel();
    m_gaps = std::move(gaps);
    endResetModel();
}

const Gap* GapsModel::at(int row) const { return row >= 0 && row < rowCount() ? &m_gaps[std::size_t(row)] : nullptr; }

int GapsModel::rowOf(Fact fact) const
{
    const auto found = std::ranges::find_if(m_gaps, [&](const Gap& gap) { return gap.fact && gap.fact->fact == fact; });
    return found == m_gaps.end() ? -1 : static_cast<int>(found - m_gaps.begin());
}

int GapsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_gaps.size());
}

QString GapsModel::worth(const Gap& gap) const
{
    const auto percent = [this](double share) {
        return tr("%1\u2009%").arg(m_locale.toString(int(std::lround(share * 100))));
    };
    QStringList parts;
    if (gap.fact && gap.fact->allValue.units() > 0) {
        const bool areAll = gap.fact->accounts.size() <= std::size_t(gap.fact->firstFew);
        parts
            << (areAll
                    ? tr("they are %1 of the ARR").arg(percent(gap.fact->firstShare))
                    : tr("the first %1 are %2 of the ARR").arg(gap.fact->firstFew).arg(percent(gap.fact->firstShare)));
    }
    if (const double gain = gap.fact ? gap.fact->gain : gap.data->gain; gain >= 0.005)
        parts << tr("+%1 known").arg(percent(gain));
    if (!gap.fact)
        parts << tr("comes as a file");
    return parts.join(QStringLiteral(" \u00b7 "));
}

QVariant GapsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Gap& gap = m_gaps[std::size_t(index.row())];
    const QString name = gap.fact ? nameOf(gap.fact->fact) : wordOf(gap.data->kind);
    const QString lacking = m_locale.toString(qint64(gap.accounts().size()));
    const QString count =
        gap.fact ? tr("%1 of %2").arg(lacking, m_locale.toString(gap.fact->asked)) : tr("%1 accounts").arg(lacking);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case CountRole:
        return gap.fact ? tr("%1 missing").arg(count) : count;
    case WorthRole:
        return worth(gap);
    case Qt::ToolTipRole:
        return style::plainTip(tr("%1 missing for %2; %3").arg(name, count, worth(gap)));
    case Qt::AccessibleTextRole:
        return tr("%1 missing for %2; %3").arg(name, count, worth(gap));
    default:
        return {};
    }
}

GapGridModel::GapGridModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void GapGridModel::set(const Gap* gap, Numbers numbers)
{
    beginResetModel();
    m_numbers = std::move(numbers);
    m_accounts = gap ? gap->accounts() : std::vector<AccountId>();
    m_fact = gap && gap->fact ? std::optional(gap->fact->fact) : std::nullopt;
    m_marks.clear();
    // Most money first, whichever gap it is.
    std::vector<std::pair<qint64, AccountId>> worth;
    for (const AccountId account : m_accounts) {
        const query::AccountLine* each = m_numbers ? m_numbers->find(account) : nullptr;
        worth.emplace_back(each ? each->comparable.value_or(Mrr()).units() : 0, account);
    }
    std::ranges::stable_sort(worth, std::greater<>(), [](const auto& pair) { return pair.first; });
    std::ranges::transform(worth, m_accounts.begin(), [](const auto& pair) { return pair.second; });
    endResetModel();
}

void GapGridModel::setNumbers(Numbers numbers)
{
    m_numbers = std::move(numbers);
    if (!m_accounts.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count - 1));
}

void GapGridModel::setMarks(std::map<qint64, Mark> marks)
{
    m_marks = std::move(marks);
    if (!m_accounts.empty())
        Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

const query::AccountLine* GapGridModel::line(int row) const
{
    if (!m_numbers)
        return nullptr;
    const auto found = std::ranges::lower_bound(m_numbers->lines, m_accounts[std::size_t(row)], {},
                                                [](const query::AccountLine& each) { return each.facts->id(); });
    return found != m_numbers->lines.end() && found->facts->id() == m_accounts[std::size_t(row)] ? &*found : nullptr;
}

QString GapGridModel::nameAt(int row) const
{
    const auto* each = line(row);
    return each ? each->facts->account.name : QString();
}

QString GapGridModel::valueText(int row) const
{
    const auto* each = line(row);
    if (!each || !m_fact)
        return {};
    return query::factText(*m_fact, *each->facts, m_numbers->facts.book(), m_numbers->asked.day,
                           [this](QDate day) { return words::dayText(day, m_locale); });
}

int GapGridModel::filled() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += valueText(row).isEmpty() ? 0 : 1;
    return count;
}

int GapGridModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int GapGridModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QString GapGridModel::text(int row, int column) const
{
    const auto* each = line(row);
    if (!each)
        return {};
    if (column == Name)
        return each->facts->account.name;
    if (column == Arr)
        return each->comparable ? m_locale.toString((std::llround(double(each->comparable->toArrMinor()) /
                                                                  std::pow(10, m_numbers->currency.minorDigits()))))
                                : QStringLiteral("\u2013");
    const QString value = valueText(row);
    return value.isEmpty() && m_fact ? QStringLiteral("\u2013") : value;
}

QVariant GapGridModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto mark =
        index.column() == Value ? m_marks.find(m_accounts[std::size_t(index.row())].value()) : m_marks.end();
    const bool isWrong = mark != m_marks.end() && mark->second.ground == widgets::Ground::Wrong;
    switch (role) {
    case Qt::DisplayRole:
        return isWrong ? mark->second.text : text(index.row(), index.column());
    case Qt::EditRole:
        return isWrong ? mark->second.text : index.column() == Value ? valueText(index.row()) : QVariant();
    case Qt::ToolTipRole:
        return style::plainTip(isWrong ? mark->second.why : text(index.row(), index.column()));
    case Qt::AccessibleTextRole:
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u": " +
                       (isWrong ? mark->second.why : text(index.row(), index.column())));
    case widgets::GroundRole:
        return static_cast<int>(mark == m_marks.end() ? widgets::Ground::Plain : mark->second.ground);
    case widgets::NumericRole:
        return index.column() == Arr;
    case widgets::ToneRole:
        return static_cast<int>(index.column() == Value && !isWrong && valueText(index.row()).isEmpty()
                                    ? widgets::Shade::Muted
                                    : widgets::Shade::Plain);
    case Qt::TextAlignmentRole:
        return int(index.column() == Arr ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant GapGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Count)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Arr ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == Name)
        return tr("Account");
    if (section == Arr)
        return m_numbers && m_numbers->currency.isKnown() ? tr("ARR, %1").arg(m_numbers->currency.code()) : tr("ARR");
    return m_fact ? nameOf(*m_fact) : QString();
}

Qt::ItemFlags GapGridModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Value && m_fact && m_isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool GapGridModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Value)
        return false;
    if (value.toString().trimmed() == valueText(index.row()))
        return false;
    Q_EMIT changeRequested(index.row(), value.toString());
    return true;
}

} // namespace steward::importing
