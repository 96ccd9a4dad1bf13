// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/accounts/accounts_model.h"
#include "ui/accounts/cell_change.h"
#include "ui/accounts/saved_views.h"

namespace steward::accounts {

/// What the view of accounts shows and does, without a widget.
class AccountsPresenter final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Empty,   ///< the book has no account
        NoMatch, ///< the filter accepts none
        Ready
    };
    AccountsPresenter(OpenBook& book, QLocale locale, QObject* parent = nullptr);

    [[nodiscard]] AccountsModel& model() { return m_model; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] OpenBook& book() { return m_book; }

    [[nodiscard]] const QString& filter() const { return m_filter; }
    /// What it does not understand leaves the rows as the last good filter had them.
    void setFilter(const QString& filter);
    /// One sentence, empty where the filter is good; from, length: the fault in UTF-16 units.
    struct Fault
    {
        QString sentence;
        int from = 0;
        int length = 0;
    };
    [[nodiscard]] const Fault& fault() const { return m_fault; }
    /// Where the conditions of the filter stand.
    [[nodiscard]] const std::vector<std::pair<int, int>>& conditions() const { return m_conditions; }
    /// Once there are numbers.
    void setSort(const std::vector<SortKey>& keys);
    void setGroup(std::optional<ColumnId> column);

    /// How accounts without a score are ordered, where most have none and the list is by health; else empty.
    [[nodiscard]] QString orderNote() const;
    /// "21 of 48", and the ARR of those shown.
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString sumText() const;

    [[nodiscard]] const std::vector<SavedView>& views() const { return m_views; }
    void setViews(std::vector<SavedView> views);
    [[nodiscard]] int currentView() const { return m_view; }
    void chooseView(int view);
    [[nodiscard]] bool isViewChanged() const;
    void saveView();
    void saveViewAs(const QString& name);
    void removeView(int view);
    [[nodiscard]] QString countOfView(int view) const;

    /// Writes a text into a column of accounts, as one edit. Returns the sentence of what was wrong with it.
    QString change(const std::vector<AccountId>& accounts, ColumnId column, const QString& text);
    /// A block of a spreadsheet, from the first account and column on; what is wrong is marked and left out. Returns
    /// what to say about it.
    QString paste(const std::vector<AccountId>& accounts, const std::vector<ColumnId>& columns, const QString& text);
    /// For a spreadsheet; copied() brings the text.
    void copy(const std::vector<AccountId>& accounts, const std::vector<ColumnId>& columns);

    /// While somebody types into a cell nothing under it moves; what came meanwhile is taken when that ends.
    void hold(bool isHeld);

Q_SIGNALS:
    void stateChanged();
    void filterChanged();
    void viewsChanged();
    void viewChosen();
    void said(const QString& text);
    void copied(const QString& text);

private:
    void takeNumbers();
    void arrange();
    void applyFilter();
    void countViews();
    void updateState();
    std::optional<filter::Predicate> readFilter();
    [[nodiscard]] std::optional<filter::Predicate> compiled(const QString& text, const BookNumbers& numbers,
                                                            Fault* fault) const;

    OpenBook& m_book;
    QLocale m_locale;
    AccountsModel m_model;
    State m_state = State::Loading;
    QString m_filter;
    QString m_sort; ///< by the names in settings, as in a SavedView
    QString m_group;
    QString m_goodFilter; ///< the last one that could be read
    QString m_orderNote;
    Fault m_fault;
    std::vector<std::pair<int, int>> m_conditions;
    std::vector<SavedView> m_views;
    int m_view = 0;
    std::vector<std::optional<int>> m_counts; ///< of the views, as last counted
    qint64 m_countSerial = 0;
    std::map<AccountsModel::Cell, AccountsModel::Mark> m_marks; ///< of the last paste, until the next action
    bool m_isPasting = false;
    bool m_isHeld = false;
    bool m_isWaiting = false; ///< numbers came while held
};

} // namespace steward::accounts
