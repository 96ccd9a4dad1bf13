// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/owner_box.h"

#include "ui/style/type.h"

namespace steward::account {

OwnerBox::OwnerBox(const QString& name, const QString& spoken, const QString& tip, QString everybody, QWidget* parent)
    : QComboBox(parent)
    , m_everybody(std::move(everybody))
{
    setObjectName(name);
    setAccessibleName(spoken);
    setToolTip(tip);
    setMinimumWidth(style::px(150));
    connect(this, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(PersonId(itemData(index).toLongLong())); });
}

void OwnerBox::offer(const People& people, PersonId current)
{
    clear();
    addItem(m_everybody, qint64(0));
    for (const auto& [person, name] : people)
        addItem(name, person.value());
    setCurrentIndex(std::max(0, findData(current.value())));
}

} // namespace steward::account
