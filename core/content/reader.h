// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/points.h"
#include "core/content/text.h"

#include <QJsonObject>
#include <optional>
#include <utility>

namespace steward::content {

/// One JSON object being read. What is missing or of the wrong type becomes an issue and a default value, so that one
/// pass over a file tells everything that is wrong with it.
class Reader
{
public:
    Reader(QJsonObject object, QString place, Issues& issues);

    [[nodiscard]] bool has(QStringView field) const { return m_object.contains(field); }
    [[nodiscard]] const QJsonObject& object() const { return m_object; }
    [[nodiscard]] QString place(QStringView field) const;

    QString word(QStringView field); ///< required, not empty
    QString wordOr(QStringView field, QString fallback);
    int whole(QStringView field); ///< required
    int wholeOr(QStringView field, int fallback);
    Fixed decimal(QStringView field);             ///< required
    bool flag(QStringView field);                 ///< absent is false
    Text text(QStringView field);                 ///< required
    Text textOr(QStringView field);               ///< absent is empty
    QStringList words(QStringView field);         ///< absent is empty
    std::vector<Text> texts(QStringView field);   ///< absent is empty
    std::pair<int, int> range(QStringView field); ///< required: [from, to]
    Reader child(QStringView field);              ///< required
    Entry entry();                                ///< id, version, name; text may be absent
    /// An entry with its own fields still at their defaults.
    template <class T>
    T entryAs()
    {
        T value;
        static_cast<Entry&>(value) = entry();
        return value;
    }

    /// Calls use(Reader) for each object of a required array.
    template <class Use>
    void each(QStringView field, Use use)
    {
        for (const QJsonObject& element : elements(field))
            use(Reader(element, elementPlace(field, element), *m_issues));
    }
    void report(Code code, QStringView field, Arguments more = {});

private:
    [[nodiscard]] std::vector<QJsonObject> elements(QStringView field);
    [[nodiscard]] QString elementPlace(QStringView field, const QJsonObject& element) const;
    Text textFrom(const QJsonValue& value, QStringView field);

    QJsonObject m_object;
    QString m_place;
    Issues* m_issues;
};

/// The top object of a file, empty where it is no JSON.
[[nodiscard]] QJsonObject objectOf(const QByteArray& bytes);

/// The top object of a file; reports "content.syntax" and "content.format" and then gives an empty object.
[[nodiscard]] Reader readFile(const QByteArray& bytes, const QString& file, Issues& issues);

/// thousandths of a JSON number, or none where it has more places.
[[nodiscard]] std::optional<Fixed> fixedFrom(double number);

/// Reports ids that stand twice in a list: "content.id.twice".
template <class List>
void checkIds(const List& list, const QString& place, Issues& issues)
{
    QStringList seen;
    for (const auto& entry : list) {
        if (seen.contains(entry.id))
            issues.push_back({Code("content.id.twice"), {place, entry.id}});
        seen.append(entry.id);
    }
}

} // namespace steward::content
