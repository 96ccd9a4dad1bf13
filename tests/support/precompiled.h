// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/base/precompiled.h"

#include <QTemporaryDir>
#include <catch2/catch.hpp>
