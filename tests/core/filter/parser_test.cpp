// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/parser.h"

#include "tests/support/printers.h"

#include <random>

using namespace steward;
using namespace steward::filter;

template <>
struct Catch::StringMaker<Node>
{
    static std::string convert(const Node& node) { return toText(node).toStdString(); }
};

namespace {

Node word(const QString& text)
{
    Node node;
    node.kind = Node::Kind::Text;
    node.text = text;
    return node;
}

Node compare(const QString& field, Operator op, std::vector<Operand> operands)
{
    Node node;
    node.kind = Node::Kind::Compare;
    node.field = field;
    node.op = op;
    node.operands = std::move(operands);
    return node;
}

Node group(Node::Kind kind, std::vector<Node> children)
{
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

Operand one(const QString& text) { return {text, {}, false}; }

} // namespace

TEST_CASE("blanks mean and, which binds tighter than or, minus binds tightest", "[filter]")
{
    CHECK(parse(u"") == Node{});
    CHECK(parse(u"   ") == Node{});
    CHECK(parse(u"acme") == word(QStringLiteral("acme")));
    const Node band = compare(QStringLiteral("band"), Operator::Matches, {one(QStringLiteral("red"))});
    const Node renewal = compare(QStringLiteral("renewal"), Operator::Less, {one(QStringLiteral("90d"))});
    const Node csm = compare(QStringLiteral("csm"), Operator::Matches, {one(QStringLiteral("ana"))});
    CHECK(parse(u"band:red renewal<90d csm:ana") == group(Node::Kind::And, {band, renewal, csm}));
    CHECK(parse(u"band: red and renewal < 90d AND csm:ana") == group(Node::Kind::And, {band, renewal, csm}));
    CHECK(parse(u"band:red or renewal<90d csm:ana") ==
          group(Node::Kind::Or, {band, group(Node::Kind::And, {renewal, csm})}));
    CHECK(parse(u"(band:red or renewal<90d) csm:ana") ==
          group(Node::Kind::And, {group(Node::Kind::Or, {band, renewal}), csm}));
    CHECK(parse(u"-band:red not csm:ana") ==
          group(Node::Kind::And, {group(Node::Kind::Not, {band}), group(Node::Kind::Not, {csm})}));
    CHECK(parse(u"((band:red (csm:ana)))") == group(Node::Kind::And, {band, csm}));
}

TEST_CASE("values are lists, ranges and quotes", "[filter]")
{
    CHECK(parse(u"stage:adoption,support") ==
          compare(QStringLiteral("stage"), Operator::Matches,
                  {one(QStringLiteral("adoption")), one(QStringLiteral("support"))}));
    CHECK(parse(u"arr:10k..50k") ==
          compare(QStringLiteral("arr"), Operator::Matches, {{QStringLiteral("10k"), QStringLiteral("50k"), true}}));
    CHECK(parse(u"arr:..50k") ==
          compare(QStringLiteral("arr"), Operator::Matches, {{QString(), QStringLiteral("50k"), true}}));
    CHECK(parse(u"name:\"Acme, \"\"Inc\"\"\"") ==
          compare(QStringLiteral("name"), Operator::Matches, {one(QStringLiteral("Acme, \"Inc\""))}));
    CHECK(parse(u"\"or\"") == word(QStringLiteral("or")));
    CHECK(parse(u"\"arr:5\"") == word(QStringLiteral("arr:5")));
    CHECK(parse(u"10:30") == word(QStringLiteral("10:30")));
    CHECK(parse(u"foo-bar") == word(QStringLiteral("foo-bar")));
    CHECK(parse(u"a - b") ==
          group(Node::Kind::And, {word(QStringLiteral("a")), word(QStringLiteral("-")), word(QStringLiteral("b"))}));
}

TEST_CASE("has and no ask for the presence of fields", "[filter]")
{
    const Result<Node> has = parse(u"has:goal");
    REQUIRE(has);
    CHECK(has->kind == Node::Kind::Has);
    CHECK(has->operands == std::vector<Operand>{one(QStringLiteral("goal"))});
    CHECK(parse(u"no:sponsor")->kind == Node::Kind::Lacks);
    CHECK(parse(u"no")->kind == Node::Kind::Text);
}

TEST_CASE("a wrong filter names what is wrong and where", "[filter]")
{
    struct Row
    {
        QString text;
        const char* code;
        qint64 at;
        qint64 length;
    };
    const std::vector<Row> rows = {
        {QStringLiteral("(a b"), "filter.parenthesis-open", 0, 1},
        {QStringLiteral("a b) c"), "filter.parenthesis-close", 3, 1},
        {QStringLiteral("a or"), "filter.word-missing", 4, 0},
        {QStringLiteral("or a"), "filter.word-missing", 0, 2},
        {QStringLiteral("a ()"), "filter.word-missing", 3, 1},
        {QStringLiteral("not"), "filter.word-missing", 3, 0},
        {QStringLiteral("a \"b c"), "filter.quote-open", 2, 4},
        {QStringLiteral("csm:\"b c"), "filter.quote-open", 4, 4},
        {QStringLiteral("a csm:"), "filter.value-missing", 6, 0},
        {QStringLiteral("csm:a,,b"), "filter.value-missing", 4, 4},
        {QStringLiteral("arr:.."), "filter.value-missing", 4, 2},
        {QString(100, u'('), "filter.too-deep", 64, 1},
        {QString(QString(100, u'-') + u'a'), "filter.too-deep", 64, 1},
        {QString(5000, u'a'), "filter.too-long", 4096, 904},
    };
    for (const Row& row : rows) {
        INFO(row.text.left(40).toStdString());
        const Result<Node> tree = parse(row.text);
        REQUIRE_FALSE(tree);
        CHECK(tree.error().code == Code(row.code));
        CHECK(tree.error().kind == ErrorKind::Usage);
        const Arguments& arguments = tree.error().arguments;
        REQUIRE(arguments.size() >= 2);
        CHECK(std::get<qint64>(arguments[arguments.size() - 2]) == row.at);
        CHECK(std::get<qint64>(arguments[arguments.size() - 1]) == row.length);
    }
}

TEST_CASE("a tree written as text reads back as the same tree", "[filter]")
{
    for (const char16_t* text :
         {u"", u"acme", u"\"a b\" -c", u"(a or b) c or -(d e) not f", u"renewal>-30d arr:-5..-3", u"name=\"x,y\"",
          u"stage!=adoption,support", u"\"-x\" \"or\" \"(\" \"\"", u"a - b", u"has:goal,csm no:\"last touch\"",
          u"x:\"a..b\" y:\"a b\"..\"c d\" z:..5 v:\"a.\"..b", u"--a", u"-(-(a or b))", u"csm:or", u"10:30 <3"}) {
        INFO(QStringView(text).toString().toStdString());
        const Result<Node> tree = parse(text);
        REQUIRE(tree);
        const QString written = toText(*tree);
        INFO(written.toStdString());
        CHECK(parse(written) == tree);
        CHECK(toText(*parse(written)) == written);
    }
    CHECK(toText(*parse(u"  band: red   AND (csm:ana)")) == QStringLiteral("band:red csm:ana"));
}

TEST_CASE("random filters never crash and survive the round trip", "[filter]")
{
    std::mt19937 random(17);
    const std::vector<QString> pieces = {
        QStringLiteral("("),    QStringLiteral(")"),    QStringLiteral(" "),  QStringLiteral("\""),
        QStringLiteral("-"),    QStringLiteral("or "),  QStringLiteral("a"),  QStringLiteral("csm:"),
        QStringLiteral("arr<"), QStringLiteral(","),    QStringLiteral(".."), QStringLiteral("5k"),
        QStringLiteral("not "), QStringLiteral("has:"), QStringLiteral("="),  QString(QChar(0xD800))};
    int trees = 0;
    for (int i = 0; i < 50'000; ++i) {
        QString text;
        for (auto n = random() % 12; n > 0; --n)
            text += pieces[random() % pieces.size()];
        const Result<Node> tree = parse(text);
        if (!tree)
            continue;
        ++trees;
        const Result<Node> again = parse(toText(*tree));
        if (!again || !(*again == *tree))
            FAIL(text.toStdString() << " -> " << toText(*tree).toStdString());
    }
    CHECK(trees > 5000);
}
