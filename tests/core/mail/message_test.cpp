// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/message.h"
#include "tests/support/printers.h"

using namespace steward::mail;
using namespace Qt::Literals::StringLiterals;

namespace {

Message message()
{
    Message made;
    made.from = {QStringLiteral("CSM A"), QStringLiteral("csm@steward.example")};
    made.to = {{QStringLiteral("Dana Amari"), QStringLiteral("dana@acme.example")}};
    made.subject = QStringLiteral("Acme: what we agreed");
    made.text = QStringLiteral("Hello Dana,\n\nthank you.");
    made.date = {1'795'000'000'000};
    return made;
}

/// The header with its continuation lines joined, "Name: value".
QByteArray headerOf(const QByteArray& eml, const QByteArray& name)
{
    const QByteArray head = eml.left(eml.indexOf("\r\n\r\n") + 2);
    const qsizetype at = QByteArray("\r\n" + head).indexOf(QByteArray("\r\n" + name + ":"));
    if (at < 0)
        return {};
    QByteArray value;
    for (const QByteArray& line : head.mid(at).split('\n')) {
        if (!value.isEmpty() && !line.startsWith(' '))
            break;
        value += line.endsWith('\r') ? line.chopped(1) : line;
    }
    return value;
}

qsizetype longestLine(const QByteArray& text)
{
    qsizetype longest = 0;
    for (const QByteArray& line : text.split('\n'))
        longest = std::max(longest, line.size() - (line.endsWith('\r') ? 1 : 0));
    return longest;
}

bool isAscii(const QByteArray& text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

TEST_CASE("a message has what a mail program needs to open it as a draft", "[mail]")
{
    const QByteArray text = eml(message());
    CHECK(headerOf(text, "From") == "From: \"CSM A\" <csm@steward.example>");
    CHECK(headerOf(text, "To") == "To: \"Dana Amari\" <dana@acme.example>");
    CHECK(headerOf(text, "Subject") == "Subject: Acme: what we agreed");
    CHECK(headerOf(text, "Date") == "Date: Wed, 18 Nov 2026 11:06:40 +0000");
    CHECK(headerOf(text, "X-Unsent") == "X-Unsent: 1");
    CHECK(headerOf(text, "Cc").isEmpty());
    CHECK(text.endsWith("\r\n\r\nHello Dana,\r\n\r\nthank you.\r\n"));
    CHECK(eml(message()) == text);
    Message other = message();
    other.text += u'!';
    CHECK(headerOf(eml(other), "Message-ID") != headerOf(text, "Message-ID"));
}

TEST_CASE("names and subjects of any script are encoded in whole letters, lines stay short", "[mail]")
{
    const QString name = GENERATE(as<QString>(), QStringLiteral("Zoë Ångström-Łukasiewicz"),
                                  QStringLiteral("田中 花子"), QStringLiteral("Ünal, \"the boss\" =?utf-8?q?x?="),
                                  QStringLiteral("😀ä").repeated(60), QString(200, u'w'));
    Message made = message();
    made.to = {{name, QStringLiteral("a@b.example")}};
    made.subject = name;
    made.text = name.repeated(4);
    made.attachments = {{QString(name + QStringLiteral(".pptx")), "application/pdf", QByteArray(1000, '\xFF')}};
    const QByteArray text = eml(made);
    CHECK(isAscii(text));
    CHECK(longestLine(text) <= 78);
    CHECK_FALSE(QByteArray(text).replace("\r\n", "").contains('\n'));
    for (QByteArray word : headerOf(text, "Subject").mid(9).split(' ')) {
        CHECK(word.size() <= 75);
        if (word.startsWith("=?UTF-8?B?") && word.endsWith("?=")) {
            const QByteArray part = QByteArray::fromBase64(word.mid(10).chopped(2));
            CHECK(QString::fromUtf8(part).toUtf8() == part);
        }
    }
}

TEST_CASE("nothing in a name or subject begins a header of its own", "[mail]")
{
    Message made = message();
    made.subject = QStringLiteral("Hello\r\nBcc: thief@evil.example\r\n\r\nbody");
    made.to.front().name = QStringLiteral("Dana\nBcc: thief@evil.example");
    made.attachments = {{QStringLiteral("a\"\r\nBcc: x.pptx"), "application/pdf", "x"}};
    const QByteArray text = eml(made);
    CHECK(headerOf(text, "Bcc").isEmpty());
    CHECK(text.count("\r\nBcc:") == 0);
    CHECK(headerOf(text, "Subject") == "Subject: Hello Bcc: thief@evil.example body");
}

TEST_CASE("what is no address is no recipient, a domain of other letters becomes ASCII", "[mail]")
{
    CHECK(plainAddress(QStringLiteral(" dana@acme.example ")) == "dana@acme.example");
    CHECK(plainAddress(QStringLiteral("dana@bücher.example")) == "dana@xn--bcher-kva.example");
    for (const QString& each : {QString(), QStringLiteral("dana"), QStringLiteral("a@b@c"), QStringLiteral("@acme"),
                                QStringLiteral("dana@"), QStringLiteral("da na@acme.example"),
                                QStringLiteral("dana@acme.example\r\nBcc: x@y"), QStringLiteral("jürgen@acme.example")})
        CHECK(plainAddress(each).isEmpty());
    Message made = message();
    made.to = {{QStringLiteral("Nobody"), {}}};
    CHECK(headerOf(eml(made), "To").isEmpty());
}

TEST_CASE("text that looks like something else is written so that it stays text", "[mail]")
{
    Message made = message();
    made.text = QStringLiteral("From here on\n.\n=3D and a blank \nlast");
    CHECK(eml(made).endsWith("\r\n\r\n=46rom here on\r\n=2E\r\n=3D3D and a blank=20\r\nlast\r\n"));
}

TEST_CASE("a message as an address carries its text whole, and nothing of it can become another field")
{
    Message message;
    message.to = {{u"Ana Silva"_s, u"ana@acme.example"_s}, {u"nobody"_s, u"no address"_s}};
    message.subject = u"Gr\u00fc\u00dfe & more\r\nBcc: eve@acme.example"_s;
    message.text = u"100 % of it?\n\u2713"_s;
    const QByteArray url = mailto(message);
    CHECK(url.startsWith("mailto:ana@acme.example?subject=Gr%C3%BC%C3%9Fe%20%26%20more"));
    CHECK(url.endsWith("&body=100%20%25%20of%20it%3F%0D%0A%E2%9C%93"));
    CHECK(url.count('&') == 1);
    CHECK_FALSE(url.contains('\n'));
    message.text = u"word "_s.repeated(4'000);
    CHECK_FALSE(mailto(message).contains("body="));
    CHECK(mailto({}) == "mailto:");
}
