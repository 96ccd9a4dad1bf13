// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/missing_facts.h"
#include "core/workspace/numbers.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>
#include <QLocale>

namespace steward::importing {

/// What is missing of the accounts: a fact that can be typed, or data that come as a file.
struct Gap
{
    std::optional<query::MissingFact> fact;
    std::optional<query::DataGap> data; ///< where it is no fact
    [[nodiscard]] const std::vector<AccountId>& accounts() const { return fact ? fact->accounts : data->accounts; }
};
[[nodiscard]] QString nameOf(query::Fact fact);
[[nodiscard]] QString wordOf(health::DataKind kind);
/// What stands as a file and can be imported.
[[nodiscard]] bool comesAsFile(health::DataKind kind);

/// The gaps of the book, most worth filling first.
class GapsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        CountRole = widgets::FirstFreeRole, ///< "32 of 48"
        WorthRole                           ///< "the first 12 are 23 % of ARR"
    };
    explicit GapsModel(QLocale locale, QObject* parent = nullptr);
    void set(std::vector<Gap> gaps);
    [[nodiscard]] const Gap* at(int row) const;
    [[nodiscard]] int rowOf(query::Fact fact) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString worth(const Gap& gap) const;
    QLocale m_locale;
    std::vector<Gap> m_gaps;
};

/// The accounts that lack something, with the cell to fill it in. Never writes: what is typed leaves as
/// changeRequested(). Rows stay when they are filled, until the gap is chosen anew.
class GapGridModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Arr,
        Value,
        Count
    };
    struct Mark
    {
        widgets::Ground ground = widgets::Ground::Pasted;
        QString text; ///< as typed, of a wrong one
        QString why;
    };
    explicit GapGridModel(QLocale locale, QObject* parent = nullptr);
    void set(const Gap* gap, Numbers numbers);
    /// The same rows with what is known now.
    void setNumbers(Numbers numbers);
    void setEditable(bool isEditable) { m_isEditable = isEditable; }
    void setMarks(std::map<qint64, Mark> marks); ///< by account
    [[nodiscard]] const std::vector<AccountId>& accounts() const { return m_accounts; }
    [[nodiscard]] std::optional<query::Fact> fact() const { return m_fact; }
    [[nodiscard]] QString nameAt(int row) const;
    [[nodiscard]] int filled() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changeRequested(int row, const QString& text);

private:
    [[nodiscard]] const query::AccountLine* line(int row) const;
    [[nodiscard]] QString valueText(int row) const;
    [[nodiscard]] QString text(int row, int column) const;

    QLocale m_locale;
    Numbers m_numbers;
    std::vector<AccountId> m_accounts;
    std::optional<query::Fact> m_fact;
    std::map<qint64, Mark> m_marks;
    bool m_isEditable = false;
};

} // namespace steward::importing
