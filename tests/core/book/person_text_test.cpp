// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/person_text.h"

#include "tests/support/printers.h"

using namespace steward::book;

TEST_CASE("a person is found in free text as whole words and nowhere else", "[book][gdpr]")
{
    const PersonText text(Traces{{1},
                                 {QStringLiteral("Zoë Müller")},
                                 {QStringLiteral("zoe@acme.com")},
                                 {QStringLiteral("030 123456"), QStringLiteral("12")}});
    struct Case
    {
        const char16_t* before;
        const char16_t* after;
    };
    const Case cases[] = {
        {u"Zoë Müller called", u"[erased] called"},
        {u"ZOË MÜLLER, zoë müller", u"[erased], [erased]"},
        {u"Müller, Zoë (zoe@acme.com)", u"[erased] ([erased])"},
        {u"Zoe\u0308 Mu\u0308ller", u"[erased]"},
        {u"{\"who\":\"Zo\\u00eb M\\u00FCller\"}", u"{\"who\":\"[erased]\"}"},
        {u"{\"note\":\"line\\nZoë Müller\"}", u"{\"note\":\"line\\n[erased]\"}"},
        {u"Write to <ZOE@Acme.Com>.", u"Write to <[erased]>."},
        {u"mailto:zoe@acme.com.", u"mailto:[erased]."},
        {u"Zoë Müllers Mail", u"Zoë Müllers Mail"},
        {u"Frau Müller", u"Frau Müller"},
        {u"anna.zoe@acme.com zoe@acme.com.au zoe@acme.community",
         u"anna.zoe@acme.com zoe@acme.com.au zoe@acme.community"},
        {u"call 030 123456 or 030 1234567", u"call [erased] or 030 1234567"},
        {u"12 seats", u"12 seats"},
        {u"", u""},
    };
    for (const Case& each : cases) {
        const QString before = QString::fromUtf16(each.before);
        const QString after = QString::fromUtf16(each.after);
        CAPTURE(before.toStdString());
        CHECK(text.erasedFrom(before, false) == after);
        CHECK(text.isIn(before, false) == (before != after));
        CHECK(text.erasedFrom(after, false) == after);
    }
}

TEST_CASE("a phone number is found however it is parted, with and without the code of its country", "[book][gdpr]")
{
    const PersonText text(Traces{{1}, {}, {}, {QStringLiteral("+49 170 9988776")}});
    const std::pair<const char16_t*, const char16_t*> cases[] = {
        {u"tel 0170 9988776 or +491709988776", u"tel [erased] or [erased]"},
        {u"0049 170/99 88 776, 12 times", u"[erased], 12 times"},
        {u"3 calls to +49 (0)170-9988776 12 times", u"3 calls to [erased] 12 times"},
        {u"0170 9988777 and 49170998877 and 51709988776123", u"0170 9988777 and 49170998877 and 51709988776123"},
        {u"call 0170\u201399\u201388\u2013776, 0170\u200999\u200988776 or 0170_9988_776",
         u"call [erased], [erased] or [erased]"},
        {u"\uFF0B49 170\n9988776, and in JSON 0170 99\\n88776", u"[erased], and in JSON [erased]"},
        {u"2026-04-03 12:30, 9988776", u"2026-04-03 12:30, 9988776"},
    };
    for (const auto& [before, after] : cases) {
        CAPTURE(QString::fromUtf16(before).toStdString());
        CHECK(text.erasedFrom(QString::fromUtf16(before), false) == QString::fromUtf16(after));
    }
}

TEST_CASE("a name of one word is taken out only of what belongs to the person", "[book][gdpr]")
{
    const PersonText text(Traces{{1}, {QStringLiteral("Cher")}, {}, {}});
    CHECK(text.erasedFrom(QStringLiteral("Cher agreed"), true) == QStringLiteral("[erased] agreed"));
    CHECK(text.erasedFrom(QStringLiteral("Cher agreed"), false) == QStringLiteral("Cher agreed"));
}
