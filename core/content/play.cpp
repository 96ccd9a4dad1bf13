// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/play.h"

#include "core/content/reader.h"

#include <QRegularExpression>

namespace steward::content {

namespace {

constexpr int mostWords = 130;
constexpr QLatin1StringView versionMark(".v");

const QStringList& owners()
{
    static const QStringList all =
        QStringLiteral("csm lead sales onboarding support finance product exec customer").split(u' ');
    return all;
}

const QStringList& phrases()
{
    static const QStringList all{QStringLiteral("sorry if"),      QStringLiteral("any inconvenience"),
                                 QStringLiteral("unfortunately"), QStringLiteral("as per"),
                                 QStringLiteral("policy"),        QStringLiteral("just checking in"),
                                 QStringLiteral("touching base"), QStringLiteral("circle back")};
    return all;
}

PlayStep stepFrom(Reader reader)
{
    PlayStep step;
    step.id = reader.word(u"id");
    const QString at = reader.word(u"at");
    if (const auto day = stepDayFrom(at))
        step.at = *day;
    else
        reader.report(Code("content.step.day"), u"at", {at});
    step.owner = reader.word(u"owner");
    step.with = reader.words(u"with");
    for (const QString& each : QStringList{step.owner} + step.with)
        if (!owners().contains(each))
            reader.report(Code("content.step.owner"), u"owner", {each});
    step.isOptional = reader.flag(u"optional");
    step.autoDone = reader.wordOr(u"auto_done", {});
    step.title = reader.text(u"title");
    return step;
}

PlayDraft draftFrom(Reader reader)
{
    PlayDraft draft;
    draft.id = reader.word(u"id");
    draft.to = reader.wordOr(u"to", {});
    draft.isComplaint = reader.flag(u"complaint");
    draft.subject = reader.text(u"subject");
    draft.body = reader.text(u"body");
    if (isOwn(draft))
        return draft;
    for (const DraftIssue& each : checkDraft(draft.subject.en, draft.body.en, draft.isComplaint))
        reader.report(Code("content.draft"), u"body", {each.what});
    return draft;
}

} // namespace

std::optional<StepDay> stepDayFrom(QStringView text)
{
    if (text == u"daily")
        return StepDay{StepFrom::Daily, 0, true};
    if (text == u"paid")
        return StepDay{StepFrom::Payment, 0, false};
    static const QRegularExpression form(QStringLiteral("^(R|Q|K|fix|close)?(?:([+-])(\\d{1,3})(w)?)?$"));
    const auto match = form.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return std::nullopt;
    StepDay day;
    const QString from = match.captured(1);
    day.from = from == u"R"     ? StepFrom::Renewal
               : from == u"Q"   ? StepFrom::Review
               : from == u"K"   ? StepFrom::Kickoff
               : from == u"fix" ? StepFrom::Fix
               : from.isEmpty() ? StepFrom::Start
                                : StepFrom::Close;
    day.days = match.captured(3).toInt() * (match.captured(2) == u"-" ? -1 : 1);
    day.isWorking = !match.captured(4).isEmpty();
    return day;
}

const QStringList& draftFields()
{
    static const QStringList all =
        QStringLiteral("first account csm product vendor goal goal_now goal_target metric now before renewal days "
                       "invoice amount due ticket opened score quote used bought feature sponsor successor slot1 slot2 "
                       "value date actions")
            .split(u' ');
    return all;
}

QStringList gapsOf(QStringView body)
{
    static const QRegularExpression form(QStringLiteral("\\[\\[([^\\]]*)\\]\\]"));
    QStringList gaps;
    auto matches = form.globalMatch(body.toString());
    while (matches.hasNext())
        gaps << matches.next().captured(1);
    return gaps;
}

std::vector<DraftIssue> checkDraft(QStringView subject, QStringView body, bool isComplaint)
{
    std::vector<DraftIssue> issues;
    const auto words = body.toString().simplified().split(u' ', Qt::SkipEmptyParts).size();
    if (words > mostWords)
        issues.push_back({DraftFault::TooLong, QString::number(words)});
    const QStringView begin = body.trimmed();
    if (isComplaint && !begin.startsWith(u"Hello {first}, I am sorry"))
        issues.push_back({DraftFault::NoApology, begin.first(std::min<qsizetype>(begin.size(), 25)).toString()});
    for (const QString& each : phrases())
        if (body.contains(each, Qt::CaseInsensitive) || subject.contains(each, Qt::CaseInsensitive))
            issues.push_back({DraftFault::Phrase, each});
    const QStringList fields = placeholdersOf(subject) + placeholdersOf(body);
    for (const QString& each : fields)
        if (!draftFields().contains(each))
            issues.push_back({DraftFault::Field, each});
    return issues;
}

QString ownKey(const QString& key, int version)
{
    const qsizetype end = isOwnKey(key) ? key.lastIndexOf(versionMark) : key.size();
    return QString(key.left(end) + versionMark + QString::number(version));
}

bool isOwnKey(QStringView key)
{
    const qsizetype at = key.lastIndexOf(versionMark);
    bool isNumber = false;
    if (at > 0)
        static_cast<void>(key.mid(at + versionMark.size()).toInt(&isNumber));
    return isNumber;
}

bool isOwn(const PlayDraft& draft) { return isOwnKey(draft.body.key) || isOwnKey(draft.subject.key); }

const QStringList& playIds()
{
    static const QStringList ids =
        QStringLiteral(
            "handover onboarding stuck_onboarding qbr renewal usage_drop sponsor_left late_payment detractor "
            "advocate expansion silent recovery exec_alignment touch_pooled celebrate")
            .split(u' ');
    return ids;
}

Parsed<Play> parsePlay(const QByteArray& bytes, const QString& file)
{
    Parsed<Play> parsed;
    Reader reader = readFile(bytes, file, parsed.issues);
    if (reader.object().isEmpty())
        return parsed;
    Play& play = parsed.value;
    play = reader.entryAs<Play>();
    play.good = reader.text(u"good");
    play.mistake = reader.text(u"mistake");
    play.endsWhen = reader.text(u"ends_when");
    play.stopIf = reader.textOr(u"stop_if");
    play.anchor = reader.word(u"anchor");
    play.signalIds = reader.words(u"signals");
    play.stage = reader.wordOr(u"stage", {});
    play.needsStanding = reader.flag(u"good_standing");
    reader.each(u"steps", [&](Reader step) { play.steps.push_back(stepFrom(std::move(step))); });
    if (reader.has(u"drafts"))
        reader.each(u"drafts", [&](Reader draft) { play.drafts.push_back(draftFrom(std::move(draft))); });
    checkIds(play.steps, file + QStringLiteral(" steps"), parsed.issues);
    checkIds(play.drafts, file + QStringLiteral(" drafts"), parsed.issues);
    return parsed;
}

} // namespace steward::content
