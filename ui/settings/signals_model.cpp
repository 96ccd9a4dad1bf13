// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/signals_model.h"

#include "core/query/book_content.h"
#include "core/words/content_words.h"
#include "core/words/short_words.h"
#include "ui/settings/table_words.h"
#include "ui/widgets/row_delegate.h"

#include <QCoreApplication>

namespace steward::settings {

namespace {

/// What a number of a rule is, for who does not know the file.
QString meaningOf(const QString& signal, const QString& name)
{
    static constexpr std::pair<QStringView, const char*> words[] = {
        {u"recap.due/within", QT_TRANSLATE_NOOP("signals", "days before it is due")},
        {u"recap.due/forgotten", QT_TRANSLATE_NOOP("signals", "days after which the reminder ends")},
        {u"detractor.reply/most", QT_TRANSLATE_NOOP("signals", "unhappy up to this answer")},
        {u"detractor.reply/within", QT_TRANSLATE_NOOP("signals", "days an answer counts")},
        {u"detractor.reply/reply_days", QT_TRANSLATE_NOOP("signals", "working days to reply")},
        {u"usage.drop/medium", QT_TRANSLATE_NOOP("signals", "% less use, to be shown")},
        {u"usage.drop/high", QT_TRANSLATE_NOOP("signals", "% less use, to be urgent")},
        {u"usage.drop/critical", QT_TRANSLATE_NOOP("signals", "% less use, to be most urgent")},
        {u"usage.slide/window", QT_TRANSLATE_NOOP("signals", "days in each period compared")},
        {u"usage.slide/medium", QT_TRANSLATE_NOOP("signals", "% less over both periods, to be shown")},
        {u"usage.slide/high", QT_TRANSLATE_NOOP("signals", "% less over both periods, to be urgent")},
        {u"usage.slide/least", QT_TRANSLATE_NOOP("signals", "users on average before, at least")},
        {u"usage.slide/as_last_year", QT_TRANSLATE_NOOP("signals", "% around last year's use, not shown within")},
        {u"usage.stopped/days", QT_TRANSLATE_NOOP("signals", "working days without use")},
        {u"usage.stopped/usual", QT_TRANSLATE_NOOP("signals", "working days from which a pause counts as long")},
        {u"usage.stopped/looked_at", QT_TRANSLATE_NOOP("signals", "days looked back for long pauses")},
        {u"usage.stopped/seldom", QT_TRANSLATE_NOOP("signals", "long pauses before that are usual")},
        {u"feature.dropped/window", QT_TRANSLATE_NOOP("signals", "days compared")},
        {u"feature.dropped/before", QT_TRANSLATE_NOOP("signals", "days it was used on before")},
        {u"licence.low/under_early", QT_TRANSLATE_NOOP("signals", "% of seats used at the early check")},
        {u"licence.low/after_early", QT_TRANSLATE_NOOP("signals", "days of contract until the early check")},
        {u"licence.low/under", QT_TRANSLATE_NOOP("signals", "% of seats used at the later check")},
        {u"licence.low/after", QT_TRANSLATE_NOOP("signals", "days of contract until the later check")},
        {u"licence.low/renewal_within", QT_TRANSLATE_NOOP("signals", "days to renewal that make it urgent")},
        {u"pay.late/medium", QT_TRANSLATE_NOOP("signals", "days later than usual, to be shown")},
        {u"pay.late/high", QT_TRANSLATE_NOOP("signals", "days later than usual, to be urgent")},
        {u"pay.late/critical", QT_TRANSLATE_NOOP("signals", "days later than usual, to be most urgent")},
        {u"pay.first/overdue", QT_TRANSLATE_NOOP("signals", "days after it was due")},
        {u"pay.first/new_for", QT_TRANSLATE_NOOP("signals", "days a customer counts as new")},
        {u"card.expiring/within", QT_TRANSLATE_NOOP("signals", "days before it expires")},
        {u"sponsor.left/renewal_within", QT_TRANSLATE_NOOP("signals", "days to renewal that make it most urgent")},
        {u"champion.left/sole", QT_TRANSLATE_NOOP("signals", "people left in contact that make it urgent")},
        {u"sponsor.unseen/days", QT_TRANSLATE_NOOP("signals", "days not seen, at least")},
        {u"sponsor.unseen/rhythms", QT_TRANSLATE_NOOP("signals", "times the planned cadence")},
        {u"thread.single/most", QT_TRANSLATE_NOOP("signals", "people in contact, at most")},
        {u"thread.single/after", QT_TRANSLATE_NOOP("signals", "after days as a customer")},
        {u"thread.single/renewal_within", QT_TRANSLATE_NOOP("signals", "days to renewal that make it urgent")},
        {u"exec.gap/days", QT_TRANSLATE_NOOP("signals", "days without meeting one")},
        {u"exec.gap/rhythm", QT_TRANSLATE_NOOP("signals", "cadence in days of accounts it is for, at most")},
        {u"silent.customer/rhythms", QT_TRANSLATE_NOOP("signals", "times the planned cadence")},
        {u"silent.customer/floor", QT_TRANSLATE_NOOP("signals", "shortest cadence, days")},
        {u"silent.customer/down", QT_TRANSLATE_NOOP("signals", "% less use that makes it urgent")},
        {u"silent.us/rhythms", QT_TRANSLATE_NOOP("signals", "times the planned cadence")},
        {u"feedback.none/days", QT_TRANSLATE_NOOP("signals", "days without an answer")},
        {u"ticket.urgent/days", QT_TRANSLATE_NOOP("signals", "days an urgent one is open")},
        {u"ticket.urgent/renewal_within", QT_TRANSLATE_NOOP("signals", "days to renewal that make it most urgent")},
        {u"ticket.spike/times", QT_TRANSLATE_NOOP("signals", "times the usual number")},
        {u"ticket.spike/least", QT_TRANSLATE_NOOP("signals", "tickets at least")},
        {u"ticket.hush/usual", QT_TRANSLATE_NOOP("signals", "tickets a month before")},
        {u"ticket.hush/down", QT_TRANSLATE_NOOP("signals", "% less use")},
        {u"csat.low/within", QT_TRANSLATE_NOOP("signals", "days an answer counts")},
        {u"csat.low/of_scale", QT_TRANSLATE_NOOP("signals", "lowest part of the scale (0.25: 1 and 2 of 5)")},
        {u"nps.fell/points", QT_TRANSLATE_NOOP("signals", "points lower than before")},
        {u"nps.fell/least", QT_TRANSLATE_NOOP("signals", "points still left, at least")},
        {u"nps.fell/within", QT_TRANSLATE_NOOP("signals", "days an answer counts")},
        {u"onb.behind/medium", QT_TRANSLATE_NOOP("signals", "days behind, to be shown")},
        {u"onb.behind/high", QT_TRANSLATE_NOOP("signals", "days behind, to be urgent")},
        {u"onb.stuck/days", QT_TRANSLATE_NOOP("signals", "days without a step")},
        {u"onb.stuck/times", QT_TRANSLATE_NOOP("signals", "or times the target days")},
        {u"onb.nogoal/days", QT_TRANSLATE_NOOP("signals", "days after the start")},
        {u"goal.behind/priority", QT_TRANSLATE_NOOP("signals", "goals of this priority or higher")},
        {u"goal.none/weeks", QT_TRANSLATE_NOOP("signals", "weeks in a row with use, to count as adopted")},
        {u"renewal.notice/within", QT_TRANSLATE_NOOP("signals", "days before the last day of notice")},
        {u"renewal.disagree/steps", QT_TRANSLATE_NOOP("signals", "steps between the two calls")},
        {u"org.change/within", QT_TRANSLATE_NOOP("signals", "days an event counts")},
        {u"handover.open/after", QT_TRANSLATE_NOOP("signals", "days after the deal was won")},
        {u"handover.open/within", QT_TRANSLATE_NOOP("signals", "days a new CSM counts as new")},
        {u"qbr.due/within", QT_TRANSLATE_NOOP("signals", "days before it is due")},
        {u"pulse.stale/days", QT_TRANSLATE_NOOP("signals", "days old")},
        {u"pulse.stale/rhythm", QT_TRANSLATE_NOOP("signals", "cadence in days of accounts it is for, at most")},
        {u"health.fell/points", QT_TRANSLATE_NOOP("signals", "points lost in four weeks")},
        {u"milestone.reached/within", QT_TRANSLATE_NOOP("signals", "days a milestone counts")},
        {u"promoter.new/least", QT_TRANSLATE_NOOP("signals", "happy from this answer")},
        {u"promoter.new/within", QT_TRANSLATE_NOOP("signals", "days an answer counts")},
        {u"expand.ready/share", QT_TRANSLATE_NOOP("signals", "% of the seats in use")},
        {u"story.ready/within", QT_TRANSLATE_NOOP("signals", "days a met goal counts")},
        {u"loyal.unseen/days", QT_TRANSLATE_NOOP("signals", "days as a customer")},
        {u"loyal.unseen/green_days", QT_TRANSLATE_NOOP("signals", "days green")},
        {u"loyal.unseen/every", QT_TRANSLATE_NOOP("signals", "days between looks at the score")},
        {u"loyal.unseen/quiet_days", QT_TRANSLATE_NOOP("signals", "days without ticket, complaint or thanks")},
        {u"data.stale/usage", QT_TRANSLATE_NOOP("signals", "days old, usage")},
        {u"data.stale/tickets", QT_TRANSLATE_NOOP("signals", "days old, tickets")},
        {u"data.stale/invoices", QT_TRANSLATE_NOOP("signals", "days old, invoices")},
        {u"data.bookwide/share", QT_TRANSLATE_NOOP("signals", "% of the accounts")},
        {u"data.bookwide/under", QT_TRANSLATE_NOOP("signals", "% under their own mean")},
        {u"data.bookwide/weeks", QT_TRANSLATE_NOOP("signals", "weeks the mean is made of")},
        {u"data.bookwide/accounts", QT_TRANSLATE_NOOP("signals", "accounts with use, at least")}};
    const QString key = signal + u'/' + name;
    for (const auto& [id, text] : words)
        if (id == key)
            return QCoreApplication::translate("signals", text);
    return QString(name).replace(u'_', u' ');
}

} // namespace

SignalsModel::SignalsModel(QLocale locale, QObject* parent)
    : DraftTable(parent)
    , m_locale(std::move(locale))
{
}

void SignalsModel::set(const Numbers& numbers, const std::map<QString, query::SignalCases>& cases, bool isEditable)
{
    std::vector<Line> lines;
    if (numbers) {
        const words::ContentWords words(numbers->content, m_locale);
        const auto& shipped = query::shippedContent();
        for (const content::SignalKind& kind : numbers->content.signalRules.kinds)
            for (const auto& [name, value] : kind.numbers) {
                Line line;
                line.key = QString(kind.id + u'/' + name);
                line.number = {kind.id, name, double(value.thousandths) / 1000};
                line.name = words.text(kind.name);
                line.rule = words.text(kind.text);
                line.shipped = line.number.value;
                if (const auto own = cases.find(kind.id); own != cases.end())
                    line.cases = own->second;
                const auto* before = shipped ? content::findById(shipped->content.signalRules.kinds, kind.id) : nullptr;
                if (before && before->numbers.contains(name))
                    line.shipped = double(before->numbers.at(name).thousandths) / 1000;
                lines.push_back(std::move(line));
            }
        std::ranges::stable_partition(lines, [](const Line& each) { return each.cases.isOften(); });
    }
    replace(m_lines, std::move(lines), &Line::key, isEditable);
}

int SignalsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int SignalsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant SignalsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    const bool isNumber = index.column() == Number || index.column() == Shipped || index.column() == Aside;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name:
            return line.name;
        case Meaning:
            return meaningOf(line.number.signal, line.number.name);
        case Number:
            return words::numberText(line.number.value, 2, m_locale);
        case Shipped:
            return line.shipped == line.number.value ? QString() : words::numberText(line.shipped, 2, m_locale);
        default:
            return line.cases.noConcern == 0 ? QString()
                                             : tr("%1 of the last %2").arg(line.cases.noConcern).arg(line.cases.cases);
        }
    case Qt::EditRole:
        return m_locale.toString(line.number.value, 'g', 6);
    case Qt::ToolTipRole:
        return line.rule;
    case Qt::AccessibleTextRole:
        return spoken(*this, index);
    case Qt::AccessibleDescriptionRole:
        return line.rule;
    case widgets::GroundRole:
        return static_cast<int>(line.shipped == line.number.value ? widgets::Ground::Plain : widgets::Ground::Pasted);
    case widgets::NumericRole:
        return isNumber;
    case Qt::TextAlignmentRole:
        return isNumber ? numberAlignment : wordAlignment;
    default:
        return {};
    }
}

QVariant SignalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Signal"), tr("What the number is"), tr("Number"), tr("Original"), tr("Dismissed")},
                  {Number, Shipped, Aside}, section, orientation, role);
}

Qt::ItemFlags SignalsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Number && isEditable() ? flags | Qt::ItemIsEditable : flags;
}

bool SignalsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    bool isNumber = false;
    query::SignalNumber number = m_lines[std::size_t(index.row())].number;
    const double typed = m_locale.toDouble(value.toString().trimmed(), &isNumber);
    if (!isNumber) {
        Q_EMIT refused(tr("%1 is no number.").arg(value.toString().trimmed()));
        return false;
    }
    if (typed == number.value)
        return false;
    number.value = typed;
    Q_EMIT changeRequested(number);
    return true;
}

} // namespace steward::settings
