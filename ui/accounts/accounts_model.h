// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/predicate.h"
#include "ui/accounts/account_order.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractTableModel>
#include <QLocale>
#include <map>

namespace steward::accounts {

enum Role
{
    AccountRole = widgets::FirstFreeRole, ///< id of the account; 0 in the head of a group
    GroupNoteRole                         ///< in the head of a group: how many, and their ARR
};

/// The accounts of the book as rows: filters, sorts and groups itself over the shared numbers, copies nothing of them.
/// Never writes: what is typed into a cell leaves as changeRequested().
class AccountsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit AccountsModel(QLocale locale, QObject* parent = nullptr);

    /// With the filter bound to them. One reset; none where the same accounts stand in the same rows. Marks of cells
    /// go.
    void setNumbers(const Numbers& numbers, const filter::Predicate& accepts = {});
    /// The same numbers with their trends: rows, order and marks stay.
    void setTrends(const Numbers& numbers);
    void setFilter(const filter::Predicate& accepts);
    /// The first key counts most; ties by name.
    void setSort(std::vector<SortKey> keys);
    /// none: no groups.
    void setGroup(std::optional<ColumnId> column);
    void setEditable(bool isEditable) { m_isEditable = isEditable; }

    [[nodiscard]] const Numbers& numbers() const { return m_numbers; }
    [[nodiscard]] const std::vector<SortKey>& sort() const { return m_sort; }
    [[nodiscard]] const std::optional<ColumnId>& group() const { return m_group; }
    /// Accounts that pass the filter, in the order shown.
    [[nodiscard]] std::vector<const query::AccountLine*> shown() const;
    [[nodiscard]] int shownCount() const { return m_shownCount; }
    /// Accounts that the filter was tried on for the rows now.
    [[nodiscard]] std::size_t lookedThrough() const { return m_lookedThrough; }
    /// nullptr in the head of a group.
    [[nodiscard]] const query::AccountLine* lineAt(int row) const;
    /// -1: not shown.
    [[nodiscard]] int rowOf(AccountId account) const;
    /// A cell that was pasted into, or one whose text was wrong and was left out, with why.
    struct Mark
    {
        widgets::Ground ground = widgets::Ground::Pasted;
        QString text; ///< as pasted, of a wrong one
        QString why;
    };
    using Cell = std::pair<qint64, ColumnId>;
    void setMarks(std::map<Cell, Mark> marks);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// The fields of the book's own will be others. The columns of before still answer.
    void columnsAboutToChange();
    void changeRequested(steward::AccountId account, steward::accounts::ColumnId column, const QString& text);

private:
    struct Row
    {
        int line = -1; ///< -1: head of a group
        int head = -1; ///< position in m_heads
    };
    struct Head
    {
        QString group;
        int count = 0;
        Mrr arr;
    };
    struct Passed
    {
        filter::Predicate accepts;
        std::vector<int> lines; ///< as sorted
    };
    void order();
    void rebuild();
    [[nodiscard]] const std::vector<int>& passing();
    /// Whether these rows show the accounts of the rows now, among groups of the same names.
    [[nodiscard]] bool hasRowsOf(const BookNumbers& numbers, const std::vector<Row>& rows,
                                 const std::vector<Head>& heads) const;
    void addGrouped(const std::vector<int>& lines);
    [[nodiscard]] QVariant groupData(const Head& head, int column, int role) const;
    [[nodiscard]] QVariant cellData(const query::AccountLine& line, ColumnId column, int role) const;
    [[nodiscard]] widgets::Shade shadeOf(const query::AccountLine& line, ColumnId column) const;
    [[nodiscard]] QString spoken(const query::AccountLine& line, ColumnId column) const;

    QLocale m_locale;
    Numbers m_numbers;
    filter::Predicate m_accepts;
    std::vector<SortKey> m_sort{{ColumnId::Name, false}};
    std::optional<ColumnId> m_group;
    bool m_isEditable = false;
    std::vector<int> m_order; ///< all lines as sorted, whatever the filter
    /// What passed the filters there were, the one that holds last.
    std::vector<Passed> m_passed;
    std::size_t m_lookedThrough = 0;
    std::vector<Row> m_rows;
    std::vector<Head> m_heads;
    int m_shownCount = 0;
    std::map<Cell, Mark> m_marks;
};

/// The fields of the book's own, in the order of their columns.
[[nodiscard]] QStringList ownNames(const BookNumbers& numbers);
/// How many accounts a filter accepts. On any thread.
[[nodiscard]] int countOf(const BookNumbers& numbers, const filter::Predicate& accepts);

} // namespace steward::accounts
