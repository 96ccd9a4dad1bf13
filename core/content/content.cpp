// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"

#include "core/content/qbr.h"
#include "core/content/reader.h"

#include <QFile>

namespace steward::content {

namespace {

template <class T>
T take(Parsed<T> parsed, Issues& issues)
{
    issues.insert(issues.end(), parsed.issues.begin(), parsed.issues.end());
    return std::move(parsed.value);
}

void nameArguments(const Scorecards& cards, Catalogue& catalogue, Issues& issues)
{
    for (const Measure& measure : cards.measures) {
        for (const auto& [name, text] : measure.say)
            catalogue.setArguments(text.key, measure.arguments, issues);
    }
    for (const Cap& cap : cards.caps) {
        if (const EvidenceShape* shape = capShape(cap.id))
            catalogue.setArguments(cap.say.key, wordsOf(shape->arguments), issues);
    }
}

/// Reviews fill their sentences by name; parseQbr() has checked the names.
void nameArguments(const Qbr& qbr, Catalogue& catalogue, Issues& issues)
{
    for (const auto& [id, text] : qbr.sentences) {
        QStringList names;
        for (const QString& each : placeholdersOf(text.en))
            names.append(QString(each % u":text"));
        catalogue.setArguments(text.key, names, issues);
    }
}

void checkPlaceholders(const Catalogue& catalogue, Issues& issues)
{
    const QStringList keys = catalogue.keys();
    for (const QString& key : keys) {
        const Sentence& sentence = *catalogue.find(key);
        const QStringList used = placeholdersOf(sentence.en);
        for (const QString& name : used) {
            const bool known = std::any_of(sentence.arguments.begin(), sentence.arguments.end(),
                                           [&](const NamedArgument& argument) { return argument.name == name; });
            if (!known)
                issues.push_back({Code("content.placeholder.unknown"), {key, name}});
        }
    }
}

/// What code looks up by id has to be there, whatever a book made of its lists.
void checkLists(const WordLists& words, Issues& issues)
{
    static const QStringList required =
        QStringLiteral("churn_reason risk_kind risk_severity touch_kind touch_direction contact_role view_of_us pulse "
                       "pulse_reason goal_category goal_status task_category task_priority waiting_for ticket_priority "
                       "renewal_call opportunity_kind feedback_theme feedback_route billing_period")
            .split(u' ');
    for (const QString& id : required) {
        if (!words.find(id))
            issues.push_back({Code("content.list.missing"), {QStringLiteral("words.json lists"), id}});
    }
}

QString playFile(const QString& id) { return QStringLiteral("playbooks/") + id + QStringLiteral(".json"); }

/// Fields of drafts are filled in as texts. A user's own draft may name what is no field: it stays a gap in the
/// message.
QStringList draftArguments(const PlayDraft& draft)
{
    QStringList fields = draftFields();
    if (isOwn(draft))
        for (const QString& each : placeholdersOf(draft.subject.en) + placeholdersOf(draft.body.en))
            if (!fields.contains(each))
                fields << each;
    for (QString& each : fields)
        each += QStringLiteral(":text");
    return fields;
}

void checkPlays(const Content& content, Issues& issues)
{
    const QString place = QStringLiteral("signals.json signals[");
    for (const SignalKind& each : content.signalRules.kinds)
        if (!each.play.isEmpty() && !findById(content.plays, each.play))
            issues.push_back({Code("content.play.unknown"), {QString(place + each.id + u']'), each.play}});
    for (const Play& each : content.plays)
        for (const QString& id : each.signalIds)
            if (!findById(content.signalRules.kinds, id))
                issues.push_back({Code("content.signal.unknown"), {playFile(each.id), id}});
}

/// Plays of the book beside the shipped ones.
QStringList ownPlayFiles(const Files& files)
{
    QStringList own;
    for (const auto& [name, bytes] : files)
        if (name.startsWith(u"playbooks/") && !fileNames().contains(name))
            own << name;
    return own;
}

/// Whether the play as it is shipped starts at that signal.
bool wasOffered(const QString& play, const QString& signal)
{
    const Play shipped = parsePlay(shippedFile(playFile(play)), playFile(play)).value;
    return shipped.signalIds.contains(signal);
}

/// What a user changed of the signals that plays start at decides which play a signal offers: an own play before a
/// shipped one, the newest before older ones.
void offerPlays(Content& content, const Files& files)
{
    for (SignalKind& kind : content.signalRules.kinds) {
        const auto starts = [&](const Play& play) { return play.signalIds.contains(kind.id); };
        const Play* offered = findById(content.plays, kind.play);
        for (const Play& each : content.plays)
            if (starts(each) && (!playIds().contains(each.id) || !offered || !starts(*offered)))
                offered = &each;
        const bool isTakenAway = offered && !starts(*offered) &&
                                 files.at(playFile(offered->id)) != shippedFile(playFile(offered->id)) &&
                                 wasOffered(offered->id, kind.id);
        kind.play = offered && !isTakenAway ? offered->id : QString();
    }
}

/// Reviews are read apart from the rest, when one is asked for; their sentences are only checked here.
const QString reviewsFile = QStringLiteral("qbr.json");

/// What the tests check of the shipped files needs no checking at each start.
enum class Checks
{
    All,
    OfEachFile
};

Parsed<Content> readContent(const Files& files, Checks checks)
{
    Parsed<Content> parsed;
    Content& content = parsed.value;
    Issues& issues = parsed.issues;
    for (const QString& name : fileNames())
        if (!files.contains(name))
            issues.push_back({Code("content.file.missing"), {name}});
    if (!issues.empty())
        return parsed;
    // A file at a time: its texts, then what it says.
    const auto file = [&](const QString& name) {
        const QByteArray& bytes = files.at(name);
        content.catalogue.add(bytes, name, issues);
        return bytes;
    };
    content.scorecards = take(parseScorecards(file(QStringLiteral("scorecards.json"))), issues);
    content.segments = take(parseSegments(file(QStringLiteral("segments.json"))), issues);
    content.words = take(parseWords(file(QStringLiteral("words.json"))), issues);
    content.journeys = take(parseJourneys(file(QStringLiteral("journeys.json"))), issues);
    content.kpis = take(parseKpis(file(QStringLiteral("kpis.json"))), issues);
    content.surveys = take(parseSurveys(file(QStringLiteral("surveys.json"))), issues);
    content.brief = take(parseBrief(file(QStringLiteral("brief.json"))), issues);
    if (checks == Checks::All)
        nameArguments(take(parseQbr(file(reviewsFile)), issues), content.catalogue, issues);
    content.signalRules = take(parseSignals(file(QStringLiteral("signals.json"))), issues);
    for (const QString& id : playIds())
        content.plays.push_back(take(parsePlay(file(playFile(id)), playFile(id)), issues));
    for (const QString& own : ownPlayFiles(files))
        content.plays.push_back(take(parsePlay(file(own), own), issues));
    checkIds(content.plays, QStringLiteral("playbooks"), issues);
    checkPlays(content, issues);
    if (issues.empty())
        offerPlays(content, files);
    nameArguments(content.scorecards, content.catalogue, issues);
    for (const Play& play : content.plays)
        for (const PlayDraft& draft : play.drafts)
            for (const QString& key : {draft.subject.key, draft.body.key})
                content.catalogue.setArguments(key, draftArguments(draft), issues);
    for (const SignalKind& kind : content.signalRules.kinds)
        for (const auto& [name, text] : kind.say)
            content.catalogue.setArguments(text.key, kind.arguments, issues);
    if (checks == Checks::All) {
        checkPlaceholders(content.catalogue, issues);
        checkLists(content.words, issues);
    }
    return parsed;
}

tl::unexpected<Error> damaged(const Issues& issues)
{
    Arguments arguments{
        QString::fromLatin1(issues.front().code.id().data(), qsizetype(issues.front().code.id().size()))};
    arguments.insert(arguments.end(), issues.front().arguments.begin(), issues.front().arguments.end());
    return fail(Code("content.damaged"), ErrorKind::Corrupt, std::move(arguments));
}

} // namespace

const QStringList& fileNames()
{
    static const QStringList names = [] {
        QStringList all{
            QStringLiteral("scorecards.json"), QStringLiteral("segments.json"), QStringLiteral("words.json"),
            QStringLiteral("journeys.json"),   QStringLiteral("kpis.json"),     QStringLiteral("surveys.json"),
            QStringLiteral("brief.json"),      QStringLiteral("signals.json"),  QStringLiteral("qbr.json")};
        for (const QString& id : playIds())
            all << playFile(id);
        return all;
    }();
    return names;
}

QByteArray shippedFile(const QString& name)
{
    QFile file(QStringLiteral(":/content/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Files shippedFiles()
{
    Files files;
    for (const QString& name : fileNames())
        files.emplace(name, shippedFile(name));
    return files;
}

Parsed<Content> parseContent(const Files& files) { return readContent(files, Checks::All); }

Result<Content> shipped()
{
    Parsed<Content> parsed = readContent(shippedFiles(), Checks::OfEachFile);
    if (!parsed.isGood())
        return damaged(parsed.issues);
    return std::move(parsed.value);
}

Result<Qbr> shippedQbr()
{
    Parsed<Qbr> parsed = parseQbr(shippedFile(QStringLiteral("qbr.json")));
    if (!parsed.isGood())
        return damaged(parsed.issues);
    return std::move(parsed.value);
}

Result<SampleContent> shippedSample()
{
    const auto file = [](QStringView name) { return shippedFile(QString(u"sample/" % name % u".json")); };
    Parsed<SampleContent> parsed = parseSample(
        {file(u"names"), file(u"comments"), file(u"touches"), file(u"tickets"), file(u"texts"), file(u"stories")});
    if (!parsed.isGood())
        return damaged(parsed.issues);
    return std::move(parsed.value);
}

} // namespace steward::content
