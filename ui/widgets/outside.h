// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QUrl;

/// The one place where Steward hands something to another program.
namespace steward::widgets {

/// Opens a draft in the mail program of the desktop; an address that is not "mailto:" is none of it. False: nobody took
/// it.
bool openMail(const QUrl& draft);

} // namespace steward::widgets
