// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/tree.h"

namespace steward::filter {

/// and, or, not in either case.
[[nodiscard]] bool isKeyword(QStringView word);

struct Token
{
    enum class Kind
    {
        End,
        Open,
        Close,
        Minus, ///< a `-` that stands directly before what it negates
        And,
        Or,
        Not,
        Word, ///< also quoted
        Field ///< a name with its operator; values follow, see Lexer::operands()
    };
    Kind kind = Kind::End;
    Place place;
    QString text;
    Operator op = Operator::Matches;
    /// A quote that is not closed reaches to the end of the text.
    bool isOpenQuote = false;
};

/// Cuts a filter into words. Never fails: what is wrong is for the parser to say.
class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] Token next();
    /// The comma-separated values behind a Field token. May be one empty operand. Sets isOpenQuote as Token does.
    [[nodiscard]] std::vector<Operand> operands(Place& place, bool& isOpenQuote);

private:
    void skipBlanks();
    [[nodiscard]] bool at(char16_t c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    [[nodiscard]] QString quotedText(bool& isOpen);
    [[nodiscard]] QString value(bool& isOpen);
    [[nodiscard]] bool fieldAhead(Token& token);

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace steward::filter
