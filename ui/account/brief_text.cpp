// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/brief_text.h"

#include "core/query/brief.h"
#include "core/words/content_words.h"

namespace steward::account {

namespace {

QString iconOf(const QString& line)
{
    static const QHash<QString, QString> icons{{QStringLiteral("last_talk"), QStringLiteral("history")},
                                               {QStringLiteral("our_promises"), QStringLiteral("handshake")},
                                               {QStringLiteral("their_promises"), QStringLiteral("hourglass")},
                                               {QStringLiteral("goals"), QStringLiteral("target")},
                                               {QStringLiteral("goal_states"), QStringLiteral("target")},
                                               {QStringLiteral("use"), QStringLiteral("zap")},
                                               {QStringLiteral("tickets"), QStringLiteral("ticket")},
                                               {QStringLiteral("overdue"), QStringLiteral("receipt")},
                                               {QStringLiteral("renewal"), QStringLiteral("clock")},
                                               {QStringLiteral("new_people"), QStringLiteral("users")},
                                               {QStringLiteral("left_people"), QStringLiteral("users")},
                                               {QStringLiteral("sceptics"), QStringLiteral("users")},
                                               {QStringLiteral("feedback"), QStringLiteral("message-square")},
                                               {QStringLiteral("question"), QStringLiteral("circle-help")}};
    return icons.value(line, QStringLiteral("info"));
}

} // namespace

std::vector<BriefText> briefText(const BookNumbers& numbers, AccountId account, const QLocale& locale)
{
    const AccountFacts* facts = numbers.facts.find(account);
    const auto score = facts && numbers.scorer ? numbers.scorer->score(facts->id(), numbers.asked.day) : std::nullopt;
    if (!score)
        return {};
    const words::ContentWords words(numbers.content, locale);
    std::vector<BriefText> all;
    for (const query::BriefLine& each : query::briefOf(*facts, numbers.facts.book(), *score, numbers.content.brief)) {
        const auto* kind = content::findById(numbers.content.brief.lines, each.line);
        all.push_back({each.line, iconOf(each.line), kind ? words.text(kind->name) : QString(),
                       words.sentence(each.say.key, each.say.arguments),
                       each.say.records.empty() ? RecordRef() : each.say.records.front()});
    }
    return all;
}

} // namespace steward::account
