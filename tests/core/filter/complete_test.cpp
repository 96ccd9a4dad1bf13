// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/complete.h"

#include "tests/support/printers.h"

using namespace steward;
using namespace steward::filter;

namespace {

QStringList texts(const Completion& completion)
{
    QStringList list;
    for (const Completion::Candidate& each : completion.candidates)
        list.append(each.text);
    return list;
}

const std::vector<Field> fields = {
    {QStringLiteral("band"),
     Type::Choice,
     {},
     {QStringLiteral("green"), QStringLiteral("yellow"), QStringLiteral("red")},
     false},
    {QStringLiteral("csm"), Type::Text, {}, {QStringLiteral("Ana Silva"), QStringLiteral("Bob")}, false},
    {QStringLiteral("renewal"), Type::Day, {}, {}, true},
    {QStringLiteral("trial"), Type::Flag, {}, {}, false},
};

Completion at(QStringView text) { return complete(text, text.size(), fields); }

} // namespace

TEST_CASE("a word is completed to fields and keywords", "[filter]")
{
    CHECK(texts(at(u"re")) == QStringList{QStringLiteral("renewal:")});
    CHECK(texts(at(u"acme (n")) == QStringList{QStringLiteral("no:"), QStringLiteral("not"), QStringLiteral("band:"),
                                               QStringLiteral("renewal:")});
    CHECK(at(u"acme re").from == 5);
    CHECK(at(u"acme re").length == 2);
    CHECK(texts(at(u"acme ")).size() == 8); // every field and keyword
    CHECK(texts(at(u"-ba")) == QStringList{QStringLiteral("band:")});
    CHECK(at(u"-ba").from == 1);
}

TEST_CASE("behind a field its values are offered, quoted where needed", "[filter]")
{
    CHECK(texts(at(u"band:")) == QStringList{QStringLiteral("green"), QStringLiteral("yellow"), QStringLiteral("red")});
    CHECK(texts(at(u"band:green,r")) == QStringList{QStringLiteral("red"), QStringLiteral("green")});
    CHECK(at(u"band:green,r").from == 11);
    CHECK(texts(at(u"csm:a")) == QStringList{QStringLiteral("\"Ana Silva\"")});
    CHECK(texts(at(u"csm:\"ana s")) == QStringList{QStringLiteral("\"Ana Silva\"")});
    CHECK(at(u"csm:\"ana s").from == 4);
    CHECK(texts(at(u"renewal:this-q")) == QStringList{QStringLiteral("this-quarter")});
    CHECK(texts(at(u"renewal:today..tom")) == QStringList{QStringLiteral("tomorrow")});
    CHECK(texts(at(u"trial:")) == QStringList{QStringLiteral("yes"), QStringLiteral("no")});
    CHECK(texts(at(u"has:cs")) == QStringList{QStringLiteral("csm")});
    CHECK(texts(at(u"colour:r")).isEmpty());
}

TEST_CASE("only what stands before the cursor counts", "[filter]")
{
    const Completion completion = complete(u"band:re csm:ana", 7, fields);
    CHECK(completion.from == 5);
    CHECK(completion.length == 2);
    CHECK(texts(completion).first() == QStringLiteral("red"));
    CHECK(complete(u"ba", 99, fields).length == 2);
    CHECK(complete(u"ba", -1, fields).length == 0);
}
