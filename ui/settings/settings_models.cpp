// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_models.h"

#include "core/words/short_words.h"
#include "ui/settings/book_settings.h"
#include "ui/widgets/badge.h"

#include <cmath>

namespace steward::settings {

namespace {

constexpr int numberAlignment = int(Qt::AlignRight | Qt::AlignVCenter);
constexpr int wordAlignment = int(Qt::AlignLeft | Qt::AlignVCenter);

/// The head of a table: words to the left, numbers to the right.
QVariant headOf(const QStringList& names, const std::vector<int>& numbers, int section, Qt::Orientation orientation,
                int role)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= names.size())
        return {};
    if (role == Qt::DisplayRole)
        return names[section];
    if (role == Qt::TextAlignmentRole)
        return std::ranges::find(numbers, section) == numbers.end() ? wordAlignment : numberAlignment;
    return {};
}

QString spoken(const QAbstractItemModel& model, const QModelIndex& index)
{
    return model.index(index.row(), 0).data().toString() + u", " +
           model.headerData(index.column(), Qt::Horizontal).toString() + u": " + index.data().toString();
}

} // namespace

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

void PeopleModel::set(Numbers numbers, bool isEditable)
{
    beginResetModel();
    m_people.clear();
    if (numbers)
        for (const PersonLine& line : peopleOf(*numbers))
            m_people.push_back({*line.person, line.accounts});
    m_isEditable = isEditable;
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
    const Line& line = m_people[std::size_t(index.row())];
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

WeightsModel::WeightsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void WeightsModel::set(Numbers numbers, const query::ScorecardDraft* draft, const QString& scorecard, bool isEditable)
{
    std::vector<Line> lines;
    if (numbers && draft) {
        const content::Scorecards& cards = numbers->content.scorecards;
        for (const content::Entry& group : cards.groups) {
            const std::size_t head = lines.size();
            lines.push_back({{}, group.name.en, 0, 0});
            for (const content::Measure& measure : cards.measures) {
                const int weight = draft->weight(scorecard, measure.id);
                const int before = draft->weightBefore(scorecard, measure.id);
                if (measure.group != group.id || (weight == 0 && before == 0))
                    continue;
                lines.push_back({measure.id, measure.name.en, weight, before});
                lines[head].weight += weight;
                lines[head].before += before;
            }
            if (lines.size() == head + 1)
                lines.pop_back();
        }
    }
    // The same rows with other numbers keep the place of who types.
    const bool isSame = lines.size() == m_lines.size() && scorecard == m_scorecard;
    if (!isSame)
        beginResetModel();
    m_lines = std::move(lines);
    m_scorecard = scorecard;
    m_isEditable = isEditable;
    if (!isSame)
        endResetModel();
    else if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count - 1));
}

int WeightsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int WeightsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant WeightsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == Name ? QVariant(line.name) : QVariant(QString::number(line.weight));
    case BeforeRole:
        return line.before != line.weight ? QString::number(line.before) : QString();
    case IsGroupRole:
        return line.id.isEmpty();
    case Qt::AccessibleTextRole:
        return line.before == line.weight ? spoken(*this, index)
                                          : QString(spoken(*this, index) + u", " + tr("until now %1").arg(line.before));
    case widgets::GroundRole:
        return static_cast<int>(line.before != line.weight && !line.id.isEmpty() && index.column() == Weight
                                    ? widgets::Ground::Pasted
                                    : widgets::Ground::Plain);
    case widgets::NumericRole:
        return index.column() == Weight;
    case Qt::TextAlignmentRole:
        return index.column() == Weight ? numberAlignment : wordAlignment;
    default:
        return {};
    }
}

QVariant WeightsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Measure"), tr("Weight")}, {Weight}, section, orientation, role);
}

Qt::ItemFlags WeightsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isMeasure = index.isValid() && !m_lines[std::size_t(index.row())].id.isEmpty();
    return isMeasure && index.column() == Weight && m_isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool WeightsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    bool isNumber = false;
    const int weight = value.toString().trimmed().toInt(&isNumber);
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !isNumber || weight < 0 ||
        weight > 100 || weight == m_lines[std::size_t(index.row())].weight)
        return false;
    Q_EMIT weightRequested(m_lines[std::size_t(index.row())].id, weight);
    return true;
}

CapsModel::CapsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CapsModel::set(Numbers numbers, const query::ScorecardDraft* draft, bool isEditable)
{
    std::vector<Line> lines;
    if (numbers && draft)
        for (const content::Cap& cap : numbers->content.scorecards.caps)
            lines.push_back({cap.id, cap.name.en, cap.text.en, draft->cap(cap.id), draft->capBefore(cap.id)});
    const bool isSame = lines.size() == m_lines.size();
    if (!isSame)
        beginResetModel();
    m_lines = std::move(lines);
    m_isEditable = isEditable;
    if (!isSame)
        endResetModel();
    else if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count - 1));
}

int CapsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CapsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant CapsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == Name ? line.name : QString::number(line.now);
    case Qt::ToolTipRole:
        return line.text;
    case Qt::AccessibleTextRole:
        return spoken(*this, index);
    case WeightsModel::BeforeRole:
        return line.before != line.now ? QString::number(line.before) : QString();
    case widgets::GroundRole:
        return static_cast<int>(line.before != line.now && index.column() == NotAbove ? widgets::Ground::Pasted
                                                                                      : widgets::Ground::Plain);
    case widgets::NumericRole:
        return index.column() == NotAbove;
    case Qt::TextAlignmentRole:
        return index.column() == NotAbove ? numberAlignment : wordAlignment;
    default:
        return {};
    }
}

QVariant CapsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Cap"), tr("Not above")}, {NotAbove}, section, orientation, role);
}

Qt::ItemFlags CapsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == NotAbove && m_isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool CapsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    bool isNumber = false;
    const int notAbove = value.toString().trimmed().toInt(&isNumber);
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !isNumber || notAbove < 0 ||
        notAbove > 100 || notAbove == m_lines[std::size_t(index.row())].now)
        return false;
    Q_EMIT capRequested(m_lines[std::size_t(index.row())].id, notAbove);
    return true;
}

EffectModel::EffectModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void EffectModel::set(const query::DraftEffect& effect, Numbers numbers)
{
    beginResetModel();
    m_changes = effect.changes;
    m_numbers = std::move(numbers);
    endResetModel();
}

/// Whole, half up; with a decimal where rounding would cross into another band.
QString EffectModel::scoreText(std::optional<double> score, const QString& band) const
{
    if (!score)
        return {};
    const double whole = std::floor(*score + 0.5);
    for (const content::Band& each : m_numbers->content.scorecards.bands)
        if (whole >= each.from)
            return each.id == band ? m_locale.toString(int(whole)) : m_locale.toString(*score, 'f', 1);
    return m_locale.toString(int(whole));
}

int EffectModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int EffectModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant EffectModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const query::BandChange& change = m_changes[std::size_t(index.row())];
    const bool isBefore = index.column() == Before;
    const QString& band = isBefore ? change.bandBefore : change.bandAfter;
    const auto& score = isBefore ? change.before : change.after;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name: {
            const AccountFacts* facts = m_numbers->facts.find(change.account);
            return facts ? facts->account.name : QString();
        }
        case Before:
        case After:
            return QString(scoreText(score, band) + u' ' + widgets::bandWord(style::bandOf(band)));
        case Move: {
            if (!change.before || !change.after)
                return QString();
            const double move = *change.after - *change.before;
            const QString text = m_locale.toString(std::abs(move), 'f', 1);
            return move < 0 ? QString(QChar(0x2212) + text) : QString(u'+' + text);
        }
        default:
            return {};
        }
    case BandRole:
        return isBefore || index.column() == After ? QVariant(band) : QVariant();
    case NumberRole:
        return scoreText(score, band);
    case Qt::AccessibleTextRole:
        return spoken(*this, index);
    case widgets::NumericRole:
        return index.column() == Move;
    case Qt::TextAlignmentRole:
        return index.column() == Move ? numberAlignment : wordAlignment;
    default:
        return {};
    }
}

QVariant EffectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("Account"), tr("Now"), tr("With these"), tr("Change")}, {Move}, section, orientation, role);
}

} // namespace steward::settings
