// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/field.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace steward::accounts {

/// Offers what may be typed where the cursor of a filter stands.
class FilterCompleter final : public QObject
{
    Q_OBJECT
public:
    explicit FilterCompleter(QLineEdit& edit);
    void setFields(std::vector<filter::Field> fields) { m_fields = std::move(fields); }

private:
    void offer();
    void take(const QString& text);

    QLineEdit& m_edit;
    QStringListModel m_words;
    QCompleter m_completer;
    std::vector<filter::Field> m_fields;
    int m_from = 0;
    int m_length = 0;
};

} // namespace steward::accounts
