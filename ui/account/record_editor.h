// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_figures.h"
#include "ui/account/record_form.h"

class QWidget;

/// What a field of a record is typed or chosen in.
namespace steward::account {

/// With the value the draft has for it; without a parent.
[[nodiscard]] QWidget* makeEditor(const FormField& form, const RecordDraft& draft, const AccountFigures& figures,
                                  const QLocale& locale);
/// What stands in an editor; of a choice its ids.
[[nodiscard]] QStringList valuesOf(const QWidget* editor);

} // namespace steward::account
