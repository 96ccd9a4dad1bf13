// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/complete.h"

#include "core/filter/lexer.h"
#include "core/filter/operand.h"

#include <algorithm>

namespace steward::filter {

namespace {

using Candidate = Completion::Candidate;

/// The start of the last item of a list of values that ends at the cursor.
qsizetype lastValue(QStringView text, qsizetype from)
{
    bool isQuoted = false;
    qsizetype start = from;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && text[i] == u',')
            start = i + 1;
        else if (!isQuoted && text.mid(i).startsWith(u".."))
            start = i + 2;
    }
    return start;
}

/// What stands at the end of a text.
struct Tail
{
    qsizetype from = 0;
    QString field; // empty: a word
    bool isName = false;
};

Tail tailOf(QStringView text)
{
    Lexer lexer(text);
    Tail tail{text.size(), {}, false};
    for (Token token = lexer.next(); token.kind != Token::Kind::End; token = lexer.next()) {
        Place place = token.place;
        tail = {text.size(), {}, false};
        if (token.kind == Token::Kind::Field) {
            bool isOpen = false;
            static_cast<void>(lexer.operands(place, isOpen));
            if (place.at + place.length == text.size())
                tail = {lastValue(text, place.at), token.text, false};
        } else if (token.kind >= Token::Kind::And && place.at + place.length == text.size()) {
            tail.from = place.at;
        }
    }
    tail.isName =
        tail.field.compare(u"has", Qt::CaseInsensitive) == 0 || tail.field.compare(u"no", Qt::CaseInsensitive) == 0;
    return tail;
}

QStringList valuesOf(const Field& field)
{
    if (field.type == Type::Flag)
        return {QStringLiteral("yes"), QStringLiteral("no")};
    QStringList values = field.values;
    if (field.type == Type::Day)
        for (const QStringView word : dayWords())
            values.append(word.toString());
    return values;
}

class Collector
{
public:
    explicit Collector(QString typed)
        : m_typed(std::move(typed))
    {
    }

    void offer(Candidate::Kind kind, const QString& name, const QString& text)
    {
        if (name.startsWith(m_typed, Qt::CaseInsensitive))
            m_first.push_back({kind, text});
        else if (name.contains(m_typed, Qt::CaseInsensitive))
            m_second.push_back({kind, text});
    }
    std::vector<Candidate> result()
    {
        m_first.insert(m_first.end(), m_second.begin(), m_second.end());
        return std::move(m_first);
    }

private:
    QString m_typed;
    std::vector<Candidate> m_first;
    std::vector<Candidate> m_second;
};

void offerWords(Collector& collector, std::span<const Field> fields)
{
    for (const Field& field : fields)
        collector.offer(Candidate::Kind::Name, field.name, QString(field.name + u':'));
    for (const QStringView keyword : {u"has:", u"no:", u"or", u"not"})
        collector.offer(Candidate::Kind::Keyword, keyword.toString(), keyword.toString());
}

} // namespace

Completion complete(QStringView text, qsizetype cursor, std::span<const Field> fields)
{
    const QStringView before = text.left(std::clamp<qsizetype>(cursor, 0, text.size()));
    const Tail tail = tailOf(before);
    Completion completion;
    completion.from = tail.from;
    completion.length = before.size() - tail.from;
    QString typed = before.mid(tail.from).toString();
    typed.remove(u'"');
    Collector collector(typed);
    if (tail.isName) {
        for (const Field& field : fields)
            collector.offer(Candidate::Kind::Name, field.name, quoted(field.name));
    } else if (tail.field.isEmpty()) {
        offerWords(collector, fields);
    } else if (const int index = indexOf(fields, tail.field); index >= 0) {
        for (const QString& value : valuesOf(fields[static_cast<std::size_t>(index)]))
            collector.offer(Candidate::Kind::Word, value, quoted(value));
    }
    completion.candidates = collector.result();
    return completion;
}

} // namespace steward::filter
