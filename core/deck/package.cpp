// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/package.h"

#include "core/deck/xml.h"

#include <algorithm>
#include <memory>
#include <zip.h>

namespace steward::deck {

namespace {

/// 1980-01-01 00:00: the first moment an archive knows.
constexpr zip_uint16_t noTime = 0;
constexpr zip_uint16_t firstDay = 0x0021;

QByteArray folderOf(const QByteArray& name)
{
    const qsizetype slash = name.lastIndexOf('/');
    return slash < 0 ? QByteArray() : name.left(slash);
}

QByteArray relationsPart(const QByteArray& from)
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

tl::unexpected<Error> failed() { return fail(Code("deck.failed")); }

struct SourceRelease
{
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

Result<QByteArray> readBack(zip_source_t* source)
{
    zip_stat_t state;
    zip_stat_init(&state);
    if (zip_source_stat(source, &state) != 0 || zip_source_open(source) != 0)
        return failed();
    QByteArray bytes(static_cast<qsizetype>(state.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), state.size);
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(state.size))
        return failed();
    return bytes;
}

} // namespace

void Package::add(const QByteArray& name, const QByteArray& type, QByteArray bytes)
{
    m_names.insert(name.toLower());
    m_parts.push_back({name, type, std::move(bytes)});
}

QByteArray Package::relate(const QByteArray& from, const QByteArray& type, const QByteArray& to)
{
    const auto count = std::ranges::count_if(m_relations, [&](const Relation& each) { return each.from == from; });
    qint64 number = qint64(count) + 1;
    const auto isTaken = [&](const QByteArray& id) {
        return m_hasOwnIds && std::ranges::any_of(m_relations, [&](const Relation& each) {
                   return each.from == from && each.id == id;
               });
    };
    while (isTaken("rId" + QByteArray::number(number)))
        ++number;
    m_relations.push_back({from, "rId" + QByteArray::number(number), type, to});
    return m_relations.back().id;
}

void Package::relateAs(const QByteArray& from, const QByteArray& id, const QByteArray& type, const QByteArray& to,
                       bool isExternal)
{
    m_hasOwnIds = true;
    m_relations.push_back({from, id, type, to, isExternal});
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
            xml.raw("<Override PartName=\"/")
                .text(QString::fromLatin1(each.name))
                .raw("\" ContentType=\"")
                .text(QString::fromLatin1(each.type))
                .raw("\"/>");
    return xml.raw("</Types>").bytes();
}

std::vector<Package::Part> Package::withRelations() const
{
    std::vector<Part> all{{"[Content_Types].xml", {}, contentTypes()}};
    std::vector<QByteArray> sources;
    for (const Relation& each : m_relations)
        if (std::ranges::find(sources, each.from) == sources.end())
            sources.push_back(each.from);
    for (const QByteArray& source : sources) {
        Xml xml;
        xml.raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (const Relation& each : m_relations)
            if (each.from == source)
                xml.raw("<Relationship Id=\"")
                    .text(QString::fromUtf8(each.id))
                    .raw("\" Type=\"")
                    .text(QString::fromUtf8(each.type))
                    .raw("\" Target=\"")
                    .text(QString::fromUtf8(each.isExternal ? each.to : relative(source, each.to)))
                    .raw(each.isExternal ? "\" TargetMode=\"External\"/>" : "\"/>");
        all.push_back({relationsPart(source), {}, xml.raw("</Relationships>").bytes()});
    }
    all.insert(all.end(), m_parts.begin(), m_parts.end());
    return all;
}

Result<QByteArray> Package::bytes() const
{
    const std::vector<Part> parts = withRelations();
    const std::unique_ptr<zip_source_t, SourceRelease> source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!source)
        return failed();
    zip_t* archive = zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr);
    if (!archive)
        return failed();
    zip_source_keep(source.get());
    bool isGood = true;
    for (const Part& each : parts) {
        zip_source_t* data =
            zip_source_buffer(archive, each.bytes.constData(), static_cast<zip_uint64_t>(each.bytes.size()), 0);
        const zip_int64_t index = data ? zip_file_add(archive, each.name.constData(), data, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(data);
            isGood = false;
            break;
        }
        const auto at = static_cast<zip_uint64_t>(index);
        const bool isPacked = each.name.endsWith(".xlsx");
        isGood = isGood && zip_file_set_dostime(archive, at, noTime, firstDay, 0) == 0 &&
                 zip_set_file_compression(archive, at, isPacked ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0;
    }
    if (!isGood || zip_close(archive) != 0) {
        zip_discard(archive);
        return failed();
    }
    return readBack(source.get());
}

} // namespace steward::deck
