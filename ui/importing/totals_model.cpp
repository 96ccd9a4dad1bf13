// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/totals_model.h"

#include "core/words/short_words.h"
#include "ui/importing/rows_model.h"
#include "ui/style/tip.h"

#include <QSet>

namespace steward::importing {

TotalsModel::TotalsModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void TotalsModel::set(const exchange::FilesPreview* preview)
{
    beginResetModel();
    m_lines.clear();
    if (preview) {
        addKinds(*preview);
        if (preview->reconciliation)
            addSums(*preview->reconciliation);
    }
    endResetModel();
}

void TotalsModel::addKinds(const exchange::FilesPreview& preview)
{
    const QString unknown = QStringLiteral("\u2013");
    for (const exchange::KindCount& kind : preview.kinds) {
        // Of numbers of usage only the rows of the files are counted.
        const bool isCounted = kind.before && kind.after;
        Line line{kindName(kind.kind), unknown, unknown, m_locale.toString(kind.inFiles), {}, isCounted};
        if (!isCounted)
            line.note = tr("none left out");
        if (kind.before)
            line.before = m_locale.toString(*kind.before);
        if (kind.after)
            line.after = m_locale.toString(*kind.after);
        if (kind.leftOut > 0)
            line.difference = tr("%1 left out").arg(m_locale.toString(kind.leftOut));
        m_lines.push_back(line);
    }
}

void TotalsModel::addSums(const exchange::Reconciliation& sums)
{
    addArr(sums);
    // None means that no file of this book says it.
    const auto number = [this](qint64 value) {
        return value > 0 ? m_locale.toString(value) : QStringLiteral("\u2013");
    };
    m_lines.push_back({tr("Seats bought"), number(sums.before.seats), number(sums.after.seats), {}, {}, false});
    m_lines.push_back(
        {tr("Renewals to come"), number(sums.before.renewals), number(sums.after.renewals), {}, {}, false});
    for (const auto& total : sums.totals)
        m_lines.push_back({tr("Sum of %1").arg(total.column),
                           {},
                           total.read,
                           total.said,
                           total.agrees ? QString() : tr("does not add up"),
                           true});
}

/// A line for each currency, so that numbers stand below numbers.
void TotalsModel::addArr(const exchange::Reconciliation& sums)
{
    std::vector<Currency> currencies;
    for (const auto* amounts : {&sums.after.arr, &sums.before.arr})
        for (const Money& amount : *amounts)
            if (std::ranges::find(currencies, amount.currency) == currencies.end())
                currencies.push_back(amount.currency);
    if (currencies.empty())
        currencies.emplace_back();
    const auto text = [this](const std::vector<Money>& amounts, Currency currency) {
        const auto found = std::ranges::find(amounts, currency, &Money::currency);
        return found == amounts.end() ? m_locale.toString(0) : words::amountText(*found, m_locale);
    };
    for (const Currency& currency : currencies) {
        const QString bare =
            currency.isKnown() || sums.after.arr.empty() ? QString() : tr("in no currency; Settings has the book's");
        m_lines.push_back({currency.isKnown() ? tr("ARR, %1").arg(currency.code()) : tr("ARR"),
                           text(sums.before.arr, currency),
                           text(sums.after.arr, currency),
                           {},
                           {},
                           false,
                           bare});
    }
}

int TotalsModel::differing() const
{
    return static_cast<int>(
        std::ranges::count_if(m_lines, [](const Line& line) { return !line.difference.isEmpty(); }));
}

int TotalsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TotalsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Count; }

QVariant TotalsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    const bool differs = !line.difference.isEmpty();
    const QString none = line.isCompared ? tr("none") : line.note;
    const QString texts[] = {line.what, line.before, line.after, line.inFiles, differs ? line.difference : none};
    const bool isNumber = index.column() != What && index.column() != Difference;
    switch (role) {
    case Qt::DisplayRole:
        return texts[index.column()];
    case Qt::ToolTipRole:
        return style::plainTip(texts[index.column()]);
    case Qt::AccessibleTextRole:
        return QString(line.what + u", " + headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() +
                       u": " + texts[index.column()]);
    case widgets::NumericRole:
        return isNumber;
    case Qt::TextAlignmentRole:
        return int(isNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case widgets::ToneRole:
        if (index.column() == Difference && differs)
            return static_cast<int>(widgets::Shade::Soon);
        return static_cast<int>(index.column() == Before || index.column() == Difference ? widgets::Shade::Muted
                                                                                         : widgets::Shade::Plain);
    default:
        return {};
    }
}

QVariant TotalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Count)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == What || section == Difference ? Qt::AlignLeft | Qt::AlignVCenter
                                                            : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("In the book"), tr("Before"), tr("After"), tr("In the files"), tr("Difference")};
    return names[section];
}

NotesModel::NotesModel(QLocale locale, QObject* parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
{
}

void NotesModel::set(const exchange::FilesPreview* preview)
{
    constexpr qsizetype linesNamed = 3;
    beginResetModel();
    m_notes.clear();
    for (std::size_t i = 0; preview && i < preview->files.size(); ++i) {
        const exchange::ImportPlan& plan = preview->files[i].plan;
        QSet<qint64> leftOut;
        for (const exchange::RejectedRow& row : plan.rejected)
            leftOut << row.line;
        std::vector<std::pair<Code, QStringList>> byCode;
        std::vector<const exchange::Issue*> firsts;
        for (const exchange::Issue& issue : plan.issues) {
            if (leftOut.contains(issue.line))
                continue;
            auto found = std::ranges::find(byCode, issue.code, &std::pair<Code, QStringList>::first);
            if (found == byCode.end()) {
                byCode.emplace_back(issue.code, QStringList());
                firsts.push_back(&issue);
                found = byCode.end() - 1;
            }
            if (issue.line > 0)
                found->second << m_locale.toString(issue.line);
        }
        for (std::size_t n = 0; n < byCode.size(); ++n) {
            const QStringList& lines = byCode[n].second;
            const auto total = std::ranges::find(plan.issueTotals, byCode[n].first, &std::pair<Code, qint64>::first);
            const qint64 count = total == plan.issueTotals.end() ? lines.size() : total->second;
            QString where = plan.request.hints.fileName;
            if (!lines.isEmpty())
                where = tr("%1, line %2").arg(where, lines.mid(0, linesNamed).join(QStringLiteral(", ")));
            if (lines.size() > linesNamed)
                where += QStringLiteral(", \u2026");
            m_notes.push_back({sentenceOf(*firsts[n], m_locale), where, count, static_cast<int>(i)});
        }
    }
    std::ranges::stable_sort(m_notes, std::greater<>(), &Note::count);
    endResetModel();
}

int NotesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notes.size());
}

QVariant NotesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Note& note = m_notes[std::size_t(index.row())];
    const QString text =
        note.count > 1 ? tr("%1 rows: %2").arg(m_locale.toString(note.count)).arg(note.sentence) : note.sentence;
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case WhereRole:
        return note.where;
    case FileRole:
        return note.file;
    case Qt::ToolTipRole:
        return style::plainTip(text + u"\n" + note.where);
    case Qt::AccessibleTextRole:
        return QString(text + u"\n" + note.where);
    default:
        return {};
    }
}

} // namespace steward::importing
