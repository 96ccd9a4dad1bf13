// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/book_settings.h"

#include <QAbstractTableModel>
#include <QLocale>

/// What the book says of itself, as tables.
namespace steward::settings {

/// Exchange rates of the book, newest first.
class RatesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Code,
        Day,
        Rate,
        Count
    };
    explicit RatesModel(QLocale locale, QObject* parent = nullptr);
    void set(Numbers numbers);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QLocale m_locale;
    Numbers m_numbers;
    std::vector<const FxRate*> m_rates; ///< of m_numbers
};

/// Our own people; names and addresses can be changed. What is typed leaves as changeRequested().
class PeopleModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Mail,
        Accounts,
        Count
    };
    explicit PeopleModel(QLocale locale, QObject* parent = nullptr);
    void set(std::vector<PersonLine> people);
    void setEditable(bool isEditable) { m_isEditable = isEditable; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changeRequested(qint64 person, int column, const QString& text);

private:
    QLocale m_locale;
    std::vector<PersonLine> m_people;
    bool m_isEditable = false;
};

} // namespace steward::settings
