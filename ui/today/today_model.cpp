// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_model.h"

#include "core/words/short_words.h"
#include "ui/style/tip.h"

#include <QDateTime>

namespace steward::today {

using work::Lane;
using work::TodayRow;

namespace {

QString keyOf(const TodayRow& row)
{
    const work::Signal& signal = row.signalList.front();
    if (row.lane == Lane::Clock)
        return QStringLiteral("clock:%1:%2:%3").arg(signal.account.value()).arg(signal.signal, signal.key);
    if (row.accounts.size() > 1)
        return u"group:" + (row.play.isEmpty() ? signal.signal : row.play);
    if (row.accounts.empty())
        return QStringLiteral("book:%1:%2").arg(signal.signal, signal.key);
    return QStringLiteral("account:%1").arg(row.accounts.front().value());
}

} // namespace

TodayModel::TodayModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

void TodayModel::show(const ShownDay& shown)
{
    beginResetModel();
    m_shown = shown;
    fill();
    endResetModel();
}

void TodayModel::addHead(const QString& title, const QString& note)
{
    m_entries.push_back({Kind::Head, 0, 0, 0, title, note});
}

void TodayModel::addRow(std::size_t row, int rank)
{
    const TodayRow& one = m_shown->today.rows[row];
    const Kind kind = one.lane == Lane::Clock ? Kind::Clock : one.accounts.size() > 1 ? Kind::Group : Kind::Account;
    m_entries.push_back({kind, row, 0, rank, {}, {}});
    if (kind == Kind::Group && m_openGroups.contains(keyOf(one)))
        for (std::size_t part = 0; part < one.accounts.size(); ++part)
            m_entries.push_back({Kind::Part, row, part, 0, {}, {}});
}

/// What can wait is one line that says how many and who comes next.
void TodayModel::addWaiting(std::size_t from, std::size_t count)
{
    constexpr std::size_t mostNamed = 3;
    QStringList names;
    for (std::size_t i = from; i < from + std::min(count, mostNamed); ++i)
        names << rowText(m_shown->today.rows[i], *m_shown->day, m_locale).name;
    m_entries.push_back({Kind::Wait, from, 0, 0, tr("Can wait (%1)").arg(m_locale.toString(count)),
                         m_isWaitOpen ? QString() : tr("next: %1").arg(names.join(QStringLiteral(", ")))});
    if (!m_isWaitOpen)
        return;
    const std::size_t shown = std::min(count, m_waitShown);
    for (std::size_t i = from; i < from + shown; ++i)
        addRow(i, 0);
    if (shown < count)
        m_entries.push_back({Kind::More, from + shown, 0, 0,
                             tr("Show %1 more").arg(m_locale.toString(std::min(count - shown, waitStep))),
                             tr("%1 of %2 shown").arg(m_locale.toString(shown), m_locale.toString(count))});
}

QString nextText(const Shown& shown, const QLocale& locale)
{
    if (!shown.next)
        return {};
    const BookNumbers& numbers = *shown.day->numbers;
    QString when = words::shortDay(shown.next->day, numbers.asked.day, locale);
    if (shown.next->at) {
        const auto at = QDateTime::fromMSecsSinceEpoch(shown.next->at->ms, numbers.facts.book().zone);
        when += u' ' + locale.toString(at.time(), QStringLiteral("HH:mm"));
    }
    return TodayModel::tr("next meeting: %1, %2").arg(nameOf(shown.next->account, *shown.day), when);
}

void TodayModel::fill()
{
    m_entries.clear();
    m_texts.clear();
    if (!m_shown)
        return;
    const auto& rows = m_shown->today.rows;
    const auto clock = static_cast<std::size_t>(m_shown->today.count(Lane::Clock));
    const auto now = static_cast<std::size_t>(m_shown->today.count(Lane::Now));
    if (clock + now == 0 && !rows.empty())
        addHead(tr("Nothing needs you today"), nextText(*m_shown, m_locale));
    if (clock > 0)
        addHead(tr("On the clock"), tr("%1, by time").arg(m_locale.toString(clock)));
    for (std::size_t i = 0; i < clock; ++i)
        addRow(i, 0);
    if (now > 0)
        addHead(tr("Needs you"), now == 1
                                     ? tr("one account or group")
                                     : tr("%1 accounts or groups, most valuable first").arg(m_locale.toString(now)));
    for (std::size_t i = 0; i < now; ++i)
        addRow(clock + i, static_cast<int>(i) + 1);
    if (rows.size() > clock + now)
        addWaiting(clock + now, rows.size() - clock - now);
    m_texts.resize(m_entries.size());
}

const TodayRow* TodayModel::rowAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const Entry& entry = at(row);
    if (entry.kind == Kind::Head || entry.kind == Kind::Wait || entry.kind == Kind::More)
        return nullptr;
    const TodayRow& whole = m_shown->today.rows[entry.row];
    return entry.kind == Kind::Part ? &whole.members[entry.part] : &whole;
}

const RowText& TodayModel::textAt(int row) const
{
    auto& text = m_texts[std::size_t(row)];
    if (!text) {
        const TodayRow* one = rowAt(row);
        text = std::make_unique<RowText>(one ? rowText(*one, *m_shown->day, m_locale) : RowText());
    }
    return *text;
}

AccountId TodayModel::accountAt(int row) const
{
    const TodayRow* one = rowAt(row);
    return one && one->accounts.size() == 1 ? one->accounts.front() : AccountId();
}

QString TodayModel::keyAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Entry& entry = at(row);
    if (entry.kind == Kind::Wait)
        return QStringLiteral("wait");
    if (entry.kind == Kind::More)
        return QStringLiteral("more");
    if (entry.kind == Kind::Part)
        return QStringLiteral("part:%1").arg(m_shown->today.rows[entry.row].accounts[entry.part].value());
    return entry.kind == Kind::Head ? QString() : keyOf(m_shown->today.rows[entry.row]);
}

int TodayModel::rowOf(const QString& key) const
{
    for (int row = 0; !key.isEmpty() && row < rowCount(); ++row)
        if (keyAt(row) == key)
            return row;
    return -1;
}

bool TodayModel::isOpen(int row) const
{
    return at(row).kind == Kind::Wait ? m_isWaitOpen : m_openGroups.contains(keyAt(row));
}

bool TodayModel::toggle(int row)
{
    const Kind kind = at(row).kind;
    if (kind != Kind::Wait && kind != Kind::Group && kind != Kind::More)
        return false;
    if (kind == Kind::More)
        m_waitShown += waitStep;
    else if (kind == Kind::Wait)
        m_isWaitOpen = !m_isWaitOpen;
    else if (const QString key = keyAt(row); m_openGroups.erase(key) == 0)
        m_openGroups.insert(key);
    beginResetModel();
    fill();
    endResetModel();
    return true;
}

int TodayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

Qt::ItemFlags TodayModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return isChoosable(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

QVariant TodayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry& entry = at(index.row());
    const bool isTitled = entry.kind == Kind::Head || entry.kind == Kind::Wait || entry.kind == Kind::More;
    switch (role) {
    case Qt::DisplayRole:
        return isTitled ? entry.title : textAt(index.row()).name;
    case widgets::SortRole:
        return index.row();
    case Qt::ToolTipRole:
        return isTitled ? QVariant() : style::plainTip(textAt(index.row()).reason);
    case Qt::AccessibleTextRole:
        if (!isTitled)
            return spoken(textAt(index.row()));
        return entry.note.isEmpty() ? entry.title : QString(entry.title + u", " + entry.note);
    default:
        return {};
    }
}

} // namespace steward::today
