// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/evidence.h"

#include <algorithm>
#include <array>

namespace steward::content {

namespace {

constexpr std::array capShapes = {
    EvidenceShape{"sponsor_left", "date", ""},
    EvidenceShape{"sponsor_left_renewal", "date days", "renewal_within left_for"},
    EvidenceShape{"sponsor_unhappy", "role score date", "window most"},
    EvidenceShape{"payment_60", "number days", "overdue"},
    EvidenceShape{"card_dead", "date amount", "unpaid"},
    EvidenceShape{"no_use", "date", "working_days"},
    EvidenceShape{"licence_empty", "used bought m", "under after"},
    EvidenceShape{"single_thread", "n days", "most renewal_within"},
    EvidenceShape{"escalated", "subject date", ""},
    EvidenceShape{"risk_critical", "kind", ""},
    EvidenceShape{"stuck", "day target", "times"},
    EvidenceShape{"notice", "date end", ""},
    EvidenceShape{"pulse_severe", "csm reasons", "rating"},
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
    Sentence{"unknown.never_rated", "kind"},
    Sentence{"unknown.no_usage", "kind"},
    Sentence{"unknown.no_primary_metric", "kind"},
    Sentence{"unknown.no_seat_metric", "kind"},
    Sentence{"unknown.no_feature_metric", "kind"},
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

std::optional<ArgumentType> typeNamed(QStringView name)
{
    static constexpr std::pair<QStringView, ArgumentType> names[] = {
        {u"text", ArgumentType::Text},       {u"count", ArgumentType::Count}, {u"number", ArgumentType::Number},
        {u"percent", ArgumentType::Percent}, {u"date", ArgumentType::Date},   {u"money", ArgumentType::Money}};
    for (const auto& [each, type] : names)
        if (name == each)
            return type;
    return std::nullopt;
}

} // namespace

const EvidenceShape* capShape(QStringView cap)
{
    const auto found = std::find_if(capShapes.begin(), capShapes.end(), [&](const EvidenceShape& shape) {
        return cap == QLatin1StringView(shape.id.data(), qsizetype(shape.id.size()));
    });
    return found == capShapes.end() ? nullptr : &*found;
}

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

std::optional<std::vector<NamedArgument>> namedArguments(const QStringList& list)
{
    std::vector<NamedArgument> named;
    for (const QString& text : list) {
        const QString name = text.section(u':', 0, 0);
        const auto known = std::find_if(types.begin(), types.end(), [&](const TypedName& typed) {
            return name == QLatin1StringView(typed.name.data(), qsizetype(typed.name.size()));
        });
        const auto type = text.contains(u':')    ? typeNamed(text.section(u':', 1))
                          : known != types.end() ? std::optional(known->type)
                                                 : std::nullopt;
        if (!type)
            return std::nullopt;
        named.push_back({name, *type});
    }
    return named;
}

} // namespace steward::content
