// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deck/template.h"

#include "core/base/zip_library.h"
#include "core/deck/template_ground.h"
#include "core/deck/xml.h"

#include <QDir>
#include <QXmlStreamReader>
#include <algorithm>

namespace steward::deck {

namespace {

constexpr zip_uint64_t most = 200'000'000;
constexpr zip_int64_t mostParts = 10'000;
/// As programs allow them: 1 to 56 inches.
constexpr double leastSide = 72;
constexpr double mostSide = 4032;

QByteArray resolved(const QByteArray& from, const QByteArray& target)
{
    if (target.startsWith('/'))
        return target.mid(1);
    const QByteArray folder = from.left(from.lastIndexOf('/') + 1);
    return QDir::cleanPath(QString::fromUtf8(QByteArray(folder + target))).toUtf8();
}

double points(QStringView emu)
{
    constexpr qint64 far = 100'000'000;
    return static_cast<double>(std::clamp(emu.toLongLong(), -far, far)) / Xml::perPoint;
}

/// A name of a part in a package, that leads nowhere else.
bool isPartName(const QByteArray& name)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-._~!$&'()+,;=@%/[] ").contains(c);
    };
    return !name.isEmpty() && !name.startsWith('/') && !name.endsWith('/') && !name.startsWith("../") &&
           !name.contains("/../") && std::ranges::all_of(name, isPlain);
}

/// Whether markup can be read to its end; without definitions, which programs refuse.
bool isReadable(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::DTD)
            return false;
    return !reader.hasError();
}

/// A part, where its bytes are those that were packed.
std::optional<QByteArray> entryOf(const ZipLibrary& zip, zip_t* archive, zip_uint64_t index, zip_uint64_t size)
{
    zip_file_t* file = zip.zip_fopen_index(archive, index, 0);
    if (!file)
        return std::nullopt;
    QByteArray content(static_cast<qsizetype>(size), '\0');
    char further = 0;
    // The sum is looked at where the end is read.
    const bool isWhole = zip.zip_fread(file, content.data(), size) == static_cast<zip_int64_t>(size) &&
                         zip.zip_fread(file, &further, 1) == 0;
    zip.zip_fclose(file);
    return isWhole ? std::optional(content) : std::nullopt;
}

bool isPageOrAddress(const QByteArray& target)
{
    return target.startsWith("https://") || target.startsWith("http://") || target.startsWith("mailto:");
}

/// A type that the master knows, for a place that says nothing of where it lies.
QByteArray masterType(const QByteArray& type)
{
    if (type == "ctrTitle")
        return "title";
    return type == "title" || type == "ftr" || type == "sldNum" || type == "dt" ? type : "body";
}

/// The places of a layout or master, in their order.
std::vector<TemplatePlace> placesOf(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    std::vector<TemplatePlace> places;
    TemplatePlace place;
    bool isPlace = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        const QStringView name = reader.name();
        const auto attribute = [&](const char* key) { return reader.attributes().value(QLatin1String(key)); };
        if (token == QXmlStreamReader::StartElement && name == u"sp") {
            place = {};
            isPlace = false;
        } else if (token == QXmlStreamReader::StartElement && name == u"ph") {
            isPlace = true;
            place.type = attribute("type").toLatin1();
            place.index = attribute("idx").toInt();
            place.isUpright = attribute("orient") == u"vert";
        } else if (token == QXmlStreamReader::StartElement && name == u"off" && isPlace) {
            place.box.x = points(attribute("x"));
            place.box.y = points(attribute("y"));
        } else if (token == QXmlStreamReader::StartElement && name == u"ext" && isPlace &&
                   reader.attributes().hasAttribute(QStringLiteral("cx"))) {
            place.box.w = points(attribute("cx"));
            place.box.h = points(attribute("cy"));
        } else if (token == QXmlStreamReader::EndElement && name == u"sp" && isPlace) {
            places.push_back(place);
            isPlace = false;
        }
    }
    return places;
}

/// Whether a master or layout lets something else than the theme's ground lie behind its slides: a picture, a gradient,
/// a colour of its own, or drawings that cover most of the slide.
bool isBusy(const QByteArray& xml, double slide)
{
    QXmlStreamReader reader(xml);
    bool isGround = false;
    bool isPlace = false;
    double drawn = 0;
    double area = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        const QStringView name = reader.name();
        const auto attribute = [&](const char* key) { return reader.attributes().value(QLatin1String(key)); };
        if (token == QXmlStreamReader::StartElement) {
            if (name == u"bg")
                isGround = true;
            if (isGround && (name == u"blipFill" || name == u"gradFill" || name == u"pattFill"))
                return true;
            if (isGround && name == u"srgbClr" && attribute("val").compare(u"ffffff", Qt::CaseInsensitive) != 0)
                return true;
            if (name == u"bgRef" && attribute("idx").toInt() > 1001)
                return true;
            isPlace = isPlace || name == u"ph";
            if (name == u"ext" && !attribute("cx").isEmpty())
                area = points(attribute("cx")) * points(attribute("cy"));
        } else if (token == QXmlStreamReader::EndElement) {
            isGround = isGround && name != u"bg";
            if (name != u"sp" && name != u"pic")
                continue;
            drawn += isPlace ? 0 : area;
            isPlace = false;
            area = 0;
        }
    }
    return drawn >= 0.6 * slide;
}

/// Size of titles by the master's style.
double titleSizeOf(const QByteArray& master, double otherwise)
{
    QXmlStreamReader reader(master);
    bool isTitle = false;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        isTitle = isTitle || reader.name() == u"titleStyle";
        if (isTitle && reader.name() == u"defRPr")
            if (const int size = reader.attributes().value(QLatin1String("sz")).toInt(); size > 0)
                return std::clamp(size / 100.0, 10.0, 96.0);
    }
    return otherwise;
}

/// Without bands at its top and its bottom on which the theme's text cannot be read.
Box withoutBands(Box content, const Ground& ground)
{
    const double step = content.h / 40;
    const double least = content.h * 0.7;
    while (content.h > least && !ground.isPlain({content.x, content.y, content.w, step})) {
        content.y += step;
        content.h -= step;
    }
    while (content.h > least && !ground.isPlain({content.x, content.y + content.h - step, content.w, step}))
        content.h -= step;
    return content;
}

} // namespace

const TemplatePlace* TemplateLayout::place(const QByteArray& type) const
{
    const auto found = std::ranges::find_if(places, [&](const TemplatePlace& each) { return each.type == type; });
    return found == places.end() ? nullptr : &*found;
}

const TemplatePlace* TemplateLayout::title() const
{
    const TemplatePlace* found = place("title") ? place("title") : place("ctrTitle");
    return found && !found->isUpright && found->box.w > 0 && found->box.h > 0 ? found : nullptr;
}

QByteArray Template::bytes(const QByteArray& part) const
{
    const auto found = m_parts.find(part);
    return found == m_parts.end() ? QByteArray() : found->second;
}

QByteArray Template::typeOf(const QByteArray& part) const
{
    auto found = m_types.find(part.toLower());
    if (found == m_types.end())
        found = m_types.find(part.mid(part.lastIndexOf('.')).toLower());
    return found == m_types.end() ? QByteArray() : found->second;
}

std::vector<TemplateRelation> Template::relations(const QByteArray& part) const
{
    const qsizetype slash = part.lastIndexOf('/') + 1;
    QXmlStreamReader reader(bytes(part.left(slash) + "_rels/" + part.mid(slash) + ".rels"));
    std::vector<TemplateRelation> all;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"Relationship")
            continue;
        const auto attribute = [&](const char* key) { return reader.attributes().value(QLatin1String(key)).toUtf8(); };
        const bool isExternal = attribute("TargetMode") == "External";
        const QByteArray target = attribute("Target");
        all.push_back({attribute("Id"), attribute("Type"), isExternal ? target : resolved(part, target), isExternal});
    }
    return all;
}

bool Template::leadsSomewhere(const TemplateRelation& relation) const
{
    if (relation.isExternal)
        return relation.kind() == "hyperlink" && isPageOrAddress(relation.target);
    return m_parts.contains(relation.target) && !typeOf(relation.target).isEmpty();
}

bool Template::isWhole() const
{
    for (const TemplateLayout& each : m_layouts) {
        const auto all = relations(each.part);
        if (std::ranges::none_of(
                all, [&](const TemplateRelation& to) { return to.kind() == "slideMaster" && leadsSomewhere(to); }))
            return false;
    }
    return std::ranges::all_of(m_parts, [&](const auto& part) {
        const QByteArray type = typeOf(part.first);
        const bool isOfSlides = type.contains(".slide+xml") || type.contains(".notesSlide+xml");
        return isOfSlides || !type.endsWith("+xml") || isReadable(part.second);
    });
}

Status Template::open(const QByteArray& bytes)
{
    if (bytes.startsWith(QByteArray::fromHex("d0cf11e0")))
        return fail(Code("template.locked"));
    if (!ZipLibrary::get())
        return fail(Code("template.unreadable"));
    const ZipLibrary& zip = *ZipLibrary::get();
    zip_source_t* source =
        zip.zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    zip_t* archive = source ? zip.zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!archive) {
        zip.zip_source_free(source);
        return fail(Code("template.unreadable"));
    }
    const zip_int64_t count = zip.zip_get_num_entries(archive, 0);
    bool isDamaged = false;
    zip_uint64_t total = count > mostParts ? most + 1 : 0;
    for (zip_int64_t i = 0; i < count && total <= most; ++i) {
        zip_stat_t state;
        zip.zip_stat_init(&state);
        if (zip.zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &state) != 0 || !isPartName(state.name))
            continue;
        if (state.size > most || (total += state.size) > most) {
            total = most + 1;
            break;
        }
        if (auto content = entryOf(zip, archive, static_cast<zip_uint64_t>(i), state.size))
            m_parts[state.name] = std::move(*content);
        else
            isDamaged = true;
    }
    zip.zip_discard(archive);
    if (total > most)
        return fail(Code("template.large"));
    return isDamaged ? Status(fail(Code("template.unreadable"))) : Status();
}

void Template::readTypes()
{
    QXmlStreamReader types(bytes("[Content_Types].xml"));
    while (!types.atEnd()) {
        if (types.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attribute = [&](const char* key) { return types.attributes().value(QLatin1String(key)).toUtf8(); };
        if (types.name() == u"Override")
            m_types[attribute("PartName").mid(1).toLower()] = attribute("ContentType");
        else if (types.name() == u"Default")
            m_types[QByteArray('.' + attribute("Extension").toLower())] = attribute("ContentType");
    }
}

/// Those of a master, with the places they take from it.
void Template::readLayouts(const QByteArray& master)
{
    m_titleSize = titleSizeOf(bytes(master), m_titleSize);
    m_isPlain = !isBusy(bytes(master), m_width * m_height);
    const TemplateLayout base{{}, {}, placesOf(bytes(master))};
    for (const TemplateRelation& each : relations(master)) {
        if (each.kind() != "slideLayout" || !leadsSomewhere(each))
            continue;
        QXmlStreamReader root(bytes(each.target));
        root.readNextStartElement();
        TemplateLayout layout{each.target, root.attributes().value(QLatin1String("type")).toLatin1(),
                              placesOf(bytes(each.target))};
        for (TemplatePlace& place : layout.places)
            if (const TemplatePlace* from = base.place(masterType(place.type));
                from && (place.box.w <= 0 || place.box.h <= 0))
                place.box = from->box;
        m_layouts.push_back(std::move(layout));
    }
}

Status Template::readSlides()
{
    for (const TemplateRelation& each : relations({}))
        if (each.kind() == "officeDocument")
            m_presentation = each.target;
    QXmlStreamReader reader(bytes(m_presentation));
    if (!reader.readNextStartElement() || reader.name() != u"presentation")
        return fail(Code("template.unreadable"));
    if (reader.namespaceUri().startsWith(QStringLiteral("http://purl.oclc.org/")))
        return fail(Code("template.strict"));
    bool hasNotesSize = false; // always there; slides are listed before it
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        hasNotesSize = hasNotesSize || reader.name() == u"notesSz";
        if (reader.name() == u"sldSz") {
            m_width = points(reader.attributes().value(QLatin1String("cx")));
            m_height = points(reader.attributes().value(QLatin1String("cy")));
        }
    }
    for (const TemplateRelation& master : relations(m_presentation))
        if (master.kind() == "slideMaster" && m_layouts.empty() && leadsSomewhere(master))
            readLayouts(master.target);
    const auto isSide = [](double length) { return length >= leastSide && length <= mostSide; };
    const bool isGood = !m_layouts.empty() && hasNotesSize && isSide(m_width) && isSide(m_height) && isWhole();
    return isGood ? Status() : Status(fail(Code("template.unreadable")));
}

Result<Template> Template::read(const QByteArray& bytes)
{
    Template made;
    if (Status opened = made.open(bytes); !opened)
        return tl::unexpected(opened.error());
    made.readTypes();
    if (Status known = made.readSlides(); !known)
        return tl::unexpected(known.error());
    made.choose();
    made.m_isPlain = made.m_isPlain && !isBusy(made.bytes(made.free().part), made.m_width * made.m_height);
    const Ground ground(made, made.free().part);
    if (made.m_isPlain)
        made.m_content = withoutBands(made.m_content, ground);
    made.m_isPlain = made.m_isPlain && ground.isPlain(made.m_content) && ground.isEven(made.m_content);
    return made;
}

} // namespace steward::deck
