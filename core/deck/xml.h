// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace steward::deck {

/// Builds the text of one part. Numbers are written without any locale; of a text only characters that XML 1.0 allows
/// are kept: one vertical tab in a customer's comment makes a program ask to repair the whole deck.
class Xml
{
public:
    /// With the declaration; size is a guess.
    explicit Xml(qsizetype size = 4096);

    /// As it is.
    Xml& raw(const char* markup)
    {
        m_bytes += markup;
        return *this;
    }
    Xml& raw(const QByteArray& markup)
    {
        m_bytes += markup;
        return *this;
    }
    /// Escaped for content and attributes alike; line breaks and tabs become blanks.
    Xml& text(QStringView text);
    Xml& number(qint64 number)
    {
        m_bytes += QByteArray::number(number);
        return *this;
    }
    /// Finite; as short as it can be read back.
    Xml& decimal(double number);
    /// Points as whole English Metric Units.
    Xml& emu(double points) { return number(qRound64(points * perPoint)); }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

    static constexpr double perPoint = 12700;

private:
    QByteArray m_bytes;
};

} // namespace steward::deck
