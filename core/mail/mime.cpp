// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/mime.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace steward::mail::mime {

namespace {

/// Where the line that begins at a place ends, its break included.
qsizetype afterLine(QByteArrayView bytes, qsizetype from)
{
    const qsizetype end = bytes.indexOf('\n', from);
    return end < 0 ? bytes.size() : end + 1;
}

QByteArrayView withoutBreak(QByteArrayView line)
{
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    return line;
}

QByteArray fromQuotedPrintable(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            result += text[i];
            continue;
        }
        const QByteArray code =
            QByteArray::fromRawData(text.data() + i + 1, std::min<qsizetype>(2, text.size() - i - 1));
        if (code.startsWith('\n')) {
            i += 1;
        } else if (code.startsWith('\r')) {
            i += 2;
        } else {
            bool isCode = false;
            const int byte = code.toInt(&isCode, 16);
            if (!isCode || code.size() != 2) {
                result += '=';
                continue;
            }
            result += static_cast<char>(byte);
            i += 2;
        }
    }
    return result;
}

} // namespace

QByteArray Entity::header(QByteArrayView name) const
{
    for (const auto& [known, value] : headers)
        if (known == name)
            return value;
    return {};
}

QByteArray Entity::type() const
{
    const QByteArray value = header("content-type");
    return value.split(';').front().trimmed().toLower();
}

QByteArray Entity::parameter(QByteArrayView name, QByteArrayView wanted) const
{
    static const QRegularExpression pairs(
        QStringLiteral(R"re(;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+)))re"));
    for (const auto& match : pairs.globalMatch(QString::fromLatin1(header(name)))) {
        QString value = match.captured(2) + match.captured(3);
        if (match.captured(1).toLower().toLatin1() == wanted)
            return value.remove(u'\\').toLatin1();
    }
    return {};
}

Entity entityOf(QByteArrayView bytes)
{
    Entity entity;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype next = afterLine(bytes, at);
        const QByteArrayView line = withoutBreak(bytes.sliced(at, next - at));
        at = next;
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if ((line.front() == ' ' || line.front() == '\t') && !entity.headers.empty())
            entity.headers.back().second += ' ' + line.trimmed().toByteArray();
        else if (colon > 0)
            entity.headers.emplace_back(line.first(colon).trimmed().toByteArray().toLower(),
                                        line.sliced(colon + 1).trimmed().toByteArray());
    }
    entity.body = bytes.sliced(at);
    return entity;
}

std::vector<QByteArrayView> partsOf(QByteArrayView body, const QByteArray& boundary)
{
    std::vector<QByteArrayView> parts;
    if (boundary.isEmpty())
        return parts;
    const QByteArray mark = "--" + boundary;
    qsizetype from = -1;
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype next = afterLine(body, at);
        const QByteArrayView line = withoutBreak(body.sliced(at, next - at)).trimmed();
        if (line.startsWith(mark)) {
            if (from >= 0)
                parts.push_back(withoutBreak(body.sliced(from, at - from)));
            from = line == mark ? next : -1;
        }
        at = next;
    }
    // A message that was cut short has no last line.
    if (from >= 0)
        parts.push_back(body.sliced(from));
    return parts;
}

QByteArray decodedBody(const Entity& entity)
{
    const QByteArray encoding = entity.header("content-transfer-encoding").trimmed().toLower();
    if (encoding == "base64")
        return QByteArray::fromBase64(entity.body.toByteArray());
    if (encoding == "quoted-printable")
        return fromQuotedPrintable(entity.body);
    return entity.body.toByteArray();
}

QString textOf(QByteArrayView bytes, const QByteArray& charset)
{
    // What says nothing is UTF-8 today, and ASCII is too.
    QStringDecoder decoder(charset.isEmpty() ? "UTF-8" : charset.constData());
    if (!decoder.isValid())
        return QString::fromLatin1(bytes);
    return decoder.decode(bytes);
}

QString decodedWords(const QByteArray& value)
{
    static const QRegularExpression word(QStringLiteral(R"(=\?([^?*]+)(?:\*[^?]*)?\?([bBqQ])\?([^?]*)\?=)"));
    // What is no encoded word may still be UTF-8, as many programs write it.
    const QString text = textOf(value, {});
    QString result;
    qsizetype at = 0;
    bool isBehindWord = false;
    for (const auto& match : word.globalMatch(text)) {
        const QString between = text.mid(at, match.capturedStart() - at);
        if (!isBehindWord || !between.trimmed().isEmpty())
            result += between;
        QByteArray bytes = match.captured(3).toLatin1();
        bytes = match.captured(2).toLower() == u"b" ? QByteArray::fromBase64(bytes)
                                                    : fromQuotedPrintable(bytes.replace('_', ' '));
        result += textOf(bytes, match.captured(1).toLatin1());
        at = match.capturedEnd();
        isBehindWord = true;
    }
    return oneLine(result + text.mid(at));
}

std::vector<Address> addressesOf(const QByteArray& value)
{
    std::vector<Address> all;
    QByteArray name;
    QByteArray angled;
    int comments = 0;
    bool isQuoted = false;
    bool isAngled = false;
    const auto finish = [&] {
        const bool isBare = angled.isEmpty();
        const QString address = QString::fromLatin1(isBare ? name.trimmed() : angled.trimmed());
        if (!plainAddress(address).isEmpty())
            all.push_back({isBare ? QString() : decodedWords(name.trimmed()), address});
        name.clear();
        angled.clear();
    };
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (isQuoted && c == '\\' && i + 1 < value.size())
            name += value[++i];
        else if (c == '"' && comments == 0)
            isQuoted = !isQuoted;
        else if (isQuoted)
            name += c;
        else if (c == '(' || c == ')')
            comments = std::max(0, comments + (c == '(' ? 1 : -1));
        else if (comments > 0)
            continue;
        else if (c == '<' || c == '>')
            isAngled = c == '<';
        else if (c == ',' || c == ';')
            finish();
        else if (c == ':' && !isAngled)
            name.clear(); // the name of a group
        else
            (isAngled ? angled : name) += c;
    }
    finish();
    return all;
}

} // namespace steward::mail::mime
