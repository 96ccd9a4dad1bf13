// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/scorecard_draft.h"
#include "core/workspace/numbers.h"
#include "ui/settings/draft_table.h"

#include <QLocale>

/// Other scorecards being tried, and what they would do to the book, as tables.
namespace steward::settings {

/// Numbers of a draft that may be changed, each with the one that holds until it is saved: the weights of a scorecard
/// by group, or the caps.
class DraftModel final : public DraftTable
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Number,
        Count
    };
    struct Line
    {
        QString id; ///< empty: a group
        QString name;
        int now = 0; ///< of a group: the sum
        int before = 0;
        QString tip = {};
        [[nodiscard]] bool isGroup() const { return id.isEmpty(); }
        friend bool operator==(const Line&, const Line&) = default;
    };
    /// The titles of the two columns.
    DraftModel(QString name, QString number, QObject* parent = nullptr);
    /// Empty: a group, or no row.
    [[nodiscard]] QString idAt(int row) const;
    void set(std::vector<Line> lines, bool isEditable);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void changeRequested(const QString& id, int number);

private:
    QString m_nameTitle;
    QString m_numberTitle;
    std::vector<Line> m_lines;
};
[[nodiscard]] std::vector<DraftModel::Line> weightLines(const BookNumbers& numbers, const query::ScorecardDraft& draft,
                                                        const QString& scorecard, const QLocale& locale);
[[nodiscard]] std::vector<DraftModel::Line> capLines(const BookNumbers& numbers, const query::ScorecardDraft& draft,
                                                     const QLocale& locale);

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
