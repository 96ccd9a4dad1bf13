// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cell.h"
#include "core/base/text.h"
#include "core/exchange/export_set.h"
#include "core/exchange/header_currency.h"
#include "core/exchange/typing.h"

#include <QFileInfo>
#include <QSet>

namespace steward::exchange {

namespace {

constexpr std::size_t rowsForSamples = 2'000;

struct Headers
{
    QStringList bare;
    QStringList stems; // without a currency at the end
    std::vector<Currency> currencies;
    [[nodiscard]] bool has(const QString& name) const { return bare.contains(name) || stems.contains(name); }
};

/// Survey tools head a column with the question. The firm's name may stand in it.
QString knownQuestion(const QString& bare)
{
    if (bare.contains(u"howlikely") && bare.contains(u"recommend"))
        return QStringLiteral("nps");
    if (bare.contains(u"howsatisfied"))
        return QStringLiteral("csat");
    return bare.contains(u"howeasy") ? QStringLiteral("ces") : bare;
}

Headers headersOf(const Table& table)
{
    Headers headers;
    for (const auto& header : table.header()) {
        QString bare = bareName(header);
        bare.remove(u'#');
        headers.bare.append(knownQuestion(bare));
        QString stem = bare;
        headers.currencies.push_back(currencyOfHeader(header, stem));
        headers.stems.append(stem);
    }
    return headers;
}

/// A narrow file may have too few headers to speak for its kind, but none that speaks against it.
bool isAllKnown(const Profile& profile, const Headers& headers, bool isNamedFor)
{
    return profile.origin == Profile::Origin::Generic && (isNamedFor || headers.bare.size() > 1) &&
           std::all_of(headers.bare.begin(), headers.bare.end(), [&](const QString& header) {
               return std::any_of(profile.columns.begin(), profile.columns.end(),
                                  [&](const auto& column) { return column.header == header; });
           });
}

/// 0: not this one. Required headers weigh most, then the row's own key in the first column.
int scoreOf(const Profile& profile, const Headers& headers, const QString& fileName)
{
    for (const auto& alternatives : profile.required)
        if (std::none_of(alternatives.begin(), alternatives.end(), [&](const auto& h) { return headers.has(h); }))
            return 0;
    if (std::any_of(profile.none.begin(), profile.none.end(), [&](const auto& h) { return headers.has(h); }))
        return 0;
    const auto hits = std::count_if(profile.any.begin(), profile.any.end(), [&](auto& h) { return headers.has(h); });
    const QString bareFile = bareName(fileName);
    const bool isNamedFor =
        std::any_of(profile.files.begin(), profile.files.end(), [&](const auto& f) { return bareFile.contains(f); });
    if (hits < profile.anyCount && !isAllKnown(profile, headers, isNamedFor))
        return 0;
    int score = 20 * static_cast<int>(profile.required.size()) + 5 * static_cast<int>(std::min<qsizetype>(hits, 8));
    for (const auto& own : profile.own)
        if (headers.has(own))
            score += headers.bare.first() == own ? 45 : 10;
    if (isNamedFor)
        score += 25;
    if (profile.origin == Profile::Origin::Shipped)
        score += 60;
    else if (profile.origin != Profile::Origin::Generic)
        score += 1'000;
    return score + 1;
}

struct Candidate
{
    const Profile* profile = nullptr;
    int score = 0;
};

std::vector<Candidate> rank(const Headers& headers, const Hints& hints, std::span<const Profile> profiles)
{
    std::vector<Candidate> candidates;
    for (const auto& profile : profiles) {
        if (hints.kind.isKnown() && profile.kind != hints.kind)
            continue;
        if (!hints.profile.isEmpty() && profile.id != hints.profile)
            continue;
        if (const int score = scoreOf(profile, headers, hints.fileName))
            candidates.push_back({&profile, score});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return candidates;
}

/// The synonyms of a kind, for a file whose kind was said and whose headers no profile asks for.
const Profile* synonymsFor(Kind kind, const QString& id, std::span<const Profile> profiles)
{
    for (const auto& profile : profiles)
        if (profile.kind == kind && (id.isEmpty() ? profile.origin == Profile::Origin::Generic : profile.id == id))
            return &profile;
    return nullptr;
}

class Mapper
{
public:
    Mapper(const Table& table, const Headers& headers, Detection& detection)
        : m_headers(headers)
        , m_detection(detection)
    {
        for (int i = 0; i < table.header().size(); ++i) {
            Column column;
            column.index = i;
            column.header = table.header()[i];
            m_detection.columns.push_back(column);
        }
    }

    bool give(int index, const Target& target, Evidence evidence, Transform transform = Transform::None)
    {
        Column& column = m_detection.columns[static_cast<std::size_t>(index)];
        if (column.evidence == Evidence::Given && column.target.special == Special::Ignore &&
            target.special == Special::MetricValue)
            m_detection.valuesLeftOut = column.header;
        if (column.target.isKnown() || !target.isKnown() || (m_taken.contains(target.name) && target.isKept()))
            return false;
        column.target = target;
        column.evidence = evidence;
        column.transform = transform;
        if (target.type == FieldType::Amount)
            column.currency = m_headers.currencies[static_cast<std::size_t>(index)];
        m_taken.insert(target.name);
        return true;
    }

    void byProfile(const Profile& profile, Evidence evidence)
    {
        for (const auto& entry : profile.columns)
            for (int i = 0; i < m_headers.bare.size(); ++i)
                if (m_headers.bare[i] == entry.header || m_headers.stems[i] == entry.header)
                    give(i, targetNamed(profile.kind, entry.target), evidence, entry.transform);
    }

    void byCanonicalName(Kind kind)
    {
        for (int i = 0; i < m_headers.bare.size(); ++i) {
            Target target = targetNamed(kind, m_headers.bare[i]);
            if (target.type == FieldType::Amount && !target.isKnown())
                target = targetNamed(kind, m_headers.stems[i]);
            // A tool's "id" is its own key, never ours; "recorded" and the like are ours alone.
            if (target.field >= 0 && static_cast<std::size_t>(target.field) <= ArchivedField)
                continue;
            give(i, target, Evidence::Canonical);
        }
    }

private:
    const Headers& m_headers;
    Detection& m_detection;
    QSet<QString> m_taken;
};

/// A file that Steward wrote: ids of the book, and the columns every record has.
bool isOwnExport(const Headers& headers)
{
    return headers.bare.size() > 4 && headers.bare.first() == u"id" &&
           headers.bare.contains(QStringLiteral("recorded")) && headers.bare.contains(QStringLiteral("importid")) &&
           headers.bare.contains(QStringLiteral("archivedon"));
}

/// Usage has no record: its export is known by all its columns. Behind them may stand those of a file of rejects.
bool isOwnUsage(const Headers& headers)
{
    const QStringList& own = usageHeader();
    return headers.bare.size() >= own.size() &&
           std::equal(own.begin(), own.end(), headers.bare.begin(),
                      [](const QString& name, const QString& bare) { return bareName(name) == bare; });
}

Kind kindOfOwnExport(const Headers& headers, const QString& fileName)
{
    if (isOwnUsage(headers))
        return {std::nullopt, true};
    if (const Kind named = kindNamed(QFileInfo(fileName).completeBaseName()); named.entity)
        return named;
    for (const auto& entity : catalogue())
        if (static_cast<qsizetype>(entity.fields.size()) <= headers.bare.size() &&
            std::all_of(entity.fields.begin(), entity.fields.end(),
                        [&](const FieldInfo& f) { return headers.bare.contains(bareName(f.name)); }))
            return {entity.entity, false};
    return {};
}

void mapOwnExport(Mapper& mapper, const Headers& headers, Kind kind)
{
    if (isOwnUsage(headers)) { // what a row waits for is read beside its account
        const char* const names[] = {"account_id", "ignore", "metric", "day", "value"};
        for (int i = 0; i < 5; ++i)
            mapper.give(i, targetNamed(kind, QString::fromLatin1(names[i])), Evidence::Profile);
        return;
    }
    mapper.give(0, targetNamed(kind, QStringLiteral("record_id")), Evidence::Profile);
    const Target ignore = targetNamed(kind, QStringLiteral("ignore"));
    for (int i = 1; i < headers.bare.size(); ++i)
        for (const auto* ours : {u"recorded", u"importid"})
            if (headers.bare[i] == QStringView(ours))
                mapper.give(i, ignore, Evidence::Profile);
    if (const qsizetype archived = headers.bare.indexOf(QStringLiteral("archivedon")); archived >= 0)
        mapper.give(static_cast<int>(archived), targetNamed(kind, QStringLiteral("archived_on")), Evidence::Profile);
    mapper.byCanonicalName(kind);
}

Status mapGiven(Mapper& mapper, const Table& table, const Hints& hints, Kind kind)
{
    for (const auto& [header, name] : hints.map) {
        const QString bare = bareName(header);
        int index = -1;
        for (int i = 0; i < table.header().size() && index < 0; ++i)
            if (table.header()[i] == header || bareName(table.header()[i]) == bare)
                index = i;
        if (index < 0)
            return fail(Code("import.map.no_column"), ErrorKind::Usage, {header});
        const Target target = targetNamed(kind, name);
        if (!target.isKnown())
            return fail(Code("import.map.no_field"), ErrorKind::Usage, {name, kind.name()});
        mapper.give(index, target, Evidence::Given);
    }
    return {};
}

void look(const Table& table, Detection& detection)
{
    const std::size_t rows = std::min(table.rows(), rowsForSamples);
    for (auto& column : detection.columns) {
        qint64 filled = 0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto cell = trimmedCell(table.cell(row, static_cast<std::size_t>(column.index)));
            if (cell.empty())
                continue;
            ++filled;
            if (row < rows && column.samples.size() < 5) {
                const QString text = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).left(80);
                if (!column.samples.contains(text))
                    column.samples.append(text);
            }
        }
        column.fill = table.rows() == 0 ? 0 : static_cast<double>(filled) / static_cast<double>(table.rows());
    }
    detection.rowsLooked = static_cast<qint64>(table.rows());
}

/// Columns that a file of rejected rows carries beside the original ones.
void leaveOutRejectColumns(Mapper& mapper, const Headers& headers, Kind kind)
{
    for (int i = 0; i < headers.bare.size(); ++i)
        if (headers.bare[i] == u"stewardline" || headers.bare[i] == u"stewardreason" ||
            headers.bare[i] == u"stewardfile")
            mapper.give(i, targetNamed(kind, QStringLiteral("ignore")), Evidence::Profile);
}

/// An account in every row, and otherwise numbers: figures of accounts that do not say their day.
bool areFigures(const Table& table, const Headers& headers, const Profile& usage)
{
    if (headers.bare.size() < 2 || table.rows() == 0 || usage.required.empty() ||
        !usage.required.front().contains(headers.bare.front()))
        return false;
    for (std::size_t column = 1; column < table.columns(); ++column)
        if (!holdsNumbers(table, static_cast<int>(column)))
            return false;
    return true;
}

const Profile* profileOf(const Table& table, const Headers& headers, const Hints& hints,
                         std::span<const Profile> profiles, const std::vector<Candidate>& candidates)
{
    if (!candidates.empty())
        return candidates.front().profile;
    if (hints.kind.isKnown())
        return synonymsFor(hints.kind, hints.profile, profiles);
    const Profile* usage = synonymsFor({std::nullopt, true}, hints.profile, profiles);
    return usage && areFigures(table, headers, *usage) ? usage : nullptr;
}

Result<Detection> mapped(const Table& table, const Headers& headers, const Hints& hints,
                         std::span<const Profile> profiles)
{
    Detection detection;
    detection.layout = table.layout();
    const bool isUsage = isOwnUsage(headers) && (hints.kind.isUsage || !hints.kind.isKnown());
    const bool isOwn = (isUsage || isOwnExport(headers)) && hints.profile.isEmpty();
    const std::vector<Candidate> candidates = rank(headers, hints, profiles);
    const Profile* best = profileOf(table, headers, hints, profiles, candidates);
    if (!best && !hints.profile.isEmpty())
        return fail(Code("import.profile.unknown"), ErrorKind::Usage, {hints.profile});

    detection.kind = hints.kind.isKnown() ? hints.kind : best ? best->kind : Kind();
    if (isOwn && !hints.kind.isKnown())
        detection.kind = kindOfOwnExport(headers, hints.fileName);
    detection.profile = isOwn ? QStringLiteral("steward") : best ? best->id : QStringLiteral("canonical");
    detection.source = isOwn ? QStringLiteral("steward") : best ? best->source : QStringLiteral("csv");
    for (std::size_t i = 1; i < std::min<std::size_t>(candidates.size(), 4) && !isOwn; ++i)
        if (candidates[i].score + 15 >= candidates[0].score)
            detection.alternatives.append(candidates[i].profile->id + u' ' + candidates[i].profile->kind.name());
    Mapper mapper(table, headers, detection);
    if (!detection.kind.isKnown())
        return detection;
    leaveOutRejectColumns(mapper, headers, detection.kind);
    if (auto given = mapGiven(mapper, table, hints, detection.kind); !given)
        return tl::unexpected(given.error());
    if (isOwn) {
        mapOwnExport(mapper, headers, detection.kind);
        return detection;
    }
    if (best) {
        const bool isGeneric = best->origin == Profile::Origin::Generic;
        mapper.byProfile(*best, isGeneric ? Evidence::Synonym : Evidence::Profile);
        detection.constants = best->constants;
        detection.dateOrder = best->dateOrder;
    }
    mapper.byCanonicalName(detection.kind);
    return detection;
}

qint64 knownColumns(const Detection& detection)
{
    return std::count_if(detection.columns.begin(), detection.columns.end(),
                         [](const Column& column) { return column.target.isKept(); });
}

/// Somebody said what the file is. Asks back where nothing of it fits, or where no profile of that kind knows it and
/// another kind explains more of its columns.
Status doubtOfKind(const Table& table, const Headers& headers, const Hints& hints, std::span<const Profile> profiles,
                   Detection& detection)
{
    const bool isOwn = detection.profile == u"steward";
    if (!isOwn && !rank(headers, hints, profiles).empty())
        return {};
    Hints free;
    free.fileName = hints.fileName;
    const auto other = mapped(table, headers, free, profiles);
    if (!other)
        return tl::unexpected(other.error());
    const bool isOther = other->kind.isKnown() && other->kind != hints.kind;
    if (isOther && (isOwn || knownColumns(*other) > knownColumns(detection)))
        detection.asks.push_back(
            {Code("import.ask.other_kind"), {}, {hints.fileName}, {other->kind.name(), hints.kind.name()}});
    else if (hints.kind.entity && knownColumns(detection) == 0)
        detection.asks.push_back({Code("import.ask.no_columns"), {}, {hints.fileName}, {hints.kind.name()}});
    return {};
}

} // namespace

const Column* Detection::column(Special special) const
{
    for (const auto& each : columns)
        if (each.target.special == special)
            return &each;
    return nullptr;
}

const Column* Detection::field(const QString& name) const
{
    for (const auto& each : columns)
        if (each.target.isKnown() && each.target.name == name)
            return &each;
    return nullptr;
}

Message Ask::message() const
{
    Arguments arguments{column, examples.join(QStringLiteral(", "))};
    for (const auto& choice : choices)
        arguments.emplace_back(choice);
    return {code, std::move(arguments)};
}

Result<Detection> recognise(const Table& table, const Hints& hints, std::span<const Profile> profiles)
{
    const Headers headers = headersOf(table);
    auto detection = mapped(table, headers, hints, profiles);
    if (!detection)
        return detection;
    if (!detection->kind.isKnown())
        detection->asks.push_back({Code("import.ask.kind"), {}, {hints.fileName}, {}});
    else if (hints.kind.isKnown() && !hints.isKindSure)
        if (auto doubt = doubtOfKind(table, headers, hints, profiles, *detection); !doubt)
            return tl::unexpected(doubt.error());
    look(table, *detection);
    return detection;
}

} // namespace steward::exchange
