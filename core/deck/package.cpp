// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/package.h"

#include "core/deck/xml.h"
#include "core/deck/zip.h"

#include <algorithm>

namespace steward::deck {

namespace {

QByteArray folderOf(const QByteArray& name)
{
    const qsizetype slash = name.lastIndexOf('/');
    return slash < 0 ? QByteArray() : name.left(slash);
}

QByteArray relationsName(const QByteArray& from)
{
    if (from.isEmpty())
        return "_rels/.rels";
    const QByteArray folder = folderOf(from);
    return (folder.isEmpty() ? QByteArray() : folder + '/') + "_rels/" + from.mid(from.lastIndexOf('/') + 1) + ".rels";
}

QByteArray relative(const QByteArray& from, const QByteArray& to)
{
    if (from.isEmpty())
        return to;
    const QList<QByteArray> source = folderOf(from).split('/');
    const QList<QByteArray> target = to.split('/');
    qsizetype same = 0;
    while (same < source.size() && same + 1 < target.size() && source[same] == target[same])
        ++same;
    QByteArray path;
    for (qsizetype i = same; i < source.size(); ++i)
        path += "../";
    return path + target.mid(same).join('/');
}

} // namespace

void Package::add(const QByteArray& name, const QByteArray& type, QByteArray bytes)
{
    m_names.insert(name.toLower());
    m_parts.push_back({name, type, std::move(bytes)});
}

std::vector<Package::Relation>& Package::relationsOf(const QByteArray& from)
{
    const auto [known, isNew] = m_places.try_emplace(from, m_relations.size());
    if (isNew)
        m_relations.emplace_back(from, std::vector<Relation>());
    return m_relations[known->second].second;
}

QByteArray Package::relate(const QByteArray& from, const QByteArray& type, const QByteArray& to)
{
    std::vector<Relation>& all = relationsOf(from);
    QByteArray id;
    auto number = qint64(all.size());
    do {
        id = "rId" + QByteArray::number(++number);
    } while (m_hasOwnIds && std::ranges::find(all, id, &Relation::id) != all.end());
    all.push_back({id, type, to});
    return id;
}

void Package::relateAs(const QByteArray& from, const QByteArray& id, const QByteArray& type, const QByteArray& to,
                       bool isExternal)
{
    m_hasOwnIds = true;
    relationsOf(from).push_back({id, type, to, isExternal});
}

bool Package::has(const QByteArray& name) const { return m_names.contains(name.toLower()); }

bool Package::hasIn(const QByteArray& folder) const
{
    const auto next = m_names.lower_bound(folder.toLower());
    return next != m_names.end() && next->startsWith(folder.toLower());
}

QByteArray Package::contentTypes() const
{
    Xml xml;
    xml.raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    const bool hasWorkbook = std::ranges::any_of(m_parts, [](const Part& each) { return each.name.endsWith(".xlsx"); });
    if (hasWorkbook)
        xml.raw("<Default Extension=\"xlsx\" ContentType=\"").raw(officeType).raw("spreadsheetml.sheet\"/>");
    for (const Part& each : m_parts)
        if (!each.type.isEmpty())
            xml.raw("<Override PartName=\"/").text(each.name).raw("\" ContentType=\"").text(each.type).raw("\"/>");
    return xml.raw("</Types>").bytes();
}

QByteArray Package::relationsPart(const QByteArray& from, const std::vector<Relation>& relations)
{
    Xml xml(1024);
    xml.raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (const Relation& each : relations)
        xml.raw("<Relationship Id=\"")
            .text(each.id)
            .raw("\" Type=\"")
            .text(each.type)
            .raw("\" Target=\"")
            .text(each.isExternal ? each.to : relative(from, each.to))
            .raw(each.isExternal ? "\" TargetMode=\"External\"/>" : "\"/>");
    return xml.raw("</Relationships>").bytes();
}

Result<QByteArray> Package::bytes(Packing packing) const
{
    std::optional<Deflater> deflater;
    if (packing == Packing::Packed)
        deflater.emplace();
    ZipWriter zip(deflater ? &*deflater : nullptr);
    zip.add("[Content_Types].xml", contentTypes());
    for (const auto& [from, relations] : m_relations)
        zip.add(relationsName(from), relationsPart(from, relations));
    for (const Part& each : m_parts)
        zip.add(each.name, each.bytes);
    return zip.bytes();
}

} // namespace steward::deck
