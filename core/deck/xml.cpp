// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/xml.h"

namespace steward::deck {

Xml::Xml(qsizetype size)
{
    m_text.reserve(static_cast<std::size_t>(size));
    m_text += "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
}

void Xml::escaped(char32_t c)
{
    const auto put = [&](char32_t byte) { m_text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c == U'&') {
        m_text += "&amp;";
    } else if (c == U'<') {
        m_text += "&lt;";
    } else if (c == U'>') {
        m_text += "&gt;";
    } else if (c == U'"') {
        m_text += "&quot;";
    } else if (c == U'\n' || c == U'\r' || c == U'\t') {
        m_text += ' ';
    } else if (c < 0x80) {
        if (c >= 0x20)
            put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

Xml& Xml::text(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            escaped(QChar::surrogateToUcs4(unit, text[++i].unicode()));
        else if (!QChar::isSurrogate(unit) && unit < 0xFFFE)
            escaped(unit);
    }
    return *this;
}

Xml& Xml::text(const QByteArray& utf8)
{
    for (const char each : utf8)
        if (static_cast<unsigned char>(each) < 0x80)
            escaped(static_cast<unsigned char>(each));
        else
            m_text += each;
    return *this;
}

Xml& Xml::decimal(double number)
{
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number, std::chars_format::general, 15);
    return raw(std::string_view(digits, std::size_t(end.ptr - digits)));
}

} // namespace steward::deck
