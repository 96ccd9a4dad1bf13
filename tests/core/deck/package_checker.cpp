// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/deck/package_checker.h"

#include <QDir>
#include <QSet>
#include <cmath>

namespace steward::tests {

namespace {

using Parts = std::map<QByteArray, QByteArray>;

struct Relation
{
    QString type; ///< last word of it
    QByteArray target;
};

class Checker
{
public:
    explicit Checker(const Parts& parts)
        : m_parts(parts)
    {
    }
    QStringList faults()
    {
        for (const auto& [name, bytes] : m_parts)
            if (name.endsWith(".xml") || name.endsWith(".rels"))
                read(name, bytes);
        if (!m_faults.isEmpty())
            return m_faults;
        contentTypes();
        relations();
        if (!m_faults.isEmpty())
            return m_faults;
        reachable();
        presentation();
        for (const auto& [name, root] : m_roots)
            if (name.startsWith("ppt/"))
                part(name, root);
        core();
        return m_faults;
    }

private:
    void fault(const QByteArray& name, const QString& what)
    {
        m_faults.append(QString::fromUtf8(name) + QStringLiteral(": ") + what);
    }
    void require(bool isGood, const QByteArray& name, const char* what)
    {
        if (!isGood)
            fault(name, QLatin1String(what));
    }

    void read(const QByteArray& name, const QByteArray& bytes)
    {
        Node root = parsed(bytes);
        require(!root.name.isEmpty(), name, "not well-formed");
        m_roots[name] = std::move(root);
    }

    void contentTypes()
    {
        QHash<QByteArray, QString> overrides;
        QHash<QByteArray, QString> defaults;
        for (const Node& each : m_roots["[Content_Types].xml"].children) {
            const bool isDefault = each.name == u"Default";
            const QByteArray key =
                isDefault ? each.attribute("Extension").toUtf8() : each.attribute("PartName").mid(1).toUtf8();
            auto& list = isDefault ? defaults : overrides;
            require(!list.contains(key), key, "content type twice");
            require(isDefault || m_parts.contains(key), key, "content type of a part that is not there");
            list.insert(key, each.attribute("ContentType"));
        }
        for (const auto& [name, bytes] : m_parts) {
            const QByteArray extension = name.mid(name.lastIndexOf('.') + 1);
            require(overrides.contains(name) || defaults.contains(extension), name, "no content type");
            const bool isOwn = name.endsWith(".xml") && name != "[Content_Types].xml";
            require(!isOwn || overrides.contains(name), name, "only a general content type");
        }
    }

    void relations()
    {
        for (const auto& [name, root] : m_roots) {
            if (!name.endsWith(".rels"))
                continue;
            const qsizetype at = name.indexOf("_rels/");
            const QByteArray source =
                name == "_rels/.rels" ? QByteArray() : name.left(at) + name.mid(at + 6).chopped(5);
            require(source.isEmpty() || m_parts.contains(source), name, "relations of a part that is not there");
            const QString folder = QString::fromUtf8(name.left(at));
            for (const Node& each : root.children) {
                const QString id = each.attribute("Id");
                require(!m_relations[source].contains(id), name, "relation id twice");
                if (each.attribute("TargetMode") == u"External") {
                    require(each.attribute("Type").endsWith(u"/hyperlink"), name, "something of another machine");
                    m_relations[source].insert(id, {QStringLiteral("hyperlink"), {}});
                    continue;
                }
                const QByteArray target = QDir::cleanPath(folder + each.attribute("Target")).toUtf8();
                require(m_parts.contains(target), name, "relation to a part that is not there");
                m_relations[source].insert(id, {each.attribute("Type").section(u'/', -1), target});
            }
        }
    }
    void reachable()
    {
        QSet<QByteArray> seen{QByteArray()};
        std::vector<QByteArray> waiting{QByteArray()};
        while (!waiting.empty()) {
            const QByteArray from = waiting.back();
            waiting.pop_back();
            for (const Relation& each : m_relations[from])
                if (!seen.contains(each.target)) {
                    seen.insert(each.target);
                    waiting.push_back(each.target);
                }
        }
        for (const auto& [name, bytes] : m_parts)
            require(seen.contains(name) || name.endsWith(".rels") || name == "[Content_Types].xml", name, "orphan");
    }
    [[nodiscard]] std::vector<QByteArray> targets(const QByteArray& from, QStringView type)
    {
        std::vector<QByteArray> found;
        for (const Relation& each : m_relations[from])
            if (each.type == type)
                found.push_back(each.target);
        return found;
    }

    void presentation()
    {
        const QByteArray name = "ppt/presentation.xml";
        const Node& root = m_roots[name];
        QStringList order;
        for (const Node& each : root.children)
            order.append(each.name);
        QStringList right{QStringLiteral("p:sldMasterIdLst"), QStringLiteral("p:notesMasterIdLst"),
                          QStringLiteral("p:sldIdLst"), QStringLiteral("p:sldSz"), QStringLiteral("p:notesSz")};
        if (!root.child(u"p:notesMasterIdLst"))
            right.removeAt(1);
        if (root.child(u"p:extLst"))
            right.append(QStringLiteral("p:extLst"));
        require(order == right, name, "order");
        QSet<qint64> ids;
        for (const Node* each : root.all(u"p:sldId")) {
            const qint64 id = each->attribute("id").toLongLong();
            require(id >= 256 && id < 2'147'483'648 && !ids.contains(id), name, "slide id");
            ids.insert(id);
        }
        QSet<qint64> inSections;
        for (const Node* each : root.all(u"p14:sldId")) {
            const qint64 id = each->attribute("id").toLongLong();
            require(ids.contains(id) && !inSections.contains(id), name, "slide of a section");
            inSections.insert(id);
        }
        require(inSections.isEmpty() || inSections == ids, name, "slide without a section");
        for (const Node* each : root.all(u"p:sldMasterId"))
            layoutId(name, each->attribute("id").toLongLong());
        for (const QByteArray& master : targets(name, u"slideMaster")) {
            const auto listed = m_roots[master].all(u"p:sldLayoutId");
            require(listed.size() == targets(master, u"slideLayout").size(), master, "layout list");
            for (const Node* each : listed)
                layoutId(master, each->attribute("id").toLongLong());
        }
        const bool hasNotes = root.child(u"p:notesMasterIdLst") != nullptr;
        require(hasNotes == !targets(name, u"notesMaster").empty(), name, "notes master list");
    }
    void layoutId(const QByteArray& name, qint64 id)
    {
        require(id >= 2'147'483'648 && !m_layoutIds.contains(id), name, "master or layout id");
        m_layoutIds.insert(id);
    }

    void part(const QByteArray& name, const Node& root)
    {
        references(name, root);
        ids(name, root);
        numbers(name, root);
        if (!name.startsWith("ppt/charts/"))
            texts(name, root);
        for (const Node* each : root.all(u"a:ln"))
            require(!each->children.empty() || !each->attributes.isEmpty(), name, "empty line");
        for (const Node* each : root.all(u"p:bgPr"))
            require(each->child(u"a:effectLst"), name, "background without effect list");
        for (const Node* each : root.all(u"p:graphicFrame"))
            frame(name, *each);
        if (root.name == u"p:sld")
            slide(name, root);
        if (root.name == u"p:notes") {
            require(targets(name, u"notesMaster").size() == 1, name, "no notes master");
            require(targets(name, u"slide").size() == 1, name, "no way back to the slide");
        }
        if (root.name == u"p:sldLayout")
            require(targets(name, u"slideMaster").size() == 1, name, "no master");
        if (root.name == u"p:sldMaster" || root.name == u"p:notesMaster")
            for (const QByteArray& each : targets(name, u"theme")) {
                require(!m_themes.contains(each), name, "theme of two masters");
                m_themes.insert(each);
            }
        if (root.name == u"c:chartSpace")
            chart(name, root);
    }
    void references(const QByteArray& name, const Node& node)
    {
        for (auto each = node.attributes.begin(); each != node.attributes.end(); ++each)
            if (each.key().startsWith(u"r:"))
                require(m_relations[name].contains(each.value()), name, "unknown relation id");
        for (const Node& each : node.children)
            references(name, each);
    }
    void ids(const QByteArray& name, const Node& root)
    {
        QSet<QString> seen;
        for (const Node* each : root.all(u"p:cNvPr")) {
            require(!seen.contains(each->attribute("id")), name, "shape id twice");
            seen.insert(each->attribute("id"));
        }
        QSet<QString> places;
        for (const Node* each : root.all(u"p:ph")) {
            const QString key = each->attribute("type") + u'/' + each->attribute("idx");
            require(!places.contains(key), name, "placeholder twice");
            places.insert(key);
        }
    }
    void numbers(const QByteArray& name, const Node& root)
    {
        for (const char* element : {"a:off", "a:ext", "a:gridCol", "a:tr"})
            for (const Node* each : root.all(QString::fromLatin1(element)))
                for (const char* key : {"x", "y", "cx", "cy", "w", "h"})
                    if (each->attributes.contains(QLatin1String(key))) {
                        bool isWhole = false;
                        const qint64 value = each->attribute(key).toLongLong(&isWhole);
                        require(isWhole && value >= 0, name, "measure is not a whole number from 0");
                    }
        for (const Node* each : root.all(u"a:srgbClr"))
            require(each->attribute("val").size() == 6, name, "colour");
    }
    void texts(const QByteArray& name, const Node& root)
    {
        for (const Node* shape : root.all(u"p:sp")) {
            const auto places = shape->all(u"p:ph");
            const bool isPicture = !places.empty() && places.front()->attribute("type") == u"sldImg";
            require(isPicture || shape->child(u"p:txBody"), name, "shape without text body");
        }
        for (const char* body : {"p:txBody", "a:txBody"})
            for (const Node* each : root.all(QString::fromLatin1(body)))
                require(each->child(u"a:p"), name, "text body without paragraph");
        for (const Node* each : root.all(u"a:p")) {
            require(each->all(u"a:pPr").size() <= 1, name, "paragraph properties twice");
            require(!each->child(u"a:pPr") || each->children.front().name == u"a:pPr", name, "properties not first");
        }
    }
    void frame(const QByteArray& name, const Node& frame)
    {
        const Node* named = frame.at(QStringLiteral("p:nvGraphicFramePr/p:cNvPr"));
        require(named && !named->attribute("descr").isEmpty(), name, "no alt text");
        const Node* table = frame.at(QStringLiteral("a:graphic/a:graphicData/a:tbl"));
        if (!table)
            return;
        const auto columns = table->at(QStringLiteral("a:tblGrid"))->children.size();
        qint64 width = 0;
        for (const Node* each : table->all(u"a:gridCol"))
            width += each->attribute("w").toLongLong();
        const Node* size = frame.at(QStringLiteral("p:xfrm/a:ext"));
        require(std::abs(width - size->attribute("cx").toLongLong()) < 100, name,
                "columns are not as wide as the table");
        for (const Node* row : table->all(u"a:tr"))
            require(row->all(u"a:tc").size() == columns, name, "row with another number of cells");
        for (const Node* cell : table->all(u"a:tc")) {
            require(cell->child(u"a:txBody"), name, "cell without text");
            const QString anchor = cell->child(u"a:tcPr") ? cell->child(u"a:tcPr")->attribute("anchor") : QString();
            require(anchor.isEmpty() || anchor == u"t" || anchor == u"ctr" || anchor == u"b", name, "cell anchor");
        }
    }
    void slide(const QByteArray& name, const Node& root)
    {
        require(targets(name, u"slideLayout").size() == 1, name, "not one layout");
        require(targets(name, u"notesSlide").size() <= 1, name, "two notes");
        QString title;
        for (const Node* shape : root.all(u"p:sp"))
            for (const Node* each : shape->all(u"p:ph"))
                if (each->attribute("type") == u"title" || each->attribute("type") == u"ctrTitle")
                    title = shape->child(u"p:txBody") ? shape->child(u"p:txBody")->allText() : QString();
        require(!title.trimmed().isEmpty(), name, "no title");
        require(!m_titles.contains(title), name, "title twice");
        m_titles.insert(title);
    }

    void chart(const QByteArray& name, const Node& root)
    {
        const Node* plot = root.at(QStringLiteral("c:chart/c:plotArea"));
        for (const Node& each : plot->children)
            if (each.name.endsWith(u"Chart"))
                group(name, each, *plot);
        const auto books = targets(name, u"package");
        require(books.size() == 1, name, "not one workbook");
        if (books.size() != 1)
            return;
        require(!m_workbooks.contains(books.front()), name, "workbook of two charts");
        m_workbooks.insert(books.front());
        const ReadPackage book = readPackage(m_parts.at(books.front()));
        for (const QString& each : book.faults)
            fault(books.front(), each);
        if (book.faults.isEmpty())
            data(name, root, cellsOf(book));
    }
    void group(const QByteArray& name, const Node& group, const Node& plot)
    {
        QSet<QString> axes;
        for (const Node& each : plot.children)
            if (each.name.endsWith(u"Ax"))
                axes.insert(each.child(u"c:axId")->attribute("val"));
        qsizetype own = 0;
        for (const Node& each : group.children)
            if (each.name == u"c:axId") {
                ++own;
                require(axes.contains(each.attribute("val")), name, "axis id without axis");
            }
        const bool isDoughnut = group.name == u"c:doughnutChart";
        require(own == (isDoughnut ? 0 : 2) && axes.size() == own, name, "number of axes");
        static const QHash<QString, QString> places{{QStringLiteral("c:lineChart"), QStringLiteral("t b l r ctr")},
                                                    {QStringLiteral("c:doughnutChart"), QString()}};
        const Node* grouping = group.child(u"c:grouping");
        const bool isStacked = grouping && grouping->attribute("val") == u"stacked";
        const QString bars = isStacked ? QStringLiteral("inEnd ctr inBase") : QStringLiteral("outEnd inEnd ctr inBase");
        const QStringList allowed = places.value(group.name, bars).split(u' ');
        for (const Node* each : group.all(u"c:dLblPos"))
            require(allowed.contains(each->attribute("val")), name, "place of a label");
        for (const Node* each : group.all(u"c:ser"))
            series(name, *each);
    }
    void series(const QByteArray& name, const Node& series)
    {
        static const QStringList order{
            QStringLiteral("c:idx"),       QStringLiteral("c:order"),  QStringLiteral("c:tx"),
            QStringLiteral("c:spPr"),      QStringLiteral("c:marker"), QStringLiteral("c:invertIfNegative"),
            QStringLiteral("c:explosion"), QStringLiteral("c:dPt"),    QStringLiteral("c:dLbls"),
            QStringLiteral("c:cat"),       QStringLiteral("c:val"),    QStringLiteral("c:smooth")};
        qsizetype at = -1;
        for (const Node& each : series.children) {
            const qsizetype next = order.indexOf(each.name);
            require(next >= 0 && (next > at || (next == at && each.name == u"c:dPt")), name, "order in a series");
            at = next;
        }
        for (const char* cache : {"c:numCache", "c:strCache"})
            for (const Node* each : series.all(QString::fromLatin1(cache))) {
                const Node* count = each->child(u"c:ptCount");
                qint64 last = -1;
                for (const Node* point : each->all(u"c:pt")) {
                    const qint64 index = point->attribute("idx").toLongLong();
                    require(index > last && count && index < count->attribute("val").toLongLong(), name, "point index");
                    last = index;
                }
            }
    }

    using Cells = QHash<QString, QString>;
    static Cells cellsOf(const ReadPackage& book)
    {
        QStringList strings;
        const auto part = [&](const char* name) {
            const auto found = book.parts.find(name);
            return found == book.parts.end() ? Node() : parsed(found->second);
        };
        const Node texts = part("xl/sharedStrings.xml");
        for (const Node& each : texts.children)
            strings.append(each.allText());
        Cells cells;
        const Node sheet = part("xl/worksheets/sheet1.xml");
        for (const Node* each : sheet.all(u"c")) {
            const QString value = each->child(u"v") ? each->child(u"v")->text : QString();
            cells.insert(each->attribute("r"), each->attribute("t") == u"s" ? strings.value(value.toInt()) : value);
        }
        const Node workbook = part("xl/workbook.xml");
        for (const Node* each : workbook.all(u"sheet"))
            cells.insert(QStringLiteral("sheet"), each->attribute("name"));
        return cells;
    }
    /// Every cached point says what its cell says, and every cell of the range is cached.
    void data(const QByteArray& name, const Node& root, const Cells& cells)
    {
        for (const char* kind : {"c:strRef", "c:numRef"})
            for (const Node* ref : root.all(QString::fromLatin1(kind))) {
                const QString formula = ref->child(u"c:f")->text;
                require(formula.section(u'!', 0, 0) == cells.value(QStringLiteral("sheet")), name,
                        "sheet of a formula");
                const QStringList ends = formula.section(u'!', 1).remove(u'$').split(u':');
                const QString column = ends.first().left(1);
                const qint64 first = ends.first().mid(1).toLongLong();
                const qint64 last = ends.last().mid(1).toLongLong();
                const Node& cache = ref->children.back();
                require(cache.child(u"c:ptCount")->attribute("val").toLongLong() == last - first + 1, name,
                        "count of a range");
                QHash<qint64, QString> points;
                for (const Node* each : cache.all(u"c:pt"))
                    points.insert(each->attribute("idx").toLongLong(), each->child(u"c:v")->text);
                for (qint64 i = first; i <= last; ++i)
                    require(points.value(i - first) == cells.value(column + QString::number(i)), name,
                            "cache and workbook differ");
                if (QLatin1String(kind) == QLatin1String("c:numRef"))
                    for (const QString& each : points) {
                        bool isNumber = false;
                        require(std::isfinite(each.toDouble(&isNumber)) && isNumber, name, "no number");
                    }
            }
    }
    void core()
    {
        const Node& root = m_roots["docProps/core.xml"];
        for (const char* each : {"dcterms:created", "dcterms:modified"}) {
            const Node* when = root.child(QString::fromLatin1(each));
            require(when && when->attribute("xsi:type") == u"dcterms:W3CDTF" && when->text.size() == 20,
                    "docProps/core.xml", "date");
        }
    }

    const Parts& m_parts;
    std::map<QByteArray, Node> m_roots;
    std::map<QByteArray, QHash<QString, Relation>> m_relations;
    QSet<qint64> m_layoutIds;
    QSet<QByteArray> m_themes;
    QSet<QByteArray> m_workbooks;
    QSet<QString> m_titles;
    QStringList m_faults;
};

} // namespace

QStringList faultsOf(const Parts& parts) { return Checker(parts).faults(); }

QStringList faultsOf(const QByteArray& deck)
{
    const ReadPackage package = readPackage(deck);
    return package.faults.isEmpty() ? faultsOf(package.parts) : package.faults;
}

} // namespace steward::tests
