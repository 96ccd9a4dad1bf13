// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/play_draft.h"

#include "core/query/book_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace steward::query {

namespace {

const QString stepsField = QStringLiteral("steps");
const QString draftsField = QStringLiteral("drafts");
const QString ownPrefix = QStringLiteral("own_");
/// In place of the kind of stage that offers a play: nothing does.
const QString retired = QStringLiteral("retired");

QString fileOf(const QString& play) { return QStringLiteral("playbooks/") + play + QStringLiteral(".json"); }

QString fieldOf(PlayDraft::Part part)
{
    switch (part) {
    case PlayDraft::Part::Name:
        return QStringLiteral("name");
    case PlayDraft::Part::Why:
        return QStringLiteral("text");
    case PlayDraft::Part::Good:
        return QStringLiteral("good");
    case PlayDraft::Part::Mistake:
        return QStringLiteral("mistake");
    case PlayDraft::Part::Ends:
        return QStringLiteral("ends_when");
    case PlayDraft::Part::Stop:
        return QStringLiteral("stop_if");
    }
    return {};
}

QString englishOf(const QJsonObject& object, const QString& field)
{
    return object.value(field).toObject().value(QStringLiteral("en")).toString();
}

/// A copy whose texts have keys of their own.
QJsonValue renamed(const QJsonValue& value, const QString& from, const QString& to)
{
    if (value.isArray()) {
        QJsonArray all;
        for (const QJsonValue each : value.toArray())
            all.append(renamed(each, from, to));
        return all;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QString text = each.value().toString();
        if (each.key() == u"key" && text.startsWith(from))
            *each = content::ownKey(to + text.mid(from.size()), 1);
        else
            *each = renamed(each.value(), from, to);
    }
    return object;
}

int versionOf(const QJsonObject& play) { return play.value(QStringLiteral("version")).toInt(); }

std::optional<content::Play> parsed(const QByteArray& bytes, const QString& play, qint64 version)
{
    auto read = content::parsePlay(bytes, fileOf(play));
    if (!read.isGood() || read.value.version != version)
        return std::nullopt;
    return std::move(read.value);
}

} // namespace

PlayDraft PlayDraft::of(const BookFacts& book, const QString& play)
{
    PlayDraft draft;
    draft.m_play = play;
    draft.m_files = contentFilesOf(book);
    draft.m_before = QJsonDocument::fromJson(draft.m_files[fileOf(play)]).object();
    draft.m_now = draft.m_before;
    return draft;
}

PlayDraft PlayDraft::fresh(const BookFacts& book, const QString& like, const QString& name)
{
    PlayDraft draft = like.isEmpty() ? PlayDraft() : of(book, like);
    draft.m_files = contentFilesOf(book);
    for (int number = 1; draft.m_play.isEmpty() || draft.m_files.contains(fileOf(draft.m_play)); ++number)
        draft.m_play = ownPrefix + QString::number(number);
    draft.m_before = {};
    if (like.isEmpty())
        draft.m_now = {{QStringLiteral("format"), 1}, {QStringLiteral("anchor"), QStringLiteral("start")}};
    else
        draft.m_now = renamed(draft.m_now, QString(QStringLiteral("play.") + like + u'.'),
                              QString(QStringLiteral("play.") + draft.m_play + u'.'))
                          .toObject();
    draft.m_now[QStringLiteral("id")] = draft.m_play;
    draft.m_now[QStringLiteral("version")] = 0;
    for (const Part part : {Part::Name, Part::Why, Part::Good, Part::Mistake, Part::Ends})
        if (part == Part::Name || like.isEmpty())
            draft.setText(part, name);
    if (like.isEmpty())
        draft.addStep(-1, name);
    return draft;
}

PlayDraft::Starts PlayDraft::starts() const
{
    Starts starts;
    for (const QJsonValue each : m_now.value(QStringLiteral("signals")).toArray())
        starts.signalIds << each.toString();
    starts.isOnboarding = m_now.value(QStringLiteral("stage")).toString() == u"onboarding";
    starts.needsStanding = m_now.value(QStringLiteral("good_standing")).toBool();
    return starts;
}

void PlayDraft::setStarts(const Starts& wanted)
{
    if (wanted == starts())
        return;
    const auto put = [this](const QString& field, const QJsonValue& value, bool isThere) {
        if (isThere)
            m_now[field] = value;
        else
            m_now.remove(field);
    };
    put(QStringLiteral("signals"), QJsonArray::fromStringList(wanted.signalIds), !wanted.signalIds.isEmpty());
    put(QStringLiteral("stage"), QStringLiteral("onboarding"), wanted.isOnboarding);
    put(QStringLiteral("good_standing"), true, wanted.needsStanding);
}

void PlayDraft::setRetired(bool isRetired)
{
    if (isRetired == (m_now.value(QStringLiteral("stage")).toString() == retired))
        return;
    const QStringList fields{QStringLiteral("signals"), QStringLiteral("stage")};
    const QJsonObject before = m_now.take(retired).toObject();
    QJsonObject kept;
    for (const QString& field : fields) {
        if (isRetired && m_now.contains(field))
            kept[field] = m_now.value(field);
        m_now.remove(field);
        if (!isRetired && before.contains(field))
            m_now[field] = before.value(field);
    }
    if (!isRetired)
        return;
    m_now[QStringLiteral("stage")] = retired;
    m_now[retired] = kept;
}

bool isOwn(const content::Play& play) { return play.id.startsWith(ownPrefix); }

bool isRetired(const content::Play& play) { return play.stage == retired; }

int PlayDraft::version() const { return versionOf(m_before); }

QString PlayDraft::text(Part part) const { return englishOf(m_now, fieldOf(part)); }

void PlayDraft::putText(QJsonObject& object, const QString& field, const QString& text) const
{
    QJsonObject value = object.value(field).toObject();
    if (value.value(QStringLiteral("en")).toString() == text)
        return;
    if (text.isEmpty() && field == fieldOf(Part::Stop)) {
        object.remove(field);
        return;
    }
    // A changed text is no longer what a catalogue translates.
    const QString key = value.value(QStringLiteral("key")).toString();
    value[QStringLiteral("key")] =
        content::ownKey(key.isEmpty() ? QString(QStringLiteral("play.") + m_play + u'.' + field) : key, version() + 1);
    value[QStringLiteral("en")] = text;
    object[field] = value;
}

void PlayDraft::setText(Part part, const QString& text) { putText(m_now, fieldOf(part), text.trimmed()); }

std::vector<PlayDraft::Step> PlayDraft::steps() const
{
    std::vector<Step> steps;
    for (const QJsonValue each : m_now.value(stepsField).toArray()) {
        const QJsonObject step = each.toObject();
        steps.push_back({step.value(QStringLiteral("at")).toString(), step.value(QStringLiteral("owner")).toString(),
                         step.value(QStringLiteral("optional")).toBool(), englishOf(step, QStringLiteral("title"))});
    }
    return steps;
}

void PlayDraft::setStep(std::size_t at, const Step& step)
{
    QJsonArray all = m_now.value(stepsField).toArray();
    QJsonObject own = all[qsizetype(at)].toObject();
    own[QStringLiteral("at")] = step.at.trimmed();
    own[QStringLiteral("owner")] = step.owner;
    if (step.isOptional)
        own[QStringLiteral("optional")] = true;
    else
        own.remove(QStringLiteral("optional"));
    putText(own, QStringLiteral("title"), step.title.trimmed());
    all[qsizetype(at)] = own;
    m_now[stepsField] = all;
}

void PlayDraft::addStep(int after, const QString& title)
{
    QJsonArray all = m_now.value(stepsField).toArray();
    // An id that no version had: a run on an older one knows its steps by it.
    QString id;
    for (int number = 1; id.isEmpty(); ++number) {
        id = QStringLiteral("v%1s%2").arg(version() + 1).arg(number, 2, 10, QLatin1Char('0'));
        for (const QJsonValue each : all)
            if (each[QStringLiteral("id")].toString() == id)
                id.clear();
    }
    QJsonObject step;
    step[QStringLiteral("id")] = id;
    step[QStringLiteral("at")] =
        after >= 0 ? all[after].toObject().value(QStringLiteral("at")).toString() : QStringLiteral("+0");
    step[QStringLiteral("owner")] = QStringLiteral("csm");
    step[QStringLiteral("title")] = QJsonObject{
        {QStringLiteral("key"), QString(QStringLiteral("play.") + m_play + u'.' + id)}, {QStringLiteral("en"), title}};
    all.insert(after + 1, step);
    m_now[stepsField] = all;
}

void PlayDraft::removeStep(std::size_t at)
{
    QJsonArray all = m_now.value(stepsField).toArray();
    all.removeAt(qsizetype(at));
    m_now[stepsField] = all;
}

bool PlayDraft::moveStep(std::size_t at, int direction)
{
    QJsonArray all = m_now.value(stepsField).toArray();
    const qsizetype to = qsizetype(at) + direction;
    if (to < 0 || to >= all.size())
        return false;
    const QJsonValue step = all.takeAt(qsizetype(at));
    all.insert(to, step);
    m_now[stepsField] = all;
    return true;
}

std::vector<PlayDraft::Letter> PlayDraft::letters() const
{
    std::vector<Letter> letters;
    for (const QJsonValue each : m_now.value(draftsField).toArray())
        letters.push_back({englishOf(each.toObject(), QStringLiteral("subject")),
                           englishOf(each.toObject(), QStringLiteral("body")),
                           each.toObject().value(QStringLiteral("complaint")).toBool()});
    return letters;
}

void PlayDraft::setLetter(std::size_t at, const Letter& letter)
{
    QJsonArray all = m_now.value(draftsField).toArray();
    QJsonObject own = all[qsizetype(at)].toObject();
    putText(own, QStringLiteral("subject"), letter.subject.trimmed());
    putText(own, QStringLiteral("body"), letter.body.trimmed());
    all[qsizetype(at)] = own;
    m_now[draftsField] = all;
}

PlayDraft::Place PlayDraft::placeOf(const Error& error) const
{
    static const QRegularExpression form(QStringLiteral(" (steps|drafts)\\[([^\\]]*)\\]"));
    const QString* text = error.arguments.empty() ? nullptr : std::get_if<QString>(&error.arguments.front());
    const auto match = text ? form.match(*text) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return {};
    Place place;
    const bool isStep = match.captured(1) == stepsField;
    int number = 0;
    for (const QJsonValue each : m_now.value(match.captured(1)).toArray()) {
        if (each.toObject().value(QStringLiteral("id")).toString() == match.captured(2))
            (isStep ? place.step : place.letter) = number;
        ++number;
    }
    return place;
}

QByteArray PlayDraft::json() const
{
    QJsonObject next = m_now;
    next[QStringLiteral("version")] = version() + 1;
    return QJsonDocument(next).toJson(QJsonDocument::Indented);
}

Result<content::Play> PlayDraft::checked() const
{
    content::Files files = m_files;
    files[fileOf(m_play)] = json();
    auto read = content::parseContent(files);
    if (!read.isGood())
        return fail(read.issues.front().code, ErrorKind::Usage, read.issues.front().arguments);
    return *content::findById(read.value.plays, m_play);
}

Status savePlay(book::Edit& edit, const BookFacts& book, const PlayDraft& draft)
{
    if (const auto good = draft.checked(); !good)
        return tl::unexpected(good.error());
    // The shipped one may be another in the next Steward: runs on it keep theirs.
    return keepContent(edit, book, fileOf(draft.play()), draft.json(), draft.isNew() ? Keep::Own : Keep::AlsoShipped);
}

std::optional<content::Play> playOfVersion(const BookFacts& book, const QString& play, qint64 version)
{
    for (const Definition& each : book.definitions)
        if (each.kind == contentKind && each.name == fileOf(play))
            if (auto found = parsed(each.text.text.toUtf8(), play, version))
                return found;
    return parsed(content::shippedFile(fileOf(play)), play, version);
}

} // namespace steward::query
