// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/machine_settings.h"

#include <QFileInfo>

namespace steward::shell {

namespace {

constexpr int mostRecent = 8;
const QString recentKey = QStringLiteral("books/recent");
const QString lastKey = QStringLiteral("books/last");
const QString appearanceKey = QStringLiteral("window/appearance");
const QString languageKey = QStringLiteral("window/language");
const QString densityKey = QStringLiteral("window/density");
const QString railKey = QStringLiteral("window/rail");
const QString geometryKey = QStringLiteral("window/geometry");
const QString viewKey = QStringLiteral("window/view");
const QString statesKey = QStringLiteral("views/");

template <class T>
T chosen(const QSettings& store, const QString& key, T otherwise, int count)
{
    const int value = store.value(key, static_cast<int>(otherwise)).toInt();
    return value >= 0 && value < count ? static_cast<T>(value) : otherwise;
}

} // namespace

MachineSettings loadSettings(const QSettings& store)
{
    MachineSettings settings;
    settings.recentBooks = store.value(recentKey).toStringList().mid(0, mostRecent);
    settings.lastBook = store.value(lastKey).toString();
    settings.appearance = chosen(store, appearanceKey, settings.appearance, 3);
    settings.language = store.value(languageKey).toString();
    settings.density = chosen(store, densityKey, settings.density, 3);
    settings.hasWideRail = store.value(railKey, true).toBool();
    settings.geometry = store.value(geometryKey).toByteArray();
    settings.view = store.value(viewKey).toString();
    for (const QString& key : store.allKeys())
        if (key.startsWith(statesKey))
            settings.viewStates[key.mid(statesKey.size())] = store.value(key).toByteArray();
    return settings;
}

void saveSettings(const MachineSettings& settings, QSettings& store)
{
    store.setValue(recentKey, settings.recentBooks);
    store.setValue(lastKey, settings.lastBook);
    store.setValue(appearanceKey, static_cast<int>(settings.appearance));
    store.setValue(languageKey, settings.language);
    store.setValue(densityKey, static_cast<int>(settings.density));
    store.setValue(railKey, settings.hasWideRail);
    store.setValue(geometryKey, settings.geometry);
    store.setValue(viewKey, settings.view);
    for (auto state = settings.viewStates.cbegin(); state != settings.viewStates.cend(); ++state)
        store.setValue(QString(statesKey + state.key()), state.value());
}

void rememberBook(MachineSettings& settings, const QString& path)
{
    settings.recentBooks.removeAll(path);
    settings.recentBooks.prepend(path);
    settings.recentBooks = settings.recentBooks.mid(0, mostRecent);
    settings.lastBook = path;
}

QString bookToOpen(const MachineSettings& settings, const QString& asked)
{
    if (!asked.isEmpty())
        return QFileInfo(asked).absoluteFilePath();
    return QFileInfo::exists(settings.lastBook) ? settings.lastBook : QString();
}

} // namespace steward::shell
