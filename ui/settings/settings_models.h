// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/scorecard_draft.h"
#include "core/workspace/numbers.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractTableModel>
#include <QLocale>

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
    void set(Numbers numbers, bool isEditable);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changeRequested(qint64 person, int column, const QString& text);

private:
    struct Line
    {
        Person person;
        int accounts = 0;
    };
    QLocale m_locale;
    std::vector<Line> m_people;
    bool m_isEditable = false;
};

/// The weights of one scorecard, by group.
class WeightsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Weight,
        Count
    };
    enum Role
    {
        BeforeRole = widgets::FirstFreeRole, ///< the weight that holds now, where it is another one
        IsGroupRole
    };
    explicit WeightsModel(QObject* parent = nullptr);
    void set(Numbers numbers, const query::ScorecardDraft* draft, const QString& scorecard, bool isEditable);
    [[nodiscard]] const QString& scorecard() const { return m_scorecard; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void weightRequested(const QString& measure, int weight);

private:
    struct Line
    {
        QString id; ///< of the measure; empty: a group
        QString name;
        int weight = 0; ///< of a group: the sum
        int before = 0;
        friend bool operator==(const Line&, const Line&) = default;
    };
    std::vector<Line> m_lines;
    QString m_scorecard;
    bool m_isEditable = false;
};

/// The caps: above what no score is shown while one of them holds.
class CapsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        NotAbove,
        Count
    };
    explicit CapsModel(QObject* parent = nullptr);
    void set(Numbers numbers, const query::ScorecardDraft* draft, bool isEditable);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void capRequested(const QString& cap, int notAbove);

private:
    struct Line
    {
        QString id;
        QString name;
        QString text;
        int now = 0;
        int before = 0;
        friend bool operator==(const Line&, const Line&) = default;
    };
    std::vector<Line> m_lines;
    bool m_isEditable = false;
};

/// The accounts that change their band with a draft.
class EffectModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Before,
        After,
        Move,
        Count
    };
    enum Role
    {
        BandRole = widgets::FirstFreeRole, ///< id of the band, empty: unknown
        NumberRole
    };
    explicit EffectModel(QLocale locale, QObject* parent = nullptr);
    void set(const query::DraftEffect& effect, Numbers numbers);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString scoreText(std::optional<double> score, const QString& band) const;
    QLocale m_locale;
    Numbers m_numbers;
    std::vector<query::BandChange> m_changes;
};

} // namespace steward::settings
