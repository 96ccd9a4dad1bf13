// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/kpi.h"

#include "core/content/reader.h"

namespace steward::content {

Parsed<Kpis> parseKpis(const QByteArray& bytes)
{
    Parsed<Kpis> parsed;
    Reader file = readFile(bytes, QStringLiteral("kpis.json"), parsed.issues);
    if (file.object().isEmpty())
        return parsed;
    Kpis& kpis = parsed.value;
    file.each(u"kpis", [&](Reader reader) {
        Kpi kpi{reader.entry(), reader.word(u"unit"), reader.object().value(u"calibrate").toString()};
        if (kpi.text.en.isEmpty())
            reader.report(Code("content.text.missing"), u"text");
        kpis.kpis.push_back(std::move(kpi));
    });
    file.each(u"objectives", [&](Reader reader) {
        Objective objective{reader.entry(), reader.words(u"kpis")};
        for (const QString& id : objective.kpis) {
            if (!findById(kpis.kpis, id))
                reader.report(Code("content.kpi.unknown"), u"kpis", {id});
        }
        kpis.objectives.push_back(std::move(objective));
    });
    file.each(u"lists", [&](Reader reader) { kpis.lists.push_back(reader.entry()); });
    checkIds(kpis.kpis, QStringLiteral("kpis.json kpis"), parsed.issues);
    checkIds(kpis.objectives, QStringLiteral("kpis.json objectives"), parsed.issues);
    return parsed;
}

} // namespace steward::content
