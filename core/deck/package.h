// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <vector>

namespace steward::deck {

/// An Office Open XML container in the making: parts, their content types and what they refer to. The same parts give
/// the same bytes.
class Package
{
public:
    /// name without a leading slash, ASCII, unique. type empty: the default of its extension says it.
    void add(const QByteArray& name, const QByteArray& type, QByteArray bytes);
    /// From the part named (empty: the package) to another part; returns the id: "rId1" for its first.
    QByteArray relate(const QByteArray& from, const QByteArray& type, const QByteArray& to);

    /// Zipped, whole. Error "deck.failed": no memory.
    [[nodiscard]] Result<QByteArray> bytes() const;

private:
    struct Part
    {
        QByteArray name;
        QByteArray type;
        QByteArray bytes;
    };
    struct Relation
    {
        QByteArray from;
        QByteArray id;
        QByteArray type;
        QByteArray to;
    };
    [[nodiscard]] QByteArray contentTypes() const;
    [[nodiscard]] std::vector<Part> withRelations() const;

    std::vector<Part> m_parts;
    std::vector<Relation> m_relations;
};

inline constexpr auto officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
inline constexpr auto officeType = "application/vnd.openxmlformats-officedocument.";

} // namespace steward::deck
