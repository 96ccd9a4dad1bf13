// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/parser.h"

#include "core/filter/lexer.h"

#include <algorithm>

namespace steward::filter {

namespace {

class Parser
{
public:
    explicit Parser(QStringView text)
        : m_lexer(text)
    {
        advance();
    }

    Result<Node> whole()
    {
        if (m_token.kind == Token::Kind::End)
            return Node{};
        auto tree = alternatives(0);
        if (tree && m_token.kind == Token::Kind::Close)
            return wrong(Code("filter.parenthesis-close"), m_token.place);
        return tree;
    }

private:
    static tl::unexpected<Error> wrong(Code code, Place place, Arguments arguments = {})
    {
        arguments.emplace_back(qint64{place.at});
        arguments.emplace_back(qint64{place.length});
        return fail(code, ErrorKind::Usage, std::move(arguments));
    }
    void advance() { m_token = m_lexer.next(); }

    /// Takes a child into an And or Or; children of the same kind are taken apart.
    static void take(Node& parent, Node child)
    {
        if (child.kind != parent.kind) {
            parent.children.push_back(std::move(child));
            return;
        }
        for (Node& each : child.children)
            parent.children.push_back(std::move(each));
    }
    static Node single(Node group)
    {
        if (group.children.size() != 1)
            return group;
        Node child = std::move(group.children.front());
        return child;
    }

    Result<Node> alternatives(int depth)
    {
        Node group;
        group.kind = Node::Kind::Or;
        group.place = m_token.place;
        while (true) {
            auto child = all(depth);
            if (!child)
                return child;
            take(group, std::move(*child));
            if (m_token.kind != Token::Kind::Or)
                return single(std::move(group));
            advance();
        }
    }
    Result<Node> all(int depth)
    {
        Node group;
        group.kind = Node::Kind::And;
        group.place = m_token.place;
        while (true) {
            auto child = negated(depth);
            if (!child)
                return child;
            take(group, std::move(*child));
            if (m_token.kind == Token::Kind::And)
                advance();
            else if (m_token.kind == Token::Kind::End || m_token.kind == Token::Kind::Or ||
                     m_token.kind == Token::Kind::Close)
                return single(std::move(group));
        }
    }
    Result<Node> negated(int depth)
    {
        if (m_token.kind != Token::Kind::Minus && m_token.kind != Token::Kind::Not)
            return term(depth);
        if (depth >= deepestNesting)
            return wrong(Code("filter.too-deep"), m_token.place);
        Node node;
        node.kind = Node::Kind::Not;
        node.place = m_token.place;
        advance();
        auto child = negated(depth + 1);
        if (!child)
            return child;
        node.children.push_back(std::move(*child));
        return node;
    }
    Result<Node> group(int depth)
    {
        const Place open = m_token.place;
        if (depth >= deepestNesting)
            return wrong(Code("filter.too-deep"), open);
        advance();
        auto tree = alternatives(depth + 1);
        if (!tree)
            return tree;
        if (m_token.kind != Token::Kind::Close)
            return wrong(Code("filter.parenthesis-open"), open);
        advance();
        return tree;
    }
    Result<Node> term(int depth)
    {
        switch (m_token.kind) {
        case Token::Kind::Open:
            return group(depth);
        case Token::Kind::Field:
            return comparison();
        case Token::Kind::Word: {
            if (m_token.isOpenQuote)
                return wrong(Code("filter.quote-open"), m_token.place);
            Node node;
            node.kind = Node::Kind::Text;
            node.text = m_token.text;
            node.place = m_token.place;
            advance();
            return node;
        }
        default:
            return wrong(Code("filter.word-missing"), m_token.place);
        }
    }
    Result<Node> comparison()
    {
        Node node;
        node.kind = Node::Kind::Compare;
        node.field = m_token.text;
        node.op = m_token.op;
        node.place = m_token.place;
        if (node.op == Operator::Matches && node.field.compare(u"has", Qt::CaseInsensitive) == 0)
            node.kind = Node::Kind::Has;
        else if (node.op == Operator::Matches && node.field.compare(u"no", Qt::CaseInsensitive) == 0)
            node.kind = Node::Kind::Lacks;
        bool isOpenQuote = false;
        node.operands = m_lexer.operands(node.valuePlace, isOpenQuote);
        if (isOpenQuote)
            return wrong(Code("filter.quote-open"), node.valuePlace);
        const bool isMissing = std::any_of(node.operands.begin(), node.operands.end(), [](const Operand& each) {
            return each.from.isEmpty() && each.to.isEmpty();
        });
        if (isMissing)
            return wrong(Code("filter.value-missing"), node.valuePlace, {node.field});
        if (node.kind != Node::Kind::Compare)
            node.field.clear();
        advance();
        return node;
    }

    Lexer m_lexer;
    Token m_token;
};

} // namespace

Result<Node> parse(QStringView text)
{
    if (text.size() > longestText)
        return fail(Code("filter.too-long"), ErrorKind::Usage,
                    {qint64{longestText}, qint64{longestText}, qint64{text.size() - longestText}});
    return Parser(text).whole();
}

} // namespace steward::filter
