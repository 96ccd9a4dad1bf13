// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/evidence.h"

#include <algorithm>
#include <array>
#include <span>

namespace steward::content {

namespace {

constexpr std::array measureShapes = {
    EvidenceShape{"trend", "metric before now pct",
                  "window min_history min_mean min_events flat_within seasonal_relief.within seasonal_relief.toward "
                  "seasonal_relief.share",
                  "points", "", "down up flat down_last_year up_last_year"},
    EvidenceShape{"last_use", "date x", "", "points", "", "used today"},
    EvidenceShape{"licence", "used bought pct age_months", "window age_from.young age_from.settled age_from.grown",
                  "young settled grown", "", "used"},
    EvidenceShape{"early_use", "n planned day target", "", "points", "", "used"},
    EvidenceShape{"breadth", "n m list", "window min_days", "points", "", "used all used_plan all_plan"},
    EvidenceShape{"payment", "number amount days habit", "habit_of habit_min habit_most", "points", "",
                  "overdue overdue_no_habit none"},
    EvidenceShape{"card", "date amount", "unpaid_less", "points", "", "expired expires unpaid"},
    EvidenceShape{"tickets_open", "n days subject", "high_counts high_after", "points", "", "open high none"},
    EvidenceShape{"tickets_trend", "now before theme", "window baseline min_baseline min_now", "points", "",
                  "trend trend_mixed"},
    EvidenceShape{"risks_open", "kind severity owner date", "late_less", "", "none low medium high critical",
                  "open undated none"},
    EvidenceShape{"goals", "n m goal", "due_back due_ahead at_risk_counts first_priority_counts", "points", "",
                  "behind all"},
    EvidenceShape{"goal_agreed", "x goal", "", "points", "agreed", "agreed none"},
    EvidenceShape{"plan_progress", "milestone date x", "", "points", "", "behind on_plan"},
    EvidenceShape{"time_to_value", "days target", "late_entry", "points", "", "reached waiting"},
    EvidenceShape{"value_recent", "date text", "", "points", "", "confirmed none"},
    EvidenceShape{"nps", "x n score role date",
                  "window weight.sponsor weight.decision_maker weight.champion weight.executive weight.other", "points",
                  "", "scores one unnamed"},
    EvidenceShape{"csat", "s n", "window min_answers min_answers_onboarding", "points", "", "ratings"},
    EvidenceShape{"ces", "x n", "window min_answers", "points", "", "ease"},
    EvidenceShape{"silence", "days", "floor_days", "points", "", "quiet never"},
    EvidenceShape{"touch_cadence", "cadence date kind", "", "points", "", "last never"},
    EvidenceShape{"sponsor", "title date", "named_after settled_after", "points", "never_met replaced unmet left none",
                  "seen never_met left unmet replaced none"},
    EvidenceShape{"champion", "title date", "recent_days known_days", "", "recent known unseen left none",
                  "seen never_met left none"},
    EvidenceShape{"threads", "n roles", "engaged_days", "with_people without_people", "", "people one none"},
    EvidenceShape{"pulse", "csm label date reasons", "", "", "1 2 3 4 5 6", "rated rated_bare"},
};

constexpr std::array capShapes = {
    EvidenceShape{"sponsor_left", "date", "", "", "", ""},
    EvidenceShape{"sponsor_left_renewal", "date days", "renewal_within left_for", "", "", ""},
    EvidenceShape{"sponsor_unhappy", "role score date", "window most", "", "", ""},
    EvidenceShape{"payment_60", "number days", "overdue", "", "", ""},
    EvidenceShape{"card_dead", "date amount", "unpaid", "", "", ""},
    EvidenceShape{"no_use", "date", "working_days", "", "", ""},
    EvidenceShape{"licence_empty", "used bought m", "under after", "", "", ""},
    EvidenceShape{"single_thread", "n days", "most renewal_within", "", "", ""},
    EvidenceShape{"escalated", "subject date", "", "", "", ""},
    EvidenceShape{"risk_critical", "kind", "", "", "", ""},
    EvidenceShape{"stuck", "day target", "times", "", "", ""},
    EvidenceShape{"notice", "date end", "", "", "", ""},
    EvidenceShape{"pulse_severe", "csm reasons", "rating", "", "", ""},
};

struct Sentence
{
    std::string_view key;
    std::string_view arguments;
};

constexpr std::array otherSentences = {
    Sentence{"unknown.not_connected", "kind"},
    Sentence{"unknown.too_old", "kind date"},
    Sentence{"unknown.too_little", "kind"},
    Sentence{"unknown.not_practised", "kind"},
    Sentence{"not_applicable.quiet_period", "date"},
    Sentence{"not_applicable.age", "days"},
    Sentence{"not_applicable.days_since_invoice", "days"},
    Sentence{"survey_hold.recent", "days"},
    Sentence{"survey_hold.complaint_open", "date"},
    Sentence{"survey_hold.signature", "days"},
    Sentence{"question.nps", "product"},
    Sentence{"question.csat", "what"},
    Sentence{"question.ces", "vendor"},
    Sentence{"brief.last_talk", "date names text"},
    Sentence{"brief.our_promises", "text date"},
    Sentence{"brief.their_promises", "text date"},
    Sentence{"brief.goals", "goal now target date"},
    Sentence{"brief.goal_states", "goal label date"},
    Sentence{"brief.use", "metric before now pct"},
    Sentence{"brief.tickets", "subject days"},
    Sentence{"brief.overdue", "number amount days"},
    Sentence{"brief.renewal", "date until"},
    Sentence{"brief.new_people", "name title date"},
    Sentence{"brief.left_people", "name title date"},
    Sentence{"brief.sceptics", "name title"},
    Sentence{"brief.feedback", "role date score quote"},
    Sentence{"brief.question", "text"},
    Sentence{"brief.ask.use_down", "month"},
};

struct TypedName
{
    std::string_view name;
    ArgumentType type;
};

constexpr std::array types = {
    TypedName{"age_months", ArgumentType::Count}, TypedName{"amount", ArgumentType::Money},
    TypedName{"before", ArgumentType::Number},    TypedName{"bought", ArgumentType::Count},
    TypedName{"cadence", ArgumentType::Count},    TypedName{"csm", ArgumentType::Text},
    TypedName{"date", ArgumentType::Date},        TypedName{"day", ArgumentType::Count},
    TypedName{"days", ArgumentType::Count},       TypedName{"end", ArgumentType::Date},
    TypedName{"goal", ArgumentType::Text},        TypedName{"habit", ArgumentType::Count},
    TypedName{"kind", ArgumentType::Text},        TypedName{"label", ArgumentType::Text},
    TypedName{"list", ArgumentType::Text},        TypedName{"m", ArgumentType::Count},
    TypedName{"metric", ArgumentType::Text},      TypedName{"milestone", ArgumentType::Text},
    TypedName{"month", ArgumentType::Text},       TypedName{"n", ArgumentType::Count},
    TypedName{"name", ArgumentType::Text},        TypedName{"names", ArgumentType::Text},
    TypedName{"now", ArgumentType::Number},       TypedName{"number", ArgumentType::Text},
    TypedName{"owner", ArgumentType::Text},       TypedName{"pct", ArgumentType::Percent},
    TypedName{"planned", ArgumentType::Count},    TypedName{"product", ArgumentType::Text},
    TypedName{"quote", ArgumentType::Text},       TypedName{"reasons", ArgumentType::Text},
    TypedName{"role", ArgumentType::Text},        TypedName{"roles", ArgumentType::Text},
    TypedName{"s", ArgumentType::Count},          TypedName{"score", ArgumentType::Number},
    TypedName{"severity", ArgumentType::Text},    TypedName{"subject", ArgumentType::Text},
    TypedName{"target", ArgumentType::Number},    TypedName{"text", ArgumentType::Text},
    TypedName{"theme", ArgumentType::Text},       TypedName{"title", ArgumentType::Text},
    TypedName{"until", ArgumentType::Date},       TypedName{"used", ArgumentType::Number},
    TypedName{"vendor", ArgumentType::Text},      TypedName{"what", ArgumentType::Text},
    TypedName{"x", ArgumentType::Number},
};

const EvidenceShape* shapeIn(std::span<const EvidenceShape> shapes, QStringView id)
{
    const auto found = std::find_if(shapes.begin(), shapes.end(), [&](const EvidenceShape& shape) {
        return id == QLatin1StringView(shape.id.data(), qsizetype(shape.id.size()));
    });
    return found == shapes.end() ? nullptr : &*found;
}

} // namespace

const EvidenceShape* measureShape(QStringView evidence) { return shapeIn(measureShapes, evidence); }

const EvidenceShape* capShape(QStringView cap) { return shapeIn(capShapes, cap); }

std::string_view sentenceArguments(QStringView key)
{
    for (const Sentence& sentence : otherSentences) {
        if (key == QLatin1StringView(sentence.key.data(), qsizetype(sentence.key.size())))
            return sentence.arguments;
    }
    return {};
}

QStringList wordsOf(std::string_view list)
{
    return QString::fromLatin1(list.data(), qsizetype(list.size())).split(u' ', Qt::SkipEmptyParts);
}

std::optional<std::vector<NamedArgument>> namedArguments(std::string_view list)
{
    std::vector<NamedArgument> named;
    for (const QString& name : wordsOf(list)) {
        const auto type = std::find_if(types.begin(), types.end(), [&](const TypedName& typed) {
            return name == QLatin1StringView(typed.name.data(), qsizetype(typed.name.size()));
        });
        if (type == types.end())
            return std::nullopt;
        named.push_back({name, type->type});
    }
    return named;
}

} // namespace steward::content
