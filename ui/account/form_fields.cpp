// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/record_form.h"

#include "core/content/journey_past.h"
#include "core/journey/onboarding_plan.h"
#include "core/words/content_words.h"

#include <QCoreApplication>

/// Which fields a record shows, and what may be chosen in them.
namespace steward::account {

namespace {

#define LABEL(text) QT_TRANSLATE_NOOP("account", text)

constexpr FormField touchFields[] = {
    {"kind", LABEL("Kind"), Editor::Choice, "touch_kind"},
    {"day", LABEL("Day"), Editor::Day},
    {"contact_ids", LABEL("With"), Editor::TheirsMany},
    {"subject", LABEL("About"), Editor::Line},
    {"text", LABEL("Text"), Editor::Text},
    {"minutes", LABEL("Minutes"), Editor::Number},
    {"direction", LABEL("From whom"), Editor::Choice, "touch_direction"},
    {"purpose", LABEL("Purpose"), Editor::Choice, "touch_purpose"},
    {"sentiment", LABEL("Mood"), Editor::Choice, "sentiment"},
    {"took_place", LABEL("Took place"), Editor::Flag},
};
constexpr FormField pulseFields[] = {
    {"rating", LABEL("Rating"), Editor::Choice, "pulse"},
    {"reasons", LABEL("Why, up to three"), Editor::Choices, "pulse_reason"},
    {"note", LABEL("Note"), Editor::Text},
    {"day", LABEL("Day"), Editor::Day},
};
constexpr FormField overrideFields[] = {
    {"band", LABEL("Band"), Editor::Choice, "band"}, {"reason", LABEL("Reason"), Editor::Choice, "override"},
    {"note", LABEL("Note"), Editor::Text},           {"until", LABEL("Until"), Editor::Day},
    {"from", LABEL("From"), Editor::Day, "", false},
};
constexpr FormField goalFields[] = {
    {"outcome", LABEL("Goal, in their words"), Editor::Text},
    {"short_name", LABEL("Short name"), Editor::Line},
    {"status", LABEL("State"), Editor::Choice, "goal_status"},
    {"category", LABEL("Kind"), Editor::Choice, "goal_category"},
    {"measure", LABEL("Measured by"), Editor::Line},
    {"unit", LABEL("Unit"), Editor::Line},
    {"baseline", LABEL("At the start"), Editor::Number},
    {"current", LABEL("Now"), Editor::Number},
    {"target", LABEL("Target"), Editor::Number},
    {"agreed_on", LABEL("Agreed on"), Editor::Day},
    {"due", LABEL("Due"), Editor::Day},
    {"met_on", LABEL("Met on"), Editor::Day},
    {"priority", LABEL("Priority, 1 highest"), Editor::Number},
    {"last_reviewed", LABEL("Last reviewed"), Editor::Day},
};
constexpr FormField riskFields[] = {
    {"kind", LABEL("Kind"), Editor::Choice, "risk_kind"},
    {"severity", LABEL("Severity"), Editor::Choice, "risk_severity"},
    {"text", LABEL("What is it"), Editor::Text},
    {"mitigation", LABEL("What we do about it"), Editor::Text},
    {"owner_id", LABEL("Owner"), Editor::Ours},
    {"opened", LABEL("Opened"), Editor::Day},
    {"due", LABEL("Due"), Editor::Day},
    {"closed", LABEL("Closed"), Editor::Day},
    {"outcome", LABEL("How it ended"), Editor::Choice, "risk_outcome"},
};
constexpr FormField contactFields[] = {
    {"name", LABEL("Name"), Editor::Line},
    {"title", LABEL("Title"), Editor::Line, "", true, true},
    {rolesField, LABEL("Roles"), Editor::Choices, "contact_role", true, true},
    {"influence", LABEL("Influence, 1 to 5"), Editor::Number, "", true, true},
    {"view_of_us", LABEL("View of us"), Editor::Choice, "view_of_us", true, true},
    {"email", LABEL("E-mail"), Editor::Line, "", true, true},
    {"phone", LABEL("Telephone"), Editor::Line, "", true, true},
    {"reports_to_id", LABEL("Reports to"), Editor::Theirs},
    {"successor_of_id", LABEL("Follows"), Editor::Theirs},
    {"preferred_channel", LABEL("Reach by"), Editor::Choice, "channel", true, true},
    {"preferred_time", LABEL("When"), Editor::Line, "", true, true},
    {"language", LABEL("Language"), Editor::Line, "", true, true},
    {"time_zone", LABEL("Time zone"), Editor::Line, "", true, true},
    {"no_survey", LABEL("Not to be asked in surveys"), Editor::Flag},
    {"joined_on", LABEL("There since"), Editor::Day},
    {"met_on", LABEL("First met"), Editor::Day},
    {"left_on", LABEL("Left on"), Editor::Day},
    {"left_how", LABEL("Why they left"), Editor::Choice, "left_reason"},
    {"note", LABEL("Note"), Editor::Text, "", true, true},
};
constexpr FormField subscriptionFields[] = {
    {"renewal_date", LABEL("Renewal"), Editor::Day},
    {"notice_by", LABEL("Last day of notice"), Editor::Day},
    {"notice_given_on", LABEL("Notice given on"), Editor::Day},
    {"auto_renew", LABEL("Renews by itself"), Editor::Flag},
    {"price_rule", LABEL("Price at renewal"), Editor::Line},
    {"product", LABEL("Product"), Editor::Line, "", false},
    {"seats", LABEL("Seats"), Editor::Number, "", false},
    {"amount", LABEL("Amount a period"), Editor::Amount, "", false},
    {"billing_period", LABEL("Billed"), Editor::Choice, "billing_period", false},
    {"start", LABEL("Begins"), Editor::Day, "", false},
    {"ended_on", LABEL("Ended on"), Editor::Day, "", false},
    {"status", LABEL("State"), Editor::Choice, "subscription_status", false},
};
constexpr FormField taskFields[] = {
    {"title", LABEL("What"), Editor::Line},
    {"due", LABEL("Due"), Editor::Day},
    {"status", LABEL("State"), Editor::Choice, "task_status"},
    {"category", LABEL("Kind"), Editor::Choice, "task_category"},
    {"priority", LABEL("Priority"), Editor::Choice, "task_priority"},
    {"assignee_id", LABEL("Who"), Editor::Ours},
    {"waiting_for", LABEL("Waiting for"), Editor::Choice, "waiting_for"},
    {"promised_to_id", LABEL("Promised to"), Editor::Theirs},
    {"note", LABEL("Note"), Editor::Text},
    {"done_on", LABEL("Done on"), Editor::Day},
};
constexpr FormField milestoneFields[] = {
    {"kind", LABEL("Milestone"), Editor::Choice, "milestone"},
    {"planned", LABEL("Planned"), Editor::Day},
    {"reached", LABEL("Reached"), Editor::Day},
    {"said_by_id", LABEL("Said by"), Editor::Theirs},
};
constexpr FormField valueFields[] = {
    {"text", LABEL("What they gained"), Editor::Text},
    {"day", LABEL("Day"), Editor::Day},
    {"amount", LABEL("Amount"), Editor::Amount},
    {"confirmed_by_id", LABEL("Confirmed by"), Editor::Theirs},
    {"method", LABEL("How it was estimated"), Editor::Line},
};
constexpr FormField opportunityFields[] = {
    {"name", LABEL("Name"), Editor::Line, "", false},
    {"kind", LABEL("Kind"), Editor::Choice, "opportunity_kind", false},
    {"amount", LABEL("Amount"), Editor::Amount, "", false},
    {"stage", LABEL("Stage"), Editor::Choice, "opportunity_stage", false},
    {"close_date", LABEL("Closes"), Editor::Day, "", false},
    {"csm_call", LABEL("Your call"), Editor::Choice, "renewal_call"},
    {"reason", LABEL("Reason"), Editor::Line, "", false},
};
constexpr FormField callFields[] = {
    {"call", LABEL("Your call"), Editor::Choice, "renewal_call"},
    {"reason", LABEL("Why"), Editor::Text},
    {"cycle", LABEL("Renewal of"), Editor::Day},
    {"day", LABEL("Day"), Editor::Day, "", false},
    {"by_id", LABEL("Called by"), Editor::Ours},
};
constexpr FormField accountFields[] = {
    {"stage", LABEL("Stage"), Editor::Choice, "stage"},
    {"segment", LABEL("Segment"), Editor::Choice, "segment"},
    {"csm_id", LABEL("CSM"), Editor::Ours},
    {"renewal_date", LABEL("Renewal, where no contract says it"), Editor::Day},
    {"tier", LABEL("Plan"), Editor::Line},
    {"industry", LABEL("Trade"), Editor::Line},
    {"region", LABEL("Region"), Editor::Line},
    {"country", LABEL("Country"), Editor::Line},
    {"employees", LABEL("Employees"), Editor::Number},
    {"customer_since", LABEL("Customer since"), Editor::Day},
    {"market_notes", LABEL("What moves their market"), Editor::Text},
    {journey::planProblem, LABEL("Problems they want solved, one per line"), Editor::Text},
    {journey::planCan, LABEL("What the product can do about it"), Editor::Text},
    {journey::planCannot, LABEL("What the product cannot do"), Editor::Text},
    {journey::planFeatures, LABEL("Features that matter now"), Editor::Text},
    {journey::planLeftOut, LABEL("Left out on purpose"), Editor::Text},
    {journey::planMoment, LABEL("First \"that is it\" moment"), Editor::Text},
    {journey::planFirstUse, LABEL("First hour of a new user"), Editor::Text},
    {journey::planTraining, LABEL("Training, one per line: what > which problem"), Editor::Text},
    {journey::planVideos, LABEL("Short videos for exactly these tasks"), Editor::Text},
};
constexpr FormField surveyFields[] = {
    {"kind", LABEL("Asked"), Editor::Choice, "survey_kind", false},
    {"score", LABEL("Answer"), Editor::Number, "", false},
    {"comment", LABEL("Their words"), Editor::Text, "", false},
    {"contact_id", LABEL("Who"), Editor::Theirs, "", false},
    {"day", LABEL("Day"), Editor::Day, "", false},
    {"touchpoint", LABEL("After"), Editor::Choice, "touchpoint", false},
    {"replied_on", LABEL("Replied on"), Editor::Day},
    {"routed_to", LABEL("Handed to"), Editor::Choice, "feedback_route"},
    {"told_on", LABEL("Told what was done on"), Editor::Day},
};
constexpr FormField feedbackFields[] = {
    {"words", LABEL("Their words"), Editor::Text},
    {"contact_id", LABEL("Who"), Editor::Theirs},
    {"state", LABEL("State"), Editor::Choice, "feedback_state"},
    {"route", LABEL("Handed to"), Editor::Choice, "feedback_route"},
    {"decision", LABEL("Decision"), Editor::Line},
    {"told_on", LABEL("Told the customer on"), Editor::Day},
    {"day", LABEL("Day"), Editor::Day},
    {"source", LABEL("From"), Editor::Choice, "feedback_source", false},
};
constexpr FormField ticketFields[] = {
    {"subject", LABEL("Subject"), Editor::Text, "", false},
    {"priority", LABEL("Priority"), Editor::Choice, "ticket_priority", false},
    {"status", LABEL("State"), Editor::Choice, "ticket_status", false},
    {"category", LABEL("Kind"), Editor::Line, "", false},
    {"contact_id", LABEL("Who"), Editor::Theirs, "", false},
    {"opened", LABEL("Opened"), Editor::Day, "", false},
    {"closed", LABEL("Closed"), Editor::Day, "", false},
    {"escalated", LABEL("Escalated"), Editor::Flag, "", false},
    {"csat", LABEL("Rated"), Editor::Number, "", false},
};
constexpr FormField invoiceFields[] = {
    {"number", LABEL("Number"), Editor::Line, "", false},
    {"amount", LABEL("Amount"), Editor::Amount, "", false},
    {"issued", LABEL("Issued"), Editor::Day, "", false},
    {"due", LABEL("Due"), Editor::Day, "", false},
    {"paid_on", LABEL("Paid on"), Editor::Day, "", false},
    {"status", LABEL("State"), Editor::Choice, "invoice_status", false},
    {"method", LABEL("Paid by"), Editor::Choice, "payment_method", false},
};
constexpr FormField eventFields[] = {
    {"kind", LABEL("Kind"), Editor::Choice, "account_event"},
    {"day", LABEL("Day"), Editor::Day},
    {"note", LABEL("Note"), Editor::Text},
};
constexpr FormField moveFields[] = {
    {"from_stage", LABEL("From"), Editor::Choice, "stage", false},
    {"to_stage", LABEL("To"), Editor::Choice, "stage", false},
    {"day", LABEL("Day"), Editor::Day, "", false},
    {"why", LABEL("Why"), Editor::Text, "", true},
};
constexpr FormField escalationFields[] = {
    {"subject", LABEL("Subject"), Editor::Line},
    {"business_effect", LABEL("What it costs them"), Editor::Text},
    {"owner_id", LABEL("Owner"), Editor::Ours},
    {"opened", LABEL("Opened"), Editor::Day},
    {"next_update_due", LABEL("Next word promised for"), Editor::Day},
    {"cause_told_on", LABEL("Cause told on"), Editor::Day},
    {"closed", LABEL("Closed"), Editor::Day},
};
constexpr FormField qbrFields[] = {
    {"quarter", LABEL("Quarter"), Editor::Day, "", false},
    {"meeting_start", LABEL("Meeting begins"), Editor::Moment},
    {"meeting_end", LABEL("Meeting ends"), Editor::Moment},
    {"date_confirmed_on", LABEL("Date confirmed on"), Editor::Day},
    {"decider_confirmed_on", LABEL("Decision maker confirmed on"), Editor::Day},
    {"agenda_asked_on", LABEL("Sponsor asked for the agenda on"), Editor::Day},
    {"draft_shown_on", LABEL("Champion has seen the draft on"), Editor::Day},
    {"attendee_ids", LABEL("With"), Editor::TheirsMany},
    {"held_on", LABEL("Held on"), Editor::Day},
};
constexpr FormField planFigureFields[] = {
    {"line", LABEL("What is paid for"), Editor::Line},
    {"amount", LABEL("Planned for the quarter"), Editor::Amount},
    {"quarter", LABEL("Quarter"), Editor::Day, "", false},
};
constexpr FormField baselineFields[] = {
    {"number", LABEL("Figure"), Editor::Number},
    {"day", LABEL("As it stood on"), Editor::Day},
    {"definition", LABEL("What it counts"), Editor::Text},
    {"metric", LABEL("Metric"), Editor::Line, "", false},
};

#undef LABEL

} // namespace

std::span<const FormField> fieldsOf(Entity entity)
{
    switch (entity) {
    case Entity::Touch:
        return touchFields;
    case Entity::Pulse:
        return pulseFields;
    case Entity::Override:
        return overrideFields;
    case Entity::Goal:
        return goalFields;
    case Entity::Risk:
        return riskFields;
    case Entity::Contact:
        return contactFields;
    case Entity::Subscription:
        return subscriptionFields;
    case Entity::Task:
        return taskFields;
    case Entity::Milestone:
        return milestoneFields;
    case Entity::Value:
        return valueFields;
    case Entity::Opportunity:
        return opportunityFields;
    case Entity::RenewalCall:
        return callFields;
    case Entity::Account:
        return accountFields;
    case Entity::Survey:
        return surveyFields;
    case Entity::Feedback:
        return feedbackFields;
    case Entity::Ticket:
        return ticketFields;
    case Entity::Invoice:
        return invoiceFields;
    case Entity::AccountEvent:
        return eventFields;
    case Entity::StageMove:
        return moveFields;
    case Entity::Escalation:
        return escalationFields;
    case Entity::Qbr:
        return qbrFields;
    case Entity::PlanFigure:
        return planFigureFields;
    case Entity::Baseline:
        return baselineFields;
    default:
        return {};
    }
}

bool isPlanField(QStringView name) { return name.startsWith(u"plan_"); }

QString nounOf(const RecordDraft& draft)
{
    const bool isPlan = !draft.shown.empty() && isPlanField(draft.shown.front());
    return isPlan ? QCoreApplication::translate("account", "onboarding plan")
                  : nounOf(draft.entity, draft.value(QStringLiteral("kind")));
}

QString labelOf(const FormField& field) { return QCoreApplication::translate("account", field.label); }

QString nounOf(Entity entity, const QString& kind)
{
    static const std::map<Entity, const char*> nouns = {
        {Entity::Touch, QT_TRANSLATE_NOOP("account", "conversation")},
        {Entity::Pulse, QT_TRANSLATE_NOOP("account", "rating")},
        {Entity::Override, QT_TRANSLATE_NOOP("account", "band set by hand")},
        {Entity::Goal, QT_TRANSLATE_NOOP("account", "goal")},
        {Entity::Risk, QT_TRANSLATE_NOOP("account", "risk")},
        {Entity::Contact, QT_TRANSLATE_NOOP("account", "person")},
        {Entity::Subscription, QT_TRANSLATE_NOOP("account", "contract")},
        {Entity::Task, QT_TRANSLATE_NOOP("account", "task")},
        {Entity::Milestone, QT_TRANSLATE_NOOP("account", "milestone")},
        {Entity::Value, QT_TRANSLATE_NOOP("account", "value")},
        {Entity::Opportunity, QT_TRANSLATE_NOOP("account", "opportunity")},
        {Entity::RenewalCall, QT_TRANSLATE_NOOP("account", "renewal call")},
        {Entity::Account, QT_TRANSLATE_NOOP("account", "account")},
        {Entity::Survey, QT_TRANSLATE_NOOP("account", "answer")},
        {Entity::Feedback, QT_TRANSLATE_NOOP("account", "feedback")},
        {Entity::Ticket, QT_TRANSLATE_NOOP("account", "ticket")},
        {Entity::Invoice, QT_TRANSLATE_NOOP("account", "invoice")},
        {Entity::AccountEvent, QT_TRANSLATE_NOOP("account", "event")},
        {Entity::StageMove, QT_TRANSLATE_NOOP("account", "change of stage")},
        {Entity::Escalation, QT_TRANSLATE_NOOP("account", "escalation")},
        {Entity::Qbr, QT_TRANSLATE_NOOP("account", "QBR")},
        {Entity::PlanFigure, QT_TRANSLATE_NOOP("account", "planned amount")},
        {Entity::Baseline, QT_TRANSLATE_NOOP("account", "starting figure")}};
    if (entity == Entity::Touch) {
        static const std::map<QString, const char*> touches = {
            {QStringLiteral("note"), QT_TRANSLATE_NOOP("account", "note")},
            {QStringLiteral("call"), QT_TRANSLATE_NOOP("account", "call")},
            {QStringLiteral("meeting"), QT_TRANSLATE_NOOP("account", "meeting")},
            {QStringLiteral("email"), QT_TRANSLATE_NOOP("account", "e-mail")}};
        if (const auto touch = touches.find(kind); touch != touches.end())
            return QCoreApplication::translate("account", touch->second);
    }
    const auto noun = nouns.find(entity);
    return noun == nouns.end() ? QString() : QCoreApplication::translate("account", noun->second);
}

std::vector<Option> optionsOf(const FormField& field, const AccountFigures& figures, const QLocale& locale)
{
    const content::Content& content = figures.numbers->content;
    const words::ContentWords words(content, locale);
    std::vector<Option> options;
    if (field.editor == Editor::Flag)
        return {{QStringLiteral("1"), QCoreApplication::translate("account", "yes")},
                {QStringLiteral("0"), QCoreApplication::translate("account", "no")}};
    if (field.editor == Editor::Ours) {
        for (const Person& each : figures.numbers->facts.book().people)
            options.push_back({QString::number(each.id), each.name});
        return options;
    }
    if (field.editor == Editor::Theirs || field.editor == Editor::TheirsMany) {
        for (const query::PersonSeen& each : figures.people)
            options.push_back({QString::number(each.contact->id), each.contact->name});
        return options;
    }
    const QString list = QString::fromLatin1(field.list);
    const auto addEntries = [&](const auto& entries) {
        for (const auto& each : entries)
            if (std::ranges::find(options, each.id, &Option::id) == options.end())
                options.push_back({each.id, words.text(each.name)});
    };
    if (list == u"stage") {
        for (const content::JourneyTemplate& each : content.journeys.templates)
            for (const content::JourneyStage& stage : each.stages)
                if (!content::isRetired(stage))
                    addEntries(std::span(&stage, 1));
    } else if (list == u"segment") {
        addEntries(content.segments);
    } else if (list == u"milestone") {
        addEntries(content.journeys.milestones);
    } else if (list == u"band") {
        addEntries(content.scorecards.bands);
    } else if (list == u"override") {
        addEntries(content.scorecards.override.reasons);
    } else if (const content::WordList* found = content.words.find(list)) {
        for (const content::Word& word : found->words)
            if (!word.retired)
                options.push_back({word.id, words.word(list, word.id)});
    }
    return options;
}

} // namespace steward::account
