// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/deck/package_reader.h"

#include <QXmlStreamReader>
#include <zip.h>

namespace steward::tests {

namespace {

QByteArray contentOf(zip_t* archive, zip_uint64_t index, zip_uint64_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    zip_file_t* file = zip_fopen_index(archive, index, 0);
    const bool isRead = file && zip_fread(file, bytes.data(), size) == static_cast<zip_int64_t>(size);
    if (file)
        zip_fclose(file);
    return isRead ? bytes : QByteArray("unreadable");
}

void readEntry(zip_t* archive, zip_uint64_t index, ReadPackage& package)
{
    zip_stat_t state;
    zip_stat_init(&state);
    zip_stat_index(archive, index, 0, &state);
    const QByteArray name(state.name);
    const auto fault = [&](const char* what) { package.faults.append(QLatin1String(what) + QString::fromUtf8(name)); };
    if (index == 0 && name != "[Content_Types].xml")
        fault("first entry: ");
    if (name.endsWith('/'))
        fault("folder: ");
    if (state.comp_method != ZIP_CM_DEFLATE && state.comp_method != ZIP_CM_STORE)
        fault("method: ");
    for (const auto& [known, content] : package.parts)
        if (known.toLower() == name.toLower())
            fault("twice: ");
    package.parts[name] = contentOf(archive, index, state.size);
}

void readElement(QXmlStreamReader& xml, Node& node)
{
    node.name = xml.qualifiedName().toString();
    for (const QXmlStreamAttribute& each : xml.attributes())
        node.attributes.insert(each.qualifiedName().toString(), each.value().toString());
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            return;
        if (token == QXmlStreamReader::Characters)
            node.text += xml.text();
        if (token == QXmlStreamReader::StartElement) {
            node.children.emplace_back();
            readElement(xml, node.children.back());
        }
    }
}

} // namespace

ReadPackage readPackage(const QByteArray& bytes)
{
    ReadPackage package;
    zip_source_t* source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (!archive) {
        zip_source_free(source);
        package.faults.append(QStringLiteral("no archive"));
        return package;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i)
        readEntry(archive, static_cast<zip_uint64_t>(i), package);
    zip_discard(archive);
    return package;
}

const Node* Node::child(QStringView childName) const
{
    for (const Node& each : children)
        if (each.name == childName)
            return &each;
    return nullptr;
}

const Node* Node::at(const QString& path) const
{
    const Node* node = this;
    for (const QString& each : path.split(u'/'))
        if (node)
            node = node->child(each);
    return node;
}

std::vector<const Node*> Node::all(QStringView childName) const
{
    std::vector<const Node*> found;
    for (const Node& each : children) {
        if (each.name == childName)
            found.push_back(&each);
        const auto deeper = each.all(childName);
        found.insert(found.end(), deeper.begin(), deeper.end());
    }
    return found;
}

QString Node::allText() const
{
    QString all = text;
    for (const Node& each : children)
        all += each.allText();
    return all;
}

Node parsed(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    Node root;
    if (reader.readNextStartElement())
        readElement(reader, root);
    while (!reader.atEnd() && !reader.hasError())
        reader.readNext();
    return reader.hasError() || !xml.startsWith("<?xml ") ? Node() : root;
}

QString SlideText::all() const { return QString(texts.join(u'\n') + u'\n' + chartTexts.join(u'\n')); }

std::vector<SlideText> slideTexts(const QByteArray& deck)
{
    const ReadPackage package = readPackage(deck);
    std::vector<SlideText> slides;
    for (int number = 1;; ++number) {
        const QByteArray stem = QByteArray::number(number) + ".xml";
        const auto slide = package.parts.find("ppt/slides/slide" + stem);
        if (slide == package.parts.end())
            return slides;
        const Node root = parsed(slide->second);
        SlideText text;
        for (const Node* each : root.all(u"a:p"))
            text.texts.append(each->allText());
        for (const Node* shape : root.all(u"p:sp"))
            for (const Node* each : shape->all(u"p:ph"))
                if (each->attribute("type").endsWith(u"itle", Qt::CaseInsensitive) && text.title.isEmpty())
                    text.title = shape->child(u"p:txBody")->allText();
        for (const Node* each : root.all(u"p:cNvPr"))
            if (!each->attribute("descr").isEmpty())
                text.alt.append(each->attribute("descr"));
        const Node relations = parsed(package.parts.at("ppt/slides/_rels/slide" + stem + ".rels"));
        for (const Node& each : relations.children)
            if (each.attribute("Type").endsWith(u"/chart")) {
                const QByteArray chart = "ppt/charts/" + each.attribute("Target").section(u'/', -1).toLatin1();
                const Node part = parsed(package.parts.at(chart));
                for (const Node* value : part.all(u"c:v"))
                    text.chartTexts.append(value->text);
            }
        if (const auto notes = package.parts.find("ppt/notesSlides/notesSlide" + stem); notes != package.parts.end())
            text.notes = parsed(notes->second).allText();
        slides.push_back(std::move(text));
    }
}

} // namespace steward::tests
