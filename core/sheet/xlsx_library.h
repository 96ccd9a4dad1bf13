// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/late_library.h"

#include <xlsxwriter.h>

/// What Steward uses of libxlsxwriter.
#define STEWARD_XLSX_FUNCTIONS(EACH)                                                                                   \
    EACH(format_set_bold)                                                                                              \
    EACH(format_set_bottom)                                                                                            \
    EACH(format_set_num_format)                                                                                        \
    EACH(lxw_workbook_free)                                                                                            \
    EACH(workbook_add_format)                                                                                          \
    EACH(workbook_add_worksheet)                                                                                       \
    EACH(workbook_close)                                                                                               \
    EACH(workbook_new_opt)                                                                                             \
    EACH(worksheet_autofilter)                                                                                         \
    EACH(worksheet_freeze_panes)                                                                                       \
    EACH(worksheet_set_column)                                                                                         \
    EACH(worksheet_write_number)                                                                                       \
    EACH(worksheet_write_string)

namespace steward::sheet {

/// The functions of libxlsxwriter under their own names.
struct XlsxLibrary
{
#define STEWARD_EACH(name) decltype(&::name) name = nullptr;
    STEWARD_XLSX_FUNCTIONS(STEWARD_EACH)
#undef STEWARD_EACH

    /// Null where the library is not installed. Any thread; the first to ask loads it.
    static const XlsxLibrary* get()
    {
        static const XlsxLibrary* const loaded = load();
        return loaded;
    }

private:
    static const XlsxLibrary* load()
    {
        static XlsxLibrary xlsx;
#ifdef STEWARD_XLSX_FILE
        LateLibrary library(STEWARD_XLSX_FILE);
#define STEWARD_EACH(name) library.find(xlsx.name, #name);
        STEWARD_XLSX_FUNCTIONS(STEWARD_EACH)
        return library.isWhole() ? &xlsx : nullptr;
#else
#define STEWARD_EACH(name) xlsx.name = &::name;
        STEWARD_XLSX_FUNCTIONS(STEWARD_EACH)
        return &xlsx;
#endif
#undef STEWARD_EACH
    }
};

} // namespace steward::sheet
