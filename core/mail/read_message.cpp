// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/read_message.h"

#include "core/mail/mime.h"

#include <QDateTime>
#include <QRegularExpression>

namespace steward::mail {

namespace {

constexpr int deepest = 8; ///< parts inside parts; more is no letter of a person

QString withoutMarkup(QString html)
{
    using Option = QRegularExpression::PatternOption;
    const auto drop = [&html](const QString& pattern, const QString& by) {
        html.replace(QRegularExpression(pattern, Option::CaseInsensitiveOption | Option::DotMatchesEverythingOption),
                     by);
    };
    drop(QStringLiteral("<(style|script|head|title)\\b.*?</\\1\\s*>|<!--.*?-->"), {});
    html.replace(QRegularExpression(QStringLiteral("\\s+")), QStringLiteral(" "));
    drop(QStringLiteral("<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]*>"), QStringLiteral("\n"));
    drop(QStringLiteral("<[^>]*>"), {});
    static const std::pair<QString, QString> entities[] = {
        {QStringLiteral("&nbsp;"), QStringLiteral(" ")},      {QStringLiteral("&lt;"), QStringLiteral("<")},
        {QStringLiteral("&gt;"), QStringLiteral(">")},        {QStringLiteral("&quot;"), QStringLiteral("\"")},
        {QStringLiteral("&#39;"), QStringLiteral("'")},       {QStringLiteral("&apos;"), QStringLiteral("'")},
        {QStringLiteral("&euro;"), QStringLiteral("\u20ac")}, {QStringLiteral("&amp;"), QStringLiteral("&")}};
    for (const auto& [entity, letter] : entities)
        html.replace(entity, letter);
    return html;
}

/// The first part that is text, plain before HTML.
QString textIn(QByteArrayView bytes, const char* wanted, int depth)
{
    const mime::Entity entity = mime::entityOf(bytes);
    const QByteArray type = entity.type();
    if (type.startsWith("multipart/") && depth < deepest) {
        for (const QByteArrayView part : mime::partsOf(entity.body, entity.parameter("content-type", "boundary")))
            if (const QString text = textIn(part, wanted, depth + 1); !text.isEmpty())
                return text;
        return {};
    }
    const bool isAttached = entity.header("content-disposition").toLower().startsWith("attachment");
    if (isAttached || (type.isEmpty() ? "text/plain" : type) != wanted)
        return {};
    return mime::textOf(mime::decodedBody(entity), entity.parameter("content-type", "charset"));
}

QString tidied(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        while (line.endsWith(u' ') || line.endsWith(u'\t') || line.endsWith(u'\r'))
            line.chop(1);
    text = lines.join(u'\n');
    text.replace(QRegularExpression(QStringLiteral("\n{3,}")), QStringLiteral("\n\n"));
    return text.trimmed();
}

std::optional<Instant> instantOf(const QByteArray& date)
{
    QString text = QString::fromLatin1(date);
    text.remove(QRegularExpression(QStringLiteral("\\([^)]*\\)")));
    text.replace(QRegularExpression(QStringLiteral("\\s(GMT|UT|UTC|Z)\\s*$")), QStringLiteral(" +0000"));
    const QDateTime time = QDateTime::fromString(text.simplified(), Qt::RFC2822Date);
    return time.isValid() ? std::optional(Instant{time.toMSecsSinceEpoch()}) : std::nullopt;
}

} // namespace

std::optional<ReadMessage> readMessage(QByteArrayView bytes)
{
    const mime::Entity head = mime::entityOf(bytes);
    ReadMessage message;
    if (const auto from = mime::addressesOf(head.header("from")); !from.empty())
        message.from = from.front();
    for (const char* name : {"to", "cc"})
        for (Address& each : mime::addressesOf(head.header(name)))
            message.others.push_back(std::move(each));
    if (message.from.address.isEmpty() && message.others.empty())
        return std::nullopt;
    message.id = QString::fromLatin1(head.header("message-id").trimmed());
    message.id.remove(u'<').remove(u'>');
    message.subject = mime::decodedWords(head.header("subject"));
    message.date = instantOf(head.header("date"));
    message.text = tidied(textIn(bytes, "text/plain", 0));
    if (message.text.isEmpty())
        message.text = tidied(withoutMarkup(textIn(bytes, "text/html", 0)));
    return message;
}

} // namespace steward::mail
