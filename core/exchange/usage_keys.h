// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/directory.h"
#include "core/exchange/plan.h"

namespace steward::exchange {

/// What the first column of a usage file means: a key of a tool, or, where Steward wrote the file, an id of the book
/// or the key that a row still waits for. Internal to the room.
class UsageKeys
{
public:
    UsageKeys(book::Book& book, Directory& directory, const Detection& detection);

    struct Named
    {
        bool isBySubscription = false;
        bool isId = false; ///< of the book itself, first of all
        QString source;
        QString key;
        [[nodiscard]] QString unlinked() const; ///< "account|csv|key"
    };
    [[nodiscard]] Named named(const QString& text) const;
    /// 0: nobody has it.
    [[nodiscard]] qint64 accountOf(const Named& named);
    /// Rows of the book wait for the key: those of its own export stay where they are.
    [[nodiscard]] Result<bool> isAwaited(const Named& named);
    /// Where metrics go by their ids; none where there is no such metric.
    [[nodiscard]] const Row* metric(std::string_view id);
    [[nodiscard]] bool isOwn() const { return m_isOwn; }

private:
    book::Book& m_book;
    Directory& m_directory;
    QString m_source;
    bool m_isOwn;
    bool m_isBySubscription;
    std::optional<QSet<QString>> m_awaited; ///< once asked for
};

} // namespace steward::exchange
