// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/money.h"
#include "core/model/values.h"
#include "ui/account/account_figures.h"
#include "ui/account/record_form.h"

/// One field of a record as text, and back.
namespace steward::account {

/// A day as people write it; "today", "+14" and "-3" count from the day shown. Invalid: it is none.
[[nodiscard]] QDate readDay(const QString& text, const AccountFigures& figures, const QLocale& locale);
/// The currency a record's amounts are in.
[[nodiscard]] Currency currencyOf(const Row& row, Entity entity, const AccountFigures& figures);
/// A typed text as the value of a field; the error is about the text alone.
[[nodiscard]] Result<FieldValue> readValue(const FormField& field, FieldType type, const QStringList& values,
                                           const AccountFigures& figures, const QLocale& locale, Currency currency);
/// A value as it stands in an editor.
[[nodiscard]] QStringList typedValue(const FieldValue& value, FieldType type, const QLocale& locale, Currency currency,
                                     const QTimeZone& zone);
/// What the list of a choice calls an id.
[[nodiscard]] QString wordOf(const FormField& field, const QString& id, const AccountFigures& figures,
                             const QLocale& locale);
/// A value of a row as it is read.
[[nodiscard]] QString shownValue(const FormField& field, FieldType type, const Row& row, std::size_t index,
                                 const AccountFigures& figures, const QLocale& locale, Entity entity);

} // namespace steward::account
