// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/journey_draft.h"

#include "core/content/journey_past.h"
#include "core/content/play.h"
#include "core/portfolio/book_settings.h"
#include "core/query/book_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <set>

namespace steward::query {

namespace {

using content::StageKind;

const QString fileName = QStringLiteral("journeys.json");
const QString journeysField = QStringLiteral("journeys");
const QString stagesField = QStringLiteral("stages");
const QString milestonesField = QStringLiteral("milestones");
constexpr std::pair<StageKind, QStringView> kinds[] = {{StageKind::Before, u"before"},
                                                       {StageKind::Onboarding, u"onboarding"},
                                                       {StageKind::Main, u"main"},
                                                       {StageKind::Beside, u"beside"}};

QString textOf(const QJsonValue& value) { return value[QStringLiteral("en")].toString(); }

QStringList textsOf(const QJsonObject& stage, const QString& field)
{
    QStringList texts;
    for (const QJsonValue each : stage.value(field).toArray())
        texts << textOf(each);
    return texts;
}

StageText stageFrom(const QJsonObject& json)
{
    StageText stage;
    stage.id = json.value(QStringLiteral("id")).toString();
    stage.name = textOf(json.value(QStringLiteral("name")));
    stage.goal = textOf(json.value(QStringLiteral("text")));
    stage.outcome = textOf(json.value(QStringLiteral("outcome")));
    stage.metrics = textsOf(json, QStringLiteral("metrics"));
    stage.exit = textsOf(json, QStringLiteral("exit"));
    stage.friction = textsOf(json, QStringLiteral("friction"));
    if (json.contains(QStringLiteral("days")))
        stage.days = json.value(QStringLiteral("days")).toInt();
    for (const auto& [kind, word] : kinds)
        if (json.value(QStringLiteral("kind")).toString() == word)
            stage.kind = kind;
    return stage;
}

QJsonObject templateOf(const QJsonObject& file, const QString& journey)
{
    for (const QJsonValue each : file.value(journeysField).toArray())
        if (each[QStringLiteral("id")].toString() == journey)
            return each.toObject();
    return {};
}

QJsonObject stageIn(const QJsonObject& journey, const QString& id)
{
    for (const QJsonValue each : journey.value(stagesField).toArray())
        if (each[QStringLiteral("id")].toString() == id)
            return each.toObject();
    return {};
}

/// A changed text is no longer what a catalogue translates: it gets a key of its own.
class Texts
{
public:
    Texts(QString prefix, int version)
        : m_prefix(std::move(prefix))
        , m_version(version)
    {
    }
    void put(QJsonObject& object, const QString& field, const QString& text) const
    {
        if (textOf(object.value(field)) != text)
            object[field] = made(field, text);
    }
    void put(QJsonObject& object, const QString& field, const QStringList& texts) const
    {
        const QJsonArray before = object.value(field).toArray();
        QJsonArray now;
        for (const QString& text : texts) {
            const auto known = std::find_if(before.begin(), before.end(),
                                            [&text](const QJsonValue& each) { return textOf(each) == text; });
            const QString place = QString(field + u'_' + QString::number(now.size() + 1));
            now.append(known == before.end() ? QJsonValue(made(place, text)) : *known);
        }
        object[field] = now;
    }

private:
    [[nodiscard]] QJsonObject made(const QString& field, const QString& text) const
    {
        return {{QStringLiteral("key"), content::ownKey(m_prefix + field, m_version)}, {QStringLiteral("en"), text}};
    }
    QString m_prefix;
    int m_version;
};

/// "Daily use" -> "daily_use".
QString idFrom(const QString& name)
{
    QString id;
    for (const QChar each : name.normalized(QString::NormalizationForm_D).toLower())
        if (each.isLetterOrNumber() && each.unicode() < 128)
            id += each;
        else if (!id.isEmpty() && !id.endsWith(u'_') && !each.isMark())
            id += u'_';
    while (id.endsWith(u'_'))
        id.chop(1);
    return id.isEmpty() ? QStringLiteral("stage") : id;
}

} // namespace

JourneyDraft JourneyDraft::of(const BookFacts& book, const content::Journeys& known, const QString& journey)
{
    JourneyDraft draft;
    draft.m_journey = journey;
    draft.m_files = contentFilesOf(book);
    draft.m_file = QJsonDocument::fromJson(draft.m_files[fileName]).object();
    draft.m_known = known;
    for (const QJsonValue each : templateOf(draft.m_file, journey).value(stagesField).toArray())
        draft.m_before.push_back(stageFrom(each.toObject()));
    draft.m_now = draft.m_before;
    return draft;
}

int JourneyDraft::version() const { return templateOf(m_file, m_journey).value(QStringLiteral("version")).toInt(); }

void JourneyDraft::setStage(std::size_t at, const StageText& stage)
{
    const QString id = m_now[at].id;
    m_now[at] = stage;
    m_now[at].id = id;
}

std::size_t JourneyDraft::addStage(std::size_t after, const QString& name)
{
    StageText stage;
    stage.id = QString(u'+' + QString::number(++m_added));
    stage.name = name;
    stage.days = 30;
    const std::size_t at = m_now.empty() ? 0 : after + 1;
    m_now.insert(m_now.begin() + std::ptrdiff_t(at), stage);
    return at;
}

std::size_t JourneyDraft::splitStage(std::size_t at, const QString& second)
{
    StageText late = m_now[at];
    late.id = QString(u'+' + QString::number(++m_added));
    late.name = second;
    if (late.days) {
        m_now[at].days = std::max(1, *late.days / 2);
        late.days = std::max(1, *late.days - *m_now[at].days);
    }
    m_now[at].exit.clear();
    // Whoever is being set up is so until the second part is over.
    m_halves[late.id] = m_now[at].id;
    m_now.insert(m_now.begin() + std::ptrdiff_t(at) + 1, late);
    return at + 1;
}

void JourneyDraft::removeStage(std::size_t at) { m_now.erase(m_now.begin() + std::ptrdiff_t(at)); }

bool JourneyDraft::moveStage(std::size_t at, int direction)
{
    const auto to = std::ptrdiff_t(at) + direction;
    if (to < 0 || to >= std::ptrdiff_t(m_now.size()))
        return false;
    std::swap(m_now[at], m_now[std::size_t(to)]);
    return true;
}

std::vector<StageText> JourneyDraft::removed() const
{
    std::vector<StageText> gone;
    for (const StageText& each : m_before)
        if (std::ranges::find(m_now, each.id, &StageText::id) == m_now.end())
            gone.push_back(each);
    return gone;
}

int JourneyDraft::changes() const
{
    int count = static_cast<int>(removed().size());
    QStringList before;
    QStringList now;
    for (const StageText& each : m_before)
        if (std::ranges::find(m_now, each.id, &StageText::id) != m_now.end())
            before << each.id;
    for (const StageText& each : m_now) {
        const auto own = std::ranges::find(m_before, each.id, &StageText::id);
        count += own == m_before.end() || *own != each ? 1 : 0;
        if (own != m_before.end())
            now << each.id;
    }
    return count + (before == now ? 0 : 1);
}

QString JourneyDraft::splitFrom(const QString& id) const
{
    const auto half = m_halves.find(id);
    return half == m_halves.end() ? QString() : half->second;
}

QString JourneyDraft::keptId(const QString& id) const
{
    if (!id.startsWith(u'+'))
        return id;
    std::set<QString> taken;
    for (const content::JourneyTemplate& journey : m_known.templates)
        for (const content::JourneyStage& stage : journey.stages)
            taken.insert(stage.id);
    for (const StageText& each : m_now) {
        if (!each.id.startsWith(u'+'))
            continue;
        const QString wanted = idFrom(each.name);
        QString kept = wanted;
        for (int number = 2; taken.contains(kept); ++number)
            kept = QString(wanted + u'_' + QString::number(number));
        if (each.id == id)
            return kept;
        taken.insert(kept);
    }
    return id;
}

QJsonObject JourneyDraft::jsonOf(const StageText& stage) const
{
    const QJsonObject journey = templateOf(m_file, m_journey);
    const QString id = keptId(stage.id);
    QJsonObject json = stageIn(journey, stage.id);
    const bool isFirstHalf = std::ranges::any_of(m_halves, [&](const auto& half) {
        return half.second == stage.id && std::ranges::find(m_now, half.first, &StageText::id) != m_now.end();
    });
    if (isFirstHalf)
        json.remove(milestonesField);
    QString whole = splitFrom(stage.id);
    while (!splitFrom(whole).isEmpty())
        whole = splitFrom(whole);
    if (!whole.isEmpty() && !isFirstHalf)
        json[milestonesField] = stageIn(journey, whole).value(milestonesField);
    const bool isSame = !isFirstHalf && !json.isEmpty() && stageFrom(json) == stage;
    json[QStringLiteral("id")] = id;
    json[QStringLiteral("version")] =
        isSame ? json.value(QStringLiteral("version")).toInt() : json.value(QStringLiteral("version")).toInt() + 1;
    const Texts texts(QString(QStringLiteral("journey.") + m_journey + u'.' + id + u'.'), version() + 1);
    texts.put(json, QStringLiteral("name"), stage.name.trimmed());
    texts.put(json, QStringLiteral("text"), stage.goal.trimmed());
    texts.put(json, QStringLiteral("outcome"), stage.outcome.trimmed());
    texts.put(json, QStringLiteral("metrics"), stage.metrics);
    texts.put(json, QStringLiteral("exit"), stage.exit);
    texts.put(json, QStringLiteral("friction"), stage.friction);
    json.remove(QStringLiteral("days"));
    if (stage.days)
        json[QStringLiteral("days")] = *stage.days;
    const auto kind = std::ranges::find(kinds, stage.kind, [](const auto& each) { return each.first; });
    json[QStringLiteral("kind")] = kind->second.toString();
    return json;
}

QByteArray JourneyDraft::json() const
{
    QJsonObject file = m_file;
    QJsonArray all = file.value(journeysField).toArray();
    for (qsizetype i = 0; i < all.size(); ++i) {
        QJsonObject journey = all[i].toObject();
        if (journey.value(QStringLiteral("id")).toString() != m_journey)
            continue;
        QJsonArray stages;
        for (const StageText& each : m_now)
            stages.append(jsonOf(each));
        journey[stagesField] = stages;
        journey[QStringLiteral("version")] = version() + 1;
        all[i] = journey;
    }
    file[journeysField] = all;
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

Status JourneyDraft::checkTexts() const
{
    QStringList names;
    for (const StageText& each : m_now) {
        const QString name = each.name.trimmed();
        if (name.isEmpty())
            return fail(Code("journeys.name"), ErrorKind::Usage);
        if (names.contains(name, Qt::CaseInsensitive))
            return fail(Code("journeys.twice"), ErrorKind::Usage, {name});
        if (each.goal.trimmed().isEmpty() || each.outcome.trimmed().isEmpty())
            return fail(Code("journeys.words"), ErrorKind::Usage, {name});
        constexpr int most = 3650;
        if (each.days && (*each.days < 1 || *each.days > most))
            return fail(Code("journeys.days"), ErrorKind::Usage, {name});
        names << name;
    }
    const bool isWhole = std::ranges::any_of(m_now, [this](const StageText& each) {
        const QJsonArray milestones = jsonOf(each).value(milestonesField).toArray();
        return each.kind == StageKind::Onboarding && milestones.contains(QJsonValue(m_known.onboardingMilestone));
    });
    return isWhole ? Status() : Status(fail(Code("journeys.onboarding"), ErrorKind::Usage));
}

Result<content::Journeys> JourneyDraft::checked() const
{
    if (const auto good = checkTexts(); !good)
        return tl::unexpected(good.error());
    content::Files files = m_files;
    files[fileName] = json();
    auto parsed = content::parseContent(files);
    if (!parsed.isGood())
        return fail(parsed.issues.front().code, ErrorKind::Usage, parsed.issues.front().arguments);
    content::addRetired(parsed.value.journeys, m_known);
    return std::move(parsed.value.journeys);
}

Status useJourney(book::Edit& edit, const BookFacts& book, const QString& journey)
{
    return keepSetting(edit, book, QString::fromUtf16(journeySetting), QString(u'"' + journey + u'"'));
}

Status saveJourney(book::Edit& edit, const BookFacts& book, const JourneyDraft& draft)
{
    if (const auto good = draft.checked(); !good)
        return tl::unexpected(good.error());
    // The shipped one may be another in the next Steward: the stages the book began with stay known.
    if (auto kept = keepContent(edit, book, fileName, draft.json(), Keep::AlsoShipped); !kept)
        return kept;
    return useJourney(edit, book, draft.journey());
}

} // namespace steward::query
