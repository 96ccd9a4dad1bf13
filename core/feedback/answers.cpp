// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/answers.h"

#include <map>

namespace steward::feedback {

namespace {

struct Answer
{
    RecordRef record;
    AccountId account;
    ContactId contact;
    QDate day;
    double score = 0;
    qint64 low = 1;
    qint64 high = 5;
};

struct Bucket
{
    std::vector<Answer> answers;
    qint64 invalid = 0;
};
using Buckets = std::map<Group, Bucket>;

GroupBy accountSplit(AnswersBy by)
{
    switch (by) {
    case AnswersBy::Segment:
        return GroupBy::Segment;
    case AnswersBy::Stage:
        return GroupBy::Stage;
    case AnswersBy::Csm:
        return GroupBy::Csm;
    case AnswersBy::Plan:
        return GroupBy::Plan;
    case AnswersBy::Account:
        return GroupBy::Account;
    default:
        return GroupBy::None;
    }
}

QString quarterOf(QDate day) { return QStringLiteral("%1Q%2").arg(day.year()).arg((day.month() + 2) / 3); }

/// Sorts answers of one kind into groups.
class Collector
{
public:
    Collector(const Portfolio& portfolio, const Grouping& grouping, const Query& query, QString kind)
        : m_portfolio(portfolio)
        , m_grouping(grouping)
        , m_query(query)
        , m_kind(std::move(kind))
    {
    }

    template <class IsValid>
    Buckets collect(bool withTickets, IsValid&& isValid)
    {
        Buckets buckets;
        const auto read = [&](const AccountFacts& facts) {
            for (const Survey& survey : facts.of<Survey>())
                if (survey.kind == m_kind && isInPeriod(survey.day))
                    put(buckets[groupOf(facts, survey.day, survey.touchpoint)], answerOf(survey), survey.score,
                        isValid);
            if (!withTickets)
                return;
            for (const Ticket& ticket : facts.of<Ticket>()) {
                const QDate day = ticket.closed.isValid() ? ticket.closed : ticket.opened;
                if (ticket.csat && isInPeriod(day))
                    put(buckets[groupOf(facts, day, QStringLiteral("ticket"))], answerOf(ticket, day), ticket.csat,
                        isValid);
            }
        };
        if (m_query.account.isValid()) {
            if (const AccountFacts* facts = m_portfolio.find(m_query.account))
                read(*facts);
        } else {
            for (const AccountFacts& facts : m_portfolio)
                read(facts);
            read(m_portfolio.unlinked());
        }
        if (m_query.by == AnswersBy::None)
            buckets.try_emplace(Group());
        return buckets;
    }

private:
    [[nodiscard]] bool isInPeriod(QDate day) const
    {
        const bool isOpen = !m_query.period.from.isValid() && !m_query.period.to.isValid();
        return isOpen || m_query.period.contains(day);
    }

    [[nodiscard]] Group groupOf(const AccountFacts& facts, QDate day, const QString& touchpoint) const
    {
        if (m_query.by == AnswersBy::Touchpoint)
            return {touchpoint, 0, false};
        if (m_query.by == AnswersBy::Month)
            return {day.isValid() ? Month::of(day).toIso() : QString(), 0, false};
        if (m_query.by == AnswersBy::Quarter)
            return {day.isValid() ? quarterOf(day) : QString(), 0, false};
        const QDate from = m_query.period.from;
        const QDate deciding = from.isValid() && !m_query.groupAtAnswer ? from : day;
        return groupOn(facts, m_portfolio.book(), m_grouping, accountSplit(m_query.by), deciding);
    }

    [[nodiscard]] static Answer answerOf(const Survey& survey)
    {
        const qint64 high = survey.scaleHigh.value_or(survey.kind == u"ces" ? 7 : 5);
        return {{Entity::Survey, survey.id},
                survey.account,
                survey.contact,
                survey.day,
                survey.score.value_or(0),
                survey.scaleLow.value_or(1),
                high};
    }
    [[nodiscard]] static Answer answerOf(const Ticket& ticket, QDate day)
    {
        return {{Entity::Ticket, ticket.id}, ticket.account, ticket.contact, day, ticket.csat.value_or(0), 1,
                ticket.csatScale.value_or(5)};
    }

    template <class IsValid>
    static void put(Bucket& bucket, Answer answer, const std::optional<double>& score, IsValid&& isValid)
    {
        if (score && isValid(answer))
            bucket.answers.push_back(std::move(answer));
        else
            ++bucket.invalid;
    }

    const Portfolio& m_portfolio;
    const Grouping& m_grouping;
    const Query& m_query;
    QString m_kind;
};

// Of several answers of one contact the latest stays; answers that name no contact all stay.
void keepLatest(std::vector<Answer>& answers)
{
    std::map<std::pair<AccountId, ContactId>, std::pair<QDate, qint64>> newest;
    for (const Answer& answer : answers)
        if (answer.contact.isValid()) {
            auto& latest = newest[{answer.account, answer.contact}];
            latest = std::max(latest, std::pair(answer.day, answer.record.id));
        }
    std::erase_if(answers, [&newest](const Answer& answer) {
        return answer.contact.isValid() &&
               newest[{answer.account, answer.contact}] != std::pair(answer.day, answer.record.id);
    });
}

template <class Row>
Row baseOf(const Group& group, const Bucket& bucket, Code method)
{
    Row row;
    row.group = group;
    row.responses = static_cast<qint64>(bucket.answers.size());
    row.invalid = bucket.invalid;
    row.isFew = row.responses < fewAnswers;
    row.method = method;
    row.records.reserve(bucket.answers.size());
    for (const Answer& answer : bucket.answers)
        row.records.push_back(answer.record);
    return row;
}

CsatRow csatRow(const Group& group, const Bucket& bucket)
{
    auto row = baseOf<CsatRow>(group, bucket, Code("csat.top"));
    double sum = 0;
    bool isOneScale = true;
    for (const Answer& answer : bucket.answers) {
        ++row.count.all;
        row.count.satisfied += isSatisfied(answer.score, answer.low, answer.high).value_or(false) ? 1 : 0;
        isOneScale = isOneScale && answer.high == bucket.answers.front().high;
        sum += answer.score;
    }
    row.csat = csatOf(row.count);
    if (!row.isFew)
        row.interval = csatInterval(row.count);
    if (isOneScale && row.responses > 0)
        row.mean = sum / static_cast<double>(row.responses);
    return row;
}

constexpr int daysToAnswer = 90;

bool isAnswered(const AccountFacts& facts, const SurveySent& sent)
{
    const auto surveys = facts.of<Survey>().all();
    return std::any_of(surveys.begin(), surveys.end(), [&sent](const Survey& survey) {
        return survey.kind == sent.kind && survey.contact == sent.contact && survey.score && survey.day.isValid() &&
               survey.day >= sent.day && survey.day <= sent.day.addDays(daysToAnswer);
    });
}

} // namespace

std::vector<NpsRow> nps(const Portfolio& portfolio, const Grouping& grouping, const Query& query)
{
    Collector collector(portfolio, grouping, query, QStringLiteral("nps"));
    Buckets buckets =
        collector.collect(false, [](const Answer& answer) { return npsPartOf(answer.score).has_value(); });
    const bool latest = query.repeats == Repeats::Latest;
    std::vector<NpsRow> rows;
    for (auto& [group, bucket] : buckets) {
        if (latest)
            keepLatest(bucket.answers);
        auto row = baseOf<NpsRow>(group, bucket, latest ? Code("nps.latest_per_contact") : Code("nps.all"));
        for (const Answer& answer : bucket.answers)
            row.count.add(*npsPartOf(answer.score));
        row.nps = npsOf(row.count);
        if (const auto range = adjustedWald(row.count); range && !row.isFew)
            row.interval = range->interval;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<CsatRow> csat(const Portfolio& portfolio, const Grouping& grouping, const Query& query)
{
    Collector collector(portfolio, grouping, query, QStringLiteral("csat"));
    const Buckets buckets = collector.collect(
        true, [](const Answer& answer) { return isSatisfied(answer.score, answer.low, answer.high).has_value(); });
    std::vector<CsatRow> rows;
    for (const auto& [group, bucket] : buckets)
        rows.push_back(csatRow(group, bucket));
    return rows;
}

std::vector<CesRow> ces(const Portfolio& portfolio, const Grouping& grouping, const Query& query, CesMethod method)
{
    const qint64 highest = method == CesMethod::Agree5 ? 5 : 7;
    Collector collector(portfolio, grouping, query, QStringLiteral("ces"));
    const Buckets buckets = collector.collect(false, [highest](const Answer& answer) {
        return answer.high == highest && answer.score >= 1 && answer.score <= static_cast<double>(highest);
    });
    static constexpr std::array methods{Code("ces.mean7"), Code("ces.agree7"), Code("ces.agree5")};
    std::vector<CesRow> rows;
    for (const auto& [group, bucket] : buckets) {
        auto row = baseOf<CesRow>(group, bucket, methods[static_cast<std::size_t>(method)]);
        std::vector<CesAnswer> answers;
        for (const Answer& answer : bucket.answers)
            answers.push_back({answer.score, answer.day});
        const Ces result = cesOf(answers, method);
        row.responses = result.counted;
        row.isFew = row.responses < fewAnswers;
        row.ces = result.value;
        rows.push_back(std::move(row));
    }
    return rows;
}

Figure<double> responseRate(const Portfolio& portfolio, const QString& kind, const Period& period)
{
    Figure<double> figure;
    figure.method = Code("response.answered_in_90_days");
    qint64 sent = 0;
    qint64 answered = 0;
    std::vector<RecordRef> records;
    for (const AccountFacts& facts : portfolio)
        for (const SurveySent& each : facts.of<SurveySent>()) {
            if (each.kind != kind || !period.contains(each.day))
                continue;
            ++sent;
            answered += isAnswered(facts, each) ? 1 : 0;
            records.push_back({Entity::SurveySent, each.id});
        }
    if (sent > 0)
        figure.value = static_cast<double>(answered) / static_cast<double>(sent);
    figure.evidence.push_back({{Code("response.sent"), {sent, answered}}, std::move(records), {}});
    return figure;
}

} // namespace steward::feedback
