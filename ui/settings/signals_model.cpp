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
QString meaningOf(const QString& name)
{
    static constexpr std::pair<QStringView, const char*> words[] = {
        {u"critical", QT_TRANSLATE_NOOP("signals", "critical from")},
        {u"high", QT_TRANSLATE_NOOP("signals", "high from")},
        {u"medium", QT_TRANSLATE_NOOP("signals", "comes from")},
        {u"within", QT_TRANSLATE_NOOP("signals", "within days")},
        {u"days", QT_TRANSLATE_NOOP("signals", "after days")},
        {u"after", QT_TRANSLATE_NOOP("signals", "after days")},
        {u"least", QT_TRANSLATE_NOOP("signals", "at least")},
        {u"most", QT_TRANSLATE_NOOP("signals", "at most")},
        {u"under", QT_TRANSLATE_NOOP("signals", "under")},
        {u"down", QT_TRANSLATE_NOOP("signals", "use down by %")},
        {u"times", QT_TRANSLATE_NOOP("signals", "times the usual")},
        {u"usual", QT_TRANSLATE_NOOP("signals", "usual number")},
        {u"rhythms", QT_TRANSLATE_NOOP("signals", "times the planned rhythm")},
        {u"rhythm", QT_TRANSLATE_NOOP("signals", "rhythm of days or less")},
        {u"renewal_within", QT_TRANSLATE_NOOP("signals", "more urgent, days to the renewal")},
        {u"window", QT_TRANSLATE_NOOP("signals", "days looked at")},
        {u"looked_at", QT_TRANSLATE_NOOP("signals", "days looked at")},
        {u"points", QT_TRANSLATE_NOOP("signals", "points lost")},
        {u"share", QT_TRANSLATE_NOOP("signals", "share in %")},
        {u"weeks", QT_TRANSLATE_NOOP("signals", "weeks")},
        {u"reply_days", QT_TRANSLATE_NOOP("signals", "working days to reply")}};
    for (const auto& [id, text] : words)
        if (id == name)
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
            return meaningOf(line.number.name);
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
    return headOf({tr("Signal"), tr("What the number says"), tr("Number"), tr("As shipped"), tr("No concern")},
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
