// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/words.h"

#include "core/base/text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace steward::exchange {

namespace {

struct ListOfField
{
    Entity entity;
    const char* field;
    const char* list;
};

constexpr std::array listsOfFields = {
    ListOfField{Entity::Account, "status", "account_status"},
    ListOfField{Entity::Account, "churn_reason", "churn_reason"},
    ListOfField{Entity::Assignment, "role", "assignment_role"},
    ListOfField{Entity::Contact, "view_of_us", "view_of_us"},
    ListOfField{Entity::Contact, "preferred_channel", "channel"},
    ListOfField{Entity::Contact, "left_how", "left_reason"},
    ListOfField{Entity::ContactRole, "role", "contact_role"},
    ListOfField{Entity::Subscription, "billing_period", "billing_period"},
    ListOfField{Entity::Subscription, "status", "subscription_status"},
    ListOfField{Entity::PaymentMethod, "kind", "payment_method"},
    ListOfField{Entity::Invoice, "status", "invoice_status"},
    ListOfField{Entity::Invoice, "method", "payment_method"},
    ListOfField{Entity::Churn, "reason", "churn_reason"},
    ListOfField{Entity::Churn, "reason_2", "churn_reason"},
    ListOfField{Entity::Churn, "reason_3", "churn_reason"},
    ListOfField{Entity::Churn, "could_have_kept", "churn_kept"},
    ListOfField{Entity::Ticket, "priority", "ticket_priority"},
    ListOfField{Entity::Ticket, "status", "ticket_status"},
    ListOfField{Entity::Survey, "kind", "survey_kind"},
    ListOfField{Entity::Survey, "touchpoint", "touchpoint"},
    ListOfField{Entity::SurveySent, "kind", "survey_kind"},
    ListOfField{Entity::SurveySent, "touchpoint", "touchpoint"},
    ListOfField{Entity::Touch, "kind", "touch_kind"},
    ListOfField{Entity::Touch, "sentiment", "sentiment"},
    ListOfField{Entity::Touch, "direction", "touch_direction"},
    ListOfField{Entity::Touch, "purpose", "touch_purpose"},
    ListOfField{Entity::Goal, "category", "goal_category"},
    ListOfField{Entity::Goal, "status", "goal_status"},
    ListOfField{Entity::Risk, "kind", "risk_kind"},
    ListOfField{Entity::Risk, "severity", "risk_severity"},
    ListOfField{Entity::Risk, "outcome", "risk_outcome"},
    ListOfField{Entity::Override, "band", "band"},
    ListOfField{Entity::Override, "reason", "override_reason"},
    ListOfField{Entity::Opportunity, "kind", "opportunity_kind"},
    ListOfField{Entity::Opportunity, "csm_call", "renewal_call"},
    ListOfField{Entity::RenewalCall, "call", "renewal_call"},
    ListOfField{Entity::AccountEvent, "kind", "account_event"},
    ListOfField{Entity::Advocacy, "kind", "advocacy_kind"},
    ListOfField{Entity::Advocacy, "status", "advocacy_status"},
    ListOfField{Entity::Feedback, "source", "feedback_source"},
    ListOfField{Entity::Feedback, "theme", "feedback_theme"},
    ListOfField{Entity::Feedback, "route", "feedback_route"},
    ListOfField{Entity::Feedback, "state", "feedback_state"},
    ListOfField{Entity::Task, "category", "task_category"},
    ListOfField{Entity::Task, "priority", "task_priority"},
    ListOfField{Entity::Task, "status", "task_status"},
    ListOfField{Entity::Task, "waiting_for", "waiting_for"},
    ListOfField{Entity::Person, "level", "person_level"},
    ListOfField{Entity::Person, "sits_in", "person_place"},
    ListOfField{Entity::Metric, "aggregate", "usage_aggregate"},
};

QString keyOf(const QString& list, QStringView text) { return list + u' ' + bareName(text); }

/// Lists whose words the score is reckoned by.
constexpr std::array closedLists = {
    std::pair{"band", Code("import.band.unknown")},
    std::pair{"override_reason", Code("import.override_reason.unknown")},
    std::pair{"risk_severity", Code("import.severity.unknown")},
    std::pair{"goal_status", Code("import.goal_status.unknown")},
};

QByteArray shippedContent(const QString& name)
{
    QFile file(QStringLiteral(":/steward/exchange/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void Words::addList(const QString& list, const QJsonArray& entries)
{
    const auto add = [&](const QString& text, const QString& id) {
        // The first word to claim a text keeps it: ids and names before other people's words.
        if (const QString key = keyOf(list, text); !m_ids.contains(key))
            m_ids.insert(key, id);
    };
    for (const auto& word : entries) {
        add(word[u"id"].toString(), word[u"id"].toString());
        add(word[u"name"][u"en"].toString(), word[u"id"].toString());
    }
    for (const auto& word : entries) {
        const QJsonArray also = word[u"also"].toArray();
        for (const auto& text : also)
            add(text.toString(), word[u"id"].toString());
    }
}

Result<Words> Words::fromJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Code("import.words"), ErrorKind::Failed, {qint64(error.offset)});
    Words words;
    const QJsonArray lists = document[u"lists"].toArray();
    for (const auto& list : lists)
        words.addList(list[u"id"].toString(), list[u"words"].toArray());
    return words;
}

const Words& Words::shipped()
{
    static const Words words = [] {
        Words all = fromJson(shippedContent(QStringLiteral("words.json"))).value_or(Words());
        // Bands and the reasons to set one by hand are content of the score.
        const auto cards = QJsonDocument::fromJson(shippedContent(QStringLiteral("scorecards.json")));
        all.addList(QStringLiteral("band"), cards[u"bands"].toArray());
        all.addList(QStringLiteral("override_reason"), cards[u"override"][u"reasons"].toArray());
        return all;
    }();
    return words;
}

QString Words::idOf(const QString& list, QStringView text) const
{
    return list.isEmpty() ? QString() : m_ids.value(keyOf(list, text));
}

Code unknownWord(const QString& list)
{
    for (const auto& [name, code] : closedLists)
        if (list == QLatin1String(name))
            return code;
    return {};
}

QString wordListOf(Entity entity, const QString& field)
{
    for (const auto& each : listsOfFields)
        if (each.entity == entity && field == QLatin1String(each.field))
            return QString::fromLatin1(each.list);
    return {};
}

} // namespace steward::exchange
