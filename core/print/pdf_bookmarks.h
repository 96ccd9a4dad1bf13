// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace steward::print {

/// A finished PDF with a bookmark for every page, appended as PDF allows it (ISO 32000, 7.5.6): what stands there
/// stays. One title a page; where the file is not built as QPdfWriter builds it, or has another number of pages, it is
/// returned as it came.
[[nodiscard]] QByteArray withBookmarks(const QByteArray& pdf, const QStringList& titles);

} // namespace steward::print
