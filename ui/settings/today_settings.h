// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/open_book.h"
#include "ui/settings/signals_model.h"

namespace steward::settings {

/// The days nobody of us works, in the order of the calendar.
class FreeDaysModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit FreeDaysModel(QLocale locale, QObject* parent = nullptr);
    void set(std::vector<QDate> days);
    [[nodiscard]] const std::vector<QDate>& days() const { return m_days; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QLocale m_locale;
    std::vector<QDate> m_days;
};

/// What decides over a day: how many rows fit it, which days are free, from when on signals come. Every change is one
/// undoable edit.
class TodaySettings final : public QObject
{
    Q_OBJECT
public:
    TodaySettings(OpenBook& book, QLocale locale, QObject* parent = nullptr);
    [[nodiscard]] OpenBook& book() { return m_book; }
    [[nodiscard]] SignalsModel& signalNumbers() { return m_signals; }
    [[nodiscard]] FreeDaysModel& freeDays() { return m_days; }
    [[nodiscard]] int budget() const; ///< rows a day
    void setBudget(int rows);
    /// Returns what was wrong; empty: nothing.
    QString addFreeDay(const QString& text);
    void removeFreeDay(int row);
    /// Signals most cases of which are put aside as no concern, in words; empty: none.
    [[nodiscard]] QString oftenAside() const;
    /// Somebody looks, or no longer.
    void setWatched(bool isWatched);

Q_SIGNALS:
    void changed();
    void said(const QString& text);

private:
    void takeNumbers();
    void setNumber(const query::SignalNumber& number);
    void keepDays(const std::vector<QDate>& days, const QDate& day);

    OpenBook& m_book;
    QLocale m_locale;
    SignalsModel m_signals;
    FreeDaysModel m_days;
    std::map<QString, query::SignalCases> m_cases; ///< by kind of signal
    bool m_isWatched = false;
};

} // namespace steward::settings
