// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/draft_models.h"

#include "core/words/content_words.h"
#include "ui/settings/table_words.h"
#include "ui/widgets/badge.h"

#include <cmath>

namespace steward::settings {

std::vector<DraftModel::Line> weightLines(const BookNumbers& numbers, const query::ScorecardDraft& draft,
                                          const QString& scorecard, const QLocale& locale)
{
    const words::ContentWords words(numbers.content, locale);
    std::vector<DraftModel::Line> lines;
    const content::Scorecards& cards = numbers.content.scorecards;
    for (const content::Entry& group : cards.groups) {
        const std::size_t head = lines.size();
        lines.push_back({{}, words.text(group.name), 0, 0});
        for (const content::Measure& measure : cards.measures) {
            const int weight = draft.weight(scorecard, measure.id);
            const int before = draft.weightBefore(scorecard, measure.id);
            if (measure.group != group.id || (weight == 0 && before == 0))
                continue;
            lines.push_back({measure.id, words.text(measure.name), weight, before});
            lines[head].now += weight;
            lines[head].before += before;
        }
        if (lines.size() == head + 1)
            lines.pop_back();
    }
    return lines;
}

std::vector<DraftModel::Line> capLines(const BookNumbers& numbers, const query::ScorecardDraft& draft,
                                       const QLocale& locale)
{
    const words::ContentWords words(numbers.content, locale);
    std::vector<DraftModel::Line> lines;
    for (const content::Cap& cap : numbers.content.scorecards.caps)
        lines.push_back(
            {cap.id, words.text(cap.name), draft.cap(cap.id), draft.capBefore(cap.id), words.text(cap.text)});
    return lines;
}

DraftModel::DraftModel(QString name, QString number, QObject* parent)
    : DraftTable(parent)
    , m_nameTitle(std::move(name))
    , m_numberTitle(std::move(number))
{
}

void DraftModel::set(std::vector<Line> lines, bool isEditable)
{
    replace(m_lines, std::move(lines), &Line::id, isEditable);
}

QString DraftModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_lines[std::size_t(row)].id : QString();
}

int DraftModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DraftModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant DraftModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    const bool isNumber = index.column() == Number;
    const bool isOther = line.before != line.now;
    return answer(index, role,
                  {.now = isNumber ? QString::number(line.now) : line.name,
                   .before = isOther ? QString::number(line.before) : QString(),
                   .isNumber = isNumber,
                   .isMarked = isOther && isNumber && !line.isGroup(),
                   .isGroup = line.isGroup(),
                   .tip = line.tip});
}

QVariant DraftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({m_nameTitle, m_numberTitle}, {Number}, section, orientation, role);
}

Qt::ItemFlags DraftModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isOwn = index.isValid() && !m_lines[std::size_t(index.row())].isGroup();
    return isOwn && index.column() == Number && isEditable() ? flags | Qt::ItemIsEditable : flags;
}

bool DraftModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    constexpr int most = 100;
    bool isNumber = false;
    const int number = value.toString().trimmed().toInt(&isNumber);
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !isNumber || number < 0 ||
        number > most || number == m_lines[std::size_t(index.row())].now)
        return false;
    Q_EMIT changeRequested(m_lines[std::size_t(index.row())].id, number);
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
    m_changes.insert(m_changes.end(), effect.moves.begin(), effect.moves.end());
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
