// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"

#include <QComboBox>

namespace steward::account {

/// Whose accounts or tasks a view shows: everybody's, or those of one of us.
class OwnerBox final : public QComboBox
{
    Q_OBJECT
public:
    /// spoken: what is chosen; everybody: the first choice.
    OwnerBox(const QString& name, const QString& spoken, const QString& tip, QString everybody,
             QWidget* parent = nullptr);
    using People = std::vector<std::pair<PersonId, QString>>;
    void offer(const People& people, PersonId current);

Q_SIGNALS:
    /// None: everybody's.
    void chosen(steward::PersonId person);

private:
    QString m_everybody;
};

} // namespace steward::account
