// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/late_library.h"

#include <zip.h>

/// What Steward uses of libzip.
#define STEWARD_ZIP_FUNCTIONS(EACH)                                                                                    \
    EACH(zip_close)                                                                                                    \
    EACH(zip_discard)                                                                                                  \
    EACH(zip_error_init)                                                                                               \
    EACH(zip_error_strerror)                                                                                           \
    EACH(zip_fclose)                                                                                                   \
    EACH(zip_file_add)                                                                                                 \
    EACH(zip_fopen_index)                                                                                              \
    EACH(zip_fread)                                                                                                    \
    EACH(zip_get_num_entries)                                                                                          \
    EACH(zip_name_locate)                                                                                              \
    EACH(zip_open)                                                                                                     \
    EACH(zip_open_from_source)                                                                                         \
    EACH(zip_source_buffer)                                                                                            \
    EACH(zip_source_buffer_create)                                                                                     \
    EACH(zip_source_close)                                                                                             \
    EACH(zip_source_error)                                                                                             \
    EACH(zip_source_free)                                                                                              \
    EACH(zip_source_keep)                                                                                              \
    EACH(zip_source_open)                                                                                              \
    EACH(zip_source_read)                                                                                              \
    EACH(zip_source_stat)                                                                                              \
    EACH(zip_stat_index)                                                                                               \
    EACH(zip_stat_init)                                                                                                \
    EACH(zip_strerror)

namespace steward {

/// The functions of libzip under their own names.
struct ZipLibrary
{
#define STEWARD_EACH(name) decltype(&::name) name = nullptr;
    STEWARD_ZIP_FUNCTIONS(STEWARD_EACH)
#undef STEWARD_EACH

    /// Null where the library is not installed. Any thread; the first to ask loads it.
    static const ZipLibrary* get()
    {
        static const ZipLibrary* const loaded = load();
        return loaded;
    }

private:
    static const ZipLibrary* load()
    {
        static ZipLibrary zip;
#ifdef STEWARD_ZIP_FILE
        LateLibrary library(STEWARD_ZIP_FILE);
#define STEWARD_EACH(name) library.find(zip.name, #name);
        STEWARD_ZIP_FUNCTIONS(STEWARD_EACH)
        return library.isWhole() ? &zip : nullptr;
#else
#define STEWARD_EACH(name) zip.name = &::name;
        STEWARD_ZIP_FUNCTIONS(STEWARD_EACH)
        return &zip;
#endif
#undef STEWARD_EACH
    }
};

} // namespace steward
