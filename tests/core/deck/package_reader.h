// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <map>
#include <vector>

namespace steward::tests {

/// What a container holds, by name, and what is wrong with the container itself.
struct ReadPackage
{
    std::map<QByteArray, QByteArray> parts;
    QStringList faults;
};
[[nodiscard]] ReadPackage readPackage(const QByteArray& bytes);

/// An element of a part with its names as written ("p:sp"). The root of a part that is not well-formed has no name.
struct Node
{
    QString name;
    QHash<QString, QString> attributes;
    std::vector<Node> children;
    QString text; ///< directly in it

    [[nodiscard]] const Node* child(QStringView childName) const;
    /// The way down by names: "a:graphic/a:graphicData/a:tbl".
    [[nodiscard]] const Node* at(const QString& path) const;
    /// Every element of that name below this one, in reading order.
    [[nodiscard]] std::vector<const Node*> all(QStringView childName) const;
    [[nodiscard]] QString attribute(const char* key) const { return attributes.value(QLatin1String(key)); }
    [[nodiscard]] QString allText() const;
};
[[nodiscard]] Node parsed(const QByteArray& xml);

/// The texts of a deck's slides, one an element: runs of a paragraph joined, tables, chart titles, labels and notes.
struct SlideText
{
    QString title;
    QStringList texts;
    QStringList chartTexts; ///< names, categories and values of its charts
    QStringList alt;
    QString notes;
    [[nodiscard]] QString all() const;
};
[[nodiscard]] std::vector<SlideText> slideTexts(const QByteArray& deck);

} // namespace steward::tests
