// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/record_form.h"

#include "core/base/date_parser.h"
#include "core/base/number_parser.h"
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

std::string_view bytesOf(const QByteArray& utf8) { return {utf8.constData(), static_cast<std::size_t>(utf8.size())}; }

/// A day as people write it; "today", "+14" and "-3" count from the day shown. Invalid: it is none.
QDate readDay(const QString& text, const AccountFigures& figures, const QLocale& locale)
{
    const QDate today = figures.numbers->asked.day;
    if (text.compare(tr("today"), Qt::CaseInsensitive) == 0)
        return today;
    bool isCount = false;
    const int days = text.toInt(&isCount);
    if (isCount && (text.startsWith(u'+') || text.startsWith(u'-')))
        return today.addDays(days);
    const QByteArray utf8 = text.toUtf8();
    const ParsedDate parsed = parseDate(bytesOf(utf8), {words::dateOrderOf(locale), DateNumbers::None});
    if (!parsed.isValid() || parsed.kind == ParsedDate::Kind::Month)
        return {};
    return parsed.day(figures.numbers->facts.book().zone);
}

NumberFormat formatOf(const QLocale& locale)
{
    return {locale.decimalPoint() == u"," ? DecimalSign::Comma : DecimalSign::Point};
}

const FormField* fieldNamed(Entity entity, const QString& name)
{
    for (const FormField& field : fieldsOf(entity))
        if (name == QLatin1StringView(field.name))
            return &field;
    return nullptr;
}

/// The currency a record's amounts are in.
Currency currencyOf(const Row& row, Entity entity, const AccountFigures& figures)
{
    const EntityInfo& about = info(entity);
    if (about.currency >= 0)
        if (const auto known = Currency::fromCode(textOf(row[std::size_t(about.currency)])))
            return *known;
    const Currency own = figures.facts->account.currency;
    return own.isKnown() ? own : figures.numbers->currency;
}

/// "26 Nov 2026 14:00"
QString momentText(const QDateTime& moment, const QLocale& locale)
{
    return QString(words::dayText(moment.date(), locale) + u' ' + moment.time().toString(QStringLiteral("HH:mm")));
}

/// A typed text as the value of a field; the error is about the text alone.
Result<FieldValue> readValue(const FormField& field, FieldType type, const QStringList& values,
                             const AccountFigures& figures, const QLocale& locale, Currency currency)
{
    const QString text = values.value(0).trimmed();
    if (type == FieldType::Texts)
        return toValue(values);
    if (type == FieldType::References) {
        std::vector<qint64> ids;
        for (const QString& id : values)
            ids.push_back(id.toLongLong());
        return idsValue(ids);
    }
    if (text.isEmpty())
        return FieldValue();
    const QByteArray utf8 = text.toUtf8();
    const auto notANumber = [&] { return fail(Code("record.not-a-number"), ErrorKind::Usage, {text}); };
    switch (type) {
    case FieldType::Day: {
        const QDate day = readDay(text, figures, locale);
        if (!day.isValid())
            return fail(Code("cell.not-a-date"), ErrorKind::Usage,
                        {text, words::dayText(figures.numbers->asked.day, locale)});
        return FieldValue(day);
    }
    case FieldType::Integer: {
        const auto number = parseInteger(bytesOf(utf8), formatOf(locale));
        if (!number.isValid())
            return notANumber();
        return FieldValue(number.value);
    }
    case FieldType::Real: {
        const auto number = parseReal(bytesOf(utf8), formatOf(locale));
        if (!number.isValid())
            return notANumber();
        return FieldValue(number.value);
    }
    case FieldType::Amount: {
        const auto amount = parseAmount(bytesOf(utf8), formatOf(locale), currency.minorDigits());
        if (!amount.isValid())
            return notANumber();
        return FieldValue(amount.value.value);
    }
    case FieldType::Instant: {
        const ParsedDate parsed = parseDate(bytesOf(utf8), {words::dateOrderOf(locale), DateNumbers::None});
        const auto moment = parsed.isValid() && parsed.kind != ParsedDate::Kind::Month
                                ? parsed.instant(figures.numbers->facts.book().zone)
                                : std::nullopt;
        if (!moment)
            return fail(Code("cell.not-a-date"), ErrorKind::Usage,
                        {text, momentText({figures.numbers->asked.day, QTime(14, 0)}, locale)});
        return toValue(*moment);
    }
    case FieldType::Flag:
    case FieldType::Reference:
        return FieldValue(text.toLongLong());
    default:
        return field.editor == Editor::Text ? FieldValue(values.value(0)) : FieldValue(text);
    }
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

/// A value as it stands in an editor.
QStringList typedValue(const FieldValue& value, FieldType type, const QLocale& locale, Currency currency,
                       const QTimeZone& zone)
{
    if (value.index() == 0)
        return {};
    switch (type) {
    case FieldType::Texts: {
        QStringList texts;
        assign(texts, value);
        return texts;
    }
    case FieldType::References: {
        QStringList ids;
        for (const qint64 id : idsOf(value))
            ids << QString::number(id);
        return ids;
    }
    case FieldType::Day:
        return {words::dayText(std::get<QDate>(value), locale)};
    case FieldType::Instant:
        return {momentText(QDateTime::fromMSecsSinceEpoch(integerOf(value), zone), locale)};
    case FieldType::Amount: {
        QString text = Money{integerOf(value), currency}.toDecimal();
        return {text.replace(u'.', locale.decimalPoint())};
    }
    case FieldType::Real:
        return {locale.toString(
            std::holds_alternative<double>(value) ? std::get<double>(value) : double(integerOf(value)), 'g', 10)};
    case FieldType::Integer:
    case FieldType::Flag:
    case FieldType::Reference:
        return {QString::number(integerOf(value))};
    default:
        return {textOf(value)};
    }
}

/// Every list of a choice knows how to call its ids.
QString wordOf(const FormField& field, const QString& id, const AccountFigures& figures, const QLocale& locale)
{
    if (field.editor == Editor::Theirs || field.editor == Editor::TheirsMany)
        for (const Contact& each : figures.facts->of<Contact>())
            if (QString::number(each.id) == id)
                return each.name;
    for (const Option& option : optionsOf(field, figures, locale))
        if (option.id == id)
            return option.text;
    return id;
}

QString shownValue(const FormField& field, FieldType type, const Row& row, std::size_t index,
                   const AccountFigures& figures, const QLocale& locale, Entity entity)
{
    const FieldValue& value = row[index];
    if (value.index() == 0)
        return {};
    if (type == FieldType::Day)
        return words::dayText(std::get<QDate>(value), locale);
    if (type == FieldType::Amount)
        return words::moneyText({integerOf(value), currencyOf(row, entity, figures)}, locale);
    const QTimeZone& zone = figures.numbers->facts.book().zone;
    if (type == FieldType::Real || type == FieldType::Instant)
        return typedValue(value, type, locale, {}, zone).value(0);
    const bool isChosen =
        field.editor != Editor::Line && field.editor != Editor::Text && field.editor != Editor::Number;
    QStringList parts;
    for (const QString& part : typedValue(value, type, locale, {}, zone))
        parts << (isChosen ? wordOf(field, part, figures, locale) : part);
    return parts.join(QStringLiteral(", "));
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
        if (!field.isEditable)
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
    if (!done || draft.entity != Entity::Contact)
        return done;
    return saveRoles(edit, integerOf(row[IdField]), draft.values.value(QString::fromLatin1(rolesField)), figures);
}

Message labelOf(const RecordDraft& draft, const AccountFigures& figures, const QLocale& locale)
{
    Q_UNUSED(locale)
    QString kind = draft.value(QStringLiteral("kind"));
    const QString noun = nounOf(draft.entity, kind);
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
