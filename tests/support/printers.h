// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/error.h"
#include "core/base/money.h"

#include <catch2/catch.hpp>

/// What Catch prints for our values when a check fails.
template <>
struct Catch::StringMaker<QString>
{
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};
template <>
struct Catch::StringMaker<QDate>
{
    static std::string convert(const QDate& day) { return steward::isoText(day).toStdString(); }
};
template <>
struct Catch::StringMaker<steward::Money>
{
    static std::string convert(const steward::Money& money)
    {
        return money.toDecimal().toStdString() + ' ' + money.currency.code().toStdString();
    }
};
template <>
struct Catch::StringMaker<steward::Code>
{
    static std::string convert(const steward::Code& code) { return std::string(code.id()); }
};
