// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/message.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QUrl>
#include <algorithm>

namespace steward::mail {

namespace {

constexpr qsizetype lineLength = 76;
constexpr auto crlf = "\r\n";

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

/// May stand in a header as it is: ASCII, no word too long for a line, nothing that looks encoded.
bool isPlain(const QString& text)
{
    constexpr qsizetype longest = 60;
    const QStringList parts = text.split(u' ');
    return isAscii(text) && !text.contains(QStringLiteral("=?")) &&
           std::ranges::all_of(parts, [](const QString& each) { return each.size() <= longest; });
}

/// Encoded words of at most 75 characters, none ending inside a letter. What is plain stays as it is.
QList<QByteArray> words(const QString& text)
{
    QList<QByteArray> all;
    if (isPlain(text)) {
        for (const QString& each : text.split(u' ', Qt::SkipEmptyParts))
            all.append(each.toLatin1());
        return all;
    }
    constexpr qsizetype most = 39; // bytes of UTF-8: 52 in base 64, 64 encoded, 73 behind "Subject: "
    QByteArray part;
    const auto finish = [&] {
        if (!part.isEmpty())
            all.append("=?UTF-8?B?" + part.toBase64() + "?=");
        part.clear();
    };
    for (const char32_t letter : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&letter, 1).toUtf8();
        if (part.size() + bytes.size() > most)
            finish();
        part += bytes;
    }
    finish();
    return all;
}

/// A header over as many lines as it needs, broken between its parts only.
QByteArray header(const char* name, const QList<QByteArray>& parts)
{
    QByteArray text = name;
    text += ':';
    qsizetype length = text.size();
    for (const QByteArray& each : parts) {
        const bool isFirst = &each == &parts.front();
        if (!isFirst && length + 1 + each.size() > lineLength) {
            text += crlf;
            length = 0;
        }
        text += ' ' + each;
        length += 1 + each.size();
    }
    return text + crlf;
}

/// As parts that may stand on lines of their own: the name's words, then "<address>".
QList<QByteArray> mailbox(const Address& address, const QByteArray& plain)
{
    const QString name = oneLine(address.name);
    if (name.isEmpty())
        return {plain};
    QList<QByteArray> parts;
    constexpr qsizetype longest = 60;
    if (isPlain(name) && name.size() <= longest) {
        QString quoted = name;
        quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        parts.append('"' + quoted.toLatin1() + '"');
    } else {
        parts = words(name);
    }
    parts.append('<' + plain + '>');
    return parts;
}

QByteArray addresses(const char* name, const std::vector<Address>& all)
{
    QList<QByteArray> parts;
    for (const Address& each : all) {
        const QByteArray plain = plainAddress(each.address);
        if (plain.isEmpty())
            continue;
        if (!parts.isEmpty())
            parts.back() += ',';
        parts += mailbox(each, plain);
    }
    return parts.isEmpty() ? QByteArray() : header(name, parts);
}

/// Quoted-printable, also for lines that a mail program may take for something else ("From ", a lone dot).
QByteArray quotedPrintable(const QString& text)
{
    QByteArray result;
    for (const QString& line : QString(text).remove(u'\r').split(u'\n')) {
        const QByteArray bytes = line.toUtf8();
        qsizetype length = 0;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const auto c = static_cast<unsigned char>(bytes[i]);
            const bool isLast = i + 1 == bytes.size();
            const bool isBlank = c == ' ' || c == '\t';
            const bool isRisky = length == 0 && (c == '.' || bytes.mid(i).startsWith("From "));
            const bool isPlain = !isRisky && ((isBlank && !isLast) || (c > 0x20 && c < 0x7f && c != '='));
            const QByteArray piece =
                isPlain ? QByteArray(1, bytes[i]) : QByteArray('=' + bytes.mid(i, 1).toHex().toUpper());
            // A letter of several bytes stays on one line: some programs decode line by line.
            const bool isContinued = (c & 0xC0) == 0x80;
            constexpr qsizetype widest = 12;
            if (!isContinued && length + (c < 0x80 ? piece.size() : widest) > lineLength - 1) {
                result += "=\r\n";
                length = 0;
            }
            result += piece;
            length += piece.size();
        }
        result += crlf;
    }
    return result;
}

QByteArray base64Lines(const QByteArray& bytes)
{
    const QByteArray all = bytes.toBase64();
    QByteArray result;
    result.reserve(all.size() + all.size() / lineLength * 2 + 2);
    for (qsizetype i = 0; i < all.size(); i += lineLength)
        result += all.mid(i, lineLength) + crlf;
    return result;
}

/// The name as it is where it is plain; else in pieces that fit their lines, "filename*0*=UTF-8''...". Not both: some
/// programs take the first they meet.
QByteArray fileName(const QString& name)
{
    constexpr qsizetype most = 50;
    const QString line = oneLine(name);
    if (isAscii(line) && line.size() <= most && !line.contains(u'"') && !line.contains(u'\\'))
        return ";\r\n filename=\"" + line.toLatin1() + '"';
    const QByteArray encoded = QUrl::toPercentEncoding(line);
    QByteArray text;
    int piece = 0;
    for (qsizetype i = 0; i < encoded.size(); ++piece) {
        qsizetype length = std::min(most, encoded.size() - i);
        for (int back = 1; back <= 2; ++back) // not inside "%C3"
            if (i + length < encoded.size() && encoded[i + length - back] == '%')
                length -= back;
        text += ";\r\n filename*" + QByteArray::number(piece) + "*=" + (piece == 0 ? "UTF-8''" : "") +
                encoded.mid(i, length);
        i += length;
    }
    return text;
}

QByteArray textPart(const QString& text)
{
    return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quotedPrintable(text);
}

QByteArray attachmentPart(const Attachment& attachment)
{
    return "Content-Type:\r\n " + attachment.type +
           "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment" + fileName(attachment.name) +
           "\r\n\r\n" + base64Lines(attachment.bytes);
}

/// What the message is made of, so that the same message has the same id.
QByteArray digest(const QByteArray& headers, const Message& message)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(headers);
    hash.addData(message.text.toUtf8());
    for (const Attachment& each : message.attachments)
        hash.addData(each.bytes);
    return hash.result().toHex().left(32);
}

} // namespace

QByteArray mailto(const Message& message)
{
    constexpr qsizetype most = 8'000; // what programs and shells take
    const auto addresses = [](const std::vector<Address>& all) {
        QByteArrayList list;
        for (const Address& each : all)
            if (const QByteArray plain = plainAddress(each.address); !plain.isEmpty())
                list << QUrl::toPercentEncoding(QString::fromLatin1(plain), "@");
        return list.join(',');
    };
    const auto field = [](const char* name, const QString& text) {
        return text.isEmpty() ? QByteArray()
                              : QByteArray(name + QByteArrayLiteral("=") + QUrl::toPercentEncoding(text));
    };
    QByteArrayList fields{field("subject", oneLine(message.subject))};
    const QByteArray cc = addresses(message.cc);
    fields << (cc.isEmpty() ? QByteArray() : QByteArray("cc=" + cc));
    QString lines = message.text;
    fields << field("body", lines.replace(u'\n', QStringLiteral("\r\n")));
    if (fields.back().size() > most)
        fields.removeLast();
    fields.removeAll({});
    return "mailto:" + addresses(message.to) + (fields.isEmpty() ? "" : "?") + fields.join('&');
}

QByteArray dateHeader(Instant instant)
{
    static constexpr const char* days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant.ms, Qt::UTC);
    const QDate day = time.date();
    return QByteArray(days[day.dayOfWeek() - 1]) + ", " + QByteArray::number(day.day()) + ' ' +
           months[day.month() - 1] + ' ' + QByteArray::number(day.year()) + ' ' +
           time.time().toString(u"HH:mm:ss").toLatin1() + " +0000";
}

QByteArray eml(const Message& message)
{
    QByteArray headers = header("Date", {dateHeader(message.date)});
    headers += addresses("From", {message.from});
    headers += addresses("To", message.to);
    headers += addresses("Cc", message.cc);
    headers += header("Subject", words(oneLine(message.subject)));
    const QByteArray id = digest(headers, message);
    headers += "Message-ID: <" + id + "@steward.invalid>\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n";
    if (message.attachments.empty())
        return headers + textPart(message.text);
    // "=_" stands in no quoted-printable and no base 64 text.
    const QByteArray boundary = "=_" + id;
    QByteArray body = "Content-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + crlf +
                      textPart(message.text);
    for (const Attachment& each : message.attachments)
        body += "--" + boundary + crlf + attachmentPart(each);
    return headers + body + "--" + boundary + "--\r\n";
}

} // namespace steward::mail
