// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/content/content.h"
#include "tests/support/printers.h"

using namespace steward::content;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("imported words are recognised whatever their case and separators", "[words]")
{
    struct Row
    {
        QString list;
        QString imported;
        QString id; ///< empty: kept as written
    };
    const auto row = GENERATE(values<Row>({
        {u"ticket_priority"_s, u"med"_s, u"normal"_s},
        {u"ticket_priority"_s, u"Medium"_s, u"normal"_s},
        {u"ticket_priority"_s, u"P1"_s, u"urgent"_s},
        {u"ticket_status"_s, u"resolved"_s, u"solved"_s},
        {u"contact_role"_s, u"owner"_s, u"decision_maker"_s},
        {u"contact_role"_s, u"ADMIN"_s, u"admin"_s},
        {u"contact_role"_s, u"Decision-Maker"_s, u"decision_maker"_s},
        {u"contact_role"_s, u"mascot"_s, {}},
        {u"churn_reason"_s, u"Too Expensive"_s, u"price"_s},
        {u"churn_reason"_s, u"Switched to Competitor"_s, u"competitor"_s},
        {u"churn_reason"_s, u"Business Closed"_s, u"out_of_business"_s},
        {u"churn_reason"_s, u"Poor Support"_s, u"service_quality"_s},
        {u"churn_reason"_s, u"features"_s, u"missing_feature"_s},
        {u"billing_period"_s, u"Annual"_s, u"year"_s},
        {u"billing_period"_s, u"Month-to-month"_s, u"month"_s},
        {u"opportunity_stage"_s, u"Closed Won"_s, u"won"_s},
        {u"opportunity_stage"_s, u"Id. Decision Makers"_s, u"open"_s},
        {u"subscription_status"_s, u"Upgraded"_s, u"replaced"_s},
        {u"touch_kind"_s, u"E-Mail"_s, u"email"_s},
        {u"risk_severity"_s, u"Major"_s, u"high"_s},
    }));
    const Content content = shipped().value();
    const WordList* list = content.words.find(row.list);
    REQUIRE(list);
    const Word* word = list->recognise(row.imported);
    CHECK((word ? word->id : QString()) == row.id);
}

TEST_CASE("word lists hold the words of the design", "[words]")
{
    struct Row
    {
        QString list;
        std::size_t words;
    };
    const auto row =
        GENERATE(values<Row>({{u"churn_reason"_s, 18},      {u"risk_kind"_s, 15},       {u"risk_severity"_s, 4},
                              {u"touch_kind"_s, 10},        {u"touch_purpose"_s, 12},   {u"contact_role"_s, 12},
                              {u"view_of_us"_s, 6},         {u"left_reason"_s, 4},      {u"pulse"_s, 6},
                              {u"pulse_reason"_s, 27},      {u"goal_category"_s, 8},    {u"goal_status"_s, 8},
                              {u"goal_mark"_s, 6},          {u"task_category"_s, 12},   {u"waiting_for"_s, 7},
                              {u"advocacy_kind"_s, 10},     {u"thanks"_s, 10},          {u"feedback_route"_s, 8},
                              {u"feedback_state"_s, 6},     {u"nps_state"_s, 10},       {u"renewal_call"_s, 7},
                              {u"feedback_theme"_s, 16},    {u"practice_element"_s, 9}, {u"practice_factor"_s, 8},
                              {u"practice_principle"_s, 6}, {u"practice_manner"_s, 8},  {u"practice_duty"_s, 5}}));
    const Content content = shipped().value();
    INFO(row.list.toStdString());
    const WordList* list = content.words.find(row.list);
    REQUIRE(list);
    CHECK(list->words.size() == row.words);
}

TEST_CASE("renewal calls rank from commit to lost and unknown has no rank", "[words]")
{
    const Content content = shipped().value();
    const WordList* calls = content.words.find(u"renewal_call");
    REQUIRE(calls);
    const QStringList order = u"commit likely conditional watch at_risk lost"_s.split(u' ');
    for (qsizetype rank = 0; rank < order.size(); ++rank)
        CHECK(calls->find(order[rank])->value == static_cast<int>(rank));
    CHECK_FALSE(calls->find(u"unknown")->value);
}

TEST_CASE("feedback themes carry seed words and their limits", "[words]")
{
    const Content content = shipped().value();
    const WordList* themes = content.words.find(u"feedback_theme");
    REQUIRE(themes);
    CHECK(themes->minAnswers == 3);
    CHECK(themes->minAccounts == 2);
    CHECK(themes->negationReach == 3);
    CHECK(themes->negations.contains(u"not"));
    CHECK(themes->find(u"speed")->seeds == u"slow lag~ load~ timeout freez~ hang~"_s.split(u' '));
    for (const Word& theme : themes->words)
        CHECK_FALSE(theme.seeds.isEmpty());
}
