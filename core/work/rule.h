// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/subject.h"

#include <span>

namespace steward::work {

class Rule;
class Findings;

/// A way to find a signal, told apart from the numbers it is found with: those are data (signals.json). Lists are words
/// with a blank between; their order is that of the indexes the rule uses.
struct RuleKind
{
    std::string_view id;        ///< of the signal
    std::string_view numbers;   ///< its data must have
    std::string_view sentences; ///< the keys under "say"
    void (*find)(const Subject& account, const Rule& rule, Findings& found);
};

// By what they are about; one file each. Rules that look at what others found come last.
[[nodiscard]] std::span<const RuleKind> clockRules();
[[nodiscard]] std::span<const RuleKind> useRules();
[[nodiscard]] std::span<const RuleKind> moneyRules();
[[nodiscard]] std::span<const RuleKind> peopleRules();
[[nodiscard]] std::span<const RuleKind> voiceRules();
[[nodiscard]] std::span<const RuleKind> journeyRules();
[[nodiscard]] std::span<const RuleKind> renewalRules();
[[nodiscard]] std::span<const RuleKind> goodRules();
[[nodiscard]] std::span<const RuleKind> lastRules();
/// Of the whole book: found by Watch, not by an account.
[[nodiscard]] std::span<const RuleKind> bookRules();

/// A signal of the content with its kind, looked up once.
class Rule
{
public:
    /// content has everything its kind demands.
    Rule(const content::SignalKind& content, const RuleKind& kind);
    [[nodiscard]] const content::SignalKind& content() const { return *m_content; }
    [[nodiscard]] const RuleKind& kind() const { return *m_kind; }
    [[nodiscard]] double number(int which) const { return m_numbers[std::size_t(which)]; }
    [[nodiscard]] int days(int which) const { return static_cast<int>(m_numbers[std::size_t(which)]); }
    [[nodiscard]] const QString& sentence(int which) const { return m_sentences[std::size_t(which)]; }

private:
    const content::SignalKind* m_content;
    const RuleKind* m_kind;
    std::vector<double> m_numbers;
    std::vector<QString> m_sentences;
};

/// What a rule finds.
struct Case
{
    content::Severity severity = content::Severity::Medium;
    int sentence = 0;
    Arguments arguments = {};
    std::vector<RecordRef> records = {};
    QDate opened = {};
    QString key = {};
    double figure = 0;
    QDate newest = {}; ///< invalid: the day itself, a state that holds today
    QDate dataTo = {}; ///< of the source it was read from
    QDate due = {};
    std::optional<Instant> at = {};
    double seatsShort = 0;
};

/// The signals of one account, as its rules find them.
class Findings
{
public:
    explicit Findings(const Subject& subject)
        : m_subject(subject)
    {
    }
    void add(const Rule& rule, Case found);
    [[nodiscard]] bool has(QStringView signal) const;
    [[nodiscard]] bool has(QStringView signal, QStringView key) const;
    /// Something that is bad news or on the clock.
    [[nodiscard]] bool hasTrouble() const;
    [[nodiscard]] std::vector<Signal> take() { return std::move(m_signals); }

private:
    const Subject& m_subject;
    std::vector<Signal> m_signals;
};

template <class T>
[[nodiscard]] RecordRef refOf(const T& row)
{
    return {T::entity, row.id};
}
/// "invoice:12"
[[nodiscard]] QString keyOf(RecordRef record);
/// The first severity whose limit the figure reaches; none: under the last. limits: from critical or high downwards.
[[nodiscard]] std::optional<content::Severity> severityOf(double figure, std::initializer_list<double> limits,
                                                          content::Severity last = content::Severity::Medium);

/// What signals lack or have too much against their rules: "content.evidence.missing", "content.evidence.unknown".
[[nodiscard]] content::Issues checkRules(const content::Signals& signalRules);
/// Every rule of the content in the order in which they are asked. Only for content without issues.
[[nodiscard]] std::vector<Rule> rulesOf(const content::Signals& signalRules);

} // namespace steward::work
