// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <clocale>
#ifdef Q_OS_MACOS
#include <xlocale.h>
#endif

namespace steward::sheet {

/// While it lives, numbers printed by this thread have a decimal point: under de_DE a workbook would hold "423,5" and
/// not open.
class CLocale
{
public:
    CLocale(const CLocale&) = delete;
    CLocale& operator=(const CLocale&) = delete;
#ifdef Q_OS_WIN
    CLocale()
        : m_before(_configthreadlocale(_ENABLE_PER_THREAD_LOCALE))
    {
        setlocale(LC_ALL, "C");
    }
    ~CLocale() { _configthreadlocale(m_before); }

private:
    int m_before;
#else
    CLocale()
        : m_c(newlocale(LC_ALL_MASK, "C", nullptr))
        , m_before(uselocale(m_c))
    {
    }
    ~CLocale()
    {
        uselocale(m_before);
        freelocale(m_c);
    }

private:
    locale_t m_c;
    locale_t m_before;
#endif
};

} // namespace steward::sheet
