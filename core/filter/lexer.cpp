// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/lexer.h"

namespace steward::filter {

namespace {

bool isNamePart(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.'; }

/// The operator at the front and its length; 0 when there is none.
qsizetype operatorAt(QStringView text, Operator& op)
{
    static constexpr std::pair<QStringView, Operator> symbols[] = {
        {u"!=", Operator::NotEqual}, {u"<=", Operator::LessEqual}, {u">=", Operator::GreaterEqual},
        {u"<", Operator::Less},      {u">", Operator::Greater},    {u"=", Operator::Equal},
        {u":", Operator::Matches},
    };
    for (const auto& [symbol, value] : symbols)
        if (text.startsWith(symbol)) {
            op = value;
            return symbol.size();
        }
    return 0;
}

} // namespace

bool isKeyword(QStringView word)
{
    return word.compare(u"or", Qt::CaseInsensitive) == 0 || word.compare(u"and", Qt::CaseInsensitive) == 0 ||
           word.compare(u"not", Qt::CaseInsensitive) == 0;
}

void Lexer::skipBlanks()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

QString Lexer::quotedText(bool& isOpen)
{
    QString text;
    ++m_at;
    while (m_at < m_text.size()) {
        if (m_text[m_at] == u'"') {
            ++m_at;
            if (!at(u'"'))
                return text;
        }
        text.append(m_text[m_at++]);
    }
    isOpen = true;
    return text;
}

/// A name directly followed by an operator, or by blanks and an operator other than the colon.
bool Lexer::fieldAhead(Token& token)
{
    qsizetype i = m_at;
    if (i >= m_text.size() || !m_text[i].isLetter())
        return false;
    while (i < m_text.size() && isNamePart(m_text[i]))
        ++i;
    const qsizetype name = i;
    while (i < m_text.size() && m_text[i].isSpace())
        ++i;
    const qsizetype size = operatorAt(m_text.mid(i), token.op);
    if (size == 0 || (i != name && token.op == Operator::Matches))
        return false;
    token.kind = Token::Kind::Field;
    token.text = m_text.mid(m_at, name - m_at).toString();
    token.place = {m_at, name - m_at};
    m_at = i + size;
    return true;
}

Token Lexer::next()
{
    skipBlanks();
    Token token;
    token.place = {m_at, 1};
    if (m_at >= m_text.size()) {
        token.place.length = 0;
        return token;
    }
    const auto one = [&](Token::Kind kind) {
        ++m_at;
        token.kind = kind;
        return token;
    };
    if (at(u'('))
        return one(Token::Kind::Open);
    if (at(u')'))
        return one(Token::Kind::Close);
    if (at(u'-') && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace() && m_text[m_at + 1] != u')')
        return one(Token::Kind::Minus);
    const qsizetype start = m_at;
    if (at(u'"')) {
        token.kind = Token::Kind::Word;
        token.text = quotedText(token.isOpenQuote);
        token.place = {start, m_at - start};
        return token;
    }
    if (fieldAhead(token))
        return token;
    while (m_at < m_text.size() && !m_text[m_at].isSpace() && !QStringView(u"()\"").contains(m_text[m_at]))
        ++m_at;
    token.text = m_text.mid(start, m_at - start).toString();
    token.place = {start, m_at - start};
    token.kind = Token::Kind::Word;
    if (token.text.compare(u"or", Qt::CaseInsensitive) == 0)
        token.kind = Token::Kind::Or;
    else if (token.text.compare(u"and", Qt::CaseInsensitive) == 0)
        token.kind = Token::Kind::And;
    else if (token.text.compare(u"not", Qt::CaseInsensitive) == 0)
        token.kind = Token::Kind::Not;
    return token;
}

QString Lexer::value(bool& isOpen)
{
    if (at(u'"'))
        return quotedText(isOpen);
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !m_text[m_at].isSpace() && !QStringView(u"(),\"").contains(m_text[m_at]) &&
           !m_text.mid(m_at).startsWith(u".."))
        ++m_at;
    return m_text.mid(start, m_at - start).toString();
}

std::vector<Operand> Lexer::operands(Place& place, bool& isOpenQuote)
{
    skipBlanks();
    const qsizetype start = m_at;
    std::vector<Operand> list;
    do {
        if (!list.empty())
            ++m_at; // the comma
        Operand operand;
        operand.from = value(isOpenQuote);
        if (m_text.mid(m_at).startsWith(u"..")) {
            m_at += 2;
            operand.isRange = true;
            operand.to = value(isOpenQuote);
        }
        list.push_back(std::move(operand));
    } while (at(u','));
    place = {start, m_at - start};
    return list;
}

} // namespace steward::filter
