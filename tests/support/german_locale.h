// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <clocale>

namespace steward::tests {

/// The C library speaks German, with a comma in its numbers, for as long as this lives. Made for the test where the
/// machine has no such locale.
class GermanLocale
{
public:
    GermanLocale()
        : m_before(std::setlocale(LC_ALL, nullptr))
    {
        m_isThere = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr || make();
    }
    ~GermanLocale()
    {
        std::setlocale(LC_ALL, m_before.constData());
        if (m_hasPath)
            qunsetenv("LOCPATH");
    }
    GermanLocale(const GermanLocale&) = delete;
    GermanLocale& operator=(const GermanLocale&) = delete;
    [[nodiscard]] bool isThere() const { return m_isThere; }

private:
    bool make()
    {
        const QString maker = QStandardPaths::findExecutable(QStringLiteral("localedef"));
        if (maker.isEmpty())
            return false;
        QProcess::execute(maker, {QStringLiteral("--quiet"), QStringLiteral("-i"), QStringLiteral("de_DE"),
                                  QStringLiteral("-f"), QStringLiteral("UTF-8"),
                                  m_folder.filePath(QStringLiteral("de_DE.UTF-8"))});
        m_hasPath = qputenv("LOCPATH", m_folder.path().toLocal8Bit());
        return std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr;
    }
    QByteArray m_before;
    QTemporaryDir m_folder;
    bool m_isThere = false;
    bool m_hasPath = false;
};

} // namespace steward::tests
