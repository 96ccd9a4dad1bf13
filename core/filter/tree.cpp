// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/tree.h"

#include "core/filter/lexer.h"

#include <QStringList>
#include <algorithm>

namespace steward::filter {

namespace {

/// A value; unlike a word it may begin with a minus.
QString valueText(const QString& value)
{
    const QString rest = value.mid(1);
    return value.startsWith(u'-') && quoted(rest) == rest ? value : quoted(value);
}

QString operandText(const Operand& operand)
{
    if (!operand.isRange)
        return valueText(operand.from);
    const auto end = [](const QString& text) { return text.isEmpty() ? text : valueText(text); };
    QString from = end(operand.from);
    if (from.endsWith(u'.')) // else the range would begin one character early
        from = u'"' + from + u'"';
    return QString(from + QStringLiteral("..") + end(operand.to));
}

QString listText(const Node& node)
{
    QStringList parts;
    for (const Operand& operand : node.operands)
        parts.append(operandText(operand));
    return parts.join(u',');
}

QString joined(const Node& node, QStringView word)
{
    QStringList parts;
    for (const Node& child : node.children) {
        const bool needsParentheses = node.kind == Node::Kind::And && child.kind == Node::Kind::Or;
        const QString text = toText(child);
        parts.append(needsParentheses ? QString(u'(' + text + u')') : text);
    }
    return parts.join(word);
}

} // namespace

QStringView symbol(Operator op)
{
    switch (op) {
    case Operator::Matches:
        return u":";
    case Operator::Equal:
        return u"=";
    case Operator::NotEqual:
        return u"!=";
    case Operator::Less:
        return u"<";
    case Operator::LessEqual:
        return u"<=";
    case Operator::Greater:
        return u">";
    case Operator::GreaterEqual:
        return u">=";
    }
    return {};
}

QString quoted(const QString& word)
{
    const auto isSpecial = [](QChar c) { return c.isSpace() || QStringView(u"\"():=!<>,").contains(c); };
    if (!word.isEmpty() && !word.startsWith(u'-') && !isKeyword(word) && !word.contains(u"..") &&
        std::none_of(word.begin(), word.end(), isSpecial))
        return word;
    QString inner = word;
    inner.replace(u'"', QStringLiteral("\"\""));
    return QString(u'"' + inner + u'"');
}

QString toText(const Node& tree)
{
    switch (tree.kind) {
    case Node::Kind::Everything:
        return {};
    case Node::Kind::And:
        return joined(tree, u" ");
    case Node::Kind::Or:
        return joined(tree, u" or ");
    case Node::Kind::Not: {
        const Node& child = tree.children.front();
        const bool isGroup = child.kind == Node::Kind::And || child.kind == Node::Kind::Or;
        const QString text = toText(child);
        return isGroup ? QString(QStringLiteral("-(") + text + u')') : QString(u'-' + text);
    }
    case Node::Kind::Text:
        return quoted(tree.text);
    case Node::Kind::Compare:
        return QString(tree.field + symbol(tree.op).toString() + listText(tree));
    case Node::Kind::Has:
        return QString(QStringLiteral("has:") + listText(tree));
    case Node::Kind::Lacks:
        return QString(QStringLiteral("no:") + listText(tree));
    }
    return {};
}

} // namespace steward::filter
