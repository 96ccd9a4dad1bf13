// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/points_model.h"

#include "ui/settings/table_words.h"

#include <QCoreApplication>
#include <cmath>

namespace steward::settings {

namespace {

struct StateName
{
    const char* id;
    const char* name;
};
constexpr StateName stateNames[] = {{"agreed", QT_TRANSLATE_NOOP("settings", "agreed")},
                                    {"critical", QT_TRANSLATE_NOOP("settings", "critical")},
                                    {"high", QT_TRANSLATE_NOOP("settings", "high")},
                                    {"known", QT_TRANSLATE_NOOP("settings", "seen some time ago")},
                                    {"left", QT_TRANSLATE_NOOP("settings", "left")},
                                    {"low", QT_TRANSLATE_NOOP("settings", "low")},
                                    {"medium", QT_TRANSLATE_NOOP("settings", "medium")},
                                    {"never_met", QT_TRANSLATE_NOOP("settings", "never met")},
                                    {"none", QT_TRANSLATE_NOOP("settings", "none")},
                                    {"recent", QT_TRANSLATE_NOOP("settings", "seen lately")},
                                    {"replaced", QT_TRANSLATE_NOOP("settings", "successor met")},
                                    {"unmet", QT_TRANSLATE_NOOP("settings", "successor not met")},
                                    {"unseen", QT_TRANSLATE_NOOP("settings", "not seen")}};

QString nameOf(const QString& state)
{
    for (const StateName& each : stateNames)
        if (state == QLatin1String(each.id))
            return QCoreApplication::translate("settings", each.name);
    return state;
}

/// A decimal with at most three places, as somebody types it; none: it is no number.
std::optional<content::Fixed> fixedFrom(QString text)
{
    text.replace(QChar(0x2212), u'-').replace(u',', u'.');
    bool isNumber = false;
    const double x = text.trimmed().toDouble(&isNumber);
    constexpr auto most = double(content::Points::largestX);
    if (!isNumber || !(std::abs(x) <= most))
        return std::nullopt;
    return content::Fixed{qRound64(x * 1000)};
}

} // namespace

std::vector<PointsModel::Line> pointLines(const query::ScorecardDraft& draft, const QString& measure,
                                          const QString& curve)
{
    std::vector<PointsModel::Line> lines;
    const auto before = draft.pointsBefore(measure, curve);
    for (const content::Point& point : draft.points(measure, curve))
        lines.push_back({{}, point, lines.size() < before.size() ? before[lines.size()] : point});
    if (lines.empty())
        for (const auto& [state, points] : draft.states(measure))
            lines.push_back({state, {{}, points}, {{}, draft.stateBefore(measure, state)}});
    return lines;
}

QString textOf(content::Fixed x)
{
    QString text = QString::number(double(x.thousandths) / 1000);
    return text.startsWith(u'-') ? QString(QChar(0x2212) + text.mid(1)) : text;
}

void PointsModel::set(std::vector<Line> lines, bool isEditable)
{
    replace(m_lines, std::move(lines), &Line::state, isEditable);
}

int PointsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int PointsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant PointsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    const bool isPoints = index.column() == Points;
    const bool isOther = isPoints ? line.now.score != line.before.score : line.now.x != line.before.x;
    const auto text = [&](const content::Point& point) {
        return isPoints ? QString::number(point.score) : line.state.isEmpty() ? textOf(point.x) : nameOf(line.state);
    };
    return answer(index, role,
                  {.now = text(line.now),
                   .before = isOther ? text(line.before) : QString(),
                   .isNumber = isPoints || line.state.isEmpty(),
                   .isMarked = isOther});
}

QVariant PointsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headOf({tr("At"), tr("Points")}, isCurve() ? std::vector<int>{At, Points} : std::vector<int>{Points},
                  section, orientation, role);
}

Qt::ItemFlags PointsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isOwn = index.isValid() && (index.column() == Points || isCurve());
    return isOwn && isEditable() ? flags | Qt::ItemIsEditable : flags;
}

bool PointsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto number = fixedFrom(value.toString());
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !number)
        return false;
    const Line line = m_lines[std::size_t(index.row())];
    content::Point point = line.now;
    if (index.column() == At)
        point.x = *number;
    else if (number->isWhole())
        point.score = static_cast<int>(number->toWhole());
    if (point == line.now)
        return false;
    if (line.state.isEmpty())
        Q_EMIT pointRequested(index.row(), point);
    else
        Q_EMIT stateRequested(line.state, point.score);
    return true;
}

} // namespace steward::settings
