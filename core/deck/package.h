// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace steward::deck {

/// An Office Open XML container in the making: parts, their content types and what they refer to. The same parts give
/// the same bytes.
class Package
{
public:
    enum class Packing
    {
        Packed,
        Plain ///< as a part of another one, which packs it whole
    };
    /// name without a leading slash, ASCII, unique. type empty: the default of its extension says it.
    void add(const QByteArray& name, const QByteArray& type, QByteArray bytes);
    /// From the part named (empty: the package) to another part; returns the id: "rId1" for its first.
    QByteArray relate(const QByteArray& from, const QByteArray& type, const QByteArray& to);

    /// The same with an id of its own, as a part that was copied names it.
    void relateAs(const QByteArray& from, const QByteArray& id, const QByteArray& type, const QByteArray& to,
                  bool isExternal);
    /// Ignoring case, as programs do.
    [[nodiscard]] bool has(const QByteArray& name) const;
    /// Whether a part lies in a folder, "ppt/slides/".
    [[nodiscard]] bool hasIn(const QByteArray& folder) const;

    /// Zipped, whole. Error "deck.failed": no memory.
    [[nodiscard]] Result<QByteArray> bytes(Packing packing = Packing::Packed) const;

private:
    struct Part
    {
        QByteArray name;
        QByteArray type;
        QByteArray bytes;
    };
    struct Relation
    {
        QByteArray id;
        QByteArray type;
        QByteArray to;
        bool isExternal = false;
    };
    [[nodiscard]] QByteArray contentTypes() const;
    [[nodiscard]] static QByteArray relationsPart(const QByteArray& from, const std::vector<Relation>& relations);
    [[nodiscard]] std::vector<Relation>& relationsOf(const QByteArray& from);

    std::vector<Part> m_parts;
    std::set<QByteArray> m_names;                                          ///< in small letters
    std::vector<std::pair<QByteArray, std::vector<Relation>>> m_relations; ///< by what they start from
    std::map<QByteArray, std::size_t> m_places;                            ///< of what is in m_relations
    bool m_hasOwnIds = false;                                              ///< then a new one may be taken
};

inline constexpr auto officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
inline constexpr auto officeType = "application/vnd.openxmlformats-officedocument.";

} // namespace steward::deck
