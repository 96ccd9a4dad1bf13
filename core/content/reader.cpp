// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace steward::content {

namespace {

/// A file is read twice in a row, for its texts and for what they say: its JSON is parsed once.
struct LastParsed
{
    QByteArray bytes;
    QJsonDocument document;
    QJsonParseError error;
};

const LastParsed& parsed(const QByteArray& bytes)
{
    static thread_local LastParsed last;
    if (last.bytes.isNull() || last.bytes.constData() != bytes.constData() || last.bytes.size() != bytes.size()) {
        last.bytes = bytes;
        last.document = QJsonDocument::fromJson(bytes, &last.error);
    }
    return last;
}

} // namespace

QJsonObject objectOf(const QByteArray& bytes) { return parsed(bytes).document.object(); }

std::optional<Fixed> fixedFrom(double number)
{
    const double scaled = number * 1000;
    const double nearest = std::round(scaled);
    if (!(std::abs(nearest) < 1e15) || std::abs(scaled - nearest) > 1e-6)
        return std::nullopt;
    return Fixed{static_cast<qint64>(nearest)};
}

Reader::Reader(QJsonObject object, QString place, Issues& issues)
    : m_object(std::move(object))
    , m_place(std::move(place))
    , m_issues(&issues)
{
}

QString Reader::place(QStringView field) const
{
    const bool isFile = m_place.endsWith(QStringLiteral(".json"));
    return m_place % (isFile ? u' ' : u'.') % field;
}

void Reader::report(Code code, QStringView field, Arguments more)
{
    more.insert(more.begin(), place(field));
    m_issues->push_back({code, std::move(more)});
}

QString Reader::word(QStringView field)
{
    const QString value = m_object.value(field).toString();
    if (value.isEmpty())
        report(Code("content.field.missing"), field);
    return value;
}

QString Reader::wordOr(QStringView field, QString fallback) { return has(field) ? word(field) : fallback; }

int Reader::whole(QStringView field)
{
    const std::optional<Fixed> value =
        m_object.value(field).isDouble() ? fixedFrom(m_object.value(field).toDouble()) : std::nullopt;
    if (!value || !value->isWhole() || std::abs(value->toWhole()) > 2'000'000'000) {
        report(Code("content.field.number"), field);
        return 0;
    }
    return static_cast<int>(value->toWhole());
}

int Reader::wholeOr(QStringView field, int fallback) { return has(field) ? whole(field) : fallback; }

Fixed Reader::decimal(QStringView field)
{
    const std::optional<Fixed> value =
        m_object.value(field).isDouble() ? fixedFrom(m_object.value(field).toDouble()) : std::nullopt;
    if (!value)
        report(Code("content.field.number"), field);
    return value.value_or(Fixed{});
}

bool Reader::flag(QStringView field)
{
    if (has(field) && !m_object.value(field).isBool())
        report(Code("content.field.flag"), field);
    return m_object.value(field).toBool();
}

Text Reader::textFrom(const QJsonValue& value, QStringView field)
{
    Text text{value[QStringLiteral("key")].toString(), value[QStringLiteral("en")].toString()};
    if (text.key.isEmpty() || text.en.isEmpty())
        report(Code("content.text.missing"), field);
    return text;
}

Text Reader::text(QStringView field) { return textFrom(m_object.value(field), field); }

Text Reader::textOr(QStringView field) { return has(field) ? text(field) : Text{}; }

QStringList Reader::words(QStringView field)
{
    if (has(field) && !m_object.value(field).isArray())
        report(Code("content.field.list"), field);
    QStringList list;
    for (const QJsonValue value : m_object.value(field).toArray()) {
        if (value.toString().isEmpty())
            report(Code("content.field.list"), field);
        list.append(value.toString());
    }
    return list;
}

std::vector<Text> Reader::texts(QStringView field)
{
    std::vector<Text> list;
    for (const QJsonValue value : m_object.value(field).toArray())
        list.push_back(textFrom(value, field));
    return list;
}

std::pair<int, int> Reader::range(QStringView field)
{
    const QJsonArray ends = m_object.value(field).toArray();
    if (ends.size() != 2 || !ends[0].isDouble() || !ends[1].isDouble() || ends[0].toDouble() > ends[1].toDouble()) {
        report(Code("content.field.range"), field);
        return {};
    }
    return {ends[0].toInt(), ends[1].toInt()};
}

Reader Reader::child(QStringView field)
{
    if (!m_object.value(field).isObject())
        report(Code("content.field.missing"), field);
    return {m_object.value(field).toObject(), place(field), *m_issues};
}

Entry Reader::entry() { return {word(u"id"), whole(u"version"), text(u"name"), textOr(u"text")}; }

std::vector<QJsonObject> Reader::elements(QStringView field)
{
    const QJsonArray array = m_object.value(field).toArray();
    if (array.isEmpty())
        report(Code("content.field.missing"), field);
    std::vector<QJsonObject> list;
    for (const QJsonValue value : array)
        list.push_back(value.toObject());
    return list;
}

QString Reader::elementPlace(QStringView field, const QJsonObject& element) const
{
    return place(field) % u'[' % element.value(u"id").toVariant().toString() % u']';
}

Reader readFile(const QByteArray& bytes, const QString& file, Issues& issues)
{
    const LastParsed& json = parsed(bytes);
    if (!json.document.isObject()) {
        issues.push_back({Code("content.syntax"), {file, qint64(json.error.offset)}});
        return {QJsonObject(), file, issues};
    }
    Reader reader(json.document.object(), file, issues);
    if (reader.whole(u"format") != 1)
        reader.report(Code("content.format"), u"format");
    reader.whole(u"version");
    return reader;
}

} // namespace steward::content
