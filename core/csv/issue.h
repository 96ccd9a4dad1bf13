// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <utility>
#include <vector>

namespace steward::csv {

/// Something about the file that the user should know. line: physical line, from 1. column: field in the record, from
/// 1; 0 means the whole record. value: the beginning of the text in question, 80 characters at most.
struct Issue
{
    Code code;
    qint64 line = 0;
    int column = 0;
    QString value;
    friend bool operator==(const Issue&, const Issue&) = default;
};

/// Keeps the first ones, counts all of them.
class Issues
{
public:
    explicit Issues(qint64 keep = 10'000)
        : m_keep(keep)
    {
    }

    /// True when the issue will be kept: lets the caller skip making its text.
    [[nodiscard]] bool wanted() const { return static_cast<qint64>(m_kept.size()) < m_keep; }
    void add(Issue issue);
    void count(Code code, qint64 times);

    [[nodiscard]] const std::vector<Issue>& kept() const { return m_kept; }
    [[nodiscard]] qint64 total() const;
    [[nodiscard]] qint64 total(Code code) const;

private:
    qint64 m_keep;
    std::vector<Issue> m_kept;
    std::vector<std::pair<Code, qint64>> m_totals;
};

} // namespace steward::csv
