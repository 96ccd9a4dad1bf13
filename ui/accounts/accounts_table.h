// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accounts_delegate.h"
#include "ui/style/type.h"

#include <QTableView>
#include <array>
#include <map>
#include <optional>

namespace steward::accounts {

/// The grid: keys of a spreadsheet, hover, heads of groups across all columns, selection kept by account.
class AccountsTable final : public QTableView
{
    Q_OBJECT
public:
    AccountsTable(AccountsModel& model, QWidget* parent);
    void setDensity(style::Density density);
    /// A column by its name in settings.
    struct Look
    {
        QString name;
        int width = 0;
        bool isShown = true;
        friend bool operator==(const Look&, const Look&) = default;
    };
    /// As they were left, from left to right, but never narrower than their numbers; a column that is not among them
    /// is as it is at first, one that this book lacks is kept for the next.
    void setLooks(std::vector<Look> looks);
    [[nodiscard]] std::vector<Look> looks();
    void setColumnShown(int section, bool isShown);
    [[nodiscard]] AccountId currentAccount() const;
    /// Makes it current and visible; false where it is not shown.
    bool choose(AccountId account);

    struct Block
    {
        std::vector<AccountId> accounts;
        std::vector<ColumnId> columns; ///< in the order shown
    };
    /// The smallest block that holds the selected cells; the current cell alone where nothing is selected.
    [[nodiscard]] Block block() const;
    /// Accounts from the current one down, columns from the current one right: where a pasted block goes.
    [[nodiscard]] Block room() const;

    [[nodiscard]] const AccountsDelegate& cells() const { return *m_delegate; }

Q_SIGNALS:
    void opened(steward::AccountId account);
    void whyRequested();
    void currentAccountChanged();
    /// F2 on a cell that is not edited here.
    void editRefused(int column);

protected:
    using QTableView::edit;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void takeColumns();
    void applyLooks();
    void keepLooks();
    [[nodiscard]] QString nameOfSection(int section) const;
    void spanGroups();
    void fitNumbers();
    void giveRoomBack();
    void lendRoom();
    void endWithWholeColumn();
    /// Widths that nine of ten cells of a column need, and all of them; none where there are no rows.
    [[nodiscard]] std::optional<std::array<int, 2>> wantedBy(int section);
    void keepCurrent();
    void restoreCurrent();
    void hover(int row);
    [[nodiscard]] std::vector<ColumnId> shownColumns() const;

    AccountsModel& m_model;
    AccountsDelegate* m_delegate;
    AccountId m_keptAccount;
    int m_keptColumn = 0;
    int m_hovered = -1;
    struct Lent
    {
        int section;
        int own;
        int lent;
    };
    std::vector<Look> m_looks;                  ///< of columns, those that are not there too, as last set or left
    QStringList m_own;                          ///< the book's own fields that there are columns for
    std::vector<Lent> m_lent;                   ///< columns that are wider while the window has room
    std::map<int, std::array<int, 2>> m_wanted; ///< measured of the numbers shown, by section
    const BookNumbers* m_fitted = nullptr;      ///< the columns are wide enough for; never followed
};

} // namespace steward::accounts
