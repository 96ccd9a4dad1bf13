// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/record_form.h"

#include "ui/account/field_value.h"

#include "core/base/date_parser.h"
#include "core/base/number_parser.h"
#include "core/journey/onboarding_plan.h"
#include "core/model/values.h"
#include "core/query/find_record.h"
#include "core/words/content_words.h"
#include "core/words/date_order.h"
#include "core/words/short_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace steward::account {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

const FormField* fieldNamed(Entity entity, const QString& name)
{
    for (const FormField& field : fieldsOf(entity))
        if (name == QLatin1StringView(field.name))
            return &field;
    return nullptr;
}

QStringList rolesOf(const AccountFigures& figures, qint64 contact)
{
    for (const query::PersonSeen& each : figures.people)
        if (each.contact->id == contact)
            return each.roles;
    return {};
}

/// Roles that have not ended by the day.
QStringList heldRoles(const AccountFigures& figures, qint64 contact)
{
    QStringList held;
    for (const ContactRole& each : figures.facts->of<ContactRole>())
        if (each.contact.value() == contact && !(each.to.isValid() && each.to <= figures.numbers->asked.day) &&
            !held.contains(each.role))
            held << each.role;
    return held;
}

struct Preset
{
    Entity entity;
    std::vector<QString> shown;
    QHash<QString, QStringList> values;
};

Preset presetOf(NewRecord kind)
{
    const auto touch = [](const char* id, std::vector<QString> shown) {
        return Preset{Entity::Touch, std::move(shown), {{QStringLiteral("kind"), {QString::fromLatin1(id)}}}};
    };
    const auto names = [](std::initializer_list<const char*> list) {
        std::vector<QString> shown;
        for (const char* each : list)
            shown.push_back(QString::fromLatin1(each));
        return shown;
    };
    const auto plain = [&](Entity entity, std::initializer_list<const char*> list) {
        return Preset{entity, names(list), {}};
    };
    switch (kind) {
    case NewRecord::Note:
        return touch("note", names({"text", "contact_ids", "day"}));
    case NewRecord::Call:
        return touch("call", names({"subject", "contact_ids", "text", "minutes", "sentiment", "day"}));
    case NewRecord::Meeting:
        return touch("meeting", names({"subject", "contact_ids", "text", "minutes", "purpose", "sentiment", "day"}));
    case NewRecord::Email:
        return touch("email", names({"subject", "contact_ids", "direction", "text", "day"}));
    case NewRecord::Rating:
        return plain(Entity::Pulse, {"rating", "reasons", "note"});
    case NewRecord::Band:
        return plain(Entity::Override, {"band", "reason", "note", "until"});
    case NewRecord::Goal:
        return plain(Entity::Goal,
                     {"outcome", "short_name", "measure", "unit", "baseline", "target", "due", "category", "status"});
    case NewRecord::Risk:
        return plain(Entity::Risk, {"kind", "severity", "text", "mitigation", "due", "owner_id"});
    case NewRecord::Person:
        return plain(Entity::Contact, {"name", "title", rolesField, "influence", "view_of_us", "email", "phone"});
    case NewRecord::Task:
        return plain(Entity::Task, {"title", "due", "category", "promised_to_id", "note"});
    case NewRecord::Milestone:
        return plain(Entity::Milestone, {"kind", "planned", "reached", "said_by_id"});
    case NewRecord::Value:
        return plain(Entity::Value, {"text", "amount", "confirmed_by_id", "method", "day"});
    case NewRecord::RenewalCall:
        return plain(Entity::RenewalCall, {"call", "reason", "cycle"});
    case NewRecord::Step: {
        Preset step = plain(Entity::Task, {"title", "waiting_for", "due", "promised_to_id", "note"});
        step.values[QStringLiteral("category")] = {QStringLiteral("promise")};
        step.values[QStringLiteral("waiting_for")] = {QStringLiteral("me")};
        return step;
    }
    case NewRecord::OnboardingPlan: {
        Preset plan{Entity::Account, {}, {}};
        for (const journey::PlanPart& each : journey::planParts())
            plan.shown.push_back(QString::fromLatin1(each.field));
        return plan;
    }
    }
    return {};
}

/// What must be there before a record makes sense.
QString neededField(const RecordDraft& draft)
{
    const auto isEmpty = [&](const char* name) {
        return draft.values.value(QString::fromLatin1(name)).join(QString()).trimmed().isEmpty();
    };
    switch (draft.entity) {
    case Entity::Touch:
        return isEmpty("text") && isEmpty("subject") ? draft.shown.front() : QString();
    case Entity::Pulse:
        return isEmpty("rating") ? QStringLiteral("rating") : QString();
    case Entity::Override:
        return isEmpty("band") ? QStringLiteral("band") : isEmpty("reason") ? QStringLiteral("reason") : QString();
    case Entity::Goal:
        return isEmpty("outcome") ? QStringLiteral("outcome") : QString();
    case Entity::Risk:
        return isEmpty("kind") ? QStringLiteral("kind") : isEmpty("severity") ? QStringLiteral("severity") : QString();
    case Entity::Contact:
        return isEmpty("name") ? QStringLiteral("name") : QString();
    case Entity::Task:
        return isEmpty("title") ? QStringLiteral("title") : QString();
    case Entity::Milestone:
        return isEmpty("kind") ? QStringLiteral("kind") : QString();
    case Entity::Value:
        return isEmpty("text") ? QStringLiteral("text") : QString();
    case Entity::PlanFigure:
        return isEmpty("line") ? QStringLiteral("line") : isEmpty("amount") ? QStringLiteral("amount") : QString();
    case Entity::Baseline:
        return isEmpty("number") ? QStringLiteral("number") : QString();
    case Entity::RenewalCall:
        return isEmpty("call") ? QStringLiteral("call") : isEmpty("cycle") ? QStringLiteral("cycle") : QString();
    default:
        return {};
    }
}

/// A day that says from when a record counts may be another one, but not none: it would count on every day before.
QString emptiedDay(const RecordDraft& draft, const AccountFigures& figures)
{
    const EntityInfo& about = info(draft.entity);
    const auto row = query::rowOf(*figures.facts, {draft.entity, draft.id});
    if (!row || about.happened < 0 || draft.entity == Entity::Contact)
        return {};
    const auto happened = static_cast<std::size_t>(about.happened);
    const QString& name = about.fields[happened].name;
    const bool isEmptied = draft.values.contains(name) && draft.value(name).trimmed().isEmpty();
    return isEmptied && (*row)[happened].index() != 0 ? name : QString();
}

/// What a record gets that nobody types: its account, and the day and state it begins with.
void setBeginning(Row& row, const RecordDraft& draft, const AccountFigures& figures)
{
    const EntityInfo& about = info(draft.entity);
    const auto set = [&](const char* name, FieldValue value) {
        const int index = about.indexOf(QString::fromLatin1(name));
        if (index >= 0 && row[std::size_t(index)].index() == 0)
            row[std::size_t(index)] = std::move(value);
    };
    row[AccountField] = figures.facts->account.id;
    if (about.happened >= 0 && draft.entity != Entity::Contact && draft.entity != Entity::Qbr &&
        row[std::size_t(about.happened)].index() == 0)
        row[std::size_t(about.happened)] = figures.numbers->asked.day;
    if (draft.entity == Entity::Task) {
        set("status", QStringLiteral("open"));
        set("origin", QStringLiteral("hand"));
    }
    if (draft.entity == Entity::Qbr)
        set("status", QStringLiteral("planned"));
    if (draft.entity == Entity::Goal)
        set("status", QStringLiteral("agreed"));
    if (draft.entity == Entity::Touch && draft.value(QStringLiteral("kind")) != u"note") {
        set("took_place", qint64(1));
        if (draft.value(QStringLiteral("kind")) != u"email")
            set("direction", QStringLiteral("both"));
    }
    const Currency own = figures.facts->account.currency;
    if (about.currency >= 0)
        set("currency", (own.isKnown() ? own : figures.numbers->currency).code());
    const PersonId csm = figures.facts->account.csm;
    if (csm.isValid() && draft.entity != Entity::RenewalCall)
        set("by_id", csm.value());
}

Status saveRoles(book::Edit& edit, qint64 contact, const QStringList& wanted, const AccountFigures& figures)
{
    const QDate day = figures.numbers->asked.day;
    QStringList held;
    for (const ContactRole& each : figures.facts->of<ContactRole>()) {
        if (each.contact.value() != contact || (each.to.isValid() && each.to <= day))
            continue;
        held << each.role;
        if (wanted.contains(each.role))
            continue;
        ContactRole ended = each;
        ended.to = day;
        if (auto saved = edit.save(ended); !saved)
            return tl::unexpected(saved.error());
    }
    for (const QString& role : wanted) {
        if (held.contains(role))
            continue;
        ContactRole added;
        added.account = figures.facts->id();
        added.contact = ContactId(contact);
        added.role = role;
        added.from = day;
        if (auto saved = edit.save(added); !saved)
            return tl::unexpected(saved.error());
    }
    return {};
}

/// Only the parts that the draft shows.
Status savePlan(book::Edit& edit, const RecordDraft& draft)
{
    std::vector<CustomValue> values;
    for (auto each = draft.values.begin(); each != draft.values.end(); ++each)
        if (isPlanField(each.key()))
            values.push_back(
                {Entity::Account, draft.id, each.key(), each.value().value(0).trimmed(), QStringLiteral("text")});
    return values.empty() ? Status() : edit.setCustom(values);
}

/// Onboarding is not over before the customer was told what they do not get.
std::optional<DraftFault> faultOfPlan(const RecordDraft& draft, const AccountFigures& figures)
{
    const QString reached = QStringLiteral("reached");
    if (draft.value(QStringLiteral("kind")) != u"onboarding_done" || draft.value(reached).trimmed().isEmpty())
        return std::nullopt;
    const journey::OnboardingPlan plan(*figures.facts);
    if (!plan.isBegun() && !isOnboarding(figures))
        return std::nullopt;
    QStringList missing;
    for (const QString& name : plan.missing())
        missing << labelOf(*fieldNamed(Entity::Account, name)).toLower();
    if (missing.isEmpty())
        return std::nullopt;
    return DraftFault{reached, {Code("record.plan-open"), ErrorKind::Usage, {missing.join(QStringLiteral("; "))}}};
}

} // namespace

RecordDraft draftOf(NewRecord kind, const AccountFigures& figures, const QLocale& locale)
{
    Preset preset = presetOf(kind);
    RecordDraft draft{preset.entity, 0, std::move(preset.shown), std::move(preset.values)};
    const QDate day = figures.numbers->asked.day;
    const QString today = words::dayText(day, locale);
    for (const QString& name : draft.shown)
        if (name == u"day")
            draft.values[name] = {today};
    if (kind == NewRecord::OnboardingPlan) {
        const journey::OnboardingPlan plan(*figures.facts);
        draft.id = figures.facts->account.id;
        for (const QString& name : draft.shown)
            draft.values[name] = {plan.text(name)};
    }
    if (kind == NewRecord::Band)
        draft.values[QStringLiteral("until")] = {
            words::dayText(day.addDays(figures.numbers->content.scorecards.override.mostDays / 2), locale)};
    if (kind == NewRecord::RenewalCall && figures.line->renewal.isValid())
        draft.values[QStringLiteral("cycle")] = {words::dayText(figures.line->renewal, locale)};
    return draft;
}

std::optional<RecordDraft> draftOf(RecordRef record, const AccountFigures& figures, const QLocale& locale)
{
    const auto row = query::rowOf(*figures.facts, record);
    if (!row)
        return std::nullopt;
    RecordDraft draft{record.entity, record.id, {}, {}};
    const EntityInfo& about = info(record.entity);
    for (const FormField& field : fieldsOf(record.entity)) {
        const QString name = QString::fromLatin1(field.name);
        if (!field.isEditable || isPlanField(name))
            continue;
        draft.shown.push_back(name);
        if (name == QLatin1StringView(rolesField)) {
            draft.values[name] = heldRoles(figures, record.id);
            continue;
        }
        const auto index = static_cast<std::size_t>(about.indexOf(name));
        draft.values[name] = typedValue((*row)[index], about.fields[index].type, locale,
                                        currencyOf(*row, record.entity, figures), figures.numbers->facts.book().zone);
    }
    return draft.shown.empty() ? std::nullopt : std::optional(draft);
}

namespace {

bool endsBeforeItBegins(const RecordDraft& draft, const AccountFigures& figures, const QLocale& locale)
{
    const EntityInfo& about = info(draft.entity);
    const auto moment = [&](const char* field) -> std::optional<qint64> {
        const QString name = QString::fromLatin1(field);
        const bool isShown = std::ranges::find(draft.shown, name) != draft.shown.end();
        const FormField* shown = isShown ? fieldNamed(draft.entity, name) : nullptr;
        if (!shown)
            return std::nullopt;
        const auto value = readValue(*shown, about.fields[std::size_t(about.indexOf(name))].type,
                                     draft.values.value(name), figures, locale, figures.numbers->currency);
        const auto* read = value ? std::get_if<qint64>(&*value) : nullptr;
        return read ? std::optional(*read) : std::nullopt;
    };
    const auto start = moment("meeting_start");
    const auto end = moment("meeting_end");
    return start && end && *end <= *start;
}

} // namespace

std::optional<DraftFault> faultOf(const RecordDraft& draft, const AccountFigures& figures, const QLocale& locale)
{
    const EntityInfo& about = info(draft.entity);
    QString needed = neededField(draft);
    if (needed.isEmpty())
        needed = emptiedDay(draft, figures);
    if (!needed.isEmpty()) {
        const FormField* field = fieldNamed(draft.entity, needed);
        return DraftFault{needed, {Code("record.needed"), ErrorKind::Usage, {field ? labelOf(*field) : needed}}};
    }
    for (const QString& name : draft.shown) {
        const FormField* field = fieldNamed(draft.entity, name);
        const int index = about.indexOf(name);
        if (!field || index < 0)
            continue;
        const auto value = readValue(*field, about.fields[std::size_t(index)].type, draft.values.value(name), figures,
                                     locale, figures.numbers->currency);
        if (!value)
            return DraftFault{name, value.error()};
    }
    if (draft.entity == Entity::Qbr && endsBeforeItBegins(draft, figures, locale))
        return DraftFault{QStringLiteral("meeting_end"), {Code("record.meeting-end"), ErrorKind::Usage, {}}};
    if (draft.entity == Entity::Milestone)
        return faultOfPlan(draft, figures);
    if (draft.entity != Entity::Override)
        return std::nullopt;
    const auto& rules = figures.numbers->content.scorecards.override;
    if (draft.value(QStringLiteral("note")).trimmed().size() < rules.minNote)
        return DraftFault{QStringLiteral("note"),
                          {Code("record.band-note"), ErrorKind::Usage, {qint64(rules.minNote)}}};
    const QDate until = readDay(draft.value(QStringLiteral("until")).trimmed(), figures, locale);
    const QDate last = figures.numbers->asked.day.addDays(rules.mostDays);
    if (!until.isValid() || until < figures.numbers->asked.day || until > last)
        return DraftFault{QStringLiteral("until"), {Code("record.band-until"), ErrorKind::Usage, {last}}};
    return std::nullopt;
}

Status write(book::Edit& edit, const RecordDraft& draft, const AccountFigures& figures, const QLocale& locale)
{
    const EntityInfo& about = info(draft.entity);
    Row row(about.fields.size());
    row.at(IdField) = qint64(0);
    if (draft.id != 0) {
        auto before = edit.row(draft.entity, draft.id);
        if (!before)
            return tl::unexpected(before.error());
        if (!*before)
            return fail(Code("record.gone"), ErrorKind::NotFound, {});
        row = std::move(**before);
    }
    const Currency currency = currencyOf(row, draft.entity, figures);
    for (auto each = draft.values.begin(); each != draft.values.end(); ++each) {
        const FormField* field = fieldNamed(draft.entity, each.key());
        const int index = about.indexOf(each.key());
        if (!field || index < 0)
            continue;
        auto value = readValue(*field, about.fields[std::size_t(index)].type, each.value(), figures, locale, currency);
        if (!value)
            return tl::unexpected(value.error());
        row[std::size_t(index)] = std::move(*value);
    }
    if (draft.id == 0)
        setBeginning(row, draft, figures);
    const Status done = draft.id == 0 ? edit.insert(draft.entity, std::span(&row, 1)) : edit.update(draft.entity, row);
    if (done && draft.entity == Entity::Account)
        return savePlan(edit, draft);
    if (!done || draft.entity != Entity::Contact)
        return done;
    return saveRoles(edit, integerOf(row[IdField]), draft.values.value(QString::fromLatin1(rolesField)), figures);
}

Message labelOf(const RecordDraft& draft, const AccountFigures& figures, const QLocale& locale)
{
    Q_UNUSED(locale)
    const QString noun = nounOf(draft);
    const QString name = figures.facts->account.name;
    return draft.id == 0 ? Message{Code("edit.record-added"), {noun, name}}
                         : Message{Code("edit.record-changed"), {noun, name}};
}

std::optional<RecordText> recordText(RecordRef record, const AccountFigures& figures, const QLocale& locale)
{
    const auto row = query::rowOf(*figures.facts, record);
    if (!row)
        return std::nullopt;
    const EntityInfo& about = info(record.entity);
    const auto textField = [&](const char* name) {
        const int index = about.indexOf(QString::fromLatin1(name));
        return index < 0 || about.fields[std::size_t(index)].type != FieldType::Text
                   ? QString()
                   : textOf((*row)[std::size_t(index)]);
    };
    RecordText text;
    QString noun = nounOf(record.entity, textField("kind"));
    if (!noun.isEmpty())
        noun[0] = noun[0].toUpper();
    text.title = noun;
    for (const char* name : {"name", "subject", "title", "short_name", "number", "product"})
        if (const QString title = textField(name); !title.isEmpty() && text.title == noun)
            text.title = title;
    text.about = text.title == noun ? QString() : noun;
    for (const FormField& field : fieldsOf(record.entity)) {
        const QString name = QString::fromLatin1(field.name);
        if (isPlanField(name))
            continue;
        const int index = about.indexOf(name);
        QString value;
        if (name == QLatin1StringView(rolesField)) {
            QStringList roles;
            for (const QString& role : rolesOf(figures, record.id))
                roles << wordOf(field, role, figures, locale);
            value = roles.join(QStringLiteral(", "));
        } else if (index >= 0) {
            value = shownValue(field, about.fields[std::size_t(index)].type, *row, std::size_t(index), figures, locale,
                               record.entity);
        }
        text.isEditable = text.isEditable || field.isEditable;
        text.isOfPerson = text.isOfPerson || field.isOfPerson;
        if (value == text.title)
            continue;
        if (value.isEmpty() && !field.isEditable)
            continue;
        text.fields.push_back({labelOf(field), value.isEmpty() ? tr("unknown") : value,
                               field.editor == Editor::Text && !value.isEmpty(), value.isEmpty()});
    }
    text.isRemovable = (*row)[ImportField].index() == 0 && record.entity != Entity::Account && text.isEditable;
    return text;
}

} // namespace steward::account
