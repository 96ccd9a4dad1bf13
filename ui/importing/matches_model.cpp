// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/matches_model.h"

#include "core/words/words.h"
#include "ui/importing/rows_model.h"
#include "ui/style/tip.h"

#include <QHash>

namespace steward::importing {

namespace {

struct Hanging
{
    std::vector<std::pair<QString, qint64>> kinds; ///< in the order met
    qint64 rows = 0;

    void add(const QString& kind)
    {
        ++rows;
        const auto found = std::ranges::find(kinds, kind, &std::pair<QString, qint64>::first);
        if (found == kinds.end())
            kinds.emplace_back(kind, 1);
        else
            ++found->second;
    }
};

} // namespace

MatchesModel::MatchesModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

void MatchesModel::set(const exchange::FilesPreview* preview, const QHash<QString, Decision>& decisions)
{
    beginResetModel();
    QHash<QString, Match> known;
    for (const Match& match : m_matches)
        known.insert(match.name, match);
    m_matches.clear();
    QStringList order;
    QHash<QString, Hanging> hanging;
    QHash<QString, exchange::Proposal> proposals;
    for (const exchange::FilePreview& file : preview ? preview->files : std::vector<exchange::FilePreview>()) {
        const QString kind = kindName(file.plan.detection.kind).toLower();
        for (const exchange::Proposal& proposal : file.plan.proposals)
            proposals.insert(proposal.name, proposal);
        for (const exchange::Issue& issue : file.plan.issues) {
            if (!isAccountNotFound(issue.code) || issue.value.isEmpty())
                continue;
            if (!hanging.contains(issue.value))
                order << issue.value;
            hanging[issue.value].add(kind);
        }
    }
    for (auto it = decisions.begin(); preview && it != decisions.end(); ++it)
        if (it->kind != Decision::Kind::Open && !order.contains(it.key()))
            order << it.key();
    for (const QString& name : order) {
        Match match{name, known.value(name).hangs, known.value(name).rows, {}, decisions.value(name)};
        if (const auto found = hanging.constFind(name); found != hanging.constEnd()) {
            QStringList parts;
            for (const auto& [kind, count] : found->kinds)
                parts << (count == 1 ? tr("1 row of %1").arg(kind)
                                     : tr("%1 %2", "a count and a kind of rows").arg(m_locale.toString(count), kind));
            match.hangs = parts.join(QStringLiteral(", "));
            match.rows = found->rows;
        }
        if (const auto proposal = proposals.constFind(name); proposal != proposals.constEnd())
            match.proposal = *proposal;
        m_matches.push_back(std::move(match));
    }
    std::ranges::stable_sort(m_matches, [](const Match& a, const Match& b) {
        return std::pair(!a.proposal, -a.rows) < std::pair(!b.proposal, -b.rows);
    });
    endResetModel();
}

const MatchesModel::Match* MatchesModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_matches[std::size_t(row)] : nullptr;
}

int MatchesModel::open() const
{
    return static_cast<int>(std::ranges::count_if(
        m_matches, [](const Match& match) { return match.decision.kind == Decision::Kind::Open; }));
}

int MatchesModel::proposed() const
{
    return static_cast<int>(std::ranges::count_if(
        m_matches, [](const Match& match) { return match.decision.kind == Decision::Kind::Open && match.proposal; }));
}

int MatchesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matches.size());
}

QString MatchesModel::meant(const Match& match) const
{
    switch (match.decision.kind) {
    case Decision::Kind::Same:
        return tr("is %1").arg(match.decision.accountName);
    case Decision::Kind::Make:
        return tr("a new account");
    case Decision::Kind::LeaveOut:
        return tr("left out");
    case Decision::Kind::Open:
        break;
    }
    return match.proposal ? match.proposal->likeName : tr("nothing comes near");
}

QVariant MatchesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Match& match = m_matches[std::size_t(index.row())];
    const bool isOpen = match.decision.kind == Decision::Kind::Open;
    const QString why =
        isOpen && match.proposal ? words::render(Message{match.proposal->why, {}}, m_locale) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return match.name;
    case HangsRole:
        return match.hangs;
    case MeantRole:
        return meant(match);
    case WhyRole:
        return why;
    case DecidedRole:
        return !isOpen;
    case Qt::ToolTipRole:
        return style::plainTip(why.isEmpty() ? match.name : why);
    case Qt::AccessibleTextRole:
        return QStringList{match.name, match.hangs, meant(match), why}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace steward::importing
