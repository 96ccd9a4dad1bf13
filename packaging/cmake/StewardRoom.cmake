# SPDX-License-Identifier: GPL-3.0-or-later
# One library a room. A room's link line is its place in the house; tests/layering reads the includes against the floors.

add_library(steward_flags INTERFACE)
target_compile_features(steward_flags INTERFACE cxx_std_20)
target_compile_options(steward_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual
    $<$<NOT:$<CONFIG:Release>>:-Wnull-dereference> # -O3 sees null pointers in Qt's containers that are not there
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wuseless-cast>
    $<$<BOOL:${STEWARD_WERROR}>:-Werror>)
target_compile_definitions(steward_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(STEWARD_SANITIZE)
    # Undefined behaviour ends the test instead of printing a line; GCC 12 takes sanitized <regex> for uninitialised.
    target_compile_options(steward_flags INTERFACE
        -fsanitize=${STEWARD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(steward_flags INTERFACE -fsanitize=${STEWARD_SANITIZE})
endif()
set(CMAKE_CXX_EXTENSIONS OFF)

# steward_room(core/csv SOURCES a.cpp ... [PUBLIC Steward::core_base ...] [PRIVATE ...])
# Makes the static library steward_core_csv with the alias Steward::core_csv. Headers are included as "core/csv/reader.h".
function(steward_room room)
    cmake_parse_arguments(ARG "MOC" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    string(REPLACE "/" "_" name "${room}")
    add_library(steward_${name} STATIC ${ARG_SOURCES})
    add_library(Steward::${name} ALIAS steward_${name})
    set_target_properties(steward_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON AUTOMOC ${ARG_MOC})
    target_include_directories(steward_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_include_directories(steward_${name} SYSTEM PUBLIC "${EXPECTED_INCLUDE_DIR}")
    target_link_libraries(steward_${name} PUBLIC steward_flags Qt6::Core ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(name STREQUAL "core_base")
        target_precompile_headers(steward_${name} PRIVATE <core/base/precompiled.h>)
    elseif(name MATCHES "^core_")
        target_precompile_headers(steward_${name} REUSE_FROM steward_core_base)
    elseif(name STREQUAL "ui_style")
        target_precompile_headers(steward_${name} PRIVATE <ui/style/precompiled.h>)
    elseif(name MATCHES "^ui_")
        target_precompile_headers(steward_${name} REUSE_FROM steward_ui_style)
    endif()
endfunction()

# steward_test(core/csv SOURCES a_test.cpp ... [LINKS Steward::core_csv ...] [LABELS slow])
# One test program a room; every Catch2 case becomes a ctest case named "core/csv: <sentence>". Its label is the room, or the one
# given: Catch's discovery hands on a single one. WIDGETS runs the cases inside a QApplication.
function(steward_test room)
    cmake_parse_arguments(ARG "MOC;WIDGETS" "LABELS" "SOURCES;LINKS" ${ARGN})
    string(REPLACE "/" "_" name "${room}")
    if(NOT ARG_LABELS)
        set(ARG_LABELS "${room}")
    endif()
    add_executable(test_${name} ${ARG_SOURCES})
    if(ARG_WIDGETS)
        target_sources(test_${name} PRIVATE $<TARGET_OBJECTS:steward_test_widgets>)
        target_link_libraries(test_${name} PRIVATE Steward::test_support ${ARG_LINKS} Qt6::Widgets Qt6::Test)
    else()
        target_link_libraries(test_${name} PRIVATE Steward::test_support ${ARG_LINKS})
    endif()
    target_precompile_headers(test_${name} REUSE_FROM steward_test_support)
    # A case that its name does not find (a semicolon ends an item of a list) fails instead of passing without being run.
    catch_discover_tests(test_${name} TEST_PREFIX "${room}: " EXTRA_ARGS --warn NoTests PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 900)
endfunction()
