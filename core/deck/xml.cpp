// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/xml.h"

namespace steward::deck {

namespace {

void appendUtf8(QByteArray& bytes, char32_t c)
{
    const auto put = [&](char32_t byte) { bytes += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
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

} // namespace

Xml::Xml(qsizetype size)
{
    m_bytes.reserve(size);
    m_bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
}

Xml& Xml::text(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        switch (unit) {
        case u'&':
            m_bytes += "&amp;";
            continue;
        case u'<':
            m_bytes += "&lt;";
            continue;
        case u'>':
            m_bytes += "&gt;";
            continue;
        case u'"':
            m_bytes += "&quot;";
            continue;
        case u'\n':
        case u'\r':
        case u'\t':
            m_bytes += ' ';
            continue;
        default:
            break;
        }
        if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            appendUtf8(m_bytes, QChar::surrogateToUcs4(unit, text[++i].unicode()));
            continue;
        }
        if (unit >= 0x20 && !QChar::isSurrogate(unit) && unit < 0xFFFE)
            appendUtf8(m_bytes, unit);
    }
    return *this;
}

Xml& Xml::decimal(double number)
{
    m_bytes += QByteArray::number(number, 'g', 15);
    return *this;
}

} // namespace steward::deck
