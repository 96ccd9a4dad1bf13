// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace steward::bench {

/// A text file, collected and written in large pieces.
class TextFile
{
public:
    explicit TextFile(const QString& path)
        : m_file(path)
    {
        m_isGood = m_file.open(QIODevice::WriteOnly);
    }
    void add(const QByteArray& text)
    {
        m_text += text;
        if (m_text.size() > (1 << 20))
            flush();
    }
    /// The rest; false where anything could not be written.
    [[nodiscard]] bool finish()
    {
        flush();
        return m_isGood && m_file.flush();
    }

private:
    void flush()
    {
        m_isGood = m_isGood && m_file.write(m_text) == m_text.size();
        m_text.clear();
    }
    QFile m_file;
    QByteArray m_text;
    bool m_isGood = false;
};

} // namespace steward::bench
