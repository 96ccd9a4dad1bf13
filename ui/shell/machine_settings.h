// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/steward_style.h"
#include "ui/style/type.h"

#include <QByteArray>
#include <QMap>
#include <QSettings>
#include <QStringList>

namespace steward::shell {

/// What this machine remembers of the window. What belongs to a book is in the book.
struct MachineSettings
{
    QStringList recentBooks; ///< newest first, at most 8
    QString lastBook;        ///< empty: it was closed
    style::Appearance appearance = style::Appearance::System;
    QString language; ///< of languages(); empty: as the system
    style::Density density = style::Density::Normal;
    bool hasWideRail = true;
    QByteArray geometry;
    QString view;                         ///< the one in front
    QMap<QString, QByteArray> viewStates; ///< by the name of the view
    friend bool operator==(const MachineSettings&, const MachineSettings&) = default;
};

[[nodiscard]] MachineSettings loadSettings(const QSettings& store);
void saveSettings(const MachineSettings& settings, QSettings& store);

void rememberBook(MachineSettings& settings, const QString& path);
/// The book a start opens: the one asked for, else what was open when the window was last closed; empty: none.
[[nodiscard]] QString bookToOpen(const MachineSettings& settings, const QString& asked);

} // namespace steward::shell
