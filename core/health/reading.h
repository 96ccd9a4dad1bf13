// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/content/points.h"
#include "core/portfolio/figure.h"

#include <QVarLengthArray>

/// What the measures of the score share: each turns the facts of one account into one Reading and may leave a Trail.
namespace steward::health {

/// What a measure can say (content 0).
enum class State : quint8
{
    Scored,
    KnownZero,    ///< the kind of data is known and the account has no row of it: takes part like a score
    Unknown,      ///< takes no part and lowers coverage
    NotApplicable ///< takes no part and leaves coverage alone
};

/// Kinds of data, as the scorecards' "reads" and "practised" name them.
enum class DataKind : quint8
{
    Usage,
    Subscriptions,
    Invoices,
    Tickets,
    Surveys,
    Touches,
    Contacts,
    ContactRoles,
    Goals,
    Milestones,
    Values,
    Risks,
    Pulse,
    Escalations,
    Count
};
/// Several kinds, a bit each.
using DataKinds = quint32;
[[nodiscard]] constexpr DataKinds bitOf(DataKind kind) { return DataKinds(1) << unsigned(kind); }
/// "contact_roles"
[[nodiscard]] std::string_view nameOf(DataKind kind);
[[nodiscard]] std::optional<DataKind> dataKindNamed(QStringView name);

/// Why a measure is unknown; ids of the scorecards' list "unknown".
enum class Gap : quint8
{
    None,
    NotConnected,
    TooOld,
    TooLittle,
    NotPractised
};
/// "too_old"
[[nodiscard]] std::string_view nameOf(Gap gap);

/// One measure of one account on one day. Small: weekly trends make millions of them.
struct Reading
{
    State state = State::Unknown;
    Gap gap = Gap::None;                ///< of an unknown one
    DataKind missing = DataKind::Count; ///< the kind of data that would help
    std::string_view reason; ///< id of the scorecards' list "not_applicable", or of "unknown" instead of its gap
    content::Score score;    ///< of a scored one or a known zero

    [[nodiscard]] bool takesPart() const { return state == State::Scored || state == State::KnownZero; }
};

/// Why the reading is what it is: a sentence by its place in the measure's list of sentences, its arguments in the
/// order of the measure's arguments, the records, the day the data reach to. Collects nothing unless wanted.
class Trail
{
public:
    explicit Trail(bool isWanted)
        : m_isWanted(isWanted)
    {
    }
    [[nodiscard]] bool isWanted() const { return m_isWanted; }

    template <class... Values>
    void say(int sentence, Values&&... values)
    {
        m_sentence = sentence;
        argue(std::forward<Values>(values)...);
    }
    /// Arguments of an unknown or not applicable reading.
    template <class... Values>
    void argue(Values&&... values)
    {
        if (!m_isWanted)
            return;
        m_arguments.clear();
        m_arguments.reserve(sizeof...(values));
        (m_arguments.push_back(toArgument(std::forward<Values>(values))), ...);
    }
    template <class T>
    void record(const T& row)
    {
        add(T::entity, row.id);
    }
    void add(Entity entity, qint64 id)
    {
        if (m_isWanted && id != 0)
            m_records.append({entity, id});
    }
    /// The last day the data behind it can speak about.
    void dataTo(QDate day) { m_dataTo = day; }

    [[nodiscard]] int sentence() const { return m_sentence; }
    [[nodiscard]] QDate dataTo() const { return m_dataTo; }
    [[nodiscard]] Arguments takeArguments() { return std::move(m_arguments); }
    [[nodiscard]] std::vector<RecordRef> takeRecords() const { return {m_records.begin(), m_records.end()}; }

private:
    static Argument toArgument(int value) { return qint64(value); }
    static Argument toArgument(qint64 value) { return value; }
    static Argument toArgument(double value) { return value; }
    static Argument toArgument(QString value) { return value; }
    static Argument toArgument(QDate value) { return value; }
    static Argument toArgument(Money value) { return value; }

    bool m_isWanted;
    int m_sentence = -1;
    Arguments m_arguments;
    QVarLengthArray<RecordRef, 16> m_records; ///< on the stack: the list that is kept has its size at once
    QDate m_dataTo;
};

[[nodiscard]] inline Reading scored(content::Score score)
{
    return {State::Scored, Gap::None, DataKind::Count, {}, score};
}
[[nodiscard]] inline Reading knownZero(content::Score score)
{
    return {State::KnownZero, Gap::None, DataKind::Count, {}, score};
}
/// day: what the data reach to, where they are too old.
[[nodiscard]] Reading unknown(Trail& trail, Gap gap, DataKind missing, QDate day = {});
/// value: the argument of the reason's sentence, if it has one.
template <class... Values>
[[nodiscard]] Reading notApplicable(Trail& trail, std::string_view reason, Values... value)
{
    trail.argue(value...);
    return {State::NotApplicable, Gap::None, DataKind::Count, reason, {}};
}

/// score less so many points, not under 0.
[[nodiscard]] inline content::Score lessBy(content::Score score, content::Fixed points)
{
    return {std::max<qint64>(0, score.micro - points.thousandths * (content::Score::perPoint / 1000))};
}

} // namespace steward::health
