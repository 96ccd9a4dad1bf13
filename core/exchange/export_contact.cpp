// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_contact.h"

#include "core/base/atomic_file.h"
#include "core/exchange/archive.h"
#include "core/model/values.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace steward::exchange {

namespace {

QString idText(qint64 id) { return QString::number(id); }

QJsonValue fieldJson(const FieldInfo& field, const FieldValue& value)
{
    struct Write
    {
        const FieldInfo& field;
        QJsonValue operator()(std::monostate) const { return {}; }
        QJsonValue operator()(qint64 number) const
        {
            if (field.type == FieldType::Flag)
                return number != 0;
            if (field.type == FieldType::Instant)
                return isoText(Instant{number});
            return field.type == FieldType::Integer && field.name != u"id" ? QJsonValue(number)
                                                                           : QJsonValue(idText(number));
        }
        QJsonValue operator()(double number) const { return number; }
        QJsonValue operator()(const QString& text) const { return text; }
        QJsonValue operator()(QDate day) const { return isoText(day); }
    };
    return std::visit(Write{field}, value);
}

/// Collects what is held; one for one answer.
class Collector
{
public:
    Collector(book::Book& book, book::Traces traces)
        : m_book(book)
        , m_traces(std::move(traces))
        , m_text(m_traces)
    {
    }
    [[nodiscard]] Result<QJsonObject> run();

private:
    [[nodiscard]] Status readNames();
    [[nodiscard]] Status readItems(const EntityInfo& entity);
    [[nodiscard]] Status readKeys(const EntityInfo& entity);
    [[nodiscard]] Status readCustom(const EntityInfo& entity);
    [[nodiscard]] Status readChanges();
    [[nodiscard]] bool isPerson(qint64 contact) const
    {
        return std::find(m_traces.contacts.begin(), m_traces.contacts.end(), contact) != m_traces.contacts.end();
    }
    [[nodiscard]] bool isOwn(Entity entity, qint64 id) const { return entity == Entity::Contact && isPerson(id); }
    [[nodiscard]] bool refers(const EntityInfo& entity, const Row& row) const;
    [[nodiscard]] bool names(const Row& row) const;
    void addItem(const EntityInfo& entity, const Row& row, const QString& why);

    book::Book& m_book;
    book::Traces m_traces;
    book::PersonText m_text;
    QHash<qint64, Import> m_imports;
    QHash<qint64, QString> m_accounts;
    QJsonArray m_items, m_keys, m_custom, m_changes;
};

Status Collector::readNames()
{
    auto done = m_book.forEach(Entity::Import, [this](const Row& row) {
        m_imports.insert(integerOf(row[IdField]), fromRow<Import>(row));
        return true;
    });
    if (!done)
        return done;
    return m_book.forEach(Entity::Account, [this](const Row& row) {
        m_accounts.insert(integerOf(row[IdField]), fromRow<Account>(row).name);
        return true;
    });
}

bool Collector::refers(const EntityInfo& entity, const Row& row) const
{
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (entity.fields[i].target != Entity::Contact)
            continue;
        if (entity.fields[i].type == FieldType::Reference && isPerson(integerOf(row[i])))
            return true;
        if (entity.fields[i].type == FieldType::References)
            for (const qint64 id : idsOf(row[i]))
                if (isPerson(id))
                    return true;
    }
    return false;
}

bool Collector::names(const Row& row) const
{
    return std::any_of(row.begin(), row.end(), [this](const FieldValue& value) {
        const auto* text = std::get_if<QString>(&value);
        return text && m_text.isIn(*text, false);
    });
}

void Collector::addItem(const EntityInfo& entity, const Row& row, const QString& why)
{
    QJsonObject fields;
    for (std::size_t i = AccountField; i < entity.fields.size(); ++i)
        if (!std::holds_alternative<std::monostate>(row[i]))
            fields.insert(entity.fields[i].name, fieldJson(entity.fields[i], row[i]));
    const auto import = m_imports.constFind(integerOf(row[ImportField]));
    const bool isImported = import != m_imports.constEnd();
    const qint64 account = entity.ofAccount ? integerOf(row[AccountField]) : 0;
    m_items.append(QJsonObject{
        {QStringLiteral("kind"), entity.name},
        {QStringLiteral("id"), idText(integerOf(row[IdField]))},
        {QStringLiteral("account"), m_accounts.contains(account) ? QJsonValue(m_accounts[account]) : QJsonValue()},
        {QStringLiteral("why"), why},
        {QStringLiteral("source_file"), isImported ? QJsonValue(import->fileName) : QJsonValue()},
        {QStringLiteral("imported_on"),
         isImported ? QJsonValue(isoText(import->at.value_or(import->recorded))) : QJsonValue()},
        {QStringLiteral("recorded"), isoText(Instant{integerOf(row[RecordedField])})},
        {QStringLiteral("fields"), fields}});
}

Status Collector::readItems(const EntityInfo& entity)
{
    return m_book.forEach(entity.entity, [&](const Row& row) {
        if (isOwn(entity.entity, integerOf(row[IdField])))
            addItem(entity, row, QStringLiteral("contact"));
        else if (refers(entity, row))
            addItem(entity, row, QStringLiteral("refers"));
        else if (names(row))
            addItem(entity, row, QStringLiteral("names"));
        return true;
    });
}

Status Collector::readKeys(const EntityInfo& entity)
{
    const auto keys = m_book.keys(entity.entity);
    if (!keys)
        return tl::unexpected(keys.error());
    for (const ExternalKey& key : *keys)
        if (isOwn(entity.entity, key.record) || m_text.isIn(key.key, false))
            m_keys.append(QJsonObject{{QStringLiteral("kind"), entity.name},
                                      {QStringLiteral("id"), idText(key.record)},
                                      {QStringLiteral("source"), key.source},
                                      {QStringLiteral("key"), key.key}});
    return {};
}

Status Collector::readCustom(const EntityInfo& entity)
{
    const auto values = m_book.customValues(entity.entity);
    if (!values)
        return tl::unexpected(values.error());
    for (const CustomValue& value : *values)
        if (isOwn(entity.entity, value.record) || m_text.isIn(value.value, false))
            m_custom.append(QJsonObject{{QStringLiteral("kind"), entity.name},
                                        {QStringLiteral("id"), idText(value.record)},
                                        {QStringLiteral("field"), value.field},
                                        {QStringLiteral("value"), value.value}});
    return {};
}

Status Collector::readChanges()
{
    const auto changes = m_book.changes();
    if (!changes)
        return tl::unexpected(changes.error());
    for (const Change& change : *changes) {
        const EntityInfo& entity = info(change.entity);
        const auto* text = std::get_if<QString>(&change.value);
        if (!isOwn(change.entity, change.record) && !(text && m_text.isIn(*text, false)))
            continue;
        const int field = entity.indexOf(change.field);
        m_changes.append(QJsonObject{
            {QStringLiteral("kind"), entity.name},
            {QStringLiteral("id"), idText(change.record)},
            {QStringLiteral("field"), change.field},
            {QStringLiteral("day"), isoText(change.day)},
            {QStringLiteral("value"),
             field < 0 ? QJsonValue() : fieldJson(entity.fields[static_cast<std::size_t>(field)], change.value)},
            {QStringLiteral("recorded"), isoText(change.recorded)}});
    }
    return {};
}

Result<QJsonObject> Collector::run()
{
    if (auto done = readNames(); !done)
        return tl::unexpected(done.error());
    for (const EntityInfo& entity : catalogue()) {
        for (const auto part : {&Collector::readItems, &Collector::readKeys, &Collector::readCustom})
            if (auto done = (this->*part)(entity); !done)
                return tl::unexpected(done.error());
    }
    if (auto done = readChanges(); !done)
        return tl::unexpected(done.error());
    return QJsonObject{{QStringLiteral("names"), QJsonArray::fromStringList(m_traces.names)},
                       {QStringLiteral("emails"), QJsonArray::fromStringList(m_traces.emails)},
                       {QStringLiteral("phones"), QJsonArray::fromStringList(m_traces.phones)},
                       {QStringLiteral("items"), m_items},
                       {QStringLiteral("keys"), m_keys},
                       {QStringLiteral("custom"), m_custom},
                       {QStringLiteral("changes"), m_changes}};
}

QString cellText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

QString line(const QString& head, const QString& text)
{
    return QStringLiteral("<tr><th>") + head.toHtmlEscaped() + QStringLiteral("</th><td>") +
           text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</td></tr>\n");
}

QString linesOf(const QJsonObject& object)
{
    QString html;
    for (auto it = object.begin(); it != object.end(); ++it)
        html += it->isObject() ? linesOf(it->toObject()) : it->isNull() ? QString() : line(it.key(), cellText(*it));
    return html;
}

} // namespace

Result<QJsonObject> contactData(book::Book& book, ContactId contact, Instant now)
{
    // Erasing and exporting must know a person by the same marks.
    const auto known = book.previewErase(contact, {});
    if (!known)
        return tl::unexpected(known.error());
    auto data = Collector(book, known->traces).run();
    if (!data)
        return data;
    data->insert(QStringLiteral("contact"), idText(contact.value()));
    data->insert(QStringLiteral("exported_at"), isoText(now));
    return data;
}

QByteArray contactPage(const QJsonObject& data)
{
    const QJsonArray names = data.value(QStringLiteral("names")).toArray();
    const QString name = names.isEmpty() ? data.value(QStringLiteral("contact")).toString() : names.last().toString();
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>\n"
                                  "<style>body{font-family:sans-serif;margin:2em;max-width:60em}table{border-collapse:"
                                  "collapse;margin-bottom:1.5em}th,td{text-align:left;vertical-align:top;padding:.2em "
                                  ".8em;border-bottom:1px solid #ccc}</style></head><body>\n<h1>%1</h1>\n")
                       .arg(name.toHtmlEscaped());
    html += QStringLiteral("<p>Exported %1</p>\n").arg(data.value(QStringLiteral("exported_at")).toString());
    for (const auto part : {"items", "keys", "custom", "changes"})
        for (const auto& each : data.value(QLatin1String(part)).toArray()) {
            const QJsonObject object = each.toObject();
            html += QStringLiteral("<h2>%1</h2>\n<table>\n")
                        .arg(object.value(QStringLiteral("kind")).toString().toHtmlEscaped());
            html += linesOf(object) + QStringLiteral("</table>\n");
        }
    return (html + QStringLiteral("</body></html>\n")).toUtf8();
}

Result<qint64> exportContact(book::Book& book, ContactId contact, const QString& path, Instant now)
{
    const auto data = contactData(book, contact, now);
    if (!data)
        return tl::unexpected(data.error());
    const auto archive = zipped({{QByteArrayLiteral("contact.json"), QJsonDocument(*data).toJson()},
                                 {QByteArrayLiteral("contact.html"), contactPage(*data)}});
    if (!archive)
        return tl::unexpected(archive.error());
    AtomicFile file(path);
    if (auto done = file.open(); !done)
        return tl::unexpected(done.error());
    if (auto done = file.write(*archive); !done)
        return tl::unexpected(done.error());
    if (auto done = file.commit(); !done)
        return tl::unexpected(done.error());
    qint64 count = 0;
    for (const auto part : {"items", "keys", "custom", "changes"})
        count += data->value(QLatin1String(part)).toArray().size();
    return count;
}

} // namespace steward::exchange
