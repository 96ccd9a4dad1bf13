// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/play_draft.h"

#include "core/query/book_content.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace steward::query {

namespace {

const QString stepsField = QStringLiteral("steps");
const QString draftsField = QStringLiteral("drafts");

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

int PlayDraft::version() const { return versionOf(m_before); }

QString PlayDraft::text(Part part) const { return englishOf(m_now, fieldOf(part)); }

/// A changed text is no longer what a catalogue translates: it gets a key of its own.
QString PlayDraft::freshKey(const QString& key) const
{
    const QString mark = QStringLiteral(".v");
    const qsizetype end = key.lastIndexOf(mark);
    return QString((end > 0 ? key.left(end) : key) + mark + QString::number(version() + 1));
}

void PlayDraft::putText(QJsonObject& object, const QString& field, const QString& text) const
{
    QJsonObject value = object.value(field).toObject();
    if (value.value(QStringLiteral("en")).toString() == text)
        return;
    if (text.isEmpty() && field == fieldOf(Part::Stop)) {
        object.remove(field);
        return;
    }
    const QString key = value.value(QStringLiteral("key")).toString();
    value[QStringLiteral("key")] =
        freshKey(key.isEmpty() ? QString(QStringLiteral("play.") + m_play + u'.' + field) : key);
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
                           englishOf(each.toObject(), QStringLiteral("body"))});
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
    qint64 newest = 0;
    bool hasOwn = false;
    for (const Definition& each : book.definitions)
        if (each.kind == contentKind && each.name == fileOf(draft.play())) {
            hasOwn = true;
            newest = std::max(newest, each.version.value_or(0));
        }
    const auto keep = [&](const QByteArray& bytes) -> Status {
        Definition definition;
        definition.kind = QString::fromUtf16(contentKind);
        definition.name = fileOf(draft.play());
        definition.version = ++newest;
        definition.text = Json{QString::fromUtf8(bytes)};
        const auto saved = edit.save(definition);
        return saved ? Status() : Status(tl::unexpected(saved.error()));
    };
    // The shipped one may be another in the next Steward: runs on it keep theirs.
    if (!hasOwn)
        if (auto kept = keep(content::shippedFile(fileOf(draft.play()))); !kept)
            return kept;
    return keep(draft.json());
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
