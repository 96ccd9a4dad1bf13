// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/contract.h"
#include "core/model/definitions.h"
#include "core/model/outcome.h"
#include "core/model/people.h"
#include "core/model/usage.h"
#include "core/model/voice.h"
#include "core/model/work.h"
