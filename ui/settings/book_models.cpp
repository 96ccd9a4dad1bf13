// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/book_models.h"

#include "core/words/short_words.h"
#include "ui/settings/table_words.h"
#include "ui/widgets/row_delegate.h"

namespace steward::settings {

RatesModel::RatesModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void RatesModel::set(Numbers numbers)
{
    beginResetModel();
    m_numbers = std::move(numbers);
    m_rates.clear();
    for (const FxRate& rate : m_numbers ? m_numbers->facts.book().rates : Rows<FxRate>())
        if (!rate.archivedOn.isValid())
            m_rates.push_back(&rate);
    std::ranges::sort(m_rates, [](const FxRate* a, const FxRate* b) {
        return a->currency != b->currency ? a->currency < b->currency : a->day > b->day;
    });
    endResetModel();
}

int RatesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rates.size());
}

int RatesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant RatesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FxRate& rate = *m_rates[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Code  ? rate.currency.code()
               : index.column() == Day ? words::dayText(rate.day, m_locale)
                                       : m_locale.toString(rate.rate.toDouble(), 'f', 4);
    case Qt::AccessibleTextRole:
        return spoken(*this, index);
    case widgets::NumericRole:
        return index.column() == Rate;
    case Qt::TextAlignmentRole:
        return index.column() == Rate ? numberAlignment : wordAlignment;
    default:
        return {};
    }
}

QVariant RatesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString worth = m_numbers && m_numbers->currency.isKnown()
                              ? tr("One is worth, %1").arg(m_numbers->currency.code())
                              : tr("One is worth");
    return headOf({tr("Currency"), tr("From"), worth}, {Rate}, section, orientation, role);
}

PeopleModel::PeopleModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void PeopleModel::set(std::vector<PersonLine> people)
{
    beginResetModel();
    m_people = std::move(people);
    endResetModel();
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PersonLine& line = m_people[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == Name   ? line.person.name
               : index.column() == Mail ? line.person.email
                                        : m_locale.toString(line.accounts);
    case Qt::AccessibleTextRole:
        return spoken(*this, index);
    case widgets::NumericRole:
        return index.column() == Accounts;
    case Qt::TextAlignmentRole:
        return index.column() == Accounts ? numberAlignment : wordAlignment;
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Name"), tr("E-mail"), tr("Accounts")}, {Accounts}, section, orientation, role);
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() != Accounts && m_isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool PeopleModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        value.toString().trimmed() == index.data().toString())
        return false;
    const qint64 person = m_people[std::size_t(index.row())].person.id;
    Q_EMIT changeRequested(person, index.column(), value.toString().trimmed());
    return true;
}

} // namespace steward::settings
