// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/import_words.h"

#include "core/model/values.h"
#include "core/words/short_words.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QHash>

namespace steward::importing {

namespace {

struct Word
{
    const char* id;
    const char* text;
};

QString translated(const char* context, const char* text) { return QCoreApplication::translate(context, text); }

/// In the order in which they are offered.
constexpr Word kinds[] = {{"accounts", QT_TRANSLATE_NOOP("kinds", "Accounts")},
                          {"contacts", QT_TRANSLATE_NOOP("kinds", "Contacts")},
                          {"subscriptions", QT_TRANSLATE_NOOP("kinds", "Subscriptions")},
                          {"usage", QT_TRANSLATE_NOOP("kinds", "Usage")},
                          {"tickets", QT_TRANSLATE_NOOP("kinds", "Tickets")},
                          {"surveys", QT_TRANSLATE_NOOP("kinds", "Survey answers")},
                          {"invoices", QT_TRANSLATE_NOOP("kinds", "Invoices")},
                          {"touches", QT_TRANSLATE_NOOP("kinds", "Conversations")},
                          {"goals", QT_TRANSLATE_NOOP("kinds", "Goals")},
                          {"tasks", QT_TRANSLATE_NOOP("kinds", "Tasks")},
                          {"opportunities", QT_TRANSLATE_NOOP("kinds", "Opportunities")},
                          {"churns", QT_TRANSLATE_NOOP("kinds", "Customers who left")},
                          {"plans", QT_TRANSLATE_NOOP("kinds", "Price list")},
                          {"people", QT_TRANSLATE_NOOP("kinds", "Our people")},
                          {"risks", QT_TRANSLATE_NOOP("kinds", "Risks")},
                          {"fx_rates", QT_TRANSLATE_NOOP("kinds", "Exchange rates")}};

/// Fields whose word is another one than their name with blanks.
constexpr Word fields[] = {{"account_id", QT_TRANSLATE_NOOP("fields", "account")},
                           {"contact_id", QT_TRANSLATE_NOOP("fields", "contact")},
                           {"subscription_id", QT_TRANSLATE_NOOP("fields", "subscription")},
                           {"csm_id", QT_TRANSLATE_NOOP("fields", "CSM")},
                           {"external_id", QT_TRANSLATE_NOOP("fields", "key")},
                           {"record_id", QT_TRANSLATE_NOOP("fields", "key in this book")},
                           {"arr", QT_TRANSLATE_NOOP("fields", "ARR")},
                           {"mrr", QT_TRANSLATE_NOOP("fields", "MRR")},
                           {"csat", QT_TRANSLATE_NOOP("fields", "rating")},
                           {"csat_scale", QT_TRANSLATE_NOOP("fields", "rating out of")},
                           {"ignore", QT_TRANSLATE_NOOP("fields", "not imported")},
                           {"industry", QT_TRANSLATE_NOOP("fields", "trade")},
                           {"tier", QT_TRANSLATE_NOOP("fields", "plan level")},
                           {"notice_by", QT_TRANSLATE_NOOP("fields", "last day of notice")},
                           {"churned_on", QT_TRANSLATE_NOOP("fields", "left on")},
                           {"churned", QT_TRANSLATE_NOOP("fields", "has left")},
                           {"churn_reason", QT_TRANSLATE_NOOP("fields", "why they left")},
                           {"ended_on", QT_TRANSLATE_NOOP("fields", "ended on")},
                           {"archived_on", QT_TRANSLATE_NOOP("fields", "put away on")},
                           {"parent_id", QT_TRANSLATE_NOOP("fields", "belongs to")},
                           {"plan_id", QT_TRANSLATE_NOOP("fields", "product")},
                           {"event_id", QT_TRANSLATE_NOOP("fields", "key of the event")},
                           {"event_type", QT_TRANSLATE_NOOP("fields", "what was done")}};

template <std::size_t n>
const Word* find(const Word (&words)[n], const QString& id)
{
    const auto found = std::ranges::find_if(words, [&](const Word& word) { return id == QLatin1String(word.id); });
    return found == std::end(words) ? nullptr : found;
}

QString plain(QString name)
{
    if (name.endsWith(QStringLiteral("_ids")))
        name.chop(4);
    else if (name.endsWith(QStringLiteral("_id")))
        name.chop(3);
    return name.replace(u'_', u' ');
}

bool isTold(const FieldInfo& field)
{
    return field.type != FieldType::Json && field.name != u"unlinked" && field.name != u"import_id" &&
           field.name != u"recorded" && field.name != u"id";
}

} // namespace

QString kindName(exchange::Kind kind)
{
    if (!kind.isKnown())
        return translated("kinds", QT_TRANSLATE_NOOP("kinds", "Not recognised"));
    const QString name = kind.name();
    if (const Word* word = find(kinds, name))
        return translated("kinds", word->text);
    QString text = plain(name);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

std::vector<exchange::Kind> kindsToChoose()
{
    std::vector<exchange::Kind> all;
    for (const Word& word : kinds)
        if (const exchange::Kind kind = exchange::kindNamed(QString::fromLatin1(word.id)); kind.isKnown())
            all.push_back(kind);
    return all;
}

QString fieldName(const QString& name)
{
    if (name.startsWith(QStringLiteral("metric:")))
        return plain(name.mid(7));
    if (const Word* word = find(fields, name))
        return translated("fields", word->text);
    return plain(name);
}

QString profileName(const QString& profile)
{
    if (profile.isEmpty() || profile == u"generic" || profile == u"canonical")
        return {};
    if (profile == u"steward")
        return translated("import", QT_TRANSLATE_NOOP("import", "written by Steward"));
    QString name = profile;
    name[0] = name[0].toUpper();
    return translated("import", QT_TRANSLATE_NOOP("import", "%1 export")).arg(name);
}

QString moneyText(Money money, const QLocale& locale)
{
    if (money.currency.isKnown())
        return words::inWords(Argument(money), locale);
    return locale.toString(double(money.minor) / 100.0, 'f', 2);
}

QString valueText(const Row& row, std::size_t field, const EntityInfo& entity, const NameOf& nameOf,
                  const QLocale& locale)
{
    if (field >= row.size())
        return {};
    const FieldValue& value = row[field];
    const FieldInfo& what = entity.fields[field];
    if (const auto* day = std::get_if<QDate>(&value))
        return words::dayText(*day, locale);
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* real = std::get_if<double>(&value))
        return locale.toString(*real, 'g', 6);
    const auto* integer = std::get_if<qint64>(&value);
    if (!integer)
        return {};
    switch (what.type) {
    case FieldType::Flag:
        return *integer ? translated("import", QT_TRANSLATE_NOOP("import", "yes"))
                        : translated("import", QT_TRANSLATE_NOOP("import", "no"));
    case FieldType::Instant:
        return locale.toString(QDateTime::fromMSecsSinceEpoch(*integer, Qt::UTC), QStringLiteral("d MMM yyyy HH:mm"));
    case FieldType::Amount: {
        const auto at = static_cast<std::size_t>(std::max(entity.currency, 0));
        const auto currency = entity.currency < 0 ? std::nullopt : Currency::fromCode(steward::textOf(row[at]));
        return moneyText({*integer, currency.value_or(Currency())}, locale);
    }
    case FieldType::Reference:
        return what.target ? nameOf(*what.target, *integer) : QString();
    default:
        return locale.toString(*integer);
    }
}

std::vector<Change> changesOf(const exchange::PlannedRecord& record, const NameOf& nameOf, const QLocale& locale)
{
    std::vector<Change> changes;
    const EntityInfo& entity = info(record.entity);
    for (std::size_t i = ArchivedField; i < record.after.size(); ++i) {
        // The account of a row has a column of its own.
        const bool isOwnAccount = entity.ofAccount && i == AccountField;
        const FieldValue before = record.isNew || i >= record.before.size() ? FieldValue() : record.before[i];
        if (before == record.after[i] || isOwnAccount || !isTold(entity.fields[i]))
            continue;
        const QString old = record.isNew ? QString() : valueText(record.before, i, entity, nameOf, locale);
        const QString now = valueText(record.after, i, entity, nameOf, locale);
        if (old != now)
            changes.push_back({fieldName(entity.fields[i].name), old, now});
    }
    return changes;
}

QString textOf(const std::vector<Change>& changes)
{
    QStringList parts;
    for (const Change& change : changes)
        parts << (change.before.isEmpty() ? QString(change.field + u' ' + change.after)
                                          : QString(change.field + u' ' + change.before + u" \u2192 " + change.after));
    return parts.join(QStringLiteral(", "));
}

QString sentenceOf(const exchange::Issue& issue, const QLocale& locale)
{
    Arguments arguments = issue.arguments;
    if (arguments.empty())
        arguments.emplace_back(issue.value);
    return words::render(Message{issue.code, arguments}, locale);
}

QString sentenceOf(const Error& error, const QString& fileName, const QLocale& locale)
{
    Message message = error.message();
    for (Argument& argument : message.arguments)
        if (auto* text = std::get_if<QString>(&argument); text && text->endsWith(fileName))
            *text = fileName;
    return words::render(message, locale);
}

} // namespace steward::importing
