// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <charconv>
#include <string>
#include <string_view>

namespace steward::deck {

/// Builds the text of one part. Numbers are written without any locale; of a text only characters that XML 1.0 allows
/// are kept: one vertical tab in a customer's comment makes a program ask to repair the whole deck.
class Xml
{
public:
    /// With the declaration; size is a guess.
    explicit Xml(qsizetype size = 4096);

    /// As it is.
    Xml& raw(std::string_view markup)
    {
        m_text += markup;
        return *this;
    }
    Xml& raw(const char* markup) { return raw(std::string_view(markup)); }
    Xml& raw(const QByteArray& markup) { return raw(std::string_view(markup.constData(), std::size_t(markup.size()))); }
    /// Escaped for content and attributes alike; line breaks and tabs become blanks.
    Xml& text(QStringView text);
    /// The same of ASCII or UTF-8 that is well-formed.
    Xml& text(const QByteArray& utf8);
    Xml& number(qint64 number)
    {
        char digits[24];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), number);
        return raw(std::string_view(digits, std::size_t(end.ptr - digits)));
    }
    /// Finite; as short as it can be read back.
    Xml& decimal(double number);
    /// Points as whole English Metric Units.
    Xml& emu(double points) { return number(qRound64(points * perPoint)); }

    [[nodiscard]] QByteArray bytes() const { return QByteArray::fromStdString(m_text); }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_text.size()); }

    static constexpr double perPoint = 12700;

private:
    void escaped(char32_t c);

    std::string m_text;
};

} // namespace steward::deck
