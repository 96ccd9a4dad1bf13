// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/files_model.h"

#include <QAbstractListModel>

namespace steward::importing {

/// What is to be done with the rows of a name that no account has.
struct Decision
{
    enum class Kind
    {
        Open,
        Same, ///< the name means an account of the book
        Make, ///< a new account
        LeaveOut
    };
    Kind kind = Kind::Open;
    qint64 account = 0; ///< for Same
    QString accountName;
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// The names of the files that lead to no account, each with what hangs on it and what it may mean.
class MatchesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        HangsRole = widgets::FirstFreeRole, ///< "1 subscription, 3 contacts"
        MeantRole,                          ///< the account proposed or decided, or what is done instead
        WhyRole,                            ///< why it is proposed; empty once decided
        DecidedRole
    };
    struct Match
    {
        QString name;
        QString hangs;
        qint64 rows = 0;
        std::optional<exchange::Proposal> proposal;
        Decision decision;
    };
    explicit MatchesModel(QLocale locale, QObject* parent = nullptr);
    /// decisions: by name; one whose name leads somewhere now stays in the list.
    void set(const exchange::FilesPreview* preview, const QHash<QString, Decision>& decisions);
    [[nodiscard]] const Match* at(int row) const;
    [[nodiscard]] int open() const;
    [[nodiscard]] int proposed() const; ///< open ones with a proposal

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString meant(const Match& match) const;
    QLocale m_locale;
    std::vector<Match> m_matches;
};

} // namespace steward::importing
