// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/late_library.h"

#include <QtGlobal>
#ifdef Q_OS_UNIX
#include <dlfcn.h>
#endif

namespace steward {

#ifdef Q_OS_UNIX
LateLibrary::LateLibrary(const char* name)
    : m_handle(::dlopen(name, RTLD_NOW | RTLD_LOCAL))
{
}

void* LateLibrary::address(const char* name) const { return m_handle ? ::dlsym(m_handle, name) : nullptr; }
#else
LateLibrary::LateLibrary(const char*) {}

void* LateLibrary::address(const char*) const { return nullptr; }
#endif

} // namespace steward
