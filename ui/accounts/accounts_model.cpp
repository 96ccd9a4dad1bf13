// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accounts_model.h"

#include "core/words/short_words.h"
#include "ui/style/tip.h"
#include "ui/widgets/badge.h"

namespace steward::accounts {

using widgets::Shade;

namespace {

constexpr qint64 renewalIsNear = 60;
constexpr qint64 silenceIsLong = 21;

/// A line as the filter sees it.
class LineView final : public filter::Row
{
public:
    LineView(const BookNumbers& numbers, std::size_t line)
        : m_numbers(numbers)
        , m_line(line)
    {
    }
    filter::Value value(int field) const override
    {
        return query::valueOf(m_numbers.lines[m_line], m_numbers.fields, static_cast<std::size_t>(field));
    }
    std::string_view searchText() const override { return m_numbers.searchText(m_line, m_text); }

private:
    const BookNumbers& m_numbers;
    std::size_t m_line;
    mutable std::string m_text;
};

} // namespace

QStringList ownNames(const BookNumbers& numbers)
{
    QStringList names;
    for (int id = accounts::columnCount; id < columnsOf(numbers); ++id)
        names << nameOf(static_cast<ColumnId>(id), numbers);
    return names;
}

int countOf(const BookNumbers& numbers, const filter::Predicate& accepts)
{
    int count = 0;
    for (std::size_t i = 0; i < numbers.lines.size(); ++i)
        if (accepts(LineView(numbers, i)))
            ++count;
    return count;
}

AccountsModel::AccountsModel(QLocale locale, QObject* parent)
    : QAbstractTableModel(parent)
    , m_locale(std::move(locale))
{
}

void AccountsModel::setNumbers(const Numbers& numbers, const filter::Predicate& accepts)
{
    const bool hasSameColumns = m_numbers && numbers && ownNames(*m_numbers) == ownNames(*numbers);
    if (m_numbers && !hasSameColumns)
        Q_EMIT columnsAboutToChange();
    Numbers before = std::exchange(m_numbers, numbers);
    std::vector<Row> rowsBefore = std::exchange(m_rows, {});
    std::vector<Head> headsBefore = std::exchange(m_heads, {});
    m_marks.clear();
    m_accepts = accepts;
    order();
    rebuild();
    if (hasSameColumns && hasRowsOf(*before, rowsBefore, headsBefore)) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    const auto swapAll = [&] {
        m_numbers.swap(before);
        m_rows.swap(rowsBefore);
        m_heads.swap(headsBefore);
    };
    swapAll();
    beginResetModel();
    swapAll();
    endResetModel();
}

void AccountsModel::setTrends(const Numbers& numbers)
{
    m_numbers = numbers;
    constexpr int column = static_cast<int>(ColumnId::Health);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

bool AccountsModel::hasRowsOf(const BookNumbers& numbers, const std::vector<Row>& rows,
                              const std::vector<Head>& heads) const
{
    const auto isSame = [&](const Row& a, const Row& b) {
        if ((a.line < 0) != (b.line < 0))
            return false;
        return a.line < 0 ? m_heads[std::size_t(a.head)].group == heads[std::size_t(b.head)].group
                          : m_numbers->lines[std::size_t(a.line)].facts->id() ==
                                numbers.lines[std::size_t(b.line)].facts->id();
    };
    return std::ranges::equal(m_rows, rows, isSame);
}

void AccountsModel::setFilter(const filter::Predicate& accepts)
{
    beginResetModel();
    m_accepts = accepts;
    rebuild();
    endResetModel();
}

void AccountsModel::setSort(std::vector<SortKey> keys)
{
    if (keys == m_sort)
        return;
    beginResetModel();
    m_sort = std::move(keys);
    order();
    rebuild();
    endResetModel();
}

void AccountsModel::setGroup(std::optional<ColumnId> column)
{
    if (column == m_group)
        return;
    beginResetModel();
    m_group = column;
    rebuild();
    endResetModel();
}

void AccountsModel::order()
{
    m_order = m_numbers ? ordered(*m_numbers, m_sort) : std::vector<int>();
    m_passed.clear();
}

void AccountsModel::addGrouped(const std::vector<int>& lines)
{
    std::map<QString, std::vector<int>> groups;
    for (const int line : lines) {
        const query::AccountLine& each = m_numbers->lines[std::size_t(line)];
        const bool isKnown = valueOf(*m_group, each, *m_numbers).index() != 0;
        groups[isKnown ? textOf(*m_group, each, *m_numbers, m_locale) : QString()].push_back(line);
    }
    const auto add = [&](const QString& name, const std::vector<int>& members) {
        Head head{name, static_cast<int>(members.size()), {}};
        for (const int line : members)
            if (const auto& mrr = m_numbers->lines[std::size_t(line)].comparable)
                head.arr += *mrr;
        m_rows.push_back({-1, static_cast<int>(m_heads.size())});
        m_heads.push_back(std::move(head));
        for (const int line : members)
            m_rows.push_back({line, -1});
    };
    for (const auto& [name, members] : groups)
        if (!name.isEmpty())
            add(name, members);
    if (const auto unknown = groups.find(QString()); unknown != groups.end())
        add(QString(), unknown->second);
}

/// A letter more looks through what is shown alone, a letter less finds again what was there before it; so does one
/// after a word that became a condition and a word again.
const std::vector<int>& AccountsModel::passing()
{
    m_lookedThrough = 0;
    auto wider = m_passed.end();
    for (auto each = m_passed.begin(); each != m_passed.end(); ++each) {
        if (!m_accepts.narrows(each->accepts))
            continue;
        if (each->accepts.narrows(m_accepts)) {
            std::rotate(each, each + 1, m_passed.end());
            return m_passed.back().lines;
        }
        if (wider == m_passed.end() || each->lines.size() < wider->lines.size())
            wider = each;
    }
    const std::vector<int>& candidates = wider == m_passed.end() ? m_order : wider->lines;
    m_lookedThrough = candidates.size();
    std::vector<int> lines;
    for (const int line : candidates)
        if (m_accepts(LineView(*m_numbers, std::size_t(line))))
            lines.push_back(line);
    constexpr std::size_t most = 32;
    if (m_passed.size() == most)
        m_passed.erase(m_passed.begin());
    return m_passed.emplace_back(Passed{m_accepts, std::move(lines)}).lines;
}

void AccountsModel::rebuild()
{
    m_rows.clear();
    m_heads.clear();
    m_shownCount = 0;
    if (!m_numbers)
        return;
    const std::vector<int>& lines = passing();
    m_shownCount = static_cast<int>(lines.size());
    if (m_group) {
        addGrouped(lines);
        return;
    }
    m_rows.reserve(lines.size());
    for (const int line : lines)
        m_rows.push_back({line, -1});
}

std::vector<const query::AccountLine*> AccountsModel::shown() const
{
    std::vector<const query::AccountLine*> lines;
    for (const Row& row : m_rows)
        if (row.line >= 0)
            lines.push_back(&m_numbers->lines[std::size_t(row.line)]);
    return lines;
}

const query::AccountLine* AccountsModel::lineAt(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[std::size_t(row)].line < 0)
        return nullptr;
    return &m_numbers->lines[std::size_t(m_rows[std::size_t(row)].line)];
}

int AccountsModel::rowOf(AccountId account) const
{
    const query::AccountLine* wanted = m_numbers ? m_numbers->find(account) : nullptr;
    if (!wanted)
        return -1;
    const auto row = std::ranges::find(m_rows, static_cast<int>(m_numbers->indexOf(*wanted)), &Row::line);
    return row == m_rows.end() ? -1 : static_cast<int>(row - m_rows.begin());
}

void AccountsModel::setMarks(std::map<Cell, Mark> marks)
{
    if (m_marks.empty() && marks.empty())
        return;
    m_marks = std::move(marks);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int AccountsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AccountsModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_numbers ? columnsOf(*m_numbers) : accounts::columnCount;
}

QVariant AccountsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (row.line < 0)
        return groupData(m_heads[std::size_t(row.head)], index.column(), role);
    return cellData(m_numbers->lines[std::size_t(row.line)], static_cast<ColumnId>(index.column()), role);
}

QVariant AccountsModel::groupData(const Head& head, int column, int role) const
{
    const QString name = head.group.isEmpty() ? tr("Not known") : head.group;
    switch (role) {
    case Qt::DisplayRole:
        return column == 0 ? name : QString();
    case Qt::AccessibleTextRole:
        return column == 0 ? tr("Group %1, %n accounts", nullptr, head.count).arg(name) : QString();
    case widgets::GroundRole:
        return static_cast<int>(widgets::Ground::GroupHead);
    case AccountRole:
        return 0;
    case GroupNoteRole:
        return tr("%1 \u00b7 %2 ARR")
            .arg(m_locale.toString(head.count),
                 words::moneyText({head.arr.toArrMinor(), m_numbers->currency}, m_locale));
    default:
        return {};
    }
}

Shade AccountsModel::shadeOf(const query::AccountLine& line, ColumnId column) const
{
    const CellValue value = accounts::valueOf(column, line, *m_numbers);
    if (value.index() == 0)
        return Shade::Muted;
    const auto* days = std::get_if<qint64>(&value);
    if (column == ColumnId::In)
        return *days <= renewalIsNear ? Shade::Late : Shade::Muted;
    if (column == ColumnId::LastSpoke && *days >= silenceIsLong)
        return Shade::Soon;
    return column == ColumnId::Nps && !days ? Shade::Muted : Shade::Plain;
}

/// What a screen reader says: the words a sighted user reads from column head and colour.
QString AccountsModel::spoken(const query::AccountLine& line, ColumnId column) const
{
    const QString title = nameOf(column, *m_numbers);
    const CellValue value = accounts::valueOf(column, line, *m_numbers);
    if (column == ColumnId::Health && hasLeft(line))
        return tr("Former customer");
    if (column == ColumnId::Health && !m_numbers->scores.empty()) {
        const QString known = m_locale.toString(qRound(line.coverage.value_or(0) * 100));
        const bool isSetByHand = m_numbers->scores[m_numbers->indexOf(line)].isSetByHand;
        const QString word = widgets::spokenBand({style::bandOf(line.band), {}, true, isSetByHand});
        return value.index() == 0
                   ? tr("Health: %1, %2 % known").arg(word, known)
                   : tr("Health: %1, %2, %3 % known").arg(textOf(column, line, *m_numbers, m_locale), word, known);
    }
    if (value.index() == 0)
        return tr("%1: not known").arg(title);
    if (column == ColumnId::In) {
        const int days = static_cast<int>(std::get<qint64>(value));
        return days < 0 ? tr("Renewal %n days ago", nullptr, -days) : tr("Renewal in %n days", nullptr, days);
    }
    if (column == ColumnId::LastSpoke)
        return tr("Last spoke %n days ago", nullptr, static_cast<int>(std::get<qint64>(value)));
    const QString text = textOf(column, line, *m_numbers, m_locale);
    return column == ColumnId::Name ? text : QString(title + QStringLiteral(": ") + text);
}

QVariant AccountsModel::cellData(const query::AccountLine& line, ColumnId column, int role) const
{
    const auto mark = m_marks.empty() ? m_marks.end() : m_marks.find({line.facts->id().value(), column});
    const bool isMarked = mark != m_marks.end();
    switch (role) {
    case Qt::DisplayRole:
        return isMarked && !mark->second.text.isEmpty() ? mark->second.text
                                                        : textOf(column, line, *m_numbers, m_locale);
    case Qt::EditRole: {
        const QString text = textOf(column, line, *m_numbers, m_locale);
        return accounts::valueOf(column, line, *m_numbers).index() == 0 ? QString() : text;
    }
    case Qt::ToolTipRole:
        return isMarked && !mark->second.why.isEmpty() ? QVariant(style::plainTip(mark->second.why)) : QVariant();
    case Qt::TextAlignmentRole:
        return int(isRightAligned(column, *m_numbers) ? Qt::AlignRight : Qt::AlignLeft);
    case Qt::AccessibleTextRole:
        return spoken(line, column);
    case widgets::SortRole:
        return std::visit(
            [](const auto& value) -> QVariant {
                using Value = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, std::monostate>)
                    return {};
                else if constexpr (std::is_same_v<Value, Money>)
                    return QVariant::fromValue(value.minor);
                else
                    return QVariant::fromValue(value);
            },
            accounts::valueOf(column, line, *m_numbers));
    case widgets::ToneRole:
        return static_cast<int>(shadeOf(line, column));
    case widgets::NumericRole:
        return isRightAligned(column, *m_numbers);
    case widgets::GroundRole:
        return static_cast<int>(isMarked ? mark->second.ground : widgets::Ground::Plain);
    case AccountRole:
        return line.facts->id().value();
    default:
        return {};
    }
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || !m_numbers || section >= columnCount())
        return {};
    const auto id = static_cast<ColumnId>(section);
    if (role == Qt::DisplayRole)
        return titleOf(id, *m_numbers);
    if (role == Qt::TextAlignmentRole)
        return int((isRightAligned(id, *m_numbers) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags AccountsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isHead = m_rows[std::size_t(index.row())].line < 0;
    if (isHead)
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (m_isEditable && columnOf(static_cast<ColumnId>(index.column())).isEditable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool AccountsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto* line = index.isValid() ? lineAt(index.row()) : nullptr;
    if (role != Qt::EditRole || !line || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (value.toString() == index.data(Qt::EditRole).toString())
        return false;
    Q_EMIT changeRequested(line->facts->id(), static_cast<ColumnId>(index.column()), value.toString());
    return true;
}

} // namespace steward::accounts
