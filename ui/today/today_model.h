// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/row_text.h"
#include "ui/today/today_presenter.h"

#include <QAbstractListModel>
#include <set>

namespace steward::today {

/// "next meeting: Acme, 21 Nov 10:30"; empty: none is planned, or there is more to do today.
[[nodiscard]] QString nextText(const Shown& shown, const QLocale& locale);

/// The list of Today: heads, rows of the clock, accounts, groups that open, and what can wait, closed at first. Texts
/// are made when a row is looked at.
class TodayModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind
    {
        Head,
        Clock,
        Account,
        Group,
        Part, ///< one account of a group
        Wait, ///< what can wait, open or closed
        More  ///< the next of what can wait
    };
    struct Entry
    {
        Kind kind = Kind::Head;
        std::size_t row = 0; ///< of Today
        std::size_t part = 0;
        int rank = 0; ///< among those that need you; 0: none
        QString title;
        QString note;
    };

    explicit TodayModel(QLocale locale, QObject* parent = nullptr);
    void show(const ShownDay& shown);
    [[nodiscard]] const Entry& at(int row) const { return m_entries[std::size_t(row)]; }
    /// A part of a group is a row of one account. nullptr: not a row.
    [[nodiscard]] const work::TodayRow* rowAt(int row) const;
    [[nodiscard]] const RowText& textAt(int row) const;
    /// None for heads, groups and the whole book.
    [[nodiscard]] AccountId accountAt(int row) const;
    /// Stays with a row when others come and go; empty for heads.
    [[nodiscard]] QString keyAt(int row) const;
    [[nodiscard]] int rowOf(const QString& key) const;
    [[nodiscard]] bool isChoosable(int row) const { return at(row).kind != Kind::Head; }
    [[nodiscard]] bool isOpen(int row) const;
    /// Opens or closes a group, or what can wait. False: the row is neither.
    bool toggle(int row);
    [[nodiscard]] const ShownDay& shown() const { return m_shown; }
    [[nodiscard]] const QLocale& locale() const { return m_locale; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    static constexpr std::size_t waitStep = 200; ///< rows of what can wait that are shown at once
    void fill();
    void addHead(const QString& title, const QString& note);
    void addRow(std::size_t row, int rank);
    void addWaiting(std::size_t from, std::size_t count);

    QLocale m_locale;
    ShownDay m_shown;
    std::vector<Entry> m_entries;
    mutable std::vector<std::unique_ptr<RowText>> m_texts; ///< by entry, once looked at
    std::set<QString> m_openGroups;
    bool m_isWaitOpen = false;
    std::size_t m_waitShown = waitStep;
};

} // namespace steward::today
