// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QFileInfo>
#include <vector>

namespace steward::exchange {

/// Hands on the progress of one file as a part of that of all, in bytes.
class SharedProgress
{
public:
    SharedProgress(const Progress& all, const std::vector<QString>& paths)
        : m_all(all)
    {
        for (const QString& path : paths)
            m_total += QFileInfo(path).size();
    }
    [[nodiscard]] Progress next(const QString& path)
    {
        m_before += m_size;
        m_size = QFileInfo(path).size();
        return {[this](qint64 done, qint64 total) {
                    m_all.at(m_before + (total > 0 ? qint64(double(m_size) * double(done) / double(total)) : 0),
                             m_total);
                },
                m_all.cancelled};
    }

private:
    const Progress& m_all;
    qint64 m_total = 0;
    qint64 m_before = 0;
    qint64 m_size = 0;
};

} // namespace steward::exchange
